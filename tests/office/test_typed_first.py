"""Văn bản nơi nhận gõ trước — its own organ numbers it after a commune registered it: one paper, two registers."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from honest_files import pdf
from office import browser_of, given, opened, who
from world import TODAY, answer, paper, small_world, unit

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.models import Instrument, JournalEntry, PaperUse
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.attaching import attach_received_file
from thenchot.office.documents.acts.exported import enter_register
from thenchot.office.documents.acts.numbering import (
    cancel_number,
    issue_number,
    set_number_source,
)
from thenchot.office.documents.acts.receiving import receive_paper
from thenchot.office.documents.models import Incoming, Outgoing, Series
from thenchot.office.documents.reads.books import BookKind, book
from thenchot.office.documents.reads.incoming import incoming_lines
from thenchot.office.documents.rules.exported import ExportedRow
from thenchot.office.documents.rules.receiving import Arrival
from thenchot.office.documents.words import Source
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2025, 6, 3)
SIGN, ISSUER = "01-QĐ/TU", "Ban Thường vụ"
AGAIN = "Văn bản cùng số, ký hiệu, cơ quan ban hành và ngày này đã có trong sổ."
TYPED, OWN = "v/v phân công (gõ ở xã)", "về việc thử"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))


class Two:
    """The organ that issues, the commune that typed, another that received too; a clerk in each."""

    def __init__(self, name: str = ISSUER) -> None:
        world = small_world()
        self.founding, self.organ = world.founding, unit(name, world.root, world.founding)
        self.root, self.commune = world.root, world.commune
        self.other = unit("Đảng bộ xã Thử Hai", world.root, world.founding)
        self.accounts = {}
        for name in ("organ", "commune", "other"):
            self.accounts[name] = opened(f"van-thu-{name}")
            given(self.accounts[name], "van_thu", getattr(self, name))
        self.series = papers.series(self.organ)

    def typed(self, by: str = "commune", **more) -> Instrument:
        where = getattr(self, by)
        row = PaperRow(InstrumentKind.NOTICE, SIGN, ISSUER, TYPED, DAY, kept_by=where)
        receive_paper(
            who(self.accounts[by]), TODAY, organization=where, basis=replace(row, **more),
            arrival=Arrival(date(2025, 6, 4)),
        )  # fmt: skip
        return Instrument.objects.order_by("-pk")[0]

    def issue(self, by: str = "organ", **more) -> Outgoing:
        actor = who(self.accounts[by])
        row = replace(papers.DECISION, **more)
        made = answer(issue_number(actor, TODAY, series=self.series, row=row, given_on=DAY))
        return Outgoing.objects.select_related("basis").get(pk=made)

    def elsewhere(self) -> None:
        """Another system gives the organ's numbers."""
        set_number_source(
            demo_actor(), TODAY, organization=self.organ, source=Source.OTHER, system="Hệ thống khác",
            from_day=date(2025, 6, 1), basis=self.founding,
        )  # fmt: skip

    def export(self, **more) -> Outgoing:
        row = ExportedRow(SIGN, DAY, ISSUER, OWN, "Nguyễn Văn Thử", InstrumentKind.DECISION)
        rows = [replace(row, **more)]
        enter_register(who(self.accounts["organ"]), TODAY, organization=self.organ, rows=rows)
        return Outgoing.objects.select_related("basis").latest("pk")

    def lines(self, by: str):
        actor = who(self.accounts[by])
        with scoped(actor, TODAY, reading=True):
            return incoming_lines(by=actor, on=TODAY, organization=getattr(self, by))[1]

    def seen(self, by: str) -> list[int]:
        with scoped(who(self.accounts[by]), TODAY, reading=True):
            return list(Instrument.objects.filter(issuer=ISSUER).values_list("pk", flat=True))


@pytest.fixture
def here() -> Two:
    return Two()


