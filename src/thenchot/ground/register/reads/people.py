"""Tìm người — by any part of the name, with the posts held on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import fold
from thenchot.ground.register.models import (
    OrganizationSpell,
    PersonSpell,
    Posting,
    PostSpell,
)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Dòng người — a name with what tells namesakes apart, and the posts held on the day."""

    id: int
    full_name: str
    birth_on: date | None
    posts: list[str]
    basis: str


def people_named(*, by: Actor, named: str, on: date, most: int = 100) -> list[PersonLine]:
    """Tìm người — by any part of the name, with or without marks, in any order of the words.

    People recorded on the day within reach of the reader, in the order of given names.
    """
    spells = PersonSpell.objects.on(on).visible_to(by).select_related("basis")
    for word in fold(named).split():
        spells = spells.filter(search_key__contains=word)
    found = list(spells.order_by("sort_key", "pk")[:most])
    held = posts_held(by=by, people=[spell.person_id for spell in found], on=on)
    return [
        PersonLine(
            spell.person_id,
            spell.full_name,
            spell.birth_on,
            held.get(spell.person_id, []),
            str(spell.basis),
        )
        for spell in found
    ]


def posts_held(*, by: Actor, people: Iterable[int], on: date) -> dict[int, list[str]]:
    """Chức vụ đang giữ — of each of these people, within the reader's sight: title and unit."""
    held: dict[int, list[str]] = {}
    seen = Posting.objects.on(on).visible_to(by)
    postings = list(seen.filter(person__in=list(people)).order_by("pk"))
    units = OrganizationSpell.objects.on(on).visible_to(by)
    named = units.filter(organization=OuterRef("organization")).values("name")
    posts = (
        PostSpell.objects.on(on)
        .visible_to(by)
        .filter(post__in=[posting.post_id for posting in postings])
        .values_list("post", "title", Subquery(named))
    )
    titles = {post: f"{title}, {unit or ''}" for post, title, unit in posts}
    for posting in postings:
        if posting.post_id in titles:
            held.setdefault(posting.person_id, []).append(titles[posting.post_id])
    return held
