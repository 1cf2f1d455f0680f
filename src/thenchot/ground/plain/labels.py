"""Nhãn — closed lists of words whose members carry their Vietnamese label."""

from enum import StrEnum
from typing import Self

from thenchot.ground.plain.text import Translate, as_written


class Labelled(StrEnum):
    """Từ có nhãn — `CELL = "chi_bo", mark("Chi bộ")`: a stored value and a printed label."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, value: str) -> Self:
        """Từ giá trị đã lưu — the member stored as `value`; ValueError where none is."""
        return cls._value2member_map_[value]  # type: ignore[return-value]

    def sentence(self, translate: Translate = as_written) -> str:
        """Nhãn — in the reader's language."""
        return translate(self.label)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.label) for member in cls]
