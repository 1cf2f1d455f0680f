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


def test_a_paper_is_registered_and_assigned_in_twelve_presses(page, demo):
    page.goto(f"{demo[0]}/van-ban/den")
    options = page.locator("#don-vi option").all()
    organ = next(each.get_attribute("value") for each in options if each.get_attribute("value"))
    page.goto(f"{demo[0]}/van-ban/den?don-vi={organ}")
    hand = Hand(page)
    hand.click("a[href*='vao-so-phan-cong']")
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
