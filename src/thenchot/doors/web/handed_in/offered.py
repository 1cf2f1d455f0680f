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
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.rules.cells import Cells
from thenchot.people.dossiers.rules.compared import (
    OF_LIFE,
    Difference,
    Pair,
    Registered,
    Value,
    shown,
)
from thenchot.people.dossiers.rules.listed import ListedLine
from thenchot.people.members.words import ListColumn, Status

OF_DAYS = (ListColumn.JOINED, ListColumn.OFFICIAL)
OF_RECOGNITION = {ListColumn.STATUS, ListColumn.OFFICIAL}
OF_NUMBERS = {ListColumn.CITIZEN, ListColumn.CARD}
NAMES = {
    ListColumn.NAME: "full_name",
    ListColumn.BORN: "birth_on",
    ListColumn.SEX: "sex",
    ListColumn.ETHNICITY: "ethnicity",
    ListColumn.HOMETOWN: "hometown",
    ListColumn.JOINED: "joined_on",
    ListColumn.OFFICIAL: "official_on",
}


def offers(by: Actor, pair: Pair, cells: Cells) -> list[Offer]:
    """Việc ghi được — a correction, a transfer, a recognition, numbers; for one only here, an exit.

    No number stands in an address. `cells`: those a transfer may lead to.
    """
    if pair.here is None:
        return []
    if pair.there is None:
        return _sheets(by, pair.here, "chuyen-sinh-hoat", "ra-khoi-danh-sach")
    found = _corrections(pair.here, pair.differences) if by.may(Right.CORRECT_FACT) else []
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


def _corrections(here: Registered, differences: tuple[Difference, ...]) -> list[Offer]:
    """One for the facts of the life, one for the party days: each sets several columns right.

    The official day of one on probation comes with the recognition, not by a correction.
    """
    found = []
    dated = (ListColumn.JOINED,) if here.status is Status.PROBATIONARY else OF_DAYS
    for title, kind, fact, columns in (
        (mark("Đính chính lai lịch"), "register.PersonSpell", here.life, OF_LIFE),
        (mark("Đính chính ngày đảng"), "members.PartyDays", here.days, dated),
    ):
        given = {
            f"{GIVEN}{NAMES[each.column]}": _typed(each.there)
            for each in differences
            if each.column in columns
        }
        if given and fact:
            address = reverse("correct", args=[kind, fact])
            found.append((title, f"{address}?{urlencode(given)}"))
    return found


def _typed(value: Value) -> str:
    return value.value if isinstance(value, Labelled) else shown(value)
