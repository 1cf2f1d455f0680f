"""Danh sách thành bảng tính — what the pages list, within sight, every cell text."""

import io

import pytest
from django.conf import settings
from office import office
from party import one_of_each
from python_calamine import CalamineWorkbook
from world import TODAY

from thenchot.doors.exchange.organizations.lists import LISTS
from thenchot.ground.register.models import OrganizationSpell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


def rows_of(answer):
    assert answer.status_code == 200
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    return book.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("what", LISTS)
def test_a_list_is_written_whole_and_every_cell_is_text(client, what):
    one_of_each()
    first, again = (client.get(f"/danh-sach/{what}.xlsx") for _ in range(2))
    head, *rows = rows_of(first)
    assert [len(row) for row in rows] == [len(head)] * len(rows)
    assert rows or what in (
        "chuc-vu-trong",
        "bien-che",
    )  # nothing vacant, no staff assigned this year
    assert all(isinstance(cell, str) for row in rows for cell in row)
    assert first.content == again.content
    assert f"{what}-{TODAY}.xlsx" in first["Content-Disposition"]


def test_units_stand_in_the_order_of_the_tree_with_their_numbers(client):
    one_of_each()
    rows = rows_of(client.get("/danh-sach/to-chuc.xlsx"))
    shown = client.get("/to-chuc/bang").content.decode()
    assert "/danh-sach/to-chuc.xlsx" in shown
    names = [row[0].strip() for row in rows[1:]]
    places = [shown.index(f">{name}</a>") for name in dict.fromkeys(names)]
    assert places == sorted(places)


def test_a_comparison_is_written_with_its_sums(client):
    one_of_each()
    rows = rows_of(client.get("/to-chuc/so-sanh.xlsx?truoc=1/1/2020&sau=16/6/2025"))
    assert all(
        int(was) - int(gone) + int(new) == int(now) for _, _, was, gone, new, now, *_ in rows[1:]
    )
    assert rows[0][-1] == "Người thôi giữ"
    assert client.get("/to-chuc/so-sanh.xlsx?truoc=31/2/2020").status_code == 404


def test_a_comparison_of_a_branch_is_written_with_the_sums_of_that_branch(client):
    one_of_each()
    cell = OrganizationSpell.objects.filter(kind="chi_bo", effective__contains=TODAY).first()
    days = "truoc=1/1/2020&sau=16/6/2025"
    page = client.get(f"/to-chuc/so-sanh?{days}&don-vi={cell.organization_id}").content.decode()
    address = f"/to-chuc/so-sanh.xlsx?truoc=01/01/2020&amp;sau=16/06/2025&amp;don-vi={cell.organization_id}"
    assert address in page
    branch = rows_of(client.get(address.replace("&amp;", "&")))
    whole = rows_of(client.get(f"/to-chuc/so-sanh.xlsx?{days}"))
    assert sum(int(row[5]) for row in branch[1:]) < sum(int(row[5]) for row in whole[1:])
    for nowhere in ("0", "999999", "x", "9" * 30):
        assert client.get(f"/to-chuc/so-sanh.xlsx?{days}&don-vi={nowhere}").status_code == 404


def test_nothing_out_of_sight_is_written():
    here = office()
    secretary, member = here.browser("secretary"), here.browser("member")
    mine = str(rows_of(secretary.get("/danh-sach/to-chuc.xlsx")))
    assert "Chi bộ ấp Một" in mine
    assert "Chi bộ ấp Hai" not in mine
    assert member.get("/danh-sach/cap-uy.xlsx").status_code == 404
    assert secretary.get("/danh-sach/khac.xlsx").status_code == 404
