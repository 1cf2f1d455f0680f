"""Người của các đơn vị thôi — who stands in them on the effect day, and who has no place yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import Employment, Posting, PostSpell
from thenchot.ground.register.words import CELLS, PostKind
from thenchot.people.members.models import Membership
from thenchot.people.positions.models import JobDescription
from thenchot.people.reorganisation.models import Scheme
from thenchot.people.reorganisation.reads.written import post_ends_of, steps_of
from thenchot.people.reorganisation.rules.plan import Plan, plan_of
from thenchot.people.reorganisation.rules.rows import PlaceRow, PostRow, Tree, Where
from thenchot.people.reorganisation.words import Stay


@dataclass(frozen=True, slots=True)
class Standing:
    """Người ở các đơn vị thôi — facts of the effect day that cannot stay where they are."""

    memberships: list[Membership]
    employments: list[Employment]
    posts: list[PostSpell]
    postings: list[Posting]
    descriptions: list[JobDescription]


def standing_in(
    ended: Iterable[int],
    day: date,
    places: Iterable[PlaceRow] = (),
    by: Actor | None = None,
    post_ends: Iterable[int] = (),
) -> Standing:
    """Đang ở đó — memberships, places of work, posts and who holds them, job descriptions; of the
    people placed, those whose unit stands on; and the posts that end in units that stand on. What
    `by` may see; an act reads without a reader. Runs five queries."""

    def on(model: Any) -> Any:
        seen = model.objects.visible_to(by) if by else model.objects.all()
        return seen.on(day).select_related("basis")

    units, placed = list(ended), list(places)
    posts = list(on(PostSpell).filter(Q(organization__in=units) | Q(post__in=list(post_ends))))
    held = on(Posting).filter(post__in=[post.post_id for post in posts])
    described = on(JobDescription).filter(organization__in=units)
    cells = {row.person: row.where for row in placed if row.stay is Stay.CELL}
    work = {row.person: row.where for row in placed if row.stay is Stay.WORK}
    members = on(Membership).filter(Q(cell__in=units) | Q(person__in=cells))
    employed = on(Employment).filter(Q(organization__in=units) | Q(person__in=work))
    return Standing(
        [each for each in members if cells.get(each.person_id) != Where(each.cell_id)],
        [each for each in employed if work.get(each.person_id) != Where(each.organization_id)],
        posts,
        list(held),
        list(described),
    )


def destinations(
    plan: Plan, tree: Tree, standing: Standing, posts: Iterable[PostRow], places: Iterable[PlaceRow]
) -> tuple[Mapping[tuple[int, Stay], Where], list[tuple[int, Stay]]]:
    """Đi đâu — of each stay of each person its new place, and those that have none yet.

    What is said of a person wins; else the only unit that continues theirs (for members: if it is
    a cell). Who leaves a post has a place once they hold a new one of the scheme, or are said to be
    placed without one.
    """
    said = {(place.person, place.stay): place.where for place in places}
    heirs = plan.only_heir()
    cells = {unit: heir for unit, heir in heirs.items() if plan.kind_at(heir, tree) in CELLS}
    going: dict[tuple[int, Stay], Where] = {}
    waiting: list[tuple[int, Stay]] = []
    stays = [(each.person_id, Stay.CELL, each.cell_id) for each in standing.memberships]
    stays += [(each.person_id, Stay.WORK, each.organization_id) for each in standing.employments]
    for person, stay, unit in stays:
        where = said.get((person, stay)) or (cells if stay is Stay.CELL else heirs).get(unit)
        if where is None:
            waiting.append((person, stay))
        else:
            going[person, stay] = where
    holders = {post.holder for post in posts}
    waiting += [
        (each.person_id, Stay.NO_POST)
        for each in standing.postings
        if each.person_id not in holders and (each.person_id, Stay.NO_POST) not in said
    ]
    return going, list(dict.fromkeys(waiting))


@dataclass(frozen=True, slots=True)
class Leaving:
    """Rời chức vụ — a holder of a post that ends, with its unit or by itself."""

    person: int
    unit: int
    title: str
    kind: PostKind


def leaving(*, by: Actor, scheme: int) -> list[Leaving]:
    """Người giữ chức vụ thôi theo đề án — of a scheme in sight, by post; heads first."""
    found = Scheme.objects.visible_to(by).filter(pk=scheme).first()
    if found is None:
        return []
    plan, ends = plan_of(steps_of(found.pk)), post_ends_of(found.pk, found.from_day)
    standing = standing_in(plan.ended, found.from_day, by=by, post_ends=ends)
    posts = {post.post_id: post for post in standing.posts}
    lines = [
        Leaving(
            each.person_id, posts[each.post_id].organization_id, posts[each.post_id].title,
            PostKind.of(posts[each.post_id].kind),
        )
        for each in sorted(standing.postings, key=lambda each: each.pk)
    ]  # fmt: skip
    return sorted(lines, key=lambda line: line.kind is not PostKind.HEAD)
