"""Tìm hoặc làm — by any part, marks or none, in any order; the likeliest first, within reach."""

import unicodedata
from datetime import date

import pytest
from office import given, opened, who
from party import newcomer, party
from world import TODAY, answer, paper, seat

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.acts.posts import appoint
from thenchot.people.dossiers.reads.found import Found, found
from thenchot.people.dossiers.rules.likeness import Named, Typed


@pytest.mark.parametrize(
    ("name", "typed", "fits"),
    [
        ("Chi bộ ấp 5", "ap 5", True),
        ("Chi bộ ấp 15", "ap 5", False),
        ("Chi bộ ấp 5, xã Thử", "thu chi bo 5", True),
        ("Đảng bộ xã Thử", "dang bo", True),
        ("Đảng bộ xã Thử", "ho", False),  # two letters begin a word
        ("Đảng bộ xã Thử", "hu", False),
        ("Đảng bộ xã Thử", "ang", True),  # three may stand anywhere
        ("Phòng nghiệp vụ 9 (mới)", "moi", True),
    ],
)
def test_what_fits_the_name_of_a_unit(name, typed, fits):
    assert Named(name).fits(Typed.of(typed)) is fits


def test_the_name_that_ends_with_what_was_typed_is_nearest_then_the_shortest():
    names = ["Thử Một, huyện Thử Hai", "Đảng bộ xã Thử Một", "Xã Thử Một", "Thử Một A"]
    typed = Typed.of("thử một")
    assert sorted(names, key=lambda name: Named(name).distance(typed)) == [
        "Xã Thử Một",
        "Đảng bộ xã Thử Một",
        "Thử Một A",
        "Thử Một, huyện Thử Hai",
    ]


@pytest.mark.django_db
@pytest.mark.database
class TestFound:
    @pytest.fixture(autouse=True)
    def here(self, actor):
        self.actor, self.made = actor, party()

    def found(self, typed: str, by: Actor | None = None, on: date = TODAY) -> Found:
        return found(by=by or self.actor, on=on, typed=typed)

    def people(self, typed: str, **more) -> list[str]:
        return [hit.text for hit in self.found(typed, **more).people]

    @pytest.mark.parametrize(
        "typed",
        ["tran van an", "An Trần", "TRẦN  văn an", unicodedata.normalize("NFD", "Trần Văn Ân"), "an tr"],
    )  # fmt: skip
    def test_a_person_is_found_without_marks_in_any_order(self, typed):
        assert self.people(typed)[0] == "Trần Văn An"

    def test_the_given_name_comes_before_the_same_letters_elsewhere(self):
        newcomer("An Thị Bảy", date(2022, 1, 1), self.made.list_paper)
        newcomer("Trần Anh Tám", date(2022, 1, 1), self.made.list_paper)
        assert self.people("an") == ["Trần Văn An", "An Thị Bảy", "Trần Anh Tám"]

    def test_the_first_letter_of_the_family_tells_namesakes_apart(self):
        newcomer("Bùi Văn An", date(2022, 1, 1), self.made.list_paper)
        assert self.people("an t")[0] == "Trần Văn An"
        assert self.people("an b")[0] == "Bùi Văn An"

    def test_the_beginning_of_the_given_name_is_enough_beside_the_family(self):
        for name in ("Ngô Thị Phụng Yến", "Nguyễn Văn Phước", "Lê Thị Phượng"):
            newcomer(name, date(2022, 1, 1), self.made.list_paper)
        assert self.people("phu n") == ["Nguyễn Văn Phước", "Ngô Thị Phụng Yến"]

    def test_among_namesakes_who_holds_a_post_comes_first(self):
        newcomer("Bùi Văn An", date(2022, 1, 1), self.made.list_paper)
        assert next(hit.id for hit in self.found("an").people) == self.made.people[0]

    def test_birth_year_and_post_or_cell_tell_who_it_is(self):
        assert [hit.beside for hit in self.found("an tran").people] == [
            "1967, Bí thư, Chi bộ ấp Một"
        ]
        assert [hit.beside for hit in self.found("bi du").people] == ["1995, Chi bộ ấp Hai"]

    def test_a_unit_is_found_with_its_parent_beside(self):
        (unit,) = self.found("ap mot").units
        assert (unit.text, unit.beside) == ("Chi bộ ấp Một", "Đảng bộ xã Thử")

    @pytest.mark.parametrize(
        "typed", ["316", "316-kh", "316-KH/TU", "ke hoach 316", "tinh gon bo may"]
    )
    def test_a_paper_is_found_by_number_kind_and_words(self, typed):
        answer(
            register_instrument(
                self.actor, TODAY, kind=InstrumentKind.PLAN, number_sign="316-KH/TU",
                issuer="Tỉnh ủy", abstract="Sắp xếp, tinh gọn tổ chức bộ máy", issued_year=2024,
                issued_on=date(2024, 12, 11),
            )
        )  # fmt: skip
        (hit,) = self.found(typed).papers
        assert (hit.text, hit.beside) == (
            "Kế hoạch số 316-KH/TU, 11/12/2024",
            "Sắp xếp, tinh gọn tổ chức bộ máy",
        )

    def test_a_paper_is_found_from_the_day_it_was_issued_on(self):
        by = paper("77-QĐ/TU", date(2024, 1, 2))
        assert self.found("77-qd", on=date(2024, 1, 1)).papers == []
        assert [hit.id for hit in self.found("77-qd", on=date(2024, 1, 2)).papers] == [by]

    def test_a_number_does_not_stand_in_the_middle_of_another(self):
        paper("1316-QĐ/TU")
        paper("06-QĐ/TU")
        assert self.found("316").papers == []
        assert [hit.text for hit in self.found("6-qd").papers] == [
            "Quyết định số 06-QĐ/TU, 02/01/2024"
        ]

    @pytest.mark.parametrize("typed", ["", "a", "zzzz", "%", "_", "((", "5*", "\\", "' --"])
    def test_nothing_is_found_by_what_nobody_bears(self, typed):
        assert self.found(typed) == Found([], [], [])

    def test_at_most_eight_of_each_kind(self):
        assert len(self.people("tran")) == 8

    def test_a_day_has_its_own_people(self):
        assert self.people("an tran", on=date(2020, 12, 31)) == []

    def test_a_reader_of_one_cell_finds_its_people_and_no_others(self):
        account = opened("bi-thu")
        given(account, "bi_thu_chi_bo", self.made.cells[1])
        assert self.people("le thi mai", by=who(account)) == ["Lê Thị Mai"]
        assert self.people("tran van an", by=who(account)) == []

    def test_whoever_was_given_nothing_finds_nothing(self):
        nobody = Actor("khong", "Chưa được giao")
        for typed in ("an", "xa thu", "01"):
            assert self.found(typed, by=nobody) == Found([], [], [])

    def test_it_asks_at_most_seven_questions(self, django_assert_max_num_queries):
        post = seat(self.made.commune, self.made.list_paper, date(2021, 1, 1))
        appoint(
            self.actor, TODAY, person=self.made.people[1], post=post, from_day=date(2021, 1, 1),
            basis=self.made.list_paper,
        )  # fmt: skip
        for typed in ("tran", "le th", "01-ds", "thu"):
            with django_assert_max_num_queries(7):
                self.found(typed)
