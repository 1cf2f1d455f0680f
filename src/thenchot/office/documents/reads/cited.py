"""Văn bản được nhắc đến trong tệp — proposed as relations of a paper; a person says which they are."""

from dataclasses import dataclass

from django.db.models.functions import Left, Length

from thenchot.ground.basis.models import FileText, Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Relation
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.citations import citations_in, whole_citations
from thenchot.office.documents.words import Citation

MOST, MOST_READ = 12, 60_000  # of some twenty pages: half a second where every line cites


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """Văn bản được nhắc đến — as the file says it; `paper` where the register holds it, in sight."""

    said: str
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class CitedInFile:
    """Văn bản được nhắc đến — `cut`: the file goes on after what was read of it."""

    papers: list[CitedPaper]
    cut: bool


def cited_in_file(*, by: Actor, of: int) -> CitedInFile:
    """Được nhắc đến trong tệp của văn bản — each once, as they stand; the paper itself and what it is
    related with already left out."""
    text, cut = _text_of(by, of)
    return CitedInFile(_cited(by, of, text), cut)


def _cited(by: Actor, of: int, text: str) -> list[CitedPaper]:
    cited = whole_citations(citations_in(text, shipped_grammar()))
    signs = {str(each.sign) for each in cited}
    if not signs:
        return []
    seen = Instrument.objects.visible_to(by).filter(may_stand_in_lists(by))
    held: dict[str, list[Instrument]] = {}
    for one in seen.filter(number_sign__in=signs):
        held.setdefault(one.number_sign, []).append(one)
    of_paper = Relation.objects.visible_to(by).filter(paper=of)
    related = set(of_paper.values_list("to", "cited_sign"))
    known = {to for to, _ in related}
    said = {sign for to, sign in related if to is None}
    found = []
    for each in cited:
        meant = _meant(each, held.get(str(each.sign), []))
        if any(one.pk == of for one in meant):
            continue  # its own number, printed at its head
        here = meant[0] if len(meant) == 1 else None
        if str(each.sign) not in said and (here is None or here.pk not in known):
            found.append(CitedPaper(each.said, paper(here) if here else None))
    return found[:MOST]


def _text_of(by: Actor, of: int) -> tuple[str, bool]:
    """What the file of a paper in sight says, and whether it goes on; a table lists, and cites nothing."""
    papers = Instrument.objects.visible_to(by).filter(pk=of).exclude(file_sha256="")
    kept = FileText.objects.filter(table=False, sha256__in=papers.values("file_sha256"))
    begins = kept.annotate(begins=Left("text", MOST_READ), letters=Length("text"))
    found = begins.values_list("begins", "letters", "pages_read").first()
    if found is None:
        return "", False
    text, letters, pages_read = found
    return text, letters > MOST_READ or pages_read is not None


def _meant(cited: Citation, papers: list[Instrument]) -> list[Instrument]:
    """Papers of this number that may be it: of its day, where the text says one."""
    return [each for each in papers if cited.issued_on in (None, each.issued_on)]
