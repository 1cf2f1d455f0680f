"""Báo cáo đã chốt — the values as printed, and a mark of every record that stood behind them."""

from django.db import models

from thenchot.figures.indicators.words import Right
from thenchot.ground.basis.models import Kept, Seen, SeenQuerySet, keeps_history, no_privacy
from thenchot.ground.register.models import Organization


@keeps_history
class FrozenReport(Kept):
    """Báo cáo đã chốt — `content` renders alone, without any record; a later freeze is a new number.

    `content` holds the rows as data, `records` for each row the keys and digests of its records.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("organization", "period", "number", "content", "records")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="frozen_reports")
    period = models.TextField()
    number = models.SmallIntegerField()
    content = models.JSONField()
    records = models.JSONField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "period", "number"], name="frozen_report_number_given_once"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="frozen_report_is_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period} ({self.number})"
