"""Tìm hoặc làm — people, units and papers by whatever part of them was typed, marks or none."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, Value, When

from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.names import fold, tidy_name
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting, PostSpell
from thenchot.people.members.models import Membership

MOST = 8
LEAST_LETTERS = 2


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
    """Tìm — words in any order; short ones must begin a word of the name.

    A name that ends with what was typed comes first, since people are called by the given name.
    """
    words = fold(typed).split()
    if sum(map(len, words)) < LEAST_LETTERS:
        return Found([], [], [])
    return Found(_people(by, on, words), _units(by, on, words), _papers(by, tidy_name(typed)))


def _people(by: Actor, on: date, words: list[str]) -> list[Hit]:
    spells = PersonSpell.objects.on(on).visible_to(by)
    for word in words:
        spells = spells.filter(_has(word))
    ends = Case(
        When(search_key__endswith=" ".join(words), then=Value(0)),
        When(search_key__endswith=f" {words[-1]}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    likeliest = list(spells.order_by(ends, "sort_key", "pk")[:MOST])
    places = _places(by, [spell.person_id for spell in likeliest], on)
    return [
        Hit(spell.person_id, spell.full_name, _beside(spell, places.get(spell.person_id, "")))
        for spell in likeliest
    ]


def _has(word: str) -> Q:
    """Three letters may stand anywhere, fewer only at the beginning of a word: the index needs three."""
    if len(word) > LEAST_LETTERS:
        return Q(search_key__contains=word)
    return Q(search_key__contains=f" {word}") | Q(search_key__startswith=word)


def _beside(spell: PersonSpell, place: str) -> str:
    born = f"{spell.birth_on:%Y}" if spell.birth_on else ""
    return ", ".join(part for part in (born, place) if part)


def _places(by: Actor, people: list[int], on: date) -> dict[int, str]:
    """A post and its unit, else the cell."""
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


def _units(by: Actor, on: date, words: list[str]) -> list[Hit]:
    known = {
        unit: (name, parent)
        for unit, name, parent in OrganizationSpell.objects.on(on)
        .visible_to(by)
        .values_list("organization", "name", "parent")
    }
    fits = [
        (fold(name), name, unit)
        for unit, (name, _) in known.items()
        if all(word in fold(name) for word in words)
    ]
    whole = " ".join(words)
    fits.sort(key=lambda fit: (not fit[0].endswith(whole), len(fit[0]), natural_key(fit[1])))
    return [
        Hit(unit, name, known.get(known[unit][1], ("", None))[0]) for _, name, unit in fits[:MOST]
    ]


def _papers(by: Actor, typed: str) -> list[Hit]:
    """By number and sign as typed, capital or small; a number alone must begin it."""
    if not any(sign.isdecimal() for sign in typed):
        return []
    papers = Instrument.objects.visible_to(by).filter(number_sign__istartswith=typed)
    return [
        Hit(paper.pk, paper.as_printed(), paper.abstract)
        for paper in papers.order_by("-issued_year", "-issued_on", "pk")[:MOST]
    ]
