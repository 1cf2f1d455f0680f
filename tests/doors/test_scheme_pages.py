"""Trang sắp xếp — two days compared, a scheme written, rehearsed, decided and taken back through pages."""

import io
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from actors import questions
from django.conf import settings
from office import office
from party import party
from python_calamine import CalamineWorkbook
from world import TODAY, answer, paper

from thenchot.doors.web import schemes
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.register.models import OrganizationSpell, PostSpell
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.members.models import Membership
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.writing import (
    add_steps,
    begin_scheme,
    place_people,
    remove_steps,
)
from thenchot.people.reorganisation.models import Scheme, SchemeStep
from thenchot.people.reorganisation.reads.written import steps_of
from thenchot.people.reorganisation.rules.rows import PlaceRow, StepRow, Where
from thenchot.people.reorganisation.words import Stay, Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return party()


@pytest.fixture
def scheme(actor, here):
    made = begin_scheme(actor, TODAY, title="Sắp xếp xã Thử", kept_by=here.root, from_day=DAY)
    return answer(made)


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_scheme_begins_from_its_sheet_and_its_page_lists_what_is_missing(client, here):
    sent = {
        "key": "a",
        "title": "Sắp xếp xã Thử",
        "from_day": "1/7/2025",
        "kept_by": f"[{here.root}]",
    }
    done = client.post("/ghi/de-an", sent)
    assert done.status_code == 302
    found = Scheme.objects.get()
    assert done["Location"].startswith(f"/sap-xep/{found.pk}")
    page = said(client.get(f"/sap-xep/{found.pk}"))
    assert "Đề án chưa có dòng nào." in page
    assert "Sắp xếp xã Thử" in said(client.get("/sap-xep"))


def test_lines_are_typed_into_the_table_by_name(client, here, scheme):
    assert client.get(f"/ghi/de-an-dong?de-an={scheme}").status_code == 200
    form = {
        "key": "b", "scheme": f"[{scheme}]",
        "1.verb": "doi_ten", "1.unit": f"[{here.cells[0]}]", "1.name": "Chi bộ ấp Nhất",
        "2.verb": "ket_thuc", "2.unit": f"[{here.cells[1]}]",
    }  # fmt: skip
    done = client.post("/ghi/de-an-dong", form)
    assert done.status_code == 302, said(done)
    assert [each.verb for each in SchemeStep.objects.order_by("number")] == ["doi_ten", "ket_thuc"]
    page = said(client.get(f"/sap-xep/{scheme}"))
    assert "Chưa bố trí" in page
    assert "Lê Thị Mai" in page


def typed_into(page):
    """What stands in the boxes of the table, as a browser would send it."""
    boxes = re.findall(r'<input[^>]* name="(\d+\.\w+)" value="([^"]*)"', page)
    ticked = re.findall(r'type="checkbox"[^>]* name="(\d+\.\w+)" value="1" checked', page)
    selects = re.findall(r'<select id="[^"]*" name="(\d+\.\w+)".*?</select>', page, re.DOTALL)
    chosen = {}
    for name in selects:
        part = page.split(f'name="{name}"', 1)[1].split("</select>", 1)[0]
        found = re.search(r'value="([^"]*)" selected', part)
        chosen[name] = found[1] if found else ""
    plain = {name: unescape(text) for name, text in boxes if not name.endswith("has_committee")}
    return plain | chosen | dict.fromkeys(ticked, "1")


