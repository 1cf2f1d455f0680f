"""Dự thảo đi một bước — checked, submitted, decided, withdrawn, dropped; numbered at the end."""

from datetime import date
from typing import Any

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.words import REMOVED, InstrumentKind
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider, Matter
from thenchot.office.documents.acts.numbering import give_number
from thenchot.office.documents.acts.relating import note_reply
from thenchot.office.documents.models import Incoming, Outgoing, Relation
from thenchot.office.documents.rules.numbering import OutgoingRow
from thenchot.office.documents.words import NumberState, RelationKind
from thenchot.office.documents.words import Right as Papers
from thenchot.office.drafting.acts.writing import held, standing_version
from thenchot.office.drafting.models import ONCE_SIGNED, DraftPaper, DraftStep
from thenchot.office.drafting.reads.on_paper import follows_on_paper
from thenchot.office.drafting.rules.flow import NUMBERED_FROM, STEPS, leader_faults, step_faults
from thenchot.office.drafting.rules.rows import number_day_faults, said_day_faults
from thenchot.office.drafting.words import Right, State, Verb


@act(needs=Right.CHECK_CONTENT, phrase=mark("{verb}: {draft}"))
def check_content(act: OpenAct, *, draft: int, good: bool, words: str = "") -> int:
    """Duyệt nội dung — by the head of the unit that writes; or sent back with what is wrong."""
    return _moved(act, draft, Verb.CONTENT if good else Verb.CONTENT_BACK, words)


@act(needs=Right.CHECK_FORM, phrase=mark("{verb}: {draft}"))
def check_form(act: OpenAct, *, draft: int, good: bool, words: str = "") -> int:
    """Kiểm tra thể thức — by the office of the issuing organ; or sent back with what is wrong."""
    return _moved(act, draft, Verb.FORM if good else Verb.FORM_BACK, words)


@act(needs=Right.WRITE, phrase=mark("Trình dự thảo: {draft}"))
def submit_draft(act: OpenAct, *, draft: int, words: str = "") -> int:
    """Trình — with the one page the leader reads; after both checks, or after the opinion asked for."""
    found = held(act, draft, issuing=False)
    reasons = []
    for name, text in (
        ("proposal", mark("Phiếu trình chưa ghi trình về việc gì, đề nghị gì.")),
        ("grounds", mark("Phiếu trình chưa ghi căn cứ.")),
    ):
        if not getattr(found, name):
            reasons.append(Reason(text, field=name))
    return _moved(act, draft, Verb.SUBMIT, words, reasons)


@act(needs=Right.DECIDE, phrase=mark("{verb} trên phiếu trình: {draft}"))
def decide_draft(
    act: OpenAct, *, draft: int, verb: Verb, words: str = "", said_on: date | None = None
) -> int:
    """Cho ý kiến trên phiếu trình — agreed, sent back with the reason, or the level above is asked.

    `said_on`: the day it was said, where that is not today.
    """
    if verb not in (Verb.AGREE, Verb.BACK, Verb.ASK):
        act.refuse(Reason(mark("Chọn đồng ý, chuyển lại hoặc xin ý kiến cấp trên."), field="verb"))
    found = held(act, draft, issuing=True)
    reasons = []
    if verb is Verb.AGREE:
        decider = Decider.of(found.decider) if found.decider else None
        reasons = leader_faults(decider, centre_said=found.centre_said_id is not None)
    if said_on:
        reasons += said_day_faults(said_on, _last_day(found), act.day)
    return _moved(act, draft, verb, words, reasons, said_on)


