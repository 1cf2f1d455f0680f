"""Soạn dự thảo — begun for an issuing organ, its head changed, a version written, an opinion noted."""

from dataclasses import fields
from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.office.documents.reads.incoming import incoming_page
from thenchot.office.drafting.models import DraftOpinion, DraftPaper, DraftVersion
from thenchot.office.drafting.rules.rows import (
    DraftRow,
    draft_faults,
    opinion_faults,
    version_faults,
)
from thenchot.office.drafting.words import Right, State


@act(needs=Right.WRITE, phrase=mark("Bắt đầu dự thảo: {draft}"))
def begin_draft(
    act: OpenAct,
    *,
    unit: int,
    organization: int,
    row: DraftRow,
    whole_text: str,
    answers: int | None = None,
) -> int:
    """Bắt đầu soạn — for the organ that will issue it, perhaps in answer to a paper that came."""
    act.touches(unit)
    whole_text = _lines(whole_text)
    faults = [*draft_faults(row), *_text_faults(whole_text)]
    for each, name in ((unit, "unit"), (organization, "organization")):
        if not OrganizationSpell.objects.on(act.day).filter(organization=each).exists():
            faults.append(Reason(mark("Cơ quan này không tồn tại hôm nay."), field=name))
    if not _issues_for(organization, unit, act.day):
        text = mark("Cơ quan ban hành phải là đơn vị soạn thảo hoặc cấp trên của nó.")
        faults.append(Reason(text, field="organization"))
    if answers is not None and incoming_page(by=act.by, on=act.day, incoming=answers) is None:
        faults.append(Reason(mark("Không có văn bản đến này."), field="answers"))
    act.refuse_if(faults)
    made = DraftPaper(
        entry=act.entry, unit_id=unit, organization_id=organization, state=State.WRITING,
        answers_id=answers,
    )  # fmt: skip
    _written(made, row)
    made.save()
    _version(act, made, 1, whole_text, "")
    act.says(draft=made)
    return made.pk


@act(needs=Right.WRITE, phrase=mark("Sửa đầu đề, phiếu trình của dự thảo: {draft}"))
def change_draft(act: OpenAct, *, draft: int, row: DraftRow) -> int:
    """Sửa đầu đề — while it is being written."""
    found = writable(act, draft)
    act.refuse_if(draft_faults(row))
    _written(found, row)
    found.entry = act.entry
    found.save()
    act.says(draft=found)
    return found.pk


@act(needs=Right.WRITE, phrase=mark("Viết bản {number} của dự thảo: {draft}"))
def write_version(act: OpenAct, *, draft: int, whole_text: str, note: str = "") -> int:
    """Viết bản mới — the whole text; the versions before it stay."""
    found = writable(act, draft)
    whole_text, last = _lines(whole_text), found.versions.order_by("-number").first()
    faults = _text_faults(whole_text)
    if last and last.text == whole_text:
        faults.append(Reason(mark("Nội dung giống hệt bản trước."), field="whole_text"))
    act.refuse_if(faults)
    number = (last.number if last else 0) + 1
    _version(act, found, number, whole_text, note)
    act.says(number=number, draft=found)
    return found.pk


@act(needs=Right.WRITE, phrase=mark("Ghi ý kiến của {said_by} về dự thảo: {draft}"))
def record_draft_opinion(
    act: OpenAct, *, draft: int, said_by: str, said_on: date, agrees: bool, opinion: str = ""
) -> int:
    """Ghi ý kiến góp — of a body on the version that stands, agreeing or not."""
    found = held(act, draft, issuing=False)
    said_by, opinion = tidy_name(said_by), tidy_name(opinion)
    faults = opinion_faults(said_by, said_on, opinion, agrees=agrees, today=act.day)
    if found.state in (State.NUMBERED, State.DROPPED):
        faults.append(Reason(mark("Dự thảo này đã xong, không nhận ý kiến nữa."), field="draft"))
    act.refuse_if(faults)
    DraftOpinion.objects.create(
        entry=act.entry, draft=found, unit_id=found.unit_id,
        version=standing_version(found), said_by=said_by, said_on=said_on, agrees=agrees,
        opinion=opinion,
    )  # fmt: skip
    act.says(said_by=said_by, draft=found)
    return found.pk


def held(act: OpenAct, draft: int, *, issuing: bool) -> DraftPaper:
    """Dự thảo đang giữ — locked; the act is about the writers' unit, or the issuing organ."""
    found = DraftPaper.objects.select_for_update(no_key=True, of=("self",)).filter(pk=draft).first()
    if found is None:
        act.refuse(Reason(mark("Không có dự thảo này."), field="draft"))
    act.touches(found.organization_id if issuing else found.unit_id)
    return found


def writable(act: OpenAct, draft: int) -> DraftPaper:
    """Dự thảo đang soạn — refused where it has gone on; it is withdrawn first."""
    found = held(act, draft, issuing=False)
    if found.state != State.WRITING:
        text = mark("Dự thảo đang ở tình trạng «{state}»; rút lại để sửa.")
        act.refuse(Reason(text, {"state": State.of(found.state)}, field="draft"))
    return found


def standing_version(draft: DraftPaper) -> int:
    """Bản đang có hiệu lực — the number of the last version."""
    last = draft.versions.order_by("-number").first()
    return last.number if last else 0


def _issues_for(organization: int, unit: int, day: date) -> bool:
    """The unit itself, or one it stands below."""
    at: int | None = unit
    while at is not None and at != organization:
        spells = OrganizationSpell.objects.on(day).filter(organization=at)
        at = spells.values_list("parent", flat=True).first()
    return at is not None


def _version(act: OpenAct, draft: DraftPaper, number: int, text: str, note: str) -> None:
    DraftVersion.objects.create(
        entry=act.entry, draft=draft, unit_id=draft.unit_id,
        number=number, text=text, note=tidy_name(note), written_by=act.by.id,
    )  # fmt: skip


def _written(draft: DraftPaper, row: DraftRow) -> None:
    for each in fields(row):
        value = getattr(row, each.name)
        setattr(
            draft,
            each.name,
            tidy_name(value)
            if isinstance(value, str) and each.name not in ("kind", "signing")
            else value,
        )


def _lines(text: str) -> str:
    """The paragraphs, each tidy; empty lines between them say nothing."""
    return "\n".join(filter(None, (tidy_name(line) for line in text.splitlines())))


def _text_faults(text: str) -> list[Reason]:
    return version_faults(text, secrecy_marks(text, ""))
