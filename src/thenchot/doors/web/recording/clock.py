"""Ô giờ — hours as people type them."""

import re
from dataclasses import dataclass
from datetime import date, time

from thenchot.doors.web.recording.boxes import Box
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark

TYPED = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?(?:\s*phút)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Box):
    """Ô giờ — "8:15", "8h15", "14 giờ"."""

    def read(self, typed: str) -> time | None:
        if not typed and self.optional:
            return None
        found = TYPED.fullmatch(typed.lower())
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise Misread(mark("Hãy gõ giờ như 8:15 hoặc 14 giờ."))
        return time(hour, minute)

    def stand_in(self, day: date) -> time:
        return time(0)
