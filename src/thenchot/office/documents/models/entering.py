"""Loại không nhập — kinds of papers that are kept out of the registers here, as a paper says."""

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


@keeps_history
class NotEntered(Fact):
    """Loại văn bản không nhập — named by `subject`; `kept_out` is False from the day it is entered again."""

    SEEN = Seen()
    PRIVACY = no_privacy("subject", "kept_out", "clause", "verified")

    subject = VietnameseField()
    kept_out = models.BooleanField()
    clause = VietnameseField(default="", blank=True)
    verified = models.BooleanField()

    class Meta:
        constraints = [
            TemporalKey("subject", name="not_entered_one_a_day"),
            models.CheckConstraint(condition=~Q(subject=""), name="not_entered_is_named"),
        ]

    def __str__(self) -> str:
        return str(self.subject)
