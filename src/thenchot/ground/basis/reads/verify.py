"""Kiểm tra nhật ký — walk the chain; compare every live and former row with the last change noted.

The statements stand here, outside the database, so that functions altered inside it do not
vouch for themselves. They repeat the text hashed by `migrations/sql/journal.sql`.

A former row or a line emptied by a removal is held against the digest that act noted of it (operation E): the chain
still binds its former hash, what it said is gone. Such notes are trusted of the two removals alone, and only where the
phrase that stands for what is gone is there.
"""

import time
from dataclasses import dataclass, field

from django.db import connection, transaction

from thenchot.ground.basis.models import kept_models
from thenchot.ground.basis.words import REMOVED
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

CHAIN = """
    WITH lines AS (
        SELECT * FROM basis_journalentry WHERE seq >= %(first)s - 1
    ), changed AS (
        SELECT entry, sha256(string_agg(
            convert_to(format('%%s|%%s|%%s|%%s;', table_name, key, operation, encode(digest, 'hex')), 'UTF8'),
            ''::bytea ORDER BY id)) AS digest
        FROM basis_journalchange WHERE entry IN (SELECT id FROM lines) GROUP BY entry
    ), emptied AS (
        SELECT DISTINCT ON (key) key, digest FROM basis_journalchange
        WHERE table_name = 'basis_journalentry' AND operation = 'E' AND key >= %(first)s - 1
        ORDER BY key, id DESC
    ), walked AS (
        SELECT j.seq, j.hash, j.prev, j.digest, e.digest AS emptied,
            coalesce(c.digest, sha256(''::bytea)) AS digest_now,
            lag(j.seq, 1, 0::bigint) OVER w AS seq_before,
            lag(j.hash, 1, sha256('Then Chốt'::bytea)) OVER w AS prev_now,
            sha256(convert_to(jsonb_build_array(
                j.seq, j.id, j.act, j.actor_id, j.actor_name, j.opened_at, j.scope, j.instrument,
                j.sentence, j.reason, encode(j.digest, 'hex'), encode(j.prev, 'hex'))::text, 'UTF8'))
                AS hash_now
        FROM lines j LEFT JOIN changed c ON c.entry = j.id LEFT JOIN emptied e ON e.key = j.seq
        WINDOW w AS (ORDER BY j.seq)
    )
    SELECT seq FROM walked
    WHERE seq >= %(first)s
      AND (seq <> seq_before + 1 OR prev <> prev_now OR digest <> digest_now
        OR coalesce(emptied, hash) <> hash_now)
    ORDER BY seq LIMIT 1
"""
STRAYS = """
    SELECT count(*) FROM basis_journalchange c
    WHERE NOT EXISTS (SELECT FROM basis_journalentry j WHERE j.id = c.entry AND j.seq IS NOT NULL)
"""
HEAD = """
    SELECT h.seq = coalesce(j.seq, 0) AND h.hash = coalesce(j.hash, sha256('Then Chốt'::bytea)),
        coalesce(j.seq, 0), h.hash
    FROM basis_chainhead h LEFT JOIN LATERAL (
        SELECT seq, hash FROM basis_journalentry WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1
    ) j ON true
"""
REMOVALS = ["remove_paper", "remove_draft"]
EMPTIED = """
    SELECT count(DISTINCT (c.table_name, c.key)), array_agg(DISTINCT j.seq) FILTER (WHERE j.act = ANY (%(removals)s)),
        array_agg(DISTINCT j.seq) FILTER (WHERE j.act <> ALL (%(removals)s))
    FROM basis_journalchange c JOIN basis_journalentry j ON j.id = c.entry WHERE c.operation = 'E'
"""
UNSAID = """
    SELECT j.seq FROM basis_journalentry j
    WHERE position(%(phrase)s in j.sentence || j.reason) = 0 AND EXISTS (
        SELECT FROM basis_journalchange c
        WHERE c.table_name = 'basis_journalentry' AND c.operation = 'E' AND c.key = j.seq)
    ORDER BY j.seq
"""
ROWS = """
    WITH emptied AS (
        SELECT DISTINCT ON (key) key AS place, digest FROM basis_journalchange
        WHERE table_name = %(name)s || '_history' AND operation = 'E' ORDER BY key, id DESC
    ), noted AS (
        SELECT key, digest, row_number() OVER (PARTITION BY key ORDER BY id) AS version,
            last_value(operation) OVER (PARTITION BY key ORDER BY id
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) <> 'D' AS alive, operation
        FROM basis_journalchange WHERE table_name = %(name)s
    ), versions AS (
        SELECT key, digest, alive, row_number() OVER (PARTITION BY key ORDER BY version) AS version,
            count(*) OVER (PARTITION BY key) AS versions
        FROM noted WHERE operation <> 'D'
    ), held AS (
        SELECT key, live, place, kept, row_number() OVER (PARTITION BY key ORDER BY live, place) AS version
        FROM (
            SELECT id AS key, false AS live, history_id AS place,
                to_jsonb(h) - '{{history_id,superseded_by,superseded_how}}'::text[] AS kept FROM {history} h
            UNION ALL
            SELECT id, true, 0, to_jsonb(t) FROM {table} t
        ) every
    )
    SELECT coalesce(v.key, h.key), bool_or(coalesce(h.live, v.alive AND v.version = v.versions))
    FROM versions v FULL JOIN held h ON h.key = v.key AND h.version = v.version
    LEFT JOIN emptied e ON e.place = h.place AND NOT h.live
    WHERE v.key IS NULL OR h.key IS NULL
       OR h.live <> (v.alive AND v.version = v.versions)
       OR sha256(convert_to(jsonb_strip_nulls(h.kept)::text, 'UTF8')) <> coalesce(e.digest, v.digest)
       OR (e.place IS NOT NULL AND position(%(phrase)s in h.kept::text) = 0)
    GROUP BY 1 ORDER BY 1 LIMIT 1
"""


