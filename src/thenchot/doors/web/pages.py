"""Trang chung — home, help, the introduction of the demo, areas still without records, the gallery."""

import logging
import secrets
from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django.views.defaults import bad_request

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.samples import LETTERS, PAPERS
from thenchot.figures.indicators.words import Right as IndicatorsRight
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import weekday_name
from thenchot.ground.register.words import Right as RegisterRight


@require_safe
def home(request: Request) -> HttpResponse:
    """Trang đầu — the day's work."""
    return HttpResponseRedirect(reverse("my_work"))


@require_safe
def help_page(request: Request) -> HttpResponse:
    """Trợ giúp — whom to call, the keys, and where things are."""
    return render(request, "web/help.html")


@require_safe
def work(request: Request) -> HttpResponse:
    """Công việc — no tasks are kept yet; what can be asked of the facts today."""
    context = {
        "period": f"nam-{request.on.year}",
        "reads_people": request.actor.may(RegisterRight.READ),
        "reads_figures": request.actor.may(IndicatorsRight.READ),
    }
    return render(request, "web/work.html", context)


@require_safe
def evaluation(request: Request) -> HttpResponse:
    """Đánh giá — no sheets are kept yet, and the page says so."""
    return render(request, "web/evaluation.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def introduction(request: HttpRequest) -> HttpResponse:
    """Giới thiệu bản chạy thử — what it shows, on which day, as whom; only in a demo.

    Sent, it turns the day of the whole demo to the one before or after the reform of July 2025.
    """
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        days = {day.isoformat(): day for day in settings.DEMO_OPENS_ON}
        if request.POST.get("day") not in days:
            raise Http404
        settings.DATA_FOLDER.turn_demo_to(days[request.POST["day"]])
        return HttpResponseRedirect(reverse("introduction"))
    days_told = [(day, day == settings.OFFICE_DAY()) for day in settings.DEMO_OPENS_ON]
    return render(request, "web/introduction.html", {"days": days_told})


@require_safe
def components(request: Request) -> HttpResponse:
    """Thành phần giao diện — every component with its states, as reference and for the tests."""
    fault = Reason(
        mark("Ngày chính thức (12/03/2025) phải sau ngày kết nạp (05/06/2025)."), field="nct"
    )
    context = {
        "form": {"reasons": [fault, Reason(mark("Chưa ghi số, ký hiệu văn bản."), field="kh")]},
        "some_day": date(2025, 3, 12),
        "weekday": weekday_name(date(2025, 3, 12)),
        "letters": LETTERS,
        "papers": PAPERS,
    }
    return render(request, "web/components.html", context)


def denied(request: HttpRequest, keeper: str = "") -> HttpResponse:
    """Chưa được giao quyền — an area, not a record: whoever may not see it is told who gives it."""
    return render(request, "web/denied.html", {"keeper": keeper}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Không có trang này — the same words for "not there" and "not yours"."""
    return render(request, "web/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Gửi lên không đúng — too many files, boxes or bytes at once is told in words; anything else is bare."""
    if isinstance(exception, (TooManyFilesSent, TooManyFieldsSent, RequestDataTooBig)):
        return render(request, "web/too_much.html", status=400)
    return bad_request(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """Lỗi của hệ thống — plain words and a code that stands in the log beside the trace."""
    code = secrets.token_hex(3).upper()
    logging.getLogger("django.request").error("%s: %s", code, request.path)
    return render(request, "web/failed.html", {"code": code}, status=500)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Trang đã cũ — a form without its token: nothing was done, and how to go on."""
    return render(request, "web/stale.html", status=403)
