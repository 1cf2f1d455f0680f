"""Ảnh trang đầu — the first page of a PDF drawn by a child process as tightly bound as the one that opens files."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from thenchot.ground.basis.files.checking import LONGEST_WAIT, SOURCE
from thenchot.ground.basis.files.child import LIMITS

START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from thenchot.ground.basis.files.drawing import main; main()"
)
DOTS = 60.0  # to the inch: an A4 page of some 500 by 700 dots
PAGE = (
    '#set page(width: 210mm, height: auto, margin: 0pt)\n#image({name}, format: "pdf", width: 100%)'
)


def first_page(place: Path) -> bytes | None:
    """Trang đầu thành PNG — None for a PDF that cannot be drawn within the limits."""
    command = [sys.executable, "-I", "-B", "-c", START, str(SOURCE), str(place)]
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
    """Vẽ — the place of the file is the last argument."""
    import typst

    for what, most in LIMITS:
        resource.setrlimit(what, (most, most))
    place = Path(sys.argv[-1])
    source: Any = PAGE.format(name=json.dumps(f"/{place.name}")).encode()
    drawn = typst.compile(
        source, root=str(place.parent), format="png", ppi=DOTS, ignore_system_fonts=True
    )
    sys.stdout.buffer.write(drawn)
