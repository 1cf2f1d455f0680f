"""Khâu biên chế, văn bản — what a draft warns of before its decision, and does not hold it up."""

from dataclasses import replace
from datetime import date

import pytest
from party import party
from world import TODAY, answer, paper

from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.people import record_employment
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.committees.acts.terms import record_term
from thenchot.people.committees.acts.working import record_working_paper
from thenchot.people.committees.words import WorkingKind
from thenchot.people.members.words import Limits as MemberLimits
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.staffing import give_scheme_quotas
from thenchot.people.reorganisation.acts.writing import (
    add_posts,
    add_steps,
    begin_scheme,
    change_scheme,
    place_people,
)
from thenchot.people.reorganisation.reads.schemes import scheme_page
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Where,
)
from thenchot.people.reorganisation.words import Gate, Stay, Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, BEFORE = date(2025, 7, 1), date(2025, 2, 3)


@pytest.fixture
def here():
    return party()


@pytest.fixture
def scheme(actor, here):
    return answer(
        begin_scheme(actor, TODAY, title="Sắp xếp xã Thử", kept_by=here.root, from_day=DAY)
    )


@pytest.fixture
def absorbed(actor, here, scheme):
    """The second cell goes on in the first."""
    rows = [StepRow(0, Verb.ABSORB, here.cells[1], Where(here.cells[0]))]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    return scheme


def faults(actor, scheme, gate):
    page = scheme_page(by=actor, scheme=scheme, on=TODAY)
    (line,) = (each for each in page.gates if each.gate is gate)
    assert line.reached is (not line.faults)
    return [str(fault) for fault in line.faults]


def page_waiting(actor, scheme):
    return scheme_page(by=actor, scheme=scheme, on=TODAY).waiting


def quotas(actor, day, *rows):
    given = [QuotaRow(unit, StaffCategory.CIVIL_SERVANT, many, 0) for unit, many in rows]
    by = paper(f"{day:%m}{rows[0][0]}-QĐ/TU", BEFORE)
    set_staff_quotas(actor, TODAY, quotas=given, year=2025, from_day=day, basis=by)


def committee(actor, unit):
    """A term and a working paper."""
    asked = {"organization": unit, "from_day": BEFORE, "basis": paper(f"{unit}-NQ/CB", BEFORE)}
    record_term(actor, TODAY, label="2025–2027", executive=3, standing=0, **asked)
    record_working_paper(actor, TODAY, kind=WorkingKind.REGULATION, **asked)


def test_the_units_of_a_scheme_have_no_more_staff_after_it(actor, here, absorbed):
    quotas(actor, BEFORE, (here.cells[0], 4), (here.cells[1], 2))
    assert faults(actor, absorbed, Gate.QUOTAS) == [
        "«Chi bộ ấp Một» chưa được giao lại biên chế (Công chức); các đơn vị đi về đó có 2."
    ]
    quotas(actor, DAY, (here.cells[0], 6))
    assert faults(actor, absorbed, Gate.QUOTAS) == []
    quotas(actor, DAY, (here.commune, 9))  # no unit of the scheme
    assert faults(actor, absorbed, Gate.QUOTAS) == []


def test_more_staff_than_before_is_told(actor, here, absorbed):
    quotas(actor, BEFORE, (here.cells[0], 4), (here.cells[1], 2))
    quotas(actor, DAY, (here.cells[0], 7))
    assert faults(actor, absorbed, Gate.QUOTAS) == [
        "Biên chế giao sau sắp xếp là 7, nhiều hơn trước sắp xếp (6)."
    ]


def test_staff_given_for_the_first_time_is_compared_with_nothing(actor, here, absorbed):
    quotas(actor, DAY, (here.cells[0], 7))
    assert faults(actor, absorbed, Gate.QUOTAS) == []


