"""Gỡ khẩn cấp — what a removal follows, what it leaves alone, what nothing else may empty."""

from dataclasses import replace

import psycopg
import pytest
from actors import demo_actor
from django.db import ProgrammingError, connection
from drafts import ROW, begun, signed
from papers import copied, elsewhere, kept_out, listed_dossier, received, series
from removed import MARK, SECRET
from sittings import OF_BODY, WRITTEN, called, items_of, seated, submitted
from typst import compile as typeset
from world import TODAY, answer, paper, small_world

from thenchot.doors.access.drafts import keep_draft
from thenchot.doors.access.models import Account
from thenchot.doors.access.uploads import drop_upload, keep_upload
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.removing import remove_paper
from thenchot.ground.basis.attached import keep_file, kept_file
from thenchot.ground.basis.models import FileText, Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import REMOVED, InstrumentKind
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.attaching import attach_received_file
from thenchot.office.documents.acts.handling import direct_paper
from thenchot.office.documents.acts.numbering import cancel_number
from thenchot.office.documents.models import Direction, Dossier, Incoming, NotEntered, Outgoing
from thenchot.office.documents.rules.copies import CopyRow
from thenchot.office.documents.rules.receiving import DirectionRow
from thenchot.office.documents.words import CopyKind
from thenchot.office.drafting.acts.joining import join_draft, part_draft
from thenchot.office.drafting.acts.moving import decide_draft, number_draft
from thenchot.office.drafting.acts.removing import remove_draft
from thenchot.office.drafting.acts.writing import list_draft_people
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.words import Verb
from thenchot.people.sittings.acts.voting import record_slips, withdraw_slip
from thenchot.people.sittings.models import Slip
from thenchot.people.sittings.rules import SlipRow
from thenchot.people.sittings.words import Said
from thenchot.project.postgres import launcher

BY = demo_actor
HIDDEN = replace(ROW, abstract=SECRET)


@pytest.fixture
def here(committed, folder):
    return small_world()


def numbered(draft: int, of: int) -> int:
    """Its number given; the paper it became."""
    number_draft(BY(), TODAY, draft=draft, series=of, given_on=TODAY)
    return DraftPaper.objects.get(pk=draft).number.basis_id


def cancelled(draft: int) -> None:
    number = DraftPaper.objects.get(pk=draft).number_id
    cancel_number(BY(), TODAY, number=number, reason=f"Nhầm {MARK}")


@pytest.mark.database
class TestFollowed:
    @pytest.fixture
    def draft(self, here) -> int:
        made = begun(here.commune, here.root, HIDDEN, f"Một {MARK}")
        signed(made)
        return made

    def test_a_draft_sent_back_after_its_number_was_cancelled_goes_with_the_paper(
        self, here, draft, left
    ):
        was = numbered(draft, series(here.root))
        cancelled(draft)
        decide_draft(BY(), TODAY, draft=draft, verb=Verb.BACK, words=f"Sửa {MARK}")
        assert DraftPaper.objects.get(pk=draft).number is None
        with pytest.raises(Refused, match="đã thành văn bản Quyết định"):
            remove_draft(BY(), TODAY, draft=draft)
        remove_paper(BY(), TODAY, instrument=was)
        assert left() == []
        assert not verify_journal().faults

    @pytest.mark.parametrize("asked", [0, 1])
    def test_every_paper_a_draft_became_goes_whichever_is_removed(self, here, draft, left, asked):
        of = series(here.root)
        first = numbered(draft, of)
        cancelled(draft)
        both = first, numbered(draft, of)
        remove_paper(BY(), TODAY, instrument=both[asked])
        assert left() == []
        assert {each.abstract for each in Instrument.objects.filter(pk__in=both)} == {REMOVED}
        assert not verify_journal().faults

    def test_a_draft_parted_from_a_paper_keeps_its_words(self, here, draft):
        [number] = elsewhere(here.root, here.founding)
        join_draft(BY(), TODAY, draft=draft, number=number)
        part_draft(BY(), TODAY, draft=draft, reason="Nối nhầm")
        remove_paper(BY(), TODAY, instrument=Outgoing.objects.get(pk=number).basis_id)
        assert DraftPaper.objects.get(pk=draft).abstract == SECRET
        assert Outgoing.objects.get(pk=number).basis.abstract == REMOVED

    def test_lines_of_people_listed_and_of_slips_go_too(self, here, left):
        people = seated(here.root, here.founding)
        about = begun(here.commune, here.root, HIDDEN)
        list_draft_people(BY(), TODAY, draft=about, people=people[3:])
        remove_draft(BY(), TODAY, draft=about)
        draft = submitted(here.commune, here.root, replace(OF_BODY, abstract=SECRET))
        [item] = items_of(called(here.root, [draft], WRITTEN))
        slips = [SlipRow(each, Said.FOR, TODAY) for each in people[:2]]
        record_slips(BY(), TODAY, item=item, slips=slips)
        withdraw_slip(BY(), TODAY, item=item, person=people[0], reason=f"Nhầm {MARK}")
        assert "basis_journalentry" in left()
        remove_draft(BY(), TODAY, draft=draft)
        assert left() == []
        assert Slip.objects.get().said == Said.FOR
        assert not verify_journal().faults

    def test_words_that_begin_with_the_phrase_go_too(self, here, left):
        made = answer(
            register_instrument(
                BY(), TODAY, kind=InstrumentKind.LETTER, number_sign="9-CV/BTCTU", issuer="Ban",
                abstract=f"{REMOVED} {MARK}", issued_year=2025, issued_on=TODAY,
            )
        )  # fmt: skip
        remove_paper(BY(), TODAY, instrument=made)
        assert left() == []

    def test_a_removed_draft_gets_no_number(self, here, draft):
        remove_draft(BY(), TODAY, draft=draft)
        lines = JournalEntry.objects.count()
        with pytest.raises(Refused, match="đã gỡ khẩn cấp, không cấp số"):
            number_draft(BY(), TODAY, draft=draft, series=series(here.root), given_on=TODAY)
        assert JournalEntry.objects.count() == lines + 1  # the series


