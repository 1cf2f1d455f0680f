"""Bản sao, hồ sơ công việc — copies numbered by kind, lists of a year, dossiers filled and closed."""

from datetime import date

import papers
import pytest
from actors import demo_actor
from papers import COPIES, GROUP, TERM
from world import TODAY, answer, paper, small_world

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.copies import cancel_copy, certify_copy
from thenchot.office.documents.acts.filing import (
    close_dossier,
    count_sheets,
    file_papers,
    list_dossiers,
    open_dossier,
    reopen_dossier,
    set_retention,
    take_paper_out,
)
from thenchot.office.documents.acts.numbering import issue_number, open_series
from thenchot.office.documents.models import Copy, Dossier, Filed, Outgoing, Retention, Series
from thenchot.office.documents.reads.dossiers import dossier_lines, dossier_page, retention_on
from thenchot.office.documents.reads.outgoing import outgoing_lines
from thenchot.office.documents.rules.copies import CopyRow
from thenchot.office.documents.rules.dossiers import DossierRow, FiledRow, sheet_ranges
from thenchot.office.documents.rules.numbering import SeriesRow
from thenchot.office.documents.words import CopyKind, DossierState, Family, Right, SeriesBook

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TABLES = (Copy, Dossier, Filed, Retention, Outgoing, Series, JournalEntry)
OPENED, SIGNER = date(2025, 2, 3), "Nguyễn Văn Thử"


@pytest.fixture
def here():
    return small_world()


def standing():
    return [list(model.objects.order_by("pk").values_list()) for model in TABLES]


def refused(act, **words) -> list[str]:
    before = standing()
    with pytest.raises(Refused) as refusal:
        act(demo_actor(), TODAY, **words)
    assert standing() == before
    return [str(reason) for reason in refusal.value.reasons]


def done(act, **words) -> int:
    return answer(act(demo_actor(), TODAY, **words))


# --- papers within the organ, copies --------------------------------------------------------------


def test_papers_within_the_organ_run_in_a_register_of_their_own(here):
    inside = papers.series(
        here.root,
        SeriesRow(
            "TB", "NB", Family.PARTY, "2020-2025", date(2020, 10, 28), book=SeriesBook.INTERNAL
        ),
    )
    papers.issued(papers.series(here.root))
    papers.issued(inside)
    asked = {"by": demo_actor(), "on": TODAY, "organization": here.root}
    signs = [
        [line.sign for line in outgoing_lines(**asked, internal=each)[1]] for each in (True, False)
    ]
    assert signs == [["01-TB/NB"], ["01-QĐ/TU"]]
    assert outgoing_lines(**asked)[0] == 2


def test_copies_have_numbers_of_their_own(here):
    of = paper("7-TB/TW", date(2025, 3, 1))
    kept = Copy.objects.get(pk=papers.copied(here.root, of))
    part = CopyRow(CopyKind.EXTRACT, SIGNER, extract="Mục II")
    papers.copied(here.root, of, part)
    done(cancel_copy, copied=kept.pk, reason="Sao nhầm bản")
    papers.copied(here.root, of, CopyRow(CopyKind.OF_COPY, SIGNER, copied_from="3-BS/TU"))
    assert list(Copy.objects.order_by("number").values_list("number", "kind", "cancelled")) == [
        (1, "sao_y", "Sao nhầm bản"), (2, "trich_sao", ""), (3, "sao_luc", ""),
    ]  # fmt: skip
    assert Series.objects.get().last == 3
    assert not Outgoing.objects.exists()
    assert refused(cancel_copy, copied=kept.pk, reason=" ") == [
        "Phải nêu lý do hủy.", "Bản sao này đã hủy.",
    ]  # fmt: skip
    assert refused(cancel_copy, copied=999_999, reason="Thử")
    assert not verify_journal().faults


