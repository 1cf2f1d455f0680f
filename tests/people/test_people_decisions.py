"""Kỷ luật, kế hoạch kiểm tra, khen thưởng, quyết định về cán bộ — success, refusals, nothing left behind."""

from dataclasses import replace
from datetime import date

import pytest
from party import admitted, party
from world import TODAY, paper

from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry, fact_models
from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.models import Posting
from thenchot.ground.register.words import Decider
from thenchot.people.awards.acts.awards import record_badges, record_commendation
from thenchot.people.awards.models import Badge, Commendation
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.cadres.acts.decisions import record_decision
from thenchot.people.cadres.models import CadreDecision
from thenchot.people.cadres.words import DecisionMatter
from thenchot.people.members.models import Membership, Movement
from thenchot.people.members.words import Limits, Way
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.acts.plans import record_inspection_plan
from thenchot.people.oversight.models import Discipline, InspectionPlan
from thenchot.people.oversight.rules import DisciplineRow, PlanRow
from thenchot.people.oversight.words import Body, DisciplineForm

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 5)


@pytest.fixture
def here():
    return party()


@pytest.fixture
def by(here):
    return paper("200-QĐ/HU", DAY)


def refused(act, actor, *said, **words):
    def held():
        counts = [model.objects.count() for model in fact_models()]
        return counts, JournalEntry.objects.count()

    before = held()
    with pytest.raises(Refused) as no:
        act(actor, TODAY, **words)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text
    assert held() == before


def test_a_reprimand_is_recorded_and_names_nobody_in_the_journal(actor, here, by):
    rows = [DisciplineRow(here.people[1], DisciplineForm.REPRIMAND)]
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
    found = Discipline.objects.get()
    assert (found.person_id, found.cell_id, found.effective.start) == (
        here.people[1],
        here.cells[0],
        DAY,
    )
    assert JournalEntry.objects.latest("seq").sentence == "Ghi quyết định kỷ luật 1 đảng viên"


def test_an_expulsion_ends_the_membership_and_annulling_gives_it_back(actor, here, by):
    who = here.people[2]
    rows = [DisciplineRow(who, DisciplineForm.EXPULSION)]
    record_discipline(actor, TODAY, people=rows, body=Body.COMMISSION, on_day=DAY, basis=by)
    assert not Membership.objects.on(TODAY).filter(person=who).exists()
    assert Movement.objects.get(person=who, way=Way.EXPELLED).from_cell_id == here.cells[0]
    annul_instrument(
        actor, TODAY, instrument=by, by_paper=paper("201-QĐ/HU"), reason="khiếu nại đúng"
    )
    assert Membership.objects.on(TODAY).filter(person=who).exists()
    assert not Discipline.objects.exists()
    assert verify_journal().faults == []


def test_a_removal_ends_the_posting_it_names(actor, here, by):
    rows = [DisciplineRow(here.people[0], DisciplineForm.REMOVAL, (here.posting,))]
    record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=DAY, basis=by)
    assert Posting.objects.get(pk=here.posting).effective.until == DAY


def test_a_form_that_does_not_fit_is_refused(actor, here, by):
    who = admitted("Võ Minh Tân", here.cells[1], date(2024, 1, 2), date(2024, 2, 1))
    words = {"body": Body.COMMITTEE, "on_day": DAY, "basis": by}
    for rows, said in [
        ([DisciplineRow(who, DisciplineForm.EXPULSION)], "Đảng viên dự bị chỉ bị"),
        ([DisciplineRow(here.people[1], DisciplineForm.REMOVAL)], "Cách chức phải nêu chức vụ"),
        (
            [DisciplineRow(here.people[1], DisciplineForm.REMOVAL, (here.posting,))],
            "không giữ chức vụ",
        ),
        ([DisciplineRow(here.people[0], DisciplineForm.WARNING, (here.posting,))], "Chỉ cách chức"),
        ([DisciplineRow(999999, DisciplineForm.WARNING)], "không phải đảng viên"),
        ([DisciplineRow(here.people[1], DisciplineForm.WARNING)] * 2, "hai lần"),
        ([], "không có ai"),
    ]:
        refused(record_discipline, actor, said, people=rows, **words)


def test_cells_hand_in_one_inspection_plan_a_year(actor, here, by):
    rows = [PlanRow(cell, 2) for cell in here.cells]
    words = {"year": 2024, "from_day": DAY, "basis": by}
    record_inspection_plan(actor, TODAY, cells=rows, **words)
    held = InspectionPlan.objects.order_by("pk")
    assert [(plan.effective.start, plan.effective.until) for plan in held] == [
        (DAY, date(2025, 1, 1)),
        (DAY, date(2025, 1, 1)),
    ]
    refused(record_inspection_plan, actor, "đã có kế hoạch kiểm tra năm 2024", cells=rows, **words)


def test_a_plan_is_refused_for_every_reason(actor, here, by):
    rows = [PlanRow(here.cells[0], 0), PlanRow(here.commune, 2), PlanRow(here.cells[0], 1)]
    refused(
        record_inspection_plan, actor, "ít nhất một cuộc", "không phải là chi bộ", "mỗi chi bộ một lần",
        "phải trong năm 2023", cells=rows, year=2023, from_day=DAY, basis=by,
    )  # fmt: skip


