"""Ghi bằng tay — the acts of the register by keyboard alone, by mouse and without JavaScript; steps counted.

Free text is not counted; a paste, a key that chooses, a click is.
"""

import re

import pytest
from demo_office import Hand, chosen, enter, paste, reach, sent, settled, text

pytestmark = [pytest.mark.browser, pytest.mark.database]
CITED = "Quyết định số {number}-QĐ/TU, ngày 02/6/2025 của Ban Thường vụ Tỉnh ủy về việc {about}"


@pytest.fixture(scope="module")
def signed(demo, chromium):
    page = chromium.new_page()
    enter(page, demo[0], "chuyen-vien")
    kept = page.context.storage_state()
    page.context.close()
    return kept


@pytest.fixture
def page(demo, chromium, signed):
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, storage_state=signed)
    page = context.new_page()
    page.goto(f"{demo[0]}/viec-cua-toi")
    yield page
    context.close()


@pytest.fixture
def plain(demo, chromium, signed):
    """Without JavaScript."""
    context = chromium.new_context(storage_state=signed, java_script_enabled=False)
    page = context.new_page()
    yield page
    context.close()


def open_sheet(hand, words):
    """By the search-and-do box: `/`, words, Enter."""
    hand.press("/")
    text(hand.page, words)
    hand.page.wait_for_selector('#found a[href^="/ghi/"]')
    with hand.page.expect_navigation():
        hand.press("ArrowDown", "Enter") if not first_is_sheet(hand.page) else hand.press("Enter")


def first_is_sheet(page):
    return page.locator("#found a").first.get_attribute("href").startswith("/ghi/")


def register_people(page, demo, names):
    """People who may be admitted, recorded by one sheet."""
    page.goto(f"{demo[0]}/ghi/ho-so")
    page.fill("#number_sign", CITED.format(number="801", about="lập hồ sơ"))
    page.fill("#from_day", "01/01/2025")
    page.locator("summary", has_text="Dán danh sách").click()
    page.fill("#pasted", "\n".join(f"{name}\tnam\t1/1/1995" for name in names))
    page.click("button[name=paste]")
    settled(page)
    page.locator("main button.main", has_text="Ghi hồ sơ").click()
    settled(page)
    assert "Đã ghi" in page.inner_text("main")


class TestTheKeyboardAlone:
    def test_a_paper_by_its_pasted_line(self, page):
        hand = Hand(page)
        open_sheet(hand, "ghi van ban")
        paste(hand, CITED.format(number="701", about="phân công nhiệm vụ"))
        sent(hand, "Enter")
        assert "Quyết định số 701-QĐ/TU, 02/06/2025" in page.inner_text("h1")
        assert hand.keys <= 9

    def test_one_admission_of_a_paper_in_the_register(self, page, demo):
        register_people(page, demo, ["Trương Văn Kết Nạp"])
        page.goto(f"{demo[0]}/ghi/van-ban")
        page.fill("#number_sign", CITED.format(number="702", about="kết nạp đảng viên"))
        page.keyboard.press("Enter")
        settled(page)
        page.goto(f"{demo[0]}/viec-cua-toi")
        hand = Hand(page)
        open_sheet(hand, "ghi ket nap")
        paste(hand, "702-QĐ/TU")
        hand.press("Tab")
        page.wait_for_selector("#issuer", state="detached")
        reach(hand, "1.person")
        chosen(hand, "truong van ket nap")
        hand.press("Tab")
        chosen(hand, "chi bo")
        sent(hand, "Control+Enter")
        assert "Ghi quyết định kết nạp Trương Văn Kết Nạp" in page.inner_text("main"), page.locator(
            ".faults"
        ).all_inner_texts()
        assert hand.keys <= 12

    def test_one_paper_for_ten_people(self, page):
        hand = Hand(page)
        open_sheet(hand, "ghi ho so con nguoi")
        paste(hand, CITED.format(number="703", about="lập hồ sơ quần chúng"))
        hand.press("Tab")
        settled(page)
        reach(hand, "1.full_name")
        names = [f"Lương Thị {each} Mười" for each in "ABCDEGHIKL"]
        with page.expect_navigation():
            paste(hand, "\n".join(f"{name}\tnữ\t2/3/1996" for name in names))
        settled(page)
        sent(hand, "Enter")
        assert "Ghi hồ sơ 10 người" in page.inner_text("main")
        assert hand.keys <= 40

    def test_a_correction(self, page, demo):
        register_people(page, demo, ["Đoàn Văn Gõ Nhầm"])
        page.goto(f"{demo[0]}/viec-cua-toi")
        hand = Hand(page)
        hand.press("/")
        text(page, "doan van go nham")
        page.wait_for_selector('#found a[href^="/con-nguoi/"]')
        sent(hand, "Enter")
        sent(hand, "e")
        paste(hand, "801-QĐ/TU")
        hand.press("Tab")
        page.wait_for_selector("#issuer", state="detached")
        reach(hand, "reason")
        text(page, "Gõ nhầm tên")
        hand.press("Tab")
        page.keyboard.press("Control+a")
        text(page, "Đoàn Văn Gõ Đúng")
        sent(hand, "Enter")
        assert "đính chính" in page.inner_text("main").lower()
        assert hand.keys <= 10