def test_copies_are_refused_with_every_reason(here):
    of, late = paper("7-TB/TW", date(2025, 3, 1)), date(2025, 6, 17)
    series = papers.series(here.root, COPIES)
    wrong = CopyRow(CopyKind.WHOLE, " ", copied_from="1-BS/TU", extract="Mục I", copies=0)
    said = refused(certify_copy, series=series, paper=999_999, row=wrong, given_on=late)
    assert len(said) == 6
    asked = {"series": series, "paper": of, "given_on": date(2025, 2, 1)}
    assert len(refused(certify_copy, row=CopyRow(CopyKind.OF_COPY, SIGNER), **asked)) == 2
    of_letters = papers.series(here.root, TERM)
    row = CopyRow(CopyKind.WHOLE, SIGNER)
    assert "sổ sao" in refused(
        certify_copy, series=of_letters, paper=of, row=row, given_on=TODAY
    )[0]  # fmt: skip
    assert "sổ sao" in refused(
        issue_number, series=series, row=papers.DECISION, given_on=TODAY
    )[0]  # fmt: skip


def test_a_state_series_of_copies_serves_the_kind_its_letters_say(here):
    row = SeriesRow(
        "SY", "UBND", Family.STATE, "2025", date(2025, 1, 1), date(2026, 1, 1), SeriesBook.COPIES
    )
    series, of = papers.series(here.root, row), paper("7-TB/TW", date(2025, 3, 1))
    asked = {"series": series, "paper": of, "given_on": TODAY}
    assert refused(certify_copy, row=CopyRow(CopyKind.EXTRACT, SIGNER, extract="Mục I"), **asked)
    done(certify_copy, row=CopyRow(CopyKind.WHOLE, SIGNER), **asked)
    wrong = SeriesRow("QĐ", "UBND", Family.PARTY, "2025", TODAY, None, SeriesBook.COPIES)
    assert refused(open_series, organization=here.root, row=wrong)


# --- how long groups are kept ---------------------------------------------------------------------


def test_the_table_of_retention_changes_from_a_day_and_names_its_paper(here):
    papers.kept_for(10, here.founding, "Quy hoạch cán bộ")
    later = paper("5-QĐ/TU", date(2025, 5, 1))
    papers.kept_for(None, later, "quy hoạch  CÁN BỘ", date(2025, 5, 1))
    before, now = (
        retention_on(by=demo_actor(), on=day) for day in (date(2025, 4, 30), date(2025, 5, 1))
    )
    assert [(each.subject, each.keep_years) for each in before] == [("Quy hoạch cán bộ", 10)]
    assert [(each.subject, each.keep_years, each.paper.id) for each in now] == [
        ("Quy hoạch cán bộ", None, later)
    ]
    asked = {"clause": "", "verified": False, "from_day": TODAY, "basis": here.founding}
    assert len(refused(set_retention, subject=" ", keep_years=0, **asked)) == 2


def test_the_table_of_retention_is_the_office_s(here):
    right = {Right.SET_FILES.value: frozenset({here.commune})}
    with pytest.raises(NotAllowed):
        set_retention(
            Actor("thu", "Văn thư xã", right), TODAY, subject="Thử", keep_years=5, clause="",
            verified=False, from_day=TODAY, basis=here.founding,
        )  # fmt: skip
    assert not Retention.objects.exists()


# --- dossiers -------------------------------------------------------------------------------------


def test_a_dossier_goes_from_the_list_of_its_year_to_the_archive(here):
    of = [paper(f"{n}-TB/TW", date(2025, 3, n)) for n in (1, 2, 3)]
    dossier = papers.listed_dossier(here.root, here.founding)
    assert Dossier.objects.get().state == DossierState.LISTED
    done(open_dossier, dossier=dossier, opened_on=OPENED)
    done(
        file_papers,
        dossier=dossier,
        papers=[FiledRow(of[2], 4), FiledRow(of[0], 1), FiledRow(of[1])],
    )
    again = refused(file_papers, dossier=dossier, papers=[FiledRow(of[0]), FiledRow(999_999, 0)])
    assert len(again) == 3
    assert "Còn 1 văn bản chưa ghi số tờ." in refused(
        close_dossier, dossier=dossier, closed_on=TODAY
    )[0]  # fmt: skip
    uncounted = Filed.objects.get(sheets=None)
    done(count_sheets, filed=uncounted.pk, sheets=2)
    done(close_dossier, dossier=dossier, closed_on=TODAY)
    page = dossier_page(by=demo_actor(), on=TODAY, dossier=dossier)
    assert [(each.number_sign, each.at) for each in page.papers] == [
        ("1-TB/TW", "1"), ("2-TB/TW", "2–3"), ("3-TB/TW", "4–7"),
    ]  # fmt: skip
    assert (page.line.sheets, page.line.kept_until) == (7, 2035)
    assert (page.line.first_day, page.line.last_day) == (date(2025, 3, 1), date(2025, 3, 3))
    for late in (
        refused(file_papers, dossier=dossier, papers=[FiledRow(here.founding)]),
        refused(take_paper_out, filed=uncounted.pk, reason="Nhầm"),
        refused(count_sheets, filed=uncounted.pk, sheets=3),
        refused(open_dossier, dossier=dossier, opened_on=OPENED),
    ):
        assert "Đã kết thúc" in late[0]
    assert len(refused(reopen_dossier, dossier=dossier, reason=" ")) == 1
    done(reopen_dossier, dossier=dossier, reason="Còn văn bản về sau")
    done(take_paper_out, filed=uncounted.pk, reason="Đưa nhầm")
    assert Filed.objects.count() == 2
    assert not verify_journal().faults


