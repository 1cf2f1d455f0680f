"""Tên cơ quan — as it is called on a day, or was last called before."""

from collections.abc import Collection
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import OrganizationSpell


def unit_names(*, by: Actor, on: date, units: Collection[int]) -> dict[int | None, str]:
    """Tên các cơ quan — within the reader's sight; none asked, none looked for."""
    if not units:
        return {}
    called = OrganizationSpell.objects.visible_to(by).filter(
        organization__in=units, effective__startswith__lte=on
    )
    return dict(called.order_by("effective").values_list("organization", "name"))
