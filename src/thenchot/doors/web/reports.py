"""Trang báo cáo — a period's table, every number linked to the records behind it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.web.forms import ReasonForm, status_of
from thenchot.figures.indicators.reads.opened import opened
from thenchot.figures.indicators.words import Right
from thenchot.figures.reports import reads
from thenchot.figures.reports.rules import Row, Template, template_for
from thenchot.figures.reports.words import Column
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.plain.periods import NotAPeriod, Period, PeriodKind, parse_period
from thenchot.ground.plain.ratios import format_percent
from thenchot.ground.plain.reasons import Refused
from thenchot.people.oversight.words import Sensitive

FIRST_YEAR = 2021
OFFERED = (
    (PeriodKind.QUARTER, 4),
    (PeriodKind.HALF, 2),
    (PeriodKind.NINE_MONTHS, 1),
    (PeriodKind.YEAR, 1),
)
SHAPES = ("xlsx", "docx", "pdf", "json")
MOST = 2**31


@dataclass(frozen=True, slots=True)
class Cell:
    """Ô của bảng — its heading, its words, and where they lead ("": nowhere)."""

    heading: str
    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """Dòng của bảng."""

    label: str
    depth: int
    cells: list[Cell]


@require_safe
def periods(request: Request) -> HttpResponse:
    """Các kỳ báo cáo, mới nhất trước."""
    if not request.actor.may(Right.READ):
        raise Http404
    years = [
        (year, [period for period in _of_year(year) if period.days.start <= request.day])
        for year in range(request.day.year, FIRST_YEAR - 1, -1)
    ]
    return render(request, "web/periods.html", {"years": years})


@require_safe
def report(request: Request, period: str) -> HttpResponse:
    """Báo cáo của một kỳ."""
    asked, template = period_and_template(period)
    unit = unit_of(request, asked)
    found = reads.report(
        by=request.actor, template=template, period=asked, unit=unit, on=request.day
    )
    if found is None:
        raise Http404
    sections = [
        (section, [_shown(row, asked, request.day) for row in section.rows])
        for section in found.sections
    ]
    frozen = reads.frozen_reports(by=request.actor, period=asked, unit=unit)
    context = {
        "report": found, "sections": sections, "frozen": frozen, "columns": list(Column),
        "shapes": SHAPES,
        "code": asked.code(), "query": urlencode({"don-vi": unit}),
    }  # fmt: skip
    return render(request, "web/report.html", context)


@require_safe
def figure(request: Request, period: str, code: str) -> HttpResponse:
    """Danh sách sau một con số."""
    asked, _ = period_and_template(period)
    unit = unit_of(request, asked)
    found = opened(
        by=request.actor, code=code, unit=unit, period=asked, on=_counted_to(request),
        sheet=_number(request, "trang", 1),
    )  # fmt: skip
    if found is None:
        raise Http404
    share = ""
    if found.figure.part is not None and found.figure.whole:
        share = format_percent(found.figure.part, found.figure.whole)
    context = {
        "opened": found, "figure": found.figure, "period": asked, "share": share,
        "periods": [
            (each, counted, _link(each, code, unit)) for each, counted in reversed(found.periods)
        ],
        "back": f"{reverse('report', args=[asked.code()])}?{urlencode({'don-vi': unit})}",
        "open_key": ReasonForm().key, "here": request.get_full_path(),
        "pages": [
            (number, f"?{urlencode(dict(request.GET.items()) | {'don-vi': unit, 'trang': number})}")
            for number in range(1, found.sheets + 1)
        ],
    }  # fmt: skip
    return render(request, "web/figure.html", context)


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
    asked = _number(request, "don-vi", 0)
    found = asked or reads.root_unit(by=request.actor, period=period, on=request.day)
    if not found:
        raise Http404
    return found


def _counted_to(request: Request) -> date:
    """`den` of the address: a same period is opened up to the day it was compared to."""
    typed = request.GET.get("den", "")
    try:
        return min(date.fromisoformat(typed), request.day) if typed else request.day
    except ValueError:
        raise Http404 from None


def _number(request: Request, name: str, otherwise: int) -> int:
    typed = request.GET.get(name, "")
    if not typed:
        return otherwise
    if not (typed.isascii() and typed.isdigit() and int(typed[:12]) < MOST):
        raise Http404
    return int(typed)


def _of_year(year: int) -> list[Period]:
    return [Period(kind, year, n) for kind, most in OFFERED for n in range(1, most + 1)]


def _shown(row: Row, period: Period, on: date) -> ShownRow:
    printed = row.printed(gettext)
    links = {}
    if row.actual is not None:
        links[Column.ACTUAL] = _link(period, row.indicator, row.unit_id)
    if row.same_period is not None:
        same, to = period.same_last_year(), period.same_days_to(on)
        running = {} if to == same.last_day else {"den": to.isoformat()}
        links[Column.SAME_PERIOD] = _link(same, row.indicator, row.unit_id, **running)
    if row.target is not None:
        links[Column.TARGET] = f"{_link(period, row.indicator, row.unit_id)}#chi-tieu"
    cells = [
        Cell(column.sentence(gettext), printed[column], links.get(column, ""))
        for column in Column
        if column is not Column.LABEL
    ]
    return ShownRow(printed[Column.LABEL], row.depth, cells)


def _link(period: Period, code: str, unit: int, **more: str) -> str:
    asked = urlencode({"don-vi": unit} | more)
    return f"{reverse('figure', args=[period.code(), code])}?{asked}"
