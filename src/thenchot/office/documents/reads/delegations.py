"""Câu hỏi về ủy quyền — who directs in place of whom, and whether somebody reaches an organ on days."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thenchot.ground.basis.models import Own, RoleRight, Scope
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.office.documents.models import Delegation
from thenchot.office.documents.reads.names import unit_names


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """Một ủy quyền — who is away, who directs in their place, in which organ, on which days."""

    id: int
    organization: int
    unit: str
    giver: str
    delegate: str
    days: DayRange
    paper: Paper | None
    ended: str


def delegation_lines(
    *, by: Actor, on: date, organization: int | None = None, most: int = 200
) -> list[DelegationLine]:
    """Các ủy quyền — of the organs within sight, the last begun first."""
    found = Delegation.objects.visible_to(by).select_related("paper")
    if organization:
        found = found.filter(organization=organization)
    rows = list(found.order_by("-effective", "-pk")[:most])
    names = unit_names(by=by, on=on, units={each.organization_id for each in rows})
    return [
        DelegationLine(
            each.pk, each.organization_id, names.get(each.organization_id, ""), each.giver_name,
            each.delegate_name, each.effective, paper(each.paper) if each.paper else None,
            each.ended_reason,
        )
        for each in rows
    ]  # fmt: skip


def standing_in(*, by: Actor, on: date, organization: int) -> list[tuple[int, str]]:
    """Đang làm thay — (id, who is away) of the delegations the actor holds in the organ that day."""
    if by.person is None:
        return []
    mine = Delegation.objects.visible_to(by).filter(
        organization=organization, delegate=by.person, effective__contains=on, ended_reason=""
    )
    return list(mine.order_by("pk").values_list("pk", "giver_name"))


def reaches(*, person: int, right: Labelled, unit: int, days: DayRange) -> bool:
    """Có quyền ở cơ quan — with an account that is the person's own, on every one of the days."""
    whole = {"from_day__lte": days.start, "until_day__gte": days.until or date.max}
    theirs = Own.objects.filter(person=person, **whole).values("actor")
    roles = RoleRight.objects.filter(code=right.value).values("role")
    held = Scope.objects.filter(actor__in=theirs, role__in=roles, **whole)
    return held.filter(Q(unit=unit) | Q(unit=None)).exists()
