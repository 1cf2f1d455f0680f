"""Ghi sự kiện — open, end and replace facts inside an act; what would lose its ground is found."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import connection

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.models import Fact, Instrument, TemporalReference, fact_models
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

F = TypeVar("F", bound=Fact)


def open_fact(
    act: OpenAct, model: type[F], effective: DayRange, basis: Instrument, **columns: Any
) -> F:
    """Mở sự kiện — a new fact from `effective.start`; a given end is the paper's own term."""
    made: F = model._default_manager.create(  # type: ignore[assignment]
        entry=act.entry,
        effective=effective,
        basis=basis,
        fixed_term=columns.pop("fixed_term", effective.until is not None),
        **columns,
    )
    return made


def end_fact(act: OpenAct, fact: Fact, day: date, ended_by: Instrument) -> None:
    """Chấm dứt sự kiện — `day` is the first day it no longer holds."""
    fact.effective = fact.effective.ends_at(day)
    fact.ended_by, fact.fixed_term, fact.entry = ended_by, False, act.entry
    fact.save()


def replace_fact(act: OpenAct, fact: F, day: date, paper: Instrument, **changed: Any) -> F:
    """Thay trạng thái — the fact ends on `day`; its successor takes over the rest of its days."""
    copied = {
        field.attname: getattr(fact, field.attname)
        for field in fact._meta.concrete_fields
        if field.name not in {"id", "entry", "recorded_at", "effective", "basis"}
    }
    rest = DayRange(day, fact.effective.until)
    end_fact(act, fact, day, paper)  # shrink before growing: the temporal key is not deferred
    return open_fact(act, type(fact), rest, paper, **(copied | changed))


def left_without_ground(model: type[Fact], keys: Mapping[str, Iterable[int]]) -> list[Fact]:
    """Mất chỗ dựa — live facts whose days are no longer covered by `model`, for these keys.

    `keys` maps a column of `model` to the values touched. Asked after writing, before the
    deferred references are checked. Runs one query per reference to `model`.
    """
    found: list[Fact] = []
    for referring, reference in _references_to(model):
        _, field = reference.target(referring)
        values = list(keys.get(field, ()))
        if values:
            found += _uncovered(referring, reference.fields[0], model, field, values)
    return found


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
