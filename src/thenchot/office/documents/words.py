"""Từ ngữ của văn bản — families of types, and what a number-and-sign says."""

from dataclasses import dataclass, field
from datetime import date

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark


class Right(Labelled):
    """Quyền — what an actor may do with the papers an organ receives and issues."""

    READ = "documents.xem", mark("Xem sổ văn bản đến, văn bản đi")
    REGISTER = "documents.vao_so", mark("Vào sổ, trình, chuyển văn bản; cấp số văn bản đi")
    DIRECT = "documents.but_phe", mark("Ghi ý kiến chỉ đạo, phân công xử lý văn bản")
    HANDLE = "documents.xu_ly", mark("Xử lý văn bản được giao")
    SET_NUMBERING = "documents.dat_so", mark("Mở dãy số, đặt nguồn cấp số của cơ quan")
    FILE = "documents.lap_ho_so", mark("Mở hồ sơ, đưa văn bản vào hồ sơ, kết thúc hồ sơ")
    SET_FILES = "documents.danh_muc", mark("Lập danh mục hồ sơ, ghi thời hạn bảo quản")
    FOLLOW = (
        "documents.theo_doi",
        mark("Ghi quan hệ giữa các văn bản, giao và theo dõi cấp dưới ban hành"),
    )


class Family(Labelled):
    """Hệ văn bản — whose rules give the type its abbreviation and the number its form."""

    PARTY = "dang", mark("Văn bản của Đảng")
    STATE = "nha_nuoc", mark("Văn bản hành chính nhà nước")
    LEGAL = "quy_pham", mark("Văn bản quy phạm pháp luật")
    UNION = "doan_the", mark("Văn bản của tổ chức chính trị - xã hội")


class Source(Labelled):
    """Nguồn số — who gives the numbers of an organ's papers."""

    OWN = "tu_cap", mark("Cơ quan tự cấp số ở đây")
    OTHER = "he_thong_khac", mark("Hệ thống khác cấp số, ở đây chỉ nhập sổ")


class SeriesBook(Labelled):
    """Sổ của dãy số — where the numbers of a series stand, if not in the register of papers that go out."""

    INTERNAL = "noi_bo", mark("Sổ văn bản nội bộ")
    COPIES = "sao", mark("Sổ sao văn bản")


class HeldIn(Labelled):
    """Đứng trong sổ — the register a paper is looked for in."""

    INCOMING = "den", mark("Sổ văn bản đến")
    OUTGOING = "di", mark("Sổ văn bản đi")
    INTERNAL = "noi_bo", mark("Sổ văn bản nội bộ")
    COPIES = "sao", mark("Sổ sao văn bản")


class CopyKind(Labelled):
    """Hình thức sao — of the whole paper, of a certified copy of it, or of a part."""

    WHOLE = "sao_y", mark("Sao y")
    OF_COPY = "sao_luc", mark("Sao lục")
    EXTRACT = "trich_sao", mark("Trích sao")


class DossierState(Labelled):
    """Tình trạng hồ sơ — listed for its year, being kept, closed."""

    LISTED = "trong_danh_muc", mark("Trong danh mục, chưa mở")
    OPEN = "dang_lap", mark("Đang lập")
    CLOSED = "da_ket_thuc", mark("Đã kết thúc")


class RegisterColumn(Labelled):
    """Cột của sổ xuất từ hệ thống khác — what a column of the file holds."""

    SIGN = "so_ky_hieu", mark("Số, ký hiệu")
    ISSUED = "ngay_van_ban", mark("Ngày văn bản")
    KIND = "the_loai", mark("Thể loại")
    ABSTRACT = "trich_yeu", mark("Trích yếu")
    ISSUER = "co_quan", mark("Cơ quan ban hành")
    SIGNER = "nguoi_ky", mark("Người ký")
    RECIPIENTS = "noi_nhan", mark("Nơi nhận")
    KEPT = "ban_luu", mark("Đơn vị, người nhận bản lưu")
    COPIES = "so_ban", mark("Số lượng bản")
    SENT = "ngay_gui", mark("Ngày chuyển")
    NOTE = "ghi_chu", mark("Ghi chú")
    SECRECY = "do_mat", mark("Độ mật")


