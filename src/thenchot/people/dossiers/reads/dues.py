"""Đến hạn — every clock the facts tell, ninety days ahead and overdue, by kind and unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Q

from thenchot.ground.basis.reads.parameters import limits
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.text import Sentence, mark
from thenchot.ground.register.models import (
    Closure,
    OrganizationSpell,
    PersonSpell,
    Posting,
    PostSpell,
)
from thenchot.ground.register.words import Sex
from thenchot.people.awards.models import Badge
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.cadres.words import Limits as CadreLimits
from thenchot.people.dossiers.reads.selected import seats_on
from thenchot.people.dossiers.rules import dues as rules
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.models import Admission, PartyDays, Seat
from thenchot.people.members.words import FULL, Status
from thenchot.people.members.words import Limits as MemberLimits

AHEAD = timedelta(90)
OVERDUE = timedelta(366)
ASKED: tuple[Labelled, ...] = (
    MemberLimits.PROBATION_MONTHS, MemberLimits.CEREMONY_DAYS, MemberLimits.CONSIDER_DAYS,
    AwardLimits.BADGE_YEARS, AwardLimits.BADGE_ROUNDS,
    CadreLimits.RETIRING_MEN, CadreLimits.RETIRING_WOMEN,
)  # fmt: skip
LIMIT_OF = {
    DueKind.CEREMONY: MemberLimits.CEREMONY_DAYS,
    DueKind.RECOGNITION: MemberLimits.CONSIDER_DAYS,
    DueKind.BADGE: AwardLimits.BADGE_ROUNDS,
}


@dataclass(frozen=True, slots=True)
class Due:
    """Việc đến hạn — of whom, in which unit, by which day; what it is counted from, and its paper."""

    kind: DueKind
    due: date
    person_id: int
    unit_id: int
    said: Sentence
    person: str = ""
    unit: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Dues:
    """Các việc đến hạn — how many of each kind, those of the sheet asked for, the clauses counted by."""

    counts: dict[DueKind, int]
    overdue: int
    rows: list[Due]
    clauses: dict[DueKind, Limit]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def dues(
    *, by: Actor, on: date, unit: int | None = None, kind: DueKind | None = None,
    ahead: timedelta = AHEAD, after: int = 0, most: int = 100,
) -> Dues:  # fmt: skip
    """Đến hạn — from `on` to `ahead` days later, and what is overdue for up to a year, soonest first.

    A sheet of `most` rows of the kind asked for (None: of all kinds); names and papers are read for
    the sheet only. Kinds whose limit no regulation sets on the day are left out.
    """
    set_by = limits(ASKED, on)
    within = _below(unit, on) if unit else None
    found = [
        each
        for each in (*_of_members(by, on, ahead, set_by), *_ceremonies(by, on, ahead, set_by),
                     *_of_posts(by, on, ahead, set_by))
        if within is None or each.unit_id in within
    ]  # fmt: skip
    counts = {each: sum(due.kind is each for due in found) for each in DueKind}
    asked = [each for each in found if kind is None or each.kind is kind]
    asked.sort(key=lambda each: (each.due, each.kind, each.unit_id, each.person_id))
    clauses = {each: set_by[key] for each, key in LIMIT_OF.items() if key in set_by}
    retiring = set_by.get(CadreLimits.RETIRING_MEN)
    if retiring:
        clauses[DueKind.RETIREMENT] = retiring
    overdue = sum(each.due < on for each in found)
    return Dues(counts, overdue, _named(by, asked[after : after + most], on), clauses)


def _below(unit: int, on: date) -> set[int]:
    lines = Closure.objects.filter(ancestor=unit, effective__contains=on)
    return set(lines.values_list("descendant", flat=True))


def _of_members(
    by: Actor, on: date, ahead: timedelta, set_by: dict[Labelled, Limit]
) -> Iterator[Due]:
    """Recognition of probationary members, badges of official ones: one pass over the seats."""
    probation = set_by.get(MemberLimits.PROBATION_MONTHS)
    badges, award = set_by.get(AwardLimits.BADGE_YEARS), set_by.get(AwardLimits.BADGE_ROUNDS)
    days = rules.rounds(award, range(on.year - 1, on.year + 2)) if award else []
    coming = [day for day in days if on <= day <= on + ahead]
    reached = _badge_window(badges, coming, days) if badges else Q(pk__in=())
    seats = seats_on(by, on).filter(Q(status=Status.PROBATIONARY) | Q(status__in=FULL) & reached)
    told = seats.values_list("person", "cell", "status", "since_on")
    rows = [(person, cell, status, since) for person, cell, status, since in told if since]
    full = [person for person, _, status, _ in rows if status != Status.PROBATIONARY]
    given = set(Badge.objects.visible_to(by).filter(person__in=full).values_list("person", "years"))
    for person, cell, status, since in rows:
        if status == Status.PROBATIONARY and probation:
            end, due = rules.recognition_due(
                since, probation, set_by.get(MemberLimits.CONSIDER_DAYS)
            )
            if on - OVERDUE <= due <= on + ahead:
                text = mark("hết dự bị {end:%d/%m/%Y}, vào Đảng {since:%d/%m/%Y}")
                said = Sentence(text, {"end": end, "since": since})
                yield Due(DueKind.RECOGNITION, due, person, cell, said)
        elif status != Status.PROBATIONARY and badges:
            for years, full_on, day in rules.badge_rounds(since, badges, coming):
                if (person, years) not in given and _first_of(days, full_on) == day:
                    text = mark("Huy hiệu {years} năm, đủ tuổi đảng từ {day:%d/%m/%Y}")
                    said = Sentence(text, {"years": years, "day": full_on})
                    yield Due(DueKind.BADGE, day, person, cell, said)


def _first_of(days: list[date], due: date) -> date | None:
    return next((day for day in days if day >= due), None)


def _badge_window(badges: Limit, coming: list[date], days: list[date]) -> Q:
    """Party age counted from days that make some badge due at a coming round."""
    window = Q(pk__in=())
    for day in coming:
        before = max((each for each in days if each < day), default=day)
        for years in badges.values:
            window |= Q(
                since_on__gt=_years_back(before, years), since_on__lte=_years_back(day, years)
            )
    return window


def _years_back(day: date, years: int) -> date:
    return day.replace(year=day.year - years)


def _ceremonies(
    by: Actor, on: date, ahead: timedelta, set_by: dict[Labelled, Limit]
) -> Iterator[Due]:
    """Admitted by a decision, and no member since: the ceremony is owed."""
    days = set_by.get(MemberLimits.CEREMONY_DAYS)
    if days is None:
        return
    decided = list(
        Admission.objects.visible_to(by)
        .filter(effective__startswith__gt=on - OVERDUE, effective__startswith__lte=on)
        .values_list("person", "cell", "effective")
    )
    people = [person for person, _, _ in decided]
    since = Seat.objects.filter(Seat.SEEN.condition(by), person__in=people, from_day__lte=on)
    members = set(since.values_list("person", flat=True))
    for person, cell, effective in decided:
        due = rules.ceremony_due(effective.start, days)
        if person not in members and due <= on + ahead:
            text = mark("quyết định kết nạp {day:%d/%m/%Y}")
            yield Due(DueKind.CEREMONY, due, person, cell, Sentence(text, {"day": effective.start}))


def _of_posts(
    by: Actor, on: date, ahead: timedelta, set_by: dict[Labelled, Limit]
) -> Iterator[Due]:
    """Retirement of members who hold a managed post; posts held for a term that ends."""
    retiring = _retiring(by, on, ahead, set_by)
    ends = Q(
        fixed_term=True,
        effective__endswith__gt=on,
        effective__endswith__lte=on + ahead + timedelta(1),
    )
    postings = list(
        Posting.objects.on(on)
        .visible_to(by)
        .filter(Q(person__in=retiring) | ends)
        .values_list("person", "post", "effective", "fixed_term")
    )
    posts = {
        spell.post_id: spell
        for spell in PostSpell.objects.on(on)
        .visible_to(by)
        .filter(post__in=[post for _, post, _, _ in postings])
    }
    told = set()
    for person, post, effective, fixed in postings:
        spell = posts.get(post)
        if spell is None:
            continue
        last = effective.until - timedelta(1) if effective.until else None
        if fixed and last and on <= last <= on + ahead:
            said = Sentence(mark("{post}"), {"post": spell.title})
            yield Due(DueKind.TERM, last, person, spell.organization_id, said)
        if person in retiring and spell.tier and person not in told:
            told.add(person)
            born, due = retiring[person]
            text = mark("{post}, sinh {born:%d/%m/%Y}")
            said = Sentence(text, {"post": spell.title, "born": born})
            yield Due(DueKind.RETIREMENT, due, person, spell.organization_id, said)


def _retiring(
    by: Actor, on: date, ahead: timedelta, set_by: dict[Labelled, Limit]
) -> dict[int, tuple[date, date]]:
    """Members whose retiring day lies in the window: (birth day, that day)."""
    ages = {
        Sex.MALE: set_by.get(CadreLimits.RETIRING_MEN),
        Sex.FEMALE: set_by.get(CadreLimits.RETIRING_WOMEN),
    }
    born = Q(pk__in=())
    for whose, limit in ages.items():
        if limit:
            oldest, youngest = on.year - limit.values[2] // 12 - 1, on.year - limit.values[0] // 12
            born |= Q(sex=whose, birth_on__year__range=(oldest, youngest))
    found: dict[int, tuple[date, date]] = {}
    for person, sex, birth_on in (
        seats_on(by, on).filter(born).values_list("person", "sex", "birth_on")
    ):
        limit = ages[Sex.of(sex)] if sex else None
        if limit is None or birth_on is None:
            continue
        due = rules.retirement_day(birth_on, limit)
        if on <= due <= on + ahead:
            found[person] = (birth_on, due)
    return found


def _named(by: Actor, rows: list[Due], on: date) -> list[Due]:
    """The sheet with names, units and the paper of the party days each is counted from."""
    people = [row.person_id for row in rows]
    spells = PersonSpell.objects.on(on).visible_to(by).filter(person__in=people)
    names = dict(spells.values_list("person", "full_name"))
    units = OrganizationSpell.objects.on(on).visible_to(by)
    titles = dict(
        units.filter(organization__in={row.unit_id for row in rows}).values_list(
            "organization", "name"
        )
    )
    papers = {
        days.person_id: str(days.basis)
        for days in PartyDays.objects.on(on)
        .visible_to(by)
        .filter(person__in=people)
        .select_related("basis")
    }
    decided = {
        each.person_id: str(each.basis)
        for each in Admission.objects.visible_to(by)
        .filter(person__in=[row.person_id for row in rows if row.kind is DueKind.CEREMONY])
        .select_related("basis")
    }
    return [
        replace(
            row,
            person=names.get(row.person_id, ""),
            unit=titles.get(row.unit_id, ""),
            basis=(decided if row.kind is DueKind.CEREMONY else papers).get(row.person_id, ""),
        )
        for row in rows
    ]
