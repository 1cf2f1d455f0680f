"""Đến hạn — every clock from the facts, ninety days ahead and late, within reach, with its paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from actors import demo_actor
from party import admitted, newcomer, party
from world import TODAY, answer, paper, person

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import EVERYWHERE
from thenchot.ground.plain.text import as_written
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.acts.posts import appoint, establish_post
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Right
from thenchot.people.awards.acts.awards import record_badges
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.awards.words import Right as AwardsRight
from thenchot.people.dossiers.reads.dues import dues
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.acts.members import record_admission
from thenchot.people.members.rules import CellRow
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.oversight.acts.plans import record_inspection_plan
from thenchot.people.oversight.rules import PlanRow
from thenchot.people.oversight.words import Right as OversightRight

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2025, 3, 5)


@pytest.fixture
def here():
    return party()


@pytest.fixture
def agency(here):
    """A department of the province, with a head's post."""
    by = paper("3-QĐ/TU", date(2020, 1, 2))
    unit = answer(
        establish_organization(
            demo_actor(), TODAY, name="Ban Tổ chức thử", kind=OrganizationKind.AGENCY,
            level=Level.PROVINCE, parent=here.root, from_day=date(2021, 1, 1), basis=by,
        )
    )  # fmt: skip
    post = answer(
        establish_post(
            demo_actor(), TODAY, organization=unit, title="Trưởng Ban", kind=PostKind.HEAD,
            from_day=date(2021, 1, 1), basis=by,
        )
    )  # fmt: skip
    return unit, post


def asked(by, kind, on=TODAY, **more):
    """The rows of one kind."""
    found = dues(by=by, on=on, kind=kind, **more)
    return next(group for group in found.groups if group.kind is kind).rows


def counts(by, on=TODAY, **more):
    found = dues(by=by, on=on, **more)
    return {group.kind: group.count for group in found.groups if group.count}


def held_by(who, post, day, **more):
    by = paper("9-QĐ/TU", day)
    return appoint(demo_actor(), TODAY, person=who, post=post, from_day=day, basis=by, **more)


def test_a_probationer_is_considered_within_thirty_working_days_after_the_year(actor, here):
    admitted("Võ Minh Tân", here.cells[0], date(2024, 6, 3), date(2024, 6, 10))
    late, soon = asked(actor, DueKind.RECOGNITION)
    assert (late.person, late.due) == ("Phạm Dự Bị", date(2021, 7, 13))  # late, and still open
    assert (soon.person, soon.unit, soon.due) == (
        "Võ Minh Tân",
        "Chi bộ ấp Một",
        date(2025, 7, 22),
    )
    assert soon.said.sentence(as_written) == "hết dự bị 10/06/2025, vào Đảng 10/06/2024"
    assert "KN-Võ Minh Tân-QĐ/HU" in soon.basis


def test_each_kind_names_the_clauses_it_is_counted_by_and_whether_they_were_read(actor, here):
    found = {group.kind: group for group in dues(by=actor, on=TODAY).groups}
    probation, considered = found[DueKind.RECOGNITION].limits
    assert (probation.value, probation.verified) == (12, True)
    assert (considered.value, considered.verified) == (30, False)
    assert "chưa thẩm định" in considered.clause


def test_a_decision_without_a_ceremony_is_owed_one(actor, here):
    by = paper("7-QĐ/HU", date(2025, 6, 2))
    who = newcomer("Đỗ Văn Quần Chúng", date(2025, 6, 2), by)
    row = [CellRow(who, here.cells[1])]
    record_admission(actor, TODAY, people=row, on_day=date(2025, 6, 2), basis=by)
    (owed,) = asked(actor, DueKind.CEREMONY)
    assert (owed.person, owed.due) == ("Đỗ Văn Quần Chúng", date(2025, 7, 14))
    assert owed.said.sentence(as_written) == "quyết định kết nạp 02/06/2025"
    assert "7-QĐ/HU" in owed.basis


def test_no_ceremony_is_owed_once_it_was_held(actor, here):
    admitted("Võ Minh Tân", here.cells[0], date(2025, 6, 3), date(2025, 6, 10))
    assert asked(actor, DueKind.CEREMONY) == []


