"""Ghi quyết định về đảng viên — one paper, one person or many; every row's reasons at once."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_event, open_facts, repealed_faults, replace_facts
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.members import rules
from thenchot.people.members.acts.consents import record_consent
from thenchot.people.members.acts.standing import (
    Register,
    enter,
    leave,
    members_after,
    move,
    newly_admitted,
    twice,
)
from thenchot.people.members.models import Admission, Membership, Movement, PartyDays
from thenchot.people.members.rules import ArrivalRow, CellRow, CeremonyRow, ExitRow
from thenchot.people.members.words import Consented, Limits, Right, Status, Way


@act(needs=Right.RECORD_MEMBER, phrase=mark("Ghi quyết định kết nạp {people}"))
def record_admission(
    act: OpenAct,
    *,
    people: Sequence[CellRow],
    on_day: date,
    basis: Basis,
    consent: int | None = None,
) -> None:
    """Ghi quyết định kết nạp — the ceremony is still to come (24-QĐ/TW 4.1).

    `consent`: the paper that lets those above the age be admitted (232-QĐ/TW m.1).
    """
    wanted = [row.person for row in people]
    book = Register(on_day, wanted, {row.cell for row in people})
    later, ages = members_after(on_day, wanted), limit(Limits.ADMISSION_AGE, on_day)
    born = {person: spell.birth_on for person, spell in book.people.items()}
    above = [each for each in wanted if rules.above_age(born.get(each), on_day, ages)]
    consented = consent is not None
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        found = [
            *book.person_faults(row.person),
            *book.cell_faults(row.cell),
            *book.newcomer_faults(row.person, later),
            *rules.age_faults(born.get(row.person), on_day, ages, consented=consented),
        ]
        faults += numbered(number, found)
    if consented:
        faults += rules.unneeded_consent(bool(above), ages)
    act.refuse_if(faults)
    act.touches(*(row.cell for row in people))
    touches_people(act, wanted)
    if consent is not None:
        record_consent(act, Consented.ADMISSION_ABOVE_AGE, above, on_day, consent)
    paper = act.rests_on(basis)
    open_facts(
        act,
        [
            new_event(Admission, on_day, paper, person_id=row.person, cell_id=row.cell)
            for row in people
        ],
    )
    act.says(people=book.names(wanted))


@act(needs=Right.RECORD_MEMBER, phrase=mark("Ghi ngày lễ kết nạp của {people}"))
def record_ceremony(act: OpenAct, *, people: Sequence[CeremonyRow], admission: int) -> None:
    """Ghi ngày lễ kết nạp — from it on a probationary member; `admission` is the decision's paper."""
    paper = act.rests_on(admission, field="admission")
    wanted = [row.person for row in people]
    decided = {
        each.person_id: each for each in Admission.objects.filter(basis=paper, person__in=wanted)
    }
    last = max((row.on_day for row in people), default=act.day)
    book = Register(last, wanted, {each.cell_id for each in decided.values()})
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        found = [*book.person_faults(row.person), *book.newcomer_faults(row.person, set())]
        admitted = decided.get(row.person)
        if admitted is None:
            text = mark("{paper} không kết nạp người này.")
            found.append(Reason(text, {"paper": paper}, field="person"))
        else:
            day = admitted.effective.start
            found += rules.party_day_faults(Status.PROBATIONARY, day, row.on_day, None)
            found += book.cell_faults(admitted.cell_id)
        faults += numbered(number, found)
    act.refuse_if(faults)
    act.touches(*(each.cell_id for each in decided.values()))
    arrivals = [
        (
            row.on_day,
            newly_admitted(
                row.person,
                decided[row.person].cell_id,
                decided[row.person].effective.start,
                row.on_day,
            ),
        )
        for row in people
    ]
    enter(act, Way.ADMITTED, arrivals, paper)
    act.says(people=book.names(wanted))


@act(needs=Right.RECORD_MEMBER, phrase=mark("Ghi quyết định công nhận chính thức {people}"))
def record_recognition(act: OpenAct, *, people: Sequence[int], basis: Basis) -> None:
    """Ghi công nhận chính thức — dated at the end of probation, however late (24-QĐ/TW 4.2.2)."""
    paper = act.rests_on(basis)
    known = PartyDays.objects.filter(person__in=people, effective__endswith=None)
    days = {each.person_id: each for each in known.select_for_update(of=("self",))}
    open_now = Membership.objects.filter(person__in=people, effective__endswith=None)
    standing = {
        each.person_id: each
        for each in open_now.select_related("basis").select_for_update(of=("self",))
    }
    book = Register(act.day, people)
    months = {
        person: limit(Limits.PROBATION_MONTHS, each.joined_on) for person, each in days.items()
    }
    faults = twice(people)
    for number, person in enumerate(people, start=1):
        faults += numbered(
            number,
            [
                *book.person_faults(person),
                *_recognition_faults(
                    standing.get(person), days.get(person), months.get(person), paper.issued_on
                ),
            ],
        )
    act.refuse_if(faults)
    act.touches(*(each.cell_id for each in standing.values()))
    official = {
        person: rules.probation_end(each.joined_on, each_months)
        for person, each in days.items()
        if (each_months := months[person])
    }
    replace_facts(
        act,
        [(standing[who], official[who], {"status": Status.OFFICIAL}) for who in people],
        paper,
    )
    replace_facts(
        act, [(days[who], official[who], {"official_on": official[who]}) for who in people], paper
    )
    open_facts(
        act,
        [
            new_event(
                Movement,
                official[who],
                paper,
                person_id=who,
                way=Way.RECOGNISED,
                from_cell_id=standing[who].cell_id,
                to_cell_id=standing[who].cell_id,
            )
            for who in people
        ],
    )
    act.says(people=book.names(people))


