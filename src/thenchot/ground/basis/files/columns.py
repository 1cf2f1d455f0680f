"""Cột trên trang PDF — the lines of the upper half of a page as the eye sees them, columns told apart."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import length_hint

from pypdf import PageObject
from pypdf._text_extraction._layout_mode import Font, _fixed_width_page
from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager
from pypdf._text_extraction._layout_mode._text_state_params import TextStateParams
from pypdf.generic import ContentStream

# What pypdf offers to all tells a line without its columns, or its columns without their widths.

BETWEEN_COLUMNS, BETWEEN_WORDS = 1.5, 0.15  # a gap at least that wide, in heights of the letters
SAME_LINE = 0.4  # lower than its first letters by no more than that
UPWARDS = {0: (0, 1), 90: (-1, 0), 180: (0, -1), 270: (1, 0)}  # of a page turned that far
WIDE_BLANKS = re.compile(r" {6,}")  # of a quarter of that height each
BLANKS = re.compile(r" +")


def upper_lines(page: PageObject) -> list[str]:
    """Các dòng nửa trên trang — from the top down, a tab between columns."""
    right, up = UPWARDS.get(page.rotation % 360, (0, 1))
    box = page.mediabox
    middle = float((box.left + box.right) * right + (box.bottom + box.top) * up) / 2
    shown = _shown(page, [up, right, -right, up, 0, 0])
    upper = [each for each in shown if each.ty > middle and each.text.strip()]
    return [_joined(line) for line in _in_lines(upper)]


def _shown(page: PageObject, turn: list[int]) -> list[TextStateParams]:
    """Every piece of text with its place on the page as turned to be read, in the order of drawing."""
    contents = page.get_contents()
    if contents is None:
        return []
    operations = ContentStream(contents, page.pdf, "bytes").operations
    fonts: dict[str, Font] = page._layout_mode_fonts()
    waiting, shown, state = iter([*operations, ([], b"Q")]), [], TextStateManager()
    state.add_cm(*turn)
    while length_hint(waiting):  # what was never opened may be closed
        shown += _fixed_width_page.recurse_to_target_op(waiting, state, b"Q", fonts, False)[1]
    return shown


def _in_lines(shown: list[TextStateParams]) -> Iterator[list[TextStateParams]]:
    line: list[TextStateParams] = []
    for each in sorted(shown, key=lambda each: -each.ty):
        if line and line[0].ty - each.ty > SAME_LINE * each.font_height:
            yield line
            line = []
        line.append(each)
    if line:
        yield line


def _joined(line: list[TextStateParams]) -> str:
    line = sorted(line, key=lambda each: each.tx)
    said = line[0].text
    for left, right in pairwise(line):
        gap = (right.tx - left.displaced_tx) / (right.font_height or 1)
        said += "\t" if gap > BETWEEN_COLUMNS else " " if gap > BETWEEN_WORDS else ""
        said += right.text
    return BLANKS.sub(" ", WIDE_BLANKS.sub("\t", said.strip()))
