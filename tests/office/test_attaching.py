"""Gắn tệp đã ký — once, to a paper of the organ that has none; what is refused changes nothing."""

from datetime import date

import papers
import pytest
from actors import demo_actor
from django.conf import settings
from django.db import IntegrityError, transaction
from honest_files import docx, jpg, pdf, png, xlsx
from typst import compile as typeset
from world import TODAY, answer, small_world

from thenchot.ground.basis.acts.act import Act, OpenAct
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.removing import remove_paper_file
from thenchot.ground.basis.acts.undo import undo
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.attaching import attach_received_file, attach_signed_file
from thenchot.office.documents.acts.exported import enter_register
from thenchot.office.documents.acts.numbering import (
    cancel_number,
    reserve_number,
    set_number_source,
)
from thenchot.office.documents.acts.receiving import receive_paper, receive_papers
from thenchot.office.documents.models import Incoming, Outgoing
from thenchot.office.documents.reads.found import Looked, found_papers
from thenchot.office.documents.rules.exported import ExportedRow
from thenchot.office.documents.rules.receiving import ReceivedRow
from thenchot.office.documents.words import Right, Source
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HAS_ONE = "Văn bản này đã có tệp; tệp đã giữ không thay bằng tệp khác."
SIGNED = "Tệp đã ký phải là PDF, hoặc ảnh PNG, JPG của bản đã ký."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))


@pytest.fixture
def here():
    return small_world()


@pytest.fixture
def number(here):
    return papers.issued(papers.series(here.root))


def kept(content: bytes, name: str = "ky.pdf") -> str:
    return keep_file([content], name)


def attached(number: int, digest: str, by: Actor | None = None) -> int | None:
    return attach_signed_file(by or demo_actor(), TODAY, number=number, file_sha256=digest).answer


def paper_of(number: int) -> Instrument:
    return Outgoing.objects.select_related("basis").get(pk=number).basis


def refused(number: int, digest: str, by: Actor | None = None) -> list[str]:
    tables = (Instrument, Outgoing, JournalEntry)
    before = [list(model.objects.order_by("pk").values_list()) for model in tables]
    with pytest.raises(Refused) as refusal:
        attached(number, digest, by)
    assert [list(model.objects.order_by("pk").values_list()) for model in tables] == before
    return [str(each) for each in refusal.value.reasons]


@pytest.mark.parametrize(
    ("content", "name"), [(pdf(), "ky.pdf"), (png(), "ky.png"), (jpg(), "ky.jpg")]
)
def test_a_numbered_paper_gets_its_signed_file(number, content, name):
    digest = kept(content, name)
    assert attached(number, digest) == number
    assert paper_of(number).file_sha256 == digest
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == f"Gắn tệp đã ký vào {paper_of(number)}"
    assert line.instrument == paper_of(number).as_printed()
    assert not verify_journal().faults


def test_the_paper_is_found_by_the_words_of_its_file(number):
    def found():
        looked = Looked("Phương án tinh giản")
        return [
            each.paper.id
            for each in found_papers(by=demo_actor(), on=TODAY, looked=looked, most=9)[1]
        ]

    assert found() == []
    attached(number, kept(typeset("Phương án tinh giản đầu mối".encode(), format="pdf")))
    assert found() == [paper_of(number).pk]


def test_a_paper_entered_with_another_systems_register_gets_one_too(here):
    set_number_source(
        demo_actor(), TODAY, organization=here.root, source=Source.OTHER, system="Hệ thống điều hành",
        from_day=date(2025, 1, 1), basis=here.founding,
    )  # fmt: skip
    row = ExportedRow("9-TB/TU", date(2025, 6, 2), "Tỉnh ủy", "về việc thử", "An")
    enter_register(demo_actor(), TODAY, organization=here.root, rows=[row])
    it = Outgoing.objects.get()
    digest = kept(pdf())
    attached(it.pk, digest)
    assert paper_of(it.pk).file_sha256 == digest


