"""Xét tệp — asks a child process what a file is; its silence, crash or delay is a refusal too."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import thenchot
from thenchot.ground.basis.files.faults import FAULTS, HEAVY
from thenchot.ground.basis.files.kinds import Kind
from thenchot.ground.plain.reasons import Misread

SOURCE = Path(thenchot.__path__[0]).parent
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from thenchot.ground.basis.files.child import main; main()"
)
LONGEST_WAIT = 10  # seconds by the clock; the processor's are the child's own limit


@dataclass(frozen=True, slots=True)
class Opened:
    """Tệp đã mở — its kind, its text and its number of pages."""

    kind: Kind
    first_page: str
    text: str
    pages: int


def opened(place: Path, name: str = "") -> Opened:
    """Tệp đã mở — Misread with the reason where it is not taken; plain text only of a `name`.csv."""
    ending = name.lower().rpartition(".")[2]
    command = [sys.executable, "-I", "-B", "-c", START, str(SOURCE), str(place), ending]
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
    return Opened(Kind(said["kind"]), said["first_page"], said["text"], said["pages"])
