"""Báo biến động — what a cell says has changed, waiting for whoever keeps the register."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

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
from thenchot.people.members.words import LONGEST, OF_A_MEMBER, Answer, Change, Right


@keeps_history
class ReportedChange(Kept):
    """Báo biến động — no fact: the register changes only by the decision recorded after it.

    `reported_by` and `answered_by` are actors as the journal knows them; a withdrawn report leaves
    for history.
    """

    SEEN = Seen(str(Right.READ), units=("cell",))
    PRIVACY = (
        no_privacy("cell", "state", "reported_on", "answered_on")
        | dict.fromkeys(("person", "what", "on_day", "words", "answer"), Privacy.BASIC)
        | dict.fromkeys(("reported_by", "reporter", "answered_by", "answerer"), Privacy.BASIC)
    )

    cell = models.ForeignKey(Organization, models.PROTECT, related_name="reported_changes")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="reported_changes"
    )
    what = models.TextField(choices=Change.choices())
    on_day = models.DateField(null=True, blank=True)
    words = VietnameseField(default="", blank=True)
    reported_by = models.TextField()
    reporter = VietnameseField()
    reported_on = models.DateField()
    state = models.TextField(choices=Answer.choices(), default=Answer.WAITING.value)
    answer = VietnameseField(default="", blank=True)
    answered_by = models.TextField(default="", blank=True)
    answerer = VietnameseField(default="", blank=True)
    answered_on = models.DateField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=[what.value for what in Change])
                & Q(state__in=[state.value for state in Answer]),
                name="reported_change_is_listed",
            ),
            models.CheckConstraint(
                condition=Q(what=Change.ARRIVED.value, person=None)
                | Q(what__in=sorted(what.value for what in OF_A_MEMBER), person__isnull=False)
                | Q(what__in=[Change.WRONG.value, Change.OTHER.value]),
                name="reported_change_names_whom",
            ),
            models.CheckConstraint(
                condition=Q(what__in=sorted(what.value for what in OF_A_MEMBER)) | ~Q(words=""),
                name="reported_change_is_told",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("words"), LONGEST)
                & LessThanOrEqual(Length("answer"), LONGEST),
                name="reported_change_is_short",
            ),
            models.CheckConstraint(
                condition=Q(state=Answer.WAITING.value, answered_by="", answered_on=None, answer="")
                | ~Q(state=Answer.WAITING.value)
                & ~Q(answered_by="")
                & Q(answered_on__isnull=False),
                name="reported_change_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=Answer.RETURNED.value) | ~Q(answer=""),
                name="reported_change_is_returned_with_reason",
            ),
            models.UniqueConstraint(
                fields=["cell", "person", "what"],
                condition=Q(state=Answer.WAITING.value),
                name="reported_change_waits_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{Change.of(self.what).label}: {self.cell}"
