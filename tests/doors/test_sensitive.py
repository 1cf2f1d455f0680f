"""Thông tin nhạy cảm — names of the disciplined are nowhere but where they were opened with a reason."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from django.conf import settings
from django.db import transaction
from django.test import Client
from office import Office, as_owner, last_line, opened, standing, typing_for
from party import QUARTER, admitted
from pypdf import PdfReader
from world import TODAY, answer

from thenchot.figures.indicators.rules import INDICATORS
from thenchot.figures.reports import reads
from thenchot.figures.reports.acts import freeze_report
from thenchot.figures.reports.models import FrozenReport
from thenchot.figures.reports.rules import template_for
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.models import Disclosure, Instrument, JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.relating import relate_papers
from thenchot.office.documents.models import Relation
from thenchot.office.documents.rules.relating import RelationRow
from thenchot.office.documents.words import RelationKind
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.models import Discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm, Sensitive

pytestmark = pytest.mark.database
DAY, LATER = date(2024, 2, 5), date(2024, 3, 7)
DISCIPLINED = ("Hoàng Chim Yến", "Hoàng Chim Oanh", "Hoàng Chim Sẻ")  # told by no other record
EXPELLED = ("Trần Văn Bình", "Lê Thị Nga")
CANARIES = (*DISCIPLINED, *EXPELLED)
AS_MEMBERS = ("/to-chuc/", "/viec-cua-toi", "/den-han")
WORD = "canh-bao-7261"  # in the abstract of the papers
EVERYBODY = [
    "keys", "leader", "commune_leader", "specialist", "commune_specialist", "clerk", "committee",
    "builder", "secretary", "deputy", "inspector", "drafter", "member",
]  # fmt: skip
OPENERS = ("inspector", "drafter")
WHY = "Soạn báo cáo quý I theo phân công"
LIST, OPEN = "/bao-cao/quy-1-2024/ky-luat", "/bao-cao-mo"
LEFT = "/bao-cao/quy-1-2024/ra-khoi-dang"
CODES = [code for each in INDICATORS.values() for code in (each.code, *(part.code for part in each.parts()))]  # fmt: skip


def _paper(number: str, day: date) -> int:
    return answer(register_instrument(
        demo_actor(), TODAY, kind=InstrumentKind.DECISION, number_sign=number, issuer="Ủy ban Kiểm tra",
        abstract=f"Kỷ luật {WORD}", issued_year=day.year, issued_on=day,
    ))  # fmt: skip


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("nhay_cam", server, new_database, worker_id, django_db_blocker) as office:
        here, by = office.here, demo_actor()
        new = [admitted(name, here.cells[n % 2], DAY, DAY) for n, name in enumerate(DISCIPLINED)]
        warned = [DisciplineRow(who, DisciplineForm.WARNING) for who in new]
        gone = [DisciplineRow(here.people[n], DisciplineForm.EXPULSION) for n in (1, 11)]
        for number, rows in (("91-QĐ/UBKT", warned), ("92-QĐ/UBKT", gone)):
            basis = _paper(number, LATER)
            record_discipline(by, TODAY, people=rows, body=Body.COMMISSION, on_day=LATER, basis=basis)  # fmt: skip
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    """The same party for every test; what one opens is closed again."""
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


def test_whoever_cites_it_by_number_and_day_is_not_told_that_it_is_here(office):
    for name, joined in (("builder", None), ("commune_specialist", None), ("", "92-QĐ/UBKT")):
        by = office.actor(name) if name else demo_actor()
        with scoped(by, TODAY, reading=True):
            assert Instrument.objects.visible_to(by).filter(number_sign="92-QĐ/UBKT").exists()
        basis = replace(papers.unwritten(f"{len(name)}-KH/TU"), kept_by=office.here.commune)
        row = RelationRow(RelationKind.BASIS, cited="Quyết định số 92-QĐ/UBKT, ngày 07/03/2024")
        relate_papers(by, TODAY, organization=office.here.commune, basis=basis, row=row)
        found = Relation.objects.order_by("-pk").values_list("to__number_sign", flat=True)[0]
        assert (found, last_line().sentence.endswith(row.cited)) == (joined, joined is None)


def read(client: Client, address: str) -> str:
    """All words of a page or a file."""
    response = client.get(address)
    assert response.status_code in {200, 302, 403, 404}, address
    body = response.content
    if response.status_code != 200:
        return ""
    if body.startswith(b"%PDF"):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    if body.startswith(b"PK"):
        parts = zipfile.ZipFile(io.BytesIO(body))
        return " ".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    return body.decode()


def names_in(text: str) -> set[str]:
    return {name for name in CANARIES if name in text or "".join(name.split()) in text}


def lists(office: Office) -> list[str]:
    """Where the names of the disciplined and expelled would stand."""
    units = [office.here.root, office.here.commune, *office.here.cells]
    forms = ["", *(f".{form.value}" for form in DisciplineForm)]
    periods = ("quy-1-2024", "6-thang-2024", "nam-2024")
    found = [f"/bao-cao/{period}/ky-luat{form}?don-vi={unit}"
             for period in periods for form in forms for unit in units]  # fmt: skip
    return found + [f"{LEFT}{part}?don-vi={unit}" for part in ("", ".khai_tru") for unit in units]


def open_list(client: Client, reason: str = WHY, **more: str) -> int:
    typed = {"key": "mo", "which": "ky_luat", "reason": reason, "next": LIST} | more
    return client.post(OPEN, typed).status_code


@pytest.mark.parametrize("name", EVERYBODY)
def test_until_it_is_opened_no_list_names_the_disciplined(office, name):
    client = office.browser(name)
    for address in lists(office):
        found = names_in(read(client, address))
        may = set(EXPELLED) if name in OPENERS and address.startswith(LEFT) else set()
        assert found <= may, address
    if name in OPENERS:
        assert names_in(read(client, LIST)) == set()
        assert "nêu lý do" in read(client, LIST).lower()


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_page_of_the_quarter_says_who_was_expelled(office, name):
    """Every figure of the quarter in which they left, of each unit: only the openers' list of exits."""
    client = office.browser(name)
    for unit in (office.here.root, office.here.cells[0]):
        for code in CODES:
            address = f"/bao-cao/quy-1-2024/{code}?don-vi={unit}"
            found = names_in(read(client, address)) & set(EXPELLED)
            assert not found or (name in OPENERS and code.startswith("ra-khoi-dang")), address


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_page_and_no_file_tells_it_otherwise(office, name):
    client = office.browser(name)
    pages = ["/to-chuc", "/bao-cao", "/nhat-ky", "/quan-tri", "/quan-tri/ai-xem/2", "/bao-cao/quy-1-2024", "/viec-cua-toi", "/den-han"]  # fmt: skip
    pages += [f"/to-chuc/{unit}" for unit in (office.here.root, office.here.commune, *office.here.cells)]  # fmt: skip
    files = [f"/bao-cao/{period}.{shape}?don-vi={office.here.commune}"
             for period in ("quy-1-2024", "nam-2024") for shape in ("json", "xlsx", "docx", "pdf")]  # fmt: skip
    for address in (*pages, *files):
        text = read(client, address)
        if address.startswith(AS_MEMBERS):  # the disciplined stand there like all others
            assert not names_in(text) & set(EXPELLED), address
        elif address != "/nhat-ky":  # the journal prints who was admitted, as every act says it
            assert not names_in(text), address
        assert WORD not in text or address == "/nhat-ky", address


