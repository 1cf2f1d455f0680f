"""Quy chế, chương trình, phân công — which committees have issued theirs for the term, and which not."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.people.committees.models import WorkingPaper
from thenchot.people.committees.reads.committees import CommitteeLine, committee_line, committees
from thenchot.people.committees.words import WorkingKind

EVERY = 1_000_000


@dataclass(frozen=True, slots=True)
class Issued:
    """Một văn bản làm việc — since which day, by which paper; None: not issued in this term yet."""

    kind: WorkingKind
    since: date | None
    basis: Paper | None


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """Một cấp ủy — each working paper of the term; `days` since the term began."""

    committee: CommitteeLine
    papers: list[Issued]
    days: int

    @property
    def lacking(self) -> list[WorkingKind]:
        return [each.kind for each in self.papers if each.since is None]


def working_lines(*, by: Actor, on: date) -> list[WorkingLine]:
    """Các cấp ủy đang có nhiệm kỳ — those that lack the most, for the longest, first."""
    _, _, every = committees(by=by, on=on, most=EVERY)
    held = WorkingPaper.objects.on(on).visible_to(by).select_related("basis")
    found = {(each.organization_id, each.kind): each for each in held}
    lines = [_line(line, found, on) for line in every]
    return sorted(lines, key=lambda line: (-len(line.lacking), -line.days, line.committee.unit_id))


def working_of(*, by: Actor, organization: int, on: date) -> WorkingLine | None:
    """Văn bản làm việc của một cấp ủy — None where it has no term on the day."""
    line = committee_line(by=by, organization=organization, on=on)
    if line is None:
        return None
    held = WorkingPaper.objects.on(on).visible_to(by).filter(organization=organization)
    found = {(each.organization_id, each.kind): each for each in held.select_related("basis")}
    return _line(line, found, on)


def _line(line: CommitteeLine, found: dict[tuple[int, str], WorkingPaper], on: date) -> WorkingLine:
    """One of an earlier term still in force is none of this term."""
    papers = []
    for kind in WorkingKind:
        held = found.get((line.unit_id, kind.value))
        now = held if held and held.effective.start >= line.since else None
        papers.append(
            Issued(kind, now.effective.start if now else None, paper(now.basis) if now else None)
        )
    return WorkingLine(line, papers, (on - line.since).days)