def test_a_badge_is_due_at_the_first_round_of_the_full_years(actor, here):
    """Ten members since 19/5/1992: thirty years are full on the round of 19/5/2022."""
    before = asked(actor, DueKind.BADGE, on=date(2022, 4, 1))
    assert len(before) == 10
    assert {row.due for row in before} == {date(2022, 5, 19)}
    assert before[0].said.sentence(as_written) == "Huy hiệu 30 năm, đủ tuổi đảng từ 19/05/2022"


def test_a_badge_not_given_at_its_round_is_late_until_it_is_given(actor, here):
    day = date(2022, 6, 1)
    by = paper("5-QĐ/TU", day)
    record_badges(actor, TODAY, people=[BadgeRow(here.people[0], 30)], on_day=day, basis=by)
    late = asked(actor, DueKind.BADGE, on=date(2022, 6, 16))
    assert len(late) == 9
    assert here.people[0] not in {row.person_id for row in late}
    assert asked(actor, DueKind.BADGE, on=date(2023, 9, 1)) == []  # told for a year


def test_a_round_before_our_books_were_opened_is_not_told(actor, here):
    """The books were opened on 1/1/2021; of an earlier round we do not know what was given."""
    assert asked(actor, DueKind.BADGE, on=date(2021, 1, 2)) == []


def test_the_holder_of_a_post_above_the_cells_retires_at_the_age_of_the_year(actor, here, agency):
    unit, post = agency
    by = paper("2-QĐ/TU", DAY)
    who = newcomer("Hồ Văn Tuổi", DAY, by, birth=date(1964, 6, 20))
    held_by(who, post, DAY)
    (row,) = asked(actor, DueKind.RETIREMENT, on=TODAY + timedelta(60))
    assert (row.person, row.unit_id, row.due) == ("Hồ Văn Tuổi", unit, date(2025, 9, 30))
    assert row.said.sentence(as_written) == "Trưởng Ban, sinh 20/06/1964"
    assert "9-QĐ/TU" in row.basis  # the paper of the posting
    assert asked(actor, DueKind.RETIREMENT) == []  # 106 days ahead


def test_a_cell_secretary_may_be_a_pensioner(actor, here):
    """Born in 1967: the secretaries of the cells are never told for their age."""
    assert asked(actor, DueKind.RETIREMENT, on=date(2030, 1, 1)) == []


def test_an_appointment_is_looked_at_again_after_five_years(actor, here, agency):
    who = person("Bùi Thị Giữ", paper("2-QĐ/TU", DAY))
    held_by(who, agency[1], date(2021, 7, 1))
    (row,) = asked(actor, DueKind.REAPPOINTMENT, on=date(2026, 6, 1))
    assert (row.person, row.due) == ("Bùi Thị Giữ", date(2026, 7, 1))
    assert asked(actor, DueKind.REAPPOINTMENT) == []


def test_a_post_held_for_a_term_ends_with_it_instead(actor, here, agency):
    who = person("Bùi Thị Giữ", paper("2-QĐ/TU", DAY))
    held_by(who, agency[1], date(2024, 7, 1), until=date(2025, 8, 1))
    (row,) = asked(actor, DueKind.TERM)
    assert (row.person, row.due) == ("Bùi Thị Giữ", date(2025, 7, 31))
    assert asked(actor, DueKind.REAPPOINTMENT) == []
    assert asked(actor, DueKind.TERM, on=date(2025, 8, 1)) == []


def test_a_body_of_limited_life_ends_on_the_day_its_paper_set(actor, here):
    by = paper("8-QĐ/TU", date(2025, 1, 2))
    unit = answer(
        establish_organization(
            actor, TODAY, name="Tổ giúp việc thử", kind=OrganizationKind.WORKING_GROUP,
            level=Level.PROVINCE, parent=here.root, from_day=date(2025, 1, 2),
            until=date(2025, 7, 1), basis=by,
        )
    )  # fmt: skip
    (row,) = asked(actor, DueKind.UNIT_END)
    assert (row.person_id, row.unit_id, row.due) == (None, unit, date(2025, 6, 30))
    assert "8-QĐ/TU" in row.basis


