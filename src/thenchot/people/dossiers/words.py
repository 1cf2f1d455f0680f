"""Từ ngữ của hồ sơ — party states in a list, columns of a digest, kinds and phases of entries."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark
from thenchot.people.members.words import Status


class PartyState(Labelled):
    """Tình trạng đảng — the standings of a member, and who is none on the day."""

    OFFICIAL = Status.OFFICIAL.value, Status.OFFICIAL.label
    PROBATIONARY = Status.PROBATIONARY.value, Status.PROBATIONARY.label
    EXEMPT = Status.EXEMPT.value, Status.EXEMPT.label
    NOT_A_MEMBER = "khong", mark("Không là đảng viên")


class Column(Labelled):
    """Cột của danh sách trích ngang — in the order an office prints them."""

    NUMBER = "stt", mark("STT")
    NAME = "ho_ten", mark("Họ và tên")
    BORN = "nam_sinh", mark("Nam, nữ; năm sinh")
    ETHNICITY = "dan_toc", mark("Dân tộc")
    HOMETOWN = "que_quan", mark("Quê quán")
    POSTS = "chuc_vu", mark("Chức vụ, đơn vị")
    JOINED = "vao_dang", mark("Ngày vào Đảng")
    OFFICIAL = "chinh_thuc", mark("Ngày chính thức")
    PROFESSIONAL = "chuyen_mon", mark("Trình độ chuyên môn")
    POLITICAL = "ly_luan", mark("Lý luận chính trị")
    NOTE = "ghi_chu", mark("Ghi chú")


ALWAYS = (Column.NUMBER, Column.NAME)


class Paper(Labelled):
    """Khổ giấy — lying down."""

    A4 = "a4", mark("A4 ngang")
    A3 = "a3", mark("A3 ngang")


class EntryKind(Labelled):
    """Loại mốc trong quá trình — by which the timeline of a person is filtered."""

    POST = "chuc_vu", mark("Chức vụ")
    WORK = "cong_tac", mark("Đơn vị công tác")
    PARTY = "dang", mark("Đảng")
    TRAINING = "trinh_do", mark("Trình độ, năng lực")
    AWARD = "khen_thuong", mark("Khen thưởng")
    DECISION = "quyet_dinh", mark("Quyết định")
    DISCIPLINE = "ky_luat", mark("Kỷ luật")
    LIFE = "lai_lich", mark("Lai lịch")


class Phase(Labelled):
    """So với ngày đang xem — where an entry stands beside the day looked at."""

    LATER = "sau", mark("sau ngày đang xem")
    DECIDED = "da_quyet_dinh", mark("đã có quyết định trước ngày đang xem")
    PRESENT = "dang", mark("đang có hiệu lực")
    PAST = "truoc", mark("trước ngày đang xem")


class Item(Labelled):
    """Dữ kiện — one line of the table of what is known of a person on a day."""

    BORN = "ngay_sinh", mark("Ngày sinh")
    SEX = "gioi_tinh", mark("Giới tính")
    ETHNICITY = "dan_toc", mark("Dân tộc")
    HOMETOWN = "que_quan", mark("Quê quán")
    POST = "chuc_vu", mark("Chức vụ")
    WORK = "don_vi_cong_tac", mark("Đơn vị công tác")
    CELL = "chi_bo", mark("Chi bộ")
    STANDING = "tinh_trang", mark("Tình trạng đảng")
    ADMITTED = "quyet_dinh_ket_nap", mark("Quyết định kết nạp")
    JOINED = "ngay_vao_dang", mark("Ngày vào Đảng")
    OFFICIAL = "ngay_chinh_thuc", mark("Ngày chính thức")
    PROFESSIONAL = "chuyen_mon", mark("Trình độ chuyên môn")
    POLITICAL = "ly_luan", mark("Lý luận chính trị")
    COMPETENCY = "nang_luc", mark("Năng lực")


class Rests(Labelled):
    """Dữ kiện với văn bản — the paper opened it, or ended what another one had opened."""

    OPENED = "mo_ra", mark("mở ra")
    ENDED = "ket_thuc", mark("kết thúc")


class DueKind(Labelled):
    """Loại việc đến hạn — the clocks that can be told from the facts of the register."""

    CEREMONY = "le_ket_nap", mark("Tổ chức lễ kết nạp")
    RECOGNITION = "cong_nhan", mark("Xét công nhận chính thức")
    BADGE = "huy_hieu", mark("Tặng Huy hiệu Đảng")
    RETIREMENT = "nghi_huu", mark("Đến tuổi nghỉ hưu")
    REAPPOINTMENT = "bo_nhiem_lai", mark("Xem xét bổ nhiệm lại")
    TERM = "het_thoi_han", mark("Hết thời hạn giữ chức vụ")
    UNIT_END = "to_chuc_het_han", mark("Hết thời hạn của tổ chức")
    PLAN_END = "ke_hoach_het_han", mark("Hết thời hạn kế hoạch kiểm tra")
    SURPLUS = "doi_du", mark("Cấp phó dôi dư về đúng quy định")
    NO_PLAN = "chua_co_ke_hoach", mark("Chưa có kế hoạch kiểm tra năm nay")
