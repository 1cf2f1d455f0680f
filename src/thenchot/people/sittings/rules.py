"""Phép về họp và biểu quyết — who votes, what a count must be, when it carries, what the notice says."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.ground.register.words import CELLS, Decider, OrganizationKind
from thenchot.office.drafting.rules.flow import BODIES
from thenchot.people.committees.words import STANDING, Rank
from thenchot.people.sittings.letters import (
    CONCLUDED,
    CONCLUSION,
    OPENING,
    OUTCOMES,
    TITLE,
    VOTED,
    WRITTEN,
)
from thenchot.people.sittings.words import Outcome, Said, Way

PROVINCIAL = frozenset(
    {Decider.PROVINCIAL_COMMITTEE, Decider.STANDING_COMMITTEE, Decider.STANDING_BOARD}
)
BOARD = frozenset({Rank.SECRETARY, Rank.DEPUTY})
VOTERS: dict[Decider, frozenset[Rank]] = {
    Decider.PROVINCIAL_COMMITTEE: frozenset(Rank),
    Decider.PARTY_COMMITTEE: frozenset(Rank),
    Decider.STANDING_COMMITTEE: STANDING,
    Decider.UPPER_STANDING_COMMITTEE: STANDING,
    Decider.STANDING_BOARD: BOARD,
}  # a cell's voters are its official members
ALL_REGISTERED = mark(
    "Nguyên tắc sổ gốc: tổng số thành viên lấy từ sổ cấp ủy trong ngày biểu quyết"
)


@dataclass(frozen=True, slots=True)
class SittingRow:
    """Một phiên họp, một đợt lấy ý kiến — which body, on which day (of written slips: the last one)."""

    decider: Decider
    way: Way
    on_day: date
    place: str = ""
    chair: str = ""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """Một phiếu ý kiến — of one member, given back on a day."""

    person: int
    said: Said
    returned_on: date


@dataclass(frozen=True, slots=True)
class Count:
    """Kiểm phiếu — of all members of the body, not of those who came."""

    members: int
    agreed: int
    against: int
    silent: int

    @property
    def given(self) -> int:
        return self.agreed + self.against + self.silent

    @property
    def missing(self) -> int:
        """Không có phiếu — neither there nor returned."""
        return self.members - self.given


@dataclass(frozen=True, slots=True)
class Concluded:
    """Một mục của kết luận — what was asked, what came of it, with which votes."""

    about: str
    outcome: Outcome
    count: Count | None


def body_of(decider: Decider, kind: OrganizationKind, *, uppermost: bool) -> bool:
    """Tập thể của đơn vị — bodies of the province sit where nothing is above, a cell's members in the cell."""
    if decider is Decider.CELL:
        return kind in CELLS
    return decider is Decider.PARTY_COMMITTEE or (decider in PROVINCIAL) is uppermost


def sitting_faults(row: SittingRow, today: date) -> list[Reason]:
    """Phiên họp — of a body that votes; a meeting has a place and somebody in the chair; slips have time."""
    faults = []
    if row.way is Way.WRITTEN and row.on_day < today:
        faults.append(Reason(mark("Hạn trả phiếu đã qua."), field="on_day"))
    if row.decider not in BODIES:
        faults.append(
            Reason(mark("Trung ương không họp ở đây; ghi văn bản xin ý kiến."), field="decider")
        )
    if not row.place.strip() and row.way is Way.MEETING:
        faults.append(Reason(mark("Thiếu nơi họp."), field="place"))
    if not row.chair.strip():
        faults.append(Reason(mark("Thiếu người chủ trì."), field="chair"))
    return faults


def count_faults(count: Count) -> list[Reason]:
    """Số phiếu — somebody voted, and no more than there are members."""
    if count.given == 0:
        return [Reason(mark("Chưa có phiếu nào."), field="agreed")]
    if count.given > count.members:
        text = mark("Có {given} phiếu, nhiều hơn {members} thành viên trong ngày biểu quyết.")
        values = {"given": count.given, "members": count.members}
        return [Reason(text, values, ALL_REGISTERED, "agreed")]
    return []


def slip_faults(
    slips: Sequence[SlipRow], voters: Collection[int], returned: Collection[int], last_day: date,
    today: date,
) -> list[Reason]:  # fmt: skip
    """Phiếu ý kiến — each of a member of the body, once, given back by the last day."""
    faults = []
    if not slips:
        faults.append(Reason(mark("Danh sách không có phiếu nào."), field="slips"))
    times = Counter(slip.person for slip in slips)
    for number, slip in enumerate(slips, start=1):
        found = []
        if slip.person not in voters:
            text = mark("Người này không phải thành viên của tập thể trong ngày lấy ý kiến.")
            found.append(Reason(text, {}, ALL_REGISTERED, "person"))
        if times[slip.person] > 1:
            found.append(Reason(mark("Người này được ghi hai phiếu."), field="person"))
        if slip.person in returned:
            found.append(Reason(mark("Phiếu của người này đã được ghi."), field="person"))
        if slip.returned_on > today:
            found.append(Reason(mark("Ngày trả phiếu chưa đến."), field="returned_on"))
        elif slip.returned_on > last_day:
            text = mark("Phiếu trả sau hạn {day:%d/%m/%Y} không được tính.")
            found.append(Reason(text, {"day": last_day}, field="returned_on"))
        faults += numbered(number, found)
    return faults


def needed(members: int, limit: Limit) -> int:
    """Số tán thành cần có — the least number above the part of all members the rule sets."""
    return members * limit.values[0] // 100 + 1


def carries(count: Count, limit: Limit) -> bool:
    """Thông qua — more than the part of all members agreed."""
    return count.agreed >= needed(count.members, limit)


def counted(said: Iterable[Said], members: int) -> Count:
    """Cộng các phiếu đã trả lại."""
    times = Counter(said)
    return Count(members, times[Said.FOR], times[Said.AGAINST], times[Said.NONE])


def notice_title(body: str, row: SittingRow) -> str:
    """Trích yếu thông báo kết luận."""
    return TITLE[row.way].format(body=body, day=row.on_day)


def conclusion(body: str, row: SittingRow, items: Sequence[Concluded]) -> str:
    """Nội dung thông báo kết luận — one paragraph an item, to be completed by whoever writes it."""
    opening = OPENING if row.way is Way.MEETING else WRITTEN
    lines = [opening.format(day=row.on_day, place=row.place, body=body, chair=row.chair)]
    for number, item in enumerate(items, start=1):
        said = CONCLUDED.format(
            n=number, about=item.about[:1].upper() + item.about[1:], outcome=OUTCOMES[item.outcome]
        )
        if item.count:
            said += VOTED.format(
                agreed=item.count.agreed, against=item.count.against, silent=item.count.silent,
                members=item.count.members,
            )  # fmt: skip
        lines.append(f"{said}.")
    return "\n".join([*lines, CONCLUSION])
