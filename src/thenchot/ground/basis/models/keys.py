"""Khóa một lần — one form, one act, however often it is sent."""

from django.db import models
from django.db.models.functions import Now

from thenchot.ground.basis.models.kept import no_privacy
from thenchot.ground.basis.words import Privacy


class OneTimeKey(models.Model):
    """Khóa một lần — bound to account, act and content; remembers the first answer only."""

    PRIVACY = no_privacy("id", "act", "key", "digest", "entry", "answer", "made_at") | {
        "account": Privacy.BASIC
    }

    account = models.TextField()
    act = models.TextField()
    key = models.TextField()
    digest = models.BinaryField()
    entry = models.UUIDField(null=True)
    answer = models.BigIntegerField(null=True)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="key_used_once"),
        ]
        indexes = [models.Index(fields=["made_at"], name="key_made_at")]

    def __str__(self) -> str:
        return f"{self.act} {self.key}"