def test_a_file_once_kept_is_not_replaced_even_by_the_hand_of_the_database(number):
    first = kept(pdf())
    attached(number, first)
    assert refused(number, kept(png(), "khac.png")) == [HAS_ONE]
    assert refused(number, first) == [HAS_ONE]
    assert refused(number, kept(docx("a"), "a.docx")) == [HAS_ONE, SIGNED]  # all at once

    def replaced(opened: OpenAct) -> None:
        paper = paper_of(number)
        paper.file_sha256, paper.entry = "f" * 64, opened.entry
        paper.save()

    with transaction.atomic(), pytest.raises(Refused, match="không thay bằng tệp khác") as refusal:
        Act(replaced, Right.REGISTER, "Thay tệp")(demo_actor(), TODAY)
    assert isinstance(refusal.value.__cause__, IntegrityError)
    assert paper_of(number).file_sha256 == first


def test_one_taken_away_for_good_leaves_room_for_the_right_one(number):
    attached(number, kept(pdf()))
    remove_paper_file(demo_actor(), TODAY, instrument=paper_of(number).pk)
    right = kept(png(), "dung.png")
    attached(number, right)
    assert paper_of(number).file_sha256 == right


def test_a_slip_is_taken_back_within_the_minute(number):
    done = attach_signed_file(demo_actor(), TODAY, number=number, file_sha256=kept(pdf()))
    undo(demo_actor(), TODAY, entry=done.entry, key="mot", of={attach_signed_file.name})
    assert paper_of(number).file_sha256 == ""
    assert not verify_journal().faults


@pytest.mark.parametrize(
    ("digest", "said"),
    [
        ("", "Hãy chọn tệp đã ký."),
        ("f" * 64, "Tệp này chưa được nhận; hãy chọn lại."),
        ("../../bi-mat", "Tệp này chưa được nhận; hãy chọn lại."),
    ],
)
def test_what_is_no_kept_file_is_refused(number, digest, said):
    assert refused(number, digest) == [said]


@pytest.mark.parametrize(
    ("content", "name"), [(docx("a"), "a.docx"), (xlsx(("Họ tên",)), "a.xlsx")]
)
def test_what_shows_no_signed_pages_is_refused(number, content, name):
    assert refused(number, kept(content, name)) == [SIGNED]


def test_a_number_without_a_paper_takes_none(here):
    of, digest = papers.series(here.root), kept(pdf())
    outside = answer(reserve_number(demo_actor(), TODAY, series=of, given_on=TODAY))
    cancelled = papers.issued(of)
    cancel_number(demo_actor(), TODAY, number=cancelled, reason="Ghi nhầm")
    for each in (outside, cancelled):
        assert refused(each, digest) == ["Số này không có văn bản, hoặc đã hủy."]
    assert refused(999_999, digest) == ["Không có số văn bản đi này."]


def test_it_takes_the_right_of_the_register_there_and_over_the_paper(here, number):
    digest = kept(pdf())
    for rights in ({Right.READ: EVERYWHERE}, {Right.REGISTER: frozenset({here.commune})}):
        by = Actor("thu", "Người khác", {str(each): where for each, where in rights.items()})
        with pytest.raises(NotAllowed):
            attached(number, digest, by)
    assert paper_of(number).file_sha256 == ""
    of_office = answer(
        register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.NOTICE, number_sign="9-TB/TU", issuer="Tỉnh ủy",
            abstract="về việc thử", issued_year=2025, issued_on=date(2025, 6, 2),
        )
    )  # fmt: skip
    assert Instrument.objects.get(pk=of_office).kept_by is None
    set_number_source(
        demo_actor(), TODAY, organization=here.root, source=Source.OTHER, system="Hệ thống điều hành",
        from_day=date(2025, 6, 1), basis=here.founding,
    )  # fmt: skip
    row = ExportedRow("9-TB/TU", date(2025, 6, 2), "Tỉnh ủy", "về việc thử", "An")
    enter_register(demo_actor(), TODAY, organization=here.root, rows=[row])
    line = Outgoing.objects.get(basis=of_office)
    with pytest.raises(NotAllowed):
        attached(
            line.pk, digest, Actor("thu", "Văn thư", {str(Right.REGISTER): frozenset({here.root})})
        )
    attached(line.pk, digest)


