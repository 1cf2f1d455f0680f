"""Nơi có quyền — the units at the top of what a right reaches."""

from datetime import date

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.register.models import OrganizationSpell


def tops_of_reach(*, by: Actor, right: str, on: date) -> list[tuple[int, str]]:
    """Đơn vị đứng đầu phạm vi — (id, name), oldest first; none where the right is the whole office's."""
    reach = by.reach(right)
    if reach == EVERYWHERE:
        return []
    units = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=reach)
    rows = units.order_by("organization").values_list("organization", "name", "parent")
    return [(unit, name) for unit, name, parent in rows if parent not in reach]
