"""Ghi quyết định khen thưởng — party badges of a round; commendations for an occasion."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_event, open_facts
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.rules import numbered
from thenchot.people.awards import rules
from thenchot.people.awards.models import Badge, Commendation
from thenchot.people.awards.rules import BadgeLimits, BadgeRow
from thenchot.people.awards.words import AwardForm, Limits, Right, Timing
from thenchot.people.members.acts.standing import Register, twice
from thenchot.people.members.models import PartyDays
from thenchot.people.members.words import FULL


@act(needs=Right.RECORD_AWARD, phrase=mark("Ghi quyết định tặng Huy hiệu Đảng cho {people}"))
def record_badges(act: OpenAct, *, people: Sequence[BadgeRow], on_day: date, basis: Basis) -> None:
    """Ghi tặng Huy hiệu Đảng — of one round; early and posthumous awards say so (m.28)."""
    wanted = [row.person for row in people]
    book = Register(on_day, wanted)
    known = PartyDays.objects.filter(person__in=wanted).order_by("effective")
    days = {each.person_id: each for each in known}
    given = set(Badge.objects.filter(person__in=wanted).values_list("person", "years"))
    limits = BadgeLimits(
        limit(Limits.BADGE_YEARS, on_day),
        limit(Limits.EARLY_MONTHS, on_day),
        limit(Limits.EARLY_MONTHS_FROM_70, on_day),
        limit(Limits.POSTHUMOUS_MONTHS, on_day),
    )
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        faults += numbered(number, _badge_faults(book, days.get(row.person), given, limits, row))
    act.refuse_if(faults)
    touches_people(act, wanted)
    paper = act.rests_on(basis)
    open_facts(
        act,
        [
            new_event(
                Badge, on_day, paper, person_id=row.person, years=row.years, timing=row.timing
            )
            for row in people
        ],
    )
    act.says(people=book.names(wanted))


def _badge_faults(
    book: Register,
    days: PartyDays | None,
    given: set[tuple[int, int]],
    limits: BadgeLimits,
    row: BadgeRow,
) -> list[Reason]:
    faults = book.person_faults(row.person)
    standing = book.members.get(row.person)
    if days is None or (row.timing is not Timing.POSTHUMOUS and standing is None):
        text = mark("Người này không phải đảng viên vào ngày {day:%d/%m/%Y}.")
        return [*faults, Reason(text, {"day": book.day}, field="person")]
    if standing and standing.status not in FULL:
        faults.append(Reason(mark("Đảng viên dự bị chưa được tặng Huy hiệu."), field="person"))
    if (row.person, row.years) in given:
        text = mark("Người này đã được tặng Huy hiệu {years} năm.")
        faults.append(Reason(text, {"years": row.years}, field="years"))
    return faults + rules.badge_faults(row.years, row.timing, days.admitted_on, book.day, limits)


@act(
    needs=Right.RECORD_AWARD,
    phrase=mark("Ghi quyết định khen thưởng {n} tập thể, {m} cá nhân: {occasion}"),
)
def record_commendation(
    act: OpenAct,
    *,
    organizations: Sequence[int],
    people: Sequence[int],
    form: AwardForm,
    occasion: str,
    on_day: date,
    basis: Basis,
) -> None:
    """Ghi khen thưởng — one paper for collectives and people, each once."""
    units = OrganizationSpell.objects.on(on_day).filter(organization__in=organizations)
    recorded = PersonSpell.objects.on(on_day).filter(person__in=people)
    faults = []
    if not tidy_name(occasion):
        faults.append(Reason(mark("Thiếu thành tích được khen."), field="occasion"))
    if not (organizations or people):
        faults.append(Reason(mark("Danh sách khen thưởng không có ai."), field="people"))
    if units.count() != len(organizations):
        text = mark("Có tập thể ghi hai lần hoặc không tồn tại vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": on_day}, field="organizations"))
    if recorded.count() != len(people):
        text = mark("Có cá nhân ghi hai lần hoặc chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": on_day}, field="people"))
    act.refuse_if(faults)
    act.touches(*organizations)
    touches_people(act, people)
    paper = act.rests_on(basis)
    said = {"form": form, "occasion": tidy_name(occasion)}
    open_facts(
        act,
        [
            *(
                new_event(Commendation, on_day, paper, organization_id=each, **said)
                for each in organizations
            ),
            *(new_event(Commendation, on_day, paper, person_id=each, **said) for each in people),
        ],
    )
    act.says(n=len(organizations), m=len(people), occasion=said["occasion"])
