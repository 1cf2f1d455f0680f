"""Hồ sơ có thể trùng — pairs of files alike by name and birth, but for those told apart by a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from django.db.models import Count, QuerySet, Window
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear, Greatest, Least

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import PersonSpell
from thenchot.people.identity.models import PersonDistinct
from thenchot.people.identity.reads.lives import life_row
from thenchot.people.identity.rules.lives import signs_of
from thenchot.people.identity.words import Sign

_DAY, _MONTH = ExtractDay("birth_on"), ExtractMonth("birth_on")
BORN_ALIKE = (ExtractYear("birth_on"), Least(_DAY, _MONTH), Greatest(_DAY, _MONTH))


@dataclass(frozen=True, slots=True)
class Pair:
    """Cặp hồ sơ — the one recorded first, the other, and why they look like one person's."""

    one: PersonSpell
    other: PersonSpell
    signs: list[Sign]


def pairs_on(*, by: Actor, on: date) -> list[Pair]:
    """Các cặp trong ngày — within reach, in the order of names. Runs two or three statements."""
    spells = _spells(by, on)
    alike = Window(Count("pk"), partition_by=["search_key", *BORN_ALIKE])
    found: dict[int, PersonSpell] = {
        each.pk: each for each in spells.annotate(alike=alike).filter(alike__gt=1)
    }
    undated = spells.filter(birth_on=None).values("search_key")
    found |= {each.pk: each for each in spells.filter(search_key__in=undated)}
    pairs = _pairs(by, found.values())
    return sorted(pairs, key=lambda pair: (pair.one.sort_key, pair.one.person_id))


def pairs_of(*, by: Actor, on: date, person: int) -> list[Pair]:
    """Các cặp của một người — runs one or two statements."""
    spells = _spells(by, on)
    own = spells.filter(person=person).values("search_key")
    pairs = _pairs(by, spells.filter(search_key__in=own))
    return [pair for pair in pairs if person in (pair.one.person_id, pair.other.person_id)]


def _spells(by: Actor, on: date) -> QuerySet[PersonSpell]:
    found: QuerySet[PersonSpell] = PersonSpell.objects.on(on).visible_to(by)
    return found.select_related("basis")


def _pairs(by: Actor, spells: Iterable[PersonSpell]) -> list[Pair]:
    in_order = sorted(spells, key=lambda each: (each.search_key, each.person_id))
    alike = [
        Pair(one, other, signs)
        for _, group in groupby(in_order, key=lambda each: each.search_key)
        for one, other in combinations(group, 2)
        if (signs := signs_of(life_row(one), life_row(other)))
    ]
    if not alike:
        return []
    apart = set(PersonDistinct.objects.visible_to(by).values_list("one", "other"))
    return [pair for pair in alike if (pair.one.person_id, pair.other.person_id) not in apart]
