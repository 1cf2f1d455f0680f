"""Câu hỏi về văn bản đến — the register by organ, state and words; one paper with what was said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Count, Q, QuerySet, Window

from thenchot.ground.basis.reads.calendar import exchanged_days
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.working_days import Exchanged, add_working_days, working_days_between
from thenchot.ground.register.models import PersonSpell
from thenchot.office.documents.models import Assignment, Direction, Incoming
from thenchot.office.documents.reads.asked import LedByAnother, may_answer
from thenchot.office.documents.reads.matching import may_bring
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.documents.rules.moves import MOVES, Verb
from thenchot.office.documents.words import Channel, CheckResult, Part, Right, State, Urgency

NEAR = 3  # days of work before a deadline within which it is near
OPEN = (State.REGISTERED, State.SUBMITTED, State.DIRECTED, State.HANDLED)


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Chuyển cho ai — who leads ("": nobody yet), since which direction, when they took it."""

    lead: str = ""
    on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """Dòng sổ đến — the paper as printed, when it came, who leads, by when, where it stands.

    `passed`: to whom it went; `result`, `note`, `paper_on`: what the register's last columns say. `due_days`: how many days of work the deadline was told by; `days_left` until it, less than
    nothing where it is past, None where nothing is waited for. `issued_kind`, `issued_abstract`: how the organ
    that issued the paper says what this register said in other words before. `checked`: what was found when it came.
    """

    id: int
    organization: int
    number: int
    arrived_on: date
    paper: Paper
    kind: InstrumentKind
    number_sign: str
    issuer: str
    issued_on: date | None
    abstract: str
    urgency: Urgency
    state: State
    due_on: date | None
    finished_on: date | None
    lead: str
    late: bool
    days_left: int | None
    due_days: int | None
    reply: str
    passed: PassedOn
    result: str
    note: str
    paper_on: date | None
    issued_kind: InstrumentKind | None
    issued_abstract: str
    checked: list[CheckResult]

    @property
    def wrong(self) -> list[CheckResult]:
        """Sai, thiếu khi kiểm tra — none where it was whole, or nothing was said."""
        return [each for each in self.checked if each is not CheckResult.WHOLE]

    @property
    def near(self) -> bool:
        """Sắp đến hạn — within a few days of work."""
        return self.days_left is not None and not self.late and self.days_left <= NEAR

    @property
    def days_late(self) -> int:
        """Quá hạn mấy ngày làm việc — 0 where only days of rest lie between."""
        return -(self.days_left or 0)


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """Một phân công — whom it asks, and what came of it."""

    id: int
    part: Part
    whom: str
    unit: int | None
    person: int | None
    due_on: date | None
    due_days: int | None
    received_on: date | None
    done_on: date | None
    answer: str
    answers: bool  # the reader may take it and tell its result


@dataclass(frozen=True, slots=True)
class DirectionLine:
    """Một bút phê — who said it, when, what, in place of whom ("": nobody), and whom it asks."""

    said_by: str
    said_on: date
    opinion: str
    in_place_of: str
    assigned: list[AssignmentLine]


@dataclass(frozen=True, slots=True)
class IncomingPage:
    """Trang văn bản đến — its line, how it came, its directions in order, the answer.

    `attaches`: the paper has no file, and the reader may bring it one.
    """

    line: IncomingLine
    organization: str
    channel: Channel
    arrived_at: time | None
    signer: str
    file_sha256: str
    paper_also_required: bool
    directions: list[DirectionLine]
    reply: Paper | None
    before: int | None
    after: int | None
    attaches: bool

    @property
    def paper_on(self) -> date | None:
        """Ngày nhận bản giấy."""
        return self.line.paper_on

    @property
    def result(self) -> str:
        """Kết quả."""
        return self.line.result

    @property
    def note(self) -> str:
        """Ghi chú."""
        return self.line.note


def incoming_lines(
    *, by: Actor, on: date, organization: int | None = None, state: State | None = None,
    words: str = "", number: int = 0, late: bool = False, near: bool = False, since: date | None = None,
    until: date | None = None, after: int = 0, most: int = 50,
) -> tuple[int, list[IncomingLine]]:  # fmt: skip
    """Sổ văn bản đến — (how many, one sheet of them), the last to come first.

    `since`, `until`: days of arrival, both included. `late`: past its deadline on the day, not
    finished; `near`: due within a few days of work from it. `words` anywhere in sign, issuer or abstract.
    """
    found = Incoming.objects.visible_to(by).filter(arrived_on__lte=on)
    if organization:
        found = found.filter(organization=organization)
    if state:
        found = found.filter(state=state)
    if number:
        found = found.filter(number=number)
    if late:
        found = found.filter(due_on__lt=on, state__in=OPEN)
    exchanged = exchanged_days()
    if near:
        until_near = add_working_days(on, NEAR, exchanged)
        found = found.filter(due_on__gte=on, due_on__lte=until_near, state__in=OPEN)
    if since:
        found = found.filter(arrived_on__gte=since)
    if until:
        found = found.filter(arrived_on__lte=until)
    for word in words.split():
        found = found.filter(
            Q(basis__abstract__icontains=word)
            | Q(typed_abstract__icontains=word)
            | Q(basis__issuer__icontains=word)
            | Q(basis__number_sign__icontains=word)
        )
    counted: Any = _newest_first(found).annotate(total=Window(Count("pk")))
    sheet = list(counted[after : after + most])
    passed = _passed(by, on, sheet)
    total = sheet[0].total if sheet else found.count()
    return total, [_line(each, passed.get(each.pk, PassedOn()), on, exchanged) for each in sheet]


