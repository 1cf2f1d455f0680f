"""Mức của quy định — a number a regulation sets, known with the place it stands in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limit:
    """Mức — the values in force on the day asked about; `clause` names regulation and article.

    `verified` is False where the text itself was not read; the clause says so when printed. `since`:
    the first day it is in force.
    """

    values: tuple[int, ...]
    clause: str
    verified: bool = True
    since: date = date.min

    @property
    def value(self) -> int:
        """The one number of a limit that has only one."""
        return self.values[0]
