"""Phiếu về bản sao, hồ sơ công việc — copies numbered, lists of a year, dossiers opened, filled and closed."""

from typing import Any

from thenchot.doors.web.recording.boxes import Check, Choice, Day, Number, Picked, Text
from thenchot.doors.web.recording.document_sheets import REASON, SERIES
from thenchot.doors.web.recording.register_sheets import FROM_DAY
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import copies, entering, filing
from thenchot.office.documents.rules.copies import CopyRow
from thenchot.office.documents.rules.dossiers import (
    LAST_YEAR,
    MOST_SHEETS,
    MOST_YEARS,
    DossierRow,
    FiledRow,
)
from thenchot.office.documents.rules.numbering import MOST_COPIES
from thenchot.office.documents.words import CopyKind
from thenchot.people.dossiers.reads.picked import Pick

COPY_PAGE, DOSSIER_PAGE, OF_ANSWER = ("", "copy"), ("dossier", "dossier"), ("", "dossier")
COPY = Picked(name="copied", label=mark("Bản sao"), of=Pick.COPY, given="ban-sao")
DOSSIER = Picked(name="dossier", label=mark("Hồ sơ"), of=Pick.DOSSIER, given="ho-so")
FILED = Picked(
    name="filed", label=mark("Văn bản trong hồ sơ"), of=Pick.FILED, given="van-ban-trong"
)
PAPER = Picked(name="paper", label=mark("Văn bản"), of=Pick.PAPER, given="van-ban")


def _copy(asked: dict[str, Any]) -> dict[str, Any]:
    words = ("copied_from", "extract", "recipients", "note")
    row: dict[str, Any] = {name: asked.pop(name) or "" for name in words}
    row |= {name: asked.pop(name) for name in ("kind", "signer", "copies")}
    return asked | {"row": CopyRow(**row)}


def _dossier(**line: Any) -> DossierRow:
    return DossierRow(**{name: value or "" for name, value in line.items()})


def _filed(**line: Any) -> FiledRow:
    return FiledRow(**(line | {"note": line["note"] or ""}))


