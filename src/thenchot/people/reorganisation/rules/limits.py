"""Mức của quy định — whether units made or enlarged by a scheme may stand, by their numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import CELLS, OrganizationKind
from thenchot.people.members.rules import cell_faults, party_faults
from thenchot.people.members.words import Limits as MemberLimits
from thenchot.people.reorganisation.rules.rows import Where
from thenchot.people.reorganisation.words import Consented, Limits

Known = dict[Labelled, Limit]


@dataclass(frozen=True, slots=True)
class Sized:
    """Đơn vị sau sắp xếp — its people and posts on the effect day; a party counts those below it.

    `staff`: how many work there; `assigned`: the staff it was given, None where no paper says it.
    """

    id: int
    name: str
    kind: OrganizationKind
    has_committee: bool
    members: int
    official: int
    staff: int
    deputies: int
    assigned: int | None = None

    @property
    def establishment(self) -> int:
        """Biên chế — as given by a paper; where none says it, the people who work there."""
        return self.staff if self.assigned is None else self.assigned


def size_faults(unit: Sized, known: Known, consents: frozenset[Consented]) -> list[Reason]:
    """Số người của đơn vị — what keeps it from standing; a written consent lifts what it is about."""
    if unit.kind in CELLS:
        faults = cell_faults(
            unit.official, unit.has_committee, known.get(MemberLimits.CELL_COMMITTEE_FROM),
            known.get(MemberLimits.CELL_LEAST),
        )  # fmt: skip
        if unit.kind is OrganizationKind.GRASSROOTS_CELL and Consented.LARGE_CELL not in consents:
            faults += _too_large(unit.members, known.get(MemberLimits.GRASSROOTS_PARTY_LEAST))
        return faults
    if unit.kind is OrganizationKind.GRASSROOTS_PARTY and Consented.SMALL_PARTY not in consents:
        return party_faults(unit.members, known.get(MemberLimits.GRASSROOTS_PARTY_LEAST))
    if unit.kind is OrganizationKind.DIVISION:
        return _too_small(unit, known.get(Limits.DIVISION_LEAST))
    return []


def named_size_faults(
    sizes: Mapping[Where, Sized], known: Known, consents: Mapping[Where, frozenset[Consented]]
) -> list[Reason]:
    """Số người của các đơn vị — as `size_faults`, each with the name of its unit."""
    text = mark("«{name}»: {why}")
    return [
        Reason(text, {"name": unit.name, "why": fault}, fault.clause, "scheme")
        for where, unit in sizes.items()
        for fault in size_faults(unit, known, consents.get(where, frozenset()))
    ]


def _too_large(members: int, party_from: Limit | None) -> list[Reason]:
    if party_from is None or members < party_from.value:
        return []
    text = mark("Có {n} đảng viên; từ {least} là đảng bộ, giữ chi bộ thì cần văn bản đồng ý.")
    values = {"n": members, "least": party_from.value}
    return [Reason(text, values, party_from.clause)]


def _too_small(unit: Sized, least: Limit | None) -> list[Reason]:
    if least is None or unit.establishment >= least.value:
        return []
    text = (
        mark("Có {n} người, chưa giao biên chế; phòng phải có ít nhất {least} biên chế.")
        if unit.assigned is None
        else mark("Được giao {n} biên chế; phòng phải có ít nhất {least} biên chế.")
    )
    return [Reason(text, {"n": unit.establishment, "least": least.value}, least.clause)]


def most_deputies(staff: int, steps: Limit) -> int:
    """Nhiều nhất mấy phó — `steps` lists "below so many staff, so many deputies" in turn, then the rest."""
    *pairs, rest = steps.values
    for below, deputies in zip(pairs[::2], pairs[1::2], strict=True):
        if staff < below:
            return deputies
    return rest


@dataclass(frozen=True, slots=True)
class Surplus:
    """Cấp phó dôi dư — allowed after a reorganisation, to be gone by `conform_by`."""

    unit: Sized
    most: int
    conform_by: date
    clause: str


def surplus_of(unit: Sized, known: Known, day: date) -> Surplus | None:
    """Dôi dư — None where the deputies are within the limit, or none is recorded."""
    steps, years = known.get(Limits.DIVISION_DEPUTIES), known.get(Limits.CONFORM_YEARS)
    if unit.kind is not OrganizationKind.DIVISION or steps is None or years is None:
        return None
    most = most_deputies(unit.establishment, steps)
    if unit.deputies <= most:
        return None
    until = add_months(day, 12 * years.value)
    return Surplus(unit, most, until, years.clause)
