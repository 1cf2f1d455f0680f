"""Quan hệ giữa văn bản — what a paper does to another one, held here or only cited."""

from django.db import models
from django.db.models import F, Q

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
from thenchot.office.documents.words import DATED, IN_PART, RelationKind


@keeps_history
class Relation(Kept):
    """Quan hệ — `paper` does `kind` to `to`; papers joined in this way never make a circle.

    `to` is empty until the paper named in `cited` stands in the register; the database joins them
    when it is registered with `cited_sign` and `cited_on`. `part`: the articles meant, "" for the
    whole. `from_day`: of what changes or ends the other. `organization` keeps the note; `own`: the
    paper is that organ's own. Whoever works here reads it, since what is in force must not depend on
    who asks; the papers keep their own wall.
    """

    SEEN = Seen(units=("organization",))
    PRIVACY = no_privacy(
        "organization", "paper", "kind", "to", "cited_sign", "cited_on", "part", "from_day", "own"
    ) | {"cited": Privacy.BASIC}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="paper_relations")
    paper = models.ForeignKey(Instrument, models.PROTECT, related_name="relations")
    kind = models.TextField(choices=RelationKind.choices())
    to = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="relations_from"
    )
    cited = VietnameseField(default="", blank=True)
    cited_sign = models.TextField(default="", blank=True)
    cited_on = models.DateField(null=True, blank=True)
    part = VietnameseField(default="", blank=True)
    from_day = models.DateField(null=True, blank=True)
    own = models.BooleanField(default=False)

    objects = SeenQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("cited_sign", "cited_on", name="relation_by_citation")]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "kind", "to", "part"], name="relation_recorded_once"
            ),
            models.UniqueConstraint(
                fields=["paper", "kind", "cited", "part"],
                condition=Q(to=None),
                name="relation_cited_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in RelationKind]),
                name="relation_kind_is_listed",
            ),
            models.CheckConstraint(
                condition=Q(to__isnull=False) | ~Q(cited=""), name="relation_names_a_paper"
            ),
            models.CheckConstraint(
                condition=Q(to=None) | ~Q(to=F("paper")), name="relation_is_of_two_papers"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in DATED], from_day__isnull=False)
                | (~Q(kind__in=[kind.value for kind in DATED]) & Q(from_day=None)),
                name="relation_has_a_day_where_it_changes",
            ),
            models.CheckConstraint(
                condition=Q(part="") | Q(kind__in=[kind.value for kind in IN_PART]),
                name="relation_in_part_where_it_may",
            ),
        ]

    def __str__(self) -> str:
        return RelationKind.of(self.kind).label