@dataclass(slots=True)
class Verification:
    """Kết quả kiểm tra — of the lines from `first` to the last, whose number is `lines`.

    `checkpoint` is the last line's number and hash, to be printed and kept; `emptied`: former rows and
    lines whose words a removal took away, `removals` the numbers of the lines that did it.
    """

    lines: int = 0
    first: int = 1
    rows: int = 0
    emptied: int = 0
    removals: list[int] = field(default_factory=list)
    chain_seconds: float = 0.0
    row_seconds: float = 0.0
    checkpoint: str = ""
    faults: list[Reason] = field(default_factory=list)


def verify_journal(checkpoint: str = "") -> Verification:
    """Kiểm tra nhật ký — the chain, then the rows of every protected table.

    `checkpoint` ("123:ab…") is a line printed earlier: a journal cut or rewritten since then
    no longer holds it.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        found = verify_chain(checkpoint)
        started = time.perf_counter()
        for model in kept_models():
            _verify_rows(cursor, found, model._meta.db_table)
        _verify_emptied(cursor, found)
        found.row_seconds = time.perf_counter() - started
    return found


def verify_chain(checkpoint: str = "", last: int | None = None) -> Verification:
    """Kiểm tra chuỗi — the lines alone, or the `last` of them, each chained to the one before it.

    The last ones take a bounded time, so whoever may read the whole journal asks it from a page.
    """
    found = Verification()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'")
        started = time.perf_counter()
        _verify_chain(cursor, found, checkpoint, last)
        found.chain_seconds = time.perf_counter() - started
    return found


def _verify_chain(  # type: ignore[no-untyped-def]
    cursor, found: Verification, checkpoint: str, last: int | None
) -> None:
    cursor.execute(HEAD)
    whole, found.lines, end = cursor.fetchone()
    found.checkpoint = f"{found.lines}:{bytes(end).hex()}"
    found.first = max(1, found.lines - last + 1) if last else 1
    cursor.execute(CHAIN, {"first": found.first})
    for (seq,) in cursor.fetchall():
        found.faults.append(Reason(mark("Chuỗi nhật ký đứt tại dòng {seq}."), {"seq": seq}))
    if last is None:
        _verify_strays(cursor, found)
    if not whole:
        found.faults.append(Reason(mark("Đầu chuỗi không khớp với dòng nhật ký cuối cùng.")))
    if checkpoint and not _holds(cursor, checkpoint):
        text = mark("Nhật ký không còn chứa điểm mốc {mark}.")
        found.faults.append(Reason(text, {"mark": checkpoint}))


def _verify_strays(cursor, found: Verification) -> None:  # type: ignore[no-untyped-def]
    cursor.execute(STRAYS)
    if strays := cursor.fetchone()[0]:
        text = mark("Có {n} thay đổi không thuộc dòng nhật ký nào.")
        found.faults.append(Reason(text, {"n": strays}))


def _verify_emptied(cursor, found: Verification) -> None:  # type: ignore[no-untyped-def]
    cursor.execute(EMPTIED, {"removals": REMOVALS})
    found.emptied, removals, others = cursor.fetchone()
    found.removals = removals or []
    for seq in others or []:
        text = mark("Dòng nhật ký {seq} làm trống dòng cũ mà không phải là gỡ khẩn cấp.")
        found.faults.append(Reason(text, {"seq": seq}))
    cursor.execute(UNSAID, {"phrase": REMOVED})
    for (seq,) in cursor.fetchall():
        text = mark("Dòng nhật ký {seq} ghi là đã làm trống mà không có chữ «đã gỡ khẩn cấp».")
        found.faults.append(Reason(text, {"seq": seq}))


def _holds(cursor, checkpoint: str) -> bool:  # type: ignore[no-untyped-def]
    seq, _, digest = checkpoint.partition(":")
    cursor.execute(
        "SELECT FROM basis_journalentry WHERE seq::text = %s AND encode(hash, 'hex') = %s",
        [seq, digest],
    )
    return cursor.fetchone() is not None


def _verify_rows(cursor, found: Verification, table: str) -> None:  # type: ignore[no-untyped-def]
    quote = connection.ops.quote_name
    query = ROWS.format(table=quote(table), history=quote(f"{table}_history"))
    cursor.execute(query, {"name": table, "phrase": REMOVED})
    for key, live in cursor.fetchall():
        place = table if live else f"{table}_history"
        text = mark("Bảng {table}, dòng {key}: khác với lần ghi cuối trong nhật ký.")
        found.faults.append(Reason(text, {"table": place, "key": key}))
    cursor.execute(f"SELECT count(*) FROM {quote(table)}")  # noqa: S608 — name of our own model
    found.rows += cursor.fetchone()[0]
