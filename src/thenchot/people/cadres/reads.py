"""Câu hỏi về cán bộ — what people held on a day, each with its paper."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.words import QualificationKind


@dataclass(frozen=True, slots=True)
class Studied:
    """Trình độ đang có — its title, since when, and by which paper."""

    title: str
    days: DayRange
    basis: str


def qualifications_on(
    *, by: Actor, people: Collection[int], on: date
) -> dict[int, dict[QualificationKind, Studied]]:
    """Trình độ vào một ngày — of these people, by kind; whoever has none recorded is left out."""
    found: dict[int, dict[QualificationKind, Studied]] = {}
    rows = Qualification.objects.on(on).visible_to(by).filter(person__in=people)
    for row in rows.select_related("basis").order_by("person", "kind"):
        studied = Studied(row.title, row.effective, str(row.basis))
        found.setdefault(row.person_id, {})[QualificationKind.of(row.kind)] = studied
    return found
