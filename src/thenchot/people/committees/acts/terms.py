"""Ghi cấp ủy — a term with its numbers, who sits in it, each approval, and who leaves."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_fact,
    end_facts,
    new_event,
    new_fact,
    open_fact,
    open_facts,
    repealed_faults,
    replace_fact,
    state_faults,
)
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import change_day_faults, numbered
from thenchot.ground.register.words import PARTY, OrganizationKind, Right
from thenchot.people.committees import rules
from thenchot.people.committees.acts.known import Known
from thenchot.people.committees.models import CommitteeSeat, CommitteeStep, CommitteeTerm
from thenchot.people.committees.rules import CommitteeRow
from thenchot.people.committees.words import Manner, Rank


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi nhiệm kỳ {label} của cấp ủy {unit}"))
def record_term(
    act: OpenAct, *, organization: int, label: str, executive: int, standing: int, from_day: date,
    basis: Basis,
) -> int:  # fmt: skip
    """Ghi nhiệm kỳ — its name and allowed numbers; under another name the former committee leaves."""
    act.touches(organization)
    known = Known(organization, from_day)
    of_unit = CommitteeTerm.objects.filter(organization=organization).select_related("basis")
    before = of_unit.on(from_day).first()
    later = before is None and of_unit.filter(effective__startswith__gt=from_day).exists()
    renewed = before is not None and before.label != tidy_name(label)
    leaving = _sitting(organization, from_day) if renewed else []
    faults = [
        *rules.term_faults(label, executive, standing), *known.unit_faults(),
        *_party_faults(known), *state_faults(before, from_day, later=later),
    ]  # fmt: skip
    for each in leaving:
        faults += change_day_faults(each.effective, from_day)
    act.refuse_if(faults)
    paper = act.rests_on(basis)
    end_facts(act, [(each, from_day) for each in leaving], paper)
    said = {"label": tidy_name(label), "executive": executive, "standing": standing}
    if before:
        made = replace_fact(act, before, from_day, paper, **said)
    else:
        days = DayRange(from_day)
        made = open_fact(act, CommitteeTerm, days, paper, organization_id=organization, **said)
    act.says(label=made.label, unit=known.unit)
    return int(made.pk)


def _party_faults(known: Known) -> list[Reason]:
    if known.unit is None or OrganizationKind.of(known.unit.kind) in PARTY:
        return []
    text = mark("«{unit}» không phải tổ chức đảng có cấp ủy.")
    return [Reason(text, {"unit": known.unit.name}, field="organization")]


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi {n} cấp ủy viên của {unit}"))
def record_committee(
    act: OpenAct, *, organization: int, people: Sequence[CommitteeRow], decider: str, from_day: date,
    basis: Basis,
) -> None:  # fmt: skip
    """Ghi cấp ủy viên — elected or designated by one paper; a new rank takes the place of the one before."""
    act.touches(organization)
    wanted = [row.person for row in people]
    known = Known(organization, from_day, wanted)
    sitting = {each.person_id: each for each in _sitting(organization, from_day)}
    later = set(
        CommitteeSeat.objects.filter(
            organization=organization, person__in=wanted, effective__startswith__gt=from_day
        ).values_list("person", flat=True)
    )
    faults = [
        *known.unit_faults(), *known.people_faults(wanted), *_term_faults(organization, from_day),
        *rules.words_faults(decider, "decider", mark("Thiếu cấp quyết định.")),
        *rules.one_secretary_faults([*_ranks_kept(sitting, wanted), *(row.rank for row in people)]),
    ]  # fmt: skip
    for number, row in enumerate(people, start=1):
        faults += numbered(number, _row_faults(row, sitting, from_day, later))
    act.refuse_if(faults)
    touches_people(act, wanted)
    paper = act.rests_on(basis)
    for row in people:
        if row.person in sitting:
            replace_fact(act, sitting[row.person], from_day, paper, rank=row.rank)
    until = CommitteeTerm.objects.on(from_day).get(organization=organization).effective.until
    open_facts(act, [
        new_fact(
            CommitteeSeat, DayRange(from_day, until), paper, organization_id=organization,
            person_id=row.person, rank=row.rank,
        )
        for row in people if row.person not in sitting
    ])  # fmt: skip
    open_facts(act, [
        new_event(
            CommitteeStep, from_day, paper, organization_id=organization, person_id=row.person,
            manner=row.manner, decider=tidy_name(decider),
        )
        for row in people
    ])  # fmt: skip
    act.says(n=len(people), unit=known.unit)


def _term_faults(organization: int, day: date) -> list[Reason]:
    if CommitteeTerm.objects.on(day).filter(organization=organization).exists():
        return []
    text = mark("Cấp ủy này chưa có nhiệm kỳ vào ngày {day:%d/%m/%Y}; hãy ghi nhiệm kỳ trước.")
    return [Reason(text, {"day": day}, field="organization")]


def _ranks_kept(sitting: dict[int, CommitteeSeat], coming: Sequence[int]) -> list[Rank]:
    return [Rank.of(each.rank) for who, each in sitting.items() if who not in coming]


def _row_faults(
    row: CommitteeRow, sitting: dict[int, CommitteeSeat], day: date, later: set[int]
) -> list[Reason]:
    standing = sitting.get(row.person)
    faults = state_faults(standing, day, later=standing is None and row.person in later)
    if standing and standing.rank == row.rank:
        text = mark("Người này đã là {rank} ở đây, theo {paper}.")
        values = {"rank": Rank.of(standing.rank), "paper": standing.basis}
        faults.append(Reason(text, values, field="rank"))
    if row.manner is Manner.APPROVED:
        text = mark("Chuẩn y ghi ở phiếu chuẩn y, sau khi đã bầu.")
        faults.append(Reason(text, field="manner"))
    return faults


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi chuẩn y {n} cấp ủy viên của {unit}"))
def record_approval(
    act: OpenAct,
    *,
    organization: int,
    people: Sequence[int],
    decider: str,
    on_day: date,
    basis: Basis,
) -> None:
    """Ghi chuẩn y — by the committee above, of people who sit; the day of the seat stays the election's."""
    act.touches(organization)
    known = Known(organization, on_day, people)
    sitting = {each.person_id for each in _sitting(organization, on_day)}
    text = mark("Người này không phải cấp ủy viên ở đây vào ngày {day:%d/%m/%Y}.")
    faults = [
        *known.unit_faults(), *known.people_faults(people),
        *rules.words_faults(decider, "decider", mark("Thiếu cấp quyết định.")),
    ]  # fmt: skip
    for number, person in enumerate(people, start=1):
        if person not in sitting:
            faults += numbered(number, [Reason(text, {"day": on_day}, field="person")])
    act.refuse_if(faults)
    touches_people(act, people)
    paper = act.rests_on(basis)
    open_facts(act, [
        new_event(
            CommitteeStep, on_day, paper, organization_id=organization, person_id=person,
            manner=Manner.APPROVED, decider=tidy_name(decider),
        )
        for person in people
    ])  # fmt: skip
    act.says(n=len(people), unit=known.unit)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi thôi tham gia cấp ủy {unit}: {person}"))
def end_committee_seat(
    act: OpenAct, *, organization: int, person: int, from_day: date, basis: Basis
) -> int:
    """Thôi tham gia cấp ủy — `from_day` is the first day the person no longer sits."""
    act.touches(organization)
    known = Known(organization, from_day, [person])
    found = next(
        (each for each in _sitting(organization, from_day) if each.person_id == person), None
    )
    if found is None:
        text = mark("Người này không phải cấp ủy viên ở đây vào ngày {day:%d/%m/%Y}.")
        act.refuse(*known.unit_faults(), Reason(text, {"day": from_day}, field="person"))
    act.refuse_if([*change_day_faults(found.effective, from_day), *repealed_faults(found)])
    touches_people(act, [person])
    end_fact(act, found, from_day, act.rests_on(basis))
    act.says(unit=known.unit, person=known.people.get(person))
    return int(found.pk)


def _sitting(organization: int, day: date) -> list[CommitteeSeat]:
    """Đang tham gia — locked, in the order they came."""
    found = CommitteeSeat.objects.on(day).filter(organization=organization)
    return list(found.select_related("basis").order_by("pk").select_for_update(of=("self",)))
