"""Phiên làm việc — ends after 30 idle minutes and after 12 hours; the table says when, not the browser."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

IDLE, LONGEST, NOTED = timedelta(minutes=30), timedelta(hours=12), timedelta(minutes=1)
SINCE, SEEN = "since", "seen"  # moments in the session, in seconds
AFTER_THE_END = ("account_login", "account_logout", "session_left", "session_on")


def begin(request: HttpRequest) -> None:
    """Mở phiên — both clocks start; sessions long over leave the table."""
    request.session[SINCE] = request.session[SEEN] = timezone.now().timestamp()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def go_on(request: HttpRequest) -> None:
    """Làm tiếp — thirty minutes from now, within the twelve hours."""
    request.session[SEEN] = timezone.now().timestamp()


def until(request: HttpRequest) -> datetime | None:
    """Đến lúc — when the session ends if nothing more is done; None where nobody is signed in."""
    if SESSION_KEY not in request.session or SINCE not in request.session:
        return None
    return min(_moment(request, SEEN) + IDLE, _moment(request, SINCE) + LONGEST)


def is_last(request: HttpRequest) -> bool:
    """Phiên cuối — the twelve hours are nearly over, and going on does not help."""
    return _moment(request, SINCE) + LONGEST <= timezone.now() + IDLE


def _moment(request: HttpRequest, name: str) -> datetime:
    return datetime.fromtimestamp(
        cast(float, request.session[name]), timezone.get_current_timezone()
    )


class SessionLimits:
    """Giữ hạn phiên — ends what is over, and notes once a minute that someone is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY not in request.session:
            return self.get_response(request)
        if SINCE not in request.session:
            begin(request)
        end, now = until(request), timezone.now()
        if end is None or now >= end:
            request.session.flush()
            return self._ended(request)
        if now - _moment(request, SEEN) >= NOTED and request.path != reverse("session_left"):
            go_on(request)
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(
                response, private=True, no_store=True
            )  # not for whoever sits here next
        return response

    def _ended(self, request: HttpRequest) -> HttpResponse:
        """Pages lead to the sign-in page and back; what a script asks is answered in its own way."""
        if request.path.startswith("/lien-ket/") or request.path in map(reverse, AFTER_THE_END):
            return self.get_response(request)
        query = {"tin": "het-phien"}
        if request.method in {"GET", "HEAD"}:
            query["next"] = request.get_full_path()
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode(query)}", status=303)
