"""Thông tin nhạy cảm đang mở — what this actor opened with a reason within the last half hour."""

from django.utils import timezone

from thenchot.ground.basis.models import OPEN_FOR, Disclosure
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled


def opened_whole(*, by: Actor, kind: Labelled) -> bool:
    """Đã mở danh sách — the whole list of a kind, by this actor, a short while ago."""
    since = timezone.now() - OPEN_FOR
    live = Disclosure.objects.filter(actor=by.id, kind=kind.value, opened_at__gt=since)
    return live.filter(person=None).exists()
