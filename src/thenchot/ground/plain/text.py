"""Lời — words that are translated later, marked where Django is not known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

Translate = Callable[[str], str]


def as_written(text: str) -> str:
    """Nguyên văn — the Vietnamese source itself."""
    return text


@runtime_checkable
class Sayable(Protocol):
    """Nói được — a value that can be said in the reader's language."""

    def sentence(self, translate: Translate = as_written) -> str: ...


def mark(text: str) -> str:
    """Đánh dấu — return `text` itself; the extractor collects it for the English catalogue."""
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """Câu — a marked sentence with `{names}`, and the values that fill them."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, translate: Translate = as_written) -> str:
        """Câu — in the reader's language; what the paper printed stays as printed."""
        said = {
            name: value.sentence(translate) if isinstance(value, Sayable) else value
            for name, value in self.values.items()
        }
        return translate(self.text).format(**said)

    def __str__(self) -> str:
        return self.sentence()
