"""Mọi trang — no axe violation, no policy report, no sideways scroll, little to download, nothing clipped."""

import base64
import gzip
import io
import re
import unicodedata
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from demo_office import enter
from pypdf import PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.database]
PAGES = {
    "moi-vai": (
        "/viec-cua-toi", "/den-han", "/thong-bao", "/to-chuc", "/to-chuc/bang", "/sap-xep/1",
        "/to-chuc/so-sanh?truoc=30/6/2025&sau=1/7/2025", "/vi-tri-viec-lam", "/cap-uy", "/to-chuc/3", "/ghi/doi-ten?don-vi=3", "/ghi/chuyen-den",
        "/ghi/dinh-chinh/register.PersonSpell/9", "/api", "/to-chuc?ngay=2021-12-31",
        "/con-nguoi", "/con-nguoi/9", "/con-nguoi/9?ngay=2022-06-30",
        "/con-nguoi/trich-ngang", "/con-nguoi/trung", "/ghi/so-dinh-danh",
        "/chuc-vu/trong", "/nhap-du-lieu", "/van-ban", "/van-ban/9", "/tim?q=ban", "/tim?q=zzzz",
        "/cong-viec", "/danh-gia", "/bao-cao", "/bao-cao/quy-1-2023",
        "/bao-cao/nam-2024?don-vi=1&mo=ket-nap", "/bao-cao/nam-2024/ket-nap", "/bao-cao/nam-2023/ky-luat",
        "/bao-cao/nam-2024/chot", "/nhat-ky", "/nhat-ky/kiem-tra", "/tro-giup", "/gioi-thieu",
        "/thanh-phan", "/khong-co",
    ),
    "quan-tri": (
        "/quan-tri", "/quan-tri/tai-khoan", "/quan-tri/vai", "/quan-tri/mo-tai-khoan",
        "/quan-tri/tai-khoan/3", "/quan-tri/ai-xem/9", "/quan-tri/sao-luu", "/quan-tri/danh-muc",
    ),
    "xay-dung-dang": ("/viec-cua-toi", "/bao-bien-dong"),
    "bi-thu": ("/viec-cua-toi", "/to-chuc", "/bao-bien-dong"),
}  # fmt: skip
SEEN_ONCE = {
    "moi-vai": (
        "/vi-tri-viec-lam/1", "/vi-tri-viec-lam/1/sua", "/vi-tri-viec-lam/1/doi-chieu", "/vi-tri-viec-lam/theo-don-vi",
        "/vi-tri-viec-lam/khung-nang-luc", "/bien-che", "/chuc-vu/1", "/cap-uy/3", "/cap-uy/quy-che", "/diem",
        "/to-chuc/so-sanh?truoc=30/6/2025&sau=1/7/2025&loai=dang_bo_xa&dem=cap_truong&phan=doi",
        "/bao-cao/nam-2024/dang-vien/tinh-lai?don-vi=3", "/ghi/de-an-bien-che?de-an=1", "/ghi/de-an-thoi-chuc-vu?de-an=1",
        "/van-ban/den", "/van-ban/den/1", "/van-ban/di", "/van-ban/di/1", "/van-ban/du-thao", "/van-ban/du-thao/1",
        "/van-ban/theo-tang", "/van-ban/theo-tang/1", "/van-ban/phien-hop", "/van-ban/phien-hop/1", "/van-ban/tim?chu=nghi",
        "/van-ban/con-hieu-luc", "/van-ban/ho-so", "/van-ban/sao", "/van-ban/ban-giay", "/van-ban/so-buu-dien",
        "/van-ban/so-ban-luu", "/van-ban/uy-quyen", "/van-ban/the-thuc", "/ghi/van-ban-den",
    ),
}  # fmt: skip
SIZES = ("normal", "large", "largest")
LANGUAGES = ("vi", "en")
WIDTHS = (1366, 360, 768)
ALL = [(account, address) for account, addresses in PAGES.items() for address in addresses]
ONCE = [(account, address) for account, addresses in SEEN_ONCE.items() for address in addresses]


