"""Đọc nhật ký — the last lines, as printed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.labels import Labelled


@dataclass(frozen=True, slots=True)
class JournalLine:
    """Dòng nhật ký — what a page shows of one act."""

    seq: int
    act: str
    opened_at: datetime
    actor_name: str
    sentence: str
    instrument: str
    reason: str
    hash: str


def lines_found(
    *, by: Actor, words: str = "", actor: str = "", paper: str = "", act: str = "",
    since: date | None = None, until: date | None = None, after: int = 0, most: int = 50,
) -> tuple[list[JournalLine], bool]:  # fmt: skip
    """Tìm trong nhật ký — newest first, and whether older ones follow.

    `words` each stand in the sentence or the reason, `actor` in the printed name, `paper` in the
    paper; `act` is the name a line gives; `since` and `until` are days of the real clock.
    """
    lines = _readable(by)
    for word in words.split():
        lines = lines.filter(Q(sentence__icontains=word) | Q(reason__icontains=word))
    if actor:
        lines = lines.filter(actor_name__icontains=actor)
    if paper:
        lines = lines.filter(instrument__icontains=paper)
    if act:
        lines = lines.filter(act=act)
    if since:
        lines = lines.filter(opened_at__date__gte=since)
    if until:
        lines = lines.filter(opened_at__date__lte=until)
    found = [_line(line) for line in lines.order_by("-seq")[after : after + most + 1]]
    return found[:most], len(found) > most


def lines_of(*, by: Actor, entries: Iterable[UUID]) -> dict[UUID, JournalLine]:
    """Dòng của những việc này — those `by` may read."""
    wanted = list(entries)
    return {line.id: _line(line) for line in _readable(by).filter(id__in=wanted)} if wanted else {}


@dataclass(frozen=True, slots=True)
class Recorded:
    """Ai ghi, lúc nào — of an act whose words belong to those who read the journal."""

    actor_name: str
    at: datetime


def recorded_since(
    *, by: Actor, right: Labelled, since: datetime, units: Collection[int]
) -> list[Recorded]:
    """Người khác đã ghi — acts of others since then in these units, where `by` holds the same right.

    At most three, latest first, of the last day; asked in the name of `by` by the database itself.
    """
    told = [unit for unit in units if by.may(right, unit)]
    if not told:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actor_name, opened_at FROM basis_recorded_since(%s, %s, %s)",
            [right.value, since, told],
        )
        return [Recorded(*row) for row in cursor.fetchall()]


def _readable(by: Actor) -> QuerySet[JournalEntry]:
    lines = JournalEntry.objects.filter(seq__isnull=False)
    everywhere = by.reach(Right.READ_JOURNAL) == EVERYWHERE
    return lines if everywhere else lines.filter(actor_id=by.id)


def _line(line: JournalEntry) -> JournalLine:
    return JournalLine(
        line.seq or 0,
        line.act,
        line.opened_at,
        line.actor_name,
        line.sentence or "",
        line.instrument or "",
        line.reason or "",
        bytes(line.hash or b"").hex(),
    )
