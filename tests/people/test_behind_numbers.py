"""Sau con số của so sánh — every number is the sum of its list, which tells no more than its reader may see."""

from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor
from party import party
from world import TODAY, answer, paper

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.register.acts.posts import appoint, establish_post
from thenchot.ground.register.models import PostSpell
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.acts.writing import add_posts, add_steps, begin_scheme
from thenchot.people.reorganisation.reads.behind import (
    in_part,
    leavers,
    posts_behind,
    units_behind,
)
from thenchot.people.reorganisation.reads.comparing import compare
from thenchot.people.reorganisation.rules.rows import PostRow, StepRow, Where
from thenchot.people.reorganisation.words import Category, Counted, Part, Verb

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BEFORE, DAY, EARLY = date(2025, 6, 30), date(2025, 7, 1), date(2025, 1, 2)
CELL_HEADS = {"category": Category.CELL, "what": Counted.HEADS}
CELL_DEPUTIES = {"category": Category.CELL, "what": Counted.DEPUTIES}


@pytest.fixture
def here():
    return party()


@pytest.fixture
def deputies(here):
    """Of the first cell: one post held by the secretary of the second too, one held by nobody."""
    by = paper("2-QĐ/ĐU", EARLY)
    posts = [
        answer(
            establish_post(
                demo_actor(), TODAY, organization=here.cells[0], title=title,
                kind=PostKind.DEPUTY, from_day=EARLY, basis=by,
            )
        )
        for title in ("Phó Bí thư", "Phó Bí thư thường trực")
    ]  # fmt: skip
    appoint(demo_actor(), TODAY, person=here.people[10], post=posts[0], from_day=EARLY, basis=by)
    return posts


def decided(here, *rows, posts=()):
    actor = demo_actor()
    made = answer(begin_scheme(actor, TODAY, title="Thử", kept_by=here.root, from_day=DAY))
    add_steps(actor, TODAY, scheme=made, rows=list(rows))
    if posts:
        add_posts(actor, TODAY, scheme=made, rows=list(posts))
    basis = paper("9-QĐ/TU", date(2025, 6, 10))
    decide_scheme(actor, TODAY, scheme=made, basis=basis, others_leave=True)


def united(here, **more):
    into = Where(step=1)
    decided(
        here,
        StepRow(1, Verb.FOUND, None, Where(here.commune), "Chi bộ ấp Một Hai",
                OrganizationKind.CELL, Level.BASE, True),
        *(StepRow(0, Verb.UNITE, cell, into) for cell in here.cells),
        **more,
    )  # fmt: skip


def two_days(by):
    return compare(by=by, before=BEFORE, after=DAY)


def total_of(found, category, what):
    return next(each for each in found.totals if (each.category, each.what) == (category, what))


def names(rows):
    return [(row.person.name, [post.title for post in row.posts]) for row in rows]


def test_the_people_of_a_number_are_told_by_name_with_the_posts_they_leave(actor, here, deputies):
    united(here)
    found = two_days(actor)
    told = leavers(found=found, **CELL_HEADS, after=0, most=10)
    assert names(told.rows) == [("Trần Văn An", ["Bí thư"]), ("Lê Thị Mai", ["Bí thư"])]
    assert [row.posts[0].unit.name for row in told.rows] == ["Chi bộ ấp Một", "Chi bộ ấp Hai"]
    assert (told.total, told.unheld) == (total_of(found, **CELL_HEADS).people, 0) == (2, 0)
    second = leavers(found=found, **CELL_HEADS, after=1, most=1)
    assert (second.total, second.rows) == (2, told.rows[1:])
    assert leavers(found=found, **CELL_HEADS, after=2, most=1).rows == []


def test_a_gone_post_nobody_held_is_counted_apart(actor, here, deputies):
    united(here)
    found = two_days(actor)
    told = leavers(found=found, **CELL_DEPUTIES, after=0, most=10)
    assert names(told.rows) == [("Lê Thị Mai", ["Phó Bí thư"])]
    assert (told.total, told.unheld, total_of(found, **CELL_DEPUTIES).gone) == (1, 1, 2)


def test_who_leaves_two_posts_stands_once_with_both(actor, here, deputies):
    by = paper("3-QĐ/ĐU", EARLY)
    appoint(actor, TODAY, person=here.people[10], post=deputies[1], from_day=EARLY, basis=by)
    united(here)
    found = two_days(actor)
    told = leavers(found=found, **CELL_DEPUTIES, after=0, most=10)
    assert names(told.rows) == [("Lê Thị Mai", ["Phó Bí thư", "Phó Bí thư thường trực"])]
    assert told.total == total_of(found, **CELL_DEPUTIES).people == 1


