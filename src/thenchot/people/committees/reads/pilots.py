"""Các điểm — where something is tried first, since when, who directs it, what became of it."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import OrganizationSpell
from thenchot.people.committees.models import Pilot


@dataclass(frozen=True, slots=True)
class PilotLine:
    """Một điểm — its latest state begun by the day; `running` where it still is one."""

    id: int
    unit_id: int
    unit: str
    subject: str
    directed_by: str
    equipment: str
    review: str
    replicated_to: str
    days: DayRange
    running: bool
    basis: Paper


def pilots(*, by: Actor, on: date, organization: int | None = None) -> list[PilotLine]:
    """Các điểm đã chọn đến ngày — those running first, the newest first. Runs two queries."""
    asked = {} if organization is None else {"organization": organization}
    begun = Pilot.objects.visible_to(by).filter(effective__startswith__lte=on, **asked)
    latest: dict[tuple[int, str], Pilot] = {}
    first: dict[tuple[int, str], date] = {}
    for each in begun.select_related("basis").order_by("effective", "pk"):
        latest[each.organization_id, each.subject] = each
        first.setdefault((each.organization_id, each.subject), each.effective.start)
    units = {each.organization_id for each in latest.values()}
    units |= {each.directed_by_id for each in latest.values() if each.directed_by_id}
    spells = OrganizationSpell.objects.visible_to(by).filter(organization__in=units)
    names = dict(spells.order_by("effective").values_list("organization", "name"))
    lines = [
        PilotLine(
            each.pk, each.organization_id, names.get(each.organization_id, ""), each.subject,
            names.get(each.directed_by_id or 0, ""), each.equipment, each.review, each.replicated_to,
            DayRange(first[key], each.effective.until), each.effective.holds_on(on), paper(each.basis),
        )
        for key, each in latest.items()
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (not line.running, -line.days.start.toordinal(), line.id))
