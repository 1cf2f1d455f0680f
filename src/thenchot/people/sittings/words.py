"""Từ ngữ của phiên họp — how a body is asked, what a member may say, how many must agree."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Way(Labelled):
    """Cách lấy ý kiến — the members meet, or each returns a slip."""

    MEETING = "hop", mark("Họp")
    WRITTEN = "van_ban", mark("Lấy ý kiến bằng văn bản")


class Said(Labelled):
    """Ý kiến của một thành viên."""

    FOR = "tan_thanh", mark("Tán thành")
    AGAINST = "khong_tan_thanh", mark("Không tán thành")
    NONE = "khong_y_kien", mark("Không có ý kiến")


class Outcome(Labelled):
    """Kết quả của một mục — before the vote, after it, or put off."""

    WAITING = "cho", mark("Chưa biểu quyết")
    CARRIED = "thong_qua", mark("Thông qua")
    LOST = "khong_thong_qua", mark("Không thông qua")
    POSTPONED = "hoan", mark("Hoãn")


COUNTED = frozenset({Outcome.CARRIED, Outcome.LOST})


class Limits(Labelled):
    """Mức của quy định — what part of all members has to agree."""

    MORE_THAN = (
        "bieu_quyet.tren_phan_tram",
        mark("Nghị quyết có giá trị khi số tán thành trên bao nhiêu phần trăm tổng số thành viên"),
    )
