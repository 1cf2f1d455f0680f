"""Thể thức bản in — every element of a printed draft measured in millimetres against the profile."""

import io
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from django.conf import settings
from drafts import begun
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from pypdf import PdfReader
from world import TODAY, small_world

from thenchot.doors.exchange.making import FONTS
from thenchot.office.drafting.reads.profiles import profile_on

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MM, NEAR = 25.4 / 72, 1.0
ASCENT = 0.8  # of a line lies above its base
LONG = " ".join(f"cơ quan thứ {at} phối hợp thực hiện nhiệm vụ được giao" for at in range(12))
TEXT = "\n".join(
    ("- Căn cứ Điều lệ Đảng;", "BAN THƯỜNG VỤ QUYẾT ĐỊNH", "Điều 1. Thành lập tổ giúp việc.",
     "Điều 2. Quyết định có hiệu lực từ ngày ký.", *(f"Điều {at}. {LONG}." for at in range(3, 9)))
)  # fmt: skip
CENTRED = (  # words, element, where its column is
    ("ĐẢNG BỘ TỈNH THỬ", "parent", "left"),
    ("BAN THƯỜNG VỤ", "issuer", "left"),
    ("*", "star", "left"),
    ("Số ......", "number", "left"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", "party", "right"),
    ("Thử, ngày ... tháng ... năm ......", "date", "right"),
    ("QUYẾT ĐỊNH", "type", "page"),
    ("về việc thành lập tổ giúp việc", "title", "page"),
    ("-----", "dashes", "page"),
    ("T/M BAN THƯỜNG VỤ", "authority", "right"),
    ("BÍ THƯ", "position", "right"),
    ("Nguyễn Văn Thử", "signer", "right"),
)


@dataclass(frozen=True)
class Run:
    """Words set at once: their page; where they begin, in mm from the left and top; points high."""

    page: int
    x: float
    y: float
    words: str
    size: float


@pytest.fixture
def profile():
    return profile_on(TODAY)


@pytest.fixture
def runs(client, monkeypatch, profile):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    here = small_world()
    draft = begun(here.commune, here.root, text=TEXT)
    body = client.get(f"/van-ban/du-thao/{draft}/ban-in.pdf").content
    found: list[Run] = []
    for number, page in enumerate(PdfReader(io.BytesIO(body)).pages, start=1):

        def visit(words, outer, matrix, _, size, number=number):
            a, b, c, d, e, f = outer
            x, y = matrix[4] * a + matrix[5] * c + e, matrix[4] * b + matrix[5] * d + f
            if words.strip():
                run = Run(number, x * MM, profile["page"]["height"] - y * MM, words.strip(), size)
                found.append(run)

        page.extract_text(visitor_text=visit)
    return found


@cache
def cut(weight: int, *, italic: bool) -> TTFont:
    name = "NotoSerif-Italic" if italic else "NotoSerif"
    font = TTFont(FONTS / f"{name}[wdth,wght].ttf")
    return instantiateVariableFont(font, {"wght": weight, "wdth": 100})


def wide(words: str, look: dict) -> float:
    """How wide the words are in the face and size of an element, in millimetres."""
    face = cut(700 if look.get("bold") else 400, italic=bool(look.get("italic")))
    letters, advances = face.getBestCmap(), face["hmtx"]
    units = sum(advances[letters[ord(letter)]][0] for letter in words)
    return units / face["head"].unitsPerEm * look["size"] * MM


def of(runs: list[Run], words: str) -> Run:
    """The one run of these words, or the first that begins with them."""
    return next((run for run in runs if run.words == words), None) or next(
        run for run in runs if run.words.startswith(words)
    )


def column(profile: dict, where: str) -> float:
    """The middle of a column, from the left edge of the page."""
    page, head = profile["page"], profile["head"]
    return {
        "left": page["left"] + head["left"] / 2,
        "right": page["left"] + head["left"] + head["gap"] + head["right"] / 2,
        "page": (page["left"] + page["width"] - page["right"]) / 2,
    }[where]


@pytest.mark.parametrize(("words", "element", "where"), CENTRED)
def test_an_element_has_its_size_and_the_middle_of_its_column(runs, profile, words, element, where):
    look, run = profile["elements"][element], of(runs, words)
    assert run.size == pytest.approx(look["size"], abs=0.05)
    assert abs(run.x + wide(words, look) / 2 - column(profile, where)) <= NEAR


def test_the_first_lines_stand_under_the_upper_margin_and_none_below_the_lower(runs, profile):
    page, body = profile["page"], profile["body"]
    for words, element in (("ĐẢNG BỘ TỈNH THỬ", "parent"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "party")):
        top = of(runs, words).y - ASCENT * profile["elements"][element]["size"] * MM
        assert abs(top - page["top"]) <= NEAR
    assert max(run.y for run in runs) <= page["height"] - page["bottom"] + NEAR
    assert min(run.x for run in runs) >= page["left"] - NEAR
    second = [run for run in runs if run.page == 2 and run.y > page["top"]]
    assert abs(min(run.y for run in second) - ASCENT * body["size"] * MM - page["top"]) <= NEAR


def test_the_lines_of_the_head_stand_side_by_side_and_one_line_apart(runs, profile):
    step = profile["body"]["line"] * MM
    head = [of(runs, words).y for words in ("ĐẢNG BỘ TỈNH THỬ", "BAN THƯỜNG VỤ", "*", "Số ......")]
    assert all(abs(below - above - step) <= NEAR for above, below in pairwise(head))
    assert abs(of(runs, "Thử, ngày").y - head[-1]) <= NEAR
    assert abs(of(runs, "ĐẢNG CỘNG SẢN VIỆT NAM").y - head[0]) <= NEAR


def test_paragraphs_are_indented_and_their_lines_set_apart_as_the_profile_says(runs, profile):
    page, body = profile["page"], profile["body"]
    lines = [run for run in runs if run.page == 1 and run.y > of(runs, "Điều 2.").y - NEAR]
    begins = [run for run in lines if abs(run.x - page["left"] - body["indent"]) <= NEAR]
    assert [run.words for run in begins] == ["Điều 2.", "Điều 3.", "Điều 4.", "Điều 5."]
    follows = [run for run in lines if abs(run.x - page["left"]) <= NEAR]
    assert len(follows) > 20
    assert {round(run.size, 1) for run in lines} == {body["size"]}
    rows = sorted({round(run.y, 1) for run in begins + follows})
    within, between = body["line"] * MM, (body["line"] + body["before"]) * MM
    starts = {round(run.y, 1) for run in begins}
    for above, below in pairwise(rows):
        assert abs(below - above - (between if below in starts else within)) <= NEAR


def test_full_lines_reach_the_right_margin(runs, profile):
    """The next word would not have fitted; spaces may be set a little closer than they are cut."""
    page, look = profile["page"], {"size": profile["body"]["size"]}
    room = page["width"] - page["left"] - page["right"]
    lines = [run for run in runs if run.page == 1 and abs(run.x - page["left"]) <= NEAR]
    lines = [run for run in lines if "phối hợp" in run.words or "nhiệm vụ" in run.words]
    for line, after in pairwise(lines):
        if line.words.endswith("giao."):
            continue
        assert wide(line.words, look) <= room + 2 * NEAR
        assert wide(f"{line.words} {after.words.split()[0]}", look) > room - NEAR


def test_the_number_of_a_page_stands_above_from_the_second_on(runs, profile):
    above = [run for run in runs if run.y < profile["page"]["top"] and run.words.isdecimal()]
    assert [(run.page, run.words) for run in above] == [(2, "2"), (3, "3")]
    for run in above:
        middle = run.x + wide(run.words, {"size": run.size}) / 2
        assert abs(middle - column(profile, "page")) <= NEAR


def test_the_foot_keeps_together_with_room_to_sign(runs, profile):
    page, elements, body = profile["page"], profile["elements"], profile["body"]
    label, first = of(runs, "Nơi nhận"), of(runs, "- Như Điều 3")
    assert [abs(run.x - page["left"]) <= NEAR for run in (label, first)] == [True, True]
    assert label.size == pytest.approx(elements["recipients_label"]["size"], abs=0.05)
    assert first.size == pytest.approx(elements["recipients"]["size"], abs=0.05)
    authority, position, signer = (of(runs, words) for words, *_ in CENTRED[-3:])
    assert len({run.page for run in (label, first, authority, position, signer)}) == 1
    assert abs(label.y - authority.y) <= NEAR
    room = (signer.y - position.y) / (body["line"] * MM)
    assert profile["signature_lines"] <= room <= profile["signature_lines"] + 2