def test_a_short_lived_dossier_closes_without_counting_but_not_empty(here):
    papers.kept_for(2, here.founding)
    dossier = papers.opened_dossier(here.root, here.founding)
    assert refused(close_dossier, dossier=dossier, closed_on=TODAY) == [
        "Hồ sơ chưa có văn bản nào."
    ]
    papers.filed(dossier, here.founding)
    assert len(refused(close_dossier, dossier=dossier, closed_on=date(2025, 1, 1))) == 1
    assert refused(close_dossier, dossier=dossier, closed_on=TODAY, subject="Không có")
    done(close_dossier, dossier=dossier, closed_on=TODAY)
    assert dossier_page(by=demo_actor(), on=TODAY, dossier=dossier).line.kept_until == 2027


def test_closing_reads_the_table_of_that_day(here):
    dossier = papers.opened_dossier(here.root, here.founding)
    papers.filed(dossier, here.founding, 3)
    papers.kept_for(None, paper("5-QĐ/TU", date(2025, 5, 1)), GROUP, date(2025, 5, 1))
    assert Dossier.objects.get().keep_years == 10
    done(close_dossier, dossier=dossier, closed_on=TODAY)
    line = dossier_page(by=demo_actor(), on=TODAY, dossier=dossier).line
    assert (line.keep_years, line.kept_until) == (None, None)


def test_a_list_is_refused_with_every_reason_of_every_line(here):
    papers.listed_dossier(here.root, here.founding)
    rows = [
        DossierRow("01.tc", "Trùng", GROUP), DossierRow("02.TC", " ", "Nhóm lạ"),
        DossierRow("03.TC", "Một", GROUP), DossierRow("03.TC", "Hai", GROUP), DossierRow("", "Ba", GROUP),
    ]  # fmt: skip
    asked = {"organization": here.root, "basis": here.founding}
    assert len(refused(list_dossiers, year=2025, rows=rows, **asked)) == 6
    assert refused(list_dossiers, year=1200, rows=rows, **asked)
    assert refused(list_dossiers, year=2025, rows=[], **asked)
    assert refused(list_dossiers, year=1950, rows=[DossierRow("1", "Một", GROUP)], **asked)
    papers.listed_dossier(here.root, here.founding, year=2024)
    total, lines = dossier_lines(by=demo_actor(), on=TODAY, organization=here.root, year=2024)
    assert (total, lines[0].code, lines[0].keep_years) == (1, "01.TC", 10)
    assert refused(open_dossier, dossier=lines[0].id, opened_on=date(2023, 12, 31))
    assert refused(open_dossier, dossier=999_999, opened_on=OPENED)
    assert refused(take_paper_out, filed=999_999, reason="Thử")


def test_nobody_files_for_a_unit_out_of_reach(here):
    clerk = Actor("thu", "Văn thư xã", {Right.FILE.value: frozenset({here.commune})})
    dossier = papers.listed_dossier(here.root, here.founding)
    with pytest.raises(NotAllowed):
        open_dossier(clerk, TODAY, dossier=dossier, opened_on=OPENED)
    assert Dossier.objects.get().state == DossierState.LISTED


def test_sheets_are_counted_through_until_one_is_not_known():
    assert sheet_ranges([1, 3, None, 2]) == ["1", "2–4", "", ""]
