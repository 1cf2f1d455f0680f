"""Chọn phiên họp, mục của chương trình — by numbers, or by words typed into a box."""

from collections.abc import Collection

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.words import Decider
from thenchot.office.documents.reads.choosing import MOST, Chosen
from thenchot.people.sittings.models import Item, Sitting
from thenchot.people.sittings.words import Outcome


def sitting_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Phiên họp — each word part of its place or of who was in the chair; the latest first."""
    seen = Sitting.objects.visible_to(by)
    if numbers:
        seen = seen.filter(pk__in=numbers)
    for word in words:
        seen = seen.filter(place__icontains=word) | seen.filter(chair__icontains=word)
    return [
        Chosen(each.pk, str(each), Decider.of(each.decider).label, each.organization_id)
        for each in (seen if numbers else seen.order_by("-on_day", "-pk")[:MOST])
    ]


def item_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Mục của chương trình — each word part of the abstract; the last put first."""
    seen = Item.objects.visible_to(by).select_related("draft")
    if numbers:
        seen = seen.filter(pk__in=numbers)
    for word in words:
        seen = seen.filter(draft__abstract__icontains=word)
    return [
        Chosen(each.pk, str(each), Outcome.of(each.outcome).label, each.organization_id)
        for each in (seen if numbers else seen.order_by("-pk")[:MOST])
    ]
