"""Câu hỏi về văn bản đi — numbers given by an organ, the series they run in, who gives them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Window

from thenchot.ground.basis.reads.calendar import exchanged_days
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.working_days import Exchanged
from thenchot.office.documents.models import Dossier, Incoming, NumberSource, Outgoing, Series
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.documents.reads.recipients import delivery_lines, times_sent
from thenchot.office.documents.reads.relations import RelationLine, changes_to
from thenchot.office.documents.rules.numbering import issue_due, sign_of
from thenchot.office.documents.rules.recipients import Recipient, spread
from thenchot.office.documents.words import Family, NumberState, Right, SeriesBook, Source


@dataclass(frozen=True, slots=True)
class OutgoingLine:
    """Dòng sổ đi — one number: its sign, its paper where it has one, who drafted, to whom it went.

    `sent_to`: whom it names or went to, with each time it was sent there; none for whoever may not read the
    register of the organ. `changes`: what corrected, amended, replaced or recalled it. `late`: it went, or still waits, after
    `issue_due`, which is empty where nothing is to go or another system, which says no day, gave the number.
    """

    id: int
    organization: int
    sign: str
    state: NumberState
    reason: str
    given_on: date
    paper: Paper | None
    kind: InstrumentKind | None
    abstract: str
    signer: str
    drafted_by: str
    recipients: str
    copies: int
    kept_at: str
    sent_on: date | None
    note: str
    paper_also_required: bool
    paper_sent_on: date | None
    paper_received_on: date | None
    sent_to: list[Recipient]
    changes: list[RelationLine]
    issue_due: date | None
    late: bool

    @property
    def reached(self) -> int:
        """Số nơi đã chuyển."""
        return sum(bool(each.deliveries) for each in self.sent_to)

    @property
    def confirmed(self) -> int:
        """Số nơi đã nhận."""
        return sum(each.received for each in self.sent_to)


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """Một dãy số — its letters, period and days, the last number given."""

    id: int
    organization: int
    unit: str
    name: str
    from_day: date
    until_day: date | None
    last: int
    book: SeriesBook | None


def outgoing_lines(
    *, by: Actor, on: date, organization: int | None = None, series: int | None = None,
    state: NumberState | None = None, words: str = "", internal: bool | None = None,
    since: date | None = None, until: date | None = None, after: int = 0, most: int = 50,
) -> tuple[int, list[OutgoingLine]]:  # fmt: skip
    """Sổ văn bản đi — (how many, one sheet of them), the last given first.

    `internal`: only those of the register of papers within the organ, or only the others; None: all.
    """
    found = Outgoing.objects.visible_to(by).filter(given_on__lte=on)
    if organization:
        found = found.filter(organization=organization)
    if series:
        found = found.filter(series=series)
    if state:
        found = found.filter(state=state)
    if internal is not None:
        found = found.filter(
            Q(series__book=SeriesBook.INTERNAL) if internal else Q(series__book=None)
        )
    if since:
        found = found.filter(given_on__gte=since)
    if until:
        found = found.filter(given_on__lte=until)
    for word in words.split():
        found = found.filter(
            Q(basis__abstract__icontains=word)
            | Q(basis__number_sign__icontains=word)
            | Q(recipients__icontains=word)
        )
    counted: Any = found.annotate(
        total=Window(Count("pk")), times=times_sent(by=by, on=on)
    ).select_related("basis", "series")
    sheet = list(counted.order_by("-given_on", "-pk")[after : after + most])
    drafters = {each.drafted_by_id for each in sheet if each.drafted_by_id}
    names = unit_names(by=by, on=on, units=drafters)
    total = sheet[0].total if sheet else found.count()
    changes = changes_to(by=by, papers={each.basis_id for each in sheet if each.basis_id})
    exchanged = exchanged_days()
    return total, [
        _line(
            each, names.get(each.drafted_by_id, ""), changes.get(each.basis_id or 0, []),
            _sent_to(by, each, on), on, exchanged,
        )
        for each in sheet
    ]  # fmt: skip


def outgoing_line(*, by: Actor, on: date, number: int) -> OutgoingLine | None:
    """Một số — None where it is not there or out of reach, alike."""
    seen: Any = Outgoing.objects.visible_to(by).select_related("basis", "series")
    found = (
        seen.annotate(times=times_sent(by=by, on=on)).filter(pk=number, given_on__lte=on).first()
    )
    if found is None:
        return None
    drafter = found.drafted_by_id
    names = unit_names(by=by, on=on, units={drafter} if drafter else set())
    changes = changes_to(by=by, papers=[found.basis_id] if found.basis_id else [])
    told = changes.get(found.basis_id or 0, [])
    sent_to = _sent_to(by, found, on)
    return _line(found, names.get(drafter, ""), told, sent_to, on, exchanged_days())


def series_of(*, by: Actor, on: date, organization: int | None = None) -> list[SeriesLine]:
    """Các dãy số — in use on the day, by organ and letters."""
    seen = Series.objects.visible_to(by).filter(from_day__lte=on)
    found = seen.filter(Q(until_day=None) | Q(until_day__gt=on))
    if organization:
        found = found.filter(organization=organization)
    return _series(by, on, found.order_by("organization", "letters", "pk"))


def series_line(*, by: Actor, on: date, series: int) -> SeriesLine | None:
    """Một dãy số — on whatever day it was in use; None where out of reach."""
    return next(iter(_series(by, on, Series.objects.visible_to(by).filter(pk=series))), None)


@dataclass(frozen=True, slots=True)
class LastNumber:
    """Số gần nhất của một dãy — with the day it was given for."""

    series: str
    number: int
    given_on: date


def last_numbers(*, by: Actor, series: Collection[int]) -> list[LastNumber]:
    """Số gần nhất của các dãy — none of a series that has given no number."""
    seen = Outgoing.objects.visible_to(by).filter(series__in=series).select_related("series")
    last = seen.order_by("series", "-number").distinct("series")
    return [LastNumber(str(each.series), each.number, each.given_on) for each in last]


def _series(by: Actor, on: date, rows: Iterable[Series]) -> list[SeriesLine]:
    rows = list(rows)
    names = unit_names(by=by, on=on, units={each.organization_id for each in rows})
    return [
        SeriesLine(
            each.pk, each.organization_id, names.get(each.organization_id, ""), str(each),
            each.from_day, each.until_day, each.last, SeriesBook.of(each.book) if each.book else None,
        )
        for each in rows
    ]  # fmt: skip


def number_source(*, by: Actor, on: date, organization: int) -> tuple[Source, str] | None:
    """Nguồn cấp số — (who gives the numbers, the name of the other system); None: never said."""
    found = NumberSource.objects.on(on).visible_to(by).filter(organization=organization).first()
    return (Source.of(found.source), found.system) if found else None


def _line(
    each: Outgoing, drafter: str, changes: list[RelationLine], sent_to: list[Recipient], on: date,
    exchanged: Exchanged,
) -> OutgoingLine:  # fmt: skip
    printed = each.basis
    goes = each.state == NumberState.ISSUED and (each.series_id or each.sent_on)
    due = issue_due(each.given_on, exchanged) if goes else None
    return OutgoingLine(
        each.pk, each.organization_id, printed.number_sign if printed else _sign(each),
        NumberState.of(each.state), each.reason, each.given_on, paper(printed) if printed else None,
        InstrumentKind.of(printed.kind) if printed else None, printed.abstract if printed else "",
        printed.signer if printed else "", drafter, each.recipients, each.copies, each.kept_at,
        each.sent_on, each.note, bool(each.paper_also_required), each.paper_sent_on,
        each.paper_received_on, sent_to, changes, due, due is not None and (each.sent_on or on) > due,
    )  # fmt: skip


def _sent_to(by: Actor, each: Any, on: date) -> list[Recipient]:
    if each.state != NumberState.ISSUED or not by.may(Right.READ, each.organization_id):
        return []
    return spread(each.recipients, delivery_lines(each.times, on))


def _sign(each: Outgoing) -> str:
    of = each.series
    if of is None:
        return str(each.number)
    return sign_of(each.number, of.letters, of.organ_code, Family.of(of.form))


def organs_with_books(*, by: Actor, on: date) -> list[tuple[int, str]]:
    """Cơ quan có sổ — (id, name) of those whose numbers, papers or dossiers the reader sees, by name."""
    tables = (NumberSource, Series, Incoming, Outgoing, Dossier)
    first, *others = (
        table.objects.visible_to(by).order_by().values_list("organization", flat=True)
        for table in tables
    )
    units = set(first.union(*others))
    names = unit_names(by=by, on=on, units=units)
    return sorted(
        ((unit, names.get(unit, "")) for unit in units), key=lambda each: natural_key(each[1])
    )
