"""Danh sách người, trích ngang — by every filter, in order, within reach, in few statements."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from party import admitted, newcomer, party
from world import TODAY, paper

from thenchot.ground.register.acts.people import record_employment, record_people
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Right, Sex, Tier
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.dossiers.reads.digest import digest_on
from thenchot.people.dossiers.reads.listing import people_on
from thenchot.people.dossiers.rules.asked import Asked, Years
from thenchot.people.dossiers.words import PartyState
from thenchot.people.members.acts.members import record_transfer
from thenchot.people.members.rules import CellRow
from thenchot.people.members.words import Right as MembersRight

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def here():
    made = party()
    newcomer("Đỗ Văn Quần Chúng", date(2022, 1, 1), made.list_paper)
    return made


def names(actor, on=TODAY, **asked):
    return [line.full_name for line in people_on(by=actor, asked=Asked(**asked), on=on).lines]


def test_everybody_is_listed_by_given_name_with_what_tells_namesakes_apart(actor, here):
    found = people_on(by=actor, asked=Asked(), on=TODAY)
    assert found.total == 16
    assert [line.full_name.split()[-1] for line in found.lines][:5] == [
        "An",
        "Bị",
        "Bình",
        "Chi",
        "Chúng",
    ]
    first, probationary, outsider = found.lines[0], found.lines[1], found.lines[4]
    assert (first.birth_on, first.sex) == (date(1967, 3, 1), Sex.FEMALE)
    assert first.posts == ["Bí thư, Chi bộ ấp Một"]
    assert (first.state, first.cell) == (PartyState.OFFICIAL, "Chi bộ ấp Một")
    assert probationary.state is PartyState.PROBATIONARY
    assert (outsider.state, outsider.cell, outsider.posts) == (PartyState.NOT_A_MEMBER, "", [])


def test_a_page_is_a_part_of_the_whole_list(actor, here):
    whole = people_on(by=actor, asked=Asked(), on=TODAY)
    part = people_on(by=actor, asked=Asked(), on=TODAY, after=5, most=4)
    assert part.lines == whole.lines[5:9]
    assert part.total == 16
    assert people_on(by=actor, asked=Asked(), on=TODAY, after=50).total == 16


@pytest.mark.parametrize("typed", ["kien tran", "KIÊN", "kie van"])
def test_any_part_of_the_name_finds_it_typed_in_any_way(actor, here, typed):
    assert names(actor, named=typed) == ["Trần Văn Kiên"]
    assert names(actor, named=unicodedata.normalize("NFD", typed)) == ["Trần Văn Kiên"]


def test_filters_narrow_the_list_and_add_up(actor, here):
    one, two = here.cells
    assert len(names(actor, unit=one)) == 10
    assert len(names(actor, unit=here.root)) == 15  # the newcomer belongs to no unit
    assert names(actor, unit=two, state=PartyState.PROBATIONARY) == ["Phạm Dự Bị"]
    assert names(actor, state=PartyState.NOT_A_MEMBER) == ["Đỗ Văn Quần Chúng"]
    assert names(actor, sex=Sex.MALE) == ["Đỗ Văn Quần Chúng"]
    assert names(actor, in_post=True) == ["Trần Văn An", "Lê Thị Mai"]
    assert names(actor, tier=Tier.PARTY_COMMITTEE, unit=two) == ["Lê Thị Mai"]
    assert names(actor, tier=Tier.CENTRE) == []
    assert len(names(actor, party_ages=Years(33))) == 10
    assert len(names(actor, party_ages=Years(24, 32))) == 4
    assert names(actor, ages=Years(most=28)) == ["Đỗ Văn Quần Chúng"]
    assert len(names(actor, ages=Years(58))) == 10
    assert names(actor, chosen=frozenset({here.people[3]})) == ["Trần Văn Dũng"]
    assert names(actor, unit=10**8) == []


def test_whoever_works_in_a_unit_belongs_to_it_too(actor, here):
    worker = here.people[10]
    by = paper("5-QĐ/HU", date(2024, 3, 5))
    record_employment(
        actor, TODAY, person=worker, organization=here.cells[0], from_day=date(2024, 3, 5), basis=by
    )
    assert "Lê Thị Mai" in names(actor, unit=here.cells[0])
    assert "Lê Thị Mai" not in names(actor, unit=here.cells[0], on=date(2024, 3, 4))
    assert "Lê Thị Mai" not in names(actor, unit=here.cells[0], by_cell=True)
    assert "Lê Thị Mai" in names(actor, unit=here.cells[1], by_cell=True)
    assert len(names(actor, by_cell=True)) == 15
    line = people_on(by=actor, asked=Asked(named="mai"), on=TODAY).lines[0]
    assert line.unit == "Chi bộ ấp Một"


def test_the_list_is_that_of_the_day(actor, here):
    admitted("Võ Minh Tân", here.cells[1], date(2024, 3, 5), date(2024, 4, 1))
    asked = {"named": "tan", "state": PartyState.PROBATIONARY}
    assert names(actor, on=date(2024, 3, 4), named="tan") == []
    assert names(actor, on=date(2024, 3, 31), **asked) == []
    assert names(actor, on=date(2024, 4, 1), **asked) == ["Võ Minh Tân"]


def reaching(actor, *units, person=None):
    rights = {str(Right.READ), str(Right.READ_TREE), str(MembersRight.READ)}
    return replace(actor, rights=dict.fromkeys(rights, frozenset(units)), person=person)


def test_a_reader_lists_whom_their_units_have_to_do_with_and_no_others(actor, here):
    near = reaching(actor, here.cells[1])
    found = people_on(by=near, asked=Asked(), on=TODAY)
    assert found.total == 5
    assert {line.cell for line in found.lines} == {"Chi bộ ấp Hai"}
    assert people_on(by=near, asked=Asked(unit=here.cells[0]), on=TODAY).lines == []
    assert people_on(by=near, asked=Asked(unit=here.root), on=TODAY).total == 5


def test_a_membership_out_of_reach_is_not_taken_for_none(actor, here):
    """The person works here and meets elsewhere."""
    by = paper("5-QĐ/HU", date(2024, 3, 5))
    record_employment(
        actor, TODAY, person=here.people[0], organization=here.cells[1],
        from_day=date(2024, 3, 5), basis=by,
    )  # fmt: skip
    near = reaching(actor, here.cells[1])
    line = people_on(by=near, asked=Asked(named="an"), on=TODAY).lines[0]
    assert (line.full_name, line.state, line.cell) == ("Trần Văn An", None, "")


def test_whoever_holds_no_right_lists_the_own_file_only(actor, here):
    alone = replace(actor, rights={}, person=here.people[0])
    assert names(alone) == ["Trần Văn An"]
    assert names(replace(actor, rights={})) == []


def test_the_list_asks_few_questions_whatever_is_asked(actor, here, django_assert_max_num_queries):
    asked = Asked(
        "an", here.root, False, Tier.PARTY_COMMITTEE, PartyState.OFFICIAL, Sex.FEMALE, Years(20, 90),
        Years(1, 90), True,
    )  # fmt: skip
    with django_assert_max_num_queries(10):
        assert people_on(by=actor, asked=asked, on=TODAY).total == 1


def test_a_digest_holds_what_an_office_prints(actor, here):
    found = digest_on(by=actor, asked=Asked(unit=here.cells[1]), on=TODAY)
    assert (found.total, found.unit) == (5, "Chi bộ ấp Hai")
    by_name = {row.full_name: row for row in found.rows}
    secretary, probationary = by_name["Lê Thị Mai"], by_name["Phạm Dự Bị"]
    assert secretary.posts == ["Bí thư, Chi bộ ấp Hai"]
    assert (secretary.joined_on, secretary.official_on) == (date(2001, 2, 3), date(2002, 2, 3))
    assert (probationary.place, probationary.official_on) == ("Chi bộ ấp Hai", None)
    assert probationary.member


def test_a_digest_tells_origin_and_what_people_studied(actor, here):
    by = paper("6-DS/BTC", date(2024, 3, 5))
    born = PersonRow("Thạch Thị Sóc", Sex.FEMALE, date(1990, 1, 2), "Khmer", "Xã Thử")
    record_people(actor, TODAY, people=[born], from_day=date(2024, 3, 5), basis=by)
    who = digest_on(by=actor, asked=Asked(named="soc"), on=TODAY).rows[0].id
    rows = [
        QualificationRow(who, QualificationKind.PROFESSIONAL, "Đại học Luật"),
        QualificationRow(who, QualificationKind.POLITICAL, "Trung cấp"),
    ]
    record_qualifications(actor, TODAY, people=rows, from_day=date(2024, 6, 1), basis=by)
    row = digest_on(by=actor, asked=Asked(named="soc"), on=TODAY).rows[0]
    assert (row.ethnicity, row.hometown) == ("Khmer", "Xã Thử")
    assert (row.professional, row.political) == ("Đại học Luật", "Trung cấp")
    before = digest_on(by=actor, asked=Asked(named="soc"), on=date(2024, 5, 31)).rows[0]
    assert (before.ethnicity, before.professional) == ("Khmer", None)


def test_party_days_of_a_file_that_went_elsewhere_are_not_called_unrecorded(actor, here):
    """The cell of a former day is in reach; the file is in the hands of another one today."""
    by = paper("7-QĐ/HU", date(2024, 3, 5))
    moved = [CellRow(here.people[1], here.cells[1])]
    record_transfer(actor, TODAY, people=moved, from_day=date(2024, 3, 5), basis=by)
    near = replace(reaching(actor, here.cells[0]), day=TODAY)
    row = digest_on(by=near, asked=Asked(named="binh"), on=date(2024, 3, 4)).rows[0]
    assert (row.full_name, row.member, row.joined_on, row.withheld) == (
        "Trần Văn Bình",
        True,
        None,
        True,
    )


def test_a_digest_is_cut_at_its_most_and_says_how_many_there_are(actor, here):
    found = digest_on(by=actor, asked=Asked(), on=TODAY, most=3)
    assert (len(found.rows), found.total) == (3, 16)


def test_a_digest_holds_nobody_out_of_reach(actor, here):
    near = reaching(actor, here.cells[1])
    ticked = frozenset({here.people[0], here.people[10]})
    found = digest_on(by=near, asked=Asked(chosen=ticked), on=TODAY)
    assert [row.full_name for row in found.rows] == ["Lê Thị Mai"]
