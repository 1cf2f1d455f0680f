"""Trang nhập sổ của hệ thống khác — a file, its columns, a look at every line; then all that may enter, once."""

import io
from datetime import date

import pytest
import xlsxwriter
from actors import demo_actor, questions
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from office import office
from world import TODAY, paper, small_world

from thenchot.doors.access.models import Upload
from thenchot.ground.basis.models import JournalEntry
from thenchot.office.documents.acts.numbering import set_number_source
from thenchot.office.documents.models import Outgoing, RegisterHeading
from thenchot.office.documents.words import Source

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HEAD = ["STT", "Số/Ký hiệu", "Ngày VB", "Về việc", "Người ký", "Độ mật"]
GOOD = ["1", "12-CV/TU", "3/2/2025", "về việc thử", "Nguyễn Văn Thử", ""]
BAD = ["2", "13-CV/TU", "3/2/2026", "=HYPERLINK(1)", "", "thường"]
PLACES = {"cot-1": "so_ky_hieu", "cot-2": "ngay_van_ban", "cot-3": "trich_yeu", "cot-4": "nguoi_ky",
          "cot-5": "do_mat"}  # fmt: skip


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    world = small_world()
    set_number_source(
        demo_actor(), TODAY, organization=world.root, source=Source.OTHER, system="Hệ thống điều hành",
        from_day=date(2025, 1, 1), basis=paper("1-QĐ/TU", date(2025, 1, 1)),
    )  # fmt: skip
    return world


def pages(here):
    first = f"/van-ban/di/nhap-so/{here.root}"
    return first, f"{first}/cot", f"{first}/xem-truoc"


def book(*rows):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_formulas": False}) as workbook:
        page = workbook.add_worksheet()
        for line, row in enumerate([["SỔ VĂN BẢN ĐI"], HEAD, *rows]):
            page.write_row(line, 0, row)
    return SimpleUploadedFile("sổ đi.xlsx", made.getvalue())


def said(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_a_register_goes_through_its_three_steps_and_enters_once(client, here):
    take, columns, result = pages(here)
    assert take in said(client.get(f"/van-ban/di?don-vi={here.root}"))
    assert "Hệ thống điều hành" in said(client.get(take))
    assert client.post(take, {"file": book(GOOD, BAD), "file_open": "1"})["Location"] == columns
    assert '<option value="so_ky_hieu" selected>' in said(client.get(columns))
    wrong = said(client.post(columns, PLACES | {"cot-3": ""}), 422)
    assert "Chưa chọn cột «Trích yếu»" in wrong
    assert client.post(columns, PLACES)["Location"] == result
    assert RegisterHeading.objects.get().heading == "ve viec"
    status, asked = questions(client, result)
    assert (status, asked <= 15) == (200, True)
    page = said(client.get(result))
    for words in ("1 dòng ghi được", "1 dòng không nhận", "Ngày văn bản: Ngày cấp số 03/02/2026"):
        assert words in page
    lines = JournalEntry.objects.count()
    done = client.post(result, {"key": "a"})
    assert done["Location"].startswith(f"/van-ban/di?don-vi={here.root}&da-ghi=")
    assert "Nhập 1 văn bản từ sổ của Hệ thống điều hành" in said(client.get(done["Location"]))
    assert client.post(result, {"key": "a"})["Location"] == take
    assert (Outgoing.objects.get().number, JournalEntry.objects.count()) == (12, lines + 1)
    assert client.post(take, {"file": book(GOOD), "file_open": "1"})["Location"] == columns
    client.post(columns, PLACES)
    page = said(client.get(result))
    assert "1 dòng đã có trong sổ" in page
    assert "Không có dòng nào ghi được" in page


def test_a_line_like_a_paper_of_another_issuer_enters_when_it_is_said_which_it_is(client, here):
    take, columns, result = pages(here)
    stored = paper("12-CV/TU", date(2025, 2, 3))
    client.post(take, {"file": book(GOOD), "file_open": "1"})
    client.post(columns, PLACES)
    page = said(client.get(result))
    for words in ("1 dòng không nhận", "hãy chỉ rõ", f'name="la-3" value="{stored}"'):
        assert words in page
    for typed in ({}, {"la-3": ""}, {"la-3": "x"}, {"la-x": "1"}):
        refused = said(client.post(result, {"key": f"{typed}"} | typed), 422)
        assert "Không có văn bản nào mới" in refused
    assert not Outgoing.objects.exists()
    wrong = client.post(result, {"key": "b", "la-3": "999999"})
    assert wrong.status_code == 422
    done = client.post(result, {"key": "c", "la-3": f"{stored}"})
    assert done["Location"].startswith(f"/van-ban/di?don-vi={here.root}&da-ghi=")
    assert Outgoing.objects.get().basis_id == stored


def test_a_file_that_tells_of_secrets_is_refused_and_not_kept(client, here):
    take, columns, _ = pages(here)
    assert "văn bản mật" in said(
        client.post(take, {"file": book([*GOOD[:5], "Mật"]), "file_open": "1"}), 422
    )
    assert not Upload.objects.exists()
    unnamed = [*GOOD[:3], "A - mật", *GOOD[4:]]
    assert client.post(take, {"file": book(unnamed), "file_open": "1"})["Location"] == columns
    told = said(client.post(columns, PLACES | {"cot-3": "do_mat", "cot-5": "trich_yeu"}), 422)
    assert "văn bản mật" in told
    assert not Upload.objects.exists()
    assert client.get(columns)["Location"] == take


def test_whoever_registers_nothing_there_finds_no_page():
    here = office()
    for name in ("inspector", "secretary"):
        browser = here.browser(name)
        for page in ("", "/cot", "/xem-truoc"):
            where = f"/van-ban/di/nhap-so/{here.here.commune}{page}"
            assert browser.get(where).status_code == 404
            assert browser.post(where).status_code == 404
