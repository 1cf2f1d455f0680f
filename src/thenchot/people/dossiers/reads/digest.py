"""Danh sách trích ngang — any selection of people with what an office prints of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Window

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.reads import posts_held
from thenchot.ground.register.words import Sex
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.dossiers.reads.places import places_of
from thenchot.people.dossiers.reads.selected import selected
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.rules.digest import DigestRow
from thenchot.people.members.models import PartyDays

MOST = 2000


@dataclass(frozen=True, slots=True)
class Digest:
    """Trích ngang — at most `MOST` rows of `total`; `unit` names the unit asked for."""

    rows: list[DigestRow]
    total: int
    unit: str


def digest_on(*, by: Actor, asked: Asked, on: date, most: int = MOST) -> Digest:
    """Trích ngang của những người được chọn — as of the day, in the order of given names."""
    found = selected(by, asked, on)
    counted = found.annotate(total=Window(Count("pk")))  # the walls and filters are walked once
    spells = list(counted.order_by("sort_key", "pk")[:most])
    ids = [spell.person_id for spell in spells]
    posts, places = posts_held(by=by, people=ids, on=on), places_of(by, ids, on, asked.unit)
    days, titles = _party_days(by, ids, on), _titles(by, ids, on)
    rows = []
    for spell in spells:
        person = spell.person_id
        known = days.get(person)
        rows.append(
            DigestRow(
                person,
                spell.full_name,
                Sex.of(spell.sex),
                spell.birth_on,
                spell.ethnicity,
                spell.hometown,
                posts.get(person, []),
                places.work(person) or places.cell(person),
                person in places.cells,
                known is None and person in places.dated,
                known.joined_on if known else None,
                known.official_on if known else None,
                titles.get((person, QualificationKind.PROFESSIONAL.value)),
                titles.get((person, QualificationKind.POLITICAL.value)),
            )
        )
    return Digest(rows, spells[0].total if spells else 0, places.names.get(asked.unit or 0, ""))


def _party_days(by: Actor, people: Iterable[int], on: date) -> dict[int, PartyDays]:
    held = PartyDays.objects.on(on).visible_to(by).filter(person__in=list(people))
    return {each.person_id: each for each in held}


def _titles(by: Actor, people: Iterable[int], on: date) -> dict[tuple[int, str], str]:
    held = Qualification.objects.on(on).visible_to(by).filter(person__in=list(people))
    return {
        (person, kind): title for person, kind, title in held.values_list("person", "kind", "title")
    }
