"""Trang nhập danh sách — a file, its columns, a look at every row; then all that may enter, under one paper, or nothing."""

import io

import pytest
import xlsxwriter
from actors import questions
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from office import browser_of, given, office
from office import opened as account_opened
from python_calamine import CalamineWorkbook
from world import TODAY

from thenchot.doors.access.models import Upload
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.register.models import PersonSpell
from thenchot.people.members.models import Heading, Membership

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAGE, COLUMNS, RESULT, FILE = (
    f"/nhap-du-lieu{rest}" for rest in ("", "/cot", "/xem-truoc", "/ket-qua.xlsx")
)
HEAD = [
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Sinh hoạt tại",
    "Ngày vào Đảng",
    "Chính thức",
    "Ghi chú",
]
GOOD = ["1", "Nguyễn Văn Mới", "3/2/1980", "Nam", "Ấp Một", "1/5/2010", "1/5/2011", "=1+1"]
OTHER = ["2", "Nguyễn Thị Hai", "4/2/1981", "Nữ", "Ấp Hai", "1/5/2024", "", ""]
BAD = ["3", '=HYPERLINK("x")', "1980", "Nam", "Ấp Chín", "1/5/2010", "", "@SUM(A1)"]
PLACES = {"cot-1": "ho_ten", "cot-2": "ngay_sinh", "cot-3": "gioi_tinh", "cot-4": "chi_bo",
          "cot-5": "vao_dang", "cot-6": "chinh_thuc", "from_day": "1/1/2025"}  # fmt: skip


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def built():
    return office()


@pytest.fixture
def keeper(built):
    return built.browser("specialist")


def book(*rows, name="danh sách.xlsx"):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_formulas": False}) as workbook:
        page = workbook.add_worksheet()
        for line, row in enumerate([["DANH SÁCH ĐẢNG VIÊN"], HEAD, *rows]):
            page.write_row(line, 0, row)
    return SimpleUploadedFile(name, made.getvalue())


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def handed_in(browser, *rows):
    assert browser.post(PAGE, {"file": book(*rows)})["Location"] == COLUMNS
    assert browser.post(COLUMNS, PLACES)["Location"] == RESULT


def paper(**more):
    return {
        "key": "phieu", "paper_kind": "quyet_dinh", "number_sign": "12-DS/ĐU", "issued_on": "2/1/2025",
        "issuer": "Đảng ủy xã Thử", "abstract": "Danh sách đảng viên",
    } | more  # fmt: skip


def counted():
    return PersonSpell.objects.count(), Membership.objects.count(), JournalEntry.objects.count()


def test_a_list_goes_through_its_three_steps_and_enters_under_one_paper(keeper):
    people, members, lines = counted()
    assert "Tệp danh sách" in text_of(keeper.get(PAGE))
    assert keeper.post(PAGE, {"file": book(GOOD, OTHER, BAD)})["Location"] == COLUMNS
    page = text_of(keeper.get(COLUMNS))
    assert '<option value="ngay_sinh" selected>' in page
    assert "Sinh hoạt tại" in page
    handed_in(keeper, GOOD, OTHER, BAD)
    page = text_of(keeper.get(RESULT))
    assert "2 dòng ghi được" in page
    assert "1 dòng không nhận" in page
    assert "Ngày sinh: Chỉ có năm 1980" in page
    assert "Chi bộ: Không có chi bộ «Ấp Chín»" in page
    assert counted() == (people, members, lines + 1)  # the heading that was learnt
    done = keeper.post(RESULT, paper())
    assert done["Location"].startswith(f"{RESULT}?da-ghi=")
    assert counted() == (people + 2, members + 2, lines + 2)
    page = text_of(keeper.get(done["Location"]))
    assert "2 đảng viên đã vào sổ" in page
    assert "Ghi danh sách 2 đảng viên vào 2 chi bộ" in page
    assert Membership.objects.get(person__spells__full_name="Nguyễn Thị Hai").status == "du_bi"


def test_what_was_recorded_is_not_recorded_again(keeper):
    handed_in(keeper, GOOD)
    keeper.post(RESULT, paper())
    before = counted()
    for more in ({}, {"key": "khac"}):
        assert "đã vào sổ" in text_of(keeper.post(RESULT, paper(**more)))
    assert counted() == before
    assert keeper.post(PAGE, {"drop": "1"})["Location"] == PAGE
    assert not Upload.objects.exists()
    handed_in(keeper, GOOD)
    page = text_of(keeper.get(RESULT))
    assert "Sổ đã có Nguyễn Văn Mới" in page
    assert "Không có dòng nào ghi được" in page


def test_a_paper_that_cannot_carry_it_keeps_all_rows_out(keeper):
    handed_in(keeper, GOOD, OTHER)
    before = counted()
    page = text_of(keeper.post(RESULT, paper(issued_on="", abstract="")), 422)
    assert "chỗ cần sửa" in page
    assert "12-DS/ĐU" in page
    assert counted() == before
    assert "entry" not in Upload.objects.get().told


