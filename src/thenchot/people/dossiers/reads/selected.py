"""Những người được hỏi — the states of people on a day that a list asks for, within reach."""

from datetime import date

from django.db.models import Q, QuerySet

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import fold
from thenchot.ground.register.models import Closure, Employment, PersonSpell, Posting, PostSpell
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.words import PartyState
from thenchot.people.members.models import Seat

Holding = tuple[int, int | None, str | None]  # person, organization of the post, its tier


def selected(by: Actor, asked: Asked, on: date) -> QuerySet[PersonSpell]:
    """Được chọn — not yet in order; what belongs to other tables is asked by the ids found there."""
    found: QuerySet[PersonSpell] = PersonSpell.objects.on(on).visible_to(by)
    for word in fold(asked.named).split():
        found = found.filter(search_key__contains=word)
    if asked.chosen:
        found = found.filter(person__in=asked.chosen)
    if asked.sex:
        found = found.filter(sex=asked.sex)
    after, until = asked.ages.counted_from(on)
    if after:
        found = found.filter(birth_on__gt=after)
    if until:
        found = found.filter(birth_on__lte=until)
    by_post = asked.in_post or asked.tier or (asked.unit and not asked.by_cell)
    holding = _holdings(by, on) if by_post else []
    if asked.in_post:
        found = found.filter(person__in=[who for who, _, _ in holding])
    if asked.tier:
        found = found.filter(person__in=[who for who, _, tier in holding if tier == asked.tier])
    if asked.unit and not asked.by_cell:
        found = found.filter(_belonging(by, asked.unit, on, holding))
    return _by_standing(by, found, asked, on)


def _by_standing(
    by: Actor, found: QuerySet[PersonSpell], asked: Asked, on: date
) -> QuerySet[PersonSpell]:
    seats = seats_on(by, on)
    if asked.state is PartyState.NOT_A_MEMBER:
        return found.exclude(person__in=seats.values("person"))
    if asked.unit and asked.by_cell:
        seats = seats.filter(cell__in=from_here_down(asked.unit, on))
    if asked.state:
        seats = seats.filter(status=asked.state.value)
    after, until = asked.party_ages.counted_from(on)
    if after:
        seats = seats.filter(since_on__gt=after)
    if until:
        seats = seats.filter(since_on__lte=until)
    if asked.state or asked.party_ages or asked.by_cell:
        return found.filter(person__in=seats.values("person"))
    return found


def _belonging(by: Actor, unit: int, on: date, holding: list[Holding]) -> Q:
    """At or below the unit by cell, by place of work or by post."""
    units = from_here_down(unit, on)
    seats = seats_on(by, on).filter(cell__in=units)
    working = Employment.objects.on(on).visible_to(by).filter(organization__in=units)
    within = frozenset(units)
    return (
        Q(person__in=seats.values("person"))
        | Q(person__in=working.values("person"))
        | Q(person__in=[who for who, place, _ in holding if place in within])
    )


def from_here_down(unit: int, on: date) -> QuerySet[Closure, int]:
    """Từ đơn vị này xuống — itself and every unit below it on the day."""
    lines = Closure.objects.filter(ancestor=unit, effective__contains=on)
    return lines.values_list("descendant", flat=True)


def seats_on(by: Actor, on: date) -> QuerySet[Seat]:
    """Chỗ trong chi bộ — who belongs to which cell on the day, within reach."""
    return Seat.objects.filter(Seat.SEEN.condition(by), from_day__lte=on, until_day__gt=on)


def _holdings(by: Actor, on: date) -> list[Holding]:
    """Ai giữ chức vụ gì ở đâu — joined here: the database would plan a join over several spell
    tables without statistics. An own post out of sight has neither unit nor tier."""
    spells = PostSpell.objects.on(on).visible_to(by).values_list("post", "organization", "tier")
    posts = {post: (unit, tier) for post, unit, tier in spells}
    held = Posting.objects.on(on).visible_to(by).values_list("post", "person")
    return [(person, *posts.get(post, (None, None))) for post, person in held]
