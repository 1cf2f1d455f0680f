"""Cổng của API — a token instead of a session; what is refused before any route looks at it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt

from thenchot.doors.access.middleware import Request, answered
from thenchot.doors.access.sign_in.throttle import TooSoon, wrong_key
from thenchot.doors.access.tokens import actor_of_token
from thenchot.doors.api.problems import problem
from thenchot.ground.basis.attached import MOST_BYTES
from thenchot.ground.basis.reads.scoped import scoped

LARGEST = 1024 * 1024  # a body of the API; a list of ten thousand rows is smaller
LARGEST_FILE = MOST_BYTES * 4 // 3 + LARGEST  # one that carries a file, in base64
FILE_ACTS = (
    "/acts/attach-signed-file", "/acts/attach-signed-files", "/acts/attach-received-file",
    "/acts/add-submission-piece",
)  # fmt: skip
SCHEME = "bearer"


def gate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Qua cổng — no cookie is believed here, so a foreign page can send nothing in our name."""

    @csrf_exempt
    @login_not_required
    @wraps(view, updated=())
    def entered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = _stopped(request) or answered(request, view, args, kwargs, _opened(request))
        except Http404:
            answer = problem(404)
        if answer.status_code == 405:
            answer = _same_head(problem(405), answer)
        patch_cache_control(answer, private=True, no_store=True)
        return answer

    return entered


def _opened(request: Request) -> AbstractContextManager[None]:
    return scoped(request.actor, request.day, reading=True)


def _stopped(request: Request) -> HttpResponse | None:
    """The refusal at the gate; None lets the request in, with its actor."""
    brings_file = request.path.endswith(FILE_ACTS)
    if _length(request) > (LARGEST_FILE if brings_file else LARGEST):
        return problem(413)
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != SCHEME:
        return _unknown()
    actor = actor_of_token(secret.strip(), request.day)
    if actor is not None:
        request.actor = actor
        if brings_file:  # measured above; Django itself would stop at the length of a form
            request._body = request.read()
        return None
    try:
        wrong_key(request)
    except TooSoon as fault:
        answer = problem(429)
        answer["Retry-After"] = str(fault.seconds)
        return answer
    return _unknown()


def _length(request: Request) -> int:
    said = request.headers.get("Content-Length", "")
    return int(said[:20]) if said.isdecimal() else 0


def _unknown() -> HttpResponse:
    answer = problem(401)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def _same_head(answer: HttpResponse, other: HttpResponse) -> HttpResponse:
    answer["Allow"] = other["Allow"]
    return answer