def test_badges_follow_party_age(actor, here):
    day = date(2022, 5, 19)
    by = paper("202-QĐ/TU", day)
    rows = [BadgeRow(person, 30) for person in here.people[:2]]
    record_badges(actor, TODAY, people=rows, on_day=day, basis=by)
    assert Badge.objects.count() == 2
    refused(record_badges, actor, "đã được tặng Huy hiệu 30 năm", people=rows, on_day=day, basis=by)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ((11, 30, Timing.ON_TIME), "chưa đủ 30 năm tuổi đảng; đủ từ ngày 03/02/2031"),
        ((11, 30, Timing.EARLY), "chưa đủ 30 năm"),
        ((0, 35, Timing.ON_TIME), "Không có Huy hiệu 35 năm"),
        ((0, 30, Timing.EARLY), "không phải tặng trước hạn"),
        ((14, 30, Timing.ON_TIME), "dự bị chưa được tặng"),
    ],
)
def test_a_badge_that_is_not_due_is_refused(actor, here, by, row, said):
    which, years, timing = row
    rows = [BadgeRow(here.people[which], years, timing)]
    refused(record_badges, actor, said, people=rows, on_day=DAY, basis=by)


def test_a_badge_may_come_a_year_early_for_illness(actor, here):
    day = date(2022, 2, 3)
    rows = [BadgeRow(here.people[0], 30, Timing.EARLY)]
    record_badges(actor, TODAY, people=rows, on_day=day, basis=paper("203-QĐ/TU", day))
    assert Badge.objects.get().timing == Timing.EARLY


def test_collectives_and_people_are_commended_by_one_paper(actor, here, by):
    words = {"form": AwardForm.CERTIFICATE, "on_day": DAY, "basis": by}
    record_commendation(
        actor, TODAY, organizations=[here.commune], people=here.people[:2], occasion="Tổng kết 10 năm", **words
    )  # fmt: skip
    assert Commendation.objects.filter(person=None).count() == 1
    assert Commendation.objects.filter(organization=None).count() == 2
    refused(
        record_commendation, actor, "Thiếu thành tích", "tập thể ghi hai lần", "cá nhân ghi hai lần",
        organizations=[999999], people=[999999], occasion=" ", **words,
    )  # fmt: skip
    refused(
        record_commendation,
        actor,
        "không có ai",
        organizations=[],
        people=[],
        occasion="x",
        **words,
    )


def test_one_decision_a_paper(actor, here, by):
    words = {
        "matter": DecisionMatter.SALARY_STEP,
        "decider": Decider.STANDING_COMMITTEE,
        "on_day": DAY,
    }
    record_decision(actor, TODAY, person=here.people[0], basis=by, **words)
    assert CadreDecision.objects.get().person_id == here.people[0]
    refused(record_decision, actor, "đã được ghi", person=here.people[0], basis=by, **words)
    other = paper("204-QĐ/TU", DAY)
    refused(record_decision, actor, "về một người hoặc một tổ chức", basis=other, **words)
    refused(
        record_decision, actor, "chưa có hồ sơ", "Tổ chức này không tồn tại",
        person=999999, organization=999999, basis=other, **words,
    )  # fmt: skip


def test_limits_are_those_in_force_on_the_day(actor, here):
    assert limit(Limits.PROBATION_MONTHS, date(2010, 1, 1)) is None
    assert limit(Limits.ADMISSION_AGE, DAY).values == (18, 60)
    assert limit(AwardLimits.BADGE_YEARS, DAY).clause.endswith("(chưa thẩm định)")
    assert limit(AwardLimits.BADGE_YEARS, TODAY).verified
    by = paper("205-QĐ/TW", DAY)
    words = {"key": Limits.PROBATION_MONTHS, "clause": "Điều 5", "verified": True, "basis": by}
    record_parameter(actor, TODAY, values=[18], from_day=DAY, **words)
    assert limit(Limits.PROBATION_MONTHS, date(2024, 3, 4)).value == 12
    assert limit(Limits.PROBATION_MONTHS, DAY).value == 18
    refused(record_parameter, actor, "từ chính ngày", values=[24], from_day=DAY, **words)
    refused(
        record_parameter, actor, "theo thứ tự ngày", "ít nhất một số",
        values=[], from_day=date(2000, 1, 1), **words,
    )  # fmt: skip


@pytest.mark.parametrize("which", ["discipline", "badge", "commendation", "decision", "plan"])
def test_an_act_about_another_cell_is_not_allowed(actor, here, by, which):
    """Rights that reach the second cell only; the member belongs to the first."""
    near = replace(actor, rights=dict.fromkeys(actor.rights, frozenset({here.cells[1]})))
    who, words = here.people[0], {"on_day": DAY, "basis": by}
    acts = {
        "discipline": lambda: record_discipline(
            near, TODAY, people=[DisciplineRow(who, DisciplineForm.WARNING)], body=Body.COMMITTEE, **words
        ),
        "badge": lambda: record_badges(near, TODAY, people=[BadgeRow(who, 30)], **words),
        "commendation": lambda: record_commendation(
            near, TODAY, organizations=[], people=[who], form=AwardForm.PRAISE, occasion="Thử", **words
        ),
        "decision": lambda: record_decision(
            near, TODAY, matter=DecisionMatter.TRAINING, decider=Decider.CELL, person=who, **words
        ),
        "plan": lambda: record_inspection_plan(
            near, TODAY, cells=[PlanRow(here.cells[0], 2)], year=2024, from_day=DAY, basis=by
        ),
    }  # fmt: skip
    before = JournalEntry.objects.count()
    with pytest.raises(NotAllowed):
        acts[which]()
    assert JournalEntry.objects.count() == before
