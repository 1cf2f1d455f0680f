"""Tệp đưa lên — what may harm is refused with its reason; honest files are taken, text and all."""

import random
import resource

import pytest
import typst
from honest_files import (
    docx,
    drawn_xlsx,
    jpg,
    noted_docx,
    noted_pdf,
    pdf,
    people_list,
    png,
    two_columns,
    xlsx,
)
from hostile_files import HOSTILE, replaced

from thenchot.ground.basis.files import child, faults
from thenchot.ground.basis.files.checking import opened
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.reasons import Misread

WORDS = [
    "Quyết",
    "định",
    "phân",
    "công",
    "công",
    "tác",
    "đồng",
    "chí",
    "ủy",
    "viên",
    "ban",
    "thường",
    "vụ",
    "đảng",
    "ủy",
    "phường",
    "năm",
    "2026",
]


def sent(tmp_path, content: bytes):
    place = tmp_path / "tep"
    place.write_bytes(content)
    return place


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("name", HOSTILE)
def test_what_may_harm_is_refused_with_its_reason(tmp_path, name):
    make, fault = HOSTILE[name]
    place, before = sent(tmp_path, make()), processor_seconds()
    with pytest.raises(Misread) as refused:
        opened(place)
    assert refused.value.reason.text == fault
    assert processor_seconds() - before <= child.SECONDS + 0.1


def _lines(luck: random.Random) -> list[str]:
    return [" ".join(luck.choices(WORDS, k=9)) for _ in range(luck.randint(1, 12))]


def _typeset(luck: random.Random) -> bytes:
    return typst.compile("\n\n".join(_lines(luck)).encode())


HONEST = (
    lambda luck: docx(*_lines(luck)),
    lambda luck: xlsx(*[(number, line) for number, line in enumerate(_lines(luck))]),
    _typeset,
    lambda luck: png(luck.randint(1, 6000), luck.randint(1, 6000)),
    lambda luck: jpg(luck.randint(1, 6000), luck.randint(1, 6000)),
    lambda luck: pdf(),
    lambda luck: drawn_xlsx(luck.choice(_lines(luck))),
    lambda luck: noted_docx(luck.choice(_lines(luck))),
    lambda luck: noted_pdf(luck.choice(_lines(luck))),
    lambda luck: luck.choice(people_list("Mật")),
    lambda luck: two_columns(
        ("về việc rà soát", ""), "QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC", *_lines(luck)
    ),
)


def test_of_three_hundred_honest_files_none_is_refused(tmp_path):
    for seed in range(300):
        found = opened(sent(tmp_path, HONEST[seed % len(HONEST)](random.Random(seed))))
        assert not secrecy_marks(found.first_page, "a")


class TestText:
    LINES = ("Điều 1. Phân công đồng chí Nguyễn Thị Ngọc Ánh", "Điều 2. Có hiệu lực từ ngày ký")

    def test_of_a_document(self, tmp_path):
        found = opened(sent(tmp_path, docx(*self.LINES)))
        assert (found.kind, found.text.split("\n")[:2]) == ("docx", list(self.LINES))

    def test_of_a_workbook(self, tmp_path):
        found = opened(sent(tmp_path, xlsx(("STT", "Họ tên"), ("a", self.LINES[0]))))
        assert (found.kind, found.text) == ("xlsx", f"STT\tHọ tên\na\t{self.LINES[0]}")

    def test_of_a_pdf_page_by_page(self, tmp_path):
        content = typst.compile(f"{self.LINES[0]}\n#pagebreak()\n{self.LINES[1]}".encode())
        found = opened(sent(tmp_path, content))
        assert (found.pages, found.first_page.strip()) == (2, self.LINES[0])
        assert self.LINES[1] in found.text

    def test_of_the_first_page_alone(self, tmp_path):
        from docx import Document

        document = Document()
        document.add_paragraph(self.LINES[0])
        document.add_page_break()
        document.add_paragraph(self.LINES[1])
        document.save(tmp_path / "a.docx")
        assert self.LINES[1] not in opened(tmp_path / "a.docx").first_page

    def test_a_picture_placed_by_the_page_does_not_end_the_first_page(self, tmp_path):
        placed = b'<w:p><w:r><w:framePr w:hAnchor="page"/></w:r></w:p>'
        content = docx("Chào", *self.LINES)
        content = replaced(content, "word/document.xml", b"<w:body>", b"<w:body>" + placed)
        content = replaced(
            content, "word/document.xml", b"</w:p><w:p>", b"</w:p>" + placed + b"<w:p>"
        )
        assert self.LINES[1] in opened(sent(tmp_path, content)).first_page


LISTED = "Họ và tên;Ngày sinh\nNguyễn Văn A;3/2/1960\n=1+1;@SUM(A1)\n"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_is_taken_as_plain_text(tmp_path, code):
    found = opened(sent(tmp_path, LISTED.encode(code)), "Danh sách.CSV")
    assert (found.kind, found.kind.media, found.text) == ("txt", "text/plain", LISTED)
    assert found.first_page.splitlines()[0] == "Họ và tên\tNgày sinh"


AS_CSV = {
    "exe": faults.UNPRINTED, "html": faults.KIND, "doc": faults.KIND, "empty": faults.KIND,
    "svg": faults.KIND, "eicar": faults.VIRUS, "macro": faults.MACRO, "pdf script": faults.ACTIVE,
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "name", "fault"),
    [
        (LISTED.encode(), "a.txt", faults.KIND),
        (LISTED.encode(), "", faults.KIND),
        (LISTED.encode("cp1258", "replace"), "a.csv", faults.NOT_UTF8),
        (b"a;b\n1;\0", "a.csv", faults.UNPRINTED),
        (b"a;b\n1;\x1b[2J", "a.csv", faults.UNPRINTED),
        (b" <html><script>a;b</script>", "a.csv", faults.KIND),
        (b"a;b\n" + b"PK\x05\x06" + b"\0" * 18, "a.csv", faults.POLYGLOT),
        *((HOSTILE[name][0](), "a.csv", fault) for name, fault in AS_CSV.items()),
    ],
)  # fmt: skip
def test_a_csv_that_is_no_plain_text_is_refused(tmp_path, content, name, fault):
    with pytest.raises(Misread) as refused:
        opened(sent(tmp_path, content), name)
    assert refused.value.reason.text == fault


def test_only_the_first_rows_of_a_table_are_its_first_page(tmp_path):
    rows = [(number, "Mật") for number in range(61)]
    page = opened(sent(tmp_path, xlsx(*rows))).first_page
    assert page.splitlines()[-1] == "59.0\tMật"


def test_a_list_of_sixty_thousand_rows_is_opened_in_time(tmp_path):
    rows = [(number, "Nguyễn Văn An", "03/02/1960", "Đảng bộ xã Thử") for number in range(59_000)]
    assert opened(sent(tmp_path, xlsx(*rows))).kind == "xlsx"


def test_a_list_of_members_of_a_whole_province_is_opened_in_time(tmp_path):
    """Twelve columns, each row of other words: what the bench reads, and half as many again."""
    rows = [(n, *(f"{column} {n}" for column in "abcdefghijk")) for n in range(50_000)]
    assert opened(sent(tmp_path, xlsx(*rows))).kind == "xlsx"


def test_silence_of_the_child_is_a_refusal(tmp_path):
    with pytest.raises(Misread, match="giới hạn"):
        opened(tmp_path / "không có")
