"""Trang ghi — every sheet: one paper, its lines, every fault at once, nothing typed is lost, once only."""

import hashlib
import re
from datetime import date

import pytest
from actors import demo_actor
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from honest_files import docx, pdf, png, xlsx
from hostile_files import HOSTILE
from office import browser_of, given, office, opened
from world import TODAY, small_world

from thenchot.doors.web.recording.citation import cited
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.basis.acts.act import ACTS
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.instruments import papers_with_file
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import sort_key
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting
from thenchot.office.documents.words import Right as DocumentsRight
from thenchot.people.awards.models import Commendation
from thenchot.people.members.models import Admission, Membership, Movement, PartyDays
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
        "correct_fact", "open_sensitive", "open_numbers",  # pages of their own
        "report_change", "withdraw_change", "answer_change",
        "record_member_list", "remember_headings", "correct_facts",  # by file, step by step
        "draft_description", "copy_description", "copy_descriptions", "discard_draft",
    }  # fmt: skip


def test_a_paper_of_the_register_is_found_by_its_number_and_not_doubled(client, world):
    before = Instrument.objects.count()
    after(client.post("/ghi/doi-ten", {
        "key": "a", "number_sign": "15-qđ/tu", "organization": f"[{world.commune}]",
        "name": "Đảng bộ phường Mới", "from_day": "1/6/2024",
    }))  # fmt: skip
    assert Instrument.objects.count() == before
    assert (
        OrganizationSpell.objects.on(TODAY).get(organization=world.commune).basis.number_sign
        == "15-QĐ/TU"
    )


@pytest.mark.parametrize(
    "more", [{"abstract": "Một văn bản khác"}, {"signer": "Ai đó"}, {"issued_on": "1/3/2021"}]
)
def test_where_more_than_the_number_was_typed_the_form_asks_which_paper(client, world, more):
    before = JournalEntry.objects.count()
    answer = client.post("/ghi/doi-ten", {
        "key": "a", "number_sign": "15-QĐ/TU", "organization": f"[{world.commune}]",
        "name": "Đảng bộ phường Mới", "from_day": "1/6/2024", **more,
    })  # fmt: skip
    assert answer.status_code == 422
    assert "Sổ đã có văn bản số này" in said(answer)
    assert JournalEntry.objects.count() == before


def test_nothing_is_guessed_while_an_act_is_being_done(client, world):
    answer = client.post("/ghi/van-ban", PAPER | {"key": "g", "issuer": ""})
    assert answer.status_code == 422
    assert "Thiếu cơ quan ban hành." in said(answer)


def test_a_paper_without_day_and_year_is_told_so(client, world):
    answer = client.post("/ghi/van-ban", PAPER | {"key": "y", "issued_on": ""})
    assert "Thiếu ngày ban hành." in said(answer)
    assert "Năm ban hành" not in said(answer).partition("<fieldset")[0]
    after(client.post("/ghi/van-ban", PAPER | {"key": "y", "issued_on": "", "issued_year": "2023"}))
    assert Instrument.objects.get(number_sign="60-QĐ/TU").issued_year == 2023


