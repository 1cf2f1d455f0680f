"""Trang đối chiếu — an outside list beside today's register; each row leads to the sheet that settles it."""

import io
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from actors import demo_actor, questions
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from office import browser_of, given, office, opened
from python_calamine import CalamineWorkbook
from world import TODAY, unit

from thenchot.doors.access.models import Upload
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.register.models import PersonSpell
from thenchot.people.identity.acts.numbers import open_numbers, record_person_numbers
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.models import Membership, Movement, PartyDays
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAGE, COLUMNS, RESULT = "/doi-chieu", "/doi-chieu/cot", "/doi-chieu/ket-qua"
HEAD = "Họ và tên,Ngày sinh,Chi bộ,Ngày vào Đảng,Ghi chú"
ROWS = (
    "Trần Văn An,1/3/1967,Ấp Một,19/5/1992,",
    "Trần Văn Bình,1/3/1967,Ấp Hai,20/5/1992,",
    "=Người Lạ,2/3/1970,Ấp Một,1/1/2000,@SUM(A1)",
)


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def built():
    return office()


@pytest.fixture
def keeper(built):
    browser = built.browser("specialist")
    handed_in(browser)
    return browser


def handed_in(browser):
    sent = SimpleUploadedFile("ngoài.csv", "\n".join((HEAD, *ROWS)).encode())
    assert browser.post(PAGE, {"file_open": "1", "file": sent})["Location"] == COLUMNS
    places = {"cot-0": "ho_ten", "cot-1": "ngay_sinh", "cot-2": "chi_bo", "cot-3": "vao_dang"}
    assert browser.post(COLUMNS, places)["Location"] == RESULT


def text_of(response, status=200):
    assert response.status_code == status
    return unescape(response.content.decode())


def test_every_verdict_is_counted_and_what_differs_is_said(keeper):
    page = text_of(keeper.get(RESULT))
    for said in ("Khác nhau 1", "Chỉ có ở danh sách kia 1", "Chỉ có trong sổ 13", "Giống nhau 1"):
        assert said in page
    assert "Chi bộ: sổ ghi Chi bộ ấp Một, danh sách kia ghi Ấp Hai" in page
    assert "Ngày vào Đảng: sổ ghi 19/05/1992, danh sách kia ghi 20/05/1992" in page
    assert keeper.get(f"{RESULT}?loai=gi").status_code == 404


def test_a_row_leads_to_the_sheet_that_settles_it_filled_already(built, keeper):
    page = text_of(keeper.get(RESULT))
    address = re.search(r'href="(/ghi/dinh-chinh/members.PartyDays/[^"]+)"', page)[1]
    sheet = text_of(keeper.get(address))
    assert 'value="20"' in sheet or "20/05/1992" in sheet
    assert f"/ghi/chuyen-sinh-hoat?nguoi={built.here.people[1]}" in page
    here = text_of(keeper.get(f"{RESULT}?loai=chi-trong-so"))
    assert f"/ghi/ra-khoi-danh-sach?nguoi={built.here.people[2]}" in here
    assert PartyDays.objects.filter(joined_on__day=20).count() == 0


def test_those_who_are_only_there_go_on_to_the_import(keeper):
    lines = JournalEntry.objects.count()
    assert "Đưa các dòng này sang bước nhập" in text_of(keeper.get(f"{RESULT}?loai=chi-ben-kia"))
    assert keeper.post(RESULT)["Location"] == "/nhap-du-lieu/cot"
    kept = Upload.objects.get(form="/nhap-du-lieu")
    assert bytes(kept.content).decode().splitlines()[1:] == [
        ROWS[2]
    ]  # fmt: skip
    assert JournalEntry.objects.count() == lines


def test_only_the_members_of_a_unit_are_compared_where_one_is_chosen(built, keeper):
    page = text_of(keeper.get(f"{RESULT}?don-vi={built.here.cells[1]}"))
    assert "Chỉ có trong sổ 5" in page
    assert "Chỉ có ở danh sách kia 3" in page