SHEETS = (
    Sheet(
        slug="ban-sao", title=mark("Ghi bản sao"), paper="", final=True, about=COPY_PAGE,
        help=mark("Số kế tiếp của dãy số bản sao; văn bản được sao có sẵn trong sổ."),
        act=copies.certify_copy, asked=_copy,
        boxes=(
            SERIES, PAPER,
            Choice(name="kind", label=mark("Hình thức sao"), words=tuple(CopyKind), first=CopyKind.WHOLE.value),
            Text(
                name="copied_from", label=mark("Bản sao y đã dùng"), optional=True,
                help=mark("Chỉ khi sao lục: số, ký hiệu bản sao y."),
            ),
            Text(
                name="extract", label=mark("Phần được trích"), optional=True,
                help=mark("Chỉ khi trích sao: mục, điều, trang nào."),
            ),
            Day(name="given_on", label=mark("Ngày sao"), today=True),
            Text(name="signer", label=mark("Người ký bản sao")),
            Text(name="recipients", label=mark("Nơi nhận"), optional=True),
            Number(name="copies", label=mark("Số lượng bản"), first="1", most=MOST_COPIES),
            Text(name="note", label=mark("Ghi chú"), optional=True),
        ),
    ),
    Sheet(
        slug="huy-ban-sao", title=mark("Hủy bản sao"), paper="", final=True, about=COPY_PAGE,
        help=mark("Số đã hủy không cấp lại; dòng của nó vẫn còn trong sổ với lý do."),
        act=copies.cancel_copy, boxes=(COPY, REASON),
    ),
    Sheet(
        slug="thoi-han-bao-quan", title=mark("Ghi thời hạn bảo quản"), act=filing.set_retention,
        help=mark("Một nhóm hồ sơ, theo văn bản quy định; ghi lại cùng tên là thời hạn mới từ ngày ấy."),
        asked=lambda asked: asked | {"clause": asked["clause"] or ""},
        boxes=(
            Text(name="subject", label=mark("Nhóm hồ sơ")),
            Number(
                name="keep_years", label=mark("Số năm bảo quản"), optional=True, most=MOST_YEARS,
                help=mark("Bỏ trống là vĩnh viễn."),
            ),
            Text(name="clause", label=mark("Điều khoản"), optional=True),
            Check(name="verified", label=mark("Đã đối chiếu với nguyên văn")), FROM_DAY,
        ),
    ),
    Sheet(
        slug="khong-nhap", title=mark("Ghi loại văn bản không nhập"), act=entering.set_not_entered,
        help=mark("Loại văn bản không đưa vào hệ thống này, theo văn bản quy định; phiếu vào sổ, cấp số nhắc, không từ chối."),
        asked=lambda asked: asked | {"clause": asked["clause"] or ""},
        boxes=(
            Text(name="subject", label=mark("Loại văn bản")),
            Check(
                name="kept_out", label=mark("Không nhập"), first="1",
                help=mark("Bỏ dấu là từ ngày ấy loại này lại nhập."),
            ),
            Text(name="clause", label=mark("Điều khoản"), optional=True),
            Check(name="verified", label=mark("Đã đối chiếu với nguyên văn")), FROM_DAY,
        ),
    ),
    Sheet(
        slug="danh-muc-ho-so", title=mark("Lập danh mục hồ sơ"), act=filing.list_dossiers,
        help=mark("Danh mục của một đơn vị trong một năm, theo văn bản phê duyệt; hồ sơ phát sinh thì ghi thêm dòng."),
        lines="rows", line=_dossier, table=mark("Danh mục hồ sơ"),
        boxes=(
            Picked(name="organization", label=mark("Đơn vị"), of=Pick.UNIT, given="don-vi"),
            Number(name="year", label=mark("Năm"), most=LAST_YEAR),
        ),
        columns=(
            Text(name="code", label=mark("Số và ký hiệu hồ sơ")),
            Text(name="heading", label=mark("Đề mục"), optional=True),
            Text(name="title", label=mark("Tiêu đề hồ sơ")),
            Text(name="subject", label=mark("Nhóm thời hạn bảo quản")),
            Text(name="keeper", label=mark("Người lập"), optional=True),
            Text(name="note", label=mark("Ghi chú"), optional=True),
        ),
    ),
    Sheet(
        slug="mo-ho-so", title=mark("Mở hồ sơ"), paper="", about=DOSSIER_PAGE, act=filing.open_dossier,
        help=mark("Hồ sơ có trong danh mục của năm; người được giao việc mở khi việc bắt đầu."),
        boxes=(DOSSIER, Day(name="opened_on", label=mark("Ngày mở"), today=True)),
    ),
    Sheet(
        slug="vao-ho-so", title=mark("Đưa văn bản vào hồ sơ"), paper="", about=DOSSIER_PAGE,
        help=mark("Văn bản đến, văn bản đi và văn bản khác đã có trong sổ; mỗi dòng một văn bản."),
        act=filing.file_papers, lines="papers", line=_filed, boxes=(DOSSIER,),
        columns=(
            PAPER, Number(name="sheets", label=mark("Số tờ"), optional=True, most=MOST_SHEETS),
            Text(name="note", label=mark("Ghi chú"), optional=True),
        ),
    ),
    Sheet(
        slug="so-to", title=mark("Ghi số tờ"), paper="", about=OF_ANSWER, act=filing.count_sheets,
        help=mark("Số tờ của một văn bản; mục lục tự tính tờ số nối tiếp."),
        boxes=(FILED, Number(name="sheets", label=mark("Số tờ"), most=MOST_SHEETS)),
    ),
    Sheet(
        slug="ra-khoi-ho-so", title=mark("Đưa văn bản ra khỏi hồ sơ"), paper="", about=OF_ANSWER,
        help=mark("Văn bản đưa nhầm vào hồ sơ; văn bản vẫn còn trong sổ."),
        act=filing.take_paper_out, boxes=(FILED, REASON),
    ),
    Sheet(
        slug="ket-thuc-ho-so", title=mark("Kết thúc hồ sơ"), paper="", about=DOSSIER_PAGE,
        help=mark("Khi việc đã xong. Hồ sơ bảo quản từ 5 năm trở lên phải ghi đủ số tờ; thời hạn xem lại theo bảng của ngày kết thúc."),
        act=filing.close_dossier, asked=lambda asked: asked | {"subject": asked["subject"] or ""},
        boxes=(
            DOSSIER, Day(name="closed_on", label=mark("Ngày kết thúc"), today=True),
            Text(
                name="subject", label=mark("Nhóm thời hạn bảo quản"), optional=True,
                help=mark("Bỏ trống là nhóm ghi trong danh mục."),
            ),
        ),
    ),
    Sheet(
        slug="mo-lai-ho-so", title=mark("Mở lại hồ sơ"), paper="", about=DOSSIER_PAGE,
        help=mark("Hồ sơ kết thúc quá sớm; ghi lý do."), act=filing.reopen_dossier,
        boxes=(DOSSIER, REASON),
    ),
)  # fmt: skip