@pytest.mark.parametrize(
    ("line", "number", "issued_on", "issuer", "abstract"),
    [
        ("Quyết định số 15-QĐ/TU của Ban Thường vụ Tỉnh ủy về thi hành Quy định ngày 01/01/2024",
         "15-QĐ/TU", "", "Ban Thường vụ Tỉnh ủy", "thi hành Quy định ngày 01/01/2024"),
        ("Quyết định số 15-QĐ/TU của Ban Thường vụ Tỉnh ủy ngày 03/02/2025 về việc bổ nhiệm",
         "15-QĐ/TU", "03/02/2025", "Ban Thường vụ Tỉnh ủy", "bổ nhiệm"),
        ("Quyết định ngày 3 tháng 2 năm 2025 số 15 - QĐ / TU", "15-QĐ/TU", "3/2/2025", "", ""),
        ("Thông tư 26/2020/TT-BTTTT, ngày 23/11/2020", "26/2020/TT-BTTTT", "23/11/2020", "", ""),
        ("Quyết định số 31/QĐ-TW ngày 01-10-1997", "31-QĐ/TW", "01/10/1997", "", ""),
        ("36/NQ-TƯ", "36-NQ/TƯ", "", "", ""),
        ("Nghị quyết 05/NQ/TU", "05-NQ/TU", "", "", ""),
        ("1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN", "", "", ""),
        ("07-KH-ĐU", "07-KH/ĐU", "", "", ""),
        ("Quyết định số 15/QĐ-UBND", "15/QĐ-UBND", "", "", ""),
        ("15-QĐ/UBND", "15-QĐ/UBND", "", "", ""),
        ("Công văn 1806/SNV-CCHC", "1806/SNV-CCHC", "", "", ""),
        ("30/2020/NĐ-CP", "30/2020/NĐ-CP", "", "", ""),
        ("Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh ủy có hiệu lực kể từ ngày 01/7/2025",
         "12-QĐ/TU", "", "Ban Thường vụ Tỉnh ủy", ""),
        ("Công văn số 33-CV/BTCTU của Ban Tổ chức đề nghị gửi trước ngày 15/6/2025",
         "33-CV/BTCTU", "", "Ban Tổ chức", ""),
        ("trước ngày 30/6/2025 ban hành Kế hoạch số 5-KH/TU", "5-KH/TU", "", "", ""),
        ("Ngày 5/5/2025, Tỉnh ủy ban hành Kế hoạch số 5-KH/TU", "5-KH/TU", "5/5/2025", "", ""),
        ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương (khóa XII), ngày 25/10/2017", "18-NQ/TW",
         "25/10/2017", "Ban Chấp hành Trung ương (khóa XII)", ""),
        ("Quyết định số 16-QĐ/HU ngày 5/5/25", "16-QĐ/HU", "5/5/2025", "", ""),
        ("Quyết định số 1.234-QĐ/TU", "1234-QĐ/TU", "", "", ""),
        ("Quyết định số 77-QĐ/TU, ngày 12/4/2024 của Trường trung học Tân Bình về việc đổi tên",
         "77-QĐ/TU", "12/4/2024", "Trường trung học Tân Bình", "đổi tên"),
        ("Nghị quyết 05 ngày 03/02/2025 - Tỉnh ủy", "Nghị quyết 05 ngày 03/02/2025 - Tỉnh ủy", "", "", ""),
    ],
)  # fmt: skip
def test_a_citation_is_read_as_it_is_meant(line, number, issued_on, issuer, abstract):
    found = cited(line)
    assert (found.number_sign, found.issued_on, found.issuer, found.abstract) == (
        number, issued_on, issuer, abstract,
    )  # fmt: skip


def test_a_name_and_a_number_that_do_not_belong_together_are_refused(client, world):
    answer = client.post("/ghi/doi-ten", PAPER | {
        "key": "n", "organization": f"Một tên khác [{world.commune}]", "name": "Đảng bộ Mới",
    })  # fmt: skip
    assert answer.status_code == 422
    assert "Không thấy tổ chức" in said(answer)


def test_a_list_pasted_and_not_put_into_the_table_is_put_there_by_any_button(client, world):
    before = JournalEntry.objects.count()
    answer = client.post("/ghi/cong-nhan", PAPER | {"key": "p", "pasted": "Nguyễn Văn Dán\n"})
    assert 'value="Nguyễn Văn Dán"' in said(answer)
    assert JournalEntry.objects.count() == before


def test_a_column_that_counts_the_lines_is_left_out_and_too_many_columns_are_said(client, world):
    pasted = "1\tNguyễn Văn Dán\n2\tTrần Thị Dán"
    text = said(client.post("/ghi/cong-nhan", {"key": "p", "paste": "1", "pasted": pasted}))
    assert 'value="Nguyễn Văn Dán"' in text
    answer = client.post("/ghi/cong-nhan", {"key": "p", "paste": "1", "pasted": "An\tBình\tChi"})
    assert answer.status_code == 422
    assert "nhiều cột hơn bảng" in said(answer)


def test_lines_that_are_too_many_are_counted_out_loud(client, world):
    pasted = "\n".join(f"Ai thứ {number} đó" for number in range(320))
    answer = client.post("/ghi/cong-nhan", {"key": "p", "paste": "1", "pasted": pasted})
    assert "20 dòng cuối không nhận" in said(answer)


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
        "key": "b", "number_sign": line, "organization": f"[{world.commune}]",
        "name": "Đảng bộ phường Mới", "from_day": "1/6/2024",
    }))  # fmt: skip
    made = Instrument.objects.get(number_sign="77-QĐ/TU")
    assert (made.issued_on, made.issuer) == (date(2024, 4, 12), "Ban Thường vụ Tỉnh ủy")


