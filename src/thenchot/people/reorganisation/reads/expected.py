"""Số người dự kiến — of cells and divisions a draft founds, enlarges or makes, before it is decided.

A party counts the members of all cells below it, so it is measured where the whole scheme is
carried out: in the comparison of the draft, and in the decision.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from thenchot.ground.register.words import CELLS, OrganizationKind, PostKind
from thenchot.people.members.words import FULL
from thenchot.people.reorganisation.reads.people import Standing
from thenchot.people.reorganisation.reads.sizes import sized
from thenchot.people.reorganisation.rules.limits import Sized
from thenchot.people.reorganisation.rules.plan import Plan
from thenchot.people.reorganisation.rules.rows import PostRow, Tree, Where
from thenchot.people.reorganisation.words import Stay

MEASURED = CELLS | {OrganizationKind.DIVISION}


def expected_sizes(
    plan: Plan,
    tree: Tree,
    standing: Standing,
    going: Mapping[tuple[int, Stay], Where],
    posts: Sequence[PostRow],
    assigned: Mapping[Where, int],
) -> dict[Where, Sized]:
    """Dự kiến — by unit, with the staff `assigned` to it where a paper or the scheme says it; who has
    no place yet is counted nowhere. Runs at most six queries."""
    named = [*plan.measured(tree), *going.values(), *(post.where for post in posts)]
    left = {Where(post.organization_id) for post in standing.posts}
    named += [at for at in left if plan.stands(at, tree)]
    wanted = {
        at: kind
        for at in dict.fromkeys(named)
        if (kind := plan.kind_at(at, tree)) is not None and kind in MEASURED
    }
    now = _standing_now([at.unit for at in wanted if at.unit is not None], tree.day)
    members, official, staff = _moved(standing, going)
    deputies = Counter(post.where for post in posts if post.kind is PostKind.DEPUTY)
    deputies.subtract(
        Where(post.organization_id) for post in standing.posts if post.kind == PostKind.DEPUTY
    )
    found = {}
    for at, kind in wanted.items():
        base = now.get(at.unit or 0) or Sized(0, "", kind, False, 0, 0, 0, 0)
        found[at] = replace(
            base, name=plan.name_at(at, tree), kind=kind,
            has_committee=plan.committee_at(at, tree), members=base.members + members[at],
            official=base.official + official[at], staff=base.staff + staff[at],
            deputies=base.deputies + deputies[at],
            assigned=assigned.get(at, base.assigned),
        )  # fmt: skip
    return found


def _standing_now(units: list[int], day: date) -> dict[int, Sized]:
    return {each.id: each for each in sized(units, day)} if units else {}


def _moved(
    standing: Standing, going: Mapping[tuple[int, Stay], Where]
) -> tuple[Counter[Where], Counter[Where], Counter[Where]]:
    """Members, official ones and staff that come to a unit, less those that leave it."""
    members: Counter[Where] = Counter()
    official: Counter[Where] = Counter()
    staff: Counter[Where] = Counter()
    for each in standing.memberships:
        into = going.get((each.person_id, Stay.CELL))
        for counted in (members, official) if each.status in FULL else (members,):
            counted[Where(each.cell_id)] -= 1
            if into:
                counted[into] += 1
    for work in standing.employments:
        into = going.get((work.person_id, Stay.WORK))
        staff[Where(work.organization_id)] -= 1
        if into:
            staff[into] += 1
    return members, official, staff
