"""Việc ghi được từ một trang — the sheets that can begin with this person, unit or paper."""

from urllib.parse import urlencode

from django.urls import reverse

from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.words import Matter
from thenchot.people.dossiers.reads.dues import Due
from thenchot.people.dossiers.words import DueKind

PERSON, UNIT, CELL, POST = "nguoi", "don-vi", "chi-bo", "chuc-vu"
PAPER, PAPER_ITSELF, POSITION = "can-cu", "van-ban", "vi-tri"
Offer = tuple[str, str]
FOR_DUE: dict[DueKind, tuple[str, tuple[str, ...]]] = {
    DueKind.CEREMONY: ("le-ket-nap", (PERSON, PAPER)),
    DueKind.RECOGNITION: ("cong-nhan", (PERSON,)),
    DueKind.BADGE: ("huy-hieu", (PERSON,)),
    DueKind.REAPPOINTMENT: ("bo-nhiem", (PERSON,)),
    DueKind.UNIT_END: ("ket-thuc-to-chuc", (UNIT,)),
    DueKind.NO_PLAN: ("ke-hoach-kiem-tra", (CELL,)),
}

FOR_MATTER = {
    Matter.APPOINTMENT: "bo-nhiem", Matter.DISCIPLINE: "ky-luat", Matter.AWARD: "khen-thuong",
    Matter.SALARY: "quyet-dinh-can-bo",
}  # fmt: skip


def offers_for(by: Actor, *givens: str, number: int, unit: int | None = None) -> list[Offer]:
    """Phiếu có thể mở — (title, address); `unit`: only what the actor may record there."""
    return [
        (sheet.title, f"{reverse('record', args=[sheet.slug])}?{urlencode({given: number})}")
        for given in givens
        for sheet in SHEETS.values()
        if given in _givens(sheet) and sheet.open_to(by, unit)
    ]


def offer_for_due(by: Actor, due: Due) -> Offer | None:
    """Phiếu của một việc đến hạn — filled with the person, the unit and, for a ceremony, its decision."""
    slug, given = FOR_DUE.get(due.kind, ("", ()))
    if not slug or not by.may(SHEETS[slug].act.needs, due.unit_id or None):
        return None
    known = {PERSON: due.person_id, UNIT: due.unit_id, CELL: due.unit_id, PAPER: due.basis_id}
    asked = {name: known[name] for name in given if known[name]}
    address = reverse("record", args=[slug])
    return SHEETS[slug].title, f"{address}?{urlencode(asked)}" if asked else address


def offer_of_fact(by: Actor, matter: Matter | None, person: int, paper: int) -> Offer | None:
    """Phiếu ghi sự việc của một quyết định đã ban hành — filled with its paper and the person."""
    slug = FOR_MATTER.get(matter, "") if matter else ""
    if not slug or not by.may(SHEETS[slug].act.needs):
        return None
    address = reverse("record", args=[slug])
    return SHEETS[slug].title, f"{address}?{urlencode({PAPER: paper, PERSON: person})}"


def _givens(sheet: Sheet) -> set[str]:
    boxes = {box.given for box in (*sheet.boxes, *sheet.columns)}
    return boxes | {PAPER} if sheet.paper else boxes
