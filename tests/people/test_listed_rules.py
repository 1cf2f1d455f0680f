"""Danh sách nhận vào — headings as offices write them, days as they type them, every fault by its column."""

from datetime import date

import pytest

from thenchot.ground.plain.cells import listed_day
from thenchot.ground.plain.headings import plain_heading, samples
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.rules.cells import CellPlace, Cells
from thenchot.people.dossiers.rules.headings import COLUMNS, column_faults
from thenchot.people.dossiers.rules.listed import digits, listed_lines
from thenchot.people.members.words import ListColumn as C
from thenchot.people.members.words import Status

TODAY = date(2025, 6, 16)


def read(*rows, learnt=()):
    width = max(map(len, rows))
    table = [[*row, *[""] * (width - len(row))] for row in rows]
    head = COLUMNS.head_of(table, dict(learnt))
    return listed_lines(table, head, COLUMNS.guessed(head.headings, dict(learnt)), TODAY)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Họ và tên", C.NAME), ("HỌ, TÊN ", C.NAME), ("Họ và tên (in hoa)", C.NAME),
        ("Ho\u0323 va\u0300 te\u0302n", C.NAME), ("Họ và tên đệm", C.NAME_BEFORE), ("Tên", C.NAME_GIVEN),
        ("Ngày, tháng, năm sinh", C.BORN), ("Năm sinh", C.BORN), ("Ngày sinh Nữ", C.BORN_FEMALE),
        ("Nam", C.BORN_MALE), ("Giới tính", C.SEX), ("Nam/Nữ", C.SEX), ("Dân tộc", C.ETHNICITY),
        ("Quê quán", C.HOMETOWN), ("Chi bộ", C.CELL), ("Đảng bộ", C.ABOVE), ("TCCSĐ", C.ABOVE),
        ("Ngày vào Đảng", C.JOINED), ("Ngày kết nạp", C.JOINED), ("Ngày chính thức", C.OFFICIAL),
        ("Số thẻ đảng viên", C.CARD), ("Số CCCD", C.CITIZEN), ("Số định danh cá nhân", C.CITIZEN),
        ("Căn cước công dân", C.CITIZEN), ("Mã định danh", C.CITIZEN), ("Số căn cước", C.CITIZEN),
        ("Ghi chú", None), ("STT", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_written(heading, column):
    assert COLUMNS.known(heading, {}) is column


def test_what_the_office_said_of_a_heading_goes_first():
    learnt = {plain_heading("Ngày V.Đ"): C.JOINED, plain_heading("Nơi ở"): C.CELL}
    assert COLUMNS.known("ngày v đ", learnt) is C.JOINED
    assert COLUMNS.known("Nơi ở (cũ)", learnt) is C.CELL


def test_the_head_is_found_below_titles_and_above_its_numbers():
    rows = [
        ["ĐẢNG ỦY XÃ THỬ"], ["DANH SÁCH ĐẢNG VIÊN"], [],
        ["STT", "Họ và tên", "Năm sinh", "", "Chi bộ", "Ngày vào Đảng", ""],
        ["", "", "Nam", "Nữ", "", "Dự bị", "Chính thức"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["1", "Lê Văn An", "3/2/1960", "", "Chi bộ ấp Một", "1/5/1985", "1/5/1986"],
        ["2", "Lê Thị Bé", "", "4/2/1961", "Chi bộ ấp Một", "2/5/1985", ""],
    ]  # fmt: skip
    first, second = read(*rows)
    assert (first.number, first.sex, first.birth_on) == (7, Sex.MALE, date(1960, 2, 3))
    assert (first.joined_on, first.official_on) == (date(1985, 5, 1), date(1986, 5, 1))
    assert (second.number, second.sex, second.birth_on) == (8, Sex.FEMALE, date(1961, 2, 4))


def test_a_table_without_headings_is_no_list():
    with pytest.raises(Misread, match="Không thấy dòng tên cột"):
        COLUMNS.head_of([["a", "b"], ["c", "d"]], {})


def test_a_column_that_is_missing_or_chosen_twice_is_named():
    texts = [each.sentence() for each in column_faults({0: C.NAME, 1: C.NAME, 2: C.CELL})]
    assert texts == [
        "Cột «Họ và tên» được chọn hai lần.",
        "Chưa chọn cột «Giới tính».",
        "Chưa chọn cột «Ngày sinh».",
        "Chưa chọn cột «Ngày vào Đảng».",
    ]
    split = [C.NAME_BEFORE, C.NAME_GIVEN, C.BORN_MALE, C.BORN_FEMALE, C.CELL, C.JOINED]
    assert column_faults(dict(enumerate(split))) == []


def test_a_few_cells_show_what_a_column_holds():
    rows = [["Họ tên", "Chi bộ"], ["A", ""], ["B", "x"], ["C", "y"], ["D", "z"], ["E", "t"]]
    assert samples(rows, COLUMNS.head_of(rows, {}), 1) == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None), ("03/02/1960", date(1960, 2, 3)), ("3-2-1960", date(1960, 2, 3)),
        ("3.2.60", date(1960, 2, 3)), ("3/2/24", date(2024, 2, 3)), ("1960-02-03", date(1960, 2, 3)),
        ("1960-02-03 00:00:00", date(1960, 2, 3)), ("21949", date(1960, 2, 3)),
        ("03021960", date(1960, 2, 3)), ("ngày 3 tháng 2 năm 1960", date(1960, 2, 3)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_offices_type_it(text, day):
    assert listed_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1960", "Chỉ có năm 1960"), ("02/1960", "Chỉ có tháng và năm «02/1960»"),
        ("hôm nay", "«hôm nay» không phải là ngày"), ("3/2", "«3/2» không phải là ngày"),
        ("30/02/1960", "không có ngày 30"), ("13/13/1960", "Không có tháng 13"),
        ("29/02/00", None), ("không rõ", "không phải là ngày"), ("=TODAY()", "không phải là ngày"),
    ],
)  # fmt: skip
def test_what_is_no_whole_day_is_said_to_be_none(text, said):
    if said is None:
        assert listed_day(text, TODAY) == date(2000, 2, 29)
        return
    with pytest.raises(Misread, match=said.replace("(", r"\(").replace(")", r"\)")):
        listed_day(text, TODAY)


