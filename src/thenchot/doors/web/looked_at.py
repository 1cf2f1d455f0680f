"""Ngày đang xem — any day past or planned, in the address and for the whole site until today again.

`?ngay=2024-12-31` shows a page as of that day; a cookie keeps the day for the pages opened next,
whose addresses then carry it too, so that a page can be sent to a colleague. Only reading looks
at another day: rights are those of today, and every act is done on the office day.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.typed_dates import NotADay, parse_day

DAY, MONTH, YEAR = "ngay", "thang", "nam"
TODAY = "hom-nay"
COOKIE = "ngay"
DATED = (
    "/to-chuc", "/con-nguoi", "/van-ban", "/bao-cao", "/viec-cua-toi", "/den-han", "/cong-viec",
    "/danh-gia", "/tim", "/chuc-vu", "/vi-tri-viec-lam", "/bien-che", "/cap-uy", "/diem",
    "/sap-xep", "/danh-sach",
)  # fmt: skip


class LookedAtMiddleware:
    """Sets `request.on`: the day the pages of the register look at, the office day unless chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(DATED):
            return self.get_response(request)
        today: date = request.day  # type: ignore[attr-defined]
        typed = _typed(request)
        if typed == TODAY:
            return _away(request, None)
        kept = _kept(request, today)
        if typed:
            try:
                asked = parse_day(typed, today)
            except NotADay as fault:
                return self._answer(request, today, fault.reason)
            if asked == today:
                return _away(request, None)
            if request.GET.get(DAY) != asked.isoformat():
                return _away(request, asked)
            answer = self._answer(request, asked)
            return answer if asked == kept else _keep(answer, asked)
        if kept is None or kept == today:
            return self._answer(request, today)
        if request.method == "GET" and not request.headers.get("HX-Request"):
            return _away(request, kept)
        return self._answer(request, kept)

    def _answer(self, request: HttpRequest, on: date, fault: Reason | None = None) -> HttpResponse:
        request.on, request.day_fault = on, fault  # type: ignore[attr-defined]
        return self.get_response(request)


def _typed(request: HttpRequest) -> str:
    """One box or three — "31/12/2024" from the boxes of day, month and year, or all in the first."""
    boxes = [request.GET.get(name, "").strip()[:40] for name in (DAY, MONTH, YEAR)]
    if boxes[0].isdecimal() and len(boxes[0]) <= 2:
        return "/".join(box for box in boxes if box)
    return boxes[0]


def _kept(request: HttpRequest, today: date) -> date | None:
    """The day of the cookie, read as one typed: what is none of ours is passed over."""
    try:
        return parse_day(request.COOKIES.get(COOKIE, ""), today)
    except NotADay:
        return None


def without_day(query: QueryDict) -> QueryDict:
    """Phần còn lại của địa chỉ — the filters of a page without the day."""
    rest = query.copy()
    for name in (DAY, MONTH, YEAR):
        rest.pop(name, None)
    return rest


def back_to_today(query: QueryDict) -> str:
    """Về hôm nay — the rest of the address, and the word that ends the other day."""
    rest = without_day(query)
    rest[DAY] = TODAY
    return rest.urlencode()


def _away(request: HttpRequest, on: date | None) -> HttpResponse:
    """To the same page on `on`, the day written one way; without a day on today."""
    rest = without_day(request.GET)
    if on is not None:
        rest[DAY] = on.isoformat()
    asked = rest.urlencode()
    return _keep(HttpResponseRedirect(f"{request.path}?{asked}" if asked else request.path), on)


def _keep(answer: HttpResponse, on: date | None) -> HttpResponse:
    if on is None:
        answer.delete_cookie(COOKIE, samesite="Lax")
    else:
        answer.set_cookie(
            COOKIE, on.isoformat(), secure=settings.SESSION_COOKIE_SECURE, httponly=True,
            samesite="Lax",
        )  # fmt: skip
    return answer
