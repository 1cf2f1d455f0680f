"""Hình thức của tệp DOCX — its page and how each paragraph is set; runs in the child process."""

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph

from thenchot.ground.basis.files.child import limit_oneself
from thenchot.ground.basis.files.faults import HEAVY, KIND, Hostile
from thenchot.ground.basis.files.kinds import Kind
from thenchot.ground.basis.files.office import office_kind
from thenchot.ground.basis.files.packages import members_of

MOST, LONGEST = 2000, 5000
ALIGNED = {WD_ALIGN_PARAGRAPH.CENTER: "center", WD_ALIGN_PARAGRAPH.JUSTIFY: "justify"}
PAGE_NUMBER = re.compile(r"\bPAGE\b", re.IGNORECASE)
FLAGS = ("bold", "italic", "underline")


def main() -> None:
    """Xem hình thức — the place of the file is the argument before the last."""
    limit_oneself()
    try:
        answer = _look(Path(sys.argv[-2]).read_bytes())
    except Hostile as hostile:
        answer = {"fault": hostile.fault}
    except Exception:  # whatever a hostile file brings about in the reader is one refusal
        answer = {"fault": HEAVY}
    sys.stdout.write(json.dumps(answer))


def _look(content: bytes) -> dict[str, Any]:
    if office_kind(members_of(content)) is not Kind.DOCX:
        raise Hostile(KIND)
    paper = Document(io.BytesIO(content))
    pages = [
        [
            each.page_width, each.page_height, each.top_margin, each.bottom_margin,
            each.left_margin, each.right_margin,
        ]
        for each in paper.sections
    ]  # fmt: skip
    defaults = _Defaults(paper)
    said = [each for each in _paragraphs(paper) if any(run.text.strip() for run in each.runs)]
    return {
        "pages": [[round(length.mm, 1) if length else 0 for length in page] for page in pages],
        "paragraphs": [_set(each, defaults) for each in said[:MOST]],
        "numbered": _numbered(paper),
    }


def _numbered(paper: Any) -> tuple[bool, bool]:
    """Whether the first page shows its number, and the pages after it."""
    part = paper.sections[0]
    usual = _shows_number(part.header, part.footer)
    first = usual
    if part.different_first_page_header_footer:
        first = _shows_number(part.first_page_header, part.first_page_footer)
    if paper.settings.odd_and_even_pages_header_footer:
        usual = usual and _shows_number(part.even_page_header, part.even_page_footer)
    return first, usual


def _shows_number(*margins: Any) -> bool:
    for each in margins:
        if not each.is_linked_to_previous:
            fields = [text.text or "" for text in each._element.iter(qn("w:instrText"))]
            fields += [it.get(qn("w:instr")) or "" for it in each._element.iter(qn("w:fldSimple"))]
            if PAGE_NUMBER.search(" ".join(fields)):
                return True
    return False


def _paragraphs(part: Any) -> Iterator[Paragraph]:
    """In reading order; the cells of a table from left to right, each once."""
    for each in part.iter_inner_content():
        if isinstance(each, Table):
            seen = set()
            for row in each.rows:
                for cell in row.cells:
                    if cell._tc not in seen:
                        seen.add(cell._tc)
                        yield from _paragraphs(cell)
        else:
            yield each


class _Defaults:
    """Mặc định của tệp — font and size where neither run nor style says one."""

    def __init__(self, paper: Any) -> None:
        found = paper.styles.element.find(
            f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
        )
        fonts = None if found is None else found.find(qn("w:rFonts"))
        size = None if found is None else found.find(qn("w:sz"))
        self.name = None if fonts is None else fonts.get(qn("w:ascii"))
        self.size = 10.0 if size is None else int(size.get(qn("w:val"))) / 2


def _set(paragraph: Paragraph, defaults: _Defaults) -> dict[str, Any]:
    """How most of its letters are set."""
    widest: dict[tuple[Any, ...], int] = {}
    for run in paragraph.runs:
        if run.text.strip():
            size = _found("size", run, paragraph)
            look = (
                _found("name", run, paragraph) or defaults.name, size.pt if size else defaults.size,
                *(bool(_found(flag, run, paragraph)) for flag in FLAGS),
            )  # fmt: skip
            widest[look] = widest.get(look, 0) + len(run.text)
    font, size, *flags = max(widest, key=widest.__getitem__, default=(None, 0, False, False, False))
    told = {"text": paragraph.text.strip()[:LONGEST], "font": font or "", "size": size}
    return told | dict(zip(FLAGS, flags, strict=True)) | _spaced(paragraph)


def _found(what: str, run: Any, paragraph: Paragraph) -> Any:
    """Of the run, else of its style, else of the styles of the paragraph up to the one they rest on."""
    said = getattr(run.font, what)
    for first in (run.style, paragraph.style):
        style = first
        while said is None and style is not None:
            said = getattr(style.font, what, None)
            style = style.base_style
    return said


def _spaced(paragraph: Paragraph) -> dict[str, Any]:
    """Between which lines and margins the paragraph stands."""
    line, before, indent = (
        _format(paragraph, name) for name in ("line_spacing", "space_before", "first_line_indent")
    )
    return {
        "aligned": ALIGNED.get(_format(paragraph, "alignment"), ""),
        "line": line.pt if isinstance(line, Length) else 0,
        "before": before.pt if before else 0,
        "indent": round(indent.mm, 1) if indent else 0,
    }


def _format(paragraph: Paragraph, name: str) -> Any:
    """Of the paragraph, else of its style, else of the styles that one rests on."""
    said, style = getattr(paragraph.paragraph_format, name), paragraph.style
    while said is None and style is not None:
        said, style = getattr(style.paragraph_format, name, None), style.base_style
    return said
