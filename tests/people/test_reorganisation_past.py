"""Hỏi lại ngày đã qua — answers about past days stay as they were, however the future is decided."""

import hashlib
from dataclasses import fields, is_dataclass
from random import Random

import pytest
from actors import demo_actor
from django.db import transaction
from oracles.reorganisation import CELLS
from reorganising import Walk
from reorganising_office import day_of, office

from thenchot.ground.plain.days import DayRange
from thenchot.ground.register.reads import (
    lines_below,
    organizations_on,
    posts_held,
    seats_below,
    units_below,
)
from thenchot.people.members.reads import members_below, members_of, standing_of
from thenchot.people.reorganisation.reads.comparing import compare

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ASKED = 1000


def told(answer):
    """An answer as plain values; when a thing ends is decided later and no part of it."""
    if isinstance(answer, DayRange):
        return f"from {answer.start}"
    if is_dataclass(answer):
        return [told(getattr(answer, each.name)) for each in fields(answer)]
    if isinstance(answer, dict):
        return sorted((str(key), told(value)) for key, value in answer.items())
    if isinstance(answer, list | tuple):
        return [told(each) for each in answer]
    return str(answer)


def _counts(by, on, unit):
    lines = lines_below(by=by, units=[unit], on=on)
    return [
        sorted(lines),
        seats_below(by=by, lines=lines, on=on),
        members_below(by=by, lines=lines, on=on),
    ]


def _compared(by, on, earlier):
    found = compare(by=by, before=min(on, earlier), after=max(on, earlier))
    return [found.changes, found.totals]


QUESTIONS = {
    "tree": lambda by, on, _: organizations_on(by=by, on=on),
    "below": lambda by, on, unit: units_below(by=by, organization=unit, on=on),
    "counts": _counts,
    "members": lambda by, on, cell: members_of(by=by, cell=cell, on=on),
    "standing": lambda by, on, person: standing_of(by=by, people=[person], on=on),
    "posts": lambda by, on, person: posts_held(by=by, people=[person], on=on),
    "compared": _compared,
}


def questions(walk: Walk, past: int) -> list[tuple]:
    """Random ones: (kind, day, about whom or what)."""
    chance, found = Random(walk.seed), []
    rows = [row.values for row in walk.book.book if row.table == "unit"]
    units = sorted({row["unit"] for row in rows})
    cells = sorted({row["unit"] for row in rows if row["kind"] in CELLS})
    whom = {"members": cells, "standing": walk.choose.people, "posts": walk.choose.people}
    weights = {
        "tree": 1,
        "compared": 1,
        "below": 4,
        "counts": 4,
        "members": 4,
        "standing": 4,
        "posts": 4,
    }
    for kind in chance.choices(list(weights), weights.values(), k=ASKED):
        about = chance.choice(whom.get(kind, units))
        if kind == "compared":
            about = day_of(chance.randint(0, past))
        found.append((kind, day_of(chance.randint(0, past)), about))
    return found  # fmt: skip


def answers(asked: list[tuple]) -> list[str]:
    return [
        hashlib.sha256(repr(told(QUESTIONS[kind](demo_actor(), day, about))).encode()).hexdigest()
        for kind, day, about in asked
    ]


def ask_again_after(futures: int, steps: int) -> None:
    """Every future begins from the same past, and is forgotten once the questions are asked again."""
    office()
    walk = Walk(7)
    for _ in range(25):
        walk.step()
    past = walk.leave_the_past()
    asked = questions(walk, past)
    before = answers(asked)
    assert len(set(before)) > 100
    for _ in range(futures):
        with transaction.atomic():
            book = walk.book.events, walk.book.book, walk.book.repealed
            taken = sum(walk.taken.values())
            for _ in range(steps):
                walk.step()
            assert sum(walk.taken.values()) > taken + steps // 3
            changed = [
                each
                for each, one, other in zip(asked, before, answers(asked), strict=True)
                if one != other
            ]
            assert changed == [], walk
            transaction.set_rollback(True)
        walk.book.events, walk.book.book, walk.book.repealed = book
        walk.papers.clear()
        walk.last.clear()


def test_answers_about_the_past_do_not_change_with_the_future():
    ask_again_after(futures=1, steps=40)


@pytest.mark.soak
def test_answers_about_the_past_do_not_change_with_ten_thousand_changes():
    ask_again_after(futures=200, steps=50)
