"""Soát nội dung — citations as the Party's rules print them, numbers that go on, the spelling in use."""

import pytest

from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.drafting.rules.cited_form import citation_faults
from thenchot.office.drafting.rules.layout import text_faults

RULED = "Đoạn 1: «12/HD-BTCTW» viết đúng phép là «12-HD/BTCTW»."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- Căn cứ Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2018 của Ban Tổ chức Trung ương,", []),
        ("- Căn cứ Hướng dẫn số 12/HD-BTCTW, ngày 06/7/2018 của Ban Tổ chức Trung ương,", [RULED]),
        (
            "- Căn cứ Hướng dẫn số 12-HD/BTCTW ngày 06/7/2018 của Ban Tổ chức Trung ương,",
            ["Đoạn 1: có dấu phẩy trước «ngày» khi dẫn «12-HD/BTCTW»."],
        ),
        (
            "- Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ,",
            [],
        ),  # the state's rule
        ("Theo công văn 1806/SKHCN-CĐS ngày 05/3/2020,", []),
    ],
)
def test_a_paper_of_the_party_is_cited_as_its_rules_say(line, told):
    assert [str(each) for each in citation_faults(line, shipped_grammar())] == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("I- Một", "II- Hai", "III- Ba."), []),
        (
            ("I- Một", "III- Ba."),
            ["Đoạn 2: số thứ tự không nối tiếp mục hoặc điều trước."],
        ),
        (("IV- Bốn", "V- Năm", "VI- Sáu", "IX- Chín."), ["Đoạn 4: số thứ tự không nối tiếp mục hoặc điều trước."]),
        (("Điều 1. Một.", "Điều 3. Ba."), ["Đoạn 2: số thứ tự không nối tiếp mục hoặc điều trước."]),
        (("Điều 1. Một.", "Điều 2. Hai.", "Điều 1. Của quy chế kèm theo.", "Điều 2. Hai."), []),
        (("Điều " + "1" * 5_000 + ". Dài.",), []),
        (("Các Huyện uỷ thực hiện.",), ["Đoạn 1: viết «ủy», không viết «uỷ»."]),
        (("Quỷ kế, thuỷ lợi.",), []),
    ],
)  # fmt: skip
def test_parts_and_articles_go_on_and_words_are_spelt_as_now(lines, told):
    assert [str(each) for each in text_faults("\n".join(lines))] == told
