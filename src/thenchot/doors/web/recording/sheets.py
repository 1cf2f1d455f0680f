"""Các mẫu phiếu — every act of the register that has a page, by the word of its address."""

from thenchot.doors.web.recording import (
    away_sheets,
    committee_sheets,
    document_sheets,
    draft_sheets,
    filing_sheets,
    identity_sheets,
    incoming_sheets,
    issued_sheets,
    member_sheets,
    paper_sheets,
    position_sheets,
    register_sheets,
    scheme_sheets,
    sitting_sheets,
    submission_sheets,
)
from thenchot.ground.plain.text import mark

GROUPS = (
    (mark("Văn bản"), paper_sheets.SHEETS),
    (mark("Văn bản đến, văn bản đi"), (*incoming_sheets.SHEETS, *document_sheets.SHEETS)),
    (mark("Phát hành, sau phát hành"), issued_sheets.SHEETS),
    (mark("Ủy quyền khi vắng"), away_sheets.SHEETS),
    (mark("Bản sao, hồ sơ công việc"), filing_sheets.SHEETS),
    (mark("Dự thảo văn bản"), (*draft_sheets.SHEETS, *submission_sheets.SHEETS)),
    (mark("Họp, lấy ý kiến bằng văn bản"), sitting_sheets.SHEETS),
    (mark("Đảng viên, cán bộ"), member_sheets.SHEETS),
    (mark("Tổ chức, hồ sơ, chức vụ"), register_sheets.SHEETS),
    (mark("Vị trí việc làm, biên chế"), position_sheets.SHEETS),
    (mark("Nhận biết con người"), identity_sheets.SHEETS),
    (mark("Cấp ủy, ban chỉ đạo, điểm"), committee_sheets.SHEETS),
    (mark("Đề án sắp xếp tổ chức"), scheme_sheets.SHEETS),
)
SHEETS = {sheet.slug: sheet for _, sheets in GROUPS for sheet in sheets}
