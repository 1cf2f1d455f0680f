"""Khởi tạo — from an empty database to the first administrator, by the address `thenchot init` prints."""

import pytest
from actors import ACCOUNT
from django.conf import settings
from django.test import Client
from office import as_owner
from signing import PASSWORD, browser, sign_in
from world import TODAY

from thenchot.doors.access.actor import founder
from thenchot.doors.access.models import Account, Grant
from thenchot.doors.access.sign_in.links import first_link_again
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.register.models import OrganizationSpell
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.database]
TYPED = {
    "office": "Ban Tổ chức Tỉnh ủy Thử", "name": "Đảng bộ tỉnh Thử", "kind": "dang_bo_tinh",
    "from_day": "1/1/2020", "number_sign": "01-QĐ/TW", "issuer": "Ban Bí thư",
    "issued_on": "20/12/2019", "abstract": "Thành lập Đảng bộ tỉnh Thử",
    "printed_name": "Nguyễn Thị Quản Trị", "username": "quan.tri", "key": "khoi-tao",
}  # fmt: skip


@pytest.fixture
def office(committed, tmp_path, monkeypatch) -> DataFolder:
    folder = DataFolder(tmp_path)
    monkeypatch.setattr(settings, "DATA_FOLDER", folder)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    return folder


def test_before_it_everybody_is_told_what_to_run(office):
    answer = Client().get("/to-chuc")
    assert (answer.status_code, answer["Location"]) == (302, "/bat-dau")
    assert "thenchot init" in Client().get("/bat-dau").content.decode()


def test_a_wrong_an_old_and_an_absent_word_are_not_there(office):
    old = office.offer_first_run()
    office.offer_first_run()
    for word in (old, "x" * 43):
        assert Client().get(f"/bat-dau/{word}").status_code == 404
        assert Client().post(f"/bat-dau/{word}", TYPED).status_code == 404


def test_a_word_lasts_a_day(office, monkeypatch):
    word = office.offer_first_run()
    monkeypatch.setattr("thenchot.project.data_folder.A_DAY", 0)
    assert Client().get(f"/bat-dau/{word}").status_code == 200
    late = office.offer_first_run()
    assert Client().get(f"/bat-dau/{late}").status_code == 404


def test_every_fault_is_said_at_once_and_nothing_is_written(office):
    word = office.offer_first_run()
    answer = Client().post(
        f"/bat-dau/{word}", {"key": "k", "issued_on": "31/2/2020", "office": "Ban"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Ban"' in text
    for said in ("Tên không được để trống", "Hãy chọn loại", "Thiếu số, ký hiệu", "không có ngày 31",
                 "Thiếu họ tên", "Tên đăng nhập gồm"):  # fmt: skip
        assert said in text, said
    assert not JournalEntry.objects.exists()
    assert founder(TODAY).rights


def test_the_office_begins_once_and_the_founder_is_gone(office):
    word = office.offer_first_run()
    answer = browser().post(f"/bat-dau/{word}", TYPED)
    assert answer["Location"].startswith("/lien-ket/")
    assert OrganizationSpell.objects.get().name == "Đảng bộ tỉnh Thử"
    assert Grant.objects.get().role == "quan_tri_he_thong"
    assert "Nguyễn Thị Quản Trị" in JournalEntry.objects.get().sentence
    assert not founder(TODAY).rights
    assert office.office_name() == "Ban Tổ chức Tỉnh ủy Thử"
    assert browser().post(f"/bat-dau/{word}", TYPED).status_code == 404
    assert Client().get("/bat-dau").status_code == 404


def test_the_first_administrator_sets_a_password_and_the_second_step(office):
    word = office.offer_first_run()
    mine = browser()
    link = mine.post(f"/bat-dau/{word}", TYPED)["Location"]
    assert not Account.objects.get(username="quan.tri").has_usable_password()
    mine.post(link, {"password1": PASSWORD, "password2": PASSWORD})
    assert sign_in(mine, "quan.tri").status_code == 302
    answer = mine.get("/quan-tri")
    assert (answer.status_code, answer["Location"]) == (302, "/xac-thuc?tin=bat-truoc")
    assert "phải bật xác thực hai bước" in mine.get(answer["Location"]).content.decode()


def test_a_lost_first_link_is_given_again_until_the_password_is_set(office, committed, server):
    with as_owner(server, committed) as owner:  # a real office has no account of the tests
        owner.execute("DELETE FROM access_account WHERE id = %s", [ACCOUNT])
    assert first_link_again() is None
    lost = browser().post(f"/bat-dau/{office.offer_first_run()}", TYPED)["Location"]
    word = first_link_again()
    assert word is not None
    assert lost != f"/lien-ket/{word}"
    mine = browser()
    mine.post(f"/lien-ket/{word}", {"password1": PASSWORD, "password2": PASSWORD})
    assert sign_in(mine, "quan.tri").status_code == 302
    assert first_link_again() is None
