"""Vào sổ trên trang — the organ already in its box, a second line read in the place of the first, a file not lost."""

import re

import papers
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from honest_files import pdf
from office import given, opened
from world import TODAY, small_world

from thenchot.doors.access.models import Account
from thenchot.office.documents.models import Incoming
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FIRST = "31-QĐ/TW, ngày 05/02/2025 của Bộ Chính trị, về việc sắp xếp"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))


@pytest.fixture
def here():
    return small_world()


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def typed_in(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""


def clerk_of(unit: int, name: str = "van-thu-tinh", role: str = "van_thu") -> Client:
    account, client = opened(name), Client()
    given(account, role, unit)
    client.force_login(Account.objects.get(pk=account))
    return client


def test_the_organ_whose_register_one_keeps_stands_in_the_box(client, here):
    papers.received(here.root)
    assert typed_in(said(client.get("/ghi/van-ban-den")), "organization") == (
        f"Đảng bộ tỉnh Thử [{here.root}]"
    )
    papers.series(here.commune)  # two registers: whose, one says oneself
    assert typed_in(said(client.get("/ghi/van-ban-den")), "organization") == ""
    theirs = clerk_of(here.commune)
    assert typed_in(said(theirs.get("/ghi/van-ban-den")), "organization") == (
        f"Đảng bộ xã Thử Một [{here.commune}]"
    )


def test_a_second_line_puts_its_own_words_in_the_place_of_the_first(client, here):
    page = said(client.post("/ghi/doc-van-ban", {"number_sign": FIRST, "whole": "1"}))
    assert typed_in(page, "issuer") == "Bộ Chính trị"
    assert typed_in(page, "abstract") == "sắp xếp"
    form = {
        name: typed_in(page, name) for name in ("line_read", "issuer", "issued_on", "abstract")
    } | {"whole": "1", "abstract": "sắp xếp, gõ thêm"}
    page = said(client.post("/ghi/doc-van-ban", form | {"number_sign": "9-CV/BTCTW"}))
    assert typed_in(page, "issuer") == "Ban Tổ chức Trung ương"
    assert typed_in(page, "issued_on") == ""
    assert typed_in(page, "abstract") == "sắp xếp, gõ thêm"  # what was typed stays
    again = said(client.post("/ghi/doc-van-ban", form | {"number_sign": "31-QĐ/TW"}))
    assert typed_in(again, "issuer") == "Bộ Chính trị"  # still the same paper


def test_whoever_may_not_direct_is_not_offered_to_do_both_at_once(here):
    clerk = clerk_of(here.root)
    assert "/ghi/van-ban-den" in said(clerk.get("/ghi"))
    assert "/ghi/vao-so-phan-cong" not in said(clerk.get("/ghi"))
    assert clerk.get("/ghi/vao-so-phan-cong").status_code == 403


def test_a_file_that_was_not_taken_is_asked_for_again_before_anything_is_recorded(client, here):
    papers.received(here.root)
    form = {
        "organization": f"[{here.root}]", "number_sign": "77-CV/HU", "paper_kind": "cong_van",
        "issued_on": "10/6/2025", "issuer": "Huyện ủy Thử", "abstract": "về việc thử",
        "arrived_on": "11/6/2025", "channel": "mang", "urgency": "thuong",
    }  # fmt: skip
    before = Incoming.objects.count()
    file = SimpleUploadedFile("den.pdf", pdf())
    page = said(client.post("/ghi/van-ban-den", {"key": "a", "file": file} | form))
    assert "Hãy đánh dấu «Tệp không chứa bí mật nhà nước»" in page
    assert 'name="file_awaited"' in page
    again = {"key": "b", "file_awaited": "1"} | form
    refused = client.post("/ghi/van-ban-den", again)
    assert refused.status_code == 422
    assert "chọn lại tệp, hoặc đánh dấu" in said(refused)
    assert Incoming.objects.count() == before
    done = client.post("/ghi/van-ban-den", again | {"key": "c", "file_dropped": "1"})
    assert done.status_code == 302, said(done)
    assert not Incoming.objects.latest("pk").basis.file_sha256


def test_a_fault_of_a_line_says_which_line(client, here):
    form = {"organization": f"[{here.root}]", "2.number_sign": "78-CV/HU"}
    page = said(client.post("/ghi/van-ban-den-loat", {"key": "d"} | form))
    told = page[page.index('class="faults"') : page.index("</ul>", page.index('class="faults"'))]
    assert told.count("Dòng 1: <a") >= 2  # the lines that were typed are counted


def test_the_one_step_a_paper_waits_for_stands_by_itself(here):
    came = papers.received(here.root)
    clerk = clerk_of(here.root)
    page = said(clerk.get(f"/van-ban/den/{came}"))
    assert f'<a class="button main" data-key="n" href="/ghi/trinh-van-ban?den={came}">' in page
    assert "Việc khác…" in page
    leader = clerk_of(here.root, "lanh-dao-tinh", "lanh_dao_cap_uy")
    page = said(leader.get(f"/van-ban/den/{came}"))
    assert f'<a class="button main" data-key="n" href="/ghi/but-phe?den={came}">' in page
