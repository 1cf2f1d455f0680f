"""Soát thể thức một tệp — each departure of a DOCX file from a profile: its page, its parts, its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from thenchot.ground.basis.files.checking import LookSeen, PageSeen, ParagraphSeen
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import Sentence, mark
from thenchot.office.drafting.rules.layout import LAYOUT_RULE, text_faults
from thenchot.office.drafting.rules.letters import (
    DATED,
    NUMBERED,
    PARTY,
    RECIPIENTS,
    SIGNED_FOR,
    WITH_A_DOT,
)

HEAD_LINES = 15  # a paper of the Party says what it is within its first lines
OFF, HALF = 1.0, 0.5  # millimetres, points a word processor may round
NAMED_AT_MOST = 10
KINDS = {fold(kind.label) for kind in InstrumentKind}
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
    "signer": Sentence(mark("Họ tên người ký")),
}  # fmt: skip
REQUIRED = ("party", "issuer", "number", "date", "recipients_label", "signer")
ORNAMENT = re.compile(r"[\s*\-–—_.]*")
LOOKS = {
    "bold": Sentence(mark("in đậm")), "italic": Sentence(mark("in nghiêng")),
    "underline": Sentence(mark("gạch chân")),
}  # fmt: skip


@dataclass(slots=True)
class _Parts:
    """Các phần nhận ra được — by name; the body stands between head and recipients."""

    named: list[tuple[str, ParagraphSeen]]
    body: list[ParagraphSeen]


def file_faults(seen: LookSeen, profile: dict[str, Any]) -> list[Reason]:
    """Chỗ lệch thể thức của tệp — page, fonts, parts, text; what cannot be told is not guessed."""
    parts = _parts(seen.paragraphs)
    text = "\n".join(each.text for each in parts.body)
    return [
        *(fault for page in seen.pages[:1] for fault in _page_faults(page, profile["page"])),
        *_font_faults(seen.paragraphs, profile["font"]),
        *_missing_faults(parts),
        *(
            fault
            for name, each in parts.named
            for fault in _part_faults(name, each, profile["elements"][name])
        ),
        *_body_faults(parts.body, profile["body"]),
        *(text_faults(text) if parts.body else []),
    ]


def _parts(paragraphs: Sequence[ParagraphSeen]) -> _Parts:
    found = _Parts(_issuers(paragraphs[:HEAD_LINES]), [])
    foot: list[ParagraphSeen] = []
    begun = listing = False
    for place, each in enumerate(paragraphs):
        name = _head_name(each) if place < HEAD_LINES and not begun else _foot_name(each, listing)
        listing = name == "recipients_label" or (listing and name == "recipients")
        if name:
            found.named.append((name, each))
        begun = begun or (not name and each.aligned != "center" and bool(found.named))
        if begun and not name:
            told = any(said == "recipients_label" for said, _ in found.named)
            (foot if told else found.body).append(each)
    names = ("position",) * (len(foot) - 1) + ("signer",)
    found.named += zip(names, foot, strict=False)
    return found


def _issuers(head: Sequence[ParagraphSeen]) -> list[tuple[str, ParagraphSeen]]:
    """Right above the number the issuer, above it perhaps the organ it belongs to."""
    places = [place for place, each in enumerate(head) if _head_name(each) == "number"]
    above = [
        each for each in head[: places[0] if places else 0] if not ORNAMENT.fullmatch(each.text)
    ]
    last = [each for each in above if not _head_name(each)][-2:]
    return list(zip(("parent", "issuer")[-len(last) :], last, strict=True)) if last else []


def _head_name(each: ParagraphSeen) -> str:
    folded = fold(each.text)
    if folded == fold(PARTY):
        return "party"
    if NUMBERED.match(each.text):
        return "number"
    if DATED.match(each.text) and len(each.text) < 80:
        return "date"
    return "type" if folded in KINDS else ""


def _foot_name(each: ParagraphSeen, listing: bool) -> str:
    if each.text.startswith(RECIPIENTS):
        return "recipients_label"
    if listing and each.text.startswith("-"):
        return "recipients"
    return "authority" if SIGNED_FOR.match(each.text) else ""


def _tell(text: str, **values: object) -> Reason:
    return Reason(text, values, LAYOUT_RULE, "file")


def _page_faults(page: PageSeen, asked: dict[str, float]) -> Iterator[Reason]:
    text = mark("{side}: {found} mm, theo mẫu là {wanted} mm.")
    for name, side in SIDES.items():
        found = getattr(page, name)
        if abs(found - asked[name]) > OFF:
            yield _tell(text, side=side, found=_number(found), wanted=_number(asked[name]))


def _font_faults(paragraphs: Sequence[ParagraphSeen], font: str) -> Iterator[Reason]:
    text = mark("{n} đoạn dùng phông «{found}», theo mẫu là «{wanted}».")
    others = [each.font for each in paragraphs if each.font not in ("", font)]
    for other in sorted(set(others)):
        yield _tell(text, n=others.count(other), found=other, wanted=font)


def _missing_faults(parts: _Parts) -> Iterator[Reason]:
    held = {name for name, _ in parts.named}
    for name in REQUIRED:
        if name not in held:
            yield _tell(mark("Không thấy phần «{part}»."), part=PARTS[name])


def _part_faults(name: str, each: ParagraphSeen, look: dict[str, Any]) -> Iterator[Reason]:
    if each.size != look["size"]:
        text = mark("{part}: cỡ chữ {found}, theo mẫu là {wanted}.")
        found, wanted = _number(each.size), _number(look["size"])
        yield _tell(text, part=PARTS[name], found=found, wanted=wanted)
    for flag, said in LOOKS.items():
        asked = look.get(flag) or (flag == "underline" and look.get("rule"))
        if asked and not getattr(each, flag):
            yield _tell(mark("{part}: theo mẫu phải {look}."), part=PARTS[name], look=said)
    if look.get("caps") and each.text.upper() != each.text:
        yield _tell(mark("{part}: theo mẫu viết chữ in hoa."), part=PARTS[name])
    if name == "authority" and WITH_A_DOT.match(each.text):
        yield _tell(mark("Đề ký của Đảng viết «T/M», «K/T», «T/L», «TUQ», không viết dấu chấm."))


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
        yield _tell(text, list=_listed(sizes), wanted=_number(look["size"]))
    if ragged:
        yield _tell(mark("Đoạn {list}: chưa dàn đều hai bên."), list=_listed(ragged))
    for text, name, off in asked:
        wrong = [n for n, each in running if abs(getattr(each, name) - look[name]) > off]
        if wrong:
            yield _tell(text, list=_listed(wrong), wanted=_number(look[name]))


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(each) for each in numbers[:NAMED_AT_MOST])
    return f"{shown}, …" if len(numbers) > NAMED_AT_MOST else shown


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
