"""Căn cứ của phiếu — a paper of the register found by its number, or a new one registered with the act."""

from datetime import date

from django.utils.translation import gettext

from thenchot.doors.web.recording.boxes import Box, Choice, Day, Text
from thenchot.doors.web.recording.citation import cited, issuer_of_sign, series_of
from thenchot.doors.web.recording.written import Written
from thenchot.ground.basis.acts.act import Basis
from thenchot.ground.basis.reads.instruments import (
    PaperLine,
    issuer_of_series,
    paper_page,
    papers_like,
)
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind, Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import read_back
from thenchot.ground.register.reads.reach import tops_of_reach
from thenchot.office.documents.reads.periods import period_of
from thenchot.people.dossiers.reads.found import Hit
from thenchot.people.dossiers.reads.picked import Pick, is_chosen, known, names, one_chosen, written

DIGEST, KEEPER = "file_sha256", "keeper"
LINE_READ = "line_read"  # the line of the last reading: a new one puts its own words in their place
NUMBER = Text(
    name="number_sign",
    label=mark("Số, ký hiệu"),
    help=mark(
        "Gõ số văn bản đã có trong sổ, hoặc dán cả dòng trích dẫn: số, ngày, cơ quan, về việc gì."
    ),
)
KIND = Choice(
    name="paper_kind", label=mark("Loại văn bản"), words=tuple(InstrumentKind),
    first=InstrumentKind.DECISION.value,
)  # fmt: skip
ISSUED_ON = Day(name="issued_on", label=mark("Ngày ban hành"), quiet=True)
REST = (
    KIND,
    ISSUED_ON,
    Text(name="issuer", label=mark("Cơ quan ban hành")),
    Text(name="signer", label=mark("Người ký"), optional=True),
    Text(name="abstract", label=mark("Trích yếu")),
)
PAPER_BOXES = (NUMBER, *REST)
OF_PERIOD = mark("Dãy số của kỳ {period}")
DESCRIBED = ("issued_on", "issuer", "signer", "abstract")


def boxes_of(form: Written) -> tuple[Box, ...]:
    """Các ô của căn cứ — of a paper that stands in the register only its number."""
    return (NUMBER,) if is_chosen(form.boxes.get(NUMBER.name, "")) else PAPER_BOXES


def read_paper(form: Written, by: Actor, day: date, keeper: int | None) -> Basis:
    """Văn bản căn cứ — the number of one in the register, else the paper as typed, kept by `keeper`.

    A paper of the register is taken where nothing but its number was typed, or its issuer and day
    too; where more was typed it may be another one, and the form asks.
    """
    typed = form.boxes.get(NUMBER.name, "")
    if is_chosen(typed):
        found = known(Pick.PAPER, by=by, on=day, numbers=[one_chosen(typed)])
        hit = found.get(one_chosen(typed))
        if hit and names(typed, hit):
            return hit.id
        form.notes(Reason(mark("Không thấy văn bản này trong sổ."), field=NUMBER.name))
        form.boxes[NUMBER.name] = typed.rpartition("[")[0].strip()
    read_citation(form)
    issued_on = _issued_on(form, day)
    boxes = form.boxes
    same = papers_like(
        by=by, number_sign=boxes[NUMBER.name], issuer=boxes["issuer"], issued_on=issued_on
    )
    if len(same) == 1 and _is_this(boxes, same[0]):
        boxes[NUMBER.name] = _written(same[0])
        return same[0].id
    if same:
        text = mark(
            "Sổ đã có văn bản số này: hãy chọn, hoặc ghi đủ cơ quan và ngày của văn bản khác."
        )
        form.notes(Reason(text, field=NUMBER.name))
        form.choices[NUMBER.name] = [_written(each) for each in same]
    kind = boxes["paper_kind"]
    if kind not in InstrumentKind._value2member_map_:
        form.notes(Reason(mark("Hãy chọn một mục trong danh mục."), field=KIND.name))
        kind = InstrumentKind.DECISION.value
    return PaperRow(
        InstrumentKind.of(kind), boxes[NUMBER.name], boxes["issuer"], boxes["abstract"], issued_on,
        signer=boxes.get("signer", ""), file_sha256=boxes.get(DIGEST, ""), kept_by=keeper,
    )  # fmt: skip


def _is_this(boxes: dict[str, str], paper: PaperLine) -> bool:
    """Nothing else was typed; or issuer and day, which with the number are its identity."""
    if not any(boxes.get(name) for name in DESCRIBED):
        return True
    return bool(boxes["issuer"] and boxes["issued_on"]) and fold(boxes["issuer"]) == fold(
        paper.issuer
    )


