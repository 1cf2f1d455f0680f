"""Văn bản đến — registered with the next number of the year, submitted, sent back, its paper leg noted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from django.db import connection
from django.db.models import Max

from thenchot.ground.basis.acts.act import Basis, OpenAct, act, no_right
from thenchot.ground.basis.acts.papers import ground_faults, paper_faults
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.calendar import exchanged_days
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import NotAllowed, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.acts.stored import Identity, identity_of, stored_papers
from thenchot.office.documents.models import Incoming
from thenchot.office.documents.reads.grammar import forms_of_sign, sign_as_ruled
from thenchot.office.documents.rules.moves import MOVES, Verb, move_faults
from thenchot.office.documents.rules.receiving import (
    Arrival,
    ReceivedRow,
    arrival_faults,
    checked_words,
    due_from,
)
from thenchot.office.documents.words import Right, State


@act(needs=Right.REGISTER, phrase=mark("Vào sổ văn bản đến số {number}: {paper}"))
def receive_paper(act: OpenAct, *, organization: int, basis: Basis, arrival: Arrival) -> int:
    """Vào sổ văn bản đến — the organ's next number of the year in which it came.

    A paper this organ has registered is not registered again; one that another organ holds is taken
    as it stands there, whatever was typed of it here.
    """
    return taken_in(act, organization, basis, arrival).pk


def taken_in(
    act: OpenAct, organization: int, basis: Basis, arrival: Arrival, noted: Sequence[Reason] = ()
) -> Incoming:
    """Vào sổ trong việc đang mở — `noted` is told with what is wrong here."""
    act.touches(organization)
    reasons = list(noted)
    if (
        not OrganizationSpell.objects.on(arrival.arrived_on)
        .filter(organization=organization)
        .exists()
    ):
        reasons.append(
            Reason(mark("Cơ quan này không tồn tại vào ngày đến."), field="organization")
        )
    stored: Instrument | None = None
    if isinstance(basis, PaperRow):
        basis = replace(basis, number_sign=sign_as_ruled(basis.number_sign))
        stored = stored_papers(organization, [basis.tidied()]).get(identity_of(basis.tidied()))
    if stored:
        act.instrument = stored
        reasons += ground_faults(stored, "basis")
    paper = stored or act.rests_on(basis)
    reasons += arrival_faults(arrival, paper.issued_on, act.day)
    if paper.pk and (held := _registered(organization, paper.pk)):
        reasons.append(_already(held))
    act.refuse_if(reasons)
    due = due_from(arrival.arrived_on, arrival.due_on, exchanged_days())
    made = Incoming.objects.create(
        entry=act.entry, organization_id=organization, basis=paper, year=arrival.arrived_on.year,
        number=_next_number(organization, arrival.arrived_on.year), arrived_on=arrival.arrived_on,
        arrived_at=arrival.arrived_at, channel=arrival.channel, urgency=arrival.urgency,
        due_on=due.on, due_days=due.days, paper_also_required=arrival.paper_also_required,
        note=tidy_name(arrival.note), state=State.REGISTERED, checked=checked_words(arrival.checked),
    )  # fmt: skip
    act.says(number=made.number, paper=paper)
    return made


@act(needs=Right.REGISTER, phrase=mark("Vào sổ {n} văn bản đến, từ số {number}"))
def receive_papers(act: OpenAct, *, organization: int, rows: Sequence[ReceivedRow]) -> int:
    """Vào sổ một lượt — each row the next number, in their order; every row's reasons at once.

    A paper that stands in the register of papers is taken as it is. Answers with the first one.
    """
    act.touches(organization)
    if not act.by.may(BasisRight.REGISTER_INSTRUMENT, organization):
        raise NotAllowed([no_right(BasisRight.REGISTER_INSTRUMENT)])
    rows = [replace(each, paper=_ruled(each.paper.tidied(), organization)) for each in rows]
    held = _Held(organization, rows)
    faults = [] if rows else [Reason(mark("Danh sách chưa có dòng nào."), field="rows")]
    for place, row in enumerate(rows, start=1):
        faults += numbered(place, held.faults(row, act.day))
    act.refuse_if(faults)
    numbers = {
        year: count(_next_number(organization, year))
        for year in sorted({row.arrival.arrived_on.year for row in rows})
    }
    exchanged = exchanged_days()
    dues = [due_from(row.arrival.arrived_on, row.arrival.due_on, exchanged) for row in rows]
    made = [
        Incoming(
            entry=act.entry, organization_id=organization, basis=held.paper(act, row),
            year=row.arrival.arrived_on.year, number=next(numbers[row.arrival.arrived_on.year]),
            arrived_on=row.arrival.arrived_on, arrived_at=row.arrival.arrived_at,
            channel=row.arrival.channel, urgency=row.arrival.urgency, due_on=due.on, due_days=due.days,
            paper_also_required=row.arrival.paper_also_required, note=tidy_name(row.arrival.note),
            state=State.FINISHED if row.result else State.REGISTERED, result=tidy_name(row.result),
            finished_on=row.arrival.arrived_on if row.result else None,
            checked=checked_words(row.arrival.checked),
        )
        for row, due in zip(rows, dues, strict=True)
    ]  # fmt: skip
    Incoming.objects.bulk_create(made)
    act.says(n=len(made), number=made[0].number)
    return made[0].pk


@act(needs=Right.REGISTER, phrase=mark("Trình văn bản đến số {number}"))
def submit_paper(act: OpenAct, *, incoming: int) -> int:
    """Trình — the paper goes to the leader who says what is to be done."""
    found = moved(act, incoming, Verb.SUBMIT)
    act.refuse_if([])
    return keep(act, found)


@act(needs=Right.REGISTER, phrase=mark("Trả lại nơi gửi văn bản đến số {number}"))
def send_paper_back(act: OpenAct, *, incoming: int, reason: str) -> int:
    """Trả lại — a paper sent to the wrong organ; its number stays used, with the reason."""
    found = moved(act, incoming, Verb.SEND_BACK)
    reason = tidy_name(reason)
    act.refuse_if([] if reason else [Reason(mark("Phải nêu lý do trả lại."), field="reason")])
    found.result = reason
    return keep(act, found)


@act(needs=Right.REGISTER, phrase=mark("Ghi đã nhận bản giấy của văn bản đến số {number}"))
def receive_paper_copy(act: OpenAct, *, incoming: int, paper_on: date) -> int:
    """Bản giấy đã đến — of a paper whose signed original must follow the electronic one."""
    found = standing(act, incoming)
    reasons = []
    if not found.paper_also_required:
        reasons.append(Reason(mark("Văn bản này không cần bản giấy kèm theo."), field="paper_on"))
    if not found.arrived_on <= paper_on <= act.day:
        text = mark("Ngày nhận bản giấy phải từ ngày đến {day:%d/%m/%Y} đến hôm nay.")
        reasons.append(Reason(text, {"day": found.arrived_on}, field="paper_on"))
    act.refuse_if(reasons)
    found.paper_on = paper_on
    return keep(act, found)


def standing(act: OpenAct, incoming: int) -> Incoming:
    """Văn bản đến đang giữ — locked; refused where there is none within the right's reach."""
    found = (
        Incoming.objects.select_for_update(no_key=True, of=("self",)).filter(pk=incoming).first()
    )
    if found is None:
        act.refuse(Reason(mark("Không có văn bản đến này."), field="incoming"))
    act.touches(found.organization_id)
    act.says(number=found.number)
    return found


