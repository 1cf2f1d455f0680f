"""Trang ghi — every sheet: one paper, its lines, every fault at once, nothing typed is lost, once only."""

import hashlib
from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from office import office
from world import TODAY, small_world

from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.basis.acts.act import ACTS
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PAPER = {
    "number_sign": "60-QĐ/TU", "paper_kind": "quyet_dinh", "issuer": "Tỉnh ủy",
    "issued_on": "02/05/2024", "abstract": "Về tổ chức",
}  # fmt: skip


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def world():
    return small_world()


def said(answer):
    return answer.content.decode()


def after(answer):
    """The page an act led to, as the person sees it."""
    assert answer.status_code == 302, said(answer)
    return answer["Location"]


@pytest.mark.parametrize("slug", SHEETS)
def test_every_sheet_opens_and_says_all_that_is_missing_at_once(client, world, slug):
    address = f"/ghi/{slug}"
    assert client.get(address).status_code == 200
    before = JournalEntry.objects.count()
    answer = client.post(address, {"key": f"rong-{slug}"})
    assert answer.status_code == 422
    assert "<title>Lỗi:" in said(answer)
    assert JournalEntry.objects.count() == before


def test_every_act_of_the_register_has_a_sheet():
    without = {
        name
        for name, act in ACTS.items()
        if act.body.__module__.startswith(("thenchot.ground", "thenchot.people"))
    } - {sheet.act.name for sheet in SHEETS.values()}
    assert without <= {
        "record_person",  # the sheet of people takes one line as well as many
        "record_hand_over",  # a whole register comes by file
        "record_parameter", "correct_fact", "open_sensitive",  # pages of their own
        "report_change", "withdraw_change", "answer_change",
    }  # fmt: skip


def test_a_paper_of_the_register_is_found_by_its_number_and_not_doubled(client, world):
    before = Instrument.objects.count()
    after(client.post("/ghi/doi-ten", {
        "key": "a", "number_sign": "15-qđ/tu", "organization": str(world.commune),
        "name": "Đảng bộ phường Mới", "from_day": "1/6/2024",
    }))  # fmt: skip
    assert Instrument.objects.count() == before
    assert (
        OrganizationSpell.objects.on(TODAY).get(organization=world.commune).basis.number_sign
        == "15-QĐ/TU"
    )


def test_a_pasted_citation_fills_the_paper(client, world):
    line = (
        "Quyết định số 77-QĐ/TU, ngày 12/4/2024 của Ban Thường vụ Tỉnh ủy về việc đổi tên đảng bộ"
    )
    answer = client.post("/ghi/doi-ten", {"key": "b", "number_sign": line, "read": "1"})
    assert answer.status_code == 200
    text = said(answer)
    for filled in ("77-QĐ/TU", "Ban Thường vụ Tỉnh ủy", "12/4/2024", "đổi tên đảng bộ"):
        assert f'value="{filled}"' in text
    after(client.post("/ghi/doi-ten", {
        "key": "b", "number_sign": line, "organization": str(world.commune),
        "name": "Đảng bộ phường Mới", "from_day": "1/6/2024",
    }))  # fmt: skip
    made = Instrument.objects.get(number_sign="77-QĐ/TU")
    assert (made.issued_on, made.issuer) == (date(2024, 4, 12), "Ban Thường vụ Tỉnh ủy")


def test_a_number_of_a_known_series_brings_its_issuer(client, world):
    answer = client.post("/ghi/van-ban", {"key": "c", "number_sign": "78-QĐ/TU", "read": "1"})
    issuer = Instrument.objects.filter(number_sign="15-QĐ/TU").get().issuer
    assert f'value="{issuer}"' in said(answer)


def test_one_paper_for_many_people_from_a_spreadsheet(client, world):
    rows = "\n".join(f"Lê Văn Thử {name}\tnam\t1/2/1990\tKinh\tXã Thử" for name in "ABCDEFGHIJ")
    pasted = client.post(
        "/ghi/ho-so", {"key": "d", **PAPER, "from_day": "1/6/2024", "pasted": rows, "paste": "1"}
    )
    text = said(pasted)
    assert 'value="Lê Văn Thử J"' in text
    lines = {
        f"{number}.{box}": cell
        for number, row in enumerate(rows.splitlines(), start=1)
        for box, cell in zip(
            ("full_name", "sex", "birth_on", "ethnicity", "hometown"), row.split("\t"), strict=True
        )
    }
    wrong = lines | {"3.birth_on": "31/2/1990", "7.full_name": "Lê 7", "9.sex": ""}
    answer = client.post("/ghi/ho-so", {"key": "d", **PAPER, "from_day": "1/6/2024", **wrong})
    text = said(answer)
    assert answer.status_code == 422
    assert "Có 3 chỗ cần sửa" in text
    for anchor in ("#3.birth_on", "#7.full_name", "#9.sex"):
        assert f'href="{anchor}"' in text
    before = JournalEntry.objects.count()
    after(client.post("/ghi/ho-so", {"key": "d", **PAPER, "from_day": "1/6/2024", **lines}))
    assert JournalEntry.objects.count() == before + 1
    found = client.get("/con-nguoi?ten=le+van+thu")
    assert "Lê Văn Thử J" in said(found)


