"""Văn bản và thẩm quyền — what a paper opened, who decides a matter."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import (
    Competence,
    OrganizationSpell,
    PersonSpell,
    Posting,
)
from thenchot.ground.register.words import (
    Decider,
    Matter,
    Tier,
)


@dataclass(frozen=True, slots=True)
class Competent:
    """Cấp có thẩm quyền — who decides, on which days, by which paper."""

    decider: Decider
    days: DayRange
    basis: str


@dataclass(frozen=True, slots=True)
class OpenedByPaper:
    """Văn bản đã mở ra — organizations; (person, fact); (posting, post, person)."""

    units: list[int]
    people: list[tuple[int, int]]
    postings: list[tuple[int, int, int]]


def who_decides(matter: Matter, tier: Tier, on: date) -> Competent | None:
    """Ai quyết định — the body competent for the matter and tier on the day; None: not recorded."""
    found = (
        Competence.objects.on(on).filter(matter=matter, tier=tier).select_related("basis").first()
    )
    if found is None:
        return None
    return Competent(Decider.of(found.decider), found.effective, str(found.basis))


def opened_by_paper(*, by: Actor, basis: int) -> OpenedByPaper:
    """Văn bản đã mở ra — units, people and postings a paper brought into the register, in order."""
    units = OrganizationSpell.objects.visible_to(by).filter(basis=basis).order_by("pk")
    people = PersonSpell.objects.visible_to(by).filter(basis=basis).order_by("pk")
    postings = Posting.objects.visible_to(by).filter(basis=basis).order_by("pk")
    return OpenedByPaper(
        list(units.values_list("organization", flat=True)),
        list(people.values_list("person", "pk")),
        list(postings.values_list("pk", "post", "person")),
    )
