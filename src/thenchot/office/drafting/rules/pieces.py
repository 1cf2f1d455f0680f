"""Hồ sơ trình — its pieces beside the draft: what may be put in and when, their order, what is still owed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import Sentence, Translate, as_written, mark
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.rules.flow import BODIES, OPEN
from thenchot.office.drafting.rules.rows import LONGEST
from thenchot.office.drafting.words import PieceKind, State

UNDECIDED = OPEN | {State.WRITING, State.TABLED}
DRAFT, LISTED = mark("Dự thảo"), mark("Danh sách {n} người của hồ sơ trình")
USUAL = mark(
    "Hồ sơ trình tập thể thường gồm tờ trình, dự thảo, danh sách trích ngang, văn bản ý kiến"
)


@dataclass(frozen=True, slots=True)
class PieceRow:
    """Một tài liệu của hồ sơ trình — `issuer` is from where it comes, `dated_on` the day it bears.

    It is one thing: a paper of the register, a file, or words.
    """

    kind: PieceKind
    title: str
    issuer: str
    dated_on: date | None = None
    instrument: int | None = None
    file_sha256: str = ""
    words: str = ""


class Put(Protocol):
    """Tài liệu đang có trong hồ sơ — as far as the contents name it."""

    @property
    def kind(self) -> PieceKind: ...
    @property
    def title(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def dated_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Content:
    """Một dòng của mục lục — of the draft itself and of the list of its people `piece` is None."""

    number: int
    kind: str
    title: Sentence
    issuer: str
    dated_on: date | None = None
    piece: Put | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Số tài liệu một loại — how many lines of the contents are of this kind."""

    kind: str
    count: int

    def sentence(self, translate: Translate = as_written) -> str:
        """Như in — "2 văn bản cho ý kiến"."""
        return f"{self.count} {translate(self.kind).lower()}"


def piece_faults(
    row: PieceRow, today: date, marks: Sequence[str], *, brings_file: bool
) -> list[Reason]:
    """Lỗi của một tài liệu — `brings_file`: one was sent, whether or not it could be kept."""
    faults = [
        Reason(text, field=name)
        for name, text in (
            ("title", mark("Thiếu tên tài liệu.")),
            ("issuer", mark("Thiếu nơi lập tài liệu.")),
        )
        if not getattr(row, name).strip()
    ]
    if row.dated_on and row.dated_on > today:
        text = mark("Ngày của tài liệu {day:%d/%m/%Y} còn ở phía trước.")
        faults.append(Reason(text, {"day": row.dated_on}, field="dated_on"))
    if (row.instrument is not None) + brings_file + bool(row.words.strip()) != 1:
        text = mark("Tài liệu là một văn bản trong sổ, một tệp, hoặc ghi bằng lời: chọn một.")
        faults.append(Reason(text, field="words"))
    if len(row.words) > LONGEST:
        text = mark("Nội dung dài quá {most} ký tự.")
        faults.append(Reason(text, {"most": LONGEST}, field="words"))
    if marks:
        text = mark("Tên hoặc nội dung tài liệu có dấu độ mật. Tài liệu mật không đưa vào đây.")
        faults.append(Reason(text, field="words"))
    return faults


def undecided_faults(state: State) -> list[Reason]:
    """Hồ sơ đã quyết định — its pieces stay as they were decided on."""
    if state in UNDECIDED:
        return []
    text = mark(
        "Dự thảo đang ở tình trạng «{state}»; hồ sơ trình không thêm, không rút tài liệu nữa."
    )
    return [Reason(text, {"state": state}, field="draft")]


def contents(
    kind: InstrumentKind, abstract: str, issuer: str, people: int, pieces: Iterable[Put]
) -> list[Content]:
    """Mục lục hồ sơ trình — submissions first, the draft, the lists of people, opinions, the rest.

    The list made from the people of the draft stands where no other list was put in.
    """
    put = sorted(pieces, key=lambda each: list(PieceKind).index(each.kind))
    first = sum(each.kind is PieceKind.SUBMISSION for each in put)
    lines = [
        Content(0, each.kind.label, _as_typed(each.title), each.issuer, each.dated_on, each)
        for each in put
    ]
    own = [
        Content(
            0, DRAFT, Sentence("{kind} {abstract}", {"kind": kind, "abstract": abstract}), issuer
        )
    ]
    if people and not any(each.kind is PieceKind.LIST for each in put):
        own.append(Content(0, PieceKind.LIST.label, Sentence(LISTED, {"n": people}), issuer))
    lines[first:first] = own
    return [replace(each, number=number) for number, each in enumerate(lines, start=1)]


def counted(lines: Iterable[Content]) -> list[Tally]:
    """Đếm theo loại — in the order of the contents."""
    return [Tally(kind, n) for kind, n in Counter(each.kind for each in lines).items()]


def owed(kind: InstrumentKind, decider: Decider | None, pieces: Iterable[Put]) -> list[Reason]:
    """Còn thiếu — what a body decides goes to it with a submission; told, never refused: no text read
    makes the file void without it."""
    has_one = any(each.kind is PieceKind.SUBMISSION for each in pieces)
    if decider not in BODIES or has_one or kind is InstrumentKind.SUBMISSION:
        return []
    text = mark("Việc do {decider} quyết định mà hồ sơ trình chưa có tờ trình.")
    return [Reason(text, {"decider": decider}, USUAL)]


def _as_typed(title: str) -> Sentence:
    return Sentence("{title}", {"title": title})
