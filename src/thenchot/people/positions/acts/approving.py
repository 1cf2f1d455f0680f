"""Phê duyệt vị trí việc làm — drafts become descriptions from a day, by one paper; positions end by another."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_facts,
    new_fact,
    open_facts,
    repealed_faults,
    replace_facts,
    state_faults,
)
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import change_day_faults
from thenchot.people.positions.models import DescriptionDraft, JobDescription
from thenchot.people.positions.rules.content import content_of
from thenchot.people.positions.rules.faults import approval_faults, of_row
from thenchot.people.positions.words import Right


@act(needs=Right.APPROVE, phrase=mark("Ghi quyết định phê duyệt {n} bản mô tả vị trí việc làm"))
def approve_descriptions(
    act: OpenAct, *, drafts: Sequence[int], from_day: date, basis: Basis
) -> None:
    """Phê duyệt bản mô tả — the drafts of these positions, by one paper, in place of what stood before.

    Every draft's reasons at once; each draft then leaves for history.
    """
    held = DescriptionDraft.objects.filter(position__in=drafts).select_for_update(of=("self",))
    found = {each.position_id: each for each in held}
    act.touches(*{each.organization_id for each in found.values()})
    book = _Book(from_day, list(found.values()))
    faults = _list_faults(drafts, found)
    for row, position in enumerate(drafts, start=1):
        if draft := found.get(position):
            faults += of_row(row, draft.job_code, book.faults(draft), "position")
    act.refuse_if(faults)
    paper = act.rests_on(basis)
    approved = [(draft, _columns(draft)) for draft in found.values()]
    replaced = [
        (standing, from_day, columns)
        for draft, columns in approved
        if (standing := book.standing.get(draft.position_id))
    ]
    first = [
        new_fact(
            JobDescription, DayRange(from_day), paper, position_id=draft.position_id,
            organization_id=draft.organization_id, **columns,
        )
        for draft, columns in approved
        if draft.position_id not in book.standing
    ]  # fmt: skip
    replace_facts(act, replaced, paper)
    open_facts(act, first)
    held.filter(pk__in=[draft.pk for draft in found.values()]).delete()
    act.says(n=len(approved))


@act(needs=Right.APPROVE, phrase=mark("Ghi quyết định kết thúc {n} vị trí việc làm"))
def end_positions(act: OpenAct, *, positions: Sequence[int], from_day: date, basis: Basis) -> None:
    """Kết thúc vị trí việc làm — `from_day` is the first day they are no longer there."""
    held = JobDescription.objects.on(from_day).filter(position__in=positions)
    found = {
        each.position_id: each
        for each in held.select_related("basis").select_for_update(of=("self",))
    }
    act.touches(*{each.organization_id for each in found.values()})
    faults = _twice(positions, "positions")
    for row, position in enumerate(positions, start=1):
        standing = found.get(position)
        if standing is None:
            text = mark("Vị trí này không có bản mô tả vào ngày {day:%d/%m/%Y}.")
            faults.append(Reason(text, {"day": from_day}, field=f"{row}.position"))
            continue
        reasons = [*repealed_faults(standing), *change_day_faults(standing.effective, from_day)]
        faults += of_row(row, standing.job_code, reasons, "position")
    act.refuse_if(faults)
    paper = act.rests_on(basis)
    end_facts(act, [(each, from_day) for each in found.values()], paper)
    act.says(n=len(found))


class _Book:
    """Sổ vào ngày phê duyệt — what stands for these positions, codes that are taken, units there are."""

    def __init__(self, day: date, drafts: Sequence[DescriptionDraft]) -> None:
        self.day = day
        units = {draft.organization_id for draft in drafts}
        positions = {draft.position_id for draft in drafts}
        here = OrganizationSpell.objects.on(day).filter(organization__in=units)
        self.units = set(here.values_list("organization", flat=True))
        known = JobDescription.objects.filter(organization__in=units).select_related("basis")
        self.standing: dict[int, JobDescription] = {}
        self._later: set[int] = set()
        self._codes: dict[tuple[int, str], set[int]] = {}
        for each in known.filter(effective__overlap=DayRange(day)):
            self._codes.setdefault((each.organization_id, each.job_code), set()).add(
                each.position_id
            )
            if each.effective.holds_on(day) and each.position_id in positions:
                self.standing[each.position_id] = each
            elif each.effective.start > day:
                self._later.add(each.position_id)

    def faults(self, draft: DescriptionDraft) -> list[Reason]:
        faults = approval_faults(content_of(draft.content))
        standing = self.standing.get(draft.position_id)
        later = standing is None and draft.position_id in self._later
        faults += state_faults(standing, self.day, later=later)
        if draft.organization_id not in self.units:
            text = mark("Đơn vị này không tồn tại vào ngày {day:%d/%m/%Y}.")
            faults.append(Reason(text, {"day": self.day}, field="organization"))
        if self._codes.get((draft.organization_id, draft.job_code), set()) - {draft.position_id}:
            faults.append(
                Reason(mark("Mã này đã là mã của một vị trí khác của đơn vị."), field="code")
            )
        return faults


def _columns(draft: DescriptionDraft) -> dict[str, object]:
    return {"job_code": draft.job_code, "job_title": draft.job_title, "content": draft.content}


def _list_faults(drafts: Sequence[int], found: dict[int, DescriptionDraft]) -> list[Reason]:
    faults = _twice(drafts, "drafts")
    for row, position in enumerate(drafts, start=1):
        if position not in found:
            text = mark("Vị trí này không có bản thảo chờ phê duyệt.")
            faults.append(Reason(text, field=f"{row}.position"))
    return faults


def _twice(positions: Sequence[int], field: str) -> list[Reason]:
    if positions and len(set(positions)) == len(positions):
        return []
    text = mark("Danh sách phải có vị trí việc làm, mỗi vị trí một lần.")
    return [Reason(text, field=field)]
