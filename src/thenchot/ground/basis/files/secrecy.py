"""Dấu độ mật — told from the first page's text and the file's name; titles that mention secrecy pass.

«Mật» is a given name too: alone it is a mark in capitals only, or where a degree of secrecy is asked for.
"""

import re
import unicodedata
from itertools import pairwise
from pathlib import PurePath

HIGHER = r"(?:T[OÔỐÓ]I|TUY[EÊỆẸ]T)"
URGENT = r"(?:(?:TH[UƯ][OƠỢ]NG)?KH[AẨ]N|H(?:ỎA|OẢ|OA)T[OỐ]C(?:H[EẸ]NGI[OỜ]H?)?)"
MARK = re.compile(rf"{URGENT}*({HIGHER}?M[AÂẬẠ]T){URGENT}*")  # the letters of a piece alone
WRITTEN_OUT = frozenset({"Tốimật", "TốiMật", "Tuyệtmật", "TuyệtMật"})
ASKED_FOR = re.compile(
    r"^\W*(?:(?:dấu|cấp)\s+)?(?:mức độ|độ|mức)\s+mật\s*(?:[:–-]|$)", re.IGNORECASE
)
NOT_A_MARK = re.compile(r"(?:BÍ|BI|BẢO|BAO|KHÔNG|KHONG)\W*$", re.IGNORECASE)
COLUMNS = re.compile(r"\t|\||│|\s{3,}")
BRACKETED = re.compile(r"[(\[{]\s*(?:M|TM|TUM|TUYM|ToM|TốiM|TuyM)\s*[)\]}]")
CUTS = re.compile(r"[_()\[\]{}.,;+–—-]+")

PLAIN = r"((?:TỐI |TUYỆT )?MẬT)"
SPACED = r"((?:T\s*Ố\s*I\s*|T\s*U\s*Y\s*Ệ\s*T\s*)?M\s*Ậ\s*T)(?!\w)"  # as some programs set letters
FIRST = re.compile(rf"\W*{SPACED}(.*)")
TWO_BLANKS = re.compile(rf"\W*{PLAIN}\s\s+\S+(?:\s\S+)*\s*$")
LAST = re.compile(rf"(?:/[^\s/]+|\s\d{{4}}|VIỆT NAM|Hạnh phúc)\s+{PLAIN}\W*$")
HEADS = ("ĐẢNGCỘNGSẢN", "CỘNGHÒAXÃHỘI", "CỘNGHOÀXÃHỘI")  # of the right column

FAMILIES = (
    "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Lâm|Mai|Trịnh"
    "|Trương|Đào|Châu|Tạ|Thạch|Lưu|Tô|Quách|Nguyen|Tran|Le|Pham|Hoang|Huynh|Vo|Bui|Ngo|Thach|Quach)"
)
NOT_A_FAMILY = (  # words that begin as a family name does
    r"(?!(?:Hồ[-_.\s]+Sơ|Lý[-_.\s]+(?:Lịch|Luận|Do)|Đào[-_.\s]+Tạo|Vũ[-_.\s]+(?:Khí|Trang)"
    r"|Tô[-_.\s]+Giác|Mai[-_.\s]+Táng|Tạ[-_.\s]+Ơn|Lưu[-_.\s]+(?:Trữ|Hồ|Hành|Ý|Văn[-_.\s]+Thư)|Dương[-_.\s]+Tính)(?![^\W\d_]))"
)
GIVEN_NAME = re.compile(
    rf"(?<![^\W\d_]){NOT_A_FAMILY}{FAMILIES}"
    rf"(?:[-_. ]+(?!(?i:{HIGHER})[-_. ])[^\W\d_]+){{0,3}}[-_.]Mật(?![^\W\d_])"
)
FAMILY_NAME = re.compile(rf"\s*{NOT_A_FAMILY}{FAMILIES}(?:\s+[^\W\d_]+){{0,3}}\s*", re.IGNORECASE)
# In capitals, behind a family name in a numbered row of a list of people, it is a given name.
OF_PEOPLE = re.compile(r"(?<!\w)họ\b.{0,20}\btên\b", re.IGNORECASE | re.DOTALL)
FIRST_OF_ROW = re.compile(r"\s*\d{1,9}(?:\.0?)?\s*")
JUST_BEFORE = 40  # letters of what a piece may go on from


