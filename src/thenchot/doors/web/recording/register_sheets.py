"""Phiếu về tổ chức, hồ sơ, chức vụ — the acts of the register of organizations."""

from thenchot.doors.web.recording.boxes import Check, Choice, Day, Picked, Text
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts import competence, organizations, people, posts
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import (
    Came,
    Decider,
    Level,
    Manner,
    Matter,
    OrganizationKind,
    PostKind,
    Sex,
    Succession,
    Tier,
)
from thenchot.people.dossiers.reads.picked import Pick

FROM_DAY = Day(
    name="from_day", label=mark("Có hiệu lực từ ngày"), given="tu", as_paper=True,
    help=mark("Bỏ trống là ngày ban hành văn bản."),
)  # fmt: skip
UNIT = Picked(name="organization", label=mark("Tổ chức"), of=Pick.UNIT, given="don-vi")
PERSON = Picked(name="person", label=mark("Họ và tên"), of=Pick.PERSON, given="nguoi")
NAME = Text(name="name", label=mark("Tên đầy đủ"))
KIND = Choice(name="kind", label=mark("Loại tổ chức"), words=tuple(OrganizationKind))
LEVEL = Choice(name="level", label=mark("Cấp"), words=tuple(Level))
COMMITTEE = Check(
    name="has_committee", label=mark("Có cấp ủy, chi ủy"),
    help=mark("Từ ngày hiệu lực; không đánh dấu là không có, kể cả khi trước đó có."),
)  # fmt: skip
POST = Picked(name="post", label=mark("Chức vụ"), of=Pick.POST, given="chuc-vu")
TO_UNIT, TO_PERSON = ("organization", "organization"), ("person", "person")
TO_POST = ("post", "post")

