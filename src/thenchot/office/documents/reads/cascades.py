"""Câu hỏi về việc giao cấp dưới ban hành — the board: who must issue what by when, who has, who has not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Window

from thenchot.ground.basis.reads.instruments import Paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.register.models import OrganizationSpell
from thenchot.office.documents.models import Asked, Cascade
from thenchot.office.documents.models.cascade import AskedQuerySet
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.documents.reads.relations import papers_seen
from thenchot.office.documents.rules.cascading import progress
from thenchot.office.documents.words import Progress, Right, Verdict


@dataclass(frozen=True, slots=True)
class CascadeLine:
    """Một việc giao — what is asked, by whom, by when; how many of the units in sight have done it."""

    id: int
    organization: int
    organ: str
    directive: Paper | None
    kind: InstrumentKind
    given_on: date
    due_on: date
    done: int
    of: int
    late: int
    earlier: int


@dataclass(frozen=True, slots=True)
class UnitLine:
    """Một đơn vị được giao — where it stands; `proof` is its paper, or the earlier one."""

    id: int
    unit: int
    name: str
    progress: Progress
    proof: Paper | None
    proof_on: date | None
    verdict: Verdict | None
    reason: str
    judged_on: date | None
    reminded_on: date | None


@dataclass(frozen=True, slots=True)
class CascadePage:
    """Bảng của một việc giao — its line, the paper that asks, each unit in sight, how many stand where."""

    line: CascadeLine
    basis: Paper | None
    units: list[UnitLine]
    counted: list[tuple[Progress, int]]


def cascade_lines(
    *, by: Actor, on: date, organization: int | None = None, directive: int | None = None,
    after: int = 0, most: int = 50,
) -> tuple[int, list[CascadeLine]]:  # fmt: skip
    """Các việc giao ban hành — (how many, one sheet), those of units in sight; the last given first."""
    mine = Asked.objects.visible_to(by).values("cascade")
    found = Cascade.objects.visible_to(by).filter(given_on__lte=on, pk__in=mine)
    if organization:
        found = found.filter(organization=organization)
    if directive:
        found = found.filter(directive=directive)
    counted: Any = found.annotate(total=Window(Count("pk")))
    sheet = list(counted.order_by("-given_on", "-pk")[after : after + most])
    total = sheet[0].total if sheet else found.count()
    return total, [line for line, _ in _told(by, on, sheet)]


def cascade_page(*, by: Actor, on: date, cascade: int) -> CascadePage | None:
    """Một việc giao — None where it is not there or none of its units is in sight, alike."""
    found = Cascade.objects.visible_to(by).filter(pk=cascade, given_on__lte=on)
    told = _told(by, on, list(found))
    if not told or not told[0][1]:
        return None
    line, rows = told[0]
    names = unit_names(by=by, on=on, units={each.unit_id for each, _ in rows})
    papers = {paper for each, _ in rows for paper in _papers(each)}
    known = papers_seen(by, papers | {rows[0][0].basis_id})
    units = [_unit(each, where, names, known) for each, where in rows]
    units.sort(key=lambda each: (ORDER.index(each.progress), natural_key(each.name), each.id))
    counts = Counter(each.progress for each in units)
    return CascadePage(
        line, known.get(rows[0][0].basis_id), units,
        [(each, counts[each]) for each in ORDER if counts[each]],
    )  # fmt: skip


ORDER = (
    Progress.OVERDUE, Progress.EARLIER, Progress.OWING, Progress.ISSUED_LATE, Progress.ISSUED,
    Progress.ENOUGH, Progress.GONE,
)  # fmt: skip


def reminded(by: Actor, on: date) -> AskedQuerySet:
    """Đã nhắc mà chưa ban hành — of the reader's own units, not of those who asked.

    The whole office and whoever stands at the unit that asked are not reminded.
    """
    reach = by.reach(Right.READ)
    asked = Asked.objects.visible_to(by).filter(reminded_on__isnull=False)
    if reach == EVERYWHERE:
        return asked.none()
    mine = asked.filter(unit__in=reach).exclude(organization__in=reach)
    owing: Any = mine.exclude(verdict=Verdict.ENOUGH).with_papers(on)
    found: AskedQuerySet = owing.filter(proof=None)
    return found


@dataclass(frozen=True, slots=True)
class Reminder:
    """Lời nhắc — what is owed by which unit, by when, and when it was reminded."""

    cascade: int
    unit: str
    kind: InstrumentKind
    directive: Paper | None
    due_on: date
    reminded_on: date | None


def reminders(*, by: Actor, on: date) -> list[Reminder]:
    """Các lời nhắc — the one due first."""
    rows = list(reminded(by, on).select_related("cascade").order_by("cascade__due_on", "pk"))
    names = unit_names(by=by, on=on, units={each.unit_id for each in rows})
    known = papers_seen(by, {each.cascade.directive_id for each in rows})
    return [
        Reminder(
            each.cascade_id, names.get(each.unit_id, ""), InstrumentKind.of(each.cascade.kind),
            known.get(each.cascade.directive_id), each.cascade.due_on, each.reminded_on,
        )
        for each in rows
    ]  # fmt: skip


Placed = tuple[Any, Progress]


def _told(by: Actor, on: date, sheet: list[Cascade]) -> list[tuple[CascadeLine, list[Placed]]]:
    """Lines with the rows behind them; four statements however many there are."""
    asked: Any = Asked.objects.visible_to(by).filter(cascade__in=[each.pk for each in sheet])
    rows = list(asked.select_related("cascade").with_papers(on).order_by("pk"))
    units = {each.unit_id for each in rows}
    spells = OrganizationSpell.objects.on(on).filter(organization__in=units)
    standing = set(spells.values_list("organization", flat=True)) if units else set()
    of: dict[int, list[Placed]] = defaultdict(list)
    for each in rows:
        of[each.cascade_id].append((each, _where(each, on, each.unit_id in standing)))
    names = unit_names(by=by, on=on, units={each.organization_id for each in sheet})
    known = papers_seen(by, {each.directive_id for each in sheet})
    return [(_line(each, of[each.pk], names, known), of[each.pk]) for each in sheet]


def _where(each: Any, on: date, stands: bool) -> Progress:
    """A verdict speaks of a paper older than the directive, and so of every day of the board."""
    verdict = Verdict.of(each.verdict) if each.verdict else None
    return progress(
        on, each.cascade.due_on, issued_on=each.proof_on, has_earlier=each.earlier is not None,
        verdict=verdict, stands=stands,
    )  # fmt: skip


def _line(
    each: Cascade, rows: Iterable[Placed], names: dict[int | None, str], known: dict[int, Paper]
) -> CascadeLine:
    counts = Counter(where for _, where in rows)
    return CascadeLine(
        each.pk, each.organization_id, names.get(each.organization_id, ""),
        known.get(each.directive_id), InstrumentKind.of(each.kind), each.given_on, each.due_on,
        sum(n for where, n in counts.items() if where.done),
        sum(n for where, n in counts.items() if where is not Progress.GONE),
        counts[Progress.OVERDUE], counts[Progress.EARLIER],
    )  # fmt: skip


def _papers(each: Any) -> set[int]:
    return {paper for paper in (each.proof, each.earlier, each.ended_by_id) if paper}


def _unit(
    each: Any, where: Progress, names: dict[int | None, str], known: dict[int, Paper]
) -> UnitLine:
    issued = where in (Progress.ISSUED, Progress.ISSUED_LATE)
    shown = each.proof if issued else each.ended_by_id or each.earlier
    return UnitLine(
        each.pk, each.unit_id, names.get(each.unit_id, ""), where, known.get(shown or 0),
        each.proof_on if issued else None, Verdict.of(each.verdict) if each.verdict else None,
        each.reason, each.judged_on, each.reminded_on,
    )  # fmt: skip