@pytest.mark.parametrize("name", OPENERS)
def test_opening_shows_the_names_and_leaves_a_line_with_the_reason(office, name):
    client, before = office.browser(name), JournalEntry.objects.count()
    assert open_list(client) == 302
    assert names_in(read(client, LIST)) == set(CANARIES)
    assert JournalEntry.objects.count() == before + 1
    assert (last_line().act, last_line().reason) == ("open_sensitive", WHY)
    assert last_line().actor_id == str(office.ids[name])
    assert open_list(client) == 302  # the same form again
    assert JournalEntry.objects.count() == before + 1
    assert not names_in(read(client, "/bao-cao/quy-1-2024.json"))  # a file of counts stays one


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_file_shows_beside_a_name_the_paper_that_expelled(office, name):
    client = office.browser(name)
    for number in (1, 11):
        text = read(client, f"/con-nguoi/{office.here.people[number]}")
        assert "92-QĐ/UBKT" not in text
        assert "Khai trừ:" not in text


def test_the_commission_opens_the_file_with_a_reason_and_reads_all_of_it(office):
    client, who = office.browser("inspector"), office.here.people[1]
    typed = {"key": "mo-ho-so", "reason": WHY}
    assert client.post(f"/con-nguoi/{who}/mo-ky-luat", typed).status_code == 302
    text = read(client, f"/con-nguoi/{who}")
    assert "92-QĐ/UBKT" in text
    assert "Khai trừ: Chi bộ ấp Một" in text
    other = read(client, f"/con-nguoi/{office.here.people[11]}")
    assert "92-QĐ/UBKT" not in other


@pytest.mark.parametrize("name", EVERYBODY)
def test_no_page_of_a_paper_names_who_was_expelled_or_where(office, name):
    with scoped(demo_actor(), TODAY, reading=True):
        papers = Instrument.objects.filter(number_sign__endswith="/UBKT", issued_on=LATER)
        addresses = [f"/van-ban/{paper}" for paper in papers.values_list("pk", flat=True)]
    assert len(addresses) >= 2
    client = office.browser(name)
    for address in addresses:
        text = read(client, address)
        assert not names_in(text), address
        assert "Chi bộ ấp" not in text, address


@pytest.mark.parametrize("name", ["secretary", "deputy", "member"])
def test_whoever_keeps_no_register_meets_such_papers_in_no_list(office, name):
    client = office.browser(name)
    for address in ("/van-ban", "/tim?q=92-qd"):
        assert WORD not in read(client, address), address


