"""Sổ vị trí việc làm — an identity each, its approved descriptions through time, the one being written."""

from datetime import date

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Fact,
    Kept,
    Seen,
    SeenQuerySet,
    TemporalKey,
    TemporalReference,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register.models import Organization
from thenchot.ground.register.rules import title_faults
from thenchot.people.positions.rules.faults import code_faults
from thenchot.people.positions.words import Right


@keeps_history
class JobPosition(Kept):
    """Vị trí việc làm — the identity that stays while its description changes; never deleted."""

    SEEN = Seen()

    def __str__(self) -> str:
        return f"vị trí việc làm {self.pk}"


@keeps_history
class JobDescription(Fact):
    """Bản mô tả vị trí việc làm — as approved, from a day on; `content` as `rules.content` reads it."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("position", "organization", "job_code", "job_title", "content")
    NOT_CORRECTED = frozenset({"content", "organization"})

    position = models.ForeignKey(JobPosition, models.PROTECT, related_name="descriptions")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="job_descriptions")
    job_code = VietnameseField()
    job_title = VietnameseField()
    content = models.JSONField()

    class Meta:
        constraints = [
            TemporalKey("position", name="job_description_one_a_day"),
            TemporalKey("organization", "job_code", name="job_description_code_is_of_one"),
            TemporalReference(
                "organization",
                to="register.OrganizationSpell.organization",
                name="job_description_while_organization_exists",
            ),
            models.CheckConstraint(
                condition=~Q(job_code="") & ~Q(job_title=""), name="job_description_is_named"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_code} {self.job_title}"

    def faults(self, on: date) -> list[Reason]:
        return [*code_faults(self.job_code, "job_code"), *title_faults(self.job_title, "job_title")]


@keeps_history
class DescriptionDraft(Kept):
    """Bản thảo — of a description not approved yet, one a position; once approved it leaves for history.

    `drafted_by` is the actor as the journal knows them.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy(
        "position", "organization", "job_code", "job_title", "content", "drafted_on"
    ) | dict.fromkeys(("drafted_by", "drafter"), Privacy.BASIC)

    position = models.ForeignKey(JobPosition, models.PROTECT, related_name="drafts")
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="description_drafts"
    )
    job_code = VietnameseField()
    job_title = VietnameseField()
    content = models.JSONField()
    drafted_by = models.TextField()
    drafter = VietnameseField()
    drafted_on = models.DateField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position"], name="description_draft_one_of_a_position"
            ),
            models.UniqueConstraint(
                fields=["organization", "job_code"], name="description_draft_code_is_of_one"
            ),
            models.CheckConstraint(
                condition=~Q(job_code="") & ~Q(job_title=""), name="description_draft_is_named"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_code} {self.job_title}"
