"""Ghi chỉ tiêu được giao — one paper, one year, many units."""

from collections.abc import Sequence

from thenchot.figures.indicators.models import Target
from thenchot.figures.indicators.rules import INDICATORS, indicator_of
from thenchot.figures.indicators.rules.rows import TargetRow, target_faults
from thenchot.figures.indicators.words import Right
from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import numbered


@act(needs=Right.SET_TARGET, phrase=mark("Ghi {n} chỉ tiêu năm {year}"))
def set_targets(act: OpenAct, *, targets: Sequence[TargetRow], year: int, basis: Basis) -> None:
    """Ghi chỉ tiêu — they hold for the whole year, whenever in it the paper was issued."""
    units = [row.organization for row in targets]
    act.touches(*units)
    days = Period(PeriodKind.YEAR, year).days
    known = OrganizationSpell.objects.filter(organization__in=units, effective__overlap=days)
    standing = set(known.values_list("organization", flat=True))
    before = Target.objects.filter(organization__in=units, effective__overlap=days)
    given = set(before.values_list("organization", "indicator"))
    faults: list[Reason] = []
    if not targets:
        faults.append(Reason(mark("Danh sách chỉ tiêu không có dòng nào."), field="targets"))
    for number, row in enumerate(targets, start=1):
        found = target_faults(row.value)
        if row.organization not in standing:
            text = mark("Đơn vị không tồn tại trong năm {year}.")
            found.append(Reason(text, {"year": year}, field="organization"))
        if indicator_of(INDICATORS, row.indicator) is None:
            text = mark("Không có chỉ tiêu mang mã «{code}».")
            found.append(Reason(text, {"code": row.indicator}, field="indicator"))
        if (row.organization, row.indicator) in given:
            text = mark("Đơn vị đã có chỉ tiêu này trong năm {year}.")
            found.append(Reason(text, {"year": year}, field="indicator"))
        given.add((row.organization, row.indicator))
        faults += numbered(number, found)
    act.refuse_if(faults)
    paper = act.rests_on(basis)
    facts = [
        new_fact(
            Target, days, paper,
            organization_id=row.organization, indicator=row.indicator, value=row.value,
        )
        for row in targets
    ]  # fmt: skip
    open_facts(act, facts)
    act.says(n=len(facts), year=year)
