"""Tên tệp nói số nào — as people name files; whatever leaves a doubt is asked, nothing is matched wrongly."""

import random
from datetime import date

import pytest

from thenchot.ground.plain.reasons import Reason
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules import naming
from thenchot.office.documents.rules.naming import (
    Guess,
    Numbered,
    OwnSign,
    guessed,
    numbers_in,
    own_sign,
)
from thenchot.office.documents.rules.signs import read_sign

DAY = date(2025, 11, 5)
BOOK = {  # line: sign, day
    1: ("123-QĐ/TU", DAY),
    2: ("05-KH/TU", date(2025, 3, 4)),
    3: ("7-CTr/TU", date(2025, 4, 1)),
    4: ("12-QĐ/TU", date(2024, 12, 30)),
    5: ("12-QĐ/TU", date(2025, 11, 6)),
    6: ("9-ĐA/TU", date(2025, 5, 1)),
    7: ("31-CV/BTCTU", date(2025, 5, 2)),
    8: ("30/2025/NQ-HĐND", date(2025, 6, 1)),
    9: ("123-QĐ/TU-VP", date(2025, 7, 1)),
    10: ("23-QĐ/TU", date(2025, 7, 2)),
    11: ("1806/SNV-UBND", date(2025, 7, 3)),
    12: ("15-TB/TU", date(2025, 7, 4)),
}


def book() -> list[Numbered]:
    found = []
    for line, (said, day) in BOOK.items():
        sign = read_sign(said, shipped_grammar())
        assert sign, said
        found.append(Numbered(line, sign, day))
    return found


def own(said: str, day: date | None = None) -> OwnSign:
    sign = read_sign(said, shipped_grammar())
    assert sign
    return OwnSign(sign, day)


def guess(name: str, printed: OwnSign | None = None) -> Guess:
    return guessed(name, printed, book(), shipped_grammar())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("123-QD_TU.pdf", 1),
        ("123-QĐ_TU.PDF", 1),
        ("123 QĐ TU.pdf", 1),
        ("123-QĐ/TU ngay 05-11-2025.pdf", 1),
        ("123-QĐ-TU ngày 5.11.2025.pdf", 1),
        ("123_qd_tu_2025-11-05.pdf", 1),
        ("123-QĐ_TU ngày 05 tháng 11 năm 2025.pdf", 1),
        ("123-QD-TU_05112025.pdf", 1),
        ("20251105_123-QD_TU.pdf", 1),
        ("05-11-2025 - 123-QĐ_TU.pdf", 1),
        ("QĐ 123-QĐ_TU.pdf", 1),
        ("Quyết định số 123-QĐ-TU.pdf", 1),
        ("quyet dinh 123_QD_TU_signed.pdf", 1),
        ("So 123-QD_TU (1).pdf", 1),
        ("01. 123-QĐ_TU.pdf", 1),
        ("0123-QĐ_TU.pdf", 1),
        ("123QDTU.pdf", 1),
        ("scan 123–QÐ-TU da ky.pdf", 1),
        ("123-QĐ_TU về phân công nhiệm vụ.pdf", 1),
        ("123-QĐ_TU-signed.pdf.pdf", 1),
        ("123-QĐ_TƯ.pdf", 1),
        ("VB123-QD_TU.png", 1),
        ("Quye\u0302\u0301t đi\u0323nh 123-QĐ_TU.jpg", 1),  # as a Mac writes names
        ("5-KH_TU.pdf", 2),
        ("05-KH-TU.pdf", 2),
        ("Kế hoạch 5-KH_TU ngày 4-3-2025.pdf", 2),
        ("7-CTR_TU.pdf", 3),
        ("07 - ctr - tu.pdf", 3),
        ("12-QĐ_TU ngày 30-12-2024.pdf", 4),
        ("12-QĐ_TU 06.11.2025.pdf", 5),
        ("12-QĐ_TU_2024.pdf", 4),
        ("12-2025-QD_TU.pdf", 5),
        ("9-ĐA_TU.pdf", 6),
        ("9-DA_TU.pdf", 6),
        ("31-CV_BTCTU.pdf", 7),
        ("31 CV BTC TU.pdf", 7),
        ("30-2025-NQ-HĐND.pdf", 8),
        ("30_2025_NQ_HDND.pdf", 8),
        ("123-QĐ_TU-VP.pdf", 9),
        ("123_QD_TU_VP.pdf", 9),
        ("23-QD_TU.pdf", 10),
        ("1806-SNV-UBND.pdf", 11),
        ("Thông báo 15-TB_TU.pdf", 12),
        ("123-QĐ_TU 2025.pdf", 1),
        ("123-QĐ_TU tặng Huy hiệu Đảng.pdf", 1),
        ("123-QĐ_TU sáp nhập.pdf", 1),
        ("123-QD_TU sap nhap, chi huy.pdf", 1),
    ],
)
def test_a_number_in_the_name_finds_its_paper(name, line):
    assert guess(name) == Guess(line)


