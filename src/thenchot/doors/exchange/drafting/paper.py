"""Dự thảo như in — PDF by Typst and DOCX by the same profile; numbers and days stand dotted until given."""

import io
from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, same_bytes, typeset
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.basis.files.signing import KeyFile, Signs
from thenchot.office.drafting.reads.drafts import DraftPage, draft_page
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.rules.layout import BOLD, Line, Paragraph, Printed, parted
from thenchot.office.drafting.rules.letters import DRAFT, RECIPIENTS

HERE, FIELD = Path(__file__).parent, "NguoiKy"


@require_safe
def draft_file(request: Request, draft: int, shape: str) -> HttpResponse:
    """Tệp dự thảo — `ban` of the address names an earlier version."""
    asked = request.GET.get("ban", "0")
    if shape not in ("pdf", "docx") or not (asked.isascii() and asked.isdigit()):
        raise Http404
    version = int(asked[:9])
    found = draft_page(by=request.actor, on=request.on, draft=draft, version=version)
    if found is None:
        raise Http404
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    profile = profile_on(request.on)
    if shape == "pdf":
        body = typeset(HERE / "paper.typ", _parts(found, profile), made_at)
    else:
        body = document_of(found, profile, made_at)
    answer = HttpResponse(body, content_type=KINDS[shape])
    way = "inline" if shape == "pdf" else "attachment"
    answer["Content-Disposition"] = (
        f'{way}; filename="du-thao-{draft}-{found.version.number}.{shape}"'
    )
    return answer


@require_safe
def signed_draft_file(request: Request, draft: int) -> HttpResponse:
    """Bản in ký thử — where the data folder holds a key for trying out, which is worth nothing."""
    found = draft_page(by=request.actor, on=request.on, draft=draft)
    if found is None or not (settings.DEMO and settings.DATA_FOLDER.test_key.is_file()):
        raise Http404
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    printed = typeset(HERE / "paper.typ", _parts(found, profile_on(request.on)), made_at)
    signs: Signs = KeyFile(settings.DATA_FOLDER.test_key)
    answer = HttpResponse(signs.sign(printed, FIELD), content_type=KINDS["pdf"])
    answer["Content-Disposition"] = f'attachment; filename="ky-thu-{draft}.pdf"'
    return answer


def paper_of(told: Printed, title: str, draft: str, profile: dict[str, Any]) -> dict[str, Any]:
    """Nội dung bản in — each part as printed, beside the profile it is set by; `draft` stands above each page."""
    return {
        "profile": profile,
        "title": title,
        "draft": draft,
        "head": {
            "parent": told.parent, "issuer": told.issuer, "number": told.number,
            "placed": told.placed, "type": told.type, "title": told.title, "letter": told.letter,
            "addressee": told.addressee,
        },
        "paragraphs": [
            dict(zip(("line", "number", "text"), (each.line.value, *parted(each)), strict=True))
            for each in told.paragraphs
        ],
        "foot": {
            "label": RECIPIENTS, "recipients": told.recipients, "authority": told.authority,
            "position": told.position, "signer": told.signer,
        },
    }  # fmt: skip


def _parts(page: DraftPage, profile: dict[str, Any]) -> dict[str, Any]:
    return paper_of(page.printed, page.line.abstract, "" if page.paper else DRAFT, profile)


def document_of(page: DraftPage, profile: dict[str, Any], made_at: datetime) -> bytes:
    """Bản DOCX — the same parts, to be edited in a word processor; equal bytes for equal content."""
    told, paper = page.printed, Document()
    of_page = profile["page"]
    sheet = paper.sections[0]
    sheet.page_width, sheet.page_height = Mm(of_page["width"]), Mm(of_page["height"])
    sheet.top_margin, sheet.bottom_margin = Mm(of_page["top"]), Mm(of_page["bottom"])
    sheet.left_margin, sheet.right_margin = Mm(of_page["left"]), Mm(of_page["right"])
    core = paper.core_properties
    core.title, core.author, core.revision = page.line.abstract, told.issuer, 1
    core.created = core.modified = made_at.replace(tzinfo=None)
    set_by = _Words(profile)
    _above(sheet, set_by, of_page, "" if page.paper else DRAFT)
    left, right = _two_columns(paper, profile["head"])
    for name, words in (
        ("parent", told.parent),
        ("issuer", told.issuer),
        ("star", profile["elements"]["star"]["text"]),
        ("number", told.number),
        ("letter_title", told.title if told.letter else ""),
    ):
        set_by.put(left, name, words)
    set_by.put(right, "party", profile["elements"]["party"]["text"])
    set_by.put(right, "date", told.placed)
    if not told.letter:
        set_by.add(paper, "type", told.type)
        set_by.add(paper, "title", told.title)
        set_by.add(paper, "dashes", profile["elements"]["dashes"]["text"])
    if told.addressee:
        set_by.add(paper, "addressee", told.addressee)
    for each in told.paragraphs:
        set_by.body(paper, each)
    if paper.paragraphs:  # what stands between head and foot, apart from both
        paper.paragraphs[0].paragraph_format.space_before = Mm(of_page["apart"])
        paper.paragraphs[-1].paragraph_format.space_after = Mm(of_page["apart"])
    _foot(paper, told, set_by, profile)
    made = io.BytesIO()
    paper.save(made)
    return same_bytes(made)


