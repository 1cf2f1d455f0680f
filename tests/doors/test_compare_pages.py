"""Trang đối chiếu — an outside list beside today's register; each row leads to the sheet that settles it."""

import io
import re
from html import unescape

import pytest
from actors import questions
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from office import office
from python_calamine import CalamineWorkbook
from world import TODAY

from thenchot.doors.access.models import Upload
from thenchot.ground.basis.models import JournalEntry
from thenchot.people.members.models import PartyDays

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAGE, COLUMNS, RESULT = "/doi-chieu", "/doi-chieu/cot", "/doi-chieu/ket-qua"
HEAD = "Họ và tên,Ngày sinh,Chi bộ,Ngày vào Đảng,Ghi chú"
ROWS = (
    "Trần Văn An,1/3/1967,Ấp Một,19/5/1992,",
    "Trần Văn Bình,1/3/1967,Ấp Hai,20/5/1992,",
    "=Người Lạ,2/3/1970,Ấp Một,1/1/2000,@SUM(A1)",
)


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def built():
    return office()


@pytest.fixture
def keeper(built):
    browser = built.browser("specialist")
    handed_in(browser)
    return browser


def handed_in(browser):
    sent = SimpleUploadedFile("ngoài.csv", "\n".join((HEAD, *ROWS)).encode())
    assert browser.post(PAGE, {"file_open": "1", "file": sent})["Location"] == COLUMNS
    places = {"cot-0": "ho_ten", "cot-1": "ngay_sinh", "cot-2": "chi_bo", "cot-3": "vao_dang"}
    assert browser.post(COLUMNS, places)["Location"] == RESULT


def text_of(response, status=200):
    assert response.status_code == status
    return unescape(response.content.decode())


def test_every_verdict_is_counted_and_what_differs_is_said(keeper):
    page = text_of(keeper.get(RESULT))
    for said in ("Khác nhau 1", "Chỉ có ở danh sách kia 1", "Chỉ có trong sổ 13", "Giống nhau 1"):
        assert said in page
    assert "Chi bộ: sổ ghi Chi bộ ấp Một, danh sách kia ghi Ấp Hai" in page
    assert "Ngày vào Đảng: sổ ghi 19/05/1992, danh sách kia ghi 20/05/1992" in page
    assert keeper.get(f"{RESULT}?loai=gi").status_code == 404


def test_a_row_leads_to_the_sheet_that_settles_it_filled_already(built, keeper):
    page = text_of(keeper.get(RESULT))
    address = re.search(r'href="(/ghi/dinh-chinh/members.PartyDays/[^"]+)"', page)[1]
    sheet = text_of(keeper.get(address))
    assert 'value="20"' in sheet or "20/05/1992" in sheet
    assert f"/ghi/chuyen-sinh-hoat?nguoi={built.here.people[1]}" in page
    here = text_of(keeper.get(f"{RESULT}?loai=chi-trong-so"))
    assert f"/ghi/ra-khoi-danh-sach?nguoi={built.here.people[2]}" in here
    assert PartyDays.objects.filter(joined_on__day=20).count() == 0


def test_those_who_are_only_there_go_on_to_the_import(keeper):
    lines = JournalEntry.objects.count()
    assert "Đưa các dòng này sang bước nhập" in text_of(keeper.get(f"{RESULT}?loai=chi-ben-kia"))
    assert keeper.post(RESULT)["Location"] == "/nhap-du-lieu/cot"
    kept = Upload.objects.get(form="/nhap-du-lieu")
    assert bytes(kept.content).decode().splitlines()[1:] == [
        ROWS[2]
    ]  # fmt: skip
    assert JournalEntry.objects.count() == lines


def test_only_the_members_of_a_unit_are_compared_where_one_is_chosen(built, keeper):
    page = text_of(keeper.get(f"{RESULT}?don-vi={built.here.cells[1]}"))
    assert "Chỉ có trong sổ 5" in page
    assert "Chỉ có ở danh sách kia 3" in page


def test_the_file_holds_every_row_and_no_formula(keeper):
    body = b"".join(keeper.get(f"{RESULT}.xlsx"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert len(rows) == 1 + 16
    assert rows[2][:5] == ["Chỉ có ở danh sách kia", "=Người Lạ", "02/03/1970", "Ấp Một", "4"]
    assert b"<f>" not in body


def test_a_page_of_the_result_asks_few_questions(keeper):
    for address in (RESULT, f"{RESULT}?loai=chi-trong-so", PAGE, COLUMNS):
        status, asked = questions(keeper, address)
        assert (status, asked <= 15) == (200, True), (address, asked)


def test_a_cell_secretary_sees_nobody_of_another_cell(built):
    browser = built.browser("secretary")
    handed_in(browser)
    page = text_of(browser.get(f"{RESULT}?loai=chi-trong-so"))
    assert "Lê Thị Mai" not in page
    assert browser.post(RESULT).status_code == 403


def test_whoever_may_not_read_members_is_told_so(built):
    for name in ("clerk", "nobody"):
        browser = built.browser(name)
        for address in (PAGE, COLUMNS, RESULT):
            assert browser.get(address).status_code == 403
        assert browser.get(f"{RESULT}.xlsx").status_code in (403, 404)
