"""Hồ sơ công việc — how long each group is kept, the dossiers of a year, the papers in each."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Fact,
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
from thenchot.ground.register.models import Organization
from thenchot.office.documents.words import DossierState, Right


@keeps_history
class Retention(Fact):
    """Thời hạn bảo quản — of a group of dossiers, in years; none: for ever. As its paper sets it."""

    SEEN = Seen()
    PRIVACY = no_privacy("subject", "keep_years", "clause", "verified")

    subject = VietnameseField()
    keep_years = models.SmallIntegerField(null=True, blank=True)
    clause = VietnameseField(default="", blank=True)
    verified = models.BooleanField()

    class Meta:
        constraints = [
            TemporalKey("subject", name="retention_one_a_day"),
            models.CheckConstraint(
                condition=~Q(subject="") & (Q(keep_years=None) | Q(keep_years__gte=1)),
                name="retention_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)


@keeps_history
class Dossier(Kept):
    """Hồ sơ — a line of a unit's list of a year, set by `basis`; opened, kept and closed.

    `subject` and `keep_years` are what the table of retention said when it was listed, then when it
    was closed; no years: for ever.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy(
        "organization", "basis", "year", "code", "heading", "title", "subject", "keep_years", "state",
        "opened_on", "closed_on", "note",
    ) | {"keeper": Privacy.BASIC}  # fmt: skip

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="dossiers")
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    year = models.SmallIntegerField()
    code = VietnameseField()
    heading = VietnameseField(default="", blank=True)
    title = VietnameseField()
    subject = VietnameseField()
    keep_years = models.SmallIntegerField(null=True, blank=True)
    keeper = VietnameseField(default="", blank=True)
    state = models.TextField(choices=DossierState.choices(), default=DossierState.LISTED.value)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    note = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "code"], name="dossier_code_once_a_year"
            ),
            models.CheckConstraint(
                condition=~Q(code="")
                & ~Q(title="")
                & ~Q(subject="")
                & (Q(keep_years=None) | Q(keep_years__gte=1)),
                name="dossier_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=DossierState.LISTED.value, opened_on=None, closed_on=None)
                | Q(state=DossierState.OPEN.value, opened_on__isnull=False, closed_on=None)
                | Q(state=DossierState.CLOSED.value, closed_on__gte=F("opened_on")),
                name="dossier_days_follow_its_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


@keeps_history
class Filed(Kept):
    """Văn bản trong hồ sơ — `basis` is the paper; `sheets` how many sheets it has, if counted."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("dossier", "organization", "basis", "sheets", "filed_on", "note")

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="papers")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    sheets = models.IntegerField(null=True, blank=True)
    filed_on = models.DateField()
    note = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "basis"], name="paper_filed_once"),
            models.CheckConstraint(
                condition=Q(sheets=None) | Q(sheets__gte=1), name="filed_sheets_from_one"
            ),
        ]

    def __str__(self) -> str:
        return "văn bản trong hồ sơ"
