"""Phép của hồ sơ — addresses read into questions, ages, phases of a life, cells of a digest."""

from datetime import date

import pytest

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.months import full_years
from thenchot.ground.plain.text import Sentence, as_written
from thenchot.ground.register.words import Sex, Tier
from thenchot.people.dossiers.rules.asked import Asked, Years, asked_in, misread_in, said_of
from thenchot.people.dossiers.rules.digest import DigestRow, columns_in
from thenchot.people.dossiers.rules.told import (
    Entry,
    PaperShown,
    in_order,
    is_correction,
    phase_of,
)
from thenchot.people.dossiers.words import Column, EntryKind, PartyState, Phase

ON = date(2025, 6, 16)
ADDRESS = {
    "ten": " an  nguyen ", "don-vi": "12", "dien": "ban_thuong_vu", "tinh-trang": "khong",
    "gioi": "nu", "tuoi-tu": "30", "tuoi-den": "45", "tuoi-dang-tu": "", "theo": "chi-bo", "chuc-vu": "1", "trang": "3",
}  # fmt: skip


def test_an_address_is_read_into_a_question():
    assert asked_in(ADDRESS, ["7", "9", ""]) == Asked(
        "an  nguyen", 12, True, Tier.STANDING_COMMITTEE, PartyState.NOT_A_MEMBER, Sex.FEMALE,
        Years(30, 45), Years(), True, frozenset({7, 9}),
    )  # fmt: skip


def test_an_empty_address_asks_for_everybody():
    assert asked_in({}) == Asked()
    assert misread_in({}) == misread_in(ADDRESS) == []
    assert not Asked()
    assert Asked(ages=Years(least=0))


