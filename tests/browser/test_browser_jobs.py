"""Các việc hằng ngày — walked by mouse alone, by keyboard alone and without JavaScript; every step counted."""

import unicodedata

import pytest
from demo_office import Hand, enter

pytestmark = [pytest.mark.browser, pytest.mark.database]
SIZES = ("normal", "large")


@pytest.fixture(scope="module")
def signed(demo, chromium):
    """Signed in once; each test goes on from there in a browser of its own."""
    page = chromium.new_page()
    enter(page, demo[0], "moi-vai")
    kept = page.context.storage_state()
    page.context.close()
    return kept


def opened(demo, chromium, signed, size, **more):
    context = chromium.new_context(
        viewport={"width": 1366, "height": 900}, storage_state=signed, **more
    )
    context.add_cookies([{"name": "size", "value": size, "url": demo[0]}])
    return context.new_page()


@pytest.fixture(params=SIZES)
def hand(request, demo, chromium, signed):
    page = opened(demo, chromium, signed, request.param)
    page.goto(f"{demo[0]}/viec-cua-toi")
    yield Hand(page)
    page.context.close()


@pytest.fixture(params=SIZES)
def plain_hand(request, demo, chromium, signed):
    """Without JavaScript."""
    page = opened(demo, chromium, signed, request.param, java_script_enabled=False)
    page.goto(f"{demo[0]}/viec-cua-toi")
    yield Hand(page)
    page.context.close()


def most_urgent(page):
    return page.locator(".tasks li a").first.get_attribute("href").split("?")[0]


class TestTheMostUrgentItem:
    def test_one_click(self, hand):
        wanted = most_urgent(hand.page)
        hand.click(".tasks li .button")
        assert wanted.split("/")[1] in hand.page.url
        assert (hand.clicks, hand.keys) == (1, 0)

    def test_one_key(self, hand):
        wanted = most_urgent(hand.page)
        with hand.page.expect_navigation():
            hand.press("Enter")
        assert hand.page.url.split("?")[0].endswith(wanted)
        assert (hand.clicks, hand.keys) == (0, 1)

    def test_one_click_without_javascript(self, plain_hand):
        wanted = most_urgent(plain_hand.page)
        plain_hand.click(".tasks li a")
        assert plain_hand.page.url.split("?")[0].endswith(wanted)
        assert plain_hand.clicks == 1


@pytest.fixture(scope="module")
def somebody(demo, chromium, signed):
    """A person of the list whose given name nobody else on the sheet has."""
    page = opened(demo, chromium, signed, "normal")
    page.goto(f"{demo[0]}/con-nguoi?trang=2")
    names = page.locator("tbody th a").all_inner_texts()
    page.context.close()
    given = [bare(name.split()[-1]) for name in names]
    for name in names[3:-3]:  # the next sheet may begin with the same name
        last = name.split()[-1]
        if given.count(bare(last)) == 1 and 3 <= len(last) <= 6:
            return name
    return names[0]


def bare(text):
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class TestAPerson:
    def test_slash_six_keys_and_enter(self, hand, somebody):
        hand.press("/")
        hand.type(bare(somebody.split()[-1]))
        hand.page.wait_for_selector("#found a")
        with hand.page.expect_navigation():
            hand.press("Enter")
        assert somebody.split()[-1] in hand.page.locator("h1").inner_text()
        assert hand.keys <= 8
        assert hand.clicks == 0

    def test_by_mouse_and_the_letters_of_the_name(self, hand, somebody):
        hand.click("#q")
        hand.type(bare(somebody.split()[-1]))
        hand.page.wait_for_selector("#found a")
        hand.click("#found a")
        assert somebody.split()[-1] in hand.page.locator("h1").inner_text()
        assert hand.clicks == 2

    def test_without_javascript_the_same_box_leads_to_a_page(self, plain_hand, somebody):
        plain_hand.page.fill("#q", bare(somebody.split()[-1]))
        plain_hand.press("Enter")
        plain_hand.page.wait_for_url("**/tim?**")
        plain_hand.click(".results a")
        assert somebody.split()[-1] in plain_hand.page.locator("h1").inner_text()
        assert plain_hand.clicks == 1


