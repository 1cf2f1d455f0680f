"""Một chức vụ — its states through time and everyone who held it, each with the paper."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import withheld_papers
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting, PostSpell
from thenchot.ground.register.words import Came, Decider, Manner, PostKind, Tier


@dataclass(frozen=True, slots=True)
class PostState:
    """Trạng thái chức vụ — title, kind, tier and unit, on which days, by which paper."""

    title: str
    kind: PostKind
    tier: Tier | None
    unit_id: int
    unit: str
    days: DayRange
    basis: Paper
    ended_by: Paper | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Người giữ — how it is held and came about, who decided, on which days; what no paper says is
    None. The paper is withheld where the reader may not see it.
    """

    person_id: int
    person: str
    manner: Manner | None
    came: Came | None
    decider: Decider | None
    days: DayRange
    basis: Paper | None
    ended_by: Paper | None


@dataclass(frozen=True, slots=True)
class PostPage:
    """Trang chức vụ — `now` is its state on the day looked at, None before it began or once it ended."""

    id: int
    now: PostState | None
    states: list[PostState]
    holdings: list[Holding]

    @property
    def last(self) -> PostState:
        """Trạng thái để gọi tên — that of the day, else the latest."""
        return self.now or self.states[-1]


def post_on(*, by: Actor, post: int, on: date) -> PostPage | None:
    """Một chức vụ — None where there is none within the reader's sight. Runs six queries."""
    spells = list(
        PostSpell.objects.visible_to(by)
        .filter(post=post)
        .select_related("basis", "ended_by")
        .order_by("effective")
    )
    if not spells:
        return None
    held = list(
        Posting.objects.visible_to(by)
        .filter(post=post)
        .select_related("basis", "ended_by")
        .order_by("-effective")
    )
    told = {each.basis_id for each in held}
    told |= {each.ended_by_id for each in [*held, *spells] if each.ended_by_id is not None}
    withheld = withheld_papers(by=by, papers=told, opened=False)
    units = OrganizationSpell.objects.visible_to(by).filter(
        organization__in={spell.organization_id for spell in spells}
    )
    names = dict(units.order_by("effective").values_list("organization", "name"))
    people = PersonSpell.objects.visible_to(by).filter(person__in={each.person_id for each in held})
    holders = dict(people.order_by("effective").values_list("person", "full_name"))
    states = [
        PostState(
            spell.title, PostKind.of(spell.kind), Tier.of(spell.tier) if spell.tier else None,
            spell.organization_id, names.get(spell.organization_id, ""), spell.effective,
            paper(spell.basis), _seen(spell.ended_by, withheld),
        )
        for spell in spells
    ]  # fmt: skip
    return PostPage(
        post,
        next((state for state in states if state.days.holds_on(on)), None),
        states,
        [
            Holding(
                each.person_id, holders[each.person_id],
                Manner.of(each.manner) if each.manner else None,
                Came.of(each.came) if each.came else None,
                Decider.of(each.decider) if each.decider else None, each.effective,
                _seen(each.basis, withheld), _seen(each.ended_by, withheld),
            )
            for each in held
            if each.person_id in holders
        ],
    )  # fmt: skip


def _seen(found: Instrument | None, withheld: frozenset[int]) -> Paper | None:
    return paper(found) if found is not None and found.pk not in withheld else None
