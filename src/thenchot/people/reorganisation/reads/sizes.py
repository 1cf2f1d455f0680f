"""Số người sau sắp xếp — members, staff and deputies of units on a day, counted from the facts."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from thenchot.ground.basis.reads.parameters import limits
from thenchot.ground.register.models import Closure, Employment, OrganizationSpell, PostSpell
from thenchot.ground.register.words import OrganizationKind, PostKind
from thenchot.people.members.models import Membership
from thenchot.people.members.words import FULL
from thenchot.people.members.words import Limits as MemberLimits
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.reads.quotas import assigned_on
from thenchot.people.positions.words import ESTABLISHED
from thenchot.people.reorganisation.rules.limits import Known, Sized
from thenchot.people.reorganisation.words import Limits

WANTED = (
    MemberLimits.CELL_COMMITTEE_FROM, MemberLimits.CELL_LEAST, MemberLimits.GRASSROOTS_PARTY_LEAST,
    *Limits,
)  # fmt: skip


def limits_on(day: date) -> Known:
    """Các mức vào ngày hiệu lực."""
    return limits(WANTED, day)


def sized(units: Collection[int], day: date) -> list[Sized]:
    """Các đơn vị với số người — members are those of the cells at or below. Runs six queries."""
    lines = Closure.objects.filter(ancestor__in=units, effective__contains=day)
    below: dict[int, list[int]] = defaultdict(list)
    for above, unit in lines.values_list("ancestor", "descendant"):
        below[above].append(unit)
    cells = {unit for found in below.values() for unit in found}
    counted = {
        cell: (members, official)
        for cell, members, official in Membership.objects.on(day).filter(cell__in=cells)
        .order_by().values_list("cell")
        .annotate(members=Count("pk"), official=Count("pk", filter=Q(status__in=FULL)))
    }  # fmt: skip
    works = _many(Employment, units, day)
    deputies = _many(PostSpell, units, day, kind=PostKind.DEPUTY)
    assigned: Counter[int] = Counter()
    of_units = StaffQuota.objects.filter(organization__in=units, category__in=ESTABLISHED)
    for (unit, _), many in assigned_on(of_units, day).items():
        assigned[unit] += many
    return [
        Sized(
            spell.organization_id, spell.name, OrganizationKind.of(spell.kind), spell.has_committee,
            sum(counted.get(cell, (0, 0))[0] for cell in below[spell.organization_id]),
            sum(counted.get(cell, (0, 0))[1] for cell in below[spell.organization_id]),
            works[spell.organization_id], deputies[spell.organization_id],
            assigned.get(spell.organization_id),
        )
        for spell in OrganizationSpell.objects.on(day).filter(organization__in=units).order_by("pk")
    ]  # fmt: skip


def _many(model: type, units: Collection[int], day: date, **more: object) -> Counter[int]:
    found = model.objects.on(day).filter(organization__in=units, **more)  # type: ignore[attr-defined]
    return Counter(dict(found.order_by().values_list("organization").annotate(many=Count("pk"))))
