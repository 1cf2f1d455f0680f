"""Quá trình — the facts of one life as entries, and where each stands beside the day looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.text import Sayable
from thenchot.people.dossiers.words import EntryKind, Phase


@dataclass(frozen=True, slots=True)
class PaperShown:
    """Văn bản căn cứ như đã in — `issued_on` None where only its year is known."""

    id: int
    printed: str
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Mốc trong quá trình — one fact: what, on which days, by which paper (None: withheld); `fact` is its place.

    `corrected` says that it was set right after it was first recorded.
    """

    kind: EntryKind
    what: Sayable
    days: DayRange
    phase: Phase
    basis: PaperShown | None
    ended_by: PaperShown | None
    fact: tuple[str, int]
    corrected: bool = False


def phase_of(days: DayRange, issued_on: date | None, on: date, *, event: bool) -> Phase:
    """So với ngày đang xem — an event of that very day has happened; it does not go on."""
    if on < days.start:
        decided = issued_on is not None and issued_on <= on
        return Phase.DECIDED if decided else Phase.LATER
    return Phase.PRESENT if days.holds_on(on) and not event else Phase.PAST


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Thứ tự trong quá trình — the latest first; on one day in the order of the kinds."""
    kinds = list(EntryKind)
    return sorted(
        entries, key=lambda each: (-each.days.start.toordinal(), kinds.index(each.kind), each.fact)
    )


def is_correction(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Đính chính — something else than its end changed, while its papers stayed.

    An ending, a reopening and a repeal all name the paper that ended the fact, or take it away.
    """
    papers = ("basis_id", "ended_by_id", "fixed_term")
    return before != after and all(before[each] == after[each] for each in papers)
