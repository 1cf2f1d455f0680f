"""So sánh hai ngày — units that came, went or changed, in sentences; focal points and posts counted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db import models

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.models import Closure, OrganizationSpell, Posting, PostSpell
from thenchot.ground.register.models import Succession as SuccessionFact
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Succession
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.reads.quotas import assigned_on_days
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.rules.counting import Side, Total, category_of, seats, totals
from thenchot.people.reorganisation.words import Category, Counted, Verb

SEATS = {Counted.HEADS: PostKind.HEAD, Counted.DEPUTIES: PostKind.DEPUTY}


@dataclass(frozen=True, slots=True)
class Named:
    """Đơn vị được nêu — in a sentence, with its page."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Một thay đổi — `units` became `into`, because of a paper, from a day.

    Uniting and absorbing: many into one. Dividing and separating: one (`units`) into many. Moves
    from one superior (`source`) to another are told together, and units that become one `kind`.
    """

    verb: Verb
    units: list[Named]
    into: list[Named]
    paper: Paper | None
    day: date
    source: Named | None = None
    kind: OrganizationKind | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Trạng thái của một đơn vị — from a day on, by a paper; until another begins or it ends."""

    unit: int
    name: str
    kind: OrganizationKind
    level: Level
    parent: int | None
    basis: int
    since: date
    ended_by: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class PostState:
    """Trạng thái chức vụ của một ngày — as the comparison needs it."""

    post: int
    title: str
    unit: int
    kind: PostKind


@dataclass(frozen=True, slots=True)
class GonePost:
    """Chức vụ thôi — the first day has it and the last has not; `holder` on the first day, if seen."""

    id: int
    title: str
    unit: int
    holder: int | None


