"""Phương án — the lines of a scheme put together: what is founded, ended, changed, who continues whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thenchot.ground.register.words import Level, OrganizationKind, Succession
from thenchot.people.reorganisation.rules.rows import StepRow, Tree, Where
from thenchot.people.reorganisation.words import CHANGING, CONTINUED, ENDING, Verb


@dataclass(frozen=True, slots=True)
class Change:
    """Thay đổi — what of a standing unit becomes different; None stays as it is."""

    name: str | None = None
    kind: OrganizationKind | None = None
    level: Level | None = None
    has_committee: bool | None = None
    parent: Where | None = None


@dataclass(frozen=True, slots=True)
class Continuation:
    """Kế tục — a unit goes on in another."""

    unit: int
    into: Where
    kind: Succession
    share: Fraction | None = None


@dataclass(slots=True)
class Plan:
    """Phương án — `founded` by the number of its line, `changed` and `ended` (by which verb) by unit."""

    founded: dict[int, StepRow] = field(default_factory=dict)
    changed: dict[int, Change] = field(default_factory=dict)
    ended: dict[int, Verb] = field(default_factory=dict)
    continued: list[Continuation] = field(default_factory=list)

    def heirs(self) -> dict[int, list[Where]]:
        """Nơi kế tục của mỗi đơn vị thôi — in the order of the lines."""
        found: dict[int, list[Where]] = {unit: [] for unit in self.ended}
        for each in self.continued:
            if each.unit in found:
                found[each.unit].append(each.into)
        return found

    def stands(self, where: Where, tree: Tree) -> bool:
        """Còn sau sắp xếp — founded by the scheme, or standing on its effect day and not ended."""
        if where.step is not None:
            return where.step in self.founded
        return where.unit in tree.units and where.unit not in self.ended

    def kind_at(self, where: Where, tree: Tree) -> OrganizationKind | None:
        """Loại của nơi đến sau sắp xếp — None where it is not known."""
        if where.step is not None:
            return self.founded[where.step].kind if where.step in self.founded else None
        now = tree.units.get(where.unit or 0)
        changed = self.changed.get(where.unit or 0)
        if changed and changed.kind:
            return changed.kind
        return now.kind if now else None

    def committee_at(self, where: Where, tree: Tree) -> bool:
        """Nơi đến có cấp ủy sau sắp xếp."""
        if where.step is not None:
            return where.step in self.founded and self.founded[where.step].has_committee
        changed = self.changed.get(where.unit or 0)
        if changed and changed.has_committee is not None:
            return changed.has_committee
        now = tree.units.get(where.unit or 0)
        return bool(now and now.has_committee)

    def name_at(self, where: Where, tree: Tree) -> str:
        """Tên của nơi đến sau sắp xếp — "" where it is not known."""
        if where.step is not None:
            return self.founded[where.step].name if where.step in self.founded else ""
        changed = self.changed.get(where.unit or 0)
        if changed and changed.name:
            return changed.name
        now = tree.units.get(where.unit or 0)
        return now.name if now else ""

    def place_of(self, unit: int, tree: Tree) -> Where:
        """Cấp trên trực tiếp của một đơn vị sau sắp xếp."""
        changed = self.changed.get(unit)
        if changed and changed.parent:
            return changed.parent
        now = tree.units.get(unit)
        return Where(now.parent if now else None)

    def retyped(self) -> dict[int, OrganizationKind]:
        """Đơn vị đổi loại — the new kind of each."""
        return {unit: each.kind for unit, each in self.changed.items() if each.kind}

    def other_kind(self, tree: Tree) -> list[int]:
        """Đơn vị thành loại khác — of those retyped, whose kind is not the one it had."""
        return [
            unit
            for unit, kind in self.retyped().items()
            if unit in tree.units and tree.units[unit].kind is not kind
        ]

    def only_heir(self) -> dict[int, Where]:
        """Nơi kế tục duy nhất — of ended units all of whose people can only go to one place."""
        return {unit: heirs[0] for unit, heirs in self.heirs().items() if len(heirs) == 1}


def plan_of(steps: Sequence[StepRow]) -> Plan:
    """Ghép các dòng — several changes of one unit become one; a unit ends once."""
    plan = Plan()
    for step in sorted(steps, key=lambda each: each.number):
        if step.verb is Verb.FOUND:
            plan.founded[step.number] = step
            continue
        if step.unit is None:
            continue
        if step.verb in ENDING:
            plan.ended.setdefault(step.unit, step.verb)
        if step.verb in CONTINUED and step.into:
            kind = CONTINUED[step.verb]
            plan.continued.append(Continuation(step.unit, step.into, kind, step.share))
        if step.verb in CHANGING:
            plan.changed[step.unit] = _with(plan.changed.get(step.unit, Change()), step)
    return plan


def _with(change: Change, step: StepRow) -> Change:
    if step.verb is Verb.TRANSFER:
        return replace(change, parent=step.into)
    if step.verb is Verb.RENAME:
        return replace(change, name=step.name)
    return replace(change, kind=step.kind, level=step.level, has_committee=step.has_committee)
