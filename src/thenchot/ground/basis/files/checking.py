"""Xét tệp — asks a child process what a file is; its silence, crash or delay is a refusal too."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import thenchot
from thenchot.ground.basis.files.faults import FAULTS, HEAVY
from thenchot.ground.basis.files.kinds import Kind
from thenchot.ground.basis.words import Integrity, Trust
from thenchot.ground.plain.reasons import Misread

SOURCE = Path(thenchot.__path__[0]).parent
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from thenchot.ground.basis.files.{what} import main; main()"
)
LONGEST_WAIT = 10  # seconds by the clock; the processor's are the child's own limit


@dataclass(frozen=True, slots=True)
class Opened:
    """Tệp đã mở — its kind, its text, its number of pages.

    `pages_read`: where the text does not reach the end, of how many pages it is; 0 where letters ran out.
    """

    kind: Kind
    first_page: str
    text: str
    pages: int
    pages_read: int | None


@dataclass(frozen=True, slots=True)
class SignatureSeen:
    """Một chữ ký số — `at` as the signer's own clock says it, unless a time stamp does (`stamped`)."""

    signer: str
    organ: str
    at: datetime | None
    stamped: bool
    integrity: Integrity
    trust: Trust


@dataclass(frozen=True, slots=True)
class PageSeen:
    """Trang của tệp — millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class ParagraphSeen:
    """Đoạn của tệp — how most of its letters are set; `aligned` "center", "justify" or "".

    `size`, `line` (0: no fixed height) and `before` in points, `indent` of the first line in mm.
    """

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    aligned: str
    line: float
    before: float
    indent: float


@dataclass(frozen=True, slots=True)
class LookSeen:
    """Hình thức của một tệp DOCX — whether the first page shows its number, and the pages after it."""

    pages: list[PageSeen]
    paragraphs: list[ParagraphSeen]
    first_numbered: bool
    others_numbered: bool


def look_of(place: Path) -> LookSeen:
    """Hình thức — of a DOCX file; Misread with the reason where it is none or may harm."""
    said = _asked("looks", place, "")
    return LookSeen(
        [PageSeen(*each) for each in said["pages"]],
        [ParagraphSeen(**each) for each in said["paragraphs"]],
        *said["numbered"],
    )


def opened(place: Path, name: str = "") -> Opened:
    """Tệp đã mở — Misread with the reason where it is not taken; plain text only of a `name`.csv."""
    said = _asked("child", place, name.lower().rpartition(".")[2])
    read = said["read"] if said["read"] < said["pages"] else None
    return Opened(Kind(said["kind"]), said["first_page"], said["text"], said["pages"], read)


def signatures_in(place: Path, trusted: Path) -> list[SignatureSeen]:
    """Chữ ký số của tệp PDF — in the order of signing; `trusted` holds the certificates relied on.

    Misread where the file cannot be read to its end.
    """
    return [
        SignatureSeen(
            each["signer"], each["organ"], datetime.fromisoformat(each["at"]) if each["at"] else None,
            each["stamped"], Integrity.of(each["integrity"]), Trust.of(each["trust"]),
        )
        for each in _asked("signatures", place, str(trusted))["signatures"]
    ]  # fmt: skip


def _asked(what: str, place: Path, word: str) -> Any:
    """What the child answers; its refusal, silence, crash or delay is raised."""
    start = START.format(what=what)
    command = [sys.executable, "-I", "-B", "-c", start, str(SOURCE), str(place), word]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            timeout=LONGEST_WAIT,
            check=True,
        )
        said = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Misread(HEAVY) from error
    if "fault" in said:
        raise Misread(said["fault"] if said["fault"] in FAULTS else HEAVY)
    return said
