"""Tìm chi bộ theo tên — as lists write it, with the committee above where names repeat."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark

_KIND = re.compile(r"^(chi bo|dang bo|dang uy)( co so| truc thuoc)? ")


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Chi bộ — its number, name, and the names of the units above, nearest first."""

    id: int
    name: str
    above: tuple[str, ...] = ()


class Cells:
    """Các chi bộ — found by name, with or without the word "chi bộ"."""

    def __init__(self, places: Iterable[CellPlace]) -> None:
        self._named: dict[str, list[CellPlace]] = defaultdict(list)
        for place in places:
            self._named[plain_unit(place.name)].append(place)

    def find(self, cell: str, above: str) -> CellPlace:
        """Chi bộ nào — `Misread` where none or several bear the name; a cell may be named alone above."""
        wanted, above = (cell, above) if cell else (above, "")
        if not wanted:
            raise Misread(mark("Thiếu tên chi bộ."))
        found = self._named.get(plain_unit(wanted), [])
        if above:
            found = [each for each in found if plain_unit(above) in map(plain_unit, _names(each))]
        if not found:
            text = mark("Không có chi bộ «{cell}» trong phạm vi được ghi, vào ngày của danh sách.")
            if above:
                text = mark(
                    "Không có chi bộ «{cell}» thuộc «{above}» trong phạm vi được ghi, vào ngày của danh sách."
                )
            raise Misread(text, cell=wanted, above=above)
        if len(found) > 1:
            text = mark("Có {n} chi bộ tên «{cell}»; hãy thêm cột đảng bộ cơ sở.")
            raise Misread(text, n=len(found), cell=wanted)
        return found[0]


def _names(place: CellPlace) -> tuple[str, ...]:
    return place.name, *place.above


@lru_cache(10_000)
def plain_unit(name: str) -> str:
    """Tên tổ chức rút gọn — without marks and the word of its kind; lists repeat the same few."""
    return _KIND.sub("", " ".join(re.sub(r"[^a-z0-9]+", " ", fold(name)).split()))
