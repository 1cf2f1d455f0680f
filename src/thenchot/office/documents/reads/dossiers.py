"""Câu hỏi về hồ sơ — the lists of units by year, one dossier with its papers, the table of retention."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Sum, Window
from django.db.models.functions import Coalesce

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.office.documents.models import Dossier, Filed, Retention
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.documents.rules.dossiers import kept_until, sheet_ranges
from thenchot.office.documents.words import DossierState


@dataclass(frozen=True, slots=True)
class DossierLine:
    """Dòng danh mục hồ sơ — how long it is kept (no years: for ever), what it holds, of which days."""

    id: int
    organization: int
    unit: str
    year: int
    code: str
    heading: str
    title: str
    subject: str
    keep_years: int | None
    keeper: str
    state: DossierState
    opened_on: date | None
    closed_on: date | None
    note: str
    papers: int
    sheets: int | None
    first_day: date | None
    last_day: date | None
    paper: Paper

    @property
    def kept_until(self) -> int | None:
        """Bảo quản đến hết năm — counted from the year the work ended."""
        return kept_until(self.closed_on, self.keep_years)


@dataclass(frozen=True, slots=True)
class FiledLine:
    """Văn bản trong hồ sơ — as printed, its sheets counted through the dossier."""

    id: int
    paper: Paper
    kind: InstrumentKind
    number_sign: str
    issuer: str
    issued_on: date | None
    abstract: str
    sheets: int | None
    at: str
    filed_on: date
    note: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Trang hồ sơ — its line, and its papers in the order of their days."""

    line: DossierLine
    papers: list[FiledLine]


@dataclass(frozen=True, slots=True)
class RetentionLine:
    """Dòng thời hạn bảo quản — no years: for ever; by which paper, since when."""

    subject: str
    keep_years: int | None
    clause: str
    verified: bool
    since: date
    paper: Paper


def dossier_lines(
    *, by: Actor, organization: int | None = None, year: int = 0,
    state: DossierState | None = None, words: str = "", years: tuple[int, int] | None = None,
    closed: tuple[date, date] | None = None, after: int = 0, most: int = 50, on: date,
) -> tuple[int, list[DossierLine]]:  # fmt: skip
    """Danh mục hồ sơ — (how many, one sheet of them), the newest year first, by code.

    `years`, `closed`: first and last, both included. `words` anywhere in code or title.
    """
    found = Dossier.objects.visible_to(by).filter(year__lte=on.year + 1)
    if organization:
        found = found.filter(organization=organization)
    if year:
        found = found.filter(year=year)
    if state:
        found = found.filter(state=state)
    if years:
        found = found.filter(year__range=years)
    if closed:
        found = found.filter(closed_on__range=closed)
    for word in words.split():
        found = found.filter(Q(code__icontains=word) | Q(title__icontains=word))
    ordered = found.order_by("-year", "organization", "code", "pk")
    counted: Any = ordered.annotate(total=Window(Count("pk")))
    sheet = list(counted.values_list("pk", "total")[after : after + most])
    total = sheet[0][1] if sheet else found.count()
    lines = _lines(by, on, Dossier.objects.visible_to(by).filter(pk__in=[pk for pk, _ in sheet]))
    return total, [lines[pk] for pk, _ in sheet if pk in lines]


def dossier_page(*, by: Actor, on: date, dossier: int) -> DossierPage | None:
    """Một hồ sơ — None where it is not there or out of reach, alike."""
    line = _lines(by, on, Dossier.objects.visible_to(by).filter(pk=dossier)).get(dossier)
    if line is None:
        return None
    held = Filed.objects.visible_to(by).filter(dossier=dossier).select_related("basis")
    papers = list(held.order_by(Coalesce("basis__issued_on", "filed_on"), "pk"))
    ranges = sheet_ranges([each.sheets for each in papers])
    return DossierPage(line, [_filed(each, at) for each, at in zip(papers, ranges, strict=True)])


def retention_on(*, by: Actor, on: date) -> list[RetentionLine]:
    """Bảng thời hạn bảo quản — of a day, by group."""
    held = Retention.objects.on(on).visible_to(by).select_related("basis")
    return [
        RetentionLine(
            each.subject, each.keep_years, each.clause, each.verified, each.effective.start,
            paper(each.basis),
        )
        for each in sorted(held, key=lambda each: natural_key(each.subject))
    ]  # fmt: skip


def _lines(by: Actor, on: date, found: QuerySet[Dossier]) -> dict[int, DossierLine]:
    """With what each holds counted; an uncounted paper leaves the sheets unknown."""
    rows: Any = found.select_related("basis").annotate(
        held=Count("papers"), counted=Count("papers__sheets"), all_sheets=Sum("papers__sheets"),
        first_day=Min("papers__basis__issued_on"), last_day=Max("papers__basis__issued_on"),
    )  # fmt: skip
    rows = list(rows)
    names = unit_names(by=by, on=on, units={each.organization_id for each in rows})
    return {
        each.pk: DossierLine(
            each.pk, each.organization_id, names.get(each.organization_id, ""), each.year, each.code,
            each.heading, each.title, each.subject, each.keep_years, each.keeper,
            DossierState.of(each.state), each.opened_on, each.closed_on, each.note, each.held,
            each.all_sheets if each.held == each.counted else None, each.first_day, each.last_day,
            paper(each.basis),
        )
        for each in rows
    }  # fmt: skip


def _filed(each: Filed, at: str) -> FiledLine:
    printed = each.basis
    return FiledLine(
        each.pk, paper(printed), InstrumentKind.of(printed.kind), printed.number_sign,
        printed.issuer, printed.issued_on, printed.abstract, each.sheets, at, each.filed_on,
        each.note,
    )  # fmt: skip
