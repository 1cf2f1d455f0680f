"""Từ ngữ về khen thưởng — rights, forms, limits for party badges."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with awards."""

    READ = "awards.xem", mark("Xem khen thưởng")
    RECORD_AWARD = "awards.ghi", mark("Ghi quyết định khen thưởng")


class AwardForm(Labelled):
    """Hình thức khen thưởng — of organizations and people."""

    CERTIFICATE = "bang_khen", mark("Bằng khen")
    PAPER_OF_MERIT = "giay_khen", mark("Giấy khen")
    PRAISE = "bieu_duong", mark("Biểu dương")


class Timing(Labelled):
    """Thời điểm tặng Huy hiệu Đảng — on time, early for serious illness, or after death."""

    ON_TIME = "dung_han", mark("Đúng hạn")
    EARLY = "truoc_han", mark("Trước hạn")
    POSTHUMOUS = "truy_tang", mark("Truy tặng")


class Limits(Labelled):
    """Mức của quy định — for party badges (232-QĐ/TW m.28, 01-HD/TW m.18)."""

    BADGE_YEARS = "huy_hieu.so_nam", mark("Các mức tuổi đảng được tặng Huy hiệu")
    BADGE_ROUNDS = "huy_hieu.dot_tang", mark("Các đợt tặng Huy hiệu trong năm, tháng và ngày")
    EARLY_MONTHS = "huy_hieu.truoc_han", mark("Số tháng được tặng trước hạn, mức 30 đến 65 năm")
    EARLY_MONTHS_FROM_70 = (
        "huy_hieu.truoc_han_70",
        mark("Số tháng được tặng trước hạn, mức từ 70 năm"),
    )
    POSTHUMOUS_MONTHS = "huy_hieu.truy_tang", mark("Số tháng còn thiếu khi truy tặng")