SHEETS = (
    Sheet(
        slug="thanh-lap", title=mark("Ghi quyết định thành lập tổ chức"),
        help=mark("Một tổ chức mới, trực thuộc nơi đã có vào ngày ấy."),
        act=organizations.establish_organization, about=("", "organization"),
        boxes=(
            NAME, KIND, LEVEL,
            Picked(name="parent", label=mark("Trực thuộc"), of=Pick.UNIT, given="don-vi", optional=True),
            FROM_DAY, COMMITTEE,
            Day(
                name="until", label=mark("Kết thúc từ ngày"), optional=True,
                help=mark("Chỉ với ban chỉ đạo, hội đồng, tổ, đoàn, tiểu ban có thời hạn."),
            ),
        ),
    ),
    Sheet(
        slug="doi-ten", title=mark("Ghi quyết định đổi tên"),
        help=mark("Tổ chức vẫn là một; tên mới từ ngày có hiệu lực."),
        act=organizations.rename_organization, about=TO_UNIT,
        boxes=(UNIT, Text(name="name", label=mark("Tên mới")), FROM_DAY),
    ),
    Sheet(
        slug="chuyen-to-chuc", title=mark("Ghi quyết định chuyển tổ chức"),
        help=mark("Tổ chức về trực thuộc nơi khác từ ngày có hiệu lực."),
        act=organizations.move_organization, about=TO_UNIT,
        boxes=(UNIT, Picked(name="parent", label=mark("Chuyển về"), of=Pick.UNIT), FROM_DAY),
    ),
    Sheet(
        slug="xep-vao-cay", title=mark("Ghi quyết định xếp tổ chức vào cây"),
        help=mark("Cho tổ chức đang đứng riêng, chưa trực thuộc nơi nào."),
        act=organizations.place_organization, about=TO_UNIT,
        boxes=(UNIT, Picked(name="parent", label=mark("Trực thuộc"), of=Pick.UNIT), FROM_DAY),
    ),
    Sheet(
        slug="chuyen-loai", title=mark("Ghi quyết định nâng cấp, chuyển loại"),
        help=mark("Loại, cấp, cấp ủy của tổ chức thay đổi từ ngày có hiệu lực."),
        act=organizations.retype_organization, about=TO_UNIT,
        boxes=(UNIT, KIND, LEVEL, COMMITTEE, FROM_DAY),
    ),
    Sheet(
        slug="sap-nhap", title=mark("Ghi quyết định sáp nhập, hợp nhất"),
        help=mark("Tổ chức kết thúc và tiếp tục ở tổ chức nhận; người và đơn vị bên trong phải sắp xếp trước."),
        act=organizations.merge_organization, about=TO_UNIT, checked=True,
        boxes=(
            UNIT, Choice(name="how", label=mark("Cách làm"), words=tuple(Succession), first="sap_nhap"),
            Picked(name="into", label=mark("Vào tổ chức"), of=Pick.UNIT), FROM_DAY,
        ),
    ),
    Sheet(
        slug="ket-thuc-to-chuc", title=mark("Ghi quyết định kết thúc hoạt động tổ chức"),
        help=mark("Không còn đơn vị, chức vụ, đảng viên nào đứng trong tổ chức vào ngày ấy."),
        act=organizations.end_organization, about=TO_UNIT, boxes=(UNIT, FROM_DAY), checked=True,
    ),
    Sheet(
        slug="ho-so", title=mark("Ghi hồ sơ con người"), act=people.record_people,
        help=mark("Mỗi dòng một người, như văn bản ghi; dán cả danh sách từ bảng tính cũng được."),
        line=PersonRow,
        boxes=(
            Day(
                name="from_day", label=mark("Có hồ sơ từ ngày"), given="tu", as_paper=True,
                help=mark("Bỏ trống là ngày ban hành văn bản."),
            ),
            Picked(
                name="kept_by", label=mark("Đơn vị giữ hồ sơ"), of=Pick.UNIT, given="don-vi",
                optional=True, help=mark("Đến khi chi bộ, nơi công tác hay chức vụ nói khác đi."),
            ),
        ),
        columns=(
            Text(name="full_name", label=mark("Họ và tên")),
            Choice(name="sex", label=mark("Giới tính"), words=tuple(Sex)),
            Day(name="birth_on", label=mark("Ngày sinh"), optional=True),
            Text(name="ethnicity", label=mark("Dân tộc"), optional=True),
            Text(name="hometown", label=mark("Quê quán"), optional=True),
        ),
    ),
    Sheet(
        slug="noi-cong-tac", title=mark("Ghi đơn vị công tác"),
        help=mark("Nơi làm việc từ một ngày, thay nơi trước đó; chi bộ có thể ở nơi khác."),
        act=people.record_employment, about=TO_PERSON, boxes=(PERSON, UNIT, FROM_DAY),
    ),
    Sheet(
        slug="chuc-vu", title=mark("Ghi chức vụ của tổ chức"),
        help=mark("Một vị trí có từ một ngày, chưa có người giữ."),
        act=posts.establish_post, about=TO_UNIT,
        boxes=(
            UNIT, Text(name="title", label=mark("Tên chức vụ")),
            Choice(name="kind", label=mark("Loại chức vụ"), words=tuple(PostKind)),
            Choice(name="tier", label=mark("Diện quản lý"), words=tuple(Tier), optional=True), FROM_DAY,
        ),
    ),
    Sheet(
        slug="doi-chuc-vu", title=mark("Ghi thay đổi chức vụ, diện quản lý"),
        help=mark("Tên, loại hoặc diện quản lý từ một ngày; người giữ vẫn giữ chức vụ ấy."),
        act=posts.change_post, about=TO_POST,
        boxes=(
            POST, Text(name="title", label=mark("Tên chức vụ"), given="ten"),
            Choice(name="kind", label=mark("Loại chức vụ"), words=tuple(PostKind), given="loai"),
            Choice(name="tier", label=mark("Diện quản lý"), words=tuple(Tier), optional=True, given="dien"), FROM_DAY,
        ),
    ),
    Sheet(
        slug="ket-thuc-chuc-vu", title=mark("Ghi quyết định kết thúc một chức vụ"),
        help=mark("Chức vụ và việc giữ chức vụ ấy kết thúc trong một ngày; các chức vụ khác của tổ chức không đổi."),
        act=posts.end_post, about=TO_POST, boxes=(POST, FROM_DAY), checked=True,
    ),
    Sheet(
        slug="bo-nhiem", title=mark("Ghi quyết định bổ nhiệm"),
        help=mark("Một người giữ một chức vụ đang có từ ngày có hiệu lực."),
        act=posts.appoint, about=TO_PERSON,
        boxes=(
            PERSON, POST, FROM_DAY,
            Day(name="until", label=mark("Đến ngày"), optional=True, help=mark("Chỉ khi quyết định ghi thời hạn.")),
            Choice(name="manner", label=mark("Cách giữ"), words=tuple(Manner), optional=True),
            Choice(name="came", label=mark("Theo hình thức"), words=tuple(Came), optional=True),
            Choice(name="decider", label=mark("Cấp quyết định"), words=tuple(Decider), optional=True),
        ),
    ),
    Sheet(
        slug="thoi-chuc-vu", title=mark("Ghi quyết định thôi giữ chức vụ"),
        help=mark("Gõ tên người để chọn việc giữ chức vụ."),
        act=posts.end_posting,
        boxes=(
            Picked(name="posting", label=mark("Người và chức vụ"), of=Pick.POSTING, given="viec"),
            Day(name="from_day", label=mark("Thôi giữ từ ngày"), given="tu"),
        ),
    ),
    Sheet(
        slug="ket-thuc-cac-chuc-vu", title=mark("Ghi quyết định kết thúc các chức vụ của tổ chức"),
        help=mark("Mọi chức vụ của tổ chức và việc giữ các chức vụ ấy kết thúc trong một ngày."),
        act=posts.abolish_posts, about=TO_UNIT, boxes=(UNIT, FROM_DAY),
        checked=True,
    ),
    Sheet(
        slug="phan-cap", title=mark("Ghi phân cấp quản lý cán bộ"),
        help=mark("Cấp quyết định một việc đối với người thuộc một diện, từ một ngày."),
        act=competence.record_competence,
        boxes=(
            Choice(name="matter", label=mark("Việc"), words=tuple(Matter)),
            Choice(name="tier", label=mark("Diện quản lý"), words=tuple(Tier)),
            Choice(name="decider", label=mark("Cấp quyết định"), words=tuple(Decider)), FROM_DAY,
        ),
    ),
)  # fmt: skip
