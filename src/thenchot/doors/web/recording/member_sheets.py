"""Phiếu về đảng viên, cán bộ — admission to exit, badges, commendation, discipline, qualifications."""

from typing import Any

from thenchot.doors.web.recording.boxes import Choice, Day, Number, Picked, Text
from thenchot.doors.web.recording.register_sheets import FROM_DAY, PERSON, TO_PERSON
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider
from thenchot.people.awards.acts import awards
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.cadres.acts import decisions, qualifications
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import DecisionMatter, QualificationKind
from thenchot.people.dossiers.reads.picked import Pick
from thenchot.people.members.acts import members
from thenchot.people.members.rules import ArrivalRow, CellRow, CeremonyRow, ExitRow
from thenchot.people.members.words import EXITS, Status, Way
from thenchot.people.oversight.acts import discipline, plans
from thenchot.people.oversight.rules import DisciplineRow, PlanRow
from thenchot.people.oversight.words import Body, DisciplineForm

CELL = Picked(name="cell", label=mark("Chi bộ"), of=Pick.CELL, given="chi-bo")
ON_DAY = Day(
    name="on_day", label=mark("Ngày quyết định có hiệu lực"), given="tu", as_paper=True,
    help=mark("Bỏ trống là ngày ban hành văn bản."),
)  # fmt: skip


def _one(person: int) -> int:
    return person


def _disciplined(person: int, form: DisciplineForm, posting: int | None) -> DisciplineRow:
    return DisciplineRow(person, form, () if posting is None else (posting,))


def _commended(asked: dict[str, Any]) -> dict[str, Any]:
    """A line names a person or a collective."""
    lines = asked.pop("lines")
    return asked | {
        name: [line[box] for line in lines if line[box]]
        for name, box in (("organizations", "organization"), ("people", "person"))
    }


