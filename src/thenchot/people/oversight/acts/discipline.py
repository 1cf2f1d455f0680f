"""Ghi quyết định kỷ luật — one paper, one member or many; expulsion ends the membership."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import end_facts, new_event, open_facts
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import Posting
from thenchot.ground.register.rules import numbered
from thenchot.people.members.acts.standing import Register, leave, twice
from thenchot.people.members.words import Status, Way
from thenchot.people.oversight import rules
from thenchot.people.oversight.models import Discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm, Right


@act(needs=Right.RECORD_DISCIPLINE, phrase=mark("Ghi quyết định kỷ luật {n} đảng viên"))
def record_discipline(
    act: OpenAct, *, people: Sequence[DisciplineRow], body: Body, on_day: date, basis: Basis
) -> None:
    """Ghi kỷ luật — the line of the journal says how many, the record says who.

    A removal ends the postings it names, an expulsion the membership, from the same day.
    """
    wanted = [row.person for row in people]
    book = Register(on_day, wanted)
    seats = {posting for row in people for posting in row.postings}
    held = Posting.objects.on(on_day).filter(pk__in=seats, effective__startswith__lt=on_day)
    postings = {each.pk: each for each in held.select_for_update(of=("self",))}
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        faults += numbered(number, _row_faults(book, postings, row))
    act.refuse_if(faults)
    standing = {person: book.members[person] for person in wanted}
    act.touches(*(each.cell_id for each in standing.values()))
    paper = act.rests_on(basis)
    open_facts(
        act,
        [
            new_event(
                Discipline,
                on_day,
                paper,
                person_id=row.person,
                cell_id=standing[row.person].cell_id,
                form=row.form,
                body=body,
            )
            for row in people
        ],
    )
    end_facts(act, [(posting, on_day) for posting in postings.values()], paper)
    expelled = [row.person for row in people if row.form is DisciplineForm.EXPULSION]
    leave(act, [(standing[who], Way.EXPELLED) for who in expelled], on_day, paper)
    act.says(n=len(people))


def _row_faults(book: Register, postings: dict[int, Posting], row: DisciplineRow) -> list[Reason]:
    faults = book.member_faults(row.person)
    if row.person in book.members:
        status = Status.of(book.members[row.person].status)
        faults += rules.form_faults(row.form, status, len(row.postings))
    strangers = [
        each for each in row.postings
        if each not in postings or postings[each].person_id != row.person
    ]  # fmt: skip
    if strangers:
        text = mark("Người này không giữ chức vụ đã nêu vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": book.day}, field="postings"))
    return faults
