"""Đọc nhật ký — the last lines, as printed."""

from dataclasses import dataclass
from datetime import date, datetime

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import EVERYWHERE, Actor


@dataclass(frozen=True, slots=True)
class JournalLine:
    """Dòng nhật ký — what a page shows of one act."""

    seq: int
    opened_at: datetime
    actor_name: str
    sentence: str
    instrument: str
    reason: str
    hash: str


def journal_lines(*, by: Actor, on: date, most: int = 100) -> list[JournalLine]:
    """Nhật ký — the newest lines first; without the right in the whole office, one's own only."""
    lines = JournalEntry.objects.filter(seq__isnull=False).order_by("-seq")
    if by.reach(Right.READ_JOURNAL) != EVERYWHERE:
        lines = lines.filter(actor_id=by.id)
    return [
        JournalLine(
            line.seq or 0,
            line.opened_at,
            line.actor_name,
            line.sentence or "",
            line.instrument or "",
            line.reason or "",
            bytes(line.hash or b"").hex(),
        )
        for line in lines[:most]
    ]
