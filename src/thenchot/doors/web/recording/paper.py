"""Căn cứ của phiếu — a paper of the register found by its number, or a new one registered with the act."""

from datetime import date

from django.utils.translation import gettext

from thenchot.doors.web.recording.boxes import Box, Choice, Day, Text
from thenchot.doors.web.recording.citation import cited, series_of
from thenchot.doors.web.recording.written import Written
from thenchot.ground.basis.acts.act import Basis
from thenchot.ground.basis.reads.instruments import (
    PaperLine,
    issuer_of_series,
    paper_page,
    papers_like,
)
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import read_back
from thenchot.people.dossiers.reads.found import Hit
from thenchot.people.dossiers.reads.picked import Pick, known, number_in, written

DIGEST = "file_sha256"
NUMBER = Text(
    name="number_sign",
    label=mark("Số, ký hiệu"),
    help=mark(
        "Gõ số văn bản đã có trong sổ, hoặc dán cả dòng trích dẫn: số, ngày, cơ quan, về việc gì."
    ),
)
ISSUED_ON = Day(
    name="issued_on",
    label=mark("Ngày ban hành"),
    quiet=True,
)  # fmt: skip — the act says that it is missing
REST = (
    Choice(
        name="paper_kind", label=mark("Loại văn bản"), words=tuple(InstrumentKind),
        first=InstrumentKind.DECISION.value,
    ),
    ISSUED_ON,
    Text(name="issuer", label=mark("Cơ quan ban hành")),
    Text(name="signer", label=mark("Người ký"), optional=True),
    Text(name="abstract", label=mark("Trích yếu")),
)  # fmt: skip
PAPER_BOXES = (NUMBER, *REST)


def boxes_of(form: Written) -> tuple[Box, ...]:
    """Các ô của căn cứ — of a paper that stands in the register only its number."""
    return (NUMBER,) if form.boxes.get(NUMBER.name, "").endswith("]") else PAPER_BOXES


def read_paper(form: Written, by: Actor, day: date, keeper: int | None) -> Basis:
    """Văn bản căn cứ — the number of one in the register, else the paper as typed, kept by `keeper`."""
    typed = form.boxes.get(NUMBER.name, "")
    number = number_in(typed) if typed.endswith("]") else None
    if number is not None and known(Pick.PAPER, by=by, on=day, numbers=[number]):
        return number
    _read_citation(form)
    issued_on = _issued_on(form, day)
    same = papers_like(
        by=by, number_sign=form.boxes[NUMBER.name], issuer=form.boxes["issuer"], issued_on=issued_on
    )
    if len(same) == 1:
        form.boxes[NUMBER.name] = _written(same[0])
        return same[0].id
    if same:
        text = mark("Có {n} văn bản cùng số, ký hiệu; hãy chọn một, hoặc ghi rõ cơ quan và ngày.")
        form.notes(Reason(text, {"n": len(same)}, field=NUMBER.name))
        form.choices[NUMBER.name] = [_written(each) for each in same]
    _suggest_issuer(form, by)
    boxes = form.boxes
    return PaperRow(
        InstrumentKind.of(boxes["paper_kind"]), boxes[NUMBER.name], boxes["issuer"],
        boxes["abstract"], issued_on, signer=boxes.get("signer", ""),
        file_sha256=boxes.get(DIGEST, ""), kept_by=keeper,
    )  # fmt: skip


def _written(paper: PaperLine) -> str:
    return written(Hit(paper.id, paper.printed, ""))


def day_of(by: Actor, paper: Basis | None) -> date | None:
    """Ngày của căn cứ — None where there is none, or only the year is known."""
    if isinstance(paper, PaperRow):
        return paper.issued_on
    page = paper_page(by=by, paper=paper) if paper else None
    return page.line.issued_on if page else None


def registered(by: Actor, paper: PaperRow | None) -> int | None:
    """Văn bản vừa ghi — the number the register gave it."""
    if paper is None:
        return None
    row = paper.tidied()
    same = papers_like(
        by=by, number_sign=row.number_sign, issuer=row.issuer, issued_on=row.issued_on
    )
    return same[0].id if same else None


def fill_from_citation(form: Written, by: Actor) -> None:
    """Điền từ dòng trích dẫn — what was typed stays; the issuer is the last one of that series."""
    _read_citation(form)
    _suggest_issuer(form, by)


def _read_citation(form: Written) -> None:
    found = cited(form.boxes.get(NUMBER.name, ""))
    kind = form.boxes.get("paper_kind", "")
    if found.kind and kind in ("", InstrumentKind.DECISION.value):
        kind = found.kind.value
    if kind not in InstrumentKind._value2member_map_:
        kind = InstrumentKind.DECISION.value
    form.boxes[NUMBER.name], form.boxes["paper_kind"] = found.number_sign, kind
    for name in ("issuer", "issued_on", "abstract"):
        form.boxes[name] = form.boxes.get(name, "") or getattr(found, name)


def _suggest_issuer(form: Written, by: Actor) -> None:
    series = series_of(form.boxes[NUMBER.name])
    if series and not form.boxes["issuer"]:
        form.boxes["issuer"] = issuer_of_series(by=by, series=series)


def _issued_on(form: Written, day: date) -> date | None:
    try:
        found = ISSUED_ON.read_on(form.boxes["issued_on"], day)
    except Misread as fault:
        form.notes(Reason(fault.reason.text, fault.reason.values, field="issued_on"))
        return None
    if found:
        form.read_back["issued_on"] = read_back(found, gettext)
    return found
