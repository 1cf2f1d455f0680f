"""Ghi khung năng lực — a competency with its five indicators, from a day; the office's, not a unit's."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import set_state
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.text import mark
from thenchot.people.positions.models import Competency
from thenchot.people.positions.rules.faults import competency_faults
from thenchot.people.positions.words import CompetencyGroup, Right


@act(needs=Right.APPROVE, phrase=mark("Ghi năng lực {code} {name}"))
def set_competency(
    act: OpenAct,
    *,
    code: str,
    group: CompetencyGroup,
    name: str,
    indicators: Sequence[str],
    verified: bool,
    from_day: date,
    basis: Basis,
) -> int:
    """Ghi năng lực — of the framework, from a day on; what it said before ends there.

    `verified` is False where the text of the source was not read.
    """
    act.touches_office()
    said, known = tidy_name(name), tidy_name(code).upper()
    levels = [tidy_name(each) for each in indicators]
    made = set_state(
        act, Competency, {"key": known}, from_day, basis,
        faults=competency_faults(known, said, levels),
        group=group, name=said, indicators=levels, verified=verified,
    )  # fmt: skip
    act.says(code=known, name=said)
    return int(made.pk)
