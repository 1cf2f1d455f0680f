"""Soạn dự thảo — begun for an issuing organ, its head changed, a version written, an opinion noted."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import date

from django.db.models import QuerySet

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import tidy_lines, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.reads import who_decides
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.reads.incoming import incoming_page
from thenchot.office.drafting.models import DraftOpinion, DraftPaper, DraftPerson, DraftVersion
from thenchot.office.drafting.rules.rows import (
    DraftRow,
    decider_faults,
    draft_faults,
    list_faults,
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
    faults = []
    if answers is not None and incoming_page(by=act.by, on=act.day, incoming=answers) is None:
        faults.append(Reason(mark("Không có văn bản đến này."), field="answers"))
    made = start_draft(act, unit, organization, row, whole_text, faults, answers)
    act.says(draft=made)
    return made.pk


def start_draft(
    act: OpenAct, unit: int, organization: int, row: DraftRow, whole_text: str, reasons: list[Reason],
    answers: int | None = None,
) -> DraftPaper:  # fmt: skip
    """Dự thảo mới — its head and first version; refused with `reasons` and its own, all at once."""
    act.touches(unit)
    whole_text = tidy_lines(whole_text)
    row, faults = _with_decider(row, act.day)
    faults = [*draft_faults(row), *_text_faults(whole_text), *faults, *reasons]
    for each, name in ((unit, "unit"), (organization, "organization")):
        if not OrganizationSpell.objects.on(act.day).filter(organization=each).exists():
            faults.append(Reason(mark("Cơ quan này không tồn tại hôm nay."), field=name))
    if not _issues_for(organization, unit, act.day):
        text = mark("Cơ quan ban hành phải là đơn vị soạn thảo hoặc cấp trên của nó.")
        faults.append(Reason(text, field="organization"))
    act.refuse_if(faults)
    made = DraftPaper(
        entry=act.entry, unit_id=unit, organization_id=organization, state=State.WRITING,
        answers_id=answers,
    )  # fmt: skip
    _written(made, row)
    made.save()
    _version(act, made, 1, whole_text, "")
    return made


@act(needs=Right.WRITE, phrase=mark("Sửa đầu đề, phiếu trình của dự thảo: {draft}"))
def change_draft(act: OpenAct, *, draft: int, row: DraftRow) -> int:
    """Sửa đầu đề — while it is being written."""
    found = writable(act, draft)
    row, faults = _with_decider(row, act.day)
    act.refuse_if([*draft_faults(row), *faults])
    _written(found, row)
    found.entry = act.entry
    found.save()
    act.says(draft=found)
    return found.pk


@act(needs=Right.WRITE, phrase=mark("Viết bản {number} của dự thảo: {draft}"))
def write_version(act: OpenAct, *, draft: int, whole_text: str, note: str = "") -> int:
    """Viết bản mới — the whole text; the versions before it stay."""
    found = writable(act, draft)
    whole_text, last = tidy_lines(whole_text), found.versions.order_by("-number").first()
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


@act(needs=Right.WRITE, phrase=mark("Ghi danh sách {n} người của hồ sơ trình: {draft}"))
def list_draft_people(act: OpenAct, *, draft: int, people: Sequence[int]) -> int:
    """Ghi danh sách người — the whole list anew, while the draft is being written."""
    found = writable(act, draft)
    seen = PersonSpell.objects.on(act.day).visible_to(act.by).filter(person__in=people)
    known = set(seen.values_list("person", flat=True))
    faults = list_faults(people)
    for number, person in enumerate(people, start=1):
        if person not in known:
            faults += numbered(number, [Reason(mark("Không có người này."), field="person")])
    act.refuse_if(faults)
    listed = {each.person_id: each for each in found.people.all()}
    for person in listed.keys() - set(people):
        listed[person].delete()
    for person in people:
        if person not in listed:
            DraftPerson.objects.create(
                entry=act.entry, draft=found, unit_id=found.unit_id, person_id=person
            )
    act.says(n=len(people), draft=found)
    return found.pk


def held(act: OpenAct, draft: int, *, issuing: bool) -> DraftPaper:
    """Dự thảo đang giữ — locked; the act is about the writers' unit, or the issuing organ."""
    found = locked_drafts([draft]).first()
    if found is None:
        act.refuse(Reason(mark("Không có dự thảo này."), field="draft"))
    act.touches(found.organization_id if issuing else found.unit_id)
    return found


def locked_drafts(drafts: Collection[int]) -> QuerySet[DraftPaper]:
    """Các dự thảo đang giữ — each with the number it has, as far as it is in sight."""
    found = DraftPaper.objects.select_for_update(no_key=True, of=("self",)).select_related("number")
    return found.filter(pk__in=drafts)


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


def _with_decider(row: DraftRow, day: date) -> tuple[DraftRow, list[Reason]]:
    """The row with the decider the division of competence names; and what speaks against it."""
    competent = who_decides(row.matter, row.tier, day) if row.matter and row.tier else None
    named = competent.decider if competent else None
    faults = decider_faults(row, named, competent.basis if competent else "")
    return replace(row, decider=named or row.decider), faults


def _written(draft: DraftPaper, row: DraftRow) -> None:
    for each in fields(row):
        value = getattr(row, each.name)
        setattr(
            draft,
            each.name,
            tidy_name(value)
            if isinstance(value, str) and not isinstance(value, Labelled)
            else value,
        )


def _text_faults(text: str) -> list[Reason]:
    return version_faults(text, secrecy_marks(text, ""))
