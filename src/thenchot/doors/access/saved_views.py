"""Cách xem đã lưu — filters of a list, kept by an account under a name, for itself alone."""

from dataclasses import dataclass

from django.db.models.functions import Lower

from thenchot.doors.access.models import SavedView
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

MOST, LONGEST_NAME, LONGEST_QUERY = 30, 60, 1000


@dataclass(frozen=True, slots=True)
class View:
    """Một cách xem — its name, and the address of the list with its filters."""

    id: int
    name: str
    address: str


def views_of(account: int, page: str) -> list[View]:
    """Các cách xem của tài khoản — of this page, by name."""
    kept = SavedView.objects.filter(account=account, page=page).order_by(Lower("name"), "pk")
    return [View(each.pk, each.name, f"{page}?{each.query}") for each in kept]


def keep_view(account: int, page: str, name: str, query: str) -> int:
    """Lưu cách xem — refused without a name, under a name in use, without a filter, and past the last one."""
    name = tidy_name(name)
    faults = _name_faults(account, page, name)
    if not query:
        faults.append(Reason(mark("Chưa lọc gì để lưu; hãy gõ chữ hoặc chọn ít nhất một mục.")))
    if len(query) > LONGEST_QUERY:
        faults.append(Reason(mark("Lời tìm quá dài để lưu; hãy bớt chữ.")))
    if SavedView.objects.filter(account=account, page=page).count() >= MOST:
        text = mark("Đã lưu {most} cách xem; hãy xóa một cách xem rồi lưu lại.")
        faults.append(Reason(text, {"most": MOST}))
    if faults:
        raise Refused(faults)
    return SavedView.objects.create(account_id=account, page=page, name=name, query=query).pk


def rename_view(account: int, page: str, view: int, name: str) -> None:
    """Đổi tên — of one's own; refused without a name, under a name in use, and where there is none."""
    name = tidy_name(name)
    kept = _own(account, page, view)
    faults = [] if name == kept.name else _name_faults(account, page, name, besides=view)
    if faults:
        raise Refused(faults)
    kept.name = name
    kept.save(update_fields=["name"])


def drop_view(account: int, page: str, view: int) -> None:
    """Xóa — of one's own; refused where there is none."""
    _own(account, page, view).delete()


def _own(account: int, page: str, view: int) -> SavedView:
    found = SavedView.objects.filter(account=account, page=page, pk=view).first()
    if found is None:
        raise Refused([Reason(mark("Không còn cách xem này; có thể đã xóa."))])
    return found


def _name_faults(account: int, page: str, name: str, besides: int = 0) -> list[Reason]:
    faults = []
    if not name:
        faults.append(Reason(mark("Hãy đặt tên cho cách xem."), field="ten"))
    if len(name) > LONGEST_NAME:
        text = mark("Tên cách xem dài quá {most} ký tự.")
        faults.append(Reason(text, {"most": LONGEST_NAME}, field="ten"))
    taken = SavedView.objects.filter(account=account, page=page, name__iexact=name)
    if name and taken.exclude(pk=besides).exists():
        text = mark("Đã có cách xem tên «{name}»; hãy đặt tên khác.")
        faults.append(Reason(text, {"name": name}, field="ten"))
    return faults
