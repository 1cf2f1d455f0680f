"""Cây so sánh — units that came, went or changed, each below the one it belongs to or goes on in."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark
from thenchot.ground.register.reads import lines_below_on_days
from thenchot.ground.register.words import Level
from thenchot.people.members.reads import members_below_on_days
from thenchot.people.reorganisation.reads.comparing import Comparison, Named
from thenchot.people.reorganisation.words import Verb

NEVER_DEEPER = 5


class Mark(Labelled):
    """Dấu thay đổi — of one unit between two days."""

    NEW = "new", mark("mới")
    GONE = "gone", mark("thôi")
    MOVED = "moved", mark("chuyển")
    CHANGED = "changed", mark("đổi")
    SAME = "same", mark("giữ nguyên")

    @property
    def sign(self) -> str:
        """Dấu hiệu — the class of its sign on the page."""
        return self.value if self in {Mark.NEW, Mark.GONE} else "joined"


@dataclass(frozen=True, slots=True)
class Pair:
    """Hai số — of the first day and the last; None where the unit did not stand, or is unseen."""

    before: int | None
    after: int | None

    @property
    def moves(self) -> bool:
        return None not in (self.before, self.after) and self.before != self.after

    @property
    def number(self) -> int | None:
        return self.before if self.after is None else self.after


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Một dòng của cây so sánh — `was` is its former name where it changed."""

    unit: Named
    was: str
    depth: int
    mark: Mark
    heads: Pair
    deputies: Pair
    members: Pair


@dataclass(frozen=True, slots=True)
class _Place:
    unit: int
    depth: int
    mark: Mark


def compared_rows(
    *, by: Actor, found: Comparison, levels: Collection[Level], after: int, most: int
) -> tuple[int, list[ComparedRow]]:
    """Các dòng — (how many, one sheet of them): only what changed, and what stands above it."""
    places = _places(found, levels)
    shown = places[after : after + most]
    return len(places), _rows(by, found, shown)


def _places(found: Comparison, levels: Collection[Level]) -> list[_Place]:
    marks = {unit: _mark(found, unit) for unit in found.first.keys() | found.last.keys()}
    states = found.first | found.last
    wanted = {
        unit for unit, each in marks.items()
        if each is not Mark.SAME and states[unit].level in levels
    }  # fmt: skip
    above: dict[int, int | None] = {}
    heirs = _heirs(found)
    for unit in wanted:
        parent = heirs.get(unit) if unit not in found.last else found.last[unit].parent
        if parent is None and unit not in found.last:
            parent = found.first[unit].parent
        above[unit] = parent if parent in states and parent != unit else None
    for unit in list(above):
        parent = above[unit]
        if parent is not None and parent not in above:
            above[parent] = None
    children: dict[int | None, list[int]] = defaultdict(list)
    for unit, parent in above.items():
        children[parent].append(unit)
    for each in children.values():
        each.sort(key=lambda unit: (marks[unit] is Mark.GONE, natural_key(states[unit].name)))
    places, waiting, seen = [], [(unit, 0) for unit in reversed(children[None])], set[int]()
    while waiting:
        unit, depth = waiting.pop()
        if unit in seen:
            continue
        seen.add(unit)
        places.append(_Place(unit, min(depth, NEVER_DEEPER), marks[unit]))
        waiting += [(child, depth + 1) for child in reversed(children[unit])]
    return places


def _heirs(found: Comparison) -> dict[int, int]:
    """The unit below which a gone one is shown: the first that continues it, or what continues that."""
    heirs: dict[int, int] = {}
    for each in found.changes:
        if each.verb in {Verb.UNITE, Verb.ABSORB, Verb.DIVIDE} and each.into:
            for unit in each.units:
                heirs.setdefault(unit.id, each.into[0].id)
    return {unit: _last_heir(heirs, unit, found.last) for unit in heirs}


def _last_heir(heirs: Mapping[int, int], unit: int, standing: Collection[int]) -> int:
    seen = {unit}
    while (heir := heirs.get(unit)) and heir not in seen:
        unit = heir
        seen.add(unit)
        if unit in standing:
            break
    return unit


def _mark(found: Comparison, unit: int) -> Mark:
    first, last = found.first.get(unit), found.last.get(unit)
    if first is None:
        return Mark.NEW
    if last is None:
        return Mark.GONE
    if first.parent != last.parent:
        return Mark.MOVED
    same = (first.name, first.kind, first.level) == (last.name, last.kind, last.level)
    return Mark.SAME if same else Mark.CHANGED


def _rows(by: Actor, found: Comparison, shown: Sequence[_Place]) -> list[ComparedRow]:
    units = [place.unit for place in shown]
    days = found.before, found.after
    lines = lines_below_on_days(by=by, units=units, days=days)
    counted = members_below_on_days(by=by, lines=lines, days=days)
    rows = []
    for place in shown:
        unit = place.unit
        first, last = found.first.get(unit), found.last.get(unit)
        one, other = (side.get(unit) for side in found.sides)
        held = [each.get(unit) for each in counted]
        now = last or first
        assert now is not None
        rows.append(
            ComparedRow(
                Named(unit, now.name), first.name if first and first.name != now.name else "",
                place.depth, place.mark,
                Pair(one.heads if one else None, other.heads if other else None),
                Pair(one.deputies if one else None, other.deputies if other else None),
                Pair(*(each.members if each else None for each in held)),
            )
        )  # fmt: skip
    return rows
