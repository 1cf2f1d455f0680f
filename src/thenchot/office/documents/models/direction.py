"""Bút phê — what a leader said of a paper that came, and what it asks of whom."""

from django.db import models
from django.db.models import F, Q

from thenchot.ground.basis.models import (
    Kept,
    Seen,
    SeenQuerySet,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization, Person
from thenchot.office.documents.models.delegation import Delegation
from thenchot.office.documents.models.incoming import Incoming
from thenchot.office.documents.words import Part, Right


@keeps_history
class Direction(Kept):
    """Ý kiến chỉ đạo — of one leader on one day; `said_by` as printed, `written_by` the actor who wrote it.

    `delegation`: it was said in place of somebody who was away.
    """

    SEEN = Seen(
        str(Right.READ), units=("organization",), named_in=("documents.Assignment", "direction")
    )
    PRIVACY = no_privacy(
        "incoming", "organization", "said_on", "opinion", "delegation"
    ) | dict.fromkeys(("said_by", "written_by"), Privacy.BASIC)

    incoming = models.ForeignKey(Incoming, models.PROTECT, related_name="directions")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="directions")
    said_by = VietnameseField()
    written_by = models.TextField()
    said_on = models.DateField()
    opinion = VietnameseField()
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="directions"
    )

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(said_by="") & ~Q(opinion=""), name="direction_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"ý kiến của {self.said_by}"


@keeps_history
class Assignment(Kept):
    """Phân công xử lý — what one direction asks of one unit or person: part, deadline, receipt, answer.

    `due_days`: how many days of work `due_on` was told by.
    """

    SEEN = Seen(str(Right.READ), units=("organization", "unit"), person="person")
    PRIVACY = no_privacy(
        "direction", "incoming", "organization", "unit", "part", "due_on", "due_days", "received_on", "done_on",
        "answer",
    ) | {"person": Privacy.BASIC}  # fmt: skip

    direction = models.ForeignKey(Direction, models.PROTECT, related_name="assignments")
    incoming = models.ForeignKey(Incoming, models.PROTECT, related_name="assignments")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="papers_assigned"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="papers_assigned"
    )
    part = models.TextField(choices=Part.choices())
    due_on = models.DateField(null=True, blank=True)
    due_days = models.SmallIntegerField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    answer = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["direction", "unit"], name="assignment_once_to_a_unit"),
            models.UniqueConstraint(
                fields=["direction", "person"], name="assignment_once_to_a_person"
            ),
            models.UniqueConstraint(
                fields=["direction"],
                condition=Q(part=Part.LEAD.value),
                name="assignment_one_lead",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, person=None) | Q(unit=None, person__isnull=False),
                name="assignment_is_to_a_unit_or_a_person",
            ),
            models.CheckConstraint(
                condition=Q(part__in=[each.value for each in Part]),
                name="assignment_part_is_listed",
            ),
            models.CheckConstraint(
                condition=~Q(part=Part.KNOW.value) | Q(due_on=None),
                name="assignment_to_know_has_no_deadline",
            ),
            models.CheckConstraint(
                condition=Q(due_days=None) | Q(due_on__isnull=False, due_days__gte=1),
                name="assignment_days_lead_to_a_day",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None)
                | Q(received_on__isnull=False, done_on__gte=F("received_on")),
                name="assignment_done_after_received",
            ),
        ]

    def __str__(self) -> str:
        return Part.of(self.part).label
