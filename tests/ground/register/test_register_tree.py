"""Cây qua thời gian — the projection equals the edges, on any day, after any decision."""

import random
from datetime import date, timedelta

import psycopg
import pytest
from actors import demo_actor
from django.db import DatabaseError, connection, transaction
from oracles.tree import above
from world import TODAY, paper, small_world, unit

from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.organizations import end_organization, move_organization
from thenchot.ground.register.models import Closure, OrganizationSpell
from thenchot.ground.register.reads import closure_faults, units_below
from thenchot.project.postgres import launcher

pytestmark = pytest.mark.database
START = date(2020, 1, 1)


def compare(days):
    rows = [
        (spell.organization_id, spell.parent_id, spell.effective.start, spell.effective.until)
        for spell in OrganizationSpell.objects.all()
    ]
    for day in days:
        expected = {
            (ancestor, each, depth)
            for each in {row[0] for row in rows}
            for ancestor, depth in above(rows, each, day)
        }
        held = Closure.objects.filter(effective__contains=day)
        assert set(held.values_list("ancestor", "descendant", "depth")) == expected
    assert closure_faults() == []


def one_step(chance, papers, units):
    day = START + timedelta(days=chance.randint(0, 900))
    which, other = chance.choice(units), chance.choice(units)
    by = paper(f"{chance.random()}-QĐ/TU", date(2019, 1, 5))
    words = {"from_day": day, "basis": by}
    step = chance.choice(["establish", "move", "move", "move", "end", "annul", "repeal"])
    if step == "establish":
        units.append(unit(f"Đơn vị {chance.random()}", which, by, day))
    elif step == "move":
        move_organization(demo_actor(), TODAY, organization=which, parent=other, **words)
    elif step == "end":
        end_organization(demo_actor(), TODAY, organization=which, **words)
    elif step == "annul" and papers:
        annul_instrument(
            demo_actor(), TODAY, instrument=chance.choice(papers), by_paper=by, reason="sai"
        )
    elif papers:
        repeal_instrument(
            demo_actor(), TODAY, instrument=chance.choice(papers), from_day=day, by_paper=by,
            reason="thôi",
        )  # fmt: skip
    papers.append(by)


def walk(seed, steps):
    """One random history, back-dated moves included; gives how many decisions were taken."""
    chance = random.Random(seed)
    founding = paper(f"{seed}-QĐ/TU", date(2019, 1, 2))
    root = unit("Gốc", None, founding, START)
    units = [root, *(unit(f"Nhánh {n}", root, founding, START) for n in range(4))]
    papers, taken = [], 0
    for _ in range(steps):
        try:
            with transaction.atomic():
                one_step(chance, papers, units)
            taken += 1
        except Refused:
            continue
        compare(START + timedelta(days=chance.randint(0, 1000)) for _ in range(3))
    return taken


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_the_closure_equals_the_edges_after_every_decision(seed):
    assert walk(seed, 25) > 5


@pytest.mark.django_db
@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 130))
def test_the_closure_equals_the_edges_through_long_histories(seed):
    assert walk(seed, 120) > 20


@pytest.mark.django_db
def test_a_move_takes_everything_below_along(actor):
    world = small_world()
    cell = unit("Chi bộ Thử", world.commune, world.founding)
    other = unit("Đảng bộ huyện Thử", world.root, world.founding)
    move_organization(
        actor, TODAY, organization=world.commune, parent=other, from_day=date(2024, 1, 1),
        basis=world.founding,
    )  # fmt: skip
    before, after = date(2023, 12, 31), date(2024, 1, 1)
    assert units_below(by=actor, organization=other, on=before) == [other]
    assert units_below(by=actor, organization=other, on=after) == [other, world.commune, cell]


def test_a_changed_line_of_the_tree_is_named(committed, server):
    world = small_world()
    assert closure_faults() == []
    with psycopg.connect(server.url(launcher.ADMIN, committed), autocommit=True) as admin:
        admin.execute(
            "DELETE FROM register_closure WHERE descendant_id = %s AND depth = 1", [world.commune]
        )
    assert f"đơn vị {world.commune} dưới {world.root}" in str(closure_faults()[0])


@pytest.mark.django_db
def test_the_web_role_cannot_write_the_tree():
    small_world()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_closure")