def test_the_sheets_of_a_list_put_together_are_the_whole_list(actor, here, deputies):
    united(here, posts=[PostRow(0, Where(step=1), "Bí thư", PostKind.HEAD)])
    found = two_days(actor)
    for part in (None, *Part):
        total, whole = units_behind(found=found, **CELL_HEADS, part=part)
        sheets = [
            units_behind(found=found, **CELL_HEADS, part=part, after=first, most=1)
            for first in range(total)
        ]
        assert [row for _, (row,) in sheets] == whole
        assert {each for each, _ in sheets} == {total}
    line = total_of(found, **CELL_HEADS)
    _, whole = units_behind(found=found, **CELL_HEADS)
    assert sum(row.before for row in whole) == line.before
    assert sum(row.after for row in whole) == line.after


def test_posts_tell_who_holds_them_on_the_days_they_count(actor, here):
    united(here, posts=[PostRow(0, Where(step=1), "Bí thư", PostKind.HEAD)])
    new = PostSpell.objects.on(DAY).get(title="Bí thư").post_id
    by = paper("4-QĐ/ĐU", date(2025, 6, 12))
    appoint(actor, TODAY, person=here.people[0], post=new, from_day=DAY, basis=by)
    found = two_days(actor)
    total, rows = posts_behind(found=found, **CELL_HEADS, after=0, most=10)
    assert total == 3
    assert [
        (row.unit.name, row.before, row.after, row.held_before and row.held_before.name,
         row.held_after and row.held_after.name)
        for row in rows
    ] == [
        ("Chi bộ ấp Hai", True, False, "Lê Thị Mai", None),
        ("Chi bộ ấp Một", True, False, "Trần Văn An", None),
        ("Chi bộ ấp Một Hai", False, True, None, "Trần Văn An"),
    ]  # fmt: skip
    assert {(row.title, row.kind) for row in rows} == {("Bí thư", PostKind.HEAD)}
    for part, wanted in ((Part.GONE, rows[:2]), (Part.NEW, rows[2:]), (Part.CHANGED, rows)):
        assert posts_behind(found=found, **CELL_HEADS, part=part, after=0, most=10) == (
            len(wanted),
            wanted,
        )
    assert posts_behind(found=found, **CELL_HEADS, after=1, most=1) == (3, rows[1:2])
    of_units = {"category": Category.CELL, "what": Counted.UNITS}
    assert posts_behind(found=found, **of_units, after=0, most=10) == (0, [])


def test_posts_of_a_unit_that_changes_its_kind_move_with_it_and_nobody_leaves(actor, here):
    kind = OrganizationKind.GRASSROOTS_CELL
    decided(
        here,
        StepRow(0, Verb.TRANSFER, here.cells[1], Where(here.root)),
        StepRow(0, Verb.RETYPE, here.cells[1], None, "", kind, Level.BASE, False),
    )
    found = two_days(actor)
    _, (gone,) = units_behind(found=found, **CELL_HEADS, part=Part.GONE)
    assert (gone.before, gone.after, [(post.before, post.after) for post in gone.posts]) == (
        1, 0, [(True, False)],
    )  # fmt: skip
    other = {"category": Category.GRASSROOTS, "what": Counted.HEADS}
    _, (come,) = units_behind(found=found, **other, part=Part.NEW)
    assert [(post.before, post.after) for post in come.posts] == [(False, True)]
    assert leavers(found=found, **CELL_HEADS, after=0, most=10).total == 0


def test_nothing_out_of_sight_is_in_a_list(here, deputies, give):
    own = frozenset({here.cells[0]})
    reader = give(replace(demo_actor(), id="mot-chi-bo", rights=dict.fromkeys(
        ("register.xem_to_chuc", "register.xem"), own
    )))  # fmt: skip
    tree = give(replace(demo_actor(), id="chi-cay", rights={"register.xem_to_chuc": "everywhere"}))
    united(here)
    with scoped(reader, TODAY):
        found = two_days(reader)
        heads = leavers(found=found, **CELL_HEADS, after=0, most=10)
        assert [name for name, _ in names(heads.rows)] == ["Trần Văn An"]
        assert total_of(found, **CELL_HEADS).people == 1
        total, posts = posts_behind(found=found, **CELL_HEADS, after=0, most=10)
        assert (total, {row.unit.id for row in posts}) == (1, own)
        assert {in_part(found, what) for what in Counted} == {True}
    with scoped(tree, TODAY):
        found = two_days(tree)
        assert leavers(found=found, **CELL_HEADS, after=0, most=10).total == 0
        assert posts_behind(found=found, **CELL_HEADS, after=0, most=10) == (0, [])
        assert [in_part(found, what) for what in (Counted.UNITS, Counted.HEADS)] == [False, True]
