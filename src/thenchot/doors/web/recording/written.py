"""Phiếu ghi — the boxes of a sheet and its lines as typed, and the faults beside them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from django.http import QueryDict

from thenchot.doors.access.drafts import LINED
from thenchot.doors.web.forms import Form
from thenchot.doors.web.recording.boxes import Box, Day, Number
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

PASTED = "pasted"
LINE = re.compile(r"(\d{1,3})\.([a-z_]{1,30})")
NOT_SAID = frozenset({"csrfmiddlewaretoken", "key", "since", "checked", "next"})
STEP = "step"  # the box of a line that names another line of its table
LONGEST, MOST_LINES, SPARE_LINES = 4000, 300, 3
LONGEST_LINED = 60_000


@dataclass(slots=True, kw_only=True)
class Written(Form):
    """Phiếu ghi đã gõ — `boxes` by name, `lines` one mapping a line of the table, blank ones left out.

    `since`: when it was opened, so that it can say what others did meanwhile; `sent`: the request,
    word for word, by which a second sending of the same form is known.
    """

    boxes: dict[str, str] = field(default_factory=dict)
    lines: list[dict[str, str]] = field(default_factory=list)
    since: str = ""
    sent: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    spare: int = SPARE_LINES

    @classmethod
    def typed(cls, sent: QueryDict) -> Self:
        form = cls(key=tidy_name(sent.get("key", ""))[:LONGEST], since=sent.get("since", "")[:40])
        form.sent = {name: str(text) for name, text in sent.items() if name not in NOT_SAID}
        form._take(form.sent)
        return form

    def fill(self, boxes: Mapping[str, str], kept_at: datetime) -> None:
        self._take(boxes)
        self.kept_at = kept_at

    def _take(self, boxes: Mapping[str, str]) -> None:
        """Three boxes of a day are one; lines keep their order whatever their numbers."""
        lines: dict[int, dict[str, str]] = {}
        for name, text in boxes.items():
            lined = name in LINED
            most = LONGEST_LINED if lined else LONGEST
            tidy = text.strip() if lined else tidy_name(text)
            if len(tidy) > most and name != PASTED:
                said = mark("Ô này dài quá {n} ký tự; phần sau không nhận.")
                self.notes(Reason(said, {"n": most}, field=name))
                tidy = tidy[:most]
            if found := LINE.fullmatch(name):
                if tidy:
                    lines.setdefault(int(found[1]), {})[found[2]] = tidy
            elif not name.endswith((".month", ".year")):
                rest = [boxes.get(f"{name}.{part}", "").strip() for part in ("month", "year")]
                self.boxes[name] = "/".join(part for part in [tidy, *rest] if part)
        self.lines = [lines[number] for number in sorted(lines)]
        self._cut()

    def paste(self, columns: Sequence[Box], text: str) -> None:
        """Dán từ bảng tính — lines of cells between tabs, in the order of the columns.

        A first column that only counts the lines is left out, and so is a row of headings; other
        cells too many are a fault.
        """
        rows = [
            [tidy_name(cell)[:LONGEST] for cell in row.split("\t")] for row in text.splitlines()
        ]
        heads = [box.label.casefold() for box in columns]
        rows = [
            row
            for row in rows
            if any(row) and [cell.casefold() for cell in row[-len(heads) :]] != heads
        ]
        if all(len(row) > 1 and row[0].isdecimal() for row in rows) and not isinstance(
            columns[0], Number
        ):
            counted = [int(row[0]) for row in rows]
            if any(box.name == STEP for box in columns) and counted != [*range(1, len(rows) + 1)]:
                text = mark(
                    "Cột đầu phải chạy từ 1, đủ và đúng thứ tự: các dòng gọi nhau theo số ấy."
                )
                self.notes(Reason(text, field=PASTED))
            rows = [row[1:] for row in rows]
        if any(len(row) > len(columns) for row in rows):
            text = mark("Danh sách dán có nhiều cột hơn bảng; hãy chép đúng {n} cột.")
            self.notes(Reason(text, {"n": len(columns)}, field=PASTED))
        for cells in rows:
            line = {
                box.name: box.tidied(cell)
                for box, cell in zip(columns, cells, strict=False)
                if cell
            }
            self.lines.append(line)
        self._cut()

    def _cut(self) -> None:
        """A form takes so many lines; how many are left out is said."""
        if len(self.lines) > MOST_LINES:
            text = mark("Một phiếu nhận nhiều nhất {most} dòng; {n} dòng cuối không nhận.")
            left = len(self.lines) - MOST_LINES
            self.notes(Reason(text, {"most": MOST_LINES, "n": left}, field=PASTED))
            del self.lines[MOST_LINES:]

    def shown(self, boxes: Sequence[Box]) -> Iterator["Shown"]:
        """Các ô để hiện — each with what was typed and what is wrong with it."""
        faults = self.faults()
        for box in boxes:
            yield self._shown(box, box.name, self.boxes.get(box.name, ""), faults)

    def shown_lines(self, columns: Sequence[Box]) -> Iterator[list["Shown"]]:
        """Các dòng để hiện — those typed, and a few spare ones."""
        faults = self.faults()
        for number in range(1, len(self.lines) + self.spare + 1):
            typed = self.lines[number - 1] if number <= len(self.lines) else {}
            yield [
                self._shown(box, f"{number}.{box.name}", typed.get(box.name, ""), faults)
                for box in columns
            ]

    def _shown(self, box: Box, id: str, typed: str, faults: Mapping[str, str]) -> "Shown":
        parts = [*typed.split("/"), "", ""][:3] if isinstance(box, Day) else []
        return Shown(
            box, id, typed, faults.get(id, ""), self.read_back.get(id, ""),
            self.choices.get(id, []), parts if typed.count("/") == 2 else [typed, "", ""],
        )  # fmt: skip

    def notes(self, reason: Reason) -> None:
        """Ghi lỗi — beside its box."""
        self.reasons.append(reason)


@dataclass(frozen=True, slots=True)
class Shown:
    """Một ô trên trang — its `id`, what was typed, the fault, the day read back, namesakes to choose from."""

    box: Box
    id: str
    typed: str
    fault: str
    read_back: str
    choices: list[str]
    parts: list[str]
