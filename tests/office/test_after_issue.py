"""Sau phát hành — corrected, replaced, recalled; the signed paper sent after; the post and the kept copy."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from papers import DECISION, LENT, POSTED, TERM
from world import TODAY, paper, small_world

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.changing import correct_issued, recall_issued, replace_issued
from thenchot.office.documents.acts.delivering import (
    lend_kept_copy,
    paper_copy_received,
    post_out,
    require_paper_copy,
    return_kept_copy,
    send_paper_copy,
    withdraw_milestone,
    withdraw_posting,
)
from thenchot.office.documents.acts.numbering import reserve_number, send_out
from thenchot.office.documents.acts.relating import withdraw_relation
from thenchot.office.documents.models import Loan, Outgoing, Posted, Relation
from thenchot.office.documents.reads.books import BookKind, book
from thenchot.office.documents.reads.delivering import legs_owing, loan_lines
from thenchot.office.documents.reads.outgoing import outgoing_line
from thenchot.office.documents.reads.relations import forces_on, in_force
from thenchot.office.documents.words import Force, Leg, Milestone, RelationKind, Right

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TABLES = (Outgoing, Relation, Posted, Loan, JournalEntry)
SENT = replace(DECISION, sent_on=date(2025, 6, 4))
LETTER = replace(DECISION, kind=InstrumentKind.LETTER, letters="CV", sent_on=date(2025, 6, 10))


class Here:
    """Two decisions sent out by the root, a letter of it, one not sent, one of the commune."""

    def __init__(self) -> None:
        self.world = small_world()
        self.root, self.commune = self.world.root, self.world.commune
        of = self.series = papers.series(self.root)
        self.old, self.new = (papers.issued(of, SENT), papers.issued(of, SENT, date(2025, 6, 4)))
        self.unsent = papers.issued(of)
        letters = papers.series(self.root, replace(TERM, letters="CV"))
        self.letter = papers.issued(letters, LETTER, date(2025, 6, 9))
        theirs = papers.series(self.commune, replace(TERM, organ_code="ĐU"))
        self.theirs = papers.issued(theirs, SENT)

    def paper(self, number: int) -> int:
        return Outgoing.objects.get(pk=number).basis_id


@pytest.fixture
def here():
    return Here()


def refused(act, by=None, **asked) -> list[str]:
    before = [list(model.objects.order_by("pk").values_list()) for model in TABLES]
    with pytest.raises(Refused) as refusal:
        act(by or demo_actor(), TODAY, **asked)
    assert [list(model.objects.order_by("pk").values_list()) for model in TABLES] == before
    return [str(reason) for reason in refusal.value.reasons]


def done(act, **asked) -> None:
    act(demo_actor(), TODAY, **asked)


def changes(number: int) -> list[tuple[RelationKind, date | None]]:
    line = outgoing_line(by=demo_actor(), on=TODAY, number=number)
    return [(each.kind, each.from_day) for each in line.changes]


def test_a_paper_is_corrected_by_a_letter_and_goes_on(here):
    done(correct_issued, number=here.old, by_number=here.letter)
    assert changes(here.old) == [(RelationKind.CORRECTS, None)]
    assert in_force(by=demo_actor(), paper=here.paper(here.old), on=TODAY)
    said = JournalEntry.objects.latest("opened_at").sentence
    assert said == (
        "Đính chính Quyết định số 01-QĐ/TU, 03/06/2025 bằng Công văn số 01-CV/TU, 09/06/2025"
    )


@pytest.mark.parametrize(
    ("act", "kind"),
    [(replace_issued, RelationKind.REPLACES), (recall_issued, RelationKind.RECALLS)],
)
def test_a_paper_replaced_or_recalled_ends_on_its_day_and_the_registers_say_so(here, act, kind):
    done(act, number=here.old, by_number=here.new, from_day=date(2025, 6, 12))
    assert changes(here.old) == [(kind, date(2025, 6, 12))]
    old = here.paper(here.old)
    assert in_force(by=demo_actor(), paper=old, on=date(2025, 6, 11))
    standing = forces_on(by=demo_actor(), on=TODAY, papers=[old])[old]
    assert (standing.force, standing.ended_by.id) == (Force.ENDED, here.paper(here.new))
    printed = book(
        by=demo_actor(), on=TODAY, kind=BookKind.OUTGOING, organization=here.root,
        since=date(2025, 1, 1), until=TODAY, translate=str,
    )  # fmt: skip
    note = next(row[-1] for row in printed.rows if row[0] == "01-QĐ/TU")
    assert note.endswith("bởi Quyết định số 02-QĐ/TU, 04/06/2025 từ 12/06/2025")
    again = refused(act, number=here.old, by_number=here.new, from_day=date(2025, 6, 13))
    assert again == [
        "Văn bản này đã hết hiệu lực từ ngày 12/06/2025.", "Quan hệ này đã ghi giữa hai văn bản.",
    ]  # fmt: skip
    assert not verify_journal().faults


def test_a_paper_not_yet_sent_ends_no_other_and_is_neither_posted_nor_lent(here):
    told = refused(
        replace_issued, number=here.old, by_number=here.unsent, from_day=date(2025, 6, 12)
    )
    assert told == ["Văn bản mới chưa phát hành; số của nó còn có thể hủy."]
    assert refused(post_out, number=here.unsent, row=papers.POSTED)
    assert refused(lend_kept_copy, number=here.unsent, row=papers.LENT)


def test_it_is_taken_back_by_withdrawing_and_by_annulling_the_new_paper(here):
    asked = {"number": here.old, "by_number": here.new, "from_day": date(2025, 6, 12)}
    done(replace_issued, **asked)
    done(withdraw_relation, relation=Relation.objects.get().pk, reason="Ghi nhầm")
    assert (changes(here.old), in_force(by=demo_actor(), paper=here.paper(here.old), on=TODAY)) == (
        [],
        True,
    )
    done(replace_issued, **asked)
    new, by = here.paper(here.new), paper("99-QĐ/TU", date(2025, 6, 15))
    annul_instrument(demo_actor(), TODAY, instrument=new, by_paper=by, reason="Sai thẩm quyền")
    assert (changes(here.old), in_force(by=demo_actor(), paper=here.paper(here.old), on=TODAY)) == (
        [],
        True,
    )
    assert "đã hết hiệu lực" not in str(
        refused(replace_issued, number=here.old, by_number=here.theirs, from_day=TODAY)
    )


def test_every_reason_against_it_is_told_at_once(here):
    said = refused(
        replace_issued, number=here.unsent, by_number=here.theirs, from_day=date(2025, 6, 1)
    )
    assert said == [
        "Văn bản chưa phát hành: sửa trước khi phát hành, hoặc hủy số.",
        "Văn bản mới phải của chính cơ quan đã ban hành văn bản này.",
        "Ngày hiệu lực 01/06/2025 trước ngày ký văn bản này.",
    ]
    assert refused(correct_issued, number=here.old, by_number=here.new) == [
        "Đính chính bằng công văn."
    ]
    assert refused(
        replace_issued, number=here.old, by_number=here.letter, from_day=date(2025, 6, 12)
    ) == ["Thay thế bằng văn bản cùng hình thức: Quyết định."]
    same = refused(recall_issued, number=here.old, by_number=here.old, from_day=TODAY)
    assert same == ["Chọn hai văn bản khác nhau."]
    papers_less = reserve_number(demo_actor(), TODAY, series=here.series, given_on=TODAY).answer
    assert refused(recall_issued, number=here.old, by_number=papers_less, from_day=TODAY) == [
        "Văn bản mới phải có trong sổ văn bản đi, không phải số đã hủy, số ngoài hệ thống."
    ]
    assert refused(correct_issued, number=999_999, by_number=here.new) == [
        "Không có số văn bản đi này."
    ]
    clerk = Actor("thu", "Văn thư xã", {str(Right.REGISTER): frozenset({here.commune})})
    with pytest.raises(NotAllowed):
        correct_issued(clerk, TODAY, number=here.old, by_number=here.letter)


def test_the_signed_paper_follows_is_waited_for_and_comes(here):
    it = here.old
    assert refused(send_paper_copy, number=it, paper_sent_on=TODAY) == [
        "Văn bản này không phải gửi thêm bản giấy."
    ]
    done(require_paper_copy, number=it)
    assert refused(require_paper_copy, number=it) == ["Đã ghi văn bản này phải gửi thêm bản giấy."]

    def owing():
        return [(each.id, each.leg, each.since) for each in legs_owing(by=demo_actor(), on=TODAY)]

    assert owing() == [(it, Leg.TO_SEND, date(2025, 6, 3))]
    assert len(refused(paper_copy_received, number=it, paper_received_on=TODAY)) == 1
    assert refused(send_paper_copy, number=it, paper_sent_on=date(2025, 6, 3)) == [
        "Ngày phải từ 04/06/2025 đến hôm nay."
    ]
    done(send_paper_copy, number=it, paper_sent_on=date(2025, 6, 5))
    assert owing() == [(it, Leg.SENT, date(2025, 6, 5))]
    came = papers.received(here.root, arrival=replace(papers.ARRIVED, paper_also_required=True))
    assert owing() == [(came, Leg.COMING, date(2025, 6, 2)), (it, Leg.SENT, date(2025, 6, 5))]
    done(paper_copy_received, number=it, paper_received_on=date(2025, 6, 9))
    assert owing() == [(came, Leg.COMING, date(2025, 6, 2))]
    assert len(legs_owing(by=demo_actor(), on=date(2025, 6, 6))) == 2
    again = refused(paper_copy_received, number=it, paper_received_on=TODAY)
    assert again == ["Nơi nhận đã nhận bản giấy ngày 09/06/2025."]
    at_once = papers.issued(here.series, replace(SENT, paper_also_required=True))
    assert (at_once, Leg.TO_SEND, date(2025, 6, 3)) in owing()


def test_a_milestone_marked_by_mistake_is_taken_back_the_last_one_first(here):
    it, why = here.old, {"reason": "Ghi nhầm ngày"}
    none = refused(withdraw_milestone, number=it, milestone=Milestone.PAPER_SENT, reason=" ")
    assert none == ["Văn bản chưa có mốc «Đã gửi bản giấy».", "Phải nêu lý do rút."]
    done(require_paper_copy, number=it)
    done(send_paper_copy, number=it, paper_sent_on=date(2025, 6, 5))
    done(paper_copy_received, number=it, paper_received_on=date(2025, 6, 9))
    for milestone, later in (
        (Milestone.SENT, "Đã gửi bản giấy"), (Milestone.PAPER_TOO, "Đã gửi bản giấy"),
        (Milestone.PAPER_SENT, "Nơi nhận đã nhận bản giấy"),
    ):  # fmt: skip
        said = refused(withdraw_milestone, number=it, milestone=milestone, **why)
        assert said == [f"Rút mốc «{later}» trước."]
    line = Outgoing.objects.filter(pk=it).values_list(
        "paper_received_on", "paper_sent_on", "paper_also_required", "sent_on"
    )
    for left, milestone in (
        (3, Milestone.PAPER_RECEIVED), (2, Milestone.PAPER_SENT), (1, Milestone.PAPER_TOO),
        (0, Milestone.SENT),
    ):  # fmt: skip
        done(withdraw_milestone, number=it, milestone=milestone, **why)
        assert sum(each is not None for each in line.get()) == left
    done(send_out, number=it, sent_on=date(2025, 6, 4))
    entry = JournalEntry.objects.filter(reason=why["reason"]).latest("opened_at")
    assert entry.sentence == "Rút mốc «Phát hành» của Quyết định số 01-QĐ/TU, 03/06/2025"


@pytest.mark.parametrize("gone_on", ["posted", "lent", "changed", "changes"])
def test_the_day_of_issue_stays_once_something_followed(here, gone_on):
    number = here.old
    if gone_on == "posted":
        done(post_out, number=number, row=POSTED)
    elif gone_on == "lent":
        done(lend_kept_copy, number=number, row=LENT)
    else:
        done(recall_issued, number=here.old, by_number=here.new, from_day=TODAY)
        number = here.old if gone_on == "changed" else here.new
    said = refused(withdraw_milestone, number=number, milestone=Milestone.SENT, reason="Nhầm")
    assert len(said) == 1
    assert said[0].startswith("Đã ghi chuyển nơi nhận")


def test_envelopes_are_entered_and_printed(here):
    done(post_out, number=here.old, row=POSTED)
    done(post_out, number=here.old, row=replace(POSTED, posted_on=TODAY, recipients="Đảng ủy xã"))
    printed = book(
        by=demo_actor(), on=TODAY, kind=BookKind.POSTED, organization=here.root,
        since=date(2025, 6, 1), until=date(2025, 6, 10), translate=str,
    )  # fmt: skip
    assert [head for head, _ in printed.heads] == [
        "Ngày chuyển", "Số, ký hiệu", "Nơi nhận", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú",
    ]  # fmt: skip
    assert printed.rows == [["04/06/2025", "01-QĐ/TU", "Huyện ủy Thử", "2", "", ""]]
    wrong = replace(POSTED, posted_on=date(2025, 6, 2), recipients=" ", envelopes=0)
    assert len(refused(post_out, number=here.old, row=wrong)) == 3
    line = Posted.objects.order_by("pk").first().pk
    assert refused(withdraw_posting, posted=line, reason=" ") == ["Phải nêu lý do rút."]
    done(withdraw_posting, posted=line, reason="Ghi nhầm")
    assert Posted.objects.count() == 1


def test_the_kept_copy_is_with_one_person_at_a_time(here):
    done(lend_kept_copy, number=here.old, row=LENT)
    assert refused(lend_kept_copy, number=here.old, row=replace(LENT, used_by="", allowed_by=" ")) == [
        "Thiếu người sử dụng.", "Thiếu người cho phép.", "Bản lưu đang có người sử dụng, chưa trả.",
    ]  # fmt: skip
    loan = Loan.objects.get().pk
    assert refused(return_kept_copy, loan=loan, returned_on=date(2025, 6, 4)) == [
        "Ngày phải từ 05/06/2025 đến hôm nay."
    ]
    dossier = papers.opened_dossier(here.root, paper("71-QĐ/TU"))
    papers.filed(dossier, here.paper(here.old))
    assert loan_lines(by=demo_actor(), on=TODAY, out=True)[0] == 1
    done(return_kept_copy, loan=loan, returned_on=date(2025, 6, 6))
    assert refused(return_kept_copy, loan=loan, returned_on=TODAY) == [
        "Bản lưu đã trả ngày 06/06/2025."
    ]
    done(lend_kept_copy, number=here.old, row=replace(LENT, used_on=date(2025, 6, 9)))
    printed = book(
        by=demo_actor(), on=TODAY, kind=BookKind.LOANS, organization=here.root,
        since=date(2025, 6, 1), until=date(2025, 6, 8), translate=str,
    )  # fmt: skip
    assert [head for head, _ in printed.heads] == [
        "Ngày", "Người sử dụng", "Số, ký hiệu, ngày tháng văn bản", "Tên loại và trích yếu",
        "Số, ký hiệu hồ sơ", "Ký nhận", "Ngày trả", "Người cho phép", "Ghi chú",
    ]  # fmt: skip
    assert printed.rows == [
        [
            "05/06/2025", "Trần Thị Mượn", "01-QĐ/TU, 03/06/2025", "Quyết định về việc thử",
            "01.TC", "", "06/06/2025", "Trưởng ban", "",
        ]
    ]  # fmt: skip
    papers_less = reserve_number(demo_actor(), TODAY, series=here.series, given_on=TODAY).answer
    assert refused(lend_kept_copy, number=papers_less, row=LENT) == [
        "Số này không có văn bản, hoặc đã hủy."
    ]
