"""Ảnh của trang — a page of a PDF, or an image, drawn by a child process as tightly bound as the one that opens files."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from thenchot.ground.basis.files.checking import LONGEST_WAIT, SOURCE
from thenchot.ground.basis.files.child import limit_oneself
from thenchot.ground.basis.files.kinds import Kind

START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from thenchot.ground.basis.files.drawing import main; main()"
)
DOTS = 110.0  # to the inch: an A4 page of some 900 by 1,300 dots
PAGE = (
    "#set page(width: 210mm, height: auto, margin: 0pt)\n"
    "#image({name}, format: {kind}, page: {page}, width: 100%)"
)


def drawn_page(place: Path, kind: Kind, page: int) -> bytes | None:
    """Một trang thành PNG — None where it cannot be drawn within the limits."""
    told = [str(place), str(kind), str(page)]
    command = [sys.executable, "-I", "-B", "-c", START, str(SOURCE), *told]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"RAYON_NUM_THREADS": "1"},
            timeout=LONGEST_WAIT,
            check=True,
        )
    except subprocess.SubprocessError:
        return None
    return done.stdout or None


def main() -> None:
    """Vẽ — the place of the file, its kind and the page are the last arguments."""
    import typst

    limit_oneself()
    place, kind, page = Path(sys.argv[-3]), *sys.argv[-2:]
    name = json.dumps(f"/{place.name}")
    source: Any = PAGE.format(name=name, kind=json.dumps(kind), page=int(page)).encode()
    drawn = typst.compile(
        source, root=str(place.parent), format="png", ppi=DOTS, ignore_system_fonts=True
    )
    sys.stdout.buffer.write(drawn)
