"""Refresh the English catalogue: extract every marked sentence; what is new waits untranslated."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PROGRAM = Path(__file__).resolve().parents[1] / "src" / "thenchot"
ENGLISH = PROGRAM / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {"mark": None, "_": None, "gettext": None, "ngettext": (1, 2)}
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)  # a date that changed at each run would be noise


def of_template(
    file: BinaryIO, keywords: dict, comment_tags: list, options: dict
) -> Iterator[tuple]:
    """Django turns a template into calls of gettext, Babel reads those."""
    calls = templatize(file.read().decode())
    return extract_python(BytesIO(calls.encode()), list(KEYWORDS), comment_tags, options)


def extracted() -> Catalog:
    """Mọi câu được đánh dấu — in the code and in the templates."""
    found = Catalog(
        "en",
        header_comment="# English of Then Chốt, refreshed by scripts/translate.py.",
        project="Then Chốt",
        creation_date=LONG_AGO,
        revision_date=LONG_AGO,
        fuzzy=False,
    )
    methods = [("**/migrations/**", "ignore"), ("**.py", "python"), ("**.html", of_template)]
    for _, _, message, _, context in extract_from_dir(PROGRAM, methods, keywords=KEYWORDS):
        found.add(message, context=context)
    return found


def refreshed() -> bytes:
    """The catalogue with today's sentences: kept translations, nothing obsolete, nothing guessed."""
    wanted, kept = extracted(), Catalog("en")
    if ENGLISH.exists():
        with open(ENGLISH, "rb") as file:
            kept = read_po(file, locale="en")
    for message in wanted:
        before = kept.get(message.id)
        if message.id and before:
            message.string = before.string
    written = BytesIO()
    write_po(written, wanted, width=100, no_location=True, sort_output=True)
    return written.getvalue()


if __name__ == "__main__":
    ENGLISH.write_bytes(refreshed())
    waiting = [message.id for message in read_po(BytesIO(refreshed())) if not message.string]
    sys.exit(f"{len(waiting)} waiting: {waiting[:5]}" if waiting else 0)
