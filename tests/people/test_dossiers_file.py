"""Hồ sơ một người — every fact with its paper, beside the day looked at; corrections; whom it stays closed to."""

from dataclasses import replace
from datetime import date

import pytest
from office import given, who
from office import opened as account_opened
from party import admitted, newcomer, party
from world import TODAY, answer, paper, seat

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.register.acts.posts import appoint, end_posting
from thenchot.ground.register.models import Posting
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.words import Right
from thenchot.people.awards.acts.awards import record_badges
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.dossiers.reads.file import file_of
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.words import EntryKind, Item, Phase
from thenchot.people.members.models import PartyDays
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.members.words import Status
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm, Sensitive
from thenchot.people.oversight.words import Right as OversightRight

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 5)


@pytest.fixture
def here():
    return party()


def opened(actor, person, on=TODAY, **asked):
    return file_of(by=actor, person=person, on=on, came_from=Asked(**asked))


def reader_as(role):
    account = account_opened(role.replace("_", "-"))
    given(account, role)
    return who(account)


def told(file, *kinds):
    return [str(entry.what) for entry in file.entries if entry.kind in kinds]


def test_a_file_says_who_somebody_is_on_the_day(actor, here):
    file = opened(actor, here.people[0])
    assert (file.full_name, file.recorded, file.own, file.sealed) == (
        "Trần Văn An",
        True,
        False,
        True,
    )
    assert [(str(post.what), post.since) for post in file.posts] == [
        ("Bí thư, Chi bộ ấp Một", date(2021, 1, 1))
    ]
    assert (str(file.belongs.cell), file.belongs.status) == ("Chi bộ ấp Một", Status.OFFICIAL)
    assert file.belongs.party_age == 33
    assert file.work is None


def test_every_fact_is_told_with_its_paper(actor, here):
    by = paper("7-QĐ/HU", DAY)
    record_badges(actor, TODAY, people=[BadgeRow(here.people[0], 30)], on_day=DAY, basis=by)
    file = opened(actor, here.people[0])
    assert told(file, *EntryKind) == [
        "Huy hiệu 30 năm tuổi đảng (Đúng hạn)",
        "Bí thư, Chi bộ ấp Một",
        "Đảng viên chính thức, Chi bộ ấp Một",
        "Có khi bàn giao sổ: Chi bộ ấp Một",
        "Vào Đảng ngày 19/05/1992, chính thức ngày 19/05/1993",
        "Trần Văn An; giới tính: Nữ; sinh ngày 01/03/1967",
    ]
    assert file.entries[0].basis.printed == "Quyết định số 7-QĐ/HU, 05/03/2024"
    assert {entry.basis.printed for entry in file.entries[1:]} == {
        "Quyết định số 01-DS/ĐU, 30/12/2020"
    }


def test_facts_after_the_day_are_told_as_later_and_those_decided_before_it_say_so(actor, here):
    post = seat(here.commune, paper("8-QĐ/HU", DAY), DAY)
    appointing = paper("9-QĐ/HU", date(2024, 2, 20))
    appoint(actor, TODAY, person=here.people[0], post=post, from_day=DAY, basis=appointing)
    phases = {
        day: next(
            entry.phase
            for entry in opened(actor, here.people[0], on=day).entries
            if str(entry.what) == "Bí thư, Đảng bộ xã Thử"
        )
        for day in (date(2024, 2, 19), date(2024, 2, 20), DAY)
    }
    assert list(phases.values()) == [Phase.LATER, Phase.DECIDED, Phase.PRESENT]


def test_a_person_known_later_only_has_a_file_that_says_so(actor, here):
    who = admitted("Võ Minh Tân", here.cells[1], DAY, date(2024, 4, 1))
    before = opened(actor, who, on=date(2023, 1, 1))
    assert (before.recorded, before.belongs, before.known, before.before) == (False, None, [], None)
    waiting = opened(actor, who, on=DAY)
    assert waiting.belongs is None  # no member before the ceremony
    assert "Quyết định kết nạp tại Chi bộ ấp Hai" in told(waiting, EntryKind.PARTY)
    assert opened(actor, who, on=date(2024, 4, 1)).belongs.status is Status.PROBATIONARY


