"""Danh sách người — who they are on a day, a page at a time, in the order of given names."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Window

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.register.reads import posts_held
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.places import places_of
from thenchot.people.dossiers.reads.selected import selected
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.words import PartyState
from thenchot.people.members.words import Right, Status


@dataclass(frozen=True, slots=True)
class Listed:
    """Dòng danh sách — what tells namesakes apart: birth day, posts, place of work, cell.

    `unit` is the place of work where no post says it already.
    `state` is None where a membership may be out of the reader's reach.
    """

    id: int
    full_name: str
    birth_on: date | None
    sex: Sex
    posts: list[str]
    unit: str
    state: PartyState | None
    cell_id: int | None
    cell: str


@dataclass(frozen=True, slots=True)
class People:
    """Danh sách — a sheet of it, and how many there are in all; `unit` names the unit asked for."""

    total: int
    lines: list[Listed]
    unit: str


def people_on(*, by: Actor, asked: Asked, on: date, after: int = 0, most: int = 50) -> People:
    """Ai trong ngày — `most` people after the first `after`, and the number of all.

    Runs six statements, three more where a unit is asked for, two for a tier.
    """
    found = selected(by, asked, on)
    counted = found.annotate(total=Window(Count("pk")))  # the walls and filters are walked once
    spells = list(counted.order_by("sort_key", "pk")[after : after + most])
    ids = [spell.person_id for spell in spells]
    posts, places = posts_held(by=by, people=ids, on=on), places_of(by, ids, on, asked.unit)
    unseen = PartyState.NOT_A_MEMBER if by.reach(Right.READ) == EVERYWHERE else None
    lines = [
        Listed(
            spell.person_id,
            spell.full_name,
            spell.birth_on,
            Sex.of(spell.sex),
            posts.get(spell.person_id, []),
            _not_said_by(posts.get(spell.person_id, []), places.work(spell.person_id)),
            _state(places.standings.get(spell.person_id), unseen),
            places.cells.get(spell.person_id),
            places.cell(spell.person_id),
        )
        for spell in spells
    ]
    total = spells[0].total if spells else found.count()
    return People(total, lines, places.names.get(asked.unit or 0, ""))


def _not_said_by(posts: list[str], unit: str) -> str:
    return "" if any(post.endswith(f", {unit}") for post in posts) else unit


def _state(standing: Status | None, otherwise: PartyState | None) -> PartyState | None:
    return PartyState.of(standing) if standing else otherwise