@pytest.mark.parametrize(
    "typed",
    [
        {"don-vi": "-1"}, {"don-vi": "12345678901"}, {"dien": "khac"}, {"tinh-trang": "x"},
        {"gioi": "?"}, {"tuoi-tu": "ba mươi"}, {"tuoi-dang-den": "²"},
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_passed_over_and_told(typed):
    assert asked_in(typed) == Asked()
    ((name, value),) = typed.items()
    (told,) = misread_in(typed)
    assert told.field == name
    assert f"«{value}»" in str(told)


def test_a_question_is_said_in_words():
    said = [str(part) for part in said_of(asked_in(ADDRESS, ["7"]), "Đảng bộ xã Thử")]
    assert said == [
        "tên có «an  nguyen»", "từ Đảng bộ xã Thử xuống", "theo nơi sinh hoạt đảng", "diện Ban Thường vụ Tỉnh ủy quản lý",
        "Không là đảng viên", "Nữ", "tuổi từ 30 đến 45", "đang giữ chức vụ", "1 người được đánh dấu",
    ]  # fmt: skip
    assert said_of(Asked(), "") == []
    assert str(said_of(Asked(ages=Years(most=30)), "")[0]) == "tuổi đến 30"
    assert str(said_of(Asked(party_ages=Years(30)), "")[0]) == "tuổi đảng từ 30"


@pytest.mark.parametrize(
    ("years", "born", "within"),
    [
        (Years(30, 45), date(1995, 6, 16), True),  # thirty today
        (Years(30, 45), date(1995, 6, 17), False),
        (Years(30, 45), date(1979, 6, 17), True),  # forty-six tomorrow
        (Years(30, 45), date(1979, 6, 16), False),
        (Years(18), date(1900, 1, 1), True),
        (Years(most=0), date(2024, 6, 17), True),
    ],
)
def test_an_age_is_full_years_on_the_day(years, born, within):
    after, until = years.counted_from(ON)
    assert ((after is None or born > after) and (until is None or born <= until)) is within


@pytest.mark.parametrize(
    ("since", "on", "years"),
    [
        (date(2005, 6, 16), ON, 20),
        (date(2005, 6, 17), ON, 19),
        (date(2004, 2, 29), date(2005, 2, 28), 0),
        (ON, ON, 0),
    ],
)
def test_full_years_are_counted_to_the_day(since, on, years):
    assert full_years(since, on) == years


OPEN, OVER = DayRange(date(2021, 1, 1)), DayRange(date(2021, 1, 1), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("days", "issued_on", "event", "phase"),
    [
        (OPEN, None, False, Phase.PRESENT),
        (OVER, None, False, Phase.PAST),
        (DayRange(ON, date(2025, 6, 17)), None, True, Phase.PAST),
        (DayRange(date(2025, 7, 1)), date(2025, 6, 16), False, Phase.DECIDED),
        (DayRange(date(2025, 7, 1)), date(2025, 6, 17), False, Phase.LATER),
        (DayRange(date(2025, 7, 1)), None, False, Phase.LATER),
    ],
)
def test_a_fact_stands_before_on_or_after_the_day(days, issued_on, event, phase):
    assert phase_of(days, issued_on, ON, event=event) is phase


def entry(kind, day, key=1):
    paper = PaperShown(1, "Quyết định số 1", day)
    return Entry(kind, Sentence("x"), DayRange(day), Phase.PRESENT, paper, "", ("a.B", key))


def test_a_life_is_told_from_its_latest_day_and_posts_first():
    early, late = date(2020, 1, 1), date(2024, 1, 1)
    party, post = entry(EntryKind.PARTY, late), entry(EntryKind.POST, late)
    first = entry(EntryKind.LIFE, early)
    assert in_order([first, party, post]) == [post, party, first]


def row(**more):
    known = {
        "id": 1, "full_name": "Lê Thị Mai", "sex": Sex.FEMALE, "birth_on": date(1980, 3, 1),
        "ethnicity": None, "hometown": None, "posts": ["Bí thư, Chi bộ 1"], "place": "Chi bộ 1",
        "member": True, "withheld": False, "joined_on": date(2001, 2, 3), "official_on": date(2002, 2, 3),
        "professional": None, "political": None,
    }  # fmt: skip
    return DigestRow(**known | more).printed(4, as_written)


def test_a_digest_prints_what_is_known_and_says_what_is_not():
    assert row() == {
        Column.NUMBER: "4", Column.NAME: "Lê Thị Mai", Column.BORN: "Nữ, 1980",
        Column.ETHNICITY: "chưa ghi", Column.HOMETOWN: "chưa ghi", Column.POSTS: "Bí thư, Chi bộ 1",
        Column.JOINED: "03/02/2001", Column.OFFICIAL: "03/02/2002", Column.PROFESSIONAL: "chưa ghi",
        Column.POLITICAL: "chưa ghi", Column.NOTE: "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "column", "said"),
    [
        ({"birth_on": None}, Column.BORN, "Nữ, chưa ghi năm sinh"),
        ({"posts": []}, Column.POSTS, "Chi bộ 1"),
        ({"posts": [], "place": ""}, Column.POSTS, "–"),
        ({"official_on": None}, Column.OFFICIAL, "dự bị"),
        ({"joined_on": None, "official_on": None}, Column.JOINED, "chưa ghi"),
        ({"joined_on": None, "official_on": None}, Column.OFFICIAL, "chưa ghi"),
        (
            {"joined_on": None, "official_on": None, "withheld": True},
            Column.JOINED,
            "ngoài phạm vi được xem",
        ),
        ({"joined_on": None, "official_on": None, "member": False}, Column.JOINED, "–"),
        ({"joined_on": None, "official_on": None, "member": False}, Column.OFFICIAL, "–"),
    ],
)
def test_nothing_unknown_is_left_blank(more, column, said):
    assert row(**more)[column] == said


def test_number_and_name_are_always_printed_and_all_columns_where_none_is_chosen():
    assert columns_in(["nam_sinh", "gì đó"]) == [Column.NUMBER, Column.NAME, Column.BORN]
    assert columns_in([]) == list(Column)
    assert columns_in(["gì đó"]) == list(Column)


HELD = {"basis_id": 1, "ended_by_id": None, "fixed_term": False, "official_on": date(2006, 7, 5)}


@pytest.mark.parametrize(
    ("after", "corrected"),
    [
        ({"official_on": date(2006, 6, 5)}, True),
        ({}, False),
        ({"ended_by_id": 2, "effective": OVER}, False),  # an ending
        ({"effective": OVER}, True),
    ],
)
def test_a_correction_is_not_an_ending(after, corrected):
    assert (
        is_correction({"effective": OPEN} | HELD, {"effective": OPEN} | HELD | after) is corrected
    )
