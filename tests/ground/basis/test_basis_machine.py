"""Máy trạng thái — random decisions, corrections, annulments, repeals against the oracle."""

import random
from datetime import date, timedelta
from itertools import count

import pytest
from actors import demo_actor
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from oracles.spells import Impossible, Register
from world import TODAY, answer, paper

from thenchot.ground.basis.acts import facts, revoke, undoing
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts import organizations
from thenchot.ground.register.models import OrganizationSpell

pytestmark = [pytest.mark.django_db, pytest.mark.database]
START = date(2020, 1, 1)
DAYS = 12


def day(number: int) -> date:
    return START + timedelta(days=number)


class Disagreement(AssertionError):
    pass


class Walk:
    """Both books side by side: every step is taken in both, then all rows are compared."""

    def __init__(self) -> None:
        self.oracle, self.numbers = Register(), count(1)
        self.papers: list[int] = []
        self.units: list[int] = []

    def paper(self) -> int:
        return paper(f"{next(self.numbers)}-QĐ/TU", date(2019, 6, 1))

    def establish(self, at: int) -> None:
        basis, name = self.paper(), f"Tên {next(self.numbers)}"
        unit = answer(
            organizations.establish_organization(
                demo_actor(), TODAY, name=name, kind="chi_bo", level="co_so", parent=None,
                from_day=day(at), basis=basis,
            )
        )  # fmt: skip
        self.oracle.record(("establish", basis, unit, name, at))
        self.papers.append(basis)
        self.units.append(unit)

    def rename(self, which: int, at: int) -> None:
        basis, name, unit = self.paper(), f"Tên {next(self.numbers)}", self.unit(which)
        self.both(
            ("rename", basis, unit, name, at), organizations.rename_organization,
            organization=unit, name=name, from_day=day(at), basis=basis,
        )  # fmt: skip

    def end(self, which: int, at: int) -> None:
        basis, unit = self.paper(), self.unit(which)
        self.both(
            ("end", basis, unit, at), organizations.end_organization,
            organization=unit, from_day=day(at), basis=basis,
        )  # fmt: skip

    def correct(self, which: int) -> None:
        basis, name = self.papers[which % len(self.papers)], f"Tên {next(self.numbers)}"
        spell = OrganizationSpell.objects.filter(basis=basis).first()
        if spell:
            self.both(
                ("correct", basis, name), correct_fact, kind="register.OrganizationSpell",
                fact=spell.pk, changes={"name": name}, by_paper=self.paper(), reason="gõ nhầm",
            )  # fmt: skip

    def annul(self, which: int) -> None:
        old = self.papers[which % len(self.papers)]
        self.both(
            ("annul", old), annul_instrument, instrument=old, by_paper=self.paper(), reason="sai"
        )

    def repeal(self, which: int, at: int) -> None:
        old, by = self.papers[which % len(self.papers)], self.paper()
        self.both(
            ("repeal", old, at, by), repeal_instrument, instrument=old, from_day=day(at),
            by_paper=by, reason="thôi",
        )  # fmt: skip

    def unit(self, which: int) -> int:
        return self.units[which % len(self.units)]

    def both(self, event, act, **words) -> None:
        try:
            self.oracle.record(event)
            possible = True
        except Impossible:
            possible = False
        try:
            with transaction.atomic():
                act(demo_actor(), TODAY, **words)
            done = True
        except Refused:
            done = False
        if done and event[0] in {"rename", "end"}:
            self.papers.append(event[1])
        if done != possible:
            raise Disagreement(f"{event}: register {done}, oracle {possible}; {self.oracle.events}")
        self.compare()

    def compare(self) -> None:
        held = sorted(
            (
                spell.organization_id,
                spell.name,
                (spell.effective.start - START).days,
                spell.effective.until and (spell.effective.until - START).days,
                spell.basis_id,
                spell.ended_by_id,
            )
            for spell in OrganizationSpell.objects.all()
        )
        if str(held) != str(self.oracle.rows()):
            raise Disagreement(f"{held}\n{self.oracle.rows()}\n{self.oracle.events}")


