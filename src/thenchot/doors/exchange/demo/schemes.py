"""Người soạn đề án — a scheme of the demo from its first line to its decision, by the acts of an office."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.staffing import give_scheme_quotas
from thenchot.people.reorganisation.acts.writing import (
    add_posts,
    add_steps,
    begin_scheme,
    place_people,
    record_scheme_consent,
)
from thenchot.people.reorganisation.reads.people import Leaving, leaving
from thenchot.people.reorganisation.reads.schemes import not_given_in, units_made
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Where,
)
from thenchot.people.reorganisation.words import Consented, Stay


class SchemeWriter:
    """Một đề án — whoever loses a post and is not given another leaves it with other work."""

    def __init__(self, by: Actor, on: date) -> None:
        self.by, self.on = by, on
        self.numbers = count(1)
        self.scheme = 0
        self.holding: set[int] = set()

    def next_number(self) -> int:
        return next(self.numbers)

    def begin(self, title: str, kept_by: int, from_day: date) -> None:
        done = begin_scheme(self.by, self.on, title=title, kept_by=kept_by, from_day=from_day)
        self.scheme = done.answer or 0

    def add(self, rows: Sequence[StepRow]) -> None:
        add_steps(self.by, self.on, scheme=self.scheme, rows=rows)

    def leaving(self) -> list[Leaving]:
        """Người rời chức vụ — holders of posts that end with their units."""
        with scoped(self.by, self.on, reading=True):
            return leaving(by=self.by, scheme=self.scheme)

    def add_posts(self, posts: Sequence[PostRow]) -> None:
        if posts:
            add_posts(self.by, self.on, scheme=self.scheme, rows=posts)
        self.holding |= {post.holder for post in posts if post.holder is not None}

    def give_staff(self) -> None:
        """Giao lại biên chế — to each receiving unit, as many as the units that go there had."""
        with scoped(self.by, self.on, reading=True):
            lacking = not_given_in(by=self.by, scheme=self.scheme)
        rows = [GivenQuota(where, category, many) for (where, category), many in lacking.items()]
        if rows:
            give_scheme_quotas(self.by, self.on, scheme=self.scheme, rows=rows)

    def consent(self, about: Consented, units: Iterable[int], basis: int) -> None:
        for unit in units:
            record_scheme_consent(
                self.by, self.on, scheme=self.scheme, about=about, where=Where(unit), basis=basis
            )

    def decide(self, basis: int) -> dict[int, int]:
        """Ghi quyết định — gives the unit made by each founding line."""
        others = dict.fromkeys(line.person for line in self.leaving())
        rows = [PlaceRow(each, Stay.NO_POST) for each in others if each not in self.holding]
        if rows:
            place_people(self.by, self.on, scheme=self.scheme, rows=rows)
        decide_scheme(self.by, self.on, scheme=self.scheme, basis=basis)
        with scoped(self.by, self.on, reading=True):
            return units_made(by=self.by, scheme=self.scheme)
