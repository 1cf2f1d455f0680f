"""Thể thức — `thenchot form FILE.docx`: each departure from the layout in force, one a line."""

from datetime import date
from pathlib import Path

import click

from thenchot.ground.basis.files.checking import look_of
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.rules.file_form import file_faults
from thenchot.project.cli.say import say


@click.command("form", help=mark("Soát thể thức một tệp DOCX; không cần dữ liệu."))
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
def form(source: Path) -> None:
    """Soát thể thức một tệp — refused with every departure; needs no database."""
    if not source.is_file():
        raise Refused([Reason(mark("Không có tệp {file}."), {"file": source})])
    try:
        seen = look_of(source)
    except Misread as misread:
        raise Refused([misread.reason]) from misread
    faults = file_faults(seen, profile_on(date.today()), shipped_grammar())
    if faults:
        raise Refused(faults)
    click.echo(say(mark("Không thấy chỗ lệch thể thức nào.")))