@pytest.mark.parametrize(
    ("name", "lines", "why"),
    [
        ("12-QĐ_TU.pdf", (4, 5), naming.SEVERAL),
        ("12-QĐ_TU về nhiệm vụ năm 2024.pdf", (4, 5), naming.SEVERAL),
        ("123-QĐ_TU ngày 06-11-2025.pdf", (1,), naming.OTHER_DAY),
        ("12-QĐ_TU ngày 01-01-2025.pdf", (4, 5), naming.OTHER_DAY),
        ("123-QĐ_TU 2024.pdf", (1,), naming.OTHER_DAY),
        ("123-QĐ_TU năm 2024.pdf", (1,), naming.OTHER_DAY),
        ("2024_123-QĐ_TU.pdf", (1,), naming.OTHER_DAY),
        ("12-QĐ_TU 2023.pdf", (4, 5), naming.OTHER_DAY),
        ("123-QĐ_TU nháp.pdf", (1,), naming.BESIDE),
        ("123-QD_TU ban nhap.pdf", (1,), naming.BESIDE),
        ("123-QĐ_TU (chưa ký).pdf", (1,), naming.BESIDE),
        ("123-QĐ_TU bị hủy.pdf", (1,), naming.BESIDE),
        ("123-QĐ_TU - HUỶ.pdf", (1,), naming.BESIDE),
        ("Phụ lục 123-QĐ_TU.pdf", (1,), naming.BESIDE),
        ("123-QĐ_TU_PL1.pdf", (1,), naming.BESIDE),
        ("Dự thảo 123-QĐ_TU.pdf", (1,), naming.BESIDE),
        ("123-QĐ_TU danh sách kèm theo.pdf", (1,), naming.BESIDE),
        ("Kế hoạch triển khai 123-QĐ_TU.pdf", (1,), naming.BESIDE),
        ("Báo cáo 123-QĐ_TU.pdf", (1,), naming.BESIDE),
        ("góp ý 123-QĐ_TU.pdf", (1,), naming.BESIDE),
        ("1.123-QĐ_TU.pdf", (1,), naming.BESIDE),
        ("23-QĐ_TU-HC.pdf", (10,), naming.BESIDE),
        ("23-QĐ_TU thay thế 100-QĐ_TU.pdf", (10,), naming.TWO_SIGNS),
        ("15-TTr_BTCTU trình 123-QĐ_TU.pdf", (1,), naming.TWO_SIGNS),
        ("123-QĐ_TU và 5-KH_TU.pdf", (1, 2), naming.TWO_SIGNS),
    ],
)
def test_what_leaves_a_doubt_is_asked(name, lines, why):
    found = guess(name)
    assert (found.line, found.choices) == (None, lines)
    assert found.why
    assert found.why.text == why


@pytest.mark.parametrize(
    "name",
    [
        "scan0001.pdf", "123.pdf", "123-QĐ.pdf", "1123-QĐ_TU.pdf", "123a-QĐ_TU.pdf", "123-KH_TU.pdf",
        "123-QĐ_TW.pdf", "123-QĐ_HU.pdf", "8-DA_TU.pdf", "quyet dinh.pdf", "05-11-2025.pdf", "",
        "77-QĐ_TU.pdf", "12345678901234567890-QĐ_TU.pdf", "30-NQ-HĐND.pdf", "⟨05112025⟩.pdf",
        "QĐ_TU-123.pdf", "5-ĐH_TU.pdf",
    ],
)  # fmt: skip
def test_what_names_no_paper_of_the_register_is_left_alone(name):
    assert guess(name) == Guess(why=Reason(naming.UNKNOWN))


def test_one_typed_with_its_mark_is_not_another_without():
    sign = read_sign("9-DA/TU", shipped_grammar())
    assert sign
    other = [Numbered(99, sign, None)]
    assert guessed("9-ĐA_TU.pdf", None, other, shipped_grammar()).why == Reason(naming.UNKNOWN)
    assert guessed("9-DA_TU.pdf", None, other, shipped_grammar()) == Guess(99)
    assert guessed("9-DA_TU.pdf", None, [*other, *book()], shipped_grammar()).choices == (99, 6)
    assert guessed("9-ĐA_TU.pdf", None, [*other, *book()], shipped_grammar()) == Guess(6)


