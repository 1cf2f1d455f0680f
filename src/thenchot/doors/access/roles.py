"""Các vai — who may do what, each with the paragraph an administrator reads before giving it.

A role is given to an account in a unit, and then reaches that unit and all below it; given for the
whole office it reaches everything. Nothing here names a person or a unit. `meaning` is what the
page of roles prints; the migration `SetRoles` carries the rights into the database for wall two.
"""

from dataclasses import dataclass

from thenchot.doors.access.words import Right as AccessRight
from thenchot.figures.indicators.words import Right as IndicatorsRight
from thenchot.figures.reports.words import Right as ReportsRight
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.office.documents.words import Right as DocumentsRight
from thenchot.office.drafting.words import Right as DraftingRight
from thenchot.people.awards.words import Right as AwardsRight
from thenchot.people.cadres.words import Right as CadresRight
from thenchot.people.identity.words import Right as IdentityRight
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.oversight.words import Right as OversightRight
from thenchot.people.positions.words import Right as PositionsRight


class Place(Labelled):
    """Nơi giao — where a role may be given."""

    OFFICE = "toan_he_thong", mark("chỉ giao cho toàn hệ thống")
    ANY = "don_vi", mark("giao ở một đơn vị hoặc toàn hệ thống")
    UNIT = "mot_don_vi", mark("chỉ giao ở một đơn vị")
    CELL = "chi_bo", mark("chỉ giao ở một chi bộ")


@dataclass(frozen=True, slots=True)
class Role:
    """Vai — code, name, its paragraph, its rights, where it is given, and how strong it is.

    `strongest`: once there are two administrators, giving it takes both. `own_file`: the holder
    reads their own records. `lent`: a deputy who types for the holder gets it too.
    """

    code: str
    label: str
    meaning: str
    rights: frozenset[str]
    place: Place
    strongest: bool = False
    own_file: bool = False
    lent: bool = True


def _rights(*rights: Labelled) -> frozenset[str]:
    return frozenset(right.value for right in rights)


_READ_PEOPLE = (
    RegisterRight.READ_TREE, RegisterRight.READ, MembersRight.READ, OversightRight.READ,
    AwardsRight.READ, IndicatorsRight.READ,
)  # fmt: skip
_READ_OFFICE = (
    *_READ_PEOPLE, CadresRight.READ, PositionsRight.READ, BasisRight.READ_INSTRUMENT,
    DocumentsRight.READ,
)  # fmt: skip
_RECORD = (
    BasisRight.REGISTER_INSTRUMENT, BasisRight.CORRECT_FACT, RegisterRight.RECORD_ORGANIZATION,
    RegisterRight.RECORD_PERSON, RegisterRight.RECORD_POSTING, RegisterRight.RECORD_COMPETENCE,
    MembersRight.RECORD_MEMBER, MembersRight.RECORD_HANDOVER, MembersRight.REPORT_CHANGE,
    OversightRight.RECORD_PLAN, AwardsRight.RECORD_AWARD, CadresRight.RECORD_DECISION,
    CadresRight.RECORD_QUALIFICATION, IndicatorsRight.ENTER, IndicatorsRight.SET_TARGET,
    PositionsRight.DRAFT, PositionsRight.APPROVE,
    IdentityRight.READ_NUMBERS, IdentityRight.RECORD_NUMBERS, IdentityRight.MERGE,
)  # fmt: skip
_WRITE_DRAFTS = (DraftingRight.READ, DraftingRight.WRITE)
_DECIDE_DRAFTS = (DraftingRight.READ, DraftingRight.CHECK_CONTENT, DraftingRight.DECIDE)

