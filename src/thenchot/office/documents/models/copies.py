"""Sổ sao văn bản — each copy an organ has certified, with its number, kind and where it went."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models import (
    Instrument,
    Kept,
    Seen,
    SeenQuerySet,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization
from thenchot.office.documents.models.numbers import Series
from thenchot.office.documents.words import CopyKind, Right


@keeps_history
class Copy(Kept):
    """Bản sao — `basis` is the paper copied; each number of the series once, cancelled ones with a reason.

    `copied_from` is the sao y a sao lục was made from, `extract` the part a trích sao gives.
    """

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy(
        "organization", "series", "number", "basis", "kind", "copied_from", "extract", "given_on",
        "recipients", "copies", "note", "cancelled",
    ) | {"signer": Privacy.BASIC}  # fmt: skip

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="papers_copied")
    series = models.ForeignKey(Series, models.PROTECT, related_name="papers_copied")
    number = models.IntegerField()
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    kind = models.TextField(choices=CopyKind.choices())
    copied_from = VietnameseField(default="", blank=True)
    extract = VietnameseField(default="", blank=True)
    given_on = models.DateField()
    signer = VietnameseField()
    recipients = VietnameseField(default="", blank=True)
    copies = models.IntegerField(default=1)
    note = VietnameseField(default="", blank=True)
    cancelled = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="copy_number_given_once"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[each.value for each in CopyKind], number__gte=1, copies__gte=1
                )
                & ~Q(signer=""),
                name="copy_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(kind=CopyKind.WHOLE.value, copied_from="", extract="")
                | (Q(kind=CopyKind.OF_COPY.value, extract="") & ~Q(copied_from=""))
                | (Q(kind=CopyKind.EXTRACT.value, copied_from="") & ~Q(extract="")),
                name="copy_says_what_its_kind_asks",
            ),
        ]

    def __str__(self) -> str:
        return f"bản sao số {self.number:02d}"
