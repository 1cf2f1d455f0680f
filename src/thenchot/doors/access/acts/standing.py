"""Tài khoản trong việc đang mở — holders, administrators, what every act over them asks."""

from datetime import date

from thenchot.doors.access.models import Grant, Holder
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


def administrators(day: date, *, lately: bool = False) -> set[int]:
    """Các quản trị — accounts with the keys on the day, or (`lately`) within thirty days before it."""
    days = DayRange(day - LOOKED_BACK if lately else day, date.fromordinal(day.toordinal() + 1))
    keys = Grant.objects.filter(role=SYSTEM_ADMINISTRATOR.code, effective__overlap=days)
    holders = Holder.objects.filter(account__in=keys.values("account"), effective__overlap=days)
    return set(holders.values_list("account", flat=True))
