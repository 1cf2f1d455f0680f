"""Ghi kế hoạch kiểm tra, giám sát — the yearly plans of cells, by the list that hands them in."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.members.acts.standing import Register
from thenchot.people.oversight import rules
from thenchot.people.oversight.models import InspectionPlan
from thenchot.people.oversight.rules import PlanRow
from thenchot.people.oversight.words import Right


@act(
    needs=Right.RECORD_PLAN,
    phrase=mark("Ghi kế hoạch kiểm tra, giám sát năm {year} của {n} chi bộ"),
)
def record_inspection_plan(
    act: OpenAct, *, cells: Sequence[PlanRow], year: int, from_day: date, basis: Basis
) -> None:
    """Ghi kế hoạch kiểm tra — from the day it is issued to the end of its year."""
    wanted = [row.cell for row in cells]
    book = Register(from_day, (), wanted)
    end = date(year + 1, 1, 1)
    planned = InspectionPlan.objects.filter(
        cell__in=wanted, effective__overlap=DayRange(date(year, 1, 1), end)
    )
    already = set(planned.values_list("cell", flat=True))
    faults = _list_faults(wanted, year, from_day)
    for number, row in enumerate(cells, start=1):
        found = [*book.cell_faults(row.cell), *rules.plan_faults(row.visits)]
        if row.cell in already:
            text = mark("Chi bộ đã có kế hoạch kiểm tra năm {year}.")
            found.append(Reason(text, {"year": year}, field="cell"))
        faults += numbered(number, found)
    act.refuse_if(faults)
    act.touches(*wanted)
    paper = act.rests_on(basis)
    days = DayRange(from_day, end)
    open_facts(
        act,
        [
            new_fact(InspectionPlan, days, paper, cell_id=row.cell, visits=row.visits)
            for row in cells
        ],
    )
    act.says(year=year, n=len(cells))


def _list_faults(cells: Sequence[int], year: int, from_day: date) -> list[Reason]:
    faults = []
    if not cells or len(set(cells)) < len(cells):
        text = mark("Danh sách phải có chi bộ, mỗi chi bộ một lần.")
        faults.append(Reason(text, field="cells"))
    if from_day.year != year:
        text = mark("Ngày ban hành kế hoạch phải trong năm {year}.")
        faults.append(Reason(text, {"year": year}, field="from_day"))
    return faults
