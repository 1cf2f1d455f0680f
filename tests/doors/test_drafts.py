"""Bản nháp — kept for the account that types, filled in again, gone once the act is done."""

from datetime import timedelta

import pytest
from actors import signed_in
from django.conf import settings
from django.utils import timezone
from world import TODAY, small_world

from thenchot.doors.access.drafts import draft_of, drop_draft, files_of_drafts, keep_draft
from thenchot.doors.access.models import Account, Draft
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.reasons import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FORM = "/ghi/doi-ten?don-vi=2"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def account():
    return Account.objects.create(username="an.lth").pk


def test_what_was_typed_comes_back_without_secrets_and_keys(account):
    keep_draft(account, FORM, {"name": "Chi bộ Ấp Một", "key": "k", "password": "bí mật"})
    assert draft_of(account, FORM).boxes == {"name": "Chi bộ Ấp Một"}


def test_boxes_of_many_lines_keep_them(account):
    keep_draft(
        account, FORM, {"whole_text": "Một.\r\n\r\n  Hai. ", "words": "a\nb", "name": "a\nb"}
    )
    kept = {"whole_text": "Một.\nHai.", "words": "a\nb", "name": "a b"}
    assert draft_of(account, FORM).boxes == kept


def test_a_later_draft_takes_the_place_of_the_earlier_one(account):
    keep_draft(account, FORM, {"name": "một"})
    keep_draft(account, FORM, {"name": "hai"})
    assert draft_of(account, FORM).boxes == {"name": "hai"}
    assert Draft.objects.filter(account=account).count() == 1


def test_another_account_does_not_see_it(account):
    keep_draft(account, FORM, {"name": "một"})
    other = Account.objects.create(username="binh.tt").pk
    assert draft_of(other, FORM) is None


@pytest.mark.parametrize("form", ["", "khong-phai-dia-chi", "/" + "x" * 300])
def test_what_is_no_form_is_refused_and_nothing_kept(account, form):
    with pytest.raises(Refused):
        keep_draft(account, form, {"name": "một"})
    assert not Draft.objects.exists()


def test_too_much_is_refused_and_the_earlier_draft_stays(account):
    keep_draft(account, FORM, {"name": "một"})
    with pytest.raises(Refused):
        keep_draft(account, FORM, {"name": "ấ" * 40_000})
    assert draft_of(account, FORM).boxes == {"name": "một"}


def test_of_what_bears_a_mark_of_secrecy_nothing_remains(account):
    keep_draft(account, FORM, {"whole_text": "Kính gửi"})
    with pytest.raises(Refused) as refusal:
        keep_draft(account, FORM, {"whole_text": "TỐI MẬT\nKính gửi"})
    assert "xóa chữ ấy khỏi phiếu" in str(refusal.value)
    assert not Draft.objects.exists()


def test_a_file_of_a_kept_draft_is_told(account):
    keep_draft(account, FORM, {"file_sha256": "a" * 64})
    keep_draft(account, "/ghi/doi-ten?don-vi=3", {"name": "một"})
    assert files_of_drafts() == {"a" * 64}


def test_after_thirty_days_it_is_gone(account):
    keep_draft(account, FORM, {"name": "một"})
    Draft.objects.update(saved_at=timezone.now() - timedelta(31))
    assert draft_of(account, FORM) is None
    drop_draft(account, "/khac")
    assert not Draft.objects.exists()


class TestPages:
    @pytest.fixture(autouse=True)
    def here(self):
        self.unit = small_world().commune
        self.page = f"/ghi/doi-ten?don-vi={self.unit}"
        self.client = signed_in()

    def keep(self, **more):
        return self.client.post("/ban-nhap", {"form": self.page, "name": "Tên đang gõ"} | more)

    def test_a_form_opened_again_shows_what_was_typed_and_when(self):
        assert self.keep()["Location"] == self.page
        text = self.client.get(self.page).content.decode()
        assert 'value="Tên đang gõ"' in text
        assert "Phiếu đang có bản nháp lưu lúc" in text

    def test_the_script_gets_a_word_back(self):
        answer = self.client.post(
            "/ban-nhap", {"form": self.page, "name": "a"}, headers={"hx-request": "true"}
        )
        assert "Bản nháp lưu lúc" in answer.content.decode()

    def test_keeping_is_no_act(self):
        before = JournalEntry.objects.count()
        self.keep()
        assert JournalEntry.objects.count() == before

    def test_it_can_be_thrown_away(self):
        self.keep()
        self.keep(drop="1")
        assert "Tên đang gõ" not in self.client.get(self.page).content.decode()

    def test_it_is_gone_once_the_decision_is_recorded(self):
        self.keep()
        typed = {
            "key": "phieu", "number_sign": "60-QĐ/TU", "issuer": "Tỉnh ủy", "issued_on": "02/05/2024",
            "paper_kind": "quyet_dinh", "abstract": "Đổi tên", "name": "Tên đang gõ", "from_day": "01/06/2024",
            "organization": f"[{self.unit}]",
        }  # fmt: skip
        assert self.client.post(self.page, typed).status_code == 302
        assert not Draft.objects.exists()

    def test_a_refused_act_leaves_it(self):
        self.keep()
        assert self.client.post(self.page, {"key": "phieu", "name": ""}).status_code == 422
        assert Draft.objects.count() == 1

    def test_an_address_elsewhere_is_not_gone_to(self):
        answer = self.client.post("/ban-nhap", {"form": "//xa.example/", "name": "a"})
        assert answer["Location"] == "/"
