"""Ngày đang xem — in the address, kept for the next pages, gone on the way back to today; acts stay on today."""

from datetime import date

import pytest
from actors import signed_in
from django.conf import settings
from world import TODAY, paper, small_world, unit

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def world():
    return small_world()


@pytest.fixture
def reader(world):
    return signed_in()


def said(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("ngay=31/12/2021", "2021-12-31"), ("ngay=31122021", "2021-12-31"),
        ("ngay=31&thang=12&nam=2021", "2021-12-31"), ("ngay=31/12/2021&thang=6&nam=2025", "2021-12-31"),
        ("ngay=1/1/2030", "2030-01-01"), ("ngay=h%C3%B4m+qua", "2025-06-15"),
    ],
)  # fmt: skip
def test_a_day_typed_any_way_is_written_one_way(reader, typed, day):
    answer = reader.get(f"/to-chuc?mo=1&{typed}")
    assert (answer.status_code, answer["Location"]) == (302, f"/to-chuc?mo=1&ngay={day}")


def test_the_page_is_that_of_the_day_and_says_so(reader, world):
    unit("Đảng bộ xã Mới", world.root, paper("40-QĐ/TU", date(2024, 1, 2)), date(2024, 2, 1))
    then = said(reader.get("/to-chuc?ngay=2023-12-31"))
    assert "Đảng bộ xã Mới" not in then
    assert "Đang xem tại ngày 31/12/2023, không phải hôm nay" in then
    assert "Đảng bộ xã Mới" in said(signed_in().get("/to-chuc"))


def test_the_next_pages_stay_on_the_day_and_carry_it_in_their_address(reader, world):
    reader.get("/to-chuc?ngay=2023-12-31")
    answer = reader.get(f"/to-chuc/{world.commune}")
    assert answer["Location"] == f"/to-chuc/{world.commune}?ngay=2023-12-31"


def test_back_to_today_ends_it_everywhere(reader):
    reader.get("/to-chuc?ngay=2023-12-31")
    assert reader.get("/to-chuc?ngay=hom-nay&mo=1")["Location"] == "/to-chuc?mo=1"
    assert reader.get("/to-chuc").status_code == 200


def test_today_needs_no_day_in_the_address(reader):
    assert reader.get("/to-chuc?ngay=2025-06-16")["Location"] == "/to-chuc"


@pytest.mark.parametrize("typed", ["31/02/2024", "mai", "1/1/99999", "x" * 500, "<script>"])
def test_what_is_no_day_is_said_and_today_is_shown(reader, typed):
    answer = reader.get("/to-chuc", {"ngay": typed})
    assert answer.status_code == 200
    assert 'role="alert"' in said(answer)
    assert "không phải hôm nay" not in said(answer)
    assert "<script>x" not in said(answer)


def test_a_cookie_that_is_no_day_is_passed_over(reader):
    reader.cookies["ngay"] = "khong-phai-ngay"
    assert reader.get("/to-chuc").status_code == 200


def test_another_day_offers_no_act(reader, world):
    assert "doi-ten" in said(reader.get(f"/to-chuc/{world.commune}"))
    assert "doi-ten" not in said(reader.get(f"/to-chuc/{world.commune}?ngay=2023-12-31"))


def test_pages_of_administration_stay_on_today(reader):
    reader.get("/to-chuc?ngay=2023-12-31")
    answer = reader.get("/nhat-ky")
    assert answer.status_code == 200
    assert "không phải hôm nay" not in said(answer)


def test_the_search_box_follows_the_day_without_being_sent_away(reader, world):
    reader.get("/to-chuc?ngay=2019-01-01")
    answer = reader.get("/tim?q=thu", headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert "Đảng bộ xã Thử Một" not in said(answer)
