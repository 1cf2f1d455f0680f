"""Đảng viên để đối chiếu — who is a member on a day, at or below a unit, with the facts that say so."""

from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.selected import from_here_down, seats_on
from thenchot.people.dossiers.rules.compared import Registered
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.models import PartyDays
from thenchot.people.members.words import Status


def registered(*, by: Actor, unit: int | None, on: date, others: bool = False) -> list[Registered]:
    """Đảng viên trong sổ — within the reader's reach, in the order of given names.

    Those at or below `unit`, where one is asked for; `others`: everybody else in reach, too.
    """
    below = Q(cell__in=from_here_down(unit, on)) if unit else Q(pk__isnull=False)
    seats = seats_on(by, on).annotate(inside=ExpressionWrapper(below, BooleanField()))
    if not others:
        seats = seats.filter(below)
    held = {
        person: (cell, status, inside)
        for person, cell, status, inside in seats.values_list("person", "cell", "status", "inside")
    }
    units = OrganizationSpell.objects.on(on).visible_to(by)
    placed = units.values_list("organization", "name", "parent")
    names = {organization: (name, parent) for organization, name, parent in placed}
    days = PartyDays.objects.on(on).visible_to(by)
    told = days.values_list("person", "admitted_on", "joined_on", "official_on", "pk")
    dated = {
        person: (admitted, joined, official, fact)
        for person, admitted, joined, official, fact in told
    }
    numbers = PersonNumber.objects.on(on).visible_to(by).values_list("person", "kind", "number")
    opened = {(person, kind): number for person, kind, number in numbers}
    spells = PersonSpell.objects.on(on).visible_to(by).order_by("sort_key", "pk")
    if unit and not others:
        spells = spells.filter(person__in=held)
    found = []
    for person, name, sex, born, ethnicity, hometown, life in spells.values_list(
        "person", "full_name", "sex", "birth_on", "ethnicity", "hometown", "pk"
    ):
        if person in held:
            cell, status, inside = held[person]
            admitted, joined, official, fact = dated.get(person, (None, None, None, None))
            called, parent = names.get(cell, ("", None))
            above, _ = names.get(parent or 0, ("", None))
            found.append(
                Registered(
                    person, name, Sex.of(sex), born, ethnicity, hometown, cell,
                    called, Status.of(status), life, joined, official, fact,
                    opened.get((person, NumberKind.CARD), ""),
                    opened.get((person, NumberKind.CITIZEN), ""), above, admitted, inside,
                )
            )  # fmt: skip
    return found
