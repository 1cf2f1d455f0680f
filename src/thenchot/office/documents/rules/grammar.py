"""Bảng thể loại và ký hiệu — what letters mean, looked up by families of rules; the rows are dated data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from thenchot.ground.plain.names import fold, spelling_key
from thenchot.office.documents.words import DocumentType, Family, OrganCode


@dataclass(frozen=True)
class Grammar:
    """Quy ước đánh số — the types and organ codes in use, and acts known by their number.

    `known` maps a number-and-sign to its type, for letters two types share. Asked of a day, each family answers with
    the rows in force on it; where none is, or no day is known, every row is read, the newest of a type alone.
    """

    types: tuple[DocumentType, ...]
    organs: tuple[OrganCode, ...]
    known: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> str:
        """Tên thể loại như hay gọi — a pattern of them, the longest first."""
        said = {spelling_key(word) for each in self.types for word in each.said}
        ordered = sorted(said, key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)

    @cached_property
    def _by_word(self) -> dict[str, list[DocumentType]]:
        return _gathered((spelling_key(word), each) for each in self.types for word in each.said)

    @cached_property
    def _by_letters(self) -> dict[str, list[DocumentType]]:
        return _gathered(
            (letters.casefold(), each)
            for each in self.types
            for letters in (each.abbreviation, *each.accepted)
            if letters
        )

    @cached_property
    def _organs(self) -> dict[str, OrganCode]:
        exact = {each.code: each for each in self.organs}
        return {fold(each.code): each for each in self.organs} | exact

    def called(self, word: str, on: date | None = None) -> list[DocumentType]:
        """Gọi bằng lời — the types of that name, of every family."""
        return _standing(self._by_word.get(spelling_key(word), []), on)

    def abbreviated(
        self, letters: str, form: Family | None = None, on: date | None = None
    ) -> list[DocumentType]:
        """Viết tắt — the types of those letters; of the families that use the form, where any does."""
        found = self._by_letters.get(letters.casefold(), [])
        near = [each for each in found if each.family in _NEAR.get(form, ())]
        return _standing(near or found, on)

    def is_type(self, letters: str) -> bool:
        return letters.casefold() in self._by_letters

    def is_party(self, code: str) -> bool:
        """Cơ quan đảng — the code of a committee, or of a body whose code ends with one."""
        plain = code.replace("Ư", "U").replace(".", "")
        return any(
            plain == each.code or plain.endswith(each.code)
            for each in self.organs
            if each.family == Family.PARTY
        )

    def listed(self, organ: str, on: date | None = None) -> OrganCode | None:
        """Cơ quan có trong bảng — by its code alone, whatever drafting unit or term stands behind it; the one that
        bore it on the day, else whichever did."""
        code = re.split("[-.]", organ)[0].rstrip("0123456789").replace("Ư", "U")
        found = [each for each in self.organs if each.code == code]
        standing = [each for each in found if on and each.days.holds_on(on)]
        return next(iter(standing or found), None)

    def organ_code(self, letters: str) -> str:
        """Ký hiệu đúng — as listed, for letters typed without marks or in capitals."""
        if "Ư" in letters:  # TƯ is printed for both TW and TU: the text decides
            return letters
        listed = self._organs.get(letters) or self._organs.get(fold(letters))
        return listed.code if listed else letters


_NEAR: dict[Family | None, tuple[Family, ...]] = {
    Family.PARTY: (Family.PARTY,),
    Family.UNION: (Family.PARTY,),
    Family.STATE: (Family.STATE,),
    Family.LEGAL: (Family.LEGAL, Family.STATE),
}


def _standing(found: list[DocumentType], on: date | None) -> list[DocumentType]:
    held = [each for each in found if on and each.days.holds_on(on)]
    families = {each.family for each in held}
    newest: dict[tuple[Family, str], DocumentType] = {}
    for each in found:
        if each in held or each.family not in families:
            other = newest.setdefault((each.family, each.name), each)
            if each.days.start > other.days.start:
                newest[each.family, each.name] = each
    return list(newest.values())


def _gathered(
    pairs: Iterable[tuple[str, DocumentType]],
) -> dict[str, list[DocumentType]]:
    found: dict[str, list[DocumentType]] = {}
    for key, each in pairs:
        found.setdefault(key, []).append(each)
    return found
