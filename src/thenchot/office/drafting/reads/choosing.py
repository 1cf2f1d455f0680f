"""Chọn dự thảo — by its number, or by words typed into a box."""

from collections.abc import Collection

from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.reads.choosing import Chosen
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.words import State


def draft_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Dự thảo — each word part of the abstract; the last begun first."""
    seen = DraftPaper.objects.visible_to(by)
    if numbers:
        seen = seen.filter(pk__in=numbers)
    for word in words:
        seen = seen.filter(abstract__icontains=word)
    return [
        Chosen(each.pk, str(each), State.of(each.state).label, each.unit_id)
        for each in (seen if numbers else seen.order_by("-pk")[:8])
    ]
