"""Mở, đóng tài khoản — and who types for whom; a password is nobody's but the holder's."""

from datetime import date

from allauth.mfa.utils import is_mfa_enabled

from thenchot.doors.access import rules
from thenchot.doors.access.acts.standing import (
    administrators,
    holder_of,
    keys_left_without,
    name_of,
)
from thenchot.doors.access.models import Account, ActingFor, Grant, Holder
from thenchot.doors.access.roles import ROLES
from thenchot.doors.access.words import Right
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import Person


@act(needs=Right.MANAGE, phrase=mark("Mở tài khoản {username} cho {name}{file}"))
def open_account(
    act: OpenAct,
    *,
    username: str,
    printed_name: str,
    from_day: date | None,
    reason: str,
    person: int | None = None,
    until: date | None = None,
) -> int:
    """Mở tài khoản — without a password: the holder sets one through a one-time link."""
    act.touches_office()
    username, printed_name, reason = map(tidy_name, (username, printed_name, reason))
    faults = rules.account_faults(username, printed_name, reason)
    faults += rules.day_faults(from_day, until)
    if Account.objects.filter(username=username).exists():
        faults.append(Reason(mark("Tên đăng nhập này đã có người dùng."), field="username"))
    if person is not None and not Person.objects.filter(pk=person).exists():
        faults.append(Reason(mark("Không có người này trong sổ."), field="person"))
    act.refuse_if(faults)
    assert from_day is not None
    account = Account(username=username)
    account.set_unusable_password()
    account.save()
    Holder.objects.create(
        entry=act.entry, account=account, printed_name=printed_name, person_id=person,
        effective=DayRange(from_day, until), reason=reason,
    )  # fmt: skip
    act.reason = reason
    file = "" if person is None else mark(", gắn với hồ sơ số {person}").format(person=person)
    act.says(username=username, name=printed_name, file=file)
    return account.pk


@act(needs=Right.MANAGE, phrase=mark("Đóng tài khoản {username} từ ngày {day:%d/%m/%Y}"))
def close_account(act: OpenAct, *, account: int, reason: str) -> int:
    """Đóng tài khoản — from today on it may do nothing; what it was given stays on record."""
    act.touches_office()
    held = holder_of(act, account)
    faults = rules.given_reason_faults(tidy_name(reason))
    if held.effective.until is not None and held.effective.until <= act.day:
        faults.append(Reason(mark("Tài khoản này đã đóng."), field="account"))
    if account in administrators(act.day):
        faults += rules.last_faults(keys_left_without(account, act.day))
    act.refuse_if(faults)
    act.reason = tidy_name(reason)
    act.says(username=held.account.username, day=act.day)
    Account.objects.get(pk=account).end_sessions()
    if held.effective.start >= act.day:  # it was not open before today: it leaves for history
        Holder.objects.filter(pk=held.pk).delete()
        return account
    held.effective, held.entry = held.effective.ends_at(act.day), act.entry
    held.save()
    return account


@act(needs=Right.MANAGE, phrase=mark("Cấp đường dẫn đặt mật khẩu cho {username}"))
def give_link(act: OpenAct, *, account: int, reason: str) -> int:
    """Cấp đường dẫn — the line says who asked for it and why; the word itself is never written."""
    act.touches_office()
    held = holder_of(act, account)
    strong = any(ROLES[role].strongest for role in _roles(account, DayRange(act.day)))
    taken = strong and held.account.has_usable_password() and not is_mfa_enabled(held.account)
    act.refuse_if([*rules.given_reason_faults(tidy_name(reason)), *rules.link_faults(taken=taken)])
    act.reason = tidy_name(reason)
    act.says(username=held.account.username)
    return account


@act(needs=Right.MANAGE, phrase=mark("Giao {deputy} nhập thay {principal}"))
def let_type_for(
    act: OpenAct,
    *,
    deputy: int,
    principal: int,
    from_day: date | None,
    reason: str,
    until: date | None = None,
) -> int:
    """Giao nhập thay — the deputy types within the principal's own limits, and is printed beside."""
    act.touches_office()
    typist, master = holder_of(act, deputy), holder_of(act, principal)
    day_faults = rules.day_faults(from_day, until)
    faults = [*rules.given_reason_faults(tidy_name(reason)), *day_faults]
    if deputy == principal:
        faults.append(Reason(mark("Không ai nhập thay chính mình."), field="principal"))
    faults += rules.self_faults(deputy == act.by.account)
    days = DayRange(
        act.day if day_faults or from_day is None else from_day, None if day_faults else until
    )
    if not any(ROLES[role].lent for role in _roles(principal, days)):
        text = mark("{name} không giữ vai nào có thể nhập thay.")
        faults.append(Reason(text, {"name": master.printed_name}, field="principal"))
    act.refuse_if(faults)
    assert from_day is not None
    made = ActingFor.objects.create(
        entry=act.entry, deputy_id=deputy, principal_id=principal,
        effective=DayRange(from_day, until), reason=tidy_name(reason),
    )  # fmt: skip
    act.reason = tidy_name(reason)
    act.says(deputy=typist.printed_name, principal=master.printed_name)
    return made.pk


@act(needs=Right.MANAGE, phrase=mark("Thôi giao {deputy} nhập thay {principal}"))
def end_typing_for(act: OpenAct, *, acting: int, reason: str) -> int:
    """Thôi nhập thay — from today on, on the very next page asked for."""
    act.touches_office()
    found = ActingFor.objects.select_for_update(of=("self",)).filter(pk=acting).first()
    if found is None:
        act.refuse(Reason(mark("Không có việc nhập thay này."), field="acting"))
    faults = rules.given_reason_faults(tidy_name(reason))
    if found.effective.until is not None and found.effective.until <= act.day:
        faults.append(Reason(mark("Việc nhập thay này đã hết hạn."), field="acting"))
    act.refuse_if(faults)
    act.reason = tidy_name(reason)
    act.says(deputy=name_of(found.deputy_id), principal=name_of(found.principal_id))
    if found.effective.start >= act.day:
        ActingFor.objects.filter(pk=found.pk).delete()
        return acting
    found.effective, found.entry = found.effective.ends_at(act.day), act.entry
    found.ended_reason = act.reason
    found.save()
    return acting


def _roles(account: int, days: DayRange) -> set[str]:
    """The roles an account holds on some of these days."""
    held = Grant.objects.filter(account=account, effective__overlap=days)
    return set(held.values_list("role", flat=True))