def incoming_page(*, by: Actor, on: date, incoming: int) -> IncomingPage | None:
    """Một văn bản đến — None where it is not there or out of reach, alike."""
    seen = Incoming.objects.visible_to(by)
    found = seen.select_related("basis", "ended_by").filter(pk=incoming, arrived_on__lte=on).first()
    if found is None:
        return None
    asked = Assignment.objects.visible_to(by).filter(incoming=found)
    told = asked.annotate(led_by_another=LedByAnother("pk"))
    assigned = list(told.select_related("direction").order_by("pk"))
    names = _names(by, on, assigned, found.organization_id)
    led = next((each for each in reversed(assigned) if each.part == Part.LEAD), None)
    state = State.of(found.state)
    may = [may_answer(by, each, state, led_by_another=each.led_by_another) for each in assigned]
    lines = [
        (each.direction_id, _assignment(each, names, answers))
        for each, answers in zip(assigned, may, strict=True)
    ]
    said = Direction.objects.visible_to(by).filter(incoming=found)
    said = said.select_related("delegation").order_by("said_on", "pk")
    directions = [
        DirectionLine(
            each.said_by,
            each.said_on,
            each.opinion,
            each.delegation.giver_name if each.delegation else "",
            [line for at, line in lines if at == each.pk],
        )
        for each in said
    ]
    beside = seen.filter(organization=found.organization_id, year=found.year)
    near = dict(
        beside.filter(number__in=(found.number - 1, found.number + 1)).values_list("number", "pk")
    )
    return IncomingPage(
        _line(found, _passed_to(led, names), on, exchanged_days()), names[0].get(found.organization_id, ""), Channel.of(found.channel),
        found.arrived_at, found.basis.signer, found.basis.file_sha256, found.paper_also_required,
        directions, paper(found.ended_by) if found.ended_by else None,
        near.get(found.number - 1), near.get(found.number + 1),
        not found.basis.file_sha256 and may_attach(by, found),
    )  # fmt: skip


def may_attach(by: Actor, came: Incoming) -> bool:
    """Gắn tệp được — with the right where the paper came and in the register that keeps it; in the
    whole office where none does."""
    return may_bring(by, came.basis.kept_by) and by.may(Right.REGISTER, came.organization_id)


def open_moves(by: Actor, line: IncomingLine) -> list[Verb]:
    """Các bước đi được — from where the paper stands, with the rights of this reader there."""
    return [
        move.verb
        for move in MOVES.values()
        if line.state in move.before and by.may(move.right, line.organization)
    ]


def _newest_first(found: QuerySet[Incoming]) -> QuerySet[Incoming]:
    return found.select_related("basis", "ended_by").order_by("-year", "-number", "-pk")


Names = tuple[dict[int | None, str], dict[int, str]]


def _passed(by: Actor, on: date, sheet: Iterable[Incoming]) -> dict[int, PassedOn]:
    """Whom the last direction of each asks to lead."""
    asked = Assignment.objects.visible_to(by).filter(
        incoming__in=[each.pk for each in sheet], part=Part.LEAD
    )
    assigned = list(asked.select_related("direction").order_by("pk"))
    names = _names(by, on, assigned)
    return {each.incoming_id: _passed_to(each, names) for each in assigned}


def _passed_to(led: Assignment | None, names: Names) -> PassedOn:
    if led is None:
        return PassedOn()
    return PassedOn(_assignment(led, names).whom, led.direction.said_on, led.received_on)


def _names(by: Actor, on: date, assigned: Iterable[Assignment], *units: int) -> Names:
    """Units and people as they are called on the day, or were last called before."""
    wanted = {each.unit_id for each in assigned if each.unit_id} | set(units)
    people = {each.person_id for each in assigned if each.person_id}
    known = PersonSpell.objects.visible_to(by).filter(person__in=people)
    return (
        unit_names(by=by, on=on, units=wanted),
        dict(known.order_by("effective").values_list("person", "full_name")) if people else {},
    )


def _assignment(each: Assignment, names: Names, answers: bool = False) -> AssignmentLine:
    units, people = names
    whom = units.get(each.unit_id, "") if each.unit_id else people.get(each.person_id or 0, "")
    return AssignmentLine(
        each.pk, Part.of(each.part), whom, each.unit_id, each.person_id, each.due_on,
        each.due_days, each.received_on, each.done_on, each.answer, answers,
    )  # fmt: skip


def _line(each: Incoming, passed: PassedOn, on: date, exchanged: Exchanged) -> IncomingLine:
    state, printed, due = State.of(each.state), each.basis, each.due_on
    left = working_days_between(on, due, exchanged) if due and state in OPEN else None
    return IncomingLine(
        each.pk, each.organization_id, each.number, each.arrived_on, paper(printed),
        InstrumentKind.of(each.typed_kind or printed.kind), printed.number_sign, printed.issuer, printed.issued_on,
        each.typed_abstract or printed.abstract, Urgency.of(each.urgency), state, each.due_on, each.finished_on, passed.lead,
        left is not None and due is not None and due < on, left, each.due_days,
        each.ended_by.number_sign if each.ended_by else "", passed, each.result, each.note, each.paper_on,
        InstrumentKind.of(printed.kind) if each.typed_kind else None,
        printed.abstract if each.typed_kind else "",
        list(map(CheckResult.of, each.checked or ())),
    )  # fmt: skip
