"""Khung trang — the menu for each kind of reader, words kept apart from markup, kind refusals."""

import pytest
from actors import signed_in
from django.conf import settings
from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler
from world import TODAY, small_world

from thenchot.doors.access.roles import CELL_SECRETARY, SPECIALIST
from thenchot.doors.web.commands import COMMANDS, commands_named
from thenchot.doors.web.menu import menu_for
from thenchot.ground.plain.actor import EVERYWHERE, Actor

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HARD = 'A "B" & <b> \' {{ y }} {% now %}'


def actor(role, reach):
    rights = dict.fromkeys(role.rights, reach)
    return Actor("1", "Người thử", rights, TODAY, account=1, roles=frozenset({role.code}))


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


def test_the_office_has_seven_entries():
    entries = menu_for(actor(SPECIALIST, EVERYWHERE), TODAY, "organization")
    assert [entry.label for entry in entries] == [
        "Việc của tôi", "Tổ chức", "Con người", "Văn bản", "Công việc", "Đánh giá", "Báo cáo",
    ]  # fmt: skip
    assert [entry.label for entry in entries if entry.current] == ["Tổ chức"]


def test_a_cell_secretary_has_four():
    entries = menu_for(actor(CELL_SECRETARY, frozenset({7})), TODAY, "my_work")
    labels = [entry.label for entry in entries]
    assert labels == ["Việc tháng này", "Sổ chi bộ", "Đảng viên", "Báo cáo"]
    assert entries[1].address == "/to-chuc/7"
    assert entries[3].address == "/bao-cao/quy-2-2025?don-vi=7"


def test_commands_are_offered_to_those_who_may_and_found_without_marks():
    nobody = Actor("1", "Không có quyền")
    assert [each.page for each in commands_named(nobody, "xem")] == ["my_work", "help"]
    found = commands_named(actor(SPECIALIST, EVERYWHERE), "trich ngang")
    assert [each.page for each in found] == ["digest"]
    assert all(each.address.startswith("/") for each in COMMANDS)


@pytest.mark.parametrize(
    "source",
    [
        '<c-head title="{{ x }}" />', '<c-field name="n" :label="x" :value="x" :fault="x" />',
        '<c-tag>{{ x }}</c-tag>', '<c-note title="{{ x }}">{{ x }}</c-note>', '<c-denied keeper="{{ x }}" />',
    ],
)  # fmt: skip
def test_what_a_component_is_given_stays_text(source):
    page = Template(CottonCompiler().process(source)).render(Context({"x": HARD, "y": "không"}))
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "{{ y }} {% now %}" in page


def test_a_box_without_a_fault_has_none():
    source = '<c-field name="n" label="Nhãn" :value="form.n" :fault="faults.n" />'
    page = Template(CottonCompiler().process(source)).render(Context({"form": {}, "faults": {}}))
    assert "wrong" not in page
    assert 'value=""' in page


def test_an_area_out_of_reach_says_who_gives_the_right(monkeypatch):
    small_world()
    reader = signed_in()
    monkeypatch.setattr(
        "thenchot.doors.access.middleware.actor_of",
        lambda *_: actor(CELL_SECRETARY, frozenset({7})),
    )
    answer = reader.get("/quan-tri")
    assert answer.status_code == 403
    assert "Tài khoản này chưa được giao quyền xem mục này." in answer.content.decode()


def test_a_failure_gives_a_code_and_no_trace(client, monkeypatch):
    small_world()
    client.raise_request_exception = False
    monkeypatch.setattr("thenchot.doors.web.organizations.reads.branches_on", lambda **_: 1 / 0)
    answer = client.get("/to-chuc")
    text = answer.content.decode()
    assert answer.status_code == 500
    assert "báo mã" in text
    assert "Traceback" not in text
    assert "ZeroDivision" not in text


def test_a_form_from_another_session_is_explained():
    world = small_world()
    answer = signed_in(enforce_csrf_checks=True).post("/ghi/doi-ten", {})
    assert answer.status_code == 403
    assert "Trang đã cũ" in answer.content.decode()


@pytest.mark.parametrize("size", ["normal", "large", "largest"])
def test_the_letter_size_is_kept_for_this_browser(client, size):
    small_world()
    client.post("/tuy-chon", {"size": size, "next": "/tro-giup"})
    text = client.get("/tro-giup").content.decode()
    assert (f'data-size="{size}"' in text) is (size != "normal")


def test_keys_of_one_letter_can_be_switched_off(client):
    small_world()
    assert 'data-keys="off"' not in client.get("/tro-giup").content.decode()
    client.post("/tuy-chon", {"keys": "off", "next": "/tro-giup"})
    assert 'data-keys="off"' in client.get("/tro-giup").content.decode()
