"""Tầm nhìn — the projections row policies look into: who reaches which unit, who belongs where.

All are kept by triggers of the database (`migrations/sql/sight.sql`, `access`), with plain ids, so
that policies of every floor may ask them. Nobody writes them from Python.
"""

from django.db import models
from django.db.models.functions import Now

from thenchot.ground.basis.models.fields import VietnameseField
from thenchot.ground.basis.models.kept import Kept, keeps_history, no_privacy
from thenchot.ground.basis.words import Privacy


class Scope(models.Model):
    """Phạm vi — on which days an actor holds a role in a unit; no unit: in the whole office.

    A grant met with the tree through time, former units by their successors included.
    """

    PRIVACY = no_privacy("id", "role", "unit", "from_day", "until_day") | {"actor": Privacy.BASIC}

    actor = models.TextField()
    role = models.TextField()
    unit = models.BigIntegerField(null=True)
    from_day = models.DateField()
    until_day = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["actor", "role"], name="scope_of_actor"),
            models.Index(fields=["unit"], name="scope_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.role} {self.unit}"


class RoleRight(models.Model):
    """Quyền của vai — which rights a role carries, as `access/roles.py` says it."""

    PRIVACY = no_privacy("id", "role", "code")

    role = models.TextField()
    code = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "role"], name="role_right_said_once")
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.code}"


class Own(models.Model):
    """Hồ sơ của chính mình — the person an actor is, on the days of a role that opens the own file."""

    PRIVACY = no_privacy("id", "from_day", "until_day") | {
        "actor": Privacy.BASIC,
        "person": Privacy.BASIC,
    }

    actor = models.TextField(db_index=True)
    person = models.BigIntegerField()
    from_day = models.DateField()
    until_day = models.DateField()

    def __str__(self) -> str:
        return f"{self.actor} {self.person}"


class Tie(models.Model):
    """Gắn bó — a person and a unit that has or had to do with them, by cell, work or post.

    `sight_until`: the unit still answers for the person's file until the next tie of that kind
    begins (`infinity` where none does); a mere record counts until any other tie begins.
    """

    PRIVACY = no_privacy("id", "source", "key", "unit", "from_day", "until_day", "sight_until") | {
        "person": Privacy.BASIC
    }

    source = models.TextField()
    key = models.BigIntegerField()
    person = models.BigIntegerField()
    unit = models.BigIntegerField()
    from_day = models.DateField()
    until_day = models.DateField()
    sight_until = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["unit", "person"], name="tie_of_unit"),
            models.Index(fields=["person"], name="tie_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.unit} {self.source}"


class PaperUse(models.Model):
    """Chỗ dùng của văn bản — which units and people a paper speaks of, and the right to see that.

    Without unit and person: the paper itself, in the register of the whole office.
    """

    PRIVACY = no_privacy("id", "paper", "code", "unit") | {"person": Privacy.BASIC}

    paper = models.BigIntegerField()
    code = models.TextField()
    unit = models.BigIntegerField(null=True)
    person = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "code", "unit", "person"],
                name="paper_use_said_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.paper} {self.code}"


@keeps_history
class Disclosure(Kept):
    """Lần mở thông tin nhạy cảm — by whom, what kind, of whom (none: the list), and why.

    It opens for half an hour by the real clock; the journal keeps it for ever.
    """

    PRIVACY = no_privacy("kind", "opened_at") | {
        "actor": Privacy.BASIC,
        "person": Privacy.BASIC,
        "reason": Privacy.BASIC,
    }

    actor = models.TextField()
    kind = models.TextField()
    person = models.BigIntegerField(null=True, blank=True)
    reason = VietnameseField()
    opened_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="disclosure_has_a_reason")
        ]
        indexes = [models.Index(fields=["actor", "kind"], name="disclosure_of_actor")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.reason}"
