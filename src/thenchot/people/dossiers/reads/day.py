"""Việc của tôi — what one person has to do today, as far as the register can tell."""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.ground.basis.reads.instruments import PaperLine, papers_since
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.dues import Due, Dues, dues
from thenchot.people.members.reads import OffTheRule, off_the_rule

SOON = timedelta(14)
WEEK = 7
MOST = 10


@dataclass(frozen=True, slots=True)
class Day:
    """Ngày làm việc — the soonest dues, all of the fortnight counted, the week, papers newly registered."""

    dues: Dues
    week: dict[date, int]
    off: list[OffTheRule]
    papers: list[PaperLine]


def day_of(*, by: Actor, on: date) -> Day:
    """Việc trong ngày — dues within two weeks or overdue, cells that ask for a decision, new papers."""
    near = dues(by=by, on=on, ahead=SOON, most=500)
    monday = on - timedelta(on.weekday())
    week = {monday + timedelta(n): 0 for n in range(WEEK)}
    for each in near.rows:
        if each.due in week:
            week[each.due] += 1
    off = off_the_rule(by=by, on=on) if by.reach(Right.READ) != EVERYWHERE else []
    papers = papers_since(by=by, since=on - SOON, on=on, most=MOST)
    return Day(near, week, off[:MOST], papers)


def soonest(found: Dues) -> list[Due]:
    """Những việc đầu danh sách."""
    return found.rows[:MOST]