class FileVerdict(Labelled):
    """Kết quả xét một tệp đưa cùng sổ — whose file it is, or why it is attached to nothing."""

    MATCHED = "ghep_duoc", mark("Ghép được")
    ASKED = "phai_hoi", mark("Phải hỏi")
    UNMATCHED = "khong_thay", mark("Không thấy văn bản")
    HAS_FILE = "da_co_tep", mark("Văn bản đã có tệp")
    SAME_FILE = "trung_tep", mark("Tệp này đã có")
    REFUSED = "khong_nhan", mark("Không nhận")


class NumberState(Labelled):
    """Tình trạng một số — given to a paper, kept for one outside this system, or cancelled."""

    ISSUED = "da_cap", mark("Đã cấp")
    RESERVED = "ngoai_he_thong", mark("Cấp ngoài hệ thống")
    CANCELLED = "da_huy", mark("Đã hủy số")


class Channel(Labelled):
    """Đường đến — how a paper came."""

    PAPER = "giay", mark("Bản giấy")
    NETWORK = "mang", mark("Mạng của Đảng")
    MAIL = "thu_dien_tu", mark("Thư điện tử công vụ")


class Milestone(Labelled):
    """Mốc của văn bản đi — what is marked on it once it has its number."""

    SENT = "phat_hanh", mark("Phát hành")
    PAPER_TOO = "phai_ban_giay", mark("Phải gửi thêm bản giấy")
    PAPER_SENT = "gui_ban_giay", mark("Đã gửi bản giấy")
    PAPER_RECEIVED = "nhan_ban_giay", mark("Nơi nhận đã nhận bản giấy")


class Urgency(Labelled):
    """Độ khẩn — as marked on the paper."""

    NORMAL = "thuong", mark("Thường")
    URGENT = "khan", mark("Khẩn")
    VERY_URGENT = "thuong_khan", mark("Thượng khẩn")
    EXPRESS = "hoa_toc", mark("Hỏa tốc")


class CheckResult(Labelled):
    """Kết quả kiểm tra khi nhận — before the paper is numbered: whole and for this organ, or what is wrong."""

    WHOLE = "du", mark("Đủ, đúng nơi nhận")
    UNSIGNED = "thieu_dau", mark("Thiếu chữ ký hoặc dấu")
    UNVERIFIED = "chu_ky_so", mark("Chữ ký số không xác thực được")
    MISADDRESSED = "sai_noi_nhan", mark("Sai nơi nhận")
    PAGES_MISSING = "thieu_trang", mark("Thiếu trang")
    PARTS_MISSING = "thieu_phu_luc", mark("Thiếu phụ lục, tài liệu kèm theo")


class State(Labelled):
    """Tình trạng văn bản đến — where it stands on its way through the organ."""

    REGISTERED = "vao_so", mark("Đã vào sổ")
    SUBMITTED = "da_trinh", mark("Đã trình")
    DIRECTED = "da_phan_cong", mark("Đã phân công")
    HANDLED = "dang_xu_ly", mark("Đang xử lý")
    FINISHED = "da_xong", mark("Đã giải quyết xong")
    RETURNED = "tra_lai", mark("Đã trả lại nơi gửi")


class RelationKind(Labelled):
    """Quan hệ — what one paper does to another; `INVERSE` says it from the other's side."""

    BASIS = "can_cu", mark("Căn cứ")
    IMPLEMENTS = "thuc_hien", mark("Triển khai, thực hiện")
    REPLIES = "tra_loi", mark("Trả lời")
    AMENDS = "sua_doi", mark("Sửa đổi")
    SUPPLEMENTS = "bo_sung", mark("Bổ sung")
    REPLACES = "thay_the", mark("Thay thế")
    REPEALS = "bai_bo", mark("Bãi bỏ")
    CORRECTS = "dinh_chinh", mark("Đính chính")
    RECALLS = "thu_hoi", mark("Thu hồi")
    PROMULGATES = "ban_hanh", mark("Ban hành kèm theo")
    COPY_OF = "sao", mark("Là bản sao của")
    SUMMARISES = "tong_ket", mark("Sơ kết, tổng kết")


