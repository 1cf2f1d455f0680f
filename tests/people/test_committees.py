"""Cấp ủy — terms, seats and steps, bodies, working papers, pilots; a refusal leaves nothing behind."""

from datetime import date

import pytest
from office import given, opened, who
from party import party
from world import TODAY, answer, paper

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.committees.acts.bodies import (
    end_body_members,
    record_body,
    record_body_members,
)
from thenchot.people.committees.acts.pilots import end_pilot, record_pilot, review_pilot
from thenchot.people.committees.acts.terms import (
    end_committee_seat,
    record_approval,
    record_committee,
    record_term,
)
from thenchot.people.committees.acts.working import close_committee, record_working_paper
from thenchot.people.committees.models import (
    BodyMember,
    CommitteeSeat,
    CommitteeStep,
    CommitteeTerm,
    Pilot,
    WorkingPaper,
)
from thenchot.people.committees.reads.bodies import body_on
from thenchot.people.committees.reads.committees import committee_line, committees, seats_of
from thenchot.people.committees.reads.pilots import pilots
from thenchot.people.committees.reads.working import working_lines
from thenchot.people.committees.rules import BodyRow, CommitteeRow, off_limits
from thenchot.people.committees.words import Limits, Manner, Rank, Role, State, WorkingKind

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2023, 6, 1), date(2024, 3, 1)
TABLES = (CommitteeTerm, CommitteeSeat, CommitteeStep, BodyMember, WorkingPaper, Pilot)


@pytest.fixture
def here():
    return party()


@pytest.fixture
def basis(here):
    return paper("7-NQ/ĐH", DAY)


def elected(person, rank=Rank.MEMBER):
    return CommitteeRow(person, rank, Manner.ELECTED)


def term(actor, here, basis, label="2020–2025", executive=5, standing=3, day=DAY):
    words = {"label": label, "executive": executive, "standing": standing}
    return record_term(actor, TODAY, organization=here.commune, from_day=day, basis=basis, **words)


def seated(actor, here, basis, rows, day=DAY):
    return record_committee(
        actor, TODAY, organization=here.commune, people=rows, decider="Đại hội đảng bộ xã",
        from_day=day, basis=basis,
    )  # fmt: skip


def refused(act, actor, *said, **words):
    before = [model.objects.count() for model in TABLES], JournalEntry.objects.count()
    with pytest.raises(Refused) as no:
        act(actor, TODAY, **words)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text
    assert ([model.objects.count() for model in TABLES], JournalEntry.objects.count()) == before


def read(actor, ask):
    with scoped(actor, TODAY, reading=True):
        return ask()


def test_a_committee_stands_beside_the_number_allowed(actor, here, basis):
    term(actor, here, basis)
    rows = [elected(here.people[0], Rank.SECRETARY), elected(here.people[1], Rank.STANDING),
            elected(here.people[2])]  # fmt: skip
    seated(actor, here, basis, rows)
    assert JournalEntry.objects.latest("seq").sentence == "Ghi 3 cấp ủy viên của Đảng bộ xã Thử"
    line = read(actor, lambda: committee_line(by=actor, organization=here.commune, on=TODAY))
    assert (line.executive.allowed, line.executive.present, line.executive.missing) == (5, 3, 2)
    assert (line.standing.allowed, line.standing.present, line.state) == (3, 2, State.MISSING)
    higher = paper("9-QĐ/TU", LATER)
    record_approval(
        actor, TODAY, organization=here.commune, people=[here.people[0]], on_day=LATER, basis=higher,
        decider="Ban Thường vụ Tỉnh ủy",
    )  # fmt: skip
    first = read(actor, lambda: seats_of(by=actor, organization=here.commune, on=TODAY))[0]
    assert [(step.manner, step.decider) for step in first.steps] == [
        (Manner.ELECTED, "Đại hội đảng bộ xã"), (Manner.APPROVED, "Ban Thường vụ Tỉnh ủy"),
    ]  # fmt: skip
    assert (first.rank, first.since) == (Rank.SECRETARY, DAY)
    assert verify_journal().faults == []


def test_a_new_rank_replaces_the_former_and_a_new_term_sends_the_committee_home(actor, here, basis):
    term(actor, here, basis)
    seated(actor, here, basis, [elected(here.people[0]), elected(here.people[1])])
    seated(actor, here, paper("8-NQ", LATER), [elected(here.people[0], Rank.DEPUTY)], LATER)
    ranks = CommitteeSeat.objects.on(LATER).values_list("rank", flat=True)
    assert sorted(ranks) == ["cap_uy_vien", "pho_bi_thu"]
    last = date(2024, 9, 1)
    end_committee_seat(
        actor, TODAY, organization=here.commune, person=here.people[1], from_day=last,
        basis=paper("10-QĐ", last),
    )  # fmt: skip
    assert CommitteeSeat.objects.on(last).count() == 1
    congress = date(2025, 1, 5)
    term(actor, here, paper("11-NQ/ĐH", congress), "2025–2030", day=congress)
    assert CommitteeSeat.objects.on(congress).count() == 0
    sums, total, _ = read(actor, lambda: committees(by=actor, on=congress))
    assert (sums.committees, sums.missing, sums.present, total) == (1, 1, 0, 1)
    assert read(actor, lambda: committees(by=actor, on=congress, state=State.OVER))[1] == 0


