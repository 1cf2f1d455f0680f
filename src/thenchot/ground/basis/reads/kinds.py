"""Các loại sự kiện có dòng — how many facts of each kind a search finds, asked of all kinds at once."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Count, Q, Value

from thenchot.ground.basis.models import Fact, Instrument, fact_models
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import EVERYWHERE, Actor

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
    return _resting(paper.pk)


def sees_all_on(*, by: Actor, paper: int) -> bool:
    """Thấy hết những gì đứng trên văn bản — every fact there is; where there is none, its register."""
    if found := facts_on(paper):
        return found == sum(_resting(paper).values())
    reach = by.reach(Right.READ_INSTRUMENT)
    if reach == EVERYWHERE:
        return True
    return Instrument.objects.filter(pk=paper, kept_by__in=reach).exists()


def facts_on(paper: int) -> int:
    """Số sự kiện của một văn bản — live ones it opened or ended, whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT basis_facts_of(%s)", [paper])
        found: int = cursor.fetchone()[0]
    return found


def _resting(paper: int) -> dict[type[Fact], int]:
    used = Q(basis=paper) | Q(ended_by=paper)
    return kinds_found({model: model.objects.filter(used) for model in fact_models()})
