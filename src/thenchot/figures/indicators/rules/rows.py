"""Dòng nhập — what a list of targets or a report of figures holds, and what is wrong with it."""

from dataclasses import dataclass

from thenchot.figures.indicators.words import EnteredFigure
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Chỉ tiêu của một đơn vị — the code of the indicator, and how much."""

    organization: int
    indicator: str
    value: int


@dataclass(frozen=True, slots=True)
class EnteredRow:
    """Một số liệu nhập — `at_least` where the paper says "more than"."""

    figure: EnteredFigure
    value: int
    at_least: bool = False


MOST = 10**15  # larger than any figure of a province, and still an exact whole number everywhere


def target_faults(value: int) -> list[Reason]:
    """Chỉ tiêu được giao — above zero."""
    if 1 <= value <= MOST:
        return []
    return [Reason(mark("Chỉ tiêu phải là số nguyên lớn hơn 0."), field="value")]


def entered_faults(value: int) -> list[Reason]:
    """Số liệu nhập — zero is a figure, below zero is none."""
    if 0 <= value <= MOST:
        return []
    return [Reason(mark("Số liệu phải là số nguyên từ 0 trở lên."), field="value")]
