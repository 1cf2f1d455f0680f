"""Danh sách trong trình duyệt — handed in step by step, compared, printed; with a script and without one."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from demo_office import enter

pytestmark = [pytest.mark.browser, pytest.mark.database]
HEAD = "STT,Họ và tên,Ngày sinh,Giới tính,Đảng bộ,Sinh hoạt ở đâu,Ngày vào Đảng"


def clean(page, script):
    """No axe violation (it needs a script itself), no sideways scroll, one heading."""
    violations = Axe().run(page).response["violations"] if script else []
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert page.locator("h1").count() == 1


def file_of(name, *rows):
    return {"name": name, "mimeType": "text/csv", "buffer": "\n".join((HEAD, *rows)).encode()}


@pytest.mark.parametrize(("script", "width"), [(False, 360), (True, 1366), (True, 360)])
def test_a_list_is_handed_in_and_then_compared(demo, chromium, script, width):
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script
    )
    page = context.new_page()
    enter(page, demo[0], "moi-vai")
    page.goto(f"{demo[0]}/con-nguoi?tinh-trang=chinh_thuc")
    page.click("td[data-label='Chi bộ'] a >> nth=0")
    cell, above = page.inner_text("h1"), page.inner_text(".crumbs li >> nth=1")
    assert page.locator("text=In sổ đảng viên").count() == 1
    born = f"3/2/{1980 + script}" if width > 1000 else f"4/3/{1980 + script}"
    good = f"1,Đỗ Văn Thử Nhập,{born},Nam,{above},{cell},1/5/2010"
    bad = f"2,Đỗ Thị Thử Lỗi,1980,Nữ,{above},{cell},1/5/2010"
    sent = file_of("danh sách.csv", good, bad)

    page.goto(f"{demo[0]}/nhap-du-lieu")
    clean(page, script)
    page.set_input_files("#file", sent)
    page.check("#file_open")
    page.click("text=Đọc tệp")
    clean(page, script)
    page.select_option("select[name=cot-5]", "chi_bo")
    page.fill("#from_day", "1/1/2025")
    page.click("text=Xem trước kết quả")
    assert "Chỉ có năm 1980" in page.inner_text("main")
    clean(page, script)
    page.fill("#number_sign", f"7{int(script)}{width}-DS/ĐU")
    page.fill("#issuer", "Đảng ủy xã Thử")
    page.fill("#abstract", "Danh sách đảng viên")
    page.fill("#issued_on", "2/1/2025")
    page.click("text=Ghi 1 đảng viên")
    page.wait_for_selector(".state:has-text('1 đảng viên đã vào sổ'), .faults")
    assert page.locator(".faults").all_inner_texts() == []
    clean(page, script)

    page.goto(f"{demo[0]}/doi-chieu")
    clean(page, script)
    page.set_input_files("#file", sent)
    page.check("#file_open")
    page.click("text=Đọc tệp")
    page.click("main form#columns .button.main")
    assert "Kết quả đối chiếu" in page.inner_text("h1")
    clean(page, script)
    page.click("nav.tabs a:has-text('Chỉ có ở danh sách kia')")
    assert "Đỗ Thị Thử Lỗi" in page.inner_text("main")
    clean(page, script)
    context.close()
