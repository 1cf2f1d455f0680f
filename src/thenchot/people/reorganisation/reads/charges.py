"""Chức năng, nhiệm vụ của đơn vị — as the schemes decided until a day give or hand them over."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.people.reorganisation.models import SchemeStep
from thenchot.people.reorganisation.words import State, Verb


@dataclass(frozen=True, slots=True)
class Charge:
    """Chức năng, nhiệm vụ — as written in a line of a scheme, from its day, by its paper."""

    words: str
    verb: Verb
    scheme: int
    from_day: date
    basis: Paper


def charges_of(*, by: Actor, on: date, unit: int) -> list[Charge]:
    """Của một đơn vị vào ngày — the newest first; what was annulled or repealed is not told."""
    seen = SchemeStep.objects.visible_to(by).exclude(charge="")
    decided = seen.filter(
        Q(scheme__paper__repealed_from=None) | Q(scheme__paper__repealed_from__gt=on),
        scheme__state=State.DECIDED, scheme__from_day__lte=on, scheme__paper__annulled_by=None,
    )  # fmt: skip
    founded = SchemeStep.objects.filter(
        scheme=OuterRef("scheme"), number=OuterRef("into_step"), made=unit
    )
    here = decided.filter(Q(unit=unit) | Q(made=unit) | Q(into=unit) | Q(Exists(founded)))
    rows = here.select_related("scheme__paper").order_by("-scheme__from_day", "-scheme", "number")
    return [
        Charge(
            each.charge, Verb.of(each.verb), each.scheme_id, each.scheme.from_day,
            paper(each.scheme.paper),
        )
        for each in rows
        if each.scheme.paper
    ]  # fmt: skip
