"""Người đang dùng — builds the Actor once per request, and one view of the tables for reading.

Every page asks for a sign-in unless it says otherwise (`login_not_required`).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thenchot.doors.access.actor import FOUNDER_ID, actor_of
from thenchot.doors.access.reads.notices import how_many
from thenchot.doors.access.roles import FOUNDER, STRONG_RIGHTS
from thenchot.ground.basis.models import Scope
from thenchot.ground.basis.reads.scoped import refuse_outside_scope, scoped
from thenchot.ground.plain.actor import Actor

TYPING_FOR = "nhap_thay"  # the principal's account, in the session


class Request(HttpRequest):
    """Yêu cầu — a request with its actor, the office day, the day looked at, and how many notices wait."""

    actor: Actor
    day: date
    on: date
    waiting: int


@contextmanager
def reading(request: Request) -> Iterator[None]:
    """Đang đọc — a page's one view of the tables: the request's own, or a new one after an act."""
    if request.method in {"GET", "HEAD"}:
        yield
        return
    with _opened(request):
        yield


@contextmanager
def _opened(request: Request) -> Iterator[None]:
    """One view of the tables; the bar of the page tells how many notices wait in it."""
    with scoped(request.actor, request.day, reading=True):
        request.waiting = how_many(by=request.actor, on=request.day)
        yield


def answered(
    request: Request,
    view: Callable[..., HttpResponse],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    opened: AbstractContextManager[None],
) -> HttpResponse:
    """Trả lời trong phạm vi — reading within `opened`, one view of the tables; an act opens its own."""
    guard = connection.execute_wrapper(refuse_outside_scope) if settings.GUARD_SCOPE else None
    with guard or nullcontext():
        if request.method in {"GET", "HEAD"}:
            with opened:
                return view(request, *args, **kwargs)
        return view(request, *args, **kwargs)


class ActorMiddleware:
    """Asks the database who this is on every request: what was taken away is gone on the next page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.day = request.on = settings.OFFICE_DAY()
        return self.get_response(request)

    def process_view(
        self,
        request: Request,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """None lets the pages of signing in go their way, outside any scope."""
        if not getattr(view, "login_required", True):
            return None
        account = request.user.pk
        if account is None:
            if not settings.DEMO and Scope.objects.filter(actor=FOUNDER_ID, role=FOUNDER).exists():
                return redirect("first_run")
            return redirect_to_login(request.get_full_path(), "/dang-nhap")
        request.actor = self._actor(request, account)
        if self._lacks_second_step(request):
            return redirect(f"{reverse('mfa_index')}?tin=bat-truoc")
        if not request.actor.rights and request.actor.person is None:
            return render(request, "access/nothing_given.html", status=403)
        return answered(request, view, args, kwargs, _opened(request))

    def _lacks_second_step(self, request: Request) -> bool:
        """Whoever holds what two persons give sets up the second step first; a demo lets all look round."""
        strong = not STRONG_RIGHTS.isdisjoint(request.actor.rights)
        return strong and not settings.DEMO and not request.actor.second_step

    def _actor(self, request: Request, account: int) -> Actor:
        """Who types only for others does so at once; a choice that is over falls back to oneself."""
        chosen = request.session.get(TYPING_FOR)
        found = actor_of(account, chosen, request.day)
        if chosen is not None and not found.rights:
            del request.session[TYPING_FOR]
            return self._actor(request, account)
        if chosen is None and found.types_for and not found.rights and found.person is None:
            request.session[TYPING_FOR] = found.types_for[0]
            return self._actor(request, account)
        return found
