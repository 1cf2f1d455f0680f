"""Tài khoản và quyền — who signs in, who they are, what they were given, and who types for whom."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper

from thenchot.doors.access.roles import ROLES
from thenchot.doors.access.words import Outcome, Right
from thenchot.ground.basis.models import (
    DayRangeField,
    Kept,
    Seen,
    SeenQuerySet,
    TemporalKey,
    VietnameseField,
    keeps_history,
    no_privacy,
)
from thenchot.ground.basis.words import Privacy
from thenchot.ground.register.models import Organization, Person


class Account(AbstractBaseUser):
    """Tài khoản — a name to sign in with and a secret; everything else about it is a kept fact.

    `epoch` is part of every session's mark: raising it ends all sessions of the account at once.
    """

    PRIVACY = no_privacy("id", "last_login", "epoch") | {
        "username": Privacy.BASIC,
        "password": Privacy.SENSITIVE,
    }
    USERNAME_FIELD = "username"

    username = models.CharField(max_length=150, unique=True)
    epoch = models.PositiveIntegerField(default=0)

    objects = BaseUserManager["Account"]()

    def __str__(self) -> str:
        return self.username

    def end_sessions(self) -> None:
        """Kết thúc mọi phiên — of this account, on their next page."""
        type(self).objects.filter(pk=self.pk).update(epoch=F("epoch") + 1)

    def get_session_auth_hash(self) -> str:
        """Dấu của phiên — changes with the password and with the epoch."""
        return f"{super().get_session_auth_hash()}.{self.epoch}"


class Throttle(models.Model):
    """Nhịp đăng nhập — failed guesses lately, by account, device or address; kept for a day."""

    PRIVACY = no_privacy("id", "failures", "last_at") | {"key": Privacy.BASIC}

    key = models.CharField(max_length=200, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key}: {self.failures}"


class Draft(models.Model):
    """Bản nháp — what an account has typed into a form and not sent yet; kept thirty days."""

    PRIVACY = no_privacy("id", "form", "saved_at") | {
        "account": Privacy.BASIC,
        "boxes": Privacy.BASIC,
    }

    account = models.ForeignKey(Account, models.CASCADE, related_name="drafts")
    form = models.TextField()
    boxes = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "form"], name="draft_one_of_a_form"),
            models.CheckConstraint(condition=Q(form__startswith="/"), name="draft_of_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.form}"


class Upload(models.Model):
    """Tệp đang xem xét — a list handed in and not recorded yet; kept thirty days, like a draft."""

    PRIVACY = no_privacy("id", "form", "saved_at") | dict.fromkeys(
        ("account", "name", "content", "told"), Privacy.BASIC
    )

    account = models.ForeignKey(Account, models.CASCADE, related_name="uploads")
    form = models.TextField()
    name = models.TextField()
    content = models.BinaryField()
    told = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "form"], name="upload_one_of_a_form"),
            models.CheckConstraint(condition=Q(form__startswith="/"), name="upload_of_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.form}"


class SavedView(models.Model):
    """Cách xem đã lưu — the filters of a list under a name its account gave; nobody else sees it."""

    PRIVACY = no_privacy("id", "page") | dict.fromkeys(("account", "name", "query"), Privacy.BASIC)

    account = models.ForeignKey(Account, models.CASCADE, related_name="saved_views")
    page = models.TextField()
    name = VietnameseField()
    query = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "account", "page", Upper("name"), name="saved_view_one_of_a_name"
            ),
            models.CheckConstraint(
                condition=Q(page__startswith="/") & ~Q(name="") & ~Q(query=""),
                name="saved_view_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class OneTimeLink(models.Model):
    """Đường dẫn dùng một lần — sets a first or forgotten password; only the mark of its word is kept."""

    PRIVACY = no_privacy("id", "digest", "until", "used_at", "account")

    account = models.ForeignKey(Account, models.CASCADE, related_name="links")
    digest = models.BinaryField(unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.account_id} {self.until}"


@keeps_history
class Holder(Kept):
    """Chủ tài khoản — whose account it is, on the days it is open; a closed one may do nothing."""

    SEEN = Seen(accounts=("account",))
    PRIVACY = no_privacy("account", "effective") | {
        "printed_name": Privacy.BASIC,
        "person": Privacy.BASIC,
        "reason": Privacy.BASIC,
    }

    account = models.OneToOneField(Account, models.PROTECT, related_name="holder")
    printed_name = VietnameseField()
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    effective = DayRangeField()
    reason = VietnameseField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(printed_name="") & ~Q(reason=""), name="holder_is_described"
            )
        ]

    def __str__(self) -> str:
        return str(self.printed_name)


@keeps_history
class Grant(Kept):
    """Giao quyền — a role, in a unit and all below it (none: the whole office), on days, for a reason."""

    SEEN = Seen(str(Right.READ), units=("unit",), accounts=("account",))
    PRIVACY = no_privacy("role", "unit", "effective") | {
        "account": Privacy.BASIC,
        "reason": Privacy.BASIC,
        "ended_reason": Privacy.BASIC,
    }

    account = models.ForeignKey(Account, models.PROTECT, related_name="grants")
    role = models.TextField()
    unit = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="grants"
    )
    effective = DayRangeField()
    reason = VietnameseField()
    ended_reason = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=sorted(ROLES)) & ~Q(reason=""), name="grant_role_is_listed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.role}"


@keeps_history
class ActingFor(Kept):
    """Nhập thay — a deputy types in the name of a principal, within the principal's own limits."""

    SEEN = Seen(str(Right.READ), accounts=("deputy", "principal"))
    PRIVACY = no_privacy("effective") | dict.fromkeys(
        ("deputy", "principal", "reason", "ended_reason"), Privacy.BASIC
    )

    deputy = models.ForeignKey(Account, models.PROTECT, related_name="types_for")
    principal = models.ForeignKey(Account, models.PROTECT, related_name="typed_for_by")
    effective = DayRangeField()
    reason = VietnameseField()
    ended_reason = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            TemporalKey("deputy", "principal", name="acting_for_once_at_a_time"),
            models.CheckConstraint(
                condition=~Q(deputy=F("principal")) & ~Q(reason=""), name="acting_for_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} > {self.principal}"


@keeps_history
class ApiToken(Kept):
    """Khóa truy cập — another system asks in the name of an account, with some of its rights, to a last day."""

    SEEN = Seen(str(Right.READ), accounts=("account",))
    PRIVACY = no_privacy("name", "rights", "effective") | dict.fromkeys(
        ("account", "reason", "ended_reason"), Privacy.BASIC
    )

    account = models.ForeignKey(Account, models.PROTECT, related_name="tokens")
    name = VietnameseField()
    rights = ArrayField(models.TextField())
    effective = DayRangeField()
    reason = VietnameseField()
    ended_reason = VietnameseField(default="", blank=True)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(reason="") & Q(rights__len__gte=1),
                name="token_is_described",
            ),
            models.CheckConstraint(
                condition=Q(effective__endswith__isnull=False), name="token_has_an_end"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class TokenSecret(models.Model):
    """Chữ của khóa — only its mark is kept; taken by the holder, gone with the end of the token."""

    PRIVACY = no_privacy("id", "token", "digest", "last_used_on")

    token = models.OneToOneField(ApiToken, models.CASCADE, related_name="secret")
    digest = models.BinaryField(unique=True)
    last_used_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.token_id} {self.last_used_on}"


@keeps_history
class Proposal(Kept):
    """Đề nghị giao quyền — the strongest roles wait for a second administrator."""

    SEEN = Seen(str(Right.READ), units=("unit",), accounts=("account", "proposed_by", "decided_by"))
    PRIVACY = no_privacy("role", "unit", "effective", "outcome") | dict.fromkeys(
        ("account", "reason", "proposed_by", "decided_by"), Privacy.BASIC
    )

    account = models.ForeignKey(Account, models.PROTECT, related_name="proposals")
    role = models.TextField()
    unit = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="grant_proposals"
    )
    effective = DayRangeField()
    reason = VietnameseField()
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="proposals_made")
    decided_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="proposals_decided"
    )
    outcome = models.TextField(choices=Outcome.choices(), default=Outcome.WAITING.value)

    objects = SeenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=sorted(ROLES))
                & Q(outcome__in=[outcome.value for outcome in Outcome])
                & ~Q(reason=""),
                name="proposal_is_listed",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.WAITING.value, decided_by=None)
                | ~Q(outcome=Outcome.WAITING.value)
                & Q(decided_by__isnull=False)
                & ~Q(decided_by=F("proposed_by")),
                name="proposal_needs_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.reason}"
