"""Nhật ký — the append-only chain of acts. Written only by the database's own functions."""

from django.db import models
from django.db.models import Q

from thenchot.ground.basis.models.kept import no_privacy
from thenchot.ground.basis.words import Privacy


class JournalEntry(models.Model):
    """Dòng nhật ký — one act: who, what, in which scope, on which paper, with which effect.

    `seq`, `prev` and `hash` are set when the act closes; no foreign key leaves this table.
    """

    PRIVACY = no_privacy(
        "id", "act", "opened_at", "scope", "instrument", "digest", "seq", "prev", "hash"
    ) | dict.fromkeys(("actor_id", "actor_name", "sentence", "reason"), Privacy.BASIC)

    id = models.UUIDField(primary_key=True, editable=False)
    act = models.TextField()
    actor_id = models.TextField()
    actor_name = models.TextField()
    opened_at = models.DateTimeField()
    scope = models.TextField(null=True)  # noqa: DJ001 — null until the act closes
    instrument = models.TextField(null=True)  # noqa: DJ001
    sentence = models.TextField(null=True)  # noqa: DJ001
    reason = models.TextField(null=True)  # noqa: DJ001
    digest = models.BinaryField(null=True)
    seq = models.BigIntegerField(null=True, unique=True)
    prev = models.BinaryField(null=True)
    hash = models.BinaryField(null=True)

    class Meta:
        ordering = ["-seq"]
        indexes = [
            models.Index(fields=["opened_at"], name="journal_opened_at"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(seq=None) | Q(prev__isnull=False, hash__isnull=False),
                name="journal_numbered_lines_are_chained",
            )
        ]

    def __str__(self) -> str:
        return f"{self.seq or '…'} {self.sentence or self.act}"


class JournalChange(models.Model):
    """Thay đổi — one row changed by an act: table, key, operation, SHA-256 of the row."""

    PRIVACY = no_privacy("id", "entry", "table_name", "key", "operation", "digest")

    id = models.BigAutoField(primary_key=True)
    entry = models.UUIDField(db_index=True)
    table_name = models.TextField()
    key = models.BigIntegerField()
    operation = models.CharField(max_length=1)
    digest = models.BinaryField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["table_name", "key", "id"], name="journal_change_of_row")]

    def __str__(self) -> str:
        return f"{self.operation} {self.table_name} {self.key}"


class ChainHead(models.Model):
    """Đầu chuỗi — number and hash of the last line; one row, locked for an instant per act."""

    PRIVACY = no_privacy("id", "seq", "hash")

    id = models.SmallIntegerField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="chain_has_one_head")]

    def __str__(self) -> str:
        return f"{self.seq}"
