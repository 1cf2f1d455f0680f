"""Thông báo — what waits for the reader's answer or another's, own rights about to change, papers owed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from thenchot.doors.access.models import Grant, Proposal
from thenchot.doors.access.reads.accounts import ProposalLine, proposals_waiting
from thenchot.doors.access.roles import ROLES, Role
from thenchot.doors.access.words import Outcome, Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.office.documents.reads.cascades import Reminder, reminded, reminders

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
    """Thông báo — proposals to answer, own proposals waiting, own rights changing, papers owed."""

    to_answer: list[ProposalLine]
    sent: list[ProposalLine]
    rights: list[RightChange]
    reminders: list[Reminder]

    @property
    def total(self) -> int:
        return len(self.to_answer) + len(self.rights) + len(self.reminders)


def notices(*, by: Actor, on: date, some: bool = True) -> Notices:
    """Thông báo của một người — on the office day. Proposals are made and answered by those who may manage accounts.

    `some` is False where `how_many` has told that none is there: then only own proposals are read.
    """
    answers = by.may(Right.MANAGE)
    waiting = proposals_waiting(by=by, on=on) if answers else []
    if not some:
        return Notices([], [each for each in waiting if each.own], [], [])
    return Notices(
        [each for each in waiting if not each.own],
        [each for each in waiting if each.own],
        _changing(by, on),
        reminders(by=by, on=on),
    )


def how_many(*, by: Actor, on: date) -> int:
    """Số thông báo — `Notices.total`, by one statement for the bar of every page."""
    owed = reminded(by, on).order_by().values("pk")
    changing = _grants_changing(by, on).order_by().values("pk").union(owed, all=True)
    if not by.may(Right.MANAGE):
        return changing.count()
    waiting = Proposal.objects.visible_to(by).filter(outcome=Outcome.WAITING)
    to_answer = waiting.exclude(proposed_by=by.account).order_by().values("pk")
    return changing.union(to_answer, all=True).count()


def _changing(by: Actor, on: date) -> list[RightChange]:
    return [
        RightChange(ROLES[each.role], each.effective, ends=each.effective.start < on - JUST)
        for each in _grants_changing(by, on).order_by("effective", "pk")
    ]


def _grants_changing(by: Actor, on: date) -> QuerySet[Grant]:
    """Own roles that begin these days, or else end soon."""
    begins = Q(effective__startswith__range=(on - JUST, on + AHEAD))
    ends = Q(effective__startswith__lt=on - JUST, effective__endswith__range=(on, on + AHEAD))
    return Grant.objects.visible_to(by).filter(begins | ends, account=by.account)
