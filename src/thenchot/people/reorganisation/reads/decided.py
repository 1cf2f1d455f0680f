"""Sau quyết định — what a decided scheme left to be put right, and the staff it gave."""

from datetime import date, timedelta

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.months import add_months
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.reads.quotas import assigned_on
from thenchot.people.reorganisation.models import Scheme
from thenchot.people.reorganisation.reads.sizes import limits_on, sized
from thenchot.people.reorganisation.reads.written import quotas_of, steps_of
from thenchot.people.reorganisation.rules.limits import Surplus, surplus_of
from thenchot.people.reorganisation.rules.plan import plan_of
from thenchot.people.reorganisation.rules.rows import Where
from thenchot.people.reorganisation.rules.staffing import StaffLine
from thenchot.people.reorganisation.words import State


def surplus_left(scheme: Scheme, on: date) -> list[Surplus]:
    """Cấp phó còn dôi dư — on a day, of the units a decided scheme founded, enlarged or made another
    kind; each with the day by which its deputies are to be within the limit."""
    if scheme.paper is None or scheme.paper.annulled_by_id:
        return []
    plan, made = plan_of(steps_of(scheme.pk)), _made(scheme)
    places = [*(Where(step=n) for n in plan.founded), *(each.into for each in plan.continued)]
    places += [Where(unit) for unit in plan.retyped()]
    units = {_unit(where, made) for where in places} - {None}
    known = limits_on(scheme.from_day)
    found = [
        surplus_of(each, known, scheme.from_day)
        for each in sized([unit for unit in units if unit is not None], on)
    ]
    return [each for each in found if each]


def surpluses_due(by: Actor, on: date, until: date, years: Limit) -> list[tuple[Scheme, Surplus]]:
    """Dôi dư đến hạn — of decided schemes in sight whose day to be within the limit, so many years
    after their effect day, is not after `until`; the rule binds those that took effect under it.
    Nothing is asked while the rule is younger than that."""
    last = add_months(until, -12 * years.value)
    if last < years.since:
        return []
    decided = Scheme.objects.visible_to(by).filter(state=State.DECIDED).select_related("paper")
    due = decided.filter(from_day__gte=years.since, from_day__lte=last)
    return [(scheme, each) for scheme in due for each in surplus_left(scheme, on)]


def staff_decided(by: Actor, scheme: Scheme) -> list[StaffLine]:
    """Biên chế đã giao theo đề án — beside what the same unit had the day before."""
    given = quotas_of(scheme.pk)
    units = [each.where.unit for each in given if each.where.unit]
    held = StaffQuota.objects.visible_to(by).filter(organization__in=units)
    before = assigned_on(held, scheme.from_day - timedelta(days=1))
    return [
        StaffLine(
            each.where, "", each.category, before.get((each.where.unit or 0, each.category), 0),
            each.assigned, True,
        )
        for each in given
    ]  # fmt: skip


def _made(scheme: Scheme) -> dict[int, int]:
    lines = scheme.steps.filter(made__isnull=False)
    return dict(lines.values_list("number", "made"))


def _unit(where: Where, made: dict[int, int]) -> int | None:
    return made.get(where.step) if where.step is not None else where.unit