INVERSE = {
    RelationKind.BASIS: mark("Là căn cứ của"),
    RelationKind.IMPLEMENTS: mark("Được triển khai bởi"),
    RelationKind.REPLIES: mark("Được trả lời bởi"),
    RelationKind.AMENDS: mark("Được sửa đổi bởi"),
    RelationKind.SUPPLEMENTS: mark("Được bổ sung bởi"),
    RelationKind.REPLACES: mark("Được thay thế bởi"),
    RelationKind.REPEALS: mark("Bị bãi bỏ bởi"),
    RelationKind.CORRECTS: mark("Được đính chính bởi"),
    RelationKind.RECALLS: mark("Bị thu hồi bởi"),
    RelationKind.PROMULGATES: mark("Được ban hành theo"),
    RelationKind.COPY_OF: mark("Có bản sao"),
    RelationKind.SUMMARISES: mark("Được sơ kết, tổng kết bởi"),
}
CHANGING = (RelationKind.AMENDS, RelationKind.SUPPLEMENTS)  # the other goes on, changed
ENDING = (RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.RECALLS)
DATED = (*CHANGING, *ENDING)  # from a day of effect
IN_PART = (*CHANGING, RelationKind.REPLACES, RelationKind.REPEALS)  # some articles, or the whole


class Force(Labelled):
    """Hiệu lực — of a paper on a day."""

    NOT_YET = "chua_co", mark("Chưa có hiệu lực")
    IN_FORCE = "con", mark("Còn hiệu lực")
    CHANGED = "con_da_sua", mark("Còn hiệu lực, đã sửa đổi, bổ sung")
    PARTLY = "con_mot_phan", mark("Còn hiệu lực một phần")
    ENDED = "het", mark("Hết hiệu lực")
    ANNULLED = "bi_huy", mark("Đã bị hủy bỏ")
    CANCELLED = "huy_so", mark("Số đã hủy")

    @property
    def holds(self) -> bool:
        """Còn hiệu lực — whole, changed or in part."""
        return self in (Force.IN_FORCE, Force.CHANGED, Force.PARTLY)


class Subject(Labelled):
    """Chủ đề — of a paper on the shelf of what is in force."""

    ORGANIZATION = "to_chuc", mark("Tổ chức bộ máy, biên chế")
    MEMBERS = "dang_vien", mark("Tổ chức cơ sở đảng, đảng viên")
    CADRES = "can_bo", mark("Cán bộ")
    AWARDS = "khen_thuong", mark("Khen thưởng, Huy hiệu Đảng")
    OVERSIGHT = "kiem_tra", mark("Kiểm tra, giám sát, kỷ luật")
    PROTECTION = "bao_ve", mark("Bảo vệ chính trị nội bộ")
    OFFICE = "van_thu", mark("Văn thư, lưu trữ, lề lối làm việc")


class Verdict(Labelled):
    """Kết luận về văn bản đã có từ trước — of a person, with a reason."""

    ENOUGH = "khong_phai_bo_sung", mark("Không phải bổ sung")
    SUPPLEMENT = "phai_bo_sung", mark("Phải bổ sung")


class Progress(Labelled):
    """Tình hình của một đơn vị được giao ban hành — on a day."""

    ISSUED = "da_ban_hanh", mark("Đã ban hành")
    ISSUED_LATE = "ban_hanh_muon", mark("Đã ban hành, muộn")
    ENOUGH = "da_co_du", mark("Đã có từ trước, không phải bổ sung")
    EARLIER = "da_co_tu_truoc", mark("Đã có từ trước; chưa xác định có phải bổ sung")
    OWING = "chua_ban_hanh", mark("Chưa ban hành")
    OVERDUE = "qua_han", mark("Chưa ban hành, quá hạn")
    GONE = "da_ket_thuc", mark("Đơn vị đã kết thúc hoạt động")

    @property
    def done(self) -> bool:
        return self in (Progress.ISSUED, Progress.ISSUED_LATE, Progress.ENOUGH)

    @property
    def owes(self) -> bool:
        return self in (Progress.OWING, Progress.OVERDUE)


