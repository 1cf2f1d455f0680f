"""Soát thể thức một tệp — each departure of a DOCX file from a profile: its page, its parts, its text."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from thenchot.ground.basis.files.checking import LookSeen, PageSeen, ParagraphSeen
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import Sentence, mark
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.signs import as_prescribed
from thenchot.office.drafting.rules.cited_form import citation_faults
from thenchot.office.drafting.rules.file_parts import Parts, parts_of
from thenchot.office.drafting.rules.layout import (
    LAYOUT_RULE,
    Line,
    addressed,
    form_faults,
    line_of,
    listed,
    placed,
    recipients,
)
from thenchot.office.drafting.rules.letters import DATED, NUMBER, NUMBERED, SENT_TO, SIGNED_FOR
from thenchot.office.drafting.rules.rows import DraftRow

OFF, HALF = 1.0, 0.5  # millimetres, points a word processor may round
NAMED_AT_MOST = 10
SIDES = {
    "width": Sentence(mark("Chiều rộng trang")), "height": Sentence(mark("Chiều dài trang")),
    "top": Sentence(mark("Lề trên")), "bottom": Sentence(mark("Lề dưới")),
    "left": Sentence(mark("Lề trái")), "right": Sentence(mark("Lề phải")),
}  # fmt: skip
PARTS = {
    "party": Sentence(mark("Tiêu đề")), "number": Sentence(mark("Số, ký hiệu")),
    "date": Sentence(mark("Địa danh, ngày tháng năm")), "type": Sentence(mark("Tên loại")),
    "recipients_label": Sentence(mark("Nơi nhận")), "recipients": Sentence(mark("Các nơi nhận")),
    "authority": Sentence(mark("Thể thức đề ký")), "parent": Sentence(mark("Cơ quan cấp trên")),
    "issuer": Sentence(mark("Cơ quan ban hành")), "position": Sentence(mark("Chức vụ người ký")),
    "signer": Sentence(mark("Họ tên người ký")), "title": Sentence(mark("Trích yếu")),
    "letter_title": Sentence(mark("Trích yếu của công văn")),
    "addressee": Sentence(mark("Nơi kính gửi, kính trình")),
    "dashes": Sentence(mark("Dòng gạch dưới trích yếu")),
}  # fmt: skip
REQUIRED = ("party", "issuer", "number", "date", "title", "recipients_label", "signer")
TOLD_OF = {"place": "date", "recipients": "recipients_label"}  # missing whole: that is said already
PLAIN = (Line.GROUND, Line.PLAIN)  # headings may be set apart
LOOKS = {
    "bold": Sentence(mark("in đậm")), "italic": Sentence(mark("in nghiêng")),
    "underline": Sentence(mark("gạch chân")),
}  # fmt: skip


def file_faults(seen: LookSeen, profile: dict[str, Any], grammar: Grammar) -> list[Reason]:
    """Chỗ lệch thể thức của tệp — page, fonts, parts, words; what cannot be told is not guessed."""
    parts = parts_of(seen.paragraphs)
    return [
        *(fault for page in seen.pages[:1] for fault in _page_faults(page, profile["page"])),
        *_number_faults(seen),
        *_font_faults(seen.paragraphs, profile["font"]),
        *_missing_faults(parts.held),
        *(
            fault
            for name, each in parts.named
            for fault in _part_faults(name, each, profile["elements"][name])
        ),
        *_body_faults(parts.body, profile["body"]),
        *_word_faults(parts, grammar),
    ]


def _word_faults(parts: Parts, grammar: Grammar) -> list[Reason]:
    """What a draft of the same words would be told, and where they are not as a draft prints them."""
    row, held = parts.row(), parts.held
    text = "\n".join(each.text for each in parts.body)
    unsaid = {field for field, name in TOLD_OF.items() if name not in held}
    told = [each for each in form_faults(row, text) if each.field not in unsaid]
    return [*told, *citation_faults(text, grammar), *_unlike_printed(parts, row, grammar)]


def _unlike_printed(parts: Parts, row: DraftRow, grammar: Grammar) -> Iterator[Reason]:
    """Each part beside the way it is printed here; a day or number still dotted says nothing."""
    as_printed: dict[str, Callable[[str], str]] = {
        "number": lambda text: _number(text, grammar),
        "date": _date,
        "addressee": lambda text: _sent_to(text, row.kind),
    }
    for name, right in as_printed.items():
        for each in parts.lines(name):
            if (wanted := right(each)) != " ".join(each.split()):
                yield _tell(mark("{part}: viết «{wanted}»."), part=PARTS[name], wanted=wanted)
    if parts.lines("recipients") != listed(recipients(row.recipients)):
        yield _tell(
            mark(
                "Nơi nhận: mỗi nơi một dòng, bắt đầu bằng «- », kết thúc bằng dấu chấm phẩy, nơi cuối cùng bằng dấu chấm."
            )
        )
    for each in parts.lines("authority"):
        sign = SIGNED_FOR.match(each)
        if sign and (sign[0] != row.signing.printed or each[sign.end() :].startswith(".")):
            yield _tell(
                mark("Đề ký của Đảng viết «T/M», «K/T», «T/L», «TUQ», không viết dấu chấm.")
            )


def _number(text: str, grammar: Grammar) -> str:
    """Below ten with a zero, as numbers are given."""
    sign = as_prescribed(NUMBERED.sub(r"\g<sign>", text).strip(), grammar)
    return NUMBER.format(f"0{sign}" if re.match(r"\d(?!\d)", sign) else sign)


def _date(text: str) -> str:
    found = DATED.match(text)
    told = [found[name].strip() for name in ("year", "month", "day")] if found else []
    if not found or not all(each.isdecimal() for each in told):
        return " ".join(text.split())
    try:
        return placed(found["place"], date(*map(int, told)))
    except ValueError:  # no such day: dotted, to be said again
        return placed(found["place"], None)


def _sent_to(text: str, kind: InstrumentKind) -> str:
    return SENT_TO.sub(lambda found: addressed(kind, found["whom"]).strip(), text)


def _tell(text: str, **values: object) -> Reason:
    return Reason(text, values, LAYOUT_RULE, "file")


def _page_faults(page: PageSeen, asked: dict[str, float]) -> Iterator[Reason]:
    text = mark("{side}: {found} mm, theo mẫu là {wanted} mm.")
    for name, side in SIDES.items():
        found = getattr(page, name)
        if abs(found - asked[name]) > OFF:
            yield _tell(text, side=side, found=_figure(found), wanted=_figure(asked[name]))


def _font_faults(paragraphs: Sequence[ParagraphSeen], font: str) -> Iterator[Reason]:
    text = mark("{n} đoạn dùng phông «{found}», theo mẫu là «{wanted}».")
    others = [each.font for each in paragraphs if each.font not in ("", font)]
    for other in sorted(set(others)):
        yield _tell(text, n=others.count(other), found=other, wanted=font)


def _number_faults(seen: LookSeen) -> Iterator[Reason]:
    if not seen.others_numbered:
        yield _tell(mark("Chưa đặt số trang cho các trang từ trang thứ hai."))
    if seen.first_numbered:
        yield _tell(mark("Trang thứ nhất có số trang; theo mẫu số trang có từ trang thứ hai."))


def _missing_faults(held: set[str]) -> Iterator[Reason]:
    for name in REQUIRED:
        if name not in held and not (name == "title" and "letter_title" in held):
            yield _tell(mark("Không thấy phần «{part}»."), part=PARTS[name])


def _part_faults(name: str, each: ParagraphSeen, look: dict[str, Any]) -> Iterator[Reason]:
    if each.size != look["size"]:
        text = mark("{part}: cỡ chữ {found}, theo mẫu là {wanted}.")
        found, wanted = _figure(each.size), _figure(look["size"])
        yield _tell(text, part=PARTS[name], found=found, wanted=wanted)
    for flag, said in LOOKS.items():
        asked = bool(look.get(flag) or (flag == "underline" and look.get("rule")))
        if asked and not getattr(each, flag):
            yield _tell(mark("{part}: theo mẫu phải {look}."), part=PARTS[name], look=said)
        if not asked and getattr(each, flag):
            yield _tell(mark("{part}: theo mẫu không {look}."), part=PARTS[name], look=said)
    if look.get("caps") and each.text.upper() != each.text:
        yield _tell(mark("{part}: theo mẫu viết chữ in hoa."), part=PARTS[name])


def _body_faults(body: Sequence[ParagraphSeen], look: dict[str, Any]) -> Iterator[Reason]:
    if not body:
        yield _tell(mark("Không thấy nội dung sau phần đầu."))
    sizes = [n for n, each in enumerate(body, start=1) if each.size != look["size"]]
    running = [(n, each) for n, each in enumerate(body, start=1) if each.aligned != "center"]
    ragged = [n for n, each in running if look["justify"] and not each.aligned]
    asked = (
        (mark("Đoạn {list}: dòng không cao đúng {wanted} pt."), "line", HALF),
        (mark("Đoạn {list}: cách đoạn trên khác {wanted} pt."), "before", HALF),
        (mark("Đoạn {list}: dòng đầu không thụt {wanted} mm."), "indent", OFF),
    )
    if sizes:
        text = mark("Đoạn {list}: cỡ chữ khác {wanted}.")
        yield _tell(text, list=_listed(sizes), wanted=_figure(look["size"]))
    if ragged:
        yield _tell(mark("Đoạn {list}: chưa dàn đều hai bên."), list=_listed(ragged))
    for flag in ("bold", "italic"):
        dressed = [n for n, each in running if line_of(each.text) in PLAIN and getattr(each, flag)]
        if dressed:
            text = mark("Đoạn {list}: theo mẫu không {look}.")
            yield _tell(text, list=_listed(dressed), look=LOOKS[flag])
    for text, name, off in asked:
        wrong = [n for n, each in running if abs(getattr(each, name) - look[name]) > off]
        if wrong:
            yield _tell(text, list=_listed(wrong), wanted=_figure(look[name]))


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(each) for each in numbers[:NAMED_AT_MOST])
    return f"{shown}, …" if len(numbers) > NAMED_AT_MOST else shown


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")
