"""Máy quen — a browser on which an account has signed in before; its guesses are counted apart.

The cookie holds, for at most ten accounts of a shared machine, a mark of the name and a random id.
It opens nothing: it only says whose fault a wrong password is.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

HALF_A_YEAR = 180 * 24 * 3600
ACCOUNTS = 10
_SALT = "thenchot.device"


def known_device(request: HttpRequest, username: str) -> str:
    """Máy quen — the id of this browser for that account; empty where it is a stranger."""
    return _held(request).get(_mark_of(username), "")


def remember_device(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Nhớ máy — after all of signing in succeeded."""
    held = _held(request)
    name = _mark_of(username)
    held[name] = held.pop(name, "") or secrets.token_urlsafe(16)
    newest = dict(list(held.items())[-ACCOUNTS:])
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps(newest, salt=_SALT),
        max_age=HALF_A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _held(request: HttpRequest) -> dict[str, str]:
    sealed = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    try:
        held: dict[str, str] = signing.loads(sealed, salt=_SALT, max_age=HALF_A_YEAR)
    except signing.BadSignature:
        return {}
    return held


def _mark_of(username: str) -> str:
    return salted_hmac(_SALT, username, algorithm="sha256").hexdigest()[:16]
