"""Nối dự thảo với văn bản hệ thống khác đã cấp số — confirmed by a person; no number is given here."""

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.relating import note_reply, reply_faults
from thenchot.office.documents.models import Incoming, Outgoing
from thenchot.office.documents.words import Right as Papers
from thenchot.office.drafting.acts.moving import (
    answered_by,
    keep_step,
    unnumbered_faults,
    unsay_reply,
)
from thenchot.office.drafting.acts.writing import held
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.reads.joining import NUMBERED_ELSEWHERE
from thenchot.office.drafting.rules.rows import number_day_faults
from thenchot.office.drafting.words import State, Verb


@act(needs=Papers.REGISTER, phrase=mark("Nối với {paper}: {draft}"))
def join_draft(act: OpenAct, *, draft: int, number: int) -> int:
    """Nối dự thảo — with a paper of the issuing organ that came with another system's register."""
    found, faults = held(act, draft, issuing=True), []
    came = answered_by(found)
    ours = Outgoing.objects.filter(NUMBERED_ELSEWHERE, organization=found.organization_id)
    paper = ours.select_for_update(no_key=True, of=("self",)).filter(pk=number).first()
    if paper is None:
        text = mark("Cơ quan ban hành không có văn bản này trong sổ nhập từ hệ thống khác.")
        faults.append(Reason(text, field="number"))
    else:
        faults += number_day_faults(paper.given_on, found.signed_on, "number")
        faults += _other_faults(found, paper, came)
        if paper.drafted_by_id is not None:
            faults.append(spoken("number_of_one_draft"))
    act.refuse_if([*unnumbered_faults(found), *faults])
    assert paper is not None
    assert paper.basis is not None
    paper.drafted_by_id, paper.entry = found.unit_id, act.entry
    paper.save()
    unsay_reply(found)  # of a number that was cancelled
    if came:
        note_reply(act, found.organization_id, paper.basis, came.basis, own=True)
    found.number, found.state = paper, State.NUMBERED
    keep_step(act, found, Verb.JOIN, "")
    act.instrument = paper.basis
    act.says(paper=paper.basis, draft=found)
    return found.pk


@act(needs=Papers.REGISTER, phrase=mark("Gỡ khỏi {paper}: {draft}"))
def part_draft(act: OpenAct, *, draft: int, reason: str) -> int:
    """Gỡ dự thảo — joined by mistake; it waits for its number again, and the paper for its draft."""
    found, reason = held(act, draft, issuing=True), tidy_name(reason)
    paper, faults = _joined(found), []
    if paper is None:
        text = mark("Dự thảo này không nối với văn bản nào của hệ thống khác.")
        faults.append(Reason(text, field="draft"))
    if not reason:
        faults.append(Reason(mark("Phải nêu lý do gỡ."), field="reason"))
    act.refuse_if(faults)
    assert paper is not None
    unsay_reply(found)
    paper.drafted_by, paper.entry = None, act.entry
    found.number, found.state = None, found.before_its_number
    keep_step(act, found, Verb.PART, reason)
    paper.save()
    act.says(paper=paper.basis, draft=found)
    return found.pk


def _other_faults(draft: DraftPaper, paper: Outgoing, came: Incoming | None) -> list[Reason]:
    """Không phải văn bản của dự thảo — of another kind, where its register says which, or earlier than
    what the draft answers."""
    assert paper.basis
    faults = reply_faults(paper.basis, came.basis, "number") if came else []
    if paper.basis.kind not in (draft.kind, InstrumentKind.OTHER):
        text = mark("Dự thảo là {draft}, văn bản này là {paper}.")
        kinds = {
            "draft": InstrumentKind.of(draft.kind),
            "paper": InstrumentKind.of(paper.basis.kind),
        }
        faults.append(Reason(text, kinds, field="number"))
    return faults


def _joined(draft: DraftPaper) -> Outgoing | None:
    """The paper it was joined with; none where its number was given here."""
    papers = Outgoing.objects.filter(NUMBERED_ELSEWHERE, pk=draft.number_id or 0)
    return papers.select_for_update(no_key=True, of=("self",)).first()
