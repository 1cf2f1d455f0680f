"""Trang nhập danh sách — a file, its columns, a look at every row; then all that may enter, under one paper, or nothing."""

import hashlib
import io
from datetime import date

import pytest
import xlsxwriter
from actors import demo_actor, questions
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from hostile_files import HOSTILE
from office import browser_of, given, office
from office import opened as account_opened
from party import paper as register_paper
from python_calamine import CalamineWorkbook
from world import TODAY

from thenchot.doors.access.models import Upload
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.register.models import PersonSpell
from thenchot.people.identity.acts.numbers import open_numbers
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.words import Limits
from thenchot.people.members.models import Heading, Membership
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAGE, COLUMNS, RESULT, FILE = (
    f"/nhap-du-lieu{rest}" for rest in ("", "/cot", "/xem-truoc", "/ket-qua.xlsx")
)
HEAD = [
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Sinh hoạt tại",
    "Ngày vào Đảng",
    "Chính thức",
    "Ghi chú",
]
GOOD = ["1", "Nguyễn Văn Mới", "3/2/1980", "Nam", "Ấp Một", "1/5/2010", "1/5/2011", "=1+1"]
OTHER = ["2", "Nguyễn Thị Hai", "4/2/1981", "Nữ", "Ấp Hai", "1/5/2024", "", ""]
BAD = ["3", '=HYPERLINK("x")', "1980", "Nam", "Ấp Chín", "1/5/2010", "", "@SUM(A1)"]
PLACES = {"cot-1": "ho_ten", "cot-2": "ngay_sinh", "cot-3": "gioi_tinh", "cot-4": "chi_bo",
          "cot-5": "vao_dang", "cot-6": "chinh_thuc", "from_day": "1/1/2025"}  # fmt: skip


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
    return built.browser("specialist")


def book(*rows, name="danh sách.xlsx"):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_formulas": False}) as workbook:
        page = workbook.add_worksheet()
        for line, row in enumerate([["DANH SÁCH ĐẢNG VIÊN"], HEAD, *rows]):
            page.write_row(line, 0, row)
    return SimpleUploadedFile(name, made.getvalue())


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def handed_in(browser, *rows, sent=None, **more):
    sent = sent or book(*rows)
    assert browser.post(PAGE, {"file_open": "1", "file": sent})["Location"] == COLUMNS
    assert browser.post(COLUMNS, PLACES | more)["Location"] == RESULT
    return sent


def paper(**more):
    return {
        "key": "phieu", "paper_kind": "quyet_dinh", "number_sign": "12-DS/ĐU", "issued_on": "2/1/2025",
        "issuer": "Đảng ủy xã Thử", "abstract": "Danh sách đảng viên",
    } | more  # fmt: skip


def text_list(*rows, name="danh sách.csv"):
    return SimpleUploadedFile(name, "\n".join(",".join(row) for row in (HEAD, *rows)).encode())


def given_back(browser, paper):
    answer = browser.get(f"/van-ban/{paper}/tep")
    b"".join(answer)
    return answer.status_code


def kept_files():
    folder = settings.DATA_FOLDER.files
    return list(folder.iterdir()) if folder.exists() else []


def counted():
    return PersonSpell.objects.count(), Membership.objects.count(), JournalEntry.objects.count()


def test_a_list_goes_through_its_three_steps_and_enters_under_one_paper(keeper):
    people, members, lines = counted()
    assert "Tệp danh sách" in text_of(keeper.get(PAGE))
    assert (
        keeper.post(PAGE, {"file_open": "1", "file": book(GOOD, OTHER, BAD)})["Location"] == COLUMNS
    )
    page = text_of(keeper.get(COLUMNS))
    assert '<option value="ngay_sinh" selected>' in page
    assert "Sinh hoạt tại" in page
    handed_in(keeper, GOOD, OTHER, BAD)
    page = text_of(keeper.get(RESULT))
    assert "2 dòng ghi được" in page
    assert "1 dòng không nhận" in page
    assert "Ngày sinh: Chỉ có năm 1980" in page
    assert "Chi bộ: Không có chi bộ «Ấp Chín»" in page
    assert counted() == (people, members, lines + 1)  # the heading that was learnt
    done = keeper.post(RESULT, paper())
    assert done["Location"].startswith(f"{RESULT}?da-ghi=")
    assert counted() == (people + 2, members + 2, lines + 2)
    page = text_of(keeper.get(done["Location"]))
    assert "2 đảng viên đã vào sổ" in page
    assert "Ghi danh sách 2 đảng viên vào 2 chi bộ" in page
    assert Membership.objects.get(person__spells__full_name="Nguyễn Thị Hai").status == "du_bi"


