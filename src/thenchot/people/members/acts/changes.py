"""Báo biến động — a cell says what has changed; whoever keeps the register confirms or returns it.

Nothing in the register changes by it: the decision is recorded by the acts of `members`.
"""

from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.people.members import rules
from thenchot.people.members.acts.standing import Register
from thenchot.people.members.models import ReportedChange
from thenchot.people.members.words import Answer, Right


@act(needs=Right.REPORT_CHANGE, phrase=mark("Báo biến động của {cell}"))
def report_change(
    act: OpenAct, *, cell: int, person: int | None, what: str, on_day: date | None, words: str
) -> int:
    """Báo biến động — of a member of the cell, or told in words of somebody not in the register."""
    act.touches(cell)
    told = tidy_name(words)
    book = Register(act.day, [] if person is None else [person], [cell])
    faults = [*book.cell_faults(cell), *rules.change_faults(what, person, on_day, told, act.day)]
    if person is not None:
        faults += _person_faults(book, cell, person, what)
    act.refuse_if(faults)
    made = ReportedChange.objects.create(
        entry=act.entry, cell_id=cell, person_id=person, what=what, on_day=on_day, words=told,
        reported_by=act.by.id, reporter=act.by.printed_name, reported_on=act.day,
    )  # fmt: skip
    act.says(cell=book.units[cell].name)
    return made.pk


@act(needs=Right.REPORT_CHANGE, phrase=mark("Rút báo biến động của {cell}"))
def withdraw_change(act: OpenAct, *, change: int) -> int:
    """Rút báo biến động — by whoever made it, or types for them, while it waits."""
    found = _found(act, change)
    faults = _answered_faults(found)
    if rules.spoken_for(found.reported_by) != rules.spoken_for(act.by.id):
        faults.append(Reason(mark("Chỉ người đã báo mới rút được."), field="change"))
    act.refuse_if(faults)
    found.delete()  # it leaves for history
    return change


@act(needs=Right.RECORD_MEMBER, phrase=mark("{outcome}: báo biến động của {cell}"))
def answer_change(act: OpenAct, *, change: int, confirmed: bool, answer: str) -> int:
    """Trả lời báo biến động — confirmed, or returned with the reason."""
    found, said = _found(act, change), tidy_name(answer)
    act.refuse_if([*_answered_faults(found), *rules.answer_faults(confirmed, said)])
    outcome = Answer.CONFIRMED if confirmed else Answer.RETURNED
    found.state, found.answer, found.entry = outcome.value, said, act.entry
    found.answered_by, found.answerer = act.by.id, act.by.printed_name
    found.answered_on = act.day
    found.save()
    act.says(outcome=outcome.label)
    return change


def _person_faults(book: Register, cell: int, person: int, what: str) -> list[Reason]:
    """A member of this very cell, of whom the same is not waiting already."""
    faults, standing = [], book.members.get(person)
    if standing is None or standing.cell_id != cell:
        text = mark("Người này không phải đảng viên của chi bộ vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": book.day}, field="person"))
    same = ReportedChange.objects.filter(cell=cell, person=person, what=what)
    if same.filter(state=Answer.WAITING.value).exists():
        text = mark("Biến động này của người ấy đã báo, đang chờ xác nhận.")
        faults.append(Reason(text, field="what"))
    return faults


def _found(act: OpenAct, change: int) -> ReportedChange:
    """The report, in a cell where the right is held, and the name of the cell said."""
    reports = ReportedChange.objects.select_for_update(of=("self",))
    found = reports.filter(pk=change).first()
    if found is None:
        act.refuse(Reason(mark("Không có báo biến động này."), field="change"))
    act.touches(found.cell_id)
    spells = OrganizationSpell.objects.filter(organization=found.cell_id).order_by("-effective")
    act.says(cell=spells[0].name)
    return found


def _answered_faults(found: ReportedChange) -> list[Reason]:
    if found.state == Answer.WAITING:
        return []
    text = mark("Báo biến động này đã được {name} trả lời ngày {day:%d/%m/%Y}.")
    return [Reason(text, {"name": found.answerer, "day": found.answered_on}, field="change")]
