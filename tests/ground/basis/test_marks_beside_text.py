"""Dấu độ mật ngoài dòng chữ — in boxes, notes, margins of print and stamps a mark is found as in a line."""

import io

import pytest
import typst
from django.conf import settings
from docx import Document
from honest_files import docx, pdf
from hostile_files import repacked, replaced
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from xlsxwriter import Workbook

from thenchot.ground.basis.attached import SECRET, keep_file
from thenchot.ground.basis.files.checking import opened
from thenchot.ground.basis.files.faults import HEAVY
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.reasons import Misread
from thenchot.project.data_folder import DataFolder

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
INNER = "<w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent>"
NEW = f"<w:drawing><wps:wsp><wps:txbx>{INNER}</wps:txbx></wps:wsp></w:drawing>"
OLD = f"<w:pict><v:shape><v:textbox>{INNER}</v:textbox></v:shape></w:pict>"
BOXES = {
    "drawing": NEW,
    "vml": OLD,
    "both": (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{NEW}</mc:Choice>"
        f"<mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>"
    ),
    "word art": '<w:pict><v:shape><v:textpath string="{0}"/></v:shape></w:pict>',
}
PLACES = ("document", "header1", "footer1", "footnotes", "endnotes")
ORDINARY = "Bảo mật thông tin"


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """Names of what is left in a folder of files of its own."""
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "data"))
    return lambda: sorted((tmp_path / "data").rglob("*.*"))


def seen(tmp_path, content: bytes):
    place = tmp_path / "tep"
    place.write_bytes(content)
    return opened(place)


def marks(tmp_path, content: bytes) -> list[str]:
    return secrecy_marks(seen(tmp_path, content).first_page, "a")


def boxed(place: str, box: str, words: str, before: str = "Số 12-BC/TU") -> bytes:
    """A letter with a box anchored in a paragraph of its body, of its margins, or of its notes."""
    line = f"<w:p{SPACES}><w:r><w:t>{before}</w:t></w:r><w:r>{box.format(words)}</w:r></w:p>"
    if place == "document":
        body = b"<w:body>"
        return replaced(docx("Chào"), "word/document.xml", body, body + line.encode())
    held = io.BytesIO()
    document = Document()
    document.add_paragraph("Chào")
    document.sections[0].header.is_linked_to_previous = False
    document.sections[0].footer.is_linked_to_previous = False
    document.save(held)
    part = f'<w:part xmlns:w="{WORD}">{line}</w:part>'
    return repacked(held.getvalue(), {f"word/{place}.xml": part.encode()})


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("shape", BOXES)
def test_a_mark_in_a_box_of_a_document_is_found(tmp_path, shape, place):
    assert marks(tmp_path, boxed(place, BOXES[shape], "MẬT")) == ["MẬT"] * (1 + (shape == "both"))


@pytest.mark.parametrize("shape", BOXES)
def test_a_box_that_only_speaks_of_secrecy_passes(tmp_path, shape):
    assert not marks(tmp_path, boxed("document", BOXES[shape], ORDINARY))


def test_a_box_is_a_line_of_its_own_and_other_lines_stay(tmp_path):
    text = seen(tmp_path, boxed("document", BOXES["drawing"], "Hỏa tốc")).text
    assert text.split("\n")[:4] == ["Số 12-BC/TU", "Hỏa tốc", "", "Chào"]


def test_a_mark_in_a_footnote_is_found(tmp_path):
    assert marks(tmp_path, boxed("footnotes", "<w:t>{}</w:t>", "MẬT", before=""))


def printed(change) -> bytes:
    """A table whose cells say nothing of secrecy, and what stands beside them."""
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        first, second = book.add_worksheet("Một"), book.add_worksheet("Hai")
        first.write_row(0, 0, ("STT", "Họ tên"))
        change(first, second)
    return held.getvalue()


BESIDE = {
    "header": lambda first, second: first.set_header("&L{}&CTỈNH ỦY"),
    "dressed header": lambda first, second: first.set_header('&C&"Arial,Bold"&14&KFF0000{}&R&P/&N'),
    "footer": lambda first, second: first.set_footer("&R{}"),
    "of the second sheet": lambda first, second: second.set_header("&C{}"),
    "box": lambda first, second: first.insert_textbox(1, 1, "{}"),
    "box of the second sheet": lambda first, second: second.insert_textbox(1, 1, "{}"),
}


@pytest.mark.parametrize("where", BESIDE)
def test_a_mark_beside_the_cells_of_a_table_is_found(tmp_path, where):
    empty = printed(BESIDE[where])
    part = "xl/drawings/drawing1.xml" if "box" in where else "xl/worksheets/sheet1.xml"
    part = part.replace("sheet1", "sheet2") if where == "of the second sheet" else part
    assert marks(tmp_path, replaced(empty, part, b"{}", "TỐI MẬT".encode())) == ["TỐIMẬT"]
    assert not marks(tmp_path, replaced(empty, part, b"{}", ORDINARY.encode()))
    assert not marks(tmp_path, replaced(empty, part, b"{}", b"1 &amp;&amp; 2"))


