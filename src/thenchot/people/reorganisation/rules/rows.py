"""Dòng của đề án — as typed or read from a file, and what the tree holds of the units they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Tier
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.words import Stay, Verb


@dataclass(frozen=True, slots=True)
class Where:
    """Nơi đến — a unit that stands, or the line of the scheme that founds it; never both."""

    unit: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """Một dòng — a verb for one unit; what the verb does not need is left out.

    `number` is its place in the scheme. `share`: how much of a divided unit goes `into` there.
    """

    number: int
    verb: Verb
    unit: int | None = None
    into: Where | None = None
    name: str = ""
    kind: OrganizationKind | None = None
    level: Level | None = None
    has_committee: bool = False
    share: Fraction | None = None
    charge: str = ""


@dataclass(frozen=True, slots=True)
class PostRow:
    """Một chức vụ mới — where, what, and who will hold it where known."""

    number: int
    where: Where
    title: str
    kind: PostKind
    tier: Tier | None = None
    holder: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Bố trí một người — to a cell, to a place of work, or out of a post."""

    person: int
    stay: Stay
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class PostEnd:
    """Chức vụ thôi — its unit on the effect day, None where the post does not stand then; as called."""

    unit: int | None
    title: str


@dataclass(frozen=True, slots=True)
class GivenQuota:
    """Biên chế giao theo đề án — of a unit and category, from the effect day."""

    where: Where
    category: StaffCategory
    assigned: int


@dataclass(frozen=True, slots=True)
class UnitNow:
    """Đơn vị vào ngày hiệu lực — its state that day, and whether states begin after it."""

    id: int
    name: str
    kind: OrganizationKind
    level: Level
    has_committee: bool
    parent: int | None
    days: DayRange
    changes_later: bool


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """Đơn vị có tên — beside others below the same superior."""

    id: int
    parent: int
    name: str


@dataclass(frozen=True, slots=True)
class Tree:
    """Cây vào ngày hiệu lực — units the scheme names, and those directly below units that end."""

    day: date
    units: Mapping[int, UnitNow]
    below: Mapping[int, Sequence[UnitNow]]
