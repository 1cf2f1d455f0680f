"""Trang con người — the list and its filters, a file on any day, the digest; what each reader may open."""

import re
from datetime import date
from html import unescape

import pytest
from django.conf import settings
from office import browser_of, given, opened
from party import newcomer, party
from world import TODAY, answer, paper, seat

from thenchot.doors.web import people
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.models import Disclosure
from thenchot.ground.register.acts.posts import appoint
from thenchot.people.members.models import PartyDays
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 5)


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    made = party()
    newcomer("Đỗ Văn Quần Chúng", date(2022, 1, 1), made.list_paper)
    return made


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_names_everybody_with_what_tells_them_apart(client, here):
    text = text_of(client.get("/con-nguoi"))
    assert "16 người" in text
    for said in (
        "Trần Văn An",
        "01/03/1967",
        "Bí thư, Chi bộ ấp Một",
        "Đảng viên dự bị",
        "Không là đảng viên",
    ):
        assert said in text


def test_the_address_filters_and_the_page_says_how(client, here):
    text = text_of(client.get(f"/con-nguoi?don-vi={here.cells[1]}&tinh-trang=chinh_thuc"))
    assert "4 người" in text
    assert "từ Chi bộ ấp Hai xuống" in text
    assert "Trần Văn An" not in text
    assert f"/con-nguoi/{here.people[10]}?don-vi={here.cells[1]}&amp;tinh-trang=chinh_thuc" in text


def test_a_page_of_no_number_is_not_found(client, here):
    assert client.get("/con-nguoi?trang=x").status_code == 404


@pytest.mark.parametrize("address", ["/con-nguoi", "/con-nguoi/trich-ngang"])
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("don-vi=x", "Không có lựa chọn «x»"),
        ("dien=khac", "Không có lựa chọn «khac»"),
        ("tuoi-tu=nhieu", "«nhieu» không phải số tuổi. Gõ một số, ví dụ 45."),
    ],
)
def test_a_filter_that_cannot_be_read_is_told_and_the_rest_still_filters(
    client, here, address, wrong, told
):
    text = text_of(client.get(f"{address}?ten=an&{wrong}"))
    assert told in text
    assert "Danh sách chưa lọc theo" in text
    assert "Trần Văn An" in text


def test_the_files_offered_hold_what_the_digest_shows(client, here):
    text = text_of(client.get("/con-nguoi/trich-ngang?ten=an&tuoi-tu=nhieu"))
    (offered,) = re.findall(r'href="(/con-nguoi/trich-ngang/tep/xlsx[^"]*)"', text)
    assert client.get(unescape(offered)).status_code == 200


def test_what_was_typed_stays_in_its_box_beside_the_sentence(client, here):
    text = text_of(client.get("/con-nguoi?tuoi-dang-den=b%E1%BA%A3y"))
    assert (
        'name="tuoi-dang-den" inputmode="numeric" value="bảy" aria-describedby="tuoi-dang-den-fault" aria-invalid="true"'
        in text
    )
    assert text.count('class="fault"') == 1


def test_nobody_found_offers_to_ask_again(client, here):
    text = text_of(client.get("/con-nguoi?ten=khong-ai"))
    assert "Không có ai như vậy vào ngày này" in text


def test_fifty_stand_on_a_page(client, here, monkeypatch):
    monkeypatch.setattr("thenchot.doors.web.people.ROWS", 10)
    second = text_of(client.get("/con-nguoi?trang=2&gioi=nu"))
    assert "15 người" in second
    assert second.count('name="chon"') == 5
    assert "?trang=1&amp;gioi=nu" in second


def test_a_file_shows_the_life_and_what_is_known_with_papers(client, here):
    text = text_of(client.get(f"/con-nguoi/{here.people[0]}"))
    for said in (
        "Đồng chí Trần Văn An", "Bí thư, Chi bộ ấp Một", "tuổi đảng 33 năm", "Dữ kiện và căn cứ tại ngày 16/06/2025",
        "Quyết định số 01-DS/ĐU, 30/12/2020", "Có khi bàn giao sổ: Chi bộ ấp Một",
    ):  # fmt: skip
        assert said in text
    assert (
        "theo số liệu đã ghi nhận" not in text
    )  # no read of what was known on a day stands behind it


def test_only_members_are_called_comrades(client, here):
    who = newcomer("Hồ Văn Dân", date(2022, 1, 1), here.list_paper)
    assert "<h1>Hồ Văn Dân</h1>" in text_of(client.get(f"/con-nguoi/{who}"))


