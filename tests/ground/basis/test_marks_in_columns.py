"""Dấu độ mật trong một cột — beside whatever the other column says a mark is found; names of people pass."""

import io

import pytest
import typst
from django.conf import settings
from docx import Document
from honest_files import people_list, two_columns, xlsx
from pypdf import PdfReader, PdfWriter, Transformation

from thenchot.ground.basis.attached import SECRET, keep_file
from thenchot.ground.basis.files.checking import opened
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.reasons import Misread
from thenchot.project.data_folder import DataFolder

MARKS = (
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "MẬT KHẨN",
    "MẬT - KHẨN",
    "TỐI MẬT – HỎA TỐC",
    "HOẢ TỐC MẬT",
)
BESIDE = (
    "về việc hồ sơ",
    "",
    "Vị Thanh, ngày 05 tháng 6 năm 2025",
    "TỈNH ỦY HẬU GIANG",
    "BẢN SỐ 1",
    "12",
)
CASES = [(MARKS[0], each) for each in BESIDE] + [(each, BESIDE[0]) for each in MARKS[1:]]
TITLE = "QUY CHẾ\nQUẢN LÝ VĂN BẢN MẬT, BẢO VỆ BÍ\nMẬT NHÀ NƯỚC"


def marks(tmp_path, content: bytes, name: str = "") -> list[str]:
    place = tmp_path / "tep"
    place.write_bytes(content)
    return secrecy_marks(opened(place, name).first_page, "a")


@pytest.mark.parametrize(("mark", "beside"), CASES)
def test_on_a_page_of_a_pdf_it_is_found_at_the_left_and_at_the_right(tmp_path, mark, beside):
    for row in ((mark, beside), (beside, mark)):
        assert marks(tmp_path, two_columns(row))


@pytest.mark.parametrize(
    "row",
    [
        ("QUẢN LÝ VĂN BẢN MẬT", "về việc hồ sơ"), ("Nguyễn Văn", "Mật"), ("BẢO VỆ BÍ", "MẬT"),
        ("MẬT ĐỘ DÂN CƯ", "TỈNH ỦY"), ("KHẨN", "HỎA TỐC"), ("", ""),
    ],
)  # fmt: skip
def test_other_words_in_columns_pass(tmp_path, row):
    assert not marks(tmp_path, two_columns(row, TITLE))


def test_the_lower_half_of_a_page_is_no_head(tmp_path):
    lower = "#v(200mm)\n#grid(columns: (1fr, 1fr), [NGUYỄN VĂN], [MẬT])"
    assert not marks(tmp_path, typst.compile(lower.encode()))


def test_a_gap_between_words_is_no_column(tmp_path):
    spread = "#block(width: 60mm)[QUẢN LÝ VĂN BẢN MẬT #linebreak(justify: true) VÀ HỒ SƠ]"
    assert not marks(tmp_path, typst.compile(spread.encode()))


TURNS = {90: ((0, 1, -1, 0, 842, 0), (842, 595)), 180: ((-1, 0, 0, -1, 595, 842), (595, 842)),
         270: ((0, -1, 1, 0, 0, 595), (842, 595))}  # fmt: skip


@pytest.mark.parametrize("turn", TURNS)
def test_a_page_scanned_on_its_side_is_read_as_it_is_shown(tmp_path, turn):
    matrix, corner = TURNS[turn]
    writer, held = (
        PdfWriter(clone_from=PdfReader(io.BytesIO(two_columns(("MẬT", "TỈNH ỦY"))))),
        io.BytesIO(),
    )
    page = writer.pages[0]
    page.add_transformation(Transformation(matrix))
    page.mediabox.upper_right = corner
    page.rotate(turn)
    writer.write(held)
    assert "MẬT" in marks(tmp_path, held.getvalue())


def test_a_page_whose_marks_of_state_do_not_match_is_read(tmp_path):
    writer, held = (
        PdfWriter(clone_from=PdfReader(io.BytesIO(two_columns(("MẬT", "TỈNH ỦY"))))),
        io.BytesIO(),
    )
    content = writer.pages[0].get_contents()
    content.set_data(b"Q Q q q\n" + content.get_data() + b"\nQ Q Q")
    writer.pages[0].replace_contents(content)
    writer.write(held)
    assert "MẬT" in marks(tmp_path, held.getvalue())


@pytest.mark.parametrize(("mark", "beside"), CASES)
def test_in_the_head_of_a_document_or_table_it_is_found(tmp_path, mark, beside):
    assert marks(tmp_path, headed((mark, beside)))
    assert marks(tmp_path, headed((beside, mark)))
    assert marks(tmp_path, xlsx(("TỈNH ỦY", "ĐẢNG CỘNG SẢN VIỆT NAM"), (mark, beside)))
    assert marks(tmp_path, f"{beside};{mark};\n".encode(), "a.csv")


def headed(row: tuple[str, str]) -> bytes:
    document, held = Document(), io.BytesIO()
    table = document.add_table(rows=0, cols=2)
    for said in (("TỈNH ỦY", "ĐẢNG CỘNG SẢN VIỆT NAM"), row):
        for cell, words in zip(table.add_row().cells, said, strict=True):
            cell.text = words
    document.save(held)
    return held.getvalue()


