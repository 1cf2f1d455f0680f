"""Tham số đang có hiệu lực — the limits a rule applies on the day of an event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Parameter
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.text import mark


@dataclass(frozen=True, slots=True)
class Switch:
    """Công tắc — whether unannounced names of an area may stand here, and by which paper."""

    area: PersonnelArea
    open: bool
    clause: str


def personnel_open(area: PersonnelArea | None, on: date) -> bool:
    """Được ghi nhân sự chưa công bố — off where no written instrument says otherwise."""
    found = limit(area, on) if area else None
    return found is not None and found.values == (1,)


def personnel_switches(on: date) -> list[Switch]:
    """Các công tắc nhân sự — every area on the day."""
    held = Parameter.objects.on(on).filter(key__in=PersonnelArea).select_related("basis")
    found = {each.key: _limit(each) for each in held}
    off = Limit((0,), "", verified=True)
    switches = [(area, found.get(area.value, off)) for area in PersonnelArea]
    return [Switch(area, each.values == (1,), each.clause) for area, each in switches]


def limit(key: Labelled, on: date) -> Limit | None:
    """Mức của quy định — as in force on the day; None where no regulation is recorded for it."""
    found = Parameter.objects.on(on).filter(key=key).select_related("basis").first()
    return None if found is None else _limit(found)


def limits(keys: Iterable[Labelled], on: date) -> dict[Labelled, Limit]:
    """Các mức của quy định — those recorded for the day, asked at once."""
    wanted = {key.value: key for key in keys}
    held = Parameter.objects.on(on).filter(key__in=wanted).select_related("basis")
    return {wanted[each.key]: _limit(each) for each in held}


def limits_by_day(
    keys: Iterable[Labelled], days: Iterable[date]
) -> dict[date, dict[Labelled, Limit]]:
    """Các mức vào từng ngày — each event is judged by what was in force on its own day; asked at once."""
    wanted = {key.value: key for key in keys}
    held = list(Parameter.objects.filter(key__in=wanted).select_related("basis"))
    return {
        day: {wanted[each.key]: _limit(each) for each in held if each.effective.holds_on(day)}
        for day in set(days)
    }


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """Tham số — a key of a regulation with its values, days, clause, and whether its text was read."""

    key: str
    values: tuple[int, ...]
    days: DayRange
    clause: str
    paper: str
    verified: bool


def parameters_recorded(*, on: date) -> list[ParameterLine]:
    """Danh mục tham số — those in force on the day, by key."""
    held = Parameter.objects.on(on)
    return [
        ParameterLine(
            each.key, tuple(each.values), each.effective, each.clause, each.basis.as_printed(),
            each.verified,
        )
        for each in held.select_related("basis").order_by("key")
    ]  # fmt: skip


def _limit(found: Parameter) -> Limit:
    clause = f"{found.clause}, {found.basis.as_printed()}"
    if not found.verified:
        clause = mark("{clause} (chưa thẩm định)").format(clause=clause)
    return Limit(tuple(found.values), clause, found.verified, found.effective.start)
