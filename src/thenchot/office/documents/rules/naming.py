"""Tệp của văn bản nào — told by the name of the file, as people write numbers there, and by its first page."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import YEAR, as_printed, day_in, one_spelling
from thenchot.office.documents.rules.signs import LAW, WHOLE, law_sign, whole_sign
from thenchot.office.documents.words import Sign

_GAP = r"[\s_.\-/]{1,3}"
_LONG_DAY = re.compile(
    rf"ngày{_GAP}(\d{{1,2}}){_GAP}tháng{_GAP}(\d{{1,2}}){_GAP}năm{_GAP}({YEAR})(?!\d)"
    rf"|ngay{_GAP}(\d{{1,2}}){_GAP}thang{_GAP}(\d{{1,2}}){_GAP}nam{_GAP}({YEAR})(?!\d)", re.I
)  # fmt: skip
_DAY = re.compile(rf"(?<!\d)(\d{{1,2}})[-._ /](\d{{1,2}})[-._ /]({YEAR})(?!\d)")
_TURNED = re.compile(rf"(?<!\d)({YEAR})[-._](\d{{1,2}})[-._](\d{{1,2}})(?!\d)")
_CLOSE = re.compile(r"(?<![\d⟨])(?:(\d\d)(\d\d)(20\d\d)|(20\d\d)(\d\d)(\d\d))(?!\d)")
_PIECE = re.compile(r"⟨(?P<day>\d{8})⟩|(?P<number>\d+)|(?P<word>[^\W\d_]+)")
_ENDING = re.compile(r"(?:\.(?:pdf|png|jpe?g))+$", re.I)
_OF_DAY = frozenset({"ngay", "ky", "ban", "hanh"})
_LEAD = frozenset(
    {
        "so",
        "vb",
        "van",
        "ban",
        "scan",
        "quet",
        "da",
        "ky",
        "daky",
        "signed",
        "chinh",
        "goc",
        "file",
        "tep",
        "di",
    }
)  # fmt: skip — words before a number that say nothing of whose it is
_WITH = (
    "phu luc",
    "pl",
    "kem theo",
    "dinh kem",
    "danh sach",
    "ds",
    "bieu",
    "mau",
)  # may stand in one file with it
_NOT_IT = (
    "du thao",
    "chua ky",
    "gop y",
    "tham gia",
    "trich",
    "ban sao",
    "sao y",
    "sao luc",
    "de cuong",
    "bia",
)  # fmt: skip — not the paper itself, though its number stands there
_SPOILT = re.compile(
    r" (?:nháp|hủy|huỷ) |(?<! sáp)(?<! sap)(?<! gia)(?<! hoi)(?<! thu) nhap (?!ngu|hoc|khau)"
    r"|(?<! chỉ)(?<! chi)(?<! phát)(?<! phat) huy (?!hiệu|hieu|chương|chuong|động|dong)"
)  # a rough copy, a cancelled one; typed without marks they may be parts of other words
_HEAD = 1500  # letters of a first page within which its own number and day stand
_BODY = re.compile(r"căn cứ|kính gửi|kính trình|kèm theo|điều 1\b", re.I)
_SAYS_NUMBER = re.compile(r"(?<!\w)Số\s{0,3}[:.]?\s{0,3}")
_DRAFT = re.compile(r"^\W*dự\s+thảo\b", re.I | re.M)

TWO_SIGNS = mark("Tên tệp có nhiều số văn bản.")
BESIDE = mark(
    "Tên tệp không nói chắc là chính văn bản ấy: có chữ khác bên số, hoặc chữ của phụ lục, dự thảo, bản sao, bản chưa ký, bản hủy."
)
SEVERAL = mark("Sổ có {n} văn bản mang số này; tên tệp và trang đầu không nói ngày.")
OTHER_DAY = mark(
    "Số khớp, nhưng ngày, năm trong tên tệp, ngày trên trang đầu và ngày trong sổ không khớp nhau."
)
OTHER_SIGN = mark("Trang đầu của tệp ghi số {sign}, tên tệp ghi số khác.")
NO_DAY = mark("Trang đầu có số này, không đọc được ngày.")
UNKNOWN = mark("Không thấy số nào của sổ này trong tên tệp và trên trang đầu.")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Văn bản trong sổ — the line it has there, its number and day."""

    id: int
    sign: Sign
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class OwnSign:
    """Số của chính tệp — as its first page prints it, and the day printed there."""

    sign: Sign
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class Guess:
    """Đoán — the line a file is of; else those it may be of, and why it is not said."""

    line: int | None = None
    choices: tuple[int, ...] = ()
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    before: str  # what stands between it and the piece before
    number: int | None = None
    day: date | None = None

    @property
    def year(self) -> bool:
        return self.number is not None and bool(re.fullmatch(YEAR, self.text))