def test_a_cell_without_a_plan_for_the_year_is_named_without_a_day(actor, here):
    plans, by = [PlanRow(here.cells[0], 2)], paper("1-KH/ĐU", DAY)
    record_inspection_plan(actor, TODAY, cells=plans, year=2025, from_day=DAY, basis=by)
    (row,) = asked(actor, DueKind.NO_PLAN)
    assert (row.unit_id, row.due, row.basis) == (here.cells[1], None, "")
    (ending,) = asked(actor, DueKind.PLAN_END, on=date(2025, 11, 1))
    assert (ending.unit_id, ending.due) == (here.cells[0], date(2025, 12, 31))
    assert "1-KH/ĐU" in ending.basis


def test_kinds_are_counted_and_late_ones_and_those_with_a_day_apart(actor, here):
    found = dues(by=actor, on=TODAY)
    assert counts(actor) == {DueKind.RECOGNITION: 1, DueKind.NO_PLAN: 2}
    assert (found.dated, found.overdue) == (1, 1)


def test_units_are_counted_one_level_below_the_place_asked(actor, here):
    at_root = dues(by=actor, on=TODAY)
    assert at_root.units == [(here.commune, "Đảng bộ xã Thử", 3)]
    in_commune = dues(by=actor, on=TODAY, unit=here.commune)
    assert in_commune.place == "Đảng bộ xã Thử"
    two, one = here.cells[1], here.cells[0]
    assert in_commune.units == [(two, "Chi bộ ấp Hai", 2), (one, "Chi bộ ấp Một", 1)]
    assert counts(actor, unit=one) == {DueKind.NO_PLAN: 1}


def test_units_count_the_kind_that_is_shown(actor, here):
    found = dues(by=actor, on=TODAY, unit=here.commune, kind=DueKind.RECOGNITION)
    assert found.units == [(here.cells[1], "Chi bộ ấp Hai", 1)]


def test_a_sheet_is_a_part_of_the_kind(actor, here):
    whole = asked(actor, DueKind.BADGE, on=date(2022, 4, 1))
    part = asked(actor, DueKind.BADGE, on=date(2022, 4, 1), after=4, most=3)
    assert part == whole[4:7]


def test_a_reader_is_told_of_the_units_in_reach_only(here, give):
    reading = (
        Right.READ_TREE,
        Right.READ,
        MembersRight.READ,
        OversightRight.READ,
        AwardsRight.READ,
    )
    near = give(
        replace(demo_actor(), id="chi-bo-mot", rights=dict.fromkeys(map(str, reading), frozenset({here.cells[0]})))
    )  # fmt: skip
    with scoped(near, TODAY):
        assert counts(near) == {DueKind.NO_PLAN: 1}
        assert dues(by=near, on=TODAY, unit=here.cells[1]) is None
        assert len(asked(near, DueKind.BADGE, on=date(2022, 4, 1))) == 10


def test_whoever_may_not_see_plans_is_not_told_that_there_is_none(here, give):
    near = give(replace(demo_actor(), id="chi-xem", rights={str(Right.READ_TREE): EVERYWHERE}))
    with scoped(near, TODAY):
        assert counts(near) == {}


def test_whoever_may_not_see_badges_is_not_told_that_they_are_owed(here, give):
    """What was given is out of sight, and would all seem owed."""
    without = (Right.READ_TREE, Right.READ, MembersRight.READ, OversightRight.READ)
    near = replace(
        demo_actor(), id="soan-thao", rights=dict.fromkeys(map(str, without), EVERYWHERE)
    )
    in_cell = {str(AwardsRight.READ): frozenset({here.cells[0]})}
    far = replace(near, id="mot-chi-bo", rights=near.rights | in_cell)
    for by, cells in ((give(near), set()), (give(far), {here.cells[0]})):
        with scoped(by, TODAY):
            assert {row.unit_id for row in asked(by, DueKind.BADGE, on=date(2022, 4, 1))} == cells


def test_a_place_that_is_not_there_is_answered_with_nothing(actor, here):
    assert dues(by=actor, on=TODAY, unit=987654) is None


def test_nothing_falls_due_where_no_regulation_is_recorded(actor):
    newcomer("Đỗ Văn Quần Chúng", DAY, paper("2-QĐ/TU", DAY))
    found = dues(by=actor, on=TODAY)
    assert (found.dated, found.units) == (0, [])


def test_the_list_asks_few_questions(actor, here, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        dues(by=actor, on=TODAY)
