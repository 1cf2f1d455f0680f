"""Sổ in — each column says what the facts know of the paper; only what a hand signs stays empty."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from papers import ARRIVED, DECISION, SENT
from world import TODAY, paper, small_world

from thenchot.office.documents.acts.delivering import paper_copy_received, send_paper_copy
from thenchot.office.documents.acts.handling import direct_paper, finish_paper, take_paper
from thenchot.office.documents.acts.numbering import cancel_number, reserve_number
from thenchot.office.documents.acts.receiving import receive_paper_copy, send_paper_back
from thenchot.office.documents.models import Assignment
from thenchot.office.documents.reads.books import BookKind, book
from thenchot.office.documents.rules.receiving import AssignmentRow, DirectionRow
from thenchot.office.documents.words import Part, Urgency

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def here():
    return small_world()


def done(act, **words):
    return act(demo_actor(), TODAY, **words).answer


def printed(here, kind):
    """The register of June, row by row, each value under its heading."""
    made = book(
        by=demo_actor(), on=TODAY, kind=kind, organization=here.root, since=date(2025, 6, 1),
        until=date(2025, 6, 30), translate=str,
    )  # fmt: skip
    return [dict(zip((head for head, _ in made.heads), row, strict=True)) for row in made.rows]


def directed(here, it, *assigned, day=date(2025, 6, 3)):
    done(direct_paper, incoming=it, direction=DirectionRow("Trưởng ban", day, "Làm.", assigned))


def last_columns(row):
    return [row[each] for each in ("Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú")]


def test_a_paper_that_came_says_to_whom_it_went_on_which_day_and_who_took_it_when(here):
    it = papers.received(here.root)
    assert last_columns(printed(here, BookKind.INCOMING)[0]) == ["", "", "", ""]
    lead = AssignmentRow(Part.LEAD, unit=here.commune, due_on=date(2025, 6, 20))
    directed(here, it, lead, AssignmentRow(Part.KNOW, person=here.person))
    done(take_paper, assignment=Assignment.objects.get(part=Part.LEAD).pk)
    assert last_columns(printed(here, BookKind.INCOMING)[0]) == [
        "Đảng bộ xã Thử Một", "03/06/2025", "16/06/2025", "",
    ]  # fmt: skip


def test_marks_signed_copies_and_reasons_stand_in_the_last_column(here):
    urgent = replace(ARRIVED, urgency=Urgency.URGENT, paper_also_required=True, note="Hai bản")
    it = papers.received(here.root, arrival=urgent)
    done(receive_paper_copy, incoming=it, paper_on=date(2025, 6, 5))
    wrong = papers.received(here.root, "46-CV/BTCTW")
    done(send_paper_back, incoming=wrong, reason="Gửi nhầm")
    assert [row["Ghi chú"] for row in printed(here, BookKind.INCOMING)] == [
        "Khẩn; Nhận bản giấy 05/06/2025; Hai bản", "Trả lại: Gửi nhầm",
    ]  # fmt: skip


def test_the_register_of_handling_says_how_far_it_is_what_answered_and_the_result(here):
    it = papers.received(here.root)
    done(
        finish_paper, incoming=it, finished_on=date(2025, 6, 9), result="Đã báo cáo",
        reply=paper("9-BC/ĐU", date(2025, 6, 9)),
    )  # fmt: skip
    (row,) = printed(here, BookKind.FOLLOWED)
    assert [row[each] for each in ("Thời hạn", "Tiến độ", "Ghi chú")] == [
        "20/06/2025", "Đã giải quyết xong 09/06/2025", "Đã báo cáo",
    ]  # fmt: skip
    assert row["Số, ký hiệu văn bản trả lời"] == "9-BC/ĐU"


def test_a_paper_that_went_says_when_its_signed_copy_was_received_and_why_a_number_was_cancelled(
    here,
):
    of = papers.series(here.root)
    sent = papers.issued(of, replace(SENT, paper_also_required=True, kept_at="Văn thư"))
    done(send_paper_copy, number=sent, paper_sent_on=date(2025, 6, 5))
    done(paper_copy_received, number=sent, paper_received_on=date(2025, 6, 9))
    done(cancel_number, number=papers.issued(of, DECISION), reason="Soạn nhầm")
    done(reserve_number, series=of, given_on=TODAY)
    rows = printed(here, BookKind.OUTGOING)
    wanted = ("Đơn vị, người nhận bản lưu", "Ngày chuyển", "Ký nhận", "Ghi chú")
    assert [[row[each] for each in wanted] for row in rows] == [
        ["Văn thư", "04/06/2025", "09/06/2025", ""],
        ["", "", "", "Đã hủy: Soạn nhầm"],
        ["", "", "", "Cấp ngoài hệ thống"],
    ]
