"""Phép về đảng viên — pure checks over plain values; the limits come with their clause."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.months import add_months, calendar_months
from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import PersonRow, SeatRow, person_faults
from thenchot.people.identity.rules.numbers import Life, Said, plain_number
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.words import EXITS, FULL, LONGEST, OF_A_MEMBER, Change, Status, Way


@dataclass(frozen=True, slots=True)
class CellRow:
    """Một người vào một chi bộ."""

    person: int
    cell: int


@dataclass(frozen=True, slots=True)
class CeremonyRow:
    """Ngày lễ kết nạp của một người."""

    person: int
    on_day: date


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """Một đảng viên chuyển đến — his standing and party days as his file states them."""

    person: int
    cell: int
    status: Status
    admitted_on: date
    joined_on: date
    official_on: date | None


@dataclass(frozen=True, slots=True)
class ExitRow:
    """Một người ra khỏi danh sách đảng viên, và cách ra."""

    person: int
    way: Way


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Một đảng viên trong danh sách bàn giao — `unit` counts the units of the list from 0."""

    person: PersonRow
    unit: int
    status: Status
    admitted_on: date
    joined_on: date
    official_on: date | None


@dataclass(frozen=True, slots=True)
class ListedMember:
    """Một đảng viên trong danh sách nhận vào sổ — of a cell that stands in the register."""

    person: PersonRow
    cell: int
    status: Status
    admitted_on: date
    joined_on: date
    official_on: date | None
    citizen: str = ""
    card: str = ""

    @property
    def numbers(self) -> list[Said]:
        """Các số — those the list gives, each written in one way."""
        return given_numbers(self.citizen, self.card)

    @property
    def life(self) -> Life:
        """Lai lịch để đối chiếu với số."""
        return Life(self.person.sex, self.person.birth_on)

    @property
    def key(self) -> tuple[str, date | None]:
        """Ai — name and birth day, whichever way the name is typed."""
        return spelling_key(self.person.full_name), self.person.birth_on


def given_numbers(citizen: str, card: str) -> list[Said]:
    """Các số của một dòng — those that are no blank, each written in one way."""
    given = (NumberKind.CITIZEN, citizen), (NumberKind.CARD, card)
    plain = [(kind, plain_number(kind, number)) for kind, number in given]
    return [said for said in plain if said[1]]


@dataclass(frozen=True, slots=True)
class HandedSeat:
    """Một chức vụ trong danh sách bàn giao — its unit, and the row of the member who holds it."""

    unit: int
    seat: SeatRow
    holder: int | None = None


def probation_end(joined_on: date, months: Limit) -> date:
    """Ngày hết dự bị — so many months from the ceremony (Charter 5.1)."""
    return add_months(joined_on, months.value)


def above_age(birth_on: date | None, on: date, ages: Limit | None) -> bool:
    """Trên mức tuổi kết nạp — full years by month on the day; unknown days are not above."""
    if birth_on is None or ages is None:
        return False
    return calendar_months(birth_on, on) > ages.values[1] * 12


def age_faults(
    birth_on: date | None, on: date, ages: Limit | None, *, consented: bool = False
) -> list[Reason]:
    """Tuổi kết nạp — by month (24-QĐ/TW, 232-QĐ/TW m.1); a consent paper lifts the upper age only."""
    if birth_on is None or ages is None:
        return []
    months, (least, most) = calendar_months(birth_on, on), ages.values
    values = {"years": months // 12, "least": least, "most": most}
    if above_age(birth_on, on, ages):
        text = mark(
            "Người này {years} tuổi; tuổi xét kết nạp từ {least} đến {most}. Trên {most} tuổi thì cần văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương."
        )
        return [] if consented else [Reason(text, values, ages.clause, "person")]
    if months < least * 12:
        text = mark("Người này {years} tuổi; tuổi xét kết nạp từ {least} đến {most}.")
        return [Reason(text, values, ages.clause, "person")]
    return []


def unneeded_consent(above: bool, ages: Limit | None) -> list[Reason]:
    """Đồng ý thừa — a consent paper is recorded only where somebody in the list needs it."""
    if above:
        return []
    text = mark("Không có ai trong danh sách trên mức tuổi kết nạp; không cần văn bản đồng ý.")
    return [Reason(text, {}, ages.clause if ages else "", "consent")]


def party_day_faults(
    status: Status, admitted_on: date, joined_on: date, official_on: date | None
) -> list[Reason]:
    """Các ngày đảng — decision, ceremony, official day in this order; the last only when official."""
    faults = []
    if joined_on < admitted_on:
        text = mark("Ngày lễ kết nạp {joined:%d/%m/%Y} trước ngày quyết định {admitted:%d/%m/%Y}.")
        values = {"joined": joined_on, "admitted": admitted_on}
        faults.append(Reason(text, values, field="joined_on"))
    if (official_on is not None) != (status in FULL):
        text = mark("Đảng viên chính thức phải có ngày chính thức; đảng viên dự bị thì chưa có.")
        faults.append(Reason(text, field="official_on"))
    elif official_on and official_on < joined_on:
        text = mark("Ngày chính thức {official:%d/%m/%Y} trước ngày vào Đảng {joined:%d/%m/%Y}.")
        values = {"official": official_on, "joined": joined_on}
        faults.append(Reason(text, values, field="official_on"))
    return faults


def handed_faults(row: MemberRow | ListedMember, from_day: date) -> list[Reason]:
    """Đảng viên khi nhận sổ — party days in order, and a member already on the day of the list."""
    faults = party_day_faults(row.status, row.admitted_on, row.joined_on, row.official_on)
    if row.joined_on > from_day:
        text = mark("Ngày vào Đảng sau ngày bàn giao {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": from_day}, field="joined_on"))
    return faults


