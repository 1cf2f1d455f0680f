"""Bảng tính nhận vào — rows keep their numbers and their words; what could harm is refused unread."""

import io
import zipfile
from datetime import datetime

import pytest
import xlsxwriter

from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.worksheets import LARGEST, read_rows


def book(*rows, first=0) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        page = workbook.add_worksheet()
        days = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for line, row in enumerate(rows, start=first):
            for place, cell in enumerate(row):
                if isinstance(cell, datetime):
                    page.write_datetime(line, place, cell, days)
                else:
                    page.write(line, place, cell)
    return made.getvalue()


def repacked(content: bytes, **members: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, members.pop(name, None) or before.read(name))
        for name, body in members.items():
            after.writestr(name, body)
    return made.getvalue()


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(Misread) as refused:
        read_rows(name, content)
    return refused.value.reason.sentence()


def test_cells_become_the_words_a_person_sees():
    rows = read_rows("a.xlsx", book(["Nguyễn  An", datetime(1960, 2, 3), 21949, 1.5, ""]))
    assert rows == [["Nguyễn An", "03/02/1960", "21949", "1.5"]]


def test_rows_keep_the_numbers_of_the_spreadsheet():
    assert read_rows("a.xlsx", book(["x"], first=3)) == [[""], [""], [""], ["x"]]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_text_file_is_read_with_its_code_and_its_sign(code, sign):
    text = sign.join(["Họ và tên", "Ngày sinh"]) + "\r\n" + sign.join(["Lê Thị Hoà", "3/2/1960"])
    assert read_rows("A.CSV", text.encode(code)) == [
        ["Họ và tên", "Ngày sinh"],
        ["Lê Thị Hoà", "3/2/1960"],
    ]


def test_letters_of_two_parts_are_one_letter():
    assert read_rows("a.csv", "Hòa".encode()) == [["Hòa"]]


def test_a_file_of_another_kind_is_refused():
    for name in ("a.xlsm", "a.xls", "a.ods", "a.exe", "a"):
        assert refusal(name, b"x") == "Chỉ nhận tệp XLSX hoặc CSV, không nhận tệp có macro."


def test_a_file_with_macros_is_refused_whatever_its_name():
    body = repacked(book(["x"]), **{"xl/vbaProject.bin": b"x"})
    assert "macro" in refusal("a.xlsx", body)


def test_a_file_above_ten_megabytes_is_refused():
    assert refusal("a.csv", b"x" * (LARGEST + 1)) == "Tệp lớn hơn 10 MB."


def test_a_file_that_swells_when_opened_is_refused():
    body = repacked(book(["x"]), **{"xl/media/a.bin": bytes(210 * 1024 * 1024)})
    assert len(body) < LARGEST
    assert "quá lớn khi mở ra" in refusal("a.xlsx", body)


def test_a_member_that_lies_about_its_size_is_not_opened():
    body = repacked(book(["x"]), **{"xl/media/a.bin": bytes(50 * 1024 * 1024)})
    with zipfile.ZipFile(io.BytesIO(body)) as read:
        size = read.getinfo("xl/media/a.bin").file_size
    lying = body.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert "Không mở được" in refusal("a.xlsx", lying)


@pytest.mark.parametrize("place", [(1_048_575, 0), (0, 16_383), (60_000, 0), (0, 104)])
def test_a_cell_far_out_does_not_make_a_table_up_to_it(place):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        page = workbook.add_worksheet()
        page.write(0, 0, "x")
        page.write(*place, "y")
    assert "xóa đi" in refusal("a.xlsx", made.getvalue())


def test_the_last_cell_within_is_read():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        workbook.add_worksheet().write(999, 103, "y")
    assert read_rows("a.xlsx", made.getvalue())[999][103] == "y"


@pytest.mark.parametrize("body", [b"", b"x", b"PK\x03\x04", book(["x"])[:-30]])
def test_what_is_no_workbook_is_said_to_be_none(body):
    assert "Không mở được" in refusal("a.xlsx", body)


def test_an_old_code_of_letters_is_named():
    assert "UTF-8" in refusal("a.csv", "Nguyễn".encode("cp1258", "ignore") + b"\xd0\xff")


def test_an_empty_table_is_said_to_be_empty():
    assert refusal("a.csv", b"\n\n") == "Tệp không có dòng nào."
    assert refusal("a.xlsx", book()) == "Tệp không có dòng nào."
