"""Cột đính chính được — of a kind of fact: no paper, no key, nothing that follows from another column."""

from thenchot.ground.basis.models.constraints import TemporalKey
from thenchot.ground.basis.models.fact import Fact

NEVER = frozenset({"id", "entry", "recorded_at", "basis", "ended_by", "fixed_term"})


def corrected_columns(model: type[Fact]) -> list[str]:
    """Cột đính chính được — in the order of the table."""
    keys = [each for each in model._meta.constraints if isinstance(each, TemporalKey)]
    key = (
        keys[0].fields if keys else ()
    )  # a further one keeps values apart, it does not say which fact
    names = [field.name for field in model._meta.concrete_fields if not field.generated]
    return [name for name in names if name not in NEVER.union(model.NOT_CORRECTED, key)]
