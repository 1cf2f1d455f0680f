"""Từ ngữ của sổ tổ chức — rights, kinds and levels of organizations, kinds of posts."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with organizations, people and posts."""

    READ = "register.xem", mark("Xem tổ chức và con người")
    RECORD_ORGANIZATION = "register.ghi_to_chuc", mark("Ghi quyết định về tổ chức")
    RECORD_PERSON = "register.ghi_nguoi", mark("Ghi hồ sơ con người")
    RECORD_POSTING = "register.ghi_chuc_vu", mark("Ghi quyết định về chức vụ")


class OrganizationKind(Labelled):
    """Loại tổ chức — the kinds the small world needs; a closed list, widened by later issues."""

    PROVINCE_PARTY = "dang_bo_tinh", mark("Đảng bộ tỉnh")
    UPPER_PARTY = "dang_bo_cap_tren", mark("Đảng bộ cấp trên trực tiếp cơ sở")
    GRASSROOTS_PARTY = "dang_bo_co_so", mark("Đảng bộ cơ sở")
    GRASSROOTS_CELL = "chi_bo_co_so", mark("Chi bộ cơ sở")
    CELL = "chi_bo", mark("Chi bộ trực thuộc")
    AGENCY = "co_quan", mark("Cơ quan, đơn vị")


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


class Sex(Labelled):
    """Giới tính — as on the birth certificate."""

    MALE = "nam", mark("Nam")
    FEMALE = "nu", mark("Nữ")
