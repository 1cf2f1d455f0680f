"""Phép về chỉ tiêu — counts off a histogram, parts and wholes, ratios; every declaration is whole."""

from datetime import date

import pytest

from thenchot.figures.indicators.models import READINGS
from thenchot.figures.indicators.rules import INDICATORS, Histogram, Indicator, indicator_of
from thenchot.figures.indicators.rules.indicator import COLUMNS, where
from thenchot.figures.indicators.words import Measure, Owner, Source
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.ratios import change, format_percent
from thenchot.people.oversight.words import DisciplineForm

BY_FORM = Indicator("thu", "Thử", Source.DISCIPLINES, Owner.INSPECTION_COMMISSION, by="form")


QUARTER = DayRange(date(2023, 1, 1), date(2023, 4, 1))  # 90 days


def histogram(columns, *counts):
    found = Histogram(columns, QUARTER)
    for profile, records in counts:
        found.add(profile, records)
    return found


def test_a_count_adds_the_profiles_its_words_allow():
    found = histogram(
        ("body", "form"), (("cap_uy", "khien_trach"), 4), (("uy_ban_kiem_tra", "khien_trach"), 2),
        (("cap_uy", "canh_cao"), 1),
    )  # fmt: skip
    assert found.value(BY_FORM) == 7
    one = Indicator("mot", "Một", Source.DISCIPLINES, BY_FORM.owner,
                    where(form=DisciplineForm.REPRIMAND, body="cap_uy"))  # fmt: skip
    assert found.value(one) == 4
    parts = [found.value(part) for part in BY_FORM.parts()]
    assert (parts, sum(parts)) == ([6, 1, 0, 0], 7)


def test_sums_and_least_values_are_read_off_the_same_histogram():
    found = histogram(
        ("committee", "visits"), (("co", "2"), 10), (("co", "4"), 1), (("khong", "1"), 5)
    )
    words = ("Thử", Source.PLANS, Owner.INSPECTION_COMMISSION)
    assert found.value(Indicator("a", *words, (), Measure.SUM, "visits")) == 29
    assert found.value(Indicator("b", *words, where(committee="co"), Measure.LEAST, "visits")) == 2
    assert (
        found.value(Indicator("c", *words, where(committee="x"), Measure.LEAST, "visits")) is None
    )
    assert found.value(Indicator("d", *words, where(committee="x"), Measure.SUM, "visits")) == 0


def test_what_was_not_handed_in_is_unknown_and_not_zero():
    gifts, columns = INDICATORS["phan-qua"], ("at_least", "figure", "length", "value")
    assert histogram(columns).value(gifts) is None
    zero = histogram(columns, (("0", "phan_qua", "90", "0"), 1))
    assert (zero.value(gifts), zero.at_least(gifts)) == (0, False)
    more = histogram(columns, (("1", "phan_qua", "90", "7"), 1))
    assert (more.value(gifts), more.at_least(gifts)) == (7, True)
    assert histogram(columns, (("0", "phan_qua", "59", "7"), 1)).value(gifts) is None
    visits = INDICATORS["kham-chua-benh"]
    two = [(("0", figure, "90", "7"), 1) for figure in ("kham_tai_chuc", "kham_nghi_huu")]
    assert histogram(columns, *two).value(visits) is None
    third = (("0", "kham_me_anh_hung", "45", "1"), 2)
    assert histogram(columns, *two, third).value(visits) == 16


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [(150, 134, "111,94%"), (1347, 1150, "117,13%"), (1899, 1899, "100,00%"), (1, 0, "–")],
)
def test_percentages_are_printed_as_published(part, whole, printed):
    assert format_percent(part, whole) == printed


def test_a_change_names_difference_percent_and_ratio():
    moved = change(25, 27)
    assert (moved.difference, round(float(moved.percent), 2), round(float(moved.ratio), 4)) == (
        -2, -7.41, 0.9259,
    )  # fmt: skip
    assert (change(3, 0).percent, change(3, 0).ratio) == (None, None)


def test_sources_are_read_by_exactly_the_columns_the_declarations_know():
    assert READINGS.keys() == COLUMNS.keys() == set(Source)
    for source, reading in READINGS.items():
        assert reading.columns.keys() == COLUMNS[source].keys(), source


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS.keys())
def test_a_declaration_is_whole(indicator):
    columns = COLUMNS[indicator.source]
    assert indicator.columns <= columns.keys()
    for name, words in indicator.where:
        if columns[name] is not None:
            assert words <= {word.value for word in columns[name]}, name
    assert (indicator.measure is Measure.COUNT) == (not indicator.column)
    assert not indicator.base or indicator.base in INDICATORS
    assert indicator.unit
    for part in indicator.parts():
        assert indicator_of(INDICATORS, part.code) == part
    assert bool(indicator.parts()) == bool(indicator.by)


@pytest.mark.parametrize(
    "code", ["", "khong-co", "ky-luat.khong-co", "ky-luat.khai_tru.khai_tru", "ket-nap.x"]
)
def test_an_unknown_code_is_none(code):
    assert indicator_of(INDICATORS, code) is None
