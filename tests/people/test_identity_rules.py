"""Nhận biết con người — the form of a number, the signs of a double, without a database."""

import unicodedata
from datetime import date

import pytest

from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.register.words import Sex
from thenchot.people.identity.rules.lives import LifeRow, file_faults, life_faults, signs_of
from thenchot.people.identity.rules.numbers import (
    Life,
    NumberRow,
    masked,
    number_faults,
    plain_number,
    rows_faults,
)
from thenchot.people.identity.words import Limits, NumberKind, Sign

CITIZEN, CARD, CADRE = NumberKind
SET = {
    Limits.CITIZEN_DIGITS: Limit((12,), "Điều 13"),
    Limits.BIRTHPLACES: Limit((1, 79, 96), "Phụ lục"),
    Limits.CARD_DIGITS: Limit((8,), "mục 9"),
}
FICTION = SET | {Limits.FICTION: Limit((999,), "Bản chạy thử")}
HER = Life(Sex.FEMALE, date(1985, 3, 1))


def said(kind, number, life=HER, limits=SET):
    return [str(each) for each in number_faults(kind, number, life, limits)]


@pytest.mark.parametrize(
    ("number", "life"),
    [
        ("079185000001", HER),
        ("001085000001", Life(Sex.MALE, date(1985, 1, 1))),
        ("079203000001", Life(Sex.MALE, date(2003, 1, 1))),
        ("096303000001", Life(Sex.FEMALE, date(2003, 1, 1))),
        ("101185000001", HER),  # born abroad
        ("079185000001", Life(Sex.FEMALE, None)),
    ],
)
def test_a_citizens_number_that_agrees_with_the_life(number, life):
    assert said(CITIZEN, number, life) == []


@pytest.mark.parametrize(
    ("number", "reasons"),
    [
        ("", ["Thiếu số."]),
        ("07918500000", ["Số này phải có 12 chữ số, đang có 11."]),
        ("07918500000x", ["Số này chỉ gồm chữ số."]),
        ("0" * 31, ["Số dài quá 30 ký tự."]),
        ("003185000001", ["Ba chữ số đầu 003 không phải mã tỉnh, thành phố nào."]),
        ("079085000001", ["Chữ số thứ tư là của Nam, hồ sơ ghi Nữ."]),
        (
            "003286000001",
            [
                "Ba chữ số đầu 003 không phải mã tỉnh, thành phố nào.",
                "Chữ số thứ tư là của Nam, hồ sơ ghi Nữ.",
                "Số này là của người sinh năm 2086, hồ sơ ghi năm 1985.",
            ],
        ),
    ],
)
def test_a_citizens_number_that_does_not(number, reasons):
    assert said(CITIZEN, number) == reasons


def test_people_who_do_not_exist_have_impossible_numbers():
    assert said(CITIZEN, "999185000001", limits=FICTION) == []
    text = "Ở đây chỉ có người mô phỏng: số định danh phải bắt đầu bằng 999."
    assert said(CITIZEN, "079185000001", limits=FICTION) == [text]


def test_other_numbers_and_days_before_any_regulation():
    assert said(CARD, "79123456") == []
    assert said(CARD, "7912345") == ["Số này phải có 8 chữ số, đang có 7."]
    assert said(CADRE, "BTC-0012") == []
    assert said(CITIZEN, "1234", limits={}) == []


@pytest.mark.parametrize(
    ("kind", "typed", "plain"),
    [
        (CITIZEN, " 079 185 000 001 ", "079185000001"),
        (CARD, "79.123456", "79123456"),
        (CADRE, " btc-0012", "BTC-0012"),
    ],
)
def test_a_number_has_one_way_of_writing(kind, typed, plain):
    assert plain_number(kind, typed) == plain


def test_a_list_names_each_kind_and_each_number_once():
    assert [str(each) for each in rows_faults([])] == ["Danh sách không có ai."]
    rows = [NumberRow(1, CARD, "79123456"), NumberRow(1, CARD, "79.123456")]
    assert {(each.field, str(each)) for each in rows_faults(rows)} == {
        ("people", "Có người được ghi hai lần cùng một loại số."),
        ("2.number", "Số này đứng hai lần trong danh sách."),
    }
    assert rows_faults([NumberRow(1, CARD, "79123456"), NumberRow(1, CITIZEN, "79123456")]) == []


def test_a_masked_number_shows_how_long_it_is_and_its_end():
    assert masked(12, "001") == "•••••••••001"


def life(name="Trần Văn Hoà", birth=date(1985, 3, 1), sex=Sex.MALE, ethnicity=None, home=None):
    return LifeRow(name, sex, birth, ethnicity, home)


@pytest.mark.parametrize(
    ("other", "signs"),
    [
        (life(), [Sign.SAME_NAME, Sign.SAME_BIRTH]),
        (life("Trần Văn Hòa"), [Sign.SPELT_OTHERWISE, Sign.SAME_BIRTH]),
        (life("TRẦN VĂN HOÀ"), [Sign.SPELT_OTHERWISE, Sign.SAME_BIRTH]),
        (life("Trần Văn Hóa"), [Sign.SAME_WITHOUT_MARKS, Sign.SAME_BIRTH]),
        (life(birth=None), [Sign.SAME_NAME, Sign.BIRTH_NOT_RECORDED]),
        (life(birth=date(1985, 1, 3)), [Sign.SAME_NAME, Sign.DAY_AND_MONTH_SWAPPED]),
        (life("Trần Văn Hóa", birth=None), []),
        (life(birth=date(1985, 3, 2)), []),
        (life("Trần Văn Hoàn"), []),
    ],
)
def test_what_makes_two_files_look_like_one_persons(other, signs):
    assert signs_of(life(), other) == signs
    assert signs_of(other, life()) == signs


def test_composed_and_decomposed_letters_are_one_spelling():
    apart = tidy_name(unicodedata.normalize("NFD", "Trần Văn Hoà"))
    assert signs_of(life(), life(apart)) == [Sign.SAME_NAME, Sign.SAME_BIRTH]


def test_the_file_that_goes_says_nothing_the_kept_one_does_not():
    kept = life(ethnicity="Kinh", home="Xã Hoà")
    assert life_faults(kept, kept) == []
    assert life_faults(kept, life("Trần Văn Hòa", None, home="Xã Hòa")) == []
    gone = life("Trần Văn Hoàn", date(1986, 3, 1), Sex.FEMALE, "Tày", "Xã Bình")
    assert [str(each) for each in life_faults(kept, gone)] == [
        "Họ tên khác nhau: «Trần Văn Hoà» và «Trần Văn Hoàn».",
        "Giới tính khác nhau: Nam và Nữ.",
        "Ngày sinh 01/03/1986 chỉ đứng ở hồ sơ bỏ đi; hãy đính chính hồ sơ giữ lại trước.",
        "«Tày» chỉ đứng ở hồ sơ bỏ đi; hãy đính chính hồ sơ giữ lại trước.",
        "«Xã Bình» chỉ đứng ở hồ sơ bỏ đi; hãy đính chính hồ sơ giữ lại trước.",
    ]
    assert life_faults(life(birth=None), life())  # a birth day would be lost


def test_the_older_file_is_kept():
    assert file_faults(date(2020, 1, 1), date(2020, 1, 1)) == []
    (reason,) = file_faults(date(2021, 1, 1), date(2020, 1, 1))
    assert "hãy giữ hồ sơ có trước" in str(reason)
