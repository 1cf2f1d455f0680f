"""Trang văn bản đến, văn bản đi — a paper goes its way through the sheets; registers print whole."""

import io
import re
from datetime import date

import papers
import pytest
from actors import questions
from django.conf import settings
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from world import TODAY, paper, small_world

from thenchot.office.documents.models import Assignment, Incoming, Outgoing, Series
from thenchot.office.documents.words import NumberState, State

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def sent(client, slug, key, **form):
    return client.post(f"/ghi/{slug}", {"key": key} | form)


def recorded(client, slug, key, **form):
    done = sent(client, slug, key, **form)
    assert done.status_code == 302, said(done)[said(done).find('class="faults"') :][:900]
    return done["Location"].partition("?")[0]


def test_a_list_pasted_from_a_spreadsheet_enters_the_register(client, here):
    pasted = (
        "45-CV/BTCTW\tCông văn\tBan Tổ chức Trung ương\t30/5/2025\trà soát\t2/6/2025\t20/6/2025\t\n"
        "46-TB/BTCTW\tThông báo\tBan Tổ chức Trung ương\t30/5/2025\tkết quả\t2/6/2025\t\tLưu để biết"
    )
    form = {"organization": f"[{here.root}]", "pasted": pasted}
    table = said(sent(client, "van-ban-den-loat", "a", **form))
    typed = dict(re.findall(r'name="(\d\.[a-z_]+)" value="([^"]+)"', table))
    kinds = {"1.kind": "cong_van", "2.kind": "thong_bao"}
    where = recorded(
        client, "van-ban-den-loat", "a", organization=f"[{here.root}]", **typed | kinds
    )
    assert Incoming.objects.count() == 2
    assert where == f"/van-ban/den/{Incoming.objects.order_by('pk').first().pk}"
    again = sent(client, "van-ban-den-loat", "b", organization=f"[{here.root}]", **typed | kinds)
    assert again.status_code == 422
    assert said(again).count("đã vào sổ") >= 2


def test_a_paper_is_pasted_registered_directed_answered_and_finished(client, here):
    unit = f"[{here.root}]"
    form = {
        "organization": unit, "number_sign": "812-CV/BTCTW", "issued_on": "10/6/2025",
        "paper_kind": "cong_van", "issuer": "Ban Tổ chức Trung ương", "abstract": "rà soát",
        "arrived_on": "12/6/2025", "channel": "mang", "urgency": "khan", "due_on": "20/6/2025",
        "paper_also_required": "on",
    }  # fmt: skip
    where = recorded(client, "van-ban-den", "b", **form)
    it = Incoming.objects.get()
    assert where == f"/van-ban/den/{it.pk}"
    assert recorded(client, "van-ban-den", "b", **form) == where  # sent twice, done once
    assert Incoming.objects.count() == 1
    chosen = f"[{it.pk}]"
    recorded(client, "trinh-van-ban", "c", incoming=chosen)
    recorded(
        client, "but-phe", "d", incoming=chosen, said_by="Trưởng ban", said_on="13/6/2025",
        opinion="Xã chủ trì.",
        **{"1.part": "chu_tri", "1.unit": f"[{here.commune}]", "1.due_on": "18/6/2025"},
    )  # fmt: skip
    page = said(client.get(where))
    assert "Xã chủ trì." in page
    assert "hạn 18/06/2025" in page
    assert "Khẩn" in page
    assert page.count("<h1") == 1
    asked = f"[{Assignment.objects.get().pk}]"
    recorded(client, "nhan-xu-ly", "e", assignment=asked)
    recorded(client, "ket-qua-xu-ly", "f", assignment=asked, answer="Đã rà soát xong")
    recorded(client, "ban-giay", "g", incoming=chosen, paper_on="16/6/2025")
    recorded(
        client, "giai-quyet-xong", "h", incoming=chosen, finished_on="16/6/2025", result="Đã lưu"
    )
    assert Incoming.objects.get().state == State.FINISHED
    page = said(client.get(where))
    assert "Đã rà soát xong" in page
    assert "Giải quyết xong ngày 16/06/2025." in page
    recorded(client, "mo-lai-van-ban", "i", incoming=chosen, reason="Trả lời chưa đủ")
    assert Incoming.objects.get().state == State.DIRECTED


def test_what_is_wrong_is_said_at_once_and_what_was_typed_stays(client, here):
    answer = sent(
        client, "van-ban-den", "a", organization=f"[{here.root}]", number_sign="9-CV/TW",
        issued_on="10/6/2025", paper_kind="cong_van", issuer="", abstract="rà soát",
        arrived_on="1/6/2025", channel="mang", urgency="hoa_toc", due_on="1/5/2025",
        arrived_at="25 giờ",
    )  # fmt: skip
    page = said(answer)
    assert answer.status_code == 422
    for words in (
        "Thiếu cơ quan ban hành",
        "không thể đến trước ngày ấy",
        "trước ngày đến",
        "8:15",
    ):
        assert words in page
    assert 'value="25 giờ"' in page
    assert not Incoming.objects.exists()


