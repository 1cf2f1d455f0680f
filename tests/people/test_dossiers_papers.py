"""Một văn bản — as printed, what became of it, and each fact resting on it within reach."""

from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.db.models import Q
from office import given, opened, who
from party import party
from world import TODAY, paper, seat

from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import papers_listed
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.acts.posts import appoint, end_posting
from thenchot.people.awards.acts.awards import record_badges
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.dossiers.reads import papers
from thenchot.people.dossiers.reads.found import found
from thenchot.people.dossiers.reads.papers import paper_file
from thenchot.people.dossiers.words import Rests
from thenchot.people.members.acts.members import record_exit
from thenchot.people.members.rules import ExitRow
from thenchot.people.members.words import Way
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 5)


@pytest.fixture
def here():
    return party()


def opened_file(by, held, on=TODAY):
    return paper_file(by=by, on=on, paper=held)


def told(file):
    return [(str(fact.what), fact.how, fact.person and fact.person[1]) for fact in file.facts]


def secretary_of(cell):
    account = opened(f"bi-thu-{cell}")
    given(account, "bi_thu_chi_bo", cell)
    return who(account)


class TestFacts:
    def test_what_a_paper_opened_is_told_of_whom(self, actor, here):
        by = paper("7-QĐ/HU", DAY)
        record_badges(actor, TODAY, people=[BadgeRow(here.people[0], 30)], on_day=DAY, basis=by)
        file = opened_file(actor, by)
        assert told(file) == [("Huy hiệu 30 năm tuổi đảng (Đúng hạn)", Rests.OPENED, "Trần Văn An")]
        assert file.people == [(here.people[0], "Trần Văn An")]
        assert not file.more_facts

    def test_what_it_ended_is_told_as_ended(self, actor, here):
        by = paper("8-QĐ/HU", DAY)
        end_posting(actor, TODAY, posting=here.posting, from_day=DAY, basis=by)
        assert told(opened_file(actor, by)) == [
            ("Bí thư, Chi bộ ấp Một", Rests.ENDED, "Trần Văn An")
        ]

    def test_a_hand_over_list_opens_units_posts_and_people(self, actor, here):
        file = opened_file(actor, here.list_paper)
        assert told(file)[0] == ("Tổ chức: Đảng bộ xã Thử", Rests.OPENED, None)
        assert file.facts[0].unit == (here.commune, "Đảng bộ xã Thử")
        texts = {text for text, _, _ in told(file)}
        assert {"Chức vụ: Bí thư, Chi bộ ấp Một", "Đảng viên chính thức, Chi bộ ấp Hai"} <= texts
        assert len(file.people) == 15

    def test_a_long_list_is_cut_and_says_so(self, actor, here, monkeypatch):
        monkeypatch.setattr(papers, "MOST_FACTS", 4)
        file = opened_file(actor, here.list_paper)
        assert (len(file.facts), file.more_facts) == (4, True)

    def test_a_paper_nothing_rests_on_has_no_facts(self, actor, here):
        assert opened_file(actor, paper("9-QĐ/HU", DAY)).facts == []

    def test_a_reader_of_one_cell_sees_the_facts_of_its_people_only(self, here):
        file = opened_file(secretary_of(here.cells[1]), here.list_paper)
        named = {fact.person[1] for fact in file.facts if fact.person}
        assert "Lê Thị Mai" in named
        assert not any(name.startswith("Trần Văn") for name in named)
        assert not any(name.startswith("Trần Văn") for _, name in file.people)

    def test_it_asks_few_questions(self, actor, here, django_assert_max_num_queries):
        with django_assert_max_num_queries(15):
            opened_file(actor, here.list_paper)


class TestNeverNamed:
    @pytest.fixture
    def expelling(self, actor, here):
        by = paper("31-QĐ/HU", DAY)
        rows = [DisciplineRow(here.people[1], DisciplineForm.EXPULSION)]
        record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
        return by

    def test_whoever_was_disciplined_is_named_to_nobody(self, actor, here):
        by = paper("30-QĐ/HU", DAY)
        rows = [DisciplineRow(here.people[1], DisciplineForm.WARNING)]
        record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
        file = opened_file(actor, by)
        assert (file.people, told(file)) == ([], [])

    def test_nor_whoever_was_expelled_by_the_end_of_the_membership(self, actor, expelling):
        file = opened_file(actor, expelling)
        assert (file.people, file.units, told(file)) == ([], [], [])

    @pytest.mark.parametrize("role", ["chuyen_vien", "lanh_dao_ban", "uy_ban_kiem_tra"])
    def test_nor_is_their_cell(self, expelling, role):
        account = opened(role.replace("_", "-"))
        given(account, role)
        file = opened_file(who(account), expelling)
        assert (file.people, file.units, told(file)) == ([], [], [])

    def test_the_cell_is_shown_where_nobody_was_disciplined(self, actor, here):
        by = paper("33-QĐ/HU", DAY)
        rows = [ExitRow(here.people[1], Way.STRUCK_OFF)]
        record_exit(actor, TODAY, people=rows, from_day=DAY, basis=by)
        assert opened_file(actor, by).units == [(here.cells[0], "Chi bộ ấp Một")]

    def test_a_secretary_meets_the_paper_in_no_list(self, here, expelling):
        """The end of the membership in the cell would be the only way to it."""
        by = secretary_of(here.cells[0])
        assert papers_listed(by=by, on=TODAY, words="thử 31") == (0, [])
        assert found(by=by, on=TODAY, typed="31-qd").papers == []
        assert opened_file(by, expelling) is None

    def test_whoever_keeps_the_register_or_sees_the_names_does(self, actor, here, expelling):
        commission = opened("kiem-tra")
        given(commission, "uy_ban_kiem_tra", here.commune)
        for by in (who(commission), actor, replace(actor, rights={}, person=here.people[1])):
            assert [each.id for each in papers_listed(by=by, on=TODAY)[1]].count(expelling) == 1
        assert [hit.id for hit in found(by=actor, on=TODAY, typed="31-qd").papers] == [expelling]


