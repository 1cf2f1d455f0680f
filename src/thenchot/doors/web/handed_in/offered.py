"""Phiếu của một dòng đối chiếu — the sheets that would settle it, filled with what the list says."""

from urllib.parse import urlencode

from django.urls import reverse

from thenchot.doors.web.recording.correcting import GIVEN
from thenchot.doors.web.recording.offers import CELL, PERSON, Offer
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Misread
from thenchot.people.dossiers.rules.cells import Cells
from thenchot.people.dossiers.rules.compared import (
    COLUMN_OF,
    Pair,
    Registered,
    Value,
    set_right_by,
    shown,
)
from thenchot.people.dossiers.rules.listed import ListedLine
from thenchot.people.members.words import ListColumn, Status

OF_RECOGNITION = {ListColumn.STATUS, ListColumn.OFFICIAL}
OF_NUMBERS = {ListColumn.CITIZEN, ListColumn.CARD}


def offers(by: Actor, pair: Pair, cells: Cells) -> list[Offer]:
    """Việc ghi được — a correction, a transfer, a recognition, numbers; for one only here, an exit.

    No number stands in an address. `cells`: those a transfer may lead to.
    """
    if pair.here is None:
        return []
    if pair.there is None:
        return _sheets(by, pair.here, "chuyen-sinh-hoat", "ra-khoi-danh-sach")
    found = _corrections(pair) if by.may(Right.CORRECT_FACT) else []
    columns = {each.column for each in pair.differences}
    if ListColumn.CELL in columns:
        found += _sheets(by, pair.here, "chuyen-sinh-hoat", **_to_cell(pair.there, cells))
    if pair.here.status is Status.PROBATIONARY and columns & OF_RECOGNITION:
        found += _sheets(by, pair.here, "cong-nhan")
    if columns & OF_NUMBERS:
        found += _sheets(by, pair.here, "so-dinh-danh")
    return found


def _to_cell(there: ListedLine, cells: Cells) -> dict[str, int]:
    try:
        return {CELL: cells.find(there.cell, there.above).id}
    except Misread:
        return {}


def _sheets(by: Actor, here: Registered, *slugs: str, **given: int) -> list[Offer]:
    query = urlencode({PERSON: here.person, **given})
    return [
        (SHEETS[slug].title, f"{reverse('record', args=[slug])}?{query}")
        for slug in slugs
        if by.may(SHEETS[slug].act.needs, here.cell_id)
    ]


def _corrections(pair: Pair) -> list[Offer]:
    """One for the facts of the life, one for the party days: each sets several columns right."""
    found = []
    for title, kind, fact, differences in set_right_by(pair):
        given = {f"{GIVEN}{COLUMN_OF[each.column]}": _typed(each.there) for each in differences}
        address = reverse("correct", args=[kind, fact])
        found.append((title, f"{address}?{urlencode(given)}"))
    return found


def _typed(value: Value) -> str:
    return value.value if isinstance(value, Labelled) else shown(value)