def test_a_number_of_a_known_series_brings_its_issuer(client, world):
    answer = client.post("/ghi/van-ban", {"key": "c", "number_sign": "78-QĐ/TU", "read": "1"})
    issuer = Instrument.objects.filter(number_sign="15-QĐ/TU").get().issuer
    assert f'value="{issuer}"' in said(answer)


@pytest.mark.parametrize(
    ("typed", "number", "kind", "issuer"),
    [
        ("42/HD-BTCTW", "42-HD/BTCTW", "huong_dan", "Ban Tổ chức Trung ương"),
        ("1806/BNV-TCBC", "1806/BNV-TCBC", "cong_van", "Bộ Nội vụ"),
        ("178/2024/NĐ-CP", "178/2024/NĐ-CP", "nghi_dinh", "Chính phủ"),
        ("31/CT-TW", "31-CT/TW", "chi_thi", ""),
        ("12/KH-ĐU", "12-KH/ĐU", "ke_hoach", ""),
    ],
)
def test_a_number_pasted_into_the_register_of_papers_that_came_fills_what_its_letters_say(
    client, world, typed, number, kind, issuer
):
    text = said(client.post("/ghi/van-ban-den", {"key": "c", "number_sign": typed, "read": "1"}))
    assert f'value="{number}"' in text
    assert re.search(rf'<option value="{kind}"[^>]* selected', text)
    assert re.search(
        rf'name="issuer"[^>]*value="{issuer}"|value="{issuer}"[^>]*name="issuer"', text
    )


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
        "key": "e", "organization": f"[{world.commune}]", "name": "Đảng bộ phường Mới",
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
        "post": f"[{world.post}]", "from_day": "1/6/2024",
    })  # fmt: skip
    assert after(answer).startswith(f"/con-nguoi/{world.person}?da-ghi=")
    assert Posting.objects.count() == before + 1
    assert "Đã ghi:" in said(client.get(after(answer)))