@act(needs=Right.DECIDE, phrase=mark("Xin ý kiến Trung ương bằng {paper}: {draft}"))
def ask_centre(act: OpenAct, *, draft: int, asking: int) -> int:
    """Xin ý kiến Trung ương — by a paper that has its number in the register of papers sent."""
    found = held(act, draft, issuing=True)
    seen = Outgoing.objects.visible_to(act.by).select_related("basis")
    ours = seen.filter(organization=found.organization_id, state=NumberState.ISSUED)
    paper, faults = ours.filter(pk=asking).first(), []
    if paper is None:
        text = mark("Cơ quan ban hành không có văn bản đi này.")
        faults.append(Reason(text, field="asking"))
    found.centre_asked, found.centre_said = paper, None
    moved(act, found, Verb.ASK_CENTRE, "", faults)
    assert paper is not None
    act.says(paper=paper.basis, draft=found)
    return found.pk


@act(needs=Right.DECIDE, phrase=mark("Ghi ý kiến Trung ương tại {paper}: {draft}"))
def record_centre_answer(act: OpenAct, *, draft: int, answering: int, words: str) -> int:
    """Trung ương trả lời — by a paper that came; the draft stands before the leader again."""
    found = held(act, draft, issuing=True)
    words = tidy_name(words)
    seen = Incoming.objects.visible_to(act.by).select_related("basis")
    ours = seen.filter(organization=found.organization_id)
    paper, faults = ours.filter(pk=answering).first(), []
    if paper is None:
        text = mark("Cơ quan ban hành không có văn bản đến này.")
        faults.append(Reason(text, field="answering"))
    elif found.centre_asked and paper.arrived_on < found.centre_asked.given_on:
        text = mark("Văn bản này đến ngày {day:%d/%m/%Y}, trước ngày xin ý kiến {asked:%d/%m/%Y}.")
        values = {"day": paper.arrived_on, "asked": found.centre_asked.given_on}
        faults.append(Reason(text, values, field="answering"))
    if not words:
        faults.append(Reason(mark("Thiếu nội dung ý kiến của Trung ương."), field="words"))
    found.centre_said = paper
    moved(act, found, Verb.CENTRE_SAID, words, faults)
    assert paper is not None
    act.says(paper=paper.basis, draft=found)
    return found.pk


@act(needs=Right.WRITE, phrase=mark("Rút lại dự thảo để sửa: {draft}"))
def withdraw_draft(act: OpenAct, *, draft: int, words: str = "") -> int:
    """Rút lại để sửa — both checks are then gone through again."""
    return _moved(act, draft, Verb.WITHDRAW, words)


@act(needs=Right.WRITE, phrase=mark("Thôi không ban hành dự thảo: {draft}"))
def drop_draft_paper(act: OpenAct, *, draft: int, words: str) -> int:
    """Thôi không ban hành — the draft stays in the list with the reason."""
    return _moved(act, draft, Verb.DROP, words)


@act(needs=Papers.REGISTER, phrase=mark("Cấp số {sign} cho dự thảo: {draft}"))
def number_draft(
    act: OpenAct, *, draft: int, series: int, given_on: date,
    paper_also_required: bool | None = None,
) -> int:  # fmt: skip
    """Cấp số cho dự thảo đã ký — the next of a series of the issuing organ; the paper enters the register.

    A draft whose number was cancelled gets another. One written in answer is noted as the reply.
    `paper_also_required`: None for what the rule says of its matter.
    """
    found = held(act, draft, issuing=True)
    reasons = [*unnumbered_faults(found), *number_day_faults(given_on, found.signed_on, "given_on")]
    if paper_also_required is None:
        matter = Matter.of(found.matter) if found.matter else None
        paper_also_required = follows_on_paper(matter, given_on)
    row = OutgoingRow(
        InstrumentKind.of(found.kind), found.issuer, found.abstract, found.signer,
        drafted_by=found.unit_id, recipients=found.recipients,
        paper_also_required=paper_also_required,
    )  # fmt: skip
    came = answered_by(found)
    if came and came.basis.issued_on and given_on < came.basis.issued_on:
        text = mark("Văn bản được trả lời ký ngày {day:%d/%m/%Y}, sau ngày này.")
        reasons.append(Reason(text, {"day": came.basis.issued_on}, field="given_on"))
    given = give_number(act, series, row, given_on, reasons, of=found.organization_id)
    unsay_reply(found)  # of a number that was cancelled
    if came and given.basis:
        note_reply(act, found.organization_id, given.basis, came.basis, own=True)
    found.number, found.state = given, State.NUMBERED
    keep_step(act, found, Verb.NUMBER, "")
    act.says(draft=found)
    return found.pk


