"""Tài khoản thử — the names a demo folder is signed in with; an office has none of them."""

from collections.abc import Iterable

from django.contrib.auth.hashers import make_password

from thenchot.doors.access.models import Account
from thenchot.ground.plain.text import mark

DEMO_PASSWORD = "Thu nghiem 2025!"
DEMO_ACCOUNTS = (
    ("quan-tri", mark("Quản trị hệ thống")),
    ("quan-tri-2", mark("Quản trị hệ thống thứ hai")),
    ("lanh-dao", mark("Lãnh đạo ban tổ chức")),
    ("chuyen-vien", mark("Chuyên viên ban tổ chức")),
    ("van-thu", mark("Văn thư")),
    ("cap-uy", mark("Lãnh đạo cấp ủy huyện")),
    ("xay-dung-dang", mark("Chuyên viên xây dựng Đảng cấp xã")),
    ("bi-thu", mark("Bí thư chi bộ")),
    ("nhap-thay", mark("Người nhập thay bí thư chi bộ")),
    ("kiem-tra", mark("Ủy ban kiểm tra")),
    ("soan-thao", mark("Người được giao soạn thảo")),
    ("dang-vien", mark("Đảng viên")),
    ("moi-vai", mark("Người thử mọi vai")),
)


def set_demo_password(accounts: Iterable[int]) -> None:
    """Đặt mật khẩu thử — the same for all, hashed once, printed on the sign-in page of a demo."""
    Account.objects.filter(pk__in=accounts).update(password=make_password(DEMO_PASSWORD))
