"""Đối chiếu người với vị trí — a person's file beside what a description asks."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.register.models import PersonSpell
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.members.models import Membership
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.positions.reads.assessed import Assessed, assessed_on
from thenchot.people.positions.reads.framework import Demanded
from thenchot.people.positions.reads.position import PositionPage
from thenchot.people.positions.rules.fit import (
    FitLine,
    OnFile,
    fit_lines,
    gaps,
    level_outcome,
    levels_missing,
)
from thenchot.people.positions.words import Outcome


@dataclass(frozen=True, slots=True)
class CompetencyFit:
    """Một năng lực — the level asked beside the one assessed (None: not assessed); levels `missing`."""

    asked: Demanded
    assessed: Assessed | None
    outcome: Outcome
    missing: int


@dataclass(frozen=True, slots=True)
class Fit:
    """Đối chiếu — line by line, then competency by competency; `gaps` of both.

    `unassessed` counts what nobody has judged within the reader's reach, and no gap. `papers` are
    those of the qualifications met with.
    """

    person_id: int
    full_name: str
    lines: list[FitLine]
    gaps: int
    competencies: list[CompetencyFit]
    unassessed: int
    papers: list[Paper]

    @property
    def to_assess(self) -> bool:
        """Còn phải đánh giá — some competency was not assessed, or not yet high enough."""
        return any(each.outcome is not Outcome.MET for each in self.competencies)


def fit_of(*, by: Actor, page: PositionPage, person: int, on: date) -> Fit | None:
    """Một người với một vị trí — None where the person is not recorded on the day or out of reach."""
    shown = page.shown
    life = PersonSpell.objects.on(on).visible_to(by).filter(person=person).first()
    if life is None or shown is None:
        return None
    held = Qualification.objects.on(on).visible_to(by).filter(person=person)
    studied = {each.kind: each for each in held.select_related("basis")}
    titles = {kind: each.title for kind, each in studied.items()}
    file = OnFile(
        titles.get(QualificationKind.PROFESSIONAL), titles.get(QualificationKind.POLITICAL),
        _is_member(by, person, on),
    )  # fmt: skip
    lines = fit_lines(shown.content, file)
    competencies = _competencies(by, shown.demands, person, on)
    outcomes = [each.outcome for each in competencies]
    return Fit(
        person, life.full_name, lines, gaps(lines) + outcomes.count(Outcome.GAP), competencies,
        outcomes.count(Outcome.NOT_ASSESSED), [paper(each.basis) for each in studied.values()],
    )  # fmt: skip


def _competencies(by: Actor, demands: list[Demanded], person: int, on: date) -> list[CompetencyFit]:
    held = assessed_on(by=by, person=person, on=on)
    found = []
    for asked in demands:
        assessed = held.get(asked.code)
        reached = assessed.level if assessed else None
        found.append(
            CompetencyFit(
                asked, assessed, level_outcome(asked.level, reached),
                levels_missing(asked.level, reached),
            )
        )  # fmt: skip
    return found


def _is_member(by: Actor, person: int, on: date) -> bool | None:
    """None where a membership there may be is out of the reader's sight."""
    if Membership.objects.on(on).visible_to(by).filter(person=person).exists():
        return True
    return False if by.reach(MembersRight.READ) == EVERYWHERE else None
