"""Gắn bó — the units that answer for people on a day."""

from collections.abc import Collection
from datetime import date

from thenchot.ground.basis.models import Tie


def units_answering(*, people: Collection[int], on: date) -> set[int]:
    """Đơn vị đang giữ hồ sơ — by cell, work or post; runs one statement."""
    standing = Tie.objects.filter(person__in=people, from_day__lte=on, sight_until__gt=on)
    return set(standing.values_list("unit", flat=True)) if people else set()
