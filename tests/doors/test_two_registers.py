"""Một văn bản, nhiều sổ — each organ that received it has its own line; nobody learns of another's."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from asking import Asking
from django.conf import settings
from django.db import connection
from django.test import Client
from office import browser_of, given, last_line, opened, who
from party import party
from world import TODAY, answer, paper, small_world, unit

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry, PaperUse
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.reads.withheld import closed_rights
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.handling import receive_and_direct
from thenchot.office.documents.acts.receiving import receive_paper, receive_papers
from thenchot.office.documents.models import Assignment, Direction, Incoming, Outgoing
from thenchot.office.documents.rules.receiving import (
    Arrival,
    AssignmentRow,
    DirectionRow,
    ReceivedRow,
)
from thenchot.office.documents.words import Part
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm

pytestmark = pytest.mark.database
SIGN, ISSUER, DAY = "12-CV/BTCTU", "Ban Tổ chức Tỉnh ủy", date(2025, 6, 2)
ARRIVED = Arrival(date(2025, 6, 3))
MINE, THEIRS = "về việc rà soát", "V/v rà soát, thống kê"


@dataclass
class Communes:
    """Hai xã — two registers side by side, a clerk in each, one paper typed in each one's words."""

    root: int
    units: tuple[int, int]
    accounts: tuple[int, int]

    def actor(self, which: int) -> Actor:
        return who(self.accounts[which])

    def browser(self, which: int) -> Client:
        return browser_of(self.accounts[which])

    def letter(self, which: int, **more) -> PaperRow:
        said = (MINE, THEIRS)[which]
        row = PaperRow(InstrumentKind.LETTER, SIGN, ISSUER, said, DAY, kept_by=self.units[which])
        return replace(row, **more)

    def receive(self, which: int, **more) -> int:
        return answer(
            receive_paper(
                self.actor(which), TODAY, organization=self.units[which],
                basis=self.letter(which, **more), arrival=ARRIVED,
            )
        )  # fmt: skip

    def seen(self, which: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """Lines and papers with this number, as each wall lets the clerk see them."""
        by = self.actor(which)
        lines = Incoming.objects.filter(basis__number_sign=SIGN).values_list("organization_id")
        held = Instrument.objects.filter(number_sign=SIGN).values_list("pk", "abstract")
        with scoped(by, TODAY, reading=True):
            walls = [(list(lines), list(held))]
            walls.append((list(lines.visible_to(by)), list(held.visible_to(by))))
        assert walls[0] == walls[1]
        return walls[0]


def two_communes() -> Communes:
    here = small_world()
    units = here.commune, unit("Đảng bộ xã Thử Hai", here.root, here.founding)
    accounts = tuple(opened(f"van-thu-{n}") for n in (1, 2))
    for account, where in zip(accounts, units, strict=True):
        given(account, "van_thu", where)
    return Communes(here.root, units, accounts)


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here(db) -> Communes:
    return two_communes()


def by_sheet(here: Communes, which: int) -> None:
    sent(here, which, "van-ban-den")


def by_list(here: Communes, which: int) -> None:
    words = ("number_sign", "kind", "issuer", "issued_on", "abstract", "arrived_on")
    said = (SIGN, "cong_van", ISSUER, "2/6/2025", (MINE, THEIRS)[which], "3/6/2025")
    line = {f"1.{word}": each for word, each in zip(words, said, strict=True)}
    form = {"key": f"k{which}", "organization": f"[{here.units[which]}]"}
    done(here.browser(which).post("/ghi/van-ban-den-loat", form | line))


def by_directing(here: Communes, which: int) -> None:
    given(here.accounts[which], "lanh_dao_cap_uy", here.units[which])
    sent(
        here, which, "vao-so-phan-cong", said_by="Bí thư", said_on="3/6/2025", opinion="Thực hiện.",
        **{"1.part": "chu_tri", "1.unit": f"[{here.units[which]}]"},
    )  # fmt: skip


def by_api(here: Communes, which: int) -> None:
    row = {
        "kind": "cong_van", "number_sign": SIGN, "issuer": ISSUER, "issued_on": DAY,
        "abstract": (MINE, THEIRS)[which], "arrival": {"arrived_on": "2025-06-03", "channel": "mang", "urgency": "thuong"},
    }  # fmt: skip
    asked = Asking.of(here.accounts[which])
    found = asked.act("receive-papers", organization=here.units[which], rows=[row])
    assert found.status_code == 200, found.content


def sent(here: Communes, which: int, slug: str, **more: str) -> None:
    form = {
        "key": f"k{which}", "organization": f"[{here.units[which]}]", "number_sign": SIGN,
        "issued_on": "2/6/2025", "paper_kind": "cong_van", "issuer": ISSUER,
        "abstract": (MINE, THEIRS)[which], "arrived_on": "3/6/2025", "channel": "mang", "urgency": "thuong",
    }  # fmt: skip
    done(here.browser(which).post(f"/ghi/{slug}", form | more))


def done(response) -> None:
    text = response.content.decode()
    assert response.status_code == 302, text[text.find('class="faults"') :][:600]


@pytest.mark.parametrize("second", [by_sheet, by_list, by_directing, by_api])
def test_a_second_organ_registers_the_same_letter_in_its_own_register(here, second):
    by_sheet(here, 0)
    assert here.seen(1) == ([], [])
    second(here, 1)
    one = Instrument.objects.get(number_sign=SIGN)
    lines = Incoming.objects.order_by("pk").values_list("organization_id", "basis_id", "number")
    assert list(lines) == [(here.units[0], one.pk, 1), (here.units[1], one.pk, 1)]
    assert (one.abstract, one.kept_by) == (MINE, here.units[0])
    for which in (0, 1):
        assert here.seen(which) == ([(here.units[which],)], [(one.pk, MINE)])
        page = here.browser(which).get(f"/van-ban/{one.pk}").content.decode()
        assert MINE in page
        assert ("Thử Một", "Thử Hai")[1 - which] not in page


def test_a_letter_numbered_here_enters_the_register_of_whom_it_was_sent_to(here):
    number = papers.issued(papers.series(here.root), papers.SENT)
    one = Outgoing.objects.select_related("basis").get(pk=number).basis
    row = PaperRow(InstrumentKind.DECISION, one.number_sign, one.issuer, THEIRS, one.issued_on, kept_by=here.units[0])  # fmt: skip
    asked = {"organization": here.units[0], "basis": row, "arrival": Arrival(date(2025, 6, 4))}
    receive_paper(here.actor(0), TODAY, **asked)
    assert Incoming.objects.get().basis_id == one.pk
    with scoped(here.actor(0), TODAY, reading=True):
        assert not Outgoing.objects.exists()


def test_one_organ_registers_it_once_whoever_holds_it(here):
    here.receive(0)
    here.receive(1)
    before = standing()
    with pytest.raises(Refused) as refusal:
        here.receive(1)
    assert [each.sentence() for each in refusal.value.reasons] == [
        "Văn bản cùng số, ký hiệu, cơ quan ban hành và ngày này đã có trong sổ.",
        "Văn bản này đã vào sổ ngày 03/06/2025, số đến 1.",
    ]
    with pytest.raises(Refused, match="đã vào sổ ngày 03/06/2025, số đến 1"):
        receive_papers(
            here.actor(1), TODAY, organization=here.units[1],
            rows=[ReceivedRow(here.letter(1), ARRIVED)],
        )  # fmt: skip
    assert standing() == before


def test_another_day_or_issuer_is_another_paper(here):
    here.receive(0)
    here.receive(1, issuer="Ban Tuyên giáo Tỉnh ủy")
    here.receive(1, issued_on=date(2025, 6, 1))
    assert Instrument.objects.filter(number_sign=SIGN).count() == 3


def test_a_refusal_tells_nothing_of_what_another_organ_holds(here):
    here.receive(0)
    late = replace(ARRIVED, arrived_on=date(2025, 7, 1))
    for sign in (SIGN, "13-CV/BTCTU"):
        before = standing()
        with pytest.raises(Refused) as refusal:
            receive_paper(
                here.actor(1), TODAY, organization=here.units[1],
                basis=here.letter(1, number_sign=sign), arrival=late,
            )  # fmt: skip
        assert [each.sentence() for each in refusal.value.reasons] == [
            "Ngày đến 01/07/2025 còn ở phía trước."
        ]
        assert standing() == before
    assert here.seen(1) == ([], [])


def test_an_annulled_letter_is_registered_by_nobody_else(here):
    here.receive(0)
    found = Instrument.objects.get(number_sign=SIGN)
    annul_instrument(
        demo_actor(), TODAY, instrument=found.pk, by_paper=paper("99-QĐ/TU"), reason="Thử"
    )
    before = standing()
    with pytest.raises(Refused, match="đã bị hủy bỏ"):
        here.receive(1)
    with pytest.raises(Refused, match="đã bị hủy bỏ"):
        receive_papers(
            here.actor(1), TODAY, organization=here.units[1],
            rows=[ReceivedRow(here.letter(1), ARRIVED)],
        )  # fmt: skip
    assert standing() == before


def stored(organ: int, one: Instrument) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM documents_stored(%s, %s, %s, %s)",
            [organ, [one.number_sign], [one.issuer], [one.issued_on]],
        )
        return [pk for (pk,) in cursor.fetchall()]


