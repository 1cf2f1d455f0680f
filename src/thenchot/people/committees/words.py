"""Từ ngữ về cấp ủy — ranks, how one came to sit there, roles in bodies, working papers, limits."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Rank(Labelled):
    """Cương vị trong cấp ủy — the highest one a member of the committee holds."""

    SECRETARY = "bi_thu", mark("Bí thư")
    DEPUTY = "pho_bi_thu", mark("Phó bí thư")
    STANDING = "uy_vien_thuong_vu", mark("Ủy viên ban thường vụ")
    MEMBER = "cap_uy_vien", mark("Cấp ủy viên")


STANDING = frozenset({Rank.SECRETARY, Rank.DEPUTY, Rank.STANDING})


class Manner(Labelled):
    """Cách vào cấp ủy — each is a step with a decider and a paper of its own."""

    ELECTED = "bau", mark("Bầu")
    DESIGNATED = "chi_dinh", mark("Chỉ định")
    APPROVED = "chuan_y", mark("Chuẩn y")


class Role(Labelled):
    """Vai trong tổ chức có thời hạn — of a steering committee, a council, a working group."""

    HEAD = "truong", mark("Trưởng ban, chủ tịch, tổ trưởng")
    STANDING_DEPUTY = "pho_thuong_truc", mark("Phó thường trực")
    DEPUTY = "pho", mark("Phó")
    MEMBER = "thanh_vien", mark("Thành viên")
    SECRETARY = "thu_ky", mark("Thư ký")


class WorkingKind(Labelled):
    """Văn bản làm việc của cấp ủy — those each committee issues for its term."""

    REGULATION = "quy_che", mark("Quy chế làm việc")
    PROGRAMME = "chuong_trinh", mark("Chương trình công tác")
    DIVISION = "phan_cong", mark("Phân công cấp ủy viên")


class State(Labelled):
    """Tình trạng số lượng — of a committee beside the number allowed."""

    MISSING = "thieu", mark("Thiếu so với số được duyệt")
    OVER = "vuot", mark("Vượt số được duyệt")
    FULL = "du", mark("Đủ")


class Limits(Labelled):
    """Mức của quy định — numbers of members a committee may have."""

    COMMUNE_EXECUTIVE = "cap_uy.xa_chap_hanh", mark("Số ủy viên ban chấp hành cấp xã: từ, đến")
    COMMUNE_STANDING = "cap_uy.xa_thuong_vu", mark("Số ủy viên ban thường vụ cấp xã: từ, đến")
    CELL_COMMITTEE = "chi_uy.nhieu_nhat", mark("Số chi ủy viên nhiều nhất")
