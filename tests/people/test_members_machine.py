"""Đi ngẫu nhiên — members come, move, are undone and merged; heads are conserved after every step."""

import random
from datetime import date, timedelta

import pytest
from actors import demo_actor
from django.db import transaction
from party import admitted, party
from world import TODAY, paper

from thenchot.ground.basis.acts.facts import end_facts, new_event, open_facts, replace_facts
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.organizations import (
    establish_organization,
    merge_organization,
    move_organization,
)
from thenchot.ground.register.reads import closure_faults
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.members.acts import members, standing
from thenchot.people.members.acts.members import record_exit, record_recognition, record_transfer
from thenchot.people.members.models import Membership, Movement
from thenchot.people.members.reads import seat_faults
from thenchot.people.members.rules import CellRow, ExitRow
from thenchot.people.members.words import EXITS, Way
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm

pytestmark = [pytest.mark.django_db, pytest.mark.database]
START = date(2021, 1, 2)


class Walk:
    """One random history of a small committee."""

    def __init__(self, seed: int) -> None:
        self.chance, self.taken, self.seed = random.Random(seed), 0, seed
        self.here = party()
        self.cells, self.people = list(self.here.cells), list(self.here.people)

    def step(self, number: int) -> None:
        day = START + timedelta(days=self.chance.randint(0, 1500))
        by = paper(f"{self.seed}-{number}-QĐ/HU", day)
        words = {"from_day": day, "basis": by}
        who, cell, other = (
            self.chance.choice(each) for each in (self.people, self.cells, self.cells)
        )
        kind = self.chance.choice(
            ["transfer"] * 4
            + ["admit", "recognise", "exit", "expel", "found", "merge", "move", "annul", "repeal"]
        )
        actor = demo_actor()
        if kind == "transfer":
            record_transfer(actor, TODAY, people=[CellRow(who, cell)], **words)
        elif kind == "admit":
            joined = day + timedelta(days=self.chance.randint(0, 20))
            self.people.append(
                admitted(
                    f"Người Mới {'abcdefghijklmnopqrstuvwxyz'[number % 26] * (1 + number // 26)}",
                    cell,
                    day,
                    joined,
                )
            )
        elif kind == "recognise":
            record_recognition(actor, TODAY, people=[who], basis=by)
        elif kind == "exit":
            way = self.chance.choice(sorted(EXITS))
            record_exit(actor, TODAY, people=[ExitRow(who, way)], **words)
        elif kind == "expel":
            rows = [DisciplineRow(who, DisciplineForm.EXPULSION)]
            record_discipline(actor, TODAY, people=rows, body=Body.COMMITTEE, on_day=day, basis=by)
        elif kind == "found":
            made = establish_organization(
                actor, TODAY, name=f"Chi bộ {number}", kind=OrganizationKind.CELL,
                level=Level.BASE, parent=self.here.commune, **words,
            )  # fmt: skip
            self.cells.append(made.answer)
        elif kind == "merge":
            merge_organization(actor, TODAY, organization=cell, into=other, **words)
        elif kind == "move":
            move_organization(actor, TODAY, organization=cell, parent=self.here.root, **words)
        else:
            self.undo(kind, day, by)

    def undo(self, kind: str, day: date, by: int) -> None:
        papers = (
            Instrument.objects.filter(pk__gt=self.here.list_paper)
            .exclude(pk=by)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        if not papers:
            return
        words = {"instrument": self.chance.choice(list(papers)), "by_paper": by, "reason": "thử"}
        if kind == "annul":
            annul_instrument(demo_actor(), TODAY, **words)
        else:
            repeal_instrument(demo_actor(), TODAY, from_day=day, **words)

    def heads_are_conserved(self) -> None:
        """For every cell and a random period: opening + in − out = closing."""
        first = START + timedelta(days=self.chance.randint(0, 800))
        last = first + timedelta(days=self.chance.randint(1, 900))
        moves = [
            move for move in Movement.objects.exclude(way=Way.RECOGNISED)
            if first < move.effective.start <= last
        ]  # fmt: skip
        for cell in self.cells:
            opening, closing = (
                Membership.objects.on(day).filter(cell=cell).count() for day in (first, last)
            )
            came = sum(move.to_cell_id == cell for move in moves)
            went = sum(move.from_cell_id == cell for move in moves)
            assert opening + came - went == closing, (self.seed, cell, first, last)


def walk(seed: int, steps: int) -> int:
    history = Walk(seed)
    for number in range(steps):
        try:
            with transaction.atomic():
                history.step(number)
        except Refused:
            continue
        history.taken += 1
        history.heads_are_conserved()
    assert closure_faults() == []
    assert seat_faults() == []
    assert verify_journal().faults == []
    return history.taken


@pytest.mark.parametrize("seed", range(4))
def test_heads_are_conserved_after_every_decision(seed):
    assert walk(seed, 40) > 5


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
def test_heads_are_conserved_through_long_histories(seed):
    assert walk(seed, 200) > 20


def _leaves_unsaid(act, exits, from_day, by):
    end_facts(act, [(standing, from_day) for standing, _ in exits], by)


def _enters_twice_said(act, way, arrivals, by):
    standing.enter(act, way, arrivals, by)
    day, row = arrivals[0]
    twice = {"person_id": row.person, "way": Way.ARRIVED, "to_cell_id": row.cell}
    open_facts(act, [new_event(Movement, day, by, **twice)])


def _transfers_nowhere(act, replaced, by):
    return replace_facts(act, [(fact, day, {}) for fact, day, _ in replaced], by)


@pytest.mark.parametrize(
    ("place", "name", "fault"),
    [
        (members, "leave", _leaves_unsaid),
        (members, "enter", _enters_twice_said),
        (standing, "replace_facts", _transfers_nowhere),
    ],
)
def test_a_planted_fault_turns_the_walks_red(monkeypatch, place, name, fault):
    monkeypatch.setattr(place, name, fault)
    with pytest.raises(AssertionError):
        _walk_some()


def _walk_some():
    for seed in range(4):
        with transaction.atomic():
            walk(seed, 40)
            transaction.set_rollback(True)
