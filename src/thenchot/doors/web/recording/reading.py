"""Đọc phiếu — what was typed into a sheet as values, every fault beside its box."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext

from thenchot.doors.web.recording.boxes import Box, Day, Picked
from thenchot.doors.web.recording.deadline import DeadlineBox, said_deadline
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.written import Written
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import read_back
from thenchot.people.dossiers.reads.found import Hit
from thenchot.people.dossiers.reads.picked import (
    Pick,
    called_so,
    is_chosen,
    known,
    names,
    offered,
    one_chosen,
    written,
)


@dataclass(slots=True)
class Read:
    """Đã đọc — the values of boxes and lines; a stand-in where a fault is noted on the form."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: list[dict[str, Any]] = field(default_factory=list)


class Picks:
    """Đã tìm — what stands behind the names and numbers typed into the boxes of one form."""

    def __init__(self, by: Actor, day: date, paper_day: date | None) -> None:
        self.by, self.day, self.paper_day = by, day, paper_day
        self._known: dict[tuple[Pick, int], Hit] = {}
        self._offered: dict[tuple[Pick, str], list[Hit]] = {}

    def look_up(self, kind: Pick, typed: set[str]) -> None:
        """All numbers of a kind at once; each name once."""
        numbers = {one_chosen(text) for text in typed if is_chosen(text)}
        for number, hit in known(kind, by=self.by, on=self.day, numbers=numbers).items():
            self._known[kind, number] = hit
        for text in typed:
            if not is_chosen(text):
                self._offered[kind, text] = offered(kind, by=self.by, on=self.day, typed=text)

    def one(self, kind: Pick, text: str) -> Hit | list[Hit]:
        """Một — or all that fit, none or several."""
        if is_chosen(text):
            found = self._known.get((kind, one_chosen(text)))
            return found if found and names(text, found) else []
        hits = self._offered[kind, text]
        whole = called_so(hits, text)
        for alone in (hits, whole):
            if len(alone) == 1:
                return alone[0]
        return hits


def read_sheet(
    sheet: Sheet, form: Written, by: Actor, day: date, paper_day: date | None = None
) -> Read:
    """Đọc phiếu — on the office day `day`; faults, days read back and namesakes go onto the form."""
    picks, read = Picks(by, day, paper_day), Read()
    typed: dict[Pick, set[str]] = {}
    for box, _, text in _typed(sheet, form):
        if isinstance(box, Picked) and text:
            typed.setdefault(box.of, set()).add(text)
    for kind, texts in typed.items():
        picks.look_up(kind, texts)
    read.lines = [{} for _ in form.lines]
    for box, id, text in _typed(sheet, form):
        value = _value(box, id, text, form, picks)
        if number := id.partition(".")[0] if "." in id else "":
            read.lines[int(number) - 1][box.name] = value
        else:
            read.values[box.name] = value
    return read


def _typed(sheet: Sheet, form: Written) -> Iterator[tuple[Box, str, str]]:
    for box in sheet.boxes:
        yield box, box.name, form.boxes.get(box.name, "")
    for number, line in enumerate(form.lines, start=1):
        for box in sheet.columns:
            yield box, f"{number}.{box.name}", line.get(box.name, "") or box.first


def _value(box: Box, id: str, text: str, form: Written, picks: Picks) -> Any:
    try:
        if isinstance(box, Day):
            found = box.read_on(text, picks.day, picks.paper_day)
            if found:
                form.read_back[id] = read_back(found, gettext)
            return found
        if isinstance(box, DeadlineBox):
            told = box.read_on(text, picks.day)
            form.read_back[id] = said_deadline(told, picks.day, gettext)
            return told
        if isinstance(box, Picked):
            return _picked(box, id, text, form, picks)
        return box.read(text)
    except Misread as fault:
        form.notes(Reason(fault.reason.text, fault.reason.values, field=id))
        return box.stand_in(picks.day)


def _picked(box: Picked, id: str, text: str, form: Written, picks: Picks) -> int | None:
    if not text:
        if box.optional:
            return None
        raise Misread(mark("Hãy tìm và chọn {what}."), what=box.of)
    found = picks.one(box.of, text)
    if isinstance(found, Hit):
        _rewrite(form, id, written(found))
        return found.id
    if not found:
        raise Misread(
            mark("Không thấy {what} «{text}» trong phạm vi được xem."), what=box.of, text=text
        )
    form.choices[id] = [written(hit) for hit in found]
    raise Misread(mark("Có nhiều {what} khớp «{text}»; hãy chọn một."), what=box.of, text=text)


def _rewrite(form: Written, id: str, text: str) -> None:
    """What was understood stands in the box, if the form is shown again."""
    number, _, name = id.rpartition(".")
    where = form.lines[int(number) - 1] if number else form.boxes
    where[name] = text
