"""Chỉ tiêu giao, số liệu nhập — what is recorded, every reason of a refusal, and that it changed nothing."""

from datetime import date

import psycopg
import pytest
from actors import ASK, demo_actor
from party import party
from world import TODAY, paper

from thenchot.figures.indicators.acts.entered import enter_figures
from thenchot.figures.indicators.acts.targets import set_targets
from thenchot.figures.indicators.models import Entered, Target
from thenchot.figures.indicators.rules.rows import MOST, EnteredRow, TargetRow
from thenchot.figures.indicators.words import EnteredFigure, Right
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.project.postgres import roles

pytestmark = pytest.mark.database
QUARTER = Period(PeriodKind.QUARTER, 2024, 1)
HALF = Period(PeriodKind.HALF, 2024, 1)
GIFTS, HOUSES = EnteredFigure.GIFTS, EnteredFigure.HOUSES


@pytest.fixture
def here(committed):
    return party()


def set_for(here, *rows, year=2024, by=None):
    basis = by or paper(f"{len(rows)}-KH/{year}", date(year, 1, 9))
    return set_targets(demo_actor(), TODAY, targets=rows, year=year, basis=basis)


def enter(here, *rows, period=QUARTER, unit=None, number="02-BC/MTTQ"):
    return enter_figures(
        demo_actor(), TODAY, organization=unit or here.root, figures=rows, period=period,
        basis=paper(number, period.last_day),
    )  # fmt: skip


def refused(act):
    """The fields and sentences of a refusal, and that the journal did not grow but by papers."""
    before = Target.objects.count(), Entered.objects.count()
    with pytest.raises(Refused) as found:
        act()
    assert (Target.objects.count(), Entered.objects.count()) == before
    return {(reason.field, str(reason)) for reason in found.value.reasons}


def test_targets_hold_for_their_whole_year_and_say_so_in_the_journal(here):
    set_for(
        here, TargetRow(here.root, "ket-nap", 1150), TargetRow(here.commune, "ky-luat.khai_tru", 3)
    )
    found = Target.objects.on(date(2024, 12, 31)).order_by("pk")
    assert [(each.organization_id, each.value) for each in found] == [
        (here.root, 1150), (here.commune, 3),
    ]  # fmt: skip
    assert not Target.objects.on(date(2025, 1, 1)).exists()
    assert JournalEntry.objects.order_by("-seq")[0].sentence == "Ghi 2 chỉ tiêu năm 2024"


def test_every_reason_against_a_list_of_targets_is_given_at_once(here):
    set_for(here, TargetRow(here.root, "ket-nap", 5))
    wrong = [
        TargetRow(here.root, "ket-nap", 0),
        TargetRow(999_999, "khong-co", 1),
        TargetRow(here.commune, "ket-nap", 2),
        TargetRow(here.commune, "ket-nap", MOST + 1),
    ]
    said = refused(lambda: set_for(here, *wrong, by=paper("9-KH/TU")))
    assert said == {
        ("1.value", "Chỉ tiêu phải là số nguyên lớn hơn 0."),
        ("1.indicator", "Đơn vị đã có chỉ tiêu này trong năm 2024."),
        ("2.organization", "Đơn vị không tồn tại trong năm 2024."),
        ("2.indicator", "Không có chỉ tiêu mang mã «khong-co»."),
        ("4.value", "Chỉ tiêu phải là số nguyên lớn hơn 0."),
        ("4.indicator", "Đơn vị đã có chỉ tiêu này trong năm 2024."),
    }
    assert refused(lambda: set_for(here)) == {("targets", "Danh sách chỉ tiêu không có dòng nào.")}


def test_figures_are_entered_for_the_days_of_their_period(here):
    enter(here, EnteredRow(GIFTS, 0), EnteredRow(EnteredFigure.CARE_VALUE, 36_208_000_000, True))
    found = Entered.objects.order_by("pk")
    assert [(each.figure, each.value, each.at_least) for each in found] == [
        ("phan_qua", 0, False), ("gia_tri_cham_lo", 36_208_000_000, True),
    ]  # fmt: skip
    assert found[0].effective == DayRange(date(2024, 1, 1), date(2024, 4, 1))
    assert JournalEntry.objects.order_by("-seq")[0].sentence == "Nhập 2 số liệu quý I-2024"


def test_a_figure_is_entered_once_for_any_day(here):
    enter(here, EnteredRow(GIFTS, 5))
    rows = [EnteredRow(GIFTS, 9), EnteredRow(HOUSES, -1), EnteredRow(HOUSES, 1)]
    twice = "Số liệu này đã được nhập cho các ngày trong kỳ đó."
    assert refused(lambda: enter(here, *rows, period=HALF, number="3-BC/MTTQ")) == {
        ("1.figure", twice),
        ("2.value", "Số liệu phải là số nguyên từ 0 trở lên."),
        ("3.figure", twice),
    }
    assert refused(lambda: enter(here, unit=999_999, number="4-BC/MTTQ")) == {
        ("figures", "Phiếu số liệu không có dòng nào."),
        ("organization", "Đơn vị không tồn tại vào ngày 01/01/2024."),
    }


def test_another_units_right_does_not_reach(here):
    stranger = Actor("la", "Người lạ", {right.value: frozenset({here.commune}) for right in Right})
    basis = paper("5-KH/TU")
    with pytest.raises(NotAllowed):
        set_targets(
            stranger, TODAY, targets=[TargetRow(here.root, "ket-nap", 1)], year=2024, basis=basis
        )
    with pytest.raises(NotAllowed):
        enter_figures(
            stranger, TODAY, organization=here.root, figures=[EnteredRow(GIFTS, 1)],
            period=QUARTER, basis=basis,
        )  # fmt: skip
    assert not Target.objects.exists()
    assert not Entered.objects.exists()


def test_annulling_the_paper_takes_targets_and_figures_away(here):
    by = paper("6-KH/TU", date(2024, 1, 9))
    set_for(here, TargetRow(here.root, "ket-nap", 5), by=by)
    enter_figures(
        demo_actor(), TODAY, organization=here.root, figures=[EnteredRow(GIFTS, 1)],
        period=QUARTER, basis=by,
    )  # fmt: skip
    annul_instrument(
        demo_actor(), TODAY, instrument=by, by_paper=paper("7-KH/TU"), reason="giao nhầm"
    )
    assert not Target.objects.exists()
    assert not Entered.objects.exists()


OPEN = "SELECT basis_open_act('thu', 'x', 'Thử')"
INSERT = (
    "INSERT INTO indicators_entered (entry, basis_id, fixed_term, effective, organization_id,"
    " figure, value, at_least) SELECT %s, basis_id, true, %s, organization_id, figure, %s, false"
    " FROM indicators_entered LIMIT 1"
)


@pytest.mark.parametrize(
    ("days", "value", "constraint"),
    [
        ("[2024-02-01,2024-03-01)", 1, "entered_once_a_period"),
        ("[2025-01-01,2025-02-01)", -1, "entered_is_not_below_zero"),
    ],
)
def test_what_a_race_gets_past_the_rules_meets_the_table(
    here, server, committed, days, value, constraint
):
    enter(here, EnteredRow(GIFTS, 5))
    with psycopg.connect(server.url(roles.WEB, committed)) as web:
        web.execute(ASK)
        entry = web.execute(OPEN).fetchone()[0]
        with pytest.raises(psycopg.IntegrityError) as found:
            web.execute(INSERT, [entry, days, value])
        web.rollback()
    assert found.value.diag.constraint_name == constraint
