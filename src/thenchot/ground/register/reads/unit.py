"""Một tổ chức — its state on a day, seats, units below, and its way through time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import models

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import withheld_papers
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import (
    OrganizationSpell,
    PersonSpell,
    Posting,
    PostSpell,
)
from thenchot.ground.register.models import Succession as SuccessionFact
from thenchot.ground.register.reads.tree import OrganizationLine, by_name, line_of
from thenchot.ground.register.words import (
    Manner,
    PostKind,
    Succession,
)


@dataclass(frozen=True, slots=True)
class Continued:
    """Kế tục — what the unit goes on from, or goes on in, since which day and by which paper.

    `later`: it begins after the day looked at.
    """

    unit_id: int
    name: str
    kind: Succession
    before: bool
    days: DayRange
    basis: Paper
    later: bool


@dataclass(frozen=True, slots=True)
class State:
    """Trạng thái — what held on which days, because of which papers."""

    text: str
    days: DayRange
    basis: Paper
    ended_by: Paper | None


@dataclass(frozen=True, slots=True)
class Seat:
    """Chức vụ trên trang tổ chức — its title, who holds it on the day, by which paper (None: withheld).

    `posting_id` is the number of the fact that says who holds it.
    """

    id: int
    posting_id: int | None
    title: str
    kind: PostKind
    holder: str
    holder_id: int | None
    days: DayRange | None
    basis: Paper | None
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """Trang tổ chức — the state on the day, units below, seats, and all states through time."""

    line: OrganizationLine
    parent: OrganizationLine | None
    children: list[OrganizationLine]
    seats: list[Seat]
    states: list[State]
    has_committee: bool
    continued: list[Continued]


def organization_on(*, by: Actor, organization: int, on: date) -> OrganizationPage | None:
    """Một tổ chức — None where it did not exist on the day or is out of reach, alike."""
    states = list(
        OrganizationSpell.objects.visible_to(by)
        .filter(organization=organization)
        .select_related("basis", "ended_by")
        .order_by("effective")
    )
    present = next((spell for spell in states if spell.effective.holds_on(on)), None)
    if present is None:
        return None
    beside = models.Q(organization=present.parent_id) | models.Q(parent=organization)
    near = OrganizationSpell.objects.on(on).visible_to(by).filter(beside).select_related("basis")
    parents = [spell for spell in near if spell.organization_id == present.parent_id]
    below = [spell for spell in near if spell.parent_id == organization]
    posts, held = _posts(by, organization, on)
    told = {spell.ended_by_id for spell in states if spell.ended_by_id}
    told |= {posting.basis_id for posting in held.values()}
    withheld = withheld_papers(by=by, papers=told, opened=False)
    return OrganizationPage(
        line_of(present, 0),
        line_of(parents[0], 0) if parents else None,
        [line_of(spell, 1) for spell in sorted(below, key=by_name)],
        [_seat(post, held.get(post.post_id), withheld) for post in posts],
        [_state(spell, withheld) for spell in states],
        present.has_committee,
        _continued(by, organization, on),
    )


def nearest_day(*, by: Actor, organization: int, on: date) -> date | None:
    """Ngày gần nhất còn có đơn vị — the last day before, else the first day after; None: unseen."""
    spells = OrganizationSpell.objects.visible_to(by).filter(organization=organization)
    days = list(spells.values_list("effective", flat=True))
    ended = [each.until - timedelta(days=1) for each in days if each.until and each.until <= on]
    return max(ended, default=min((each.start for each in days), default=None))


def _continued(by: Actor, organization: int, on: date) -> list[Continued]:
    """With the units whose name the reader may know; the last name each had."""
    either = models.Q(predecessor=organization) | models.Q(successor=organization)
    other = models.Case(
        models.When(predecessor=organization, then="successor"), default="predecessor"
    )
    names = OrganizationSpell.objects.visible_to(by).filter(organization=models.OuterRef("other"))
    links = (
        SuccessionFact.objects.visible_to(by)
        .filter(either)
        .annotate(other=other)
        .annotate(name=models.Subquery(names.order_by("-effective").values("name")[:1]))
        .filter(name__isnull=False)
        .select_related("basis")
        .order_by("effective", "pk")
    )
    return [
        Continued(
            link.other,
            link.name,
            Succession.of(link.kind),
            link.successor_id == organization,
            link.effective,
            paper(link.basis),
            link.effective.start > on,
        )
        for link in links
    ]


def _posts(by: Actor, organization: int, on: date) -> tuple[list[PostSpell], dict[int, Any]]:
    """Posts of the day in the order of their kinds; who holds each, with `holder` as a name."""
    kinds = list(PostKind)
    posts = sorted(
        PostSpell.objects.on(on).visible_to(by).filter(organization=organization),
        key=lambda post: (kinds.index(PostKind.of(post.kind)), post.pk),
    )
    names = PersonSpell.objects.on(on).visible_to(by).filter(person=models.OuterRef("person"))
    held = (
        Posting.objects.on(on)
        .visible_to(by)
        .filter(post__in=[post.post_id for post in posts])
        .annotate(holder=models.Subquery(names.values("full_name")))
        .select_related("basis")
    )
    return posts, {posting.post_id: posting for posting in held}


def _seat(post: PostSpell, posting: Any, withheld: frozenset[int]) -> Seat:
    kind = PostKind.of(post.kind)
    if posting is None:
        return Seat(post.post_id, None, post.title, kind, "", None, None, None)
    return Seat(
        post.post_id,
        posting.pk,
        post.title,
        kind,
        posting.holder or "",
        posting.person_id,
        posting.effective,
        None if posting.basis_id in withheld else paper(posting.basis),
        Manner.of(posting.manner) if posting.manner else None,
    )


def _state(spell: OrganizationSpell, withheld: frozenset[int]) -> State:
    told = spell.ended_by if spell.ended_by_id not in withheld else None
    return State(spell.name, spell.effective, paper(spell.basis), paper(told) if told else None)
