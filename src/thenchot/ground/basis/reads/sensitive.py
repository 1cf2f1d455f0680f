"""Thông tin nhạy cảm đang mở — what this actor opened with a reason within the last half hour."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from thenchot.ground.basis.models import OPEN_FOR, Disclosure
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled


def opened_whole(*, by: Actor, kind: Labelled) -> bool:
    """Đã mở danh sách — the whole list of a kind, by this actor, a short while ago."""
    return _live(by, kind).filter(person=None).exists()


def opened_of(*, by: Actor, kind: Labelled, person: int) -> bool:
    """Đã mở hồ sơ — of one person, or the whole list."""
    return _live(by, kind).filter(Q(person=person) | Q(person=None)).exists()


def _live(by: Actor, kind: Labelled) -> QuerySet[Disclosure]:
    since = timezone.now() - OPEN_FOR
    return Disclosure.objects.filter(actor=by.id, kind=kind.value, opened_at__gt=since)
