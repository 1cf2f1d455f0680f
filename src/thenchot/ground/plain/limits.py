"""Mức của quy định — a number a regulation sets, known with the place it stands in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """Mức — the values in force on the day asked about; `clause` names regulation and article.

    `verified` is False where the text itself was not read; the clause says so when printed.
    """

    values: tuple[int, ...]
    clause: str
    verified: bool = True

    @property
    def value(self) -> int:
        """The one number of a limit that has only one."""
        return self.values[0]
