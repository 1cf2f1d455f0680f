"""Ghi sự kiện — open, end and replace facts inside an act; what would lose its ground is found."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import connection
from psycopg.types.range import Range

from thenchot.ground.basis.acts.act import Basis, OpenAct
from thenchot.ground.basis.models import (
    Event,
    Fact,
    Instrument,
    TemporalKey,
    TemporalReference,
    fact_models,
)
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

F = TypeVar("F", bound=Fact)
E = TypeVar("E", bound=Event)


def open_fact(
    act: OpenAct, model: type[F], effective: DayRange, basis: Instrument, **columns: Any
) -> F:
    """Mở sự kiện — a new fact from `effective.start`; a given end is the paper's own term."""
    return open_facts(act, [new_fact(model, effective, basis, **columns)])[0]


def new_fact(model: type[F], effective: DayRange, basis: Instrument, **columns: Any) -> F:
    """Sự kiện mới — not written yet; `open_facts` writes many at once."""
    fixed_term = columns.pop("fixed_term", effective.until is not None)
    return model(effective=effective, basis=basis, fixed_term=fixed_term, **columns)


def new_event(model: type[E], day: date, basis: Instrument, **columns: Any) -> E:
    """Sự việc mới — of one day, not written yet."""
    return new_fact(model, DayRange(day, day + timedelta(days=1)), basis, **columns)


def open_facts(act: OpenAct, facts: Sequence[F]) -> Sequence[F]:
    """Mở nhiều sự kiện — facts of one kind, written by one statement; they get their keys.

    The rows go over as one JSON value, which costs less than a parameter a cell.
    """
    if not facts:
        return facts
    model = type(facts[0])
    fields = [field for field in model._meta.concrete_fields if field.name not in _BY_DATABASE]
    quote = connection.ops.quote_name
    names = [quote(str(field.column)) for field in fields]
    columns = ", ".join(names)
    types = ", ".join(
        f"{name} {field.db_type(connection)}" for name, field in zip(names, fields, strict=True)
    )
    query = (
        f"INSERT INTO {quote(model._meta.db_table)} ({columns}) SELECT {columns}"  # noqa: S608
        f" FROM jsonb_to_recordset(%s::jsonb) AS row({types}) RETURNING id"
    )
    for fact in facts:
        fact.entry = act.entry
    rows = [
        {field.column: field.get_prep_value(getattr(fact, field.attname)) for field in fields}
        for fact in facts
    ]
    with connection.cursor() as cursor:
        cursor.execute(query, [json.dumps(rows, default=_as_text, ensure_ascii=False)])
        for fact, (key,) in zip(facts, cursor.fetchall(), strict=True):
            fact.pk = key
            fact._state.adding = False
    return facts


def _as_text(value: Any) -> str:
    """How the database reads days, ranges of days and keys."""
    if isinstance(value, Range):
        return f"[{value.lower},{value.upper or ''})"
    return str(value)


_BY_DATABASE = frozenset({"id", "recorded_at"})


def end_fact(act: OpenAct, fact: Fact, day: date, ended_by: Instrument) -> None:
    """Chấm dứt sự kiện — `day` is the first day it no longer holds."""
    end_facts(act, [(fact, day)], ended_by)


def end_facts(act: OpenAct, ends: Sequence[tuple[Fact, date]], ended_by: Instrument) -> None:
    """Chấm dứt nhiều sự kiện — of one kind, each on its own day, by one statement."""
    for fact, day in ends:
        fact.effective = fact.effective.ends_at(day)
        fact.ended_by, fact.fixed_term, fact.entry = ended_by, False, act.entry
    if not ends:
        return
    table = connection.ops.quote_name(type(ends[0][0])._meta.db_table)
    query = (
        f"UPDATE {table} t SET effective = daterange(lower(t.effective), e.day),"  # noqa: S608
        " ended_by_id = %s, fixed_term = false, entry = %s"
        " FROM unnest(%s::bigint[], %s::date[]) e(id, day) WHERE t.id = e.id"
    )
    keys, days = [fact.pk for fact, _ in ends], [day for _, day in ends]
    with connection.cursor() as cursor:
        cursor.execute(query, [ended_by.pk, act.entry, keys, days])


def replace_fact(act: OpenAct, fact: F, day: date, paper: Instrument, **changed: Any) -> F:
    """Thay trạng thái — the fact ends on `day`; its successor takes over the rest of its days."""
    return replace_facts(act, [(fact, day, changed)], paper)[0]


def replace_facts(
    act: OpenAct, replaced: Sequence[tuple[F, date, dict[str, Any]]], paper: Instrument
) -> Sequence[F]:
    """Thay nhiều trạng thái — of one kind; each gives way on its day to a changed copy of itself."""
    successors = [changed_copy(fact, day, paper, changed) for fact, day, changed in replaced]
    # shrink before growing: the temporal key is not deferred
    end_facts(act, [(fact, day) for fact, day, _ in replaced], paper)
    return open_facts(act, successors)


def changed_copy(fact: F, day: date, paper: Instrument, changed: Mapping[str, Any]) -> F:
    """Trạng thái kế tiếp — for the rest of the fact's days from `day` on; not written yet."""
    rest = DayRange(day, fact.effective.until)
    return new_fact(type(fact), rest, paper, **(_copied(fact) | dict(changed)))