def test_without_a_reason_or_a_right_nothing_opens(office):
    before = JournalEntry.objects.count()
    assert open_list(office.browser("inspector"), reason=" ") == 422
    assert open_list(office.browser("inspector"), which="khac") == 404
    for name in EVERYBODY:
        if name not in OPENERS:
            client = office.browser(name)
            assert open_list(client) == 403, name
            assert not names_in(read(client, LIST))
    assert JournalEntry.objects.count() == before


def test_one_who_opened_opens_for_nobody_else(office):
    assert open_list(office.browser("inspector")) == 302
    for client in (office.browser("drafter"), office.browser("leader")):
        assert not names_in(read(client, LIST))
    assert open_list(office.browser("drafter"), key="khac") == 302
    assert names_in(read(office.browser("drafter"), LIST)) == set(CANARIES)


def test_nobody_types_for_the_inspection_commission(office):
    with pytest.raises(Refused, match="không giữ vai nào có thể nhập thay"):
        typing_for(opened("pho-kiem-tra"), office.ids["inspector"])


def test_the_way_back_leads_to_no_other_site(office):
    client = office.browser("inspector")
    for where in ("https://xa.vn/", "//xa.vn", "javascript:x"):
        typed = {"key": where, "which": "ky_luat", "reason": WHY, "next": where}
        assert client.post(OPEN, typed)["Location"] == "/bao-cao"


def test_the_counts_are_the_same_for_everybody(office):
    address = f"{LIST}?don-vi={office.here.commune}"
    shown, files = set(), set()
    for name in EVERYBODY:
        text = read(office.browser(name), address)
        if text and name not in {"secretary", "deputy"}:  # of a cell, not of the commune
            shown.add(re.search(r'class="state">.*?<strong>([^<]*)', text)[1])
            files.add(read(office.browser(name), f"/bao-cao/quy-1-2024.json?don-vi={office.here.commune}"))  # fmt: skip
    assert shown == {"5 người"}
    assert len(files) == 1


# --- with real commits: the clock, the freeze -----------------------------------------------------


@pytest.fixture
def lasting(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock():
        yield built


@pytest.mark.parametrize(("minutes", "open_still"), [(29, True), (31, False)])
def test_after_half_an_hour_it_is_masked_again(lasting, server, minutes, open_still):
    client = lasting.browser("inspector")
    assert open_list(client, key=f"mo-{minutes}") == 302
    with as_owner(server, settings.DATABASES["default"]["NAME"]) as owner:
        owner.execute("UPDATE basis_disclosure SET opened_at = now() - make_interval(mins => %s)", [minutes])  # fmt: skip
    assert bool(names_in(read(client, LIST))) is open_still
    by = lasting.actor("inspector")
    with scoped(by, TODAY, reading=True):  # wall two by itself
        assert Discipline.objects.exists() is open_still
    with scoped(by, TODAY, reading=True):  # and wall one
        assert Discipline.objects.visible_to(by).exists() is open_still
    assert Disclosure.objects.exists()


def test_a_leader_without_names_freezes_the_marks_of_all_records(lasting):
    root, leader = lasting.here.root, lasting.actor("leader")
    frozen = answer(freeze_report(leader, TODAY, period=QUARTER, organization=root))
    open_sensitive(demo_actor(), TODAY, kind=Sensitive.DISCIPLINE, reason="Thử")
    row = FrozenReport.objects.get(pk=frozen)
    with scoped(demo_actor(), TODAY, reading=True):
        keys = {str(key) for key in Discipline.objects.values_list("pk", flat=True)}
    assert set(row.records["ky-luat"]) == keys
    assert len(keys) == 5
    again = answer(freeze_report(demo_actor(), TODAY, period=QUARTER, organization=root))
    assert FrozenReport.objects.get(pk=again).records == row.records

    with scoped(demo_actor(), TODAY, reading=True):
        changed = Discipline.objects.filter(form=DisciplineForm.WARNING).order_by("pk")[0]
    correct_fact(
        demo_actor(), TODAY, kind="oversight.Discipline", fact=changed.pk, reason="Ghi nhầm",
        changes={"form": DisciplineForm.REPRIMAND}, by_paper=_paper("93-QĐ/UBKT", LATER),
    )  # fmt: skip
    asked = {"template": template_for(QUARTER), "period": QUARTER, "unit": root, "on": TODAY}

    def differing(by):
        with scoped(by, TODAY, reading=True):
            found = reads.changed_since(by=by, number=row.number, **asked)
        return {(each.row.code, each.key, each.subject) for each in found}

    assert differing(leader) == {("ky-luat", changed.pk, "")}
    assert differing(demo_actor()) == {("ky-luat", changed.pk, DISCIPLINED[0])}


def test_the_journal_names_nobody_whose_discipline_was_corrected(lasting):
    with scoped(demo_actor(), TODAY, reading=True):
        fact = Discipline.objects.get(person=lasting.here.people[11]).pk
    correct_fact(
        demo_actor(), TODAY, kind="oversight.Discipline", fact=fact, reason="Ghi nhầm",
        changes={"body": Body.COMMITTEE}, by_paper=_paper("94-QĐ/UBKT", LATER),
    )  # fmt: skip
    for name in ("keys", "leader"):
        assert not names_in(read(lasting.browser(name), "/nhat-ky")) & set(EXPELLED), name
