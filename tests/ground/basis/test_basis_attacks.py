"""Tấn công — plain SQL as the web role, and tampering as superuser; each must fail or be found."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from random import Random

import psycopg
import pytest
from actors import ASK, demo_actor
from django.db import connection, transaction
from django.db.models import Count, Max
from party import one_of_each
from world import TODAY, World, paper, person, small_world, unit

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry, OneTimeKey, kept_models
from thenchot.ground.basis.reads.verify import verify_chain, verify_journal
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.organizations import (
    end_organization,
    establish_organization,
    merge_organization,
    move_organization,
    rename_organization,
)
from thenchot.ground.register.acts.posts import appoint
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.project.postgres import launcher, roles

pytestmark = pytest.mark.database


@pytest.fixture
def world(committed: str) -> World:
    return small_world()


@pytest.fixture
def web(server: launcher.Server, committed: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(server.url(roles.WEB, committed)) as opened:
        opened.execute(ASK)  # both walls stand open for it: what refuses is guard or constraint
        opened.commit()
        yield opened


@pytest.fixture
def superuser(server: launcher.Server, committed: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(server.url(launcher.ADMIN, committed), autocommit=True) as opened:
        opened.execute("SET session_replication_role = replica")  # no trigger stands in the way
        yield opened


OPEN = "SELECT basis_open_act('thu', 'x', 'Kẻ thử')"
NEW_UNIT = "INSERT INTO register_organization (entry) VALUES ('{entry}') RETURNING id"


def test_bodies_run_as_the_web_role(committed):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user")
        assert cursor.fetchone() == ("thenchot_web", "thenchot_web")


def test_a_write_without_an_act_is_refused(world, web):
    with pytest.raises(psycopg.Error, match="no open act"):
        web.execute("INSERT INTO register_organization (entry) VALUES (uuidv7())")


def test_a_change_without_an_act_finds_no_row_behind_the_wall(world, web):
    assert web.execute("SELECT count(*) FROM register_posting").fetchone() == (1,)
    for change in ("DELETE FROM register_posting", "UPDATE register_posting SET fixed_term = true"):
        assert web.execute(change).rowcount == 0
    assert web.execute("SELECT count(*) FROM register_posting").fetchone() == (1,)


def test_a_delete_without_an_act_is_refused_where_no_wall_stands(world, web, superuser):
    superuser.execute("ALTER TABLE register_posting DISABLE ROW LEVEL SECURITY")
    with pytest.raises(psycopg.Error, match="no open act"):
        web.execute("DELETE FROM register_posting")


def test_an_act_of_an_earlier_transaction_is_refused(world, web):
    old = web.execute("SELECT id FROM basis_journalentry ORDER BY seq LIMIT 1").fetchone()[0]
    with pytest.raises(psycopg.Error, match="no open act"):
        web.execute(NEW_UNIT.format(entry=old))


def test_an_update_keeping_its_old_entry_is_refused_inside_an_act(world, web):
    web.execute(OPEN)
    with pytest.raises(psycopg.Error, match="is not the open act"):
        web.execute("UPDATE register_organizationspell SET name = 'Khác'")


def test_an_act_undone_with_its_savepoint_opens_nothing(world, web):
    web.execute("SELECT 1")
    web.execute("SAVEPOINT truoc")
    entry = web.execute(OPEN).fetchone()[0]
    web.execute("ROLLBACK TO truoc")
    with pytest.raises(psycopg.Error, match="no open act"):
        web.execute(NEW_UNIT.format(entry=entry))


def test_a_closed_act_writes_nothing_more(world, web):
    entry = web.execute(OPEN).fetchone()[0]
    web.execute("SELECT basis_close_act('', '', 'xong', '')")
    with pytest.raises(psycopg.Error, match="no open act"):
        web.execute(NEW_UNIT.format(entry=entry))


def test_a_commit_with_an_act_left_open_is_refused(world, web):
    entry = web.execute(OPEN).fetchone()[0]
    web.execute(NEW_UNIT.format(entry=entry))
    with pytest.raises(psycopg.Error, match="left open"):
        web.commit()
    assert not verify_journal().faults


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO basis_journalentry (act, actor_id, actor_name) VALUES ('a', 'b', 'c')",
        "UPDATE basis_journalentry SET sentence = 'khác'",
        "DELETE FROM basis_journalentry",
        "TRUNCATE basis_journalentry",
        "UPDATE basis_journalchange SET operation = 'I'",
        "DELETE FROM basis_journalchange",
        "INSERT INTO basis_journalchange (entry, table_name, key, operation, digest) VALUES (uuidv7(), 'a', 1, 'I', '')",
        "UPDATE basis_chainhead SET seq = 0",
        "INSERT INTO register_posting_history (id) VALUES (1)",
        "UPDATE register_posting_history SET id = 1",
        "DELETE FROM register_posting_history",
        "TRUNCATE register_posting",
        "ALTER TABLE register_posting DISABLE TRIGGER guard",
        "CREATE TABLE cua_toi (a int)",
        "SET ROLE thenchot_owner",
        "SET session_replication_role = replica",
    ],
)
def test_the_web_role_forges_nothing(world, web, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        web.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE basis_journalentry SET sentence = 'khác'",
        "DELETE FROM basis_journalentry",
        "DELETE FROM basis_journalchange",
        "TRUNCATE register_posting",
        "DELETE FROM register_organizationspell_history",
    ],
)
def test_the_owner_too_finds_the_journal_append_only(world, server, committed, statement):
    renamed(world)
    with (
        psycopg.connect(server.url(roles.OWNER, committed)) as owner,
        pytest.raises(psycopg.Error, match="append-only"),
    ):
        owner.execute(statement)


def test_overlapping_days_are_refused_by_the_table(world, web):
    entry = web.execute(OPEN).fetchone()[0]
    with pytest.raises(psycopg.errors.ExclusionViolation, match="post_held_by_one_at_a_time"):
        web.execute(
            "INSERT INTO register_posting (entry, effective, basis_id, fixed_term, person_id, post_id)"
            " SELECT %s, effective, basis_id, fixed_term, person_id, post_id FROM register_posting",
            [entry],
        )


def test_a_fact_outside_its_period_is_refused_when_the_act_closes(world, web):
    entry = web.execute(OPEN).fetchone()[0]
    web.execute(
        "INSERT INTO register_posting (entry, effective, basis_id, fixed_term, person_id, post_id)"
        " SELECT %s, '[1990-01-01,1991-01-01)', basis_id, true, person_id, post_id FROM register_posting",
        [entry],
    )
    with pytest.raises(psycopg.errors.ForeignKeyViolation, match="posting_while"):
        web.execute("SELECT basis_close_act('', '', '', '')")


@pytest.mark.parametrize(
    ("effective", "term", "name"),
    [
        ("'empty'", True, "effective_check"),
        ("'(,2020-01-01)'", True, "effective_check"),
        ("'[2020-01-01,2021-01-01)'", False, "posting_check"),
    ],
)  # fmt: skip
def test_days_without_beginning_or_without_the_paper_that_ended_them_are_refused(
    world, web, effective, term, name
):
    entry = web.execute(OPEN).fetchone()[0]
    with pytest.raises(psycopg.errors.CheckViolation, match=name):
        web.execute(
            "INSERT INTO register_posting (entry, effective, basis_id, fixed_term, person_id, post_id)"
            f" SELECT %s, {effective}, basis_id, %s, person_id, post_id FROM register_posting",
            [entry, term],
        )


def renamed(world: World) -> None:
    rename_organization(
        demo_actor(),
        TODAY,
        organization=world.commune,
        name="Tên mới",
        from_day=date(2024, 5, 1),
        basis=world.founding,
    )


def every_table_has_history(world: World, owner: str) -> None:
    """An update of each protected table, so that live and former rows both exist."""
    renamed(world)
    extra = paper("80-QĐ/TU")
    annul_instrument(demo_actor(), TODAY, instrument=extra, by_paper=world.founding, reason="thử")
    for kind, fact in [
        ("register.Posting", world.posting),
        ("register.PersonSpell", 1),
        ("register.PostSpell", 1),
    ]:
        changes = {
            "register.Posting": {"effective": DayRange(date(2021, 5, 1))},
            "register.PersonSpell": {"birth_on": date(1980, 1, 1)},
            "register.PostSpell": {"title": "Phó Bí thư"},
        }
        correct_fact(
            demo_actor(),
            TODAY,
            kind=kind,
            fact=fact,
            changes=changes[kind],
            by_paper=world.founding,
            reason="thử",
        )
    absorbed = unit("Chi bộ Thử", world.commune, world.founding)
    merge_organization(
        demo_actor(), TODAY, organization=absorbed, into=world.commune, from_day=date(2024, 6, 1),
        basis=world.founding,
    )  # fmt: skip
    one_of_each()
    with psycopg.connect(owner) as keeper:
        entry = keeper.execute(OPEN).fetchone()[0]
        for model in kept_models():
            keeper.execute(f"UPDATE {model._meta.db_table} SET entry = %s", [entry])
        keeper.execute("SELECT basis_close_act('', '', '', '')")


def test_one_changed_column_of_any_live_or_former_row_is_named(world, superuser, server, committed):
    every_table_has_history(world, server.url(roles.OWNER, committed))
    assert verify_journal().faults == []
    for model in kept_models():
        table = model._meta.db_table
        for place in (table, f"{table}_history"):
            key = superuser.execute(f"SELECT max(id) FROM {place}").fetchone()[0]
            assert key, place
            before = superuser.execute(
                f"SELECT recorded_at FROM {place} WHERE id = {key} ORDER BY recorded_at LIMIT 1"
            ).fetchone()[0]
            superuser.execute(
                f"UPDATE {place} SET recorded_at = recorded_at + interval '1 microsecond' WHERE id = {key} AND recorded_at = %s",
                [before],
            )
            assert [str(fault) for fault in verify_journal().faults] == [
                f"Bảng {place}, dòng {key}: khác với lần ghi cuối trong nhật ký."
            ]
            superuser.execute(
                f"UPDATE {place} SET recorded_at = %s WHERE id = {key} AND recorded_at = %s + interval '1 microsecond'",
                [before, before],
            )
    assert verify_journal().faults == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE basis_journalentry SET sentence = 'khác' WHERE seq = 3", "dòng 3"),
        ("UPDATE basis_journalentry SET actor_name = 'khác' WHERE seq = 1", "dòng 1"),
        ("DELETE FROM basis_journalentry WHERE seq = 2", "dòng 3"),
        ("UPDATE basis_journalentry SET hash = sha256('x') WHERE seq = 2", "dòng 2"),
        ("DELETE FROM basis_journalchange WHERE id = (SELECT min(id) FROM basis_journalchange)", "dòng 1"),
        ("DELETE FROM basis_journalentry WHERE seq = (SELECT max(seq) FROM basis_journalentry)", "Đầu chuỗi"),
        ("DELETE FROM register_posting", "Bảng register_posting"),
        ("INSERT INTO register_person (id, entry, recorded_at) VALUES (999, uuidv7(), now())", "dòng 999"),
    ],
)  # fmt: skip
def test_tampering_as_superuser_is_found(world, superuser, statement, found):
    superuser.execute(statement)
    assert any(found in str(fault) for fault in verify_journal().faults)


@pytest.mark.parametrize(("line", "found"), [(-1, True), (-2, True), (-3, False)])
def test_the_last_lines_alone_tell_of_tampering_within_them(world, superuser, line, found):
    last = verify_chain().lines
    seq = last + 1 + line
    superuser.execute(f"UPDATE basis_journalentry SET sentence = 'khác' WHERE seq = {seq}")
    checked = verify_chain(last=2)
    assert (checked.first, checked.lines) == (last - 1, last)
    assert [str(fault) for fault in checked.faults] == [
        f"Chuỗi nhật ký đứt tại dòng {seq}."
    ] * found


def test_a_line_cut_out_before_the_last_ones_breaks_their_chain(world, superuser):
    last = verify_chain().lines
    superuser.execute(f"DELETE FROM basis_journalentry WHERE seq = {last - 2}")
    (fault,) = verify_chain(last=2).faults
    assert str(fault) == f"Chuỗi nhật ký đứt tại dòng {last - 1}."


def test_a_cut_tail_is_found_by_a_printed_checkpoint(world, superuser):
    checkpoint = verify_journal().checkpoint
    superuser.execute(
        "DELETE FROM register_posting; DELETE FROM basis_journalchange WHERE table_name = 'register_posting'"
    )
    superuser.execute("DELETE FROM basis_journalentry WHERE act = 'appoint'")
    superuser.execute(
        "UPDATE basis_chainhead SET (seq, hash) = (SELECT seq, hash FROM basis_journalentry ORDER BY seq DESC LIMIT 1)"
    )
    assert verify_journal().faults == []
    assert any("điểm mốc" in str(fault) for fault in verify_journal(checkpoint).faults)


def in_thread(work):
    try:
        return work()
    except Refused as refusal:
        return refusal
    finally:
        connection.close()


def test_two_appointments_at_once_to_one_post_make_one(committed):
    world = small_world()
    others = [person(f"Người Thử {name}", world.founding) for name in ("Một", "Hai")]
    from thenchot.ground.register.acts.posts import establish_post
    from thenchot.ground.register.words import PostKind

    post = establish_post(
        demo_actor(),
        TODAY,
        organization=world.commune,
        title="Phó Bí thư",
        kind=PostKind.DEPUTY,
        from_day=date(2020, 1, 1),
        basis=world.founding,
    ).answer
    with ThreadPoolExecutor(2) as pool:
        works = [
            pool.submit(
                in_thread,
                lambda who=who: appoint(
                    demo_actor(),
                    TODAY,
                    person=who,
                    post=post,
                    from_day=date(2022, 1, 1),
                    basis=world.founding,
                ),
            )
            for who in others
        ]
        results = [work.result() for work in works]
    assert sum(isinstance(result, Refused) for result in results) == 1
    assert not verify_journal().faults


def test_twins_in_flight_under_one_key_make_one(committed):
    world = small_world()
    words = {
        "name": "Chi bộ Thử",
        "kind": OrganizationKind.CELL,
        "level": Level.BASE,
        "parent": world.commune,
        "from_day": date(2022, 1, 1),
        "basis": world.founding,
    }
    with ThreadPoolExecutor(4) as pool:
        works = [
            pool.submit(
                in_thread, lambda: establish_organization.once("k")(demo_actor(), TODAY, **words)
            )
            for _ in range(8)
        ]
        results = [work.result() for work in works]
    assert len({result.answer for result in results}) == 1
    assert sum(not result.replayed for result in results) == 1
    assert OneTimeKey.objects.count() == 1


def test_two_moves_at_once_never_close_a_circle(committed):
    world = small_world()
    units = [
        establish_organization(
            demo_actor(),
            TODAY,
            name=f"Đảng bộ {name}",
            kind=OrganizationKind.UPPER_PARTY,
            level=Level.DISTRICT,
            parent=world.root,
            from_day=date(2020, 1, 1),
            basis=world.founding,
        ).answer
        for name in ("A", "B")
    ]
    with ThreadPoolExecutor(2) as pool:
        works = [
            pool.submit(
                in_thread,
                lambda pair=pair: move_organization(
                    demo_actor(),
                    TODAY,
                    organization=pair[0],
                    parent=pair[1],
                    from_day=date(2023, 1, 1),
                    basis=world.founding,
                ),
            )
            for pair in (units, units[::-1])
        ]
        results = [work.result() for work in works]
    assert sum(isinstance(result, Refused) for result in results) == 1


def test_an_ended_unit_takes_no_new_part(committed):
    world = small_world()
    cell = establish_organization(
        demo_actor(),
        TODAY,
        name="Chi bộ",
        kind=OrganizationKind.CELL,
        level=Level.BASE,
        parent=world.commune,
        from_day=date(2020, 1, 1),
        basis=world.founding,
    ).answer
    end_organization(
        demo_actor(), TODAY, organization=cell, from_day=date(2024, 1, 1), basis=world.founding
    )
    with pytest.raises(Refused, match="không tồn tại"):
        rename_organization(
            demo_actor(),
            TODAY,
            organization=cell,
            name="Khác",
            from_day=date(2024, 2, 1),
            basis=world.founding,
        )


@pytest.mark.soak
def test_eight_writers_with_rollbacks_leave_one_unbroken_chain(committed):
    founding = small_world().founding
    before = JournalEntry.objects.count()
    end = time.monotonic() + 60

    def write(number):
        chance, done = Random(number), 0
        while time.monotonic() < end:
            if chance.random() < 0.05:
                with suppress(ZeroDivisionError), transaction.atomic():
                    unit(f"Bỏ dở {chance.random()}", None, founding)
                    _ = 1 / 0
            else:
                unit(f"Đơn vị {number} {done}", None, founding)
                done += 1
        connection.close()
        return done

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(write, range(8)))
    lines = JournalEntry.objects.aggregate(count=Count("id"), last=Max("seq"))
    assert lines == {"count": before + done, "last": before + done}
    assert verify_journal().faults == []