def test_what_was_recorded_is_not_recorded_again(keeper):
    handed_in(keeper, GOOD)
    keeper.post(RESULT, paper())
    before = counted()
    for more in ({}, {"key": "khac"}):
        assert "đã vào sổ" in text_of(keeper.post(RESULT, paper(**more)))
    assert counted() == before
    assert keeper.post(PAGE, {"drop": "1"})["Location"] == PAGE
    assert not Upload.objects.exists()
    handed_in(keeper, GOOD)
    page = text_of(keeper.get(RESULT))
    assert "Sổ đã có Nguyễn Văn Mới" in page
    assert "Không có dòng nào ghi được" in page


def test_a_paper_that_cannot_carry_it_keeps_all_rows_out(keeper):
    handed_in(keeper, GOOD, OTHER)
    before = counted()
    page = text_of(keeper.post(RESULT, paper(issued_on="", abstract="")), 422)
    assert "chỗ cần sửa" in page
    assert "12-DS/ĐU" in page
    assert counted() == before
    assert "entry" not in Upload.objects.get().told


def test_the_meaning_of_a_heading_is_asked_once(keeper):
    handed_in(keeper, GOOD)
    assert list(Heading.objects.values_list("heading", "column")) == [("sinh hoat tai", "chi_bo")]
    keeper.post(PAGE, {"file_open": "1", "file": book(GOOD)})
    assert text_of(keeper.get(COLUMNS)).count('<option value="chi_bo" selected>') == 1
    before = JournalEntry.objects.count()
    keeper.post(COLUMNS, PLACES)
    assert JournalEntry.objects.count() == before


def test_columns_that_do_not_suffice_are_named(keeper):
    keeper.post(PAGE, {"file_open": "1", "file": book(GOOD)})
    page = text_of(keeper.post(COLUMNS, PLACES | {"cot-4": "", "from_day": "1/1/2030"}), 422)
    assert "Chưa chọn cột «Chi bộ»" in page
    assert "Ngày của danh sách sau hôm nay" in page
    assert keeper.get(RESULT)["Location"] == PAGE


def test_a_list_of_one_cell_need_not_name_it_in_every_row(keeper):
    keeper.post(PAGE, {"file_open": "1", "file": book([*GOOD[:4], "", *GOOD[5:]], OTHER)})
    places = {name: word for name, word in PLACES.items() if name != "cot-4"}
    assert "Chưa chọn cột «Chi bộ»" in text_of(keeper.post(COLUMNS, places), 422)
    assert keeper.post(COLUMNS, places | {"cell": "Ấp Một, Đảng bộ xã Thử"})["Location"] == RESULT
    assert "2 dòng ghi được" in text_of(keeper.get(RESULT))
    keeper.post(COLUMNS, PLACES | {"cell": "Ấp Chín"})
    page = text_of(keeper.get(RESULT))
    assert "1 dòng ghi được" in page
    assert "Không có chi bộ «Ấp Chín»" in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (None, "Hãy chọn tệp"),
        (SimpleUploadedFile("a.xlsm", b"x"), "Chỉ nhận tệp XLSX hoặc CSV"),
        (SimpleUploadedFile("a.xlsx", b"x"), "Không mở được tệp này"),
        (SimpleUploadedFile("a.csv", b"a,b\n1,2"), "Không thấy dòng tên cột"),
    ],
)
def test_a_file_that_is_no_list_is_refused_and_not_kept(keeper, sent, said):
    assert said in text_of(keeper.post(PAGE, {"file_open": "1", "file": sent} if sent else {}), 422)
    assert not Upload.objects.exists()


def test_a_file_above_ten_megabytes_is_refused(keeper):
    sent = SimpleUploadedFile("a.csv", b"x" * (10 * 1024 * 1024 + 1))
    assert "Tệp lớn hơn 10 MB" in text_of(keeper.post(PAGE, {"file_open": "1", "file": sent}), 422)


def test_the_result_holds_each_refused_row_with_its_reasons_and_no_formula(keeper):
    handed_in(keeper, GOOD, BAD, OTHER)
    body = b"".join(keeper.get(FILE))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert rows[0] == [*HEAD, "Lý do không nhận", "Dòng"]
    assert rows[1][:8] == BAD
    assert "Ngày sinh: Chỉ có năm 1980" in rows[1][8]
    assert rows[1][9] == "4"
    assert len(rows) == 2
    assert b"<f>" not in body
    keeper.post(RESULT, paper())
    again = b"".join(keeper.get(FILE))
    assert (
        CalamineWorkbook.from_filelike(io.BytesIO(again)).get_sheet_by_index(0).to_python() == rows
    )


def test_a_result_that_was_put_right_is_handed_in_again(keeper):
    handed_in(keeper, GOOD, BAD)
    body = b"".join(keeper.get(FILE))
    sent = SimpleUploadedFile("ket-qua.xlsx", body)
    assert keeper.post(PAGE, {"file_open": "1", "file": sent})["Location"] == COLUMNS


