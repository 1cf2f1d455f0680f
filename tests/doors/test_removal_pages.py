"""Trang gỡ khẩn cấp — told first, done once by whoever may in the whole office, through pages and the API alike."""

import re

import pytest
from actors import demo_actor
from asking import Asking
from django.conf import settings
from drafts import ROW, begun
from office import browser_of, given, opened
from papers import received
from world import TODAY, small_world
from world import paper as paper_of_office

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.words import REMOVED
from thenchot.office.documents.models import Incoming
from thenchot.office.drafting.models import DraftPaper
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "data"))


@pytest.fixture
def here():
    return small_world()


@pytest.fixture
def paper(here) -> int:
    return Incoming.objects.get(pk=received(here.root)).basis_id


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def abstract(paper: int) -> str:
    return Instrument.objects.get(pk=paper).abstract


def test_the_page_tells_first_what_goes_and_does_it_when_confirmed(client, paper):
    assert "/ghi/go-van-ban?van-ban=" in said(client.get(f"/van-ban/{paper}"))
    form = {"key": "go", "instrument": f"[{paper}]"}
    told = client.post("/ghi/go-van-ban", form)
    assert "Gỡ khẩn cấp một văn bản" in said(told)
    assert abstract(paper) != REMOVED
    assert client.post("/ghi/go-van-ban", form | {"checked": "1"}).status_code == 302
    page = said(client.get(f"/van-ban/{paper}"))
    assert REMOVED in page
    assert "45-CV/BTCTW" in page
    line = JournalEntry.objects.latest("seq")
    assert (line.sentence, line.instrument, line.reason) == ("Gỡ khẩn cấp một văn bản", "", "")


def test_one_annulled_before_is_still_taken_away(client, here, paper):
    by = paper_of_office("9-QĐ/TU", TODAY)
    annul_instrument(demo_actor(), TODAY, instrument=paper, by_paper=by, reason="Nhầm")
    page = said(client.get(f"/van-ban/{paper}"))
    assert "/ghi/go-van-ban?van-ban=" in page
    assert "/ghi/bai-bo" not in page
    form = {"key": "go", "instrument": f"[{paper}]", "checked": "1"}
    assert client.post("/ghi/go-van-ban", form).status_code == 302
    assert abstract(paper) == REMOVED


def test_the_registers_go_on_without_a_gap(client, here, paper):
    client.post("/ghi/go-van-ban", {"key": "go", "instrument": f"[{paper}]", "checked": "1"})
    received(here.root, "46-CV/BTCTW")
    numbers = list(Incoming.objects.order_by("number").values_list("number", flat=True))
    assert numbers == [1, 2]
    register = said(client.get("/van-ban/den"))
    assert REMOVED in register
    assert "về việc thử" in register


def test_a_draft_is_removed_from_its_page(client, here):
    draft = begun(here.commune, here.root)
    where = f"/van-ban/du-thao/{draft}"
    assert "/ghi/go-du-thao?du-thao=" in said(client.get(where))
    form = {"key": "go", "draft": f"[{draft}]", "checked": "1"}
    assert client.post("/ghi/go-du-thao", form).status_code == 302
    page = said(client.get(where))
    assert REMOVED in page
    assert ROW.abstract not in page


def test_a_unit_removes_nothing_of_the_office(here, paper):
    account = opened("van-thu-go")
    for role in ("van_thu", "chuyen_vien"):
        given(account, role, here.root)
    form = {"key": "go", "instrument": f"[{paper}]", "checked": "1"}
    assert browser_of(account).post("/ghi/go-van-ban", form).status_code == 403
    asking = Asking.of(account)
    assert asking.act("remove-paper", instrument=paper).status_code == 403
    assert asking.act("remove-draft", draft=begun(here.commune, here.root)).status_code == 403
    assert abstract(paper) != REMOVED


def test_it_is_done_through_the_api_too(here, paper):
    account = opened("lanh-dao-go")
    given(account, "lanh_dao_ban")
    asking = Asking.of(account)
    draft = begun(here.commune, here.root)
    assert asking.act("remove-paper", instrument=999_999).status_code == 422
    assert asking.act("remove-draft", draft=999_999).status_code == 422
    assert asking.act("remove-paper", instrument=paper).json()["answer"] == paper
    assert asking.act("remove-draft", draft=draft).json()["answer"] == draft
    assert asking.get(f"/instruments/{paper}").json()["line"]["abstract"] == REMOVED
    assert DraftPaper.objects.get(pk=draft).proposal == REMOVED
