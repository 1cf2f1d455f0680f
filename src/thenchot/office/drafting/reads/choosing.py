"""Chọn dự thảo, văn bản để nối — by number, or by words typed into a box."""

from collections.abc import Collection

from django.db.models import Q

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.typed_dates import format_day
from thenchot.office.documents.models import Outgoing
from thenchot.office.documents.reads.choosing import MOST, Chosen
from thenchot.office.drafting.models import DraftPaper, SubmissionPiece
from thenchot.office.drafting.reads.joining import WAITING
from thenchot.office.drafting.words import PieceKind


def draft_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Dự thảo — each word part of the abstract; the last begun first."""
    seen = DraftPaper.objects.visible_to(by).select_related("number")
    if numbers:
        seen = seen.filter(pk__in=numbers)
    for word in words:
        seen = seen.filter(abstract__icontains=word)
    return [
        Chosen(each.pk, str(each), each.standing.label, each.unit_id)
        for each in (seen if numbers else seen.order_by("-pk")[:MOST])
    ]


def waiting_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Văn bản hệ thống khác đã cấp số, chưa nối — each word part of its sign or abstract; the last first."""
    seen = Outgoing.objects.visible_to(by).filter(WAITING).select_related("basis")
    if numbers:
        seen = seen.filter(pk__in=numbers)
    for word in words:
        seen = seen.filter(
            Q(basis__number_sign__icontains=word) | Q(basis__abstract__icontains=word)
        )
    return [
        Chosen(each.pk, each.basis.number_sign, format_day(each.given_on), each.organization_id)
        for each in (seen if numbers else seen.order_by("-given_on", "-pk")[:MOST])
        if each.basis
    ]


def piece_choices(
    *, by: Actor, words: Collection[str] = (), numbers: Collection[int] = ()
) -> list[Chosen]:
    """Tài liệu của hồ sơ trình — each word part of its title; the last put in first."""
    seen = SubmissionPiece.objects.visible_to(by)
    if numbers:
        seen = seen.filter(pk__in=numbers)
    for word in words:
        seen = seen.filter(title__icontains=word)
    return [
        Chosen(each.pk, each.title, PieceKind.of(each.kind).label, each.unit_id)
        for each in (seen if numbers else seen.order_by("-pk")[:MOST])
    ]
