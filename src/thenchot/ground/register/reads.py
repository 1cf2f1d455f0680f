"""Câu hỏi của sổ tổ chức — what stood on a day, each with its paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import (
    Closure,
    Competence,
    OrganizationSpell,
    PersonSpell,
    Posting,
    PostSpell,
)
from thenchot.ground.register.words import (
    Decider,
    Level,
    Matter,
    OrganizationKind,
    PostKind,
    Right,
    Tier,
)


@dataclass(frozen=True, slots=True)
class OrganizationLine:
    """Dòng tổ chức — one organization in the tree on a day; `depth` counts from the root."""

    id: int
    name: str
    kind: OrganizationKind
    level: Level
    depth: int
    days: DayRange
    basis: str


@dataclass(frozen=True, slots=True)
class State:
    """Trạng thái — what held on which days, because of which papers."""

    text: str
    days: DayRange
    basis: str
    ended_by: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Chức vụ trên trang tổ chức — its title and who holds it on the day."""

    title: str
    kind: PostKind
    holder: str
    holder_id: int | None
    days: DayRange | None
    basis: str


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """Trang tổ chức — the state on the day, units below, seats, and all states through time."""

    line: OrganizationLine
    parent: OrganizationLine | None
    children: list[OrganizationLine]
    seats: list[Seat]
    states: list[State]


@dataclass(frozen=True, slots=True)
class Competent:
    """Cấp có thẩm quyền — who decides, on which days, by which paper."""

    decider: Decider
    days: DayRange
    basis: str


@dataclass(frozen=True, slots=True)
class OpenedByPaper:
    """Văn bản đã mở ra — organizations; (person, fact); (posting, post, person)."""

    units: list[int]
    people: list[tuple[int, int]]
    postings: list[tuple[int, int, int]]


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
    spells = PersonSpell.objects.on(on).select_related("basis").order_by("sort_key", "pk")
    for word in fold(named).split():
        spells = spells.filter(search_key__contains=word)
    reach = by.reach(Right.READ)
    if reach != EVERYWHERE:
        spells = spells.filter(person__in=_holders(reach, on))
    found = list(spells[:most])
    held = _posts_held([spell.person_id for spell in found], on)
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


def _holders(units: Iterable[int], on: date) -> QuerySet[Posting, int]:
    seats = PostSpell.objects.on(on).filter(organization__in=units).values("post")
    holders: QuerySet[Posting, int] = (
        Posting.objects.on(on).filter(post__in=seats).values_list("person", flat=True)
    )
    return holders


def _posts_held(people: list[int], on: date) -> dict[int, list[str]]:
    held: dict[int, list[str]] = {}
    postings = list(Posting.objects.on(on).filter(person__in=people).order_by("pk"))
    seats = PostSpell.objects.on(on).filter(post__in=[posting.post_id for posting in postings])
    spells = list(seats)
    units = OrganizationSpell.objects.on(on).filter(
        organization__in=[spell.organization_id for spell in spells]
    )
    names = {unit.organization_id: unit.name for unit in units}
    titles = {spell.post_id: f"{spell.title}, {names[spell.organization_id]}" for spell in spells}
    for posting in postings:
        held.setdefault(posting.person_id, []).append(titles[posting.post_id])
    return held


def organizations_on(*, by: Actor, on: date, levels: int | None = None) -> list[OrganizationLine]:
    """Cây tổ chức — organizations within reach on the day, parents before children.

    `levels` asks for so many levels below the roots only.
    """
    spells = OrganizationSpell.objects.on(on).select_related("basis")
    if levels is not None:
        roots = OrganizationSpell.objects.on(on).filter(parent=None)
        near = Closure.objects.filter(
            ancestor__in=roots.values("organization"), effective__contains=on, depth__lte=levels
        )
        spells = spells.filter(organization__in=near.values("descendant"))
    children: dict[int | None, list[OrganizationSpell]] = {}
    for spell in sorted(spells, key=_by_name):
        children.setdefault(spell.parent_id, []).append(spell)
    lines: list[OrganizationLine] = []
    waiting = [(spell, 0) for spell in reversed(children.get(None, []))]
    while waiting:
        spell, depth = waiting.pop()
        if _within(by, spell.organization_id):
            lines.append(_line(spell, depth))
        below = children.get(spell.organization_id, [])
        waiting += [(child, depth + 1) for child in reversed(below)]
    return lines


