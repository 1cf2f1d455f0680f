"""Các dòng để chép — of a scheme, whole, so that another scheme can be written from them."""

from dataclasses import replace

from thenchot.ground.plain.actor import Actor
from thenchot.people.reorganisation.models import Scheme
from thenchot.people.reorganisation.reads.written import steps_of
from thenchot.people.reorganisation.rules.rows import StepRow, Where


def lines_to_copy(*, by: Actor, scheme: int) -> list[StepRow] | None:
    """Mọi dòng — None where there is no such scheme within sight.

    Numbered from 1 without gaps, as they will be in the scheme that takes them: a line that goes
    into a unit founded by another line names that line so.
    """
    if not Scheme.objects.visible_to(by).filter(pk=scheme).exists():
        return None
    steps = steps_of(scheme)
    place = {step.number: number for number, step in enumerate(steps, start=1)}
    return [
        replace(step, number=place[step.number], into=_into(step.into, place)) for step in steps
    ]


def _into(into: Where | None, place: dict[int, int]) -> Where | None:
    if into is None or into.step is None:
        return into
    return Where(into.unit, place.get(into.step))
