"""Tệp đính kèm phiếu — taken with the form and kept through every refusal, so that it is chosen once."""

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.recording.paper import DIGEST, NUMBER, boxes_of
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.written import Written
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread, Reason

FILE, NAME = "file", "file_name"
LONGEST_NAME = 100


def takes_file(sheet: Sheet, form: Written) -> bool:
    """Nhận tệp — where a new paper is registered; one of the register has had its time."""
    return NUMBER in sheet.boxes or bool(sheet.paper and len(boxes_of(form)) > 1)


def take_file(request: Request, form: Written) -> None:
    """Lấy tệp — kept under its SHA-256, which the form carries from now on."""
    sent = request.FILES.get(FILE)
    if sent is None:
        return
    try:
        form.boxes[DIGEST] = keep_file(sent.chunks())
    except Misread as fault:
        form.notes(Reason(fault.reason.text, fault.reason.values, field=FILE))
        return
    form.boxes[NAME] = tidy_name(str(sent.name))[:LONGEST_NAME]
