"""Sắp xếp địa giới 2025 — the map gives one scheme for the whole country, or for one old province."""

from collections import Counter
from datetime import date
from itertools import count

import pytest

from thenchot.doors.exchange.territory import Reform, read_map
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.reorganisation.rules.checks import left_below_faults, step_faults
from thenchot.people.reorganisation.rules.plan import plan_of
from thenchot.people.reorganisation.rules.rows import Tree, UnitNow
from thenchot.people.reorganisation.words import Verb

DAY = date(2025, 7, 1)


@pytest.fixture(scope="module")
def whole():
    return read_map()


def stood(map):
    return dict(zip((place.key for place in map.before()), count(1), strict=False))


def tree(map, units):
    """The units as they stood: each below the one its code names."""
    over = {Level.DISTRICT: Level.PROVINCE, Level.COMMUNE: Level.DISTRICT}
    now, below = {}, {}
    for place in map.before():
        above = units[over[place.level], place.above] if place.above else None
        unit = UnitNow(
            units[place.key], place.party(), OrganizationKind.UPPER_PARTY, place.level, True, above,
            DayRange(date(2021, 1, 1)), changes_later=False,
        )  # fmt: skip
        now[unit.id] = unit
        below.setdefault(above, []).append(unit)
    return Tree(DAY, now, below)


def test_the_country_before_and_after(whole):
    places = Counter(place.level for place in whole.before())
    assert places == {Level.PROVINCE: 63, Level.DISTRICT: 696, Level.COMMUNE: 10_035}
    assert (len(whole.new_provinces), len(whole.new_communes), len(whole.islands)) == (34, 3316, 5)
    assert sum(len(into) > 1 for into in whole.into.values()) == 471


def test_the_scheme_of_the_country_leaves_no_unit_without_a_place(whole):
    units = stood(whole)
    steps = Reform(whole, units).steps()
    plan, standing = plan_of(steps), tree(whole, units)
    assert step_faults(steps, plan, standing) == []
    assert left_below_faults(plan, standing) == []
    levels = {place.key: place.level for place in whole.before()}
    level_of = {units[key]: level for key, level in levels.items()}
    ended = Counter(level_of[unit] for unit in plan.ended)
    founded = Counter(step.level for step in plan.founded.values())
    islands = sum(
        1 for unit, change in plan.changed.items()
        if level_of[unit] is Level.DISTRICT and change.level is Level.COMMUNE
    )  # fmt: skip
    assert ended[Level.DISTRICT] + islands == 696
    communes = 10_035 - ended[Level.COMMUNE] + founded[Level.COMMUNE] + islands
    assert (communes, 10_035 - communes) == (3_321, 6_714)
    assert 63 - ended[Level.PROVINCE] + founded[Level.PROVINCE] == 34


def test_one_old_province_keeps_its_divided_communes_apart():
    found = read_map(["Tỉnh Hậu Giang"])
    assert (len(found.communes), len(found.new_communes), len(found.provinces)) == (75, 33, 3)
    units = stood(found)
    steps = Reform(found, units).steps()
    assert step_faults(steps, plan_of(steps), tree(found, units)) == []
    divided = {step.unit for step in steps if step.verb is Verb.DIVIDE}
    assert len(divided) == 6


def test_a_part_of_the_tree_is_a_smaller_map():
    found = read_map(["Tỉnh Hậu Giang"])
    units = {
        key: number
        for key, number in stood(found).items()
        if key[0] is not Level.COMMUNE or key[1] < "31350"
    }
    within = found.within(units)
    assert 0 < len(within.communes) < 75
    steps = Reform(within, units).steps()
    assert {step.unit for step in steps if step.unit} <= set(units.values())
