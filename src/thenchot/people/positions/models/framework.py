"""Khung năng lực — competencies by group, with an indicator for each of five levels, on days."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Fact,
    Seen,
    TemporalKey,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.people.positions.words import CompetencyGroup


@keeps_history
class Competency(Fact):
    """Năng lực — known by its `key`, the code of the framework; whose text was not read in the source says so."""

    SEEN = Seen()
    PRIVACY = no_privacy("key", "group", "name", "indicators", "verified")
    NOT_CORRECTED = frozenset({"indicators"})

    key = models.TextField()
    group = models.TextField(choices=CompetencyGroup.choices())
    name = VietnameseField()
    indicators = ArrayField(models.TextField(), size=5)
    verified = models.BooleanField()

    class Meta:
        constraints = [
            TemporalKey("key", name="competency_one_state_a_day"),
            models.CheckConstraint(
                condition=Q(group__in=[group.value for group in CompetencyGroup])
                & ~Q(key="")
                & ~Q(name="")
                & Q(indicators__len=5),
                name="competency_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)
