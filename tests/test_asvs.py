"""ASVS — docs/security/asvs.md has one outcome per number in scope, and names only what exists.

`python tests/test_asvs.py` counts the outcomes anew and writes them into the head of the page.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "security" / "asvs.md"
SCOPE = ROOT / "tests" / "asvs_scope.txt"
OUTCOMES = ("test", "review", "not applicable", "open")
HEAD = re.compile(r"^\| outcome \|.*?(?=^$)", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"[\w/.-]+\.(?:py|sql|typ|csv|md|toml)\b")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def rows() -> list[list[str]]:
    """Number, level, subject, outcome, where: the cells of every line of the table."""
    lines = [line for line in PAGE.read_text().splitlines() if re.match(r"\| V?\d", line)]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def kind(outcome: str) -> str:
    return "not applicable" if outcome.startswith("not applicable, because ") else outcome


def counted() -> str:
    found = Counter(kind(row[3]) for row in rows())
    lines = [f"| {outcome} | {found[outcome]} |" for outcome in OUTCOMES]
    total = f"| all | {found.total()} |"
    return "\n".join(["| outcome | numbers |", "|---|---|", *lines, total, ""])


def each_row():
    return pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])


def test_the_scope_is_complete_and_every_number_stands_once():
    scope = [tuple(line.split()) for line in SCOPE.read_text().splitlines()]
    assert len(scope) == len(set(scope)) == 252
    assert Counter(level for _, level in scope) == {"1": 65, "2": 152, "3": 35}
    assert [(row[0], row[1]) for row in rows()] == scope


@each_row()
def test_a_row_has_a_subject_an_outcome_and_a_place(row):
    assert len(row) == 5
    _, _, subject, outcome, where = row
    assert 2 <= len(subject.split()) <= 8
    assert kind(outcome) in OUTCOMES
    assert outcome == kind(outcome) or len(outcome.split()) > 5  # the reason is a sentence
    assert where


@each_row()
def test_what_a_row_names_exists(row):
    tests = TEST.findall(row[4])
    assert row[3] != "test" or any(name for _, name in tests), "a test is named with its function"
    for file, name in tests:
        text = (ROOT / file).read_text()
        assert not name or re.search(rf"^ *def {name}\(", text, re.MULTILINE), f"{file}::{name}"
    for file in FILE.findall(row[4]):
        found = [ROOT / file, *(ROOT / "src").rglob(Path(file).name)]
        assert any(each.is_file() and each.match(file) for each in found), file


def test_the_head_counts_what_the_table_holds():
    assert HEAD.search(PAGE.read_text())[0] == counted()


if __name__ == "__main__":
    PAGE.write_text(HEAD.sub(counted(), PAGE.read_text(), count=1))
