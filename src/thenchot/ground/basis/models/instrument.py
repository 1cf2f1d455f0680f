"""Văn bản căn cứ — the paper as printed; it points to nobody but other papers."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from thenchot.ground.basis.models.fields import VietnameseField
from thenchot.ground.basis.models.kept import Kept, keeps_history, no_privacy
from thenchot.ground.basis.models.seen import PapersSeen, SeenQuerySet
from thenchot.ground.basis.words import PUBLIC_KINDS, InstrumentKind, Privacy


@keeps_history
class Instrument(Kept):
    """Văn bản căn cứ — kind, number-and-sign, issuer and signer as printed, its days.

    Identity is number-and-sign + issuer + issue day: numbers repeat every term and province.
    The day may be unknown (year only) until an act completes it. `kept_by` is the organization in
    whose register it stands (a plain id: this floor knows no organizations); none: the office's.
    """

    SEEN = PapersSeen(right="basis.xem_van_ban", public=tuple(map(str, PUBLIC_KINDS)))

    PRIVACY = no_privacy(
        "kind", "number_sign", "issuer", "issued_year", "issued_on", "effect_on", "file_sha256",
        "annulled_by", "repealed_by", "repealed_from", "kept_by",
    ) | {"signer": Privacy.BASIC, "abstract": Privacy.BASIC}  # fmt: skip

    kind = models.TextField(choices=InstrumentKind.choices())
    number_sign = VietnameseField()
    issuer = VietnameseField()
    signer = VietnameseField(default="", blank=True)
    issued_year = models.SmallIntegerField()
    issued_on = models.DateField(null=True, blank=True)
    effect_on = models.DateField(null=True, blank=True)
    abstract = VietnameseField()
    file_sha256 = models.CharField(max_length=64, default="", blank=True)
    annulled_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="annuls"
    )
    repealed_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeals"
    )
    repealed_from = models.DateField(null=True, blank=True)
    kept_by = models.BigIntegerField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["file_sha256"], name="instrument_by_file"),
            models.Index(Upper("number_sign"), name="instrument_by_number"),
        ]
        constraints = [
            models.UniqueConstraint(
                "number_sign",
                "issuer",
                "issued_year",
                "issued_on",
                name="instrument_recorded_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(issued_on=None) | Q(issued_on__year=F("issued_year")),
                name="instrument_year_is_of_its_day",
            ),
            models.CheckConstraint(
                condition=Q(repealed_by=None, repealed_from=None)
                | Q(repealed_by__isnull=False, repealed_from__isnull=False),
                name="instrument_repeal_has_paper_and_day",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in InstrumentKind]),
                name="instrument_kind_is_listed",
            ),
            models.CheckConstraint(
                condition=~Q(number_sign="") & ~Q(issuer="") & ~Q(abstract=""),
                name="instrument_is_described",
            ),
        ]

    def __str__(self) -> str:
        return self.as_printed()

    def as_printed(self) -> str:
        """Như trên giấy — "Quyết định số 15-QĐ/TU, 03/02/2025"; the year where no day is known.

        A paper known by its name, such as the Charter, has no number to say.
        """
        when = f"{self.issued_on:%d/%m/%Y}" if self.issued_on else f"năm {self.issued_year}"
        kind = InstrumentKind.of(self.kind).label
        if self.number_sign.startswith(kind):
            return f"{self.number_sign}, {when}"
        return f"{kind} số {self.number_sign}, {when}"
