"""Tài khoản trong việc đang mở — holders, administrators, what every act over them asks."""

from datetime import date

from django.db import connection

from thenchot.doors.access.models import Account, Grant, Holder
from thenchot.doors.access.roles import SYSTEM_ADMINISTRATOR
from thenchot.doors.access.rules import LOOKED_BACK
from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


def holder_of(act: OpenAct, account: int) -> Holder:
    """Chủ tài khoản — locked; refused where there is none."""
    found = Holder.objects.select_for_update(of=("self",)).filter(account=account).first()
    if found is None:
        act.refuse(Reason(mark("Không có tài khoản này."), field="account"))
    return found


def name_of(account: int) -> str:
    """Tên in trong nhật ký — the holder's; the sign-in name where the account left for history."""
    holder = Holder.objects.filter(account=account).first()
    return holder.printed_name if holder else Account.objects.get(pk=account).username


def administrators(day: date, *, lately: bool = False) -> set[int]:
    """Các quản trị — accounts with the keys on the day, or (`lately`) within thirty days before it.

    Acts that ask wait for one another: two administrators never end each other at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('administrators'))")
    days = DayRange(day - LOOKED_BACK if lately else day, date.fromordinal(day.toordinal() + 1))
    keys = Grant.objects.filter(role=SYSTEM_ADMINISTRATOR.code, effective__overlap=days)
    holders = Holder.objects.filter(account__in=keys.values("account"), effective__overlap=days)
    return set(holders.values_list("account", flat=True))


def keys_left_without(account: int, day: date) -> int:
    """Còn ai giữ chìa khóa — other administrators of the day whose keys and account have no end."""
    for_good = {"effective__contains": day, "effective__endswith": None}
    keys = Grant.objects.filter(role=SYSTEM_ADMINISTRATOR.code, **for_good).exclude(account=account)
    others = administrators(day) - {account}
    kept = keys.filter(account__in=others, account__holder__effective__endswith=None)
    return kept.values("account").distinct().count()
