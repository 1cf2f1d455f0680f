"""Từ ngữ về vị trí việc làm — rights, kinds of positions, degrees, competency groups, staff."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with job positions."""

    READ = "positions.xem", mark("Xem vị trí việc làm, biên chế")
    DRAFT = "positions.soan", mark("Soạn bản mô tả vị trí việc làm")
    APPROVE = "positions.ghi", mark("Ghi phê duyệt vị trí việc làm, biên chế, khung năng lực")


class PositionKind(Labelled):
    """Nhóm vị trí — what kind of work the position does."""

    LEADING = "lanh_dao", mark("Lãnh đạo, quản lý")
    SPECIALIZED = "chuyen_nganh", mark("Nghiệp vụ chuyên ngành")
    SHARED = "dung_chung", mark("Nghiệp vụ chuyên môn dùng chung")
    SUPPORT = "ho_tro", mark("Hỗ trợ, phục vụ")


class State(Labelled):
    """Tình trạng bản mô tả — of one position on a day."""

    APPROVED = "da_duyet", mark("đã phê duyệt")
    REVISED = "dang_sua", mark("đã phê duyệt, đang soạn bản mới")
    DRAFTED = "dang_soan", mark("đang soạn, chưa phê duyệt")


class Degree(Labelled):
    """Trình độ chuyên môn — from the lowest to the highest a description may ask for."""

    NONE = "khong", mark("Không yêu cầu bằng cấp")
    ELEMENTARY = "so_cap", mark("Sơ cấp")
    INTERMEDIATE = "trung_cap", mark("Trung cấp")
    COLLEGE = "cao_dang", mark("Cao đẳng")
    BACHELOR = "dai_hoc", mark("Đại học")
    MASTER = "thac_si", mark("Thạc sĩ")
    DOCTOR = "tien_si", mark("Tiến sĩ")


class Theory(Labelled):
    """Trình độ lý luận chính trị — from the lowest to the highest."""

    NONE = "khong", mark("Không yêu cầu")
    ELEMENTARY = "so_cap", mark("Sơ cấp")
    INTERMEDIATE = "trung_cap", mark("Trung cấp")
    ADVANCED = "cao_cap", mark("Cao cấp")


class CompetencyGroup(Labelled):
    """Nhóm năng lực — as a framework divides them."""

    COMMON = "chung", mark("Nhóm năng lực chung")
    PROFESSIONAL = "chuyen_mon", mark("Nhóm năng lực chuyên môn")
    MANAGERIAL = "quan_ly", mark("Nhóm năng lực quản lý")


class StaffCategory(Labelled):
    """Loại biên chế — how the people of a quota are employed."""

    CIVIL_SERVANT = "cong_chuc", mark("Công chức")
    PUBLIC_EMPLOYEE = "vien_chuc", mark("Viên chức")
    CONTRACT = "hop_dong", mark("Hợp đồng lao động")


ESTABLISHED = frozenset(
    {StaffCategory.CIVIL_SERVANT, StaffCategory.PUBLIC_EMPLOYEE}
)  # no contracts


class Outcome(Labelled):
    """Kết quả đối chiếu — of one requirement with what the file says; nothing is guessed."""

    MET = "dat", mark("đáp ứng")
    GAP = "thieu", mark("chưa đáp ứng")
    UNKNOWN = "chua_co", mark("chưa có trong hồ sơ")
    NOT_ASSESSED = "chua_danh_gia", mark("chưa đánh giá")
    BY_HAND = "tu_doi_chieu", mark("người xem tự đối chiếu")
