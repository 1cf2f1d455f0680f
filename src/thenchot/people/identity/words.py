"""Từ ngữ về nhận biết con người — rights, kinds of numbers, what is opened with a reason, limits."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with numbers of people and with files that are one person's."""

    READ_NUMBERS = "identity.xem_so", mark("Xem số định danh, số thẻ đảng viên, có ghi lý do")
    RECORD_NUMBERS = "identity.ghi_so", mark("Ghi số định danh, số thẻ đảng viên")
    MERGE = "identity.gop", mark("Gộp hồ sơ trùng, ghi hai người khác nhau")


class NumberKind(Labelled):
    """Loại số — what a number of a person is."""

    CITIZEN = "dinh_danh", mark("Số định danh cá nhân")
    CARD = "the_dang", mark("Số thẻ đảng viên")
    CADRE = "so_hieu", mark("Số hiệu cán bộ, công chức")


class Sensitive(Labelled):
    """Thông tin nhạy cảm — what is opened only with a reason the journal keeps."""

    NUMBERS = "so_dinh_danh", mark("Số định danh, số thẻ của một người")


class Limits(Labelled):
    """Mức của quy định — the form of a number, on the day it is recorded for."""

    CITIZEN_DIGITS = "dinh_danh.so_chu_so", mark("Số chữ số của số định danh cá nhân")
    BIRTHPLACES = "dinh_danh.ma_noi_sinh", mark("Mã tỉnh, thành phố đứng đầu số định danh")
    CARD_DIGITS = "the_dang.so_chu_so", mark("Số chữ số của số thẻ đảng viên")
    FICTION = "dinh_danh.ma_mo_phong", mark("Mã đứng đầu số định danh của dữ liệu mô phỏng")


class Sign(Labelled):
    """Dấu hiệu trùng — why two files may be one person's."""

    SAME_NAME = "cung_ten", mark("cùng họ tên")
    SPELT_OTHERWISE = "khac_cach_go", mark("cùng họ tên, khác chữ hoa hoặc chỗ đặt dấu")
    SAME_WITHOUT_MARKS = "bo_dau", mark("giống nhau khi bỏ dấu")
    SAME_BIRTH = "cung_ngay_sinh", mark("cùng ngày sinh")
    BIRTH_NOT_RECORDED = "chua_ghi_ngay_sinh", mark("có hồ sơ chưa ghi ngày sinh")
    DAY_AND_MONTH_SWAPPED = "dao_ngay_thang", mark("ngày và tháng sinh đổi chỗ")
