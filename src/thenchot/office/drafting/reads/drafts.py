"""Câu hỏi về dự thảo — the list by state, one draft with its versions, opinions, steps and departures."""

from dataclasses import dataclass, fields
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, Subquery, Window

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.reads import who_decides
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.documents.models import Incoming, Outgoing
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.documents.words import NumberState
from thenchot.office.documents.words import Right as Papers
from thenchot.office.drafting.models import DraftPaper, DraftPerson
from thenchot.office.drafting.reads.authority import unauthorised
from thenchot.office.drafting.reads.pieces import PieceLine, pieces_of
from thenchot.office.drafting.rules.cited_form import citation_faults
from thenchot.office.drafting.rules.flow import BODIES, NUMBERED_FROM, STEPS, leader_faults
from thenchot.office.drafting.rules.layout import Printed, form_faults, printed
from thenchot.office.drafting.rules.pieces import Content, contents, owed
from thenchot.office.drafting.rules.rows import DraftRow
from thenchot.office.drafting.words import Signing, State, Verb


@dataclass(frozen=True, slots=True)
class DraftLine:
    """Dòng dự thảo — what it is, who writes and who issues it, where it stands."""

    id: int
    unit_id: int
    organization_id: int
    kind: InstrumentKind
    abstract: str
    unit: str
    organization: str
    signer: str
    state: State
    due_on: date | None
    number: int | None
    sign: str
    decider: Decider | None
    centre_said: bool
    cancelled: bool  # its number was; signed, it may get another

    def late(self, on: date) -> bool:
        """Quá hạn — not numbered by its deadline."""
        done = self.state in (State.NUMBERED, State.DROPPED)
        return not done and self.due_on is not None and self.due_on < on


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Một bản — its number, note and who wrote it."""

    number: int
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """Một ý kiến góp."""

    version: int
    said_by: str
    said_on: date
    agrees: bool
    opinion: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """Một bước đã đi."""

    verb: Verb
    version: int
    on_day: date
    words: str


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """Một người của hồ sơ trình — `name` is empty out of the reader's sight."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Một dự thảo — its head, the version shown, all said of it; `departures` from the layout rules.

    `unauthorised` says that its body may not issue the type. `division` is the paper by which the decider is competent; `centre_asked`, `centre_said` the papers
    that asked the Centre and answered, as far as the reader may see them; `signed_on` the day it was signed. `has_file`: its signed file is
    here; `joined`: with a paper that another system numbered.
    `pieces`: of its submission file, those taken out too.
    """

    line: DraftLine
    row: DraftRow
    version: VersionLine
    versions: list[int]
    opinions: list[OpinionLine]
    steps: list[StepLine]
    departures: list[Reason]
    unauthorised: list[Reason]
    answers: int | None
    paper: Paper | None
    has_file: bool
    joined: bool
    given_on: date | None
    people: list[PersonNamed]
    division: str
    carried_on: date | None
    centre_asked: Paper | None
    centre_said: Paper | None
    signed_on: date | None
    pieces: list[PieceLine]

    @property
    def put(self) -> list[PieceLine]:
        """Tài liệu đang có trong hồ sơ trình."""
        return [each for each in self.pieces if each.taken_out_on is None]

    @property
    def taken_out(self) -> list[PieceLine]:
        """Tài liệu đã rút khỏi hồ sơ trình."""
        return [each for each in self.pieces if each.taken_out_on]

    @property
    def contents(self) -> list[Content]:
        """Mục lục hồ sơ trình."""
        line = self.line
        return contents(line.kind, line.abstract, line.unit, len(self.people), self.put)

    @property
    def owed(self) -> list[Reason]:
        """Hồ sơ trình còn thiếu."""
        return owed(self.line.kind, self.line.decider, self.put)

    @property
    def cautions(self) -> list[Reason]:
        """Nên xem lại trước khi trình — told, never refused."""
        return [*self.unauthorised, *self.owed]

    @property
    def printed(self) -> Printed:
        """Như in — with the number once it was given."""
        return printed(self.row, self.version.text, number_sign=self.line.sign, on=self.given_on)


def draft_lines(
    *, by: Actor, on: date, state: State | None = None, words: str = "", unit: int | None = None,
    after: int = 0, most: int = 50,
) -> tuple[int, list[DraftLine]]:  # fmt: skip
    """Danh sách dự thảo — (how many, one sheet of them), the last begun first."""
    found = DraftPaper.objects.visible_to(by)
    if state:
        found = found.filter(_stands(state))
    if unit:
        found = found.filter(Q(unit=unit) | Q(organization=unit))
    for word in words.split():
        found = found.filter(Q(abstract__icontains=word) | Q(signer__icontains=word))
    counted: Any = found.annotate(total=Window(Count("pk"))).select_related("number__basis")
    sheet = list(counted.order_by("-pk")[after : after + most])
    total = sheet[0].total if sheet else found.count()
    units = {each.unit_id for each in sheet} | {each.organization_id for each in sheet}
    names = unit_names(by=by, on=on, units=units)
    return total, [_line(each, names) for each in sheet]


def drafts_waiting(*, by: Actor, most: int) -> tuple[int, list[DraftLine]]:
    """Dự thảo chờ người đọc — (how many, the soonest due): those whose next step is theirs to take.
    What a body decides waits for whoever records its sittings. Runs one statement."""
    of_body = Q(decider__in=BODIES)
    theirs = [
        _theirs(by, Verb.FORM, State.CONTENT), _theirs(by, Verb.SUBMIT, State.FORM, State.ASKING),
        _theirs(by, Verb.AGREE, State.SUBMITTED) & ~of_body,
        _theirs(by, Verb.TABLE, State.SUBMITTED) & of_body, _theirs(by, Verb.SIGN, State.AGREED),
        _stands(NUMBERED_FROM) & _reached(by, Papers.REGISTER, issuing=True),
    ]  # fmt: skip
    found = DraftPaper.objects.visible_to(by).filter(reduce(or_, theirs))
    counted: Any = found.annotate(total=Window(Count("pk"))).select_related("number__basis")
    sheet = list(counted.order_by(F("due_on").asc(nulls_last=True), "pk")[:most])
    return sheet[0].total if sheet else 0, [_line(each, {}) for each in sheet]


def _theirs(by: Actor, verb: Verb, *states: State) -> Q:
    """In these states, where the reader may take the step."""
    step = STEPS[verb]
    return _stands(*states) & _reached(by, step.right, issuing=step.issuing)


def _reached(by: Actor, right: Labelled, *, issuing: bool) -> Q:
    """Where the reader has the right in the issuing organ, else in the unit that writes."""
    reach = by.reach(right)
    if reach == EVERYWHERE:
        return Q()
    return Q(**{"organization__in" if issuing else "unit__in": reach})


def _stands(*states: State) -> Q:
    """In one of these states, as `DraftPaper.standing` tells it."""
    cancelled = Q(number__state=NumberState.CANCELLED.value)
    found = Q(state__in=[each.value for each in states]) & ~cancelled
    if State.SIGNED in states:
        found |= cancelled & Q(signed_on__isnull=False)
    if State.AGREED in states:
        found |= cancelled & Q(signed_on=None)
    return found


def draft_page(*, by: Actor, on: date, draft: int, version: int = 0) -> DraftPage | None:
    """Một dự thảo — the version asked for, else the last; None where it is not there or out of reach."""
    listed = DraftPerson.objects.visible_to(by).filter(draft=OuterRef("pk")).order_by("pk")
    organs = OrganizationSpell.objects.on(on).filter(organization=OuterRef("organization"))
    seen: Any = DraftPaper.objects.visible_to(by).annotate(
        listed=ArraySubquery(listed.values("person")),
        organ_kind=Subquery(organs.values("kind")[:1]),
    )
    papers = ("number__basis", "centre_asked__basis", "centre_said__basis")
    found = seen.select_related(*papers).filter(pk=draft).first()
    if found is None:
        return None
    versions = list(found.versions.order_by("number"))
    shown = next((each for each in versions if each.number == version), None)
    if version and shown is None:
        return None
    shown = shown or versions[-1]
    names = unit_names(by=by, on=on, units={found.unit_id, found.organization_id})
    row, number = row_of(found), found.number
    return DraftPage(
        _line(found, names), row, VersionLine(shown.number, shown.note, shown.text),
        [each.number for each in versions],
        [
            OpinionLine(each.version, each.said_by, each.said_on, each.agrees, each.opinion)
            for each in found.opinions.order_by("pk")
        ],
        [
            StepLine(Verb.of(each.verb), each.version, each.on_day, each.words)
            for each in found.steps.order_by("pk")
        ],
        [*form_faults(row, shown.text), *citation_faults(shown.text, shipped_grammar())], unauthorised(row, found.organ_kind, on), found.answers_id,
        paper(number.basis) if number and number.basis else None,
        bool(number and number.basis and number.basis.file_sha256),
        number is not None and number.series_id is None,
        number.given_on if number else None,
        _people(by, on, found.listed), _division(row, on), found.carried_on, _paper_of(found.centre_asked),
        _paper_of(found.centre_said), found.signed_on, pieces_of(by=by, draft=found.pk),
    )  # fmt: skip


def people_of(*, by: Actor, draft: int) -> list[int]:
    """Người trong hồ sơ trình — in the order they were listed."""
    found = DraftPerson.objects.visible_to(by).filter(draft=draft).order_by("pk")
    return list(found.values_list("person", flat=True))


def row_of(draft: DraftPaper) -> DraftRow:
    """Đầu đề như đã ghi."""
    told = {each.name: getattr(draft, each.name) for each in fields(DraftRow)}
    words = {
        "kind": InstrumentKind,
        "signing": Signing,
        "matter": Matter,
        "tier": Tier,
        "decider": Decider,
    }
    for name, of in words.items():
        told[name] = of.of(told[name]) if told[name] else None
    return DraftRow(**told)


def open_steps(by: Actor, line: DraftLine) -> list[Verb]:
    """Bước đi được — from where the draft stands, with the rights of whoever looks."""
    not_theirs = leader_faults(line.decider, centre_said=line.centre_said)
    return [
        verb
        for verb, step in STEPS.items()
        if line.state in step.before
        and not (verb is Verb.AGREE and not_theirs)
        and by.may(step.right, line.organization_id if step.issuing else line.unit_id)
    ]


def _line(each: DraftPaper, names: dict[int | None, str]) -> DraftLine:
    number = each.number
    return DraftLine(
        each.pk, each.unit_id, each.organization_id, InstrumentKind.of(each.kind), each.abstract,
        names.get(each.unit_id, ""), names.get(each.organization_id, ""), each.signer,
        each.standing, each.due_on, number.pk if number else None,
        number.basis.number_sign if number and number.basis else "",
        Decider.of(each.decider) if each.decider else None, each.centre_said_id is not None,
        each.unnumbered,
    )  # fmt: skip


def _people(by: Actor, on: date, listed: list[int]) -> list[PersonNamed]:
    if not listed:
        return []
    seen = PersonSpell.objects.on(on).visible_to(by).filter(person__in=listed)
    names = dict(seen.values_list("person", "full_name"))
    return [PersonNamed(each, names.get(each, "")) for each in listed]


def _division(row: DraftRow, on: date) -> str:
    competent = who_decides(row.matter, row.tier, on) if row.matter and row.tier else None
    return competent.basis if competent else ""


def _paper_of(register: Outgoing | Incoming | None) -> Paper | None:
    return paper(register.basis) if register and register.basis else None
