"""Khung trang — what every page shows around its content."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from thenchot.doors.access.sign_in import sessions
from thenchot.doors.access.words import Right as AccessRight
from thenchot.doors.web.choices import SIZE, chosen
from thenchot.figures.indicators.words import Right as IndicatorsRight
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import Actor


def shell(request: HttpRequest) -> dict[str, Any]:
    """Khung trang — the demo band, the office day, the letter size, who is signed in and how long."""
    name = _signed_name(request)
    end = sessions.until(request) if name else None
    return {
        "demo": settings.DEMO,
        "office": settings.OFFICE or settings.DATA_FOLDER.office_name(),
        "help_line": settings.HELP_LINE,
        "office_day": getattr(request, "day", None),
        "large": chosen(request, SIZE) == "large",
        "signed_in": bool(name),
        "signed_name": name,
        "session_until": end,
        **_menu(getattr(request, "actor", None)),
        "session_seconds": int((end - timezone.now()).total_seconds()) if end else 0,
    }


def _menu(actor: Actor | None) -> dict[str, Any]:
    """What this actor's rights put into the menu; an own button only where there is a choice."""
    if actor is None or actor.account is None:
        return {}
    return {
        "reads_reports": actor.may(IndicatorsRight.READ),
        "reads_journal": actor.may(BasisRight.READ_JOURNAL),
        "reads_accounts": actor.may(AccessRight.READ),
        "typing": ">" in actor.id,
        "types_for": actor.types_for,
    }


def _signed_name(request: HttpRequest) -> str:
    """As printed where the page knows it; the pages of signing in know the account's name only."""
    actor = getattr(request, "actor", None)
    if actor is not None:
        return str(actor.printed_name or actor.id)
    user = getattr(request, "user", None)
    return str(user.get_username()) if user is not None and user.is_authenticated else ""
