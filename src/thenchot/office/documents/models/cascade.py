"""Giao cấp dưới ban hành — what a paper asks of lower units, and what each of them has issued."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value

from thenchot.ground.basis.models import (
    Instrument,
    Kept,
    Seen,
    SeenQuerySet,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.models import Organization
from thenchot.office.documents.models.relation import Relation
from thenchot.office.documents.words import RelationKind, Right, Verdict


@keeps_history
class Cascade(Kept):
    """Việc giao ban hành — a paper of `kind` that implements `directive`, of every unit asked, by `due_on`.

    Whoever works here reads that something is asked; of whom, and by which paper, stands in `Asked`.
    """

    SEEN = Seen(units=("organization",))
    PRIVACY = no_privacy("organization", "directive", "kind", "given_on", "due_on")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="cascades")
    directive = models.ForeignKey(Instrument, models.PROTECT, related_name="cascades")
    kind = models.TextField(choices=InstrumentKind.choices())
    given_on = models.DateField()
    due_on = models.DateField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in InstrumentKind]),
                name="cascade_kind_is_listed",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("given_on")), name="cascade_due_after_given"
            ),
        ]

    def __str__(self) -> str:
        return InstrumentKind.of(self.kind).label


def _issued_and_stands(paper: str, on: date) -> Any:
    """Asked of the database, which answers alike whoever asks."""
    asked = (F(paper), Value(on, output_field=models.DateField()))
    return Func(*asked, function="documents_issued_and_stands", output_field=models.BooleanField())


class AskedQuerySet(SeenQuerySet["Asked"]):
    """Các đơn vị được giao."""

    def with_papers(self, on: date) -> Self:
        """Kèm văn bản của đơn vị — `proof` of its own that implements the directive; `earlier` than it.

        An earlier one implements what the directive itself implements or rests on. Each was issued by the day, and
        is not cancelled, annulled, repealed, replaced or recalled.
        """
        own = Relation.objects.filter(
            _issued_and_stands("paper", on), kind=RelationKind.IMPLEMENTS, own=True, organization=OuterRef("unit"),
            paper__kind=OuterRef("cascade__kind"), paper__annulled_by=None,
            paper__issued_on__isnull=False,
        ).order_by("paper__issued_on", "paper")  # fmt: skip
        above = Relation.objects.filter(
            kind__in=(RelationKind.IMPLEMENTS, RelationKind.BASIS),
            paper=OuterRef(OuterRef("cascade__directive")),
        ).values("to")
        proof = own.filter(to=OuterRef("cascade__directive"))
        before = own.filter(
            to__in=above, paper__issued_on__lt=OuterRef("cascade__directive__issued_on")
        )
        return self.annotate(
            proof=Subquery(proof.values("paper")[:1]),
            proof_on=Subquery(proof.values("paper__issued_on")[:1]),
            earlier=Subquery(before.values("paper")[:1]),
        )


@keeps_history
class Asked(Kept):
    """Đơn vị được giao — `basis` is the paper that asks it; `ended_by` the one it had before.

    `verdict` is a person's word on the earlier paper, with its reason; `reminded_on` the last reminder.
    """

    SEEN = Seen(str(Right.READ), units=("organization", "unit"))
    PRIVACY = no_privacy(
        "cascade", "organization", "unit", "basis", "ended_by", "verdict", "reason", "judged_on",
        "reminded_on",
    )  # fmt: skip

    cascade = models.ForeignKey(Cascade, models.PROTECT, related_name="asked")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="papers_owed")
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+"
    )
    verdict = models.TextField(choices=Verdict.choices(), default="", blank=True)
    reason = VietnameseField(default="", blank=True)
    judged_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    objects = AskedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cascade", "unit"], name="asked_once_of_a_unit"),
            models.CheckConstraint(
                condition=Q(verdict="", ended_by=None, reason="", judged_on=None)
                | (
                    Q(verdict__in=[each.value for each in Verdict])
                    & Q(ended_by__isnull=False, judged_on__isnull=False)
                    & ~Q(reason="")
                ),
                name="asked_judged_with_paper_and_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"đơn vị {self.unit_id}"
