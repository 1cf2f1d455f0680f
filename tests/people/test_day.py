"""Việc của tôi — the fortnight, the week, what has no day; the month of a cell."""

from datetime import date

import pytest
from office import given, opened, who
from party import admitted, party
from world import TODAY, paper

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.people.dossiers.reads.day import MOST, day_of, month_of_cell
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.words import Status
from thenchot.people.oversight.acts.plans import record_inspection_plan
from thenchot.people.oversight.rules import PlanRow

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MAY = date(2022, 5, 12)  # a Thursday, a week before the round of 19/5


@pytest.fixture
def here():
    return party()


@pytest.fixture
def secretary(here):
    """The secretary of the first cell."""
    account = opened("bi-thu-mot")
    given(account, "bi_thu_chi_bo", here.cells[0])
    return who(account)


@pytest.fixture
def builder(here):
    """The one person of the commune's board."""
    account = opened("xay-dung-dang")
    given(account, "chuyen_vien_xay_dung_dang", here.commune)
    return who(account)


def test_what_is_late_and_what_falls_due_within_a_fortnight_is_to_be_done(actor, here):
    found = day_of(by=actor, on=MAY)
    assert (found.due, found.overdue, len(found.rows)) == (11, 1, MOST)
    assert found.rows[0].kind is DueKind.RECOGNITION  # late since 2021
    assert {row.kind for row in found.rows[1:]} == {DueKind.BADGE}
    assert day_of(by=actor, on=date(2022, 5, 4)).due == 1  # fifteen days before the round


def test_the_week_counts_all_that_falls_on_each_of_its_working_days(actor, here):
    found = day_of(by=actor, on=date(2022, 5, 16))
    assert found.week == {
        date(2022, 5, 16): 0, date(2022, 5, 17): 0, date(2022, 5, 18): 0,
        date(2022, 5, 19): 10, date(2022, 5, 20): 0,
    }  # fmt: skip


def test_on_a_sunday_the_week_is_the_one_that_ends(actor, here):
    assert list(day_of(by=actor, on=date(2022, 5, 22)).week) == [
        date(2022, 5, day) for day in range(16, 21)
    ]


def test_papers_of_the_last_fortnight_are_to_be_read(actor, here):
    paper("77-QĐ/TU", date(2025, 6, 10))
    paper("78-QĐ/TU", date(2025, 6, 2))
    assert [each.printed for each in day_of(by=actor, on=TODAY).papers] == [
        "Quyết định số 77-QĐ/TU, 10/06/2025"
    ]


def test_the_one_person_of_a_commune_sees_its_cells_off_the_rule_and_without_a_plan(here, builder):
    with scoped(builder, TODAY):
        found = day_of(by=builder, on=TODAY)
    assert found.heads == [(here.commune, "Đảng bộ xã Thử")]
    assert found.unplanned == 2
    assert [each.name for each in found.off] == ["Đảng bộ xã Thử"]  # fifteen of thirty members
    assert [row.person for row in found.rows] == ["Phạm Dự Bị"]


def test_a_plan_of_the_year_takes_the_cell_off_the_list(actor, here):
    by = paper("1-KH/ĐU", date(2025, 3, 5))
    plans = [PlanRow(here.cells[0], 2)]
    record_inspection_plan(
        actor, TODAY, cells=plans, year=2025, from_day=date(2025, 3, 5), basis=by
    )
    assert day_of(by=actor, on=TODAY).unplanned == 1


def test_a_secretary_sees_the_members_counted_and_what_is_due_for_them(here, secretary):
    with scoped(secretary, TODAY):
        found = month_of_cell(by=secretary, on=TODAY)
    assert found.heads == [(here.cells[0], "Chi bộ ấp Một")]
    assert found.members == {Status.OFFICIAL: 10}
    assert (found.total, found.rows, found.unplanned) == (10, [], 1)


def test_a_secretary_sees_the_badges_of_the_year_to_come_apart(here, secretary):
    with scoped(secretary, TODAY):
        before = month_of_cell(by=secretary, on=date(2022, 1, 10))
        near = month_of_cell(by=secretary, on=MAY)
    assert (len(before.badges), before.rows) == (10, [])
    assert (len(near.rows), near.badges) == (10, [])


def test_nothing_of_another_cell_reaches_a_secretary(here, secretary):
    admitted("Võ Minh Tân", here.cells[1], date(2024, 6, 3), date(2024, 6, 10))
    with scoped(secretary, TODAY):
        assert month_of_cell(by=secretary, on=TODAY).rows == []


def test_a_day_asks_few_questions(here, builder, django_assert_max_num_queries):
    with scoped(builder, TODAY), django_assert_max_num_queries(14):
        day_of(by=builder, on=TODAY)
