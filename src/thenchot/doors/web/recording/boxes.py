"""Ô của phiếu — what may be typed into each kind of box, and the value it stands for."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Protocol

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import Sayable, mark
from thenchot.ground.plain.typed_dates import format_day, parse_day
from thenchot.people.dossiers.reads.picked import Pick


class Word(Sayable, Protocol):
    """Mục của danh mục — what is stored, and how it is said."""

    @property
    def value(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Ô — the argument it fills, its label and help; `given` is the word of an address that fills it.

    `read` gives the value of what was typed; `stand_in` takes its place where nothing could be
    read, so that the act can still say what else is wrong.
    """

    name: str
    label: str
    help: str = ""
    optional: bool = False
    given: str = ""
    first: str = ""

    shape: ClassVar[str] = "text"

    def read(self, typed: str) -> Any:
        return typed

    def opening(self, today: date) -> str:
        """Điền sẵn — what stands in the box when the form is opened."""
        return self.first

    def tidied(self, typed: str) -> str:
        """Như trong ô — what was pasted, as the box would have it."""
        return typed

    def stand_in(self, day: date) -> Any:
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Box):
    """Ô chữ — one line; what must stand in it the act itself says."""

    def read(self, typed: str) -> str | None:
        return typed or (None if self.optional else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden(Box):
    """Ô ẩn — what the form carries along, as `first` says."""

    shape: ClassVar[str] = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Box):
    """Ô nhiều dòng — one named `words` keeps its lines."""

    shape: ClassVar[str] = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Box):
    """Ô cả bài — many paragraphs, each on its line; its name is `whole_text`."""

    shape: ClassVar[str] = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Box):
    """Ô ngày — as people type it; the weekday is read back.

    Left open it is `None` where `optional`, or `quiet` (the act says that it is missing); the day of
    the paper where `as_paper`. `today`: the office day stands there when the form is opened.
    """

    shape: ClassVar[str] = "day"
    quiet: bool = False
    as_paper: bool = False
    today: bool = False

    def opening(self, today: date) -> str:
        return format_day(today) if self.today else self.first

    def read(self, typed: str) -> date | None:
        """Days like "hôm nay" are read by the form, which knows the office day."""
        raise NotImplementedError

    def read_on(self, typed: str, today: date, paper_day: date | None = None) -> date | None:
        if typed:
            return parse_day(typed, today)
        if self.as_paper and paper_day:
            return paper_day
        if self.optional or self.quiet:
            return None
        raise Misread(mark("Chưa điền ngày."))

    def stand_in(self, day: date) -> date:
        return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Box):
    """Ô số nguyên."""

    shape: ClassVar[str] = "number"
    most: int = 100_000

    def read(self, typed: str) -> int | None:
        if not typed and self.optional:
            return None
        if typed.isascii() and typed.isdigit() and len(typed) <= 9 and int(typed) <= self.most:
            return int(typed)
        raise Misread(mark("Hãy gõ một số nguyên, từ 0 đến {most}."), most=self.most)

    def stand_in(self, day: date) -> int:
        return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers(Box):
    """Ô nhiều số nguyên — between commas."""

    most: int = 100_000

    def read(self, typed: str) -> tuple[int, ...]:
        one = Number(name=self.name, label=self.label, most=self.most)
        return tuple(one.read(part.strip()) or 0 for part in typed.split(",") if part.strip())

    def stand_in(self, day: date) -> tuple[int, ...]:
        return (1,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Box):
    """Ô chọn trong danh mục."""

    shape: ClassVar[str] = "choice"
    words: tuple[Word, ...]

    def read(self, typed: str) -> Word | None:
        if not typed and self.optional:
            return None
        for word in self.words:
            if self.tidied(typed) == word.value:
                return word
        raise Misread(mark("Hãy chọn một mục trong danh mục."))

    def tidied(self, typed: str) -> str:
        """A word pasted as it is printed stands for what is stored."""
        printed = {fold(word.sentence()): word.value for word in self.words}
        return printed.get(fold(typed), typed)

    def stand_in(self, day: date) -> Word:
        return self.words[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Box):
    """Ô đánh dấu — ticked or not."""

    shape: ClassVar[str] = "check"

    def read(self, typed: str) -> bool:
        return bool(typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked(Box):
    """Ô tìm và chọn — a person, a unit, a post, a paper, by part of the name or by number."""

    shape: ClassVar[str] = "picked"
    of: Pick

    def stand_in(self, day: date) -> int:
        return 0