def test_the_same_form_sent_twice_acts_once_though_its_paper_is_in_the_register_by_then(
    client, world
):
    form = PAPER | {
        "key": "e", "organization": str(world.commune), "name": "Đảng bộ phường Mới",
        "from_day": "1/6/2024",
    }  # fmt: skip
    first = after(client.post("/ghi/doi-ten", form))
    before = JournalEntry.objects.count()
    assert after(client.post("/ghi/doi-ten", form)) == first
    assert JournalEntry.objects.count() == before
    other = client.post("/ghi/doi-ten", form | {"name": "Tên khác"})
    assert other.status_code == 409
    assert 'value="Tên khác"' in said(other)


def test_a_post_is_found_by_its_title_and_an_appointment_recorded(client, world):
    before = Posting.objects.count()
    client.post("/ghi/thoi-chuc-vu", {
        "key": "f", **PAPER, "posting": "Mô Phỏng", "from_day": "1/6/2024",
    })  # fmt: skip
    answer = client.post("/ghi/bo-nhiem", {
        "key": "g", "number_sign": "60-QĐ/TU", "person": "Nguyễn Thị Mô Phỏng",
        "post": str(world.post), "from_day": "1/6/2024",
    })  # fmt: skip
    assert after(answer).startswith(f"/con-nguoi/{world.person}?da-ghi=")
    assert Posting.objects.count() == before + 1
    assert "Đã ghi:" in said(client.get(after(answer)))


def test_what_was_just_done_is_undone_by_an_act_of_its_own(client, world):
    unit = OrganizationSpell.objects.on(TODAY).get(organization=world.commune).name
    where = after(client.post("/ghi/doi-ten", PAPER | {
        "key": "h", "organization": str(world.commune), "name": "Đảng bộ nhầm", "from_day": "1/6/2024",
    }))  # fmt: skip
    page = said(client.get(where))
    assert "Hoàn tác" in page
    entry = where.partition("da-ghi=")[2]
    before = JournalEntry.objects.count()
    after(client.post("/ghi/hoan-tac", {"entry": entry, "key": "u"}))
    assert JournalEntry.objects.count() == before + 1
    spell = OrganizationSpell.objects.get(organization=world.commune)
    assert (spell.name, spell.effective.until) == (unit, None)
    assert not Instrument.objects.filter(number_sign="60-QĐ/TU").exists()
    again = client.post("/ghi/hoan-tac", {"entry": entry, "key": "v"})
    assert again.status_code == 422
    assert JournalEntry.objects.count() == before + 1


def test_what_another_act_went_on_with_is_not_undone(client, world):
    form = {
        "key": "i",
        "organization": str(world.commune),
        "name": "Đảng bộ một",
        "from_day": "1/6/2024",
    }
    first = after(client.post("/ghi/doi-ten", PAPER | form)).partition("da-ghi=")[2]
    after(
        client.post(
            "/ghi/doi-ten",
            {
                **form,
                "key": "j",
                "number_sign": "60-QĐ/TU",
                "name": "Đảng bộ hai",
                "from_day": "1/7/2024",
            },
        )
    )
    before = JournalEntry.objects.count()
    answer = client.post("/ghi/hoan-tac", {"entry": first, "key": "w"})
    assert answer.status_code == 422
    assert "ghi tiếp" in said(answer)
    assert JournalEntry.objects.count() == before


def test_annulling_is_looked_at_first_and_has_no_undoing(client, world):
    paper = Instrument.objects.get(number_sign="15-QĐ/TU").pk
    form = PAPER | {"key": "k", "instrument": str(paper), "reason": "Sai thẩm quyền"}
    before = JournalEntry.objects.count()
    page = client.post("/ghi/huy-bo", form)
    text = said(page)
    assert page.status_code == 200
    assert "Soát lại trước khi ghi" in text
    assert "Ghi quyết định hủy bỏ Quyết định số 15-QĐ/TU" in text
    assert JournalEntry.objects.count() == before
    assert Posting.objects.exists()
    where = after(client.post("/ghi/huy-bo", form | {"checked": "1"}))
    assert not Posting.objects.exists()
    assert "Hoàn tác" not in said(client.get(where))


def test_no_sheet_opens_without_the_right_and_a_post_is_refused_alike():
    reader = office().browser("secretary")
    before = JournalEntry.objects.count()
    for slug in SHEETS:
        assert reader.get(f"/ghi/{slug}").status_code == 403
        assert reader.post(f"/ghi/{slug}", {"key": "z"}).status_code == 403
    assert JournalEntry.objects.count() == before


