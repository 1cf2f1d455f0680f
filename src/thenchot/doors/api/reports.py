"""Báo cáo qua API — a period's table counted now, or as it was frozen; freezing."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import Http404
from django.utils.translation import gettext
from ninja import Path, Query, Router

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.figures import PERIOD, period_of
from thenchot.doors.api.routes import Body, deed, question
from thenchot.doors.api.shapes import Asked, Id, Listed, Out, PathId
from thenchot.figures.indicators.words import Owner, Right
from thenchot.figures.reports import reads
from thenchot.figures.reports.acts import freeze_report
from thenchot.figures.reports.rules import template_for
from thenchot.ground.plain.periods import NotAPeriod, parse_period
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.plain.text import mark

router = Router(tags=[mark("Báo cáo")])
PeriodCode = Annotated[str, Path(max_length=40, pattern=r"^[a-z0-9-]+$")]


class RowOut(Out):
    """Dòng báo cáo — whole numbers as counted, percents as printed; null: nothing to say."""

    code: str
    label: str
    target: int | None
    actual: int | None
    percent: str | None
    same_period: int | None
    change: int | None
    change_percent: str | None
    change_ratio: str | None
    at_least: bool
    unit: str
    unit_id: int


class SectionOut(Out):
    """Mục báo cáo — the body that answers for it, its rows."""

    title: str
    owner: Owner
    rows: list[RowOut]


class ReportOut(Out):
    """Báo cáo — of one unit for one period, counted to a day; `frozen` is its number once frozen."""

    title: str
    unit_id: int
    unit: str
    period: str
    counted_to: date
    frozen: int | None
    frozen_at: datetime | None
    sections: list[SectionOut]


class FrozenOut(Out):
    """Lần chốt — its number and moment."""

    number: int
    frozen_at: datetime


class OfUnit(Asked):
    """Lời hỏi báo cáo — of a unit; the highest within reach where none is said."""

    unit: PathId | None = None


@question(router, "/reports/{period}", needs=Right.READ, shape=ReportOut)
def get_report(request: Request, period: PeriodCode, asked: Query[OfUnit]) -> Any:
    """Báo cáo kỳ — counted now from the records, up to the day."""
    wanted = period_of(period)
    template = template_for(wanted)
    unit = _unit(request, period, asked)
    if template is None:
        return None
    found = reads.report(
        by=request.actor, template=template, period=wanted, unit=unit, on=asked.day
    )
    return found and _shown(found)


@question(router, "/reports/{period}/frozen", needs=Right.READ, shape=Listed[FrozenOut])
def list_frozen_reports(request: Request, period: PeriodCode, asked: Query[OfUnit]) -> Any:
    """Các lần chốt — of a unit's report for a period, latest first."""
    unit = _unit(request, period, asked)
    found = reads.frozen_reports(by=request.actor, period=period_of(period), unit=unit)
    return {"total": len(found), "items": found}


@question(router, "/reports/{period}/frozen/{number}", needs=Right.READ, shape=ReportOut)
def get_frozen_report(
    request: Request, period: PeriodCode, number: PathId, asked: Query[OfUnit]
) -> Any:
    """Báo cáo đã chốt — as it was, from its own content."""
    unit = _unit(request, period, asked)
    found = reads.frozen_report(
        by=request.actor, period=period_of(period), unit=unit, number=min(number, MOST_FROZEN)
    )
    return found and _shown(found)


MOST_FROZEN = 2**31 - 1  # the column holds no more


class Freezing(Body):
    """Chốt số liệu."""

    period: Annotated[str, PERIOD]
    organization: Id

    def asked(self) -> dict[str, Any]:
        try:
            return {"period": parse_period(self.period), "organization": self.organization}
        except NotAPeriod as fault:
            raise Refused([fault.reason]) from None


deed(router, freeze_report, Freezing)


def _unit(request: Request, period: str, asked: OfUnit) -> int:
    found = asked.unit or reads.root_unit(by=request.actor, period=period_of(period), on=asked.day)
    if not found:
        raise Http404
    return found


def _shown(found: reads.Report) -> dict[str, Any]:
    return {
        "title": gettext(found.title), "unit_id": found.unit_id, "unit": found.unit,
        "period": found.period.code(), "counted_to": found.counted_to, "frozen": found.frozen,
        "frozen_at": found.frozen_at,
        "sections": [
            {"title": gettext(section.title), "owner": section.owner,
             "rows": [row.as_data(gettext) for row in section.rows]}
            for section in found.sections
        ],
    }  # fmt: skip