def runs():
    """Every page once at each of two widths, and a set in which each other pair of choices meets;
    pages of rarer work at one of the widths in turn."""
    for place, (account, address) in enumerate(ALL):
        yield account, address, 1366, "normal", "vi"
        yield account, address, 360, "normal", "vi"
        if place % 5 == 0:
            turn = place // 5
            yield (
                account, address, WIDTHS[turn % 3], SIZES[1 + turn % 2], LANGUAGES[turn // 2 % 2]
            )  # fmt: skip

    for place, (account, address) in enumerate(ONCE):
        yield account, address, WIDTHS[place % 2], "normal", "vi"


RUNS = list(runs())


@pytest.fixture(scope="module")
def signed(demo, chromium):
    """A signed-in page for each account, made once."""
    kept = {}

    def page_of(account, width=1366, size="normal", language="vi"):
        if account not in kept:
            context = chromium.new_context(viewport={"width": 1366, "height": 900})
            page = context.new_page()
            page.reports = []
            page.on("console", lambda said: page.reports.append(said.text))
            enter(page, demo[0], account)
            kept[account] = page
        page = kept[account]
        page.set_viewport_size({"width": width, "height": 900 if width > 1000 else 800})
        page.context.add_cookies(
            [{"name": name, "value": value, "url": demo[0]}
             for name, value in (("size", size), ("language", language), ("ngay", ""))]
        )  # fmt: skip
        page.reports.clear()
        return page

    return page_of


def test_few_enough_runs_for_a_morning():
    assert len(RUNS) <= 160


@pytest.mark.parametrize(("account", "address", "width", "size", "language"), RUNS)
def test_a_page_has_no_axe_violation_no_sideways_scroll_no_policy_report(
    demo, signed, account, address, width, size, language
):
    page = signed(account, width, size, language)
    page.goto(demo[0] + address)
    assert "/dang-nhap" not in page.url
    assert page.locator("html").get_attribute("lang") == language
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [said for said in page.reports if not re.search("40[34]", said)] == []


@pytest.mark.parametrize("width", [1366, 360])
@pytest.mark.parametrize("size", SIZES)
def test_the_entrance_is_as_clean(demo, chromium, width, size):
    page = chromium.new_context(viewport={"width": width, "height": 800}).new_page()
    page.context.add_cookies([{"name": "size", "value": size, "url": demo[0]}])
    page.goto(f"{demo[0]}/dang-nhap")
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_first_view_brings_at_most_150_kb_from_this_machine_alone(demo, chromium):
    """Counted on the wire, as the browser received it; the pages after it bring at most 30 KB."""
    page = chromium.new_context().new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    received, hosts = [], set()
    network.on("Network.loadingFinished", lambda end: received.append(end["encodedDataLength"]))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    enter(page, demo[0], "moi-vai")
    received.clear()
    network.send("Network.clearBrowserCache")
    page.goto(f"{demo[0]}/to-chuc/bang", wait_until="networkidle")
    first = sum(received)
    received.clear()
    page.goto(f"{demo[0]}/to-chuc", wait_until="networkidle")
    assert 20_000 < first <= 150_000
    assert sum(received) <= 30_000
    assert {host.split(":")[0] for host in hosts} == {"localhost"}
    page.context.close()


HARD = "ỄẪỖỲ ỵặợgj"
CLIPPED = """
    async ([taken, plain]) => {
        const rows = async (shot) => {
            const image = await createImageBitmap(await (await fetch(shot)).blob());
            const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const pixels = context.getImageData(0, 0, image.width, image.height).data, inked = new Set();
            for (let at = 0; at < pixels.length; at += 4)
                if (pixels[at] > 200 && pixels[at + 1] < 90 && pixels[at + 2] > 200) inked.add(Math.floor(at / 4 / image.width));
            return inked.size;
        };
        return [await rows(taken), await rows(plain)];
    }
"""
WORDED = (
    *(f"main {part}" for part in (
        "h1", "h2", ".crumbs li", ".state span", ".button.main", "a.button", ".button.danger", ".button.quiet",
        ".tag.good", ".tag.wait", ".tag", ".change.new", "a.basis", ".figure", "ins", ".faults a", "legend",
        ".day3 label", ".fault", ".help", "#nct-y", "#ten", ".choice label", ".panel p", ".facts dt", "thead th",
        "tbody th a", "td.number a", "tfoot th", ".empty p", "section .note strong", ".skeleton p", ".timeline p",
        ".timeline time", ".steps strong", ".steps small", ".big", ".tasks a", ".due strong", ".due small",
        ".days dt", ".days dd",
    )),
    ".menu li a", ".place strong", ".tools > a", ".brand", ".band strong",
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_no_mark_of_a_hard_letter_is_clipped_in_any_component(demo, signed, chromium, size):
    """The rows of ink in each component equal those of the same letters standing free."""
    page, blank = signed("moi-vai", 1366, size), chromium.new_page()
    page.goto(f"{demo[0]}/thanh-phan")
    page.evaluate("document.fonts.ready")
    page.screenshot()
    blank.goto("about:blank")
    clipped = []
    for selector in WORDED:
        box = page.locator(selector).first
        box.evaluate(
            """(one, said) => {
                if ("value" in one && one.tagName === "INPUT") one.value = said; else one.textContent = said;
                one.style.setProperty("color", "rgb(255,0,255)", "important");
                one.style.setProperty("white-space", "nowrap");
            }""",
            HARD,
        )
        free = box.evaluate_handle(
            """(one, said) => {
                const style = getComputedStyle(one), free = document.createElement("div");
                free.textContent = said;
                free.style.cssText = "position:absolute;left:0;top:100%;z-index:99;background:#fff;padding:40px;line-height:3;"
                    + "white-space:nowrap;color:rgb(255,0,255)!important;text-decoration:none";
                free.style.font = `${style.fontWeight} ${style.fontSize}/3 ${style.fontFamily}`;
                document.body.append(free);
                return free;
            }""",
            HARD,
        )
        page.evaluate("scrollTo(0, 0)")
        plain = free.as_element().screenshot()
        free.as_element().evaluate("one => one.remove()")
        box.evaluate("one => one.scrollIntoView({block: 'center'})")
        assert box.bounding_box(), selector
        taken = page.screenshot(clip=_around(box.bounding_box()))
        shots = [
            "data:image/png;base64," + base64.b64encode(shot).decode() for shot in (taken, plain)
        ]
        inked, whole = blank.evaluate(CLIPPED, shots)
        if inked < whole - 2:  # the edge of a letter fades on a coloured ground
            clipped.append((selector, inked, whole))
        box.evaluate("one => one.style.removeProperty('color')")
    blank.close()
    assert clipped == []


def _around(box):
    edge = 8
    return {"x": max(box["x"] - edge, 0), "y": max(box["y"] - edge, 0),
            "width": box["width"] + 2 * edge, "height": box["height"] + 2 * edge}  # fmt: skip


@pytest.mark.parametrize(
    ("address", "wide"),
    [("/to-chuc", True), ("/to-chuc/3", False), ("/bao-cao/nam-2024", True), ("/den-han", False),
     ("/con-nguoi/9", False), ("/con-nguoi/trich-ngang", True), ("/viec-cua-toi", False)],
)  # fmt: skip
def test_a_printed_page_has_its_footer_and_no_menu(demo, signed, address, wide):
    page = signed("moi-vai")
    page.goto(demo[0] + address)
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = _letters(" ".join(sheet.extract_text() for sheet in printed.pages))
    width, height = printed.pages[0].mediabox.width, printed.pages[0].mediabox.height
    assert (width > height) is wide
    for said in ("In lúc", "người in: Người thử mọi vai", "Dữ liệu mô phỏng, người không có thật."):
        assert _letters(said) in text
    for number, sheet in enumerate(printed.pages, start=1):
        on_sheet = _letters(sheet.extract_text())
        assert f"{number}/{len(printed.pages)}" in on_sheet
        assert _letters("Dữ liệu mô phỏng, người không có thật.") in on_sheet
    assert _letters("Trình đơn") not in text
    assert _letters(page.locator("h1").inner_text()) in text


def _letters(text):
    """A PDF keeps a mark apart from its letter, and some blanks where none were."""
    return re.sub(
        r"\s", "", unicodedata.normalize("NFC", re.sub(r"\s(?=[\u0300-\u0323])", "", text))
    )


def test_the_style_and_the_scripts_keep_their_budget(demo, chromium):
    def size(path, packed):
        body = urllib.request.urlopen(f"{demo[0]}/static/{path}").read()
        return len(gzip.compress(body)) if packed else len(body)

    assert size("web/style.css", False) <= 30_000
    own = [f"web/{name}.js" for name in ("shell", "session", "sign-in")]
    assert sum(size(path, False) for path in own) <= 8_000
    assert sum(size(path, True) for path in ("django_htmx/htmx-2.min.js", *own)) <= 24_000
