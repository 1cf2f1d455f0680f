"""Ghi tham số của quy định — what a regulation sets, from the day it takes effect."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import set_state
from thenchot.ground.basis.models import Parameter
from thenchot.ground.basis.words import PersonnelArea, Right
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@act(needs=Right.RECORD_PARAMETER, phrase=mark("Ghi tham số của quy định: {key} = {values}"))
def record_parameter(
    act: OpenAct,
    *,
    key: Labelled,
    values: Sequence[int],
    clause: str,
    verified: bool,
    from_day: date,
    basis: Basis,
) -> int:
    """Ghi tham số — the regulation's value for `key` from a day; the value before it ends there."""
    act.touches_office()
    made = set_state(
        act,
        Parameter,
        {"key": key},
        from_day,
        basis,
        faults=_value_faults(key, values),
        values=list(values),
        clause=tidy_name(clause),
        verified=verified,
    )
    act.says(key=key.label, values=", ".join(map(str, values)))
    return int(made.pk)


def _value_faults(key: Labelled, values: Sequence[int]) -> list[Reason]:
    if isinstance(key, PersonnelArea) and list(values) not in ([0], [1]):
        return [Reason(mark("Công tắc nhân sự chỉ nhận 0 (tắt) hoặc 1 (mở)."), field="values")]
    if values and all(value >= 0 for value in values):
        return []
    return [Reason(mark("Tham số phải có ít nhất một số, không âm."), field="values")]
