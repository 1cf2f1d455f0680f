"""Gỡ khẩn cấp — of a paper or a draft not one word is left in tables, journal or files; numbers stay, nothing breaks."""

import json
from dataclasses import replace

import psycopg
import pytest
from actors import demo_actor
from django.db import ProgrammingError, connection
from drafts import OPINION, ROW, agreed, begun, put_in, signed
from papers import (
    ARRIVED,
    DECISION,
    came,
    copied,
    delivered,
    filed,
    issued,
    opened_dossier,
    received,
    related,
    series,
)
from removed import MARK, SECRET
from typst import compile as typeset
from world import TODAY, answer, small_world

from thenchot.doors.access.drafts import keep_draft
from thenchot.doors.access.models import Account, Draft, Upload
from thenchot.doors.access.uploads import keep_upload
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.removing import remove_paper
from thenchot.ground.basis.acts.undo import undo
from thenchot.ground.basis.attached import keep_file, kept_picture
from thenchot.ground.basis.models import Instrument, JournalEntry, kept_models
from thenchot.ground.basis.reads.texts import papers_with
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import REMOVED, InstrumentKind
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.attaching import attach_received_file
from thenchot.office.documents.acts.filing import take_paper_out
from thenchot.office.documents.acts.handling import (
    answer_assignment,
    direct_paper,
    finish_paper,
    reopen_paper,
)
from thenchot.office.documents.acts.numbering import send_out
from thenchot.office.documents.acts.receiving import receive_paper
from thenchot.office.documents.acts.relating import withdraw_relation
from thenchot.office.documents.models import Assignment, Direction, Incoming, Outgoing, Relation
from thenchot.office.documents.rules.copies import CopyRow
from thenchot.office.documents.rules.receiving import AssignmentRow, DirectionRow
from thenchot.office.documents.words import CopyKind, Part, RelationKind
from thenchot.office.drafting.acts.moving import number_draft
from thenchot.office.drafting.acts.removing import remove_draft
from thenchot.office.drafting.acts.writing import (
    change_draft,
    record_draft_opinion,
    write_version,
)
from thenchot.office.drafting.models import DraftPaper, DraftVersion
from thenchot.project.postgres import launcher

BY = demo_actor


def came_and_went_round(here) -> int:
    """A paper that came, with its file, was directed, answered, copied, filed, related, finished and opened again."""
    letter = answer(
        receive_paper(
            BY(), TODAY, organization=here.root, basis=replace(came(), abstract=SECRET),
            arrival=replace(ARRIVED, note=f"Kèm {MARK}"),
        )
    )  # fmt: skip
    line = Incoming.objects.get(pk=letter)
    paper = line.basis_id
    digest = keep_file([typeset(f"Nội dung {MARK}".encode())], "a.pdf")
    attach_received_file(BY(), TODAY, incoming=letter, file_sha256=digest)
    assert kept_picture(digest)
    said = DirectionRow(
        "Trần Văn Chỉ", TODAY, f"Xem kỹ {MARK}", (AssignmentRow(Part.LEAD, unit=here.commune),)
    )
    direct_paper(BY(), TODAY, incoming=letter, direction=said)
    asked = Assignment.objects.get()
    answer_assignment(BY(), TODAY, assignment=asked.pk, answer=f"Đã làm {MARK}")
    finish_paper(BY(), TODAY, incoming=letter, finished_on=TODAY, result=f"Xong {MARK}")
    reopen_paper(BY(), TODAY, incoming=letter, reason=f"Còn {MARK}")
    row = CopyRow(CopyKind.EXTRACT, "Nguyễn Văn Thử", extract=f"Mục {MARK}")
    copied(here.root, paper, row)
    of = filed(opened_dossier(here.root, here.founding), paper)
    take_paper_out(BY(), TODAY, filed=of, reason=f"Lộ {MARK}")
    for cited in ("Kế hoạch", "Báo cáo", "Đề án"):
        related(here.root, paper, kind=RelationKind.BASIS, cited=f"{cited} {MARK} năm 2024")
    withdraw_relation(BY(), TODAY, relation=Relation.objects.latest("pk").pk, reason=f"Nhầm {MARK}")
    return paper


def written_and_numbered(here) -> int:
    """A draft in two versions, with an opinion and a submission file, numbered and sent out."""
    draft = begun(
        here.commune, here.root, replace(ROW, abstract=SECRET, proposal=MARK), f"Một {MARK}"
    )
    write_version(BY(), TODAY, draft=draft, whole_text=f"Hai {MARK}", note=MARK)
    record_draft_opinion(
        BY(), TODAY, draft=draft, said_by="Ủy ban Kiểm tra", said_on=TODAY, agrees=False,
        opinion=f"Bỏ {MARK}",
    )  # fmt: skip
    change_draft(BY(), TODAY, draft=draft, row=replace(ROW, abstract=SECRET, grounds=MARK))
    with_a_submission_file(draft)
    signed(draft)
    of = series(here.root)
    number_draft(BY(), TODAY, draft=draft, series=of, given_on=TODAY)
    number = DraftPaper.objects.get(pk=draft).number_id
    send_out(BY(), TODAY, number=number, sent_on=TODAY)
    delivered(number, f"Tổ {MARK}", sent_on=TODAY)
    return draft


