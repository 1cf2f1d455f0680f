"""«Ai xem được hồ sơ này, và vì sao?» — each account, the role, the unit, and how the person belongs there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thenchot.doors.access.actor import names_of
from thenchot.doors.access.roles import CARRIED, ROLES
from thenchot.doors.access.words import Right
from thenchot.ground.basis.models import Own, Scope, Tie
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import Translate, as_written, mark
from thenchot.ground.register.models import OrganizationSpell, Person


class TieKind(Labelled):
    """Gắn bó — how a person has to do with a unit."""

    CELL = "sinh_hoat", mark("nơi người này sinh hoạt đảng")
    WORK = "cong_tac", mark("nơi người này công tác")
    POST = "chuc_vu", mark("nơi người này giữ chức vụ")
    RECORD = "ho_so", mark("nơi lập hồ sơ của người này")


class Part(Labelled):
    """Phần hồ sơ — what a right opens of a person's file."""

    NAME = "register.xem", mark("lai lịch, trình độ, chức vụ")
    MEMBER = "members.xem", mark("hồ sơ đảng viên")
    AWARD = "awards.xem", mark("khen thưởng")
    DECISION = "cadres.xem", mark("quyết định về cán bộ")
    NUMBER = "identity.xem_so", mark("số định danh, số thẻ (mỗi lần mở có ghi lý do)")
    DISCIPLINE = "oversight.xem_ten", mark("kỷ luật (mỗi lần mở có ghi lý do)")


ONLY_NOW = frozenset({Part.AWARD, Part.DECISION, Part.NUMBER})


@dataclass(frozen=True, slots=True)
class Sight:
    """Người xem được — the account's holder, and why: role, unit, tie; what of the file it opens."""

    name: str
    role: str
    unit: str
    tie: TieKind | None
    standing: bool
    parts: tuple[Part, ...]

    def sentence(self, translate: Translate = as_written) -> str:
        """Câu trả lời — in one sentence."""
        values: dict[str, str] = {
            "name": self.name,
            "role": translate(self.role),
            "unit": self.unit,
            "parts": ", ".join(part.sentence(translate) for part in self.parts),
        }
        if not self.role:
            return translate(mark("{name}: là chủ của hồ sơ này; xem toàn bộ.")).format(**values)
        if self.tie is None:
            text = mark("{name}: giữ vai «{role}» trong toàn hệ thống; xem {parts}.")
            return translate(text).format(**values)
        values["tie"] = self.tie.sentence(translate)
        text = mark("{name}: giữ vai «{role}» có phạm vi tới {unit}, {tie}; xem {parts}.")
        if not self.unit:  # of a place whose name the reader may not see
            text = mark("{name}: giữ vai «{role}» có phạm vi tới {tie}; xem {parts}.")
        elif not self.standing:
            text = mark(
                "{name}: giữ vai «{role}» có phạm vi tới {unit}, trước đây là {tie}; xem {parts}."
            )
        return translate(text).format(**values)


def who_sees(*, by: Actor, person: int, on: date) -> list[Sight]:
    """Ai xem được — on the office day; one's own file, or with the right to see grants where the person belongs.

    Empty for everybody else, and for nobody. Runs six statements.
    """
    ties, reach = _ties(person, on), by.reach(Right.READ)
    asked = reach == EVERYWHERE or not reach.isdisjoint(ties)
    if by.person != person and not (asked and Person.objects.filter(pk=person).exists()):
        return []
    live = Scope.objects.filter(from_day__lte=on, until_day__gt=on, role__in=ROLES)
    rows = live.filter(Q(unit=None) | Q(unit__in=ties)).order_by("actor", "role", "unit")
    seen = OrganizationSpell.objects.visible_to(by)
    spells = seen.filter(organization__in=ties).order_by("effective")
    units = dict(spells.values_list("organization", "name"))
    own = Own.objects.filter(person=person, from_day__lte=on, until_day__gt=on)
    owners = list(own.order_by("actor").values_list("actor", flat=True).distinct())
    held = list(rows.values_list("actor", "role", "unit"))
    names = names_of({*owners, *(actor for actor, _, _ in held)})
    found: dict[tuple[str, str], Sight] = {}
    for actor, role, unit in held:
        kind, standing = ties[unit] if unit is not None else (None, True)
        parts = _parts(CARRIED[role], kind, standing=standing)
        before = found.get((actor, role))
        if parts and (before is None or len(before.parts) < len(parts)):
            place = units.get(unit or 0, "")
            found[actor, role] = Sight(
                names[actor], ROLES[role].label, place, kind, standing, parts
            )
    masters = [Sight(names[each], "", "", None, True, tuple(Part)) for each in owners]
    return [*masters, *found.values()]


def _ties(person: int, on: date) -> dict[int, tuple[TieKind | None, bool]]:
    """The units of a person, each with its strongest tie, and whether one still stands."""
    found: dict[int, tuple[TieKind | None, bool]] = {}
    standing = Q(from_day__lte=on, sight_until__gt=on)
    held = Tie.objects.filter(person=person)
    for ties, stands in ((held.filter(standing), True), (held.exclude(standing), False)):
        for unit, source in _by_strength(ties.values_list("unit", "source")):
            found.setdefault(unit, (source, stands))
    return found


def _by_strength(ties: Iterable[tuple[int, str]]) -> list[tuple[int, TieKind]]:
    order = list(TieKind)
    return sorted(
        ((unit, TieKind.of(source)) for unit, source in ties), key=lambda tie: order.index(tie[1])
    )


def _parts(rights: frozenset[str], kind: TieKind | None, *, standing: bool) -> tuple[Part, ...]:
    """What the rights open through such a tie; disciplines belong to the cell alone."""
    shut: set[Part] = set() if standing else set(ONLY_NOW)
    if kind not in {None, TieKind.CELL}:
        shut |= {Part.DISCIPLINE} if standing else {Part.DISCIPLINE, Part.MEMBER}
    return tuple(part for part in Part if part.value in rights and part not in shut)
