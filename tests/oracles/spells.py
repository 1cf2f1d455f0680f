"""Đối chứng — what a register of spells must hold, by replaying every decision not annulled.

Small, slow, standard library only. A paper opens at most one spell, so a spell is known by it.
Annulling is "replay without it": another way than undoing, so that the two can disagree.
"""

from dataclasses import dataclass, field


class Impossible(Exception):
    """The decision cannot be recorded on this state."""


@dataclass
class Spell:
    unit: int
    name: str
    start: int
    until: int | None
    basis: int
    ended_by: int | None = None

    def row(self):
        return (self.unit, self.name, self.start, self.until, self.basis, self.ended_by)


@dataclass
class Register:
    events: list = field(default_factory=list)

    def record(self, event):
        """Take `event` into the book if the whole book can still be replayed; else Impossible."""
        events = [*self.events, event]
        if event[0] in {"annul", "repeal"} and event[1] in self.revoked():
            raise Impossible
        if event[0] == "annul" and self.brings_back_repealed(event[1]):
            raise Impossible
        replay(events)
        self.events = events

    def revoked(self):
        return {event[1] for event in self.events if event[0] in {"annul", "repeal"}}

    def brings_back_repealed(self, paper):
        repealed = {event[1] for event in self.events if event[0] == "repeal"}
        book = replay(self.events)
        return any(spell.ended_by == paper and spell.basis in repealed for spell in book)

    def rows(self):
        return sorted(spell.row() for spell in replay(self.events))


def replay(events):
    annulled = {event[1] for event in events if event[0] == "annul"}
    book: list[Spell] = []
    repealed: dict[int, tuple[int, int]] = {}
    for event in events:
        kind, paper, *rest = event
        if kind == "annul" or (paper in annulled and kind != "repeal"):
            continue
        globals()[f"_{kind}"](book, repealed, paper, *rest)
    return book


def _establish(book, repealed, paper, unit, name, day):
    book.append(Spell(unit, name, day, None, paper))


def _inside(book, repealed, unit, day):
    for spell in book:
        if spell.unit == unit and spell.start < day and (spell.until is None or day < spell.until):
            if spell.basis in repealed:
                break  # the days a repealed paper carried are settled
            return spell
    raise Impossible


def _rename(book, repealed, paper, unit, name, day):
    spell = _inside(book, repealed, unit, day)
    book.append(Spell(unit, name, day, spell.until, paper, spell.ended_by))
    spell.until, spell.ended_by = day, paper


def _end(book, repealed, paper, unit, day):
    spell = _inside(book, repealed, unit, day)
    if any(other.unit == unit and other.start >= day for other in book):
        raise Impossible
    spell.until, spell.ended_by = day, paper


def _correct(book, repealed, paper, name):
    """`paper` names the spell it opened; gone with it when that paper is annulled."""
    spell = next((spell for spell in book if spell.basis == paper), None)
    if spell is None:
        raise Impossible
    spell.name = name


def _repeal(book, repealed, paper, day, by):
    if paper in repealed:
        raise Impossible
    if not any(paper in {spell.basis, spell.ended_by} for spell in book):
        raise Impossible  # later papers took over all it did
    for spell in book:
        if spell.basis == paper and spell.start >= day:
            raise Impossible
        if spell.ended_by == paper and spell.until >= day:
            raise Impossible
        if spell.basis == paper and spell.ended_by is not None and spell.until > day:
            raise Impossible
    repealed[paper] = (day, by)
    for spell in book:
        if spell.basis == paper and spell.until is None:
            spell.until, spell.ended_by = day, by