class Comparison:
    """So sánh — what the two days have, read once; lists and sentences are put together on asking."""

    def __init__(
        self, by: Actor, before: date, after: date, under: int | None, made: Iterable[int]
    ) -> None:
        self.by, self.before, self.after, self.under = by, before, after, under
        self._made = models.Q(organization__in=list(made))
        self._either = models.Q(effective__contains=before) | models.Q(effective__contains=after)
        self._links = list(
            SuccessionFact.objects.filter(
                effective__startswith__gt=before, effective__startswith__lte=after
            )
            .order_by("pk")
            .select_related("basis")
        )
        self._spells = self._between()
        self.first, self.last = self._standing(before), self._standing(after)
        self.posts = self._posts()
        self.sides = self._sides()

    @property
    def branch(self) -> Named | None:
        """Nhánh đem so sánh — the unit as on the last day, else as on the first; None out of sight."""
        if self.under not in self.first and self.under not in self.last:
            return None
        return self.named(self.under or 0)

    def _between(self) -> dict[int, list[State]]:
        """Every state a unit had from the first day to the last, in order."""
        inside = self._inside() if self.under is not None else None
        first, last = sorted(
            (self.before, self.after)
        )  # typed the wrong way round, it says nothing
        days = DayRange(first, last + timedelta(days=1))
        rows = (
            OrganizationSpell.objects.filter(effective__overlap=days)
            .filter(OrganizationSpell.SEEN.condition(self.by) | self._made)
            .order_by("effective")
            .values_list(
                "organization", "name", "kind", "level", "parent", "basis", "effective", "ended_by"
            )
        )
        found: dict[int, list[State]] = defaultdict(list)
        for unit, name, kind, level, parent, basis, held, ended_by in rows:
            if inside is None or unit in inside:
                kinds = OrganizationKind.of(kind), Level.of(level)
                state = State(unit, name, *kinds, parent, basis, held.start, ended_by, held.until)
                found[unit].append(state)
        return found

    def _standing(self, day: date) -> dict[int, State]:
        return {
            unit: state
            for unit, states in self._spells.items()
            for state in states
            if state.since <= day and (state.until is None or day < state.until)
        }

    def _inside(self) -> set[int]:
        """At or below the branch on either day, and what goes on there, by however many steps."""
        lines = Closure.objects.filter(self._either, ancestor=self.under)
        found = set(lines.values_list("descendant", flat=True))
        while True:
            more = {each.predecessor_id for each in self._links if each.successor_id in found}
            if more <= found:
                return found
            found |= more

    def _posts(self) -> tuple[dict[int, PostState], dict[int, PostState]]:
        rows = (
            PostSpell.objects.filter(self._either)
            .filter(PostSpell.SEEN.condition(self.by) | self._made)
            .order_by("post")
            .values_list("post", "title", "organization", "kind", "effective")
        )
        told = [
            (days, PostState(post, title, unit, PostKind.of(kind)))
            for post, title, unit, kind, days in rows
        ]
        first, last = (
            {state.post: state for days, state in told if days.holds_on(day)}
            for day in (self.before, self.after)
        )
        return first, last

    def _sides(self) -> tuple[dict[int, Side], dict[int, Side]]:
        held = StaffQuota.objects.filter(StaffQuota.SEEN.condition(self.by) | self._made)
        assigned = assigned_on_days(held, (self.before, self.after))
        first, last = (
            _side(*day) for day in zip((self.first, self.last), self.posts, assigned, strict=True)
        )
        return first, last

    @cached_property
    def totals(self) -> list[Total]:
        """Bảng tăng, giảm — with the people who held the heads' and deputies' seats that are gone."""
        held = {
            key: {post.holder for post in posts} - {None} for key, posts in self.gone_posts.items()
        }
        return [
            replace(each, people=len(held.get((each.category, each.what), ())))
            for each in totals(*self.sides)
        ]

    @cached_property
    def gone_posts(self) -> dict[tuple[Category, Counted], list[GonePost]]:
        """Chức vụ thôi — of heads and deputies, by category and what is counted."""
        counted = {kind: what for what, kind in SEATS.items()}
        gone = [
            state
            for post, state in self.posts[0].items()
            if post not in self.posts[1] and state.kind in counted and state.unit in self.first
        ]
        holders = self.holders({state.post for state in gone}, self.before)
        posts: dict[tuple[Category, Counted], list[GonePost]] = defaultdict(list)
        for state in gone:
            if category := self.sides[0][state.unit].category:
                told = GonePost(state.post, state.title, state.unit, holders.get(state.post))
                posts[category, counted[state.kind]].append(told)
        return posts

    def holders(self, posts: Collection[int], day: date) -> dict[int, int]:
        """Người giữ trong ngày — of these posts, as far as seen: post to person."""
        held = Posting.objects.on(day).visible_to(self.by).filter(post__in=posts)
        return dict(held.order_by().values_list("post", "person"))

    def changes_at(self, levels: Collection[Level]) -> list[Changed]:
        """Các thay đổi ở cấp — those that touch a unit that was of these levels."""
        return [
            each for each in self.changes
            if any(
                state.level in levels
                for unit in (*each.units, *each.into)
                for state in self._spells.get(unit.id, ())
            )
        ]  # fmt: skip

    @cached_property
    def changes(self) -> list[Changed]:
        """Các thay đổi — in the order of days; successions first, then what has none, then moves."""
        told = [*self._successions, *self._alone(), *self._altered(), *self._moved()]
        return sorted(told, key=lambda each: (each.day, list(Verb).index(each.verb)))

    @cached_property
    def _successions(self) -> list[Changed]:
        links = [
            each
            for each in self._links
            if each.predecessor_id in self._spells and each.successor_id in self._spells
        ]
        joined: dict[Any, list[SuccessionFact]] = defaultdict(list)
        for link in links:
            one = link.kind in {Succession.UNITED, Succession.ABSORBED}
            key = link.successor_id if one else link.predecessor_id
            joined[link.kind, key, link.basis_id].append(link)
        return [self._joined(Succession.of(kind), found) for (kind, _, _), found in joined.items()]

    def _joined(self, kind: Succession, links: list[SuccessionFact]) -> Changed:
        units = dict.fromkeys(link.predecessor_id for link in links)
        into = dict.fromkeys(link.successor_id for link in links)
        return Changed(
            VERBS[kind], [self.named(unit) for unit in units], [self.named(unit) for unit in into],
            paper(links[0].basis), links[0].effective.start,
        )  # fmt: skip

    @cached_property
    def _continued(self) -> tuple[set[int], set[int]]:
        told = self._successions
        verbs = [each for each in told if each.verb is not Verb.SEPARATE]
        return (
            {unit.id for each in verbs for unit in each.units},
            {unit.id for each in told for unit in each.into},
        )

    def _alone(self) -> list[Changed]:
        gone, come = self._continued
        ended = [
            self._spells[unit][-1]
            for unit in self.first
            if unit not in self.last and unit not in gone
        ]
        begun = [
            self._spells[unit][0]
            for unit in self.last
            if unit not in self.first and unit not in come
        ]
        return [
            *(
                Changed(Verb.END, [self.named(state.unit)], [], self._paper(state.ended_by),
                        state.until or self.after)
                for state in ended
            ),
            *(
                Changed(Verb.FOUND, [], [self.named(state.unit)], self._paper(state.basis), state.since)
                for state in begun
            ),
        ]  # fmt: skip

    def _became(self, unit: int, what: Callable[[State], Any]) -> State | None:
        """The state by which the unit became what it is on the last day; None where it was so before."""
        first, last = self.first.get(unit), self.last.get(unit)
        if first is None or last is None or what(first) == what(last):
            return None
        found = last
        for state in reversed(self._spells[unit]):
            if what(state) != what(last):
                break
            found = state
        return found

    def _altered(self) -> list[Changed]:
        """Renamed one by one; those that become the same kind of unit together."""
        told = []
        retyped: dict[Any, list[Named]] = defaultdict(list)
        for unit, first in self.first.items():
            if state := self._became(unit, lambda each: each.name):
                named = [Named(unit, first.name)], [Named(unit, state.name)]
                told.append(Changed(Verb.RENAME, *named, self._paper(state.basis), state.since))
            if state := self._became(unit, lambda each: (each.kind, each.level)):
                key = first.kind, state.kind, state.basis, state.since
                retyped[key].append(self.named(unit))
        for (_, kind, basis, since), units in retyped.items():
            told.append(Changed(Verb.RETYPE, units, [], self._paper(basis), since, kind=kind))
        return told

    def _moved(self) -> list[Changed]:
        moves: dict[Any, list[Named]] = defaultdict(list)
        for unit, first in self.first.items():
            if state := self._became(unit, lambda each: each.parent):
                key = first.parent, state.parent, state.basis, state.since
                moves[key].append(self.named(unit))
        return [
            Changed(
                Verb.TRANSFER, units, [self.named(into)] if into else [], self._paper(basis), since,
                self.named(source) if source else None,
            )
            for (source, into, basis, since), units in moves.items()
        ]  # fmt: skip

    @cached_property
    def _papers(self) -> dict[int, Instrument]:
        later = [
            state
            for states in self._spells.values()
            for state in states
            if state.since > self.before
        ]
        wanted = {state.basis for state in later}
        wanted |= {
            ended for unit in self.first.keys() - self.last.keys()
            if (ended := self._spells[unit][-1].ended_by)
        }  # fmt: skip
        return Instrument.objects.in_bulk(wanted)

    def _paper(self, number: int | None) -> Paper | None:
        found = self._papers.get(number) if number else None
        return paper(found) if found else None

    def named(self, unit: int) -> Named:
        """Tên của đơn vị — the last it had by the last day; "" out of sight."""
        states = self._spells.get(unit)
        return Named(unit, states[-1].name if states else "")


def compare(
    *, by: Actor, before: date, after: date, under: int | None = None, made: Iterable[int] = ()
) -> Comparison:
    """So sánh hai ngày — of the units `by` may know of, or of those at or below one (`under`).

    One out of sight leaves nothing, and no `branch`. `made` adds units an act just founded, where the comparison is made inside it.
    """
    return Comparison(by, before, after, under, made)


def _side(
    states: Mapping[int, State],
    posts: Mapping[int, PostState],
    assigned: Mapping[tuple[int, StaffCategory], int],
) -> dict[int, Side]:
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    for post in posts.values():
        kinds[post.unit][post.kind] += 1
    staff: Counter[int] = Counter()
    for (unit, _), many in assigned.items():
        staff[unit] += many
    return {
        unit: Side(category_of(state.kind, state.level), *seats(kinds[unit]), staff[unit])
        for unit, state in states.items()
    }


VERBS = {
    Succession.UNITED: Verb.UNITE, Succession.ABSORBED: Verb.ABSORB,
    Succession.DIVIDED: Verb.DIVIDE, Succession.SEPARATED: Verb.SEPARATE,
}  # fmt: skip