def test_what_a_committee_held_is_missed_only_where_the_receiving_one_has_none(
    actor, here, absorbed
):
    committee(actor, here.cells[1])
    told = faults(actor, absorbed, Gate.PAPERS)
    assert len(told) == 2
    assert all("«Chi bộ ấp Một» kế tục, chưa có" in each for each in told)
    assert any("Nhiệm kỳ cấp ủy" in each for each in told)
    assert any("Quy chế làm việc" in each for each in told)
    committee(actor, here.cells[0])
    assert faults(actor, absorbed, Gate.PAPERS) == []


def test_a_receiving_unit_without_a_committee_needs_no_papers_of_one(actor, here, scheme):
    committee(actor, here.cells[0])
    rows = [StepRow(0, Verb.ABSORB, here.cells[0], Where(here.cells[1]))]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    assert faults(actor, scheme, Gate.PAPERS) == []


def founded(name, into):
    return StepRow(0, Verb.FOUND, None, into, name, OrganizationKind.CELL, Level.BASE)


def test_a_name_is_used_once_below_one_superior(actor, here, scheme):
    add_steps(
        actor, TODAY, scheme=scheme, rows=[
            founded("Chi bộ  ấp MỘT", Where(here.commune)),
            founded("Chi bộ ấp Một", Where(here.root)),
            StepRow(0, Verb.RENAME, here.cells[1], name="Chi bộ ấp Ba"),
            founded("Chi bộ ấp Ba", Where(here.commune)),
        ],
    )  # fmt: skip
    said = "tên «{}» trùng tên một đơn vị khác cùng cấp trên trực tiếp."
    assert faults(actor, scheme, Gate.PAPERS) == [
        "Dòng 1: " + said.format("Chi bộ ấp MỘT"),
        "Dòng 3: " + said.format("Chi bộ ấp Ba"),
        "Dòng 4: " + said.format("Chi bộ ấp Ba"),
    ]


def test_the_name_of_a_unit_that_ends_moves_or_is_renamed_is_free(actor, here, scheme):
    add_steps(
        actor, TODAY, scheme=scheme, rows=[
            founded("Chi bộ ấp Một", Where(here.commune)),
            StepRow(0, Verb.ABSORB, here.cells[0], Where(step=1)),
            StepRow(0, Verb.RENAME, here.cells[1], name="Chi bộ ấp Ba"),
            founded("Chi bộ ấp Hai", Where(here.commune)),
        ],
    )  # fmt: skip
    assert faults(actor, scheme, Gate.PAPERS) == []


def test_a_warning_does_not_hold_the_decision_up(actor, here, absorbed):
    committee(actor, here.cells[1])
    holder = here.people[10]  # secretary of the cell that ends
    page = scheme_page(by=actor, scheme=absorbed, on=TODAY)
    assert {each.gate for each in page.gates if not each.reached} == {Gate.PEOPLE, Gate.PAPERS}
    assert {each.gate for each in page.gates if not each.binding} == {Gate.QUOTAS, Gate.PAPERS}
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    places = [PlaceRow(holder, Stay.NO_POST)]
    decide_scheme(actor, TODAY, scheme=absorbed, basis=by, places=places)


def parameter(actor, key, *values, from_day=BEFORE):
    record_parameter(
        actor, TODAY, key=key, values=list(values), clause="Điều 5", verified=True,
        from_day=from_day, basis=paper(f"{from_day:%m}{key.value[:3]}-QĐ/TU", from_day),
    )  # fmt: skip


def test_a_cell_too_small_after_the_scheme_is_told_before_it(actor, here, absorbed):
    assert faults(actor, absorbed, Gate.UNITS) == []
    parameter(actor, MemberLimits.CELL_LEAST, 99)
    (told,) = faults(actor, absorbed, Gate.UNITS)
    assert "99" in told
    leaves = [
        PlaceRow(waiting.person_id, waiting.stay) for waiting in page_waiting(actor, absorbed)
    ]
    with pytest.raises(Refused) as no:
        decide_scheme(actor, TODAY, scheme=absorbed, places=leaves, basis=paper("5-QĐ/TU", BEFORE))
    assert told in {str(reason) for reason in no.value.reasons}


