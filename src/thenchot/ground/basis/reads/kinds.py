"""Các loại sự kiện có dòng — how many facts of each kind a search finds, asked of all kinds at once."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Count, Q, Value

from thenchot.ground.basis.models import Fact, Instrument, fact_models

K = TypeVar("K")


def kinds_found(searches: Mapping[K, Any]) -> dict[K, int]:
    """Loại có dòng — of these searches, those that find any fact; runs one statement."""
    first, *others = [
        found.order_by().values_list(Value(number)).annotate(n=Count("pk"))
        for number, found in enumerate(searches.values())
    ]
    many = dict(first.union(*others, all=True))
    return {kind: many[n] for n, kind in enumerate(searches) if many.get(n)}


def kinds_resting_on(paper: Instrument) -> dict[type[Fact], int]:
    """Loại sự kiện của một văn bản — those it opened or ended facts of, in a stable order."""
    used = Q(basis=paper) | Q(ended_by=paper)
    return kinds_found({model: model.objects.filter(used) for model in fact_models()})
