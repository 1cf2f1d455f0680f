"""Kệ văn bản còn hiệu lực — papers placed by subject, so that what is in force is found at hand."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Instrument,
    Kept,
    Seen,
    SeenQuerySet,
    keeps_history,
    no_privacy,
)
from thenchot.ground.register.models import Organization
from thenchot.office.documents.words import Subject


@keeps_history
class Shelved(Kept):
    """Văn bản trên kệ — one paper under one subject, placed by `organization`; whether it holds is read.

    Whoever works here reads the shelf; the papers keep their own wall.
    """

    SEEN = Seen(units=("organization",))
    PRIVACY = no_privacy("organization", "paper", "subject")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="papers_shelved")
    paper = models.OneToOneField(Instrument, models.PROTECT, related_name="shelved")
    subject = models.TextField(choices=Subject.choices())

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(subject__in=[each.value for each in Subject]),
                name="shelved_subject_is_listed",
            ),
        ]

    def __str__(self) -> str:
        return Subject.of(self.subject).label