@pytest.mark.parametrize(
    ("name", "printed", "expected"),
    [
        ("scan0001.pdf", own("123-QĐ/TU", DAY), 1),
        ("Phụ lục 123-QĐ_TU.pdf", own("123-QĐ/TU", DAY), 1),
        ("12-QĐ_TU.pdf", own("12-QĐ/TU", date(2025, 11, 6)), 5),
        ("123-QĐ_TU.pdf", own("123-QĐ/TU"), 1),
        ("12-QĐ_TU ngày 30-12-2024.pdf", own("12-QĐ/TU"), 4),
        ("scan.pdf", own("123-QĐ/TU"), (1,)),
        ("scan.pdf", own("123-QĐ/TU", date(2024, 1, 1)), (1,)),
        ("123-QĐ_TU.pdf", own("123-QĐ/TU", date(2024, 1, 1)), (1,)),
        ("123-QĐ_TU.pdf", own("5-KH/TU", date(2025, 3, 4)), (1, 2)),
        ("123-QĐ_TU.pdf", own("88-QĐ/TU", DAY), (1,)),
        ("scan.pdf", own("88-QĐ/TU", DAY), None),
        ("scan.pdf", own("12-QĐ/TU", date(2025, 1, 1)), (4, 5)),
        ("Dự thảo 123-QĐ_TU.pdf", own("123-QĐ/TU", DAY), (1,)),
        ("Bản sao 123-QĐ_TU.pdf", own("123-QĐ/TU", DAY), (1,)),
        ("Bản nháp.pdf", own("123-QĐ/TU", DAY), (1,)),
        ("123-QĐ_TU và 5-KH_TU.pdf", own("123-QĐ/TU", DAY), (1, 2)),
        ("123-QĐ_TU ngày 06-11-2025.pdf", own("123-QĐ/TU", DAY), (1,)),
        ("123-QĐ_TU 2024.pdf", own("123-QĐ/TU", DAY), (1,)),
        ("12-QĐ_TU ngày 06-11-2025.pdf", own("12-QĐ/TU", date(2024, 12, 30)), (5, 4)),
    ],
)
def test_the_first_page_says_with_its_day_and_is_never_passed_over(name, printed, expected):
    found = guess(name, printed)
    if isinstance(expected, int):
        assert found == Guess(expected)
    else:
        assert (found.line, found.choices) == (None, expected or ())


PAGE = """TỈNH ỦY THỬ          ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 123-QĐ/TU
Thử, ngày 05 tháng 11 năm 2025
QUYẾT ĐỊNH
về việc thử
Căn cứ Quy định số 9-QĐ/TU, ngày 01 tháng 02 năm 2020
"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PAGE, own("123-QĐ/TU", DAY)),
        (PAGE.replace("Số 123", "Số: 0123"), own("0123-QĐ/TU", DAY)),
        (PAGE.replace("05 tháng 11", "5 tháng 11"), own("123-QĐ/TU", DAY)),
        (PAGE.replace("Thử, ngày 05 tháng 11 năm 2025", ""), own("123-QĐ/TU")),
        (PAGE.replace("Số 123-QĐ/TU", "Số      -QĐ/TU"), None),
        (PAGE.replace("Số 123-QĐ/TU", ""), None),
        ("DỰ THẢO\n" + PAGE, None),
        (PAGE.replace("QUYẾT ĐỊNH\n", "Số 45-QĐ/TU\n"), None),
        ("PHỤ LỤC\n(Kèm theo Quyết định số 123-QĐ/TU ngày 05 tháng 11 năm 2025)", None),
        ("Theo Công văn Số 12-CV/TU", None),
        ("", None),
    ],
)
def test_the_own_number_of_a_first_page(page, expected):
    assert own_sign(page, shipped_grammar()) == expected


def test_of_names_made_at_random_none_is_matched_wrongly():
    chance, lines, matched = random.Random(2025), book(), 0
    for _ in range(3000):
        line = chance.choice(lines)
        parts = [line.sign.number, line.sign.year, line.sign.type_abbreviation, line.sign.organ]
        cuts = chance.choice(["-", "_", " ", " - ", "–"])
        name = cuts.join(filter(None, parts))
        if chance.random() < 0.5:
            name = name.replace("Đ", "D")
        if chance.random() < 0.3:
            name = chance.choice(["Số ", "scan ", "VB_", "Phụ lục ", "1-", "dự thảo "]) + name
        if chance.random() < 0.5:
            day = chance.choice([line.issued_on, date(2023, 2, 1)])
            name += day.strftime(chance.choice([" %d-%m-%Y", "_%Y-%m-%d", " ngày %d.%m.%Y"]))
        found = guess(f"{name}.pdf")
        assert found.line in (None, line.id), name
        matched += found.line is not None
    assert matched > 1000


def test_numbers_of_a_name_are_those_that_may_be_of_a_paper():
    assert numbers_in("123-QĐ_TU ngày 05-11-2025 (2).pdf") == {123, 2}
