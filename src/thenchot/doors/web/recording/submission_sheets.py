"""Phiếu về hồ sơ trình — a piece put in, taken out, its file removed in an emergency."""

from typing import Any

from thenchot.doors.web.recording.boxes import Choice, Day, Picked, Text, Words
from thenchot.doors.web.recording.document_sheets import REASON
from thenchot.doors.web.recording.draft_sheets import ABOUT, DRAFT
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.acts import submitting
from thenchot.office.drafting.rules.pieces import PieceRow
from thenchot.office.drafting.words import PieceKind
from thenchot.people.dossiers.reads.picked import Pick

OF_DRAFT = ("", "draft_paper")
PIECE = Picked(name="piece", label=mark("Tài liệu"), of=Pick.PIECE, given="tai-lieu")


def _row(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("kind", "title", "issuer", "dated_on", "instrument", "file_sha256")
    row = PieceRow(**{name: asked.pop(name) for name in names}, words=asked.pop("words") or "")
    return asked | {"row": row}


SHEETS = (
    Sheet(
        slug="ho-so-trinh", title=mark("Đưa tài liệu vào hồ sơ trình"), paper="", about=ABOUT,
        help=mark("Tờ trình, văn bản cho ý kiến, tài liệu kèm: một văn bản đã có trong sổ, một tệp, hoặc ghi bằng lời. Được đến khi hồ sơ có quyết định."),
        act=submitting.add_submission_piece, asked=_row, file=True, any_kind=True, final=True,
        boxes=(
            DRAFT, Choice(name="kind", label=mark("Loại tài liệu"), words=tuple(PieceKind), given="loai"),
            Text(name="title", label=mark("Tên tài liệu")),
            Text(name="issuer", label=mark("Nơi lập, nơi cho ý kiến")),
            Day(name="dated_on", label=mark("Ngày của tài liệu"), optional=True),
            Picked(name="instrument", label=mark("Văn bản trong sổ"), of=Pick.PAPER, optional=True),
            Words(name="words", label=mark("Nội dung ghi bằng lời"), optional=True),
        ),
    ),
    Sheet(
        slug="rut-tai-lieu", title=mark("Rút tài liệu khỏi hồ sơ trình"), paper="", about=OF_DRAFT, final=True,
        help=mark("Tài liệu không sửa tại chỗ: rút ra kèm lý do, rồi đưa bản đúng vào. Dòng đã rút vẫn đọc được."),
        act=submitting.take_out_submission_piece, boxes=(PIECE, REASON),
    ),
    Sheet(
        slug="go-tep-ho-so-trinh", title=mark("Gỡ khẩn cấp tệp của hồ sơ trình"), paper="", about=OF_DRAFT, final=True,
        help=mark("Khi tệp lỡ đưa lên không được có ở đây: tệp bị xóa hẳn, nhật ký không ghi nội dung. Bản sao lưu cũ còn tệp thì xử lý theo hướng dẫn sao lưu."),
        act=submitting.remove_submission_file, boxes=(PIECE,), checked=True,
    ),
)  # fmt: skip
