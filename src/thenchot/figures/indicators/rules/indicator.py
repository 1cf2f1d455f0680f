"""Chỉ tiêu — a frozen declaration; its value is read off a histogram of profiles.

A profile is what one record says in a few columns (form, committee, sex, age band …). Records are
counted once by profile; every indicator of the same source is a sum over some of the profiles.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from thenchot.figures.indicators.words import (
    AgeBand,
    BadgeRound,
    Committee,
    EnteredFigure,
    Measure,
    Owner,
    SeniorityBand,
    Source,
    Subject,
)
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.words import Decider, OrganizationKind, Sex
from thenchot.ground.register.words import Succession as SuccessionKind
from thenchot.people.awards.words import Timing
from thenchot.people.cadres.words import DecisionMatter
from thenchot.people.members.words import Status, Way
from thenchot.people.oversight.words import Body, DisciplineForm

Profile = tuple[str | None, ...]
Words = type[Labelled] | None  # None: any text or whole number

# What the records of each source can be told apart by; `models/sources.py` says where it is read.
COLUMNS: Mapping[Source, Mapping[str, Words]] = {
    Source.MEMBERS: {"status": Status, "sex": Sex, "age": AgeBand, "seniority": SeniorityBand},
    Source.MOVEMENTS: {"way": Way, "sex": Sex, "age": AgeBand},
    Source.ORGANIZATIONS: {"kind": OrganizationKind, "committee": Committee},
    Source.UNIONS: {"kind": SuccessionKind},
    Source.PLANS: {"committee": Committee, "visits": None},
    Source.DISCIPLINES: {"form": DisciplineForm, "body": Body},
    Source.BADGES: {"round": BadgeRound, "timing": Timing, "years": None},
    Source.COMMENDATIONS: {"subject": Subject, "occasion": None},
    Source.DECISIONS: {"matter": DecisionMatter, "decider": Decider},
    Source.ENTERED: {"figure": EnteredFigure, "value": None, "at_least": None, "length": None},
}


@dataclass(frozen=True, slots=True)
class Indicator:
    """Chỉ tiêu — what is counted, from which records, by whom answered for; no query of its own.

    `where` says which words a record's columns must hold; `measure` with `column` what is done
    with them; `by` names the column it is broken down by; `base` the code of the indicator that
    is its hundred per cent; `unit` is printed after the number.
    """

    code: str
    label: str
    source: Source
    owner: Owner
    where: tuple[tuple[str, frozenset[str]], ...] = ()
    measure: Measure = Measure.COUNT
    column: str = ""
    by: str = ""
    base: str = ""
    unit: str = ""

    @property
    def columns(self) -> frozenset[str]:
        """Các cột cần đọc — of the source."""
        named = {name for name, _ in self.where} | {self.column, self.by} - {""}
        if self.source is Source.ENTERED:
            named |= {"at_least", "length"}
        return frozenset(named - {""})

    def parts(self) -> "list[Indicator]":
        """Các phần — one indicator for each word of `by`; together they are the whole."""
        words = COLUMNS[self.source][self.by] if self.by else None
        if words is None:
            return []
        allowed = dict(self.where).get(self.by)
        kept = tuple(pair for pair in self.where if pair[0] != self.by)
        return [
            replace(
                self, code=f"{self.code}.{word.value}", label=word.label, by="", base="",
                where=(*kept, (self.by, frozenset({word.value}))),
            )
            for word in words
            if allowed is None or word.value in allowed
        ]  # fmt: skip


class Histogram:
    """Biểu đồ hồ sơ — how many records have each profile of these columns, for one unit and `days`."""

    def __init__(self, columns: tuple[str, ...], days: DayRange) -> None:
        self.columns, self.days = columns, days
        self.counts: dict[Profile, int] = {}

    def add(self, profile: Profile, records: int) -> None:
        self.counts[profile] = self.counts.get(profile, 0) + records

    def value(self, indicator: Indicator) -> int | None:
        """Giá trị — None where not all was handed in, or there is no least value of nothing."""
        met = self._met(indicator)
        if indicator.source is Source.ENTERED and not self._handed_in(indicator, met):
            return None
        if indicator.measure is Measure.COUNT:
            return sum(records for _, records in met)
        numbers = [(int(self._of(profile, indicator.column) or 0), n) for profile, n in met]
        if indicator.measure is Measure.LEAST:
            return min((number for number, _ in numbers), default=None)
        return sum(number * records for number, records in numbers)

    def _handed_in(self, indicator: Indicator, met: list[tuple[Profile, int]]) -> bool:
        """Whether each figure asked for was entered for all days: half a period is no figure."""
        assert self.days.until is not None
        missing = dict.fromkeys(
            dict(indicator.where)["figure"], (self.days.until - self.days.start).days
        )
        for profile, records in met:
            missing[str(self._of(profile, "figure"))] -= (
                int(self._of(profile, "length") or 0) * records
            )
        return all(days <= 0 for days in missing.values())

    def at_least(self, indicator: Indicator) -> bool:
        """Ít nhất — whether a figure behind it was handed in as "more than"."""
        if "at_least" not in self.columns:
            return False
        return any(self._of(profile, "at_least") == "1" for profile, _ in self._met(indicator))

    def _met(self, indicator: Indicator) -> list[tuple[Profile, int]]:
        wanted = [(self._place[name], words) for name, words in indicator.where]
        return [
            (profile, records)
            for profile, records in self.counts.items()
            if all(profile[place] in words for place, words in wanted)
        ]

    def _of(self, profile: Profile, column: str) -> str | None:
        return profile[self._place[column]]

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.columns)}


def indicator_of(declared: Mapping[str, Indicator], code: str) -> Indicator | None:
    """Chỉ tiêu theo mã — "ky-luat", or a part of it, "ky-luat.khai_tru"; None where there is none."""
    whole, _, part = code.partition(".")
    found = declared.get(whole)
    if found is None or not part:
        return found
    return next((each for each in found.parts() if each.code == code), None)


def where(**columns: str | frozenset[str]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Điều kiện — a word, or any of several, for each column."""
    return tuple(
        (name, frozenset({words.value}) if isinstance(words, Labelled) else _plain(words))
        for name, words in columns.items()
    )


def _plain(words: str | frozenset[str]) -> frozenset[str]:
    if isinstance(words, str):
        return frozenset({words})
    return frozenset(word.value if isinstance(word, Labelled) else word for word in words)