def standing() -> list[list[tuple]]:
    tables = (Incoming, Instrument, Outgoing, Series, PaperUse, JournalEntry)
    return [list(model.objects.order_by("pk").values_list()) for model in tables]


def refused(does) -> list[str]:
    before = standing()
    with pytest.raises(Refused) as refusal:
        does()
    assert standing() == before
    return [str(each) for each in refusal.value.reasons]


@pytest.mark.parametrize("way", ["issue", "export"])
def test_the_organ_takes_over_what_a_commune_typed_and_each_keeps_its_words(here, way):
    one = here.typed(kind=InstrumentKind.LETTER)
    here.typed("other", kind=InstrumentKind.LETTER)
    assert Instrument.objects.filter(issuer=ISSUER).count() == 1
    assert here.seen("organ") == []
    if way == "export":
        here.elsewhere()
    made = getattr(here, way)()
    assert (made.basis_id, made.number) == (one.pk, 1)
    paper = made.basis
    assert (paper.kind, paper.abstract, paper.signer) == ("quyet_dinh", OWN, "Nguyễn Văn Thử")
    assert paper.kept_by == here.organ
    for by in ("organ", "commune", "other"):
        assert here.seen(by) == [one.pk]
    for by in ("commune", "other"):
        [line] = here.lines(by)
        assert (line.kind, line.abstract) == (InstrumentKind.LETTER, TYPED)
        assert (line.issued_kind, line.issued_abstract) == (InstrumentKind.DECISION, OWN)
        actor = who(here.accounts[by])
        with scoped(actor, TODAY, reading=True):
            printed = book(
                by=actor, on=TODAY, kind=BookKind.INCOMING, organization=getattr(here, by),
                since=DAY, until=TODAY, translate=str,
            )  # fmt: skip
        assert any(TYPED in cell for cell in printed.rows[0])
    assert JournalEntry.objects.order_by("-seq")[0].sentence in (
        f"Cấp số {SIGN} (nhận lại văn bản nơi nhận đã gõ) cho văn bản đi",
        "Nhập 1 văn bản từ sổ của Hệ thống khác (nhận lại văn bản nơi nhận đã gõ: 1)",
    )
    assert not verify_journal().faults


@pytest.mark.parametrize("way", ["issue", "export"])
def test_an_organ_of_another_name_takes_it_only_once_its_register_bears_that_issuer(way):
    here = Two("Đảng bộ xã Thử Ba")
    one = here.typed()
    if way == "export":
        here.elsewhere()
    assert refused(getattr(here, way)) == [AGAIN]
    letters = papers.series(here.organ, replace(papers.TERM, letters="TB"))
    earlier = replace(papers.DECISION, kind=InstrumentKind.NOTICE, issuer=ISSUER.upper())
    number = papers.issued(letters, earlier, date(2025, 5, 30))
    cancel_number(demo_actor(), TODAY, number=number, reason="Thử")
    assert refused(getattr(here, way)) == [AGAIN]
    papers.issued(letters, earlier, date(2025, 5, 30))
    made = getattr(here, way)()
    assert (made.basis_id, made.basis.kept_by) == (one.pk, here.organ)


def test_what_agrees_is_shown_once_and_the_line_stays_untouched(here):
    here.typed(kind=InstrumentKind.DECISION, abstract=OWN)
    line = Incoming.objects.values().get()
    here.issue()
    assert Incoming.objects.values().get() == line
    assert here.lines("commune")[0].issued_kind is None


def test_the_page_of_the_commune_shows_both_and_the_organ_sees_nothing_of_the_commune(here):
    here.typed()
    made = here.issue()
    came = Incoming.objects.get()
    page = browser_of(here.accounts["commune"]).get(f"/van-ban/den/{came.pk}").content.decode()
    assert TYPED in page
    assert "Cơ quan ban hành ghi" in page
    organ = browser_of(here.accounts["organ"])
    assert organ.get(f"/van-ban/den/{came.pk}").status_code == 404
    for where in (f"/van-ban/di/{made.pk}", f"/van-ban/{made.basis_id}"):
        page = organ.get(where).content.decode()
        assert OWN in page
        assert TYPED not in page
        assert "Thử Một" not in page


