"""Dấu độ mật — told from the first page's text and the file's name; titles that mention secrecy pass."""

import re
import unicodedata
from pathlib import PurePath

HIGHER = r"(?:T[OÔỐÓ]I|TUY[EÊỆẸ]T)"
MARK = re.compile(rf"{HIGHER}?M[AÂẬẠ]T")
DEGREE = re.compile(r"^\W*(?:độ|mức độ)\s+mật\s*:", re.IGNORECASE)
NOT_A_MARK = re.compile(r"(?:BÍ|BI|BẢO|BAO|KHÔNG|KHONG)\W*$", re.IGNORECASE)
COLUMNS = re.compile(r"\t|\||│|\s{3,}")
BRACKETED = re.compile(r"[(\[{]\s*(?:M|TM|TUM|TUYM|ToM|TốiM|TuyM)\s*[)\]}]")
CUTS = re.compile(r"[_()\[\]{}.,;+–—-]+")


def secrecy_marks(first_page_text: str, file_name: str) -> list[str]:
    """Dấu độ mật — each mark found, as upper-case letters; none: an ordinary paper."""
    return [*_of_page(_one_form(first_page_text)), *_of_name(_one_form(file_name))]


def _of_page(text: str) -> list[str]:
    found, before = [], ""
    for line in filter(str.strip, text.splitlines()):
        for piece in [line, *COLUMNS.split(line)]:
            said = _letters(DEGREE.sub("", piece))
            if _stamped(said) and not (len(said) == 3 and NOT_A_MARK.search(before)):
                found.append(said.upper())
                break
        before = line
    return found


def _of_name(name: str) -> list[str]:
    stem = PurePath(name).stem if "." in name else name
    found = [_letters(each) for each in BRACKETED.findall(stem)]
    if MARK.fullmatch(_letters(stem).upper()):
        return [*found, _letters(stem).upper()]
    pieces = [piece for piece in CUTS.split(stem) if piece.strip()]
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else ""
        said = _letters(piece)
        whole = said.upper()
        if re.fullmatch(HIGHER, _letters(before).upper()) and MARK.fullmatch(whole):
            found.append(_letters(before).upper() + whole)
        elif (len(whole) > 3 and MARK.fullmatch(whole)) or (
            (_stamped(said) or said == "mật") and not NOT_A_MARK.search(before)
        ):
            found.append(whole)
    return found


def _stamped(said: str) -> bool:
    """In capitals whatever the accents; with a capital first letter only as written in full."""
    if MARK.fullmatch(said):
        return True
    return said in ("Mật", "Tốimật", "TốiMật", "Tuyệtmật", "TuyệtMật")


def _letters(piece: str) -> str:
    return re.sub(r"[\W\d_]+", "", piece)


def _one_form(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", text))
