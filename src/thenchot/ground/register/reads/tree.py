"""Cây tổ chức — units on a day as a tree, as a table, and what is counted along its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db import models
from django.db.models import QuerySet

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import fold
from thenchot.ground.register.models import (
    Closure,
    OrganizationSpell,
    PostSpell,
)
from thenchot.ground.register.words import (
    Level,
    OrganizationKind,
    PostKind,
    Right,
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
    basis: Paper


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


Lines = list[tuple[int, int]]  # (unit, itself or a unit below it)


def organizations_on(*, by: Actor, on: date, levels: int | None = None) -> list[OrganizationLine]:
    """Cây tổ chức — organizations within reach on the day, parents before children.

    `levels` asks for so many levels below the roots only, or below the highest unit within reach.
    """
    spells = list(_spells_seen(by, on, levels))
    seen = {spell.organization_id for spell in spells}
    children: dict[int | None, list[OrganizationSpell]] = {}
    for spell in sorted(spells, key=by_name):
        above = spell.parent_id if spell.parent_id in seen else None
        children.setdefault(above, []).append(spell)
    lines: list[OrganizationLine] = []
    waiting = [(spell, 0) for spell in reversed(children.get(None, []))]
    while waiting:
        spell, depth = waiting.pop()
        lines.append(line_of(spell, depth))
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

    Names of all units are read first, whole rows only of the sheet; brothers are put in order only
    as far as the sheet reaches. Runs two statements.
    """
    seen = OrganizationSpell.objects.on(on).visible_to(by)
    told = seen.values_list("organization_id", "parent_id", "name", "kind", "pk", named=True)
    known = {row.organization_id: row for row in told}
    words = fold(named).split()
    wanted = {
        row.pk
        for row in known.values()
        if (not kind or row.kind == kind) and all(word in fold(row.name) for word in words)
    }
    found = ((row.pk, depth) for row, depth in _in_order(known) if row.pk in wanted)
    sheet = dict(islice(found, after, after + most))
    spells = seen.filter(pk__in=sheet).select_related("basis").in_bulk(sheet)
    return len(wanted), [line_of(spells[pk], depth) for pk, depth in sheet.items()]


def stands_on(*, by: Actor, organization: int, on: date) -> bool:
    """Còn hoạt động — within the reader's sight on the day."""
    return (
        OrganizationSpell.objects.on(on).visible_to(by).filter(organization=organization).exists()
    )


def _in_order(known: dict[int, Any]) -> Iterator[tuple[Any, int]]:
    """Each unit and how deep it stands, parents before children, brothers by name."""
    children: dict[int | None, list[Any]] = {}
    for row in known.values():
        children.setdefault(row.parent_id if row.parent_id in known else None, []).append(row)

    def below(unit: int | None, depth: int) -> list[tuple[Any, int]]:
        """The last by name first: the end of the list is taken next."""
        brothers = children.get(unit, [])
        brothers.sort(key=lambda row: (natural_key(row.name), row.pk), reverse=True)
        return [(row, depth) for row in brothers]

    waiting = below(None, 0)
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting += below(row.organization_id, depth + 1)


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
    for spell in sorted([*top, *below], key=by_name):
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
        branches.append(Branch(line_of(spell, depth), counted.get(unit, 0), opens))
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
    return _within(by, list(lines.values_list("ancestor", "descendant")))


def lines_below_on_days(*, by: Actor, units: Iterable[int], days: Sequence[date]) -> list[Lines]:
    """Từ đây xuống trong từng ngày — as on one day; one query for any number of them."""
    on_any = models.Q()
    for day in days:
        on_any |= models.Q(effective__contains=day)
    lines = Closure.objects.filter(on_any, ancestor__in=list(units))
    found = list(lines.values_list("ancestor", "descendant", "effective"))
    return [
        _within(by, [(above, unit) for above, unit, when in found if when.holds_on(day)])
        for day in days
    ]


def _within(by: Actor, lines: Lines) -> Lines:
    reach = by.reach(Right.READ_TREE)
    return lines if reach == EVERYWHERE else [line for line in lines if line[1] in reach]


def units_below(*, by: Actor, organization: int, on: date) -> list[int]:
    """Các đơn vị từ đây xuống — the ids at or below the unit on the day, within reach."""
    lines = Closure.objects.filter(ancestor=organization, effective__contains=on)
    below = lines.order_by("depth", "descendant").values_list("descendant", flat=True)
    return [unit for unit in below if by.may(Right.READ_TREE, unit)]


def by_name(spell: OrganizationSpell) -> tuple[str, int]:
    """Thứ tự theo tên — "ấp 2" before "ấp 10"."""
    return natural_key(spell.name), spell.pk


def line_of(spell: OrganizationSpell, depth: int) -> OrganizationLine:
    """Dòng của một trạng thái — so deep in the tree."""
    return OrganizationLine(
        spell.organization_id,
        spell.name,
        OrganizationKind.of(spell.kind),
        Level.of(spell.level),
        depth,
        spell.effective,
        paper(spell.basis),
    )