@dataclass(frozen=True, slots=True)
class _Named:
    """Tên tệp nói — the papers of its number; `why` it is not certain, and whether a first page settles that."""

    papers: tuple[Numbered, ...] = ()
    why: Reason | None = None
    page_settles: bool = False


def own_sign(first_page: str, grammar: Grammar) -> OwnSign | None:
    """Số trên trang đầu — the paper's own, above where it speaks of others; None where it says none or several."""
    plain = one_spelling(as_printed(first_page[:_HEAD]))
    body = _BODY.search(plain)
    head = plain[: body.start()] if body else plain
    if _DRAFT.search(head):
        return None
    found = {}
    for said in _SAYS_NUMBER.finditer(head):
        line = head[: said.start()].rpartition("\n")[2]
        sign = _sign_at(head, said.end(), grammar)
        if sign and not any(letter.islower() for letter in line):
            found[str(sign)] = sign
    if len(found) != 1:
        return None
    day = _LONG_DAY.search(head)
    return OwnSign(next(iter(found.values())), day_in(day[0]) if day else None)


def numbers_in(name: str) -> set[int]:
    """Các con số trong tên tệp — any of which may be the number of a paper."""
    found = {each.number for each in _pieces(name)}
    return {number for number in found if number and number < 100_000}


def guessed(name: str, own: OwnSign | None, papers: Sequence[Numbered], grammar: Grammar) -> Guess:
    """Tệp của văn bản nào — certain by name where nothing there or on the first page speaks against it,
    by the first page where its number and day are both in the register and the name says nothing else; else a
    person says."""
    named = _named(name, papers, grammar)
    if own is None:
        if not named.papers:
            return Guess(why=Reason(UNKNOWN))
        return _asked(named.papers, named.why) if named.why else Guess(named.papers[0].id)
    printed = [each for each in papers if _same(own.sign, each.sign)]
    of_day = [each for each in printed if own.issued_on and own.issued_on == each.issued_on]
    certain = named.papers if not named.why else ()
    beside = [each for each in certain if each not in printed]
    if beside or (named.papers and not printed):
        why = Reason(OTHER_SIGN, {"sign": str(own.sign)})
        return _asked([*named.papers, *of_day], why)
    if len(of_day) == 1:
        if named.why and not named.page_settles:
            return _asked([*named.papers, *of_day], named.why)
        if any(each not in of_day for each in certain):
            return _asked([*certain, *of_day], Reason(OTHER_DAY))
        return Guess(of_day[0].id)
    if printed and own.issued_on is None:
        return Guess(certain[0].id) if certain else _asked(printed, Reason(NO_DAY))
    if printed:
        return _asked(of_day or printed, Reason(OTHER_DAY))
    return Guess(why=Reason(UNKNOWN))


def _asked(papers: Iterable[Numbered], why: Reason) -> Guess:
    return Guess(None, tuple(dict.fromkeys(each.id for each in papers)), why)