class TestCorrecting:
    @pytest.fixture
    def spell(self, world):
        return PersonSpell.objects.get(person=world.person)

    @pytest.fixture
    def page(self, spell):
        return f"/ghi/dinh-chinh/register.PersonSpell/{spell.pk}"

    def typed(self, spell, **changed):
        columns = {
            "full_name": spell.full_name, "sex": spell.sex, "ethnicity": "", "hometown": "",
            "birth_on": f"{spell.birth_on:%d/%m/%Y}" if spell.birth_on else "",
            "first_day": f"{spell.effective.start:%d/%m/%Y}",
        }  # fmt: skip
        return {"key": "dc", "number_sign": "15-QĐ/TU", "reason": "Gõ nhầm", **columns, **changed}

    def test_every_box_begins_with_what_is_recorded(self, client, spell, page):
        text = said(client.get(page))
        assert f'value="{spell.full_name}"' in text
        assert "search_key" not in text

    def test_only_what_was_changed_is_set_right_and_the_keys_of_a_name_follow(
        self, client, spell, page
    ):
        where = after(client.post(page, self.typed(spell, full_name="Nguyễn Thị Mô Hình")))
        now = PersonSpell.objects.get(pk=spell.pk)
        assert (now.full_name, now.search_key) == ("Nguyễn Thị Mô Hình", "nguyen thi mo hinh")
        assert now.sort_key > spell.sort_key or now.sort_key < spell.sort_key
        assert "đính chính" in said(client.get(where)).lower()
        assert "Nguyễn Thị Mô Hình" in said(client.get("/con-nguoi?ten=mo+hinh"))

    @pytest.mark.parametrize(
        ("changed", "fault"),
        [
            ({"full_name": "Nguyễn 7"}, "không có chữ số"),
            ({"birth_on": "31/2/1980"}, "không có ngày 31"),
            ({"birth_on": "1/1/2090"}, "từ 01/01/1900"),
            ({"reason": ""}, "Phải nêu lý do"),
            ({}, "Chưa có nội dung đính chính"),
        ],
    )
    def test_a_wrong_correction_is_refused_and_nothing_changes(
        self, client, spell, page, changed, fault
    ):
        before = JournalEntry.objects.count()
        answer = client.post(page, self.typed(spell, **changed))
        assert answer.status_code == 422
        assert fault in said(answer)
        assert JournalEntry.objects.count() == before
        assert PersonSpell.objects.get(pk=spell.pk).full_name == spell.full_name

    @pytest.mark.parametrize(
        "address", ["register.PersonSpell/999999", "register.Khac/1", "basis.Instrument/1"]
    )
    def test_what_is_not_there_is_not_found(self, client, world, address):
        assert client.get(f"/ghi/dinh-chinh/{address}").status_code == 404


class TestFiles:
    PDF = b"%PDF-1.7\n" + b"x" * 500

    @pytest.fixture(autouse=True)
    def folder(self, monkeypatch, tmp_path):
        monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))

    def registered(self, client, content, **more):
        form = {
            **PAPER,
            "key": "tep",
            "file": SimpleUploadedFile("Quyết định.pdf", content),
            **more,
        }
        return client.post("/ghi/van-ban", form)

    def test_a_file_is_kept_under_its_digest_and_given_back(self, client, world):
        where = after(self.registered(client, self.PDF)).partition("?")[0]
        digest = hashlib.sha256(self.PDF).hexdigest()
        assert digest[:16] in said(client.get(where))
        answer = client.get(f"{where}/tep")
        assert b"".join(answer.streaming_content) == self.PDF
        assert answer["Content-Type"] == "application/pdf"
        assert "attachment" in answer["Content-Disposition"]

    def test_a_refusal_does_not_ask_for_the_file_again(self, client, world):
        refused = self.registered(client, self.PDF, abstract="")
        digest = hashlib.sha256(self.PDF).hexdigest()
        assert refused.status_code == 422
        assert f'value="{digest}"' in said(refused)
        after(client.post("/ghi/van-ban", {**PAPER, "key": "tep", "file_sha256": digest}))
        assert Instrument.objects.get(number_sign="60-QĐ/TU").file_sha256 == digest

    @pytest.mark.parametrize(
        ("content", "fault"),
        [
            (b"MZ chay duoc", "PDF, ảnh"),
            (b"", "PDF, ảnh"),
            (b"%PDF-" + b"x" * 10_500_000, "quá 10 MB"),
        ],
    )
    def test_another_kind_or_too_much_is_refused_and_nothing_is_left(
        self, client, world, content, fault
    ):
        before = JournalEntry.objects.count()
        answer = self.registered(client, content)
        assert answer.status_code == 422
        assert fault in said(answer)
        assert JournalEntry.objects.count() == before
        files = settings.DATA_FOLDER.files
        assert not files.exists() or not any(files.iterdir())

    def test_it_opens_only_to_those_who_see_the_paper(self):
        here = office()
        where = after(self.registered(here.browser("specialist"), self.PDF)).partition("?")[0]
        opened = here.browser("specialist").get(f"{where}/tep")
        assert b"".join(opened.streaming_content) == self.PDF
        for name in ("secretary", "member", "builder"):
            assert here.browser(name).get(f"{where}/tep").status_code == 404