def with_a_submission_file(draft: int) -> None:
    put_in(draft, replace(OPINION, title=f"Ý kiến {MARK}", words=f"Bỏ {MARK}"))
    digest = keep_file([typeset(f"Tờ trình {MARK}".encode())], "b.pdf")
    put_in(draft, replace(OPINION, words="", file_sha256=digest))


def typed_and_not_sent() -> None:
    account = Account.objects.create(username="nguoi-go", password="x")
    keep_draft(account.pk, "/ghi/van-ban", {"abstract": SECRET})
    keep_upload(account.pk, "/van-ban/so", "a.csv", f"Trích yếu\n{SECRET}".encode())


@pytest.mark.database
class TestWhole:
    @pytest.fixture
    def here(self, committed):
        return small_world()

    def test_of_a_paper_that_came_not_one_word_is_left(self, here, folder, left):
        paper = came_and_went_round(here)
        typed_and_not_sent()
        tables = left()
        assert {"basis_filetext", "basis_paperwords", "access_draft", "basis_journalentry"} <= {
            *tables
        }
        assert len(tables) > 10
        remove_paper(BY(), TODAY, instrument=paper)
        assert left() == []
        assert not verify_journal().faults
        assert not Draft.objects.exists()
        assert not Upload.objects.exists()

    def test_of_a_paper_written_here_not_one_word_is_left(self, here, left):
        draft = written_and_numbered(here)
        number = DraftPaper.objects.get(pk=draft).number
        assert "drafting_draftversion" in left()
        remove_paper(BY(), TODAY, instrument=number.basis_id)
        assert left() == []
        assert not verify_journal().faults

    def test_a_second_removal_takes_what_was_said_since(self, here, left):
        paper = came_and_went_round(here)
        remove_paper(BY(), TODAY, instrument=paper)
        letter = Incoming.objects.get()
        again = DirectionRow("Trần Văn Chỉ", TODAY, f"Lại {MARK}", ())
        direct_paper(BY(), TODAY, incoming=letter.pk, direction=again)
        assert left() == ["documents_direction"]
        remove_paper(BY(), TODAY, instrument=paper)
        assert left() == []
        assert not verify_journal().faults

    def test_one_taken_back_at_once_is_emptied_where_history_keeps_it(self, here, left):
        done = register_instrument(
            BY(), TODAY, kind=InstrumentKind.LETTER, number_sign="9-CV/BTCTU", issuer="Ban",
            abstract=SECRET, issued_year=2025, issued_on=TODAY,
        )  # fmt: skip
        undo(BY(), TODAY, entry=done.entry, key="mot", of={register_instrument.name})
        assert left() == ["basis_instrument_history"]
        remove_paper(BY(), TODAY, instrument=answer(done))
        assert left() == []
        assert not verify_journal().faults

    def test_a_draft_that_never_became_a_paper_goes_alone(self, here, left):
        draft = begun(here.commune, here.root, replace(ROW, abstract=SECRET), f"Một {MARK}")
        other = begun(here.commune, here.root)
        with_a_submission_file(draft)
        agreed(draft)
        remove_draft(BY(), TODAY, draft=draft)
        assert left() == []
        assert DraftVersion.objects.get(draft=other).text != REMOVED
        assert not verify_journal().faults


