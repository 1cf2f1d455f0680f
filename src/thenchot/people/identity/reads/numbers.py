"""Số của một người — masked until opened with a reason; then as recorded."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from thenchot.ground.plain.actor import Actor
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.rules.numbers import masked
from thenchot.people.identity.words import NumberKind


@dataclass(frozen=True, slots=True)
class NumberShown:
    """Số trên trang — with dots in place of its first signs; whole ("" until then) once opened."""

    kind: NumberKind
    masked: str
    number: str


def numbers_of(*, by: Actor, person: int, on: date) -> list[NumberShown]:
    """Các số trong ngày — of one person, in the order of the kinds. Runs two statements."""
    seen = PersonNumber.objects.on(on).visible_to(by).filter(person=person)
    opened = dict(seen.values_list("kind", "number"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, signs, tail FROM identity_masked(%s, %s)", [person, on])
        found = [
            NumberShown(NumberKind.of(kind), masked(signs, tail), opened.get(kind, ""))
            for kind, signs, tail in cursor.fetchall()
        ]
    order = list(NumberKind)
    return sorted(found, key=lambda each: order.index(each.kind))
