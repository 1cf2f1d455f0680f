"""Đề án — the list of them, and one with its lines, posts, people and what still stands in its way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, PostSpell
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.models import Scheme, SchemeConsent, SchemeStep
from thenchot.people.reorganisation.reads.decided import staff_decided, surplus_left
from thenchot.people.reorganisation.reads.gates import Draft, GateLine, Waiting
from thenchot.people.reorganisation.reads.written import (
    places_of,
    post_ends_of,
    posts_of,
    sheet_of,
    steps_of,
)
from thenchot.people.reorganisation.rules.limits import Surplus
from thenchot.people.reorganisation.rules.rows import (
    PlaceRow,
    PostEnd,
    PostRow,
    StepRow,
    UnitNow,
    Where,
)
from thenchot.people.reorganisation.rules.staffing import StaffLine, not_given
from thenchot.people.reorganisation.words import Consented, State, Stay, Verb


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """Dòng đề án — in the list; `annulled` says that its paper was undone again."""

    id: int
    title: str
    from_day: date
    state: State
    kept_by_id: int
    kept_by: str
    paper: Paper | None
    annulled: bool

    @property
    def written(self) -> bool:
        return self.state is State.DRAFT


@dataclass(frozen=True, slots=True)
class Goal:
    """Nơi đến — a unit with its page, or one the scheme founds by a line."""

    name: str
    id: int | None
    step: int | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """Một dòng của đề án — as shown."""

    number: int
    verb: Verb
    unit: Goal | None
    into: Goal | None
    name: str
    kind: OrganizationKind | None
    level: Level | None
    share: str
    charge: str


@dataclass(frozen=True, slots=True)
class PostLine:
    """Một chức vụ mới — as shown; the holder within the reader's sight only."""

    number: int
    where: Goal
    title: str
    kind: PostKind
    holder_id: int | None
    holder: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """Một bố trí — a person within the reader's sight, what of theirs, where to."""

    person_id: int
    name: str
    stay: Stay
    where: Goal | None


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """Một văn bản đồng ý — what it lets pass, of which unit."""

    about: Consented
    where: Goal
    paper: Paper


@dataclass(frozen=True, slots=True)
class PostEndLine:
    """Một chức vụ thôi — of a unit that stands on."""

    post_id: int
    title: str
    unit_id: int
    unit: str


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """Biên chế một đơn vị, một loại — the day before and from the effect day; `given` by the scheme."""

    where: Goal
    category: StaffCategory
    before: int
    after: int
    given: bool


@dataclass(frozen=True, slots=True)
class SchemePage:
    """Trang đề án — `waiting` shows the first of `waiting_count` people."""

    line: SchemeLine
    steps: list[StepLine]
    total: int
    posts: list[PostLine]
    consents: list[ConsentLine]
    gates: list[GateLine]
    waiting: list[Waiting]
    waiting_count: int
    left: list[UnitNow]
    surplus: list[Surplus]
    places: list[PlaceLine]
    post_ends: list[PostEndLine]
    quotas: list[QuotaLine]


def schemes(*, by: Actor, on: date) -> list[SchemeLine]:
    """Các đề án — within the reader's sight, the newest first."""
    found = list(Scheme.objects.visible_to(by).select_related("paper").order_by("-pk"))
    names = _names(by, (each.kept_by_id for each in found), on)
    return [_line(each, names) for each in found]


def scheme_page(
    *, by: Actor, scheme: int, on: date, after: int = 0, most: int = 100
) -> SchemePage | None:
    """Một đề án — None where there is none within the reader's sight. One sheet of its lines."""
    found = Scheme.objects.visible_to(by).select_related("paper").filter(pk=scheme).first()
    if found is None:
        return None
    total, shown, founding = sheet_of(found.pk, after, most)
    posts = posts_of(found.pk)
    placed = places_of(found.pk)
    given = SchemeConsent.objects.filter(scheme=found).select_related("paper").order_by("pk")
    consents = list(given)
    wheres = [post.where for post in posts] + [each.where for each in placed if each.where]
    wheres += [Where(each.unit_id, each.unit_step) for each in consents]
    still = Draft(by, found, posts) if found.state == State.DRAFT else None
    staff = _staff(by, found, still)
    wheres += [line.where for line in staff]
    ends = post_ends_of(found.pk, found.from_day - timedelta(days=1))
    wheres += [Where(each.unit) for each in ends.values()]
    goals = _Goals(
        {step.number: step.name for step in [*shown, *founding, *_founding(found.pk, wheres)]},
        _names(by, [*_units(shown), *(where.unit or 0 for where in wheres)], found.from_day),
    )
    return SchemePage(
        _line(found, _names(by, [found.kept_by_id], on)),
        [goals.step(step) for step in shown],
        total,
        _posts(by, posts, goals, found.from_day),
        _consents(consents, goals),
        still.gates() if still else [],
        still.waiting() if still else [],
        still.people if still else 0,
        still.left() if still else [],
        still.surplus() if still else surplus_left(found, max(on, found.from_day)),
        _places(by, placed, goals, found.from_day),
        _post_ends(by, ends, goals),
        [
            QuotaLine(goals.of(each.where), each.category, each.before, each.after, each.given)
            for each in staff
        ],
    )


