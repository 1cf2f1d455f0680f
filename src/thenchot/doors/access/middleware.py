"""Người đang dùng — builds the Actor once per request, and one view of the tables for reading."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thenchot.doors.access.demo import demo_actor, is_local
from thenchot.ground.basis.reads.scoped import refuse_outside_scope, scoped
from thenchot.ground.plain.actor import Actor


class Request(HttpRequest):
    """Yêu cầu — a request with its actor and the office day, both set once."""

    actor: Actor
    day: date


class ActorMiddleware:
    """Until accounts exist, pages act as one demo actor: only in a demo folder, only locally."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        if not (settings.DEMO and is_local(request.META.get("REMOTE_ADDR", ""))):
            return render(request, "web/refused.html", status=403)
        request.actor, request.day = demo_actor(), settings.OFFICE_DAY()
        if settings.GUARD_SCOPE:
            with connection.execute_wrapper(refuse_outside_scope):
                return self._answer(request)
        return self._answer(request)

    def _answer(self, request: Request) -> HttpResponse:
        if request.method in {"GET", "HEAD"}:
            with scoped(request.actor, request.day, reading=True):
                return self.get_response(request)
        return self.get_response(request)