SHEETS = (
    Sheet(
        slug="ket-nap", title=mark("Ghi quyết định kết nạp đảng viên"),
        help=mark("Lễ kết nạp ghi riêng sau đó; người chưa có hồ sơ thì ghi hồ sơ trước."),
        act=members.record_admission, line=CellRow, about=TO_PERSON,
        boxes=(
            ON_DAY,
            Picked(
                name="consent", label=mark("Văn bản đồng ý kết nạp người quá tuổi"), of=Pick.PAPER,
                optional=True, help=mark("Chỉ khi có người trên mức tuổi; văn bản đã có trong sổ."),
            ),
        ),
        columns=(PERSON, CELL),
    ),
    Sheet(
        slug="le-ket-nap", title=mark("Ghi ngày lễ kết nạp"),
        help=mark("Từ ngày lễ, người ấy là đảng viên dự bị."),
        act=members.record_ceremony, line=CeremonyRow, about=TO_PERSON, paper="",
        boxes=(
            Picked(
                name="admission", label=mark("Quyết định kết nạp"), of=Pick.PAPER, given="can-cu",
                help=mark("Quyết định đã ghi trong sổ; gõ số hoặc chữ trong trích yếu."),
            ),
        ),
        columns=(PERSON, Day(name="on_day", label=mark("Ngày lễ kết nạp"))),
    ),
    Sheet(
        slug="cong-nhan", title=mark("Ghi quyết định công nhận đảng viên chính thức"),
        help=mark("Ngày chính thức là ngày hết thời gian dự bị, dù quyết định ra muộn."),
        act=members.record_recognition, line=_one, about=TO_PERSON, columns=(PERSON,),
    ),
    Sheet(
        slug="chuyen-sinh-hoat", title=mark("Ghi chuyển sinh hoạt đảng trong tỉnh"),
        help=mark("Từ chi bộ này sang chi bộ khác trong cùng tỉnh."),
        act=members.record_transfer, line=CellRow, about=TO_PERSON, boxes=(FROM_DAY,),
        columns=(PERSON, CELL),
    ),
    Sheet(
        slug="chuyen-den", title=mark("Ghi tiếp nhận đảng viên từ ngoài tỉnh"),
        help=mark("Các ngày theo hồ sơ đảng viên mang đến."),
        act=members.record_arrival, line=ArrivalRow, about=TO_PERSON, boxes=(FROM_DAY,),
        columns=(
            PERSON, CELL, Choice(name="status", label=mark("Tình trạng"), words=tuple(Status)),
            Day(name="admitted_on", label=mark("Ngày quyết định kết nạp")),
            Day(name="joined_on", label=mark("Ngày vào Đảng")),
            Day(name="official_on", label=mark("Ngày chính thức"), optional=True),
        ),
    ),
    Sheet(
        slug="ra-khoi-danh-sach", title=mark("Ghi ra khỏi danh sách đảng viên"),
        help=mark("Chuyển đi, từ trần, xóa tên, xin ra; khai trừ thì ghi quyết định kỷ luật."),
        act=members.record_exit, line=ExitRow, about=TO_PERSON, boxes=(FROM_DAY,),
        columns=(
            PERSON,
            Choice(name="way", label=mark("Cách ra"), words=tuple(way for way in Way if way in EXITS)),
        ),
    ),
    Sheet(
        slug="huy-hieu", title=mark("Ghi quyết định tặng Huy hiệu Đảng"),
        help=mark("Mỗi dòng một đảng viên; bỏ trống thời điểm là tặng đúng hạn."),
        act=awards.record_badges, line=BadgeRow, about=TO_PERSON,
        boxes=(Day(name="on_day", label=mark("Ngày tặng"), given="tu"),),
        columns=(
            PERSON, Number(name="years", label=mark("Số năm tuổi đảng"), most=100),
            Choice(
                name="timing", label=mark("Thời điểm tặng"), words=tuple(Timing),
                first=Timing.ON_TIME.value,
            ),
        ),
    ),
    Sheet(
        slug="khen-thuong", title=mark("Ghi quyết định khen thưởng"),
        help=mark("Mỗi dòng một cá nhân hoặc một tập thể."),
        act=awards.record_commendation, lines="lines", asked=_commended,
        boxes=(
            Choice(name="form", label=mark("Hình thức"), words=tuple(AwardForm)),
            Text(name="occasion", label=mark("Vì có thành tích trong")), ON_DAY,
        ),
        columns=(
            Picked(name="person", label=mark("Cá nhân"), of=Pick.PERSON, given="nguoi", optional=True),
            Picked(name="organization", label=mark("Tập thể"), of=Pick.UNIT, given="don-vi", optional=True),
        ),
    ),
    Sheet(
        slug="ky-luat", title=mark("Ghi quyết định kỷ luật đảng viên"),
        help=mark("Cách chức thì nêu chức vụ; khai trừ thì người ấy ra khỏi danh sách từ cùng ngày."),
        act=discipline.record_discipline, line=_disciplined, checked=True,
        boxes=(Choice(name="body", label=mark("Cơ quan quyết định"), words=tuple(Body)), ON_DAY),
        columns=(
            PERSON, Choice(name="form", label=mark("Hình thức"), words=tuple(DisciplineForm)),
            Picked(name="posting", label=mark("Cách chức vụ"), of=Pick.POSTING, optional=True),
        ),
    ),
    Sheet(
        slug="trinh-do", title=mark("Ghi trình độ"),
        help=mark("Trình độ cao nhất của mỗi loại, theo văn bằng hoặc danh sách."),
        act=qualifications.record_qualifications, line=QualificationRow, about=TO_PERSON,
        boxes=(FROM_DAY,),
        columns=(
            PERSON, Choice(name="kind", label=mark("Loại trình độ"), words=tuple(QualificationKind)),
            Text(name="title", label=mark("Trình độ")),
        ),
    ),
    Sheet(
        slug="quyet-dinh-can-bo", title=mark("Ghi quyết định về tổ chức, cán bộ, lương"),
        help=mark("Nội dung và cấp quyết định của một văn bản; việc kéo theo ghi ở phiếu riêng."),
        act=decisions.record_decision,
        boxes=(
            Choice(name="matter", label=mark("Nội dung"), words=tuple(DecisionMatter)),
            Choice(name="decider", label=mark("Cấp quyết định"), words=tuple(Decider)), ON_DAY,
            Picked(name="person", label=mark("Người"), of=Pick.PERSON, given="nguoi", optional=True),
            Picked(name="organization", label=mark("Tổ chức"), of=Pick.UNIT, given="don-vi", optional=True),
        ),
    ),
    Sheet(
        slug="ke-hoach-kiem-tra", title=mark("Ghi kế hoạch kiểm tra của chi bộ"),
        help=mark("Mỗi dòng một chi bộ và số cuộc kiểm tra trong năm."),
        act=plans.record_inspection_plan, lines="cells", line=PlanRow,
        boxes=(Number(name="year", label=mark("Năm"), most=2200), FROM_DAY),
        columns=(CELL, Number(name="visits", label=mark("Số cuộc kiểm tra"), most=1000)),
    ),
)  # fmt: skip
