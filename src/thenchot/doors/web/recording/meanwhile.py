"""Trong lúc đang gõ — who recorded something about the same units since the form was opened."""

from datetime import date

from django.utils.dateparse import parse_datetime

from thenchot.doors.web.recording.boxes import Picked
from thenchot.doors.web.recording.reading import Read
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.basis.reads.journal import Recorded, recorded_since
from thenchot.ground.basis.reads.sight import units_answering
from thenchot.ground.plain.actor import Actor
from thenchot.people.dossiers.reads.picked import Pick, units_behind


def meanwhile(by: Actor, day: date, sheet: Sheet, read: Read, since: str) -> list[Recorded]:
    """Người khác đã ghi — others' acts since then in the units the sheet speaks of, latest first."""
    try:
        opened = parse_datetime(since)
    except ValueError:
        opened = None
    if opened is None or opened.tzinfo is None:
        return []
    units = sheet.units | _named(sheet, read, {Pick.UNIT, Pick.CELL})
    for kind in (Pick.POST, Pick.POSTING, Pick.POSITION, Pick.PAPER):
        units |= units_behind(kind, by=by, numbers=_named(sheet, read, {kind}))
    people = sheet.people | _named(sheet, read, {Pick.PERSON})
    units |= units_answering(people=people, on=day)
    return recorded_since(by=by, right=sheet.act.needs, since=opened, units=units)


def _named(sheet: Sheet, read: Read, kinds: set[Pick]) -> frozenset[int]:
    names = [
        box.name
        for box in (*sheet.boxes, *sheet.columns)
        if isinstance(box, Picked) and box.of in kinds
    ]
    return frozenset(
        values[name] for values in (read.values, *read.lines) for name in names if values.get(name)
    )