def in_act(by: Actor, right: str, organ: int, one: Instrument) -> list[int]:
    with scoped(by, TODAY), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('thenchot.right', %s, true)", [right])
        cursor.execute("SELECT basis_open_act('thu', %s, 'Thử')", [by.id])
        found = stored(organ, one)
        raise Found(found)


class Found(Exception):
    """Rolls the open act back with what was found in it."""


def found_in_act(by: Actor, right: str, organ: int, one: Instrument) -> list[int]:
    with pytest.raises(Found) as seen:
        in_act(by, right, organ, one)
    return seen.value.args[0]


def test_it_is_found_only_by_the_act_of_registering_in_that_organ(here):
    here.receive(0)
    one, clerk = Instrument.objects.get(number_sign=SIGN), here.actor(1)
    right, (other, own) = "documents.vao_so", here.units
    assert found_in_act(clerk, right, own, one) == [one.pk]
    assert found_in_act(clerk, right, other, one) == []
    assert found_in_act(clerk, right, here.root, one) == []
    assert found_in_act(clerk, "documents.theo_doi", own, one) == []
    assert found_in_act(here.actor(1), right, own, Instrument(number_sign=SIGN, issuer="Khác", issued_on=DAY)) == []  # fmt: skip
    with scoped(clerk, TODAY):
        assert stored(own, one) == []  # no act is open
    stranger = who(opened("nguoi-la"))
    assert found_in_act(stranger, right, own, one) == []