def test_what_is_known_on_the_day_stands_with_since_when_and_why(actor, here):
    known = {line.item: line for line in opened(actor, here.people[0]).known}
    assert str(known[Item.BORN].value) == "01/03/1967"
    assert str(known[Item.POST].value) == "Bí thư, Chi bộ ấp Một"
    assert str(known[Item.OFFICIAL].value) == "19/05/1993"
    assert known[Item.CELL].since == date(2021, 1, 1)
    assert known[Item.CELL].basis.printed == "Quyết định số 01-DS/ĐU, 30/12/2020"
    assert list(known) == sorted(known, key=list(Item).index)
    probationary = {line.item for line in opened(actor, here.people[14]).known}
    assert Item.OFFICIAL not in probationary


def test_what_somebody_studied_is_told_and_known(actor, here):
    rows = [QualificationRow(here.people[0], QualificationKind.POLITICAL, "Cao cấp")]
    by = paper("3317/CCLL", DAY)
    record_qualifications(actor, TODAY, people=rows, from_day=DAY, basis=by)
    file = opened(actor, here.people[0])
    assert told(file, EntryKind.TRAINING) == ["Lý luận chính trị: Cao cấp"]
    known = {line.item: str(line.value) for line in file.known}
    assert known[Item.POLITICAL] == "Cao cấp"
    assert Item.POLITICAL not in {
        line.item for line in opened(actor, here.people[0], on=date(2024, 3, 4)).known
    }


def corrected(actor, here):
    days = PartyDays.objects.get(person=here.people[0])
    by = paper("87-QĐ/HU", DAY)
    answer(
        correct_fact(
            actor, TODAY, kind="members.PartyDays", fact=days.pk,
            changes={"official_on": date(1993, 6, 5)}, by_paper=by, reason="Bản cũ gõ nhầm tháng",
        )
    )  # fmt: skip


def test_a_correction_shows_old_and_new_who_when_why_and_the_paper(actor, here):
    corrected(actor, here)
    file = opened(actor, here.people[0])
    (correction,) = file.corrections
    (changed,) = correction.changed
    assert (changed.label, str(changed.old), str(changed.new)) == (
        "Ngày chính thức",
        "19/05/1993",
        "05/06/1993",
    )
    assert correction.line.reason == "Bản cũ gõ nhầm tháng"
    assert correction.line.instrument == "Quyết định số 87-QĐ/HU, 05/03/2024"
    assert correction.line.actor_name == "Người dùng thử (dữ liệu mô phỏng)"
    known = {line.item: line for line in file.known}
    official = known[Item.OFFICIAL]
    assert (str(official.value), str(official.old)) == ("05/06/1993", "19/05/1993")
    assert known[Item.JOINED].old is None
    assert [entry.kind for entry in file.entries if entry.corrected] == [EntryKind.PARTY]


def test_without_the_journal_a_correction_still_shows_both_values(actor, here):
    corrected(actor, here)
    rights = {
        right: reach for right, reach in actor.rights.items() if right != BasisRight.READ_JOURNAL
    }
    reader = replace(actor, id="khác", rights=rights)
    (correction,) = opened(reader, here.people[0]).corrections
    assert correction.line is None
    assert str(correction.changed[0].old) == "19/05/1993"


def test_an_ending_is_no_correction(actor, here):
    post = seat(here.commune, paper("8-QĐ/HU", DAY), DAY)
    by = paper("9-QĐ/HU", DAY)
    appoint(actor, TODAY, person=here.people[1], post=post, from_day=DAY, basis=by)
    again = paper("10-QĐ/HU", date(2024, 9, 1))
    held = Posting.objects.get(person=here.people[1]).pk
    end_posting(actor, TODAY, posting=held, from_day=date(2024, 9, 1), basis=again)
    file = opened(actor, here.people[1])
    assert file.corrections == []
    (entry,) = [entry for entry in file.entries if entry.kind is EntryKind.POST]
    assert (entry.phase, entry.ended_by.printed) == (
        Phase.PAST,
        "Quyết định số 10-QĐ/HU, 01/09/2024",
    )


