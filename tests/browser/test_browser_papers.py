"""Vào sổ và phân công — one paper by the keyboard, from the list to its page; keys and clicks counted."""

import pytest
from demo_office import Hand, chosen, enter, paste, reach, sent, settled, text

pytestmark = [pytest.mark.browser, pytest.mark.database]
CITED = (
    "Công văn số 901-CV/BTCTW, ngày 02/6/2025 của Ban Tổ chức Trung ương về việc rà soát biên chế"
)


@pytest.fixture
def page(demo, chromium):
    context = chromium.new_context(viewport={"width": 1366, "height": 900})
    page = context.new_page()
    enter(page, demo[0], "moi-vai")
    yield page
    context.close()


def begun(page, demo, slug):
    """The sheet of the first organ's register, opened from its list."""
    page.goto(f"{demo[0]}/van-ban/den")
    options = page.locator("#don-vi option").all()
    organ = next(each.get_attribute("value") for each in options if each.get_attribute("value"))
    page.goto(f"{demo[0]}/van-ban/den?don-vi={organ}")
    hand = Hand(page)
    hand.click(f"a[href*='/ghi/{slug}?']")
    return hand


def test_a_paper_is_registered_and_assigned_in_twelve_presses(page, demo):
    hand = begun(page, demo, "vao-so-phan-cong")
    paste(hand, CITED)
    hand.press("Tab")
    page.wait_for_selector("#said_by:focus")
    text(page, "Trưởng ban")
    reach(hand, "opinion")
    text(page, "Đảng ủy xã chủ trì.")
    reach(hand, "1.unit")
    chosen(hand, "dang bo")
    reach(hand, "1.due_on")
    text(page, "5 ngày làm việc")
    sent(hand, "Enter")
    settled(page)
    assert "901-CV/BTCTW" in page.inner_text("h1"), page.locator(".faults").all_inner_texts()
    assert "5 ngày làm việc" in page.inner_text("aside.column")
    assert hand.keys + hand.clicks <= 12


@pytest.fixture
def phone(demo, chromium):
    """A leader's phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    enter(page, demo[0], "lanh-dao")
    yield page
    context.close()


def test_a_leader_directs_a_paper_from_a_phone(page, phone, demo):
    hand = begun(page, demo, "van-ban-den")
    paste(hand, CITED.replace("901", "902"))
    hand.press("Tab")
    settled(page)
    with page.expect_navigation():
        page.locator("main form button.main").last.click()
    settled(page)
    assert "902-CV/BTCTW" in page.inner_text("h1"), page.locator(".faults").all_inner_texts()
    phone.goto(page.url.partition("?")[0])
    phone.locator("main a[href*='but-phe']:visible").first.tap()
    phone.fill("#said_by", "Trưởng ban")
    phone.fill("#opinion", "Phòng Tổ chức tham mưu, báo cáo trong tuần.")
    phone.locator("main form button.main").first.tap()
    settled(phone)
    assert "báo cáo trong tuần" in phone.inner_text("main"), phone.locator(
        ".faults"
    ).all_inner_texts()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_leader_agrees_to_a_draft_from_a_phone(phone, demo):
    phone.goto(f"{demo[0]}/viec-cua-toi")
    phone.locator("#drafts ~ * a, section[aria-labelledby=drafts] a").first.tap()
    phone.locator("a[href*='phieu-trinh']:visible").first.tap()
    phone.locator("a[href*='viec=dong_y']").first.tap()
    phone.locator("main form button.main").first.tap()
    settled(phone)
    assert "Đã đồng ý" in phone.inner_text("main"), phone.locator(".faults").all_inner_texts()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