class TestState:
    def test_an_annulled_paper_names_the_one_that_annulled_it(self, actor, here):
        wrong, right = paper("40-QĐ/HU", DAY), paper("41-QĐ/HU", date(2024, 4, 1))
        post = seat(here.commune, here.list_paper, date(2021, 1, 1))
        appoint(actor, TODAY, person=here.people[3], post=post, from_day=DAY, basis=wrong)
        annul_instrument(actor, TODAY, instrument=wrong, by_paper=right, reason="Ghi nhầm")
        page = opened_file(actor, wrong).page
        assert page.annulled_by.printed == "Quyết định số 41-QĐ/HU, 01/04/2024"
        assert opened_file(actor, wrong).facts == []

    def test_a_repealed_one_from_which_day(self, actor, here):
        wrong, right = paper("42-QĐ/HU", DAY), paper("43-QĐ/HU", date(2024, 4, 1))
        post = seat(here.commune, here.list_paper, date(2021, 1, 1))
        appoint(actor, TODAY, person=here.people[3], post=post, from_day=DAY, basis=wrong)
        until = date(2024, 5, 1)
        repeal_instrument(
            actor, TODAY, instrument=wrong, by_paper=right, from_day=until, reason="Thôi áp dụng"
        )
        page = opened_file(actor, wrong).page
        assert (page.repealed_by.id, page.repealed_from) == (right, until)

    @pytest.mark.parametrize("nobody", [99_999_999, 0])
    def test_a_paper_that_is_not_there(self, actor, nobody):
        assert opened_file(actor, nobody) is None

    def test_a_paper_about_another_cell_is_out_of_reach(self, actor, here):
        by = paper("44-QĐ/HU", DAY)
        rows = [ExitRow(here.people[1], Way.STRUCK_OFF)]
        record_exit(actor, TODAY, people=rows, from_day=DAY, basis=by)
        assert opened_file(secretary_of(here.cells[1]), by) is None
        assert opened_file(secretary_of(here.cells[0]), by) is not None


class TestRegister:
    @pytest.fixture(autouse=True)
    def kept(self, here):
        for number, day in (
            ("51-QĐ/HU", DAY),
            ("52-QĐ/HU", TODAY),
            ("152-QĐ/HU", date(2023, 1, 5)),
        ):
            paper(number, day)

    def listed(self, by, on=TODAY, **asked):
        _, lines = papers_listed(by=by, on=on, **asked)
        return [line.printed for line in lines]

    def test_the_newest_stand_first_and_those_issued_later_wait(self, actor):
        every = self.listed(actor)
        assert every[0] == "Quyết định số 52-QĐ/HU, 16/06/2025"
        assert every.index("Quyết định số 51-QĐ/HU, 05/03/2024") > 0
        assert self.listed(actor, on=DAY)[0] == "Quyết định số 51-QĐ/HU, 05/03/2024"

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"number": "51"}, ["Quyết định số 51-QĐ/HU, 05/03/2024"]),
            ({"number": "51-qđ/hu"}, ["Quyết định số 51-QĐ/HU, 05/03/2024"]),
            ({"year": 2024, "number": "5"}, ["Quyết định số 51-QĐ/HU, 05/03/2024"]),
            ({"words": "thử 51"}, ["Quyết định số 51-QĐ/HU, 05/03/2024"]),
            ({"kind": InstrumentKind.RESOLUTION}, []),
        ],
    )
    def test_it_is_filtered_by_number_year_kind_and_words(self, actor, asked, found):
        assert self.listed(actor, **asked) == found

    def test_the_papers_of_a_unit_are_those_its_facts_rest_on_within_reach(self, actor, here):
        by = paper("30-QĐ/HU", DAY)
        rows = [DisciplineRow(here.people[1], DisciplineForm.WARNING)]
        record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
        asked = {"unit": here.cells[0]}
        every = self.listed(actor, **asked)
        assert "Quyết định số 01-DS/ĐU, 30/12/2020" in every
        assert not any("30-QĐ/HU" in each or "51-QĐ/HU" in each for each in every)
        assert self.listed(secretary_of(here.cells[1]), **asked) == []

    def test_a_sheet_of_it_says_how_many_there_are(self, actor):
        total, lines = papers_listed(by=actor, on=TODAY, most=1)
        assert len(lines) == 1
        undated = Q(issued_on=None, issued_year__lte=TODAY.year)
        assert total == Instrument.objects.filter(Q(issued_on__lte=TODAY) | undated).count()
        assert papers_listed(by=actor, on=TODAY, after=total)[1] == []


def test_the_page_of_a_paper_shows_its_facts_with_links(client, actor, here, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    by = paper("7-QĐ/HU", DAY)
    record_badges(actor, TODAY, people=[BadgeRow(here.people[0], 30)], on_day=DAY, basis=by)
    text = client.get(f"/van-ban/{by}").content.decode()
    for said in (
        "Huy hiệu 30 năm tuổi đảng",
        f'href="/con-nguoi/{here.people[0]}"',
        "mở ra",
        "chưa có tệp",
    ):
        assert said in text
    assert client.get("/van-ban/99999999").status_code == 404
    assert client.get("/van-ban?so=7-&loai=quyet_dinh").status_code == 200
