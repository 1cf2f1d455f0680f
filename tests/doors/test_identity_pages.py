"""Trang nhận biết con người — numbers opened on the page, pairs side by side, a merge through its sheet."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from actors import demo_actor, questions
from asking import Asking
from django.conf import settings
from django.db import transaction
from office import Office, last_line, standing
from party import newcomer
from world import TODAY, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.register.models import PersonSpell
from thenchot.people.identity.acts.numbers import record_person_numbers
from thenchot.people.identity.models import PersonDistinct, PersonMerge
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind

pytestmark = pytest.mark.database
DAY = date(2023, 6, 1)
WHY = "Cấp đổi thẻ đảng viên"


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("nhan_biet", server, new_database, worker_id, django_db_blocker) as office:
        basis = paper("9-DS/ĐU", DAY)
        rows = [NumberRow(office.here.people[0], NumberKind.CARD, "79123456")]
        record_person_numbers(demo_actor(), TODAY, people=rows, from_day=DAY, basis=basis)
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def twin(office) -> int:
    return newcomer("Trần Văn Hòa", DAY, paper("5-DS/CQ", DAY), date(1967, 3, 1))


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


class TestNumbers:
    def opens(self, office, name, reason=WHY, person=0):
        address = f"/con-nguoi/{office.here.people[person]}/mo-so"
        return office.browser(name).post(address, {"key": "mo-so-1", "reason": reason})

    def page(self, office, name):
        return text(office.browser(name).get(f"/con-nguoi/{office.here.people[0]}"))

    def test_the_page_masks_them_until_a_reason_is_given(self, office):
        shown = self.page(office, "specialist")
        assert "•••••456" in shown
        assert "79123456" not in shown
        assert "đang được che" in shown
        answer = self.opens(office, "specialist")
        assert (answer.status_code, answer["Location"]) == (
            302,
            f"/con-nguoi/{office.here.people[0]}",
        )
        assert (last_line().act, last_line().reason) == ("open_numbers", WHY)
        shown = self.page(office, "specialist")
        assert "79123456" in shown
        assert "đang được che" not in shown
        assert "identity.PersonNumber" in shown  # and it may be set right
        assert "79123456" not in self.page(office, "leader")

    def test_without_a_reason_nothing_opens(self, office):
        before = JournalEntry.objects.count()
        answer = self.opens(office, "specialist", " ")
        assert answer.status_code == 422
        assert 'href="#why"' in text(answer)
        assert 'id="why-fault"' in text(answer)
        assert JournalEntry.objects.count() == before

    @pytest.mark.parametrize("name", ["secretary", "inspector", "committee", "clerk"])
    def test_whoever_has_no_right_sees_no_digit(self, office, name):
        assert "•••" not in self.page(office, name)
        assert "456" not in self.page(office, name)
        assert self.opens(office, name).status_code in {403, 404}

    def test_the_sheet_records_and_keeps_no_draft(self, office):
        client, who = office.browser("specialist"), office.here.people[1]
        address = "/ghi/so-dinh-danh"
        sent = {
            "key": "so-1", "basis": str(paper("8-DS/ĐU", DAY)), "1.person": f"Trần Văn Bình [{who}]",
            "1.kind": "so_hieu", "1.number": "btc-9",
        }  # fmt: skip
        sent["number_sign"] = f"[{sent.pop('basis')}]"
        assert client.post(address, sent).status_code == 302
        assert "••" in text(client.get(f"/con-nguoi/{who}"))
        draft = client.post(
            "/ban-nhap", {"form": address, "1.number": "btc-10"}, headers={"HX-Request": "true"}
        )
        assert "không giữ bản nháp" in text(draft)
        assert "btc-10" not in text(client.get(address))

    def test_the_api_masks_them_always(self, office):
        specialist = Asking.of(office.ids["specialist"])
        self.opens(office, "specialist")
        found = specialist.get(f"/people/{office.here.people[0]}/numbers")
        assert found.json() == {"items": [{"kind": "the_dang", "masked": "•••••456"}]}


class TestDoubles:
    def test_pairs_stand_side_by_side(self, office, twin):
        kept = office.here.people[7]
        shown = text(office.browser("specialist").get("/con-nguoi/trung"))
        assert "1 cặp hồ sơ" in shown
        assert "cùng họ tên, khác chữ hoa hoặc chỗ đặt dấu" in shown
        assert f"/ghi/gop-ho-so?giu={kept}&amp;bo={twin}" in shown
        assert f"/ghi/hai-nguoi?mot={kept}&amp;hai={twin}" in shown
        person = text(office.browser("specialist").get(f"/con-nguoi/{twin}"))
        assert f"/con-nguoi/trung?nguoi={twin}" in person
        one = office.browser("specialist").get(f"/con-nguoi/trung?nguoi={twin}")
        assert "1 cặp hồ sơ" in text(one)
        none = office.browser("specialist").get(f"/con-nguoi/trung?nguoi={office.here.people[0]}")
        assert "Không có cặp hồ sơ nào" in text(none)
        assert office.browser("specialist").get("/con-nguoi/trung?nguoi=999999").status_code == 404

    def test_who_may_not_merge_is_offered_nothing(self, office, twin):
        shown = text(office.browser("leader").get("/con-nguoi/trung"))
        assert "1 cặp hồ sơ" in shown
        assert "/ghi/gop-ho-so" not in shown
        assert "0 cặp hồ sơ" in text(office.browser("secretary").get("/con-nguoi/trung"))
        for name in ("clerk", "keys"):
            assert office.browser(name).get("/con-nguoi/trung").status_code == 403

    def test_the_page_asks_few_questions(self, office, twin):
        status, asked = questions(office.browser("specialist"), "/con-nguoi/trung")
        assert (status, asked <= 15) == (200, True), asked

    def test_a_merge_is_checked_then_done_and_the_old_address_leads_on(self, office, twin):
        client, kept = office.browser("specialist"), office.here.people[7]
        address = f"/ghi/gop-ho-so?giu={kept}&bo={twin}"
        filled = text(client.get(address))
        assert f"[{kept}]" in filled
        assert f"[{twin}]" in filled
        basis = paper("7-BB/BTC", DAY)
        sent = {
            "key": "gop-1",
            "number_sign": f"[{basis}]",
            "kept": f"Trần Văn Hoà [{kept}]",
            "gone": f"Trần Văn Hòa [{twin}]",
        }
        refused = client.post(address, sent)
        assert refused.status_code == 422
        assert "Giới tính khác nhau" in text(refused)
        sex = {"kind": "register.PersonSpell", "changes": {"sex": "nu"}, "by_paper": basis}
        life = PersonSpell.objects.get(person=twin).pk
        correct_fact(demo_actor(), TODAY, fact=life, reason="ghi nhầm", **sex)
        check = client.post(address, sent)
        assert check.status_code == 200
        assert f"Gộp hồ sơ số {twin} vào hồ sơ số {kept}" in text(check)
        assert not PersonMerge.objects.exists()
        done = client.post(address, sent | {"checked": "1"})
        assert done["Location"].startswith(f"/con-nguoi/{kept}?")
        assert client.get(f"/con-nguoi/{twin}")["Location"] == f"/con-nguoi/{kept}"
        assert "gộp vào hồ sơ số" in text(client.get(f"/van-ban/{basis}"))

    def test_two_people_are_told_apart(self, office, twin):
        client, kept = office.browser("specialist"), office.here.people[7]
        basis = paper("7-BB/BTC", DAY)
        sent = {
            "key": "hai-1", "number_sign": f"[{basis}]", "one": f"Trần Văn Hoà [{kept}]",
            "other": f"Trần Văn Hòa [{twin}]",
        }  # fmt: skip
        assert client.post("/ghi/hai-nguoi", sent).status_code == 302
        assert PersonDistinct.objects.count() == 1
        assert "0 cặp hồ sơ" in text(client.get("/con-nguoi/trung"))
        assert "là hai người" in text(client.get(f"/van-ban/{basis}"))

    def test_the_api_merges_and_tells_apart(self, office):
        specialist, basis = Asking.of(office.ids["specialist"]), paper("7-BB/BTC", DAY)
        rows = [
            specialist.act("record-person", full_name=name, sex="nam", birth_on="1990-01-02",
                           from_day="2024-01-02", basis=basis, kept_by=office.here.commune)
            for name in ("Ngô Hòa", "Ngô Hoà", "Ngô Hoà")
        ]  # fmt: skip
        one, two, three = (each.json()["answer"] for each in rows)
        found = specialist.get("/doubles").json()
        assert found["total"] == 3
        assert "cung_ngay_sinh" in found["items"][0]["signs"]
        words = {"from_day": "2024-01-02", "basis": basis}
        done = specialist.act("merge-people", kept=one, gone=two, **words)
        assert done.status_code == 200, done.content
        assert PersonMerge.objects.get().gone_id == two
        assert (
            specialist.act("record-distinct-people", one=three, other=one, **words).status_code
            == 200
        )
        assert specialist.get("/doubles").json()["total"] == 0
        answer = office.browser("specialist").get(f"/con-nguoi/{two}")
        assert (answer.status_code, answer["Location"]) == (302, f"/con-nguoi/{one}")
        page = text(office.browser("specialist").get(f"/con-nguoi/{one}"))
        assert f"Hồ sơ số {two} đã gộp vào hồ sơ này" in page
        numbers = [{"person": one, "kind": "so_hieu", "number": "A-1"}]
        recorded = specialist.act("record-person-numbers", people=numbers, **words)
        assert recorded.status_code == 200, recorded.content
        assert specialist.get(f"/people/{one}/numbers").json()["items"] == [
            {"kind": "so_hieu", "masked": "••1"}
        ]
        assert specialist.get("/people/999999/numbers").status_code == 404
