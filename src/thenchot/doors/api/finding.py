"""Tìm văn bản qua API — by words of number, title and file, and by register, organ, kind, days, unit, urgency."""

from typing import Any

from ninja import Query, Router

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import question
from thenchot.doors.api.shapes import Day, Listed, Out, PaperOut, PathId, Sheet, Word
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.found import Looked, found_papers
from thenchot.office.documents.words import HeldIn, Right, Urgency

router = Router(tags=[mark("Văn bản đến, văn bản đi")])


class PieceOut(Out):
    """Mẩu chữ — `hit` where it is a word that was sought."""

    text: str
    hit: bool


class PlaceOut(Out):
    """Chỗ trong sổ."""

    held: HeldIn
    id: int
    number: int


class FoundPaperOut(Out):
    """Văn bản tìm thấy — `in_file`: the passage of its file, where the title does not have all words."""

    paper: PaperOut
    kind: InstrumentKind
    issuer: str
    abstract: list[PieceOut]
    in_file: list[PieceOut]
    has_file: bool
    places: list[PlaceOut]


class LookedFor(Sheet):
    """Lời tìm — every word must be there, with marks or without; `unit` handles or drafted it."""

    words: Word = ""
    held: HeldIn | None = None
    organization: PathId | None = None
    kind: InstrumentKind | None = None
    since: Day | None = None
    until: Day | None = None
    unit: PathId | None = None
    urgency: Urgency | None = None


@question(router, "/papers", needs=Right.READ, shape=Listed[FoundPaperOut])
def find_papers(request: Request, asked: Query[LookedFor]) -> Any:
    """Tìm văn bản — those with the very marks first, then by title, then the newest."""
    looked = Looked(
        asked.words, asked.held, asked.organization, asked.kind, asked.since, asked.until,
        asked.unit, asked.urgency,
    )  # fmt: skip
    total, items = found_papers(
        by=request.actor, on=asked.day, looked=looked, after=asked.offset, most=asked.limit
    )
    return {"total": total, "items": items}
