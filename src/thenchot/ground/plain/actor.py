"""Người thực hiện — who asks or acts, as the lower floors know them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

EVERYWHERE: Literal["everywhere"] = "everywhere"
Reach = frozenset[int] | Literal["everywhere"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Người thực hiện — a printed name and, for each right, the units it reaches.

    `rights` maps a right's code to the ids of all units within reach (the scope already
    resolved through the tree for the office day `day`), or to `EVERYWHERE`. `person` is who the
    actor is, where the own file may be read; `account` the one that signed in,
    `types_for` the accounts it may type for that day;
    `second_step` whether it asks more than a password; `roles` the codes of the roles held.
    """

    id: str
    printed_name: str
    rights: Mapping[str, Reach] = field(default_factory=dict)
    day: date = date.max
    person: int | None = None
    account: int | None = None
    types_for: tuple[int, ...] = ()
    second_step: bool = False
    roles: frozenset[str] = frozenset()

    @property
    def typing_for_another(self) -> bool:
        """Đang nhập thay — one account that types for another."""
        return ">" in self.id

    def may(self, right: str, unit: int | None = None) -> bool:
        """Được phép — whether the right is held for `unit`; without a unit, held anywhere."""
        reach = self.rights.get(right, frozenset())
        if reach == EVERYWHERE:
            return True
        return bool(reach) if unit is None else unit in reach

    def reach(self, right: str) -> Reach:
        """Phạm vi — the units for which the right is held."""
        return self.rights.get(right, frozenset())
