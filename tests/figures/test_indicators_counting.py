"""Đếm và mở — a count is the length of its list and what plain SQL counts, on any unit and days."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import psycopg
import pytest
from actors import demo_actor
from oracles.indicators import QUERIES, recount
from world import TODAY, paper

from thenchot.doors.exchange.reports.files import FILES
from thenchot.doors.exchange.reports.sheet import sheet_of
from thenchot.figures.indicators.acts.targets import set_targets
from thenchot.figures.indicators.reads.counting import count, records
from thenchot.figures.indicators.reads.figures import figure_with_series, figures
from thenchot.figures.indicators.reads.opened import opened
from thenchot.figures.indicators.rules import INDICATORS, Indicator
from thenchot.figures.indicators.rules.indicator import where
from thenchot.figures.indicators.rules.rows import TargetRow
from thenchot.figures.indicators.words import Measure, Owner, Right, Source
from thenchot.figures.reports.reads import report
from thenchot.figures.reports.rules import Line, Section, Template
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.register.models import Closure, OrganizationSpell
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.oversight.models import Discipline
from thenchot.people.oversight.words import DisciplineForm

pytestmark = pytest.mark.database
EVERY = [each for whole in INDICATORS.values() for each in (whole, *whole.parts())]
KINDS = [
    (PeriodKind.MONTH, 12),
    (PeriodKind.QUARTER, 4),
    (PeriodKind.HALF, 2),
    (PeriodKind.YEAR, 1),
]


def some_periods(chance: Random, number: int) -> Iterator[Period]:
    for _ in range(number):
        kind, most = chance.choice(KINDS)
        yield Period(kind, chance.randint(2021, 2024), chance.randint(1, most))


def units_on(day: date) -> list[int]:
    return sorted(OrganizationSpell.objects.on(day).values_list("organization", flat=True))


def quarters(first=2021, last=2024) -> list[Period]:
    return [
        Period(PeriodKind.QUARTER, year, n) for year in range(first, last + 1) for n in range(1, 5)
    ]


def test_every_indicator_and_part_has_an_oracle():
    assert {each.code for each in EVERY} == QUERIES.keys()


@pytest.mark.parametrize("indicator", EVERY, ids=[each.code for each in EVERY])
def test_a_count_is_the_length_of_its_list_and_what_plain_sql_counts(small, indicator):
    chance, by = Random(indicator.code), demo_actor()
    with scoped(by, TODAY, reading=True), psycopg.connect(small) as plain:
        for period in some_periods(chance, 5):
            days, units = period.days, units_on(period.last_day)
            asked = [units[0], *chance.sample(units, 3)]
            found = count(by=by, wanted=[(indicator, unit) for unit in asked], days=[days])
            for unit in asked:
                number = found[indicator.code, unit, days].value
                held = records(by=by, indicator=indicator, unit=unit, days=days)
                assert number == worked_out(indicator, held, days), (period, unit)
                oracle = recount(
                    plain, indicator.code, unit, days.start, days.until, period.last_day
                )
                assert number == oracle, (period, unit)


def worked_out(indicator: Indicator, held, days: DayRange) -> int | None:
    numbers = [record.number for record in held]
    if indicator.measure is Measure.COUNT:
        return len(held)
    if indicator.measure is Measure.LEAST:
        return min(numbers, default=None)
    if indicator.source is not Source.ENTERED:
        return sum(numbers)
    figures = max(1, len(indicator.parts()))
    entered = sum((record.days.until - record.days.start).days for record in held)
    return sum(numbers) if entered >= figures * (days.until - days.start).days else None


def test_parts_make_the_whole_on_every_unit_and_quarter(small):
    by = demo_actor()
    with scoped(by, TODAY, reading=True):
        units, days = units_on(date(2023, 3, 31)), [period.days for period in quarters()]
        found = count(by=by, wanted=[(each, unit) for each in EVERY for unit in units], days=days)
        for whole in INDICATORS.values():
            parts = whole.parts()
            for unit in units if parts else ():
                for period in days:
                    numbers = [found[part.code, unit, period].value for part in parts]
                    total = found[whole.code, unit, period].value
                    assert total == (None if None in numbers else sum(numbers)), whole.code


def test_a_list_is_cut_into_sheets_without_losing_a_record(small):
    by, members, days = demo_actor(), INDICATORS["dang-vien"], quarters()[8].days
    with scoped(by, TODAY, reading=True):
        whole = records(by=by, indicator=members, unit=1, days=days)
        sheets = [
            record
            for after in range(0, len(whole) + 50, 50)
            for record in records(by=by, indicator=members, unit=1, days=days, after=after, most=50)
        ]
    assert sheets == whole
    assert len(whole) > 100


def test_moving_one_record_over_the_edge_changes_exactly_the_expected_cells(small):
    by = demo_actor()
    first, second = Period(PeriodKind.QUARTER, 2023, 2), Period(PeriodKind.QUARTER, 2023, 3)
    with scoped(by, TODAY, reading=True):
        moved = first_discipline(first) or first_discipline(second)
        units = units_on(first.last_day)
        before = every_cell(units)
    there = first.days.holds_on(moved.effective.start)
    day = second.days.start if there else first.last_day
    correct_fact(
        by, TODAY, kind="oversight.Discipline", fact=moved.pk,
        changes={"effective": DayRange(day, day + timedelta(days=1))},
        by_paper=paper(f"dinh-chinh-{moved.pk}"), reason="ghi nhầm ngày",
    )  # fmt: skip
    with scoped(by, TODAY, reading=True):
        after = every_cell(units)
        above = Closure.objects.filter(descendant=moved.cell_id, effective__contains=day)
        lines = set(above.values_list("ancestor", flat=True))
    step = -1 if there else 1
    expected = {
        (code, unit, period): change
        for code in ("ky-luat", f"ky-luat.{moved.form}")
        for unit in lines
        for period, change in ((first, step), (second, -step))
    }
    assert {
        cell: after[cell] - before[cell] for cell in before if before[cell] != after[cell]
    } == expected


def first_discipline(period: Period) -> Discipline | None:
    return (
        Discipline.objects.filter(effective__contained_by=period.days).order_by("effective").first()
    )


def every_cell(units: list[int]) -> dict:
    """Every quarter from 2023 to 2024 of every indicator and part, for all units."""
    periods = quarters(2023)
    wanted = [(each, unit) for each in EVERY for unit in units]
    found = count(by=demo_actor(), wanted=wanted, days=[period.days for period in periods])
    return {
        (each.code, unit, period): found[each.code, unit, period.days].value
        for each, unit in wanted
        for period in periods
    }


def test_a_new_indicator_is_one_declaration(small, monkeypatch):
    """Count, list, same period, n periods back, target and all files, nothing else touched."""
    new = Indicator(
        "canh-cao", "Đảng viên bị cảnh cáo, khiển trách", Source.DISCIPLINES, Owner.INSPECTION_COMMISSION,
        where(form=frozenset({DisciplineForm.WARNING, DisciplineForm.REPRIMAND})), by="form", unit="người",
    )  # fmt: skip
    monkeypatch.setitem(INDICATORS, new.code, new)
    template = Template("thu", "Thử", frozenset(), (Section("Kỷ luật", new.owner, (Line(new.code, parts=True),)),))  # fmt: skip
    by, year = demo_actor(), Period(PeriodKind.YEAR, 2023)
    set_targets(by, TODAY, targets=[TargetRow(1, new.code, 4)], year=2023, basis=paper("1-KH/thu"))
    with scoped(by, TODAY, reading=True):
        found = report(by=by, template=template, period=year, unit=1, on=TODAY)
        page = opened(by=by, code=new.code, unit=1, period=year, on=TODAY)
        _, back = figure_with_series(by=by, indicator=new, unit=1, period=year, back=2, on=TODAY)
    whole, *parts = found.rows
    assert (whole.actual, whole.target) == (sum(part.actual for part in parts), 4)
    assert len(page.records) == page.length == whole.actual > 0
    assert (back[1][1].value, back[2][1].value) == (whole.same_period, whole.actual)
    sheet = sheet_of(found, lambda text: text, fictional=True)
    assert all(len(write(sheet)) > 1000 for _, write in FILES.values())
    assert whole.as_data()["percent"]


def test_a_target_is_measured_from_the_beginning_of_the_year(small):
    by, admitted = demo_actor(), INDICATORS["ket-nap"]
    third = Period(PeriodKind.QUARTER, 2024, 3)
    with scoped(by, TODAY, reading=True):
        found = figures(by=by, wanted=[(admitted, 1)], period=third, on=TODAY)["ket-nap", 1]
        _, by_quarter = figure_with_series(
            by=by, indicator=admitted, unit=1, period=third, back=2, on=TODAY
        )
    assert found.year_to_date == found.part == sum(counted.value for _, counted in by_quarter)
    assert found.whole == found.target.value
    assert found.actual == by_quarter[-1][1].value


def test_a_reader_counts_his_own_units_and_opens_only_what_he_may_see(small, give):
    discipline, days = INDICATORS["ky-luat"], Period(PeriodKind.YEAR, 2022).days
    rights = dict.fromkeys((Right.READ, RegisterRight.READ_TREE), frozenset({2}))
    counter = give(Actor("c", "Người đếm", rights))
    with scoped(counter, TODAY, reading=True):
        wanted = [(discipline, unit) for unit in (1, 2)]
        found = count(by=counter, wanted=wanted, days=[days])
        assert {unit for _, unit, _ in found} == {2}
        assert records(by=counter, indicator=discipline, unit=2, days=days) is None
        assert records(by=counter, indicator=discipline, unit=1, days=days) is None
        assert (
            opened(
                by=counter, code="ky-luat", unit=1, period=Period(PeriodKind.YEAR, 2022), on=TODAY
            )
            is None
        )
        page = opened(
            by=counter, code="ky-luat", unit=2, period=Period(PeriodKind.YEAR, 2022), on=TODAY
        )
    assert page.records is None
    assert page.figure.actual is not None
    assert (page.length, page.withheld) == (0, 0)


def test_a_record_leads_to_its_person_and_paper_but_for_a_sensitive_list(small):
    by, days = demo_actor(), Period(PeriodKind.YEAR, 2023).days
    with scoped(by, TODAY, reading=True):
        admitted, disciplined, handed_over = (
            records(by=by, indicator=INDICATORS[code], unit=1, days=days)
            for code in ("ket-nap", "ky-luat", "chi-bo")
        )
    assert all(each.person_id and each.basis_id and not each.of_unit for each in admitted)
    assert {(each.person_id, each.basis_id) for each in disciplined} == {(None, None)}
    assert all(each.of_unit and each.basis_id for each in handed_over)


def test_one_statement_counts_everything(small, django_assert_num_queries):
    by = demo_actor()
    switches = 2  # counting on, counting off
    with scoped(by, TODAY, reading=True), django_assert_num_queries(1 + switches):
        count(
            by=by,
            wanted=[(each, 1) for each in EVERY],
            days=[quarters()[8].days, quarters()[4].days],
        )


def test_nothing_is_said_of_days_before_the_books_were_opened(small):
    """The members were handed over on 01/01/2021: a count of 2020 would be a false figure."""
    by, discipline = demo_actor(), INDICATORS["ky-luat"]
    first, before = Period(PeriodKind.QUARTER, 2021, 1), Period(PeriodKind.QUARTER, 2020, 4)
    with scoped(by, TODAY, reading=True):
        opening = figures(by=by, wanted=[(discipline, 1)], period=first, on=TODAY)["ky-luat", 1]
        earlier = figures(by=by, wanted=[(discipline, 1)], period=before, on=TODAY)["ky-luat", 1]
        _, back = figure_with_series(
            by=by, indicator=discipline, unit=1, period=first, back=1, on=TODAY
        )
    assert (opening.same_period, opening.change) == (None, None)
    assert opening.actual is not None
    assert (earlier.actual, earlier.year_to_date) == (None, None)
    assert [counted.value for _, counted in back] == [None, opening.actual]


def test_a_period_that_is_not_over_is_compared_with_the_same_days(small):
    """On 16/06/2025 the second quarter has 77 days; so has what it is compared with."""
    by, admitted = demo_actor(), INDICATORS["ket-nap"]
    running = Period(PeriodKind.QUARTER, 2025, 2)
    now = DayRange(date(2025, 4, 1), date(2025, 6, 17))
    before = DayRange(date(2024, 4, 1), date(2024, 6, 17))
    with scoped(by, TODAY, reading=True):
        found = figures(by=by, wanted=[(admitted, 1)], period=running, on=TODAY)["ket-nap", 1]
        plain = count(by=by, wanted=[(admitted, 1)], days=[now, before])
        then = opened(
            by=by, code="ket-nap", unit=1, period=running.same_last_year(), on=date(2024, 6, 16)
        )
    assert found.actual == plain["ket-nap", 1, now].value
    assert found.same_period == plain["ket-nap", 1, before].value == then.length
    later = Period(PeriodKind.QUARTER, 2025, 3)
    assert figures(by=by, wanted=[(admitted, 1)], period=later, on=TODAY) == {}


def test_a_figure_entered_for_a_part_of_the_period_is_no_figure(small):
    by, gifts = demo_actor(), INDICATORS["phan-qua"]
    half, quarter = Period(PeriodKind.HALF, 2025, 1), Period(PeriodKind.QUARTER, 2025, 1)
    whole = Period(PeriodKind.HALF, 2024, 1)
    with scoped(by, TODAY, reading=True):
        days = [
            half.days,
            quarter.days,
            whole.days,
            *(Period(PeriodKind.QUARTER, 2024, n).days for n in (1, 2)),
        ]
        found = [
            count(by=by, wanted=[(gifts, 1)], days=days)["phan-qua", 1, each].value for each in days
        ]
    assert found[0] is None
    assert found[1] > 0
    assert found[2] == found[3] + found[4]
