"""Đảng bộ nhỏ — a grassroots committee with two cells and its members, recorded through acts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from actors import demo_actor
from drafts import one_of_each_draft
from papers import one_of_each_paper
from positions import approved, drafted, framework
from sittings import one_of_each_sitting
from world import TODAY, answer, paper, unit

from thenchot.doors.access.acts.accounts import let_type_for, open_account
from thenchot.doors.access.acts.grants import grant_role, propose_grant
from thenchot.doors.access.acts.tokens import give_token
from thenchot.doors.exchange.regulations import load_regulations
from thenchot.figures.indicators.acts.entered import enter_figures
from thenchot.figures.indicators.acts.targets import set_targets
from thenchot.figures.indicators.rules.rows import EnteredRow, TargetRow
from thenchot.figures.indicators.words import EnteredFigure
from thenchot.figures.reports.acts import freeze_report
from thenchot.ground.basis.acts.calendar import exchange_days
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.plain.working_days import DayRow
from thenchot.ground.register.acts.competence import record_competence
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.acts.people import record_employment, record_people
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting, PostSpell
from thenchot.ground.register.rules import PersonRow, SeatRow, UnitRow
from thenchot.ground.register.words import (
    Decider,
    Level,
    Matter,
    OrganizationKind,
    PostKind,
    Sex,
    Tier,
)
from thenchot.office.documents.acts.exported import remember_register_headings
from thenchot.office.documents.words import RegisterColumn
from thenchot.people.awards.acts.awards import record_badges, record_commendation
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.awards.words import AwardForm
from thenchot.people.cadres.acts.decisions import record_decision
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import DecisionMatter, QualificationKind
from thenchot.people.committees.acts.bodies import record_body, record_body_members
from thenchot.people.committees.acts.pilots import record_pilot
from thenchot.people.committees.acts.terms import record_committee, record_term
from thenchot.people.committees.acts.working import record_working_paper
from thenchot.people.committees.rules import BodyRow, CommitteeRow
from thenchot.people.committees.words import Manner as CommitteeManner
from thenchot.people.committees.words import Rank, Role, WorkingKind
from thenchot.people.identity.acts.merging import merge_people, record_distinct_people
from thenchot.people.identity.acts.numbers import record_person_numbers
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind
from thenchot.people.identity.words import Sensitive as Numbers
from thenchot.people.members.acts.changes import report_change
from thenchot.people.members.acts.hand_over import record_hand_over
from thenchot.people.members.acts.headings import remember_headings
from thenchot.people.members.acts.members import record_admission, record_ceremony
from thenchot.people.members.rules import CellRow, CeremonyRow, HandedSeat, MemberRow
from thenchot.people.members.words import Change, ListColumn, Status
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.acts.plans import record_inspection_plan
from thenchot.people.oversight.rules import DisciplineRow, PlanRow
from thenchot.people.oversight.words import Body, DisciplineForm, Sensitive
from thenchot.people.positions.acts.assessing import assess_competencies
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.rules.assessing import AssessedRow
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.acts.staffing import end_posts_in_scheme, give_scheme_quotas
from thenchot.people.reorganisation.acts.writing import (
    add_posts,
    add_steps,
    begin_scheme,
    place_people,
    record_scheme_consent,
)
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Where,
)
from thenchot.people.reorganisation.words import Consented, Stay, Verb

HANDED = date(2021, 1, 1)
UNITS = [
    UnitRow("Đảng bộ xã Thử", OrganizationKind.GRASSROOTS_PARTY, Level.COMMUNE, True),
    UnitRow("Chi bộ ấp Một", OrganizationKind.CELL, Level.BASE, True),
    UnitRow("Chi bộ ấp Hai", OrganizationKind.CELL, Level.BASE),
]
SECRETARY = SeatRow("Bí thư", PostKind.HEAD, Tier.PARTY_COMMITTEE)


def member(name: str, unit: int, joined: date, status: Status = Status.OFFICIAL) -> MemberRow:
    official = (
        date(joined.year + 1, joined.month, joined.day) if status is Status.OFFICIAL else None
    )
    return MemberRow(
        PersonRow(name, Sex.FEMALE, date(joined.year - 25, 3, 1)), unit, status, joined, joined, official
    )  # fmt: skip


MEMBERS = [
    *(member(f"Trần Văn {word}", 1, date(1992, 5, 19)) for word in
      ("An", "Bình", "Chi", "Dũng", "Em", "Phúc", "Giang", "Hoà", "Kiên", "Lan")),
    *(member(f"Lê Thị {word}", 2, date(2001, 2, 3)) for word in ("Mai", "Nga", "Oanh", "Quyên")),
    member("Phạm Dự Bị", 2, date(2020, 6, 1), Status.PROBATIONARY),
]  # fmt: skip


@dataclass
class Party:
    list_paper: int
    root: int
    commune: int
    cells: list[int]
    people: list[int]
    posting: int


def party() -> Party:
    load_regulations(demo_actor(), TODAY)
    founding = paper("01-QĐ/TU", date(2020, 12, 1))
    root = unit("Đảng bộ tỉnh Thử", None, founding)
    listed = paper("01-DS/ĐU", date(2020, 12, 30))
    commune = answer(
        record_hand_over(
            demo_actor(), TODAY, above=root, units=UNITS, members=MEMBERS, from_day=HANDED,
            seats=[HandedSeat(1, SECRETARY, 0), HandedSeat(2, SECRETARY, 10)], basis=listed,
        )
    )  # fmt: skip
    cells = OrganizationSpell.objects.filter(parent=commune).order_by("pk")
    people = PersonSpell.objects.filter(basis=listed).order_by("pk")
    return Party(
        listed,
        root,
        commune,
        list(cells.values_list("organization", flat=True)),
        list(people.values_list("person", flat=True)),
        Posting.objects.order_by("pk")[0].pk,
    )


def newcomer(name: str, day: date, basis: int, birth: date = date(1998, 7, 5)) -> int:
    rows = [PersonRow(name, Sex.MALE, birth)]
    record_people(demo_actor(), TODAY, people=rows, from_day=day, basis=basis)
    return PersonSpell.objects.get(full_name=name).person_id


def admitted(name: str, cell: int, decided: date, joined: date) -> int:
    """A probationary member, by a decision and a ceremony of these days."""
    by = paper(f"KN-{name}-QĐ/HU", decided)
    who = newcomer(name, decided, by)
    rows = [CellRow(who, cell)]
    record_admission(demo_actor(), TODAY, people=rows, on_day=decided, basis=by)
    record_ceremony(demo_actor(), TODAY, people=[CeremonyRow(who, joined)], admission=by)
    return who


QUARTER = Period(PeriodKind.QUARTER, 2024, 1)


def one_of_each() -> None:
    """At least one row in every table of the people's areas and of the figures, of employment and competence."""
    here, day = party(), date(2024, 3, 5)
    by, actor = paper("1-QĐ/HU", day), demo_actor()
    admitted("Võ Minh Tân", here.cells[1], day, day)
    elder = newcomer("Đỗ Cao Tuổi", day, by, date(1955, 1, 1))
    record_admission(
        actor, TODAY, people=[CellRow(elder, here.cells[0])], on_day=day, basis=by, consent=by
    )
    told = {"what": Change.OTHER, "person": None, "on_day": None, "words": "Thử"}
    report_change(actor, TODAY, cell=here.cells[0], **told)
    rows = [DisciplineRow(here.people[1], DisciplineForm.WARNING)]
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=day, basis=by)
    plans = [PlanRow(cell, 2) for cell in here.cells]
    record_inspection_plan(actor, TODAY, cells=plans, year=2024, from_day=day, basis=by)
    record_badges(actor, TODAY, people=[BadgeRow(here.people[0], 30)], on_day=day, basis=by)
    record_commendation(
        actor, TODAY, organizations=here.cells, people=[], form=AwardForm.PRAISE,
        occasion="Phong trào thử", on_day=day, basis=by,
    )  # fmt: skip
    record_decision(
        actor, TODAY, matter=DecisionMatter.TRAINING, decider=Decider.CELL, on_day=day,
        basis=by, person=here.people[0],
    )  # fmt: skip
    studied = [QualificationRow(here.people[0], QualificationKind.POLITICAL, "Trung cấp")]
    record_qualifications(actor, TODAY, people=studied, from_day=day, basis=by)
    numbers = [NumberRow(here.people[0], NumberKind.CADRE, "BTC-1")]
    record_person_numbers(actor, TODAY, people=numbers, from_day=day, basis=by)
    twins = [newcomer(name, day, by) for name in ("Hồ Hoà", "Hồ Hòa", "Hồ Hóa")]
    merge_people(actor, TODAY, kept=twins[0], gone=twins[1], from_day=day, basis=by)
    record_distinct_people(actor, TODAY, one=twins[0], other=twins[2], from_day=day, basis=by)
    record_employment(
        actor, TODAY, person=here.people[0], organization=here.commune, from_day=day, basis=by
    )
    record_competence(
        actor, TODAY, matter=Matter.SALARY, tier=Tier.COMMUNE, decider=Decider.PARTY_COMMITTEE,
        from_day=day, basis=by,
    )  # fmt: skip
    one_scheme(here, by)
    one_committee(here, by)
    one_of_each_paper(here.root, here.commune, by)
    one_of_each_draft(here.commune, here.root)
    one_of_each_sitting(here.commune, here.root, by)
    remember_headings(actor, TODAY, headings={"Họ tên": ListColumn.NAME})
    remember_register_headings(actor, TODAY, headings={"so cv": RegisterColumn.SIGN})
    framework(by)
    drafted(here.cells[0], "CV02")
    approved(here.commune, "CV01", by)
    assess_competencies(
        actor, TODAY, person=here.people[0], levels=[AssessedRow("C1", 3)], assessor="Chi ủy",
        from_day=day, basis=by,
    )  # fmt: skip
    quotas = [QuotaRow(here.commune, StaffCategory.CIVIL_SERVANT, 3, 2)]
    set_staff_quotas(actor, TODAY, quotas=quotas, year=2024, from_day=day, basis=by)
    set_targets(actor, TODAY, targets=[TargetRow(here.root, "ket-nap", 5)], year=2024, basis=by)
    enter_figures(
        actor, TODAY, organization=here.root, figures=[EnteredRow(EnteredFigure.GIFTS, 12)],
        period=QUARTER, basis=by,
    )  # fmt: skip
    freeze_report(actor, TODAY, period=QUARTER, organization=here.root)
    exchange_days(actor, TODAY, days=[DayRow(date(2024, 4, 22), works=False)], basis=by)
    for kind in (Sensitive.DISCIPLINE, Numbers.NUMBERS):
        open_sensitive(actor, TODAY, kind=kind, reason="Thử")
    accounts = [
        answer(
            open_account(
                actor, TODAY, username=name, printed_name=name, from_day=TODAY, reason="Thử"
            )
        )
        for name in ("mot", "hai")
    ]
    asked = {"role": "chuyen_vien", "unit": None, "from_day": TODAY, "reason": "Thử"}
    grant_role(actor, TODAY, account=accounts[0], **asked)
    let_type_for(
        actor, TODAY, deputy=accounts[1], principal=accounts[0], from_day=TODAY, reason="Thử"
    )
    give_token(
        actor, TODAY, account=accounts[0], name="Thử", rights=["register.xem_to_chuc"],
        from_day=TODAY, until=TODAY + timedelta(days=30), reason="Thử",
    )  # fmt: skip
    propose_grant(replace(actor, account=accounts[0]), TODAY, account=accounts[1], **asked)


