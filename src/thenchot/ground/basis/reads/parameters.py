"""Tham số đang có hiệu lực — the limits a rule applies on the day of an event."""

from datetime import date

from thenchot.ground.basis.models import Parameter
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit


def limit(key: Labelled, on: date) -> Limit | None:
    """Mức của quy định — as in force on the day; None where no regulation is recorded for it."""
    found = Parameter.objects.on(on).filter(key=key).select_related("basis").first()
    if found is None:
        return None
    unread = "" if found.verified else " (chưa thẩm định)"
    clause = f"{found.clause}, {found.basis.as_printed()}{unread}"
    return Limit(tuple(found.values), clause, found.verified)
