"""Số của một người — which there are, with their last signs; the rest is opened with a reason."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from thenchot.people.identity.rules.numbers import masked
from thenchot.people.identity.words import NumberKind


@dataclass(frozen=True, slots=True)
class MaskedNumber:
    """Số đã che — with dots in place of its first signs."""

    kind: NumberKind
    masked: str


def masked_numbers(*, person: int, on: date) -> list[MaskedNumber]:
    """Các số trong ngày — of one person, in the order of the kinds; none for whoever may not open them.

    The database knows who asks.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, signs, tail FROM identity_masked(%s, %s)", [person, on])
        found = {NumberKind.of(kind): masked(signs, tail) for kind, signs, tail in cursor}
    return [MaskedNumber(kind, found[kind]) for kind in NumberKind if kind in found]
