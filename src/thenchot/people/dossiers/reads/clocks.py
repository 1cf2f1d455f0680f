"""Đồng hồ của một sự việc — what every kind of due is told as, before names and papers are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.text import Sentence
from thenchot.people.dossiers.words import DueKind


@dataclass(frozen=True, slots=True)
class Window:
    """Khoảng được hỏi — the day it is asked on, the last day ahead, and the limits in force."""

    on: date
    until: date
    limits: Mapping[Labelled, Limit]

    def limit(self, key: Labelled) -> Limit | None:
        """Mức của quy định — None where none is recorded for the day: then nothing falls due."""
        return self.limits.get(key)

    def coming(self, due: date) -> bool:
        """Còn trước mặt — from the day asked on to the last day ahead."""
        return self.on <= due <= self.until


@dataclass(frozen=True, slots=True)
class Clock:
    """Việc đến hạn — in which unit, of whom (None: of the unit itself), by which day (None: no day).

    `said` tells what the day is counted from; `basis` is the paper of that fact, where it is
    known before the sheet is read.
    """

    kind: DueKind
    due: date | None
    unit: int
    person: int | None
    said: Sentence
    basis: int | None = None

    def order(self) -> tuple[date, int, int]:
        """Thứ tự — the soonest first, what has no day last."""
        return self.due or date.max, self.unit, self.person or 0
