"""Chữ đã gõ — how what was typed fits a name, and which fitting name comes first."""

import re
from dataclasses import dataclass
from functools import cached_property

from thenchot.ground.plain.names import fold

LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Typed:
    """Những chữ đã gõ — without marks; long ones may stand anywhere in a name, short ones begin a word."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Typed":
        return cls(tuple(fold(text).split()))

    @property
    def whole(self) -> str:
        return " ".join(self.words)

    @property
    def enough(self) -> bool:
        """Đủ để tìm — one letter alone would find half the province."""
        return sum(map(len, self.words)) >= LEAST_LETTERS

    @property
    def has_number(self) -> bool:
        """No name of a person holds a digit, and every number of a paper does."""
        return any(sign.isdecimal() for sign in self.whole)


class Named:
    """Tên không dấu — of a unit, beside what was typed."""

    def __init__(self, name: str) -> None:
        self.folded = fold(name)

    @cached_property
    def words(self) -> list[str]:
        return re.split(r"[\s,.()/–-]+", self.folded)

    def fits(self, typed: Typed) -> bool:
        """Khớp — every word typed: a number as a whole word, a short one at the beginning of a word."""
        return all(self.has(word) for word in typed.words)

    def has(self, word: str) -> bool:
        """Có chữ này — as `fits` reads it."""
        if word not in self.folded:
            return False
        if word.isdecimal():
            return word in self.words
        return len(word) > LEAST_LETTERS or any(each.startswith(word) for each in self.words)

    def distance(self, typed: Typed) -> tuple[bool, int]:
        """Gần hay xa — names that end with what was typed first, then the shorter."""
        return not self.folded.endswith(typed.whole), len(self.folded)
