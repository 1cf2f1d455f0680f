"""Khung trang — what every page shows around its content."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from thenchot.doors.web.choices import SIZE, chosen


def shell(request: HttpRequest) -> dict[str, Any]:
    """Khung trang — the demo band, the office day, the letter size."""
    return {
        "demo": settings.DEMO,
        "office_day": getattr(request, "day", None),
        "large": chosen(request, SIZE) == "large",
    }