def test_neighbours_are_those_of_the_list_one_came_from(actor, here):
    file = opened(actor, here.people[10], unit=here.cells[1])
    assert (file.before.full_name, file.after.full_name) == ("Phạm Dự Bị", "Lê Thị Nga")
    first = opened(actor, here.people[14], unit=here.cells[1])
    assert (first.before, first.after.full_name) == (None, "Lê Thị Mai")


def test_the_same_name_without_marks_and_birth_day_may_be_the_same_person(actor, here):
    twin = newcomer("Trần Vân An", date(2022, 1, 1), here.list_paper, date(1967, 3, 1))
    newcomer("Trần Văn Ân", date(2022, 1, 1), here.list_paper, date(1967, 3, 2))
    assert [double.id for double in opened(actor, here.people[0]).doubles] == [twin]
    assert opened(actor, here.people[1]).doubles == []


def reaching(actor, *units, more=(), person=None):
    rights = {str(right) for right in (Right.READ, Right.READ_TREE, MembersRight.READ, *more)}
    return replace(
        actor, id="gần", rights=dict.fromkeys(rights, frozenset(units)), person=person, day=TODAY
    )


def test_nobody_out_of_reach_has_a_file(actor, here, give):
    near = give(reaching(actor, here.cells[1]))
    with scoped(near, TODAY, reading=True):
        assert opened(near, here.people[0]) is None
        assert opened(near, here.people[10]).full_name == "Lê Thị Mai"
        assert opened(near, 10**8) is None


def test_facts_of_another_right_are_not_there(actor, here, give):
    by = paper("7-QĐ/HU", DAY)
    record_badges(actor, TODAY, people=[BadgeRow(here.people[0], 30)], on_day=DAY, basis=by)
    near = give(reaching(actor, here.cells[0]))
    with scoped(near, TODAY, reading=True):
        file = opened(near, here.people[0])
    assert told(file, EntryKind.AWARD) == []
    assert not file.sealed


def disciplined(actor, here):
    rows = [DisciplineRow(here.people[1], DisciplineForm.WARNING)]
    by = paper("30-QĐ/HU", DAY)
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)


def test_a_discipline_is_told_only_after_it_was_opened_with_a_reason(actor, here, give):
    disciplined(actor, here)
    rights = (OversightRight.READ_NAMES, BasisRight.OPEN_SENSITIVE)
    reader = give(reaching(actor, *here.cells, more=rights))
    with scoped(reader, TODAY, reading=True):
        closed = opened(reader, here.people[1])
    assert (told(closed, EntryKind.DISCIPLINE), closed.sealed) == ([], True)
    open_sensitive(
        reader, TODAY, kind=Sensitive.DISCIPLINE, reason="Soạn tờ trình", person=here.people[1]
    )
    with scoped(reader, TODAY, reading=True):
        file = opened(reader, here.people[1])
        other = opened(reader, here.people[2])
    assert told(file, EntryKind.DISCIPLINE) == ["Kỷ luật: Cảnh cáo (Cấp ủy, chi bộ quyết định)"]
    assert (file.sealed, other.sealed) == (False, True)


BY_DISCIPLINE = "Quyết định số 31-QĐ/HU, 05/03/2024"
PARTY_GOING = {"Khai trừ: Chi bộ ấp Một", "Kỷ luật: Khai trừ (Cấp ủy, chi bộ quyết định)"}


