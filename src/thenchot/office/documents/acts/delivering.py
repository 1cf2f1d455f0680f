"""Bản giấy, bưu điện, bản lưu — the paper leg of what went out, envelopes posted, the kept copy used."""

from datetime import date

from django.db.models import Q

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.changing import issued_number, locked_line
from thenchot.office.documents.models import Loan, Outgoing, Posted, Relation
from thenchot.office.documents.rules.issued import (
    LoanRow,
    PostRow,
    leg_faults,
    loan_faults,
    milestone_faults,
    post_faults,
)
from thenchot.office.documents.words import Milestone, NumberState, RelationKind, Right

MARKED = {
    Milestone.SENT: "sent_on", Milestone.PAPER_TOO: "paper_also_required",
    Milestone.PAPER_SENT: "paper_sent_on", Milestone.PAPER_RECEIVED: "paper_received_on",
}  # fmt: skip
AFTER_ISSUE = (RelationKind.CORRECTS, RelationKind.REPLACES, RelationKind.RECALLS)


@act(needs=Right.REGISTER, phrase=mark("Ghi {paper} phải gửi thêm bản giấy"))
def require_paper_copy(act: OpenAct, *, number: int) -> int:
    """Phải gửi thêm bản giấy — the electronic paper does not replace the signed one."""
    found = issued_paper(act, number)
    faults = []
    if found.paper_also_required:
        faults.append(Reason(mark("Đã ghi văn bản này phải gửi thêm bản giấy."), field="number"))
    act.refuse_if(faults)
    found.paper_also_required = True
    return _keep(act, found)


@act(needs=Right.REGISTER, phrase=mark("Ghi đã gửi bản giấy của {paper}"))
def send_paper_copy(act: OpenAct, *, number: int, paper_sent_on: date) -> int:
    """Đã gửi bản giấy — after the paper was issued."""
    found = issued_paper(act, number)
    faults = _asked_faults(found)
    if found.paper_sent_on:
        text = mark("Bản giấy đã gửi ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": found.paper_sent_on}, field="paper_sent_on"))
    faults += leg_faults(paper_sent_on, found.sent_on, act.day, "paper_sent_on")
    act.refuse_if(faults)
    found.paper_sent_on = paper_sent_on
    return _keep(act, found)


@act(needs=Right.REGISTER, phrase=mark("Ghi nơi nhận đã nhận bản giấy của {paper}"))
def paper_copy_received(act: OpenAct, *, number: int, paper_received_on: date) -> int:
    """Nơi nhận đã nhận bản giấy — what was sent has come."""
    found = issued_paper(act, number)
    faults = _asked_faults(found)
    if found.paper_received_on:
        text = mark("Nơi nhận đã nhận bản giấy ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": found.paper_received_on}, field="paper_received_on"))
    faults += leg_faults(paper_received_on, found.paper_sent_on, act.day, "paper_received_on")
    act.refuse_if(faults)
    found.paper_received_on = paper_received_on
    return _keep(act, found)


@act(needs=Right.REGISTER, phrase=mark("Rút mốc «{milestone}» của {paper}"))
def withdraw_milestone(act: OpenAct, *, number: int, milestone: Milestone, reason: str) -> int:
    """Rút mốc ghi nhầm — the last one reached; it stands in history with the reason."""
    found = issued_paper(act, number)
    reason = tidy_name(reason)
    reached = [each for each, name in MARKED.items() if getattr(found, name)]
    faults = milestone_faults(milestone, reached, gone_on=_gone_on(found))
    if not reason:
        faults.append(Reason(mark("Phải nêu lý do rút."), field="reason"))
    act.refuse_if(faults)
    act.says(milestone=milestone)
    act.reason = reason
    setattr(found, MARKED[milestone], None)
    return _keep(act, found)


@act(needs=Right.REGISTER, phrase=mark("Ghi sổ gửi bưu điện: {paper}, {recipients}"))
def post_out(act: OpenAct, *, number: int, row: PostRow) -> int:
    """Gửi bưu điện — envelopes of one paper, to whom."""
    found = issued_paper(act, number)
    act.refuse_if(post_faults(row, found.sent_on, act.day))
    made = Posted.objects.create(
        entry=act.entry, number=found, organization_id=found.organization_id,
        posted_on=row.posted_on, recipients=tidy_name(row.recipients), envelopes=row.envelopes,
        note=tidy_name(row.note),
    )  # fmt: skip
    act.says(recipients=made.recipients)
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Rút dòng gửi bưu điện: {paper}"))
def withdraw_posting(act: OpenAct, *, posted: int, reason: str) -> int:
    """Rút dòng gửi — written by mistake; it stands in history with the reason."""
    none = Reason(mark("Không có dòng gửi bưu điện này."), field="posted")
    found, line = locked_line(act, Posted.objects.filter(pk=posted), none)
    act.says(paper=found.basis)
    reason = tidy_name(reason)
    act.refuse_if([] if reason else [Reason(mark("Phải nêu lý do rút."), field="reason")])
    act.reason = reason
    line.delete()
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Cho {used_by} sử dụng bản lưu của {paper}"))
def lend_kept_copy(act: OpenAct, *, number: int, row: LoanRow) -> int:
    """Cho sử dụng bản lưu — to one person at a time, by somebody's leave."""
    found = issued_paper(act, number)
    out = found.loans.filter(returned_on=None).exists()
    act.refuse_if(loan_faults(row, found.sent_on, act.day, out=out))
    made = Loan.objects.create(
        entry=act.entry, number=found, organization_id=found.organization_id, used_on=row.used_on,
        used_by=tidy_name(row.used_by), allowed_by=tidy_name(row.allowed_by),
        note=tidy_name(row.note),
    )  # fmt: skip
    act.says(used_by=made.used_by)
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Ghi đã trả bản lưu của {paper}"))
def return_kept_copy(act: OpenAct, *, loan: int, returned_on: date) -> int:
    """Trả bản lưu — from the day it was taken to today."""
    none = Reason(mark("Không có lần sử dụng bản lưu này."), field="loan")
    found, line = locked_line(act, Loan.objects.filter(pk=loan), none)
    act.says(paper=found.basis)
    faults = leg_faults(returned_on, line.used_on, act.day, "returned_on")
    if line.returned_on:
        text = mark("Bản lưu đã trả ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": line.returned_on}, field="loan"))
    act.refuse_if(faults)
    line.returned_on, line.entry = returned_on, act.entry
    line.save()
    return found.pk


def issued_paper(act: OpenAct, number: int) -> Outgoing:
    """Văn bản đã cấp số — a number given to a paper of the register; refused where it has none."""
    found = issued_number(act, number)
    if found.basis is None or found.state != NumberState.ISSUED:
        act.refuse(Reason(mark("Số này không có văn bản, hoặc đã hủy."), field="number"))
    act.says(paper=found.basis)
    return found


def _asked_faults(found: Outgoing) -> list[Reason]:
    if found.paper_also_required:
        return []
    return [Reason(mark("Văn bản này không phải gửi thêm bản giấy."), field="number")]


def _gone_on(found: Outgoing) -> bool:
    """Once issued it was passed on, posted, lent, changed by another paper, or changed another."""
    changes = Relation.objects.filter(kind__in=AFTER_ISSUE, own=True)
    changes = changes.filter(Q(to=found.basis_id) | Q(paper=found.basis_id))
    return any(each.exists() for each in (found.deliveries, found.postings, found.loans, changes))


def _keep(act: OpenAct, found: Outgoing) -> int:
    found.entry = act.entry
    found.save()
    return found.pk
