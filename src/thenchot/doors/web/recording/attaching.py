"""Tệp đính kèm phiếu — taken with the form and kept through every refusal, so that it is chosen once.

The form carries the SHA-256 under the seal of this server and account: a mark typed by hand names no file.
"""

from django.core.signing import BadSignature, Signer

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.recording.paper import DIGEST, NUMBER, boxes_of
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.written import Written
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.reads.instruments import papers_with_file
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark

FILE, NAME, SEALED, OPEN, SAME = "file", "file_name", "file_sealed", "file_open", "file_same"
DROPPED, AWAITED = "file_dropped", "file_awaited"
LONGEST_NAME = 100
NOT_DECLARED = mark("Hãy đánh dấu «Tệp không chứa bí mật nhà nước», rồi chọn lại tệp.")


def takes_file(sheet: Sheet, form: Written) -> bool:
    """Nhận tệp — where a new paper is registered, or the sheet is there to bring one."""
    registers = NUMBER in sheet.boxes or bool(sheet.paper and len(boxes_of(form)) > 1)
    return sheet.file or registers


def take_file(request: Request, form: Written) -> None:
    """Lấy tệp — kept under its SHA-256, which the form carries from now on, sealed."""
    seal = Signer(salt=f"tep:{request.actor.id}")
    kept = "" if request.POST.get(DROPPED) else form.boxes.get(SEALED, "")
    form.boxes[DIGEST] = _unsealed(seal, kept)
    sent = request.FILES.get(FILE)
    if sent is not None:
        try:
            if not request.POST.get(OPEN):
                raise Misread(NOT_DECLARED)
            form.boxes[DIGEST] = keep_file(sent.chunks(), str(sent.name))
            form.boxes[NAME] = tidy_name(str(sent.name))[:LONGEST_NAME]
        except Misread as fault:
            form.notes(Reason(fault.reason.text, fault.reason.values, field=FILE))
    elif request.POST.get(AWAITED) and not (form.boxes[DIGEST] or request.POST.get(DROPPED)):
        text = mark(
            "Tệp lần trước chưa nhận được: chọn lại tệp, hoặc đánh dấu «Không đính kèm tệp»."
        )
        form.notes(Reason(text, field=FILE))
    form.boxes[SEALED] = seal.sign(form.boxes[DIGEST]) if form.boxes[DIGEST] else ""
    form.sent[DIGEST] = form.boxes[DIGEST]


def ask_of_same_file(form: Written, by: Actor) -> None:
    """Hỏi tệp trùng — of papers in sight that bear this very file; whoever has looked says so, and goes on."""
    digest = form.boxes.get(DIGEST, "")
    if digest and form.boxes.get(SAME) == digest:
        return
    if held := papers_with_file(by=by, digest=digest):
        text = mark(
            "Tệp này đã là tệp của: {papers}. Nếu là văn bản ấy thì gõ số của nó; nếu là văn bản khác thì đánh dấu vẫn ghi."
        )
        form.choices[FILE] = [each.printed for each in held]
        form.notes(Reason(text, {"papers": "; ".join(form.choices[FILE])}, field=FILE))


def refuse_idle_file(form: Written) -> None:
    """Tệp không gắn vào đâu — one chosen for a paper that stands in the register already."""
    if form.boxes.get(DIGEST):
        text = mark("Văn bản này đã có trong sổ; tệp chỉ đính kèm khi ghi văn bản mới.")
        form.notes(Reason(text, field=FILE))
        form.boxes |= {DIGEST: "", SEALED: "", NAME: ""}


def _unsealed(seal: Signer, sealed: str) -> str:
    try:
        return seal.unsign(sealed) if sealed else ""
    except BadSignature:
        return ""