@pytest.mark.database
class TestLeftAlone:
    def test_a_paper_that_keeps_two_kinds_out_is_removed_and_another_keeps_its_own(self, here):
        first, second = paper("7-QĐ/TU", TODAY), paper("8-QĐ/TU", TODAY)
        kept_out(first, "Giấy mời")
        kept_out(first, "Thư riêng")
        kept_out(second, "Bản tin")
        kept_out(first, "Bản tin", TODAY, kept_out=False)
        remove_paper(BY(), TODAY, instrument=first)
        said = set(NotEntered.objects.values_list("subject", flat=True))
        assert {each for each in said if not each.startswith(REMOVED)} == {"Bản tin"}
        assert not verify_journal().faults

    def test_dossiers_keep_their_titles_when_the_paper_of_their_list_goes(self, here):
        listing = paper("7-QĐ/TU", TODAY)
        dossier = listed_dossier(here.root, listing)
        remove_paper(BY(), TODAY, instrument=listing)
        assert Dossier.objects.get(pk=dossier).title == "Hồ sơ thử"


@pytest.mark.database
class TestFiles:
    def test_files_of_forms_and_lists_not_sent_go_but_not_one_a_paper_names(self, here):
        letter = received(here.root)
        account = Account.objects.create(username="nguoi-go", password="x")
        names = ("một", "hai", "ba")
        typed, handed_in, attached = (
            keep_file([typeset(each.encode())], "a.pdf") for each in names
        )
        attach_received_file(BY(), TODAY, incoming=letter, file_sha256=attached)
        keep_draft(account.pk, "/ghi/van-ban", {"file_sha256": typed})
        rows = [{"name": "a", "digest": each, "own": None} for each in (handed_in, attached)]
        keep_upload(account.pk, "/van-ban/tep", "2", b"", signed_files=rows)
        remove_paper(BY(), TODAY, instrument=paper("7-QĐ/TU", TODAY))
        assert [kept_file(each) is None for each in (typed, handed_in, attached)] == [
            True, True, False,
        ]  # fmt: skip
        assert FileText.objects.get().sha256 == attached

    def test_a_list_of_files_dropped_or_replaced_takes_those_nobody_names(self, here):
        mine, yours = (
            Account.objects.create(username=name, password="x").pk for name in ("a", "b")
        )
        names = ("một", "hai", "ba")
        gone, shared, again = (keep_file([typeset(each.encode())], "a.pdf") for each in names)
        keep_upload(
            mine, "/x", "3", b"", signed_files=[{"digest": each} for each in (gone, shared, again)]
        )
        keep_upload(yours, "/x", "1", b"", signed_files=[{"digest": shared}])
        keep_upload(mine, "/x", "1", b"", signed_files=[{"digest": again}])
        assert [kept_file(each) is None for each in (gone, shared, again)] == [True, False, False]
        drop_upload(mine, "/x")
        drop_upload(yours, "/x")
        assert kept_file(shared) is kept_file(again) is None
        assert not FileText.objects.exists()


