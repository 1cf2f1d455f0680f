"""Năng lực đã đánh giá — of one person on a day; what of the framework is still to be assessed."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.people.positions.models import PersonCompetency
from thenchot.people.positions.reads.framework import CompetencyLine, framework_on
from thenchot.people.positions.reads.position import position_on
from thenchot.people.positions.words import CompetencyGroup


@dataclass(frozen=True, slots=True)
class Assessed:
    """Đánh giá đang có — the level, since when, by whom and by which paper."""

    level: int
    since: date
    assessor: str
    basis: Paper


def assessed_on(*, by: Actor, person: int, on: date) -> dict[str, Assessed]:
    """Năng lực của một người — by code; those within the reader's reach."""
    held = PersonCompetency.objects.on(on).visible_to(by).filter(person=person)
    return {
        each.competency: Assessed(
            each.level, each.effective.start, each.assessor, paper(each.basis)
        )
        for each in held.select_related("basis")
    }  # fmt: skip


def to_assess(
    *, by: Actor, on: date, person: int | None, position: int | None
) -> list[CompetencyLine]:
    """Còn phải đánh giá — what the position asks and the person was not assessed in, or not yet high
    enough. Without a position the common group, which everybody is assessed in.
    """
    lines = framework_on(by=by, on=on)
    page = position_on(by=by, position=position, on=on) if position else None
    if page is None or page.shown is None:
        return [line for line in lines if line.group is CompetencyGroup.COMMON]
    asked = {each.code: each.level for each in page.shown.demands}
    known = assessed_on(by=by, person=person, on=on) if person else {}
    reached = {code: each.level for code, each in known.items()}
    return [line for line in lines if reached.get(line.code, 0) < asked.get(line.code, 0)]
