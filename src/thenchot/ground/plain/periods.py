"""Kỳ — month, quarter, half-year, nine months, year, term: their days, labels and how people type them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import Sentence, Translate, as_written, mark

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class PeriodKind(Labelled):
    """Loại kỳ — how long a period is."""

    MONTH = "thang", mark("tháng")
    QUARTER = "quy", mark("quý")
    HALF = "6-thang", mark("6 tháng")
    NINE_MONTHS = "9-thang", mark("9 tháng")
    YEAR = "nam", mark("năm")
    TERM = "nhiem-ky", mark("nhiệm kỳ")


MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
    PeriodKind.TERM: 60,
}


LABELS = {
    PeriodKind.MONTH: mark("tháng {number}-{year}"),
    PeriodKind.QUARTER: mark("quý {roman}-{year}"),
    PeriodKind.HALF: mark("6 tháng đầu năm {year}"),
    PeriodKind.NINE_MONTHS: mark("9 tháng năm {year}"),
    PeriodKind.YEAR: mark("năm {year}"),
    PeriodKind.TERM: mark("nhiệm kỳ {year}-{until}"),
}
SECOND_HALF = mark("6 tháng cuối năm {year}")


class NotAPeriod(Misread):
    """Không phải kỳ — its reason says what to type."""


@dataclass(frozen=True, slots=True)
class Period:
    """Kỳ — `number` is the month, quarter or half within `year`; 1 for year, nine months, term."""

    kind: PeriodKind
    year: int
    number: int = 1

    @property
    def days(self) -> DayRange:
        first = (self.number - 1) * MONTHS[self.kind]
        return DayRange(
            _first_of(self.year, first), _first_of(self.year, first + MONTHS[self.kind])
        )

    @property
    def last_day(self) -> date:
        """Ngày cuối kỳ — the day stock figures are counted on."""
        return _first_of(self.year, self.number * MONTHS[self.kind]) - timedelta(days=1)

    def days_to(self, on: date) -> DayRange | None:
        """Những ngày đã qua — the days of the period up to `on`, all of them once it is over.

        None where the period has not begun.
        """
        days = self.days
        if on < days.start:
            return None
        return DayRange(days.start, min(self.last_day, on) + timedelta(days=1))

    def same_days_to(self, on: date) -> date:
        """Ngày ấy năm trước — up to which day last year's same period is compared."""
        if on >= self.last_day:
            return self.same_last_year().last_day
        return add_months(on, -12)

    def previous(self, n: int = 1) -> "Period":
        """Kỳ trước — n periods of the same kind earlier."""
        if self.kind is PeriodKind.TERM:
            return replace(self, year=self.year - 5 * n)
        a_year = 1 if self.kind is PeriodKind.NINE_MONTHS else 12 // MONTHS[self.kind]
        years, number = divmod(self.number - 1 - n, a_year)
        return replace(self, year=self.year + years, number=number + 1)

    def same_last_year(self) -> "Period":
        """Cùng kỳ — the same days of last year."""
        return replace(self, year=self.year - 1)

    def year_to_date(self) -> DayRange:
        """Từ đầu năm — from 1 January to the end of the period."""
        return DayRange(date(self.year, 1, 1), self.days.until)

    def label(self) -> str:
        """Tên kỳ — as an office prints it."""
        return self.sentence()

    def sentence(self, translate: Translate = as_written) -> str:
        """Tên kỳ — in the reader's language."""
        text = (
            SECOND_HALF if self.kind is PeriodKind.HALF and self.number == 2 else LABELS[self.kind]
        )
        values = {"number": self.number, "roman": _roman(self.number), "year": self.year}
        return Sentence(text, values | {"until": self.year + 5}).sentence(translate)

    def code(self) -> str:
        """Mã kỳ — for addresses and file names; `parse_period` reads it back."""
        return fold(self.label().replace(_roman(self.number), str(self.number), 1)
                    if self.kind is PeriodKind.QUARTER else self.label()).replace(" ", "-")  # fmt: skip


def parse_period(text: str) -> Period:
    """Đọc kỳ — "quý I-2023", "9/2016", "6 tháng đầu năm 2021", with or without marks."""
    typed = re.sub(r"[\s/–—_.-]+", " ", fold(text)).strip()
    for pattern, make in PATTERNS:
        if found := re.fullmatch(pattern, typed):
            period = make(*found.groups())
            if (
                1 <= period.number <= max(1, 12 // MONTHS[period.kind])
                and 1900 <= period.year <= 2200
            ):
                return period
    said = mark("«{text}» không phải là kỳ. Hãy gõ như: quý I-2023, 6 tháng đầu năm 2021.")
    raise NotAPeriod(said, text=text)


def _term(first: str, last: str) -> Period:
    return Period(PeriodKind.TERM, int(first) if int(last) == int(first) + 5 else 0)


PATTERNS: list[tuple[str, Callable[..., Period]]] = [
    (r"(?:quy|q) ?(\d|iv|i{1,3}) (?:nam )?(\d{4})",
     lambda n, year: Period(PeriodKind.QUARTER, int(year), ROMAN.get(n) or int(n))),
    (r"(?:thang )?(\d{1,2}) (?:nam )?(\d{4})",
     lambda n, year: Period(PeriodKind.MONTH, int(year), int(n))),
    (r"(?:(?:6|sau) thang|nua) (dau|cuoi)(?: nam)? (\d{4})",
     lambda half, year: Period(PeriodKind.HALF, int(year), 1 if half == "dau" else 2)),
    (r"(?:9|chin) thang(?: dau)?(?: nam)? (\d{4})",
     lambda year: Period(PeriodKind.NINE_MONTHS, int(year))),
    (r"(?:nam )?(\d{4})", lambda year: Period(PeriodKind.YEAR, int(year))),
    (r"nhiem ky (\d{4}) (\d{4})", _term),
]  # fmt: skip


def quarter_of(day: date) -> Period:
    """Quý của một ngày — the quarter it lies in."""
    return Period(PeriodKind.QUARTER, day.year, (day.month - 1) // 3 + 1)


def _first_of(year: int, month: int) -> date:
    years, rest = divmod(month, 12)
    return date(year + years, rest + 1, 1)


def _roman(number: int) -> str:
    return {value: key.upper() for key, value in ROMAN.items()}.get(number, str(number))
