"""Con người qua API — people on a day, one person's file; new files and facts set right."""

from datetime import date
from typing import Any

from django.utils.translation import gettext
from ninja import Query, Router
from pydantic import field_validator

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, deed, question
from thenchot.doors.api.shapes import (
    Asked,
    Day,
    DaysOut,
    Id,
    Listed,
    Out,
    PathId,
    Sheet,
    Text,
    Word,
)
from thenchot.ground.plain.text import Sayable, mark
from thenchot.ground.register.acts.people import record_person
from thenchot.ground.register.words import Right, Sex, Tier
from thenchot.people.dossiers.reads.file import file_of
from thenchot.people.dossiers.reads.listing import people_on
from thenchot.people.dossiers.rules.asked import Asked as AskedPeople
from thenchot.people.dossiers.words import EntryKind, Item, PartyState, Phase

router = Router(tags=[mark("Con người")])


class PersonOut(Out):
    """Một người trong danh sách — `state` is null where a membership may be out of reach."""

    id: int
    full_name: str
    birth_on: date | None
    sex: Sex
    posts: list[str]
    unit: str
    state: PartyState | None
    cell_id: int | None
    cell: str


class PaperShownOut(Out):
    """Văn bản căn cứ — as it is printed."""

    id: int
    printed: str
    issued_on: date | None


class KnownOut(Out):
    """Dữ kiện tại ngày — null: not recorded; a basis may be withheld."""

    item: Item
    value: str | None
    since: date
    basis: PaperShownOut | None

    @field_validator("value", mode="before")
    @classmethod
    def said(cls, value: Sayable | None) -> str | None:
        return None if value is None else value.sentence(gettext)


class EntryOut(Out):
    """Mốc — one fact of the life, and where it stands beside the day."""

    kind: EntryKind
    what: str
    days: DaysOut
    phase: Phase
    basis: PaperShownOut | None
    ended_by: PaperShownOut | None
    corrected: bool

    @field_validator("what", mode="before")
    @classmethod
    def said(cls, value: Sayable) -> str:
        return value.sentence(gettext)


class PersonFileOut(Out):
    """Hồ sơ một người — `sealed`: disciplines, if any, wait to be opened on the page."""

    id: int
    full_name: str
    recorded: bool
    known: list[KnownOut]
    entries: list[EntryOut]
    sealed: bool


class People(Sheet):
    """Lời hỏi danh sách người — every part narrows it; `unit` means that unit and all below."""

    named: Word = ""
    unit: PathId | None = None
    tier: Tier | None = None
    state: PartyState | None = None
    sex: Sex | None = None


@question(router, "/people", needs=Right.READ, shape=Listed[PersonOut])
def list_people(request: Request, asked: Query[People]) -> Any:
    """Danh sách người — within reach on the day, in the order of given names."""
    wanted = AskedPeople(
        named=asked.named, unit=asked.unit, tier=asked.tier, state=asked.state, sex=asked.sex
    )
    found = people_on(
        by=request.actor, asked=wanted, on=asked.day, after=asked.offset, most=asked.limit
    )
    return {"total": found.total, "items": found.lines}


@question(router, "/people/{person}", needs=Right.READ, shape=PersonFileOut)
def get_person(request: Request, person: PathId, asked: Query[Asked]) -> Any:
    """Hồ sơ một người — what is known on the day, and every fact with its papers."""
    return file_of(by=request.actor, person=person, on=asked.day, came_from=AskedPeople())


class NewPerson(Body):
    """Ghi hồ sơ."""

    full_name: Text
    sex: Sex
    birth_on: Day | None
    from_day: Day
    basis: Id
    ethnicity: Text | None = None
    hometown: Text | None = None
    kept_by: Id | None = None


deed(router, record_person, NewPerson)
