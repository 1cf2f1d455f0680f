"""Trên một văn bản — the units and people whose facts rest on a paper, within reach."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thenchot.ground.basis.attached import kept_file
from thenchot.ground.basis.files.kinds import TABLES, Kind
from thenchot.ground.basis.models import PaperUse, Tie
from thenchot.ground.basis.reads.instruments import PaperPage, paper_page
from thenchot.ground.basis.reads.withheld import closed_rights
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.resting import Resting, resting_on
from thenchot.people.identity.reads.numbers import papers_naming

MOST, MOST_FACTS = 200, 100


@dataclass(frozen=True, slots=True)
class PaperFile:
    """Hồ sơ văn bản — the paper, the facts resting on it, (id, name) of whom it says something about.

    `more` names and `more_facts` are cut off.
    """

    page: PaperPage
    facts: list[Resting]
    more_facts: bool
    people: list[tuple[int, str]]
    units: list[tuple[int, str]]
    more: int


def paper_file(*, by: Actor, on: date, paper: int) -> PaperFile | None:
    """Một văn bản và những gì đứng trên nó — None where the paper is out of reach.

    Where somebody was disciplined or expelled neither they nor their cell is named, whoever asks:
    those lists open with a reason.
    """
    page = paper_page(by=by, paper=paper)
    if page is None:
        return None
    used = list(PaperUse.objects.filter(paper=paper).values_list("code", "person", "unit"))
    codes = {code for code, _, _ in used}
    named = codes.isdisjoint(closed_rights())
    told = [(person, unit) for code, person, unit in used if code in by.rights and named]
    people = {person for person, _ in told if person}
    units = {unit for _, unit in told if unit}
    facts, more_facts = resting_on(by=by, paper=paper, people=named, most=MOST_FACTS)
    lives = PersonSpell.objects.on(on).visible_to(by).filter(person__in=people)
    who = list(lives.order_by("sort_key", "pk").values_list("person", "full_name"))
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=units)
    places = sorted(
        spells.values_list("organization", "name"), key=lambda each: (natural_key(each[1]), each)
    )
    more = max(0, len(who) - MOST) + max(0, len(places) - MOST)
    return PaperFile(page, facts, more_facts, who[:MOST], places[:MOST], more)


def file_within(*, by: Actor, page: PaperPage) -> tuple[Path, Kind] | None:
    """Tệp của văn bản — None where there is none, or where a list holds rows this reader may not see in
    the register."""
    held = kept_file(page.file_sha256)
    if held and held[1] in TABLES and not opens_list(by=by, digest=page.file_sha256):
        return None
    return held


def opens_list(*, by: Actor, digest: str) -> bool:
    """Mở được danh sách — a table: everybody any paper that names it was used for is within sight.

    Numbers open one person at a time, so a list that brought any opens to nobody.
    """
    papers = papers_naming(digest)
    if any(papers.values()):
        return False
    used = PaperUse.objects.filter(paper__in=papers).values_list("person", flat=True)
    people = {person for person in used if person}
    reach = by.reach(Right.READ)
    if not people or reach == EVERYWHERE:
        return True
    known = Tie.objects.filter(person__in=people, unit__in=reach)
    return known.values("person").distinct().count() == len(people)
