"""Trang quản trị — the journal searched and checked, backups with the last tested restore, the lists."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from office import browser_of, given, opened
from party import party
from world import TODAY, paper

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.journal import lines_found
from thenchot.ground.basis.reads.verify import verify_chain
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))
    return party()


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def browser_with(role, unit=None):
    account = opened(role.replace("_", "-"))
    given(account, role, unit)
    return browser_of(account)


class TestJournal:
    @pytest.fixture(autouse=True)
    def written(self, here):
        self.cell = here.cells[0]
        paper("77-QĐ/TU")
        self.all = JournalEntry.objects.filter(seq__isnull=False)

    def found(self, by, **asked):
        lines, _ = lines_found(by=by, **asked)
        return lines

    def test_newest_lines_stand_first_and_older_ones_follow_by_pages(self, actor):
        lines, more = lines_found(by=actor, most=2)
        assert ([line.seq for line in lines], more) == (
            list(self.all.values_list("seq", flat=True)[:2]),
            True,
        )
        rest, more = lines_found(by=actor, after=2, most=1000)
        assert (rest[0].seq, more) == (lines[-1].seq - 1, False)

    def test_it_is_searched_by_words_paper_actor_act_and_day(self, actor):
        (line,) = self.found(actor, words="văn bản 77-QĐ/TU")
        assert (line.act, line.actor_name) == ("register_instrument", actor.printed_name)
        assert line in self.found(actor, act="register_instrument")
        assert {each.act for each in self.found(actor, act="register_instrument")} == {line.act}
        assert line in self.found(actor, actor="Người dùng thử")
        assert self.found(actor, actor="Người khác") == []
        assert self.found(actor, words="77-QĐ/TU không-có") == []
        written_on = line.opened_at.date()
        assert line in self.found(actor, since=written_on, until=written_on + timedelta(1))
        assert self.found(actor, since=written_on + timedelta(2)) == []

    def test_the_page_keeps_what_was_typed_and_says_a_day_that_is_none(self, client):
        text = text_of(client.get("/nhat-ky", {"chu": "77-QĐ/TU", "tu": "31/02/2025"}))
        assert 'value="77-QĐ/TU"' in text
        assert 'role="alert"' in text

    def test_a_line_leads_to_those_of_the_same_act(self, client):
        assert 'href="?viec=register_instrument"' in text_of(client.get("/nhat-ky"))
        text = text_of(client.get("/nhat-ky?viec=register_instrument"))
        assert 'name="viec" value="register_instrument"' in text

    def test_nothing_found_says_so(self, client):
        assert "Không có dòng nhật ký nào như vậy." in text_of(client.get("/nhat-ky?chu=zzzz"))

    def test_whoever_has_no_right_finds_no_journal(self):
        browser = browser_with("bi_thu_chi_bo", self.cell)
        assert browser.get("/nhat-ky").status_code == 404
        assert browser.get("/nhat-ky/kiem-tra").status_code == 404

    def test_the_last_lines_are_walked_and_the_page_says_which(self, client, monkeypatch):
        last = self.all.count()
        monkeypatch.setattr("thenchot.doors.web.administration.LAST_LINES", 3)
        text = text_of(client.get("/nhat-ky/kiem-tra"))
        assert f"Đã đi qua các dòng từ {last - 2} đến {last}, không thấy chỗ đứt." in text
        assert "thenchot journal verify" in text

    def test_fewer_lines_than_asked_are_walked_from_the_first(self):
        found = verify_chain(last=10_000)
        assert (found.first, found.lines, found.faults) == (1, self.all.count(), [])

    def test_checking_writes_nothing(self, client):
        before = self.all.count()
        client.get("/nhat-ky/kiem-tra")
        assert self.all.count() == before


class TestBackups:
    def test_an_office_without_backups_is_told_how(self, client):
        text = text_of(client.get("/quan-tri/sao-luu"))
        assert "Chưa thử phục hồi lần nào" in text
        assert "thenchot backup TỆP --test" in text

    def test_the_last_tested_restore_stands_first_then_every_backup(self, client, tmp_path):
        folder = DataFolder(tmp_path)
        folder.note_backup(tmp_path / "mot.tar", 12_500_000, "a" * 64)
        folder.note_tested("a" * 64)
        folder.note_backup(tmp_path / "hai.tar", 13_000_000, "b" * 64)
        text = text_of(client.get("/quan-tri/sao-luu"))
        (tested,) = [each["tested_at"] for each in folder.backups() if "tested_at" in each]
        day = date.fromisoformat(tested[:10])
        assert f"Lần thử phục hồi gần nhất: {day:%d/%m/%Y}" in text
        assert text.index("hai.tar") < text.index("mot.tar")
        assert "11,9\xa0MB" in text
        assert "chưa thử" in text

    def test_whoever_keeps_no_accounts_is_told_who_does(self):
        assert browser_with("van_thu").get("/quan-tri/sao-luu").status_code == 403


class TestLists:
    def test_each_limit_stands_with_its_value_days_clause_and_whether_it_was_read(self, client):
        text = text_of(client.get("/quan-tri/danh-muc"))
        for said in ("Điều lệ Đảng", "đã đọc văn bản", "chưa thẩm định"):
            assert said in text

    def test_the_closed_lists_are_printed(self, client):
        text = text_of(client.get("/quan-tri/danh-muc"))
        for said in ("Loại tổ chức", "Chi bộ trực thuộc", "Diện quản lý", "Khiển trách"):
            assert said in text

    def test_whoever_administers_nothing_is_told_who_does(self, here):
        assert (
            browser_with("bi_thu_chi_bo", here.cells[0]).get("/quan-tri/danh-muc").status_code
            == 403
        )
