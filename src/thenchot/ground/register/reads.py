"""Câu hỏi của sổ tổ chức — what stood on a day, each with its paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, models
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
from thenchot.ground.register.models import Succession as SuccessionFact
from thenchot.ground.register.words import (
    Decider,
    Level,
    Matter,
    OrganizationKind,
    PostKind,
    Right,
    Succession,
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
class Branch:
    """Nhánh cây — a unit as the tree shows it: how many stand directly below, opened or not."""

    line: OrganizationLine
    below: int
    opened: bool


@dataclass(frozen=True, slots=True)
class Seats:
    """Vị trí lãnh đạo — seats of heads and deputies, held or vacant, not persons."""

    heads: int
    deputies: int


@dataclass(frozen=True, slots=True)
class Continued:
    """Kế tục — what the unit goes on from, or goes on in, since which day and by which paper."""

    unit_id: int
    name: str
    kind: Succession
    before: bool
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
    has_committee: bool
    continued: list[Continued]


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


Lines = list[tuple[int, int]]  # (unit, itself or a unit below it)


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
    spells = list(
        PostSpell.objects.on(on)
        .visible_to(by)
        .filter(post__in=[posting.post_id for posting in postings])
    )
    names = _unit_names(by, [spell.organization_id for spell in spells], on)
    titles = {
        spell.post_id: f"{spell.title}, {names.get(spell.organization_id, '')}" for spell in spells
    }
    for posting in postings:
        if posting.post_id in titles:
            held.setdefault(posting.person_id, []).append(titles[posting.post_id])
    return held


def _unit_names(by: Actor, units: Iterable[int], on: date) -> dict[int, str]:
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=units)
    return {spell.organization_id: spell.name for spell in spells}


def organizations_on(*, by: Actor, on: date, levels: int | None = None) -> list[OrganizationLine]:
    """Cây tổ chức — organizations within reach on the day, parents before children.

    `levels` asks for so many levels below the roots only, or below the highest unit within reach.
    """
    spells = list(_spells_seen(by, on, levels))
    seen = {spell.organization_id for spell in spells}
    children: dict[int | None, list[OrganizationSpell]] = {}
    for spell in sorted(spells, key=_by_name):
        above = spell.parent_id if spell.parent_id in seen else None
        children.setdefault(above, []).append(spell)
    lines: list[OrganizationLine] = []
    waiting = [(spell, 0) for spell in reversed(children.get(None, []))]
    while waiting:
        spell, depth = waiting.pop()
        lines.append(_line(spell, depth))
        below = children.get(spell.organization_id, [])
        waiting += [(child, depth + 1) for child in reversed(below)]
    return lines


def _spells_seen(by: Actor, on: date, levels: int | None) -> QuerySet[OrganizationSpell]:
    seen: QuerySet[OrganizationSpell] = (
        OrganizationSpell.objects.on(on).visible_to(by).select_related("basis")
    )
    if levels is None:
        return seen
    lines = Closure.objects.filter(effective__contains=on, depth__lte=levels)
    reach = by.reach(Right.READ_TREE)
    if reach == EVERYWHERE:
        heads = seen.filter(parent=None).values("organization")
        near = lines.filter(ancestor__in=heads)
        return seen.filter(organization__in=near.values("descendant"))
    files = by.reach(Right.READ)  # above those units stand only the names of their superiors
    own = files if files and files != EVERYWHERE else reach
    highest = seen.filter(organization__in=own)
    below = lines.filter(ancestor__in=highest.exclude(parent__in=own).values("organization"))
    return seen.exclude(organization__in=own) | seen.filter(
        organization__in=below.values("descendant")
    )


def organizations_listed(
    *, by: Actor, on: date, named: str = "", kind: str = "", after: int = 0, most: int = 100
) -> tuple[int, list[OrganizationLine]]:
    """Bảng tổ chức — (how many, one sheet of them) in the order of the tree, by part of a name or kind.

    Names of all units are read first, whole rows only of the sheet. Runs two statements.
    """
    seen = OrganizationSpell.objects.on(on).visible_to(by)
    known = {
        row.organization_id: row
        for row in seen.values_list(
            "organization_id", "parent_id", "name", "kind", "pk", named=True
        )
    }
    children: dict[int | None, list[Any]] = {}
    for row in sorted(known.values(), key=lambda row: (natural_key(row.name), row.pk)):
        children.setdefault(row.parent_id if row.parent_id in known else None, []).append(row)
    words = fold(named).split()
    found: list[tuple[int, int]] = []
    waiting = [(row, 0) for row in reversed(children.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        if (not kind or row.kind == kind) and all(word in fold(row.name) for word in words):
            found.append((row.pk, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(row.organization_id, []))]
    sheet = dict(found[after : after + most])
    spells = seen.filter(pk__in=sheet).select_related("basis").in_bulk(sheet)
    return len(found), [_line(spells[pk], depth) for pk, depth in sheet.items()]


def organization_on(*, by: Actor, organization: int, on: date) -> OrganizationPage | None:
    """Một tổ chức — None where it did not exist on the day or is out of reach, alike."""
    states = list(
        OrganizationSpell.objects.visible_to(by)
        .filter(organization=organization)
        .select_related("basis", "ended_by")
        .order_by("effective")
    )
    present = next((spell for spell in states if spell.effective.holds_on(on)), None)
    if present is None:
        return None
    seen = OrganizationSpell.objects.on(on).visible_to(by).select_related("basis")
    parent = seen.filter(organization=present.parent_id).first()
    below = seen.filter(parent=organization)
    return OrganizationPage(
        _line(present, 0),
        _line(parent, 0) if parent else None,
        [_line(spell, 1) for spell in sorted(below, key=_by_name)],
        _seats(by, organization, on),
        [_state(spell.name, spell) for spell in states],
        present.has_committee,
        _continued(by, organization, on),
    )


def branches_on(*, by: Actor, on: date, opened: frozenset[int] | None = None) -> list[Branch]:
    """Cây tổ chức đang mở — the highest units within reach, and those directly below opened ones.

    None opens the highest units. Runs three statements whatever is opened.
    """
    top = list(_spells_seen(by, on, 0))
    shown = {spell.organization_id for spell in top}
    wanted = shown if opened is None else opened
    seen = OrganizationSpell.objects.on(on).visible_to(by)
    below = list(seen.filter(parent__in=wanted).select_related("basis"))
    children: dict[int | None, dict[int, OrganizationSpell]] = {}
    for spell in sorted([*top, *below], key=_by_name):
        above = spell.parent_id if spell.parent_id in shown or spell.parent_id in wanted else None
        children.setdefault(above, {})[spell.organization_id] = spell
    everybody = {unit for units in children.values() for unit in units}
    counted = dict(
        seen.filter(parent__in=everybody)
        .order_by()
        .values_list("parent")
        .annotate(below=models.Count("pk"))
    )
    branches: list[Branch] = []
    waiting = [(spell, 0) for spell in reversed(children.get(None, {}).values())]
    while waiting:
        spell, depth = waiting.pop()
        unit = spell.organization_id
        under = list(children.get(unit, {}).values())
        opens = unit in wanted and bool(under)
        branches.append(Branch(_line(spell, depth), counted.get(unit, 0), opens))
        waiting += [(child, depth + 1) for child in reversed(under)]
    return branches


def seats_below(*, by: Actor, lines: Lines, on: date) -> dict[int, Seats]:
    """Vị trí cấp trưởng, cấp phó — along the lines down from each unit on the day, within reach."""
    held = (
        PostSpell.objects.on(on)
        .visible_to(by)
        .filter(kind__in=[PostKind.HEAD, PostKind.DEPUTY])
        .order_by()
        .values_list("organization", "kind")
        .annotate(seats=models.Count("pk"))
    )
    own: dict[int, list[int]] = {}
    for unit, kind, seats in held:
        own.setdefault(unit, [0, 0])[kind == PostKind.DEPUTY] += seats
    found = {unit: [0, 0] for unit, _ in lines}
    for above, below in lines:
        for place, seats in enumerate(own.get(below, ())):
            found[above][place] += seats
    return {unit: Seats(*seats) for unit, seats in found.items()}


def lines_below(*, by: Actor, units: Iterable[int], on: date) -> Lines:
    """Từ đây xuống — (unit, each unit at or below it on the day that `by` may know of)."""
    lines = Closure.objects.filter(ancestor__in=list(units), effective__contains=on)
    pairs = list(lines.values_list("ancestor", "descendant"))
    reach = by.reach(Right.READ_TREE)
    return pairs if reach == EVERYWHERE else [pair for pair in pairs if pair[1] in reach]


def _continued(by: Actor, organization: int, on: date) -> list[Continued]:
    either = models.Q(predecessor=organization) | models.Q(successor=organization)
    links = list(
        SuccessionFact.objects.visible_to(by)
        .filter(either)
        .select_related("basis")
        .order_by("effective", "pk")
    )
    other = {
        link.pk: link.successor_id if link.predecessor_id == organization else link.predecessor_id
        for link in links
    }
    names: dict[int, str] = {}
    spells = OrganizationSpell.objects.visible_to(by).filter(organization__in=other.values())
    for spell in spells.order_by("effective"):
        names[spell.organization_id] = spell.name
    return [
        Continued(
            other[link.pk],
            names.get(other[link.pk], ""),
            Succession.of(link.kind),
            link.successor_id == organization,
            link.effective,
            str(link.basis),
        )
        for link in links
        if other[link.pk] in names
    ]


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
    units = OrganizationSpell.objects.visible_to(by).filter(basis=basis).order_by("pk")
    people = PersonSpell.objects.visible_to(by).filter(basis=basis).order_by("pk")
    postings = Posting.objects.visible_to(by).filter(basis=basis).order_by("pk")
    return OpenedByPaper(
        list(units.values_list("organization", flat=True)),
        list(people.values_list("person", "pk")),
        list(postings.values_list("pk", "post", "person")),
    )


def units_below(*, by: Actor, organization: int, on: date) -> list[int]:
    """Các đơn vị từ đây xuống — the ids at or below the unit on the day, within reach."""
    lines = Closure.objects.filter(ancestor=organization, effective__contains=on)
    below = lines.order_by("depth", "descendant").values_list("descendant", flat=True)
    return [unit for unit in below if by.may(Right.READ_TREE, unit)]


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


def reach_faults() -> list[Reason]:
    """Kiểm tra tầm quản lý — lines that differ from a fresh count of tree and successions."""
    with connection.cursor() as cursor:
        cursor.execute(REACH_DIFFERENCE)
        differing = cursor.fetchall()
    text = mark("Tầm quản lý: đơn vị {below} thuộc {above} không khớp với các quyết định.")
    return [Reason(text, {"above": above, "below": below}) for above, below in differing]


REACH_DIFFERENCE = """
    WITH fresh AS (
        SELECT f.ancestor_id, f.descendant_id, coalesce(lower(f.days), '-infinity') AS from_day,
               coalesce(upper(f.days), 'infinity') AS until_day
        FROM register_reach_of(ARRAY(SELECT DISTINCT organization_id FROM register_organizationspell)) f
    ), held AS (SELECT ancestor_id, descendant_id, from_day, until_day FROM register_reach)
    SELECT DISTINCT ancestor_id, descendant_id FROM (
        (SELECT * FROM fresh EXCEPT SELECT * FROM held)
        UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM fresh)) differing
    ORDER BY 1, 2 LIMIT 20
"""
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


def _seats(by: Actor, organization: int, on: date) -> list[Seat]:
    kinds = list(PostKind)
    posts = sorted(
        PostSpell.objects.on(on).visible_to(by).filter(organization=organization),
        key=lambda post: (kinds.index(PostKind.of(post.kind)), post.pk),
    )
    held = {
        posting.post_id: posting
        for posting in Posting.objects.on(on)
        .visible_to(by)
        .filter(post__in=[post.post_id for post in posts])
        .select_related("basis")
    }
    people = (
        PersonSpell.objects.on(on)
        .visible_to(by)
        .filter(person__in=[posting.person_id for posting in held.values()])
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
