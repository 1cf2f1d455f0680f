"""Danh sách người — who they are on a day, a page at a time, in the order of given names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Window

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.register.models import Employment, OrganizationSpell
from thenchot.ground.register.reads import posts_held
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.selected import selected
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.words import PartyState
from thenchot.people.members.reads import standing_of
from thenchot.people.members.words import Right


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

    Runs up to fourteen statements, whatever is asked.
    """
    found = selected(by, asked, on)
    counted = found.annotate(total=Window(Count("pk")))  # the walls and filters are walked once
    spells = list(counted.order_by("sort_key", "pk")[after : after + most])
    ids = [spell.person_id for spell in spells]
    posts, units = posts_held(by=by, people=ids, on=on), units_of(by, ids, on)
    standing = standing_of(by=by, people=ids, on=on)
    unseen = PartyState.NOT_A_MEMBER if by.reach(Right.READ) == EVERYWHERE else None
    lines = []
    for spell in spells:
        held = standing.get(spell.person_id)
        held_posts, unit = posts.get(spell.person_id, []), units.get(spell.person_id, "")
        lines.append(
            Listed(
                spell.person_id,
                spell.full_name,
                spell.birth_on,
                Sex.of(spell.sex),
                held_posts,
                "" if any(post.endswith(f", {unit}") for post in held_posts) else unit,
                PartyState.of(held.status) if held else unseen,
                held.cell_id if held else None,
                held.cell if held else "",
            )
        )
    total = spells[0].total if spells else found.count()
    return People(total, lines, unit_name(by, asked.unit, on))


def units_of(by: Actor, people: Iterable[int], on: date) -> dict[int, str]:
    """Đơn vị công tác — of each of these people on the day, by name."""
    held = Employment.objects.on(on).visible_to(by).filter(person__in=list(people))
    places = dict(held.values_list("person", "organization"))
    spells = OrganizationSpell.objects.on(on).visible_to(by)
    found = spells.filter(organization__in=set(places.values()))
    names = dict(found.values_list("organization", "name"))
    return {person: names[unit] for person, unit in places.items() if unit in names}


def unit_name(by: Actor, unit: int | None, on: date) -> str:
    """Tên đơn vị được hỏi — "" where none is asked for or it is not known to the reader."""
    if unit is None:
        return ""
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization=unit)
    return next(iter(spells.values_list("name", flat=True)), "")
