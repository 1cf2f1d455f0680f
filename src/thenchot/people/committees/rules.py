"""Phép về cấp ủy — pure checks over plain values, and how a committee stands beside its numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import CELLS, GRASSROOTS, Level, OrganizationKind
from thenchot.people.committees.words import STANDING, Limits, Manner, Rank, Role, State

LONGEST_WORDS, LONGEST_LABEL = 500, 40
_ONE_HEAD = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """Một cấp ủy viên — the person, the rank, and how they came to it, as the paper states."""

    person: int
    rank: Rank
    manner: Manner


@dataclass(frozen=True, slots=True)
class BodyRow:
    """Một thành viên — of a body of limited life."""

    person: int
    role: Role


@dataclass(frozen=True, slots=True)
class Numbers:
    """Số được duyệt, có mặt — of an executive or a standing committee."""

    allowed: int
    present: int

    @property
    def missing(self) -> int:
        return max(0, self.allowed - self.present)

    @property
    def over(self) -> int:
        return max(0, self.present - self.allowed)


def standing_of(ranks: Iterable[Rank]) -> int:
    """Số trong ban thường vụ — the secretary and deputies are of it."""
    return sum(rank in STANDING for rank in ranks)


def state_of(executive: Numbers, standing: Numbers) -> State:
    """Tình trạng — one above its number first, then one below."""
    if executive.over or (standing.allowed and standing.over):
        return State.OVER
    return State.MISSING if executive.missing or standing.missing else State.FULL


def term_faults(label: str, executive: int, standing: int) -> list[Reason]:
    """Nhiệm kỳ — named, with numbers that go together."""
    faults = [*words_faults(label, "label", mark("Thiếu tên nhiệm kỳ."), LONGEST_LABEL)]
    if executive < 1:
        faults.append(Reason(mark("Số cấp ủy viên phải từ 1."), field="executive"))
    if not 0 <= standing <= executive:
        text = mark("Số ủy viên ban thường vụ phải từ 0 đến số cấp ủy viên.")
        faults.append(Reason(text, field="standing"))
    return faults


def words_faults(
    words: str, field: str, missing: str = "", longest: int = LONGEST_WORDS
) -> list[Reason]:
    """Lời — not empty where `missing` says so, not longer than a box."""
    tidy = tidy_name(words)
    if missing and not tidy:
        return [Reason(missing, field=field)]
    if len(tidy) > longest:
        return [Reason(mark("Dài quá {n} ký tự."), {"n": longest}, field=field)]
    return []


def list_faults(people: Sequence[int]) -> list[Reason]:
    """Danh sách — not empty, nobody twice."""
    if not people:
        return [Reason(mark("Danh sách không có ai."), field="people")]
    if len(set(people)) < len(people):
        return [Reason(mark("Có người được ghi hai lần trong danh sách."), field="people")]
    return []


def one_secretary_faults(ranks: Iterable[Rank]) -> list[Reason]:
    """Một bí thư — of those who sit on the day together with those coming."""
    if Counter(ranks)[Rank.SECRETARY] <= 1:
        return []
    text = mark("Cấp ủy chỉ có một bí thư trong một ngày; hãy ghi thôi người trước.")
    return [Reason(text, {}, _ONE_HEAD, "people")]


def off_limits(
    kind: OrganizationKind,
    level: Level,
    executive: int,
    standing: int,
    known: dict[Labelled, Limit],
) -> list[Reason]:
    """Ngoài mức — what the numbers of a term have against the regulation; told, not refused.

    A committee designated after a merger may stand above the numbers for a while.
    """
    if kind in CELLS:
        return _outside(executive, known.get(Limits.CELL_COMMITTEE), mark("Số chi ủy viên"))
    if level is not Level.COMMUNE or kind not in GRASSROOTS | {OrganizationKind.UPPER_PARTY}:
        return []
    return [
        *_outside(executive, known.get(Limits.COMMUNE_EXECUTIVE), mark("Số cấp ủy viên")),
        *_outside(standing, known.get(Limits.COMMUNE_STANDING), mark("Số ủy viên ban thường vụ")),
    ]  # fmt: skip


def _outside(number: int, limit: Limit | None, what: str) -> list[Reason]:
    if limit is None:
        return []
    *least, most = limit.values
    if number > most:
        text = mark("{what} được duyệt là {n}, trên mức {most}.")
        return [Reason(text, {"what": what, "n": number, "most": most}, limit.clause)]
    if least and number < least[0]:
        text = mark("{what} được duyệt là {n}, dưới mức {least}.")
        return [Reason(text, {"what": what, "n": number, "least": least[0]}, limit.clause)]
    return []
