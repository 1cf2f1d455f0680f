"""Ghi phân cấp quản lý cán bộ — who decides a matter for people of a tier, from a day."""

from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import set_state
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import Competence
from thenchot.ground.register.words import Decider, Matter, Right, Tier


@act(needs=Right.RECORD_COMPETENCE, phrase=mark("Ghi phân cấp: {matter}, {tier}: {decider}"))
def record_competence(
    act: OpenAct, *, matter: Matter, tier: Tier, decider: Decider, from_day: date, basis: Basis
) -> int:
    """Ghi phân cấp — the body that decides a matter about people of a tier, from a day."""
    act.touches_office()
    key = {"matter": matter, "tier": tier}
    made = set_state(act, Competence, key, from_day, basis, decider=decider)
    act.says(matter=matter.label, tier=tier.label, decider=decider.label)
    return int(made.pk)
