"""Triệu tập — a meeting or a round of written slips, the submission files put to it, those put off."""

from collections.abc import Sequence

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import numbered
from thenchot.ground.register.words import Decider, OrganizationKind
from thenchot.office.drafting.acts.moving import moved
from thenchot.office.drafting.acts.writing import locked_drafts
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.rules.flow import step_faults
from thenchot.office.drafting.words import Right, State, Verb
from thenchot.people.sittings import rules
from thenchot.people.sittings.models import Item, Sitting
from thenchot.people.sittings.reads.voters import voters_on
from thenchot.people.sittings.rules import SittingRow
from thenchot.people.sittings.words import Outcome


@act(needs=Right.RECORD_SITTING, phrase=mark("{way} ngày {day}: {unit}, {n} hồ sơ trình"))
def call_sitting(act: OpenAct, *, organization: int, row: SittingRow, drafts: Sequence[int]) -> int:
    """Triệu tập — with the submission files in the order of the agenda."""
    act.touches(organization)
    unit = OrganizationSpell.objects.on(act.day).filter(organization=organization).first()
    faults = rules.sitting_faults(row, act.day)
    if unit is None:
        faults.append(Reason(mark("Cơ quan này không tồn tại hôm nay."), field="organization"))
    elif not rules.body_of(
        row.decider, OrganizationKind.of(unit.kind), uppermost=unit.parent_id is None
    ):
        text = mark("«{unit}» không có tập thể «{decider}».")
        faults.append(Reason(text, {"unit": unit.name, "decider": row.decider}, field="decider"))
    elif not faults and not voters_on(organization, row.decider, act.day):
        text = mark("Sổ cấp ủy chưa ghi ai là thành viên của {decider} hôm nay.")
        faults.append(Reason(text, {"decider": row.decider}, rules.ALL_REGISTERED, "decider"))
    made = Sitting(
        entry=act.entry, organization_id=organization, decider=row.decider, way=row.way,
        on_day=row.on_day, place=tidy_name(row.place), chair=tidy_name(row.chair),
    )  # fmt: skip
    found = _drafts(drafts)
    act.refuse_if([*faults, *_draft_faults(made, drafts, found)])
    made.save()
    _put(act, made, [found[each] for each in drafts], 0)
    act.says(way=row.way, day=f"{row.on_day:%d/%m/%Y}", unit=unit, n=len(drafts))
    return made.pk


@act(needs=Right.RECORD_SITTING, phrase=mark("Đưa thêm {n} hồ sơ trình vào {sitting}"))
def add_items(act: OpenAct, *, sitting: int, drafts: Sequence[int]) -> int:
    """Đưa thêm hồ sơ — at the end of the agenda, until its notice of conclusion is begun."""
    made = held_sitting(act, sitting)
    found = _drafts(drafts)
    faults = concluded_faults(made)
    act.refuse_if([*faults, *_draft_faults(made, drafts, found)])
    _put(act, made, [found[each] for each in drafts], made.items.count())
    act.says(n=len(drafts), sitting=made)
    return made.pk


@act(needs=Right.RECORD_SITTING, phrase=mark("Hoãn hồ sơ trình: {draft}"))
def postpone_item(act: OpenAct, *, item: int, reason: str) -> int:
    """Hoãn — the file stands before the leader again and may be put to another sitting."""
    found, draft = held_item(act, item)
    reason = tidy_name(reason)
    moved(act, draft, Verb.POSTPONE, reason)
    found.outcome, found.reason, found.entry = Outcome.POSTPONED, reason, act.entry
    found.save()
    act.says(draft=draft)
    return found.sitting_id


def held_sitting(act: OpenAct, sitting: int) -> Sitting:
    """Phiên họp đang giữ — locked; the act is about its organization."""
    found = Sitting.objects.select_for_update(no_key=True, of=("self",)).filter(pk=sitting).first()
    if found is None:
        act.refuse(Reason(mark("Không có phiên họp, đợt lấy ý kiến này."), field="sitting"))
    act.touches(found.organization_id)
    return found


def held_item(act: OpenAct, item: int) -> tuple[Item, DraftPaper]:
    """Mục chưa biểu quyết đang giữ — as `locked_item`; refused where it was voted or put off."""
    found, draft = locked_item(act, item)
    if found.outcome != Outcome.WAITING:
        text = mark("Mục này đã xong: {outcome}.")
        act.refuse(Reason(text, {"outcome": Outcome.of(found.outcome)}, field="item"))
    return found, draft


def locked_item(act: OpenAct, item: int) -> tuple[Item, DraftPaper]:
    """Mục đang giữ — with its sitting and its draft, locked."""
    where = Item.objects.filter(pk=item).values_list("sitting", flat=True).first()
    if where is None:
        act.refuse(Reason(mark("Không có mục này trong chương trình."), field="item"))
    sitting = held_sitting(act, where)
    found = Item.objects.select_for_update(no_key=True, of=("self",)).get(pk=item)
    found.sitting = sitting
    return found, locked_drafts([found.draft_id]).get()


def concluded_faults(sitting: Sitting) -> list[Reason]:
    """Đã kết luận — nothing more is put to it."""
    if sitting.notice is None or sitting.notice.state == State.DROPPED:
        return []
    return [Reason(mark("Phiên này đã có thông báo kết luận."), field="sitting")]


def _drafts(drafts: Sequence[int]) -> dict[int, DraftPaper]:
    return {each.pk: each for each in locked_drafts(drafts).order_by("pk")}


def _draft_faults(
    sitting: Sitting, drafts: Sequence[int], found: dict[int, DraftPaper]
) -> list[Reason]:
    faults = []
    if not drafts:
        faults.append(Reason(mark("Chương trình chưa có hồ sơ trình nào."), field="drafts"))
    for number, each in enumerate(drafts, start=1):
        draft = found.get(each)
        if draft is None or draft.organization_id != sitting.organization_id:
            text = mark("Không có hồ sơ trình này ở cơ quan của tập thể.")
            faults += numbered(number, [Reason(text, field="draft")])
            continue
        said = [] if drafts.count(each) == 1 else [
            Reason(mark("Hồ sơ trình này được ghi hai lần."), field="draft")
        ]  # fmt: skip
        if draft.decider != sitting.decider:
            text = mark("Hồ sơ trình này do {own} quyết định, không do {body}.")
            own = Decider.of(draft.decider).label if draft.decider else draft.position
            body = Decider.of(sitting.decider)
            said.append(Reason(text, {"own": own, "body": body}, field="draft"))
        submitted = draft.steps.filter(verb=Verb.SUBMIT).order_by("-pk").first()
        if submitted and sitting.on_day < submitted.on_day:
            text = mark("Hồ sơ trình ngày {day:%d/%m/%Y}, sau ngày của phiên này.")
            said.append(Reason(text, {"day": submitted.on_day}, field="draft"))
        faults += numbered(number, said + [
            Reason(fault.text, fault.values, fault.clause, "draft")
            for fault in step_faults(Verb.TABLE, draft.standing, "")
        ])  # fmt: skip
    return faults


def _put(act: OpenAct, sitting: Sitting, drafts: Sequence[DraftPaper], after: int) -> None:
    for number, draft in enumerate(drafts, start=after + 1):
        moved(act, draft, Verb.TABLE, "")
        Item.objects.create(
            entry=act.entry, sitting=sitting, organization_id=sitting.organization_id,
            unit_id=draft.unit_id, draft=draft, number=number, outcome=Outcome.WAITING,
        )  # fmt: skip
