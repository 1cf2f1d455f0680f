"""Địa chỉ gõ sai — huge numbers, pages before the first, signs no table holds: refused kindly, never a failure."""

import pytest
from actors import signed_in
from django.conf import settings
from world import TODAY, small_world

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NUMBERS = {
    "/con-nguoi": ("trang", "don-vi", "tuoi-tu", "tuoi-dang-den"), "/van-ban": ("trang", "nam-vb"),
    "/nhat-ky": ("trang",), "/den-han": ("trang", "don-vi"), "/to-chuc": ("dong",),
    "/to-chuc/bang": ("trang",), "/bao-cao/quy-1-2024": ("don-vi", "o"), "/quan-tri/ai-xem": ("ho-so",),
    "/con-nguoi/trich-ngang": ("don-vi",),
}  # fmt: skip
TEXTS = {
    "/con-nguoi": ("ten", "tinh-trang"), "/van-ban": ("so", "chu", "loai"), "/nhat-ky": ("chu", "nguoi", "van-ban", "tu"),
    "/to-chuc/bang": ("ten", "loai"), "/tim": ("q",), "/to-chuc": ("ngay", "mo"), "/den-han": ("loai",),
    "/bao-cao/quy-1-2024": ("mo", "ky", "den"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def reader():
    small_world()
    return signed_in()


@pytest.mark.parametrize(
    "typed", ["0", "-1", "abc", "9" * 20, "0" * 12 + "9" * 20, "1" * 5000, "²", "1e9"]
)
@pytest.mark.parametrize("address", NUMBERS)
def test_a_number_no_table_could_hold_is_no_page(reader, address, typed):
    for name in NUMBERS[address]:
        assert reader.get(address, {name: typed}).status_code < 500, name


@pytest.mark.parametrize(
    "typed", ["a\x00b", "\x00", "<b>'\";--", "%", "\\", "[", "x" * 9000, "Nguye\u0302\u0303n", "\ud7ff\u200b", "{{ x }}"]
)  # fmt: skip
@pytest.mark.parametrize("address", TEXTS)
def test_any_text_is_looked_for_or_passed_over(reader, address, typed):
    for name in TEXTS[address]:
        answer = reader.get(address, {name: typed})
        assert answer.status_code < 500, name
        assert "<b>'" not in answer.content.decode()


@pytest.mark.parametrize("kept", ["9999-12-31", "0001-01-01", "\x00", "x" * 4000])
@pytest.mark.parametrize(
    "address", ["/den-han", "/viec-cua-toi", "/con-nguoi?tuoi-tu=30", "/bao-cao"]
)
def test_a_day_nobody_typed_is_passed_over(reader, address, kept):
    reader.cookies["ngay"] = kept
    assert reader.get(address, headers={"hx-request": "true"}).status_code == 200


@pytest.mark.parametrize("form", ["/x\x00", "\x00", "/" + "x" * 5000])
def test_a_draft_of_no_form_is_refused(reader, form):
    for more in ({}, {"drop": "1"}):
        assert reader.post("/ban-nhap", {"form": form, "name": "a"} | more).status_code == 302


def test_back_to_today_keeps_the_filters(reader):
    page = reader.get("/con-nguoi?ten=an&ngay=2024-01-01").content.decode()
    assert 'href="?ten=an&amp;ngay=hom-nay"' in page


def test_a_year_that_is_no_number_is_told_beside_its_box(reader):
    page = reader.get("/van-ban?nam-vb=hai").content.decode()
    assert "«hai» không phải là năm. Gõ bốn chữ số, ví dụ 2024." in page
    assert 'name="nam-vb" inputmode="numeric" value="hai" aria-describedby="nam-vb-fault"' in page
    assert "Không có văn bản nào như vậy" not in page
