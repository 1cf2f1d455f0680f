"""Câu hỏi về lịch làm việc — the exchanged days, for counting and for reading."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import ExchangedDay
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.working_days import Exchanged


@dataclass(frozen=True, slots=True)
class ExchangedLine:
    """Một ngày hoán đổi — worked or off, by which paper."""

    day: date
    works: bool
    paper: Paper


def exchanged_days() -> Exchanged:
    """Ngày hoán đổi — as the rules of working days take them. Runs one statement."""
    told = dict(ExchangedDay.objects.values_list("day", "works"))
    return Exchanged(
        frozenset(day for day, works in told.items() if not works),
        frozenset(day for day, works in told.items() if works),
    )


def exchanged_lines() -> list[ExchangedLine]:
    """Các ngày hoán đổi — the last first."""
    held = ExchangedDay.objects.select_related("basis").order_by("-day")
    return [ExchangedLine(each.day, each.works, paper(each.basis)) for each in held]
