"""So sánh hai ngày xa nhau — units changed several times between cite the paper and day of each change."""

from datetime import date

import pytest
from actors import demo_actor
from world import TODAY, answer, paper, unit

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.register.acts.organizations import (
    end_organization,
    establish_organization,
    merge_organization,
    move_organization,
    rename_organization,
)
from thenchot.ground.register.words import Level, OrganizationKind, Succession
from thenchot.people.reorganisation.reads.compared_tree import compared_rows
from thenchot.people.reorganisation.reads.comparing import compare
from thenchot.people.reorganisation.words import Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
EARLY, LATE = date(2025, 1, 1), date(2025, 6, 10)
MARCH, APRIL, MAY = date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)


@pytest.fixture
def root():
    return unit("Đảng bộ tỉnh Thử", None, paper("1-QĐ/TU"))


def by(number):
    return paper(f"{number}-QĐ/TU", date(2025, 2, 1))


def does(act, number, **asked):
    return answer(act(demo_actor(), TODAY, basis=by(number), **asked))


def told(under=None):
    actor = demo_actor()
    with scoped(actor, TODAY, reading=True):
        found = compare(by=actor, before=EARLY, after=LATE, under=under)
        return [
            (
                each.verb,
                [named.name for named in each.units],
                [named.name for named in each.into],
                each.paper.printed.split()[3].rstrip(",") if each.paper else "",
                each.day,
            )
            for each in found.changes
        ]


def test_a_unit_renamed_and_then_ended_is_told_to_end_by_the_paper_that_ended_it(root):
    cell = unit("Chi bộ Một", root, paper("2-QĐ/TU"))
    does(rename_organization, 11, organization=cell, name="Chi bộ Nhất", from_day=MARCH)
    does(end_organization, 12, organization=cell, from_day=MAY)
    assert told() == [(Verb.END, ["Chi bộ Nhất"], [], "12-QĐ/TU", MAY)]


def test_a_name_and_a_superior_changed_apart_cite_each_its_own_paper(root):
    other = unit("Đảng bộ xã Hai", root, paper("3-QĐ/TU"))
    cell = unit("Chi bộ Một", root, paper("2-QĐ/TU"))
    does(rename_organization, 11, organization=cell, name="Chi bộ Nhì", from_day=MARCH)
    does(rename_organization, 12, organization=cell, name="Chi bộ Nhất", from_day=APRIL)
    does(move_organization, 13, organization=cell, parent=other, from_day=MAY)
    assert told() == [
        (Verb.RENAME, ["Chi bộ Một"], ["Chi bộ Nhất"], "12-QĐ/TU", APRIL),
        (Verb.TRANSFER, ["Chi bộ Nhất"], ["Đảng bộ xã Hai"], "13-QĐ/TU", MAY),
    ]


def test_a_unit_founded_and_renamed_is_told_by_the_paper_that_founded_it(root):
    cell = does(
        establish_organization, 11, name="Chi bộ Mới", kind=OrganizationKind.CELL, parent=root,
        level=Level.BASE, from_day=MARCH,
    )  # fmt: skip
    does(rename_organization, 12, organization=cell, name="Chi bộ Mới Nữa", from_day=MAY)
    assert told() == [(Verb.FOUND, [], ["Chi bộ Mới Nữa"], "11-QĐ/TU", MARCH)]


def test_what_went_back_to_what_it_was_is_no_change(root):
    cell = unit("Chi bộ Một", root, paper("2-QĐ/TU"))
    does(rename_organization, 11, organization=cell, name="Chi bộ Nhì", from_day=MARCH)
    does(rename_organization, 12, organization=cell, name="Chi bộ Một", from_day=MAY)
    assert told() == []


def test_a_chain_of_successions_is_told_link_by_link_and_stays_in_its_branch(root):
    last = unit("Đảng bộ xã Ba", root, paper("4-QĐ/TU"))
    first = unit("Đảng bộ xã Một", root, paper("2-QĐ/TU"))
    middle = does(
        establish_organization, 11, name="Đảng bộ xã Hai", kind=OrganizationKind.GRASSROOTS_PARTY,
        parent=root, level=Level.COMMUNE, from_day=MARCH,
    )  # fmt: skip
    does(
        merge_organization,
        12,
        organization=first,
        into=middle,
        from_day=APRIL,
        how=Succession.UNITED,
    )
    does(merge_organization, 13, organization=middle, into=last, from_day=MAY)
    chain = [
        (Verb.UNITE, ["Đảng bộ xã Một"], ["Đảng bộ xã Hai"], "12-QĐ/TU", APRIL),
        (Verb.ABSORB, ["Đảng bộ xã Hai"], ["Đảng bộ xã Ba"], "13-QĐ/TU", MAY),
    ]
    assert told() == chain
    assert told(last) == chain
    actor = demo_actor()
    with scoped(actor, TODAY, reading=True):
        found = compare(by=actor, before=EARLY, after=LATE, under=root)
        _, rows = compared_rows(by=actor, found=found, levels=frozenset(Level), after=0, most=9)
    shown = [(row.unit.name, row.depth) for row in rows]
    assert shown == [("Đảng bộ xã Ba", 0), ("Đảng bộ xã Một", 1)]
