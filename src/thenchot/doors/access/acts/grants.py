"""Giao và thu quyền — a role, in a unit, on days, for a reason; the strongest by two persons."""

from datetime import date

from thenchot.doors.access import rules
from thenchot.doors.access.acts.standing import (
    administrators,
    holder_of,
    keys_left_without,
    name_of,
)
from thenchot.doors.access.models import Grant, OneTimeLink, Proposal
from thenchot.doors.access.roles import ROLES, SYSTEM_ADMINISTRATOR
from thenchot.doors.access.words import Outcome, Right
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell


@act(needs=Right.MANAGE, phrase=mark("Giao vai {role} cho {name}, phạm vi {place}"))
def grant_role(
    act: OpenAct,
    *,
    account: int,
    role: str,
    unit: int | None,
    from_day: date | None,
    reason: str,
    until: date | None = None,
) -> int:
    """Giao quyền — from a day, to its end where one is set; works from the next page asked for."""
    faults, place = _faults(act, account, role, unit, from_day, until, reason)
    if role in ROLES:
        faults += rules.two_faults(ROLES[role], len(administrators(act.day, lately=True)))
    faults += rules.self_faults(account == act.by.account)
    act.refuse_if(faults)
    assert from_day is not None
    return _give(act, account, role, unit, DayRange(from_day, until), tidy_name(reason), place)


@act(needs=Right.MANAGE, phrase=mark("Thu vai {role} của {name} từ ngày {day:%d/%m/%Y}"))
def end_grant(act: OpenAct, *, grant: int, reason: str) -> int:
    """Thu quyền — from today on; it stands in history with the reason."""
    act.touches_office()
    found = Grant.objects.select_for_update(of=("self",)).filter(pk=grant).first()
    if found is None:
        act.refuse(Reason(mark("Không có lần giao quyền này."), field="grant"))
    faults = rules.given_reason_faults(tidy_name(reason))
    if found.effective.until is not None and found.effective.until <= act.day:
        faults.append(Reason(mark("Lần giao quyền này đã hết hạn."), field="grant"))
    keeps = found.role == SYSTEM_ADMINISTRATOR.code and found.effective.until is None
    if keeps and found.account_id in administrators(act.day):
        faults += rules.last_faults(keys_left_without(found.account_id, act.day))
    act.refuse_if(faults)
    act.reason = tidy_name(reason)
    act.says(role=ROLES[found.role].label, name=name_of(found.account_id), day=act.day)
    if found.effective.start >= act.day:  # not in force before today: it leaves for history
        Grant.objects.filter(pk=found.pk).delete()
        return grant
    found.effective, found.entry = found.effective.ends_at(act.day), act.entry
    found.ended_reason = act.reason
    found.save()
    return grant


@act(needs=Right.MANAGE, phrase=mark("Đề nghị giao vai {role} cho {name}, phạm vi {place}"))
def propose_grant(
    act: OpenAct,
    *,
    account: int,
    role: str,
    unit: int | None,
    from_day: date | None,
    reason: str,
    until: date | None = None,
) -> int:
    """Đề nghị giao quyền — nothing is given until a second administrator agrees."""
    faults, place = _faults(act, account, role, unit, from_day, until, reason)
    if act.by.account is None:
        faults.append(Reason(mark("Đề nghị do một tài khoản quản trị lập.")))
    act.refuse_if(faults)
    assert from_day is not None and act.by.account is not None  # noqa: PT018
    made = Proposal.objects.create(
        entry=act.entry, account_id=account, role=role, unit_id=unit, reason=tidy_name(reason),
        effective=DayRange(from_day, until), proposed_by_id=act.by.account,
    )  # fmt: skip
    act.reason = made.reason
    act.says(role=ROLES[role].label, name=holder_of(act, account).printed_name, place=place)
    return made.pk


