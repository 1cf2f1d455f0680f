"""Gỡ một văn bản — what it opened leaves, what it ended gets its former end back; few statements."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.acts.facts import (
    key_columns,
    left_without_ground,
    reasons_for,
    repealed_faults,
)
from thenchot.ground.basis.models import Fact, Instrument
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_LATER_FIRST = mark("Nguyên tắc sổ gốc: phải xử lý sự kiện phát sinh sau trước")
GOES_WITH: dict[type[Fact], Callable[[OpenAct, Any], None]] = {}


def goes_with(model: type[Fact], undo: Callable[[OpenAct, Any], None]) -> None:
    """Gỡ theo — what a fact did to other rows, and how it is undone when its paper is annulled."""
    GOES_WITH[model] = undo


@dataclass(frozen=True, slots=True)
class End:
    """Ngày kết thúc cũ — until when, by which paper, or by a term of the opening paper."""

    until: date | None = None
    ended_by: int | None = None
    fixed_term: bool = False


class Undoing:
    """Gỡ một văn bản — the facts of one kind that an annulled paper opened or ended."""

    def __init__(self, act: OpenAct, model: type[Fact], paper: Instrument) -> None:
        self.act, self.model, self.paper = act, model, paper
        opened = model.objects.filter(basis=paper).select_for_update(of=("self",))
        ended = model.objects.filter(ended_by=paper).exclude(basis=paper)
        self.opened: list[Fact] = list(opened.order_by("pk"))
        self.ended: list[Fact] = list(
            ended.select_related("basis").select_for_update(of=("self",)).order_by("pk")
        )
        self.begun = {(_key(fact), fact.effective.start): fact for fact in self.opened}
        self.ends = self._former_ends()

    def faults(self) -> list[Reason]:
        """Why it cannot be undone: later decisions stand on it, or a repealed paper would come back."""
        repealed = [reason for fact in self.ended for reason in repealed_faults(fact)]
        return [*self.later_endings(), *self.carried_on(), *repealed, *self._repealed_ends()]

    def _repealed_ends(self) -> list[Reason]:
        papers = Instrument.objects.filter(repealed_from__isnull=False).in_bulk(
            {end.ended_by for end in self.ends.values() if end.ended_by is not None}
        )
        text = mark("«{fact}» sẽ kết thúc theo {paper}, đã bị bãi bỏ từ {day:%d/%m/%Y}.")
        reasons = []
        for fact in self.ended:
            end = self.ends[fact.pk]
            paper = papers.get(end.ended_by) if end.ended_by is not None else None
            if paper and paper.repealed_from and end.until and paper.repealed_from <= end.until:
                values = {"fact": fact, "paper": paper, "day": paper.repealed_from}
                reasons.append(Reason(text, values))
        return reasons

    def later_endings(self) -> list[Reason]:
        """A later paper that ended what this one founded rests on it; a mere continuation does not."""
        continued = {
            (_key(fact), fact.effective.until)
            for fact in [*self.ended, *self.opened]
            if not self.model.TOLD_BY_EVENTS
        }
        text = mark("{later} đã chấm dứt «{fact}» do văn bản này mở ra.")
        return [
            Reason(text, {"later": fact.ended_by, "fact": fact})
            for fact in self.opened
            if fact.ended_by_id not in {None, self.paper.pk}
            and (_key(fact), fact.effective.start) not in continued
        ]

    def carried_on(self) -> list[Reason]:
        """A later state that still says what this paper changed, though nothing else said so."""
        before = {(_key(each), each.effective.until): each for each in [*self.ended, *self.opened]}
        last = {at: fact for at, fact in before.items() if fact.basis_id == self.paper.pk}
        text = mark(
            "«{fact}» {days}, theo {paper}, còn mang nội dung mà văn bản này đổi; hãy đính chính hoặc hủy bỏ trước."
        )
        reasons = []
        for later in self._next_states(last.values()):
            fact = former = last.get((_key(later), later.effective.start))
            while former is not None and former.basis_id == self.paper.pk:
                former = before.get((_key(former), former.effective.start))
            if fact and former and _changed(former, fact) - _changed(fact, later):
                values = {"fact": later, "days": later.effective, "paper": later.basis}
                reasons.append(Reason(text, values, _LATER_FIRST))
        return reasons

    def _next_states(self, opened: Iterable[Fact]) -> Iterable[Fact]:
        """States of the same things by other papers, from the days on which these were ended."""
        ended = [fact for fact in opened if fact.ended_by_id not in {None, self.paper.pk}]
        columns = key_columns(self.model)
        if not ended or not columns:
            return ()
        same = {f"{name}__in": {getattr(fact, name) for fact in ended} for name in columns}
        days = {fact.effective.until for fact in ended}
        later = self.model.objects.filter(effective__startswith__in=days, **same)
        found: Iterable[Fact] = later.exclude(basis=self.paper).select_related("basis")
        return found

    def remove(self) -> None:
        if undo := GOES_WITH.get(self.model):
            for fact in self.opened:
                undo(self.act, fact)
        self.model.objects.filter(pk__in=[fact.pk for fact in self.opened]).delete()

    def reopen(self) -> None:
        if not self.ended:
            return
        self.act.refuse_if(reasons_for(self._in_the_way()))
        keys = [fact.pk for fact in self.ended]
        ends = [self.ends[key] for key in keys]
        with connection.cursor() as cursor:
            cursor.execute(
                REOPEN.format(table=_quoted(self.model)),
                [
                    self.act.entry, keys, [end.until for end in ends],
                    [end.ended_by for end in ends], [end.fixed_term for end in ends],
                ],
            )  # fmt: skip

    def _former_ends(self) -> dict[int, End]:
        """The end each had before this paper: its successor's, if the paper opened one there.

        Else the end in history, of the state that held all its days before this paper ended it.
        """
        found, alone = {}, []
        for fact in self.ended:
            at = fact
            while successor := self._successor(at):
                at = successor
            if at is fact:
                alone.append(fact.pk)
            else:
                found[fact.pk] = End(at.effective.until, at.ended_by_id, at.fixed_term)
        return found | self._ends_in_history(alone)

    def _successor(self, fact: Fact) -> Fact | None:
        return self.begun.get((_key(fact), fact.effective.until))

    def _ends_in_history(self, keys: list[int]) -> dict[int, End]:
        if not keys:
            return {}
        with connection.cursor() as cursor:
            query = FORMER.format(
                table=_quoted(self.model),
                history=_quoted(self.model.History),
                same=_same(self.model, "h"),
            )
            cursor.execute(query, [keys, self.paper.pk])
            told = {key: End(until, by, term) for key, until, by, term in cursor.fetchall()}
        return {key: told.get(key, End()) for key in keys}  # else recorded as already ended

    def _in_the_way(self) -> list[Fact]:
        """Facts that hold on days an ended one would hold again."""
        if not key_columns(self.model):
            return []
        keys = [fact.pk for fact in self.ended]
        with connection.cursor() as cursor:
            cursor.execute(
                IN_THE_WAY.format(table=_quoted(self.model), same=_same(self.model, "o")),
                [keys, [self.ends[key].until for key in keys]],
            )
            others = [row[0] for row in cursor.fetchall()]
        found: list[Fact] = list(
            self.model.objects.filter(pk__in=others).select_related("basis").order_by("pk")
        )
        return found

    def left_without_ground(self) -> list[Fact]:
        return left_without_ground(self.model, [*self.opened, *self.ended])


# The days an ended fact holds again, from the end beside its key.
REOPEN = """
    UPDATE {table} t SET effective = daterange(lower(t.effective), e.until), ended_by_id = e.by,
        fixed_term = e.term, entry = %s
    FROM unnest(%s::bigint[], %s::date[], %s::bigint[], %s::boolean[]) e(id, until, by, term)
    WHERE t.id = e.id
