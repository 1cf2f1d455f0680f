"""Phép về vị trí việc làm — titles read without guessing, every requirement beside what is known."""

from dataclasses import replace
from datetime import date

import pytest
from positions import WHOLE

from thenchot.people.positions.rules.content import Description, Drafted, Duty, items_of
from thenchot.people.positions.rules.faults import approval_faults, code_faults, draft_faults
from thenchot.people.positions.rules.fit import (
    OnFile,
    degree_of,
    fit_lines,
    gaps,
    level_outcome,
    levels_missing,
    theory_of,
)
from thenchot.people.positions.rules.quotas import QuotaRow, quota_faults
from thenchot.people.positions.words import Degree, Outcome, StaffCategory, Theory

MET, GAP, UNKNOWN, BY_HAND = Outcome.MET, Outcome.GAP, Outcome.UNKNOWN, Outcome.BY_HAND


@pytest.mark.parametrize(
    ("title", "degree"),
    [
        ("Thạc sĩ Luật", Degree.MASTER), ("Đại học Kinh tế", Degree.BACHELOR),
        ("cử nhân Hành chính", Degree.BACHELOR), ("Kỹ sư Xây dựng", Degree.BACHELOR),
        ("Cao đẳng Sư phạm", Degree.COLLEGE), ("Trung cấp Kế toán", Degree.INTERMEDIATE),
        ("Tiến sĩ", Degree.DOCTOR), ("Luật", None), ("12/12", None),
    ],
)  # fmt: skip
def test_a_degree_is_read_off_the_first_words(title, degree):
    assert degree_of(title) is degree


@pytest.mark.parametrize(
    ("title", "theory"),
    [("Cao cấp", Theory.ADVANCED), ("Cử nhân chính trị", Theory.ADVANCED), ("Sơ cấp", Theory.ELEMENTARY),
     ("Trung cấp LLCT", Theory.INTERMEDIATE), ("Bồi dưỡng", None)],
)  # fmt: skip
def test_a_theory_is_read_off_the_first_words(title, theory):
    assert theory_of(title) is theory


@pytest.mark.parametrize(
    ("file", "outcomes"),
    [
        (OnFile("Thạc sĩ Luật", "Cao cấp", True), [MET, BY_HAND, MET, MET, UNKNOWN, UNKNOWN]),
        (OnFile("Đại học Luật", "Trung cấp", True), [MET, BY_HAND, MET, MET, UNKNOWN, UNKNOWN]),
        (OnFile("Cao đẳng Luật", "Sơ cấp", False), [GAP, BY_HAND, GAP, GAP, UNKNOWN, UNKNOWN]),
        (OnFile("Luật", "Bồi dưỡng", None), [BY_HAND, BY_HAND, BY_HAND, UNKNOWN, UNKNOWN, UNKNOWN]),
        (OnFile(None, None, None), [UNKNOWN] * 6),
    ],
)
def test_each_requirement_stands_beside_the_file(file, outcomes):
    lines = fit_lines(WHOLE, file)
    assert [line.outcome for line in lines] == outcomes
    assert gaps(lines) == outcomes.count(GAP)


def test_what_is_not_asked_is_not_compared():
    asked = replace(
        WHOLE, degree=Degree.NONE, theory=Theory.NONE, field="", party_member=False,
        experience="Không", character="",
    )  # fmt: skip
    assert [line.outcome for line in fit_lines(asked, OnFile(None, None, None))] == [MET, MET]
    assert fit_lines(Description(), OnFile(None, None, None)) == []


@pytest.mark.parametrize(
    ("reached", "missing", "outcome"),
    [
        (None, 0, Outcome.NOT_ASSESSED), (1, 2, GAP), (2, 1, GAP), (3, 0, MET), (5, 0, MET),
    ],
)  # fmt: skip
def test_a_level_that_was_not_assessed_is_no_gap(reached, missing, outcome):
    assert levels_missing(3, reached) == missing
    assert level_outcome(3, reached) is outcome


def test_items_stand_between_semicolons():
    assert items_of(" Một; Hai ;; Ba ") == ["Một", "Hai", "Ba"]
    assert items_of("") == []


@pytest.mark.parametrize(
    ("code", "fits"),
    [("CV01", True), ("C.1-2", True), ("", False), ("cv", False), ("Đ1", False), ("A" * 21, False)],
)
def test_a_code_has_capital_letters_and_digits(code, fits):
    assert (code_faults(code) == []) is fits


def test_a_whole_description_lacks_nothing_and_an_empty_one_everything():
    assert approval_faults(WHOLE) == []
    fields = {reason.field for reason in approval_faults(Description())}
    assert fields == {
        "objectives", "superior", "outside", "authority", "conditions", "experience", "character",
        "duties", "degree", "competencies",
    }  # fmt: skip


def test_too_many_tasks_and_negative_weights_do_not_stand():
    many = replace(
        WHOLE, duties=(*(Duty("Một", "Hai") for _ in range(60)), Duty("Một", "Hai", weight=-1))
    )
    fields = [reason.field for reason in draft_faults(Drafted("A", "x", many), {"C1"})]
    assert fields == ["duties", "61.weight"]


def test_a_quota_is_not_negative():
    rows = [QuotaRow(1, StaffCategory.CONTRACT, -1, -2)]
    fields = [reason.field for reason in quota_faults(rows, 2024, date(2024, 5, 1))]
    assert fields == ["1.assigned", "1.used"]
