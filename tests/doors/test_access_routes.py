"""Mọi địa chỉ — each one asks who comes, refuses unsigned forms, changes nothing when read, shows what is allowed."""

import re
from collections.abc import Iterator
from html import unescape

import psycopg
import pytest
from actors import demo_actor, questions
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from office import WHY, Office, as_owner, standing
from party import QUARTER
from world import TODAY, answer

from thenchot.doors.access.acts.accounts import give_link
from thenchot.doors.access.acts.grants import propose_grant
from thenchot.doors.access.technical import TECHNICAL_TABLES
from thenchot.figures.reports.acts import freeze_report

pytestmark = pytest.mark.database
EVERYBODY = [
    "keys", "leader", "commune_leader", "specialist", "commune_specialist", "clerk", "committee",
    "builder", "secretary", "deputy", "inspector", "drafter", "member",
]  # fmt: skip
MENU = ("/to-chuc", "/con-nguoi", "/bao-cao", "/den-han", "/quan-tri")


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("duong", server, new_database, worker_id, django_db_blocker) as office:
        asked = {"account": office.ids["nobody"], "role": "lanh_dao_ban", "unit": None}
        propose_grant(office.actor("second"), TODAY, from_day=TODAY, reason=WHY, **asked)
        answer(freeze_report(demo_actor(), TODAY, period=QUARTER, organization=office.here.root))
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock():
        yield built


def patterns(found=None) -> Iterator[URLPattern]:
    for each in found if found is not None else get_resolver().url_patterns:
        if str(each.pattern).startswith("api/v1/"):
            continue  # asked with tokens: test_api_reads.py
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns)
        else:
            yield each


FILLED = {
    "organization": "2", "period": "quy-1-2024", "code": "dang-vien", "person": "3",
    "account": "6", "what": "vai", "proposal": "1", "word": "khong-co", "pk": "1",
    "instrument": "1", "token": "1", "slug": "doi-ten", "change": "1",
    "kind": "register.PersonSpell", "fact": "1", "position": "1", "post": "1", "scheme": "1", "unit": "2",
    "incoming": "1", "cascade": "1", "draft": "1", "series": "1", "number": "1", "copy": "1", "dossier": "1",
    "sitting": "1", "page": "1", "piece": "1",
}  # fmt: skip
SHAPES = ("json", "xlsx", "docx", "pdf")


def addresses(pattern: URLPattern) -> list[str]:
    """The address of a route, filled with things that are there; a file in each of its forms."""
    route = re.sub(
        r"<(?:\w+:)?(\w+)>", lambda m: FILLED.get(m[1], f"<{m[1]}>"), str(pattern.pattern)
    )
    return [f"/{route.replace('<shape>', shape)}" for shape in SHAPES] if "<shape>" in route else [f"/{route}"]  # fmt: skip


ROUTES = {address: each for each in patterns() for address in addresses(each)}
WITHIN = {
    address for address, each in ROUTES.items() if getattr(each.callback, "login_required", True)
}


def test_the_list_of_routes_is_whole():
    assert len(ROUTES) > 35
    assert not any("<" in address for address in ROUTES)
    assert {*MENU} <= WITHIN
    outside = {ROUTES[address].name for address in ROUTES.keys() - WITHIN}
    assert outside & {"accounts", "account", "report", "figure", "open_list", "decide"} == set()


@pytest.mark.parametrize("address", sorted(WITHIN))
def test_whoever_is_not_signed_in_is_sent_to_the_sign_in_page(office, address):
    for response in (Client().get(address), Client().post(address)):
        assert response.status_code == 302
        assert response["Location"].startswith("/dang-nhap?next=/")


@pytest.mark.parametrize("address", sorted(ROUTES))
def test_a_form_without_its_token_is_refused_everywhere(office, address):
    for name in ("keys", "inspector", "anonymous"):
        client = office.browser(name, enforce_csrf_checks=True)
        assert client.post(address, {"key": "k", "reason": WHY}).status_code == 403, name
        elsewhere = client.post(
            address,
            {"key": "k", "csrfmiddlewaretoken": "x" * 64},
            headers={"origin": "http://xa.vn"},
        )
        assert elsewhere.status_code == 403, name


@pytest.mark.parametrize("address", sorted(WITHIN))
def test_an_administrator_without_the_second_step_is_led_to_it(office, address):
    with transaction.atomic():
        Authenticator.objects.filter(user=office.ids["keys"]).delete()
        client = office.browser("keys")
        for response in (client.get(address), client.post(address)):
            assert response.status_code == 302
            assert response["Location"].startswith("/xac-thuc")
        transaction.set_rollback(True)


def kept(owner: psycopg.Connection) -> dict[str, str]:
    """A hash of every table that is no technical one, and of the journal."""
    names = owner.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")  # fmt: skip
    written = {"basis_journalentry", "basis_journalchange", "basis_chainhead", "access_account", "access_onetimelink"}  # fmt: skip
    wanted = [name for (name,) in names if name not in TECHNICAL_TABLES or name in written]
    assert len(wanted) > 45
    return {
        name: owner.execute(
            f"SELECT md5(string_agg(r::text, '|' ORDER BY r::text)) FROM {name} r"
        ).fetchone()[0]  # type: ignore[index]
        for name in wanted
    }


