"""Việc ghi được từ một trang — the sheets that can begin with this person, unit or paper."""

from urllib.parse import urlencode

from django.urls import reverse

from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.plain.actor import Actor

PERSON, UNIT, CELL, PAPER, PAPER_ITSELF = "nguoi", "don-vi", "chi-bo", "can-cu", "van-ban"
Offer = tuple[str, str]


def offers_for(by: Actor, *givens: str, number: int, unit: int | None = None) -> list[Offer]:
    """Phiếu có thể mở — (title, address); `unit`: only what the actor may record there."""
    return [
        (sheet.title, f"{reverse('record', args=[sheet.slug])}?{urlencode({given: number})}")
        for given in givens
        for sheet in SHEETS.values()
        if given in _givens(sheet) and by.may(sheet.act.needs, unit)
    ]


def _givens(sheet: Sheet) -> set[str]:
    boxes = {box.given for box in (*sheet.boxes, *sheet.columns)}
    return boxes | {PAPER} if sheet.paper else boxes
