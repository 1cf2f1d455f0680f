"""Khung năng lực trong ngày — the competencies in force, group by group."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.people.positions.models import Competency
from thenchot.people.positions.rules.content import Demand
from thenchot.people.positions.words import CompetencyGroup


@dataclass(frozen=True, slots=True)
class CompetencyLine:
    """Năng lực — with its five indicators; `verified` is False where the source was not read."""

    id: int
    code: str
    group: CompetencyGroup
    name: str
    indicators: list[str]
    verified: bool
    days: DayRange
    basis: Paper


@dataclass(frozen=True, slots=True)
class Demanded:
    """Năng lực cần có — its name and the indicator of the level asked; the code alone where it is gone."""

    code: str
    name: str
    group: CompetencyGroup | None
    level: int
    indicator: str


def framework_on(*, by: Actor, on: date) -> list[CompetencyLine]:
    """Khung năng lực — on the day, in the order of groups and codes."""
    groups = list(CompetencyGroup)
    held = Competency.objects.on(on).visible_to(by).select_related("basis")
    lines = [
        CompetencyLine(
            each.pk, each.key, CompetencyGroup.of(each.group), each.name, list(each.indicators),
            each.verified, each.effective, paper(each.basis),
        )
        for each in held
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (groups.index(line.group), natural_key(line.code)))


def demanded(demands: tuple[Demand, ...], framework: list[CompetencyLine]) -> list[Demanded]:
    """Năng lực của một bản mô tả — in the words of the framework, in its order."""
    asked = {each.competency: each.level for each in demands}
    known = {line.code for line in framework}
    named = [
        Demanded(line.code, line.name, line.group, level, line.indicators[level - 1])
        for line in framework
        if (level := asked.get(line.code))
    ]
    gone = [Demanded(code, code, None, asked[code], "") for code in asked if code not in known]
    return named + gone
