"""Đồng hồ của đảng viên — ceremonies, recognitions and badges, from admissions and seats."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.text import Sentence, mark
from thenchot.people.awards.models import Badge
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.awards.words import Right as AwardsRight
from thenchot.people.dossiers.reads.clocks import Clock, Window
from thenchot.people.dossiers.reads.selected import seats_on
from thenchot.people.dossiers.rules import dues as rules
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.models import Admission, Seat
from thenchot.people.members.rules import probation_end
from thenchot.people.members.words import FULL, Status
from thenchot.people.members.words import Limits as MemberLimits

PAST_ROUNDS = timedelta(366)  # of an older round what was given may stand in books before ours
Found = tuple[int, int, str, date]  # person, cell, status, the day party age counts from


def of_members(by: Actor, window: Window) -> Iterator[Clock]:
    """Theo sổ đảng viên — the seats are read once, what else is known of these people by their ids."""
    rounds = _rounds(window)
    near = Q(status=Status.PROBATIONARY) | Q(status__in=FULL) & _reaching(window, rounds)
    seats = seats_on(by, window.on).filter(near)
    told = seats.values_list("person", "cell", "status", "since_on")
    found = [(person, cell, status, since) for person, cell, status, since in told if since]
    full = [each for each in found if each[2] != Status.PROBATIONARY and _sees_badges(by, each)]
    yield from _recognitions(found, window)
    yield from _badges(by, full, rounds, window)
    yield from _ceremonies(by, window)


def _recognitions(found: list[Found], window: Window) -> Iterator[Clock]:
    months = window.limit(MemberLimits.PROBATION_MONTHS)
    if months is None:
        return
    days = window.limit(MemberLimits.CONSIDER_DAYS)
    for person, cell, status, since in found:
        if status != Status.PROBATIONARY:
            continue
        end = probation_end(since, months)
        if end > window.until:
            continue
        due = rules.recognition_due(end, days)
        if due <= window.until:
            text = mark("hết dự bị {end:%d/%m/%Y}, vào Đảng {since:%d/%m/%Y}")
            said = Sentence(text, {"end": end, "since": since})
            yield Clock(DueKind.RECOGNITION, due, cell, person, said)


def _sees_badges(by: Actor, each: Found) -> bool:
    """Whoever may not see what was given there is told of nothing that is owed."""
    return by.may(AwardsRight.READ, each[1])


def _badges(by: Actor, full: list[Found], rounds: list[date], window: Window) -> Iterator[Clock]:
    """A round that is over counts where the person stood in our books on its day."""
    badges = window.limit(AwardLimits.BADGE_YEARS)
    if badges is None or not rounds:
        return
    people = [person for person, *_ in full]
    given = set(
        Badge.objects.visible_to(by).filter(person__in=people).values_list("person", "years")
    )
    owed = [
        (person, cell, years, full_on, day)
        for person, cell, _, since in full
        for years, full_on, day in rules.badge_rounds(since, badges, rounds)
        if window.on - PAST_ROUNDS <= day <= window.until and (person, years) not in given
    ]
    here = _here_since(by, [person for person, *_, day in owed if day < window.on])
    for person, cell, years, full_on, day in owed:
        if here.get(person, day) <= day:
            text = mark("Huy hiệu {years} năm, đủ tuổi đảng từ {day:%d/%m/%Y}")
            said = Sentence(text, {"years": years, "day": full_on})
            yield Clock(DueKind.BADGE, day, cell, person, said)


def _ceremonies(by: Actor, window: Window) -> Iterator[Clock]:
    """Admitted by a decision, and no member since: the ceremony is owed."""
    days = window.limit(MemberLimits.CEREMONY_DAYS)
    if days is None:
        return
    held = Seat.objects.filter(person=OuterRef("person"), from_day__lte=window.on)
    owed = (
        Admission.objects.visible_to(by)
        .filter(~Exists(held), effective__startswith__lte=window.on)
        .values_list("person", "cell", "effective", "basis")
    )
    for person, cell, decided, basis in owed:
        due = rules.ceremony_due(decided.start, days)
        if due <= window.until:
            said = Sentence(mark("quyết định kết nạp {day:%d/%m/%Y}"), {"day": decided.start})
            yield Clock(DueKind.CEREMONY, due, cell, person, said, basis)


def _here_since(by: Actor, people: list[int]) -> dict[int, date]:
    """Since when each stands in our books as a member."""
    seats = Seat.objects.filter(Seat.SEEN.condition(by), person__in=people)
    since: dict[int, date] = {}
    for person, from_day in seats.values_list("person", "from_day"):
        since[person] = min(from_day, since.get(person, from_day))
    return since


def _rounds(window: Window) -> list[date]:
    """The award days from before the first that is told to after the last."""
    award = window.limit(AwardLimits.BADGE_ROUNDS)
    years = range(window.on.year - 2, window.until.year + 2)
    return rules.rounds(award, years) if award else []


def _reaching(window: Window, rounds: list[date]) -> Q:
    """Party age counted from days that make some badge due at a round that is told."""
    badges = window.limit(AwardLimits.BADGE_YEARS)
    told = [day for day in rounds if window.on - PAST_ROUNDS <= day <= window.until]
    reached = Q(pk__in=())
    if badges and told:
        before = rounds[rounds.index(told[0]) - 1]
        for months in (-12 * years for years in badges.values):
            first, last = add_months(before, months), add_months(told[-1], months)
            reached |= Q(since_on__gt=first, since_on__lte=last)
    return reached