def test_numbers_are_given_kept_outside_cancelled_and_sent(client, here):
    unit = f"[{here.root}]"
    where = recorded(
        client, "day-so", "a", organization=unit, letters="QĐ", organ_code="TU", form="dang",
        period="2020-2025", from_day="28/10/2020",
    )  # fmt: skip
    series = f"[{Series.objects.get().pk}]"
    form = {
        "series": series, "kind": "quyet_dinh", "issuer": "Ban Thường vụ", "signer": "Nguyễn Văn Thử",
        "given_on": "13/6/2025", "abstract": "về việc thử", "copies": "3", "recipients": "Như Điều 3",
        "drafted_by": f"[{here.commune}]",
    }  # fmt: skip
    first = recorded(client, "cap-so", "b", **form)
    recorded(client, "cap-so-ngoai", "c", series=series, given_on="14/6/2025")
    recorded(client, "cap-so", "d", **form)
    third = Outgoing.objects.get(number=3)
    recorded(client, "huy-so", "e", number=f"[{third.pk}]", reason="Soạn nhầm")
    recorded(
        client,
        "phat-hanh",
        "f",
        number=f"[{Outgoing.objects.get(number=1).pk}]",
        sent_on="16/6/2025",
    )
    page = said(client.get(where))
    assert "01-QĐ/TU" in page
    assert "Cấp ngoài hệ thống" in page
    assert "Soạn nhầm" in page
    assert "phát hành 16/06/2025" in said(client.get(first))
    assert "Hoàn tác" not in said(client.get(f"{first}?da-ghi=x"))
    listed = said(client.get("/van-ban/di?tinh-trang=da_huy"))
    assert "03-QĐ/TU" in listed
    assert "01-QĐ/TU" not in listed
    kept = Outgoing.objects.get(state=NumberState.RESERVED)
    assert "không ghi gì về văn bản ấy" in said(client.get(f"/van-ban/di/{kept.pk}"))


def test_registers_print_every_column_for_a_range_of_days(client, here):
    papers.received(here.root)
    papers.issued(papers.series(here.root))
    columns = {"den": 10, "di": 10, "theo-doi": 7}
    for book, wide in columns.items():
        asked = {"don-vi": here.root, "so": book, "tu": "1/1/2025", "den": "16/6/2025"}
        sheet = client.get("/van-ban/so", asked | {"dang": "xlsx"})
        rows = (
            CalamineWorkbook.from_filelike(io.BytesIO(sheet.content))
            .get_sheet_by_index(0)
            .to_python()
        )
        assert [len(row) for row in rows] == [wide, wide]
        printed = client.get("/van-ban/so", asked | {"dang": "pdf"})
        text = PdfReader(io.BytesIO(printed.content)).pages[0].extract_text()
        assert "SỔ" in text
        assert "1 dòng" in text
        nothing = client.get("/van-ban/so", asked | {"dang": "xlsx", "den": "2/1/2025"})
        rows = (
            CalamineWorkbook.from_filelike(io.BytesIO(nothing.content))
            .get_sheet_by_index(0)
            .to_python()
        )
        assert len(rows) == 1
    for wrong in ({"so": "la"}, {"dang": "exe"}, {"tu": "31/2/2025"}, {"don-vi": "999999"}):
        assert client.get("/van-ban/so", asked | {"dang": "pdf"} | wrong).status_code == 404


def test_the_slip_of_a_paper_prints(client, here):
    it = papers.received(here.root)
    answer = client.get(f"/van-ban/den/{it}/phieu.pdf")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 1
    assert "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN" in pages[0].extract_text()
    assert client.get("/van-ban/den/999999/phieu.pdf").status_code == 404


def test_lists_are_filtered_by_their_address_and_ask_few_questions(client, here):
    papers.received(here.root, "45-CV/BTCTW")
    late = papers.received(
        here.root, "46-CV/BTCTW", papers.Arrival(date(2025, 6, 2), due_on=date(2025, 6, 10))
    )
    assert "46-CV/BTCTW" in said(client.get("/van-ban/den?qua-han=1"))
    assert "45-CV/BTCTW" not in said(client.get("/van-ban/den?qua-han=1"))
    assert "45-CV/BTCTW" not in said(client.get("/van-ban/den?chu=46-CV"))
    assert "45-CV/BTCTW" in said(client.get(f"/van-ban/den?so=1&don-vi={here.root}"))
    assert client.get("/van-ban/den?tinh-trang=la").status_code == 404
    for address in ("/van-ban/den", "/van-ban/di", f"/van-ban/den/{late}"):
        status, asked = questions(client, address)
        assert status == 200
        assert asked <= 15, address


def test_a_paper_found_by_its_number_is_not_doubled(client, here):
    held = paper("99-CV/TW", date(2025, 6, 1))
    recorded(
        client, "van-ban-den", "a", organization=f"[{here.root}]", number_sign="99-CV/TW",
        arrived_on="3/6/2025", channel="giay", urgency="thuong",
    )  # fmt: skip
    assert Incoming.objects.get().basis_id == held


def test_today_stands_in_the_boxes_of_days_in_one_part_and_in_three(client, here):
    assert 'value="16/06/2025"' in said(client.get("/ghi/van-ban-den"))
    client.cookies["size"] = "large"
    page = said(client.get("/ghi/van-ban-den"))
    for name, part in (
        ("arrived_on", "16"),
        ("arrived_on.month", "06"),
        ("arrived_on.year", "2025"),
    ):
        assert f'name="{name}" value="{part}"' in page
