"""Chữ trong tệp văn phòng — the first page, and all of it."""

import io
import re
from collections.abc import Iterator
from itertools import islice

from python_calamine import CalamineError, CalamineWorkbook

from thenchot.ground.basis.files.faults import BROKEN, EXTERNAL, KIND, UNPRINTED, Hostile
from thenchot.ground.basis.files.packages import Members
from thenchot.ground.basis.files.xml import local, read_xml
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.worksheets import decoded

DOCUMENT = "word/document.xml"
MARGINS = ("word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")
DRAWN = ("word/charts/", "word/diagrams/", "xl/charts/", "xl/diagrams/", "xl/drawings/")
SHEETS, NOTES = ("xl/worksheets/sheet", "xl/chartsheets/"), ("xl/comments", "xl/threadedComments/")
NOTE_ENDS = frozenset({"comment", "threadedComment", "div", "textbox"})
IN_MARGINS = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
DRESS = re.compile(
    r'&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[-+]\d{3})|\d{1,3}|([LCR])|(&)|[A-Z])', re.IGNORECASE
)  # of a print margin: font, colour, size, place, the sign itself, what is filled in
FETCHING = ("DDE", "INCLUDETEXT", "INCLUDEPICTURE")
FIRST_PAGE = 3000  # letters, where the document says no end of its first page
FIRST_ROWS = 60  # of a table: more than a printed page holds
CELLS = re.compile(r"[;,]")  # between the cells of a row, as tabs
ROWS_OF_CELLS = re.compile(rb"<((?:\w+:)?)sheetData(?:\s[^>]*)?>.*</\1sheetData\s*>", re.DOTALL)
CONTROLS = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class WordText:
    """Chữ của một phần DOCX — a line for each paragraph, tabs kept, deleted text left out."""

    def __init__(self, body: bytes) -> None:
        self.pieces: list[str] = []
        self.first_page: int | None = None
        self.within = ""
        read_xml(body, self._started, self._ended, self._said)

    def whole(self) -> str:
        return "".join(self.pieces)

    def first(self) -> str:
        return "".join(self.pieces[: self.first_page])[: None if self.first_page else FIRST_PAGE]

    def _started(self, name: str, said: dict[str, str]) -> None:
        self.within = local(name)
        if self.within == "p":
            self._line_ends()  # where a box stands in a paragraph, the line before it is not done
        elif self.within == "textpath":
            self.pieces.append("\n{}\n".format(said.get("string", "")))
        elif self.within == "tab":
            self.pieces.append("\t")
        elif self.within == "lastRenderedPageBreak" or (
            self.within == "br" and "page" in said.values()
        ):
            self.first_page = self.first_page or len(self.pieces) or None
        elif self.within in ("br", "cr"):
            self.pieces.append("\n")

    def _ended(self, name: str) -> None:
        self.within = ""
        if local(name) == "p":
            self.pieces.append("\n")

    def _said(self, text: str) -> None:
        if self.within == "t":
            self.pieces.append(text)
        elif self.within == "instrText" and text.strip().upper().startswith(FETCHING):
            raise Hostile(EXTERNAL)

    def _line_ends(self) -> None:
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")


class NoteText:
    """Chữ của ghi chú, khung chữ kiểu cũ — all that a part says, a line for each note or box."""

    def __init__(self, body: bytes) -> None:
        self.pieces: list[str] = []
        read_xml(body, self._started, self._ended, self.pieces.append)

    def whole(self) -> str:
        return "".join(self.pieces)

    def _started(self, name: str, said: dict[str, str]) -> None:
        if local(name) == "textpath":
            self.pieces.append("\n{}\n".format(said.get("string", "")))

    def _ended(self, name: str) -> None:
        if local(name) in NOTE_ENDS:
            self.pieces.append("\n")


class PrintMargins:
    """Lề in của một bảng tính — what is printed above and below it, a line for each place."""

    def __init__(self, body: bytes) -> None:
        self.pieces: list[str] = []
        self.within = False
        read_xml(body, self._started, self._ended, self._said)

    def whole(self) -> str:
        said = "".join(self.pieces)
        return DRESS.sub(lambda code: "\n" if code[1] else code[2] or "", said).strip()

    def _started(self, name: str, _: dict[str, str]) -> None:
        self.within = bool(IN_MARGINS.fullmatch(local(name)))

    def _ended(self, _: str) -> None:
        if self.within:
            self.pieces.append("\n")
        self.within = False

    def _said(self, text: str) -> None:
        if self.within:
            self.pieces.append(text)


def text_of_document(members: Members) -> tuple[list[str], int]:
    """Chữ của DOCX — [first page with margins, notes, comments and what is drawn, whole], one page or more."""
    if DOCUMENT not in members:
        raise Hostile(BROKEN)
    body = WordText(members[DOCUMENT])
    margins = [
        WordText(part).whole()
        for name, part in members.items()
        if name.endswith(".xml") and name.startswith((*MARGINS, *DRAWN))
    ]
    return ["\n".join([*margins, body.first()]), body.whole()], 1


def text_of_workbook(content: bytes, members: Members) -> tuple[list[str], int]:
    """Chữ của XLSX — [first rows of the first sheet with every margin, box, comment and chart, all sheets], a line
    each; sheets stand for pages."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            "\n".join("\t".join(map(str, row)) for row in book.get_sheet_by_name(name).to_python())
            for name in book.sheet_names
        ]
    except (CalamineError, OSError) as error:
        raise Hostile(BROKEN) from error
    first = [*_beside_cells(members), _first_rows(next(iter(sheets), ""))]
    return ["\n".join(first), "\n".join(sheets)], len(sheets)


def _beside_cells(members: Members) -> Iterator[str]:
    """Of every sheet, since any may be printed first; its cells, which may be a million, are not walked."""
    for name, body in members.items():
        if name.endswith(".vml") or (name.endswith(".xml") and name.startswith(NOTES)):
            yield from NoteText(body).whole().splitlines()
        elif name.endswith(".xml") and name.startswith(SHEETS):
            yield from PrintMargins(ROWS_OF_CELLS.sub(b"", body)).whole().splitlines()
        elif name.endswith(".xml") and name.startswith(DRAWN):
            yield from WordText(body).whole().splitlines()


def text_of_table(content: bytes) -> list[str]:
    """Chữ của CSV — [first rows, whole]; `Hostile` where it is no plain text, or another language."""
    try:
        text = decoded(content)
    except Misread as fault:
        raise Hostile(fault.reason.text) from fault
    if CONTROLS.search(text):
        raise Hostile(UNPRINTED)
    if text.lstrip().startswith("<"):
        raise Hostile(KIND)
    return [CELLS.sub("\t", _first_rows(text)), text]


def _first_rows(text: str) -> str:
    return "\n".join(islice(text.splitlines(), FIRST_ROWS))