def moved(act: OpenAct, incoming: int, verb: Verb) -> Incoming:
    """Đi một bước — the paper in its next state, not written yet; refused where it cannot go."""
    found = standing(act, incoming)
    if faults := move_faults(verb, State.of(found.state)):
        act.refuse(*faults)
    found.state = MOVES[verb].after
    return found


def keep(act: OpenAct, found: Incoming) -> int:
    """Giữ lại — the paper as it stands now."""
    found.entry = act.entry
    found.save()
    return found.pk


def _ruled(paper: PaperRow, organization: int) -> PaperRow:
    return replace(paper, number_sign=sign_as_ruled(paper.number_sign), kept_by=organization)


class _Held:
    """Đã có — papers of a list that stand in the register of papers, or in the organ's own; three queries."""

    def __init__(self, organization: int, rows: Sequence[ReceivedRow]) -> None:
        signs = {form for row in rows for form in forms_of_sign(row.paper.number_sign)}
        found = Instrument.objects.filter(number_sign__in=signs)
        stored = stored_papers(organization, [row.paper for row in rows])
        self._papers = stored | {identity_of(each): each for each in found}
        came = Incoming.objects.filter(organization=organization, basis__number_sign__in=signs)
        self._registered = {each.basis_id: each for each in came}
        self._told: set[Identity] = set()

    def faults(self, row: ReceivedRow, today: date) -> list[Reason]:
        key = identity_of(row.paper)
        paper = self._papers.get(key)
        faults = (
            ground_faults(paper, "number_sign") if paper else paper_faults(row.paper, today)
        ) + arrival_faults(row.arrival, row.paper.issued_on, today)
        if paper and (came := self._registered.get(paper.pk)):
            faults.append(_already(came))
        if key in self._told:
            text = mark("Văn bản này đã có ở một dòng trên.")
            faults.append(Reason(text, field="number_sign"))
        self._told.add(key)
        return faults

    def paper(self, act: OpenAct, row: ReceivedRow) -> Instrument:
        return self._papers.get(identity_of(row.paper)) or act.rests_on(row.paper)


def _already(came: Incoming) -> Reason:
    text = mark("Văn bản này đã vào sổ ngày {day:%d/%m/%Y}, số đến {number}.")
    return Reason(text, {"day": came.arrived_on, "number": came.number}, field="basis")


def _registered(organization: int, paper: int) -> Incoming | None:
    return Incoming.objects.filter(organization=organization, basis=paper).first()


def _next_number(organization: int, year: int) -> int:
    """One more than the last, whoever else is registering in the same moment waits."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"incoming {organization} {year}"],
        )
    given = Incoming.objects.filter(organization=organization, year=year)
    return (given.aggregate(last=Max("number"))["last"] or 0) + 1
