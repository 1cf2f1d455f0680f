"""Trang báo biến động — the secretary reports, the commune answers, whoever else finds nothing; drafts, double posts."""

from datetime import date

import pytest
from django.conf import settings
from office import browser_of, given, office
from office import opened as account_opened
from world import TODAY, answer

from thenchot.doors.access.models import Draft
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.people.dossiers.reads.day import day_of
from thenchot.people.members.acts.changes import answer_change, report_change
from thenchot.people.members.models import ReportedChange
from thenchot.people.members.words import Answer, Change

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAGE = "/bao-bien-dong"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def built():
    return office()


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def typed(built, **more):
    return {
        "key": "phieu", "what": "tu_tran", "person": str(built.here.people[3]), "on_day": "10/6",
        "words": "",
    } | more  # fmt: skip


def reported(built, **more):
    asked = {
        "cell": built.here.cells[0], "person": built.here.people[3], "what": Change.DIED,
        "on_day": date(2025, 6, 10), "words": "Báo tử số 5",
    }  # fmt: skip
    return answer(report_change(built.actor("secretary"), TODAY, **asked | more))


def answered(built, change, **more):
    asked = {"change": change, "confirmed": False, "answer": "Chưa có giấy chứng tử"} | more
    answer_change(built.actor("builder"), TODAY, **asked)


def of_another_cell(built):
    account = account_opened("khac")
    given(account, "bi_thu_chi_bo", built.here.cells[1])
    return browser_of(account)


class TestReporting:
    def test_the_first_page_of_a_secretary_shows_the_cell_what_is_due_and_what_was_reported(
        self, built
    ):
        answered(built, reported(built))
        for name in ("secretary", "deputy"):
            text = text_of(built.browser(name).get("/viec-cua-toi"))
            for said in (
                "Cần làm", 'href="/bao-bien-dong"', "Chi bộ đã báo", "Từ trần: Trần Văn Dũng",
                "Trả lại", "Chưa có giấy chứng tử", "Trần Văn Bình", "1967",
                "Đảng viên chính thức",
            ):  # fmt: skip
                assert said in text

    def test_the_form_is_that_of_the_one_cell_held(self, built):
        text = text_of(built.browser("secretary").get(PAGE))
        assert "Chi bộ ấp Một" in text
        assert "Trần Văn Dũng, 1967" in text
        assert "Lê Thị Mai" not in text

    def test_what_is_sent_stands_waiting_and_can_be_taken_back(self, built):
        browser = built.browser("secretary")
        response = browser.post(PAGE, typed(built))
        found = ReportedChange.objects.get()
        assert response["Location"] == f"{PAGE}/{found.pk}"
        assert (found.on_day, found.cell_id) == (date(2025, 6, 10), built.here.cells[0])
        text = text_of(browser.get(response["Location"]))
        assert "Chờ xác nhận" in text
        assert "Rút báo biến động" in text
        assert "Trả lời chi bộ" not in text
        back = browser.post(f"{PAGE}/{found.pk}/rut", {"key": "rut"})
        assert back["Location"] == "/viec-cua-toi"
        assert not ReportedChange.objects.exists()

    def test_a_double_post_reports_once(self, built):
        browser = built.browser("secretary")
        first, second = (browser.post(PAGE, typed(built)) for _ in "12")
        assert first["Location"] == second["Location"]
        assert ReportedChange.objects.count() == 1
        assert "nội dung khác" in text_of(browser.post(PAGE, typed(built, words="khác")), 409)

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            ({"what": "chuyen_den", "person": "", "words": ""}, ["ghi cả họ tên"]),
            ({"what": "", "on_day": "mai kia"}, ["chọn loại biến động", "mai kia"]),
            ({"person": "x"}, ["không phải đảng viên của chi bộ"]),
        ],
    )
    def test_what_is_wrong_is_said_beside_its_box_and_nothing_typed_is_lost(
        self, built, more, said
    ):
        before = JournalEntry.objects.count()
        sent = typed(built, **{"words": "Chữ đã gõ"} | more)
        text = text_of(built.browser("secretary").post(PAGE, sent), 422)
        for each in (*said, sent["words"]):
            assert each in text
        assert JournalEntry.objects.count() == before
        assert not ReportedChange.objects.exists()

    def test_a_draft_comes_back_and_is_gone_once_it_is_sent(self, built):
        browser = built.browser("secretary")
        browser.post("/ban-nhap", {"form": PAGE, "words": "Đang gõ dở", "what": "viec_khac"})
        text = text_of(browser.get(PAGE))
        assert "Đang gõ dở" in text
        assert '<option value="viec_khac" selected>' in text
        browser.post(PAGE, typed(built))
        assert not Draft.objects.exists()

    def test_the_commune_reports_for_a_cell_and_nobody_for_a_cell_out_of_reach(self, built):
        one, two = built.here.cells
        builder, page = built.browser("builder"), f"{PAGE}/chi-bo"
        text = text_of(builder.get(PAGE))
        assert f'href="{page}/{one}"' in text
        assert f'href="{page}/{one}"' in text_of(builder.get(f"/to-chuc/{one}"))
        told = typed(built, what="viec_khac", person="", words="Thử")
        assert builder.post(f"{page}/{one}", told).status_code == 302
        secretary = built.browser("secretary")
        for address in (f"{page}/{two}", f"{page}/{built.here.commune}", f"{page}/999999"):
            assert secretary.get(address).status_code == 404
            assert secretary.post(address, told).status_code == 404

    def test_a_secretary_of_two_cells_chooses_one(self, built):
        account = account_opened("hai-chi-bo")
        for cell in built.here.cells:
            given(account, "bi_thu_chi_bo", cell)
        text = text_of(browser_of(account).get(PAGE))
        for cell in built.here.cells:
            assert f'href="{PAGE}/chi-bo/{cell}"' in text
        assert "Chờ xác nhận" not in text

    @pytest.mark.parametrize("name", ["committee", "clerk", "leader", "member"])
    def test_who_neither_reports_nor_answers_is_told_so(self, built, name):
        browser = built.browser(name)
        assert browser.get(PAGE).status_code == 403
        assert browser.post(PAGE, typed(built)).status_code == 403
        assert not ReportedChange.objects.exists()


