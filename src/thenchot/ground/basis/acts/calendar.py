"""Lịch làm việc — days a notice takes off or has worked instead; one recorded by mistake taken back."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.models import ExchangedDay
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.ground.plain.working_days import DayRow, exchange_faults


@act(needs=Right.RECORD_PARAMETER, phrase=mark("Ghi ngày nghỉ, ngày làm bù: {days}"))
def exchange_days(act: OpenAct, *, days: Sequence[DayRow], basis: Basis) -> int:
    """Ghi ngày hoán đổi — the days one notice takes off, and those worked instead of them."""
    act.touches_office()
    paper = act.rests_on(basis)
    held = set(
        ExchangedDay.objects.filter(day__in=[each.day for each in days]).values_list(
            "day", flat=True
        )
    )
    act.refuse_if(exchange_faults(days, held))
    for each in days:
        ExchangedDay.objects.create(entry=act.entry, day=each.day, works=each.works, basis=paper)
    act.says(days=", ".join(format_day(each.day) for each in days))
    return paper.pk


@act(needs=Right.RECORD_PARAMETER, phrase=mark("Rút ngày hoán đổi {day:%d/%m/%Y}"))
def withdraw_exchanged_day(act: OpenAct, *, day: date, reason: str) -> int:
    """Rút ngày hoán đổi — recorded by mistake; deadlines counted from then on go by the law again."""
    act.touches_office()
    found = ExchangedDay.objects.filter(day=day).first()
    reason = tidy_name(reason)
    faults = [] if reason else [Reason(mark("Phải nêu lý do rút."), field="reason")]
    if found is None:
        text = mark("Ngày {day:%d/%m/%Y} chưa ghi là ngày hoán đổi.")
        act.refuse(*faults, Reason(text, {"day": day}, field="day"))
    act.refuse_if(faults)
    act.says(day=day)
    act.reason = reason
    paper = found.basis_id
    found.delete()
    return paper
