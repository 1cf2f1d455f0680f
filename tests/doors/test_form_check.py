"""Soát thể thức một tệp — our own DOCX departs in nothing; each planted departure is named; nothing is kept."""

import io
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from docx.shared import Mm, Pt
from drafts import begun
from honest_files import pdf
from hostile_files import HOSTILE
from world import TODAY, small_world

from thenchot.ground.basis.files.checking import look_of
from thenchot.ground.basis.models import JournalEntry
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
    return [str(each) for each in file_faults(look_of(place), profile_on(TODAY))]


def test_what_we_write_ourselves_departs_in_nothing(ours, tmp_path):
    assert faults(ours, tmp_path) == []


def wide(paper):
    paper.sections[0].left_margin = Mm(25)


def other_font(paper):
    paper.paragraphs[-2].runs[0].font.name = "Arial"


def small(paper):
    paper.paragraphs[-2].runs[0].font.size = Pt(13)


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


class TestPage:
    def sent(self, client, content, name="du-thao.docx", **more):
        return client.post(
            "/van-ban/the-thuc",
            {"file": SimpleUploadedFile(name, content), "file_open": "1"} | more,
        )

    def test_the_page_names_every_departure_and_keeps_nothing(self, client, ours):
        before = JournalEntry.objects.count()
        files = sorted(settings.DATA_FOLDER.path.rglob("*"))
        answer = self.sent(client, changed(ours, wide))
        assert answer.status_code == 200
        assert "Lề trái: 25 mm" in answer.content.decode()
        assert "Không thấy chỗ lệch" in self.sent(client, ours).content.decode()
        assert (JournalEntry.objects.count(), sorted(settings.DATA_FOLDER.path.rglob("*"))) == (
            before, files,
        )  # fmt: skip

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