class Leg(Labelled):
    """Bản giấy đi thêm — what is waited for."""

    COMING = "cho_nhan", mark("Chờ nhận bản giấy")
    TO_SEND = "cho_gui", mark("Chờ gửi bản giấy")
    SENT = "da_gui", mark("Đã gửi bản giấy, chờ nơi nhận báo")


class Part(Labelled):
    """Vai xử lý — what a direction asks of a unit or person."""

    LEAD = "chu_tri", mark("Chủ trì")
    HELP = "phoi_hop", mark("Phối hợp")
    KNOW = "de_biet", mark("Để biết")

    @property
    def answered(self) -> bool:
        """Phải báo kết quả — whoever is only to know does not."""
        return self is not Part.KNOW


@dataclass(frozen=True, slots=True)
class DocumentType:
    """Thể loại — as the rules of a family name, abbreviate and accept it from a day on.

    `said` are the words texts call it by, `accepted` abbreviations met besides the one prescribed. Days that no
    source gives are left open.
    """

    family: Family
    name: str
    abbreviation: str
    accepted: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    from_day: date | None = None
    until_day: date | None = None
    source: str = ""
    verified: bool = False

    @property
    def days(self) -> DayRange:
        """Những ngày dùng."""
        return DayRange(self.from_day or date.min, self.until_day)


@dataclass(frozen=True, slots=True)
class OrganCode:
    """Ký hiệu cơ quan — the letters after the slash, and the bodies they stand for; `one`: one by that name.

    Days that no source gives are left open.
    """

    code: str
    family: Family
    body: str
    one: bool = False
    from_day: date | None = None
    until_day: date | None = None
    source: str = ""
    verified: bool = False

    @property
    def days(self) -> DayRange:
        """Những ngày dùng."""
        return DayRange(self.from_day or date.min, self.until_day)


@dataclass(frozen=True, slots=True)
class KnownAct:
    """Văn bản đã biết — a public act, as printed."""

    number_sign: str
    type: str
    issuer: str
    abstract: str
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class Sign:
    """Số, ký hiệu — number, year where the number bears one, type, organ; "" is what it does not say.

    `form` is the grammar it is printed in. Numbers keep their leading zero: they are names.
    """

    number: str
    year: str = ""
    type_abbreviation: str = ""
    organ: str = ""
    form: Family = Family.PARTY

    def __str__(self) -> str:
        """Như in — "05-NQ/ĐU", "16/NQ-HĐND", "1806/SKHCN-CĐS", "30/2020/NĐ-CP"."""
        if self.form in (Family.PARTY, Family.UNION):
            return "/".join(
                filter(None, [_joined(self.number, self.type_abbreviation), self.organ])
            )
        letters = _joined(self.type_abbreviation, self.organ)
        return "/".join(filter(None, [self.number, self.year, letters]))


def _joined(*parts: str) -> str:
    return "-".join(filter(None, parts))


SHORT_CITATION = 100  # what an address carries of one


@dataclass(frozen=True, slots=True)
class Citation:
    """Viện dẫn — a paper another text names: where it stands, and what the text says of it.

    `type` is None where the text does not say; `doubts` are what a person should look at.
    """

    raw: str
    start: int
    type: str | None = None
    sign: Sign | None = None
    issued_on: date | None = None
    plenum: str = ""
    term: str = ""
    doubts: tuple[str, ...] = field(default=())

    @property
    def said(self) -> str:
        """Lời dẫn ngắn — as printed, without what stands between a far day and the sign."""
        if self.sign is None or len(self.raw) <= SHORT_CITATION:
            return self.raw
        day = f", {self.issued_on:%d/%m/%Y}" if self.issued_on else ""
        return f"{self.type or ''} {self.sign}{day}".strip()


class Limits(Labelled):
    """Mức của quy định — what is sent on paper beside its electronic copy."""

    PERSONNEL_ON_PAPER = (
        "van_ban.nhan_su_ban_giay",
        mark("Văn bản về nhân sự gửi điện tử thì gửi thêm bản giấy: 1 là có, 0 là không"),
    )