LINES = (
    "MẬT ĐẢNG CỘNG SẢN VIỆT NAM", "TUYỆT MẬT  ĐẢNG CỘNG SẢN VIỆT NAM", "MẬT  TỈNH ỦY HẬU GIANG",
    "MẬT CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM TỐI MẬT", "Số 12-QĐ/TU MẬT",
    "Vị Thanh, ngày 05 tháng 6 năm 2025 MẬT", "MẬT: Lưu hành hạn chế", "MẬT – Bản số 3",
    "M Ậ T v ề  vi ệ c h ồ  s ơ", "M Ậ T  KH Ẩ N", "T Ố I M Ậ T V ị  Thanh, ngày 5", "Độ mật:\tMật",
    "HỎA TỐC HẸN GIỜ - MẬT", "THƯỢNG KHẨN MẬT", "STT\tTrích yếu\tĐộ mật\n1\tQuyết định\tMật",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_joined_to_one_line_it_is_found(line):
    assert secrecy_marks(f"TỈNH ỦY\n{line}\nSố 12-QĐ/TU", "")


HONEST = (
    "1\tNguyễn Văn\tMật\t1970", "Nguyễn Văn\nMật\n1970", "Mật", "MẬT ĐỘ DÂN CƯ", "MẬT MÃ VIỆT NAM",
    "BẢO VỆ BÍ\nMẬT nhà nước", "BẢO VỆ BÍ  MẬT", "B Ả O V Ệ  B Í\nM Ậ T", "QUẢN LÝ VĂN BẢN MẬT",
    "STT\tHọ và tên\t\tNăm sinh\n1\tNGUYỄN VĂN\tMẬT\t1970", "STT\tHọ\tTên\n12.0\tTRẦN THỊ\tMẬT",
    "KHẨN", "HỎA TỐC", "Mật: số 3", "Độ mật: không",
)  # fmt: skip


@pytest.mark.parametrize("text", HONEST)
def test_names_of_people_and_other_words_pass(text):
    assert not secrecy_marks(f"TỈNH ỦY\n{text}", "")


@pytest.mark.parametrize(
    "text",
    [
        "1\tNGUYỄN VĂN\tMẬT\t1970",  # nothing says that the columns are of names
        "STT\tLoại\tMức\tHọ tên người ký\n1\tQUYẾT ĐỊNH\tMẬT\tTRẦN VĂN AN",
        "Họ và tên\tNGUYỄN VĂN\tMẬT",  # not a row of a list
    ],
)
def test_what_cannot_be_told_from_a_mark_is_one(text):
    assert secrecy_marks(text, "")


@pytest.mark.parametrize(
    "name",
    [
        "Trần-Văn-Mật.pdf", "ly_lich_Tran_Van_Mật.docx", "Lê-Mật.pdf", "Ho so_Nguyễn Thị_Mật_1970.pdf",
        "Nguyễn Văn Mật.pdf",
    ],
)  # fmt: skip
def test_a_name_of_a_person_in_the_name_of_a_file_passes(name):
    assert not secrecy_marks("", name)


@pytest.mark.parametrize(
    "name",
    [
        "MẬT_12-BC.pdf", "12-BC (TỐI MẬT).docx", "van-ban-MAT.pdf", "12-BC (MẬT KHẨN).docx", "Hồ-Sơ-Mật.pdf",
        "Lý-Lịch-Mật.pdf", "Quyết-Định-Mật.pdf", "Bao-Cao-Mật.pdf", "MẬT_Trần-Văn-Mật.pdf",
        "Trần-Văn-Mật (MẬT).pdf", "TRẦN-VĂN-MẬT.pdf", "Lê-Văn-Tối-Mật.pdf",
    ],
)  # fmt: skip
def test_a_mark_in_the_name_of_a_file_is_found(name):
    assert secrecy_marks("", name)


def test_a_list_of_people_with_a_column_of_given_names_passes(tmp_path):
    for content in (*people_list("Mật"), *people_list("MẬT")):
        assert not marks(tmp_path, content)


@pytest.mark.parametrize("row", [("MẬT", "TỈNH ỦY"), ("TỐI MẬT", "về việc hồ sơ")])
def test_nothing_of_a_refused_file_is_left(monkeypatch, tmp_path, row):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "data"))
    for content in (two_columns(row), headed(row)):
        with pytest.raises(Misread) as refused:
            keep_file([content], "a")
        assert refused.value.reason.text == SECRET
        assert list((tmp_path / "data").rglob("*.*")) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (" " * 500_000 + "x", False), ("/" * 500_000, False), ("T " * 250_000, False),
        ("1\tNGUYỄN VĂN\tMẬT\n" * 20_000, True), ("họ tên\n" + "1" * 200_000 + "|" * 200_000, False),
        ("a " * 40_000 + "BÍ\n" + "MẬT|" * 20_000, False),
    ],
)  # fmt: skip
def test_long_texts_are_judged_letter_by_letter_once(text, marked):
    """Minutes pass where the work grows with the square."""
    assert bool(secrecy_marks(text, "")) is marked


@pytest.mark.parametrize(
    "name", ["Lưu_Hồ_Sơ_Mật.pdf", "Đào_Tạo_Mật.pdf", "Vũ_Khí_Mật.pdf", "Lưu_Trữ_Mật.docx", "Tô_Giác_Mật.docx"],
)  # fmt: skip
def test_words_that_begin_as_a_family_name_does_name_no_person(name):
    assert secrecy_marks("", name) == ["MẬT"]


@pytest.mark.parametrize(
    "page",
    [
        "Họ và tên\n1\tHồ sơ cán bộ\tTUYỆT MẬT", "STT\tTên hồ sơ\tĐộ mật\tHọ và tên người lập\n1\tHồ sơ đảng viên\tMẬT",
        "Cấp độ mật:\nMật", "Cấp độ mật: Mật", "Dấu độ mật: MẬT", "Độ mật – Mật",
    ],
)  # fmt: skip
def test_where_a_degree_is_asked_for_no_name_is_excused(page):
    assert secrecy_marks(page, "")
