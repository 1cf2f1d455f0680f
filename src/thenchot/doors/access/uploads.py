"""Tệp đang xem xét — a list an account has handed in and not recorded yet, kept like a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from thenchot.doors.access.drafts import KEPT
from thenchot.doors.access.models import Upload


@dataclass(frozen=True, slots=True)
class KeptUpload:
    """Tệp đã giữ — as it came, and what was said of it on the way (`told`)."""

    name: str
    content: bytes
    told: Mapping[str, Any]
    saved_at: datetime


def upload_of(account: int, form: str) -> KeptUpload | None:
    """Tệp của phiếu này — of this account, not older than a draft may be."""
    found = Upload.objects.filter(
        account=account, form=form, saved_at__gt=timezone.now() - KEPT
    ).first()
    if found is None:
        return None
    return KeptUpload(found.name, bytes(found.content), found.told, found.saved_at)


def keep_upload(account: int, form: str, name: str, content: bytes) -> None:
    """Giữ tệp — in place of an earlier one of the same form; old ones of everybody go."""
    Upload.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()
    kept = {"name": name, "content": content, "told": {}, "saved_at": timezone.now()}
    Upload.objects.update_or_create(account_id=account, form=form, defaults=kept)


def tell_upload(account: int, form: str, **told: Any) -> None:
    """Ghi thêm về tệp — what was answered on the way."""
    for found in Upload.objects.filter(account=account, form=form).only("told"):
        found.told |= told
        found.save(update_fields=["told"])


def drop_upload(account: int, form: str) -> None:
    """Bỏ tệp — on request."""
    Upload.objects.filter(account=account, form=form).delete()