SYSTEM_ADMINISTRATOR = Role(
    "quan_tri_he_thong",
    mark("Quản trị hệ thống"),
    mark(
        "Mở và đóng tài khoản, giao và thu quyền, đọc nhật ký (câu ghi có tên người), chăm sóc sao lưu. Không mở hồ sơ con"
        " người, không ghi quyết định nào của cấp ủy: ai giữ chìa khóa thì không đọc sổ."
    ),
    _rights(AccessRight.READ, AccessRight.MANAGE, BasisRight.READ_JOURNAL, RegisterRight.READ_TREE),
    Place.OFFICE,
    strongest=True,
    lent=False,
)
DEPARTMENT_LEADER = Role(
    "lanh_dao_ban",
    mark("Lãnh đạo ban tổ chức"),
    mark(
        "Xem toàn bộ hồ sơ tổ chức, cán bộ, đảng viên và số liệu trong phạm vi; chốt báo cáo; ghi"
        " quyết định hủy bỏ, bãi bỏ, đính chính và tham số của quy định; xem ai được giao quyền gì."
        " Xem được số liệu kỷ luật, không xem danh sách tên; số định danh mở ra có ghi lý do. Duyệt nội"
        " dung dự thảo, cho ý kiến trên phiếu trình."
    ),
    _rights(
        *_READ_OFFICE, BasisRight.READ_JOURNAL, BasisRight.REGISTER_INSTRUMENT,
        BasisRight.REVOKE_INSTRUMENT, BasisRight.CORRECT_FACT, BasisRight.RECORD_PARAMETER,
        IdentityRight.READ_NUMBERS, IndicatorsRight.SET_TARGET, ReportsRight.FREEZE,
        DocumentsRight.DIRECT, DocumentsRight.HANDLE, DocumentsRight.SET_NUMBERING,
        DocumentsRight.FILE, DocumentsRight.SET_FILES, DocumentsRight.FOLLOW, AccessRight.READ,
        *_DECIDE_DRAFTS,
    ),
    Place.ANY,
    strongest=True,
    lent=False,
)  # fmt: skip
SPECIALIST = Role(
    "chuyen_vien",
    mark("Chuyên viên ban tổ chức"),
    mark(
        "Giữ sổ: ghi quyết định về tổ chức, cán bộ, đảng viên, khen thưởng, kế hoạch kiểm tra, vị"
        " trí việc làm, biên chế và số liệu; ghi và mở số định danh, gộp hồ sơ trùng; đính chính khi có"
        " văn bản; soạn dự thảo; ghi quan hệ giữa văn bản, giao và theo dõi cấp dưới ban hành. Không hủy bỏ văn bản, không xem"
        " danh sách tên bị kỷ luật."
    ),
    _rights(
        *_READ_OFFICE,
        *_RECORD,
        DocumentsRight.HANDLE,
        DocumentsRight.FILE,
        DocumentsRight.FOLLOW,
        *_WRITE_DRAFTS,
    ),
    Place.ANY,
)
CLERK = Role(
    "van_thu",
    mark("Văn thư"),
    mark(
        "Vào sổ văn bản đến, kiểm tra thể thức dự thảo, ghi việc ký, cấp số văn bản đi, sao văn bản, ghi phiên họp và kết quả biểu quyết, lập danh mục hồ sơ của cơ quan và xem"
        " các sổ ấy; ghi quan hệ giữa văn bản, giao và theo dõi cấp dưới ban hành; xem tên tổ chức và con số của báo cáo. Không"
        " mở hồ sơ con người."
    ),
    _rights(
        RegisterRight.READ_TREE, IndicatorsRight.READ, BasisRight.READ_INSTRUMENT,
        BasisRight.REGISTER_INSTRUMENT, DocumentsRight.READ, DocumentsRight.REGISTER,
        DocumentsRight.SET_NUMBERING, DocumentsRight.FILE, DocumentsRight.SET_FILES,
        DocumentsRight.FOLLOW, DraftingRight.READ, DraftingRight.CHECK_FORM,
        DraftingRight.RECORD_SITTING,
    ),
    Place.ANY,
)  # fmt: skip
COMMITTEE_LEADER = Role(
    "lanh_dao_cap_uy",
    mark("Lãnh đạo cấp ủy"),
    mark(
        "Bí thư, phó bí thư, ủy viên thường vụ: xem tổ chức, cán bộ, đảng viên, văn bản và số liệu của"
        " đơn vị mình và các đơn vị bên dưới; chốt báo cáo; cho ý kiến trên phiếu trình; xử lý văn bản được giao. Cấp ủy quyết"
        " định trên giấy, người khác ghi sổ."
    ),
    _rights(
        *_READ_OFFICE,
        ReportsRight.FREEZE,
        DocumentsRight.DIRECT,
        DocumentsRight.HANDLE,
        *_DECIDE_DRAFTS,
    ),
    Place.ANY,
)
PARTY_BUILDING_SPECIALIST = Role(
    "chuyen_vien_xay_dung_dang",
    mark("Chuyên viên Ban Xây dựng Đảng cấp xã"),
    mark(
        "Một người làm cả sổ đảng viên, chi bộ, khen thưởng, kế hoạch kiểm tra, số liệu và vào sổ văn"
        " bản, soạn dự thảo, ghi phiên họp và kết quả biểu quyết của xã; soạn bản mô tả vị trí việc làm. Phạm vi là đảng bộ xã và các chi bộ của xã."
    ),
    _rights(
        *_READ_PEOPLE, BasisRight.READ_INSTRUMENT, BasisRight.REGISTER_INSTRUMENT,
        RegisterRight.RECORD_PERSON, RegisterRight.RECORD_POSTING, MembersRight.RECORD_MEMBER,
        MembersRight.REPORT_CHANGE, OversightRight.RECORD_PLAN, AwardsRight.RECORD_AWARD,
        CadresRight.RECORD_QUALIFICATION, IndicatorsRight.ENTER, PositionsRight.READ,
        PositionsRight.DRAFT, IdentityRight.READ_NUMBERS, IdentityRight.RECORD_NUMBERS,
        DocumentsRight.READ, DocumentsRight.REGISTER, DocumentsRight.HANDLE, DocumentsRight.FILE,
        DocumentsRight.SET_FILES, DocumentsRight.FOLLOW, *_WRITE_DRAFTS, DraftingRight.CHECK_FORM,
        DraftingRight.RECORD_SITTING,
    ),
    Place.UNIT,
)  # fmt: skip
CELL_SECRETARY = Role(
    "bi_thu_chi_bo",
    mark("Bí thư chi bộ"),
    mark(
        "Xem chi bộ mình: đảng viên, kế hoạch kiểm tra, khen thưởng, con số; báo biến động của chi"
        " bộ để cấp trên xác nhận; nhận và trả lời văn bản được giao. Phó bí thư hoặc chi ủy viên nhập thay được giao bằng việc «nhập thay»"
        " và giữ đúng giới hạn của bí thư."
    ),
    _rights(
        *_READ_PEOPLE, MembersRight.REPORT_CHANGE, DocumentsRight.READ, DocumentsRight.HANDLE,
    ),
    Place.CELL,
)  # fmt: skip
INSPECTION_COMMISSION = Role(
    "uy_ban_kiem_tra",
    mark("Ủy ban kiểm tra"),
    mark(
        "Ghi quyết định kỷ luật và kế hoạch kiểm tra; xem danh sách tên bị kỷ luật, mỗi lần mở có ghi"
        " lý do. Xem đảng viên và tổ chức trong phạm vi; soạn dự thảo."
    ),
    _rights(
        *_READ_PEOPLE, BasisRight.READ_INSTRUMENT, BasisRight.REGISTER_INSTRUMENT,
        BasisRight.OPEN_SENSITIVE, MembersRight.READ_EXPULSIONS, OversightRight.READ_NAMES,
        OversightRight.RECORD_DISCIPLINE, OversightRight.RECORD_PLAN, DocumentsRight.READ,
        DocumentsRight.HANDLE, DocumentsRight.FILE, *_WRITE_DRAFTS,
    ),
    Place.ANY,
    strongest=True,
    lent=False,
)  # fmt: skip
NAMED_DRAFTER = Role(
    "nguoi_soan_thao",
    mark("Người được giao soạn thảo"),
    mark(
        "Giao đích danh, trong thời hạn của việc: mở danh sách tên bị kỷ luật để soạn báo cáo hay tờ"
        " trình, mỗi lần mở có ghi lý do. Chỉ có thêm quyền này."
    ),
    _rights(
        RegisterRight.READ_TREE, RegisterRight.READ, IndicatorsRight.READ,
        BasisRight.OPEN_SENSITIVE, MembersRight.READ, MembersRight.READ_EXPULSIONS,
        OversightRight.READ, OversightRight.READ_NAMES,
    ),
    Place.ANY,
    strongest=True,
    lent=False,
)  # fmt: skip
MEMBER = Role(
    "dang_vien",
    mark("Đảng viên, cán bộ"),
    mark("Xem hồ sơ của chính mình, mỗi dòng có ngày và căn cứ. Không xem hồ sơ của ai khác."),
    frozenset(),
    Place.ANY,
    own_file=True,
    lent=False,
)

