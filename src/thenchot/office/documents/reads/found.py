"""Tìm văn bản — by the words of number, title and file, and by the register each stands in."""

import re
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, Value

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.texts import papers_with, passages
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.wording import Piece, Sought, index_words, passage
from thenchot.office.documents.models import Assignment, Copy, Incoming, Outgoing
from thenchot.office.documents.reads.grammar import forms_of_sign, shipped_grammar
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.documents.rules.letters import DAY, day_in
from thenchot.office.documents.rules.looking import pointed_at
from thenchot.office.documents.words import HeldIn, SeriesBook, Urgency

DAY_ALONE = re.compile(DAY)


@dataclass(frozen=True, slots=True)
class Looked:
    """Lời tìm — words, and what the paper must be; "" and None: whatever it is.

    `since`, `until`: days of the paper, both included. `unit`: given a part in it, or its drafter.
    """

    words: str = ""
    held: HeldIn | None = None
    organization: int | None = None
    kind: InstrumentKind | None = None
    since: date | None = None
    until: date | None = None
    unit: int | None = None
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Chỗ trong sổ — the line of a register, by its id and number."""

    held: HeldIn
    id: int
    number: int


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """Văn bản tìm thấy — with the words sought marked in its abstract, or where they stand in its file."""

    paper: Paper
    kind: InstrumentKind
    issuer: str
    abstract: list[Piece]
    in_file: list[Piece]
    has_file: bool
    places: list[Place]


def found_papers(
    *, by: Actor, on: date, looked: Looked, after: int = 0, most: int = 20
) -> tuple[int, list[FoundPaper]]:
    """Văn bản tìm thấy — (how many, one sheet of them), in the order of `papers_with`."""
    such = _of_the_paper(looked)
    if looked.held or looked.organization or looked.unit or looked.urgency:
        such &= _in_registers(by, on, looked)
    total, ids = papers_with(
        by=by, on=on, typed=looked.words, such=such, ahead=_pointed_at(looked.words), after=after, most=most
    )  # fmt: skip
    known = Instrument.objects.visible_to(by).in_bulk(ids)
    sheet = [known[each] for each in ids]
    sought = Sought.read(looked.words)
    inside = [each.file_sha256 for each in sheet if not _in_title(each, sought)]
    told = passages(digests=inside, typed=looked.words) if any(inside) else {}
    places = _places(by, on, ids)
    return total, [
        FoundPaper(
            paper(each), InstrumentKind.of(each.kind), each.issuer,
            passage(each.abstract, sought, whole=True), told.get(each.file_sha256, []),
            bool(each.file_sha256), places.get(each.pk, []),
        )
        for each in sheet
    ]  # fmt: skip


def _pointed_at(words: str) -> Q | None:
    """Văn bản được gọi tên — the words are nothing but one citation, or the day of papers; else None."""
    alone = DAY_ALONE.fullmatch(words.strip())
    if alone:
        day = day_in(alone[0])
        return Q(issued_on=day) if day else None
    cited = pointed_at(words, shipped_grammar())
    sign = cited.sign if cited else None
    if cited is None or sign is None:
        return None
    if sign.organ or sign.type_abbreviation:
        such = Q(number_sign__in=forms_of_sign(str(sign)))
    else:
        numbers = {sign.number, sign.number.lstrip("0"), sign.number.zfill(2)}
        signs = [Q(number_sign__startswith=f"{each}{dash}") for each in numbers for dash in "-/"]
        such = reduce(or_, signs)
        kind = InstrumentKind.called(cited.type or "")
        such &= Q(kind=kind) if kind is not InstrumentKind.OTHER else Q()
    return such & Q(issued_on=cited.issued_on) if cited.issued_on else such


def _in_title(paper: Instrument, sought: Sought) -> bool:
    title = index_words(f"{paper.number_sign} {paper.issuer} {paper.abstract}")
    return set(sought.folded) <= set(title)


def _of_the_paper(looked: Looked) -> Q:
    found = Q()
    if looked.kind:
        found &= Q(kind=looked.kind)
    if looked.since:
        found &= Q(issued_on__gte=looked.since)
    if looked.until:
        found &= Q(issued_on__lte=looked.until)
    return found


def _in_registers(by: Actor, on: date, looked: Looked) -> Q:
    """Lines of the registers asked that the reader sees, and of the organ, unit and urgency asked."""
    found = Q(pk__in=())
    for held, lines in _registers(by, on).items():
        if looked.held not in (None, held):
            continue
        if looked.organization:
            lines = lines.filter(organization=looked.organization)
        if looked.urgency:
            lines = (
                lines.filter(urgency=looked.urgency) if held is HeldIn.INCOMING else lines.none()
            )
        if looked.unit and held is HeldIn.INCOMING:
            given = Assignment.objects.visible_to(by).filter(unit=looked.unit)
            lines = lines.filter(pk__in=given.values("incoming"))
        elif looked.unit:
            drafts = held is not HeldIn.COPIES
            lines = lines.filter(drafted_by=looked.unit) if drafts else lines.none()
        found |= Q(pk__in=lines.values("basis"))
    return found


def _registers(by: Actor, on: date) -> dict[HeldIn, Any]:
    given = Outgoing.objects.visible_to(by).filter(given_on__lte=on, basis__isnull=False)
    return {
        HeldIn.INCOMING: Incoming.objects.visible_to(by).filter(arrived_on__lte=on),
        HeldIn.OUTGOING: given.filter(Q(series=None) | Q(series__book=None)),
        HeldIn.INTERNAL: given.filter(series__book=SeriesBook.INTERNAL),
        HeldIn.COPIES: Copy.objects.visible_to(by).filter(given_on__lte=on),
    }


def _places(by: Actor, on: date, papers: list[int]) -> dict[int, list[Place]]:
    """Where these papers stand in the registers the reader sees. Runs one statement."""
    if not papers:
        return {}
    first, *others = (
        lines.filter(basis__in=papers).order_by().values_list(Value(held.value), "pk", "number", "basis")
        for held, lines in _registers(by, on).items()
    )  # fmt: skip
    found: dict[int, list[Place]] = {}
    order = list(HeldIn)
    rows = [(HeldIn.of(held), *rest) for held, *rest in first.union(*others, all=True)]
    for held, line, number, basis in sorted(rows, key=lambda row: (order.index(row[0]), row[1])):
        found.setdefault(basis, []).append(Place(held, line, number))
    return found


def units_of_papers(*, by: Actor, on: date) -> list[tuple[int, str]]:
    """Đơn vị của văn bản — (id, name) of those given a part in one, or that drafted one, by name."""
    given = Assignment.objects.visible_to(by).filter(unit__isnull=False)
    drafted = Outgoing.objects.visible_to(by).filter(drafted_by__isnull=False)
    units = set(
        given.order_by().values_list("unit", flat=True)
        .union(drafted.order_by().values_list("drafted_by", flat=True))
    )  # fmt: skip
    names = unit_names(by=by, on=on, units=units)
    return sorted(
        ((unit, names.get(unit, "")) for unit in units), key=lambda each: natural_key(each[1])
    )
