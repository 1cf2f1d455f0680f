"""Khung trang — what every page shows around its content."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from thenchot.doors.access.sign_in import sessions
from thenchot.doors.web.choices import SIZE, chosen


def shell(request: HttpRequest) -> dict[str, Any]:
    """Khung trang — the demo band, the office day, the letter size, who is signed in and how long."""
    name = _signed_name(request)
    end = sessions.until(request) if name else None
    return {
        "demo": settings.DEMO,
        "office": settings.OFFICE,
        "help_line": settings.HELP_LINE,
        "office_day": getattr(request, "day", None),
        "large": chosen(request, SIZE) == "large",
        "signed_in": bool(name),
        "signed_name": name,
        "session_until": end,
        "session_seconds": int((end - timezone.now()).total_seconds()) if end else 0,
    }


def _signed_name(request: HttpRequest) -> str:
    """As printed where the page knows it; the pages of signing in know the account's name only."""
    actor = getattr(request, "actor", None)
    if actor is not None:
        return str(actor.printed_name or actor.id)
    user = getattr(request, "user", None)
    return str(user.get_username()) if user is not None and user.is_authenticated else ""