def newcomer_faults(person: PersonRow, today: date) -> list[Reason]:
    """Người mới của danh sách — as any file; the birth day tells him from his namesakes."""
    faults = person_faults(person, today)
    if person.birth_on is None:
        faults.append(Reason(mark("Thiếu ngày sinh."), field="birth_on"))
    return faults


def listed_faults(row: ListedMember, from_day: date) -> list[Reason]:
    """Các ngày của một dòng — in order, from the birth day to the day of the list."""
    faults = handed_faults(row, from_day)
    born = row.person.birth_on
    if born and born >= row.admitted_on:
        text = mark("Ngày sinh {born:%d/%m/%Y} không trước ngày kết nạp {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"born": born, "day": row.admitted_on}, field="birth_on"))
    if row.official_on and row.official_on > from_day:
        text = mark("Ngày chính thức sau ngày bàn giao {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": from_day}, field="official_on"))
    return faults


def times_faults(times: int) -> list[Reason]:
    """Ghi hai lần — of several rows with one name and birth day none enters."""
    if times < 2:
        return []
    text = mark("Danh sách có {n} dòng cùng họ tên, ngày sinh.")
    return [Reason(text, {"n": times}, field="full_name")]


def exit_faults(way: Way) -> list[Reason]:
    """Cách ra khỏi danh sách — expulsion is recorded as discipline, not here."""
    if way in EXITS:
        return []
    text = mark("«{way}» không ghi ở đây; khai trừ thì ghi quyết định kỷ luật.")
    return [Reason(text, {"way": way}, field="way")]


def cell_faults(
    official: int, has_committee: bool, committee_from: Limit | None, least: Limit | None
) -> list[Reason]:
    """Chi bộ lệch quy định — a committee below nine official members, none from nine; too few."""
    faults = []
    if committee_from and has_committee != (official >= committee_from.value):
        text = mark(
            "Có {n} đảng viên chính thức: từ {least} người chi bộ có chi ủy, dưới số đó thì không."
        )
        values = {"n": official, "least": committee_from.value}
        faults.append(Reason(text, values, committee_from.clause))
    if least and official < least.value:
        text = mark("Có {n} đảng viên chính thức; chi bộ phải có ít nhất {least}.")
        faults.append(Reason(text, {"n": official, "least": least.value}, least.clause))
    return faults


def party_faults(members: int, least: Limit | None) -> list[Reason]:
    """Đảng bộ cơ sở lệch quy định — fewer members than a grassroots committee needs."""
    if least is None or members >= least.value:
        return []
    text = mark("Có {n} đảng viên; đảng bộ cơ sở phải có ít nhất {least}.")
    return [Reason(text, {"n": members, "least": least.value}, least.clause)]


def change_faults(
    what: str, person: int | None, on_day: date | None, words: str, today: date
) -> list[Reason]:
    """Báo biến động — of a listed kind, about somebody where the kind asks, told in words else."""
    faults = []
    if what not in {each.value for each in Change}:
        faults.append(Reason(mark("Hãy chọn loại biến động."), field="what"))
    elif what in OF_A_MEMBER and person is None:
        faults.append(Reason(mark("Hãy chọn đảng viên của chi bộ."), field="person"))
    elif what == Change.ARRIVED and person is not None:
        text = mark("Người chuyển đến chưa có trong chi bộ: bỏ trống ô này, ghi họ tên ở nội dung.")
        faults.append(Reason(text, field="person"))
    if what not in OF_A_MEMBER and not words:
        text = mark("Hãy ghi nội dung; người chưa có trong chi bộ thì ghi cả họ tên, ngày sinh.")
        faults.append(Reason(text, field="words"))
    if what == Change.DIED and on_day and on_day > today:
        faults.append(Reason(mark("Ngày từ trần không thể sau hôm nay."), field="on_day"))
    return [*faults, *length_faults(words, "words")]


def answer_faults(confirmed: bool, answer: str) -> list[Reason]:
    """Trả lời báo biến động — whoever reported must read why it came back."""
    faults = length_faults(answer, "answer")
    if not confirmed and not answer:
        faults.append(Reason(mark("Trả lại thì phải nêu lý do."), field="answer"))
    return faults


def length_faults(words: str, field: str) -> list[Reason]:
    """Chữ đã gõ — not longer than a page holds."""
    if len(words) <= LONGEST:
        return []
    return [Reason(mark("Nội dung dài quá {most} chữ cái."), {"most": LONGEST}, field=field)]


def spoken_for(actor: str) -> str:
    """Nói thay ai — "7>12", account 7 typing for 12, speaks for 12; everybody else for himself."""
    return actor.rpartition(">")[2]
