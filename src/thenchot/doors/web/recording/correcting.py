"""Trang đính chính — the columns of one fact as they stand, set right by a paper and for a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.web.recording.boxes import Box, Check, Choice, Day, Hidden, Number, Text
from thenchot.doors.web.recording.paper_sheets import REASON
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.views import record_sheet
from thenchot.doors.web.recording.written import LONGEST
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import Translate, as_written, mark
from thenchot.people.dossiers.reads.correctable import Correctable, CorrectableFact, correctable

START, END, STAMP = "effective", "day_after", "stamp"
GIVEN = "dung-"  # in an address, before the name of a column: what an outside list says of it


@dataclass(frozen=True, slots=True)
class Option:
    """Mục trong danh mục của một cột."""

    value: str
    label: str

    def sentence(self, translate: Translate = as_written) -> str:
        return translate(self.label)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Request, kind: str, fact: int) -> HttpResponse:
    """Ghi đính chính — of the fact the address names."""
    with reading(request):
        found = correctable(by=request.actor, kind=kind, fact=fact)
    if found is None:
        raise Http404
    return record_sheet(request, _sheet(found, kind, fact))


def _sheet(found: CorrectableFact, kind: str, fact: int) -> Sheet:
    """A sheet made for this fact: every box begins with what is recorded."""

    def asked(read: dict[str, Any]) -> dict[str, Any]:
        changes = {
            each.name: new
            for each in found.columns
            if (new := _new_value(each, read)) != each.value
        }
        return {
            "kind": kind, "fact": fact, "changes": changes, "by_paper": read["by_paper"],
            "reason": read["reason"],
        }  # fmt: skip

    def faults(read: Mapping[str, Any]) -> list[Reason]:
        return [*_days_faults(read), *_moved_faults(read, found.entry)]

    boxes = [box for each in found.columns for box in _boxes(each)]
    people = frozenset({found.person} if found.person else ())
    return Sheet(
        slug="dinh-chinh", title=mark("Ghi đính chính"), act=correct_fact, paper="by_paper",
        help=mark("Chỉ sửa ô ghi sai; giá trị cũ vẫn giữ trong lịch sử, báo cáo đã chốt không đổi."),
        boxes=(REASON, *boxes, Hidden(name=STAMP, label="", first=found.entry)), asked=asked,
        faults=faults, says=found.said, people=people, units=found.units,
    )  # fmt: skip


def _moved_faults(read: Mapping[str, Any], entry: str) -> list[Reason]:
    """What the form began with is not what is recorded now: another act has changed it."""
    if read[STAMP] == entry:
        return []
    text = mark("Sự kiện này đã được ghi thay đổi sau khi phiếu mở; hãy mở lại phiếu.")
    return [Reason(text)]


def _days_faults(read: Mapping[str, Any]) -> list[Reason]:
    until = read.get(END)
    if until is None or until > read[START]:
        return []
    return [Reason(mark("Ngày cuối phải sau ngày đầu."), field=END)]


def _boxes(column: Correctable) -> list[Box]:
    """One box a column; two for the days it holds, the second only where it has ended."""
    named: dict[str, Any] = {
        "name": column.name,
        "label": column.label,
        "optional": column.optional,
        "given": f"{GIVEN}{column.name}",
    }
    match column.shape:
        case "days":
            days = [Day(name=START, label=mark("Từ ngày"), first=_typed(column.value.start))]
            if column.value.until:
                days.append(
                    Day(name=END, label=mark("Đến trước ngày"), first=_typed(column.value.until))
                )
            return [*days]
        case "day":
            return [Day(**named, first=_typed(column.value))]
        case "number":
            return [Number(**named, first=str(column.value))]
        case "check":
            return [Check(**named, first="1" if column.value else "")]
        case "choice":
            words = tuple(Option(*each) for each in column.words)
            return [Choice(**named, words=words, first=column.value or "")]
    return [Text(**named, first=column.value or "")]


def _typed(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _new_value(column: Correctable, read: Mapping[str, Any]) -> Any:
    if column.shape == "days":
        start, until = read[START], read.get(END)
        return DayRange(start, until) if until is None or until > start else column.value
    value = read[column.name]
    if isinstance(value, str) and value == tidy_name(column.value or "")[:LONGEST]:
        return column.value  # the box only spells it in one way
    return value.value if isinstance(value, Option) else value
