"""Viện dẫn — `thenchot cite [FILE|-]`: the papers a text names, one line each."""

import json
import sys
from pathlib import Path

import click

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.citations import citations_in
from thenchot.office.documents.words import Citation
from thenchot.project.cli import ask

MOST = 20_000_000  # bytes of text read at once


@click.command(
    "cite", help=mark("Tìm các văn bản được viện dẫn trong một tệp chữ; không cần dữ liệu.")
)
@click.argument("source", metavar="[FILE|-]", default="-")
@ask.format_option
def cite(source: str, shape: str) -> None:
    """Tìm viện dẫn — of a file, or of what is piped in; needs no database."""
    for citation in citations_in(_text(source), shipped_grammar()):
        if shape == "json":
            click.echo(json.dumps(_told(citation), ensure_ascii=False))
        else:
            click.echo(citation.raw.replace("\n", " "))


def _text(source: str) -> str:
    if source == "-":
        content = sys.stdin.buffer.read(MOST + 1)
    elif (path := Path(source)).is_file():
        with open(path, "rb") as file:
            content = file.read(MOST + 1)
    else:
        text = mark("Không có tệp {file}.")
        raise Refused([Reason(text, {"file": source})])
    if len(content) > MOST:
        raise Refused([Reason(mark("Tệp quá lớn: mỗi lần đọc không quá 20 MB chữ."))])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = mark("Tệp không phải là văn bản thuần (UTF-8). Hãy lưu lại dưới dạng .txt.")
        raise Refused([Reason(text)]) from None


def _told(citation: Citation) -> dict[str, str | None]:
    """As a machine reads it; null where the text does not say."""
    sign = citation.sign
    return {
        "raw": citation.raw,
        "type": citation.type,
        "number": sign.number if sign else None,
        "year": sign.year or None if sign else None,
        "type_abbr": sign.type_abbreviation or None if sign else None,
        "organ_abbr": sign.organ or None if sign else None,
        "date": citation.issued_on.isoformat() if citation.issued_on else None,
    }
