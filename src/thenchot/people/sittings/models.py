"""Phiên họp, đợt lấy ý kiến — the submission files put to a body, the votes on each, the slips returned."""

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
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.words import Right
from thenchot.people.sittings.rules import Count
from thenchot.people.sittings.words import Outcome, Said, Way

OF_BODY = Seen(str(Right.READ), units=("organization",))
OF_BODY_OR_WRITERS = Seen(str(Right.READ), units=("organization", "unit"))


@keeps_history
class Sitting(Kept):
    """Phiên họp, đợt lấy ý kiến — of one body of `organization`; `notice` is its notice of conclusion.

    `on_day`: the day they meet; of written slips the last day to return one.
    """

    SEEN = OF_BODY
    PRIVACY = no_privacy("organization", "decider", "way", "on_day", "place", "notice") | {
        "chair": Privacy.BASIC
    }

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="sittings")
    decider = models.TextField(choices=Decider.choices())
    way = models.TextField(choices=Way.choices())
    on_day = models.DateField()
    place = VietnameseField(default="", blank=True)
    chair = VietnameseField()
    notice = models.ForeignKey(
        DraftPaper, models.PROTECT, null=True, blank=True, related_name="concludes"
    )

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "decider", "on_day"],
                condition=Q(way=Way.MEETING.value),
                name="sitting_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(way__in=[each.value for each in Way])
                & Q(decider__in=[each.value for each in Decider if each is not Decider.CENTRE]),
                name="sitting_words_are_listed",
            ),
            models.CheckConstraint(
                condition=~Q(chair="") & (~Q(place="") | ~Q(way=Way.MEETING.value)),
                name="sitting_has_a_place_and_a_chair",
            ),
        ]

    def __str__(self) -> str:
        return f"{Way.of(self.way).label} {self.on_day:%d/%m/%Y}"


@keeps_history
class Item(Kept):
    """Mục của chương trình — one submission file; its votes of all `members` of the body on `voted_on`."""

    SEEN = OF_BODY_OR_WRITERS
    PRIVACY = no_privacy(
        "sitting", "organization", "unit", "draft", "number", "members", "agreed", "against", "silent",
        "voted_on", "outcome", "reason",
    )  # fmt: skip

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="items")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    draft = models.ForeignKey(DraftPaper, models.PROTECT, related_name="items")
    number = models.IntegerField()
    outcome = models.TextField(choices=Outcome.choices())
    members = models.IntegerField(null=True, blank=True)
    agreed = models.IntegerField(null=True, blank=True)
    against = models.IntegerField(null=True, blank=True)
    silent = models.IntegerField(null=True, blank=True)
    voted_on = models.DateField(null=True, blank=True)
    reason = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "draft"], name="item_once_in_a_sitting"),
            models.UniqueConstraint(fields=["sitting", "number"], name="item_number_once"),
            models.UniqueConstraint(
                fields=["draft"], condition=Q(outcome=Outcome.WAITING.value), name="draft_waits_in_one_sitting"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[each.value for each in Outcome]) & Q(number__gte=1),
                name="item_outcome_is_listed",
            ),
            models.CheckConstraint(
                condition=Q(
                    outcome__in=[Outcome.CARRIED.value, Outcome.LOST.value], voted_on__isnull=False,
                    agreed__gte=0, against__gte=0, silent__gte=0,
                    members__gte=F("agreed") + F("against") + F("silent"),
                )
                | Q(
                    outcome__in=[Outcome.WAITING.value, Outcome.POSTPONED.value], voted_on=None,
                    members=None, agreed=None, against=None, silent=None,
                ),
                name="item_votes_go_together",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.POSTPONED.value) | ~Q(reason=""),
                name="item_postponed_for_a_reason",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.draft)

    @property
    def count(self) -> Count | None:
        """Kiểm phiếu — none before the vote."""
        if self.members is None:
            return None
        return Count(self.members, self.agreed or 0, self.against or 0, self.silent or 0)


@keeps_history
class Slip(Kept):
    """Phiếu ý kiến — returned by one member of the body on one item."""

    SEEN = OF_BODY
    PRIVACY = no_privacy("item", "organization", "returned_on") | dict.fromkeys(
        ("person", "said"), Privacy.BASIC
    )

    item = models.ForeignKey(Item, models.PROTECT, related_name="slips")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="slips")
    said = models.TextField(choices=Said.choices())
    returned_on = models.DateField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "person"], name="slip_once"),
            models.CheckConstraint(
                condition=Q(said__in=[each.value for each in Said]), name="slip_is_listed"
            ),
        ]

    def __str__(self) -> str:
        return Said.of(self.said).label