def test_the_lines_are_downloaded_as_the_sheet_takes_them_and_pasted_into_another_scheme(
    client, actor, here, scheme
):
    rows = [
        StepRow(0, Verb.END, here.cells[0]),
        StepRow(
            0, Verb.FOUND, None, Where(here.commune), "=1+1", OrganizationKind.CELL, Level.BASE, True,
            charge="Ấp Mới",
        ),
        StepRow(0, Verb.ABSORB, here.cells[1], Where(step=2)),
        StepRow(0, Verb.RENAME, here.cells[1], name="Chi bộ ấp Nhì"),
    ]  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    remove_steps(actor, TODAY, scheme=scheme, numbers=[1])
    assert f"/sap-xep/{scheme}/cac-dong.xlsx" in said(client.get(f"/sap-xep/{scheme}"))
    got = client.get(f"/sap-xep/{scheme}/cac-dong.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(got.content)).get_sheet_by_index(0)
    head, *cells = book.to_python()
    assert head[1:] == [box.label for box in SHEETS["de-an-dong"].columns]
    assert [line[:2] for line in cells] == [
        ["1", "Thành lập"], ["2", Verb.ABSORB.label], ["3", Verb.RENAME.label],
    ]  # fmt: skip
    assert (cells[0][5], cells[1][4]) == ("=1+1", "1")
    made = begin_scheme(actor, TODAY, title="Bản hai", kept_by=here.root, from_day=DAY)
    other = answer(made)
    pasted = "\n".join("\t".join(line) for line in [head, *cells])
    form = {"key": "p", "scheme": f"[{other}]", "pasted": pasted, "paste": "1"}
    filled = client.post("/ghi/de-an-dong", form).content.decode()
    again = {"key": "q", "scheme": f"[{other}]"} | typed_into(filled)
    done = client.post("/ghi/de-an-dong", again)
    assert done.status_code == 302, said(done)
    assert steps_of(other) == [
        replace(
            step, number=number, into=Where(step=1) if step.into == Where(step=2) else step.into
        )
        for number, step in enumerate(steps_of(scheme), start=1)
    ]
    assert client.get("/sap-xep/999999/cac-dong.xlsx").status_code == 404


def test_the_draft_is_compared_by_carrying_it_out_and_taking_it_back(client, actor, here, scheme):
    rows = [
        StepRow(0, Verb.TRANSFER, here.cells[1], Where(here.root)),
        StepRow(0, Verb.RENAME, here.cells[1], name="Chi bộ ấp Hai mới"),
    ]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    before, lines = OrganizationSpell.objects.count(), JournalEntry.objects.count()
    page = said(client.post(f"/sap-xep/{scheme}/so-sanh?cap=co_so"))
    assert "Chi bộ ấp Hai mới" in page
    assert "diễn thử: sổ chưa đổi gì" in page
    assert (OrganizationSpell.objects.count(), JournalEntry.objects.count()) == (before, lines)
    assert client.get(f"/sap-xep/{scheme}/so-sanh").status_code == 302


def test_a_draft_that_cannot_be_carried_out_says_why(client, actor, here, scheme):
    add_steps(actor, TODAY, scheme=scheme, rows=[StepRow(0, Verb.END, here.commune)])
    page = said(client.post(f"/sap-xep/{scheme}/so-sanh"))
    assert "Đề án chưa thực hiện được" in page
    assert "chưa có nơi về" in page


def test_the_decision_is_checked_first_then_stands_on_the_page_of_the_scheme(
    client, actor, here, scheme
):
    add_steps(
        actor,
        TODAY,
        scheme=scheme,
        rows=[StepRow(0, Verb.RENAME, here.cells[1], name="Chi bộ ấp Hai mới")],
    )
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    form = {"key": "c", "scheme": f"[{scheme}]", "number_sign": f"[{by}]"}
    checked = client.post("/ghi/de-an-quyet-dinh", form)
    assert checked.status_code == 200, said(checked)
    assert "Soát lại trước khi ghi" in said(checked)
    assert Scheme.objects.get().state == "dang_soan"
    done = client.post("/ghi/de-an-quyet-dinh", form | {"checked": "1"})
    assert done.status_code == 302
    page = said(client.get(f"/sap-xep/{scheme}"))
    assert "Đã quyết định" in page
    assert "9-QĐ/HU" in page
    compared = said(client.get("/to-chuc/so-sanh?truoc=30/6/2025&sau=1/7/2025&cap=co_so"))
    assert "trước: Chi bộ ấp Hai" in compared
    assert "số trước − thôi + mới = số sau" in compared


def test_people_are_placed_by_the_decision_where_names_may_not_stand_before_it(
    client, actor, here, scheme
):
    gone, into = here.cells[0], here.cells[1]
    add_steps(actor, TODAY, scheme=scheme, rows=[StepRow(0, Verb.END, gone)])
    members = Membership.objects.on(DAY).filter(cell=gone).order_by("pk")
    people = list(members.values_list("person", flat=True))
    page = said(client.get(f"/sap-xep/{scheme}"))
    assert f"/ghi/de-an-quyet-dinh?de-an={scheme}&amp;ai={people[0]}" in page
    opened = said(client.get(f"/ghi/de-an-quyet-dinh?de-an={scheme}"))
    assert all(f"[{person}]" in opened for person in people)  # a line each, the place left to fill
    assert opened.count('value="sinh_hoat" selected') == len(people)
    assert (
        'value="thoi_giu" selected' not in opened
    )  # that somebody only leaves is for a person to say
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    form = {"key": "c", "scheme": f"[{scheme}]", "number_sign": f"[{by}]"}
    for row, person in enumerate(people[1:], start=1):
        form |= {
            f"{row}.person": f"[{person}]",
            f"{row}.stay": "sinh_hoat",
            f"{row}.into": f"[{into}]",
        }
    refused = client.post("/ghi/de-an-quyet-dinh", form)
    assert refused.status_code == 422
    assert f"[{people[1]}]" in said(refused)  # what was typed stays
    assert Scheme.objects.get().state == "dang_soan"
    last = len(people)
    form |= {
        f"{last}.person": f"[{people[0]}]",
        f"{last}.stay": "sinh_hoat",
        f"{last}.into": f"[{into}]",
        f"{last + 1}.person": f"[{people[0]}]",  # who held a post of the cell
        f"{last + 1}.stay": "thoi_giu",
    }
    checked = client.post("/ghi/de-an-quyet-dinh", form)
    assert checked.status_code == 200, said(checked)[said(checked).find('class="faults"') :][:900]
    assert client.post("/ghi/de-an-quyet-dinh", form | {"checked": "1"}).status_code == 302
    assert not Membership.objects.on(DAY).filter(cell=gone).exists()
    assert set(people) <= set(
        Membership.objects.on(DAY).filter(cell=into).values_list("person", flat=True)
    )


def test_days_that_cannot_be_read_are_said_and_numbers_open(client, here):
    page = client.get("/to-chuc/so-sanh?truoc=hom kia kia&sau=1/7/2025")
    assert page.status_code == 200
    assert 'class="faults"' in said(page)
    assert 'class="faults"' in said(client.get("/to-chuc/so-sanh?truoc=2/7/2025&sau=1/7/2025"))
    opened = said(client.get("/to-chuc/so-sanh?truoc=1/1/2020&sau=1/7/2025&loai=chi_bo&dem=don_vi"))
    assert "Danh sách sau con số" in opened
    assert "Chi bộ ấp Một" in opened
    for wrong in ("loai=sai&dem=don_vi", "loai=chi_bo&dem=sai", "cap=sai", "don-vi=999999"):
        assert client.get(f"/to-chuc/so-sanh?{wrong}").status_code == 404
    assert client.get("/sap-xep/999999").status_code == 404
    assert client.post("/sap-xep/999999/so-sanh").status_code == 404


def test_a_post_has_a_page_with_everyone_who_held_it(client, here):
    found = PostSpell.objects.filter(organization=here.cells[0]).get()
    page = said(client.get(f"/chuc-vu/{found.post_id}"))
    assert "Bí thư" in page
    assert "Trần Văn An" in page
    assert f"/chuc-vu/{found.post_id}" in said(client.get(f"/to-chuc/{here.cells[0]}"))
    assert client.get("/chuc-vu/999999").status_code == 404


def test_the_page_of_a_unit_tells_what_a_decided_scheme_charges_it_with(
    client, actor, here, scheme
):
    kind = {"name": "Ban Thử", "kind": OrganizationKind.AGENCY, "level": Level.COMMUNE}
    founded = StepRow(
        1, Verb.FOUND, None, Where(here.commune), charge="Giúp việc đảng ủy xã", **kind
    )
    add_steps(actor, TODAY, scheme=scheme, rows=[founded])
    by = paper("9-QĐ/HU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=scheme, basis=by)
    made = SchemeStep.objects.get(scheme=scheme).made_id
    page = said(client.get(f"/to-chuc/{made}?ngay=2025-07-01"))
    assert "Giúp việc đảng ủy xã" in page


def test_who_was_placed_is_shown_and_taken_back(client, actor, here, scheme):
    record_parameter(
        actor, TODAY, key=PersonnelArea.APPOINTMENT, values=[1], clause="Điều 1", verified=True,
        from_day=date(2020, 1, 1), basis=paper("3-QC/TU", date(2020, 1, 1)),
    )  # fmt: skip
    add_steps(actor, TODAY, scheme=scheme, rows=[StepRow(0, Verb.END, here.cells[0])])
    person = Membership.objects.on(DAY).filter(cell=here.cells[0]).first().person_id
    row = PlaceRow(person, Stay.CELL, Where(here.cells[1]))
    place_people(actor, TODAY, scheme=scheme, rows=[row])
    page = said(client.get(f"/sap-xep/{scheme}"))
    assert "Đã bố trí" in page
    assert f"/ghi/de-an-bo-bo-tri?de-an={scheme}&amp;ai={person}&amp;viec=sinh_hoat" in page
    form = {"key": "x", "scheme": f"[{scheme}]", "person": f"[{person}]", "stay": "sinh_hoat"}
    assert client.post("/ghi/de-an-bo-bo-tri", form).status_code == 302
    assert "Đã bố trí" not in said(client.get(f"/sap-xep/{scheme}"))
    again = client.post("/ghi/de-an-bo-bo-tri", form | {"key": "y"})
    assert again.status_code == 422
    assert "Đề án không có bố trí này" in said(again)


def test_a_draft_of_cells_is_compared_and_its_address_leads_back(client, actor, here, scheme):
    gone, into = here.cells[0], here.cells[1]
    add_steps(actor, TODAY, scheme=scheme, rows=[StepRow(0, Verb.ABSORB, gone, Where(into))])
    compared = client.post(f"/sap-xep/{scheme}/so-sanh")
    assert compared.status_code == 200
    assert "0 thay đổi" not in said(
        compared
    )  # cells are shown, and who holds a post there may leave it
    back = client.get(f"/sap-xep/{scheme}/so-sanh")
    assert (back.status_code, back["Location"]) == (302, f"/sap-xep/{scheme}")


def test_the_day_looked_at_holds_for_schemes_and_committees(client, here):
    for address in ("/cap-uy", "/diem", "/sap-xep"):
        assert "16/06/2024" in said(client.get(f"{address}?ngay=16/06/2024", follow=True))


# --- a number opened ------------------------------------------------------------------------------

BETWEEN = "/to-chuc/so-sanh?truoc=30/6/2025&sau=1/7/2025&cap=co_so"
HEADS, PEOPLE = "&loai=chi_bo&dem=cap_truong", "&phan=nguoi"


@pytest.fixture
def both_end(actor, here, scheme):
    """The two cells go on in a new one, whose secretary is not named yet."""
    founded = StepRow(
        1, Verb.FOUND, None, Where(here.commune), "Chi bộ ấp Mới", OrganizationKind.CELL,
        Level.BASE, True,
    )  # fmt: skip
    rows = [founded, *(StepRow(0, Verb.UNITE, cell, Where(step=1)) for cell in here.cells)]
    add_steps(actor, TODAY, scheme=scheme, rows=rows)
    return scheme


@pytest.fixture
def both_ended(actor, both_end):
    basis = paper("9-QĐ/HU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=both_end, basis=basis, others_leave=True)


def the_list(page):
    """What stands behind the number, without the page round it."""
    return page.partition('id="danh-sach"')[2].partition('id="changes"')[0]


def addresses(page, name, kind="href"):
    return [unescape(each) for each in re.findall(rf'{kind}="([^"]*{name}[^"]*)"', page)]


def test_every_row_behind_a_number_is_reached_page_by_page(client, both_ended, monkeypatch):
    monkeypatch.setattr(schemes, "LISTED", 1)
    first = said(client.get(f"{BETWEEN}&loai=chi_bo&dem=don_vi&phan=doi"))
    assert "3 đơn vị" in the_list(first)
    turned = addresses(the_list(first), "trang-danh-sach")
    assert [each.partition("#")[2] for each in turned] == ["danh-sach"] * 2
    pages = [first, *(said(client.get(f"/to-chuc/so-sanh{each}")) for each in turned)]
    shown = [re.findall(r'<th scope="row"><a[^>]*>([^<]+)', the_list(page)) for page in pages]
    assert shown == [["Chi bộ ấp Hai"], ["Chi bộ ấp Một"], ["Chi bộ ấp Mới"]]
    assert not addresses(
        pages[2].partition('id="tree"')[0], "trang-danh-sach"
    )  # another number: page 1
    for beyond in ("0", "4", "x"):
        asked = f"{BETWEEN}&loai=chi_bo&dem=don_vi&phan=doi&trang-danh-sach={beyond}"
        assert client.get(asked).status_code == 404


def test_the_people_who_leave_are_opened_with_the_posts_they_leave(
    client, here, both_ended, monkeypatch
):
    page = said(client.get(BETWEEN))
    assert f"?truoc=30/6/2025&sau=1/7/2025&cap=co_so{HEADS}{PEOPLE}#danh-sach" in [
        each.replace("%2F", "/") for each in addresses(page, "phan=nguoi")
    ]
    opened = the_list(said(client.get(f"{BETWEEN}{HEADS}{PEOPLE}")))
    assert "2 người" in opened
    told = (("Trần Văn An", here.people[0], 0), ("Lê Thị Mai", here.people[10], 1))
    for name, person, cell in told:
        post = PostSpell.objects.get(organization=here.cells[cell]).post_id
        assert f'<a href="/can-bo/{person}">{name}</a>' in opened or f'/{person}">{name}' in opened
        assert (
            f'<a href="/chuc-vu/{post}">Bí thư</a>, <a href="/to-chuc/{here.cells[cell]}">'
            in opened
        )
    monkeypatch.setattr(schemes, "LISTED", 1)
    second = the_list(said(client.get(f"{BETWEEN}{HEADS}{PEOPLE}&trang-danh-sach=2")))
    assert ("Lê Thị Mai" in second, "Trần Văn An" in second) == (True, False)


def test_a_list_behind_a_number_asks_few_questions(client, here, both_ended):
    client.get(BETWEEN)  # the first page of a session tidies sessions too
    for part in ("", "&phan=doi", PEOPLE, f"{PEOPLE}&don-vi={here.commune}"):
        status, asked = questions(client, f"{BETWEEN}{HEADS}{part}")
        assert (status, asked <= 15) == (200, True), (part, asked)


def test_an_address_of_no_number_is_not_there(client, both_ended):
    for wrong in ("loai=chi_bo&dem=don_vi&phan=nguoi", "loai=chi_bo&dem=bien_che&phan=nguoi",
                  "loai=chi_bo&dem=cap_truong&phan=sai"):  # fmt: skip
        assert client.get(f"{BETWEEN}&{wrong}").status_code == 404
    nothing = the_list(said(client.get(f"{BETWEEN}&loai=phong&dem=cap_pho&phan=nguoi")))
    assert "Không có ai thôi giữ chức vụ nào" in nothing
    assert "Không có đơn vị nào như vậy" in said(client.get(f"{BETWEEN}&loai=phong&dem=cap_pho"))


def test_the_lists_of_a_draft_are_turned_by_buttons_and_nothing_is_kept(
    client, both_end, monkeypatch
):
    monkeypatch.setattr(schemes, "LISTED", 1)
    before, lines = OrganizationSpell.objects.count(), JournalEntry.objects.count()
    address, seen = f"/sap-xep/{both_end}/so-sanh", []
    page = said(client.post(address))
    asked = addresses(page, "dem=cap_truong&amp;phan=nguoi", "formaction")
    for _ in range(2):
        page = the_list(said(client.post(f"{address}{asked[0].partition('#')[0]}")))
        seen += re.findall(r"(Trần Văn An|Lê Thị Mai)</a>", page)
        asked = addresses(page, "trang-danh-sach=2", "formaction")
    assert seen == ["Trần Văn An", "Lê Thị Mai"]
    units = f"{address}?loai=chi_bo&dem=don_vi&phan=moi"
    assert "Chi bộ ấp Mới" in the_list(said(client.post(units)))
    assert client.post(f"{units}&trang-danh-sach=9").status_code == 404
    assert (OrganizationSpell.objects.count(), JournalEntry.objects.count()) == (before, lines)


def test_a_reader_of_one_cell_is_shown_only_it_and_told_so(actor):
    built = office()
    made = answer(begin_scheme(actor, TODAY, title="Thử", kept_by=built.here.root, from_day=DAY))
    rows = [StepRow(0, Verb.ABSORB, built.here.cells[1], Where(built.here.cells[0]))]
    add_steps(actor, TODAY, scheme=made, rows=rows)
    basis = paper("9-QĐ/TU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=made, basis=basis, others_leave=True)
    limited = "Con số và danh sách chỉ tính phần trong phạm vi được xem."
    for name, sees in (("specialist", True), ("secretary", False), ("clerk", False)):
        browser = built.browser(name)
        for part in ("", PEOPLE):
            shown = the_list(said(browser.get(f"{BETWEEN}{HEADS}{part}")))
            assert (limited in shown) is not sees
        assert ("Lê Thị Mai" in shown) is sees
        turned = said(browser.get(f"{BETWEEN}{HEADS}{PEOPLE}&trang-danh-sach=1"))
        assert ("Lê Thị Mai" in turned) is sees
    assert built.browser("nobody").get(f"{BETWEEN}{HEADS}{PEOPLE}").status_code == 403
    assert built.browser("commune_leader").post(f"/sap-xep/{made}/so-sanh").status_code == 404
