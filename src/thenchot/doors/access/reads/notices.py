"""Thông báo — what waits for the reader's answer or another's, and own rights about to change."""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.doors.access.models import Grant
from thenchot.doors.access.reads.accounts import ProposalLine, proposals_waiting
from thenchot.doors.access.roles import ROLES, Role
from thenchot.doors.access.words import Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange

AHEAD = timedelta(30)
JUST = timedelta(7)


@dataclass(frozen=True, slots=True)
class RightChange:
    """Quyền sắp đổi — an own role that began these days, will begin, or will end."""

    role: Role
    days: DayRange
    ends: bool


@dataclass(frozen=True, slots=True)
class Notices:
    """Thông báo — proposals to answer, own proposals waiting, own rights changing."""

    to_answer: list[ProposalLine]
    sent: list[ProposalLine]
    rights: list[RightChange]

    @property
    def total(self) -> int:
        return len(self.to_answer) + len(self.rights)


def notices(*, by: Actor, on: date) -> Notices:
    """Thông báo của một người — on the office day. Proposals go to those who may manage accounts."""
    waiting = proposals_waiting(by=by, on=on)
    answers = by.may(Right.MANAGE)
    return Notices(
        [each for each in waiting if answers and not each.own],
        [each for each in waiting if each.own],
        _changing(by, on),
    )


def _changing(by: Actor, on: date) -> list[RightChange]:
    if by.account is None:
        return []
    own = Grant.objects.visible_to(by).filter(account=by.account).order_by("effective", "pk")
    changes = []
    for each in own:
        days = each.effective
        if on - JUST <= days.start <= on + AHEAD:
            changes.append(RightChange(ROLES[each.role], days, ends=False))
        elif days.until and on <= days.until <= on + AHEAD:
            changes.append(RightChange(ROLES[each.role], days, ends=True))
    return changes