def test_what_was_just_done_is_undone_by_an_act_of_its_own(client, world):
    unit = OrganizationSpell.objects.on(TODAY).get(organization=world.commune).name
    where = after(client.post("/ghi/doi-ten", PAPER | {
        "key": "h", "organization": f"[{world.commune}]", "name": "Đảng bộ nhầm", "from_day": "1/6/2024",
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
        "organization": f"[{world.commune}]",
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
    form = PAPER | {"key": "k", "instrument": f"[{paper}]", "reason": "Sai thẩm quyền"}
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


def test_what_was_looked_at_first_is_not_taken_back(client, world):
    form = {
        "organization": f"[{world.commune}]",
        "name": "Đảng bộ phường Mới",
        "from_day": "1/6/2024",
    }
    after(client.post("/ghi/doi-ten", PAPER | form | {"key": "a"}))
    paper = Instrument.objects.get(number_sign="60-QĐ/TU").pk
    done = after(client.post("/ghi/huy-bo", PAPER | {
        "key": "b", "number_sign": "61-QĐ/TU", "instrument": f"[{paper}]", "reason": "thử",
        "checked": "1",
    }))  # fmt: skip
    before = JournalEntry.objects.count()
    answer = client.post("/ghi/hoan-tac", {"entry": done.partition("da-ghi=")[2], "key": "u"})
    assert answer.status_code == 403
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("slug", ["ket-nap", "chuyen-sinh-hoat", "khen-thuong"])
def test_acts_about_members_are_taken_back_row_by_row(slug):
    here = office()
    client, cells, people = here.browser("specialist"), here.here.cells, here.here.people
    if slug == "ket-nap":
        client.post(
            "/ghi/ho-so",
            PAPER
            | {"key": "m", "1.full_name": "Lê Văn Mới", "1.sex": "nam", "1.birth_on": "1/1/1995"},
        )
        lines = {"1.person": "Lê Văn Mới", "1.cell": f"[{cells[0]}]"}
    elif slug == "chuyen-sinh-hoat":
        lines = {"1.person": f"[{people[2]}]", "1.cell": f"[{cells[1]}]"}
    else:
        lines = {"1.person": f"[{people[2]}]", "form": "giay_khen", "occasion": "phong trào"}
    models = (Membership, PartyDays, Movement, Admission, Commendation, Instrument)
    before = [
        list(model.objects.order_by("pk").values_list("pk", "recorded_at")) for model in models
    ]
    rows = [model.objects.count() for model in models]
    where = after(
        client.post(f"/ghi/{slug}", PAPER | lines | {"key": "l", "number_sign": "62-QĐ/TU"})
    )
    assert [model.objects.count() for model in models] != rows
    after(client.post("/ghi/hoan-tac", {"entry": where.partition("da-ghi=")[2], "key": "u"}))
    assert [model.objects.count() for model in models] == rows
    for model, known in zip(models, before, strict=True):
        assert set(model.objects.values_list("pk", flat=True)) == {pk for pk, _ in known}
    standing = Membership.objects.get(person=people[2])
    assert (standing.cell_id, standing.effective.until) == (cells[0], None)


def test_no_sheet_opens_without_the_right_and_a_post_is_refused_alike():
    reader = office().browser("secretary")
    before = JournalEntry.objects.count()
    of_parts = {slug for slug, sheet in SHEETS.items() if sheet.act.needs is DocumentsRight.HANDLE}
    assert {reader.get(f"/ghi/{slug}").status_code for slug in of_parts} == {
        200
    }  # a cell is asked too
    for slug in SHEETS.keys() - of_parts:
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
            "effective": f"{spell.effective.start:%d/%m/%Y}", "stamp": str(spell.entry),
        }  # fmt: skip
        return {"key": "dc", "number_sign": "15-QĐ/TU", "reason": "Gõ nhầm", **columns, **changed}

    def test_of_two_corrections_the_second_is_told_to_begin_anew(self, client, spell, page):
        typed = self.typed(spell)
        after(client.post(page, typed | {"key": "mot", "full_name": "Nguyễn Thị Mô Hình"}))
        answer = client.post(page, typed | {"key": "hai", "hometown": "Xã Mới"})
        assert answer.status_code == 422
        assert "đã được ghi thay đổi sau khi phiếu mở" in said(answer)
        now = PersonSpell.objects.get(pk=spell.pk)
        assert (now.full_name, now.hometown) == ("Nguyễn Thị Mô Hình", spell.hometown)

    def test_it_can_be_taken_back(self, client, spell, page):
        where = after(client.post(page, self.typed(spell, full_name="Nguyễn Thị Mô Hình")))
        assert "Hoàn tác" in said(client.get(where))
        after(client.post("/ghi/hoan-tac", {"entry": where.partition("da-ghi=")[2], "key": "u"}))
        now = PersonSpell.objects.get(pk=spell.pk)
        assert (now.full_name, now.search_key) == (spell.full_name, spell.search_key)

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
        assert now.sort_key == sort_key("Nguyễn Thị Mô Hình")
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
    PDF = pdf()

    @pytest.fixture(autouse=True)
    def folder(self, monkeypatch, tmp_path):
        monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))

    def registered(self, client, content, **more):
        form = {
            **PAPER,
            "key": "tep",
            "file": SimpleUploadedFile("Quyết định.pdf", content),
            "file_open": "1",
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

    def test_the_first_page_stands_on_the_page_of_the_paper(self, client, world):
        where = after(self.registered(client, self.PDF)).partition("?")[0]
        assert f'<img src="{where}/trang-1.png"' in said(client.get(where))
        answer = client.get(f"{where}/trang-1.png")
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert answer.content.startswith(b"\x89PNG")

    def test_a_paper_without_a_pdf_has_no_first_page(self, client, world):
        where = after(self.registered(client, docx("a"))).partition("?")[0]
        assert "trang-1.png" not in said(client.get(where))
        assert client.get(f"{where}/trang-1.png").status_code == 404
        assert client.get("/van-ban/999999/trang-1.png").status_code == 404

    def test_a_refusal_does_not_ask_for_the_file_again(self, client, world):
        refused = self.registered(client, self.PDF, abstract="")
        digest = hashlib.sha256(self.PDF).hexdigest()
        assert refused.status_code == 422
        sealed = re.search(rf'name="file_sealed" value="({digest}:[^"]+)"', said(refused))[1]
        after(client.post("/ghi/van-ban", {**PAPER, "key": "tep", "file_sealed": sealed}))
        assert Instrument.objects.get(number_sign="60-QĐ/TU").file_sha256 == digest

    def test_a_file_another_paper_bears_is_told_before_it_is_recorded(self, client, world):
        after(self.registered(client, self.PDF))
        other = {"key": "hai", "number_sign": "61-QĐ/TU", "abstract": "về việc khác"}
        before = JournalEntry.objects.count(), Instrument.objects.count()
        told = self.registered(client, self.PDF, **other)
        assert told.status_code == 422
        assert "Tệp này đã là tệp của: Quyết định số 60-QĐ/TU, 02/05/2024" in said(told)
        assert (JournalEntry.objects.count(), Instrument.objects.count()) == before
        digest = hashlib.sha256(self.PDF).hexdigest()
        sealed = re.search(rf'name="file_sealed" value="({digest}:[^"]+)"', said(told))[1]
        assert f'name="file_same" value="{digest}"' in said(told)
        form = {**PAPER, **other, "file_sealed": sealed}
        assert client.post("/ghi/van-ban", form | {"file_same": "a" * 64}).status_code == 422
        after(client.post("/ghi/van-ban", form | {"file_same": digest}))
        assert Instrument.objects.filter(file_sha256=digest).count() == 2

    def test_a_file_of_a_paper_out_of_sight_is_not_told(self, client, world):
        after(self.registered(client, self.PDF))
        digest = hashlib.sha256(self.PDF).hexdigest()
        assert len(papers_with_file(by=demo_actor(), digest=digest)) == 1
        assert papers_with_file(by=Actor("9", "Người lạ", {}), digest=digest) == []
        assert papers_with_file(by=demo_actor(), digest="") == []

    @pytest.mark.parametrize("mark", ["file_sealed", "file_sha256"])
    @pytest.mark.parametrize("typed", ["a" * 64, "a" * 64 + ":x", "hello", "a" * 70])
    def test_a_mark_typed_by_hand_names_no_file(self, client, world, mark, typed):
        after(client.post("/ghi/van-ban", {**PAPER, "key": "tep", mark: typed}))
        assert Instrument.objects.get(number_sign="60-QĐ/TU").file_sha256 == ""

    def test_a_file_for_a_paper_of_the_register_is_not_dropped_in_silence(self, client, world):
        answer = client.post("/ghi/doi-ten", {
            "key": "a", "number_sign": "15-QĐ/TU", "organization": f"[{world.commune}]",
            "name": "Đảng bộ phường Mới", "from_day": "1/6/2024",
            "file": SimpleUploadedFile("a.pdf", self.PDF), "file_open": "1",
        })  # fmt: skip
        assert answer.status_code == 422
        assert "tệp chỉ đính kèm khi ghi văn bản mới" in said(answer)

    def test_another_file_under_the_same_key_is_another_content(self, client, world):
        after(self.registered(client, self.PDF))
        assert self.registered(client, png()).status_code == 409

    @pytest.mark.parametrize(
        ("content", "fault"),
        [
            (b"MZ chay duoc", "PDF, ảnh"),
            (b"", "PDF, ảnh"),
            (b"%PDF-" + b"x" * 10_500_000, "quá 10 MB"),
            (HOSTILE["pdf script"][0](), "lệnh tự chạy"),
            (docx("TUYỆT MẬT", "Tờ trình số 1"), "dấu độ mật"),
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

    def test_a_file_whose_name_bears_a_mark_leaves_nothing(self, client, world):
        marked = SimpleUploadedFile("Tối mật.pdf", self.PDF)
        answer = self.registered(client, self.PDF, file=marked)
        assert (answer.status_code, "Tối mật.pdf" in said(answer)) == (422, False)
        assert not any(settings.DATA_FOLDER.files.iterdir())

    def test_a_file_not_declared_open_is_refused_and_the_form_keeps_what_was_typed(
        self, client, world
    ):
        answer = self.registered(client, self.PDF, file_open="")
        assert answer.status_code == 422
        assert "Hãy đánh dấu «Tệp không chứa bí mật nhà nước»" in said(answer)
        assert PAPER["abstract"] in said(answer)
        assert not settings.DATA_FOLDER.files.exists()

    @pytest.mark.parametrize(("content", "ending"), [(docx("a"), "docx"), (xlsx((1,)), "xlsx")])
    def test_an_office_file_is_given_back_as_its_kind(self, client, world, content, ending):
        where = after(self.registered(client, content)).partition("?")[0]
        answer = client.get(f"{where}/tep")
        assert b"".join(answer.streaming_content) == content
        assert f".{ending}" in answer["Content-Disposition"]

    def test_it_is_removed_for_good_and_the_line_says_nothing_of_it(
        self, client, world, django_capture_on_commit_callbacks
    ):
        where = after(self.registered(client, self.PDF)).partition("?")[0]
        paper = Instrument.objects.get(number_sign="60-QĐ/TU")
        form = {"key": "go", "instrument": f"[{paper.pk}]"}
        told = client.post("/ghi/go-tep", form)
        assert "Gỡ khẩn cấp một tệp" in said(told)
        opened = client.get(f"{where}/tep")
        assert b"".join(opened.streaming_content) == self.PDF  # told first, not done
        with django_capture_on_commit_callbacks(execute=True):
            after(client.post("/ghi/go-tep", form | {"checked": "1"}))
        assert not any(settings.DATA_FOLDER.files.iterdir())
        assert client.get(f"{where}/tep").status_code == 404
        assert "chưa có tệp" in said(client.get(where))
        line = JournalEntry.objects.latest("seq")
        assert (line.sentence, line.instrument) == ("Gỡ khẩn cấp một tệp", "")
        again = client.post("/ghi/go-tep", form | {"key": "lai"})
        assert again.status_code == 422
        assert "không có tệp" in said(again)

    def test_a_unit_does_not_remove_what_papers_of_others_may_name(self):
        here = office()
        specialist, builder = here.browser("specialist"), here.browser("builder")
        where = after(self.registered(specialist, self.PDF)).partition("?")[0]
        own = after(self.registered(builder, self.PDF, key="x", number_sign="61-QĐ/TU"))
        mine = own.partition("?")[0].rpartition("/")[2]
        form = {"key": "go", "instrument": f"[{mine}]", "checked": "1"}
        assert builder.post("/ghi/go-tep", form).status_code == 403
        opened = specialist.get(f"{where}/tep")
        assert b"".join(opened.streaming_content) == self.PDF

    def test_it_opens_only_to_those_who_see_the_paper(self):
        here = office()
        where = after(self.registered(here.browser("specialist"), self.PDF)).partition("?")[0]
        opened = here.browser("specialist").get(f"{where}/tep")
        assert b"".join(opened.streaming_content) == self.PDF
        for name in ("secretary", "member", "builder"):
            assert here.browser(name).get(f"{where}/tep").status_code == 404


def test_a_limit_of_a_regulation_is_recorded_with_its_clause(client, world):
    form = PAPER | {
        "key": "ts", "parameter": "dang_vien.tuoi_ket_nap", "values": "18, 60", "verified": "1",
        "clause": "mục 1, Quy định số 999-QĐ/TW",
    }  # fmt: skip
    refused = client.post("/ghi/tham-so", form | {"values": "mười tám"})
    assert refused.status_code == 422
    assert "Hãy gõ một số nguyên" in said(refused)
    after(client.post("/ghi/tham-so", form))
    assert "mục 1, Quy định số 999-QĐ/TW" in said(client.get("/quan-tri/danh-muc"))


def test_who_registers_in_two_units_says_in_which_register_the_paper_stands():
    here = office()
    account = opened("hai-noi")
    for cell in here.here.cells:
        given(account, "chuyen_vien", cell)
    client = browser_of(account)
    assert 'id="keeper"' in said(client.get("/ghi/van-ban"))
    second = here.here.cells[1]
    after(client.post("/ghi/van-ban", PAPER | {"key": "k", "keeper": str(second)}))
    assert Instrument.objects.get(number_sign="60-QĐ/TU").kept_by == second
    assert 'id="keeper"' not in said(here.browser("specialist").get("/ghi/van-ban"))
