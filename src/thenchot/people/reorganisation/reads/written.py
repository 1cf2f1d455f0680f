"""Đề án đã viết — its lines as the rules see them, and the tree on its effect day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from django.db.models import F, Q, QuerySet

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import OrganizationSpell, PostSpell
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Tier
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.models import (
    SchemeConsent,
    SchemePlace,
    SchemePost,
    SchemePostEnd,
    SchemeQuota,
    SchemeStep,
)
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostEnd,
    PostRow,
    StepRow,
    Tree,
    UnitNow,
    Where,
)
from thenchot.people.reorganisation.words import ENDING, Consented, Stay, Verb


def steps_of(scheme: int) -> list[StepRow]:
    """Các dòng — in their order. Runs one query."""
    return _rows(SchemeStep.objects.filter(scheme=scheme))


def sheet_of(scheme: int, after: int, most: int) -> tuple[int, list[StepRow], list[StepRow]]:
    """Một tờ — (how many lines, those of the sheet, the founding lines they name). Runs three queries."""
    lines = SchemeStep.objects.filter(scheme=scheme)
    shown = _rows(lines, after, after + most)
    named = {step.into.step for step in shown if step.into and step.into.step is not None}
    return lines.count(), shown, _rows(lines.filter(number__in=named))


def _rows(
    lines: QuerySet[SchemeStep], start: int | None = None, end: int | None = None
) -> list[StepRow]:
    return [
        StepRow(
            step.number, Verb.of(step.verb), step.unit_id, _where(step.into_id, step.into_step),
            step.name, OrganizationKind.of(step.kind) if step.kind else None,
            Level.of(step.level) if step.level else None, step.has_committee,
            None if step.share is None else Fraction(step.share), step.charge,
        )
        for step in lines.order_by("number")[start:end]
    ]  # fmt: skip


def posts_of(scheme: int) -> list[PostRow]:
    """Các chức vụ mới — in their order."""
    return [
        PostRow(
            post.number, Where(post.unit_id, post.unit_step), post.title, PostKind.of(post.kind),
            Tier.of(post.tier) if post.tier else None, post.holder_id,
        )
        for post in SchemePost.objects.filter(scheme=scheme).order_by("number")
    ]  # fmt: skip


def places_of(scheme: int) -> list[PlaceRow]:
    """Người đã bố trí."""
    return [
        PlaceRow(place.person_id, Stay.of(place.stay), _where(place.unit_id, place.unit_step))
        for place in SchemePlace.objects.filter(scheme=scheme).order_by("pk")
    ]


def post_ends_of(scheme: int, day: date) -> dict[int, PostEnd]:
    """Chức vụ thôi — each as it stands on that day. Runs two queries."""
    named = SchemePostEnd.objects.filter(scheme=scheme).order_by("pk")
    return posts_ending(list(named.values_list("post", flat=True)), day)


def posts_ending(posts: Sequence[int], day: date) -> dict[int, PostEnd]:
    """Chức vụ vào một ngày — called as last, where it does not stand then. Runs one query."""
    found = {post: PostEnd(None, str(post)) for post in posts}
    for spell in PostSpell.objects.filter(post__in=posts).order_by("effective"):
        here = spell.organization_id if spell.effective.holds_on(day) else found[spell.post_id].unit
        found[spell.post_id] = PostEnd(here, spell.title)
    return found


def quotas_of(scheme: int) -> list[GivenQuota]:
    """Biên chế giao theo đề án — in the order written."""
    return [
        GivenQuota(
            Where(each.unit_id, each.unit_step), StaffCategory.of(each.category), each.assigned
        )
        for each in SchemeQuota.objects.filter(scheme=scheme).order_by("pk")
    ]


def consents_of(scheme: int) -> dict[Where, frozenset[Consented]]:
    """Việc đã được đồng ý bằng văn bản — of each unit; a paper annulled, or repealed by the effect
    day, consents to nothing."""
    given: dict[Where, set[Consented]] = defaultdict(set)
    stands = Q(paper__repealed_from=None) | Q(paper__repealed_from__gt=F("scheme__from_day"))
    for each in SchemeConsent.objects.filter(stands, scheme=scheme, paper__annulled_by=None):
        given[Where(each.unit_id, each.unit_step)].add(Consented.of(each.about))
    return {where: frozenset(abouts) for where, abouts in given.items()}


def tree_of(
    steps: Sequence[StepRow], beside: Sequence[Where], day: date, by: Actor | None = None
) -> Tree:
    """Cây vào ngày hiệu lực — the units named, and those below units that end, that `by` may see.

    An act, which is asked its right where it writes, reads them without a reader. Runs three queries.
    """
    named = {step.unit for step in steps} | {step.into.unit for step in steps if step.into}
    named |= {where.unit for where in beside}
    wanted = [unit for unit in named if unit is not None]
    ended = [step.unit for step in steps if step.verb in ENDING and step.unit is not None]
    every = OrganizationSpell.objects.visible_to(by) if by else OrganizationSpell.objects.all()
    spells = every.on(day)
    later = set(
        every.filter(organization__in=wanted, effective__startswith__gt=day)
        .order_by()
        .values_list("organization", flat=True)
    )
    units = {
        spell.organization_id: _now(spell, later)
        for spell in spells.filter(organization__in=wanted)
    }
    below: dict[int, list[UnitNow]] = defaultdict(list)
    for spell in spells.filter(parent__in=ended).order_by("pk"):
        below[spell.parent_id or 0].append(_now(spell, later))
    return Tree(day, units, below)


def _now(spell: OrganizationSpell, later: set[int]) -> UnitNow:
    return UnitNow(
        spell.organization_id, spell.name, OrganizationKind.of(spell.kind), Level.of(spell.level),
        spell.has_committee, spell.parent_id, spell.effective, spell.organization_id in later,
    )  # fmt: skip


def _where(unit: int | None, step: int | None) -> Where | None:
    return None if unit is None and step is None else Where(unit, step)
