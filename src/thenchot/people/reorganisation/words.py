"""Từ ngữ về sắp xếp tổ chức — what a scheme does to units, where its people go, what is checked."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import Sentence, mark
from thenchot.ground.register.words import Succession


class Verb(Labelled):
    """Việc sắp xếp — what one line of a scheme does (office-practice.md 9)."""

    FOUND = "thanh_lap", mark("Thành lập")
    UNITE = "hop_nhat", mark("Hợp nhất")
    ABSORB = "sap_nhap", mark("Sáp nhập")
    DIVIDE = "chia", mark("Chia")
    SEPARATE = "tach", mark("Tách")
    TRANSFER = "chuyen_giao", mark("Chuyển giao")
    RENAME = "doi_ten", mark("Đổi tên")
    RETYPE = "chuyen_loai", mark("Nâng cấp, chuyển loại")
    DISSOLVE = "giai_the", mark("Giải thể")
    END = "ket_thuc", mark("Kết thúc hoạt động")


CONTINUED = {
    Verb.UNITE: Succession.UNITED, Verb.ABSORB: Succession.ABSORBED,
    Verb.DIVIDE: Succession.DIVIDED, Verb.SEPARATE: Succession.SEPARATED,
}  # fmt: skip
ENDING = frozenset({Verb.UNITE, Verb.ABSORB, Verb.DIVIDE, Verb.DISSOLVE, Verb.END})
CHANGING = frozenset({Verb.TRANSFER, Verb.RENAME, Verb.RETYPE})
GOING = frozenset({*CONTINUED, Verb.TRANSFER})  # those that name a unit to go to
NAMING = frozenset({Verb.FOUND, Verb.RENAME})
TYPING = frozenset({Verb.FOUND, Verb.RETYPE})


class State(Labelled):
    """Tình trạng đề án — a decided one is undone by annulling or repealing its paper."""

    DRAFT = "dang_soan", mark("Đang soạn")
    DECIDED = "da_quyet_dinh", mark("Đã quyết định")
    DROPPED = "da_bo", mark("Đã bỏ")


class Stay(Labelled):
    """Chỗ của một người — what of theirs a scheme gives a new place."""

    CELL = "sinh_hoat", mark("Nơi sinh hoạt đảng")
    WORK = "cong_tac", mark("Nơi công tác")
    NO_POST = "thoi_giu", mark("Thôi giữ chức vụ, đã bố trí công tác")

    @property
    def lacking(self) -> Sentence:
        """Chưa có gì — what a person without a place lacks."""
        return LACKING[self]


LACKING = {
    Stay.CELL: Sentence(mark("nơi sinh hoạt đảng")),
    Stay.WORK: Sentence(mark("nơi công tác")),
    Stay.NO_POST: Sentence(mark("chức vụ mới hoặc công tác khác")),
}


class Gate(Labelled):
    """Khâu của đề án — in the order they are gone through."""

    UNITS = "don_vi", mark("Đơn vị")
    PEOPLE = "con_nguoi", mark("Con người")
    POSTS = "chuc_vu", mark("Chức vụ")
    QUOTAS = "bien_che", mark("Biên chế")
    PAPERS = "van_ban", mark("Văn bản")

    @property
    def binding(self) -> bool:
        """Bắt buộc — the decision is refused until it is reached; the others only warn."""
        return self not in {Gate.QUOTAS, Gate.PAPERS}


class Held(Labelled):
    """Việc của cấp ủy — what a committee holds beside its working papers."""

    TERM = "nhiem_ky", mark("Nhiệm kỳ cấp ủy")


class Consented(Labelled):
    """Việc được đồng ý bằng văn bản — limits a higher committee may let pass (29-QĐ/TW m.19)."""

    SMALL_PARTY = "dang_bo_duoi_muc", mark("Đảng bộ cơ sở dưới số đảng viên quy định")
    LARGE_CELL = "chi_bo_tren_muc", mark("Chi bộ cơ sở có số đảng viên của một đảng bộ")


class Limits(Labelled):
    """Mức của quy định — what a scheme is checked against on its effect day."""

    DIVISION_LEAST = "phong.it_nhat", mark("Số biên chế ít nhất để lập một phòng")
    DIVISION_DEPUTIES = (
        "phong.cap_pho",
        mark("Số cấp phó của phòng: đến mấy người, nhiều nhất mấy phó"),
    )
    CONFORM_YEARS = "sap_xep.so_nam", mark("Số năm để cấp phó dôi dư trở về đúng quy định")


class Category(Labelled):
    """Loại đầu mối — units counted together at one level."""

    PROVINCE_PARTY = "dang_bo_tinh", mark("Đảng bộ cấp tỉnh")
    DISTRICT_PARTY = "dang_bo_huyen", mark("Đảng bộ cấp huyện")
    COMMUNE_PARTY = "dang_bo_xa", mark("Đảng bộ cấp xã")
    UPPER_PARTY = "dang_bo_cap_tren", mark("Đảng bộ cấp trên cơ sở khác")
    GRASSROOTS = "to_chuc_co_so", mark("Tổ chức cơ sở đảng khác")
    SECTION = "dang_bo_bo_phan", mark("Đảng bộ bộ phận")
    CELL = "chi_bo", mark("Chi bộ trực thuộc")
    PROVINCE_AGENCY = "dau_moi_tinh", mark("Đầu mối cấp tỉnh")
    DISTRICT_AGENCY = "dau_moi_huyen", mark("Đầu mối cấp huyện")
    COMMUNE_AGENCY = "dau_moi_xa", mark("Đầu mối cấp xã")
    DIVISION = "phong", mark("Đầu mối cấp phòng")
    SERVICE_UNIT = "su_nghiep", mark("Đơn vị sự nghiệp")


class Part(Labelled):
    """Phần của danh sách sau một con số — which of its units are asked for."""

    GONE = "thoi", mark("thôi")
    NEW = "moi", mark("mới")
    CHANGED = "doi", mark("tăng, giảm")


class Counted(Labelled):
    """Thứ được đếm — in a comparison of two days."""

    UNITS = "don_vi", mark("Đầu mối")
    HEADS = "cap_truong", mark("Cấp trưởng")
    DEPUTIES = "cap_pho", mark("Cấp phó")
    STAFF = "bien_che", mark("Biên chế giao")

    @property
    def seats(self) -> bool:
        """Đếm theo chức vụ — seats, which people hold."""
        return self in {Counted.HEADS, Counted.DEPUTIES}
