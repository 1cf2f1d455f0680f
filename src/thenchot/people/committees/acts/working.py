"""Ghi quy chế, chương trình, phân công — and the end of all a unit's committee works by."""

from collections.abc import Collection
from datetime import date
from typing import Any

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import end_facts, repealed_faults, set_state
from thenchot.ground.basis.models import Fact, Instrument
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import change_day_faults
from thenchot.ground.register.words import Right
from thenchot.people.committees.acts.known import Known
from thenchot.people.committees.models import (
    Body,
    BodyMember,
    CommitteeSeat,
    CommitteeTerm,
    Pilot,
    WorkingPaper,
)
from thenchot.people.committees.words import WorkingKind

OF_UNITS: tuple[Any, ...] = (
    CommitteeSeat,
    CommitteeTerm,
    BodyMember,
    Body,
    WorkingPaper,
    Pilot,
)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi {kind} của {unit}"))
def record_working_paper(
    act: OpenAct, *, organization: int, kind: WorkingKind, from_day: date, basis: Basis
) -> int:
    """Ghi văn bản làm việc — the paper is in force from a day, in place of the one of its kind before."""
    act.touches(organization)
    known = Known(organization, from_day)
    made = set_state(
        act, WorkingPaper, {"organization_id": organization, "kind": kind}, from_day, basis,
        faults=known.unit_faults(),
    )  # fmt: skip
    act.says(kind=kind.label.lower(), unit=known.unit)
    return int(made.pk)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi kết thúc cấp ủy, thành viên, quy chế của {unit}"))
def close_committee(act: OpenAct, *, organization: int, from_day: date, basis: Basis) -> None:
    """Kết thúc cấp ủy — term, seats, members, working papers and pilots, before the unit itself ends."""
    act.touches(organization)
    known = Known(organization, from_day)
    standing = [each for found in _open([organization], from_day) for each in found]
    faults = known.unit_faults()
    if not standing:
        text = mark("Tổ chức này không có nhiệm kỳ, thành viên, quy chế nào đang ghi.")
        faults.append(Reason(text, field="organization"))
    for each in standing:
        faults += [*change_day_faults(each.effective, from_day), *repealed_faults(each)]
    act.refuse_if(faults)
    close_committees(act, [organization], from_day, act.rests_on(basis))
    act.says(unit=known.unit)


def close_committees(act: OpenAct, units: Collection[int], day: date, paper: Instrument) -> None:
    """Kết thúc theo đơn vị — all that stands here of units that end on a day, begun before it."""
    for found in _open(units, day):
        end_facts(act, [(each, day) for each in found if each.effective.start < day], paper)


def _open(units: Collection[int], day: date) -> list[list[Fact]]:
    """Đang có hiệu lực — by kind; seats before the terms they stand in."""
    return [
        list(model.objects.on(day).filter(organization__in=units).select_related("basis"))
        for model in OF_UNITS
    ]
