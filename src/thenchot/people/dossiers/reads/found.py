"""Tìm hoặc làm — people, units and papers by whatever part of them was typed, marks or none."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, Value, When

from thenchot.ground.basis.reads.instruments import issued_by
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.names import fold, marks_or_none
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting, PostSpell
from thenchot.ground.register.words import OrganizationKind
from thenchot.people.dossiers.rules.likeness import LEAST_LETTERS, Named, Typed
from thenchot.people.members.models import Membership

MOST = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """Kết quả — what was found, and beside it what tells it from its namesakes."""

    id: int
    text: str
    beside: str


@dataclass(frozen=True, slots=True)
class Found:
    """Các kết quả — at most eight of each kind, the likeliest first."""

    people: list[Hit]
    units: list[Hit]
    papers: list[Hit]


def found(*, by: Actor, on: date, typed: str) -> Found:
    """Tìm — words in any order, as far as the reader may see. Runs at most seven statements.

    Papers are sought by number; by words of kind and abstract only where nobody bears that name.
    """
    asked = Typed.of(typed)
    if not asked.enough:
        return Found([], [], [])
    people = [] if asked.has_number else people_found(by=by, on=on, typed=asked)
    papers = [] if people else papers_found(by=by, on=on, typed=asked)
    return Found(people, units_found(by=by, on=on, typed=asked), papers)


def people_found(*, by: Actor, on: date, typed: Typed) -> list[Hit]:
    """Tìm người — whose given name was typed first, and among namesakes who holds a post."""
    spells = PersonSpell.objects.on(on).visible_to(by)
    for word in typed.words:
        spells = spells.filter(_has(word))
    held = Posting.objects.on(on).visible_to(by).values("person")
    leads = Case(When(person__in=held, then=Value(0)), default=Value(1))
    likeliest = list(spells.order_by(_likeness(typed), leads, "sort_key", "pk")[:MOST])
    return told_apart(by=by, on=on, spells=likeliest)


def told_apart(*, by: Actor, on: date, spells: Sequence[PersonSpell]) -> list[Hit]:
    """Phân biệt người trùng tên — each name beside birth year and place."""
    places = _places(by, [spell.person_id for spell in spells], on)
    return [
        Hit(spell.person_id, spell.full_name, _beside(spell, places.get(spell.person_id, "")))
        for spell in spells
    ]


def _has(word: str) -> Q:
    """Three letters may stand anywhere, fewer only at the beginning of a word."""
    if len(word) > LEAST_LETTERS:
        return Q(search_key__contains=word)
    return Q(search_key__contains=f" {word}") | Q(search_key__startswith=word)


def _likeness(typed: Typed) -> Case:
    """People are called by the given name: it typed whole, beside the family's first letters, is likeliest."""
    given, both, begun = Q(pk__in=()), Q(pk__in=()), Q(pk__in=())
    for word in typed.words:
        is_given = Q(search_key__endswith=f" {word}")
        begins = Q(search_key__regex=f" {re.escape(word)}[^ ]*$")
        given |= is_given
        for other in typed.words:
            if other != word:
                both |= is_given & Q(search_key__startswith=other)
                begun |= begins & Q(search_key__startswith=other)
    tail = Q(search_key=typed.whole) | Q(search_key__endswith=f" {typed.whole}")
    return Case(
        When(tail, then=Value(0)),
        When(both, then=Value(1)),
        When(begun, then=Value(2)),
        When(given, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )


def _beside(spell: PersonSpell, place: str) -> str:
    born = f"{spell.birth_on:%Y}" if spell.birth_on else ""
    return ", ".join(part for part in (born, place) if part)


def _places(by: Actor, people: list[int], on: date) -> dict[int, str]:
    """A post and its unit, else the cell."""
    if not people:
        return {}
    postings = Posting.objects.on(on).visible_to(by).filter(person__in=people)
    held = dict(postings.order_by("-pk").values_list("person", "post"))
    posts = PostSpell.objects.on(on).visible_to(by).filter(post__in=held.values())
    seats = {post.post_id: post for post in posts}
    cells = dict(
        Membership.objects.on(on)
        .visible_to(by)
        .filter(person__in=people)
        .values_list("person", "cell")
    )
    units = {*cells.values(), *(seat.organization_id for seat in seats.values())}
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=units)
    names = dict(spells.values_list("organization", "name"))
    places = {person: names.get(cell, "") for person, cell in cells.items()}
    for person, post in held.items():
        if post in seats:
            seat = seats[post]
            places[person] = f"{seat.title}, {names.get(seat.organization_id, '')}"
    return places


def units_found(
    *, by: Actor, on: date, typed: Typed, kinds: Collection[OrganizationKind] = ()
) -> list[Hit]:
    """Tìm tổ chức — names that end with what was typed first, each beside the unit above."""
    seen = OrganizationSpell.objects.on(on).visible_to(by)
    of_kind = (
        set(seen.filter(kind__in=kinds).values_list("organization", flat=True)) if kinds else None
    )
    known = {
        unit: (name, parent) for unit, name, parent in seen.values_list("organization", "name", "parent")
    }  # fmt: skip
    fits = [
        (named.distance(typed), natural_key(name), unit)
        for unit, (name, _) in known.items()
        if (of_kind is None or unit in of_kind) and (named := Named(name)).fits(typed)
    ]
    return [
        Hit(unit, known[unit][0], known.get(known[unit][1], ("", None))[0])
        for _, _, unit in sorted(fits)[:MOST]
    ]


def papers_found(*, by: Actor, on: date, typed: Typed) -> list[Hit]:
    """Tìm văn bản — numbers begin the number and sign; other words stand in it, the kind or the abstract."""
    papers = issued_by(by, on)
    for word in typed.words:
        if word[0].isdecimal():
            papers = papers.filter(number_sign__iregex=f"^0*{marks_or_none(word)}")
        else:
            kinds = [kind.value for kind in InstrumentKind if word in fold(kind.label)]
            anywhere = marks_or_none(word)
            papers = papers.filter(
                Q(kind__in=kinds) | Q(number_sign__iregex=anywhere) | Q(abstract__iregex=anywhere)
            )
    return [
        Hit(paper.pk, paper.as_printed(), paper.abstract)
        for paper in papers.order_by("-issued_year", "-issued_on", "pk")[:MOST]
    ]
