"""Nạp vị trí việc làm mô phỏng — framework, drafts, approvals and quotas, by the acts a clerk would use."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import singledispatch

from thenchot.doors.exchange.demo import steps
from thenchot.ground.plain.actor import Actor
from thenchot.people.positions.acts.approving import approve_descriptions
from thenchot.people.positions.acts.drafting import draft_description
from thenchot.people.positions.acts.framework import set_competency
from thenchot.people.positions.acts.quotas import set_staff_quotas


@singledispatch
def record_positions(
    step: steps.OfPositions, by: Actor, on: date, units: Mapping[int, int], basis: int
) -> None:
    """Ghi một bước — `units` gives the id of each of the generator's numbers, `basis` the paper."""
    raise NotImplementedError(type(step).__name__)


@record_positions.register
def _(step: steps.Framework, by: Actor, on: date, units: Mapping[int, int], basis: int) -> None:
    for row in step.rows:
        set_competency(
            by, on, code=row.code, group=row.group, name=row.name, indicators=row.indicators,
            verified=False, from_day=step.from_day, basis=basis,
        )  # fmt: skip


@record_positions.register
def _(step: steps.Draft, by: Actor, on: date, units: Mapping[int, int], basis: int) -> None:
    _drafted(step, by, on, units)


@record_positions.register
def _(step: steps.Describe, by: Actor, on: date, units: Mapping[int, int], basis: int) -> None:
    positions = _drafted(step, by, on, units)
    approve_descriptions(by, on, drafts=positions, from_day=step.from_day, basis=basis)


@record_positions.register
def _(step: steps.Quotas, by: Actor, on: date, units: Mapping[int, int], basis: int) -> None:
    rows = [replace(row, organization=units[row.organization]) for row in step.rows]
    set_staff_quotas(by, on, quotas=rows, year=step.year, from_day=step.from_day, basis=basis)


def _drafted(step: steps.Draft, by: Actor, on: date, units: Mapping[int, int]) -> list[int]:
    return [
        draft_description(
            by, on, organization=units[unit], code=drafted.code, title=drafted.title,
            content=drafted.content,
        ).answer or 0
        for unit, drafted in step.drafts
    ]  # fmt: skip