def _above(sheet: Any, set_by: "_Words", of_page: dict[str, float], draft: str) -> None:
    """Above each page that it is a draft, as long as it is one; its number from the second on."""
    sheet.different_first_page_header_footer = True
    sheet.header_distance = Mm(of_page["header"])
    middle = Mm((of_page["width"] - of_page["left"] - of_page["right"]) / 2)
    for part in (sheet.first_page_header, sheet.header):
        line = part.paragraphs[0]
        line.style = "Normal"
        line.paragraph_format.tab_stops.add_tab_stop(middle, WD_TAB_ALIGNMENT.CENTER)
        if draft:
            set_by.line(line, "draft", draft)
    set_by.line(line, "page_number", "\t")
    number = set_by.line(line, "page_number", "2")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._element.addprevious(field)
    field.append(number._element)


def _foot(paper: Any, told: Printed, set_by: "_Words", profile: dict[str, Any]) -> None:
    left, right = _two_columns(paper, profile["foot"])
    set_by.put(left, "recipients_label", RECIPIENTS, centred=False)
    for each in told.recipients:
        set_by.put(left, "recipients", each, centred=False)
    set_by.put(right, "authority", told.authority)
    set_by.put(right, "position", told.position)
    for _ in range(profile["signature_lines"]):
        right.add_paragraph()
    set_by.put(right, "signer", told.signer)


def _two_columns(paper: Any, part: dict[str, int]) -> tuple[Any, Any]:
    """A table without lines: the cells left and right, as wide as the profile says."""
    table = paper.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    cells = table.rows[0].cells
    for cell, width in zip(
        cells, (part["left"] + part["gap"] / 2, part["right"] + part["gap"] / 2), strict=True
    ):
        cell.width = Mm(width)
        cell._element.remove(cell.paragraphs[0]._element)
    return cells[0], cells[1]


class _Words:
    """Chữ theo mẫu — paragraphs set by the elements of a profile."""

    def __init__(self, profile: dict[str, Any]) -> None:
        self.profile, self.font = profile, profile["font"]

    def put(self, cell: Any, name: str, words: str, *, centred: bool = True) -> None:
        """A part of the head or foot; nothing where the paper does not bear it."""
        if words:
            self._set(cell.add_paragraph(), name, words, centred)

    def add(self, paper: Any, name: str, words: str) -> None:
        self._set(paper.add_paragraph(), name, words, True)

    def body(self, paper: Any, each: Paragraph) -> None:
        look, paragraph = self.profile["body"], paper.add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look["line"])
        form.space_before, form.space_after = Pt(look["before"]), Pt(0)
        if each.line is Line.CENTRED:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            form.first_line_indent = Mm(look["indent"])
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        number, words = parted(each)
        if number:
            self._run(paragraph, number, look["size"]).bold = True
        self._run(paragraph, words, look["size"]).bold = each.line in BOLD

    def _set(self, paragraph: Any, name: str, words: str, centred: bool) -> None:
        paragraph.paragraph_format.space_after = Pt(0)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.line(paragraph, name, words)

    def line(self, paragraph: Any, name: str, words: str) -> Any:
        """Words of a part, behind what stands in the paragraph."""
        look = self.profile["elements"][name]
        run = self._run(paragraph, words.upper() if look.get("caps") else words, look["size"])
        run.bold, run.italic = bool(look.get("bold")), bool(look.get("italic"))
        run.underline = bool(look.get("underline") or look.get("rule"))
        return run

    def _run(self, paragraph: Any, words: str, size: float) -> Any:
        run = paragraph.add_run(words)
        run.font.name, run.font.size = self.font, Pt(size)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), self.font)
        return run
