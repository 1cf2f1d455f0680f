"""Biểu quyết — the count of a meeting, the slips members return, what comes of it, the conclusion."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.acts.moving import moved
from thenchot.office.drafting.acts.writing import standing_version, start_draft
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.rules.rows import DraftRow
from thenchot.office.drafting.words import Right, Signing, Verb
from thenchot.people.sittings import rules
from thenchot.people.sittings.acts.calling import (
    concluded_faults,
    held_item,
    held_sitting,
    locked_item,
)
from thenchot.people.sittings.models import Item, Sitting, Slip
from thenchot.people.sittings.reads.voters import voters_on
from thenchot.people.sittings.rules import Concluded, Count, SittingRow, SlipRow
from thenchot.people.sittings.words import COUNTED, Limits, Outcome, Said, Way


@act(
    needs=Right.RECORD_SITTING,
    phrase=mark("Ghi kết quả biểu quyết ({agreed}/{members} tán thành): {draft}"),
)
def record_vote(act: OpenAct, *, item: int, agreed: int, against: int, silent: int) -> int:
    """Ghi kết quả biểu quyết tại phiên họp — as the counting told; of all members that day."""
    found, draft = held_item(act, item)
    sitting = found.sitting
    voters = voters_on(sitting.organization_id, Decider.of(sitting.decider), sitting.on_day)
    count = Count(len(voters), agreed, against, silent)
    if sitting.way == Way.MEETING:
        faults = _day_faults(act, sitting.on_day)
    else:
        text = mark("Đợt này lấy ý kiến bằng văn bản: ghi phiếu của từng người rồi kiểm phiếu.")
        faults = [Reason(text, field="item")]
    if min(agreed, against, silent) < 0:
        faults.append(Reason(mark("Số phiếu không được âm."), field="agreed"))
    _settle(act, found, draft, count, sitting.on_day, faults)
    return found.sitting_id


@act(needs=Right.RECORD_SITTING, phrase=mark("Ghi {n} phiếu ý kiến: {draft}"))
def record_slips(act: OpenAct, *, item: int, slips: Sequence[SlipRow]) -> int:
    """Ghi phiếu ý kiến — as members return them, by the last day; each once."""
    found, draft = held_item(act, item)
    sitting = found.sitting
    day = min(act.day, sitting.on_day)
    voters = voters_on(sitting.organization_id, Decider.of(sitting.decider), day)
    returned = set(found.slips.values_list("person", flat=True))
    faults = rules.slip_faults(slips, voters, returned, sitting.on_day, act.day)
    if sitting.way != Way.WRITTEN:
        text = mark("Phiên họp ghi kết quả biểu quyết, không ghi phiếu của từng người.")
        faults.append(Reason(text, field="item"))
    act.refuse_if(faults)
    for slip in slips:
        Slip.objects.create(
            entry=act.entry, item=found, organization_id=found.organization_id,
            person_id=slip.person, said=slip.said, returned_on=slip.returned_on,
        )  # fmt: skip
    act.says(n=len(slips), draft=draft)
    return found.sitting_id


@act(needs=Right.RECORD_SITTING, phrase=mark("Bỏ phiếu ý kiến ghi nhầm: {draft}"))
def withdraw_slip(act: OpenAct, *, item: int, person: int, reason: str) -> int:
    """Bỏ phiếu ghi nhầm — before the count; the right one is then recorded."""
    found, draft = held_item(act, item)
    reason = tidy_name(reason)
    faults = [] if reason else [Reason(mark("Phải nêu lý do."), field="reason")]
    slip = found.slips.filter(person=person).first()
    if slip is None:
        faults.append(Reason(mark("Chưa ghi phiếu nào của người này."), field="person"))
    act.refuse_if(faults)
    assert slip is not None
    act.reason = reason
    slip.delete()
    act.says(draft=draft)
    return found.sitting_id


@act(needs=Right.RECORD_SITTING, phrase=mark("Bỏ kết quả biểu quyết ghi nhầm: {draft}"))
def withdraw_vote(act: OpenAct, *, item: int, reason: str) -> int:
    """Bỏ kết quả ghi nhầm — before anything followed from it; the item is then voted or counted anew."""
    found, draft = locked_item(act, item)
    faults = concluded_faults(found.sitting)
    if found.outcome not in COUNTED:
        faults.append(Reason(mark("Mục này chưa biểu quyết."), field="item"))
    elif _followed(draft):
        text = mark("Sau biểu quyết dự thảo đã đi tiếp: {state}.")
        faults.append(Reason(text, {"state": draft.standing}, field="item"))
    draft.carried_on = None
    moved(act, draft, Verb.RECOUNT, reason, faults)
    found.outcome, found.voted_on, found.entry = Outcome.WAITING, None, act.entry
    found.members = found.agreed = found.against = found.silent = None
    found.save()
    act.says(draft=draft)
    return found.sitting_id


@act(
    needs=Right.RECORD_SITTING,
    phrase=mark("Kiểm phiếu ý kiến ({agreed}/{members} tán thành): {draft}"),
)
def count_slips(act: OpenAct, *, item: int) -> int:
    """Kiểm phiếu ý kiến — those returned; who returned none has not agreed."""
    found, draft = held_item(act, item)
    sitting = found.sitting
    day = min(act.day, sitting.on_day)
    voters = voters_on(sitting.organization_id, Decider.of(sitting.decider), day)
    slips = dict(found.slips.filter(person__in=voters).values_list("person", "said"))
    count = rules.counted((Said.of(said) for said in slips.values()), len(voters))
    faults = []
    if sitting.way != Way.WRITTEN:
        faults.append(Reason(mark("Phiên họp không có phiếu của từng người."), field="item"))
    missing = len(set(voters) - slips.keys())
    if missing and act.day <= sitting.on_day:
        text = mark("Còn {n} phiếu chưa trả lại; hạn đến hết ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"n": missing, "day": sitting.on_day}, field="item"))
    _settle(act, found, draft, count, day, faults)
    return found.sitting_id


@act(needs=Right.WRITE, phrase=mark("Soạn thông báo kết luận của {sitting}"))
def draft_conclusion(
    act: OpenAct, *, sitting: int, unit: int, issuer: str, authority: str, position: str, signer: str,
    place: str, recipients: str,
) -> int:  # fmt: skip
    """Soạn thông báo kết luận — a draft with what was concluded on each item; it goes the way of a draft."""
    found = held_sitting(act, sitting)
    items = list(found.items.select_related("draft").order_by("number"))
    faults, done = (
        concluded_faults(found),
        [each for each in items if each.outcome != Outcome.WAITING],
    )
    if len(done) < len(items):
        text = mark("Còn {n} mục chưa biểu quyết; biểu quyết hoặc hoãn trước.")
        faults.append(Reason(text, {"n": len(items) - len(done)}, field="sitting"))
    row = DraftRow(
        InstrumentKind.NOTICE, rules.notice_title(authority, _row(found)), issuer, position, signer, Signing.ON_BEHALF,
        authority, place=place, recipients=recipients,
    )  # fmt: skip
    said = rules.conclusion(authority, _row(found), [_concluded(each) for each in done])
    made = start_draft(act, unit, found.organization_id, row, said, faults)
    found.notice, found.entry = made, act.entry
    found.save()
    act.says(sitting=found)
    return made.pk


def _followed(draft: DraftPaper) -> bool:
    """Đã có việc sau biểu quyết — a further step, its head changed, or a version written since."""
    last = draft.steps.order_by("-pk").first()
    told = draft.entry, standing_version(draft)
    return last is None or (last.entry, last.version) != told


def _day_faults(act: OpenAct, day: date) -> list[Reason]:
    if day <= act.day:
        return []
    text = mark("Phiên họp ngày {day:%d/%m/%Y} chưa diễn ra.")
    return [Reason(text, {"day": day}, field="item")]


def _settle(
    act: OpenAct, item: Item, draft: DraftPaper, count: Count, day: date, faults: list[Reason]
) -> None:
    """Đủ hay không đủ — the item keeps the count, and the draft goes on or back."""
    known = limit(Limits.MORE_THAN, day)
    if known is None:
        text = mark("Chưa ghi quy định về số tán thành cần có vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": day}, field="item"))
    act.refuse_if([*faults, *rules.count_faults(count)])
    assert known is not None
    carried = rules.carries(count, known)
    item.outcome = Outcome.CARRIED if carried else Outcome.LOST
    item.members, item.agreed, item.against = count.members, count.agreed, count.against
    item.silent, item.voted_on, item.entry = count.silent, day, act.entry
    item.save()
    draft.carried_on = day if carried else None
    words = f"{count.agreed}/{count.members}"
    moved(act, draft, Verb.CARRY if carried else Verb.LOSE, words)
    act.says(agreed=count.agreed, members=count.members, draft=draft)


def _row(sitting: Sitting) -> SittingRow:
    return SittingRow(
        Decider.of(sitting.decider),
        Way.of(sitting.way),
        sitting.on_day,
        sitting.place,
        sitting.chair,
    )


def _concluded(item: Item) -> Concluded:
    about = item.draft.abstract
    return Concluded(about, Outcome.of(item.outcome), item.count)
