"""Phiếu về cấp ủy — terms, committees, approvals, bodies of limited life, working papers, pilots."""

from thenchot.doors.web.recording.boxes import Choice, Day, Number, Picked, Text
from thenchot.doors.web.recording.register_sheets import FROM_DAY, PERSON, UNIT
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.people.committees.acts import bodies, pilots, terms, working
from thenchot.people.committees.rules import BodyRow, CommitteeRow
from thenchot.people.committees.words import Manner, Rank, Role, WorkingKind
from thenchot.people.dossiers.reads.picked import Pick

ABOUT = ("organization", "committee")
DECIDER = Text(
    name="decider", label=mark("Cấp quyết định"),
    help=mark("Như văn bản ghi: đại hội, ban thường vụ cấp trên, ban chấp hành."),
)  # fmt: skip
MANNER = Choice(
    name="manner", label=mark("Cách vào cấp ủy"), words=(Manner.ELECTED, Manner.DESIGNATED)
)
LEAVING = Day(name="from_day", label=mark("Thôi tham gia từ ngày"), given="tu")
PILOT = Number(
    name="pilot", label=mark("Số của điểm"), given="diem", most=999_999_999,
    help=mark("Số đứng trước tên đơn vị trong danh sách điểm."),
)  # fmt: skip


def _one(person: int) -> int:
    return person


SHEETS = (
    Sheet(
        slug="nhiem-ky", title=mark("Ghi nhiệm kỳ, số lượng cấp ủy"), about=ABOUT,
        help=mark("Số được duyệt của nhiệm kỳ; tên nhiệm kỳ mới thì cấp ủy khóa trước thôi từ ngày ấy."),
        act=terms.record_term,
        boxes=(
            UNIT, Text(name="label", label=mark("Nhiệm kỳ"), help=mark("Ví dụ 2025–2030.")),
            Number(name="executive", label=mark("Số cấp ủy viên"), most=500),
            Number(
                name="standing", label=mark("Số ủy viên ban thường vụ"), most=100,
                help=mark("Gồm bí thư, phó bí thư; chi ủy thì ghi 0."),
            ),
            FROM_DAY,
        ),
    ),
    Sheet(
        slug="cap-uy", title=mark("Ghi cấp ủy viên được bầu, chỉ định"), about=ABOUT,
        help=mark("Một văn bản, nhiều người; mỗi người ghi cương vị cao nhất. Giữ cương vị mới thì thay cương vị trước."),
        act=terms.record_committee, line=CommitteeRow, boxes=(UNIT, DECIDER, FROM_DAY),
        columns=(PERSON, Choice(name="rank", label=mark("Cương vị"), words=tuple(Rank)), MANNER),
    ),
    Sheet(
        slug="chuan-y", title=mark("Ghi chuẩn y cấp ủy viên"), about=ABOUT,
        help=mark("Quyết định của cấp ủy cấp trên, sau khi đại hội hoặc cấp ủy đã bầu."),
        act=terms.record_approval, line=_one,
        boxes=(
            UNIT, DECIDER,
            Day(
                name="on_day", label=mark("Ngày quyết định có hiệu lực"), given="tu", as_paper=True,
                help=mark("Bỏ trống là ngày ban hành văn bản."),
            ),
        ),
        columns=(PERSON,),
    ),
    Sheet(
        slug="thoi-cap-uy", title=mark("Ghi thôi tham gia cấp ủy"), about=ABOUT,
        help=mark("Cấp ủy viên thôi giữa nhiệm kỳ."),
        act=terms.end_committee_seat, boxes=(UNIT, PERSON, LEAVING),
    ),
    Sheet(
        slug="ban-chi-dao", title=mark("Ghi cơ quan thường trực của ban chỉ đạo, hội đồng, tổ"),
        help=mark("Cơ quan giúp việc thường xuyên và ký hiệu số văn bản riêng."), about=ABOUT,
        act=bodies.record_body,
        boxes=(
            UNIT,
            Picked(name="standing_agency", label=mark("Cơ quan thường trực"), of=Pick.UNIT, optional=True),
            Text(name="series", label=mark("Ký hiệu số văn bản"), optional=True), FROM_DAY,
        ),
    ),
    Sheet(
        slug="thanh-vien", title=mark("Ghi thành viên ban chỉ đạo, hội đồng, tổ"), about=ABOUT,
        help=mark("Một văn bản, nhiều người, mỗi người một vai; đến hết thời hạn của tổ chức ấy."),
        act=bodies.record_body_members, line=BodyRow, boxes=(UNIT, FROM_DAY),
        columns=(PERSON, Choice(name="role", label=mark("Vai"), words=tuple(Role), first="thanh_vien")),
    ),
    Sheet(
        slug="thoi-thanh-vien", title=mark("Ghi thôi tham gia ban chỉ đạo, hội đồng, tổ"), about=ABOUT,
        help=mark("Những người thôi là thành viên theo một văn bản."),
        act=bodies.end_body_members, line=_one, boxes=(UNIT, LEAVING), columns=(PERSON,),
    ),
    Sheet(
        slug="quy-che", title=mark("Ghi quy chế, chương trình, phân công của cấp ủy"), about=ABOUT,
        help=mark("Chính văn bản căn cứ là quy chế ấy; có hiệu lực đến văn bản sau cùng loại."),
        act=working.record_working_paper,
        boxes=(UNIT, Choice(name="kind", label=mark("Loại"), words=tuple(WorkingKind)), FROM_DAY),
    ),
    Sheet(
        slug="ket-thuc-cap-uy", title=mark("Ghi kết thúc cấp ủy, thành viên, quy chế của đơn vị"),
        help=mark("Trước khi đơn vị kết thúc hoạt động: nhiệm kỳ, thành viên, quy chế và điểm của đơn vị."),
        act=working.close_committee, about=ABOUT, checked=True, boxes=(UNIT, FROM_DAY),
    ),
    Sheet(
        slug="diem", title=mark("Ghi đơn vị làm điểm"), about=ABOUT,
        help=mark("Kế hoạch chọn điểm là văn bản căn cứ."), act=pilots.record_pilot,
        boxes=(
            UNIT, Text(name="subject", label=mark("Nội dung làm điểm")),
            Picked(name="directed_by", label=mark("Nơi chỉ đạo"), of=Pick.UNIT, optional=True),
            Text(name="equipment", label=mark("Trang bị, kinh phí"), optional=True), FROM_DAY,
            Day(name="until", label=mark("Đến ngày"), optional=True, help=mark("Khi kế hoạch ghi thời hạn.")),
        ),
    ),
    Sheet(
        slug="diem-so-ket", title=mark("Ghi sơ kết điểm"),
        help=mark("Kết quả sơ kết và nơi nhân rộng."), act=pilots.review_pilot,
        boxes=(
            PILOT, Text(name="review", label=mark("Kết quả sơ kết")),
            Text(name="replicated_to", label=mark("Nhân rộng đến"), optional=True), FROM_DAY,
        ),
    ),
    Sheet(
        slug="diem-ket-thuc", title=mark("Ghi kết thúc điểm"),
        help=mark("Đơn vị không còn làm điểm từ ngày ấy."), act=pilots.end_pilot,
        boxes=(PILOT, FROM_DAY),
    ),
)  # fmt: skip