def secrecy_marks(first_page_text: str, file_name: str) -> list[str]:
    """Dấu độ mật — each mark found, as upper-case letters; none: an ordinary paper."""
    return [*_of_page(_one_form(first_page_text)), *_of_name(_one_form(file_name))]


def may_be_marked(text: str) -> bool:
    """Có thể mang dấu — the letters of a mark are there, in whatever order they were drawn."""
    return bool(re.search("Ậ|M[AÂẠ]T", "".join(_one_form(text).split())))


def _of_page(text: str) -> list[str]:
    found, asked, people = [], False, bool(OF_PEOPLE.search(text))
    lines = [line for line in text.splitlines() if line.strip()]
    for above, before, line in zip(["", "", *lines], ["", *lines], lines, strict=False):
        cells = COLUMNS.split(line)
        above, before = above[-JUST_BEFORE:], before[-JUST_BEFORE:]
        asked = asked or any(map(ASKED_FOR.search, cells))
        pieces = [(above, before, line)]  # a cell may be a line
        if len(cells) > 1:
            pieces += [(cells[0], left, cell) for left, cell in pairwise(["", *cells])]
        for first, left, piece in pieces:
            said = _stands_in(piece, asked=asked)
            if said and not (
                _given_name(said, first, left, people=people and not asked)
                or _goes_on(said, before)
                or _goes_on(said, left[-JUST_BEFORE:])
            ):
                found.append(said)
                break
    return found


def _stands_in(piece: str, *, asked: bool) -> str:
    """The mark that stands there alone, with one of urgency, or beside what another column says."""
    said = _stamped(_letters(ASKED_FOR.sub("", piece)), asked=asked)
    if said:
        return said
    if (first := FIRST.match(piece)) and _of_another_column(first[2]):
        return _letters(first[1])
    beside = TWO_BLANKS.match(piece) or LAST.search(piece)
    return _letters(beside[1]) if beside else ""


def _given_name(said: str, first: str, left: str, *, people: bool) -> bool:
    """Behind a family name, in a numbered row of a list of people that asks for no degree."""
    return (
        people
        and len(said) == len("MẬT")
        and max(len(first), len(left)) <= JUST_BEFORE
        and FIRST_OF_ROW.fullmatch(first) is not None
        and FAMILY_NAME.fullmatch(left) is not None
    )


def _of_another_column(rest: str) -> bool:
    """A remark after a colon, the head of the page, or words that are not in capitals as the mark is."""
    letters = re.sub(rf"^{URGENT}+", "", _letters(rest))
    return (
        rest.lstrip().startswith(":")
        or letters.startswith(HEADS)
        or letters[:2] != letters[:2].upper()
    )


def _goes_on(said: str, before: str) -> bool:
    """The end of a word that began before it: «bí mật», «bảo mật»."""
    return len(said) == 3 and bool(NOT_A_MARK.search("".join(before.split())))


def _of_name(name: str) -> list[str]:
    stem = PurePath(name).stem if "." in name else name
    found = [_letters(each) for each in BRACKETED.findall(stem)]
    whole = MARK.fullmatch(_letters(stem).upper())
    if whole:
        return [*found, whole[1]]
    stem = GIVEN_NAME.sub(lambda told: "" if told[0].istitle() else told[0], stem)
    pieces = [piece for piece in CUTS.split(stem) if piece.strip()]
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else ""
        said = _letters(piece)
        degree = _stamped(said, asked=True)
        if degree and re.fullmatch(HIGHER, _letters(before).upper()):
            found.append(_letters(before).upper() + degree)
        elif len(degree) > 3 or (
            degree and (said.isupper() or said.lower() == "mật") and not _goes_on(degree, before)
        ):
            found.append(degree)
    return found


def _stamped(said: str, *, asked: bool) -> str:
    """In capitals whatever the accents; «Tối mật», «Tuyệt mật» also as written in full."""
    whole = MARK.fullmatch(said.upper() if asked or said in WRITTEN_OUT else said)
    return whole[1] if whole else ""


def _letters(piece: str) -> str:
    return re.sub(r"[\W\d_]+", "", piece)


def _one_form(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text))
