"""Từ ngữ của dự thảo — rights, states, how a paper is signed."""

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with papers being written."""

    READ = "drafting.xem", mark("Xem dự thảo của đơn vị soạn và cơ quan ban hành")
    WRITE = "drafting.soan", mark("Soạn dự thảo, lấy ý kiến, trình")
    CHECK_CONTENT = "drafting.noi_dung", mark("Duyệt nội dung dự thảo của đơn vị")
    CHECK_FORM = "drafting.the_thuc", mark("Kiểm tra thể thức dự thảo trước khi trình, ghi việc ký")
    DECIDE = "drafting.duyet", mark("Cho ý kiến trên phiếu trình của cơ quan")
    RECORD_SITTING = (
        "drafting.phien_hop",
        mark("Ghi phiên họp, đợt lấy ý kiến, phiếu và kết quả biểu quyết của tập thể"),
    )


class State(Labelled):
    """Tình trạng dự thảo — where it stands on its way to a number."""

    WRITING = "dang_soan", mark("Đang soạn")
    CONTENT = "noi_dung", mark("Đã duyệt nội dung")
    FORM = "the_thuc", mark("Đã kiểm tra thể thức")
    SUBMITTED = "da_trinh", mark("Đã trình")
    ASKING = "xin_y_kien", mark("Đang xin ý kiến cấp trên")
    CENTRE = "xin_trung_uong", mark("Đang xin ý kiến Trung ương")
    TABLED = "cho_bieu_quyet", mark("Đã đưa ra tập thể, chờ biểu quyết")
    AGREED = "dong_y", mark("Đã đồng ý, chờ ký")
    SIGNED = "da_ky", mark("Đã ký, chờ số")
    NUMBERED = "da_cap_so", mark("Đã cấp số")
    DROPPED = "thoi", mark("Thôi không ban hành")


class Verb(Labelled):
    """Bước — what is done with a draft."""

    CONTENT = "duyet_noi_dung", mark("Duyệt nội dung")
    CONTENT_BACK = "noi_dung_tra_lai", mark("Chuyển lại về nội dung")
    FORM = "kiem_the_thuc", mark("Xác nhận đúng thể thức")
    FORM_BACK = "the_thuc_tra_lai", mark("Chuyển lại về thể thức")
    SUBMIT = "trinh", mark("Trình lãnh đạo")
    AGREE = "dong_y", mark("Đồng ý")
    BACK = "chuyen_lai", mark("Chuyển lại, nêu lý do")
    ASK = "xin_y_kien", mark("Xin ý kiến cấp trên")
    ASK_CENTRE = "xin_trung_uong", mark("Xin ý kiến Trung ương")
    CENTRE_SAID = "trung_uong_tra_loi", mark("Trung ương đã cho ý kiến")
    TABLE = "dua_ra_tap_the", mark("Đưa ra tập thể")
    POSTPONE = "hoan", mark("Hoãn, rút khỏi chương trình")
    CARRY = "thong_qua", mark("Tập thể tán thành")
    LOSE = "khong_thong_qua", mark("Không đủ số tán thành")
    RECOUNT = "ghi_lai_ket_qua", mark("Kết quả ghi nhầm, ghi lại")
    SIGN = "ky", mark("Ghi đã ký")
    UNSIGN = "bo_ky", mark("Việc ký ghi nhầm, ghi lại")
    WITHDRAW = "rut_lai", mark("Rút lại để sửa")
    DROP = "thoi", mark("Thôi không ban hành")
    NUMBER = "cap_so", mark("Cấp số")
    JOIN = "noi_so", mark("Nối với văn bản hệ thống khác đã cấp số")
    PART = "go_noi", mark("Gỡ khỏi văn bản nối nhầm")


class PieceKind(Labelled):
    """Loại tài liệu — what a piece of a submission file is, beside the draft itself; in the order of its contents."""

    SUBMISSION = "to_trinh", mark("Tờ trình")
    LIST = "trich_ngang", mark("Danh sách trích ngang")
    OPINION = "y_kien", mark("Văn bản cho ý kiến")
    OTHER = "khac", mark("Tài liệu khác")


class Signing(Labelled):
    """Thẩm quyền ký — how the signer stands for the issuing body, as printed before the position."""

    HEAD = "truc_tiep", mark("Người đứng đầu ký trực tiếp")
    ON_BEHALF = "t_m", mark("T/M – thay mặt tập thể")
    FOR_HEAD = "k_t", mark("K/T – ký thay người đứng đầu")
    BY_ORDER = "t_l", mark("T/L – ký thừa lệnh")
    EMPOWERED = "tuq", mark("TUQ – ký thừa ủy quyền")

    @property
    def printed(self) -> str:
        """Như in — "T/M"; nothing where the head signs."""
        return "" if self is Signing.HEAD else self.label.split(" ")[0]
