"""Từ ngữ về báo cáo — rights, columns."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with reports."""

    FREEZE = "reports.chot", mark("Chốt số liệu báo cáo")


class Column(Labelled):
    """Cột của bảng báo cáo."""

    LABEL = "label", mark("Nội dung")
    TARGET = "target", mark("Chỉ tiêu năm")
    ACTUAL = "actual", mark("Thực hiện")
    PERCENT = "percent", mark("Đạt")
    SAME_PERIOD = "same_period", mark("Cùng kỳ")
    CHANGE = "change", mark("Tăng, giảm")
    CHANGE_PERCENT = "change_percent", mark("Tăng, giảm %")


class Difference(Labelled):
    """Khác với khi chốt — what became of a record since the report was frozen."""

    ADDED = "them", mark("mới có")
    GONE = "mat", mark("không còn")
    CHANGED = "doi", mark("nội dung đã khác")