def _post_ends(by: Actor, ends: Mapping[int, PostEnd], goals: "_Goals") -> list[PostEndLine]:
    seen = (
        PostSpell.objects.visible_to(by).filter(post__in=ends) if ends else PostSpell.objects.none()
    )
    known = set(seen.values_list("post", flat=True))
    return [
        PostEndLine(post, each.title, each.unit or 0, goals.names.get(each.unit or 0, ""))
        for post, each in ends.items()
        if post in known
    ]


def _staff(by: Actor, scheme: Scheme, still: Draft | None) -> list[StaffLine]:
    """Biên chế — for those who may see staff numbers."""
    if not by.may(PositionsRight.READ):
        return []
    return still.staff if still else staff_decided(by, scheme)


def not_given_in(*, by: Actor, scheme: int) -> dict[tuple[Where, StaffCategory], int]:
    """Nơi chưa được giao lại biên chế — of a scheme being written, within the reader's sight; with
    how many the units that go there had."""
    found = Scheme.objects.visible_to(by).filter(pk=scheme, state=State.DRAFT).first()
    if found is None:
        return {}
    draft = Draft(by, found, posts_of(found.pk))
    return not_given(draft.plan, draft.staff)


def waiting_in(*, by: Actor, scheme: int) -> list[Waiting]:
    """Người chưa bố trí của một đề án đang soạn — the first of them, within the reader's sight."""
    found = Scheme.objects.visible_to(by).filter(pk=scheme, state=State.DRAFT).first()
    return Draft(by, found, posts_of(found.pk)).waiting() if found else []


def _places(by: Actor, placed: list[PlaceRow], goals: "_Goals", day: date) -> list[PlaceLine]:
    people = PersonSpell.objects.on(day).visible_to(by)
    found = people.filter(person__in={each.person for each in placed}) if placed else people.none()
    names = dict(found.values_list("person", "full_name"))
    return [
        PlaceLine(
            each.person, names[each.person], each.stay, goals.of(each.where) if each.where else None
        )
        for each in placed
        if each.person in names
    ]


def _founding(scheme: int, wheres: list[Where]) -> list[StepRow]:
    """The founding lines that new posts and places name."""
    named = {where.step for where in wheres if where.step is not None}
    return [step for step in steps_of(scheme) if step.number in named] if named else []


def _consents(given: Iterable[SchemeConsent], goals: "_Goals") -> list[ConsentLine]:
    return [
        ConsentLine(
            Consented.of(each.about), goals.of(Where(each.unit_id, each.unit_step)),
            paper(each.paper),
        )
        for each in given
    ]  # fmt: skip


def units_made(*, by: Actor, scheme: int) -> dict[int, int]:
    """Đơn vị đã lập — by the number of the founding line, once the scheme is decided."""
    lines = SchemeStep.objects.visible_to(by).filter(scheme=scheme, made__isnull=False)
    return dict(lines.values_list("number", "made"))


class _Goals:
    """Tên nơi đến — of units that stand, and of those the scheme founds."""

    def __init__(self, founded: Mapping[int, str], names: Mapping[int, str]) -> None:
        self.founded, self.names = founded, names

    def of(self, where: Where) -> Goal:
        if where.step is not None:
            return Goal(self.founded.get(where.step, ""), None, where.step)
        unit = where.unit or 0
        return Goal(self.names.get(unit, ""), unit, None)

    def step(self, step: StepRow) -> StepLine:
        share = "" if step.share is None else f"{float(step.share):.4g}".replace(".", ",")
        return StepLine(
            step.number, step.verb, self.of(Where(step.unit)) if step.unit else None,
            self.of(step.into) if step.into else None, step.name, step.kind, step.level, share,
            step.charge,
        )  # fmt: skip


def _posts(by: Actor, posts: list[PostRow], goals: _Goals, day: date) -> list[PostLine]:
    holders = {post.holder for post in posts if post.holder is not None}
    people = PersonSpell.objects.on(day).visible_to(by).filter(person__in=holders)
    names = dict(people.values_list("person", "full_name"))
    return [
        PostLine(
            post.number, goals.of(post.where), post.title, post.kind,
            post.holder if post.holder in names else None, names.get(post.holder or 0, ""),
        )
        for post in posts
    ]  # fmt: skip


def _line(scheme: Scheme, names: Mapping[int, str]) -> SchemeLine:
    return SchemeLine(
        scheme.pk, scheme.title, scheme.from_day, State.of(scheme.state), scheme.kept_by_id,
        names.get(scheme.kept_by_id, ""), paper(scheme.paper) if scheme.paper else None,
        bool(scheme.paper and scheme.paper.annulled_by_id),
    )  # fmt: skip


def _names(by: Actor, units: Iterable[int], day: date) -> dict[int, str]:
    spells: Any = OrganizationSpell.objects.visible_to(by).filter(organization__in=set(units))
    return dict(spells.order_by("effective").values_list("organization", "name"))


def _units(steps: Iterable[StepRow]) -> set[int]:
    found = {step.unit for step in steps} | {step.into.unit for step in steps if step.into}
    return {unit for unit in found if unit is not None}
