"""Biên chế của đề án — how many each unit of a scheme was given before it, and has after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.rules.plan import Plan
from thenchot.people.reorganisation.rules.rows import GivenQuota, Tree, Where

Assigned = Mapping[tuple[int, StaffCategory], int]


@dataclass(frozen=True, slots=True)
class StaffLine:
    """Biên chế của một đơn vị, một loại — the day before and from the effect day; `given` by the scheme."""

    where: Where
    name: str
    category: StaffCategory
    before: int
    after: int
    given: bool


def staff_lines(
    plan: Plan, tree: Tree, before: Assigned, now: Assigned, given: Sequence[GivenQuota]
) -> list[StaffLine]:
    """Trước và sau — what the scheme gives wins; an ended unit keeps none, others what they have.

    `before` and `now`: what stands the day before and on the effect day, by unit and category. Units
    that others only move or are founded under are no part of it.
    """
    said = {(each.where, each.category): each.assigned for each in given}
    places = {Where(unit) for unit in plan.ended} | {each.into for each in plan.continued}
    places |= {Where(each.unit) for each in plan.continued} | {where for where, _ in said}
    keys = [(Where(unit), category) for unit, category in [*before, *now] if Where(unit) in places]
    return [
        StaffLine(
            where, plan.name_at(where, tree), category, before.get((where.unit or 0, category), 0),
            said.get((where, category), _kept(plan, now, where, category)),
            (where, category) in said,
        )
        for where, category in dict.fromkeys([*keys, *said])
    ]  # fmt: skip


def _kept(plan: Plan, now: Assigned, where: Where, category: StaffCategory) -> int:
    return 0 if where.unit in plan.ended else now.get((where.unit or 0, category), 0)


def quota_faults(before: int, after: int) -> list[Reason]:
    """Biên chế tăng — the units of the scheme together have more than the day before. Nothing is
    said where no number was given before."""
    if not before or after <= before:
        return []
    text = mark("Biên chế giao sau sắp xếp là {after}, nhiều hơn trước sắp xếp ({before}).")
    return [Reason(text, {"after": after, "before": before})]


def not_given(plan: Plan, lines: Sequence[StaffLine]) -> dict[tuple[Where, StaffCategory], int]:
    """Chưa giao lại — receiving units that get no number of a category, by the scheme or by a paper
    of its effect day, which units that go on in them had; with how many those had together."""
    said = {
        (line.where, line.category) for line in lines if line.given or line.after != line.before
    }
    found: dict[tuple[Where, StaffCategory], int] = {}
    heirs = plan.heirs()
    for line in lines:
        for heir in heirs.get(line.where.unit or 0, ()):
            key = heir, line.category
            if line.before and key not in said:
                found[key] = found.get(key, 0) + line.before
    return found


def not_given_faults(plan: Plan, tree: Tree, lines: Sequence[StaffLine]) -> list[Reason]:
    """Chưa giao lại — a sentence for each receiving unit and category."""
    text = mark("«{name}» chưa được giao lại biên chế ({what}); các đơn vị đi về đó có {n}.")
    return [
        Reason(text, {"name": plan.name_at(where, tree), "what": category, "n": n})
        for (where, category), n in not_given(plan, lines).items()
    ]
