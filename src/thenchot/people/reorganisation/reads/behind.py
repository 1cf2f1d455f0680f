"""Sau một con số của so sánh — its units, its posts, and the people who leave theirs, a sheet at a time."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from thenchot.ground.plain.actor import EVERYWHERE
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.words import PostKind
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.reorganisation.reads.comparing import SEATS, Comparison, Named
from thenchot.people.reorganisation.words import Category, Counted, Part

SEEN_BY: dict[Counted, Labelled] = {
    Counted.UNITS: RegisterRight.READ_TREE, Counted.HEADS: RegisterRight.READ,
    Counted.DEPUTIES: RegisterRight.READ, Counted.STAFF: PositionsRight.READ,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListedPost:
    """Chức vụ sau con số — in a unit, and on which of the two days it counts there."""

    id: int
    title: str
    unit: Named
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """Dòng sau con số — a unit, how many of what is counted it has on either day, and which posts."""

    unit: Named
    before: int
    after: int
    posts: list[ListedPost]


@dataclass(frozen=True, slots=True)
class Holder:
    """Người giữ — with their page."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class HeldPost:
    """Chức vụ và người giữ — on the days it counts; None where nobody in sight holds it."""

    id: int
    title: str
    kind: PostKind
    unit: Named
    before: bool
    after: bool
    held_before: Holder | None
    held_after: Holder | None


@dataclass(frozen=True, slots=True)
class LeftPost:
    """Chức vụ thôi giữ — gone by the last day, and the unit it was of."""

    id: int
    title: str
    unit: Named


@dataclass(frozen=True, slots=True)
class Leaver:
    """Người thôi giữ — who held posts that are gone."""

    person: Holder
    posts: list[LeftPost]


@dataclass(frozen=True, slots=True)
class Leavers:
    """Những người thôi giữ — how many, a sheet of them, and the gone posts nobody in sight held."""

    total: int
    rows: list[Leaver]
    unheld: int


def units_behind(
    *, found: Comparison, category: Category, what: Counted, part: Part | None = None,
    after: int = 0, most: int | None = None,
) -> tuple[int, list[Listed]]:  # fmt: skip
    """Đơn vị sau con số — (how many, a sheet of them): every unit of the category that counts on
    either day, those that changed first; of a `part` of them where it is asked for."""
    rows: list[tuple[Named, int, int]] = []
    for unit in found.sides[0].keys() | found.sides[1].keys():
        was, now = (
            side[unit].count(what) if unit in side and side[unit].category is category else 0
            for side in found.sides
        )
        if (was or now) and _is_of(part, was, now):
            rows.append((found.named(unit), was, now))
    rows.sort(key=lambda row: (row[1] == row[2], natural_key(row[0].name), row[0].id))
    shown = rows[after : None if most is None else after + most]
    posts: dict[int, list[ListedPost]] = defaultdict(list)
    for post in _posts(found, category, what, {unit.id for unit, *_ in shown}):
        posts[post.unit.id].append(post)
    return len(rows), [Listed(unit, was, now, posts[unit.id]) for unit, was, now in shown]


def posts_behind(
    *, found: Comparison, category: Category, what: Counted, part: Part | None = None,
    after: int, most: int,
) -> tuple[int, list[HeldPost]]:  # fmt: skip
    """Chức vụ sau con số — (how many, a sheet of them), by unit and title; of units and staff none.

    A `part` is of posts: where a unit gives one up and is given another, one is gone and one new,
    which its number of posts does not show.
    """
    units = found.sides[0].keys() | found.sides[1].keys()
    posts = [
        post
        for post in _posts(found, category, what, units)
        if _is_of(part, post.before, post.after)
    ]
    shown = posts[after : after + most]
    held = [found.holders({post.id for post in shown}, day) for day in (found.before, found.after)]
    people = {each.id: each for each in _people(found, {*held[0].values(), *held[1].values()})}
    return len(posts), [
        HeldPost(
            post.id, post.title, SEATS[what], post.unit, post.before, post.after,
            *(
                people.get(holders.get(post.id, 0)) if there else None
                for there, holders in zip((post.before, post.after), held, strict=True)
            ),
        )
        for post in shown
    ]  # fmt: skip


def leavers(
    *, found: Comparison, category: Category, what: Counted, after: int, most: int
) -> Leavers:
    """Người thôi giữ — by name, each once with the posts they leave.

    Whoever may see that a post is held may see by whom: the holding ties the person to its unit.
    """
    posts: dict[int, list[LeftPost]] = defaultdict(list)
    unheld = 0
    for post in found.gone_posts.get((category, what), ()):
        if post.holder is None:
            unheld += 1
        else:
            posts[post.holder].append(LeftPost(post.id, post.title, found.named(post.unit)))
    rows = [Leaver(person, posts[person.id]) for person in _people(found, posts)]
    return Leavers(len(rows), rows[after : after + most], unheld)


def in_part(found: Comparison, *what: Counted) -> bool:
    """Trong phạm vi — whether the reader sees not everywhere what is counted, so that there may be more."""
    return any(found.by.reach(SEEN_BY[each]) != EVERYWHERE for each in what)


def _posts(
    found: Comparison, category: Category, what: Counted, units: Collection[int]
) -> list[ListedPost]:
    """Heads or deputies of the units while these are of the category, by unit and title."""
    if what not in SEATS:
        return []
    there = [
        {
            (post.unit, post.post): post.title
            for post in posts.values()
            if post.kind is SEATS[what] and post.unit in units
            and post.unit in sides and sides[post.unit].category is category
        }
        for posts, sides in zip(found.posts, found.sides, strict=True)
    ]  # fmt: skip
    told = [
        ListedPost(post, title, found.named(unit), *((unit, post) in each for each in there))
        for (unit, post), title in (there[0] | there[1]).items()
    ]
    return sorted(told, key=_place)


def _place(post: ListedPost) -> tuple[str, int, str, int]:
    return natural_key(post.unit.name), post.unit.id, natural_key(post.title), post.id


def _people(found: Comparison, people: Collection[int]) -> list[Holder]:
    """Those in sight, in the order of names."""
    lives = PersonSpell.objects.visible_to(found.by).filter(person__in=people)
    names = {
        person: (name, key)
        for person, name, key in lives.order_by("effective").values_list(
            "person", "full_name", "sort_key"
        )
    }
    ordered = sorted(names, key=lambda person: (names[person][1], person))
    return [Holder(person, names[person][0]) for person in ordered]


def _is_of(part: Part | None, before: int, after: int) -> bool:
    asked = {Part.GONE: before > after, Part.NEW: before < after, Part.CHANGED: before != after}
    return part is None or asked[part]
