"""Tham số đang có hiệu lực — the limits a rule applies on the day of an event."""

from datetime import date

from thenchot.ground.basis.models import Parameter
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.text import mark


def limit(key: Labelled, on: date) -> Limit | None:
    """Mức của quy định — as in force on the day; None where no regulation is recorded for it."""
    found = Parameter.objects.on(on).filter(key=key).select_related("basis").first()
    if found is None:
        return None
    clause = f"{found.clause}, {found.basis.as_printed()}"
    if not found.verified:
        clause = mark("{clause} (chưa thẩm định)").format(clause=clause)
    return Limit(tuple(found.values), clause, found.verified)
