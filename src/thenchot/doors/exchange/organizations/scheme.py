"""Các dòng của đề án thành bảng tính — in the columns of the sheet that takes them; every cell text."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, table_of_text
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.reads.found import Hit
from thenchot.people.dossiers.reads.picked import Pick, known, written
from thenchot.people.reorganisation.reads.lines import lines_to_copy
from thenchot.people.reorganisation.rules.rows import StepRow

TITLE, NUMBER = mark("Các dòng của đề án"), (mark("Dòng"), 8)
COLUMNS = (
    (mark("Việc"), 16), (mark("Đơn vị"), 36), (mark("Nơi đến"), 36), (mark("Hoặc dòng thành lập số"), 12),
    (mark("Tên mới"), 30), (mark("Loại tổ chức"), 24), (mark("Cấp"), 12), (mark("Có cấp ủy, chi ủy"), 12),
    (mark("Phần chia"), 10), (mark("Chức năng, nhiệm vụ"), 40),
)  # fmt: skip


@require_safe
def scheme_lines_file(request: Request, scheme: int) -> HttpResponse:
    """Tải các dòng — to be looked over in a spreadsheet and pasted into the sheet again.

    Its words are those the sheet reads, whatever the language of the pages.
    """
    lines = lines_to_copy(by=request.actor, scheme=scheme)
    if lines is None:
        raise Http404
    named = {line.unit for line in lines} | {line.into.unit for line in lines if line.into}
    units = known(
        Pick.UNIT, by=request.actor, on=request.on, numbers=[unit for unit in named if unit]
    )
    body = table_of_text(
        TITLE, [NUMBER, *COLUMNS], _cells(lines, units),
        datetime.combine(request.on, time(23, 59), HANOI),
    )  # fmt: skip
    answer = HttpResponse(body, content_type=KINDS["xlsx"])
    answer["Content-Disposition"] = f'attachment; filename="de-an-{scheme}.xlsx"'
    return answer


def _cells(lines: Sequence[StepRow], units: Mapping[int, Hit]) -> Iterator[list[str]]:
    for line in lines:
        into = line.into
        yield [
            str(line.number), line.verb.label, _unit(line.unit, units),
            _unit(into.unit if into else None, units),
            str(into.step) if into and into.step else "", line.name,
            line.kind.label if line.kind else "", line.level.label if line.level else "",
            "x" if line.has_committee else "", _share(line), line.charge,
        ]  # fmt: skip


def _share(line: StepRow) -> str:
    """As the box reads it: "0,3333"."""
    return "" if line.share is None else f"{float(line.share):.4g}".replace(".", ",")


def _unit(unit: int | None, units: Mapping[int, Hit]) -> str:
    """As the box writes it: the name, and the number that tells namesakes apart."""
    found = units.get(unit or 0)
    return written(found) if found else ""