class TestAnswering:
    def test_what_waits_stands_among_the_work_of_the_commune(self, built):
        change = reported(built)
        for address in ("/viec-cua-toi", PAGE):
            text = text_of(built.browser("builder").get(address))
            assert "Từ trần: Trần Văn Dũng" in text
            assert f'href="{PAGE}/{change}"' in text
        assert "1 báo biến động chờ xác nhận" in text_of(
            built.browser("builder").get("/viec-cua-toi")
        )
        with scoped(built.actor("builder"), TODAY, reading=True):
            day = day_of(by=built.actor("builder"), on=TODAY)
        assert (day.to_do, len(day.reported)) == (day.due + 1, 1)
        answered(built, change)
        assert "Trần Văn Dũng" not in text_of(built.browser("builder").get(PAGE))

    @pytest.mark.parametrize(
        ("what", "links"),
        [
            (Change.DIED, ["ra-khoi-danh-sach?nguoi={}"]),
            (Change.DEPARTED, ["ra-khoi-danh-sach?nguoi={}", "chuyen-sinh-hoat?nguoi={}"]),
            (Change.WRONG, []),
        ],
    )
    def test_the_page_leads_to_the_decision(self, built, what, links):
        text = text_of(built.browser("builder").get(f"{PAGE}/{reported(built, what=what)}"))
        assert text.count('href="/ghi/') == len(links)
        for each in links:
            assert f'href="/ghi/{each.format(built.here.people[3])}"' in text

    def test_who_arrived_has_no_file_yet(self, built):
        change = reported(built, what=Change.ARRIVED, person=None)
        text = text_of(built.browser("builder").get(f"{PAGE}/{change}"))
        assert 'href="/ghi/chuyen-den"' in text

    def test_it_is_confirmed_once_however_often_it_is_sent(self, built):
        page, browser = f"{PAGE}/{reported(built)}", built.browser("builder")
        sent = {"key": "phieu", "confirm": "1", "answer": "Đã ghi"}
        for _ in "12":
            assert browser.post(page, sent)["Location"] == page
        text = text_of(browser.get(page))
        assert "Đã xác nhận: Đã ghi" in text
        assert "Trả lời chi bộ" not in text
        again = browser.post(page, sent | {"key": "khac"})
        assert "đã được Người giữ builder trả lời" in text_of(again, 422)

    def test_a_return_without_a_reason_is_refused_and_what_was_typed_stays(self, built):
        change = reported(built)
        browser = built.browser("builder")
        text = text_of(browser.post(f"{PAGE}/{change}", {"key": "phieu", "answer": ""}), 422)
        assert "phải nêu lý do" in text
        text = text_of(
            browser.post(f"{PAGE}/{change}", {"key": "phieu", "answer": "ấ" * 1001}), 422
        )
        assert "dài quá 1000" in text
        assert "ấ" * 1001 in text
        assert ReportedChange.objects.get().state == Answer.WAITING

    @pytest.mark.parametrize("name", ["secretary", "committee"])
    def test_whoever_only_reads_it_does_not_answer(self, built, name):
        page, browser = f"{PAGE}/{reported(built)}", built.browser(name)
        assert "Trả lời chi bộ" not in text_of(browser.get(page))
        sent = {"key": "phieu", "confirm": "1"}
        assert "chưa được giao quyền" in text_of(browser.post(page, sent), 403)
        assert ReportedChange.objects.get().state == Answer.WAITING

    def test_another_unit_finds_it_as_little_as_one_that_is_not_there(self, built):
        change, browser = reported(built), of_another_cell(built)
        for number in (change, 999_999, 10**30):
            assert browser.get(f"{PAGE}/{number}").status_code == 404
            assert browser.post(f"{PAGE}/{number}", {"confirm": "1"}).status_code == 404
            assert browser.post(f"{PAGE}/{number}/rut", {"key": "r"}).status_code == 404
        assert "Trần Văn Dũng" not in text_of(browser.get("/viec-cua-toi"))
        assert ReportedChange.objects.get().state == Answer.WAITING