def test_a_look_at_the_rows_asks_few_questions(keeper):
    handed_in(keeper, GOOD, OTHER, BAD)
    for address in (PAGE, COLUMNS, RESULT):
        status, asked = questions(keeper, address)
        assert (status, asked <= 15) == (200, True), (address, asked)


def test_each_account_has_its_own_file(built, keeper):
    handed_in(keeper, GOOD)
    other = account_opened("khac")
    given(other, "chuyen_vien", built.here.commune)
    browser = browser_of(other)
    assert browser.get(RESULT)["Location"] == PAGE
    assert browser.get(FILE).status_code == 404


def test_whoever_may_not_record_a_list_is_told_so(built):
    for name in ("secretary", "leader", "builder", "nobody"):
        browser = built.browser(name)
        for address in (PAGE, COLUMNS, RESULT):
            assert browser.get(address).status_code == 403
            assert browser.post(address, {"file": book(GOOD)}).status_code == 403
        assert browser.get(FILE).status_code in (403, 404)
    assert not Upload.objects.exists()


# --- the file of the list -------------------------------------------------------------------------


@pytest.mark.parametrize(("make", "ending"), [(book, "xlsx"), (text_list, "txt")])
def test_the_list_is_kept_as_the_file_of_its_paper_and_given_back_as_it_came(keeper, make, ending):
    content = make(GOOD, OTHER).read()
    handed_in(keeper, sent=make(GOOD, OTHER))
    assert kept_files() == []  # nothing is kept before it is recorded
    page = text_of(keeper.get(keeper.post(RESULT, paper())["Location"]))
    assert "tệp danh sách được giữ cùng văn bản" in page
    found = Instrument.objects.get(number_sign="12-DS/ĐU")
    assert found.file_sha256 == hashlib.sha256(content).hexdigest()
    answer = keeper.get(f"/van-ban/{found.pk}/tep")
    assert b"".join(answer.streaming_content) == content
    assert f"filename*=utf-8''12-DS-%C4%90U.{ending}" in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_paper_of_the_register_keeps_its_own_file_and_takes_no_other(built, keeper):
    register_paper("77-DS/ĐU")
    handed_in(keeper, GOOD)
    page = text_of(
        keeper.get(keeper.post(RESULT, {"key": "k", "number_sign": "77-DS/ĐU"})["Location"])
    )
    assert "1 đảng viên đã vào sổ" in page
    assert "được giữ cùng văn bản" not in page
    assert (Instrument.objects.get(number_sign="77-DS/ĐU").file_sha256, kept_files()) == ("", [])


def test_the_list_opens_only_to_those_who_see_everybody_in_it(built, keeper):
    handed_in(keeper, GOOD, OTHER)
    keeper.post(RESULT, paper())
    found = Instrument.objects.get(number_sign="12-DS/ĐU")
    for name, sees in (
        ("leader", True),
        ("committee", True),
        ("builder", True),
        ("secretary", False),
    ):
        browser = built.browser(name)
        page = text_of(browser.get(f"/van-ban/{found.pk}"))
        assert ("Mở tệp" in page, "người ngoài phạm vi được xem" in page) == (sees, not sees), name
        assert given_back(browser, found.pk) == (200 if sees else 404)
    annul_instrument(
        demo_actor(), TODAY, instrument=found.pk, by_paper=register_paper("78-QĐ/TU"), reason="nhầm"
    )
    for name, opens in (("leader", 200), ("committee", 404), ("secretary", 404)):
        assert given_back(built.browser(name), found.pk) == opens, name


def test_a_page_of_a_paper_with_a_list_asks_two_questions_more(keeper):
    handed_in(keeper, GOOD, OTHER)
    keeper.post(RESULT, paper())
    found = Instrument.objects.get(number_sign="12-DS/ĐU")
    address = f"/van-ban/{found.pk}"
    with_list = questions(keeper, address)
    (settings.DATA_FOLDER.files / found.file_sha256).unlink()
    assert with_list == (200, questions(keeper, address)[1] + 2)


@pytest.mark.parametrize(
    "name", ["macro", "remote image", "zip bomb", "eicar inside", "pdf and zip", "quine"]
)
def test_a_list_that_may_harm_is_refused_unread_and_leaves_nothing(keeper, name):
    make, fault = HOSTILE[name]
    sent = SimpleUploadedFile("danh sách.xlsx", make())
    said = text_of(keeper.post(PAGE, {"file_open": "1", "file": sent}), 422)
    assert fault in said
    assert (kept_files(), Upload.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    "sent",
    [
        lambda: text_list(["TỐI MẬT"], GOOD),
        lambda: text_list(GOOD, name="Danh sách (mật).csv"),
        lambda: book(["TỐI MẬT"], GOOD),
    ],
)
def test_a_list_with_a_mark_of_secrecy_is_refused_and_leaves_nothing(keeper, sent):
    assert "dấu độ mật" in text_of(keeper.post(PAGE, {"file_open": "1", "file": sent()}), 422)
    assert (kept_files(), Upload.objects.count()) == ([], 0)


