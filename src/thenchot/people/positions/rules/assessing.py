"""Phép về đánh giá năng lực — several competencies of one person, each once, at a level of the framework."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.positions.rules.faults import LEVELS

LONGEST_ASSESSOR = 200


@dataclass(frozen=True, slots=True)
class AssessedRow:
    """Một năng lực được đánh giá — its code in the framework, the level reached."""

    competency: str
    level: int


def assessed_faults(
    rows: Sequence[AssessedRow], assessor: str, framework: Collection[str]
) -> list[Reason]:
    """Đánh giá của một người — `framework` holds the codes in force on the day it counts from."""
    faults = assessor_faults(assessor)
    if not rows:
        faults.append(Reason(mark("Danh sách không có năng lực nào."), field="levels"))
    if len({row.competency for row in rows}) < len(rows):
        text = mark("Có năng lực được ghi hai lần trong danh sách.")
        faults.append(Reason(text, field="levels"))
    for number, row in enumerate(rows, start=1):
        faults += numbered(number, _row_faults(row, framework))
    return faults


def level_faults(level: int) -> list[Reason]:
    """Cấp độ — one of the five of the framework."""
    if level in LEVELS:
        return []
    return [Reason(mark("Cấp độ năng lực từ 1 đến 5."), field="level")]


def assessor_faults(assessor: str) -> list[Reason]:
    """Ai đánh giá — a person or a body, as the paper names them."""
    tidy = tidy_name(assessor)
    if not tidy:
        return [Reason(mark("Thiếu người hoặc tập thể đánh giá."), field="assessor")]
    if len(tidy) > LONGEST_ASSESSOR:
        text = mark("Tên người hoặc tập thể đánh giá dài quá {n} ký tự.")
        return [Reason(text, {"n": LONGEST_ASSESSOR}, field="assessor")]
    return []


def _row_faults(row: AssessedRow, framework: Collection[str]) -> list[Reason]:
    faults = level_faults(row.level)
    if row.competency not in framework:
        text = mark("Năng lực «{code}» không có trong khung năng lực của ngày đánh giá.")
        faults.append(Reason(text, {"code": row.competency}, field="competency"))
    return faults
