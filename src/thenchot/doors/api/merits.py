"""Khen thưởng, kỷ luật qua API — badges, commendations, disciplines; each is one decision."""

from typing import Annotated, Any

from ninja import Router
from pydantic import Field

from thenchot.doors.api.routes import Body, Row, deed
from thenchot.doors.api.shapes import Day, Id, Text
from thenchot.ground.plain.text import mark
from thenchot.people.awards.acts.awards import record_badges, record_commendation
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body as Decided
from thenchot.people.oversight.words import DisciplineForm

router = Router(tags=[mark("Khen thưởng, kỷ luật")])


class Badge(Row):
    """Tặng một Huy hiệu."""

    MADE = BadgeRow
    person: Id
    years: Annotated[int, Field(ge=1, le=200, strict=True)]
    timing: Timing = Timing.ON_TIME


class Badges(Body):
    """Tặng Huy hiệu Đảng."""

    people: Annotated[list[Badge], Field(max_length=1000)]
    on_day: Day
    basis: Id


class Commendation(Body):
    """Khen thưởng."""

    organizations: Annotated[list[Id], Field(max_length=1000)] = []
    people: Annotated[list[Id], Field(max_length=1000)] = []
    form: AwardForm
    occasion: Text
    on_day: Day
    basis: Id


class Disciplined(Row):
    """Kỷ luật một đảng viên — a removal names the postings it ends."""

    MADE = DisciplineRow
    person: Id
    form: DisciplineForm
    postings: Annotated[list[Id], Field(max_length=20)] = []

    def row(self) -> Any:
        return DisciplineRow(self.person, self.form, tuple(self.postings))


class Discipline(Body):
    """Kỷ luật."""

    people: Annotated[list[Disciplined], Field(max_length=1000)]
    body: Decided
    on_day: Day
    basis: Id


deed(router, record_badges, Badges)
deed(router, record_commendation, Commendation)
deed(router, record_discipline, Discipline)