@pytest.mark.parametrize("name", ["keys", "leader", "inspector", "deputy", "member"])
def test_reading_every_page_twice_changes_nothing(office, server, name):
    client = office.browser(name)
    with as_owner(server, settings.DATABASES["default"]["NAME"]) as owner:
        before = kept(owner)
        for _ in range(2):
            for address in ROUTES:
                assert client.get(address).status_code < 500, address
        assert kept(owner) == before


def test_a_page_that_wrote_something_would_be_found(office, server):
    with as_owner(server, settings.DATABASES["default"]["NAME"]) as owner:
        before = kept(owner)
        give_link(office.actor("keys"), TODAY, account=office.ids["clerk"], reason=WHY)
        after = kept(owner)
    assert {name for name in before if before[name] != after[name]} == {
        "basis_journalentry", "basis_chainhead",
    }  # fmt: skip


# --- menus and buttons: shown where allowed, and only there --------------------------------------


def links(text: str) -> set[str]:
    return {unescape(each) for each in re.findall(r'href="(/[^"#]*)', text)}


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_menu_shows_what_is_allowed_and_nothing_else(office, name):
    client = office.browser(name)
    menu = links(client.get("/viec-cua-toi").content.decode().split("<main")[0])
    if name in {"secretary", "deputy"}:  # four large entries
        assert len([address for address in menu if not address.startswith("/tuy-chon")]) >= 4
        assert {"/viec-cua-toi", "/con-nguoi"} <= menu
        return
    for address in MENU:
        assert (address in menu) is (client.get(address).status_code == 200), address


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_link_shown_leads_somewhere(office, name):
    """Crawls from the first page; files are asked in one form."""
    client, seen, wrong = office.browser(name), set(), []
    waiting = ["/viec-cua-toi"]
    outside = {address for address in ROUTES if address not in WITHIN}
    while waiting and len(seen) < 160:
        address = waiting.pop()
        if address in seen or address.split("?")[0] in outside or address.startswith("/static"):
            continue
        seen.add(address)
        if re.search(r"\.(xlsx|docx|pdf)", address):
            continue
        response = client.get(address)
        if response.status_code != 200:
            wrong.append((response.status_code, address))
        elif response["Content-Type"].startswith("text/html"):
            waiting += sorted(links(response.content.decode()) - seen)
    assert not wrong
    assert len(seen) > 5 or name == "member"


BUTTONS = {  # where a button stands, and who may press it
    "/to-chuc/2": (r'href="/ghi/doi-ten\?don-vi=2"', {"specialist", "commune_specialist"}),
    "/quan-tri": (r'href="/quan-tri/mo-tai-khoan"', {"keys"}),
    "/quan-tri/tai-khoan": (r'href="/quan-tri/mo-tai-khoan"', {"keys"}),
    "/quan-tri/tai-khoan/6": (r">Giao vai<|>Đóng tài khoản<|>Thu quyền<", {"keys"}),
    "/bao-cao/quy-1-2024/ky-luat": (r'action="/bao-cao-mo"', {"inspector", "drafter"}),
}


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("address", BUTTONS)
def test_a_button_is_shown_to_those_who_may_press_it(office, name, address):
    button, allowed = BUTTONS[address]
    text = office.browser(name).get(address).content.decode()
    assert bool(re.search(button, text)) is (name in allowed)


# --- few questions --------------------------------------------------------------------------------

LISTS = {
    "the tree": "/to-chuc", "a unit": "/to-chuc/{commune}", "periods": "/bao-cao",
    "a report": "/bao-cao/quy-1-2024?don-vi={commune}",
    "members": "/bao-cao/quy-1-2024/dang-vien?don-vi={commune}",
    "disciplines": "/bao-cao/quy-1-2024/ky-luat?don-vi={commune}",
    "plans": "/bao-cao/quy-1-2024/chi-bo-co-ke-hoach-kiem-tra?don-vi={commune}",
    "accounts": "/quan-tri/tai-khoan", "an account": "/quan-tri/tai-khoan/{clerk}", "roles": "/quan-tri/vai",
    "who sees": "/quan-tri/ai-xem/{person}", "the journal": "/nhat-ky",
}  # fmt: skip


NOT_FOR = {
    "commune_specialist": {"accounts", "an account", "who sees", "the journal"},
    "keys": {"periods", "a report", "members", "disciplines", "plans"},
}


@pytest.mark.parametrize("name", ["commune_specialist", "leader", "keys"])
@pytest.mark.parametrize("page", LISTS)
def test_a_list_page_asks_few_questions(office, name, page):
    address = LISTS[page].format(
        commune=office.here.commune, clerk=office.ids["clerk"], person=office.here.people[0]
    )
    client = office.browser(name)
    client.get("/to-chuc")
    status, asked = questions(client, address)
    assert status in ({403, 404} if page in NOT_FOR.get(name, set()) else {200})
    assert asked <= 15