ROLES = {
    role.code: role
    for role in (
        SYSTEM_ADMINISTRATOR, DEPARTMENT_LEADER, SPECIALIST, CLERK, COMMITTEE_LEADER,
        PARTY_BUILDING_SPECIALIST, CELL_SECRETARY, INSPECTION_COMMISSION, NAMED_DRAFTER, MEMBER,
    )
}  # fmt: skip

RIGHTS: dict[str, Labelled] = {
    right.value: right
    for rights in (
        BasisRight, RegisterRight, DocumentsRight, DraftingRight, IdentityRight, MembersRight, OversightRight, AwardsRight,
        CadresRight, PositionsRight, IndicatorsRight, ReportsRight, AccessRight,
    )
    for right in rights
}  # fmt: skip
EVERY_RIGHT = frozenset(RIGHTS)
STRONG_RIGHTS = frozenset(
    set().union(*(role.rights for role in ROLES.values() if role.strongest))
    - set().union(*(role.rights for role in ROLES.values() if not role.strongest))
)  # what only a role given by two persons carries
FOUNDER, ABOVE = "khoi_tao", "cap_tren"
CARRIED = {code: role.rights for code, role in ROLES.items()} | {
    FOUNDER: EVERY_RIGHT,  # only while nobody has been given anything yet
    ABOVE: _rights(RegisterRight.READ_TREE),  # the names of the units one stands under
}
