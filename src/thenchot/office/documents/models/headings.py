"""Tên cột sổ đã học — what the headings of another system's register mean, so that it is asked once."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import Kept, Seen, SeenQuerySet, keeps_history, no_privacy
from thenchot.office.documents.words import RegisterColumn


@keeps_history
class RegisterHeading(Kept):
    """Tên cột — `heading` without marks and signs, and the column of a register it stands for."""

    SEEN = Seen()
    PRIVACY = no_privacy("heading", "column")

    heading = models.TextField()
    column = models.TextField(choices=RegisterColumn.choices())

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["heading"], name="register_heading_said_once"),
            models.CheckConstraint(
                condition=~Q(heading="")
                & Q(column__in=[column.value for column in RegisterColumn]),
                name="register_heading_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {RegisterColumn.of(self.column).label}"