@act(needs=Right.MANAGE, phrase=mark("{outcome}: vai {role} cho {name}, phạm vi {place}"))
def decide_proposal(act: OpenAct, *, proposal: int, agreed: bool, reason: str) -> int:
    """Trả lời đề nghị — by another administrator than the one who made it."""
    act.touches_office()
    found = Proposal.objects.select_for_update(of=("self",)).filter(pk=proposal).first()
    if found is None:
        act.refuse(Reason(mark("Không có đề nghị này."), field="proposal"))
    faults = rules.given_reason_faults(tidy_name(reason))
    if found.outcome != Outcome.WAITING:
        by = name_of(found.decided_by_id or 0)
        text = mark("Đề nghị này đã được {name} trả lời lúc {at:%H:%M %d/%m/%Y}.")
        faults.append(Reason(text, {"name": by, "at": found.recorded_at}, field="proposal"))
    elif found.proposed_by_id == act.by.account or act.by.account is None:
        text = mark("Người đề nghị không tự đồng ý với đề nghị của mình.")
        faults.append(Reason(text, field="proposal"))
    elif agreed:  # what was in order when it was proposed may have been given since
        days = found.effective
        asked = found.account_id, found.role, found.unit_id, days.start, days.until
        faults += _faults(act, *asked, found.reason)[0]
    faults += rules.self_faults(agreed and found.account_id == act.by.account)
    act.refuse_if(faults)
    outcome = Outcome.AGREED if agreed else Outcome.DECLINED
    found.outcome, found.decided_by_id, found.entry = outcome.value, act.by.account, act.entry
    found.save()
    place = _place(found.unit_id, act.day)
    given = (found.account_id, found.role, found.unit_id, found.effective)
    if agreed:
        _give(act, *given, found.reason, place)
    act.reason = tidy_name(reason)
    name = name_of(found.account_id)
    act.says(outcome=outcome.label, role=ROLES[found.role].label, name=name, place=place)
    return proposal


def _faults(
    act: OpenAct,
    account: int,
    role: str,
    unit: int | None,
    from_day: date | None,
    until: date | None,
    reason: str,
) -> tuple[list[Reason], str]:
    """Every reason against giving it, and the printed place."""
    act.touches_office()
    holder_of(act, account)
    faults = [
        *rules.role_faults(role),
        *rules.day_faults(from_day, until),
        *rules.given_reason_faults(tidy_name(reason)),
    ]
    spells = OrganizationSpell.objects.filter(organization=unit).order_by("-effective")
    spell = spells.first() if unit is not None else None
    if unit is not None and spell is None:
        faults.append(Reason(mark("Không có đơn vị này trong sổ."), field="unit"))
    elif role in ROLES:
        faults += rules.place_faults(ROLES[role], spell.kind if spell else None)
    if from_day and not rules.day_faults(from_day, until):
        twin = Grant.objects.filter(
            account=account, role=role, unit=unit, effective__overlap=DayRange(from_day, until)
        )
        if twin.exists():
            text = mark("Người này đã được giao vai ấy ở nơi ấy trong những ngày đó.")
            faults.append(Reason(text, field="role"))
    return faults, spell.name if spell else _place(None, act.day)


def _place(unit: int | None, day: date) -> str:
    if unit is None:
        return mark("toàn hệ thống")
    spell = OrganizationSpell.objects.filter(organization=unit).order_by("-effective").first()
    return spell.name if spell else str(unit)


def _give(
    act: OpenAct,
    account: int,
    role: str,
    unit: int | None,
    days: DayRange,
    reason: str,
    place: str,
) -> int:
    made = Grant.objects.create(
        entry=act.entry, account_id=account, role=role, unit_id=unit, effective=days, reason=reason
    )
    if ROLES[role].strongest:  # a link from before must not open what two persons gave
        OneTimeLink.objects.filter(account=account, used_at=None).delete()
    act.reason = reason
    act.says(role=ROLES[role].label, name=holder_of(act, account).printed_name, place=place)
    return made.pk
