"""Không đơn vị nào trực thuộc chính mình — told before the decision, of units named in the scheme."""

from datetime import date

from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.reorganisation.rules.checks import together_faults
from thenchot.people.reorganisation.rules.plan import plan_of
from thenchot.people.reorganisation.rules.rows import StepRow, Tree, UnitNow, Where
from thenchot.people.reorganisation.words import Verb

DAY = date(2025, 7, 1)
KIND = {"kind": OrganizationKind.AGENCY, "level": Level.PROVINCE}


def unit(id, parent):
    kind, level = OrganizationKind.AGENCY, Level.PROVINCE
    return UnitNow(id, f"Ban {id}", kind, level, False, parent, DayRange(date(2020, 1, 1)), False)


def told(*steps):
    tree = Tree(DAY, {each.id: each for each in (unit(1, None), unit(2, 1), unit(3, 2))}, {})
    faults = together_faults(steps, plan_of(steps), tree)
    return [(fault.sentence(), fault.field) for fault in faults]


def test_a_unit_is_not_moved_below_what_stands_below_it():
    said = "«Ban 2» sẽ trực thuộc chính đơn vị bên dưới nó."
    assert told(StepRow(1, Verb.TRANSFER, 2, Where(3))) == [(said, "1.unit")]
    assert told(StepRow(1, Verb.TRANSFER, 3, Where(1))) == []


def test_two_founded_units_do_not_stand_below_each_other():
    found = [
        StepRow(1, Verb.FOUND, None, Where(step=2), "Ban Một", **KIND),
        StepRow(2, Verb.FOUND, None, Where(step=1), "Ban Hai", **KIND),
    ]
    assert [field for _, field in told(*found)] == ["1.unit", "2.unit"]
    chained = [found[1], StepRow(1, Verb.FOUND, None, Where(1), "Ban Một", **KIND)]
    assert told(*chained) == []


def test_two_units_that_change_places_stand():
    swapped = StepRow(1, Verb.TRANSFER, 2, Where(3)), StepRow(2, Verb.TRANSFER, 3, Where(1))
    assert told(*swapped) == []
