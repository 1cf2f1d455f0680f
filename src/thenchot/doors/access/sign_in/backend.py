"""Ai được đăng nhập — a right password is not enough: the account must be open and given something."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from thenchot.doors.access.models import Account
from thenchot.ground.basis.models import Own, Scope


def is_open(account: Account) -> bool:
    """Đang mở — it reaches something on the office day, itself or typing for another.

    Asked of technical tables only.
    """
    day = settings.OFFICE_DAY()
    actor = Q(actor=str(account.pk)) | Q(actor__startswith=f"{account.pk}>")
    live = actor & Q(from_day__lte=day, until_day__gt=day)
    return Scope.objects.filter(live).exists() or Own.objects.filter(live).exists()


class OfficeBackend(ModelBackend):
    """Cửa kiểm tên và mật khẩu — unknown names cost one hash too; a closed account is a wrong one.

    Asked at sign-in only: on every page the actor is built anew, and one that holds nothing is refused.
    """

    def get_user(self, user_id: int) -> Account | None:
        """Người của phiên — whatever it may still do."""
        return Account.objects.filter(pk=user_id).first()

    def user_can_authenticate(self, user: Account | AnonymousUser | None) -> bool:
        """Được vào — whether the account is open today."""
        return isinstance(user, Account) and is_open(user)
