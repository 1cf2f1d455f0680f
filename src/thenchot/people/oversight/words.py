"""Từ ngữ về kiểm tra, kỷ luật — rights, forms of discipline, who decided."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with inspection and discipline."""

    READ = "oversight.xem", mark("Xem số liệu kiểm tra, kỷ luật")
    READ_NAMES = "oversight.xem_ten", mark("Xem tên đảng viên bị kỷ luật")
    RECORD_DISCIPLINE = "oversight.ghi_ky_luat", mark("Ghi quyết định kỷ luật")
    RECORD_PLAN = "oversight.ghi_ke_hoach", mark("Ghi kế hoạch kiểm tra của chi bộ")


class Sensitive(Labelled):
    """Thông tin nhạy cảm — what is opened only with a reason the journal keeps."""

    DISCIPLINE = "ky_luat", mark("Danh sách và hồ sơ kỷ luật")


class DisciplineForm(Labelled):
    """Hình thức kỷ luật đảng viên — by severity (69-QĐ/TW art. 7)."""

    REPRIMAND = "khien_trach", mark("Khiển trách")
    WARNING = "canh_cao", mark("Cảnh cáo")
    REMOVAL = "cach_chuc", mark("Cách chức")
    EXPULSION = "khai_tru", mark("Khai trừ")


FOR_PROBATIONARY = frozenset({DisciplineForm.REPRIMAND, DisciplineForm.WARNING})


class Body(Labelled):
    """Cơ quan quyết định — committees and inspection commissions are two series, then added."""

    COMMITTEE = "cap_uy", mark("Cấp ủy, chi bộ")
    COMMISSION = "uy_ban_kiem_tra", mark("Ủy ban kiểm tra")
