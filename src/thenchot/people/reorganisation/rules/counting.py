"""Quy tắc đếm — units by category and level; heads and deputies are posts, not persons."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from thenchot.ground.register.words import (
    CELLS,
    GRASSROOTS,
    LIMITED_LIFE,
    Level,
    OrganizationKind,
    PostKind,
)
from thenchot.people.reorganisation.words import Category, Counted

_AGENCIES = {
    Level.PROVINCE: Category.PROVINCE_AGENCY, Level.DISTRICT: Category.DISTRICT_AGENCY,
    Level.COMMUNE: Category.COMMUNE_AGENCY, Level.BASE: Category.COMMUNE_AGENCY,
}  # fmt: skip
_PARTIES = {Level.DISTRICT: Category.DISTRICT_PARTY, Level.COMMUNE: Category.COMMUNE_PARTY}


def category_of(kind: OrganizationKind, level: Level) -> Category | None:
    """Loại đầu mối — None for party groups and bodies of limited life, which are not counted."""
    if kind in LIMITED_LIFE or kind is OrganizationKind.PARTY_GROUP:
        return None
    if kind is OrganizationKind.AGENCY:
        return _AGENCIES[level]
    if kind is OrganizationKind.DIVISION:
        return Category.DIVISION
    if kind is OrganizationKind.SERVICE_UNIT:
        return Category.SERVICE_UNIT
    if kind is OrganizationKind.PROVINCE_PARTY:
        return Category.PROVINCE_PARTY
    if kind is OrganizationKind.SECTION:
        return Category.SECTION
    if kind in CELLS and kind not in GRASSROOTS:
        return Category.CELL
    if kind not in CELLS and level in _PARTIES:
        return _PARTIES[level]
    return Category.UPPER_PARTY if kind is OrganizationKind.UPPER_PARTY else Category.GRASSROOTS


@dataclass(frozen=True, slots=True)
class Side:
    """Một ngày của đơn vị — its category, its posts and the staff assigned to it."""

    category: Category | None
    heads: int = 0
    deputies: int = 0
    staff: int = 0

    def count(self, what: Counted) -> int:
        held = {
            Counted.UNITS: 1, Counted.HEADS: self.heads, Counted.DEPUTIES: self.deputies,
            Counted.STAFF: self.staff,
        }  # fmt: skip
        return held[what]


@dataclass(frozen=True, slots=True)
class Total:
    """Một dòng tăng, giảm — before − gone + new = after; `change` is after − before. `people`: who
    held the seats that are gone, where seats are counted."""

    category: Category
    what: Counted
    before: int
    gone: int
    new: int
    after: int
    people: int = 0

    @property
    def change(self) -> int:
        return self.after - self.before

    @property
    def fewer(self) -> int:
        """Giảm bao nhiêu — 0 where nothing became fewer."""
        return max(0, -self.change)


def totals(before: Mapping[int, Side], after: Mapping[int, Side]) -> list[Total]:
    """Tăng, giảm — of each category and thing counted that either day has.

    A unit that changes its category is gone from one and new in the other.
    """
    at_first, at_last, gone, new = Counter(), Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    for unit in before.keys() | after.keys():
        for what in Counted:
            one, other = _counted(before.get(unit), what), _counted(after.get(unit), what)
            at_first.update(one)
            at_last.update(other)
            gone.update(one - other)
            new.update(other - one)
    return [
        Total(category, what, at_first[key], gone[key], new[key], at_last[key])
        for category in Category
        for what in Counted
        if (key := (category, what)) in at_first.keys() | at_last.keys()
    ]


def _counted(side: Side | None, what: Counted) -> Counter[tuple[Category, Counted]]:
    if side is None or side.category is None or not side.count(what):
        return Counter()
    return Counter({(side.category, what): side.count(what)})


def seats(kinds: Mapping[str, int]) -> tuple[int, int]:
    """Cấp trưởng, cấp phó — of the posts of one unit by kind."""
    return kinds.get(PostKind.HEAD, 0), kinds.get(PostKind.DEPUTY, 0)
