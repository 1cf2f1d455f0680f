"""Một tổ chức — its state on a day, seats, units below, and its way through time."""

from dataclasses import dataclass
from datetime import date

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
    seen = OrganizationSpell.objects.on(on).visible_to(by).select_related("basis")
    parent = seen.filter(organization=present.parent_id).first()
    below = seen.filter(parent=organization)
    ending = {spell.ended_by_id for spell in states if spell.ended_by_id}
    withheld = withheld_papers(by=by, papers=ending, opened=False)
    return OrganizationPage(
        line_of(present, 0),
        line_of(parent, 0) if parent else None,
        [line_of(spell, 1) for spell in sorted(below, key=by_name)],
        _seats(by, organization, on),
        [_state(spell, withheld) for spell in states],
        present.has_committee,
        _continued(by, organization, on),
    )


def _continued(by: Actor, organization: int, on: date) -> list[Continued]:
    either = models.Q(predecessor=organization) | models.Q(successor=organization)
    links = list(
        SuccessionFact.objects.visible_to(by)
        .filter(either)
        .select_related("basis")
        .order_by("effective", "pk")
    )
    other = {
        link.pk: link.successor_id if link.predecessor_id == organization else link.predecessor_id
        for link in links
    }
    names: dict[int, str] = {}
    spells = OrganizationSpell.objects.visible_to(by).filter(organization__in=other.values())
    for spell in spells.order_by("effective"):
        names[spell.organization_id] = spell.name
    return [
        Continued(
            other[link.pk],
            names.get(other[link.pk], ""),
            Succession.of(link.kind),
            link.successor_id == organization,
            link.effective,
            paper(link.basis),
            link.effective.start > on,
        )
        for link in links
        if other[link.pk] in names
    ]


def _seats(by: Actor, organization: int, on: date) -> list[Seat]:
    kinds = list(PostKind)
    posts = sorted(
        PostSpell.objects.on(on).visible_to(by).filter(organization=organization),
        key=lambda post: (kinds.index(PostKind.of(post.kind)), post.pk),
    )
    held = {
        posting.post_id: posting
        for posting in Posting.objects.on(on)
        .visible_to(by)
        .filter(post__in=[post.post_id for post in posts])
        .select_related("basis")
    }
    people = (
        PersonSpell.objects.on(on)
        .visible_to(by)
        .filter(person__in=[posting.person_id for posting in held.values()])
    )
    names = {person.person_id: person.full_name for person in people}
    bases = {posting.basis_id for posting in held.values()}
    withheld = withheld_papers(by=by, papers=bases, opened=False)
    return [_seat(post, held.get(post.post_id), names, withheld) for post in posts]


def _seat(
    post: PostSpell, posting: Posting | None, names: dict[int, str], withheld: frozenset[int]
) -> Seat:
    kind = PostKind.of(post.kind)
    if posting is None:
        return Seat(post.post_id, None, post.title, kind, "", None, None, None)
    return Seat(
        post.post_id,
        posting.pk,
        post.title,
        kind,
        names.get(posting.person_id, ""),
        posting.person_id,
        posting.effective,
        None if posting.basis_id in withheld else paper(posting.basis),
    )


def _state(spell: OrganizationSpell, withheld: frozenset[int]) -> State:
    told = spell.ended_by if spell.ended_by_id not in withheld else None
    return State(spell.name, spell.effective, paper(spell.basis), paper(told) if told else None)