def test_the_file_holds_every_row_and_no_formula(keeper):
    body = b"".join(keeper.get(f"{RESULT}.xlsx"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert len(rows) == 1 + 16
    assert rows[2][:5] == ["Chỉ có ở danh sách kia", "=Người Lạ", "02/03/1970", "Ấp Một", "4"]
    assert b"<f>" not in body


def test_a_page_of_the_result_asks_few_questions(keeper):
    for address in (RESULT, f"{RESULT}?loai=chi-trong-so", PAGE, COLUMNS):
        status, asked = questions(keeper, address)
        assert (status, asked <= 15) == (200, True), (address, asked)


def test_a_cell_secretary_sees_nobody_of_another_cell(built):
    browser = built.browser("secretary")
    handed_in(browser)
    page = text_of(browser.get(f"{RESULT}?loai=chi-trong-so"))
    assert "Lê Thị Mai" not in page
    assert browser.post(RESULT).status_code == 403


def test_whoever_may_not_read_members_is_told_so(built):
    for name in ("clerk", "nobody"):
        browser = built.browser(name)
        for address in (PAGE, COLUMNS, RESULT):
            assert browser.get(address).status_code == 403
        assert browser.get(f"{RESULT}.xlsx").status_code in (403, 404)


# --- each difference brought to its end -----------------------------------------------------------

FULL = ["Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Quê quán", "Chi bộ", "Ngày vào Đảng",
        "Ngày chính thức", "Tình trạng", "Số thẻ", "Số CCCD"]  # fmt: skip
AN = ["Trần Văn An", "1/3/1967", "Nữ", "", "", "Ấp Một", "19/5/1992", "19/5/1993", "", "", ""]
ON_PROBATION = [
    "Phạm Dự Bị",
    "1/3/1995",
    "Nữ",
    "",
    "",
    "Ấp Hai",
    "1/6/2020",
    "",
    "Chính thức",
    "",
    "",
]
CARD, OTHER_CARD = "12345678", "87654321"


class Boxes(HTMLParser):
    """The boxes of each form of a page, as a browser would send them."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.select, self.words = [], "", ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.forms.append({})
        elif tag == "input" and said.get("name") and said.get("type") not in ("checkbox", "file"):
            self.forms[-1][said["name"]] = said.get("value") or ""
        elif tag in ("select", "textarea"):
            self.select = said["name"]
            self.forms[-1][self.select] = ""
        elif tag == "option" and "selected" in said:
            self.forms[-1][self.select] = said.get("value", "")


def boxes(page):
    return next(form for form in Boxes(page).forms if "key" in form)


def compared_with(browser, *rows):
    """The list handed in; every heading is known."""
    sent = SimpleUploadedFile(
        "ngoài.csv", "\n".join(",".join(row) for row in (FULL, *rows)).encode()
    )
    assert browser.post(PAGE, {"file_open": "1", "file": sent})["Location"] == COLUMNS
    asked = Boxes(text_of(browser.get(COLUMNS))).forms
    chosen = next(form for form in asked if any(name.startswith("cot-") for name in form))
    assert browser.post(COLUMNS, chosen)["Location"] == RESULT


def counts(browser):
    found = re.findall(r"(Khác nhau|Chỉ có ở danh sách kia|Chỉ có trong sổ|Giống nhau) (\d+)",
                       text_of(browser.get(RESULT)))  # fmt: skip
    return {name: int(number) for name, number in found}


def address_of(browser, title, kind="khac"):
    page = text_of(browser.get(f"{RESULT}?loai={kind}"))
    return unescape(re.search(rf'href="([^"]+)">{title}<', page)[1])


def filled_in(browser, address, **typed):
    """The sheet the address leads to, with a paper of its own and what the list does not say."""
    paper = {
        "number_sign": "31-QĐ/ĐU", "paper_kind": "quyet_dinh", "issuer": "Đảng ủy xã Thử",
        "abstract": "Theo kết quả đối chiếu", "reason": "Theo kết quả đối chiếu",
        **dict.fromkeys(("issued_on.month", "issued_on.year", "from_day.month", "from_day.year"), ""),
        "issued_on": "2/6/2025", "from_day": "3/6/2025",
    }  # fmt: skip
    form = boxes(text_of(browser.get(address)))
    return form | {name: word for name, word in paper.items() if name in form} | typed


def register():
    tables = (PersonSpell, PartyDays, Membership, Movement, Instrument, JournalEntry)
    return [table.objects.count() for table in tables]


@pytest.mark.parametrize(
    ("place", "word", "title", "typed"),
    [
        (0, "Trần Văn Ân", "Đính chính lai lịch", {}),
        (1, "1/4/1967", "Đính chính lai lịch", {}),
        (2, "Nam", "Đính chính lai lịch", {}),
        (3, "Khmer", "Đính chính lai lịch", {}),
        (4, "Xã Khác", "Đính chính lai lịch", {}),
        (5, "Ấp Hai", "Ghi chuyển sinh hoạt đảng trong tỉnh", {}),
        (6, "20/5/1992", "Đính chính ngày đảng", {}),
        (7, "20/5/1993", "Đính chính ngày đảng", {}),
        (9, OTHER_CARD, "Ghi số định danh, số thẻ", {"1.kind": "the_dang", "1.number": OTHER_CARD}),
    ],
    ids=["name", "born", "sex", "ethnicity", "hometown", "cell", "joined", "official", "card"],
)
def test_a_difference_is_settled_by_its_sheet_once_however_often_it_is_sent(
    built, place, word, title, typed
):
    browser, person = built.browser("specialist"), built.here.people[0]
    record_person_numbers(
        demo_actor(), TODAY, people=[NumberRow(person, NumberKind.CARD, CARD)],
        from_day=date(2023, 1, 1), basis=built.here.list_paper,
    )  # fmt: skip
    open_numbers(built.actor("specialist"), TODAY, person=person, reason="Đối chiếu")
    compared_with(browser, [*AN[:place], word, *AN[place + 1 :]])
    assert (counts(browser)["Khác nhau"], counts(browser)["Giống nhau"]) == (1, 0)
    address = address_of(browser, title)
    assert OTHER_CARD not in address
    sheet = filled_in(browser, address, **typed)
    before = register()
    done = browser.post(address, sheet)
    assert done.status_code == 302, unescape(done.content.decode())
    assert (counts(browser)["Khác nhau"], counts(browser)["Giống nhau"]) == (0, 1)
    after = register()
    assert after[-2:] == [before[-2] + 1, before[-1] + 1]
    again = browser.post(address, sheet)
    assert (again.status_code, again["Location"], register()) == (302, done["Location"], after)


def test_a_probationary_member_is_recognised_and_nothing_sets_his_official_day_right(built):
    browser = built.browser("specialist")
    compared_with(browser, [*ON_PROBATION[:7], "1/6/2021", *ON_PROBATION[8:]])
    page = text_of(browser.get(RESULT))
    assert "Đính chính" not in page.partition("<tbody>")[2]
    address = address_of(browser, "Ghi quyết định công nhận đảng viên chính thức")
    sheet = filled_in(browser, address)
    assert browser.post(address, sheet).status_code == 302
    assert counts(browser)["Giống nhau"] == 1
    after = register()
    assert browser.post(address, sheet).status_code == 302
    assert register() == after


def test_who_is_only_here_leaves_once(built, keeper):
    here, person = counts(keeper)["Chỉ có trong sổ"], built.here.people[3]
    page = text_of(keeper.get(f"{RESULT}?loai=chi-trong-so"))
    address = f"/ghi/ra-khoi-danh-sach?nguoi={person}"
    assert f'href="{address}"' in page
    sheet = filled_in(keeper, address, **{"1.way": "tu_tran"})
    assert keeper.post(address, sheet).status_code == 302
    after = register()
    assert keeper.post(address, sheet).status_code == 302
    assert (counts(keeper)["Chỉ có trong sổ"], register()) == (here - 1, after)


def test_who_is_only_there_is_entered_and_then_the_same_on_both_sides(built):
    browser = built.browser("specialist")
    new = ["Người Mới", "2/3/1970", "Nam", "Kinh", "", "Ấp Một", "1/1/2000", "1/1/2001", "", "", ""]
    compared_with(browser, AN, new)
    assert counts(browser)["Chỉ có ở danh sách kia"] == 1
    for _ in range(2):  # pressed twice
        assert browser.post(RESULT)["Location"] == "/nhap-du-lieu/cot"
    chosen = next(
        form for form in Boxes(text_of(browser.get("/nhap-du-lieu/cot"))).forms if "cot-0" in form
    )
    browser.post("/nhap-du-lieu/cot", chosen | {"from_day": "1/1/2025"})
    sheet = filled_in(browser, "/nhap-du-lieu/xem-truoc")
    done = browser.post("/nhap-du-lieu/xem-truoc", sheet)
    assert done.status_code == 302
    after = register()
    assert "đã vào sổ" in text_of(browser.post("/nhap-du-lieu/xem-truoc", sheet))
    assert register() == after
    assert (counts(browser)["Chỉ có ở danh sách kia"], counts(browser)["Giống nhau"]) == (0, 2)


@pytest.mark.parametrize(
    ("word", "place", "title"),
    [("Khmer", 3, "Đính chính lai lịch"), ("Ấp Hai", 5, "Ghi chuyển sinh hoạt đảng trong tỉnh"),
     ("20/5/1992", 6, "Đính chính ngày đảng")],
)  # fmt: skip
def test_a_refused_sheet_changes_nothing_and_says_all_reasons(built, word, place, title):
    browser = built.browser("specialist")
    compared_with(browser, [*AN[:place], word, *AN[place + 1 :]])
    address = address_of(browser, title)
    before, counted = register(), counts(browser)
    sheet = filled_in(browser, address, number_sign="", issuer="", abstract="")
    page = text_of(browser.post(address, sheet), 422)
    assert page.count('class="fault"') >= 3
    assert (register(), counts(browser)) == (before, counted)


# --- set right by one press -----------------------------------------------------------------------

BINH = ["Trần Văn Bình", "1/3/1967", "", "", "", "Ấp Một", "19/5/1992", "19/5/1993", "", "", ""]


def row(sheet, line):
    """The button of a line, as it stands on the page."""
    return {"row": next(each for each in sheet["rows"].split(",") if each.startswith(f"{line}-"))}


def changed(row, place, word):
    return [*row[:place], word, *row[place + 1 :]]


def test_rows_are_set_right_by_one_press_each_under_a_paper_typed_once(built):
    browser = built.browser("specialist")
    compared_with(browser, changed(AN, 3, "Khmer"), changed(BINH, 6, "20/5/1992"))
    assert counts(browser)["Khác nhau"] == 2
    sheet, before = filled_in(browser, RESULT), register()
    done = browser.post(RESULT, sheet | row(sheet, 2))
    assert done.status_code == 302, unescape(done.content.decode())
    assert PersonSpell.objects.get(person=built.here.people[0]).ethnicity == "Khmer"
    assert (counts(browser)["Khác nhau"], counts(browser)["Giống nhau"]) == (1, 1)
    page = text_of(browser.get(done["Location"]))
    assert "Đính chính 1 sự kiện theo 31-QĐ/ĐU" in page.replace("Quyết định số ", "")
    after = register()
    assert after[-2:] == [before[-2] + 1, before[-1] + 1]
    assert browser.post(RESULT, sheet | row(sheet, 2))["Location"] == done["Location"]
    assert register() == after  # pressed twice

    again = boxes(text_of(browser.get(RESULT)))
    assert browser.post(RESULT, again | row(again, 3)).status_code == 302
    assert (counts(browser)["Khác nhau"], counts(browser)["Giống nhau"]) == (0, 2)
    assert Instrument.objects.count() == after[-2]
    assert JournalEntry.objects.latest("opened_at").reason == "Theo danh sách đối chiếu «ngoài.csv»"


def test_all_rows_of_the_page_are_set_right_as_one_act(built):
    browser = built.browser("specialist")
    both = changed(changed(AN, 3, "Khmer"), 6, "20/5/1992")
    compared_with(browser, both, changed(BINH, 1, "2/3/1967"))
    sheet, before = filled_in(browser, RESULT), register()
    assert len(sheet["rows"].split(",")) == 2
    assert browser.post(RESULT, sheet).status_code == 200  # Enter in a box of the paper
    assert (counts(browser)["Khác nhau"], register()) == (2, before)
    assert browser.post(RESULT, sheet | {"all": "1"}).status_code == 302
    assert counts(browser)["Giống nhau"] == 2
    assert register()[-1] == before[-1] + 1


def test_what_the_list_cannot_set_right_stays_and_opens_its_sheet(built):
    browser = built.browser("specialist")
    compared_with(browser, changed(changed(AN, 3, "Khmer"), 5, "Ấp Hai"))
    sheet = filled_in(browser, RESULT)
    assert browser.post(RESULT, sheet | row(sheet, 2)).status_code == 302
    page = text_of(browser.get(RESULT))
    assert counts(browser)["Khác nhau"] == 1
    assert "Ghi chuyển sinh hoạt đảng trong tỉnh" in page
    assert 'name="row"' not in page


@pytest.mark.parametrize("one", [True, False])
def test_one_row_that_cannot_stand_keeps_all_out_and_is_named(built, one):
    browser = built.browser("specialist")
    compared_with(browser, changed(AN, 6, "20/5/1994"), changed(BINH, 3, "Khmer"))
    before = register()
    sheet = filled_in(browser, RESULT, number_sign="", abstract="")
    page = text_of(browser.post(RESULT, sheet | (row(sheet, 2) if one else {"all": "1"})), 422)
    assert "«Trần Văn An»: " in page
    assert 'id="number_sign-fault"' in page
    assert "Đảng ủy xã Thử" in page  # what was typed stays
    assert register() == before
    assert not PersonSpell.objects.filter(ethnicity="Khmer").exists()


def test_the_line_of_the_paper_is_read_without_a_script(built):
    browser = built.browser("specialist")
    compared_with(browser, changed(AN, 3, "Khmer"))
    line = "Quyết định số 44-QĐ/ĐU, ngày 2/6/2025 của Đảng ủy xã Thử về đính chính"
    before = register()
    page = text_of(
        browser.post(
            RESULT, filled_in(browser, RESULT, number_sign=line, issuer="") | {"read": "1"}
        )
    )
    assert boxes(page)["number_sign"] == "44-QĐ/ĐU"
    assert register() == before


def test_whoever_may_not_set_right_has_no_button_and_does_nothing(built, stranger):
    secretary, before = built.browser("secretary"), register()
    compared_with(secretary, changed(AN, 3, "Khmer"))
    assert 'name="row"' not in text_of(secretary.get(RESULT))
    paper = {"key": "x", "row": f"2-{'0' * 16}", "number_sign": "15-QĐ/TU"}
    assert secretary.post(RESULT, paper).status_code in (403, 422)
    compared_with(stranger, changed(AN, 3, "Khmer"))
    page = text_of(stranger.post(RESULT, paper), 422)
    assert "Chưa có nội dung đính chính." in page
    assert register() == before


def test_a_row_that_is_no_longer_what_was_shown_is_not_set_right(built):
    browser = built.browser("specialist")
    compared_with(browser, changed(AN, 3, "Khmer"))
    shown = filled_in(browser, RESULT)
    compared_with(browser, changed(BINH, 3, "Khmer"))  # another list, in another window
    assert "Có dòng đã khác với lúc trang mở ra" in text_of(
        browser.post(RESULT, shown | row(shown, 2)), 422
    )
    compared_with(browser, changed(AN, 3, "Khmer"))
    life = PersonSpell.objects.get(person=built.here.people[0]).pk
    correct_fact(
        demo_actor(), TODAY, kind="register.PersonSpell", fact=life, changes={"ethnicity": "Hoa"},
        by_paper=built.here.list_paper, reason="Ghi nhầm",
    )  # fmt: skip
    before = register()
    assert "Có dòng đã khác" in text_of(browser.post(RESULT, shown | {"all": "1"}), 422)
    assert register() == before
    assert not PersonSpell.objects.filter(ethnicity="Khmer").exists()


def test_namesakes_of_one_birth_day_are_set_right_one_by_one_by_their_sheets(built):
    browser = built.browser("specialist")
    twin = changed(AN, 3, "Khmer")
    compared_with(browser, twin, changed(twin, 4, "Xã Khác"))
    page = text_of(browser.get(RESULT))
    assert "Có người khác cùng tên, cùng ngày sinh" in page
    assert 'name="row"' not in page
    assert "Đính chính lai lịch" in page


# --- another unit's ids ---------------------------------------------------------------------------


@pytest.fixture
def stranger(built):
    """A specialist of another commune, who may record everything there."""
    elsewhere = unit("Đảng bộ xã Khác", built.here.root, built.here.list_paper, date(2021, 1, 1))
    account = opened("xa-khac")
    given(account, "chuyen_vien", elsewhere)
    return browser_of(account)


def test_another_units_members_are_neither_compared_nor_offered(built, stranger):
    compared_with(stranger, AN)
    assert counts(stranger) == {
        "Khác nhau": 0, "Chỉ có ở danh sách kia": 1, "Chỉ có trong sổ": 0, "Giống nhau": 0,
    }  # fmt: skip
    for there in (built.here.cells[0], built.here.commune, built.here.root, 999_999):
        page = text_of(stranger.get(f"{RESULT}?loai=chi-trong-so&don-vi={there}"))
        assert "Trần Văn" not in page
        body = b"".join(stranger.get(f"{RESULT}.xlsx?don-vi={there}"))
        rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
        assert len(rows) == 2


def test_the_addresses_of_the_acts_lead_nowhere_for_another_units_people(built, stranger, keeper):
    person = built.here.people[0]
    days, life = PartyDays.objects.get(person=person).pk, PersonSpell.objects.get(person=person).pk
    before = register()
    for address in (
        f"/ghi/chuyen-sinh-hoat?nguoi={person}", f"/ghi/ra-khoi-danh-sach?nguoi={person}",
        f"/ghi/cong-nhan?nguoi={person}", f"/ghi/so-dinh-danh?nguoi={person}",
        f"/ghi/dinh-chinh/members.PartyDays/{days}?dung-joined_on=20/05/1992",
        f"/ghi/dinh-chinh/register.PersonSpell/{life}?dung-full_name=Khác",
    ):  # fmt: skip
        assert stranger.get(address).status_code == 404, address
        sheet = filled_in(keeper, address)
        assert stranger.post(address, sheet).status_code in (403, 404, 422), address
    assert register() == before