def test_a_day_between_shows_what_was_decided_and_what_came_later(client, here, actor):
    post = seat(here.commune, paper("8-QĐ/HU", DAY), DAY)
    by = paper("9-QĐ/HU", date(2024, 2, 20))
    appoint(actor, TODAY, person=here.people[0], post=post, from_day=DAY, basis=by)
    text = text_of(client.get(f"/con-nguoi/{here.people[0]}?ngay=2024-02-21"))
    later, line, _ = text.partition("Đang xem tại ngày 21/02/2024</span>")
    assert line
    assert "từ 05/03/2024, đã có quyết định trước ngày đang xem" in later
    assert "?ngay=2024-03-05" in text


def test_the_timeline_shows_one_kind_where_asked(client, here):
    address = f"/con-nguoi/{here.people[0]}"
    text = text_of(client.get(f"{address}?muc=dang"))
    assert "Vào Đảng ngày 19/05/1992" in text
    assert "giới tính: Nữ" not in text


def test_neighbours_keep_the_list_one_came_from(client, here):
    query = f"don-vi={here.cells[1]}"
    text = text_of(client.get(f"/con-nguoi/{here.people[10]}?{query}"))
    assert f'data-key="]" href="/con-nguoi/{here.people[11]}?{query}"' in text


def test_a_correction_is_shown_with_old_new_why_and_by_whom(client, here, actor):
    days = PartyDays.objects.get(person=here.people[0])
    changed = {"official_on": date(1993, 6, 5)}
    asked = {"kind": "members.PartyDays", "fact": days.pk, "changes": changed}
    by = paper("87-QĐ/HU", DAY)
    answer(correct_fact(actor, TODAY, by_paper=by, reason="Gõ nhầm tháng", **asked))
    text = text_of(client.get(f"/con-nguoi/{here.people[0]}"))
    for said in (
        "<del>19/05/1993</del>", "<ins>05/06/1993</ins>", "Gõ nhầm tháng", "Quyết định số 87-QĐ/HU",
        "Người dùng thử", "đã đính chính",
    ):  # fmt: skip
        assert said in text


def test_a_possible_double_is_pointed_out(client, here):
    newcomer("Trần Vân An", date(2022, 1, 1), here.list_paper, date(1967, 3, 1))
    text = text_of(client.get(f"/con-nguoi/{here.people[0]}"))
    assert "Có thể trùng với 1 hồ sơ:" in text
    assert "Trần Vân An" in text


@pytest.mark.parametrize("nobody", ["99999999", "9" * 30])
def test_nobody_has_no_file(client, here, nobody):
    assert client.get(f"/con-nguoi/{nobody}").status_code == 404


def inspector(here):
    account = opened("kiem-tra")
    given(account, "uy_ban_kiem_tra")
    return browser_of(account)


def test_a_discipline_opens_with_a_reason_only(here, actor):
    rows = [DisciplineRow(here.people[1], DisciplineForm.WARNING)]
    by = paper("30-QĐ/HU", DAY)
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
    browser, address = inspector(here), f"/con-nguoi/{here.people[1]}"
    closed = text_of(browser.get(address))
    assert "Cảnh cáo" not in closed
    assert "Xem, ghi lại lý do" in closed
    refused = browser.post(f"{address}/mo-ky-luat", {"key": "k1", "reason": " "})
    assert refused.status_code == 422
    assert "Phải nêu lý do" in refused.content.decode()
    assert not Disclosure.objects.exists()
    sent = browser.post(f"{address}/mo-ky-luat", {"key": "k2", "reason": "Soạn tờ trình"})
    assert (sent.status_code, sent["Location"]) == (302, address)
    assert "Kỷ luật: Cảnh cáo" in text_of(browser.get(address))
    assert Disclosure.objects.get().person == here.people[1]


def test_nothing_is_opened_of_nobody(here):
    sent = inspector(here).post("/con-nguoi/99999999/mo-ky-luat", {"key": "k", "reason": "Thử"})
    assert sent.status_code == 404
    assert not Disclosure.objects.exists()


def test_whoever_may_not_open_is_refused(here):
    account = opened("lanh-dao")
    given(account, "lanh_dao_ban")
    address = f"/con-nguoi/{here.people[1]}/mo-ky-luat"
    sent = browser_of(account).post(address, {"key": "k", "reason": "Thử"})
    assert sent.status_code == 403
    assert not Disclosure.objects.exists()


