"""Tên đơn vị — as called on the day, else as called last before it, else first after."""

from collections.abc import Iterable
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import OrganizationSpell


def unit_names(*, by: Actor, on: date, units: Iterable[int]) -> dict[int, str]:
    """Tên các đơn vị — of those whose name the reader may know; one statement."""
    named: dict[int, str] = {}
    spells = OrganizationSpell.objects.visible_to(by).filter(organization__in=units)
    for each in spells.order_by("effective"):
        if each.organization_id not in named or each.effective.start <= on:
            named[each.organization_id] = each.name
    return named
