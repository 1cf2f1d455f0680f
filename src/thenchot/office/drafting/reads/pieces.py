"""Câu hỏi về hồ sơ trình — its pieces, the file of one, what kinds the files on an agenda hold."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import OuterRef, QuerySet

from thenchot.ground.basis.attached import kept_file
from thenchot.ground.basis.files.kinds import Kind
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.office.drafting.models import SubmissionPiece
from thenchot.office.drafting.words import PieceKind


@dataclass(frozen=True, slots=True)
class PieceLine:
    """Một tài liệu — `paper` is None out of the reader's sight, where `is_paper` still says it is one."""

    id: int
    kind: PieceKind
    title: str
    issuer: str
    dated_on: date | None
    is_paper: bool
    paper: Paper | None
    file_sha256: str
    words: str
    taken_out_on: date | None
    reason: str

    @property
    def emptied(self) -> bool:
        """Tệp đã gỡ — in an emergency."""
        return not (self.is_paper or self.file_sha256 or self.words)


def pieces_of(*, by: Actor, draft: int) -> list[PieceLine]:
    """Tài liệu của hồ sơ trình — those taken out too, in the order they came. Runs at most two statements."""
    found = list(SubmissionPiece.objects.visible_to(by).filter(draft=draft).order_by("pk"))
    of = {each.paper_id for each in found if each.paper_id}
    papers = Instrument.objects.visible_to(by).in_bulk(of) if of else {}
    return [_line(each, papers.get(each.paper_id or 0)) for each in found]


def kinds_put(by: Actor) -> QuerySet[Any, Any]:
    """Loại của các tài liệu đang có — of the draft of an outer question, for a subquery of it."""
    standing = SubmissionPiece.objects.visible_to(by).filter(taken_out_on=None)
    return standing.filter(draft=OuterRef("pk")).order_by("pk").values("kind")


def piece_file(*, by: Actor, piece: int) -> tuple[PieceLine, Path, Kind] | None:
    """Tệp của một tài liệu — to whoever sees the draft; of one taken out too. None where there is none."""
    found = SubmissionPiece.objects.visible_to(by).filter(pk=piece).first()
    held = kept_file(found.file_sha256) if found else None
    return (_line(found, None), *held) if found and held else None


def _line(each: SubmissionPiece, of: Instrument | None) -> PieceLine:
    return PieceLine(
        each.pk, PieceKind.of(each.kind), each.title, each.issuer, each.dated_on,
        each.paper_id is not None, paper(of) if of else None, each.file_sha256, each.words,
        each.taken_out_on, each.reason,
    )  # fmt: skip
