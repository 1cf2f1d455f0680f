"""Trên một văn bản — the units and people whose facts rest on a paper, within reach."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import PaperUse
from thenchot.ground.basis.reads.instruments import PaperPage, paper_page
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.oversight.words import Right as OversightRight

MOST = 200
NEVER_NAMED = {str(OversightRight.READ_NAMES), str(MembersRight.READ_EXPULSIONS)}


@dataclass(frozen=True, slots=True)
class PaperFile:
    """Hồ sơ văn bản — the paper, and (id, name) of whom it says something about; how many are cut off."""

    page: PaperPage
    people: list[tuple[int, str]]
    units: list[tuple[int, str]]
    more: int


def paper_file(*, by: Actor, on: date, paper: int) -> PaperFile | None:
    """Một văn bản và những gì đứng trên nó — None where the paper is out of reach.

    Who was disciplined or expelled is not named here, whoever asks: those lists open with a reason.
    """
    page = paper_page(by=by, paper=paper)
    if page is None:
        return None
    told = [right for right in by.rights if right not in NEVER_NAMED]
    used = PaperUse.objects.filter(paper=paper, code__in=told)
    people = {person for person in used.values_list("person", flat=True) if person}
    units = {unit for unit in used.values_list("unit", flat=True) if unit}
    lives = PersonSpell.objects.on(on).visible_to(by).filter(person__in=people)
    named = list(lives.order_by("sort_key", "pk").values_list("person", "full_name"))
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=units)
    places = sorted(
        spells.values_list("organization", "name"), key=lambda each: (natural_key(each[1]), each)
    )
    more = max(0, len(named) - MOST) + max(0, len(places) - MOST)
    return PaperFile(page, named[:MOST], places[:MOST], more)