def test_the_next_commune_takes_it_as_the_organ_says_it(here):
    here.typed()
    here.issue()
    here.typed("other")
    [line] = here.lines("other")
    assert (line.abstract, line.issued_kind) == (OWN, None)


@pytest.mark.parametrize("way", ["issue", "export"])
def test_it_is_taken_over_however_the_commune_spelt_the_issuer(way):
    here = Two("Đảng ủy Vị Thủy")
    one = here.typed(issuer="ĐẢNG UỶ VỊ THUỶ")
    if way == "export":
        here.elsewhere()
    made = getattr(here, way)(issuer="Đảng ủy Vị Thủy")
    assert made.basis_id == one.pk
    assert (made.basis.kept_by, made.basis.abstract) == (here.organ, OWN)
    assert not verify_journal().faults


def test_another_day_or_issuer_is_another_paper(here):
    here.typed(issued_on=date(2025, 6, 2))
    here.typed(issuer="Ban Thường vụ Thử")
    here.issue()
    assert Instrument.objects.filter(number_sign=SIGN, abstract=TYPED).count() == 2


def test_what_it_received_itself_is_refused_as_before(here):
    own = here.typed("organ")
    assert refused(here.issue) == [AGAIN]
    assert own.kept_by == here.organ


def test_a_paper_another_organ_sent_is_not_taken(here):
    theirs = papers.series(here.root)
    papers.issued(theirs, papers.DECISION, DAY)
    row = PaperRow(InstrumentKind.NOTICE, SIGN, ISSUER, TYPED, DAY, kept_by=here.commune)
    receive_paper(who(here.accounts["commune"]), TODAY, organization=here.commune, basis=row, arrival=Arrival(date(2025, 6, 4)))  # fmt: skip
    assert len(refused(here.issue)) == 1
    assert Instrument.objects.get(number_sign=SIGN, issuer=ISSUER).kept_by == here.root


def test_one_the_office_registered_is_not_taken(here):
    row = PaperRow(InstrumentKind.NOTICE, SIGN, ISSUER, TYPED, DAY)
    receive_paper(demo_actor(), TODAY, organization=here.commune, basis=row, arrival=Arrival(date(2025, 6, 4)))  # fmt: skip
    assert len(refused(here.issue)) == 1


@pytest.mark.parametrize("way", ["issue", "export"])
def test_an_annulled_one_is_not_taken(here, way):
    one = here.typed(kind=InstrumentKind.LETTER)
    if way == "export":
        here.elsewhere()
    annul_instrument(
        demo_actor(), TODAY, instrument=one.pk, by_paper=paper("99-QĐ/TU"), reason="Thử"
    )
    assert any("đã bị hủy bỏ" in each for each in refused(getattr(here, way)))


def test_a_scan_of_the_commune_stays_and_another_file_is_refused(here):
    one = here.typed()
    scan = keep_file([pdf()], "quet.pdf")
    attach_received_file(who(here.accounts["commune"]), TODAY, incoming=Incoming.objects.get().pk, file_sha256=scan)  # fmt: skip
    other = keep_file([pdf(lambda writer: writer.add_blank_page(9, 9))], "ky.pdf")
    assert refused(lambda: here.issue(file_sha256=other)) == [
        "Văn bản này đã có tệp; tệp đã giữ không thay bằng tệp khác."
    ]
    here.issue()
    assert Instrument.objects.get(pk=one.pk).file_sha256 == scan


class Found(Exception):
    """Rolls the open act back with what was found in it."""