def test_what_does_not_fit_is_refused_with_all_reasons(actor, here, basis):
    words = {"organization": here.commune, "from_day": DAY, "basis": basis}
    refused(
        record_term,
        actor,
        "Thiếu tên nhiệm kỳ",
        "từ 1",
        label=" ",
        executive=0,
        standing=0,
        **words,
    )
    refused(
        record_committee, actor, "chưa có nhiệm kỳ", "Thiếu cấp quyết định", "ghi hai lần",
        "chỉ có một bí thư", "chưa có hồ sơ", "phiếu chuẩn y",
        people=[
            elected(here.people[0], Rank.SECRETARY), elected(here.people[0], Rank.SECRETARY),
            elected(987654), CommitteeRow(here.people[1], Rank.MEMBER, Manner.APPROVED),
        ],
        decider="", **words,
    )  # fmt: skip
    term(actor, here, basis)
    refused(
        record_approval, actor, "không phải cấp ủy viên", organization=here.commune,
        people=[here.people[3]], decider="Tỉnh ủy", on_day=DAY, basis=basis,
    )  # fmt: skip
    refused(end_committee_seat, actor, "không phải cấp ủy viên", person=here.people[0], **words)
    refused(record_body, actor, "không phải ban chỉ đạo", standing_agency=None, series="", **words)
    refused(record_body_members, actor, "không phải ban chỉ đạo", "không có ai", people=[], **words)
    refused(end_pilot, actor, "Không có điểm", pilot=5, from_day=DAY, basis=basis)


def test_a_body_of_limited_life_has_members_until_it_ends(actor, here, basis):
    until = date(2030, 1, 1)
    body = answer(
        establish_organization(
            actor, TODAY, name="Ban chỉ đạo Thử", kind=OrganizationKind.STEERING_COMMITTEE,
            level=Level.COMMUNE, parent=here.commune, from_day=DAY, basis=basis, until=until,
        )
    )  # fmt: skip
    words = {"organization": body, "from_day": DAY, "basis": basis}
    record_body(actor, TODAY, standing_agency=here.commune, series="…-CV/BCĐ", **words)
    rows = [BodyRow(here.people[1], Role.MEMBER), BodyRow(here.people[0], Role.HEAD)]
    record_body_members(actor, TODAY, people=rows, **words)
    found = read(actor, lambda: body_on(by=actor, organization=body, on=TODAY))
    assert (found.series, found.standing_agency) == ("…-CV/BCĐ", "Đảng bộ xã Thử")
    assert [(each.name, each.role) for each in found.members] == [
        ("Trần Văn An", Role.HEAD), ("Trần Văn Bình", Role.MEMBER),
    ]  # fmt: skip
    assert BodyMember.objects.first().effective.until == until
    end_body_members(
        actor, TODAY, organization=body, people=[here.people[1]], from_day=LATER,
        basis=paper("12-QĐ", LATER),
    )  # fmt: skip
    assert BodyMember.objects.on(LATER).count() == 1


def test_committees_without_a_working_paper_are_listed_with_the_days(actor, here, basis):
    term(actor, here, basis)
    kind = WorkingKind.REGULATION
    record_working_paper(
        actor,
        TODAY,
        organization=here.commune,
        kind=kind,
        from_day=LATER,
        basis=paper("1-QC", LATER),
    )
    (line,) = read(actor, lambda: working_lines(by=actor, on=TODAY))
    assert line.lacking == [WorkingKind.PROGRAMME, WorkingKind.DIVISION]
    assert line.days == (TODAY - DAY).days
    again = date(2025, 1, 5)
    term(actor, here, paper("11-NQ/ĐH", again), "2025–2030", day=again)
    (line,) = read(actor, lambda: working_lines(by=actor, on=TODAY))
    assert line.lacking == list(WorkingKind)


def test_a_pilot_is_reviewed_and_ends(actor, here, basis):
    pilot = answer(
        record_pilot(
            actor, TODAY, organization=here.cells[0], subject="Chi bộ bốn tốt", from_day=DAY,
            directed_by=here.commune, equipment=None, basis=basis,
        )
    )  # fmt: skip
    reviewed = answer(
        review_pilot(
            actor, TODAY, pilot=pilot, review="Đạt", replicated_to="toàn xã", from_day=LATER,
            basis=paper("3-BC", LATER),
        )
    )  # fmt: skip
    last = date(2024, 9, 1)
    end_pilot(actor, TODAY, pilot=reviewed, from_day=last, basis=paper("4-KL", last))
    (line,) = read(actor, lambda: pilots(by=actor, on=TODAY))
    assert (line.running, line.review, line.days.start) == (False, "Đạt", DAY)
    assert line.directed_by == "Đảng bộ xã Thử"


def test_all_of_a_unit_is_closed_before_it_ends(actor, here, basis):
    term(actor, here, basis)
    seated(actor, here, basis, [elected(here.people[0])])
    words = {"organization": here.commune, "from_day": LATER, "basis": paper("20-QĐ", LATER)}
    close_committee(actor, TODAY, **words)
    assert CommitteeTerm.objects.on(LATER).count() == CommitteeSeat.objects.on(LATER).count() == 0
    refused(close_committee, actor, "không có nhiệm kỳ", **words)


def test_the_right_is_asked_where_the_committee_stands(actor, here, basis):
    account = opened("canbo")
    given(account, "chuyen_vien", here.cells[0])
    with pytest.raises(NotAllowed):
        term(who(account), here, basis)


def test_numbers_outside_the_regulation_are_told_with_its_clause():
    known = {Limits.COMMUNE_EXECUTIVE: Limit((27, 33), "45-CT/TW (chưa thẩm định)", False)}
    over = off_limits(OrganizationKind.GRASSROOTS_PARTY, Level.COMMUNE, 35, 11, known)
    assert [str(each.clause) for each in over] == ["45-CT/TW (chưa thẩm định)"]
    assert off_limits(OrganizationKind.GRASSROOTS_PARTY, Level.COMMUNE, 30, 11, known) == []