class TestHowManyAgainstLastYear:
    def walk(self, hand):
        hand.click(".menu a[href='/bao-cao']")
        hand.click("main a[href='/bao-cao/nam-2024']")
        row = hand.page.locator("tr", has_text="Đảng viên được kết nạp").first
        assert (
            row.locator("td").count() == 6
        )  # target, actual, percent, same period, change, its percent
        assert hand.clicks <= 3

    def test_three_clicks_to_the_number_one_more_to_the_list(self, hand):
        self.walk(hand)
        before = hand.clicks
        hand.click("tbody td.number a")
        hand.page.wait_for_selector("#mo")
        assert hand.clicks == before + 1

    def test_without_javascript_too(self, plain_hand):
        self.walk(plain_hand)
        before = plain_hand.clicks
        plain_hand.click("tbody td.number a")
        assert plain_hand.page.locator("#mo").is_visible()
        assert plain_hand.clicks == before + 1

    def test_by_keyboard_alone(self, hand):
        with hand.page.expect_navigation():
            hand.press("g", "b")
        link = hand.page.locator("main a[href='/bao-cao/nam-2024']").first
        while not link.evaluate("one => one === document.activeElement"):
            hand.press("Tab")
            assert hand.keys < 60
        with hand.page.expect_navigation():
            hand.press("Enter")
        number = hand.page.locator("tbody td.number a").first
        number.focus()
        hand.press("Enter")
        hand.page.wait_for_selector("#mo")


class TestPrinting:
    def test_one_click_prints_the_page_shown(self, hand, demo):
        hand.page.goto(f"{demo[0]}/bao-cao/nam-2024")
        hand.page.evaluate(
            "() => { window.printed = 0; window.print = () => { window.printed += 1; }; }"
        )
        hand.click("[data-print]")
        assert hand.page.evaluate("window.printed") == 1
        assert hand.clicks == 1

    def test_without_javascript_there_is_no_dead_button(self, plain_hand, demo):
        plain_hand.page.goto(f"{demo[0]}/bao-cao/nam-2024")
        assert not plain_hand.page.locator("[data-print]").is_visible()


class TestKeys:
    def test_the_tree_is_walked_and_opened_by_arrows(self, hand, demo):
        hand.page.goto(f"{demo[0]}/to-chuc")
        hand.press("j")
        closed = hand.page.locator(".twist[aria-expanded=false]").first
        row = closed.locator("xpath=ancestor::tr")
        row.locator("a").nth(1).focus()
        rows = hand.page.locator(".tree tbody tr").count()
        hand.press("ArrowRight")
        hand.page.wait_for_url("**mo=**")
        hand.page.wait_for_function(f"document.querySelectorAll('.tree tbody tr').length > {rows}")
        hand.press("ArrowDown")
        assert hand.page.locator("tr[aria-current=true]").count() == 1

    def test_the_map_of_keys_names_what_works_here(self, hand, demo):
        hand.press("?")
        assert hand.page.locator("#keys").is_visible()
        assert hand.page.get_by_text("dòng sau, dòng trước, mở dòng").is_visible()
        hand.press("Escape")
        assert not hand.page.locator("#keys").is_visible()

    def test_nothing_fires_while_a_vietnamese_letter_is_composed(self, hand):
        before = hand.page.url
        hand.page.evaluate(
            """() => {
                for (const key of ["g", "v", "?", "/", "n", "Enter", "1"])
                    document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, isComposing: true}));
            }"""
        )
        hand.page.wait_for_timeout(200)
        assert hand.page.url == before
        assert not hand.page.locator("#keys").is_visible()
        assert hand.page.evaluate("document.activeElement.id") != "q"

    def test_letters_typed_in_a_box_stay_letters(self, hand):
        hand.click("#q")
        hand.type("gv?jn/")
        assert hand.page.input_value("#q") == "gv?jn/"
        assert "/viec-cua-toi" in hand.page.url

    def test_switched_off_they_rest_but_the_box_can_still_be_reached(self, hand, demo):
        hand.page.context.add_cookies([{"name": "keys", "value": "off", "url": demo[0]}])
        hand.page.reload()
        hand.press("?", "j")
        assert not hand.page.locator("#keys").is_visible()
        hand.press("Control+k")
        assert hand.page.evaluate("document.activeElement.id") == "q"


def test_what_is_typed_is_kept_by_itself_and_filled_in_again(hand, demo):
    hand.page.goto(f"{demo[0]}/ghi/doi-ten?don-vi=3")
    hand.page.fill("#abstract", "Về việc đang soạn dở")
    hand.page.wait_for_selector(".kept:not(:empty)", timeout=6000)
    hand.page.goto(f"{demo[0]}/ghi/doi-ten?don-vi=3")
    assert hand.page.input_value("#abstract") == "Về việc đang soạn dở"
    hand.click(".note button[name=drop]")
    assert hand.page.input_value("#abstract") == ""


def test_what_is_typed_after_a_look_at_the_print_is_kept_too(demo, chromium, signed):
    page, address = opened(demo, chromium, signed, "normal"), "/ghi/du-thao?loai=ket_luan&mau=1"
    page.goto(f"{demo[0]}{address}")
    with page.expect_popup():
        page.click("button[name=preview]")
    page.fill("#issuer", "Ban Thường vụ đang soạn dở")
    page.wait_for_selector(".kept:not(:empty)", timeout=6000)
    assert "%PDF" not in page.content()
    page.goto(f"{demo[0]}{address}")
    assert page.input_value("#issuer") == "Ban Thường vụ đang soạn dở"
    page.context.close()
