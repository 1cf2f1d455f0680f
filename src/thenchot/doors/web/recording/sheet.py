"""Mẫu phiếu — one act of the register as a page: its paper, its boxes, the table of its lines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import Box
from thenchot.doors.web.recording.paper import NUMBER, PAPER_BOXES
from thenchot.ground.basis.acts.act import Act
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

Values = Mapping[str, Any]
PAPER = ("basis", "instrument")


def no_faults(read: Values) -> list[Reason]:
    """Không lỗi — what was read goes together."""
    return []


def no_warning(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    """Không nhắc gì — the thing named is as it should be."""
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Điền sẵn — boxes and lines of the table as they would be typed."""

    boxes: Mapping[str, str] = field(default_factory=dict)
    lines: Sequence[Mapping[str, str]] = ()


Begun = Mapping[str, str] | Reason  # boxes by name, or why there is no template


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Mẫu phiếu — the boxes bear the names of the act's arguments.

    `paper`: the argument that takes the paper ("" where the sheet asks for none). `lines`: the
    argument that takes the table, made line by line by `line`. `asked` turns what was read into
    arguments, where the names do not say all, unless `faults` finds that they do not go together.
    `about`: the box and the page the answer is shown
    on; an empty box is the act's own answer, and a table of several lines shows the paper.
    `checked`: a page of sentences comes before the act, and there is no undoing after it. `says`:
    what the sheet is about, where it was made for one thing, of these `people` and `units`. `written`:
    lines that stand in the table when the form is opened; `filled` asks what stands there of the thing
    the address names. `warned`: what the page says of the things named and does not refuse. `alone`: no next one follows it. `table`: what
    the table is called. `final`: there is no undoing after it, as of a number once given.
    `onward`: once the paper was read, the cursor goes on to the first empty box that is asked for.
    `file`: the sheet brings a file, of a paper of the register unless of `any_kind`; its SHA-256 is an
    argument of the act. `begins`: what a template puts into the boxes still empty, once asked for by
    the button or by `mau` in the address. `preview`: the route that prints what is typed so far.
    `also`: rights the act asks for besides its own.
    """

    slug: str
    title: str
    help: str
    act: Act[Any]
    boxes: tuple[Box, ...] = ()
    columns: tuple[Box, ...] = ()
    lines: str = "people"
    line: Callable[..., Any] = dict
    paper: str = "basis"
    asked: Callable[[dict[str, Any]], dict[str, Any]] = dict
    faults: Callable[[Values], list[Reason]] = no_faults
    about: tuple[str, str] = PAPER
    checked: bool = False
    says: str = ""
    written: tuple[Mapping[str, str], ...] = ()
    filled: Callable[[Actor, date, Mapping[str, int]], Filled] | None = None
    warned: Callable[[Actor, date, Mapping[str, int]], list[Reason]] = no_warning
    alone: bool = False
    final: bool = False
    onward: bool = False
    file: bool = False
    any_kind: bool = False
    begins: Callable[[date, Mapping[str, str]], Begun] | None = None
    preview: str = ""
    table: str = mark("Danh sách")
    also: tuple[str, ...] = ()
    people: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()

    def open_to(self, by: Actor, unit: int | None = None) -> bool:
        """Mở cho người này — who holds every right it takes: in the unit, else somewhere."""
        return all(by.may(right, unit) for right in (self.act.needs, *self.also))

    @property
    def registers(self) -> tuple[Box, ...]:
        """Các ô của văn bản — where the act registers the paper itself."""
        return tuple(box for box in self.boxes if box in PAPER_BOXES)

    @property
    def cites(self) -> bool:
        """Mỗi dòng là một văn bản — its number may be pasted as a whole citation."""
        return any(box.name == NUMBER.name for box in self.columns)

    def arguments(self, values: Values, lines: Sequence[Values], paper: Any) -> dict[str, Any]:
        """Đối số của việc — from its boxes, lines and paper."""
        asked = dict(values)
        if self.columns:
            asked[self.lines] = tuple(self.line(**each) for each in lines)
        if self.paper:
            asked[self.paper] = paper
        return self.asked(asked)
