"""Đồng hồ của người giữ chức vụ — retirement, re-appointment, posts held for a term.

The few posts above the cells are read, each with the person who holds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, Q, Subquery

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.text import Sentence, mark
from thenchot.ground.register.models import PersonSpell, Posting, PostSpell
from thenchot.ground.register.words import CELLS, OrganizationKind, PostKind, Sex
from thenchot.people.cadres.words import Limits
from thenchot.people.dossiers.reads.clocks import Clock, Window
from thenchot.people.dossiers.reads.due_units import Units
from thenchot.people.dossiers.rules import dues as rules
from thenchot.people.dossiers.words import DueKind

APPOINTING = {
    OrganizationKind.AGENCY,
    OrganizationKind.DIVISION,
    OrganizationKind.SERVICE_UNIT,
}  # fmt: skip — the posts of committees are elected, for a term of the committee
LEADING = {PostKind.HEAD, PostKind.DEPUTY}
STAYED_ON = timedelta(366)  # whoever holds a post longer past that age does so by a decision
RETIRING = {Sex.MALE: Limits.RETIRING_MEN, Sex.FEMALE: Limits.RETIRING_WOMEN}


@dataclass(frozen=True, slots=True)
class Held:
    """Người giữ chức vụ — the posting, its post in which unit, and who holds it, on the day asked on."""

    person: int
    sex: str | None
    birth_on: date | None
    unit: int
    post: str
    title: str
    days: DayRange
    fixed_term: bool
    basis: int
    paper: str


def of_posts(by: Actor, units: Units, window: Window) -> Iterator[Clock]:
    """Theo chức vụ — a cell's posts count only where they end: pensioners may hold them."""
    held = _held(by, units, window.on)
    yield from _terms(held, window)
    yield from _reappointments(held, units, window)
    yield from _retirements([each for each in held if units.kind(each.unit) not in CELLS], window)


def _terms(held: list[Held], window: Window) -> Iterator[Clock]:
    for each in held:
        last = each.days.until - timedelta(1) if each.days.until else None
        if each.fixed_term and last and window.coming(last):
            said = Sentence(mark("{post}, giữ từ {day:%d/%m/%Y}"), _said(each, day=each.days.start))
            yield _clock(DueKind.TERM, last, each, said)


def _reappointments(held: list[Held], units: Units, window: Window) -> Iterator[Clock]:
    """A hand-over list says who held a post, not since when: no clock runs from it."""
    months = window.limit(Limits.APPOINTED_MONTHS)
    if months is None:
        return
    for each in held:
        appointed = (
            units.kind(each.unit) in APPOINTING
            and each.post in LEADING
            and not each.fixed_term
            and each.paper != InstrumentKind.HANDOVER_LIST
        )
        due = rules.reappointment_due(each.days.start, months)
        if appointed and due <= window.until:
            said = Sentence(
                mark("{post}, bổ nhiệm {day:%d/%m/%Y}"), _said(each, day=each.days.start)
            )
            yield _clock(DueKind.REAPPOINTMENT, due, each, said)


def _retirements(held: list[Held], window: Window) -> Iterator[Clock]:
    """Once a person, for the post recorded first."""
    told: set[int] = set()
    for each in held:
        limit = window.limit(RETIRING[Sex.of(each.sex)]) if each.sex else None
        if limit is None or each.birth_on is None or each.person in told:
            continue
        due = rules.retirement_day(each.birth_on, limit)
        if window.on - STAYED_ON <= due <= window.until:
            told.add(each.person)
            said = Sentence(mark("{post}, sinh {born:%d/%m/%Y}"), _said(each, born=each.birth_on))
            yield _clock(DueKind.RETIREMENT, due, each, said)


def _held(by: Actor, units: Units, on: date) -> list[Held]:
    """Who holds a post above the cells, or any post for a term set beforehand. Runs one statement."""
    posts = PostSpell.objects.on(on).visible_to(by)
    spells = PersonSpell.objects.on(on).visible_to(by).filter(person=OuterRef("person"))
    of_holder = Subquery(spells.values("sex")), Subquery(spells.values("birth_on"))
    of_post = "post__spells__organization", "post__spells__kind", "post__spells__title"
    above = Q(post__spells__organization__in=units.above_cells())
    postings = (
        Posting.objects.on(on)
        .visible_to(by)
        .filter(Q(fixed_term=True) | above, post__spells__in=posts)
        .order_by("pk")
        .values_list(
            "person", *of_holder, *of_post, "effective", "fixed_term", "basis", "basis__kind"
        )
    )
    return [Held(*row) for row in postings]


def _said(each: Held, **days: date) -> dict[str, object]:
    return {"post": each.title, **days}


def _clock(kind: DueKind, due: date, each: Held, said: Sentence) -> Clock:
    return Clock(kind, due, each.unit, each.person, said, each.basis)
