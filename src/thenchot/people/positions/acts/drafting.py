"""Soạn bản mô tả — written by degrees, discarded; nothing holds until approved."""

from datetime import date
from typing import Any

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.people.positions.models import (
    Competency,
    DescriptionDraft,
    JobDescription,
    JobPosition,
)
from thenchot.people.positions.rules.content import Description, Drafted, tidied
from thenchot.people.positions.rules.faults import draft_faults
from thenchot.people.positions.words import Right


@act(needs=Right.DRAFT, phrase=mark("Soạn bản mô tả «{title}», {unit}"))
def draft_description(
    act: OpenAct,
    *,
    organization: int,
    code: str,
    title: str,
    content: Description,
    position: int | None = None,
) -> int:
    """Soạn bản mô tả — of a new position, or the next version of one; in place of the draft there is."""
    drafted = Drafted(tidy_name(code).upper(), tidy_name(title), tidied(content))
    act.touches(organization)
    unit, faults = unit_on(organization, act.day)
    faults += draft_faults(drafted, framework_codes(act.day))
    if position is not None:
        faults += _position_faults(position, organization)
    faults += code_faults_of(organization, drafted.code, position, act.day)
    act.refuse_if(faults)
    act.says(title=drafted.title, unit=unit)
    return keep_draft(act, organization, drafted, position)


@act(needs=Right.DRAFT, phrase=mark("Bỏ bản thảo «{title}»"))
def discard_draft(act: OpenAct, *, position: int) -> None:
    """Bỏ bản thảo — it leaves for history; the approved description, if any, stands."""
    found = (
        DescriptionDraft.objects.select_for_update(of=("self",)).filter(position=position).first()
    )
    if found is None:
        act.refuse(Reason(mark("Vị trí này không có bản thảo."), field="position"))
    act.touches(found.organization_id)
    act.says(title=found.job_title)
    found.delete()  # it leaves for history


def keep_draft(act: OpenAct, organization: int, drafted: Drafted, position: int | None) -> int:
    """Giữ bản thảo — one a position, in place of the one before; without a position, of a new one."""
    known = position or JobPosition.objects.create(entry=act.entry).pk
    columns = {
        "entry": act.entry, "organization_id": organization, "job_code": drafted.code,
        "job_title": drafted.title, "content": drafted.content.as_data(), "drafted_by": act.by.id,
        "drafter": act.by.printed_name, "drafted_on": act.day,
    }  # fmt: skip
    found = DescriptionDraft.objects.select_for_update(of=("self",)).filter(position=known).first()
    kept = found or DescriptionDraft(position_id=known)
    for name, value in columns.items():
        setattr(kept, name, value)
    kept.save()
    return int(known)


def unit_on(organization: int, day: date) -> tuple[str, list[Reason]]:
    """Đơn vị trong ngày — its name, or the reason why there is none."""
    found = OrganizationSpell.objects.on(day).filter(organization=organization).first()
    if found:
        return found.name, []
    text = mark("Đơn vị này không tồn tại vào ngày {day:%d/%m/%Y}.")
    return "", [Reason(text, {"day": day}, field="organization")]


def framework_codes(day: date) -> set[str]:
    """Mã năng lực hiện hành."""
    return set(Competency.objects.on(day).values_list("key", flat=True))


def _position_faults(position: int, organization: int) -> list[Reason]:
    """The next version is of the same unit; another unit's position is copied."""
    tables: tuple[Any, ...] = (JobDescription, DescriptionDraft)
    of_unit = {
        unit
        for table in tables
        for unit in table.objects.filter(position=position).values_list("organization", flat=True)
    }
    if not of_unit:
        return [Reason(mark("Không có vị trí việc làm này."), field="position")]
    if of_unit == {organization}:
        return []
    text = mark("Vị trí này thuộc đơn vị khác; hãy chép sang đơn vị mới.")
    return [Reason(text, field="organization")]


def code_faults_of(organization: int, code: str, position: int | None, day: date) -> list[Reason]:
    """Mã đã dùng — by another draft of the unit, or another position approved there."""
    drafts = DescriptionDraft.objects.filter(organization=organization, job_code=code)
    if drafts.exclude(position=position).exists():
        return [spoken("description_draft_code_is_of_one")]
    approved = JobDescription.objects.on(day).filter(organization=organization, job_code=code)
    if approved.exclude(position=position).exists():
        return [spoken("job_description_code_is_of_one")]
    return []
