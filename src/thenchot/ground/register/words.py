"""Từ ngữ của sổ tổ chức — rights, kinds and levels of organizations, kinds of posts."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with organizations, people and posts."""

    READ_TREE = "register.xem_to_chuc", mark("Xem tên và vị trí của tổ chức")
    READ = "register.xem", mark("Xem tổ chức và con người")
    RECORD_ORGANIZATION = "register.ghi_to_chuc", mark("Ghi quyết định về tổ chức")
    RECORD_PERSON = "register.ghi_nguoi", mark("Ghi hồ sơ con người")
    RECORD_POSTING = "register.ghi_chuc_vu", mark("Ghi quyết định về chức vụ")
    RECORD_COMPETENCE = "register.ghi_phan_cap", mark("Ghi phân cấp quản lý cán bộ")


class OrganizationKind(Labelled):
    """Loại tổ chức — party organizations (Charter art. 21, 24; QĐ 29-QĐ/TW), agencies, and bodies of limited life."""

    PROVINCE_PARTY = "dang_bo_tinh", mark("Đảng bộ tỉnh")
    UPPER_PARTY = "dang_bo_cap_tren", mark("Đảng bộ cấp trên trực tiếp cơ sở")
    GRASSROOTS_PARTY = "dang_bo_co_so", mark("Đảng bộ cơ sở")
    GRASSROOTS_CELL = "chi_bo_co_so", mark("Chi bộ cơ sở")
    SECTION = "dang_bo_bo_phan", mark("Đảng bộ bộ phận")
    CELL = "chi_bo", mark("Chi bộ trực thuộc")
    PARTY_GROUP = "to_dang", mark("Tổ đảng")
    AGENCY = "co_quan", mark("Cơ quan, đơn vị")
    DIVISION = "phong_ban", mark("Phòng, ban")
    SERVICE_UNIT = "don_vi_su_nghiep", mark("Đơn vị sự nghiệp")
    STEERING_COMMITTEE = "ban_chi_dao", mark("Ban chỉ đạo")
    COUNCIL = "hoi_dong", mark("Hội đồng")
    WORKING_GROUP = "to_giup_viec", mark("Tổ giúp việc")
    INSPECTION_TEAM = "doan_kiem_tra", mark("Đoàn kiểm tra")
    SUBCOMMITTEE = "tieu_ban", mark("Tiểu ban")


CELLS = frozenset({OrganizationKind.CELL, OrganizationKind.GRASSROOTS_CELL})
GRASSROOTS = frozenset({OrganizationKind.GRASSROOTS_PARTY, OrganizationKind.GRASSROOTS_CELL})
PARTY = (
    CELLS
    | GRASSROOTS
    | {OrganizationKind.PROVINCE_PARTY, OrganizationKind.UPPER_PARTY, OrganizationKind.SECTION}
)
LIMITED_LIFE = frozenset(
    {
        OrganizationKind.STEERING_COMMITTEE,
        OrganizationKind.COUNCIL,
        OrganizationKind.WORKING_GROUP,
        OrganizationKind.INSPECTION_TEAM,
        OrganizationKind.SUBCOMMITTEE,
    }
)


class Succession(Labelled):
    """Quan hệ kế tục — how one organization goes on in another."""

    ABSORBED = "sap_nhap", mark("Sáp nhập")
    UNITED = "hop_nhat", mark("Hợp nhất")
    DIVIDED = "chia", mark("Chia")
    SEPARATED = "tach", mark("Tách")  # the predecessor stands on, a part of it goes on its own


class Level(Labelled):
    """Cấp — where an organization stands in the territory."""

    PROVINCE = "tinh", mark("Tỉnh")
    DISTRICT = "huyen", mark("Huyện")
    COMMUNE = "xa", mark("Xã")
    BASE = "co_so", mark("Cơ sở")


class PostKind(Labelled):
    """Loại chức vụ — head, deputy, or other."""

    HEAD = "cap_truong", mark("Cấp trưởng")
    DEPUTY = "cap_pho", mark("Cấp phó")
    OTHER = "khac", mark("Chức vụ khác")


class Manner(Labelled):
    """Cách giữ chức vụ — in full, beside another post, or acting where nobody holds it in full."""

    FULL = "chinh_thuc", mark("chính thức")
    CONCURRENT = "kiem_nhiem", mark("kiêm nhiệm")
    ACTING = "quyen", mark("quyền")
    IN_CHARGE = "phu_trach", mark("phụ trách")


class Came(Labelled):
    """Hình thức đi đến chức vụ — what the paper did."""

    ELECTED = "bau", mark("bầu")
    ASSIGNED = "chi_dinh", mark("chỉ định")
    APPROVED = "chuan_y", mark("chuẩn y")
    APPOINTED = "bo_nhiem", mark("bổ nhiệm")
    TRANSFERRED = "dieu_dong", mark("điều động")


class Tier(Labelled):
    """Diện quản lý — who manages the holder of a post; a dated attribute of the post."""

    CENTRE = "trung_uong", mark("Trung ương quản lý")
    STANDING_COMMITTEE = "ban_thuong_vu", mark("Ban Thường vụ Tỉnh ủy quản lý")
    STANDING_BOARD = "thuong_truc", mark("Thường trực quản lý")
    PARTY_COMMITTEE = "dang_uy", mark("Đảng ủy, tập thể lãnh đạo quản lý")
    COMMUNE = "cap_xa", mark("Cấp xã quản lý")


class Matter(Labelled):
    """Việc cần thẩm quyền — what the division of competence decides about, by tier."""

    APPOINTMENT = "bo_nhiem", mark("Bổ nhiệm, giới thiệu ứng cử")
    DISCIPLINE = "ky_luat", mark("Kỷ luật")
    EVALUATION = "danh_gia", mark("Đánh giá, xếp loại")
    SALARY = "luong", mark("Nâng lương, xếp lương")
    LEAVE = "nghi_phep", mark("Nghỉ phép, đi nước ngoài")
    AWARD = "khen_thuong", mark("Khen thưởng, Huy hiệu Đảng")


class Decider(Labelled):
    """Cấp quyết định — the body that may decide a matter."""

    CENTRE = "trung_uong", mark("Trung ương")
    PROVINCIAL_COMMITTEE = "tinh_uy", mark("Ban Chấp hành Đảng bộ tỉnh")
    STANDING_COMMITTEE = "ban_thuong_vu", mark("Ban Thường vụ Tỉnh ủy")
    STANDING_BOARD = "thuong_truc", mark("Thường trực Tỉnh ủy")
    UPPER_STANDING_COMMITTEE = "ban_thuong_vu_cap_tren", mark("Ban Thường vụ cấp ủy cấp trên cơ sở")
    PARTY_COMMITTEE = "dang_uy", mark("Đảng ủy, tập thể lãnh đạo")
    CELL = "chi_bo", mark("Chi bộ")


class Sex(Labelled):
    """Giới tính — as on the birth certificate."""

    MALE = "nam", mark("Nam")
    FEMALE = "nu", mark("Nữ")
