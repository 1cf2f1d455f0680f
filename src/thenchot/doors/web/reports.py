"""Trang báo cáo — a period's table, every number linked to the records behind it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.web.forms import ReasonForm
from thenchot.doors.web.listing import Pages, number
from thenchot.doors.web.pages import denied
from thenchot.figures.indicators.reads.opened import SHEET, opened
from thenchot.figures.indicators.reads.restated import restated
from thenchot.figures.indicators.rules import INDICATORS, indicator_of
from thenchot.figures.indicators.words import Right
from thenchot.figures.reports import reads
from thenchot.figures.reports.acts import freeze_report
from thenchot.figures.reports.rules import Row, Template, template_for
from thenchot.figures.reports.words import Column
from thenchot.figures.reports.words import Right as ReportsRight
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.plain.periods import NotAPeriod, Period, PeriodKind, parse_period
from thenchot.ground.plain.ratios import format_percent, whole_number
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.reads import organization_on, stands_on
from thenchot.people.oversight.words import Sensitive

FIRST_YEAR = 2021
OFFERED = (
    (PeriodKind.QUARTER, 4),
    (PeriodKind.HALF, 2),
    (PeriodKind.NINE_MONTHS, 1),
    (PeriodKind.YEAR, 1),
)
SHAPES = ("xlsx", "docx", "pdf", "json")
DRAWN = 15  # records beside the table; the rest on the page of the figure


@dataclass(frozen=True, slots=True)
class Cell:
    """Ô của bảng — its heading, its words, and where they lead ("": nowhere)."""

    heading: str
    text: str
    link: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class ShownRow:
    """Dòng của bảng."""

    label: str
    depth: int
    cells: list[Cell]

    @property
    def opened(self) -> bool:
        return any(cell.current for cell in self.cells)


@require_safe
def periods(request: Request) -> HttpResponse:
    """Các kỳ báo cáo, mới nhất trước."""
    if not request.actor.may(Right.READ):
        return denied(request)
    years = [
        (year, [period for period in _of_year(year) if period.days.start <= request.on])
        for year in range(request.on.year, FIRST_YEAR - 1, -1)
    ]
    return render(request, "web/periods.html", {"years": years})


@require_safe
def report(request: Request, period: str) -> HttpResponse:
    """Báo cáo của một kỳ — beside it the records behind the figure that `mo` of the address names."""
    asked, template = period_and_template(period)
    unit = unit_of(request, asked)
    found = reads.report(
        by=request.actor, template=template, period=asked, unit=unit, on=request.on
    )
    if found is None:
        return _not_yet(request, asked, template, unit)
    here = request.get_full_path()
    sections = [
        (section, [_shown(row, asked, unit, request.on, here) for row in section.rows])
        for section in found.sections
    ]
    frozen = reads.frozen_reports(by=request.actor, period=asked, unit=unit)
    right = [said for said, holds in found.sums if holds]
    context = {
        "report": found, "sections": sections, "frozen": frozen, "columns": list(Column),
        "right": right, "wrong": [said for said, holds in found.sums if not holds],
        "shapes": SHAPES, "freezes": _may_freeze(request, asked, unit),
        "code": asked.code(), "query": urlencode({"don-vi": unit}), **_drawer(request, asked, unit),
    }  # fmt: skip
    return render(request, "web/report.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request: Request, period: str) -> HttpResponse:
    """Chốt số liệu — a check page in sentences, then the act."""
    asked, _ = period_and_template(period)
    with reading(request):
        unit = unit_of(request, asked)
    if not request.actor.may(ReportsRight.FREEZE, unit):
        raise Http404
    form = ReasonForm.typed(request.POST) if request.method == "POST" else ReasonForm()
    back = f"{reverse('report', args=[asked.code()])}?{urlencode({'don-vi': unit})}"
    status = 200
    if request.method == "POST":
        try:
            freeze_report.once(form.key)(
                request.actor, request.day, period=asked, organization=unit
            )
        except Refused as refusal:
            form.refused(refusal.reasons)
            status = status_of(refusal)
        else:
            return HttpResponseRedirect(back)
    with reading(request):
        return _freeze_page(request, asked, unit, form, back, status)


def _freeze_page(
    request: Request, period: Period, unit: int, form: ReasonForm, back: str, status: int
) -> HttpResponse:
    _, template = period_and_template(period.code())
    found = reads.report(
        by=request.actor, template=template, period=period, unit=unit, on=request.day
    )
    if found is None:
        raise Http404
    holding = [holds for _, holds in found.sums]
    question = gettext("Chốt số liệu {period} của {unit}?").format(
        period=period.sentence(gettext), unit=found.unit
    )
    context = {
        "period": period, "form": form, "back": back, "question": question,
        "rows": len(found.rows), "right": holding.count(True), "wrong": holding.count(False),
        "before": len(reads.frozen_reports(by=request.actor, period=period, unit=unit)),
    }  # fmt: skip
    return render(request, "web/freeze.html", context, status=status)


def _may_freeze(request: Request, period: Period, unit: int) -> bool:
    over = period.last_day < request.day == request.on
    return over and request.actor.may(ReportsRight.FREEZE, unit)


def _drawer(request: Request, period: Period, unit: int) -> dict[str, object]:
    """The opened figure: `mo` its code, `ky` another period, `o` another unit, `den` counted to."""
    code = request.GET.get("mo", "")
    if not code:
        return {}
    ky = request.GET.get("ky", "")
    asked = period_and_template(ky)[0] if ky else period
    where = number(request, "o", unit)
    found = opened(by=request.actor, code=code, unit=where, period=asked, on=_counted_to(request))
    if found is None:
        raise Http404
    den = {"den": request.GET["den"]} if request.GET.get("den") else {}
    shown = (found.records or [])[:DRAWN]
    return {
        "opened": found, "opened_period": asked, "shown": shown,
        "more": found.length - len(shown), "whole": _link(asked, code, where, **den),
        "closed": f"{request.path}?{urlencode({'don-vi': unit})}",
    }  # fmt: skip


@require_safe
def figure(request: Request, period: str, code: str) -> HttpResponse:
    """Danh sách sau một con số."""
    asked, _ = period_and_template(period)
    unit = unit_of(request, asked)
    found = opened(
        by=request.actor, code=code, unit=unit, period=asked, on=_counted_to(request),
        sheet=number(request, "trang", 1),
    )  # fmt: skip
    if found is None:
        restated_to = _restated(request, asked, code, unit)
        known = indicator_of(INDICATORS, code) is not None
        if not (restated_to and known and _is_new(request, asked, unit)):
            raise Http404
        return HttpResponseRedirect(restated_to)  # a unit that did not stand yet in the period
    share = ""
    if found.figure.part is not None and found.figure.whole:
        share = format_percent(found.figure.part, found.figure.whole)
    context = {
        "opened": found, "figure": found.figure, "period": asked, "share": share,
        "periods": [
            (each, counted, _link(each, code, unit)) for each, counted in reversed(found.periods)
        ],
        "back": f"{reverse('report', args=[asked.code()])}?{urlencode({'don-vi': unit})}",
        "restated": _restated(request, asked, code, unit),
        "open_key": ReasonForm().key, "here": request.get_full_path(),
        "pages": Pages(request, found.length, SHEET),
    }  # fmt: skip
    return render(request, "web/figure.html", context)


def _not_yet(request: Request, asked: Period, template: Template, unit: int) -> HttpResponse:
    """Đơn vị chưa có trong kỳ — the figures of the period, each restated to the unit as it is now."""
    page = organization_on(by=request.actor, organization=unit, on=request.on)
    if page is None or not _is_new(request, asked, unit):
        raise Http404
    counted = [
        INDICATORS[line.indicator]
        for section in template.sections
        for line in section.lines
        if line.indicator in INDICATORS
    ]
    lines = [(each, _restated(request, asked, each.code, unit)) for each in counted]
    context = {"unit": page.line, "period": asked, "lines": lines}
    return render(request, "web/not_yet.html", context)


def _is_new(request: Request, asked: Period, unit: int) -> bool:
    """Chưa có trong kỳ — not there at the end of the period, of which the reader may read figures."""
    if asked.days_to(request.on) is None or not request.actor.may(Right.READ, unit):
        return False
    last = min(asked.last_day, request.on)
    return not stands_on(by=request.actor, organization=unit, on=last)


def _restated(request: Request, asked: Period, code: str, unit: int) -> str:
    """The address of the figure as the unit is now; none for a unit that has ended."""
    if not stands_on(by=request.actor, organization=unit, on=request.on):
        return ""
    return f"{reverse('restated', args=[asked.code(), code])}?{urlencode({'don-vi': unit})}"


@require_safe
def restated_figure(request: Request, period: str, code: str) -> HttpResponse:
    """Tính lại theo đơn vị hiện nay — an earlier figure of a unit as it stands on the day looked at."""
    asked, _ = period_and_template(period)
    by, unit = request.actor, unit_of(request, asked)
    indicator, days = indicator_of(INDICATORS, code), asked.days_to(request.on)
    page = organization_on(by=by, organization=unit, on=request.on)
    if indicator is None or days is None or page is None or not by.may(Right.READ, unit):
        raise Http404
    found = restated(by=by, indicator=indicator, unit=unit, days=days, on=request.on)
    address = reverse("figure", args=[asked.code(), code])
    context = {
        "found": found, "indicator": indicator, "period": asked, "days": days, "unit": page.line,
        "figure": f"{address}?{urlencode({'don-vi': unit})}" if found.existed else "",
        "lines": [
            (line, whole_number(line.now), whole_number(line.now - line.then)) for line in found.lines
        ],
        "now": whole_number(found.now),
    }  # fmt: skip
    return render(request, "web/restated.html", context)


@require_POST
def open_list(request: Request) -> HttpResponse:
    """Mở danh sách nhạy cảm — with a reason; then back to the list, open for half an hour."""
    form = ReasonForm.typed(request.POST)
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("periods")
    kinds = Sensitive._value2member_map_
    if form.which not in kinds:
        raise Http404
    try:
        open_sensitive.once(form.key)(
            request.actor, request.day, kind=Sensitive.of(form.which), reason=form.reason
        )
    except Refused as refusal:
        form.refused(refusal.reasons)
        with reading(request):
            context = {"form": form, "back": back}
            return render(request, "web/not_opened.html", context, status=status_of(refusal))
    return HttpResponseRedirect(back)


def period_and_template(code: str) -> tuple[Period, Template]:
    """Kỳ và mẫu theo địa chỉ — 404 for what is no period, or one without a template."""
    try:
        period = parse_period(code)
    except NotAPeriod:
        raise Http404 from None
    template = template_for(period)
    if template is None:
        raise Http404
    return period, template


def unit_of(request: Request, period: Period) -> int:
    """Đơn vị đang xem — `don-vi` of the address, else the root of the tree."""
    asked = number(request, "don-vi", 0)
    found = asked or reads.root_unit(by=request.actor, period=period, on=request.on)
    if not found:
        raise Http404
    return found


def _counted_to(request: Request) -> date:
    """`den` of the address: a same period is opened up to the day it was compared to."""
    typed = request.GET.get("den", "")
    try:
        return min(date.fromisoformat(typed), request.on) if typed else request.on
    except ValueError:
        raise Http404 from None


def _of_year(year: int) -> list[Period]:
    return [Period(kind, year, n) for kind, most in OFFERED for n in range(1, most + 1)]


def _shown(row: Row, period: Period, unit: int, on: date, here: str) -> ShownRow:
    printed = row.printed(gettext)
    links = {}
    where = {} if row.unit_id == unit else {"o": str(row.unit_id)}
    if row.actual is not None:
        links[Column.ACTUAL] = _drawn(period, unit, row.indicator, **where)
    if row.same_period is not None:
        same, to = period.same_last_year(), period.same_days_to(on)
        running = {} if to == same.last_day else {"den": to.isoformat()}
        links[Column.SAME_PERIOD] = _drawn(
            period, unit, row.indicator, ky=same.code(), **where, **running
        )
    if row.target is not None:
        links[Column.TARGET] = _drawn(period, unit, row.indicator, **where, cot="chi-tieu")
    cells = [
        Cell(
            column.sentence(gettext),
            printed[column],
            links.get(column, ""),
            links.get(column, "") == here,
        )
        for column in Column
        if column is not Column.LABEL
    ]
    return ShownRow(printed[Column.LABEL], row.depth, cells)


def _drawn(period: Period, unit: int, code: str, **more: str) -> str:
    asked = urlencode({"don-vi": unit, "mo": code} | more)
    return f"{reverse('report', args=[period.code()])}?{asked}"


def _link(period: Period, code: str, unit: int, **more: str) -> str:
    asked = urlencode({"don-vi": unit} | more)
    return f"{reverse('figure', args=[period.code(), code])}?{asked}"