def test_the_ground_of_a_fact_alone_is_not_drawn_by_its_number(here):
    one = Instrument.objects.get(number_sign="15-QĐ/TU")  # appoints somebody
    row = PaperRow(one.kind, one.number_sign, one.issuer, THEIRS, one.issued_on, kept_by=here.units[1])  # fmt: skip
    before = standing()
    with pytest.raises(Refused):
        receive_paper(here.actor(1), TODAY, organization=here.units[1], basis=row, arrival=ARRIVED)
    assert standing() == before
    assert found_in_act(here.actor(1), "documents.vao_so", here.units[1], one) == []


def test_a_paper_that_tells_a_discipline_is_not_drawn_though_it_went_out(db):
    here = party()
    number = papers.issued(papers.series(here.root), papers.SENT)
    one = Outgoing.objects.select_related("basis").get(pk=number).basis
    clerk = opened("van-thu")
    given(clerk, "van_thu", here.cells[1])
    asked = (who(clerk), "documents.vao_so", here.cells[1], one)
    assert found_in_act(*asked) == [one.pk]
    record_discipline(
        demo_actor(), TODAY, people=[DisciplineRow(here.people[1], DisciplineForm.WARNING)],
        body=Body.COMMITTEE, on_day=one.issued_on, basis=one.pk,
    )  # fmt: skip
    assert closed_rights() == {"members.xem_khai_tru", "oversight.xem_ten"}  # as the function says
    assert PaperUse.objects.filter(paper=one.pk, code__in=closed_rights()).exists()
    assert found_in_act(*asked) == []


def test_whoever_may_not_register_registers_nothing(here):
    here.receive(0)
    reader = opened("nguoi-doc")
    given(reader, "lanh_dao_cap_uy", here.units[1])
    before = standing()
    with pytest.raises(NotAllowed):
        receive_paper(
            who(reader), TODAY, organization=here.units[1], basis=here.letter(1), arrival=ARRIVED
        )
    with pytest.raises(NotAllowed):
        receive_paper(
            here.actor(1), TODAY, organization=here.units[0], basis=here.letter(1), arrival=ARRIVED
        )
    assert standing() == before


def test_neither_sees_what_the_other_directs(here):
    here.receive(0)
    given(here.accounts[1], "lanh_dao_cap_uy", here.units[1])
    asked = (AssignmentRow(Part.LEAD, unit=here.units[1]),)
    receive_and_direct(
        here.actor(1), TODAY, organization=here.units[1], basis=here.letter(1), arrival=ARRIVED,
        direction=DirectionRow("Bí thư", date(2025, 6, 3), "Thực hiện.", asked),
    )  # fmt: skip
    assert last_line().instrument == f"Công văn số {SIGN}, 02/06/2025"
    for which, found in ((0, 0), (1, 1)):
        with scoped(here.actor(which), TODAY, reading=True):
            assert (Direction.objects.count(), Assignment.objects.count()) == (found, found)
    one = Instrument.objects.get(number_sign=SIGN)
    page = paper_page(by=here.actor(1), paper=one.pk)
    assert page is not None
    assert page.line.abstract == MINE


def test_two_who_register_it_at_once_both_have_their_line(committed):
    here = two_communes()
    ready = threading.Barrier(2)

    def clerk(which: int) -> None:
        try:
            by = here.actor(which)
            for n in range(8):
                ready.wait(60)
                receive_paper(
                    by, TODAY, organization=here.units[which],
                    basis=here.letter(which, number_sign=f"{n + 1}-CV/BTCTU"), arrival=ARRIVED,
                )  # fmt: skip
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(clerk, (0, 1)))
    held = Instrument.objects.filter(number_sign__endswith="-CV/BTCTU")
    assert held.count() == 8
    assert Incoming.objects.count() == 16
    assert set(Incoming.objects.values_list("basis_id", flat=True)) == {each.pk for each in held}
    assert not verify_journal().faults


def standing() -> list[list[tuple]]:
    return [
        list(model.objects.order_by("pk").values_list())
        for model in (Incoming, Instrument, PaperUse, JournalEntry)
    ]
