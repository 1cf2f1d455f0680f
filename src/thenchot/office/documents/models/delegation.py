"""Ủy quyền khi vắng — who directs in place of whom, in one organ, from day to day."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    DayRangeField,
    Instrument,
    Kept,
    Seen,
    SeenQuerySet,
    TemporalKey,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization, Person
from thenchot.office.documents.words import Right


@keeps_history
class Delegation(Kept):
    """Ủy quyền — `giver` is away, `delegate` directs in their place; names as they were on that day.

    `paper` is the one it rests on, where there is one. Ended early, it keeps the reason.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("organization", "effective", "paper", "ended_reason") | dict.fromkeys(
        ("giver", "giver_name", "delegate", "delegate_name"), Privacy.BASIC
    )

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="delegations")
    giver = models.ForeignKey(Person, models.PROTECT, related_name="delegations_given")
    giver_name = VietnameseField()
    delegate = models.ForeignKey(Person, models.PROTECT, related_name="delegations_held")
    delegate_name = VietnameseField()
    effective = DayRangeField()
    paper = models.ForeignKey(Instrument, models.PROTECT, null=True, blank=True, related_name="+")
    ended_reason = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            TemporalKey("organization", "giver", name="delegation_one_at_a_time"),
            models.CheckConstraint(
                condition=~Q(giver=F("delegate"))
                & ~Q(giver_name="")
                & ~Q(delegate_name="")
                & Q(effective__endswith__isnull=False),
                name="delegation_is_to_another_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delegate_name} thay {self.giver_name}"
