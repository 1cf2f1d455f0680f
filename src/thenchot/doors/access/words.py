"""Từ ngữ về tài khoản — rights over accounts, what became of a proposal."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with accounts and grants."""

    READ = "access.xem", mark("Xem tài khoản và quyền đã giao")
    MANAGE = "access.quan_ly", mark("Mở, đóng tài khoản; giao và thu quyền")


class Outcome(Labelled):
    """Kết quả đề nghị — the strongest roles are given by two persons."""

    WAITING = "cho", mark("Chờ người thứ hai")
    AGREED = "dong_y", mark("Đã đồng ý")
    DECLINED = "tu_choi", mark("Đã từ chối")