def one_scheme(here: Party, by: int) -> None:
    """A scheme being written: a line, posts made and ended, a person placed, staff, a consent."""
    actor, until = demo_actor(), Where(here.commune)
    record_parameter(
        actor, TODAY, key=PersonnelArea.APPOINTMENT, values=[1], clause="Điều 1", verified=True,
        from_day=date(2024, 1, 1), basis=by,
    )  # fmt: skip
    asked = {
        "scheme": answer(
            begin_scheme(actor, TODAY, title="Thử", kept_by=here.root, from_day=date(2025, 7, 1))
        )
    }
    add_steps(actor, TODAY, rows=[StepRow(0, Verb.RENAME, here.commune, name="Tên mới")], **asked)
    add_posts(
        actor,
        TODAY,
        rows=[PostRow(0, until, "Phó", PostKind.DEPUTY, None, here.people[1])],
        **asked,
    )
    place_people(actor, TODAY, rows=[PlaceRow(here.people[2], Stay.NO_POST)], **asked)
    quota = GivenQuota(until, StaffCategory.CIVIL_SERVANT, 5)
    give_scheme_quotas(actor, TODAY, rows=[quota], **asked)
    post = PostSpell.objects.filter(organization=here.cells[0]).values_list("post", flat=True)[0]
    end_posts_in_scheme(actor, TODAY, posts=[post], **asked)
    record_scheme_consent(actor, TODAY, about=Consented.SMALL_PARTY, where=until, basis=by, **asked)


