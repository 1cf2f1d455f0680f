"""Trang quản trị — tasks, not tables: the journal, its verification, backups, the lists in force."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.words import Right as AccessRight
from thenchot.doors.web.limits import CLOSED_LISTS, LIMIT_LABELS
from thenchot.doors.web.listing import first_row, read_day, text, turned
from thenchot.doors.web.pages import denied
from thenchot.ground.basis.reads.calendar import exchanged_lines
from thenchot.ground.basis.reads.journal import lines_found
from thenchot.ground.basis.reads.parameters import parameters_recorded
from thenchot.ground.basis.reads.verify import verify_chain
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import EVERYWHERE
from thenchot.ground.plain.reasons import Reason

ROWS = 50
LAST_LINES = 10_000


@require_safe
def administration(request: Request) -> HttpResponse:
    """Quản trị — only the tasks this reader may do."""
    context = _rights(request)
    if not (context["reads_accounts"] or context["reads_journal"]):
        return denied(request)
    return render(request, "web/administration.html", context | _backups())


@require_safe
def journal(request: Request) -> HttpResponse:
    """Nhật ký — searched by words, actor, paper and days of the real clock."""
    if not request.actor.may(BasisRight.READ_JOURNAL):
        raise Http404
    asked = {
        name: text(request, box)
        for name, box in (
            ("words", "chu"),
            ("actor", "nguoi"),
            ("paper", "van-ban"),
            ("act", "viec"),
        )
    }
    typed = {name: text(request, box, 40) for name, box in (("since", "tu"), ("until", "den"))}
    faults: list[Reason] = []
    days = {name: read_day(text, request.day, faults) for name, text in typed.items()}
    after = first_row(request, ROWS)
    page = after // ROWS + 1
    lines, more = lines_found(
        by=request.actor, after=after, most=ROWS,
        words=asked["words"], actor=asked["actor"], paper=asked["paper"], act=asked["act"],
        since=days["since"], until=days["until"],
    )  # fmt: skip
    context = {
        "lines": lines, "asked": asked | typed, "faults": faults, "page": page,
        "newer": turned(request, page - 1) if page > 1 else "",
        "older": turned(request, page + 1) if more else "",
        "checks": request.actor.reach(BasisRight.READ_JOURNAL) == EVERYWHERE,
    }  # fmt: skip
    return render(request, "web/journal.html", context)


@require_safe
def journal_check(request: Request) -> HttpResponse:
    """Kiểm tra chuỗi — of the last lines, in a bounded time; the command walks all of them."""
    if request.actor.reach(BasisRight.READ_JOURNAL) != EVERYWHERE:
        raise Http404
    return render(request, "web/journal_check.html", {"found": verify_chain(last=LAST_LINES)})


@require_safe
def backups(request: Request) -> HttpResponse:
    """Sao lưu — when the last restore was tested stands first; then every backup noted."""
    if not request.actor.may(AccessRight.READ):
        return denied(request)
    return render(request, "web/backups.html", _backups())


@require_safe
def lists(request: Request) -> HttpResponse:
    """Danh mục — the limits of regulations in force on the day, each with its clause; the closed lists."""
    if not any(_rights(request).values()):
        return denied(request)
    lines = [
        (LIMIT_LABELS.get(line.key, line.key), line) for line in parameters_recorded(on=request.day)
    ]
    context = {
        "lines": lines, "lists": CLOSED_LISTS, "exchanged": exchanged_lines(),
        "records": request.actor.reach(BasisRight.RECORD_PARAMETER) == EVERYWHERE,
    }  # fmt: skip
    return render(request, "web/lists.html", context)


def _rights(request: Request) -> dict[str, Any]:
    return {
        "reads_accounts": request.actor.may(AccessRight.READ),
        "manages": request.actor.may(AccessRight.MANAGE),
        "reads_journal": request.actor.may(BasisRight.READ_JOURNAL),
    }


def _backups() -> dict[str, Any]:
    held = [
        each | {name: date.fromisoformat(each[name][:10]) for name in ("made_at", "tested_at") if name in each}
        for each in settings.DATA_FOLDER.backups()
    ]  # fmt: skip
    return {"backups": held, "tested": next((each for each in held if "tested_at" in each), None)}
