"""Thể thức — `thenchot form FILE.docx`: each departure from the layout in force, one a line."""

from datetime import date
from pathlib import Path

from thenchot.ground.basis.files.checking import look_of
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.rules.file_form import file_faults


def form(source: Path, on: date) -> None:
    """Soát thể thức một tệp — refused with every departure; needs no database."""
    if not source.is_file():
        raise Refused([Reason(mark("Không có tệp {file}."), {"file": source})])
    try:
        seen = look_of(source)
    except Misread as misread:
        raise Refused([misread.reason]) from misread
    faults = file_faults(seen, profile_on(on))
    if faults:
        raise Refused(faults)
