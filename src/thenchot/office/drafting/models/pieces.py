"""Hồ sơ trình — the papers, files and words that go with a draft to whoever decides it."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Instrument,
    Kept,
    SeenQuerySet,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization
from thenchot.office.drafting.models.draft import OF_WRITERS, DraftPaper
from thenchot.office.drafting.words import PieceKind


@keeps_history
class SubmissionPiece(Kept):
    """Tài liệu của hồ sơ trình — a paper of the register, a file or words; taken out, never changed.

    `paper` is no `basis`: putting a paper into a file opens it to nobody. One that is none of the
    three had a file that was removed in an emergency.
    """

    SEEN = OF_WRITERS
    PRIVACY = no_privacy(
        "draft", "unit", "kind", "dated_on", "paper", "file_sha256", "taken_out_on"
    ) | dict.fromkeys(("title", "issuer", "words", "reason"), Privacy.BASIC)

    draft = models.ForeignKey(DraftPaper, models.PROTECT, related_name="pieces")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    kind = models.TextField(choices=PieceKind.choices())
    title = VietnameseField()
    issuer = VietnameseField()
    dated_on = models.DateField(null=True, blank=True)
    paper = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="pieces"
    )
    file_sha256 = models.CharField(max_length=64, default="", blank=True)
    words = VietnameseField(default="", blank=True)
    taken_out_on = models.DateField(null=True, blank=True)
    reason = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["file_sha256"], name="submission_piece_by_file")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in PieceKind])
                & ~Q(title="")
                & ~Q(issuer=""),
                name="submission_piece_is_described",
            ),
            models.CheckConstraint(
                condition=Q(paper=None, file_sha256="")
                | Q(paper=None, words="")
                | Q(file_sha256="", words=""),
                name="submission_piece_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(taken_out_on=None, reason="")
                | (Q(taken_out_on__isnull=False) & ~Q(reason="")),
                name="submission_piece_taken_out_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{PieceKind.of(self.kind).label} {self.title}"
