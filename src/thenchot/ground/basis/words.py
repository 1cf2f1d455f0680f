"""Từ ngữ của nền — rights and kinds of papers every area stands on."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark

REMOVED = mark("đã gỡ khẩn cấp")  # stands where words stood that a removal took away


class Right(Labelled):
    """Quyền — what an actor may do with papers and facts."""

    READ_JOURNAL = "basis.xem_nhat_ky", mark("Xem nhật ký")
    REGISTER_INSTRUMENT = "basis.ghi_van_ban", mark("Ghi văn bản căn cứ")
    REVOKE_INSTRUMENT = "basis.huy_bai_bo", mark("Ghi quyết định hủy bỏ, bãi bỏ")
    CORRECT_FACT = "basis.dinh_chinh", mark("Ghi đính chính")
    RECORD_PARAMETER = "basis.ghi_tham_so", mark("Ghi tham số của quy định")
    READ_INSTRUMENT = "basis.xem_van_ban", mark("Xem văn bản trong sổ")
    OPEN_SENSITIVE = "basis.mo_nhay_cam", mark("Mở thông tin nhạy cảm, có ghi lý do")


class Privacy(Labelled):
    """Lớp thông tin cá nhân — every field of every table says which it is."""

    NONE = "khong", mark("Không phải thông tin cá nhân")
    BASIC = "co_ban", mark("Thông tin cá nhân cơ bản")
    SENSITIVE = "nhay_cam", mark("Thông tin cá nhân nhạy cảm")


class InstrumentKind(Labelled):
    """Loại văn bản căn cứ — the kinds a register of facts rests on."""

    DECISION = "quyet_dinh", mark("Quyết định")
    RESOLUTION = "nghi_quyet", mark("Nghị quyết")
    PLAN = "ke_hoach", mark("Kế hoạch")
    SCHEME = "de_an", mark("Đề án")
    CONCLUSION = "ket_luan", mark("Kết luận")
    NOTICE = "thong_bao", mark("Thông báo")
    REPORT = "bao_cao", mark("Báo cáo")
    MINUTES = "bien_ban", mark("Biên bản")
    REGULATION = "quy_dinh", mark("Quy định")
    GUIDANCE = "huong_dan", mark("Hướng dẫn")
    CHARTER = "dieu_le", mark("Điều lệ")
    HANDOVER_LIST = "danh_sach_ban_giao", mark("Danh sách bàn giao")
    DIRECTIVE = "chi_thi", mark("Chỉ thị")
    RULES = "quy_che", mark("Quy chế")
    CIRCULAR_OF_THE_PARTY = "thong_tri", mark("Thông tri")
    PROGRAMME = "chuong_trinh", mark("Chương trình")
    OPTION = "phuong_an", mark("Phương án")
    PROJECT = "du_an", mark("Dự án")
    SUBMISSION = "to_trinh", mark("Tờ trình")
    LETTER = "cong_van", mark("Công văn")
    INVITATION = "giay_moi", mark("Giấy mời")
    COPY = "ban_sao", mark("Bản sao")
    LAW = "luat", mark("Luật")
    DECREE = "nghi_dinh", mark("Nghị định")
    CIRCULAR = "thong_tu", mark("Thông tư")
    TELEGRAM = "cong_dien", mark("Công điện")
    OTHER = "khac", mark("Văn bản khác")

    @classmethod
    def called(cls, name: str) -> "InstrumentKind":
        """Gọi theo tên thể loại — "Chỉ thị"; the kind for what has none of its own is OTHER."""
        return next((kind for kind in cls if kind.label == name), cls.OTHER)


PUBLIC_KINDS = (
    InstrumentKind.RESOLUTION,
    InstrumentKind.PLAN,
    InstrumentKind.SCHEME,
    InstrumentKind.CONCLUSION,
    InstrumentKind.NOTICE,
    InstrumentKind.REGULATION,
    InstrumentKind.GUIDANCE,
    InstrumentKind.CHARTER,
    InstrumentKind.DIRECTIVE,
    InstrumentKind.RULES,
    InstrumentKind.CIRCULAR_OF_THE_PARTY,
    InstrumentKind.PROGRAMME,
    InstrumentKind.LAW,
    InstrumentKind.DECREE,
    InstrumentKind.CIRCULAR,
)  # fmt: skip — whoever works here may read them; the other kinds speak of people


class PersonnelArea(Labelled):
    """Nhân sự chưa công bố — areas whose names may stand here before their paper is issued.

    Off unless a written instrument of the adopting body switches one on (a `Parameter` of this key:
    1 on, 0 off), since unannounced personnel are normally mật (office-practice.md 1).
    """

    APPOINTMENT = "nhan_su.bo_nhiem", mark("Bổ nhiệm, giới thiệu ứng cử")
    PLANNING = "nhan_su.quy_hoach", mark("Quy hoạch cán bộ")
    CONGRESS = "nhan_su.dai_hoi", mark("Nhân sự đại hội")
    PETITION = "nhan_su.don_thu", mark("Đơn thư về nhân sự")


class Operation(Labelled):
    """Thao tác — what an act did to one row."""

    INSERT = "I", mark("ghi mới")
    UPDATE = "U", mark("thay đổi")
    DELETE = "D", mark("đưa khỏi sổ")
    EMPTY = "E", mark("làm trống")


class Integrity(Labelled):
    """Tính toàn vẹn của tệp đã ký — what became of it after the signature."""

    INTACT = "nguyen_ven", mark("Nguyên vẹn từ khi ký")
    ADDED = "them_sau", mark("Có phần thêm vào sau khi ký")
    BROKEN = "da_sua", mark("Đã bị sửa sau khi ký")
    UNREADABLE = "khong_doc_duoc", mark("Loại chữ ký này chưa đọc được")


class Trust(Labelled):
    """Độ tin cậy của chứng thư — by the certificates the office relies on."""

    TRUSTED = "tin_cay", mark("Do tổ chức tin cậy cấp")
    UNTRUSTED = "khong_tin_cay", mark("Không do tổ chức tin cậy nào cấp")
    NOT_CHECKED = "chua_kiem_tra", mark("Chưa kiểm tra")
