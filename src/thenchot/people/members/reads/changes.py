"""Câu hỏi về biến động được báo — what a cell has said, and what waits for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from thenchot.ground.basis.models import SeenQuerySet
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.words import CELLS
from thenchot.people.members.models import ReportedChange
from thenchot.people.members.rules import spoken_for
from thenchot.people.members.words import Answer, Change, Right

LATELY = timedelta(90)  # how long an answer stands on the page of the cell
MOST = 100


@dataclass(frozen=True, slots=True)
class ReportLine:
    """Báo biến động — what, of whom ("" for somebody not in the register), who said it, the answer.

    `own`: the reader made it, or types for who made it.
    """

    id: int
    cell_id: int
    cell: str
    what: Change
    person_id: int | None
    person: str
    on_day: date | None
    words: str
    reporter: str
    reported_on: date
    state: Answer
    answer: str
    answerer: str
    answered_on: date | None
    own: bool

    @property
    def waiting(self) -> bool:
        return self.state is Answer.WAITING


def changes_of_cell(*, by: Actor, cell: int, on: date) -> list[ReportLine]:
    """Báo biến động của chi bộ — those waiting, and those answered within three months; newest first."""
    shown = Q(state=Answer.WAITING.value) | Q(answered_on__gt=on - LATELY)
    found = _seen(by, on).filter(shown, cell=cell).order_by("-reported_on", "-pk")
    return _lines(by, found[:MOST])


def changes_waiting(*, by: Actor, on: date) -> list[ReportLine]:
    """Báo biến động chờ xác nhận — in the cells whose register the reader keeps; the oldest first."""
    reach = by.reach(Right.RECORD_MEMBER)
    waiting = _seen(by, on).filter(state=Answer.WAITING.value).order_by("reported_on", "pk")
    if reach != EVERYWHERE:
        waiting = waiting.filter(cell__in=reach)
    return _lines(by, waiting[:MOST])


def change_reported(*, by: Actor, change: int, on: date) -> ReportLine | None:
    """Một lần báo biến động — None where there is none or it is out of reach, alike."""
    return next(iter(_lines(by, _seen(by, on).filter(pk=change))), None)


def cells_held(*, by: Actor, on: date) -> list[tuple[int, str]]:
    """Chi bộ được báo biến động — (id, name) by name; none for whoever may report for all of them."""
    reach = by.reach(Right.REPORT_CHANGE)
    if reach == EVERYWHERE:
        return []
    held = _cells(by, on).filter(organization__in=reach).values_list("organization", "name")
    return sorted(held, key=lambda each: (natural_key(each[1]), each[0]))


def cell_to_report(*, by: Actor, cell: int, on: date) -> str:
    """Tên chi bộ báo biến động — "" where it is no cell or the reader may not report for it."""
    if not by.may(Right.REPORT_CHANGE, cell):
        return ""
    return _cells(by, on).filter(organization=cell).values_list("name", flat=True).first() or ""


def _cells(by: Actor, on: date) -> SeenQuerySet[OrganizationSpell]:
    return OrganizationSpell.objects.on(on).visible_to(by).filter(kind__in=CELLS)


def _seen(by: Actor, on: date) -> SeenQuerySet[ReportedChange]:
    return ReportedChange.objects.visible_to(by).filter(reported_on__lte=on)


def _lines(by: Actor, found: Iterable[ReportedChange]) -> list[ReportLine]:
    reports = list(found)
    if not reports:
        return []
    cells = OrganizationSpell.objects.visible_to(by).order_by("effective")
    people = PersonSpell.objects.visible_to(by).order_by("effective")
    units = dict(
        cells.filter(organization__in={each.cell_id for each in reports}).values_list(
            "organization", "name"
        )
    )
    names = dict(
        people.filter(person__in={each.person_id for each in reports}).values_list(
            "person", "full_name"
        )
    )
    return [
        ReportLine(
            each.pk, each.cell_id, units.get(each.cell_id, ""), Change.of(each.what),
            each.person_id, names.get(each.person_id or 0, ""), each.on_day, each.words,
            each.reporter, each.reported_on, Answer.of(each.state), each.answer, each.answerer,
            each.answered_on, spoken_for(each.reported_by) == spoken_for(by.id),
        )
        for each in reports
    ]  # fmt: skip
