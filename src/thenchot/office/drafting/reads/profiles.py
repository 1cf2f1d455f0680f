"""Mẫu thể thức — the profile in force on a day, as shipped; the newest where none was yet."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).parents[1] / "reference"


def profile_on(day: date) -> dict[str, Any]:
    """Mẫu của ngày — page, body and elements as `reference/layout-*.json` says."""
    return shipped_on("layout", day)


def shipped_on(what: str, day: date) -> dict[str, Any]:
    """Dữ liệu đi kèm của ngày — of the files `reference/<what>-*.json`."""
    files = _shipped(what)
    held = [each for each in files if date.fromisoformat(each["from_day"]) <= day]
    return max(held or files, key=lambda each: each["from_day"])


@cache
def _shipped(what: str) -> tuple[dict[str, Any], ...]:
    return tuple(
        json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(REFERENCE.glob(f"{what}-*.json"))
    )
