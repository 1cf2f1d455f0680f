"""Trang nơi nhận — recorded through the sheets, counted on the page of the number; the same through the API."""

import re
from dataclasses import replace

import papers
import pytest
from actors import questions
from asking import Asking
from django.conf import settings
from office import given, opened
from papers import SENT, delivered
from world import TODAY, small_world

from thenchot.ground.basis.models import JournalEntry
from thenchot.office.documents.models import Delivery

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TO = replace(SENT, recipients="Ủy ban Kiểm tra; các huyện ủy; Lưu Văn phòng")


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


@pytest.fixture
def number(here):
    return papers.issued(papers.series(here.root), TO)


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def recorded(client, slug, key, **form):
    done = client.post(f"/ghi/{slug}", {"key": key} | form)
    assert done.status_code == 302, said(done)[said(done).find('class="faults"') :][:900]
    return done["Location"].partition("?")[0]


def test_each_recipient_is_recorded_and_counted(client, number):
    where, it = f"/van-ban/di/{number}", f"[{number}]"
    page = said(client.get(where))
    assert "Đã chuyển 0/2 nơi" in page
    assert f"/ghi/chuyen-noi-nhan?so={number}" in page
    assert "/ghi/noi-da-nhan" not in page
    sheet = said(client.get(f"/ghi/chuyen-noi-nhan?so={number}"))
    assert 'value="Ủy ban Kiểm tra"' in sheet  # those not sent to yet
    assert "Lưu Văn phòng" not in sheet
    form = {"number": it, "sent_on": "3/6/2025", "channel": "mang"}
    lines = {"1.recipient": "Ủy ban Kiểm tra", "2.recipient": "ủy ban kiểm tra"}
    before = JournalEntry.objects.count()
    refused = client.post("/ghi/chuyen-noi-nhan", {"key": "a"} | form | lines)
    assert refused.status_code == 422
    assert "Ngày phải từ 04/06/2025 đến hôm nay." in said(refused)
    assert "Đã ghi chuyển đến ủy ban kiểm tra bằng cách này." in said(refused)
    assert 'value="ủy ban kiểm tra"' in said(refused)  # what was typed stands
    assert JournalEntry.objects.count() == before
    form["sent_on"] = "4/6/2025"
    lines["2.recipient"] = "Sở Nội vụ"
    assert recorded(client, "chuyen-noi-nhan", "b", **form | lines) == where
    page = said(client.get(where))
    assert "Đã chuyển 2/3 nơi, 0/2 nơi đã nhận." in page
    assert "chưa xác nhận" in page
    assert "chưa ghi chuyển" in page
    first, second = Delivery.objects.order_by("pk").values_list("pk", flat=True)
    sheet = said(client.get(f"/ghi/noi-da-nhan?so={number}"))
    assert f"[{first}]" in sheet
    assert f"[{second}]" in sheet
    form = {"number": it, "received_on": "5/6/2025", "1.delivery": f"[{first}]"}
    assert recorded(client, "noi-da-nhan", "c", **form) == where
    assert "1/2 nơi đã nhận." in said(client.get(where))
    assert f"/ghi/rut-chuyen?lan-chuyen={second}" in said(client.get(where))
    told = said(client.get("/ghi/chon/chuyen?q=S%E1%BB%9F"))
    assert f"[{second}]" in told
    asked = {"delivery": f"[{second}]", "reason": "Ghi nhầm"}
    assert recorded(client, "rut-chuyen", "d", **asked) == where
    assert "Đã chuyển 1/2 nơi, 1/1 nơi đã nhận." in said(client.get(where))


def test_a_day_of_issue_marked_by_mistake_is_taken_back_from_the_page(client, here, number):
    where = f"/van-ban/di/{number}"
    assert f"/ghi/rut-moc?so={number}&amp;moc=phat_hanh" in said(client.get(where))
    sheet = said(client.get(f"/ghi/rut-moc?so={number}&moc=phat_hanh"))
    assert '<option value="phat_hanh" selected>' in sheet
    asked = {"number": f"[{number}]", "milestone": "phat_hanh", "reason": ""}
    refused = client.post("/ghi/rut-moc", {"key": "a"} | asked)
    assert refused.status_code == 422
    assert "Phải nêu lý do rút." in said(refused)
    assert recorded(client, "rut-moc", "b", **asked | {"reason": "Ghi nhầm ngày"}) == where
    page = said(client.get(where))
    assert "rut-moc" not in page
    assert f"/ghi/phat-hanh?so={number}" in page
    account = opened("van-thu-tinh")
    given(account, "van_thu", here.root)
    asking = Asking.of(account)
    asked = {"number": number, "milestone": "phat_hanh", "reason": "Nhầm"}
    assert asking.act("withdraw-milestone", **asked).status_code == 422
    asking.act("send-out", number=number, sent_on="2025-06-04")
    assert asking.act("withdraw-milestone", **asked).json()["answer"] == number


def test_the_page_and_the_list_ask_few_questions(client, number):
    delivered(number, *(f"Nơi {each}" for each in range(12)))
    for address in ("/van-ban/di", f"/van-ban/di/{number}"):
        status, asked = questions(client, address)
        assert status == 200
        assert asked <= 17, address


def test_they_are_recorded_through_the_api_too(here, number):
    account = opened("van-thu-tinh")
    given(account, "van_thu", here.root)
    asking = Asking.of(account)
    sent = {"number": number, "sent_on": "2025-06-04", "channel": "giay", "recipients": ["Sở A"]}
    assert asking.act("deliver-paper", **sent | {"recipients": []}).status_code == 422
    assert asking.act("deliver-paper", **sent).json()["answer"] == number
    (line,) = asking.get("/outgoing").json()["items"]
    assert [(each["name"], len(each["deliveries"])) for each in line["sent_to"]] == [
        ("Ủy ban Kiểm tra", 0), ("các huyện ủy", 0), ("Sở A", 1),
    ]  # fmt: skip
    it = line["sent_to"][2]["deliveries"][0]["id"]
    came = {"number": number, "received_on": "2025-06-05", "deliveries": [it]}
    assert asking.act("confirm-deliveries", **came).status_code == 200
    assert asking.act("confirm-deliveries", **came).status_code == 422
    (line,) = asking.get("/outgoing").json()["items"]
    assert line["sent_to"][2]["received"]
    gone = asking.act("withdraw-delivery", delivery=it, reason="Nhầm")
    assert gone.json()["answer"] == number
