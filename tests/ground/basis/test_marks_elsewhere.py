"""Dấu độ mật ở ghi chú, biểu đồ, ô của biểu mẫu — wherever a reader sees a mark it is found; ordinary words pass."""

import io

import pytest
from docx import Document
from honest_files import docx, pdf
from hostile_files import repacked
from pypdf import PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from xlsxwriter import Workbook

from thenchot.ground.basis.files.checking import opened
from thenchot.ground.basis.files.secrecy import secrecy_marks

ORDINARY = "Bảo mật thông tin"
MARKED = "TỐI MẬT"


def marks(tmp_path, content: bytes) -> list[str]:
    place = tmp_path / "tep"
    place.write_bytes(content)
    return secrecy_marks(opened(place).first_page, "a")


def book(change) -> bytes:
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as made:
        first, second = made.add_worksheet("Một"), made.add_worksheet("Hai")
        first.write_row(0, 0, ("STT", "Số"))
        first.write_row(1, 0, (1, 2))
        change(made, first, second)
    return held.getvalue()


def comment(words: str) -> bytes:
    def change(made, first, second):
        first.write_comment("A1", "Xem lại")
        first.write_comment("A2", words)

    return book(change)


def comment_elsewhere(words: str) -> bytes:
    return book(lambda made, first, second: second.write_comment("B9", words))


def chart(words: str, where: str = "title", sheet: str = "") -> bytes:
    def change(made, first, second):
        drawn = made.add_chart({"type": "column"})
        drawn.add_series({"values": "=Một!$B$2:$B$2"})
        if where == "title":
            drawn.set_title({"name": words})
        else:
            drawn.set_x_axis({"name": words})
        if sheet:
            made.add_chartsheet(sheet).set_chart(drawn)
        else:
            second.insert_chart("A1", drawn)

    return book(change)


def threaded(words: str) -> bytes:
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    part = (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="A1" id="x"><text>Xem</text></threadedComment>'
        f'<threadedComment ref="A2" id="y"><text>{words}</text></threadedComment></ThreadedComments>'
    )
    return repacked(
        book(lambda made, first, second: None),
        {"xl/threadedComments/threadedComment1.xml": part.encode()},
    )


def old_box(words: str) -> bytes:
    part = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>Xem</div>'
        f"<div><font>{words}</font></div></v:textbox></v:shape></xml>"
    )
    return repacked(
        book(lambda made, first, second: None), {"xl/drawings/vmlDrawing1.vml": part.encode()}
    )


def margin(words: str, which: str) -> bytes:
    return book(lambda made, first, second: getattr(second, which)(f"&L&8Trang &P&C{words}"))


def noted(words: str) -> bytes:
    document, held = Document(), io.BytesIO()
    line = document.add_paragraph("Kính gửi")
    document.add_comment(line.runs, text="Xem lại", author="An")
    document.add_comment(line.runs, text=words, author="An")
    document.save(held)
    return held.getvalue()


def drawn(words: str, part: str) -> bytes:
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    body = f'<c xmlns:a="{main}"><a:p><a:r><a:t>{words}</a:t></a:r></a:p></c>'
    return repacked(docx("Kính gửi"), {part: body.encode()})


OFFICE = {
    "comment": comment,
    "comment of the second sheet": comment_elsewhere,
    "threaded comment": threaded,
    "box of the old kind": old_box,
    "title of a chart": chart,
    "axis of a chart": lambda words: chart(words, "axis"),
    "sheet that is a chart": lambda words: chart(words, sheet="Biểu đồ"),
    "header": lambda words: margin(words, "set_header"),
    "footer": lambda words: margin(words, "set_footer"),
    "comment of a document": noted,
    "chart of a document": lambda words: drawn(words, "word/charts/chart1.xml"),
    "diagram of a document": lambda words: drawn(words, "word/diagrams/data1.xml"),
}


@pytest.mark.parametrize("where", OFFICE)
def test_a_mark_there_is_found_and_ordinary_words_pass(tmp_path, where):
    assert "TỐIMẬT" in marks(tmp_path, OFFICE[where](MARKED))
    assert not marks(tmp_path, OFFICE[where](ORDINARY))


RECT = (50, 700, 200, 740)


def annotated(*notes: dict[str, object], pages: int = 1) -> bytes:
    """A PDF with annotations of these entries on its last page."""

    def change(writer: PdfWriter) -> None:
        for _ in range(pages - 1):
            writer.add_blank_page(595, 842)
        for note in notes:
            told = {"/Type": NameObject("/Annot"), "/Rect": ArrayObject(map(NumberObject, RECT))}
            held = DictionaryObject(
                {NameObject(key): value for key, value in (told | note).items()}
            )
            writer.add_annotation(pages - 1, held)

    return pdf(change)


def named(entries: dict[str, object]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def said(words: str) -> TextStringObject:
    return TextStringObject(words)


def stream(words: str) -> DecodedStreamObject:
    held = DecodedStreamObject()
    held.set_data(words.encode())
    return held


WIDGET = {"/Subtype": NameObject("/Widget"), "/FT": NameObject("/Tx")}
NOTES = {
    "box of a form": lambda words: WIDGET | {"/V": said(words)},
    "value a form begins with": lambda words: WIDGET | {"/DV": said(words)},
    "field above its box": lambda words: (
        {"/Subtype": NameObject("/Widget"), "/Parent": named({"/V": said(words)})}
    ),
    "long value": lambda words: WIDGET | {"/V": stream(words)},
    "choices": lambda words: WIDGET | {"/V": ArrayObject([said("Xem"), said(words)])},
    "button": lambda words: WIDGET | {"/MK": named({"/CA": said(words)})},
    "note": lambda words: {"/Subtype": NameObject("/Text"), "/Contents": said(words)},
    "mark over words": lambda words: {"/Subtype": NameObject("/Highlight"), "/Contents": said(words)},
    "box drawn": lambda words: {"/Subtype": NameObject("/Square"), "/Contents": said(words)},
    "dressed note": lambda words: {
        "/Subtype": NameObject("/Text"), "/RC": said(f"<body><p>Xem</p><p><b>{words}</b></p></body>"),
    },
}  # fmt: skip


@pytest.mark.parametrize("where", NOTES)
def test_a_mark_in_a_note_or_box_of_a_pdf_is_found(tmp_path, where):
    assert marks(tmp_path, annotated(NOTES[where](MARKED))) == ["TỐIMẬT"]
    assert not marks(tmp_path, annotated(NOTES[where](ORDINARY)))
    assert not marks(tmp_path, annotated(NOTES[where](MARKED), pages=2))  # the first page is judged


def test_notes_as_programs_make_them(tmp_path):
    def change(writer: PdfWriter) -> None:
        writer.add_annotation(0, Text(text="Xem lại", rect=RECT))
        quad = ArrayObject(map(NumberObject, (50, 740, 200, 740, 50, 700, 200, 700)))
        writer.add_annotation(0, Highlight(rect=RECT, quad_points=quad))

    assert not marks(tmp_path, pdf(change))


def test_fields_that_are_within_themselves_end(tmp_path):
    loop = named({"/V": said("a")})
    loop[NameObject("/Parent")] = named({"/V": said("b")})
    odd = {"/Subtype": NameObject("/Widget"), "/Parent": loop, "/V": NumberObject(3)}
    assert not marks(tmp_path, annotated(odd))
