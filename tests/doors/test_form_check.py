"""Soát thể thức một tệp — our own DOCX departs in nothing; each planted departure is named; nothing is kept."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from drafts import begun
from honest_files import pdf
from hostile_files import HOSTILE
from world import TODAY, small_world

from thenchot.ground.basis.files.checking import look_of
from thenchot.ground.basis.models import JournalEntry
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.rules.file_form import file_faults

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def ours(client):
    """The DOCX of a draft, as the office downloads it."""
    here = small_world()
    draft = begun(here.commune, here.root)
    return client.get(f"/van-ban/du-thao/{draft}/ban-in.docx").content


def changed(content: bytes, change) -> bytes:
    paper, made = Document(io.BytesIO(content)), io.BytesIO()
    change(paper)
    paper.save(made)
    return made.getvalue()


def faults(content, tmp_path):
    place = tmp_path / "tep.docx"
    place.write_bytes(content)
    return [str(each) for each in file_faults(look_of(place), profile_on(TODAY), shipped_grammar())]


def test_what_we_write_ourselves_departs_in_nothing(ours, tmp_path):
    assert faults(ours, tmp_path) == []


def wide(paper):
    paper.sections[0].left_margin = Mm(25)


def other_font(paper):
    paper.paragraphs[-2].runs[-1].font.name = "Arial"


def small(paper):
    paper.paragraphs[-2].runs[-1].font.size = Pt(13)


def ragged(paper):
    paper.paragraphs[-2].alignment = 0


def thin(paper):
    for paragraph in paper.tables[0].rows[0].cells[1].paragraphs:
        paragraph.runs[0].bold = False


def without_recipients(paper):
    paper.tables[-1]._element.getparent().remove(paper.tables[-1]._element)


def slashed(paper):
    paper.paragraphs[-1].add_run("/.")


def tight(paper):
    paper.paragraphs[-2].paragraph_format.line_spacing = 1.5


def apart(paper):
    paper.paragraphs[-2].paragraph_format.space_before = Pt(12)


def unindented(paper):
    paper.paragraphs[-2].paragraph_format.first_line_indent = Mm(0)


def said_of(paper, table, cell, place):
    return paper.tables[table].rows[0].cells[cell].paragraphs[place].runs[0]


def thin_issuer(paper):
    said_of(paper, 0, 0, 1).bold = False


def thin_signer(paper):
    said_of(paper, -1, 1, -1).bold = False


def small_position(paper):
    said_of(paper, -1, 1, 1).text = "Phó Bí thư"


def without_issuer(paper):
    cell = paper.tables[0].rows[0].cells[0]
    for each in cell.paragraphs[:2]:
        each._element.getparent().remove(each._element)


def worded(table, cell, place, words):
    """The words of one part put in place of what stands there."""

    def change(paper):
        said_of(paper, table, cell, place).text = words

    return change


def dressed(table, cell, place, what):
    """One part set in bold or italics."""

    def change(paper):
        setattr(said_of(paper, table, cell, place), what, True)

    return change


def titled(words):
    def change(paper):
        paper.paragraphs[1].runs[0].text = words

    return change


def untitled(paper):
    paper.paragraphs[1]._element.getparent().remove(paper.paragraphs[1]._element)


def dressed_body(what):
    def change(paper):
        ground = next(each for each in paper.paragraphs if each.text.startswith("- Căn cứ"))
        setattr(ground.runs[0], what, True)

    return change


def unnumbered(paper):
    (field,) = paper.sections[0].header._element.iter(qn("w:fldSimple"))
    field.getparent().remove(field)


def numbered_first(paper):
    paper.sections[0].different_first_page_header_footer = False


def not_filed(paper):
    said_of(paper, -1, 0, 1).text = "- Như Điều 3."
    last = paper.tables[-1].rows[0].cells[0].paragraphs[-1]._element
    last.getparent().remove(last)


def as_letter(*head, addressee="Kính gửi: Tỉnh ủy"):
    """No type, its title under the number, whom it addresses above the text."""

    def change(paper):
        number = paper.tables[0].rows[0].cells[0].paragraphs[-1]
        for words in head:
            more = paper.tables[0].rows[0].cells[0].add_paragraph()
            more.alignment = 1
            run = more.add_run(words)
            run.italic, run.font.size = True, Pt(12)
            number._element.addnext(more._element)
        kind, title, dashes = paper.paragraphs[:3]
        for each in (kind, title):
            each._element.getparent().remove(each._element)
        dashes.runs[0].text = addressee

    return change


def as_submission(addressee):
    def change(paper):
        paper.paragraphs[0].runs[0].text = "TỜ TRÌNH"
        more = paper.paragraphs[2].insert_paragraph_before("")
        paper.paragraphs[3]._element.addnext(more._element)
        run = more.add_run(addressee)
        more.alignment, run.font.size, run.font.name = 1, Pt(14), "Times New Roman"

    return change


DAY = "ngày {} tháng {} năm 2026"
RIGHT = {
    "a small number": worded(0, 0, 3, "Số 05-QĐ/TU"),
    "an early day": worded(0, 1, 1, "Thử, " + DAY.format("05", "02")),
    "a later month": worded(0, 1, 1, "Thử, " + DAY.format("15", "3")),
    "a day still dotted": worded(0, 1, 1, "Thử, " + DAY.format("…", "…")),
    "a letter": as_letter("về việc thử"),
    "a submission": as_submission("Kính trình: Ban Thường vụ Tỉnh ủy"),
}
WRONG = {
    "a colon": (worded(0, 0, 3, "Số: 12-QĐ/TU"), "Số, ký hiệu: viết «Số 12-QĐ/TU»."),
    "no zero": (worded(0, 0, 3, "Số 5-QĐ/TU"), "Số, ký hiệu: viết «Số 05-QĐ/TU»."),
    "the state's sign": (worded(0, 0, 3, "Số 31/QĐ-TU"), "Số, ký hiệu: viết «Số 31-QĐ/TU»."),
    "an early day": (
        worded(0, 1, 1, "Thử, " + DAY.format("5", "2")),
        "Địa danh, ngày tháng năm: viết «Thử, ngày 05 tháng 02 năm 2026».",
    ),
    "a later month": (
        worded(0, 1, 1, "Thử, " + DAY.format("15", "03")),
        "Địa danh, ngày tháng năm: viết «Thử, ngày 15 tháng 3 năm 2026».",
    ),
    "no such day": (worded(0, 1, 1, "Thử, " + DAY.format("31", "02")), "viết «Thử, ngày ... tháng"),
    "no place": (worded(0, 1, 1, DAY.format("15", "3")), "Thiếu địa danh"),
    "no comma": (worded(0, 1, 1, "Thử " + DAY.format("15", "3")), "viết «Thử, ngày 15 tháng 3"),
    "a capital": (titled("Về việc thử"), "Trích yếu bắt đầu bằng chữ thường"),
    "short title": (titled("V/v thử"), "không viết «V/v»."),
    "a stop": (titled("về việc thử."), "Trích yếu không có dấu chấm cuối."),
    "no title": (untitled, "Không thấy phần «Trích yếu»."),
    "short title of a letter": (as_letter("V/v thử"), "không viết «V/v»."),
    "a letter to nobody": (as_letter("về việc thử", addressee="-----"), "phải có nơi kính gửi"),
    "a letter laid before": (
        as_letter("về việc thử", addressee="Kính trình: Tỉnh ủy"),
        "Nơi kính gửi, kính trình: viết «Kính gửi: Tỉnh ủy».",
    ),
    "a submission sent": (
        as_submission("Kính gửi: Tỉnh ủy"), "Nơi kính gửi, kính trình: viết «Kính trình: Tỉnh ủy».",
    ),
    "an academic": (worded(-1, 1, -1, "PGS.TS Nguyễn Văn Thử"), "học hàm, học vị"),
    "a deputy for the head": (
        lambda paper: (
            worded(-1, 1, 0, "K/T BÍ THƯ")(paper), worded(-1, 1, 1, "PHÓ BÍ THƯ")(paper),
        ),
        "Phó bí thư ký T/M tập thể",
    ),
    "no slash": (worded(-1, 1, 0, "TM BAN THƯỜNG VỤ"), "Đề ký của Đảng viết"),
    "not filed": (not_filed, "Nơi nhận cuối cùng là «Lưu …»."),
    "filed with a colon": (worded(-1, 0, -1, "- Lưu: Văn phòng."), "không có dấu hai chấm"),
    "filed with the clerks": (worded(-1, 0, -1, "- Lưu VT."), "Không ghi «VT»"),
    "no semicolon": (worded(-1, 0, 1, "- Như Điều 3,"), "kết thúc bằng dấu chấm phẩy"),
    "filed without a dash": (worded(-1, 0, -1, "Lưu Văn phòng."), "bắt đầu bằng «- »"),
    "a bold position": (dressed(-1, 1, 1, "bold"), "Chức vụ người ký: theo mẫu không in đậm."),
    "a bold number": (dressed(0, 0, 3, "bold"), "Số, ký hiệu: theo mẫu không in đậm."),
    "an italic issuer": (dressed(0, 0, 1, "italic"), "Cơ quan ban hành: theo mẫu không in nghiêng."),
    "an underlined issuer": (
        dressed(0, 0, 1, "underline"), "Cơ quan ban hành: theo mẫu không gạch chân.",
    ),
    "italic grounds": (dressed_body("italic"), "Đoạn 1: theo mẫu không in nghiêng."),
    "bold grounds": (dressed_body("bold"), "Đoạn 1: theo mẫu không in đậm."),
    "no page number": (unnumbered, "Chưa đặt số trang cho các trang từ trang thứ hai."),
    "a number on page one": (numbered_first, "Trang thứ nhất có số trang"),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_a_draft_would_print_is_no_departure(ours, tmp_path, name):
    assert faults(changed(ours, RIGHT[name]), tmp_path) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_file_is_held_to_the_rules_of_a_draft_and_told_once(ours, tmp_path, name):
    change, told = WRONG[name]
    (found,) = faults(changed(ours, change), tmp_path)
    assert told in found


@pytest.mark.parametrize("sign", ["T/M", "K/T", "T/L", "TUQ"])
def test_each_way_of_signing_is_known_and_bears_no_dot(ours, tmp_path, sign):
    def signed(words):
        def change(paper):
            said_of(paper, -1, 1, 0).text = f"{words} TRƯỞNG BAN"

        return faults(changed(ours, change), tmp_path)

    assert signed(sign) == []
    assert signed(f"{sign.replace('/', '')}.") == [
        "Đề ký của Đảng viết «T/M», «K/T», «T/L», «TUQ», không viết dấu chấm."
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (tight, "dòng không cao đúng 18 pt."),
        (apart, "cách đoạn trên khác 6 pt."),
        (unindented, "dòng đầu không thụt 10 mm."),
        (thin_issuer, "Cơ quan ban hành: theo mẫu phải in đậm."),
        (thin_signer, "Họ tên người ký: theo mẫu phải in đậm."),
        (small_position, "Chức vụ người ký: theo mẫu viết chữ in hoa."),
        (without_issuer, "Không thấy phần «Cơ quan ban hành»."),
        (wide, "Lề trái: 25 mm, theo mẫu là 30 mm."),
        (other_font, "1 đoạn dùng phông «Arial», theo mẫu là «Times New Roman»."),
        (small, "cỡ chữ khác 14."),
        (ragged, "chưa dàn đều hai bên."),
        (thin, "Tiêu đề: theo mẫu phải in đậm."),
        (without_recipients, "Không thấy phần «Nơi nhận»."),
        (slashed, "kết thúc bằng dấu chấm, không viết «./.»."),
    ],
)
def test_each_departure_is_named(ours, tmp_path, change, told):
    found = faults(changed(ours, change), tmp_path)
    assert any(told in each for each in found), found


def held() -> list[Path]:
    return sorted(each for each in settings.DATA_FOLDER.path.rglob("*") if each.is_file())


class TestPage:
    def sent(self, client, content, name="du-thao.docx", **more):
        return client.post(
            "/van-ban/the-thuc",
            {"file": SimpleUploadedFile(name, content), "file_open": "1"} | more,
        )

    def test_the_page_names_every_departure_and_keeps_nothing(self, client, ours):
        before, files = JournalEntry.objects.count(), held()
        answer = self.sent(client, changed(ours, wide))
        assert answer.status_code == 200
        assert "Lề trái: 25 mm" in answer.content.decode()
        assert "Không thấy chỗ lệch" in self.sent(client, ours).content.decode()
        assert (JournalEntry.objects.count(), held()) == (before, files)

    def test_what_is_no_docx_or_not_declared_is_refused_with_its_reason(self, client, ours):
        for answer in (
            self.sent(client, pdf(), "a.pdf"),
            self.sent(client, ours, file_open=""),
            client.post("/van-ban/the-thuc", {"file_open": "1"}),
        ):
            assert answer.status_code == 422
            assert 'id="file-fault"' in answer.content.decode()

    @pytest.mark.parametrize("name", sorted(HOSTILE))
    def test_a_hostile_file_is_refused_as_everywhere(self, client, name):
        make, _ = HOSTILE[name]
        assert self.sent(client, make()).status_code == 422


def test_the_command_says_each_departure_and_fails(ours, tmp_path):
    place = tmp_path / "tep.docx"
    for content, code in ((ours, 0), (changed(ours, wide), 1), (b"khong phai", 1)):
        place.write_bytes(content)
        command = [sys.executable, "-m", "thenchot.project.cli", "form", str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) == bool(code)
        assert ("Lề trái" in done.stderr) == (content not in (ours, b"khong phai"))