def _recognition_faults(
    standing: Membership | None,
    days: PartyDays | None,
    months: Limit | None,
    issued_on: date | None,
) -> list[Reason]:
    if standing is None or days is None or standing.status != Status.PROBATIONARY:
        return [Reason(mark("Người này không phải đảng viên dự bị."), field="person")]
    if months is None:
        text = mark("Chưa ghi quy định về thời gian dự bị cho ngày {day:%d/%m/%Y}.")
        return [Reason(text, {"day": days.joined_on}, field="person")]
    end = rules.probation_end(days.joined_on, months)
    faults = []
    if issued_on and issued_on < end:
        text = mark("Quyết định ra trước ngày hết thời gian dự bị {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": end}, months.clause, "basis"))
    if standing.effective.start >= end:
        text = mark(
            "Đã ghi thay đổi sau ngày hết dự bị {day:%d/%m/%Y}, theo {paper}; hãy hủy, ghi công nhận rồi ghi lại."
        )
        faults.append(Reason(text, {"day": end, "paper": standing.basis}, "", "person"))
    return [*faults, *repealed_faults(standing)]


@act(needs=Right.RECORD_MEMBER, phrase=mark("Ghi chuyển sinh hoạt đảng: {people}"))
def record_transfer(
    act: OpenAct, *, people: Sequence[CellRow], from_day: date, basis: Basis
) -> None:
    """Ghi chuyển sinh hoạt — within the province, from one cell to another (294-QĐ/TW m.6.3)."""
    wanted = [row.person for row in people]
    book = Register(from_day, wanted, {row.cell for row in people})
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        found = [*book.member_faults(row.person), *book.cell_faults(row.cell)]
        standing = book.members.get(row.person)
        if standing and standing.cell_id == row.cell:
            found.append(Reason(mark("Người này đang sinh hoạt ở chi bộ đó."), field="cell"))
        faults += numbered(number, found)
    act.refuse_if(faults)
    moving = [(book.members[row.person], row.cell) for row in people]
    act.touches(*(cell for _, cell in moving), *(each.cell_id for each, _ in moving))
    move(act, moving, from_day, act.rests_on(basis))
    act.says(people=book.names(wanted))


@act(needs=Right.RECORD_MEMBER, phrase=mark("Ghi tiếp nhận đảng viên từ ngoài tỉnh: {people}"))
def record_arrival(
    act: OpenAct, *, people: Sequence[ArrivalRow], from_day: date, basis: Basis
) -> None:
    """Ghi chuyển đến — a member received from outside the province, with the days of his file."""
    wanted = [row.person for row in people]
    book = Register(from_day, wanted, {row.cell for row in people})
    later = members_after(from_day, wanted)
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        found = [
            *book.person_faults(row.person),
            *book.cell_faults(row.cell),
            *book.newcomer_faults(row.person, later),
            *rules.party_day_faults(row.status, row.admitted_on, row.joined_on, row.official_on),
        ]
        faults += numbered(number, found)
    act.refuse_if(faults)
    act.touches(*(row.cell for row in people))
    touches_people(act, wanted)
    enter(act, Way.ARRIVED, [(from_day, row) for row in people], act.rests_on(basis))
    act.says(people=book.names(wanted))


@act(needs=Right.RECORD_MEMBER, phrase=mark("Ghi ra khỏi danh sách đảng viên: {people}"))
def record_exit(act: OpenAct, *, people: Sequence[ExitRow], from_day: date, basis: Basis) -> None:
    """Ghi ra khỏi danh sách — departed, died, struck off, resigned; expulsion is a discipline."""
    wanted = [row.person for row in people]
    book = Register(from_day, wanted)
    faults = twice(wanted)
    for number, row in enumerate(people, start=1):
        found = [*book.member_faults(row.person), *rules.exit_faults(row.way)]
        faults += numbered(number, found)
    act.refuse_if(faults)
    act.touches(*(book.members[person].cell_id for person in wanted))
    exits = [(book.members[row.person], row.way) for row in people]
    leave(act, exits, from_day, act.rests_on(basis))
    act.says(people=book.names(wanted))