def test_the_meaning_of_a_heading_is_asked_once(keeper):
    handed_in(keeper, GOOD)
    assert list(Heading.objects.values_list("heading", "column")) == [("sinh hoat tai", "chi_bo")]
    keeper.post(PAGE, {"file": book(GOOD)})
    assert text_of(keeper.get(COLUMNS)).count('<option value="chi_bo" selected>') == 1
    before = JournalEntry.objects.count()
    keeper.post(COLUMNS, PLACES)
    assert JournalEntry.objects.count() == before


def test_columns_that_do_not_suffice_are_named(keeper):
    keeper.post(PAGE, {"file": book(GOOD)})
    page = text_of(keeper.post(COLUMNS, PLACES | {"cot-4": "", "from_day": "1/1/2030"}), 422)
    assert "Chưa chọn cột «Chi bộ»" in page
    assert "Ngày của danh sách sau hôm nay" in page
    assert keeper.get(RESULT)["Location"] == PAGE


def test_a_list_of_one_cell_need_not_name_it_in_every_row(keeper):
    keeper.post(PAGE, {"file": book([*GOOD[:4], "", *GOOD[5:]], OTHER)})
    places = {name: word for name, word in PLACES.items() if name != "cot-4"}
    assert "Chưa chọn cột «Chi bộ»" in text_of(keeper.post(COLUMNS, places), 422)
    assert keeper.post(COLUMNS, places | {"cell": "Ấp Một, Đảng bộ xã Thử"})["Location"] == RESULT
    assert "2 dòng ghi được" in text_of(keeper.get(RESULT))
    keeper.post(COLUMNS, PLACES | {"cell": "Ấp Chín"})
    page = text_of(keeper.get(RESULT))
    assert "1 dòng ghi được" in page
    assert "Không có chi bộ «Ấp Chín»" in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (None, "Hãy chọn tệp"),
        (SimpleUploadedFile("a.xlsm", b"x"), "Chỉ nhận tệp XLSX hoặc CSV"),
        (SimpleUploadedFile("a.xlsx", b"x"), "Không mở được tệp này"),
        (SimpleUploadedFile("a.csv", b"a,b\n1,2"), "Không thấy dòng tên cột"),
    ],
)
def test_a_file_that_is_no_list_is_refused_and_not_kept(keeper, sent, said):
    assert said in text_of(keeper.post(PAGE, {"file": sent} if sent else {}), 422)
    assert not Upload.objects.exists()


def test_a_file_above_ten_megabytes_is_refused(keeper):
    sent = SimpleUploadedFile("a.csv", b"x" * (10 * 1024 * 1024 + 1))
    assert "Tệp lớn hơn 10 MB" in text_of(keeper.post(PAGE, {"file": sent}), 422)


def test_the_result_holds_each_refused_row_with_its_reasons_and_no_formula(keeper):
    handed_in(keeper, GOOD, BAD, OTHER)
    body = b"".join(keeper.get(FILE))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert rows[0] == [*HEAD, "Lý do không nhận", "Dòng"]
    assert rows[1][:8] == BAD
    assert "Ngày sinh: Chỉ có năm 1980" in rows[1][8]
    assert rows[1][9] == "4"
    assert len(rows) == 2
    assert b"<f>" not in body
    keeper.post(RESULT, paper())
    again = b"".join(keeper.get(FILE))
    assert (
        CalamineWorkbook.from_filelike(io.BytesIO(again)).get_sheet_by_index(0).to_python() == rows
    )


def test_a_result_that_was_put_right_is_handed_in_again(keeper):
    handed_in(keeper, GOOD, BAD)
    body = b"".join(keeper.get(FILE))
    sent = SimpleUploadedFile("ket-qua.xlsx", body)
    assert keeper.post(PAGE, {"file": sent})["Location"] == COLUMNS


def test_a_look_at_the_rows_asks_few_questions(keeper):
    handed_in(keeper, GOOD, OTHER, BAD)
    for address in (PAGE, COLUMNS, RESULT):
        status, asked = questions(keeper, address)
        assert (status, asked <= 15) == (200, True), (address, asked)


def test_each_account_has_its_own_file(built, keeper):
    handed_in(keeper, GOOD)
    other = account_opened("khac")
    given(other, "chuyen_vien", built.here.commune)
    browser = browser_of(other)
    assert browser.get(RESULT)["Location"] == PAGE
    assert browser.get(FILE).status_code == 404


def test_whoever_may_not_record_a_list_is_told_so(built):
    for name in ("secretary", "leader", "builder", "nobody"):
        browser = built.browser(name)
        for address in (PAGE, COLUMNS, RESULT):
            assert browser.get(address).status_code == 403
            assert browser.post(address, {"file": book(GOOD)}).status_code == 403
        assert browser.get(FILE).status_code in (403, 404)
    assert not Upload.objects.exists()
