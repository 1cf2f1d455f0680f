"""Danh sách trích ngang — what each column prints of a person, and which columns are shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.ratios import format_number
from thenchot.ground.plain.text import Sayable, Sentence, Translate, mark
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.words import ALWAYS, Column

NOT_RECORDED = Sentence(mark("chưa ghi"))
NOT_APPLICABLE = Sentence("–")


@dataclass(frozen=True, slots=True)
class DigestRow:
    """Dòng trích ngang — one person as the offices print it; None is not recorded.

    `withheld`: party days are recorded, in a file that another unit answers for today.
    """

    id: int
    full_name: str
    sex: Sex
    birth_on: date | None
    ethnicity: str | None
    hometown: str | None
    posts: list[str]
    place: str
    member: bool
    withheld: bool
    joined_on: date | None
    official_on: date | None
    professional: str | None
    political: str | None

    def printed(self, number: int, translate: Translate) -> dict[Column, str]:
        """Các ô — as printed; a day of the Party where there is none to have is "–"."""
        said: dict[Column, Callable[[], Sayable | str | None]] = {
            Column.NUMBER: lambda: str(number),
            Column.NAME: lambda: self.full_name,
            Column.BORN: self._born,
            Column.ETHNICITY: lambda: self.ethnicity,
            Column.HOMETOWN: lambda: self.hometown,
            Column.POSTS: lambda: "; ".join(self.posts) or self.place or NOT_APPLICABLE,
            Column.JOINED: self._joined,
            Column.OFFICIAL: self._official,
            Column.PROFESSIONAL: lambda: self.professional,
            Column.POLITICAL: lambda: self.political,
            Column.NOTE: lambda: "",
        }
        return {column: _said(value(), translate) for column, value in said.items()}

    def _born(self) -> Sentence:
        if self.birth_on is None:
            return Sentence(mark("{sex}, chưa ghi năm sinh"), {"sex": self.sex})
        return Sentence("{sex}, {year}", {"sex": self.sex, "year": self.birth_on.year})

    def _joined(self) -> Sayable | str | None:
        if self.joined_on:
            return f"{self.joined_on:%d/%m/%Y}"
        return self._without_party_days()

    def _official(self) -> Sayable | str | None:
        if self.official_on:
            return f"{self.official_on:%d/%m/%Y}"
        if self.joined_on:
            return Sentence(mark("dự bị"))
        return self._without_party_days()

    def _without_party_days(self) -> Sentence | None:
        if self.withheld:
            return Sentence(mark("ngoài phạm vi được xem"))
        return None if self.member else NOT_APPLICABLE


def _said(value: Sayable | str | None, translate: Translate) -> str:
    if value is None:
        return NOT_RECORDED.sentence(translate)
    return value if isinstance(value, str) else value.sentence(translate)


def columns_in(typed: Sequence[str]) -> list[Column]:
    """Cột được chọn — number and name always; all columns where none is chosen."""
    chosen = set(typed) & set(Column) or set(Column)
    return [column for column in Column if column in chosen or column in ALWAYS]


def how_many(shown: int, total: int) -> Sentence:
    """Danh sách có bao nhiêu người — and how many stayed outside a list that was cut."""
    n = format_number(shown)
    if shown == total:
        return Sentence(mark("Danh sách có {n} người."), {"n": n})
    text = mark("Danh sách chỉ có {n} người đầu trên tổng số {total}; hãy lọc hẹp hơn.")
    return Sentence(text, {"n": n, "total": format_number(total)})


def on_screen(shown: int, whole: int) -> Sentence:
    """Màn hình hiện một phần — what is printed and written to a file is longer."""
    text = mark("Màn hình chỉ hiện {n} người đầu; bản in và tệp có đủ {whole} người của danh sách.")
    return Sentence(text, {"n": format_number(shown), "whole": format_number(whole)})
