"""Thứ tự số — the last number of a series and its day are told before the next is given; nothing is refused."""

import html
import re
from dataclasses import replace
from datetime import date

import papers
import pytest
from django.conf import settings
from drafts import begun, signed
from world import TODAY, small_world

from thenchot.office.documents.models import Outgoing

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LAST = "Số gần nhất của dãy {series} là {number}, ngày {day}"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def told(client, address: str) -> list[str]:
    page = client.get(address)
    assert page.status_code == 200
    words = html.unescape(re.sub(r"\s+", " ", page.content.decode()))
    return re.findall(r"(Số gần nhất của dãy .*? là \d+, ngày [\d/]+)", words)


@pytest.mark.parametrize("sheet", ["cap-so", "cap-so-ngoai"])
def test_the_last_number_and_its_day_are_told_for_the_series_named(client, here, sheet):
    of = papers.series(here.root)
    assert told(client, f"/ghi/{sheet}?day-so={of}") == []
    papers.issued(of)
    papers.issued(of, day=date(2025, 6, 10))
    said = [LAST.format(series="QĐ/TU 2020-2025", number="02", day="10/06/2025")]
    assert told(client, f"/ghi/{sheet}?day-so={of}") == said
    assert told(client, f"/ghi/{sheet}") == []
    form = {"key": "k", "series": f"[{of}]", "given_on": "2/1/2024"}
    assert client.post("/ghi/cap-so-ngoai", form).status_code == 302
    assert Outgoing.objects.get(number=3).given_on == date(2024, 1, 2)


def test_the_type_of_the_series_stands_in_its_box(client, here):
    of = papers.series(here.root, replace(papers.TERM, letters="BC"))
    page = client.get(f"/ghi/cap-so?day-so={of}").content.decode()
    assert '<option value="bao_cao" selected>' in page
    assert '<option value="quyet_dinh" selected>' in client.get("/ghi/cap-so").content.decode()


def test_a_draft_is_told_of_each_series_its_type_may_take(client, here):
    of, letters = (
        papers.series(here.root),
        papers.series(here.root, replace(papers.TERM, letters="CV")),
    )
    papers.issued(of)
    papers.issued(letters, replace(papers.DECISION, kind=papers.InstrumentKind.LETTER))
    draft = begun(here.commune, here.root)
    signed(draft)
    said = [LAST.format(series="QĐ/TU 2020-2025", number="01", day="03/06/2025")]
    assert told(client, f"/ghi/du-thao-so?du-thao={draft}") == said
    assert told(client, f"/ghi/du-thao-so?du-thao={draft}&day-so={letters}") == [
        LAST.format(series="CV/TU 2020-2025", number="01", day="03/06/2025")
    ]