@pytest.fixture
def expelled(actor, here):
    """Người bị khai trừ, thôi chức vụ theo cùng quyết định."""
    by, post = paper("31-QĐ/HU", DAY), seat(here.commune, here.list_paper, date(2021, 1, 1))
    held = answer(
        appoint(
            actor, TODAY, person=here.people[1], post=post, from_day=date(2022, 1, 1),
            basis=here.list_paper,
        )
    )  # fmt: skip
    rows = [DisciplineRow(here.people[1], DisciplineForm.EXPULSION)]
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
    end_posting(actor, TODAY, posting=held, from_day=DAY, basis=by)
    return here.people[1]


def papers_told(file):
    return {each.ended_by.printed for each in file.entries if each.ended_by} | {
        each.basis.printed for each in [*file.entries, *file.known] if each.basis
    }


@pytest.mark.parametrize("role", ["chuyen_vien", "lanh_dao_ban"])
def test_no_paper_on_a_file_tells_who_was_expelled_and_removed(expelled, role):
    by = reader_as(role)
    with scoped(by, TODAY, reading=True):
        files = [opened(by, expelled, on=on) for on in (TODAY, DAY, date(2023, 1, 1))]
    for file in files:
        assert BY_DISCIPLINE not in papers_told(file)
        assert not PARTY_GOING & set(told(file, *EntryKind))
        assert "Bí thư, Đảng bộ xã Thử" in told(file, EntryKind.POST)  # only its paper is blank


def test_an_expulsion_opens_with_the_same_reason_as_the_discipline(expelled):
    by = reader_as("uy_ban_kiem_tra")
    with scoped(by, TODAY, reading=True):
        closed = opened(by, expelled)
    assert closed.sealed
    assert not PARTY_GOING & set(told(closed, *EntryKind))
    assert BY_DISCIPLINE not in papers_told(closed)
    open_sensitive(by, TODAY, kind=Sensitive.DISCIPLINE, reason="Soạn tờ trình", person=expelled)
    with scoped(by, TODAY, reading=True):
        file = opened(by, expelled)
    assert set(told(file, *EntryKind)) >= PARTY_GOING
    ended = {str(each.what): each.ended_by.printed for each in file.entries if each.ended_by}
    assert set(ended.values()) == {BY_DISCIPLINE}
    assert len(ended) == 2  # the membership and the post


def test_who_was_expelled_reads_it_in_the_own_file(actor, expelled):
    own = replace(actor, id="mình", rights={}, person=expelled)
    file = opened(own, expelled)
    assert any(text.startswith("Khai trừ:") for text in told(file, EntryKind.PARTY))
    assert told(file, EntryKind.DISCIPLINE) == ["Kỷ luật: Khai trừ (Cấp ủy, chi bộ quyết định)"]
    assert BY_DISCIPLINE in papers_told(file)


def test_the_unit_names_no_holder_beside_a_paper_of_discipline(actor, here, expelled):
    by = paper("32-QĐ/HU", DAY)
    post = seat(here.commune, here.list_paper, date(2021, 1, 1))
    rows = [DisciplineRow(here.people[2], DisciplineForm.WARNING)]
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
    appoint(actor, TODAY, person=here.people[3], post=post, from_day=DAY, basis=by)
    page = organization_on(by=reader_as("chuyen_vien"), organization=here.commune, on=TODAY)
    (seated,) = [each for each in page.seats if each.holder_id == here.people[3]]
    assert seated.basis is None
    kept = organization_on(by=actor, organization=here.cells[0], on=TODAY)
    assert str(kept.seats[0].basis) == "Quyết định số 01-DS/ĐU, 30/12/2020"


def test_a_person_reads_all_of_the_own_file(actor, here):
    disciplined(actor, here)
    own = replace(actor, id="mình", rights={}, person=here.people[1])
    file = opened(own, here.people[1])
    assert file.own
    assert not file.sealed
    assert len(told(file, EntryKind.DISCIPLINE)) == 1
    assert opened(own, here.people[0]) is None


def test_a_file_asks_few_questions(actor, here, django_assert_max_num_queries):
    corrected(actor, here)
    with django_assert_max_num_queries(30):
        opened(actor, here.people[0], unit=here.cells[0])
