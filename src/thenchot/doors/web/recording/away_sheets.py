"""Phiếu ủy quyền khi vắng — given, ended early, an opinion given in place of whoever is away."""

from thenchot.doors.web.recording.boxes import Day, Picked, Words
from thenchot.doors.web.recording.document_sheets import ORGAN, REASON
from thenchot.doors.web.recording.incoming_sheets import ASKED_OF, INCOMING
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import delegating
from thenchot.office.documents.rules.receiving import AssignmentRow
from thenchot.people.dossiers.reads.picked import Pick

LIST = "delegations_of"
DELEGATION = Picked(name="delegation", label=mark("Ủy quyền"), of=Pick.DELEGATION, given="uy-quyen")
SHEETS = (
    Sheet(
        slug="uy-quyen", title=mark("Ủy quyền khi vắng"), paper="", final=True, about=("organization", LIST),
        help=mark("Người vắng tự ghi: ai cho ý kiến chỉ đạo thay mình, ở cơ quan nào, từ ngày nào đến hết ngày nào. Người ấy phải có quyền xử lý văn bản của cơ quan; không ủy quyền lại."),
        act=delegating.delegate_directing,
        boxes=(
            ORGAN, Picked(name="delegate", label=mark("Người được ủy quyền"), of=Pick.PERSON),
            Day(name="from_day", label=mark("Từ ngày"), today=True),
            Day(name="last_day", label=mark("Đến hết ngày")),
            Picked(name="basis", label=mark("Văn bản ủy quyền"), of=Pick.PAPER, optional=True),
        ),
    ),
    Sheet(
        slug="ket-thuc-uy-quyen", title=mark("Kết thúc sớm ủy quyền"), paper="", final=True, about=("", LIST),
        help=mark("Từ hôm nay người được ủy quyền không cho ý kiến thay nữa; ý kiến đã ghi giữ nguyên."),
        act=delegating.end_delegation, boxes=(DELEGATION, REASON),
    ),
    Sheet(
        slug="but-phe-thay", title=mark("Ghi ý kiến chỉ đạo thay người vắng"), paper="", about=("incoming", "incoming"),
        help=mark("Chỉ trong những ngày được ủy quyền; sổ và nhật ký ghi rõ thay ai."),
        act=delegating.direct_in_place, lines="assigned", line=AssignmentRow, table=mark("Phân công"),
        boxes=(
            DELEGATION, INCOMING, Day(name="said_on", label=mark("Ngày cho ý kiến"), today=True),
            Words(name="opinion", label=mark("Ý kiến")),
        ),
        columns=ASKED_OF,
    ),
)  # fmt: skip
