"""Chữ đọc dở — where a file is too long to be read whole it is said, and its first page is read all the same."""

import pytest
from actors import demo_actor
from django.conf import settings
from honest_files import docx, pdf
from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
)
from world import TODAY, answer, small_world

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.attached import SECRET, keep_file
from thenchot.ground.basis.files.checking import opened
from thenchot.ground.basis.files.child import LONGEST_TEXT
from thenchot.ground.basis.files.faults import HEAVY
from thenchot.ground.basis.models import FileText
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Misread
from thenchot.office.documents.reads.cited import MOST_READ, cited_in_file
from thenchot.project.data_folder import DataFolder

PAGES, LINES = 80, 4000


def page_of(writer: PdfWriter, said: bytes) -> None:
    """One page that says these words, in very many pieces."""
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    drawn = DecodedStreamObject()
    drawn.set_data(
        b"BT /F1 9 Tf 50 800 Td (" + said + b") Tj " + b"0 -20 Td (a) Tj " * LINES + b"ET"
    )
    page[NameObject("/Contents")] = writer._add_object(drawn)


def long_pdf(first: bytes = b"So 1-BC/TU") -> bytes:
    """A page of these words, then more of them than time allows to read."""

    def change(writer: PdfWriter) -> None:
        writer.remove_page(0)
        for number in range(PAGES):
            page_of(writer, b"trang cuoi" if number else first)

    return pdf(change)


def seen(tmp_path, content: bytes, name: str = ""):
    place = tmp_path / "tep"
    place.write_bytes(content)
    return opened(place, name)


def test_a_long_pdf_is_read_in_part_and_says_how_far(tmp_path):
    found = seen(tmp_path, long_pdf())
    assert found.pages == PAGES
    assert found.pages_read is not None
    assert 1 <= found.pages_read < PAGES
    assert found.first_page.startswith("So 1-BC/TU")


def test_a_short_one_is_read_whole(tmp_path):
    assert seen(tmp_path, pdf()).pages_read is None
    assert seen(tmp_path, docx("Chào")).pages_read is None


def test_letters_beyond_the_room_are_said_to_be_cut(tmp_path):
    found = seen(tmp_path, ("một dòng\n" * (LONGEST_TEXT // 8)).encode(), "a.csv")
    assert (found.pages_read, len(found.text)) == (0, LONGEST_TEXT)


def test_a_first_page_beyond_the_room_is_refused_and_not_judged_by_its_beginning(tmp_path):
    with pytest.raises(Misread) as refusal:
        seen(tmp_path, ("x " * LONGEST_TEXT + "\nMẬT\n").encode(), "a.csv")
    assert refusal.value.reason.text == HEAVY


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "data"))
    return tmp_path / "data"


def test_a_mark_on_the_first_page_of_a_long_one_is_found(folder):
    with pytest.raises(Misread) as refusal:
        keep_file([long_pdf(b"TOI MAT")], "a.pdf")
    assert refusal.value.reason.text == SECRET
    assert not [each for each in folder.rglob("*") if each.is_file()]


@pytest.mark.database
@pytest.mark.django_db
class TestShown:
    @pytest.fixture(autouse=True)
    def here(self, folder, monkeypatch):
        monkeypatch.setattr(settings, "DEMO", True)
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
        return small_world()

    def paper(self, content: bytes, name: str) -> int:
        return answer(
            register_instrument(
                demo_actor(), TODAY, kind=InstrumentKind.REPORT, number_sign="1-BC/TU",
                issuer="Tỉnh ủy", abstract="về việc thử", issued_year=2025, issued_on=TODAY,
                file_sha256=keep_file([content], name),
            )
        )  # fmt: skip

    def test_on_the_page_of_the_paper(self, client):
        paper = self.paper(long_pdf(), "a.pdf")
        kept = FileText.objects.get()
        assert kept.pages_read
        found = paper_page(by=demo_actor(), paper=paper)
        assert found is not None
        assert found.pages_read == kept.pages_read
        shown = client.get(f"/van-ban/{paper}").content.decode()
        assert f"mới đọc được chữ của {kept.pages_read} trang đầu" in shown

    def test_nothing_is_said_of_one_read_whole(self, client):
        paper = self.paper(docx("Chào"), "a.docx")
        shown = client.get(f"/van-ban/{paper}").content.decode()
        assert "1-BC/TU" in shown
        assert "Tệp dài" not in shown

    def test_what_a_file_names_after_the_part_read_is_not_passed_over_in_silence(self):
        lines = ["Căn cứ Quyết định số 15-QĐ/TU, ngày 02/01/2024"]
        long = docx(*lines, *["chữ " * 500] * (MOST_READ // 1000))
        cut = cited_in_file(by=demo_actor(), of=self.paper(long, "a.docx"))
        assert (len(cut.papers), cut.cut) == (1, True)

    def test_a_short_file_is_read_to_its_end(self):
        paper = self.paper(docx("Căn cứ Quyết định số 15-QĐ/TU, ngày 02/01/2024"), "a.docx")
        found = cited_in_file(by=demo_actor(), of=paper)
        assert (len(found.papers), found.cut) == (1, False)
