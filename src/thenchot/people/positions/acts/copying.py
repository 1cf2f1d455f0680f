"""Chép bản mô tả — from another unit as drafts to adapt: of one position, or of all a unit has."""

from collections.abc import Sequence
from dataclasses import replace

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.positions.acts.drafting import (
    code_faults_of,
    framework_codes,
    keep_draft,
    unit_on,
)
from thenchot.people.positions.models import DescriptionDraft, JobDescription
from thenchot.people.positions.rules.content import Drafted, content_of
from thenchot.people.positions.rules.faults import draft_faults
from thenchot.people.positions.words import Right

Copied = JobDescription | DescriptionDraft


@act(needs=Right.DRAFT, phrase=mark("Chép bản mô tả «{title}» sang {unit}"))
def copy_description(act: OpenAct, *, position: int, organization: int, code: str = "") -> int:
    """Chép bản mô tả — of a position of another unit; its code unless another is said.

    Competencies that left the framework since are left out.
    """
    found = _latest(act, position)
    act.touches(organization)
    unit, faults = unit_on(organization, act.day)
    known = framework_codes(act.day)
    drafted = _adapted(found, known)
    drafted = replace(drafted, code=tidy_name(code).upper() or drafted.code)
    faults += draft_faults(drafted, known)
    faults += code_faults_of(organization, drafted.code, None, act.day)
    act.refuse_if(faults)
    act.says(title=drafted.title, unit=unit)
    return keep_draft(act, organization, drafted, None)


@act(needs=Right.DRAFT, phrase=mark("Chép {n} bản mô tả của {source} sang {unit}"))
def copy_descriptions(act: OpenAct, *, source: int, organization: int) -> None:
    """Chép các vị trí của một đơn vị — those it has on the day; codes the other one knows are left out."""
    act.touches(organization)
    unit, faults = unit_on(organization, act.day)
    from_unit, more = unit_on(source, act.day)
    faults += [replace(fault, field="source") for fault in more]
    known, taken = framework_codes(act.day), _codes(act, organization)
    copied = [_adapted(each, known) for each in _of_unit(act, source) if each.job_code not in taken]
    if not (faults or copied):
        text = mark("Đơn vị ấy không có vị trí nào mà đơn vị này chưa có mã.")
        faults.append(Reason(text, field="source"))
    act.refuse_if(faults)
    for drafted in copied:
        keep_draft(act, organization, drafted, None)
    act.says(n=len(copied), source=from_unit, unit=unit)


def _latest(act: OpenAct, position: int) -> Copied:
    """The approved description that begins last, else the draft; within the actor's sight."""
    approved = JobDescription.objects.visible_to(act.by).filter(position=position)
    drafts = DescriptionDraft.objects.visible_to(act.by).filter(position=position)
    found: Copied | None = approved.order_by("-effective").first() or drafts.first()
    if found is None:
        act.refuse(Reason(mark("Không có vị trí việc làm này."), field="position"))
    return found


def _of_unit(act: OpenAct, unit: int) -> Sequence[Copied]:
    """What is approved on the day, and drafts of positions that are not; in the order of codes."""
    approved = JobDescription.objects.on(act.day).visible_to(act.by).filter(organization=unit)
    drafts = DescriptionDraft.objects.visible_to(act.by).filter(organization=unit)
    found: dict[int, Copied] = {each.position_id: each for each in drafts}
    found |= {each.position_id: each for each in approved}
    return sorted(found.values(), key=lambda each: (each.job_code, each.position_id))


def _codes(act: OpenAct, unit: int) -> set[str]:
    approved = JobDescription.objects.on(act.day).filter(organization=unit)
    drafts = DescriptionDraft.objects.filter(organization=unit)
    told = approved.values_list("job_code", flat=True), drafts.values_list("job_code", flat=True)
    return {*told[0], *told[1]}


def _adapted(found: Copied, known: set[str]) -> Drafted:
    content = content_of(found.content)
    still = tuple(each for each in content.competencies if each.competency in known)
    return Drafted(found.job_code, found.job_title, replace(content, competencies=still))
