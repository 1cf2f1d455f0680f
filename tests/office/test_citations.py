"""Viện dẫn — what a text names is found, in every form met in print; what only looks like it is not."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.citations import citations_in, whole_citations
from thenchot.office.documents.rules.signs import as_prescribed, read_sign
from thenchot.office.documents.words import Family, Sign

GRAMMAR = shipped_grammar()
ONE = {  # text: (type, number, year, letters, organ, day)
    "Thi hành Kết luận số 21-KL/TW, ngày 05/10/2021 của Bộ Chính trị": (
        "Kết luận", "21", "", "KL", "TW", date(2021, 10, 5)),
    "theo Nghị quyết số 09/NQ-HĐND ngày 7-12-2024 của HĐND tỉnh": (
        "Nghị quyết", "09", "", "NQ", "HĐND", date(2024, 12, 7)),
    "Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020": (
        "Nghị định", "138", "2020", "NĐ", "CP", date(2020, 11, 27)),
    "Thông tư số 10/2022/TT-BNV": ("Thông tư", "10", "2022", "TT", "BNV", None),
    "Thông tri số 04-TT/TU": ("Thông tri", "04", "", "TT", "TU", None),
    "Luật Bảo vệ bí mật nhà nước số 117/2025/QH15": ("Luật", "117", "2025", "", "QH15", None),
    "Nghị quyết số 35/2023/UBTVQH15": ("Nghị quyết", "35", "2023", "", "UBTVQH15", None),
    "công văn số 1806/SNV-CCHC ngày 14.08.2025": (
        "Công văn", "1806", "", "", "SNV-CCHC", date(2025, 8, 14)),
    "Số: 12 - QĐ/BTCTU": ("Quyết định", "12", "", "QĐ", "BTCTU", None),
    "Quyết định số 15 QĐ/TU": ("Quyết định", "15", "", "QĐ", "TU", None),
    "QUYẾT ĐỊNH SỐ 15-QĐ/TU": ("Quyết định", "15", "", "QĐ", "TU", None),
    "Quy định số 15-QyĐ/TU": ("Quy định", "15", "", "QĐ", "TU", None),
    "Quy định về công tác cán bộ số 15-QĐ/TU": ("Quy định", "15", "", "QĐ", "TU", None),
    "Nghị quyết 36-NQ-TW": ("Nghị quyết", "36", "", "NQ", "TW", None),
    "Nghị quyết 36/NQ/TW": ("Nghị quyết", "36", "", "NQ", "TW", None),
    "Nghị quyết 01/NQ-TU": ("Nghị quyết", "01", "", "NQ", "TU", None),
    "Kế hoạch số 07 –KH/ĐU (06/9/2025)": ("Kế hoạch", "07", "", "KH", "ĐU", date(2025, 9, 6)),
    "Kế hoạch 07-KH/DU": ("Kế hoạch", "07", "", "KH", "ĐU", None),
    "Chương trình hành động số 27-CTR/TU": ("Chương trình", "27", "", "CTr", "TU", None),
    "Đề án số 03-DA/TU": ("Đề án", "03", "", "ĐA", "TU", None),
    "Công văn 09-QC/TW": ("Quy chế", "09", "", "QC", "TW", None),
    "Chỉ thị số : 40-CT/TƯ của Ban Bí thư": ("Chỉ thị", "40", "", "CT", "TW", None),
    "Chỉ thị số 40-CT/TƯ của Ban Thường vụ Tỉnh ủy": ("Chỉ thị", "40", "", "CT", "TU", None),
    "Kết luận số 77-KL/TW của Bộ Chính trị, ngày 05/6/2020": (
        "Kết luận", "77", "", "KL", "TW", date(2020, 6, 5)),
    "Ngày 28/10/2025, Ban Tổ chức Trung ương ban hành Hướng dẫn số 42-HD/BTCTW": (
        "Hướng dẫn", "42", "", "HD", "BTCTW", date(2025, 10, 28)),
    "Kế hoạch số 295 của Ban Chấp hành": ("Kế hoạch", "295", "", "", "", None),
    "Kế hoạch 316, ngày 11-12-2024": ("Kế hoạch", "316", "", "", "", date(2024, 12, 11)),
    "kế hoạch số 295 của huyện": ("Kế hoạch", "295", "", "", "", None),
    "Nghị định 30/2020 của Chính phủ": ("Nghị định", "30", "2020", "", "", None),
    "Số 399-QĐ/TW": ("Quy định", "399", "", "QĐ", "TW", None),
    "Số 88-QĐ/TU\nCần Thơ, ngày 05 tháng 02 năm 2026\nQUY ĐỊNH\nvề phân cấp quản lý": (
        "Quy định", "88", "", "QĐ", "TU", None),
    "Nghị quyết số 31-NQ/TW ngày 31/02/2024": ("Nghị quyết", "31", "", "NQ", "TW", None),
}  # fmt: skip
NONE = [
    "Có 1.899/1.899 chi bộ đã xây dựng kế hoạch kiểm tra.",
    "Xe mang biển kiểm soát 65A – 1234 đỗ ở số 12/3 đường 30-4.",
    "Ban Chỉ đạo 35 họp; chỉ tiêu số 02 đạt 15/15.",
    "Báo cáo 6 tháng đầu năm 2024, Kế hoạch 5 năm 2021-2025, Thông báo 2 lần.",
    "Kế hoạch năm 2024 có 12 nội dung; đợt 3-2-2023 có 106 đồng chí.",
    "Nghị quyết 3 năm liền không đạt; Kết luận 15 vụ việc, Quyết định 2,5 tỷ đồng.",
    "Tỷ lệ 12/15, giá 15/kg, tốc độ 60-km/h, khóa XIII, bài số 5.",
    "",
]


SAMPLE = [
    json.loads(line)
    for line in (Path(__file__).parent / "citations.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("sample", SAMPLE, ids=lambda each: each["oddity"])
@pytest.mark.parametrize("shape", ["NFC", "NFD"])
def test_each_sentence_of_the_sample_names_what_was_read_by_hand(sample, shape):
    found = citations_in(unicodedata.normalize(shape, sample["text"]), GRAMMAR)
    told = [
        {
            "raw": each.raw,
            "type": each.type,
            "number": each.sign and each.sign.number,
            "year": (each.sign and each.sign.year) or None,
            "type_abbr": (each.sign and each.sign.type_abbreviation) or None,
            "organ_abbr": (each.sign and each.sign.organ) or None,
            "date": each.issued_on and each.issued_on.isoformat(),
        }
        for each in found
    ]
    assert told == sample["found"]


def test_the_sample_is_broad():
    """Both grammars, every type of the Party with letters in common use, and enough look-alikes."""
    found = [each for sample in SAMPLE for each in sample["found"]]
    assert len(SAMPLE) >= 120
    assert sum(not sample["found"] for sample in SAMPLE) >= 20
    assert {each["type_abbr"] for each in found} >= {
        "NQ", "QĐ", "CT", "KL", "QC", "TT", "HD", "TB", "TC", "BC", "KH", "CTr", "ĐA", "PA", "DA",
        "TTr", "CV", "BB", "GM", "GGT", "BS", "QyĐ", "CĐ", "NĐ", "TTLT", "VBHN", "SY",
    }  # fmt: skip
    assert {each["organ_abbr"] for each in found} >= {
        "TW", "VPTW", "BTCTW", "BCĐTW", "TU", "VPTU", "BTCTU", "UBKTTU", "BTGDVTU", "HU", "QU", "ThU",
        "ĐU", "CB", "ĐH", "BCSĐ", "TWĐTN-BTC", "UBND", "HĐND", "CP", "TTg", "QH15", "UBTVQH15",
    }  # fmt: skip


def test_a_plenum_is_told_by_figure_or_by_word():
    for said, plenum in (
        ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII", "6"),
        ("Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng khóa XII", "6"),
        ("Kết luận Hội nghị lần thứ mười hai Ban Chấp hành Trung ương khóa XII", "12"),
        ("Nghị quyết Trung ương bốn (khóa XII)", "4"),
    ):
        (found,) = citations_in(said, GRAMMAR)
        assert (found.plenum, found.term, found.raw) == (plenum, "XII", said)


def test_plenums_named_together_share_their_term():
    for said, told in (
        ("Nghị quyết Trung ương 4, 6 khóa XII", [("4", "XII"), ("6", "XII")]),
        ("Nghị quyết Trung ương 4 và 6 (khóa XII)", [("4", "XII"), ("6", "XII")]),
        ("NQTW 4 khóa XI, XII", [("4", "XI"), ("4", "XII")]),
        ("Nghị quyết T.Ư4 khoá XII", [("4", "XII")]),
        ("Nghị quyết Trung ương 4, 15 chi bộ", [("4", "")]),
    ):
        found = citations_in(said, GRAMMAR)
        assert [(each.plenum, each.term) for each in found] == told
        assert {each.type for each in found} == {"Nghị quyết"}


@pytest.mark.parametrize(
    "text",
    [
        "các nghị quyết Trung ương năm nay", "Nghị quyết Trung ương ba năm qua",
        "Nghị quyết Trung ương hai nhiệm kỳ gần đây", "Nghị quyết Trung ương năm 2024",
    ],
)  # fmt: skip
def test_years_and_terms_behind_a_resolution_are_no_plenum(text):
    assert [each.plenum for each in citations_in(text, GRAMMAR) if each.plenum] == []


def test_two_days_of_one_number_are_two_papers():
    text = "theo 05-KH/TU, ngày 01/02/2021 và 05-KH/TU, ngày 03/4/2026; xem 05-KH/TU, 06-KH/TU"
    found = whole_citations(citations_in(text, GRAMMAR))
    assert [(str(each.sign), each.issued_on) for each in found] == [
        ("05-KH/TU", date(2021, 2, 1)), ("05-KH/TU", date(2026, 4, 3)), ("06-KH/TU", None),
    ]  # fmt: skip


def told(citation):
    sign = citation.sign
    return (
        citation.type,
        sign.number,
        sign.year,
        sign.type_abbreviation,
        sign.organ,
        citation.issued_on,
    )


@pytest.mark.parametrize("text", ONE)
@pytest.mark.parametrize("shape", ["NFC", "NFD"])
def test_a_citation_is_found_whichever_way_it_is_printed(text, shape):
    found = citations_in(unicodedata.normalize(shape, text), GRAMMAR)
    assert [told(each) for each in found] == [ONE[text]]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_citation_is_none(text):
    assert citations_in(text, GRAMMAR) == []


def test_several_papers_in_one_sentence_are_told_one_by_one():
    text = (
        "Kế hoạch 43 thực hiện Kết luận 21, Chỉ thị 05, Nghị quyết 21, 28 và các quyết định số"
        " 12-QĐ/TU, 13-QĐ/TU ngày 02/02/2024; theo Chỉ thị 05, 15 đảng viên đã ký."
    )
    found = citations_in(text, GRAMMAR)
    assert [(each.type, each.sign.number) for each in found] == [
        ("Kế hoạch", "43"), ("Kết luận", "21"), ("Chỉ thị", "05"), ("Nghị quyết", "21"),
        ("Nghị quyết", "28"), ("Quyết định", "12"), ("Quyết định", "13"), ("Chỉ thị", "05"),
    ]  # fmt: skip
    assert [text[each.start :].startswith(each.raw) for each in found] == [True] * 8


def test_a_plenum_is_not_a_number():
    found = citations_in("Nghị quyết Trung ương 4 khóa XI, khóa XII", GRAMMAR)
    assert [(each.type, each.sign, each.plenum, each.term) for each in found] == [
        ("Nghị quyết", None, "4", "XI"),
        ("Nghị quyết", None, "4", "XII"),
    ]


def test_what_the_letters_leave_open_is_said():
    (shared,) = citations_in("số 15-QĐ/TU", GRAMMAR)
    (contradicting,) = citations_in("Công văn 09-QC/TW", GRAMMAR)
    (horn,) = citations_in("số 445-KL/TƯ", GRAMMAR)
    assert all(len(each.doubts) == 1 for each in (shared, contradicting, horn))
    assert citations_in("Quyết định số 15-QĐ/TU", GRAMMAR)[0].doubts == ()


signs = st.builds(
    lambda kind, number, year, organ: Sign(
        f"{number:02d}", str(year) if kind.family == Family.LEGAL else "", kind.abbreviation, organ, kind.family
    ),
    st.sampled_from([each for each in GRAMMAR.types if each.abbreviation and not each.until_day]),
    st.integers(1, 9999),
    st.integers(1990, 2030),
    st.just("UBND"),
).map(lambda sign: sign if sign.form != Family.PARTY else Sign(sign.number, "", sign.type_abbreviation, "BTCTU"))  # fmt: skip


@given(signs, st.sampled_from("-–—−"), st.sampled_from(["{}", " {}", "{} ", " {} "]))
def test_a_sign_printed_is_read_back_through_any_dash(sign, dash, blanks):
    printed = str(sign).replace("-", blanks.format(dash))
    assert read_sign(printed, GRAMMAR) == sign


@given(st.text(alphabet="0123456789-/.,() QĐTUNWKHsốngàyIX\n", max_size=80))
def test_any_text_is_read_without_failing_and_told_as_it_stands(text):
    for each in citations_in(text, GRAMMAR):
        assert each.raw == text[each.start : each.start + len(each.raw)]


@pytest.mark.parametrize(
    ("typed", "ruled"),
    [
        ("05-nq/tu", "05-NQ/TU"), ("12-QĐ/T.U", "12-QĐ/TU"), ("1.234-QĐ/TU", "1234-QĐ/TU"),
        ("36-NQTW", "36-NQ/TW"), ("12 - CV/ BTC/TU", "12-CV/BTCTU"), ("27 CT TW", "27-CT/TW"),
        ("05-KH\u200b/ĐU", "05-KH/ĐU"), ("1718/QĐ-UBND.HC", "1718/QĐ-UBND.HC"),
        ("12-KH/CB.ĐU", "12-KH/CB.ĐU"), ("60-km/h", "60-km/h"), ("Số: 12-QĐ/TU", "12-QĐ/TU"), ("số 31/QĐ-TW", "31-QĐ/TW"),
    ],
)  # fmt: skip
def test_a_sign_typed_oddly_is_put_right(typed, ruled):
    assert as_prescribed(typed, GRAMMAR) == ruled


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("số " + "9" * 40_000, 0), ("Nghị quyết " + " " * 40_000 + "số " + " " * 40_000 + "x", 0),
        ("12-QĐ/TU của " + "Ban " * 10_000, 1), ("12-QĐ/" + "A." * 20_000, 1), ("Kế hoạch 1" + ", 2" * 10_000, 10_001),
    ],
    ids=["digits", "blanks", "capitals", "dots", "numbers"],
)  # fmt: skip
def test_what_repeats_without_end_is_read_letter_by_letter_once(text, many):
    """Minutes pass where the work grows with the square."""
    assert len(citations_in(text, GRAMMAR)) == many


def test_a_long_text_is_read_in_time_that_grows_with_its_length():
    text = "Căn cứ Quyết định số 15-QĐ/TU, ngày 03/02/2025 của Ban Thường vụ; số " + "9" * 50 + " "
    assert len(citations_in(text * 500, GRAMMAR)) == 500