class TestWithoutJavaScript:
    def test_a_name_of_several_is_chosen_from_a_list_and_the_act_done(self, plain, demo):
        names = ["Tống Văn Trùng Tên"] * 2
        plain.goto(f"{demo[0]}/ghi/ho-so")
        plain.fill("#number_sign", CITED.format(number="811", about="lập hồ sơ"))
        plain.fill("#from_day", "01/01/2025")
        for number, name in enumerate(names, start=1):
            plain.fill(f"[id='{number}.full_name']", name)
            plain.select_option(f"[id='{number}.sex']", "nam")
            plain.fill(f"[id='{number}.birth_on']", f"1/1/{1980 + number}")
        plain.locator("main button.main").click()
        plain.goto(f"{demo[0]}/ghi/ket-nap")
        plain.fill("#number_sign", CITED.format(number="812", about="kết nạp đảng viên"))
        plain.fill("[id='1.person']", "Tống Văn Trùng Tên")
        cell = plain.context.new_page()
        cell.goto(f"{demo[0]}/to-chuc/bang?loai=chi_bo")
        number = re.search(r"/to-chuc/(\d+)", cell.locator("tbody a").first.get_attribute("href"))[
            1
        ]
        plain.fill("[id='1.cell']", f"[{number}]")
        plain.locator("main button.main").click()
        assert "Có nhiều người khớp" in plain.inner_text(".faults")
        plain.select_option("[id='1.person']", index=2)
        plain.locator("main button.main").click()
        assert "Ghi quyết định kết nạp Tống Văn Trùng Tên" in plain.inner_text("main")
        plain.click("form[data-seconds] button")
        assert "Hoàn tác: Ghi quyết định kết nạp" in plain.inner_text("main")

    def test_annulling_shows_what_would_leave_and_asks_once_more(self, plain, demo):
        plain.context.clear_cookies()
        enter(plain, demo[0], "moi-vai")
        plain.goto(f"{demo[0]}/ghi/van-ban")
        plain.fill("#number_sign", CITED.format(number="821", about="thử hủy bỏ"))
        plain.locator("main button.main").click()
        paper = re.search(r"/van-ban/(\d+)", plain.url)[1]
        plain.goto(f"{demo[0]}/ghi/huy-bo?van-ban={paper}")
        plain.fill("#number_sign", CITED.format(number="822", about="hủy bỏ quyết định"))
        plain.fill("#reason", "Ban hành nhầm")
        plain.locator("main button.main").click()
        assert "Soát lại trước khi ghi" in plain.inner_text("h1")
        plain.click("button[name=checked]")
        assert "đã bị hủy bỏ" in plain.inner_text("main")


class TestNothingIsLostAndNothingDoneTwice:
    def fill(self, page, demo, number):
        page.goto(f"{demo[0]}/ghi/van-ban")
        page.fill("#number_sign", CITED.format(number=number, about=f"việc số {number}"))

    def test_pressed_twice_at_once_it_is_done_once(self, page, demo):
        self.fill(page, demo, 711)
        page.locator("main button.main").dblclick()
        settled(page)
        page.goto(f"{demo[0]}/van-ban?so=711-")
        assert page.locator("tbody tr").count() == 1

    def test_back_and_pressed_again_finds_an_empty_form_and_does_nothing(self, page, demo):
        self.fill(page, demo, 712)
        page.locator("main button.main").click()
        settled(page)
        page.go_back()
        page.locator("main button.main").click()
        settled(page)
        assert "Thiếu số, ký hiệu." in page.inner_text(".faults")
        page.goto(f"{demo[0]}/van-ban?so=712-")
        assert page.locator("tbody tr").count() == 1

    def test_two_tabs_with_the_same_paper_make_it_once(self, page, demo):
        other = page.context.new_page()
        self.fill(page, demo, 713)
        self.fill(other, demo, 713)
        for each in (page, other):
            each.locator("main button.main").click()
            settled(each)
        assert "đã có trong sổ" in other.inner_text(".faults")
        assert other.input_value("#number_sign") == "713-QĐ/TU"

    def test_a_session_that_ended_loses_nothing_kept_as_a_draft(self, page, demo, chromium):
        page.goto(f"{demo[0]}/ghi/van-ban")
        page.fill("#abstract", "Đang soạn dở thì hết phiên")
        page.wait_for_selector(".kept:not(:empty)", timeout=6000)
        page.context.clear_cookies(name="phien")
        page.locator("main button.main").click()
        settled(page)
        assert "/dang-nhap" in page.url
        enter(page, demo[0], "chuyen-vien")
        page.goto(f"{demo[0]}/ghi/van-ban")
        assert page.input_value("#abstract") == "Đang soạn dở thì hết phiên"
        page.click(".note button[name=drop]")

    def test_a_line_that_was_cut_keeps_what_was_typed(self, page, demo):
        self.fill(page, demo, 714)
        page.fill("#abstract", "Chữ đã gõ khi mất mạng")
        page.context.set_offline(True)
        page.locator("main button.main").click()
        assert page.locator("#offline").is_visible()
        assert page.input_value("#abstract") == "Chữ đã gõ khi mất mạng"
        page.context.set_offline(False)
        page.locator("main button.main").click()
        settled(page)
        assert "Chữ đã gõ khi mất mạng" in page.inner_text("main")

    def test_a_server_on_this_very_machine_needs_no_network(self, page, demo):
        self.fill(page, demo, 715)
        page.evaluate("Object.defineProperty(navigator, 'onLine', {value: false})")
        page.locator("main button.main").click()
        page.wait_for_selector("main >> text=715-QĐ/TU")
