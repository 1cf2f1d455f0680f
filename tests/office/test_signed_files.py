"""Gắn nhiều tệp của sổ đã nhập — each to its own paper, in one act; what is refused attaches nothing."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from django.conf import settings
from honest_files import docx, pdf
from hostile_files import EICAR
from typst import compile as typeset
from world import TODAY, small_world

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.undo import undo
from thenchot.ground.basis.attached import keep_signed_file
from thenchot.ground.basis.models import FileText, Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread, NotAllowed, Refused
from thenchot.office.documents.acts.attaching import attach_signed_file, attach_signed_files
from thenchot.office.documents.models import Outgoing
from thenchot.office.documents.reads.matching import SignedFile, matched_files, own_sign_of
from thenchot.office.documents.rules.exported import ExportedRow
from thenchot.office.documents.words import FileVerdict, Right
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SIGNS = ("9-QĐ/TU", "10-QĐ/TU", "11-KH/TU", "12-TB/TU")
PAGE = """TỈNH ỦY THỬ #linebreak() Số {sign} #linebreak() Thử, ngày {day:%d} tháng {day:%m} năm {day:%Y}

QUYẾT ĐỊNH"""
ON = date(2025, 6, 16)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))


@pytest.fixture
def here():
    return small_world()


@pytest.fixture
def lines(here) -> list[int]:
    rows = [ExportedRow(sign, ON, "Ban Thường vụ", f"về {sign}", "An") for sign in SIGNS]
    return papers.elsewhere(here.root, here.founding, *rows)


def scanned(name: str) -> bytes:
    """A scan: pages without words, no two alike."""
    return pdf(lambda writer: writer.add_metadata({"/Title": name}))


def registrar(*units: int) -> Actor:
    return Actor(
        "thu", "Văn thư", dict.fromkeys(map(str, (Right.READ, Right.REGISTER)), frozenset(units))
    )


def printed(sign: str, day: date = ON) -> bytes:
    return typeset(PAGE.format(sign=sign, day=day).encode(), format="pdf")


def signed(name: str, content: bytes | None = None, number: int | None = None) -> SignedFile:
    digest, first = keep_signed_file([content or scanned(name)], name)
    return SignedFile(name, digest, own_sign_of(first), number)


def verdicts(here, *files: SignedFile) -> list[tuple[FileVerdict, int | None]]:
    found = matched_files(by=demo_actor(), organization=here.root, files=files)
    return [(each.verdict, each.line.id if each.line else None) for each in found]


def attached(here, *files: SignedFile, by: Actor | None = None):
    return attach_signed_files(by or demo_actor(), TODAY, organization=here.root, files=files)


def digests(lines: list[int]) -> list[str]:
    held = dict(Outgoing.objects.values_list("pk", "basis__file_sha256"))
    return [held[line] for line in lines]


def refused(here, *files: SignedFile, by: Actor | None = None) -> list[tuple[str, str]]:
    tables = (Instrument, Outgoing, JournalEntry)
    before = [list(model.objects.order_by("pk").values_list()) for model in tables]
    with pytest.raises(Refused) as refusal:
        attached(here, *files, by=by)
    assert [list(model.objects.order_by("pk").values_list()) for model in tables] == before
    return [(each.field, str(each)) for each in refusal.value.reasons]


def test_files_go_to_their_papers_in_one_act(here, lines):
    files = [
        signed("9-QD_TU.pdf"), signed("scan-07.pdf", printed("10-QĐ/TU")),
        signed("Kế hoạch 11-KH_TU ngày 16-06-2025.pdf"),
    ]  # fmt: skip
    assert verdicts(here, *files) == [
        (FileVerdict.MATCHED, lines[0]), (FileVerdict.MATCHED, lines[1]), (FileVerdict.MATCHED, lines[2]),
    ]  # fmt: skip
    entries = JournalEntry.objects.count()
    done = attached(here, *files)
    assert digests(lines) == [*(each.file_sha256 for each in files), ""]
    assert JournalEntry.objects.count() == entries + 1
    assert JournalEntry.objects.latest("seq").sentence == "Gắn tệp đã ký vào 3 văn bản đi"
    assert not verify_journal().faults
    undo(demo_actor(), TODAY, entry=done.entry, key="mot", of={attach_signed_files.name})
    assert digests(lines) == [""] * 4


def test_every_file_is_told_what_becomes_of_it(here, lines):
    first, same = signed("9-QD_TU.pdf"), signed("khac.pdf", scanned("9-QD_TU.pdf"))
    assert first.file_sha256 == same.file_sha256
    attach_signed_file(
        demo_actor(), TODAY, number=lines[3], file_sha256=signed("12.pdf").file_sha256
    )
    found = matched_files(
        by=demo_actor(), organization=here.root,
        files=[
            first, same, signed("12-TB_TU.pdf"), signed("12.pdf"), signed("88-QD_TU.pdf"),
            signed("10-QD_TU (1).pdf"), signed("10-QĐ_TU.pdf"), signed("Phụ lục 11-KH_TU.pdf"),
        ],
    )  # fmt: skip
    assert [each.verdict for each in found] == [
        FileVerdict.MATCHED, FileVerdict.SAME_FILE, FileVerdict.HAS_FILE, FileVerdict.SAME_FILE,
        FileVerdict.UNMATCHED, FileVerdict.ASKED, FileVerdict.ASKED, FileVerdict.ASKED,
    ]  # fmt: skip
    assert [[each.id for each in row.offered] for row in found] == [
        [lines[0]], [], [], [], [], [lines[1]], [lines[1]], [lines[2]],
    ]  # fmt: skip
    assert "12-TB/TU" in str(found[3].why)


def test_what_is_wrong_of_any_file_attaches_none(here, lines):
    good, other = signed("9-QD_TU.pdf"), signed("scan.pdf")
    attach_signed_file(
        demo_actor(), TODAY, number=lines[3], file_sha256=signed("12.pdf").file_sha256
    )
    wrong = [
        good, signed("x.pdf", number=lines[0]), signed("y.pdf", number=999_999),
        signed("z.pdf", number=lines[3]), SignedFile("v.pdf", "f" * 64, None, lines[2]), other,
    ]  # fmt: skip
    assert refused(here, *wrong) == [
        ("2.number", "Văn bản này nhận hai tệp."),
        ("3.number", "Không có văn bản này trong sổ văn bản đi của cơ quan."),
        ("4.number", "Văn bản này đã có tệp; tệp đã giữ không thay bằng tệp khác."),
        ("5.file", "Tệp này chưa được nhận; hãy chọn lại."),
        ("6.file", "Không thấy số nào của sổ này trong tên tệp và trên trang đầu."),
    ]
    assert refused(here) == [("files", "Chưa chọn tệp nào để gắn.")]


def test_a_number_of_another_organ_takes_none(here, lines):
    theirs = papers.issued(papers.series(here.commune))
    assert refused(here, signed("1-QD_TU.pdf", number=theirs)) == [
        ("1.number", "Không có văn bản này trong sổ văn bản đi của cơ quan.")
    ]


def test_a_paper_of_the_whole_office_gets_its_file_there(here):
    """Registered by the office before the export came: a clerk of the organ alone brings no file to it."""
    register_instrument(
        demo_actor(), TODAY, kind=InstrumentKind.DECISION, number_sign="9-QĐ/TU", issuer="Ban Thường vụ",
        abstract="về việc thử", issued_year=2025, issued_on=ON,
    )  # fmt: skip
    early = ExportedRow("9-QĐ/TU", ON, "Ban Thường vụ", "về việc thử", "An")
    [line] = papers.elsewhere(here.root, here.founding, early)
    clerk, file = registrar(here.root), signed("9-QD_TU.pdf")
    [found] = matched_files(by=clerk, organization=here.root, files=[file])
    assert (found.verdict, found.offered) == (FileVerdict.REFUSED, ())
    for each in (file, replace(file, number=line)):
        [(_, why)] = refused(here, each, by=clerk)
        assert why == "Văn bản này đứng trong sổ của cơ quan khác; tệp do cơ quan ấy gắn."
    with pytest.raises(NotAllowed):
        attached(here, file, by=registrar(here.commune))
    attached(here, file)
    assert digests([line]) == [file.file_sha256]


@pytest.mark.parametrize(
    ("content", "name"),
    [(printed("9-QĐ/TU"), "TUYỆT MẬT 9-QĐ_TU.pdf"), (typeset("MẬT".encode(), format="pdf"), "9-QD_TU.pdf"),
     (docx("a"), "9-QD_TU.docx"), (EICAR, "9-QD_TU.pdf")],
)  # fmt: skip
def test_what_may_not_be_kept_leaves_nothing(here, lines, content, name):
    with pytest.raises(Misread):
        signed(name, content)
    folder = settings.DATA_FOLDER.files
    assert not list(folder.iterdir())
    assert not FileText.objects.exists()