class TestByHand:
    """Statements of the web role, within an act of registering, that no act of ours would make."""

    def done(
        self, here: Two, by: str, *statements: tuple[str, list], right: str = "documents.vao_so"
    ) -> None:
        with scoped(who(here.accounts[by]), TODAY), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('thenchot.right', %s, true)", [right])
            cursor.execute("SELECT basis_open_act('thu', %s, 'Thử')", [who(here.accounts[by]).id])
            for said, values in statements:
                cursor.execute(said, values)
            raise AssertionError("it was let through")

    def take(self, here: Two, one: Instrument, organ: int | None = None) -> tuple[str, list]:
        said = "SELECT documents_take_over(%s, %s, %s, 'quyet_dinh', 'khác', 'khác', '')"
        return said, [organ or here.organ, one.pk, SIGN]

    def line(self, here: Two, one: Instrument, number: int = 1) -> tuple[str, list]:
        said = """INSERT INTO documents_outgoing (entry, organization_id, number, state, given_on, basis_id,
            reason, recipients, kept_at, note, copies)
            VALUES (basis_open_entry(), %s, %s, 'da_cap', %s, %s, '', '', '', '', 1)"""
        return said, [here.organ, number, DAY, one.pk]

    def test_without_a_number_in_the_register_nothing_is_taken(self, here):
        one = here.typed()
        for statements in (
            [self.take(here, one)],
            [self.line(here, one, 7), self.take(here, one)],
            [self.line(here, one), self.take(here, one, here.commune)],
            [self.line(here, one), self.take(here, one, here.other)],
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                self.done(here, "organ", *statements)
        with pytest.raises(ProgrammingError), transaction.atomic():
            self.done(here, "organ", self.take(here, one), right="documents.theo_doi")
        with (
            pytest.raises(ProgrammingError),
            scoped(who(here.accounts["organ"]), TODAY),
            connection.cursor() as cursor,
        ):
            cursor.execute(*self.take(here, one))  # no act is open
        assert Instrument.objects.get(pk=one.pk).kept_by == here.commune

    def test_an_organ_that_does_not_bear_the_issuer_takes_nothing(self):
        here = Two("Đảng bộ xã Thử Ba")
        one = here.typed()
        with pytest.raises(ProgrammingError), transaction.atomic():
            self.done(here, "organ", self.line(here, one), self.take(here, one))
        assert Instrument.objects.get(pk=one.pk).kept_by == here.commune

    def test_no_paper_is_moved_and_no_typed_words_are_written(self, here):
        one = here.typed()
        came = Incoming.objects.get().pk
        moved = "UPDATE basis_instrument SET kept_by = %s, entry = basis_open_entry() WHERE id = %s"
        typed = "UPDATE documents_incoming SET typed_kind = 'khac', typed_abstract = 'x', entry = basis_open_entry() WHERE id = %s"
        with pytest.raises(IntegrityError), transaction.atomic():
            self.done(here, "organ", self.line(here, one), (moved, [here.organ, one.pk]))
        with pytest.raises(IntegrityError), transaction.atomic():
            self.done(here, "commune", (typed, [came]))

    def test_it_is_found_only_by_the_act_of_registering_in_the_organ(self, here):
        one = here.typed()
        asked = "SELECT id FROM documents_typed(%s, %s, %s, %s)"
        values = [[SIGN], [ISSUER], [DAY]]
        for by, organ, right, expected in (
            ("organ", here.organ, "documents.vao_so", [one.pk]),
            ("organ", here.commune, "documents.vao_so", []),
            ("organ", here.organ, "documents.theo_doi", []),
            ("commune", here.commune, "documents.vao_so", []),
        ):
            with pytest.raises(Found) as seen:
                self.asked(who(here.accounts[by]), right, asked, [organ, *values])
            assert seen.value.args == (expected,)

    def asked(self, by: Actor, right: str, said: str, values: list) -> None:
        with scoped(by, TODAY), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('thenchot.right', %s, true)", [right])
            cursor.execute("SELECT basis_open_act('thu', %s, 'Thử')", [by.id])
            cursor.execute(said, values)
            raise Found([pk for (pk,) in cursor.fetchall()])
