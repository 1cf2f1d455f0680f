"""Hồ sơ một người — who they are on a day, all facts with their papers, what was set right, namesakes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Value

from thenchot.ground.basis.reads.sensitive import opened_of
from thenchot.ground.basis.reads.withheld import withheld_papers
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.months import full_years
from thenchot.ground.plain.text import Sayable
from thenchot.ground.register.models import Employment, PersonSpell, Posting
from thenchot.people.dossiers.reads.corrections import Correction, corrections_of
from thenchot.people.dossiers.reads.gathered import (
    Facts,
    Names,
    facts_of,
    held_on,
    names_for,
    papers_of,
    posting_said,
)
from thenchot.people.dossiers.reads.items import Known, known_on
from thenchot.people.dossiers.reads.selected import selected
from thenchot.people.dossiers.reads.telling import entries_of
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.rules.told import Entry
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.reads.doubles import pairs_of
from thenchot.people.identity.reads.merged import Merged, merged_from
from thenchot.people.identity.reads.numbers import masked_numbers
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.models import Membership, PartyDays
from thenchot.people.members.words import Status
from thenchot.people.oversight.words import Right as OversightRight
from thenchot.people.oversight.words import Sensitive


@dataclass(frozen=True, slots=True)
class Named:
    """Một người được nhắc đến — the number of the file and the name."""

    id: int
    full_name: str
    birth_on: date | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Đang giữ — a post or a place of work on the day, and since when."""

    what: Sayable
    since: date


@dataclass(frozen=True, slots=True)
class Belongs:
    """Đang sinh hoạt đảng — cell, standing and party age in full years (None: not recorded).

    `cell_id` is None where the page of the cell is out of the reader's reach.
    """

    cell_id: int | None
    cell: Sayable
    status: Status
    party_age: int | None


@dataclass(frozen=True, slots=True)
class NumberShown:
    """Số trên trang — masked; `number` is "" until it was opened with a reason."""

    kind: NumberKind
    masked: str
    number: str


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Hồ sơ — as of the day; `recorded` is False where the books know the person on other days only.

    `sealed`: disciplines and expulsion, if any, wait to be opened with a reason; said of whoever has
    none, too. `numbers` are masked until opened. `merged`: the files that went into this one.
    `own`: the reader's.
    """

    id: int
    full_name: str
    recorded: bool
    posts: list[Holding]
    work: Holding | None
    belongs: Belongs | None
    entries: list[Entry]
    known: list[Known]
    corrections: list[Correction]
    doubles: list[Named]
    before: Named | None
    after: Named | None
    sealed: bool
    numbers: list[NumberShown]
    merged: list[Merged]
    own: bool


def file_of(*, by: Actor, person: int, on: date, came_from: Asked) -> PersonFile | None:
    """Hồ sơ của một người — None where there is none or it is out of reach, alike.

    `came_from` is the list whose neighbours are named. Runs one statement a kind of fact, one more
    for the history of each kind that has any, and ten others.
    """
    own = person == by.person
    opened = own or opened_of(by=by, kind=Sensitive.DISCIPLINE, person=person)
    facts = facts_of(by, person, opened=opened)
    lives: list[PersonSpell] = facts[PersonSpell]
    if not lives:
        return None
    life = next(iter(held_on(lives, on)), None)
    names = names_for(by, facts)
    corrections = corrections_of(by, facts, names)
    corrected = frozenset(each.fact for each in corrections)
    before, after = _beside(by, came_from, on, life)
    withheld = _withheld(by, facts, opened, own)
    return PersonFile(
        person,
        _nearest(lives, on).full_name,
        life is not None,
        [
            Holding(posting_said(each, names, on), each.effective.start)
            for each in held_on(facts[Posting], on)
        ],
        _work(facts, names, on),
        _belongs(facts, names, on),
        entries_of(facts, names, on, corrected, withheld),
        known_on(facts, names, corrections, on, withheld),
        corrections,
        _doubles(by, person, on),
        before,
        after,
        not opened and by.may(OversightRight.READ_NAMES) and by.may(BasisRight.OPEN_SENSITIVE),
        _numbers(facts, person, on),
        merged_from(by=by, person=person),
        own,
    )


def has_file(*, by: Actor, person: int) -> bool:
    """Có hồ sơ — whether there is one within reach, on any day."""
    return PersonSpell.objects.visible_to(by).filter(person=person).exists()


def _nearest(lives: list[PersonSpell], on: date) -> PersonSpell:
    begun = [life for life in lives if life.effective.start <= on]
    return begun[-1] if begun else lives[0]


def _work(facts: Facts, names: Names, on: date) -> Holding | None:
    for each in held_on(facts[Employment], on):
        return Holding(names.unit(each.organization_id, on), each.effective.start)
    return None


def _belongs(facts: Facts, names: Names, on: date) -> Belongs | None:
    days = next(iter(held_on(facts[PartyDays], on)), None)
    for each in held_on(facts[Membership], on):
        since = None
        if days:
            since = days.admitted_on if days.official_on else days.joined_on
        age = full_years(since, on) if since else None
        known = each.cell_id if each.cell_id in names.units else None
        return Belongs(known, names.unit(each.cell_id, on), Status.of(each.status), age)
    return None


def _numbers(facts: Facts, person: int, on: date) -> list[NumberShown]:
    opened = {each.kind: each.number for each in held_on(facts[PersonNumber], on)}
    return [
        NumberShown(each.kind, each.masked, opened.get(each.kind, ""))
        for each in masked_numbers(person=person, on=on)
    ]


def _doubles(by: Actor, person: int, on: date) -> list[Named]:
    """Có thể trùng — files alike by name and birth, but for those said to be of another."""
    found = [
        pair.other if pair.one.person_id == person else pair.one
        for pair in pairs_of(by=by, on=on, person=person)
    ]
    return [Named(each.person_id, each.full_name, each.birth_on) for each in found]


def _beside(
    by: Actor, asked: Asked, on: date, life: PersonSpell | None
) -> tuple[Named | None, Named | None]:
    """Người trước, người sau — of the list, in its order; None at its ends. Runs one statement."""
    if life is None:
        return None, None
    found, key = selected(by, asked, on), life.sort_key
    earlier = found.filter(Q(sort_key__lt=key) | Q(sort_key=key, pk__lt=life.pk))
    later = found.filter(Q(sort_key__gt=key) | Q(sort_key=key, pk__gt=life.pk))
    told = "side", "person", "full_name", "birth_on"
    before = earlier.annotate(side=Value("before")).order_by("-sort_key", "-pk")
    after = later.annotate(side=Value("after")).order_by("sort_key", "pk")
    both = before.values_list(*told)[:1].union(after.values_list(*told)[:1], all=True)
    named = {side: Named(*rest) for side, *rest in both}
    return named.get("before"), named.get("after")


def _withheld(by: Actor, facts: Facts, opened: bool, own: bool) -> frozenset[int]:
    """A paper that ended a membership or a post may tell by itself that it was a discipline."""
    if own:
        return frozenset()
    return withheld_papers(by=by, papers=papers_of(facts), opened=opened)
