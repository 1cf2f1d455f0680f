"""Chỉ tiêu được giao và số liệu nhập — facts about figures, each with its paper."""

from django.db import models
from django.db.models import Q

from thenchot.figures.indicators.words import EnteredFigure, Right
from thenchot.ground.basis.models import (
    Fact,
    Seen,
    TemporalKey,
    TemporalReference,
    keeps_history,
    no_privacy,
)
from thenchot.ground.register.models import Organization


@keeps_history
class Target(Fact):
    """Chỉ tiêu được giao — how much of an indicator a unit is to reach in a year (`effective`)."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("organization", "indicator", "value")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="targets")
    indicator = models.TextField()
    value = models.BigIntegerField()

    class Meta:
        constraints = [
            TemporalKey("organization", "indicator", name="target_one_a_year"),
            models.CheckConstraint(condition=Q(value__gte=1), name="target_is_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


@keeps_history
class Entered(Fact):
    """Số liệu nhập — what a unit's owner body reported for the days of a period (`effective`).

    `at_least`: the paper says "more than", so the value is a lower bound. `figure` is a word of
    `EnteredFigure`, not a closed list of the table: a figure more needs no migration.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("organization", "figure", "value", "at_least")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="entered_figures")
    figure = models.TextField()
    value = models.BigIntegerField()
    at_least = models.BooleanField(default=False)

    class Meta:
        constraints = [
            TemporalKey("organization", "figure", name="entered_once_a_period"),
            TemporalReference(
                "organization",
                to="register.OrganizationSpell.organization",
                name="entered_while_organization_exists",
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="entered_is_not_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{EnteredFigure.of(self.figure).label}: {self.value}"