def test_deputies_a_new_division_may_not_keep_are_told_before_the_decision(actor, here, scheme):
    division = StepRow(
        1, Verb.FOUND, None, Where(here.commune), "Phòng Thử", OrganizationKind.DIVISION, Level.COMMUNE
    )  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=[division])
    first, second = (PostRow(0, Where(step=1), f"Phó {n}", PostKind.DEPUTY) for n in "ab")
    add_posts(actor, TODAY, scheme=scheme, rows=[first])
    assert scheme_page(by=actor, scheme=scheme, on=TODAY).surplus == []
    add_posts(actor, TODAY, scheme=scheme, rows=[second])
    page = scheme_page(by=actor, scheme=scheme, on=TODAY)
    (over,) = page.surplus
    assert (over.unit.name, over.unit.deputies, over.most) == ("Phòng Thử", 2, 1)
    assert over.conform_by == date(2030, 7, 1)
    (posts,) = (gate for gate in page.gates if gate.gate is Gate.POSTS)
    assert [str(told) for told in posts.told][-1] == "Dự kiến dôi dư 1 cấp phó."
    assert faults(actor, scheme, Gate.UNITS) == [
        "«Phòng Thử»: Có 0 người, chưa giao biên chế; phòng phải có ít nhất 5 biên chế."
    ]


def test_a_division_is_measured_by_the_staff_the_scheme_gives_it(actor, here, scheme):
    division = StepRow(
        1, Verb.FOUND, None, Where(here.commune), "Phòng Thử", OrganizationKind.DIVISION, Level.COMMUNE
    )  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=[division])
    given = GivenQuota(Where(step=1), StaffCategory.CIVIL_SERVANT, 4)
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[given])
    assert faults(actor, scheme, Gate.UNITS) == [
        "«Phòng Thử»: Được giao 4 biên chế; phòng phải có ít nhất 5 biên chế."
    ]
    give_scheme_quotas(actor, TODAY, scheme=scheme, rows=[replace(given, assigned=5)])
    assert faults(actor, scheme, Gate.UNITS) == []


def test_who_is_placed_in_a_new_division_counts_there(actor, here, scheme):
    (someone,) = here.people[:1]
    record_employment(
        actor, TODAY, person=someone, organization=here.root, from_day=BEFORE,
        basis=paper("8-QĐ/TU", BEFORE),
    )  # fmt: skip
    division = StepRow(
        1, Verb.FOUND, None, Where(here.commune), "Phòng Thử", OrganizationKind.DIVISION, Level.COMMUNE
    )  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=[division])
    parameter(actor, PersonnelArea.APPOINTMENT, 1)
    place_people(actor, TODAY, scheme=scheme, rows=[PlaceRow(someone, Stay.WORK, Where(step=1))])
    assert faults(actor, scheme, Gate.UNITS) == [
        "«Phòng Thử»: Có 1 người, chưa giao biên chế; phòng phải có ít nhất 5 biên chế."
    ]


def test_a_party_organization_does_not_go_on_in_an_agency(actor, here, scheme):
    division = StepRow(
        1, Verb.FOUND, None, Where(here.commune), "Phòng Thử", OrganizationKind.DIVISION, Level.COMMUNE
    )  # fmt: skip
    into = [StepRow(n, Verb.ABSORB, here.cells[n - 2], Where(step=1)) for n in (2, 3)]
    with pytest.raises(Refused) as no:
        add_steps(actor, TODAY, scheme=scheme, rows=[division, *into])
    assert len(no.value.reasons) == 2
    assert all("không thể kế tục ở Phòng, ban" in str(reason) for reason in no.value.reasons)


@pytest.mark.parametrize("day", [date(1925, 7, 1), date(2925, 7, 1)])
def test_an_effect_day_that_cannot_be_is_refused(actor, here, scheme, day):
    with pytest.raises(Refused) as no:
        change_scheme(actor, TODAY, scheme=scheme, title="Sắp xếp", from_day=day)
    assert [reason.field for reason in no.value.reasons] == ["from_day"]
    with pytest.raises(Refused):
        begin_scheme(actor, TODAY, title="Sắp xếp", kept_by=here.root, from_day=day)