def _last_day(draft: DraftPaper) -> date | None:
    """The latest day of what was done since it was last submitted, its signing with it."""
    submitted = draft.steps.filter(verb=Verb.SUBMIT).order_by("-pk").first()
    since = draft.steps.filter(pk__gte=submitted.pk) if submitted else draft.steps.none()
    days = [*since.values_list("on_day", flat=True), *filter(None, [draft.signed_on])]
    return max(days, default=None)


def answered_by(draft: DraftPaper) -> Incoming | None:
    """Văn bản đến mà dự thảo trả lời — None where it answers none."""
    return Incoming.objects.filter(drafts=draft).select_related("basis").first()


def unsay_reply(draft: DraftPaper) -> None:
    """Thôi là văn bản trả lời — the paper the draft had so far, where it is none any longer."""
    came = answered_by(draft)
    if came and draft.number and draft.number.basis_id:
        Relation.objects.filter(
            paper=draft.number.basis_id, kind=RelationKind.REPLIES, to=came.basis_id
        ).delete()


def unnumbered_faults(draft: DraftPaper) -> list[Reason]:
    """Chưa đến lúc có số — of a draft not signed, or one that has its number; never of one that was removed."""
    if draft.abstract == REMOVED:
        return [Reason(mark("Dự thảo này đã gỡ khẩn cấp, không cấp số."), field="draft")]
    if draft.standing == NUMBERED_FROM:
        return []
    text = mark("Chỉ cấp số cho dự thảo đã ký; dự thảo này «{state}».")
    return [Reason(text, {"state": draft.standing}, field="draft")]


def _moved(
    act: OpenAct, draft: int, verb: Verb, words: str, reasons: list[Reason] | None = None,
    said_on: date | None = None,
) -> int:  # fmt: skip
    found = held(act, draft, issuing=STEPS[verb].issuing)
    moved(act, found, verb, words, reasons, said_on)
    act.says(verb=verb, draft=found)
    return found.pk


def moved(
    act: OpenAct, draft: DraftPaper, verb: Verb, words: str, reasons: list[Reason] | None = None,
    said_on: date | None = None, **told: Any,
) -> None:  # fmt: skip
    """Đi một bước — of a draft held by `held`; what is written anew is voted and asked about anew,
    and signed anew; a cancelled number is no longer its own. `told`: what the step says of the draft."""
    words = tidy_name(words)
    act.refuse_if([*step_faults(verb, draft.standing, words), *(reasons or [])])
    if draft.number:
        unsay_reply(draft)
        draft.number = None
    draft.state = STEPS[verb].after
    for name, value in told.items():
        setattr(draft, name, value)
    if draft.state not in ONCE_SIGNED:
        draft.signed_on = None
    if draft.state == State.WRITING:
        draft.carried_on = draft.centre_asked = draft.centre_said = None
    keep_step(act, draft, verb, words, said_on)


def keep_step(
    act: OpenAct, draft: DraftPaper, verb: Verb, words: str, on_day: date | None = None
) -> None:
    """Ghi bước — the draft as it stands now, and the step that brought it there, today unless told."""
    draft.entry = act.entry
    draft.save()
    DraftStep.objects.create(
        entry=act.entry, draft=draft, unit_id=draft.unit_id,
        verb=verb, version=standing_version(draft), on_day=on_day or act.day, words=words,
        written_by=act.by.id,
    )  # fmt: skip