class TestAPaperThatCame:
    """Registered in a list, without a page to look at; its scan comes later."""

    @pytest.fixture
    def came(self, here):
        rows = [ReceivedRow(papers.came(), papers.ARRIVED)]
        return answer(receive_papers(demo_actor(), TODAY, organization=here.commune, rows=rows))

    def registrar(self, *units: int) -> Actor:
        return Actor("thu", "Văn thư", {str(Right.REGISTER): frozenset(units)})

    def refused(self, came: int, digest: str, by: Actor | None = None) -> list[str]:
        tables = (Instrument, Incoming, JournalEntry)
        before = [list(model.objects.order_by("pk").values_list()) for model in tables]
        with pytest.raises(Refused) as refusal:
            attach_received_file(by or demo_actor(), TODAY, incoming=came, file_sha256=digest)
        assert [list(model.objects.order_by("pk").values_list()) for model in tables] == before
        return [str(each) for each in refusal.value.reasons]

    def test_it_gets_its_scan_from_whoever_keeps_the_register(self, here, came):
        paper = Incoming.objects.get(pk=came).basis
        digest = kept(png(), "quet.png")
        by = self.registrar(here.commune)
        done = attach_received_file(by, TODAY, incoming=came, file_sha256=digest)
        assert done.answer == came
        paper.refresh_from_db()
        assert paper.file_sha256 == digest
        line = JournalEntry.objects.latest("seq")
        assert line.sentence == f"Gắn tệp vào văn bản đến số 1: {paper}"
        assert line.instrument == paper.as_printed()
        assert not verify_journal().faults

    def test_it_is_shown_by_every_register_that_holds_it(self, here, came):
        other = answer(
            receive_paper(
                demo_actor(), TODAY, organization=here.root, arrival=papers.ARRIVED,
                basis=Incoming.objects.get(pk=came).basis_id,
            )
        )  # fmt: skip
        of_province = self.registrar(here.root)
        reason = "Văn bản này đứng trong sổ của cơ quan khác; tệp do cơ quan ấy gắn."
        assert self.refused(other, kept(pdf()), of_province) == [reason]
        assert self.refused(other, "", of_province) == [reason, "Hãy chọn tệp đã ký."]
        attach_received_file(
            self.registrar(here.commune), TODAY, incoming=came, file_sha256=kept(pdf())
        )
        assert Incoming.objects.get(pk=other).basis.file_sha256 == kept(pdf())
        assert self.refused(other, kept(png(), "khac.png")) == [HAS_ONE]

    def test_a_paper_of_the_whole_office_takes_the_right_there(self, here):
        of_office, digest = papers.received(here.root), kept(pdf())
        assert len(self.refused(of_office, digest, self.registrar(here.root))) == 1
        attach_received_file(demo_actor(), TODAY, incoming=of_office, file_sha256=digest)

    def test_a_file_once_kept_is_not_replaced(self, came):
        attach_received_file(demo_actor(), TODAY, incoming=came, file_sha256=kept(pdf()))
        assert self.refused(came, kept(docx("a"), "a.docx")) == [HAS_ONE, SIGNED]

    @pytest.mark.parametrize(
        ("digest", "said"),
        [
            ("", "Hãy chọn tệp đã ký."),
            ("f" * 64, "Tệp này chưa được nhận; hãy chọn lại."),
            ("../../bi-mat", "Tệp này chưa được nhận; hãy chọn lại."),
        ],
    )
    def test_what_is_no_kept_file_is_refused(self, came, digest, said):
        assert self.refused(came, digest) == [said]

    def test_another_organs_line_is_out_of_reach(self, here, came):
        with pytest.raises(NotAllowed):
            attach_received_file(
                self.registrar(here.root), TODAY, incoming=came, file_sha256=kept(pdf())
            )
        assert Incoming.objects.get(pk=came).basis.file_sha256 == ""
        assert self.refused(999_999, kept(pdf())) == ["Không có văn bản đến này."]

    def test_a_slip_is_taken_back_within_the_minute(self, came):
        done = attach_received_file(demo_actor(), TODAY, incoming=came, file_sha256=kept(pdf()))
        undo(demo_actor(), TODAY, entry=done.entry, key="mot", of={attach_received_file.name})
        assert Incoming.objects.get(pk=came).basis.file_sha256 == ""
        assert not verify_journal().faults