def test_what_stands_beside_the_cells_leaves_the_first_rows(tmp_path):
    content = printed(lambda first, second: first.set_header("&CTỈNH ỦY THỬ"))
    found = seen(tmp_path, content)
    assert found.first_page.splitlines() == ["TỈNH ỦY THỬ", "STT\tHọ tên"]
    assert found.text.strip() == "STT\tHọ tên"


def annotated(*notes, pages: int = 1) -> bytes:
    """A PDF of blank pages with notes laid on its last."""

    def change(writer: PdfWriter) -> None:
        for _ in range(pages - 1):
            writer.add_blank_page(595, 842)
        for note in notes:
            writer.add_annotation(pages - 1, note(writer) if callable(note) else note)

    return pdf(change)


def typewritten(words: str) -> FreeText:
    return FreeText(text=words, rect=(50, 700, 200, 740))


def stamp(words: str, *, drawn: bool):
    """A stamp that says its words, or only draws them."""

    def made(writer: PdfWriter) -> DictionaryObject:
        told = {
            "/Type": NameObject("/Annot"), "/Subtype": NameObject("/Stamp"),
            "/Rect": ArrayObject(map(NumberObject, (50, 700, 200, 740))),
        }  # fmt: skip
        if drawn:
            page = PdfReader(io.BytesIO(typst.compile(words.encode()))).pages[0]
            look = DecodedStreamObject()
            look.set_data(page.get_contents().get_data())
            look[NameObject("/Subtype")] = NameObject("/Form")
            look[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, 595, 842)))
            look[NameObject("/Resources")] = page["/Resources"].clone(writer)
            kept = writer._add_object(look)
            told["/AP"] = DictionaryObject({NameObject("/N"): kept})
        else:
            told["/Contents"] = TextStringObject(words)
        return DictionaryObject({NameObject(key): value for key, value in told.items()})

    return made


SHAPES = {
    "typewritten": typewritten,
    "stamp said": lambda words: stamp(words, drawn=False),
    "stamp drawn": lambda words: stamp(words, drawn=True),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_laid_on_the_first_page_of_a_pdf_is_found(tmp_path, shape):
    assert marks(tmp_path, annotated(SHAPES[shape]("Tuyệt mật"))) == ["TUYỆTMẬT"]
    assert not marks(tmp_path, annotated(SHAPES[shape](ORDINARY)))
    assert not marks(tmp_path, annotated(SHAPES[shape]("MẬT"), pages=2))


def test_a_pdf_with_more_stamps_than_can_be_read_is_refused_in_time(tmp_path):
    heavy = b"BT /F1 9 Tf " + b"(a) Tj 1 0 0 1 0 0 Tm " * 200_000 + b"ET"

    def drawn(writer: PdfWriter) -> DictionaryObject:
        note = stamp("a", drawn=True)(writer)
        note["/AP"]["/N"].get_object().set_data(heavy)
        return note

    with pytest.raises(Misread) as refused:
        seen(tmp_path, annotated(drawn, drawn, drawn))
    assert refused.value.reason.text == HEAVY


def test_a_stamp_that_draws_itself_ends(tmp_path):
    def drawn(writer: PdfWriter) -> DictionaryObject:
        note = stamp("a", drawn=True)(writer)
        look = note["/AP"].raw_get("/N")
        look.get_object().set_data(b"/X Do " * 3)
        resources = DictionaryObject(
            {NameObject("/XObject"): DictionaryObject({NameObject("/X"): look})}
        )
        look.get_object()[NameObject("/Resources")] = resources
        return note

    assert seen(tmp_path, annotated(drawn)).pages == 1


def test_stamps_of_odd_making_are_no_harm(tmp_path):
    odd = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Contents"): NumberObject(3),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): NumberObject(4)}),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (0, 0, 1, 1))),
        }
    )
    assert seen(tmp_path, annotated(odd)).pages == 1


@pytest.mark.parametrize(
    "content",
    [
        boxed("document", BOXES["drawing"], "MẬT"),
        boxed("header1", BOXES["vml"], "MẬT"),
        printed(lambda first, second: first.set_header("&CMẬT")),
        annotated(typewritten("MẬT")),
    ],
)
def test_nothing_of_a_refused_file_is_left(kept, content):
    with pytest.raises(Misread) as refused:
        keep_file([content], "a")
    assert refused.value.reason.text == SECRET
    assert kept() == []
