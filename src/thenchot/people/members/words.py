"""Từ ngữ về đảng viên — rights, statuses, ways in and out, reported changes, limits of the Charter."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with members."""

    READ = "members.xem", mark("Xem đảng viên")
    READ_EXPULSIONS = "members.xem_khai_tru", mark("Xem tên đảng viên bị khai trừ")
    RECORD_MEMBER = "members.ghi", mark("Ghi quyết định về đảng viên")
    RECORD_HANDOVER = "members.ghi_ban_giao", mark("Ghi danh sách bàn giao")
    REPORT_CHANGE = "members.bao_bien_dong", mark("Báo biến động của chi bộ")


class Status(Labelled):
    """Tình trạng — of a membership (Charter art. 4, 5; 24-QĐ/TW m.7)."""

    PROBATIONARY = "du_bi", mark("Đảng viên dự bị")
    OFFICIAL = "chinh_thuc", mark("Đảng viên chính thức")
    EXEMPT = "mien", mark("Đảng viên được miễn công tác và sinh hoạt đảng")


FULL = frozenset({Status.OFFICIAL, Status.EXEMPT})


class Way(Labelled):
    """Biến động — how a membership came about, changed or ended (form 1-TCTW)."""

    HANDED_OVER = "ban_giao", mark("Có khi bàn giao sổ")
    ADMITTED = "ket_nap", mark("Kết nạp")
    ARRIVED = "chuyen_den", mark("Chuyển đến từ ngoài tỉnh")
    TRANSFERRED = "chuyen_trong_tinh", mark("Chuyển sinh hoạt trong tỉnh")
    RECOGNISED = "cong_nhan", mark("Công nhận chính thức")
    DEPARTED = "chuyen_di", mark("Chuyển đi ngoài tỉnh")
    DIED = "tu_tran", mark("Từ trần")
    STRUCK_OFF = "xoa_ten", mark("Xóa tên")
    RESIGNED = "xin_ra", mark("Xin ra khỏi Đảng")
    EXPELLED = "khai_tru", mark("Khai trừ")


WAYS_IN = frozenset({Way.HANDED_OVER, Way.ADMITTED, Way.ARRIVED})
WAYS_OUT = frozenset({Way.DEPARTED, Way.DIED, Way.STRUCK_OFF, Way.RESIGNED, Way.EXPELLED})
EXITS = WAYS_OUT - {Way.EXPELLED}  # expulsion is a discipline


class Change(Labelled):
    """Biến động được báo — what a cell may say has changed; the paper that decides it comes after."""

    ARRIVED = "chuyen_den", mark("Chuyển đến")
    DEPARTED = "chuyen_di", mark("Chuyển đi")
    DIED = "tu_tran", mark("Từ trần")
    RESIGNED = "xin_ra", mark("Xin ra khỏi Đảng")
    WRONG = "sai_thong_tin", mark("Sai thông tin")
    OTHER = "viec_khac", mark("Việc khác")


OF_A_MEMBER = frozenset({Change.DEPARTED, Change.DIED, Change.RESIGNED})
LONGEST = 1000  # letters of a report and of its answer


class Answer(Labelled):
    """Trả lời báo biến động — by whoever keeps the register above the cell."""

    WAITING = "cho", mark("Chờ xác nhận")
    CONFIRMED = "xac_nhan", mark("Đã xác nhận")
    RETURNED = "tra_lai", mark("Trả lại")


class Consented(Labelled):
    """Việc được đồng ý — which limit of the regulation a consent paper lifts."""

    ADMISSION_ABOVE_AGE = "ket_nap_tren_tuoi", mark("Kết nạp người trên mức tuổi")


class ListColumn(Labelled):
    """Cột của danh sách đảng viên nhận vào — what a column of the office's own file holds."""

    NAME = "ho_ten", mark("Họ và tên")
    NAME_BEFORE = "ho_dem", mark("Họ và chữ đệm")
    NAME_GIVEN = "ten", mark("Tên")
    BORN = "ngay_sinh", mark("Ngày sinh")
    BORN_MALE = "sinh_nam", mark("Ngày sinh (nam)")
    BORN_FEMALE = "sinh_nu", mark("Ngày sinh (nữ)")
    SEX = "gioi_tinh", mark("Giới tính")
    ETHNICITY = "dan_toc", mark("Dân tộc")
    HOMETOWN = "que_quan", mark("Quê quán")
    ABOVE = "cap_tren", mark("Đảng bộ, chi bộ cơ sở")
    CELL = "chi_bo", mark("Chi bộ")
    ADMITTED = "quyet_dinh", mark("Ngày quyết định kết nạp")
    JOINED = "vao_dang", mark("Ngày vào Đảng")
    OFFICIAL = "chinh_thuc", mark("Ngày chính thức")
    STATUS = "tinh_trang", mark("Tình trạng đảng viên")
    CARD = "so_the", mark("Số thẻ đảng viên")
    CITIZEN = "so_dinh_danh", mark("Số định danh cá nhân")


class Limits(Labelled):
    """Mức của quy định — what the acts of this area look up on the day of the event."""

    PROBATION_MONTHS = "dang_vien.thang_du_bi", mark("Số tháng dự bị, tính từ ngày lễ kết nạp")
    ADMISSION_AGE = "dang_vien.tuoi_ket_nap", mark("Tuổi thấp nhất và cao nhất khi xét kết nạp")
    CEREMONY_DAYS = "dang_vien.ngay_to_chuc_le", mark("Số ngày làm việc để tổ chức lễ kết nạp")
    CONSIDER_DAYS = (
        "dang_vien.ngay_xet_chinh_thuc",
        mark("Số ngày làm việc để chi bộ xét công nhận chính thức"),
    )
    CELL_COMMITTEE_FROM = "chi_bo.co_chi_uy_tu", mark("Số đảng viên chính thức để chi bộ có chi ủy")
    CELL_LEAST = "chi_bo.it_nhat", mark("Số đảng viên chính thức ít nhất của một chi bộ")
    GRASSROOTS_PARTY_LEAST = "dang_bo_co_so.it_nhat", mark("Số đảng viên ít nhất của đảng bộ cơ sở")
