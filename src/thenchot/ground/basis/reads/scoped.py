"""Phạm vi giao dịch — one actor and one day for everything a transaction reads or writes."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import date
from functools import cache
from typing import Any

from django.db import DatabaseError, connection, transaction

from thenchot.ground.basis.models.kept import kept_models
from thenchot.ground.plain.actor import Actor

_inside: ContextVar[bool] = ContextVar("inside_scope", default=False)
_counting: ContextVar[bool] = ContextVar("counting", default=False)


class OutsideScope(Exception):
    """Ngoài phạm vi — a protected table was asked without `scoped(actor, day)`."""


READING = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;"
SET = """
    SELECT set_config('thenchot.actor', %s, true), set_config('thenchot.day', %s, true),
           set_config('thenchot.right', %s, true), set_config('thenchot.counting', %s, true)
"""
HELD = """
    SELECT coalesce(current_setting('thenchot.' || name, true), '')
    FROM unnest(ARRAY['actor', 'day', 'right', 'counting']) WITH ORDINALITY held(name, n) ORDER BY n
"""


@contextmanager
def scoped(actor: Actor, day: date, *, reading: bool = False) -> Iterator[None]:
    """Trong phạm vi — one transaction in the name of `actor` on the office day `day`.

    `reading` asks for one unchanging, read-only view of all tables (REPEATABLE READ); inside
    another transaction it joins that one's view, and gives its actor and day back at the end.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            outer = None if outermost else _held(cursor)
            begin = READING + SET if reading and outermost else SET
            cursor.execute(begin, [actor.id, day.isoformat(), "", ""])
        before = _inside.set(True)
        try:
            yield
            if outer:
                with connection.cursor() as cursor:
                    cursor.execute(SET, outer)
        finally:
            _inside.reset(before)


def _held(cursor: Any) -> list[str]:
    cursor.execute(HELD)
    return [value for (value,) in cursor.fetchall()]


@contextmanager
def counting() -> Iterator[None]:
    """Đang đếm — records are counted by whoever may read the unit's figures, lists or no lists.

    Nothing but a number, or a mark of a record, may leave the block. Inside another it changes
    nothing.
    """
    if _counting.get():
        yield
        return
    before = _counting.set(True)
    _switch("on")
    try:
        yield
    finally:
        _counting.reset(before)
        with suppress(DatabaseError):  # after one the whole transaction answers nothing any more
            _switch("")


def _switch(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('thenchot.counting', %s, true)", [value])


def refuse_outside_scope(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Canh phạm vi — an execute wrapper for development and tests: no protected table unscoped."""
    if not _inside.get() and _protected_tables() & set(re.findall(r'"(\w+)"', str(sql))):
        raise OutsideScope(str(sql)[:200])
    return execute(sql, params, many, context)


@cache
def _protected_tables() -> frozenset[str]:
    live = {model._meta.db_table for model in kept_models()}
    return frozenset(live | {f"{table}_history" for table in live})
