"""Khung trang — what every page shows around its content."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from thenchot.doors.access.sign_in import sessions
from thenchot.doors.access.words import Right as AccessRight
from thenchot.doors.web.choices import KEYS, SIZE, chosen
from thenchot.doors.web.looked_at import back_to_today, without_day
from thenchot.doors.web.menu import menu_for
from thenchot.doors.web.recording.done import just_done
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.typed_dates import weekday_name


def shell(request: HttpRequest) -> dict[str, Any]:
    """Khung trang — the demo band, the days, the letter size, who is signed in and how long."""
    name = _signed_name(request)
    end = sessions.until(request) if name else None
    day = getattr(request, "day", None)
    on = getattr(request, "on", day)
    return {
        "demo": settings.DEMO,
        "office": settings.OFFICE or settings.DATA_FOLDER.office_name(),
        "help_line": settings.HELP_LINE,
        "office_day": day,
        **_looked_at(request, day, on),
        "size": chosen(request, SIZE),
        "keys_on": chosen(request, KEYS) == "on",
        "signed_in": bool(name),
        "signed_name": name,
        "session_until": end,
        "session_seconds": int((end - timezone.now()).total_seconds()) if end else 0,
        "printed_at": timezone.now(),
        "just_done": just_done(request),
        **_of_actor(request, getattr(request, "actor", None), on),
    }


def _looked_at(request: HttpRequest, day: date | None, on: date | None) -> dict[str, Any]:
    return {
        "on": on,
        "on_weekday": weekday_name(on) if on else "",
        "looking_back": on != day,
        "day_fault": getattr(request, "day_fault", None),
        "to_today": back_to_today(request.GET),
        "other_filters": [
            (name, value) for name, values in without_day(request.GET).lists() for value in values
        ],
    }


def _of_actor(request: HttpRequest, actor: Actor | None, on: date | None) -> dict[str, Any]:
    """What this actor's rights put into the shell; an own button only where there is a choice."""
    if actor is None or actor.account is None or on is None:
        return {}
    match = request.resolver_match
    return {
        "menu": menu_for(actor, on, match.url_name or "" if match else ""),
        "reads_journal": actor.may(BasisRight.READ_JOURNAL),
        "reads_accounts": actor.may(AccessRight.READ),
        "notices_waiting": getattr(request, "waiting", 0),
        "typing": actor.typing_for_another,
        "types_for": actor.types_for,
    }


def _signed_name(request: HttpRequest) -> str:
    """As printed where the page knows it; the pages of signing in know the account's name only."""
    actor = getattr(request, "actor", None)
    if actor is not None:
        return str(actor.printed_name or actor.id)
    user = getattr(request, "user", None)
    return str(user.get_username()) if user is not None and user.is_authenticated else ""
