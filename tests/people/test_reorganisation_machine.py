"""Sắp xếp ngẫu nhiên — schemes, single decisions, corrections and undoings against a replay written apart."""

import math
import os
from collections import Counter

import pytest
from django.db import DatabaseError, connection, transaction
from reorganising import Walk
from reorganising_office import office

from thenchot.ground.basis.acts import undoing
from thenchot.ground.basis.acts.facts import key_columns
from thenchot.ground.basis.models import fact_models
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.register.reads import closure_faults
from thenchot.people.members.reads import seat_faults
from thenchot.people.reorganisation.acts import deciding
from thenchot.people.reorganisation.rules import plan
from thenchot.people.reorganisation.words import Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CHECKED = 5000  # operations of the short walks
SOAKED = int(os.environ.get("SOAK_STEPS", "1000000"))  # of the long ones
BLOCK = 2500  # of one test: what is forgotten is swept from the tables only between tests


def overlaps() -> list[str]:
    """Kinds of facts of which two hold for the same thing on one day, asked without the constraint."""
    found = []
    for model in fact_models():
        same = " AND ".join(f"a.{name} = b.{name}" for name in key_columns(model))
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM {table} a JOIN {table} b ON a.id < b.id"
                f" AND a.effective && b.effective AND {same or 'false'}"
            )
            found += [table] * cursor.fetchone()[0]
    return found


def wander(seed: int, steps: int) -> tuple[Walk, int]:
    """One random history, taken back at its end as far as nothing else was undone, then forgotten."""
    with transaction.atomic():
        walk = Walk(seed)
        asked = sum(walk.step() for _ in range(steps))
        walk.unwind()
        assert overlaps() == []
        assert [*closure_faults(), *seat_faults()] == []
        assert verify_journal().faults == []
        transaction.set_rollback(True)
    return walk, asked


def wander_on(seed: int, steps: int) -> Counter[str]:
    """Random histories of so many steps each, until a block of operations was asked for; what was taken."""
    asked, taken = 0, Counter[str]()
    while asked < BLOCK:
        walk, more = wander(seed, steps)
        taken += walk.taken
        asked, seed = asked + more, seed + 1
    return taken


@pytest.mark.parametrize("block", range(CHECKED // BLOCK))
def test_random_reorganisations_agree_with_the_replay(block):
    """Lines, seats, places, single decisions and undoings."""
    office()
    taken = wander_on(1000 * block, 35)
    assert {verb.value for verb in Verb} <= taken.keys()
    assert taken.keys() >= {"scheme", "annul", "repeal", "correct", "transfer", "move", "take_back"}
    assert taken["scheme"] > 40
    assert taken["take_back"] > 20


@pytest.mark.soak
@pytest.mark.parametrize("block", range(math.ceil(SOAKED / BLOCK)))
def test_long_random_reorganisations_agree_with_the_replay(block):
    """Each block goes on with other histories; one alone can be asked for by its number."""
    office()
    wander_on(1_000_000 * (block + 1), 60)


MUTANTS = {
    "people stay behind": lambda patch: patch.setattr(deciding._Execution, "people", lambda *_: None),
    "who is not placed goes to the first heir": lambda patch: patch.setattr(plan.Plan, "only_heir", lambda self: {unit: heirs[0] for unit, heirs in self.heirs().items() if heirs}),
    "nobody says who continues whom": lambda patch: patch.setattr(plan, "CONTINUED", {}),
    "what was ended stays ended": lambda patch: patch.setattr(undoing.Undoing, "reopen", lambda self: None),
    "begins and ends on one day": lambda patch: patch.setattr(deciding, "_not_ready", lambda *_: []),
    "what a later state carries is forgotten": lambda patch: patch.setattr(undoing.Undoing, "carried_on", lambda self: []),
}  # fmt: skip
SLOW = {"begins and ends on one day", "what a later state carries is forgotten"}  # are met seldom


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.soak] * (name in SLOW)) for name in MUTANTS]
)
def test_a_planted_fault_turns_the_walks_red(name, monkeypatch):
    office()
    MUTANTS[name](monkeypatch)
    with pytest.raises((AssertionError, DatabaseError, KeyError)):
        wander_on(0, 35)
