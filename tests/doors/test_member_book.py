"""Sổ danh sách đảng viên — a cover, every member once, each page counted; nobody out of reach."""

import io
import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from django.conf import settings
from office import office
from pypdf import PdfReader
from world import TODAY

from thenchot.doors.exchange.making import typeset
from thenchot.doors.exchange.people.book import HERE, book_of
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.plain.text import as_written
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.rules.compared import Registered
from thenchot.people.members.words import Status

AT = TODAY.strftime("%Y-%m-%d")
ONE = Registered(
    1, "Lê Thị Hòa", Sex.FEMALE, date(1980, 2, 3), "Kinh", "Xã Thử, tỉnh Thử", 3, "Chi bộ ấp 2",
    Status.OFFICIAL, 70, date(2010, 5, 1), date(2011, 5, 1), 71,
)  # fmt: skip


def pages(members):
    told = book_of(
        "Đảng bộ xã Thử", members, TODAY, as_written, office="Ban Tổ chức", fictional=True
    )
    made_at = datetime(2025, 6, 16, 23, 59, tzinfo=HANOI)
    body = typeset(HERE / "book.typ", told, made_at)
    assert body == typeset(HERE / "book.typ", told, made_at)
    return [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]


def test_the_cover_says_whose_book_it_is_and_how_many_are_in_it():
    dry = replace(
        ONE, person=2, status=Status.PROBATIONARY, official_on=None, cell_id=4, cell="Chi bộ ấp 10"
    )
    cover, *rest = pages([ONE, dry])
    for said in (
        "Ban Tổ chức", "SỔ DANH SÁCH ĐẢNG VIÊN", "Đảng bộ xã Thử", "(Tính đến ngày 16/06/2025)",
        "Tổng số: 2 đảng viên, 2 chi bộ", "Đảng viên dự bị: 1", "người không có thật",
    ):  # fmt: skip
        assert said in cover
    (page,) = rest
    assert page.index("Chi bộ ấp 2") < page.index("Chi bộ ấp 10")
    assert "03/02/1980" in page


def test_each_page_counts_its_own_rows_and_all_so_far():
    found = pages([replace(ONE, person=n) for n in range(1, 101)])[1:]
    assert len(found) > 2
    counted = [
        tuple(
            int(n) for n in re.search(r"trang này: (\d+).*đầu sổ: (\d+)", text, re.DOTALL).groups()
        )
        for text in found
    ]
    so_far = 0
    for on_page, total in counted:
        so_far += on_page
        assert total == so_far
    assert so_far == 100
    assert all(f"{n} / {len(found)}" in text for n, text in enumerate(found, start=1))


@pytest.mark.django_db
@pytest.mark.database
def test_the_book_is_of_cells_and_grassroots_organizations_within_reach(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    built = office()
    first, second = built.here.cells
    secretary, leader = built.browser("secretary"), built.browser("leader")
    body = secretary.get(f"/to-chuc/{first}/so-dang-vien.pdf")
    assert body["Content-Type"] == "application/pdf"
    assert f"so-dang-vien-{first}-{AT}.pdf" in body["Content-Disposition"]
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body.content)).pages)
    assert "Trần Văn An" in text
    assert secretary.get(f"/to-chuc/{second}/so-dang-vien.pdf").status_code == 404
    assert leader.get(f"/to-chuc/{built.here.commune}/so-dang-vien.pdf").status_code == 200
    assert built.browser("clerk").get(f"/to-chuc/{first}/so-dang-vien.pdf").status_code == 404
    address = f"/to-chuc/{first}/so-dang-vien.pdf"
    assert address in secretary.get(f"/to-chuc/{first}").content.decode()
