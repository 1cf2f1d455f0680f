"""Câu hỏi về văn bản căn cứ — papers by number, kind and day; one paper with what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window

from thenchot.ground.basis.models import FileText, Instrument, PaperUse
from thenchot.ground.basis.reads.withheld import closed_rights, may_stand_in_lists
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import spelling_key


@dataclass(frozen=True, slots=True)
class Paper:
    """Căn cứ — the paper a fact rests on, as printed, and the number its page is found by."""

    id: int
    printed: str

    def __str__(self) -> str:
        return self.printed


def paper(instrument: Instrument) -> Paper:
    """Căn cứ của một sự kiện — to be linked wherever it is printed."""
    return Paper(instrument.pk, str(instrument))


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Văn bản như đã in — its day is None where only the year is known."""

    id: int
    printed: str
    issued_on: date | None
    issuer: str = ""
    abstract: str = ""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Trang văn bản — as printed, its days, the mark of its file, what annulled or repealed it.

    `pages_read`: of how many first pages the file's text was read, where not of all; 0: not to its end.
    """

    line: PaperLine
    kind: InstrumentKind
    number_sign: str
    signer: str
    issued_year: int
    effect_on: date | None
    file_sha256: str
    annulled_by: PaperLine | None
    repealed_by: PaperLine | None
    repealed_from: date | None
    pages_read: int | None


def papers_numbered(*, by: Actor, number_sign: str, issued_year: int) -> list[PaperLine]:
    """Văn bản mang số ký hiệu — of a year; numbers repeat from one issuer to another."""
    seen = Instrument.objects.visible_to(by)
    found = seen.filter(number_sign=number_sign, issued_year=issued_year)
    return [_line(each) for each in found.order_by("pk")]


def papers_like(
    *, by: Actor, number_sign: str, issuer: str = "", issued_on: date | None = None
) -> list[PaperLine]:
    """Văn bản đã có trong sổ — of this number, and of the issuer and day where they are given."""
    found = _listed(by).filter(number_sign__iexact=number_sign)
    if issued_on:
        found = found.filter(issued_on=issued_on)
    if not number_sign:
        return []
    papers, key = newest_first(found), spelling_key(issuer)
    if key:
        spelt = papers.values_list("pk", "issuer")
        papers = papers.filter(pk__in=[pk for pk, said in spelt if spelling_key(said) == key])
    return [_line(each) for each in papers[:8]]


def papers_with_file(*, by: Actor, digest: str) -> list[PaperLine]:
    """Văn bản mang chính tệp này — by its SHA-256; "" is no file."""
    found = _listed(by).filter(file_sha256=digest)
    return [_line(each) for each in newest_first(found)[:8]] if digest else []


def issuer_of_series(*, by: Actor, series: str) -> str:
    """Cơ quan của một ký hiệu — who issued the last paper of "-QĐ/TU"; "" where none is known."""
    found = newest_first(_listed(by).filter(number_sign__endswith=series))
    return found.values_list("issuer", flat=True).first() or ""


def papers_listed(
    *, by: Actor, on: date, number: str = "", kind: InstrumentKind | None = None, year: int = 0,
    words: str = "", unit: int = 0, after: int = 0, most: int = 50,
) -> tuple[int, list[PaperLine]]:  # fmt: skip
    """Sổ văn bản — (how many, one sheet of them) issued by the day, newest first.

    `number` as it begins, capital or small; `words` anywhere in issuer or abstract; `unit` has
    facts resting on it that the reader may see, closed ones left out.
    """
    found = issued_by(by, on)
    if number:
        found = found.filter(number_sign__istartswith=number)
    if kind:
        found = found.filter(kind=kind)
    if year:
        found = found.filter(issued_year=year)
    for word in words.split():
        found = found.filter(Q(abstract__icontains=word) | Q(issuer__icontains=word))
    if unit:
        told = [code for code in by.rights if code not in closed_rights() and by.may(code, unit)]
        used = PaperUse.objects.filter(unit=unit, code__in=told)
        found = found.filter(pk__in=used.values("paper"))
    counted: Any = found.annotate(total=Window(Count("pk")))  # one pass: the wall of papers is dear
    sheet: list[Any] = list(newest_first(counted)[after : after + most])
    total = sheet[0].total if sheet else found.count()
    return total, [_line(each) for each in sheet]


def papers_since(*, by: Actor, since: date, on: date, most: int) -> list[PaperLine]:
    """Văn bản mới — issued after `since`, newest first.

    Their years are said too: that tells the database how few they are, so that who may see them
    is asked of each instead of all papers at once.
    """
    years = range(since.year, on.year + 1)
    found = issued_by(by, on).filter(issued_year__in=years, issued_on__gt=since)
    return [_line(each) for each in newest_first(found)[:most]]


def paper_page(*, by: Actor, paper: int) -> PaperPage | None:
    """Một văn bản — None where it is not there or out of reach, alike."""
    text = FileText.objects.filter(sha256=OuterRef("file_sha256")).values("pages_read")
    listed: Any = _listed(by).annotate(pages_read=Subquery(text))
    seen = listed.select_related("annulled_by", "repealed_by")
    found = seen.filter(pk=paper).first()
    if found is None:
        return None
    return PaperPage(
        _line(found), InstrumentKind.of(found.kind), found.number_sign, found.signer,
        found.issued_year, found.effect_on, found.file_sha256,
        _line(found.annulled_by) if found.annulled_by else None,
        _line(found.repealed_by) if found.repealed_by else None, found.repealed_from,
        found.pages_read,
    )  # fmt: skip


def papers_seen(*, by: Actor, papers: Collection[int]) -> dict[int, PaperLine]:
    """Những văn bản thấy được — by number; what is not there and what is out of reach are left out alike."""
    return {each.pk: _line(each) for each in _listed(by).filter(pk__in=papers)}


def issued_by(by: Actor, on: date) -> QuerySet[Instrument]:
    """Đã ban hành đến ngày — the papers a list may show this reader."""
    known = Q(issued_on__lte=on) | Q(issued_on=None, issued_year__lte=on.year)
    return _listed(by).filter(known)


def _listed(by: Actor) -> QuerySet[Instrument]:
    return Instrument.objects.visible_to(by).filter(may_stand_in_lists(by))


def newest_first(papers: QuerySet[Instrument]) -> QuerySet[Instrument]:
    """Mới nhất trước — of one year those whose day is unknown come last."""
    return papers.order_by("-issued_year", F("issued_on").desc(nulls_last=True), "-pk")


def _line(paper: Instrument) -> PaperLine:
    return PaperLine(paper.pk, str(paper), paper.issued_on, paper.issuer, paper.abstract)