def test_every_fault_of_a_row_stands_by_its_column():
    (line,) = read(
        ["Họ và tên", "Ngày sinh", "Giới tính", "Chi bộ", "Ngày vào Đảng", "Tình trạng"],
        ["Lê An", "1960", "khác", "", "31/02/1985", "lạ"],
    )
    assert [(each.field, each.sentence()) for each in line.faults] == [
        ("gioi_tinh", "«khác» không phải «Nam» hay «Nữ»."),
        ("ngay_sinh", "Chỉ có năm 1960; cần đủ ngày, tháng, năm."),
        ("vao_dang", "Tháng 02/1985 không có ngày 31; tháng này có 28 ngày."),
        ("tinh_trang", "Không rõ tình trạng đảng viên «lạ»."),
    ]


def test_a_tick_under_a_sex_is_no_day():
    (line,) = read(["Họ và tên", "Nam", "Nữ", "Ngày sinh"], ["Lê Thị Bé", "", "x", "4/2/1961"])
    assert (line.sex, line.birth_on, line.faults) == (Sex.FEMALE, date(1961, 2, 4), ())


def test_both_sexes_at_once_are_a_fault():
    (line,) = read(["Họ và tên", "Nam", "Nữ"], ["Lê Bé", "1/1/1960", "x"])
    assert [each.sentence() for each in line.faults] == ["Cả hai cột «Nam» và «Nữ» đều có chữ."]


def test_a_name_of_two_columns_is_one_name_and_its_key_is_of_any_spelling():
    (one,) = read(["Họ đệm", "Tên", "Ngày sinh"], ["Lê Thị", "Hoà", "3/2/1960"])
    (two,) = read(["Họ và tên", "Ngày sinh"], ["LÊ THỊ  HÒA", "21949"])
    assert one.full_name == "Lê Thị Hoà"
    assert one.key == two.key


def test_the_standing_is_read_from_its_word():
    rows = [["Họ tên", "Tình trạng"], *[["A", word] for word in ("Chính thức", "ĐV dự bị", "Miễn")]]
    assert [each.status for each in read(*rows)] == [
        Status.OFFICIAL, Status.PROBATIONARY, Status.EXEMPT,
    ]  # fmt: skip


def test_a_card_is_its_digits_without_the_zeros_a_spreadsheet_drops():
    assert digits("Số 00.123456") == digits("123456") == "123456"


def test_a_cell_is_found_by_name_and_by_what_stands_above_it():
    one = CellPlace(1, "Chi bộ thôn 1", ("Đảng bộ xã Thử", "Đảng bộ tỉnh"))
    other = CellPlace(2, "Chi bộ thôn 1", ("Đảng bộ xã Khác", "Đảng bộ tỉnh"))
    alone = CellPlace(3, "Chi bộ Kho bạc")
    cells = Cells([one, other, alone])
    assert cells.find("Thôn 1", "Xã Thử") is one
    assert cells.find("CHI BỘ THÔN 1", "Đảng ủy xã Khác") is other
    assert cells.find("", "Chi bộ Kho bạc") is alone
    for cell, above, said in [
        ("Thôn 1", "", "Có 2 chi bộ tên «Thôn 1»"), ("Thôn 9", "", "Không có chi bộ «Thôn 9» trong"),
        ("Thôn 1", "xã Lạ", "thuộc «xã Lạ»"), ("", "", "Thiếu tên chi bộ"),
    ]:  # fmt: skip
        with pytest.raises(Misread, match=said):
            cells.find(cell, above)