"""
FORMER = """
    SELECT DISTINCT ON (t.id) t.id, upper(h.effective), h.ended_by_id, h.fixed_term
    FROM {table} t JOIN {history} h ON {same} AND h.effective @> t.effective
    JOIN basis_instrument b ON b.id = h.basis_id LEFT JOIN basis_instrument e ON e.id = h.ended_by_id
    WHERE t.id = ANY(%s) AND h.ended_by_id IS DISTINCT FROM %s
      AND b.annulled_by_id IS NULL AND e.annulled_by_id IS NULL
    ORDER BY t.id, h.history_id DESC
"""
IN_THE_WAY = """
    SELECT DISTINCT o.id FROM unnest(%s::bigint[], %s::date[]) e(id, until)
    JOIN {table} t ON t.id = e.id
    JOIN {table} o ON {same} AND o.id <> t.id
     AND o.effective && daterange(lower(t.effective), e.until)
"""


def _same(model: type[Fact], other: str) -> str:
    """The same thing: by the columns of its key, or the row itself where it has none."""
    columns = [connection.ops.quote_name(name) for name in _columns(model)] or ["id"]
    return " AND ".join(f"t.{name} = {other}.{name}" for name in columns)


def _columns(model: type[Fact]) -> list[str]:
    fields = {field.attname: field.column for field in model._meta.concrete_fields}
    return [str(fields[name]) for name in key_columns(model)]


def _quoted(model: type) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # type: ignore[attr-defined]


def _changed(one: Fact, other: Fact) -> set[str]:
    """Columns in which two states of a thing differ, days and papers aside."""
    of_row = {"id", "entry", "recorded_at", "effective", "basis_id", "ended_by_id", "fixed_term"}
    names = {field.attname for field in one._meta.concrete_fields} - of_row
    return {name for name in names if getattr(one, name) != getattr(other, name)}


def _key(fact: Fact) -> tuple[object, ...]:
    return tuple(getattr(fact, column) for column in key_columns(type(fact)))
