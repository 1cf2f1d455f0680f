"""Báo biến động trong trình duyệt — from the cell's telephone to the commune and back, with large letters."""

import pytest
from demo_office import enter

pytestmark = [pytest.mark.browser, pytest.mark.database]


def opened(demo, chromium, account, *, script, width=360, size="largest"):
    context = chromium.new_context(
        viewport={"width": width, "height": 740}, java_script_enabled=script
    )
    page = context.new_page()
    enter(page, demo[0], account, size)
    return page


@pytest.mark.parametrize(("script", "told"), [(False, "Đổi số điện thoại"), (True, "Đổi quê quán")])
def test_a_report_goes_up_and_its_answer_comes_back(demo, chromium, script, told):
    cell = opened(demo, chromium, "bi-thu", script=script)
    cell.click("text=Báo biến động")
    cell.select_option("#what", "sai_thong_tin")
    cell.click("text=Gửi báo biến động")
    assert cell.locator(".faults").is_visible()
    assert cell.locator("#what").input_value() == "sai_thong_tin"
    cell.fill("#words", told)
    cell.fill("#on_day", "1/6")
    cell.click("text=Gửi báo biến động")
    assert "Chờ xác nhận" in cell.inner_text(".state")
    commune = opened(demo, chromium, "xay-dung-dang", script=script, width=1366, size="normal")
    commune.click(f".tasks li:has-text('{told}') .button")
    commune.fill("#answer", "Đã đính chính")
    commune.click("button[name=confirm]")
    assert "Đã xác nhận" in commune.inner_text(".state")
    cell.goto(f"{demo[0]}/viec-cua-toi")
    assert "Đã đính chính" in cell.inner_text(f".tasks li:has-text('{told}')")
    assert cell.evaluate("document.documentElement.scrollWidth") <= 360
    for page in (cell, commune):
        page.context.close()
