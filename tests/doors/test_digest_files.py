"""Tệp trích ngang — the page's list on paper: same content, same bytes; formulas stay text; nobody out of reach."""

import io
from datetime import date

import pytest
from django.conf import settings
from docx import Document
from docx.oxml.ns import qn
from party import newcomer, party
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from world import TODAY

from thenchot.doors.exchange.people.files import FILES
from thenchot.doors.exchange.people.sheet import LYING, sheet_of, widths
from thenchot.ground.plain.text import as_written
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.digest import Digest
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.rules.digest import DigestRow
from thenchot.people.dossiers.words import Column, Paper


def row(name="Lê Thị Mai", **more):
    known = {
        "id": 1, "full_name": name, "sex": Sex.FEMALE, "birth_on": date(1980, 3, 1),
        "ethnicity": None, "hometown": None, "posts": [], "place": "Chi bộ ấp Một", "member": True, "withheld": False,
        "joined_on": date(2001, 2, 3), "official_on": None, "professional": None, "political": None,
    }  # fmt: skip
    return DigestRow(**known | more)


def sheet(*rows, total=None, paper=Paper.A4, columns=tuple(Column)):
    digest = Digest(list(rows), len(rows) if total is None else total, "Đảng bộ xã Thử")
    return sheet_of(
        digest, Asked(unit=7), TODAY, columns, paper, as_written, office="Ban Tổ chức",
        fictional=True,
    )  # fmt: skip


def test_a_sheet_has_title_selection_day_and_how_many():
    made = sheet(row())
    assert (made.office, made.title, made.of, made.counted) == (
        "Ban Tổ chức", "DANH SÁCH TRÍCH NGANG", "từ Đảng bộ xã Thử xuống", "(Tính đến ngày 16/06/2025)",
    )  # fmt: skip
    assert made.notes == ["Danh sách có 1 người.", "Dữ liệu mô phỏng, người không có thật."]


def test_a_list_that_was_cut_says_so():
    assert sheet(row(), total=2001).notes[0] == (
        "Danh sách chỉ có 1 người đầu trên tổng số 2.001; hãy lọc hẹp hơn."
    )


@pytest.mark.parametrize("paper", list(Paper))
def test_columns_fill_the_paper_whichever_are_chosen(paper):
    for columns in (tuple(Column), (Column.NUMBER, Column.NAME), (Column.NUMBER, Column.POSTS)):
        assert abs(sum(widths(columns, paper)) - (LYING[paper] - 35)) < 1


@pytest.mark.parametrize("shape", FILES)
def test_the_same_list_gives_the_same_bytes(shape):
    _, write = FILES[shape]
    assert write(sheet(row())) == write(sheet(row()))
    assert write(sheet(row())) != write(sheet(row("Lê Thị Nga")))


def test_a_spreadsheet_never_holds_a_formula():
    _, write = FILES["xlsx"]
    body = write(sheet(row("=1+1"), row("@SUM(A1)", place='=HYPERLINK("x")')))
    cells = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert [line[1] for line in cells[6:8]] == ["=1+1", "@SUM(A1)"]
    assert "<f>" not in body.decode("latin-1")


@pytest.mark.parametrize("paper", list(Paper))
def test_a_word_file_lies_down_and_its_head_repeats(paper):
    _, write = FILES["docx"]
    read = Document(io.BytesIO(write(sheet(row(), row("Lê Thị Nga"), paper=paper))))
    assert round(read.sections[0].page_width.mm) == LYING[paper]
    table = read.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [column.label for column in Column]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [line.cells[1].text for line in table.rows][1:] == ["Lê Thị Mai", "Lê Thị Nga"]


@pytest.mark.parametrize("paper", list(Paper))
def test_a_print_lies_down_and_has_every_row(paper):
    _, write = FILES["pdf"]
    read = PdfReader(io.BytesIO(write(sheet(row(), row("Lê Thị Nga"), paper=paper))))
    assert round(float(read.pages[0].mediabox.width) / 72 * 25.4) == LYING[paper]
    text = read.pages[0].extract_text()
    assert "Lê Thị Nga" in text
    assert "Tính đến ngày 16/06/2025" in text


@pytest.fixture
def here(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    made = party()
    newcomer("Đỗ Văn Quần Chúng", date(2022, 1, 1), made.list_paper)
    return made


def first_column(answer):
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    return [line[1] for line in book.get_sheet_by_index(0).to_python()[6:] if line[0].isdigit()]


@pytest.mark.django_db
@pytest.mark.database
def test_a_file_holds_whom_the_address_asks_for(client, here):
    address = "/con-nguoi/trich-ngang/tep/xlsx"
    answer = client.get(address, {"don-vi": here.cells[1], "cot": ["ho_ten", "vao_dang"]})
    assert answer["Content-Disposition"] == 'attachment; filename="trich-ngang-2025-06-16.xlsx"'
    assert len(first_column(answer)) == 5
    ticked = client.get(address, {"chon": [here.people[0], here.people[14]]})
    assert first_column(ticked) == ["Trần Văn An", "Phạm Dự Bị"]
    earlier = client.get(address, {"ten": "quần chúng", "ngay": "2021-06-01"})
    assert first_column(earlier) == []


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize("wrong", ["tep/exe", "tep/pdf?don-vi=x", "tep/pdf?dien=khac"])
def test_what_is_no_list_is_not_found(client, here, wrong):
    assert client.get(f"/con-nguoi/trich-ngang/{wrong}").status_code == 404
