"""Ghi giao biên chế — of units for a year, by one paper; a later paper of the year changes the rest of it."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts, replace_facts, state_faults
from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import numbered
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.rules.quotas import QuotaRow, quota_faults
from thenchot.people.positions.words import Right, StaffCategory


@act(needs=Right.APPROVE, phrase=mark("Ghi giao biên chế năm {year} cho {n} đơn vị"))
def set_staff_quotas(
    act: OpenAct, *, quotas: Sequence[QuotaRow], year: int, from_day: date, basis: Basis
) -> None:
    """Giao biên chế — from the day it is given to the end of its year. Every row's reasons at once."""
    units = {row.organization for row in quotas}
    faults = quota_faults(quotas, year, from_day)
    book = QuotaBook(from_day, units)
    for number, row in enumerate(quotas, start=1):
        faults += numbered(number, book.faults(row))
    act.refuse_if(faults)
    act.touches(*units)
    book.give(act, quotas, act.rests_on(basis))
    act.says(year=year, n=len(units))


class QuotaBook:
    """Sổ vào ngày giao — units there are, quotas that stand or begin later in the year."""

    def __init__(self, day: date, units: set[int]) -> None:
        self.day = day
        here = OrganizationSpell.objects.on(day).filter(organization__in=units)
        self.units = set(here.values_list("organization", flat=True))
        known = StaffQuota.objects.filter(organization__in=units).select_related("basis")
        self._standing: dict[tuple[int, str], StaffQuota] = {}
        self._later: set[tuple[int, str]] = set()
        for each in known:
            key = each.organization_id, each.category
            if each.effective.holds_on(day):
                self._standing[key] = each
            elif each.effective.start > day and each.effective.start.year == day.year:
                self._later.add(key)

    def _stands(self, row: QuotaRow) -> StaffQuota | None:
        return self._standing.get((row.organization, row.category))

    def used(self, organization: int, category: StaffCategory) -> int:
        """Đang sử dụng — of the number that stands; 0 where there is none."""
        found = self._standing.get((organization, category))
        return found.used if found else 0

    def give(self, act: OpenAct, quotas: Sequence[QuotaRow], paper: Instrument) -> None:
        """Giao — in place of the numbers that stand, or for the first time; to the end of the year."""
        until = date(self.day.year + 1, 1, 1)
        replace_facts(
            act,
            [
                (standing, self.day, {"assigned": row.assigned, "used": row.used})
                for row in quotas
                if (standing := self._stands(row))
            ],
            paper,
        )
        open_facts(
            act,
            [
                new_fact(
                    StaffQuota, DayRange(self.day, until), paper, organization_id=row.organization,
                    category=row.category, assigned=row.assigned, used=row.used,
                )
                for row in quotas
                if not self._stands(row)
            ],
        )  # fmt: skip

    def faults(self, row: QuotaRow) -> list[Reason]:
        """Vì sao chưa giao được — the unit or the number of that day, or a later one of the year."""
        standing = self._stands(row)
        later = standing is None and (row.organization, row.category) in self._later
        faults = state_faults(standing, self.day, later=later)
        if row.organization not in self.units:
            text = mark("Đơn vị này không tồn tại vào ngày {day:%d/%m/%Y}.")
            faults.append(Reason(text, {"day": self.day}, field="organization"))
        return faults
