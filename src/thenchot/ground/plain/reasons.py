"""Lý do — why the office says no: every reason at once, each with its clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from thenchot.ground.plain.text import Sentence


@dataclass(frozen=True, slots=True)
class Reason(Sentence):
    """Lý do — one sentence a clerk can show to her chief.

    `clause` names the regulation or the rule of the register; `field` is the box of the form it
    belongs to.
    """

    clause: str = ""
    field: str = ""


class Misread(ValueError):
    """Đọc không được — typed text that cannot be read; its reason says what to type instead."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.reason = Reason(text, values)
        super().__init__(str(self.reason))


class Refused(Exception):
    """Từ chối — an act that was not carried out, with all its reasons; nothing was changed."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("; ".join(map(str, self.reasons)))


class NotAllowed(Refused):
    """Không có quyền — the actor holds no right for this act in this scope."""


class AlreadyAnswered(Refused):
    """Khóa đã dùng — the one-time key was used before with another content."""
