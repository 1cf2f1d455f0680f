"""Ghi tổ chức có thời hạn — its standing agency and number series, and its members with their roles."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_facts,
    new_fact,
    open_fact,
    open_facts,
    repealed_faults,
    replace_fact,
    replace_facts,
    state_faults,
)
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import change_day_faults, numbered
from thenchot.ground.register.words import LIMITED_LIFE, OrganizationKind, Right
from thenchot.people.committees import rules
from thenchot.people.committees.acts.known import Known
from thenchot.people.committees.models import Body, BodyMember
from thenchot.people.committees.rules import BodyRow


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi cơ quan thường trực, số văn bản của {unit}"))
def record_body(
    act: OpenAct, *, organization: int, standing_agency: int | None, series: str | None, from_day: date,
    basis: Basis,
) -> int:  # fmt: skip
    """Ghi cơ quan thường trực — which agency serves the body, and the series its papers are numbered in."""
    act.touches(organization)
    known = Known(organization, from_day)
    faults = [
        *known.unit_faults(),
        *_kind_faults(known),
        *rules.words_faults(series or "", "series"),
    ]
    if standing_agency is not None:
        agency = Known(standing_agency, from_day)
        faults += [
            Reason(each.text, each.values, each.clause, "standing_agency")
            for each in agency.unit_faults()
        ]
    of_unit = Body.objects.filter(organization=organization).select_related("basis")
    before = of_unit.on(from_day).first()
    later = before is None and of_unit.filter(effective__startswith__gt=from_day).exists()
    act.refuse_if([*faults, *state_faults(before, from_day, later=later)])
    assert known.unit is not None
    paper = act.rests_on(basis)
    said = {"standing_agency_id": standing_agency, "series": tidy_name(series or "")}
    if before:
        made = replace_fact(act, before, from_day, paper, **said)
    else:
        days = DayRange(from_day, known.unit.effective.until)
        made = open_fact(act, Body, days, paper, organization_id=organization, **said)
    act.says(unit=known.unit)
    return int(made.pk)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi {n} thành viên của {unit}"))
def record_body_members(
    act: OpenAct, *, organization: int, people: Sequence[BodyRow], from_day: date, basis: Basis
) -> None:
    """Ghi thành viên — to the end of the body where its paper sets one; a new role replaces the former."""
    act.touches(organization)
    wanted = [row.person for row in people]
    known = Known(organization, from_day, wanted)
    sitting = {each.person_id: each for each in _members(organization, from_day)}
    faults = [*known.unit_faults(), *_kind_faults(known), *known.people_faults(wanted)]
    for number, row in enumerate(people, start=1):
        standing = sitting.get(row.person)
        found = state_faults(standing, from_day, later=False)
        if standing and standing.role == row.role:
            text = mark("Người này đã giữ vai ấy ở đây, theo {paper}.")
            found.append(Reason(text, {"paper": standing.basis}, field="role"))
        faults += numbered(number, found)
    act.refuse_if(faults)
    touches_people(act, wanted)
    paper = act.rests_on(basis)
    assert known.unit is not None
    replace_facts(act, [
        (sitting[row.person], from_day, {"role": row.role}) for row in people if row.person in sitting
    ], paper)  # fmt: skip
    open_facts(act, [
        new_fact(
            BodyMember, DayRange(from_day, known.unit.effective.until), paper,
            organization_id=organization, person_id=row.person, role=row.role,
        )
        for row in people if row.person not in sitting
    ])  # fmt: skip
    act.says(n=len(people), unit=known.unit)


@act(needs=Right.RECORD_POSTING, phrase=mark("Ghi thôi tham gia {unit}: {n} người"))
def end_body_members(
    act: OpenAct, *, organization: int, people: Sequence[int], from_day: date, basis: Basis
) -> None:
    """Thôi tham gia — `from_day` is the first day they are no longer members."""
    act.touches(organization)
    known = Known(organization, from_day, people)
    sitting = {each.person_id: each for each in _members(organization, from_day)}
    text = mark("Người này không phải thành viên ở đây vào ngày {day:%d/%m/%Y}.")
    faults = [*known.unit_faults(), *known.people_faults(people)]
    for number, person in enumerate(people, start=1):
        if (found := sitting.get(person)) is None:
            faults += numbered(number, [Reason(text, {"day": from_day}, field="person")])
        else:
            faults += [*change_day_faults(found.effective, from_day), *repealed_faults(found)]
    act.refuse_if(faults)
    touches_people(act, people)
    end_facts(act, [(sitting[person], from_day) for person in people], act.rests_on(basis))
    act.says(n=len(people), unit=known.unit)


def _kind_faults(known: Known) -> list[Reason]:
    if known.unit is None or OrganizationKind.of(known.unit.kind) in LIMITED_LIFE:
        return []
    text = mark("«{unit}» không phải ban chỉ đạo, hội đồng, tổ, đoàn, tiểu ban.")
    return [Reason(text, {"unit": known.unit.name}, field="organization")]


def _members(organization: int, day: date) -> list[BodyMember]:
    found = BodyMember.objects.on(day).filter(organization=organization)
    return list(found.select_related("basis").order_by("pk").select_for_update(of=("self",)))
