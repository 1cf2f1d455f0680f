"""Một vị trí việc làm — what holds on a day, every version through time, and the draft in hand."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.people.positions.models import DescriptionDraft, JobDescription
from thenchot.people.positions.reads.framework import Demanded, demanded, framework_on
from thenchot.people.positions.reads.names import unit_names
from thenchot.people.positions.rules.content import Description, content_of
from thenchot.people.positions.rules.faults import approval_faults


@dataclass(frozen=True, slots=True)
class Version:
    """Bản đã phê duyệt — its words on its days, by which papers; `demands` in those of the framework."""

    id: int
    code: str
    title: str
    content: Description
    demands: list[Demanded]
    days: DayRange
    basis: Paper
    ended_by: Paper | None


@dataclass(frozen=True, slots=True)
class Draft:
    """Bản thảo — who wrote it last and when, by which act; `missing`: what it lacks to be approved."""

    code: str
    title: str
    content: Description
    demands: list[Demanded]
    drafter: str
    drafted_on: date
    entry: str
    missing: list[Reason]


@dataclass(frozen=True, slots=True)
class PositionPage:
    """Trang vị trí — `current` holds on the day; versions from the latest."""

    id: int
    unit_id: int
    unit: str
    current: Version | None
    draft: Draft | None
    versions: list[Version]

    @property
    def shown(self) -> Version | Draft | None:
        """Bản được in — what holds on the day, else the draft, else the version that comes nearest."""
        return self.current or self.draft or next(iter(self.versions), None)

    @property
    def stamp(self) -> str:
        """Dấu của bản thảo — the act that wrote it last; "" where there is none."""
        return self.draft.entry if self.draft else ""


def position_on(*, by: Actor, position: int, on: date) -> PositionPage | None:
    """Một vị trí — None where there is none or it is out of reach, alike. Runs four statements."""
    seen = JobDescription.objects.visible_to(by).filter(position=position)
    facts = list(seen.select_related("basis", "ended_by").order_by("-effective"))
    kept = DescriptionDraft.objects.visible_to(by).filter(position=position).first()
    if not (facts or kept):
        return None
    unit = facts[0].organization_id if facts else kept.organization_id if kept else 0
    framework = framework_on(by=by, on=on)
    versions = [
        Version(
            each.pk, each.job_code, each.job_title, content := content_of(each.content),
            demanded(content.competencies, framework), each.effective, paper(each.basis),
            paper(each.ended_by) if each.ended_by else None,
        )
        for each in facts
    ]  # fmt: skip
    draft = None
    if kept:
        content = content_of(kept.content)
        draft = Draft(
            kept.job_code, kept.job_title, content, demanded(content.competencies, framework), kept.drafter,
            kept.drafted_on, str(kept.entry), approval_faults(content),
        )  # fmt: skip
    current = next((each for each in versions if each.days.holds_on(on)), None)
    return PositionPage(
        position,
        unit,
        unit_names(by=by, on=on, units=[unit]).get(unit, ""),
        current,
        draft,
        versions,
    )
