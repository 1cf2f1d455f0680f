"""Tham số đang có hiệu lực — the limits a rule applies on the day of an event."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Parameter
from thenchot.ground.basis.words import PersonnelArea
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
    found = [(area, limit(area, on)) for area in PersonnelArea]
    return [
        Switch(area, held is not None and held.values == (1,), held.clause if held else "")
        for area, held in found
    ]


def limit(key: Labelled, on: date) -> Limit | None:
    """Mức của quy định — as in force on the day; None where no regulation is recorded for it."""
    found = Parameter.objects.on(on).filter(key=key).select_related("basis").first()
    if found is None:
        return None
    clause = f"{found.clause}, {found.basis.as_printed()}"
    if not found.verified:
        clause = mark("{clause} (chưa thẩm định)").format(clause=clause)
    return Limit(tuple(found.values), clause, found.verified)
