"""Sau phát hành — to whom a paper was sent, envelopes posted, and who used its kept copy."""

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
from thenchot.ground.register.models import Organization
from thenchot.office.documents.models.numbers import Outgoing
from thenchot.office.documents.words import Channel, Right


@keeps_history
class Delivery(Kept):
    """Lần chuyển đến nơi nhận — of one paper, to one recipient, one way; when they said that it came."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy(
        "number", "organization", "recipient", "channel", "sent_on", "received_on"
    )  # fmt: skip

    number = models.ForeignKey(Outgoing, models.PROTECT, related_name="deliveries")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    recipient = VietnameseField()
    channel = models.TextField(choices=Channel.choices())
    sent_on = models.DateField()
    received_on = models.DateField(null=True, blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "recipient", "channel"], name="delivery_once_each_way"
            ),
            models.CheckConstraint(
                condition=~Q(recipient="")
                & Q(channel__in=[each.value for each in Channel])
                & (Q(received_on=None) | Q(received_on__gte=F("sent_on"))),
                name="delivery_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.sent_on:%d/%m/%Y}"


@keeps_history
class Posted(Kept):
    """Lần gửi bưu điện — of one paper, so many envelopes, to whom, on which day."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("number", "organization", "posted_on", "recipients", "envelopes", "note")

    number = models.ForeignKey(Outgoing, models.PROTECT, related_name="postings")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    posted_on = models.DateField()
    recipients = VietnameseField()
    envelopes = models.IntegerField(default=1)
    note = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(recipients="") & Q(envelopes__gte=1), name="posted_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipients} {self.posted_on:%d/%m/%Y}"


@keeps_history
class Loan(Kept):
    """Lần sử dụng bản lưu — of one paper, by whom, by whose leave, and when it came back."""

    SEEN = Seen(str(Right.READ), units=("organization",))
    PRIVACY = no_privacy("number", "organization", "used_on", "returned_on", "note") | {
        "used_by": Privacy.BASIC,
        "allowed_by": Privacy.BASIC,
    }

    number = models.ForeignKey(Outgoing, models.PROTECT, related_name="loans")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    used_on = models.DateField()
    used_by = VietnameseField()
    allowed_by = VietnameseField()
    returned_on = models.DateField(null=True, blank=True)
    note = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=Q(returned_on=None), name="kept_copy_with_one_user"
            ),
            models.CheckConstraint(
                condition=~Q(used_by="")
                & ~Q(allowed_by="")
                & (Q(returned_on=None) | Q(returned_on__gte=F("used_on"))),
                name="loan_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.used_by} {self.used_on:%d/%m/%Y}"
