"""Thành viên có quyền biểu quyết — of a body on a day, from the register of committees and members."""

from datetime import date

from thenchot.ground.register.words import Decider
from thenchot.people.committees.models import CommitteeSeat
from thenchot.people.members.models import Membership
from thenchot.people.members.words import Status
from thenchot.people.sittings.rules import VOTERS


def voters_on(organization: int, decider: Decider, on: date) -> list[int]:
    """Tổng số thành viên — all of the body that day, whether they came or not."""
    if decider is Decider.CELL:
        found = Membership.objects.on(on).filter(cell=organization, status=Status.OFFICIAL)
        return list(found.order_by("pk").values_list("person", flat=True))
    seats = CommitteeSeat.objects.on(on).filter(organization=organization, rank__in=VOTERS[decider])
    return list(seats.order_by("pk").values_list("person", flat=True))
