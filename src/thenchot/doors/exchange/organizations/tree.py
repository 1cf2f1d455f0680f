"""In cây tổ chức — every unit of the day, or of one branch, on A4 or A3; pages say what they go on from."""

from collections.abc import Sequence
from datetime import datetime, time
from itertools import takewhile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, typeset
from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.register import reads
from thenchot.ground.register.reads import OrganizationLine, Seats
from thenchot.ground.register.words import Right
from thenchot.people.members.reads import Belonging, members_below

HERE = Path(__file__).parent
PAPERS = {"a4": 1, "a3": 2}  # columns of the tree: an A3 page lies down and holds two
EVERY = 100_000
HEADS = (
    mark("Tổ chức"),
    mark("Loại"),
    mark("Cấp trưởng"),
    mark("Cấp phó"),
    mark("Chi bộ"),
    mark("Đảng viên"),
)


@require_safe
def tree_print(request: Request) -> HttpResponse:
    """Cây tổ chức để in — `kho`: a4, a3; `goc`: the unit whose branch is wanted, else everything in sight."""
    by, on = request.actor, request.on
    paper = request.GET.get("kho", "a4")
    if paper not in PAPERS or not by.may(Right.READ_TREE):
        raise Http404
    lines = _branch(
        reads.organizations_listed(by=by, on=on, most=EVERY)[1], request.GET.get("goc", "")
    )
    below = reads.lines_below(by=by, units=[line.id for line in lines], on=on)
    seats = reads.seats_below(by=by, lines=below, on=on)
    members = members_below(by=by, lines=below, on=on)
    office = settings.OFFICE or settings.DATA_FOLDER.office_name()
    told = {
        "paper": paper, "columns": PAPERS[paper], "office": office,
        "title": gettext(mark("CÂY TỔ CHỨC")),
        "counted": gettext(mark("(Ngày {day:%d/%m/%Y}: {n} tổ chức)")).format(day=on, n=len(lines)),
        "heads": [gettext(head) for head in HEADS],
        "from": gettext(mark("Tiếp trang trước:")), "on": gettext(mark("Xem tiếp trang")),
        "notes": [gettext(FICTION)] if settings.DEMO else [],
        "rows": rows_of(lines, seats, members, gettext),
    }  # fmt: skip
    made_at = datetime.combine(on, time(23, 59), HANOI)
    answer = HttpResponse(typeset(HERE / "tree.typ", told, made_at), content_type=KINDS["pdf"])
    answer["Content-Disposition"] = f'attachment; filename="cay-to-chuc-{on.isoformat()}.pdf"'
    return answer


def rows_of(
    lines: Sequence[OrganizationLine],
    seats: dict[int, Seats],
    members: dict[int, Belonging],
    translate: Translate,
) -> list[dict[str, Any]]:
    """Dòng của cây — with the names above each, by which a page says where it goes on from."""
    rows, above = [], list[str]()
    for line in lines:
        del above[line.depth - lines[0].depth :]
        counted = []
        if has := members.get(line.id):
            held = seats[line.id]
            counted = [held.heads, held.deputies, has.cells, has.members]
        rows.append({
            "depth": len(above), "name": line.name, "above": " › ".join(above),
            "kind": translate(line.kind.label),
            "counted": [str(each) for each in counted] or ["–"] * 4,
        })  # fmt: skip
        above.append(line.name)
    return rows


def _branch(lines: list[OrganizationLine], asked: str) -> list[OrganizationLine]:
    """One unit and all below it; every line where none is asked for, none that is out of sight."""
    if not asked:
        return lines
    places = [place for place, line in enumerate(lines) if str(line.id) == asked]
    if not places:
        raise Http404
    root, *after = lines[places[0] :]
    return [root, *takewhile(lambda line: line.depth > root.depth, after)]