class Machine(RuleBasedStateMachine):
    @initialize(at=st.integers(0, 3))
    def begin(self, at):
        self.around = transaction.atomic()
        self.around.__enter__()
        self.walk = Walk()
        self.walk.establish(at)

    @rule(at=st.integers(0, DAYS))
    def establish(self, at):
        if len(self.walk.units) < 2:
            self.walk.establish(at)

    @rule(which=st.integers(0, 1), at=st.integers(0, DAYS))
    def rename(self, which, at):
        self.walk.rename(which, at)

    @rule(which=st.integers(0, 1), at=st.integers(0, DAYS))
    def end(self, which, at):
        self.walk.end(which, at)

    @rule(which=st.integers(0, 20))
    def correct(self, which):
        self.walk.correct(which)

    @rule(which=st.integers(0, 20))
    def annul(self, which):
        self.walk.annul(which)

    @rule(which=st.integers(0, 20), at=st.integers(0, DAYS))
    def repeal(self, which, at):
        self.walk.repeal(which, at)

    def teardown(self):
        if hasattr(self, "around"):
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)


def test_the_register_agrees_with_the_oracle_after_every_step():
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=18,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


DATED = {"rename", "end", "repeal"}


def wander(seed: int, steps: int = 30) -> None:
    """One random walk, undone afterwards."""
    chance = random.Random(seed)
    with transaction.atomic():
        walk = Walk()
        walk.establish(chance.randint(0, 3))
        walk.establish(chance.randint(0, 3))
        for _ in range(steps):
            step = chance.choice(["rename", "rename", "end", "correct", "annul", "repeal"])
            which, at = chance.randint(0, 20), chance.randint(0, DAYS)
            getattr(walk, step)(which, at) if step in DATED else getattr(walk, step)(which)
        assert not verify_journal().faults
        transaction.set_rollback(True)


def wander_far() -> None:
    for seed in range(12):
        wander(seed)


def test_random_walks_agree_and_leave_a_whole_journal():
    wander_far()


@pytest.mark.soak
def test_long_random_walks_agree_and_leave_a_whole_journal():
    for seed in range(1000, 1400):
        wander(seed, steps=60)


def _later(original):
    return lambda act, fact, at, by: original(act, fact, at + timedelta(days=1), by)


def _all_later(plain):
    def end(act, ends, ended_by):
        plain(act, [(fact, day + timedelta(days=1)) for fact, day in ends], ended_by)

    return end


def _keeping_open(original):
    def end(act, fact, at, by):
        original(act, fact, at, by)
        OrganizationSpell.objects.filter(pk=fact.pk).update(ended_by=None, fixed_term=True)

    return end


def _without_rest(original):
    def replace(act, fact, at, paper, **changed):
        made = original(act, fact, at, paper, **changed)
        OrganizationSpell.objects.filter(pk=made.pk).update(
            effective=DayRange(made.effective.start), ended_by=None
        )
        return made

    return replace


UNDOING = undoing.Undoing
MUTANTS = {
    "ends a day late": lambda patch: patch.setattr(organizations, "end_fact", _later(facts.end_fact)),
    "is repealed a day late": lambda patch: patch.setattr(revoke, "end_facts", _all_later(facts.end_facts)),
    "forgets the paper that ended": lambda patch: patch.setattr(organizations, "end_fact", _keeping_open(facts.end_fact)),
    "successor runs for ever": lambda patch: patch.setattr(organizations, "replace_fact", _without_rest(facts.replace_fact)),
    "reopens for ever": lambda patch: patch.setattr(UNDOING, "_former_ends", lambda self: {fact.pk: undoing.End() for fact in self.ended}),
    "knows no successor": lambda patch: patch.setattr(UNDOING, "_successor", lambda self, fact: None),
    "reopens nothing": lambda patch: patch.setattr(UNDOING, "reopen", lambda self: None),
    "removes nothing": lambda patch: patch.setattr(UNDOING, "remove", lambda self: None),
    "sees no later ending": lambda patch: patch.setattr(UNDOING, "later_endings", lambda self: []),
    "repeals what has not begun": lambda patch: patch.setattr(revoke, "_not_begun", lambda *_: []),
    "repeals over a later decision": lambda patch: patch.setattr(revoke, "_decided_after", lambda *_: []),
    "changes any day": lambda patch: patch.setattr(organizations.rules, "change_day_faults", lambda *_: []),
    "ends over later states": lambda patch: patch.setattr(organizations, "reasons_for", lambda _: []),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_fault_turns_the_walks_red(name, monkeypatch):
    MUTANTS[name](monkeypatch)
    with pytest.raises(
        (AssertionError, DatabaseError, ValueError)
    ):  # a disagreement, or a refusal below
        wander_far()
