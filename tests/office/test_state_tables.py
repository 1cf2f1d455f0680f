"""Bảng trạng thái — the tables printed in the architecture page are those of the code, row by row."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from thenchot.office.documents.rules.moves import MOVES
from thenchot.office.documents.rules.moves import Verb as Move
from thenchot.office.documents.words import Right as Papers
from thenchot.office.documents.words import State as Standing
from thenchot.office.drafting.rules.flow import NUMBERED_FROM, STEPS
from thenchot.office.drafting.words import State, Verb

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
OF_A_NUMBER = {  # acts beside the step table
    Verb.NUMBER: ("", NUMBERED_FROM, State.NUMBERED),
    Verb.JOIN: ("", NUMBERED_FROM, State.NUMBERED),
    Verb.PART: ("yes", State.NUMBERED, NUMBERED_FROM),
}


def printed(head: str) -> Iterator[list[str]]:
    """The rows under the one table with this head."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert lines.count(head) == 1
    for line in lines[lines.index(head) + 2 :]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def labels(states) -> set[str]:
    return {state.label for state in states}


def test_the_moves_of_a_paper_that_came_are_printed():
    rows = list(printed("| step | right | from | to |"))
    assert [row[0] for row in rows] == [verb.label for verb in Move]
    for (_, right, before, after), verb in zip(rows, Move, strict=True):
        move = MOVES[verb]
        said = (right, set(before.split("; ")), after)
        assert said == (move.right.name, labels(move.before), move.after.label), verb


def test_the_steps_of_a_draft_are_printed():
    rows = list(printed("| step | right | asked of | with words | from | to |"))
    assert [row[0] for row in rows] == [verb.label for verb in Verb]
    for (_, right, whom, words, before, after), verb in zip(rows, Verb, strict=True):
        said = (right, whom, words, set(before.split("; ")), after)
        if verb in OF_A_NUMBER:
            owed, start, end = OF_A_NUMBER[verb]
            register = f"documents.{Papers.REGISTER.name}"
            assert said == (register, "issuing organ", owed, {start.label}, end.label), verb
            continue
        step = STEPS[verb]
        assert said == (
            step.right.name, "issuing organ" if step.issuing else "unit",
            "yes" if step.needs_words else "", labels(step.before), step.after.label,
        ), verb  # fmt: skip


@pytest.mark.parametrize(
    ("states", "first", "last", "ways"),
    [
        (
            Standing, Standing.REGISTERED, {Standing.RETURNED},
            [(move.before, move.after) for move in MOVES.values()],
        ),
        (
            State, State.WRITING, {State.NUMBERED, State.DROPPED},
            [(step.before, step.after) for step in STEPS.values()]
            + [(frozenset({NUMBERED_FROM}), State.NUMBERED)],
        ),
    ],
)  # fmt: skip
def test_every_state_is_reached_and_only_the_last_are_never_left(states, first, last, ways):
    reached = {first}
    while new := {after for before, after in ways if before & reached} - reached:
        reached |= new
    assert reached == set(states)
    assert set(states) - {state for before, _ in ways for state in before} == last
