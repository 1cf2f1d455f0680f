"""Bản nháp — kept on the server for the account that types, never in the browser."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from thenchot.doors.access.models import Draft
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.names import tidy_lines, tidy_name
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

LARGEST = 64 * 1024
LINED = ("whole_text", "words")  # the boxes that keep their lines
LONGEST_FORM = 200
KEPT = timedelta(30)
SECRET = mark(
    "Chữ vừa gõ mang dấu độ mật nên không giữ bản nháp, bản giữ trước đó cũng đã xóa; xóa chữ ấy khỏi phiếu, văn bản mật soạn ngoài hệ thống này."
)
SECRET_FORMS = ("/ghi/so-dinh-danh", "/ghi/dinh-chinh/identity.PersonNumber/")
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "key", "form", "password", "password1", "password2"})


@dataclass(frozen=True, slots=True)
class Kept:
    """Bản nháp đã giữ — the boxes as typed, and when."""

    boxes: Mapping[str, str]
    saved_at: datetime


def draft_of(account: int, form: str) -> Kept | None:
    """Bản nháp của phiếu này — of this account, not older than thirty days."""
    found = Draft.objects.filter(
        account=account, form=form, saved_at__gt=timezone.now() - KEPT
    ).first()
    return Kept(found.boxes, found.saved_at) if found else None


def keep_draft(account: int, form: str, typed: Mapping[str, str]) -> datetime:
    """Giữ bản nháp — the boxes that were filled; in place of an earlier one of the same form."""
    if form.startswith(SECRET_FORMS):
        raise Refused([Reason(mark("Phiếu này có thông tin nhạy cảm nên không giữ bản nháp."))])
    boxes = {
        name: (tidy_lines if name in LINED else tidy_name)(text)
        for name, text in typed.items()
        if name not in NEVER_KEPT
    }
    large = len(json.dumps(boxes, ensure_ascii=False).encode()) > LARGEST
    if large or not form.startswith("/") or len(form) > LONGEST_FORM:
        raise Refused(
            [Reason(mark("Bản nháp quá dài, chưa giữ được; hãy gửi phiếu hoặc bớt chữ."))]
        )
    if any(secrecy_marks(text, "") for text in typed.values()):
        drop_draft(account, form)  # of what bears a mark of secrecy nothing remains
        raise Refused([Reason(SECRET)])
    now = timezone.now()
    Draft.objects.update_or_create(
        account_id=account, form=form, defaults={"boxes": boxes, "saved_at": now}
    )
    return now


def files_of_drafts() -> set[str]:
    """Tệp mà bản nháp nêu — handed in with a form that is not sent yet."""
    named = Draft.objects.values_list("boxes__file_sha256", flat=True)
    return {digest for digest in named if digest}


def drop_draft(account: int, form: str) -> None:
    """Bỏ bản nháp — after the act is done, or on request; old ones of everybody go too."""
    Draft.objects.filter(account=account, form=form).delete()
    Draft.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()
