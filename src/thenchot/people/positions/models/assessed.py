"""Năng lực của người — a competency of the framework as it was last assessed, from the day of the assessment."""

from datetime import date

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Fact,
    Seen,
    TemporalKey,
    TemporalReference,
    VietnameseField,
    keeps_history,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register.models import Person
from thenchot.people.positions.rules.assessing import assessor_faults, level_faults
from thenchot.people.positions.rules.faults import LEVELS
from thenchot.people.positions.words import Right


@keeps_history
class PersonCompetency(Fact):
    """Năng lực của một người — its code in the framework, the level from 1 to 5, who assessed it.

    The code refers to no row: a framework may be replaced, and what was assessed stays so.
    """

    SEEN = Seen(str(Right.READ), person="person", by="file")
    PRIVACY = dict.fromkeys(("person", "competency", "level", "assessor"), Privacy.BASIC)

    person = models.ForeignKey(Person, models.PROTECT, related_name="competencies")
    competency = models.TextField()
    level = models.IntegerField()
    assessor = VietnameseField()

    class Meta:
        constraints = [
            TemporalKey("person", "competency", name="person_competency_one_a_day"),
            TemporalReference(
                "person",
                to="register.PersonSpell.person",
                name="person_competency_while_person_recorded",
            ),
            models.CheckConstraint(
                condition=Q(level__gte=LEVELS[0])
                & Q(level__lte=LEVELS[-1])
                & ~Q(competency="")
                & ~Q(assessor=""),
                name="person_competency_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"năng lực {self.competency}: {self.level}"

    def faults(self, on: date) -> list[Reason]:
        return [*level_faults(self.level), *assessor_faults(self.assessor)]