@pytest.mark.database
@pytest.mark.django_db
class TestWhatStays:
    @pytest.fixture
    def here(self, folder):
        return small_world()

    def test_numbers_days_and_issuers_stay_where_they_were(self, here):
        paper = came_and_went_round(here)
        lines = [list(model.objects.values_list("pk", "number")) for model in (Incoming, Outgoing)]
        before = Instrument.objects.get(pk=paper)
        remove_paper(BY(), TODAY, instrument=paper)
        after = Instrument.objects.get(pk=paper)
        assert (after.abstract, after.file_sha256) == (REMOVED, "")
        for name in ("number_sign", "issuer", "issued_on", "kind"):
            assert getattr(after, name) == getattr(before, name)
        assert lines == [
            list(model.objects.values_list("pk", "number")) for model in (Incoming, Outgoing)
        ]

    def test_the_line_says_that_and_nothing_else(self, here):
        paper = came_and_went_round(here)
        remove_paper(BY(), TODAY, instrument=paper)
        line = JournalEntry.objects.latest("seq")
        assert (line.sentence, line.instrument, line.reason) == ("Gỡ khẩn cấp một văn bản", "", "")
        reopened = JournalEntry.objects.get(act="reopen_paper")
        assert reopened.reason == REMOVED
        assert reopened.sentence == "Mở lại văn bản đến số 1"
        began = JournalEntry.objects.filter(act="relate_papers").latest("seq").sentence
        assert REMOVED in began
        assert verify_journal().emptied > 10

    def test_another_paper_keeps_every_word(self, here):
        paper = came_and_went_round(here)
        of = series(here.root)
        other = issued(of, replace(DECISION, abstract="về việc khác"))
        letter = received(here.root, "46-CV/BTCTW")
        said = DirectionRow("Trần Văn Chỉ", TODAY, "Đọc kỹ", ())
        direct_paper(BY(), TODAY, incoming=letter, direction=said)
        remove_paper(BY(), TODAY, instrument=paper)
        assert Direction.objects.get(incoming=letter).opinion == "Đọc kỹ"
        assert Outgoing.objects.get(pk=other).basis.abstract == "về việc khác"
        assert Incoming.objects.get(pk=letter).basis.abstract == came().abstract

    def test_it_is_not_found_by_its_words_any_more(self, here):
        paper = answer(
            register_instrument(
                BY(), TODAY, kind=InstrumentKind.LETTER, number_sign="9-CV/BTCTU", issuer="Ban",
                abstract=SECRET, issued_year=2025, issued_on=TODAY,
            )
        )  # fmt: skip
        assert papers_with(by=BY(), on=TODAY, typed=MARK) == (1, [paper])
        remove_paper(BY(), TODAY, instrument=paper)
        assert papers_with(by=BY(), on=TODAY, typed=MARK) == (0, [])

    def test_what_is_not_there_is_refused_and_nothing_changed(self, here):
        lines = JournalEntry.objects.count()
        with pytest.raises(Refused, match="Không có văn bản này trong sổ"):
            remove_paper(BY(), TODAY, instrument=999)
        with pytest.raises(Refused, match="Không có dự thảo này"):
            remove_draft(BY(), TODAY, draft=999)
        assert JournalEntry.objects.count() == lines

    def test_a_draft_that_is_a_paper_goes_with_the_paper(self, here):
        draft = written_and_numbered(here)
        with pytest.raises(Refused, match="đã thành văn bản Quyết định"):
            remove_draft(BY(), TODAY, draft=draft)
        assert DraftPaper.objects.get(pk=draft).abstract == SECRET

    def test_it_takes_the_right_in_the_whole_office(self, here, give):
        paper = Incoming.objects.get(pk=received(here.root)).basis_id
        mine = give(Actor("mot", "Một", {BasisRight.REGISTER_INSTRUMENT: frozenset({here.root})}))
        with pytest.raises(NotAllowed):
            remove_paper(mine, TODAY, instrument=paper)
        assert Instrument.objects.get(pk=paper).abstract != REMOVED

    def test_no_other_act_empties_anything(self, here):
        paper = came_and_went_round(here)
        with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="by a removal"):
            cursor.execute("SELECT basis_empty(%s)", [paper])


@pytest.mark.database
def test_an_emptied_row_or_line_changed_again_is_found(committed, server, folder):
    here = small_world()
    paper = came_and_went_round(here)
    remove_paper(BY(), TODAY, instrument=paper)
    admin = server.url(launcher.ADMIN, committed)
    for statement, found in (
        ("UPDATE documents_direction_history SET opinion = 'khác'", "documents_direction_history"),
        ("UPDATE basis_journalentry SET reason = 'khác' WHERE act = 'reopen_paper'", "dòng"),
    ):
        with psycopg.connect(admin) as superuser:
            superuser.execute("SET session_replication_role = replica")
            superuser.execute(statement)
            superuser.commit()
            assert any(found in str(fault) for fault in verify_journal().faults)


KEPT = {  # free text of the office that no paper said: how things are kept, who is who
    "documents_delegation": {"giver_name", "delegate_name"},
    "documents_copy": {"signer"},
    "documents_direction": {"said_by"},
    "documents_dossier": {"code", "heading", "title", "subject", "keeper", "note"},
    "documents_loan": {"used_by", "allowed_by"},
    "documents_numbersource": {"system"},
    "documents_outgoing": {"kept_at"},
    "documents_retention": {"subject", "clause"},
    "documents_series": {"period"},
    "drafting_draftopinion": {"said_by"},
    "drafting_draftpaper": {"parent", "issuer", "place", "authority", "position", "signer"},
    "sittings_sitting": {"place", "chair"},
    "basis_instrument": {"number_sign", "issuer"},
    "basis_parameter": {"clause"},
    "basis_disclosure": {"reason"},
}


@pytest.mark.database
@pytest.mark.django_db
def test_every_free_text_of_papers_is_emptied_or_named_as_kept():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT obj_description(oid, 'pg_proc')::jsonb FROM pg_proc WHERE proname LIKE 'basis_emptied_by_%'"
        )
        emptied: dict[str, set[str]] = {}
        for told in (json.loads(said) for (said,) in cursor.fetchall()):
            emptied.setdefault(told["table"], set()).update(told["columns"])
    free = {
        model._meta.db_table: {
            field.column for field in model._meta.local_fields
            if type(field).__name__ == "VietnameseField"
        }
        for model in kept_models()
        if model._meta.app_label in {"basis", "documents", "drafting", "sittings"}
    }  # fmt: skip
    kept = {table: columns - emptied.get(table, set()) for table, columns in free.items()}
    assert {table: columns for table, columns in kept.items() if columns} == KEPT
