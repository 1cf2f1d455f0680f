"""Nhập số liệu — what an owner body reports for a period, with its paper."""

from collections.abc import Sequence

from thenchot.figures.indicators.models import Entered
from thenchot.figures.indicators.rules.rows import EnteredRow, entered_faults
from thenchot.figures.indicators.words import Right
from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts
from thenchot.ground.plain.periods import Period
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import numbered


@act(needs=Right.ENTER, phrase=mark("Nhập {n} số liệu {period}"))
def enter_figures(
    act: OpenAct, *, organization: int, figures: Sequence[EnteredRow], period: Period, basis: Basis
) -> None:
    """Nhập số liệu — of one unit for the days of a period; each figure once for any day."""
    act.touches(organization)
    days = period.days
    faults: list[Reason] = []
    if not figures:
        faults.append(Reason(mark("Phiếu số liệu không có dòng nào."), field="figures"))
    if not OrganizationSpell.objects.on(days.start).filter(organization=organization).exists():
        text = mark("Đơn vị không tồn tại vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": days.start}, field="organization"))
    before = Entered.objects.filter(organization=organization, effective__overlap=days)
    given = set(before.values_list("figure", flat=True))
    for number, row in enumerate(figures, start=1):
        found = entered_faults(row.value)
        if row.figure.value in given:
            text = mark("Số liệu này đã được nhập cho các ngày trong kỳ đó.")
            found.append(Reason(text, field="figure"))
        given.add(row.figure.value)
        faults += numbered(number, found)
    act.refuse_if(faults)
    paper = act.rests_on(basis)
    facts = [
        new_fact(
            Entered, days, paper, organization_id=organization, figure=row.figure,
            value=row.value, at_least=row.at_least,
        )
        for row in figures
    ]  # fmt: skip
    open_facts(act, facts)
    act.says(n=len(facts), period=period.label())