def organization_on(*, by: Actor, organization: int, on: date) -> OrganizationPage | None:
    """Một tổ chức — None where it did not exist on the day or is out of reach, alike."""
    if not _within(by, organization):
        return None
    states = list(
        OrganizationSpell.objects.filter(organization=organization)
        .select_related("basis", "ended_by")
        .order_by("effective")
    )
    present = next((spell for spell in states if spell.effective.holds_on(on)), None)
    if present is None:
        return None
    above = OrganizationSpell.objects.on(on).filter(organization=present.parent_id)
    parent = above.select_related("basis").first()
    below = OrganizationSpell.objects.on(on).filter(parent=organization).select_related("basis")
    return OrganizationPage(
        _line(present, 0),
        _line(parent, 0) if parent else None,
        [_line(spell, 1) for spell in sorted(below, key=_by_name)],
        _seats(organization, on),
        [_state(spell.name, spell) for spell in states],
    )


def who_decides(matter: Matter, tier: Tier, on: date) -> Competent | None:
    """Ai quyết định — the body competent for the matter and tier on the day; None: not recorded."""
    found = (
        Competence.objects.on(on).filter(matter=matter, tier=tier).select_related("basis").first()
    )
    if found is None:
        return None
    return Competent(Decider.of(found.decider), found.effective, str(found.basis))


def opened_by_paper(*, by: Actor, basis: int) -> OpenedByPaper:
    """Văn bản đã mở ra — units, people and postings a paper brought into the register, in order."""
    if by.reach(Right.READ) != EVERYWHERE:
        return OpenedByPaper([], [], [])
    units = OrganizationSpell.objects.filter(basis=basis).order_by("pk")
    people = PersonSpell.objects.filter(basis=basis).order_by("pk")
    postings = Posting.objects.filter(basis=basis).order_by("pk")
    return OpenedByPaper(
        list(units.values_list("organization", flat=True)),
        list(people.values_list("person", "pk")),
        list(postings.values_list("pk", "post", "person")),
    )


def units_below(*, by: Actor, organization: int, on: date) -> list[int]:
    """Các đơn vị từ đây xuống — the ids at or below the unit on the day, within reach."""
    lines = Closure.objects.filter(ancestor=organization, effective__contains=on)
    below = lines.order_by("depth", "descendant").values_list("descendant", flat=True)
    return [unit for unit in below if _within(by, unit)]


def closure_faults() -> list[Reason]:
    """Kiểm tra cây — lines of the projection that differ from a fresh count of all edges."""
    with connection.cursor() as cursor:
        cursor.execute(DIFFERENCE)
        differing = cursor.fetchall()
    text = mark("Cây tổ chức: đơn vị {below} dưới {above} {days} không khớp với các quyết định.")
    return [
        Reason(text, {"above": above, "below": below, "days": days})
        for above, below, days in differing
    ]


DIFFERENCE = """
    WITH fresh AS (
        SELECT f.* FROM register_lines_above(
            ARRAY(SELECT DISTINCT organization_id FROM register_organizationspell)) f
    ), held AS (SELECT ancestor_id, descendant_id, depth, effective FROM register_closure)
    SELECT ancestor_id, descendant_id, effective::text FROM (
        (SELECT * FROM fresh EXCEPT SELECT * FROM held)
        UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM fresh)) differing
    ORDER BY 1, 2, 3 LIMIT 20
"""


def _by_name(spell: OrganizationSpell) -> tuple[str, int]:
    return natural_key(spell.name), spell.pk


def _seats(organization: int, on: date) -> list[Seat]:
    posts = list(PostSpell.objects.on(on).filter(organization=organization).order_by("kind", "pk"))
    held = {
        posting.post_id: posting
        for posting in Posting.objects.on(on)
        .filter(post__in=[post.post_id for post in posts])
        .select_related("basis")
    }
    people = PersonSpell.objects.on(on).filter(
        person__in=[posting.person_id for posting in held.values()]
    )
    names = {person.person_id: person.full_name for person in people}
    return [_seat(post, held.get(post.post_id), names) for post in posts]


def _seat(post: PostSpell, posting: Posting | None, names: dict[int, str]) -> Seat:
    kind = PostKind.of(post.kind)
    if posting is None:
        return Seat(post.title, kind, "", None, None, "")
    return Seat(
        post.title,
        kind,
        names.get(posting.person_id, ""),
        posting.person_id,
        posting.effective,
        str(posting.basis),
    )


def _line(spell: OrganizationSpell, depth: int) -> OrganizationLine:
    return OrganizationLine(
        spell.organization_id,
        spell.name,
        OrganizationKind.of(spell.kind),
        Level.of(spell.level),
        depth,
        spell.effective,
        str(spell.basis),
    )


def _state(text: str, fact: OrganizationSpell) -> State:
    return State(text, fact.effective, str(fact.basis), str(fact.ended_by or ""))


def _within(by: Actor, organization: int) -> bool:
    reach = by.reach(Right.READ)
    return reach == EVERYWHERE or organization in reach