def test_the_number_of_members_of_a_unit_opens_a_list_as_long(client, here):
    unit = text_of(client.get(f"/to-chuc/{here.commune}"))
    address = f"/con-nguoi?don-vi={here.commune}&amp;theo=chi-bo"
    assert f'href="{address}">15</a>' in unit
    assert "15 người" in text_of(client.get(address.replace("&amp;", "&")))


def test_a_reader_of_one_cell_opens_no_file_of_another(here):
    account = opened("bi-thu")
    given(account, "bi_thu_chi_bo", here.cells[1])
    browser = browser_of(account)
    assert "5 người" in text_of(browser.get("/con-nguoi"))
    assert browser.get(f"/con-nguoi/{here.people[0]}").status_code == 404
    text = text_of(browser.get(f"/con-nguoi/{here.people[10]}"))
    assert "Xem, ghi lại lý do" not in text


def test_a_member_opens_the_own_file_and_no_other(here):
    account = opened("dang-vien", person=here.people[10])
    given(account, "dang_vien", here.cells[1])
    browser = browser_of(account)
    assert "1 người" in text_of(browser.get("/con-nguoi"))
    text = text_of(browser.get(f"/con-nguoi/{here.people[10]}"))
    assert "Lê Thị Mai" in text
    assert f"/to-chuc/{here.cells[1]}" not in text  # the unit's page is not theirs
    assert browser.get(f"/con-nguoi/{here.people[11]}").status_code == 404


def test_whoever_keeps_the_keys_is_told_who_gives_the_right(here):
    account = opened("van-thu")
    given(account, "van_thu")
    browser = browser_of(account)
    assert browser.get("/con-nguoi").status_code == 403
    assert browser.get("/con-nguoi/trich-ngang").status_code == 403
    assert browser.get("/con-nguoi/trich-ngang/tep/pdf").status_code == 404


def test_a_digest_has_the_columns_chosen_and_remembers_them(client, here):
    address = f"/con-nguoi/trich-ngang?don-vi={here.cells[1]}"
    text = text_of(client.get(address))
    assert "Danh sách có 5 người." in text
    assert "Lý luận chính trị</th>" in text
    chosen = text_of(client.get(f"{address}&cot=vao_dang&kho=a3"))
    assert "Lý luận chính trị</th>" not in chosen
    assert "03/02/2001" in chosen
    again = text_of(client.get(address))
    assert "Lý luận chính trị</th>" not in again
    assert 'class="print-a3"' in again
    assert "cot=stt&amp;cot=ho_ten&amp;cot=vao_dang&amp;kho=a3" in again


def test_ticked_rows_make_a_digest(client, here):
    text = text_of(client.get("/con-nguoi/trich-ngang", {"chon": here.people[:3]}))
    assert "3 người được đánh dấu" in text
    assert text.count('<th scope="row">') == 3


def test_a_digest_that_was_cut_says_so(client, here, monkeypatch):
    monkeypatch.setattr(people, "MOST", 2)
    text = text_of(client.get("/con-nguoi/trich-ngang"))
    assert "Danh sách chỉ có 2 người đầu trên tổng số 16; hãy lọc hẹp hơn." in text


def test_the_screen_shows_the_first_of_a_long_digest_and_opens_the_whole(client, here, monkeypatch):
    monkeypatch.setattr(people, "DIGEST_ROWS", 3)
    text = text_of(client.get("/con-nguoi/trich-ngang"))
    assert text.count('<th scope="row">') == 3
    assert "Danh sách có 16 người." in text
    assert "Màn hình chỉ hiện 3 người đầu; bản in và tệp có đủ 16 người" in text
    assert "data-print" not in text
    whole = text_of(client.get("/con-nguoi/trich-ngang?day-du=1"))
    assert whole.count('<th scope="row">') == 16
    assert "Màn hình chỉ hiện" not in whole
    assert "data-print" in whole
    assert "day-du" not in whole.split("<main")[1]


@pytest.mark.parametrize(
    "address", ["/con-nguoi", "/con-nguoi?dien=dang_uy&don-vi={}&chuc-vu=1&gioi=nu&ten=a"]
)
def test_the_list_page_asks_few_questions(client, here, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(15 + 8):  # a test's own savepoints and session beside them
        client.get(address.format(here.root))
