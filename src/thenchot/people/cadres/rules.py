"""Phép về cán bộ — pure checks over plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.cadres.words import QualificationKind

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class QualificationRow:
    """Trình độ của một người — its kind, and its title as the diploma or the list states it."""

    person: int
    kind: QualificationKind
    title: str


def qualification_faults(rows: Sequence[QualificationRow]) -> list[Reason]:
    """Danh sách trình độ — not empty, each person once of a kind, every title said."""
    if not rows:
        return [Reason(mark("Danh sách không có ai."), field="people")]
    faults = []
    if len({(row.person, row.kind) for row in rows}) < len(rows):
        text = mark("Có người được ghi hai lần cùng một loại trình độ.")
        faults.append(Reason(text, field="people"))
    for number, row in enumerate(rows, start=1):
        faults += numbered(number, _title_faults(row.title))
    return faults


def _title_faults(title: str) -> list[Reason]:
    tidy = tidy_name(title)
    if not tidy:
        return [Reason(mark("Thiếu tên trình độ."), field="title")]
    if len(tidy) > LONGEST_TITLE:
        text = mark("Tên trình độ dài quá {n} ký tự.")
        return [Reason(text, {"n": LONGEST_TITLE}, field="title")]
    return []
