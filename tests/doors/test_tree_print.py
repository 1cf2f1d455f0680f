"""Cây tổ chức in ra — every unit in sight, in order; a page says what it goes on from and where it goes on."""

import io
import re
from datetime import datetime

import pytest
from django.conf import settings
from office import office
from pypdf import PdfReader
from world import TODAY

from thenchot.doors.exchange.making import typeset
from thenchot.doors.exchange.organizations.tree import HERE, rows_of
from thenchot.ground.register.reads import OrganizationLine, Seats
from thenchot.ground.register.words import OrganizationKind
from thenchot.people.members.reads import Belonging

A4, A3 = (210, 297), (420, 297)


def pages(body):
    return PdfReader(io.BytesIO(body)).pages


def millimetres(page):
    return tuple(round(float(each) / 72 * 25.4) for each in (page.mediabox[2], page.mediabox[3]))


def line(id, name, depth):
    return OrganizationLine(id, name, OrganizationKind.CELL, None, depth, None, None)


@pytest.mark.django_db
@pytest.mark.database
class TestThePrintedTree:
    @pytest.fixture(autouse=True)
    def here(self, monkeypatch):
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
        self.office = office()

    def test_it_holds_every_unit_in_sight_on_either_paper(self):
        leader = self.office.browser("leader")
        small, large = leader.get("/to-chuc/cay.pdf"), leader.get("/to-chuc/cay.pdf?kho=a3")
        assert millimetres(pages(small.content)[0]) == A4
        assert millimetres(pages(large.content)[0]) == A3
        listed = re.findall(
            r'/to-chuc/\d+">([^<]+)</a>', leader.get("/to-chuc/bang").content.decode()
        )
        assert len(listed) > 3
        for body in (small, large):
            text = " ".join(" ".join(page.extract_text().split()) for page in pages(body.content))
            assert all(name in text for name in listed)

    def test_a_branch_alone_and_nothing_out_of_sight(self):
        leader, secretary = self.office.browser("leader"), self.office.browser("secretary")
        first, second = self.office.here.cells
        body = leader.get(f"/to-chuc/cay.pdf?goc={first}")
        text = " ".join(pages(body.content)[0].extract_text().split())
        assert "1 tổ chức" in text
        assert "Chi bộ trực thuộc 1 0 1 10" in text
        assert secretary.get(f"/to-chuc/cay.pdf?goc={second}").status_code == 404
        assert leader.get("/to-chuc/cay.pdf?goc=0").status_code == 404
        assert leader.get("/to-chuc/cay.pdf?kho=a0").status_code == 404
        assert "cay.pdf" in leader.get("/to-chuc").content.decode()


def test_pages_say_what_they_go_on_from():
    lines = [line(1, "Đảng bộ tỉnh", 0)]
    for commune in range(1, 31):
        lines.append(line(commune * 100, f"Đảng bộ xã {commune}", 1))
        lines += [line(commune * 100 + n, f"Chi bộ ấp {n}", 2) for n in range(1, 8)]
    seats, members = (
        {each.id: Seats(1, 2) for each in lines},
        {each.id: Belonging(3, 2, 1) for each in lines[1:]},
    )
    told = {
        "paper": "a4", "columns": 1, "office": "Ban Tổ chức", "title": "CÂY", "counted": "", "notes": [],
        "heads": ["Tổ chức", "Loại", "Trưởng", "Phó", "Chi bộ", "Đảng viên"], "from": "Tiếp trang trước:",
        "on": "Xem tiếp trang", "rows": rows_of(lines, seats, members, str),
    }  # fmt: skip
    found = [
        " ".join(page.extract_text().split())
        for page in pages(typeset(HERE / "tree.typ", told, datetime(2025, 6, 16)))
    ]
    assert len(found) > 4
    for number, text in enumerate(found, start=1):
        assert (f"Xem tiếp trang {number + 1}" in text) == (number < len(found))
        joined = re.search(
            r"Tiếp trang trước: (Đảng bộ tỉnh(?: › Đảng bộ xã (\d+))?) Tổ chức", text
        )
        assert (joined is not None) == (number > 1)
        if joined and joined[2]:  # the first cell of the page is of the commune that was named
            before = " ".join(found[: number - 1])
            communes = re.findall(r"Đảng bộ xã (\d+) chi_bo|Đảng bộ xã (\d+) Chi bộ", before)
            assert int(joined[2]) == max(int(a or b) for a, b in communes)
    assert rows_of(lines, seats, members, str)[0]["counted"] == ["–"] * 4
