"""Ô của bảng tính — a day as offices write it into their own files."""

import re
from datetime import date, timedelta
from functools import lru_cache

from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import NotADay, parse_day

DAY_ZERO = date(1899, 12, 30)  # of a spreadsheet's own days
DAYS = range(3654, 73_051)  # 1910 to 2099, as such days


@lru_cache(50_000)  # a list repeats its days
def listed_day(text: str, today: date) -> date | None:
    """Ngày trong ô — as typed, or as the spreadsheet counts days; a short year is the latest past one."""
    typed = re.sub(r"[T ]00:00(:00)?(\.0+)?$", "", text)
    if not typed:
        return None
    if typed.isascii() and typed.isdigit():
        if int(typed) in DAYS:
            return DAY_ZERO + timedelta(int(typed))
        if len(typed) == 4:
            raise Misread(mark("Chỉ có năm {text}; cần đủ ngày, tháng, năm."), text=typed)
    if re.fullmatch(r"(\D*)\d{1,2}\s*[/.-]\s*\d{4}", typed):
        raise Misread(mark("Chỉ có tháng và năm «{text}»; cần đủ ngày, tháng, năm."), text=typed)
    if not re.search(r"\d.*\d.*\d", typed) or re.fullmatch(r"\d{1,2}[/.-]\d{1,2}", typed):
        raise NotADay(mark("«{text}» không phải là ngày. Hãy gõ như 03/02/2025."), text=typed)
    day = parse_day(typed, today)
    short = re.search(r"[/.\s-]\d{2}$", typed) and not re.match(r"\d{4}-", typed)
    return _a_century_before(day) if short and day > today else day


def _a_century_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 100)
    except ValueError as error:  # 29 February of 2000 and its like
        raise NotADay(
            mark("«{text}» không phải là ngày. Hãy gõ như 03/02/2025."), text=f"{day:%d/%m/%y}"
        ) from error
