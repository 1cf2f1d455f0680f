"""Tìm người — by any part of the name, with or without marks, in the order of given names."""

import unicodedata
from dataclasses import replace

import pytest
from world import TODAY, person, small_world

from thenchot.ground.register.reads import people_named
from thenchot.ground.register.words import Right

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NAMES = ["Đặng Văn Ăn", "Nguyễn Văn An", "Trần Văn Ánh", "Lê Thị Ân", "Bùi Văn Dũng", "Hồ Thị Hoà"]


@pytest.fixture
def world():
    made = small_world()
    for name in NAMES:
        person(name, made.founding)
    return made


def names(actor, typed):
    return [line.full_name for line in people_named(by=actor, named=typed, on=TODAY)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("van", ["Nguyễn Văn An", "Trần Văn Ánh", "Đặng Văn Ăn", "Bùi Văn Dũng"]),
        ("an", ["Nguyễn Văn An", "Trần Văn Ánh", "Đặng Văn Ăn", "Lê Thị Ân", "Bùi Văn Dũng"]),
        ("dung bui", ["Bùi Văn Dũng"]),
        ("ĐẶNG", ["Đặng Văn Ăn"]),
        ("hòa", ["Hồ Thị Hoà"]),
        ("guye", ["Nguyễn Văn An", "Nguyễn Thị Mô Phỏng"]),
        ("không ai", []),
        ("%", []),
        ("_", []),
    ],
)
def test_any_part_of_a_name_finds_it_in_vietnamese_order(actor, world, typed, found):
    assert names(actor, typed) == found
    assert names(actor, unicodedata.normalize("NFD", typed)) == found


def test_a_line_tells_namesakes_apart_by_birth_day_and_post(actor, world):
    line = people_named(by=actor, named="mô phỏng", on=TODAY)[0]
    assert line.posts == ["Bí thư, Đảng bộ xã Thử Một"]
    assert line.birth_on.year == 1980


def test_only_holders_of_posts_within_reach_are_found(actor, world):
    near = replace(actor, rights={Right.READ.value: frozenset({world.commune})})
    far = replace(actor, rights={Right.READ.value: frozenset({world.root})})
    assert names(near, "") == ["Nguyễn Thị Mô Phỏng"]
    assert names(far, "") == []


def test_the_search_asks_few_questions(actor, world, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        names(actor, "an")
