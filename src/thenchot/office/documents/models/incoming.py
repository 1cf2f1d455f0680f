"""Sổ văn bản đến — each paper an organ has received, with its number of the year and how it goes on."""

from django.contrib.postgres.fields import ArrayField
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
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.models import Organization
from thenchot.office.documents.words import Channel, CheckResult, Right, State, Urgency


@keeps_history
class Incoming(Kept):
    """Văn bản đến — `basis` is the paper as printed; `number` runs from 1 in every calendar year.

    `paper_also_required`: the signed paper must follow the electronic one, and did on `paper_on`.
    `due_days`: how many days of work `due_on` was told by. `ended_by` is the paper that answered it.
    `typed_kind`, `typed_abstract`: what this register said of the paper, where the organ that issued it
    numbered it here afterwards in other words. `checked`: what was found before it was numbered; None: not said.
    """

    SEEN = Seen(
        str(Right.READ), units=("organization",), named_in=("documents.Assignment", "incoming")
    )
    PRIVACY = no_privacy(
        "organization", "basis", "year", "number", "arrived_on", "arrived_at", "channel", "urgency",
        "state", "due_on", "due_days", "paper_also_required", "paper_on", "ended_by", "finished_on", "result", "note",
        "typed_kind", "typed_abstract", "checked",
    )  # fmt: skip

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="papers_in")
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    year = models.SmallIntegerField()
    number = models.IntegerField()
    arrived_on = models.DateField()
    arrived_at = models.TimeField(null=True, blank=True)
    channel = models.TextField(choices=Channel.choices())
    urgency = models.TextField(choices=Urgency.choices())
    state = models.TextField(choices=State.choices())
    due_on = models.DateField(null=True, blank=True)
    due_days = models.SmallIntegerField(null=True, blank=True)
    paper_also_required = models.BooleanField(default=False)
    paper_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+"
    )
    finished_on = models.DateField(null=True, blank=True)
    result = VietnameseField(default="", blank=True)
    note = VietnameseField(default="", blank=True)
    checked = ArrayField(models.TextField(), null=True, blank=True)
    typed_kind = models.TextField(null=True, blank=True)  # noqa: DJ001 — rows written before hash alike
    typed_abstract = VietnameseField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("organization", "state", "due_on", name="incoming_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "number"], name="incoming_number_once_a_year"
            ),
            models.UniqueConstraint(
                fields=["organization", "basis"], name="incoming_paper_registered_once"
            ),
            models.CheckConstraint(
                condition=Q(year=F("arrived_on__year")) & Q(number__gte=1),
                name="incoming_number_is_of_its_year",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=[each.value for each in Channel])
                & Q(urgency__in=[each.value for each in Urgency])
                & Q(state__in=[each.value for each in State]),
                name="incoming_words_are_listed",
            ),
            models.CheckConstraint(
                condition=Q(state=State.FINISHED.value, finished_on__gte=F("arrived_on"))
                | (~Q(state=State.FINISHED.value) & Q(finished_on=None, ended_by=None)),
                name="incoming_finished_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(due_days=None) | Q(due_on__isnull=False, due_days__gte=1),
                name="incoming_days_lead_to_a_day",
            ),
            models.CheckConstraint(
                condition=Q(checked=None)
                | Q(checked=[CheckResult.WHOLE.value])
                | (
                    Q(
                        checked__contained_by=[
                            each.value for each in CheckResult if each != CheckResult.WHOLE
                        ]
                    )
                    & ~Q(checked=[])
                ),
                name="incoming_check_is_listed",
            ),
            models.CheckConstraint(
                condition=Q(typed_kind=None, typed_abstract=None)
                | (
                    Q(typed_kind__in=[each.value for each in InstrumentKind])
                    & ~Q(typed_abstract="")
                ),
                name="incoming_typed_words_are_whole",
            ),
            models.CheckConstraint(
                condition=Q(paper_on=None)
                | Q(paper_also_required=True, paper_on__gte=F("arrived_on")),
                name="incoming_paper_follows",
            ),
        ]

    def __str__(self) -> str:
        return f"số đến {self.number}"
