"""Dấu độ mật — every form of the mark is stopped; titles that only mention secrecy pass."""

import itertools
import unicodedata

import pytest

from thenchot.ground.basis.files.secrecy import secrecy_marks

DEGREES = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
SHAPES = (
    "{}", "|{}|", "[ {} ]", "  {}  ", "({})", "*{}*", "│ {} │", "─{}─", "Độ mật: {}", "{}.",
    "ĐẢNG BỘ TỈNH\t{}", "{}      Hà Nội, ngày 01 tháng 02 năm 2026", "ĐẢNG ỦY | {} | SỐ 1",
    "MỨC ĐỘ MẬT: {}",
)  # fmt: skip
OTHERS = (
    *(" ".join(each) for each in DEGREES), *("  ".join(each) for each in DEGREES),
    *(unicodedata.normalize("NFD", each) for each in DEGREES),
    "MÂT", "MAT", "TOI MAT", "TUYET MAT", "TÔI MẬT", "TUYÊT MẬT", "TUYỆTMẬT", "Tối mật", "Tuyệt mật", "Tuyệt Mật", "ＭẬＴ", "M.Ậ.T",
)  # fmt: skip
PAGES = [shape.format(each) for shape in SHAPES for each in DEGREES] + list(OTHERS)
NAMES = (
    "Quyết định (M).pdf", "QĐ 12 (TM).docx", "QĐ_MAT_2026.pdf", "Mật.pdf", "mật.pdf", "mat.pdf",
    "TỐI MẬT - tờ trình.docx", "toi_mat.pdf", "Tờ trình [Mật].pdf", "tuyet-mat.pdf", "12-QĐ_TOI_MAT.pdf",
    "Tuyệt mật.pdf", "to trinh (mật).pdf", unicodedata.normalize("NFD", "Tờ trình - Mật.pdf"),
    "MẬT_12-QĐ.pdf", "12.QĐ.MẬT.pdf",
)  # fmt: skip
KINDS = ("Quyết định", "Kế hoạch", "Báo cáo", "Hướng dẫn", "QUY CHẾ", "Tờ trình", "Thông báo")
ABOUT = (
    "bảo vệ bí mật nhà nước", "văn bản có nội dung không mật", "bảo mật thông tin", "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "danh mục bí mật nhà nước độ Mật", "giải mật tài liệu", "văn bản không mật", "thân mật, gần gũi với dân",
    "kiểm tra công tác bảo mật", "bỏ phiếu kín, giữ bí mật", "hợp tác xã mật ong", "mật độ dân cư",
)  # fmt: skip
WHEN = ("năm 2026", "của Đảng ủy phường", "tại tổ dân phố số 3", "sáu tháng đầu năm")
HONEST = [" ".join(each) for each in itertools.product(KINDS, ABOUT, WHEN)]


@pytest.mark.parametrize("line", PAGES)
def test_a_mark_of_the_first_page_is_found(line):
    page = f"TỈNH ỦY\n{line}\nSố 12-QĐ/TU\nQUYẾT ĐỊNH về công tác cán bộ"
    assert secrecy_marks(page, "a.pdf")


@pytest.mark.parametrize("name", NAMES)
def test_a_mark_of_the_name_is_found(name):
    assert secrecy_marks("", name)


def test_titles_that_mention_secrecy_pass():
    assert len(HONEST) >= 300
    stopped = [each for each in HONEST if secrecy_marks(f"TỈNH ỦY\n{each}\nĐiều 1", f"{each}.pdf")]
    assert stopped == []


@pytest.mark.parametrize(
    "text",
    [
        "bảo vệ bí\nmật nhà nước",
        "BẢO VỆ BÍ\nMẬT",
        "giữ bí\nmật",
        "văn bản\nkhông mật",
        "MẶT TRẬN",
        "MẮT",
    ],
)
def test_a_wrapped_line_is_no_mark(text):
    assert not secrecy_marks(text, "")


@pytest.mark.parametrize(
    "name",
    ["bao-mat.pdf", "BAO_VE_BI_MAT.pdf", "bí-mật-nhà-nước.pdf", "khong_mat.docx", "Mặt trận.pdf"],
)
def test_an_ordinary_name_passes(name):
    assert not secrecy_marks("", name)