def _named(name: str, papers: Sequence[Numbered], grammar: Grammar) -> _Named:
    """Số trong tên tệp — one number, led by nothing that says more, followed by its day or the rest of the name."""
    pieces = _pieces(name)
    found: dict[int, list[tuple[Numbered, int]]] = {}
    for place, piece in enumerate(pieces):
        for each in papers:
            if piece.number == int(each.sign.number) and (end := _ends(pieces, place, each.sign)):
                found.setdefault(place, []).append((each, end))
    if not found:
        return _Named(why=Reason(BESIDE) if _not_it(pieces) else None)
    within = {at for place, hits in found.items() for _, end in hits for at in range(place, end)}
    other = [
        place
        for place, piece in enumerate(pieces)
        if place not in within and piece.number and _speaks_of_a_paper(pieces[place + 1 :], grammar)
    ]
    everyone = tuple(each for hits in found.values() for each, _ in hits)
    if len(found) > 1 or other:
        return _Named(everyone, Reason(TWO_SIGNS))
    place, hits = next(iter(found.items()))
    longest = max(end for _, end in hits)
    these = tuple(each for each, end in hits if end == longest)
    return _narrowed(pieces, place, longest, these, grammar)


def _narrowed(
    pieces: Sequence[_Piece], place: int, end: int, papers: tuple[Numbered, ...], grammar: Grammar
) -> _Named:
    """Một văn bản — of those of this number, by the day or year that stands right beside it."""
    lead, sign = pieces[:place], papers[0].sign
    grouped = lead and lead[-1].number is not None and pieces[place].before in (".", ",")
    if (
        _not_it(pieces)
        or grouped  # "1.123" may be one number
        or not _leads(lead, sign, grammar)
        or _goes_on(pieces[end:])
    ):
        return _Named(papers, Reason(BESIDE))
    day = _day_beside(pieces[end:]) or (lead[-1].day if lead else None)
    years = _years_beside(pieces, place, end)
    of_day, of_year = papers, papers
    if day:
        of_day = tuple(each for each in papers if each.issued_on == day)
    elif years:
        of_year = tuple(
            each for each in papers if each.issued_on and {each.issued_on.year} == years
        )
    if not of_day or not of_year:
        return _Named(papers, Reason(OTHER_DAY))
    papers = of_day if day else of_year
    if _says(pieces, _WITH):
        return _Named(papers, Reason(BESIDE), page_settles=True)
    if len(papers) > 1:
        why = Reason(OTHER_DAY) if day else Reason(SEVERAL, {"n": len(papers)})
        return _Named(papers, why, page_settles=True)
    return _Named(papers)


def _says(pieces: Sequence[_Piece], words: Iterable[str]) -> bool:
    said = " {} ".format(" ".join(fold(each.text) for each in pieces))
    return any(f" {word} " in said for word in words)


def _not_it(pieces: Sequence[_Piece]) -> bool:
    """Không phải chính văn bản — a draft, a copy, one not signed or cancelled."""
    spelt = " {} ".format(" ".join(each.text.casefold() for each in pieces))
    return _says(pieces, _NOT_IT) or bool(_SPOILT.search(spelt))


def _years_beside(pieces: Sequence[_Piece], place: int, end: int) -> set[int]:
    """Năm ngay bên số — before it, in it, or after it."""
    after = [each for each in pieces[end : end + 2] if fold(each.text) != "nam"]
    beside = (*pieces[place - 1 : place], *pieces[place + 1 : end], *after[:1])
    return {each.number for each in beside if each.number is not None and each.year}


def _pieces(name: str) -> list[_Piece]:
    """Các mẩu của tên — days, numbers and words, whatever separates them."""
    plain = one_spelling(as_printed(_ENDING.sub("", name.strip())))
    for pattern, turned in ((_LONG_DAY, False), (_TURNED, True), (_DAY, False), (_CLOSE, False)):
        plain = pattern.sub(partial(_marked, turned=turned), plain)
    found, last = [], 0
    for each in _PIECE.finditer(plain):
        before, last = plain[last : each.start()], each.end()
        day = _compact(each["day"]) if each["day"] else None
        number = int(each["number"]) if each["number"] and len(each["number"]) < 9 else None
        found.append(_Piece("" if day else each[0], before, number, day))
    return found


def _marked(found: re.Match[str], *, turned: bool) -> str:
    """A day among other pieces, as eight digits; what the calendar has not stays as it is."""
    parts = [each for each in found.groups() if each]
    if turned or len(parts[0]) == 4:
        parts.reverse()
    said = "".join((parts[0].zfill(2), parts[1].zfill(2), parts[2]))
    return f" ⟨{said}⟩ " if _compact(said) else found[0]