def test_a_list_not_declared_open_is_not_taken(keeper):
    page = text_of(keeper.post(PAGE, {"file": book(GOOD)}), 422)
    assert "Hãy đánh dấu «Tệp không chứa bí mật nhà nước»" in page
    assert Upload.objects.count() == 0


def test_a_list_kept_since_before_is_judged_again_when_it_is_recorded(keeper):
    handed_in(keeper, GOOD)
    Upload.objects.update(name="Danh sách (mật).xlsx")
    before = counted()
    assert "dấu độ mật" in text_of(keeper.post(RESULT, paper()), 422)
    assert (counted(), kept_files()) == (before, [])


# --- taken back -----------------------------------------------------------------------------------


def test_the_result_leads_whoever_may_to_the_sheet_that_takes_the_list_back(built, client):
    browser, before = client, counted()[:2]
    handed_in(browser, GOOD, OTHER)
    done = text_of(browser.get(browser.post(RESULT, paper())["Location"]))
    found = Instrument.objects.get(number_sign="12-DS/ĐU")
    address = f"/ghi/huy-bo?van-ban={found.pk}"
    assert f'href="{address}"' in done
    assert "12-DS/ĐU" in text_of(browser.get(address))
    sheet = {
        "key": "huy", "number_sign": "13-QĐ/ĐU", "paper_kind": "quyet_dinh", "issued_on": "3/1/2025",
        "issuer": "Đảng ủy xã Thử", "abstract": "Hủy bỏ danh sách nhập nhầm",
        "instrument": f"[{found.pk}]", "reason": "Nhập nhầm tệp",
    }  # fmt: skip
    assert "Nguyễn Văn Mới" in text_of(browser.post("/ghi/huy-bo", sheet))
    assert browser.post("/ghi/huy-bo", sheet | {"checked": "1"}).status_code == 302
    assert counted()[:2] == before


def test_whoever_may_not_annul_is_led_to_the_paper(keeper):
    handed_in(keeper, GOOD)
    page = text_of(keeper.get(keeper.post(RESULT, paper())["Location"]))
    found = Instrument.objects.get(number_sign="12-DS/ĐU")
    assert f'href="/van-ban/{found.pk}"' in page
    assert "người được giao quyền hủy bỏ văn bản" in page
    assert "/ghi/huy-bo" not in page


# --- numbers --------------------------------------------------------------------------------------

WITH_NUMBERS = {"cot-7": "so_dinh_danh"}


@pytest.fixture
def fiction(built):
    record_parameter(
        demo_actor(), TODAY, key=Limits.FICTION, values=[999], clause="Điều 1", verified=True,
        from_day=date(2020, 1, 1), basis=built.here.list_paper,
    )  # fmt: skip


def test_numbers_of_the_list_enter_with_the_members_and_wrong_ones_keep_their_rows_out(
    fiction, keeper
):
    rows = [[*GOOD[:7], "999 080 000 001"], [*OTHER[:7], "079081000002"]]
    handed_in(keeper, *rows, **WITH_NUMBERS)
    page = text_of(keeper.get(RESULT))
    assert "1 dòng ghi được" in page
    for said in ("số định danh phải bắt đầu bằng 999", "Chữ số thứ tư là của Nam, hồ sơ ghi Nữ"):
        assert f"Số định danh cá nhân: {said}" in page.replace("Ở đây chỉ có người mô phỏng: ", "")
    done = text_of(keeper.get(keeper.post(RESULT, paper())["Location"]))
    assert "Ghi danh sách 1 đảng viên vào 1 chi bộ, cùng 1 số định danh, số thẻ" in done
    person = PersonSpell.objects.get(full_name="Nguyễn Văn Mới").person_id
    open_numbers(demo_actor(), TODAY, person=person, reason="Soát lại")
    found = PersonNumber.objects.get(person=person)
    assert (found.number, found.basis.number_sign) == ("999080000001", "12-DS/ĐU")
    assert "999080000001" not in " ".join(JournalEntry.objects.values_list("sentence", flat=True))


def test_a_list_that_brought_numbers_opens_to_nobody(fiction, built, keeper):
    handed_in(keeper, [*GOOD[:7], "999080000001"], **WITH_NUMBERS)
    keeper.post(RESULT, paper())
    found = Instrument.objects.get(number_sign="12-DS/ĐU")
    for name in ("specialist", "leader"):
        assert given_back(built.browser(name), found.pk) == 404
