"""Mẫu nội dung — each passes the form checker but for its blanks; the sheet begins with it; the API gives it."""

import re
from dataclasses import replace

import pytest
from asking import Asking
from django.conf import settings
from drafts import ROW
from office import given, opened
from world import TODAY, small_world

from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.words import InstrumentKind
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.reads.skeletons import Skeleton, skeleton_of, skeletons_on
from thenchot.office.drafting.rules.layout import Line, form_faults, paragraphs
from thenchot.office.drafting.rules.letters import BLANK, LEFT_LETTERS
from thenchot.office.drafting.rules.rows import draft_faults, version_faults
from thenchot.office.drafting.words import State

SKELETONS = list(skeletons_on(TODAY))
LEFT = "còn chỗ trống của mẫu chưa điền"


def row_of(each: Skeleton):
    return replace(
        ROW, kind=each.kind, abstract=each.abstract, addressee=each.addressee,
        recipients=each.recipients,
    )  # fmt: skip


def filled(text: str) -> str:
    return BLANK.sub("nội dung", text)


@pytest.mark.parametrize("each", SKELETONS, ids=lambda each: each.kind.value)
def test_a_skeleton_departs_from_the_form_only_where_it_is_left_blank(each):
    row = row_of(each)
    departures = [fault.sentence() for fault in form_faults(row, each.whole_text)]
    assert departures
    assert all(LEFT in said.casefold() for said in departures), departures
    done = replace(
        row, abstract=filled(row.abstract), addressee=filled(row.addressee), recipients=filled(row.recipients)
    )  # fmt: skip
    assert form_faults(done, filled(each.whole_text)) == []
    assert draft_faults(done) == []
    assert version_faults(each.whole_text, secrecy_marks(each.whole_text, "")) == []


@pytest.mark.parametrize("each", SKELETONS, ids=lambda each: each.kind.value)
def test_every_blank_is_one_the_checker_finds(each):
    row = row_of(each)
    for text in (row.abstract, row.addressee, row.recipients, each.whole_text):
        assert text.count("[") == text.count("]") == len(BLANK.findall(text))
        assert "..." not in text
    assert bool(each.addressee) is (each.kind in LEFT_LETTERS)


def test_each_type_has_one_and_the_usual_types_have_it():
    kinds = [each.kind for each in SKELETONS]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) >= {
        InstrumentKind.RESOLUTION, InstrumentKind.DECISION, InstrumentKind.SUBMISSION, InstrumentKind.NOTICE,
        InstrumentKind.LETTER, InstrumentKind.PLAN, InstrumentKind.REPORT, InstrumentKind.CONCLUSION,
    }  # fmt: skip
    assert skeleton_of("luat", TODAY) is None


def test_a_decision_has_its_grounds_its_middle_line_and_its_articles():
    text = skeleton_of("quyet_dinh", TODAY).whole_text
    lines = [each.line for each in paragraphs(text)]
    assert lines == [
        *[Line.GROUND] * 3, Line.CENTRED, *[Line.ARTICLE] * 3, Line.PLAIN,
    ]  # fmt: skip


def said(response) -> str:
    return re.sub(r"[ \t]+", " ", response.content.decode())


@pytest.fixture
def here(db, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    return small_world()


@pytest.mark.django_db
@pytest.mark.database
class TestTheSheet:
    def test_begins_with_the_template_named_by_the_address(self, client, here):
        where = "/ghi/du-thao?loai=quyet_dinh&amp;mau=1"
        assert f'href="{where}"' in said(client.get("/van-ban/du-thao"))
        page = said(client.get(where.replace("&amp;", "&")))
        assert '<option value="quyet_dinh" selected>' in page
        assert 'value="về việc [… nội dung quyết định]"' in page
        assert "Điều 1. [… nội dung quyết định: ai, việc gì, từ ngày nào].\nĐiều 2." in page

    def test_fills_only_the_boxes_still_empty_and_records_nothing(self, client, here):
        before = JournalEntry.objects.count()
        form = {"key": "a", "kind": "to_trinh", "abstract": "về việc thử", "begin": "1"}
        page = client.post("/ghi/du-thao", form)
        assert page.status_code == 200
        assert 'value="về việc thử"' in said(page)
        assert "[… cấp có thẩm quyền quyết định]" in said(page)
        typed = client.post("/ghi/du-thao", form | {"whole_text": "Của tôi."})
        assert "Của tôi.</textarea>" in said(typed)
        assert "Sự cần thiết" not in said(typed)
        assert JournalEntry.objects.count() == before

    @pytest.mark.parametrize("kind", ["", "luat", "khong-co"])
    def test_says_which_types_have_a_template(self, client, here, kind):
        page = client.post("/ghi/du-thao", {"key": "a", "kind": kind, "begin": "1", "signer": "An"})
        assert page.status_code == 422
        assert "Chọn loại văn bản có mẫu: Nghị quyết, Quyết định" in said(page)
        assert 'value="An"' in said(page)

    def test_of_another_act_knows_no_template(self, client, here):
        assert "Bắt đầu từ mẫu" not in said(client.get("/ghi/du-thao-sua?mau=1"))

    def test_is_sent_with_its_blanks_which_the_page_then_tells(self, client, here):
        each = skeleton_of("quyet_dinh", TODAY)
        form = {
            "key": "a", "unit": f"[{here.commune}]", "organization": f"[{here.root}]", "kind": "quyet_dinh",
            "abstract": each.abstract, "recipients": each.recipients, "issuer": "Ban Thường vụ", "place": "Thử",
            "signing": "t_m", "authority": "Ban Thường vụ", "position": "Bí thư", "signer": "Nguyễn Văn Thử",
            "whole_text": each.whole_text,
        }  # fmt: skip
        done = client.post("/ghi/du-thao", form)
        assert done.status_code == 302
        assert DraftPaper.objects.get().state == State.WRITING
        assert "Đoạn 1: còn chỗ trống của mẫu chưa điền." in said(client.get(done["Location"]))


@pytest.mark.django_db
@pytest.mark.database
def test_the_api_gives_every_template(here):
    account = opened("chuyen-vien")
    given(account, "chuyen_vien", here.commune)
    found = Asking.of(account).get("/draft-skeletons").json()
    assert [each["kind"] for each in found] == [each.kind.value for each in SKELETONS]
    assert found[1]["whole_text"] == skeleton_of("quyet_dinh", TODAY).whole_text
    keys = opened("quan-tri")
    given(keys, "quan_tri_he_thong")
    assert Asking.of(keys).get("/draft-skeletons").status_code == 403
