"""Nhiệm kỳ, năm của một số — as the number series of the organs say it."""

from datetime import date

from django.db.models import Q

from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Series
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.signs import read_sign


def period_of(*, by: Actor, number_sign: str, on: date) -> str:
    """Kỳ của dãy số — open on the day for the letters of this number; "" where none or several are."""
    sign = read_sign(number_sign, shipped_grammar())
    if sign is None:
        return ""
    found = Series.objects.visible_to(by).filter(
        Q(until_day=None) | Q(until_day__gt=on), letters__in=("", sign.type_abbreviation),
        organ_code=sign.organ, from_day__lte=on,
    )  # fmt: skip
    periods = set(found.order_by().values_list("period", flat=True))
    return periods.pop() if len(periods) == 1 else ""
