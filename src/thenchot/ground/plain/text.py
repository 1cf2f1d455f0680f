"""Lời — words that are translated later, marked where Django is not known."""

from collections.abc import Callable
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
