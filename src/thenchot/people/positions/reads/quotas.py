"""Biên chế — assigned and used by paper, present as counted from the register on the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.register.models import Employment, OrganizationSpell, Posting, PostSpell
from thenchot.ground.register.reads import lines_below, units_below
from thenchot.ground.register.words import PARTY
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.reads.names import unit_names
from thenchot.people.positions.words import StaffCategory


@dataclass(frozen=True, slots=True)
class Quota:
    """Biên chế một loại — and the paper that gave it."""

    assigned: int
    used: int
    basis: Paper


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """Biên chế của một đơn vị trong năm — by category; `present`: people who work at or below it."""

    unit_id: int
    unit: str
    by_category: Mapping[StaffCategory, Quota]
    present: int

    @property
    def assigned(self) -> int:
        return sum(each.assigned for each in self.by_category.values())

    @property
    def used(self) -> int:
        return sum(each.used for each in self.by_category.values())

    @property
    def papers(self) -> list[Paper]:
        """Căn cứ — each paper once."""
        return list(dict.fromkeys(each.basis for each in self.by_category.values()))

    @property
    def left(self) -> int:
        """Còn so với hiện có — below zero where more people are there than were assigned."""
        return self.assigned - self.present


def assigned_on(held: QuerySet[StaffQuota], day: date) -> dict[tuple[int, StaffCategory], int]:
    """Biên chế được giao tính đến một ngày — of `held`, by unit and category. Runs one query."""
    return assigned_on_days(held, [day])[0]


def assigned_on_days(
    held: QuerySet[StaffQuota], days: Sequence[date]
) -> list[dict[tuple[int, StaffCategory], int]]:
    """Biên chế được giao tính đến từng ngày — where the year of a day has no number yet, the one with
    which the year before ended. Runs one query for any number of days."""
    wanted = Q()
    for day in days:
        wanted |= Q(effective__contains=day) | Q(effective__endswith=_new_year(day))
    rows = list(
        held.filter(wanted)
        .order_by("effective")
        .values_list("organization", "category", "assigned", "effective")
    )
    return [
        {
            (unit, StaffCategory.of(category)): assigned
            for unit, category, assigned, when in rows
            if when.holds_on(day) or when.until == _new_year(day)
        }
        for day in days
    ]


def _new_year(day: date) -> date:
    return date(day.year, 1, 1)


def quotas_on(*, by: Actor, on: date, unit: int | None = None) -> list[QuotaLine]:
    """Biên chế vào một ngày — of units that stand, within reach, at or below `unit` where it is said.

    A person counts once, by place of work and by posts in agencies; posts of the Party's own
    bodies are no staff. Runs seven statements.
    """
    standing = OrganizationSpell.objects.on(on).values("organization")
    held = StaffQuota.objects.on(on).visible_to(by).filter(organization__in=standing)
    held = held.select_related("basis")
    if unit is not None:
        held = held.filter(organization__in=units_below(by=by, organization=unit, on=on))
    given: dict[int, dict[StaffCategory, Quota]] = {}
    for each in held:
        quota = Quota(each.assigned, each.used, paper(each.basis))
        given.setdefault(each.organization_id, {})[StaffCategory.of(each.category)] = quota
    present = _present(by, on, given)
    names = unit_names(by=by, on=on, units=given)
    lines = [
        QuotaLine(
            where, names.get(where, ""),
            {kind: of_unit[kind] for kind in StaffCategory if kind in of_unit}, present[where],
        )
        for where, of_unit in given.items()
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (natural_key(line.unit), line.unit_id))


def _present(by: Actor, on: date, units: Iterable[int]) -> dict[int, int]:
    here: dict[int, set[int]] = {}
    work = Employment.objects.on(on).visible_to(by).values_list("organization", "person")
    agencies = OrganizationSpell.objects.on(on).visible_to(by).exclude(kind__in=PARTY)
    seats = PostSpell.objects.on(on).visible_to(by)
    seats = seats.filter(organization__in=agencies.values("organization"))
    where = dict(seats.values_list("post", "organization"))
    held = Posting.objects.on(on).visible_to(by).filter(post__in=where)
    posted = [(where[post], person) for post, person in held.values_list("post", "person")]
    for place, person in [*work, *posted]:
        here.setdefault(place, set()).add(person)
    below: dict[int, set[int]] = {unit: set() for unit in units}
    for above, place in lines_below(by=by, units=below, on=on):
        below[above] |= here.get(place, set())
    return {unit: len(people) for unit, people in below.items()}