def _compact(said: str) -> date | None:
    return day_in(f"{said[:2]}/{said[2:4]}/{said[4:]}")


def _ends(pieces: Sequence[_Piece], place: int, sign: Sign) -> int:
    """Hết số, ký hiệu — the place after the last piece of this sign; 0 where another stands there."""
    at = place + 1
    if at < len(pieces) and pieces[at].year:
        if sign.year not in ("", pieces[at].text):
            return 0
        at += 1
    elif sign.year:
        return 0
    wanted, said = _code(sign.type_abbreviation + sign.organ), ""
    while at < len(pieces) and len(said) < len(wanted) and not pieces[at].day:
        said, at = said + _code(pieces[at].text), at + 1
    return at if _alike(said, wanted) else 0


def _code(letters: str) -> str:
    """Ký hiệu để so — small letters without dashes; Ư is printed for U."""
    return re.sub(r"[\W_]", "", letters).casefold().replace("ư", "u")


def _alike(said: str, wanted: str) -> bool:
    """As typed with đ or without; where đ is typed, d is another letter."""
    return len(said) == len(wanted) and all(
        one == two or (one, two) == ("d", "đ") for one, two in zip(said, wanted, strict=True)
    )


def _same(one: Sign, two: Sign) -> bool:
    letters = [_code(each.type_abbreviation + each.organ) for each in (one, two)]
    return (
        one.number.lstrip("0") == two.number.lstrip("0")
        and one.year == two.year
        and _alike(*letters)
    )


def _speaks_of_a_paper(after: Sequence[_Piece], grammar: Grammar) -> bool:
    """Một số, ký hiệu khác — a type and an organ follow, together or apart."""
    words = [fold(each.text) for each in after if not each.year][:2]
    types, organs = _letters_of(grammar)
    if not words:
        return False
    glued = any(words[0][:n] in types and words[0][n:] in organs for n in range(1, len(words[0])))
    return glued or (len(words) > 1 and words[0] in types and words[1] in organs)


def _letters_of(grammar: Grammar) -> tuple[Collection[str], Collection[str]]:
    types = {
        fold(letters)
        for each in grammar.types
        for letters in (each.abbreviation, *each.accepted)
        if letters
    }
    return types, {fold(each.code) for each in grammar.organs}


def _leads(lead: Sequence[_Piece], sign: Sign, grammar: Grammar) -> bool:
    """Đứng trước số — nothing but the name of its own type, its letters, and words that say nothing."""
    said = " {} ".format(" ".join(fold(each.text) for each in lead if each.number is None))
    own = fold(sign.type_abbreviation)
    for word in _WITH:
        said = said.replace(f" {word} ", " ")
    for name, letters in _types_called(grammar).items():
        if f" {name} " in said:
            if own not in letters:
                return False
            said = said.replace(f" {name} ", " ")
    return all(word in _LEAD or word == own for word in said.split())


def _types_called(grammar: Grammar) -> Mapping[str, set[str]]:
    """Tên thể loại — without marks, the longest first, with the letters of each type so called."""
    found: dict[str, set[str]] = {}
    for each in grammar.types:
        for name in (each.name, *each.said):
            letters = {fold(one) for one in (each.abbreviation, *each.accepted) if one}
            found.setdefault(fold(name), set()).update(letters)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _goes_on(after: Sequence[_Piece]) -> bool:
    """Ký hiệu còn nữa — "123-QĐ/TU-VP": a dash, then more capitals."""
    if not after or after[0].before != "-" or after[0].number is not None:
        return False
    return after[0].text.isupper() and fold(after[0].text) not in _LEAD


def _day_beside(after: Sequence[_Piece]) -> date | None:
    for each in after:
        if each.day:
            return each.day
        if fold(each.text) not in _OF_DAY:
            return None
    return None


def _sign_at(plain: str, place: int, grammar: Grammar) -> Sign | None:
    for pattern, read in ((LAW, law_sign), (WHOLE, whole_sign)):
        if (found := pattern.match(plain, place)) and (sign := read(found, grammar)):
            return sign
    return None