def _copied(fact: Fact) -> dict[str, Any]:
    return {
        field.attname: getattr(fact, field.attname)
        for field in fact._meta.concrete_fields
        if field.name not in {"id", "entry", "recorded_at", "effective", "basis"}
    }


def set_state(
    act: OpenAct,
    model: type[F],
    key: Mapping[str, Any],
    from_day: date,
    basis: Basis,
    *,
    faults: Sequence[Reason] = (),
    **values: Any,
) -> F:
    """Đặt trạng thái — `values` hold for `key` from a day on, in place of what stood there.

    Refused with `faults` and its own reasons: a state that begins on that very day, or states
    that begin later only (they are recorded in the order of their days), or settled ones.
    """
    of_key = model.objects.filter(**key).select_related("basis")
    standing: F | None = of_key.on(from_day).first()  # type: ignore[assignment]
    later = standing is None and of_key.filter(effective__startswith__gt=from_day).exists()
    act.refuse_if([*faults, *state_faults(standing, from_day, later=later)])
    paper = act.rests_on(basis)
    if standing:
        return replace_fact(act, standing, from_day, paper, **values)
    return open_fact(act, model, DayRange(from_day), paper, **key, **values)


def state_faults(standing: Fact | None, from_day: date, *, later: bool) -> list[Reason]:
    """Chưa đặt được trạng thái — what stands on the day is settled or begins that very day.

    `later`: nothing stands on the day, but something does from a later one.
    """
    reasons = repealed_faults(standing)
    if standing and standing.effective.start == from_day:
        text = mark("Đã có trạng thái từ chính ngày {day:%d/%m/%Y}, theo {paper}.")
        values = {"day": from_day, "paper": standing.basis}
        reasons.append(Reason(text, values, _ONE_STATE, "from_day"))
    if later:
        text = mark("Đã có trạng thái từ một ngày sau đó; hãy ghi theo thứ tự ngày.")
        reasons.append(Reason(text, {}, _ONE_STATE, "from_day"))
    return reasons


_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")


def key_columns(model: type[Fact]) -> tuple[str, ...]:
    """Khóa của loại sự kiện — the columns of its temporal key; none where it has no key."""
    keys = [each for each in model._meta.constraints if isinstance(each, TemporalKey)]
    return tuple(_column(model, name) for name in keys[0].fields) if keys else ()


def left_without_ground(model: type[Fact], touched: Sequence[Fact]) -> list[Fact]:
    """Mất chỗ dựa — live facts whose days `model` no longer covers, where `touched` changed it.

    Asked after writing, before the deferred references are checked. Runs one query per
    reference to `model`.
    """
    found: list[Fact] = []
    for referring, reference in _references_to(model):
        _, field = reference.target(referring)
        column = _column(model, field)
        values = list({getattr(fact, column) for fact in touched})
        if values:
            found += _uncovered(referring, reference.fields[0], model, field, values)
    return found


def _column(model: type[Fact], field: str) -> str:
    return model._meta.get_field(field).attname  # type: ignore[union-attr]


def _references_to(model: type[Fact]) -> list[tuple[type[Fact], TemporalReference]]:
    return [
        (referring, constraint)
        for referring in fact_models()
        for constraint in referring._meta.constraints
        if isinstance(constraint, TemporalReference) and constraint.target(referring)[0] is model
    ]


def _uncovered(
    referring: type[Fact], field: str, target: type[Fact], target_field: str, values: list[int]
) -> list[Fact]:
    quote = connection.ops.quote_name
    column = quote(referring._meta.get_field(field).column)  # type: ignore[union-attr, arg-type]
    target_column = quote(target._meta.get_field(target_field).column)  # type: ignore[union-attr, arg-type]
    query = (
        f"SELECT r.id FROM {quote(referring._meta.db_table)} r"  # noqa: S608 — names of our own models
        f" WHERE r.{column} = ANY(%s) AND NOT r.effective <@ coalesce("
        f"(SELECT range_agg(t.effective) FROM {quote(target._meta.db_table)} t"
        f" WHERE t.{target_column} = r.{column}), '{{}}'::datemultirange)"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [values])
        ids = [row[0] for row in cursor.fetchall()]
    return list(referring.objects.filter(pk__in=ids).select_related("basis").order_by("pk"))


def repealed_faults(fact: Fact | None) -> list[Reason]:
    """Đã bãi bỏ — the days a repealed paper carried are settled; nothing back-dated enters them."""
    if fact is None or fact.basis.repealed_from is None:
        return []
    text = mark("«{fact}» dựa vào {paper}, đã bị bãi bỏ từ {day:%d/%m/%Y}; hãy ghi quyết định mới.")
    values = {"fact": fact, "paper": fact.basis, "day": fact.basis.repealed_from}
    return [Reason(text, values, mark("Nguyên tắc sổ gốc: phần đã bãi bỏ không thay đổi nữa"))]


def reasons_for(facts: Iterable[Fact]) -> list[Reason]:
    """Lý do — one sentence per later fact that stands on what would be taken away."""
    text = mark("Còn sự kiện dựa vào: «{fact}» {days}, theo {paper}.")
    clause = mark("Nguyên tắc sổ gốc: phải xử lý sự kiện phát sinh sau trước")
    return [
        Reason(text, {"fact": fact, "days": fact.effective, "paper": fact.basis}, clause)
        for fact in facts
    ]
