"""Phá trang ghi — random input, markup, other units' numbers, two people at once: no failure, no leak, no loss."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor, signed_in
from django.conf import settings
from django.utils import timezone
from drafts import begun, put_in
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from office import browser_of, office, opened
from office import given as give
from positions import drafted, framework
from sittings import OF_BODY, WRITTEN, called, submitted
from world import TODAY, answer, paper, small_world

from thenchot.doors.web.recording.boxes import Picked
from thenchot.doors.web.recording.paper import PAPER_BOXES
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.words import Decider
from thenchot.office.documents.acts.delivering import lend_kept_copy, post_out
from thenchot.office.documents.acts.handling import direct_paper
from thenchot.office.documents.models import Asked, Assignment, Delivery, Loan, Posted, Relation
from thenchot.office.documents.rules.receiving import AssignmentRow, DirectionRow
from thenchot.office.documents.words import Part, RelationKind
from thenchot.people.dossiers.reads.picked import Pick
from thenchot.people.reorganisation.acts.writing import begin_scheme
from thenchot.people.sittings.models import Item

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CANARY = '"><img src=x onerror=alert(1)>{{ 7*7 }}'
PAPER = {
    "number_sign": "60-QĐ/TU", "paper_kind": "quyet_dinh", "issuer": "Tỉnh ủy",
    "issued_on": "02/05/2024", "abstract": "Về tổ chức",
}  # fmt: skip


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


def boxes(slug):
    """Every name a browser would send for this sheet, two lines of its table included."""
    sheet = SHEETS[slug]
    own = [box.name for box in sheet.boxes]
    paper = [box.name for box in PAPER_BOXES] if sheet.paper else []
    lines = [f"{number}.{box.name}" for number in (1, 2) for box in sheet.columns]
    return [*paper, *own, *lines]


NASTY = [
    "", "0", "1", "2", "-1", "9" * 18, "9" * 40, "[1]", "x [99999999999999999999]", "A\x00B", "\u202e",
    "31/02/2024", "29/2/2023", "hôm nay", "1/1/1", "00/00/0000", "٣/٢/٢٠٢٤", "1.5", "1e9", CANARY,
    unicodedata.normalize("NFD", "Nguyễn Thị Mô Phỏng"), "Nguyễn Thị Mô Phỏng", "a" * 6000,
    "Đảng bộ xã Thử Một", "chi_bo", "nam", "ket_nap", "cap_truong", "{day}", "%s", "' OR 1=1 --",
    "15-QĐ/TU", "Quyết định số 15-QĐ/TU ngày 1/3/2021", "2024", "60", "01/06/2024", "\t\n",
]  # fmt: skip
typed = st.sampled_from(NASTY) | st.text(max_size=40)


@pytest.mark.parametrize("slug", SHEETS)
def test_whatever_is_typed_no_page_fails(slug):
    small_world()
    client = signed_in()
    client.raise_request_exception = True

    @given(
        st.fixed_dictionaries({}, optional=dict.fromkeys(boxes(slug), typed)), st.text(max_size=8)
    )
    @how(
        max_examples=25, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def send(form, key):
        answer = client.post(f"/ghi/{slug}", form | {"key": key or "k"})
        assert answer.status_code in {200, 302, 403, 409, 422}

    send()


OTHER_FORMS = {
    "/ghi/dinh-chinh/register.PersonSpell/{life}": (
        "number_sign", "issuer", "issued_on", "full_name", "sex", "birth_on", "ethnicity", "hometown",
        "effective", "day_after", "stamp", "reason",
    ),
    "/ghi/hoan-tac": ("entry",),
    "/ghi/doc-van-ban": ("number_sign", "issued_on", "issuer", "paper_kind"),
    "/ban-nhap": ("form", "name", "drop", "1.person"),
    "/bao-bien-dong/chi-bo/{cell}": ("what", "person", "on_day", "words"),
    "/quan-tri/mo-tai-khoan": ("username", "printed_name", "person", "from_day", "until", "reason"),
    "/quan-tri/tai-khoan/{account}": ("role", "unit", "from_day", "until", "reason", "propose"),
    "/quan-tri/tai-khoan/{account}/nhap-thay": ("principal", "from_day", "until", "reason"),
    "/quan-tri/tai-khoan/{account}/thu/vai": ("which", "reason"),
    "/quan-tri/de-nghi/1": ("agree", "reason"),
    "/bao-cao/quy-1-2024/chot": ("reason", "don-vi"),
    "/bao-cao-mo": ("reason", "next", "ky", "code"),
    "/con-nguoi/{person}/mo-ky-luat": ("reason",),
    "/tuy-chon": ("next", "language", "size", "keys"),
    "/nhap-thay": ("principal",),
}  # fmt: skip


@pytest.mark.parametrize("address", OTHER_FORMS)
def test_nor_does_any_other_form(address):
    here = office()
    client = signed_in()
    place = address.format(
        life=PersonSpell.objects.first().pk, cell=here.here.cells[0], person=here.here.people[0],
        account=here.ids["specialist"],
    )  # fmt: skip

    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(OTHER_FORMS[address], typed)))
    @how(
        max_examples=25, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def send(form):
        answer = client.post(place, form | {"key": "k"})
        assert answer.status_code in {200, 302, 403, 404, 409, 422}

    send()


@pytest.mark.parametrize("what", [each.value for each in Pick])
def test_nor_do_the_suggestions(what):
    small_world()
    client = signed_in()
    for text in NASTY:
        answer = client.get(f"/ghi/chon/{what}", {"q": text})
        assert answer.status_code == 200
        assert "<img src=x" not in answer.content.decode()
        assert client.get("/ghi/doc-ngay", {"d": text}).status_code == 200


@pytest.mark.parametrize("slug", SHEETS)
def test_markup_comes_back_as_text_from_every_box(slug):
    small_world()
    client = signed_in()
    text = client.post(
        f"/ghi/{slug}", dict.fromkeys(boxes(slug), CANARY) | {"key": "x"}
    ).content.decode()
    assert "<img src=x" not in text
    assert "{{ 7*7 }}" in text  # nor is a template read out of it


def test_a_name_that_is_markup_stays_text_wherever_it_is_shown():
    world, client = small_world(), signed_in()
    form = PAPER | {
        "key": "n", "organization": f"[{world.commune}]", "name": f"Đảng bộ {CANARY}", "abstract": CANARY,
        "issuer": CANARY,
    }  # fmt: skip
    where = client.post("/ghi/doi-ten", form)["Location"]
    for address in (
        where, "/to-chuc", "/to-chuc/bang", "/tim?q=dang+bo", "/ghi/chon/don-vi?q=dang+bo", "/van-ban",
        "/nhat-ky", f"/ghi/doi-ten?don-vi={world.commune}", "/ghi/chon/van-ban?q=60-QĐ/TU",
        "/ghi/doc-ngay?d=<img src=x>",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<img src=x" not in answer.content.decode()


@pytest.fixture
def neighbour():
    """An office, and a clerk of one cell who sees nobody of the other."""
    here = office()
    account = opened("mot-chi-bo")
    give(account, "chuyen_vien", here.here.cells[0])
    here.browser("specialist").post(
        "/ghi/van-ban", PAPER | {"key": "kin", "number_sign": "61-QĐ/TU"}
    )
    return here, browser_of(account)


def theirs_filed(cell):
    """A copy, a dossier and a paper in it."""
    of = paper("63-QĐ/TU")
    dossier = papers.opened_dossier(cell, of)
    done = papers.filed(dossier, of)
    return {Pick.COPY: papers.copied(cell, of), Pick.DOSSIER: dossier, Pick.FILED: done}


def relation_of(cell) -> int:
    paper_id = papers.related(
        cell, papers.came("48-CV/TW"), kind=RelationKind.BASIS, cited="Quy định 24"
    )
    return Relation.objects.get(paper=paper_id).pk


def asked_of(here) -> Asked:
    """Asked of the other cell by the root, once."""
    found = Asked.objects.first()
    if found is None:
        plan = paper("63-KH/TU", TODAY)
        papers.handed_down(here.here.root, plan, here.here.cells[1], due_on=TODAY)
        found = Asked.objects.get()
    return found


def theirs_put(cell):
    """A file of the other cell put to its members, once."""
    found = Item.objects.filter(organization=cell).first()
    if found is None:
        draft = submitted(cell, cell, replace(OF_BODY, decider=Decider.CELL))
        called(cell, [draft], replace(WRITTEN, decider=Decider.CELL))
        found = Item.objects.get(organization=cell)
    return {Pick.SITTING: found.sitting_id, Pick.ITEM: found.pk}


def away(organization: int) -> int:
    """A delegation of another cell."""
    return papers.delegated(organization, Instrument.objects.get(number_sign="61-QĐ/TU").pk)


def theirs_delivered(number: int):
    """Envelopes posted, and the kept copy with somebody."""
    post_out(demo_actor(), TODAY, number=number, row=papers.POSTED)
    lend_kept_copy(demo_actor(), TODAY, number=number, row=papers.LENT)
    papers.delivered(number)
    return {
        Pick.DELIVERY: Delivery.objects.get(number=number).pk,
        Pick.POSTED: Posted.objects.get(number=number).pk,
        Pick.LOAN: Loan.objects.get(number=number).pk,
    }


def not_mine(here):
    """Numbers of the other cell, of each kind."""
    framework(paper("62-QĐ/TU"))
    cell = here.here.cells[1]
    it = papers.received(cell)
    of = papers.series(cell, replace(papers.TERM, from_day=date(2025, 1, 1)))
    asked = (AssignmentRow(Part.LEAD, unit=cell),)
    direction = DirectionRow("Bí thư", TODAY, "Chi bộ chủ trì.", asked)
    direct_paper(demo_actor(), TODAY, incoming=it, direction=direction)
    of_paper = Instrument.objects.get(number_sign="61-QĐ/TU").pk
    return {
        Pick.INCOMING: it, Pick.SERIES: of, Pick.NUMBER: papers.issued(of),
        **theirs_filed(cell),
        Pick.RELATION: relation_of(cell), Pick.CASCADE: asked_of(here).cascade_id,
        Pick.DELEGATION: away(cell), **theirs_delivered(papers.issued(of, papers.SENT)),
        Pick.ASKED: asked_of(here).pk,
        Pick.ASSIGNMENT: Assignment.objects.get(incoming=it).pk,
        Pick.DRAFT: begun(cell, cell), **theirs_put(cell), Pick.PIECE: put_in(begun(cell, cell)),
        Pick.PERSON: here.strangers[0], Pick.UNIT: here.here.cells[1], Pick.CELL: here.here.cells[1],
        Pick.POST: 1, Pick.POSTING: 1, Pick.PAPER: of_paper,
        Pick.WAITING: papers.elsewhere(cell, of_paper)[0],
        Pick.POSITION: drafted(here.here.cells[1], "CV09"),
        Pick.SCHEME: answer(
            begin_scheme(demo_actor(), TODAY, title="Kín", kept_by=here.here.root, from_day=TODAY)
        ),
    }  # fmt: skip


@pytest.mark.parametrize("slug", sorted(SHEETS.keys() - {"van-ban", "phan-cap", "ho-so"}))
def test_what_is_not_ones_own_is_answered_as_what_is_not_there(neighbour, slug):
    here, client = neighbour
    sheet, mine = SHEETS[slug], not_mine(here)
    before = JournalEntry.objects.count()
    answers = []
    for number in ("theirs", "nobody's"):
        form = PAPER | {"key": "i", "from_day": "1/6/2024", "on_day": "1/6/2024", "reason": "thử"}
        for box in (*sheet.boxes, *sheet.columns):
            if isinstance(box, Picked):
                name = box.name if box in sheet.boxes else f"1.{box.name}"
                form[name] = f"[{mine[box.of]}]" if number == "theirs" else "[987654321]"
        text = client.post(f"/ghi/{slug}", form).content.decode()
        asked = re.findall(r'(?s)<div class="faults".*?</div>', text)
        answers.append([re.sub(r"«\[\d+\]»", "«…»", each) for each in asked])
    assert answers[0] == answers[1]
    assert JournalEntry.objects.count() == before


def test_nor_do_suggestions_and_addresses_tell(neighbour):
    here, client = neighbour
    for what, number in (("nguoi", here.strangers[0]), ("chi-bo", here.here.cells[1])):
        assert client.get(f"/ghi/ket-nap?{what}={number}").status_code == 404
        assert client.get(f"/ghi/ket-nap?{what}=987654321").status_code == 404
    names = client.get("/ghi/chon/nguoi?q=dang+vien").content.decode()
    assert f"[{here.strangers[0]}]" not in names
    assert client.get("/ghi/chon/khong-co?q=a").status_code == 404


def test_of_two_who_decide_the_second_is_told_who_and_when():
    here = office()
    first, second = here.browser("commune_specialist"), here.browser("specialist")
    form = PAPER | {
        "key": "hai", "organization": f"[{here.here.cells[0]}]", "from_day": "1/6/2024",
        "since": timezone.now().isoformat(), "name": "Chi bộ Hai",
    }  # fmt: skip
    assert (
        first.post("/ghi/doi-ten", form | {"key": "mot", "name": "Chi bộ Một"}).status_code == 302
    )
    before = JournalEntry.objects.count()
    answer = second.post("/ghi/doi-ten", form)
    text = answer.content.decode()
    assert answer.status_code == 422
    who = JournalEntry.objects.latest("opened_at").actor_name
    assert f"{who} đã ghi một việc của cùng đơn vị lúc" in text
    assert "Phiếu của đồng chí chưa được ghi." in text
    assert 'value="Chi bộ Hai"' in text
    assert JournalEntry.objects.count() == before
    assert (
        OrganizationSpell.objects.on(TODAY).get(organization=here.here.cells[0]).name
        == "Chi bộ Một"
    )


def test_who_may_not_record_there_is_not_told_who_did():
    here = office()
    form = PAPER | {"organization": f"[{here.here.cells[0]}]", "from_day": "1/6/2024"}
    since = timezone.now().isoformat()
    here.browser("specialist").post("/ghi/doi-ten", form | {"key": "a", "name": "Đảng bộ Một"})
    text = here.browser("committee").post(
        "/ghi/doi-ten", form | {"key": "b", "name": "Hai", "since": since}
    )
    assert text.status_code == 403
    assert "đã ghi một việc" not in text.content.decode()
