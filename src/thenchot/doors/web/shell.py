"""Khung trang — what every page shows around its content."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Khung trang — the demo band and the office day."""
    return {"demo": settings.DEMO, "office_day": getattr(request, "day", None)}
