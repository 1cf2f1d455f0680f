"""Đảng viên qua API — members of a cell, where one belongs; ways in, changes and ways out, awards, discipline."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import (
    Asked,
    Day,
    DaysOut,
    Id,
    Listed,
    Out,
    PaperOut,
    PathId,
    Sheet,
    Text,
    Word,
)
from thenchot.ground.plain.text import mark
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Sex
from thenchot.people.members.acts import members as acts
from thenchot.people.members.acts.listed import record_member_list
from thenchot.people.members.reads import members_of, standing_of
from thenchot.people.members.rules import ArrivalRow, CellRow, CeremonyRow, ExitRow, ListedMember
from thenchot.people.members.words import Right, Status, Way

router = Router(tags=[mark("Đảng viên")])


class MemberOut(Out):
    """Đảng viên của chi bộ — the standing and its paper."""

    id: int
    full_name: str
    birth_on: date | None
    status: Status
    joined_on: date | None
    basis: PaperOut


class StandingOut(Out):
    """Sinh hoạt đảng của một người — cell and standing on the day."""

    cell_id: int
    cell: str
    status: Status
    days: DaysOut
    basis: str


class Members(Sheet):
    """Lời hỏi đảng viên — of one cell."""

    cell: PathId


@question(router, "/memberships", needs=Right.READ, shape=Listed[MemberOut])
def list_memberships(request: Request, asked: Query[Members]) -> Any:
    """Đảng viên của chi bộ — on the day, in the order of given names."""
    by, on = request.actor, asked.day
    if organization_on(by=by, organization=asked.cell, on=on) is None:
        return None
    found = members_of(by=by, cell=asked.cell, on=on)
    return {"total": len(found), "items": found[asked.offset : asked.offset + asked.limit]}


@question(router, "/memberships/{person}", needs=Right.READ, shape=StandingOut)
def get_membership(request: Request, person: PathId, asked: Query[Asked]) -> Any:
    """Sinh hoạt đảng của một người — where they belong on the day."""
    return standing_of(by=request.actor, people=[person], on=asked.day).get(person)


class InCell(Row):
    """Một người vào một chi bộ."""

    MADE = CellRow
    person: Id
    cell: Id


class AtCeremony(Row):
    """Ngày lễ kết nạp của một người."""

    MADE = CeremonyRow
    person: Id
    on_day: Day


class Arriving(Row):
    """Một đảng viên chuyển đến."""

    MADE = ArrivalRow
    person: Id
    cell: Id
    status: Status
    admitted_on: Day
    joined_on: Day
    official_on: Day | None = None


class Leaving(Row):
    """Một người ra khỏi danh sách đảng viên."""

    MADE = ExitRow
    person: Id
    way: Way


class Person(Row):
    """Một người — as the list states them."""

    MADE = PersonRow
    full_name: Text
    sex: Sex
    birth_on: Day | None
    ethnicity: Text | None = None
    hometown: Text | None = None


class InList(Row):
    """Một đảng viên trong danh sách nhận vào sổ."""

    MADE = ListedMember
    person: Person
    cell: Id
    status: Status
    admitted_on: Day
    joined_on: Day
    official_on: Day | None = None
    citizen: Word = ""
    card: Word = ""


class MemberList(Body):
    """Danh sách đảng viên."""

    members: Annotated[list[InList], Field(max_length=1000)]
    from_day: Day
    basis: Id


class Admission(Body):
    """Kết nạp."""

    people: Annotated[list[InCell], Field(max_length=1000)]
    on_day: Day
    basis: Id


class Ceremony(Body):
    """Lễ kết nạp."""

    people: Annotated[list[AtCeremony], Field(max_length=1000)]
    admission: Id


class Recognition(Body):
    """Công nhận chính thức."""

    people: Annotated[list[Id], Field(max_length=1000)]
    basis: Id


class Transfer(Body):
    """Chuyển sinh hoạt."""

    people: Annotated[list[InCell], Field(max_length=1000)]
    from_day: Day
    basis: Id


class Arrival(Body):
    """Chuyển đến."""

    people: Annotated[list[Arriving], Field(max_length=1000)]
    from_day: Day
    basis: Id


class Exit(Body):
    """Ra khỏi danh sách."""

    people: Annotated[list[Leaving], Field(max_length=1000)]
    from_day: Day
    basis: Id


deed(router, acts.record_admission, Admission)
deed(router, acts.record_ceremony, Ceremony)
deed(router, acts.record_recognition, Recognition)
deed(router, acts.record_transfer, Transfer)
deed(router, acts.record_arrival, Arrival)
deed(router, acts.record_exit, Exit)
deed(router, record_member_list, MemberList)
