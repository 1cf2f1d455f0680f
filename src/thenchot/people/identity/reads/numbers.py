"""Số của một người — which there are, with their last signs; the rest is opened with a reason."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from thenchot.ground.basis.reads.parameters import limits
from thenchot.people.identity.rules.numbers import ListNumbers, Said, masked
from thenchot.people.identity.words import Limits, NumberKind


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


def numbers_of_list(said: Iterable[Said], on: date) -> ListNumbers:
    """Các số của một danh sách — what is known of them, for people who enter the register on the day.

    Which are somebody's on the day or later is told to whoever may record numbers; whose, to nobody.
    """
    counted = Counter(said)
    kinds, numbers = [kind.value for kind, _ in counted], [number for _, number in counted]
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, number FROM identity_taken(%s, %s, %s)", [kinds, numbers, on])
        taken = {(NumberKind.of(kind), number) for kind, number in cursor}
    return ListNumbers(counted, taken, limits(Limits, on))


def papers_naming(digest: str) -> dict[int, bool]:
    """Mọi văn bản nêu một tệp — and of each whether any number rests or ever rested on it.

    Told to no page: whether a list opens hangs on all of them, whoever asks.
    """
    query = "SELECT paper, identity_brought(paper) FROM basis_papers_naming(%s) paper"
    with connection.cursor() as cursor:
        cursor.execute(query, [digest])
        return dict(cursor.fetchall())
