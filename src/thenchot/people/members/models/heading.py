"""Tên cột đã học — what the office has said its own headings mean, so that it is asked once."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import Kept, Seen, SeenQuerySet, keeps_history, no_privacy
from thenchot.people.members.words import ListColumn


@keeps_history
class Heading(Kept):
    """Tên cột — `heading` without marks and signs, and the column of a member list it stands for."""

    SEEN = Seen()
    PRIVACY = no_privacy("heading", "column")

    heading = models.TextField()
    column = models.TextField(choices=ListColumn.choices())

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["heading"], name="heading_said_once"),
            models.CheckConstraint(condition=~Q(heading=""), name="heading_is_said"),
            models.CheckConstraint(
                condition=Q(column__in=[column.value for column in ListColumn]),
                name="heading_column_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {ListColumn.of(self.column).label}"