@pytest.mark.database
class TestNothingElseEmpties:
    @pytest.fixture
    def directed(self, here) -> int:
        letter = received(here.root)
        said = DirectionRow("Trần Văn Chỉ", TODAY, "Đọc kỹ", ())
        direct_paper(BY(), TODAY, incoming=letter, direction=said)
        direct_paper(BY(), TODAY, incoming=letter, direction=replace(said, opinion="Đọc lại"))
        return Incoming.objects.get(pk=letter).basis_id

    def forged(self, act: str, role: str, statement: str, *values: object) -> None:
        """Statements injected into a session of the web role, in an act open in the name of somebody."""
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                cursor.execute(
                    "SELECT set_config('thenchot.actor', %s, true), set_config('thenchot.day', %s, true),"
                    " set_config('thenchot.right', 'documents.vao_so', true)",
                    [role, str(TODAY)],
                )
                cursor.execute("SELECT basis_open_act(%s, %s, 'Ai đó')", [act, role])
                cursor.execute(statement, values)
            finally:
                cursor.execute("ROLLBACK")

    def test_by_another_act_or_without_the_right_or_in_words_of_ones_own(self, directed):
        whole = BY().id
        for act, who, statement, why in (
            ("direct_paper", whole, "SELECT basis_empty(%s)", "by a removal"),
            ("remove_paper_file", whole, "SELECT basis_empty(%s)", "by a removal"),
            ("remove_paper", "khong-quyen", "SELECT basis_empty(%s)", "by a removal"),
            ("direct_paper", whole, "SELECT basis_files_to_empty(%s)", "by a removal"),
            ("remove_paper", whole, "SELECT basis_empty(%s, 'Đồng ý')", "does not exist"),
            ("remove_paper", whole, "SELECT basis_removing(), %s", "permission denied"),
            ("remove_paper", whole, "SELECT basis_removed_with(%s)", "permission denied"),
        ):
            with pytest.raises(ProgrammingError, match=why):
                self.forged(act, who, statement, directed)
        assert {each.opinion for each in Direction.objects.all()} == {"Đọc kỹ", "Đọc lại"}

    def test_what_a_removal_says_is_the_phrase_alone(self, directed):
        remove_paper(BY(), TODAY, instrument=directed)
        assert {each.opinion for each in Direction.objects.all()} == {REMOVED}

    def test_the_setting_alone_opens_nothing_to_the_web_role(self, directed, server, committed):
        remove_paper(BY(), TODAY, instrument=directed)
        with psycopg.connect(server.url(launcher.ADMIN, committed)) as admin:
            admin.execute("GRANT UPDATE ON documents_direction_history TO thenchot_web")
            admin.execute("ALTER TABLE documents_direction_history DISABLE ROW LEVEL SECURITY")
            admin.execute("SET LOCAL ROLE thenchot_web")
            admin.execute("SELECT set_config('thenchot.emptying', 'on', true)")
            with pytest.raises(psycopg.Error, match="append-only"):
                admin.execute("UPDATE documents_direction_history SET opinion = 'khác'")

    def test_a_note_of_another_act_and_a_line_without_the_phrase_are_told(
        self, here, directed, server, committed
    ):
        copied(here.root, directed, CopyRow(CopyKind.EXTRACT, "Nguyễn Văn Thử", extract="Mục 1"))
        remove_paper(BY(), TODAY, instrument=directed)
        found = verify_journal()
        assert found.removals == [JournalEntry.objects.get(act="remove_paper").seq]
        assert not found.faults
        other = JournalEntry.objects.filter(act="direct_paper").latest("seq")
        with psycopg.connect(server.url(launcher.ADMIN, committed)) as admin:
            admin.execute("SET session_replication_role = replica")
            admin.execute(
                "INSERT INTO basis_journalchange (entry, table_name, key, operation, digest)"
                " SELECT id, 'basis_journalentry', seq, 'E', sha256('') FROM basis_journalentry WHERE seq = %s",
                [other.seq],
            )
        faults = [str(each) for each in verify_journal().faults]
        assert any("không phải là gỡ khẩn cấp" in each for each in faults)
        assert any("mà không có chữ «đã gỡ khẩn cấp»" in each for each in faults)
