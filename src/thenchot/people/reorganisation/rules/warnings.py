"""Điều cần xem của đề án — what warns before the decision and does not hold it up."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import spelling_key, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import PARTY, OrganizationKind
from thenchot.people.reorganisation.rules.plan import Plan
from thenchot.people.reorganisation.rules.rows import NamedUnit, StepRow, Tree, Where
from thenchot.people.reorganisation.words import NAMING


def missing_paper_faults(
    plan: Plan, tree: Tree, held: Mapping[int, Collection[Labelled]]
) -> list[Reason]:
    """Nơi kế tục chưa có — of what the committees of ended units held, where the receiving unit
    has a committee and none of that kind."""
    wanted = dict.fromkeys(
        (heir, kind)
        for unit, heirs in plan.heirs().items()
        for kind in sorted(held.get(unit, ()))
        for heir in heirs
        if plan.committee_at(heir, tree) and kind not in held.get(heir.unit or 0, ())
    )
    text = mark("«{name}» kế tục, chưa có: {what}; của đơn vị thôi thì hết hiệu lực.")
    return [Reason(text, {"name": plan.name_at(heir, tree), "what": kind}) for heir, kind in wanted]


def naming_places(steps: Sequence[StepRow], plan: Plan, tree: Tree) -> dict[int, Where]:
    """Nơi đặt tên — by the number of each line that founds or renames, where that unit will stand."""
    return {
        step.number: (step.into or Where()) if step.unit is None else plan.place_of(step.unit, tree)
        for step in steps
        if step.verb in NAMING
    }


def same_name_faults(
    steps: Sequence[StepRow], plan: Plan, tree: Tree, standing: Sequence[NamedUnit]
) -> list[Reason]:
    """Trùng tên — a party organization founded or renamed as another unit below the same superior
    is named once the scheme is carried out; `standing`: the units there before it."""
    places = naming_places(steps, plan, tree)
    used = Counter(
        (Where(unit.parent), spelling_key(unit.name))
        for unit in standing
        if unit.id not in plan.ended and unit.id not in plan.changed
    )
    used.update((places[step.number], spelling_key(step.name)) for step in plan.founded.values())
    used.update(
        (plan.place_of(unit, tree), spelling_key(plan.name_at(Where(unit), tree)))
        for unit in plan.changed
    )
    text = mark("Dòng {n}: tên «{name}» trùng tên một đơn vị khác cùng cấp trên trực tiếp.")
    return [
        Reason(text, {"n": step.number, "name": tidy_name(step.name)})
        for step in steps
        if step.number in places
        and _kind(step, plan, tree) in PARTY
        and used[places[step.number], spelling_key(step.name)] > 1
    ]


def _kind(step: StepRow, plan: Plan, tree: Tree) -> OrganizationKind | None:
    return step.kind if step.unit is None else plan.kind_at(Where(step.unit), tree)
