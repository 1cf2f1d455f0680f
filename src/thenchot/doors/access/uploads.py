"""Tệp đang xem xét — a list an account has handed in and not recorded yet, kept like a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from thenchot.doors.access.drafts import KEPT, files_of_drafts
from thenchot.doors.access.models import Upload
from thenchot.ground.basis.attached import drop_unnamed

SIGNED_FILES = "signed_files"  # what is told of many signed files at once: each with its SHA-256


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


def keep_upload(account: int, form: str, name: str, content: bytes, **told: Any) -> None:
    """Giữ tệp — in place of an earlier one of the same form; old ones of everybody go."""
    Upload.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()
    kept = {"name": name, "content": content, "told": told, "saved_at": timezone.now()}
    with transaction.atomic():
        files = _files_of(account=account, form=form)
        Upload.objects.update_or_create(account_id=account, form=form, defaults=kept)
        _drop_files(files)


def tell_upload(account: int, form: str, **told: Any) -> None:
    """Ghi thêm về tệp — what was answered on the way."""
    for found in Upload.objects.filter(account=account, form=form).only("told"):
        found.told |= told
        found.save(update_fields=["told"])


def drop_upload(account: int, form: str) -> None:
    """Bỏ tệp — on request, or once recorded; files it was the last to name go with it."""
    with transaction.atomic():
        files = _files_of(account=account, form=form)
        Upload.objects.filter(account=account, form=form).delete()
        _drop_files(files)


def _files_of(**of: Any) -> set[str]:
    """Tệp mà các lượt nêu — their SHA-256, where many signed files were handed in."""
    told = Upload.objects.filter(told__has_key=SIGNED_FILES, **of).values_list("told", flat=True)
    return {each["digest"] for one in told for each in one[SIGNED_FILES]}


def _drop_files(digests: set[str]) -> None:
    drop_unnamed(digests - _files_of() - files_of_drafts())