def keepers_of(by: Actor, day: date) -> list[tuple[int, str]]:
    """Các sổ văn bản — units in whose register this actor may put a new paper; none: the office's."""
    return tops_of_reach(by=by, right=Right.REGISTER_INSTRUMENT, on=day)


def keeper_chosen(form: Written, by: Actor, day: date) -> int | None:
    """Sổ văn bản — of the unit chosen, of the only one there is; none: the whole office's."""
    units = [unit for unit, _ in keepers_of(by, day)]
    chosen = form.boxes.get(KEEPER, "")
    return next((unit for unit in units if str(unit) == chosen), next(iter(units), None))


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
    """Điền giúp — from the line, the letters of the number, the last paper of that series, the organ's code.

    Only for the typist to look at: nothing is filled while an act is being done.
    """
    signed = cited(form.boxes.get(NUMBER.name, "")).signed
    read_citation(form)
    if signed and form.boxes["paper_kind"] in ("", KIND.first):
        form.boxes["paper_kind"] = signed.value
    series = series_of(form.boxes[NUMBER.name])
    if series and not form.boxes["issuer"]:
        known = issuer_of_series(by=by, series=series)
        form.boxes["issuer"] = known or issuer_of_sign(form.boxes[NUMBER.name])


def read_line(form: Written, by: Actor, day: date, *, new: bool) -> None:
    """Đọc dòng trích dẫn — the paper of the register, unless it is `new`; else the boxes filled."""
    line = form.boxes.get(NUMBER.name, "")
    _forget(form, by, line)
    form.boxes[LINE_READ] = line
    if not new:
        read_paper(form, by, day, None)
    number = form.boxes[NUMBER.name]
    if is_chosen(number):
        return
    fill_from_citation(form, by)
    on = _day_said(form, day)
    if period := period_of(by=by, number_sign=form.boxes[NUMBER.name], on=on):
        form.read_back[NUMBER.name] = gettext(OF_PERIOD).format(period=period)


def _forget(form: Written, by: Actor, line: str) -> None:
    """What an earlier line filled and nobody changed goes, where the line is now of another paper."""
    earlier = Written(boxes={NUMBER.name: form.boxes.get(LINE_READ, ""), "paper_kind": KIND.first})
    fill_from_citation(earlier, by)
    if cited(line).number_sign == earlier.boxes[NUMBER.name]:
        return
    for name in ("issuer", "issued_on", "abstract"):
        if form.boxes.get(name) == earlier.boxes[name]:
            form.boxes[name] = ""
    if form.boxes.get("paper_kind") == earlier.boxes["paper_kind"]:
        form.boxes["paper_kind"] = KIND.first


def read_citation(form: Written) -> None:
    """Đọc dòng trích dẫn — what the line itself says; what was typed into a box stays."""
    found = cited(form.boxes.get(NUMBER.name, ""))
    form.boxes[NUMBER.name] = found.number_sign
    form.boxes["paper_kind"] = found.kind.value if found.kind else form.boxes.get("paper_kind", "")
    for name in ("issuer", "issued_on", "abstract"):
        form.boxes[name] = form.boxes.get(name, "") or getattr(found, name)


def read_cited_lines(form: Written) -> None:
    """Đọc trích dẫn trong bảng — a citation in the cell of the number fills the cells of its line still empty."""
    for line in form.lines:
        found = cited(line.get(NUMBER.name, ""))
        kind = found.kind or found.signed
        told = {name: getattr(found, name) for name in ("issuer", "issued_on", "abstract")}
        told["kind"] = kind.value if kind else ""
        line |= {name: text for name, text in told.items() if text and not line.get(name)}
        if found.number_sign:
            line[NUMBER.name] = found.number_sign


def _written(paper: PaperLine) -> str:
    return written(Hit(paper.id, paper.printed, ""))


def _day_said(form: Written, day: date) -> date:
    """The day of issue where it can be read, else the office's."""
    try:
        return ISSUED_ON.read_on(form.boxes["issued_on"], day) or day
    except Misread:
        return day


def _issued_on(form: Written, day: date) -> date | None:
    try:
        found = ISSUED_ON.read_on(form.boxes["issued_on"], day)
    except Misread as fault:
        form.notes(Reason(fault.reason.text, fault.reason.values, field="issued_on"))
        return None
    if found:
        form.read_back["issued_on"] = read_back(found, gettext)
    return found
