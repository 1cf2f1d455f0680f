"""Dữ kiện và căn cứ tại ngày — each thing known of a person on a day, since when, by which paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Fact
from thenchot.ground.plain.text import Sayable
from thenchot.ground.register.models import Employment, PersonSpell, Posting
from thenchot.ground.register.words import Sex
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.dossiers.reads.corrections import Correction
from thenchot.people.dossiers.reads.gathered import (
    Facts,
    Names,
    competency_said,
    day_said,
    held_on,
    posting_said,
    said_as,
)
from thenchot.people.dossiers.reads.telling import place_of, shown
from thenchot.people.dossiers.rules.told import PaperShown
from thenchot.people.dossiers.words import Item
from thenchot.people.members.models import Membership, PartyDays
from thenchot.people.members.words import Status
from thenchot.people.positions.models import PersonCompetency

ITEM_OF = {
    QualificationKind.PROFESSIONAL: Item.PROFESSIONAL,
    QualificationKind.POLITICAL: Item.POLITICAL,
}


@dataclass(frozen=True, slots=True)
class Known:
    """Dữ kiện — its value (None: not recorded), since which day, by which paper (None: withheld); `old` struck through."""

    item: Item
    value: Sayable | None
    since: date
    basis: PaperShown | None
    old: Sayable | None


def known_on(
    facts: Facts,
    names: Names,
    corrections: Iterable[Correction],
    on: date,
    withheld: frozenset[int],
) -> list[Known]:
    """Dữ kiện tại ngày — in the order of the list of items."""
    old = {
        (correction.fact, each.column): each.old
        for correction in corrections
        for each in correction.changed
    }
    found = [
        Known(
            item,
            value,
            fact.effective.start,
            shown(fact.basis, withheld),
            old.get((place_of(fact), column)),
        )
        for fact, item, column, value in _lines(facts, names, on)
    ]
    order = list(Item)
    return sorted(found, key=lambda each: (order.index(each.item), each.since))


def _lines(
    facts: Facts, names: Names, on: date
) -> Iterator[tuple[Fact, Item, str, Sayable | None]]:
    for life in held_on(facts[PersonSpell], on):
        yield life, Item.BORN, "birth_on", day_said(life.birth_on) if life.birth_on else None
        yield life, Item.SEX, "sex", Sex.of(life.sex)
        yield life, Item.ETHNICITY, "ethnicity", said_as(life.ethnicity) if life.ethnicity else None
        yield life, Item.HOMETOWN, "hometown", said_as(life.hometown) if life.hometown else None
    for posting in held_on(facts[Posting], on):
        yield posting, Item.POST, "post", posting_said(posting, names, on)
    for work in held_on(facts[Employment], on):
        yield work, Item.WORK, "organization", names.unit(work.organization_id, on)
    for member in held_on(facts[Membership], on):
        yield member, Item.CELL, "cell", names.unit(member.cell_id, on)
        yield member, Item.STANDING, "status", Status.of(member.status)
    for days in held_on(facts[PartyDays], on):
        yield days, Item.ADMITTED, "admitted_on", day_said(days.admitted_on)
        yield days, Item.JOINED, "joined_on", day_said(days.joined_on)
        if days.official_on:
            yield days, Item.OFFICIAL, "official_on", day_said(days.official_on)
    for held in held_on(facts[Qualification], on):
        yield held, ITEM_OF[QualificationKind.of(held.kind)], "title", said_as(held.title)
    for assessed in held_on(facts[PersonCompetency], on):
        yield assessed, Item.COMPETENCY, "level", competency_said(assessed, names, on)
