"""Khởi tạo — the first act of an office: its root organization with the founding paper, its first keys."""

from datetime import date

from thenchot.doors.access import rules
from thenchot.doors.access.actor import FOUNDER_ID
from thenchot.doors.access.models import Account, Grant, Holder
from thenchot.doors.access.roles import SYSTEM_ADMINISTRATOR
from thenchot.doors.access.words import Right
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.organizations import establish_units
from thenchot.ground.register.rules import UnitRow, title_faults, unit_faults
from thenchot.ground.register.words import Level, OrganizationKind

LEVELS = {
    OrganizationKind.PROVINCE_PARTY: Level.PROVINCE,
    OrganizationKind.UPPER_PARTY: Level.DISTRICT,
    OrganizationKind.GRASSROOTS_PARTY: Level.COMMUNE,
    OrganizationKind.AGENCY: Level.PROVINCE,
}


@act(needs=Right.MANAGE, phrase=mark("Khởi tạo hệ thống của {office}; quản trị đầu tiên: {name}"))
def begin_office(
    act: OpenAct,
    *,
    office: str,
    name: str,
    kind: str,
    number_sign: str,
    issuer: str,
    issued_on: date | None,
    abstract: str,
    from_day: date | None,
    username: str,
    printed_name: str,
) -> int:
    """Khởi tạo — once: after it nobody holds anything that was not given. Gives the account."""
    act.touches_office()
    if act.by.id != FOUNDER_ID:
        act.refuse(Reason(mark("Hệ thống này đã khởi tạo.")))
    office, username, printed_name = map(tidy_name, (office, username, printed_name))
    reason = mark("Quản trị đầu tiên, lập khi khởi tạo")
    kinds = {each.value: level for each, level in LEVELS.items()}
    unit = UnitRow(name, OrganizationKind.of(kind), kinds[kind]) if kind in kinds else None
    founding = PaperRow(InstrumentKind.DECISION, number_sign, issuer, abstract, issued_on)
    act.notes((), {"basis": founding})
    faults = [
        *([] if office else [Reason(mark("Thiếu tên cơ quan dùng hệ thống."), field="office")]),
        *rules.account_faults(username, printed_name, reason),
    ]
    if from_day is None:
        faults.append(Reason(mark("Thiếu ngày tổ chức này có từ khi nào."), field="from_day"))
    if unit is None:
        faults.append(Reason(mark("Hãy chọn loại tổ chức."), field="kind"))
    if unit and from_day:
        faults += unit_faults(unit, from_day)
    else:
        faults += title_faults(name)
    act.refuse_if(faults)
    assert unit is not None and from_day is not None  # noqa: PT018
    establish_units(act, [unit], None, from_day, act.rests_on(founding))
    account = Account(username=username)
    account.set_unusable_password()
    account.save()
    open_ended = DayRange(act.day)
    Holder.objects.create(
        entry=act.entry, account=account, printed_name=printed_name, effective=open_ended,
        reason=reason,
    )  # fmt: skip
    Grant.objects.create(
        entry=act.entry, account=account, role=SYSTEM_ADMINISTRATOR.code, effective=open_ended,
        reason=reason,
    )  # fmt: skip
    act.says(office=office, name=printed_name)
    return account.pk
