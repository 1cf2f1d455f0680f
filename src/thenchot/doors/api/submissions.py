"""Hồ sơ trình qua API — a piece put in with its file, taken out, its file fetched; an emergency removal."""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from ninja import Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.attaching import FileIn, kept_of
from thenchot.doors.api.instruments import FileOut
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import NO_NUL, Day, Id, Out, PaperOut, PathId, Text
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.acts import submitting
from thenchot.office.drafting.reads.pieces import piece_file
from thenchot.office.drafting.rules.pieces import PieceRow
from thenchot.office.drafting.rules.rows import LONGEST
from thenchot.office.drafting.words import PieceKind, Right

router = Router(tags=[mark("Dự thảo")])
Whole = Annotated[str, Field(max_length=LONGEST, pattern=NO_NUL)]


class SubmissionPieceOut(Out):
    """Một tài liệu của hồ sơ trình — `paper` is null out of sight; `taken_out_on`: it stands there no more."""

    id: int
    kind: PieceKind
    title: str
    issuer: str
    dated_on: date | None
    is_paper: bool
    paper: PaperOut | None
    file_sha256: str
    words: str
    taken_out_on: date | None
    reason: str


@question(router, "/submission-pieces/{piece}/file", needs=Right.READ, shape=FileOut)
def get_piece_file(request: Request, piece: PathId) -> Any:
    """Tệp của một tài liệu — to whoever sees the draft."""
    found = piece_file(by=request.actor, piece=piece)
    if found is None:
        return None
    line, place, kind = found
    content = b64encode(place.read_bytes()).decode()
    return {"sha256": line.file_sha256, "media": kind.media, "content": content}


class PieceIn(Row):
    """Một tài liệu — `instrument`, a file beside it, or `words`: one of the three."""

    MADE = PieceRow
    kind: PieceKind
    title: Text
    issuer: Text
    dated_on: Day | None = None
    instrument: Id | None = None
    words: Whole = ""


class AddingPiece(Body):
    """Đưa tài liệu vào hồ sơ trình."""

    draft: Id
    row: PieceIn
    file: FileIn | None = None

    def taken(self) -> tuple[dict[str, Any], list[Reason]]:
        digest, noted = kept_of(self.file) if self.file else ("", [])
        return {"draft": self.draft, "row": replace(self.row.row(), file_sha256=digest)}, noted


class TakingOutPiece(Body):
    """Rút tài liệu khỏi hồ sơ trình."""

    piece: Id
    reason: Text


class RemovingPieceFile(Body):
    """Gỡ khẩn cấp tệp của một tài liệu."""

    piece: Id


deed(router, submitting.add_submission_piece, AddingPiece)
deed(router, submitting.take_out_submission_piece, TakingOutPiece)
deed(router, submitting.remove_submission_file, RemovingPieceFile)