def one_committee(here: Party, by: int) -> None:
    """A term with one seat and its step, a body with a member, a working paper, a pilot."""
    actor, asked = demo_actor(), {"from_day": date(2024, 3, 5), "basis": by}
    term = {"label": "2020–2025", "executive": 9, "standing": 0}
    record_term(actor, TODAY, organization=here.commune, **term, **asked)
    seats = [CommitteeRow(here.people[0], Rank.SECRETARY, CommitteeManner.ELECTED)]
    record_committee(
        actor, TODAY, organization=here.commune, people=seats, decider="Đại hội", **asked
    )
    body = answer(
        establish_organization(
            actor, TODAY, name="Ban Chỉ đạo Thử", kind=OrganizationKind.STEERING_COMMITTEE,
            level=Level.COMMUNE, parent=here.commune, **asked,
        )
    )  # fmt: skip
    record_body(
        actor, TODAY, organization=body, standing_agency=here.commune, series="BCĐ", **asked
    )
    members = [BodyRow(here.people[0], Role.HEAD)]
    record_body_members(actor, TODAY, organization=body, people=members, **asked)
    record_working_paper(
        actor, TODAY, organization=here.commune, kind=WorkingKind.REGULATION, **asked
    )
    record_pilot(
        actor, TODAY, organization=here.commune, subject="Thử", directed_by=None, equipment=None,
        **asked,
    )  # fmt: skip
