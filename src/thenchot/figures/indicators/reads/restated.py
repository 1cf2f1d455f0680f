"""Tính lại theo đơn vị hiện nay — an earlier figure by today's units, and the difference unit by unit.

Each record stays where it was recorded; what changes is which unit of today answers for that place:
the unit itself where it stands, else those that continue it. A place that goes on in several is
counted by the share its paper gives; without one it is counted in full, and said so.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from thenchot.figures.indicators.reads.counting import TREE_OF_THE_DAY, by_unit
from thenchot.figures.indicators.rules import Indicator
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import OrganizationSpell, Reach, Succession
from thenchot.ground.register.words import Succession as SuccessionKind

ENDING = [SuccessionKind.ABSORBED, SuccessionKind.UNITED, SuccessionKind.DIVIDED]
MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class RestatedLine:
    """Dòng chênh lệch — a unit of that day: what it counted then below the unit, what it counts now.

    `whole`: its places go on in several units and no share is recorded.
    """

    unit_id: int
    name: str
    then: int
    now: Fraction
    whole: bool


@dataclass(frozen=True, slots=True)
class Restated:
    """Số tính lại — by the tree of that day and by today's; the lines add up to both.

    `existed`: whether the unit stood on that day; where it did not, there was no figure then.
    """

    existed: bool
    then: int
    now: Fraction
    lines: list[RestatedLine]

    @property
    def exact(self) -> bool:
        return not any(line.whole for line in self.lines)


def restated(*, by: Actor, indicator: Indicator, unit: int, days: DayRange, on: date) -> Restated:
    """Tính lại — the figure of `unit` (as it stands on `on`) in earlier days, as it was and restated."""
    assert days.until is not None, "a period has an end"
    last = days.until - timedelta(days=1)
    tree = TREE_OF_TODAY.replace("{today}", f"DATE '{on.isoformat()}'")
    then = by_unit(by=by, indicator=indicator, unit=unit, days=days, tree=TREE_OF_THE_DAY)
    now = by_unit(by=by, indicator=indicator, unit=unit, days=days, tree=tree)
    weights = _weights(unit, set(now), on)
    lines = _lines(by, then, now, weights, last)
    existed = OrganizationSpell.objects.on(last).filter(organization=unit).exists()
    restated_now = sum((line.now for line in lines), Fraction(0))
    return Restated(existed, sum(then.values()), restated_now, lines)


TREE_OF_TODAY = (
    "JOIN register_reach line ON line.descendant_id = {unit}"
    " AND line.from_day <= {today} AND line.until_day > {today}"
)


def _lines(
    by: Actor, then: Mapping[int, int], now: Mapping[int, int],
    weights: Mapping[int, tuple[Fraction, bool]], day: date,
) -> list[RestatedLine]:  # fmt: skip
    """Told by the unit directly above each place on that day, cells by their committee."""
    places = then.keys() | now.keys()
    spells = {
        each.organization_id: each
        for each in OrganizationSpell.objects.on(day).filter(organization__in=places)
    }
    above = {
        place: (spells[place].parent_id or place) if place in spells else place for place in places
    }
    names = dict(
        OrganizationSpell.objects.on(day)
        .visible_to(by)
        .filter(organization__in=set(above.values()))
        .values_list("organization", "name")
    )
    sums: dict[int, list[Fraction]] = defaultdict(lambda: [Fraction(0), Fraction(0)])
    whole: set[int] = set()
    for place in places:
        weight, unsaid = weights.get(place, (Fraction(1), False))
        sums[above[place]][0] += then.get(place, 0)
        sums[above[place]][1] += now.get(place, 0) * weight
        if unsaid:
            whole.add(above[place])
    lines = [
        RestatedLine(unit, names.get(unit, ""), int(one), other, unit in whole)
        for unit, (one, other) in sums.items()
    ]
    return sorted(
        lines, key=lambda line: (line.then == line.now, natural_key(line.name), line.unit_id)
    )


def _weights(unit: int, places: set[int], on: date) -> dict[int, tuple[Fraction, bool]]:
    """How much of each place goes on below `unit` today; True where a division says no share."""
    links: dict[int, list[tuple[int, Fraction | None]]] = defaultdict(list)
    begun = Succession.objects.filter(effective__startswith__lte=on, kind__in=ENDING)
    for one, other, share in begun.order_by("pk").values_list("predecessor", "successor", "share"):
        links[one].append((other, None if share is None else Fraction(share)))
    inside = set(
        Reach.objects.filter(ancestor=unit, from_day__lte=on, until_day__gt=on).values_list(
            "descendant", flat=True
        )
    )

    def part(place: int, steps: int) -> tuple[Fraction, bool]:
        heirs = links.get(place, [])
        if not heirs or steps > MOST_STEPS:
            return Fraction(1) if place in inside else Fraction(0), False
        if len(heirs) == 1:
            return part(heirs[0][0], steps + 1)
        if any(share is None for _, share in heirs):
            return Fraction(1), True
        parts = [(share or Fraction(0), part(heir, steps + 1)) for heir, share in heirs]
        total = sum((share * found for share, (found, _) in parts), Fraction(0))
        return total, any(unsaid for _, (_, unsaid) in parts)

    return {place: part(place, 0) for place in places if place in links}
