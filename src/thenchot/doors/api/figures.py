"""Số liệu qua API — the declared figures, and one opened: its value and the records behind it."""

from typing import Annotated, Any

from django.http import Http404
from django.utils.translation import gettext
from ninja import Path, Query, Router
from pydantic import Field, field_validator

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import question
from thenchot.doors.api.shapes import Asked, DaysOut, Listed, Number, Out, PathId
from thenchot.figures.indicators.reads.opened import Opened, opened
from thenchot.figures.indicators.rules import INDICATORS
from thenchot.figures.indicators.words import Owner, Right
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.periods import NotAPeriod, Period, parse_period
from thenchot.ground.plain.ratios import format_percent
from thenchot.ground.plain.text import mark

router = Router(tags=[mark("Số liệu")])
Code = Annotated[str, Path(max_length=100, pattern=r"^[a-z0-9._-]+$")]
PERIOD = Field(max_length=40, pattern=r"^[a-z0-9-]+$", examples=["quy-1-2025"])


class IndicatorOut(Out):
    """Chỉ tiêu — its code, what it counts, the body that answers for it."""

    code: str
    label: str
    owner: Owner
    unit: str

    @field_validator("label", "unit", mode="before")
    @classmethod
    def said(cls, value: str) -> str:
        return gettext(value) if value else ""


class RecordOut(Out):
    """Hồ sơ sau con số — who or what, where, since when; `said` is the word it is told apart by."""

    key: int
    subject: str
    person_id: int | None
    unit_id: int
    unit: str
    said: str | None
    number: int | None
    days: DaysOut
    basis: str
    basis_id: int | None

    @field_validator("said", mode="before")
    @classmethod
    def word(cls, value: Labelled | None) -> str | None:
        return None if value is None else value.sentence(gettext)


class FigureOut(Out):
    """Con số — null: nothing was handed in; `records` is null where the list may not be seen."""

    code: str
    label: str
    unit_id: int
    unit: str
    period: str
    days: DaysOut
    actual: int | None
    at_least: bool
    year_to_date: int | None
    same_period: int | None
    target: int | None
    percent: str | None
    records: list[RecordOut] | None
    length: int
    sheet: int
    sheets: int
    withheld: int


class Figures(Asked):
    """Lời hỏi một con số — of a unit in a period; `sheet` of its records, 200 to one."""

    unit: PathId
    period: Annotated[str, PERIOD]
    sheet: Number = Field(1, ge=1, le=100_000)


@question(router, "/figures", needs=Right.READ, shape=Listed[IndicatorOut])
def list_figures(request: Request) -> Any:
    """Các chỉ tiêu — every figure of our reports."""
    return {"total": len(INDICATORS), "items": list(INDICATORS.values())}


@question(router, "/figures/{code}", needs=Right.READ, shape=FigureOut)
def get_figure(request: Request, code: Code, asked: Query[Figures]) -> Any:
    """Một con số — for a unit in a period up to the day, with the records the reader may list."""
    period = period_of(asked.period)
    found = opened(
        by=request.actor, code=code, unit=asked.unit, period=period, on=asked.day,
        sheet=asked.sheet,
    )  # fmt: skip
    return None if found is None else _figure(found, period)


def period_of(code: str) -> Period:
    """Kỳ theo mã — 404 for what is no period."""
    try:
        return parse_period(code)
    except NotAPeriod:
        raise Http404 from None


def _figure(found: Opened, period: Period) -> dict[str, Any]:
    figure = found.figure
    share = None
    if figure.part is not None and figure.whole:
        share = format_percent(figure.part, figure.whole)
    return {
        "code": figure.indicator.code, "label": gettext(figure.indicator.label),
        "unit_id": figure.unit, "unit": found.unit, "period": period.code(), "days": found.days,
        "actual": figure.actual, "at_least": figure.at_least,
        "year_to_date": figure.year_to_date, "same_period": figure.same_period,
        "target": figure.target.value if figure.target else None, "percent": share,
        "records": found.records, "length": found.length, "sheet": found.sheet,
        "sheets": found.sheets, "withheld": found.withheld,
    }  # fmt: skip
