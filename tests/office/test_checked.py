"""Kiểm tra văn bản khi nhận — kept with the line, printed on the slip, what is wrong in the register's last column."""

from dataclasses import replace

import papers
import pytest
from actors import demo_actor
from asking import Asking, said
from django.conf import settings
from django.db import IntegrityError, transaction
from office import given, opened
from papers import ARRIVED
from world import TODAY, answer, small_world

from thenchot.doors.exchange.documents.slip import slip_of
from thenchot.ground.basis.acts.act import Act, OpenAct
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.receiving import receive_papers
from thenchot.office.documents.models import Incoming
from thenchot.office.documents.reads.books import BookKind, book
from thenchot.office.documents.reads.incoming import incoming_lines, incoming_page
from thenchot.office.documents.rules.receiving import ReceivedRow
from thenchot.office.documents.words import CheckResult, Right

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WRONG = (CheckResult.PAGES_MISSING, CheckResult.UNSIGNED)
CONTRADICTS = "Đã ghi «Đủ, đúng nơi nhận» thì không ghi thêm lỗi khi kiểm tra."


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def lines(here):
    return incoming_lines(by=demo_actor(), on=TODAY, organization=here.root)[1]


def notes(here) -> list[str]:
    printed = book(
        by=demo_actor(), on=TODAY, kind=BookKind.INCOMING, organization=here.root,
        since=ARRIVED.arrived_on, until=TODAY, translate=str,
    )  # fmt: skip
    return [row[-1] for row in printed.rows]


def slip(incoming: int) -> str:
    page = incoming_page(by=demo_actor(), on=TODAY, incoming=incoming)
    assert page
    return slip_of(page, str, fictional=False)["came"]


def test_what_was_found_is_kept_and_printed(here):
    first = papers.received(here.root, "1-CV/BTCTW")
    whole = papers.received(here.root, "2-CV/BTCTW", replace(ARRIVED, checked=[CheckResult.WHOLE]))
    row = ReceivedRow(papers.came("3-CV/BTCTW"), replace(ARRIVED, checked=[*WRONG, *WRONG]))
    wrong = answer(receive_papers(demo_actor(), TODAY, organization=here.root, rows=[row]))
    held = dict(Incoming.objects.values_list("pk", "checked"))
    assert held == {first: None, whole: ["du"], wrong: ["thieu_dau", "thieu_trang"]}
    assert [each.checked for each in reversed(lines(here))] == [
        [], [CheckResult.WHOLE], [CheckResult.UNSIGNED, CheckResult.PAGES_MISSING],
    ]  # fmt: skip
    assert notes(here) == ["", "", "Thiếu chữ ký hoặc dấu; Thiếu trang"]
    assert "Kiểm tra" not in slip(first)
    assert slip(whole).endswith(". Kiểm tra khi nhận: Đủ, đúng nơi nhận")
    assert slip(wrong).endswith(". Kiểm tra khi nhận: Thiếu chữ ký hoặc dấu; Thiếu trang")
    assert not verify_journal().faults


def test_whole_and_wrong_at_once_is_refused(here):
    both = replace(ARRIVED, checked=(CheckResult.WHOLE, CheckResult.MISADDRESSED))
    before = JournalEntry.objects.count()
    with pytest.raises(Refused) as refusal:
        papers.received(here.root, arrival=both)
    assert [str(each) for each in refusal.value.reasons] == [CONTRADICTS]
    assert (JournalEntry.objects.count(), Incoming.objects.count()) == (before, 0)


@pytest.mark.parametrize("words", [["du", "thieu_trang"], ["la"], []])
def test_the_table_refuses_other_words(here, words):
    it = papers.received(here.root)

    def written(opened: OpenAct) -> None:
        line = Incoming.objects.get(pk=it)
        line.checked, line.entry = words, opened.entry
        line.save()

    with transaction.atomic(), pytest.raises(Refused, match="phải có trong danh mục") as refusal:
        Act(written, Right.REGISTER, "Sửa")(demo_actor(), TODAY)
    assert isinstance(refusal.value.__cause__, IntegrityError)


def form(here, **more) -> dict[str, str]:
    return {
        "key": "den", "organization": f"[{here.root}]", "number_sign": "9-CV/BTCTW",
        "issued_on": "30/5/2025", "paper_kind": "cong_van", "issuer": "Ban Tổ chức Trung ương",
        "abstract": "về việc thử", "arrived_on": "2/6/2025", "channel": "mang", "urgency": "thuong",
    } | more  # fmt: skip


def test_the_boxes_of_the_sheet(client, here):
    sheet = client.get("/ghi/van-ban-den").content.decode()
    for box in (
        "whole",
        "unsigned",
        "unverified",
        "misaddressed",
        "pages_missing",
        "parts_missing",
    ):
        assert f'name="{box}"' in sheet
    refused = client.post("/ghi/van-ban-den", form(here, whole="1", misaddressed="1"))
    assert refused.status_code == 422
    assert CONTRADICTS in refused.content.decode()
    done = client.post(
        "/ghi/van-ban-den", form(here, key="hai", misaddressed="1", parts_missing="1")
    )
    assert done.status_code == 302
    it = Incoming.objects.get()
    assert it.checked == ["sai_noi_nhan", "thieu_phu_luc"]
    page = client.get(f"/van-ban/den/{it.pk}").content.decode()
    assert "Kiểm tra khi nhận" in page
    assert "Sai nơi nhận; Thiếu phụ lục, tài liệu kèm theo" in page


def test_through_the_api(here):
    account = opened("van-thu-tinh")
    given(account, "van_thu", here.root)
    asking = Asking.of(account)
    row = {
        "kind": "cong_van", "number_sign": "9-CV/BTCTW", "issuer": "Ban Tổ chức Trung ương",
        "abstract": "về việc thử", "issued_on": "2025-05-30",
        "arrival": {"arrived_on": "2025-06-02", "checked": ["thieu_trang"]},
    }  # fmt: skip
    wrong = row | {"arrival": {"arrived_on": "2025-06-02", "checked": ["du", "thieu_trang"]}}
    told = asking.act("receive-papers", organization=here.root, rows=[wrong])
    assert said(told) == [CONTRADICTS]
    assert asking.act("receive-papers", organization=here.root, rows=[row]).status_code == 200
    items = asking.get("/incoming").json()["items"]
    assert [each["checked"] for each in items] == [["thieu_trang"]]
