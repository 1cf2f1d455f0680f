"""Hủy bỏ, bãi bỏ — a paper undone from the beginning, or ended from a day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_fact,
    key_columns,
    left_without_ground,
    reasons_for,
    repealed_faults,
)
from thenchot.ground.basis.acts.touching import touches_paper
from thenchot.ground.basis.models import Fact, Instrument, fact_models
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

GOES_WITH: dict[type[Fact], Callable[[OpenAct, Any], None]] = {}


def goes_with(model: type[Fact], undo: Callable[[OpenAct, Any], None]) -> None:
    """Gỡ theo — what a fact did to other rows, and how it is undone when its paper is annulled."""
    GOES_WITH[model] = undo


@act(needs=Right.REVOKE_INSTRUMENT, phrase=mark("Ghi quyết định hủy bỏ {paper}"))
def annul_instrument(act: OpenAct, *, instrument: int, by_paper: Basis, reason: str) -> int:
    """Hủy bỏ — from the beginning: what the paper opened leaves the register, what it ended reopens."""
    act.refuse_if(rules.reason_faults(reason))
    paper = _revocable(act, instrument, by_paper)
    undone = [_Undoing(act, model, paper) for model in fact_models()]
    act.refuse_if([reason for each in undone for reason in each.faults()])
    for each in undone:
        each.remove()
    for each in undone:
        each.reopen()
    act.refuse_if(reasons_for(fact for each in undone for fact in each.left_without_ground()))
    paper.annulled_by, paper.entry = act.instrument, act.entry
    paper.save()
    act.reason = reason
    act.says(paper=paper)
    return paper.pk


@act(needs=Right.REVOKE_INSTRUMENT, phrase=mark("Ghi quyết định bãi bỏ {paper} từ {day:%d/%m/%Y}"))
def repeal_instrument(
    act: OpenAct, *, instrument: int, from_day: date, by_paper: Basis, reason: str
) -> int:
    """Bãi bỏ, thu hồi — its facts end from a day; a paper without effect by then is annulled."""
    act.refuse_if(rules.reason_faults(reason))
    paper = _revocable(act, instrument, by_paper)
    act.refuse_if(_overtaken(paper))
    assert act.instrument is not None
    orphans: list[Fact] = []
    for model in fact_models():
        live = list(model.objects.filter(basis=paper).select_for_update(of=("self",)))
        ended = model.objects.filter(ended_by=paper).exclude(basis=paper)
        act.refuse_if(
            [
                *_not_begun(live, ended, from_day),
                *_decided_after(live, from_day),
                *_ends_otherwise(model, live, from_day),
            ]
        )
        for fact in live:
            if fact.effective.until is None or fact.effective.until > from_day:
                end_fact(act, fact, from_day, act.instrument)
        orphans += left_without_ground(model, live)
    act.refuse_if(reasons_for(orphans))
    paper.repealed_by, paper.repealed_from, paper.entry = act.instrument, from_day, act.entry
    paper.save()
    act.reason = reason
    act.says(paper=paper, day=from_day)
    return paper.pk


class _Undoing:
    """Gỡ một văn bản — the facts of one kind that an annulled paper opened or ended."""

    def __init__(self, act: OpenAct, model: type[Fact], paper: Instrument) -> None:
        self.act, self.model, self.paper = act, model, paper
        opened = model.objects.filter(basis=paper).select_for_update(of=("self",))
        ended = model.objects.filter(ended_by=paper).exclude(basis=paper)
        self.opened: list[Fact] = list(opened.order_by("pk"))
        self.ended: list[Fact] = list(ended.select_for_update(of=("self",)).order_by("pk"))

    def faults(self) -> list[Reason]:
        """Why it cannot be undone: later decisions stand on it, or a repealed paper would come back."""
        repealed = [reason for fact in self.ended for reason in repealed_faults(fact)]
        ends = [reason for fact in self.ended for reason in self._repealed_end(fact)]
        return [*self.later_endings(), *repealed, *ends]

    def _repealed_end(self, fact: Fact) -> list[Reason]:
        until, ended_by, _ = self._former_end(fact)
        if until is None or ended_by is None:
            return []
        paper = Instrument.objects.filter(pk=ended_by, repealed_from__lte=until).first()
        if paper is None:
            return []
        text = mark("«{fact}» sẽ kết thúc theo {paper}, đã bị bãi bỏ từ {day:%d/%m/%Y}.")
        return [Reason(text, {"fact": fact, "paper": paper, "day": paper.repealed_from})]

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

    def remove(self) -> None:
        for fact in self.opened:
            if self.model in GOES_WITH:
                GOES_WITH[self.model](self.act, fact)
            self.model.objects.filter(pk=fact.pk).delete()

    def reopen(self) -> None:
        for fact in self.ended:
            until, ended_by, fixed_term = self._former_end(fact)
            wanted = DayRange(fact.effective.start, until)
            self.act.refuse_if(reasons_for(_overlapping(self.model, fact, wanted)))
            fact.effective, fact.ended_by_id, fact.fixed_term = wanted, ended_by, fixed_term
            fact.entry = self.act.entry
            fact.save()

    def _former_end(self, fact: Fact) -> tuple[date | None, int | None, bool]:
        """The end it had before this paper: its successor's, if the paper opened one there.

        Else the end in history, of the state that held all its days before this paper ended it.
        """
        at = fact
        while successor := self._successor(at):
            at = successor
        if at is not fact:
            return at.effective.until, at.ended_by_id, at.fixed_term
        same = {field: getattr(fact, field) for field in key_columns(self.model)}
        former = (
            self.model.History.objects.filter(**same, effective__contains=fact.effective)
            .exclude(ended_by=self.paper)
            .exclude(ended_by__annulled_by__isnull=False)
            .exclude(basis__annulled_by__isnull=False)
            .order_by("-history_id")
            .first()
        )
        if former is None:  # recorded as already ended by this paper
            return None, None, False
        return former.effective.until, former.ended_by_id, former.fixed_term

    def _successor(self, fact: Fact) -> Fact | None:
        return next(
            (
                other
                for other in self.opened
                if other.effective.start == fact.effective.until and _key(other) == _key(fact)
            ),
            None,
        )

    def left_without_ground(self) -> list[Fact]:
        return left_without_ground(self.model, [*self.opened, *self.ended])


def _revocable(act: OpenAct, instrument: int, by_paper: Basis) -> Instrument:
    paper = act.rests_on(instrument, field="instrument")
    revoking = act.rests_on(by_paper, field="by_paper")
    touches_paper(act, paper)
    if revoking.pk == paper.pk:
        act.refuse(
            Reason(mark("Một văn bản không thể tự hủy bỏ, bãi bỏ chính nó."), field="by_paper")
        )
    return paper


def _overtaken(paper: Instrument) -> list[Reason]:
    """A paper whose every effect later papers took over has nothing left to end."""
    of_paper = Q(basis=paper) | Q(ended_by=paper)
    models = fact_models()
    if any(model.objects.filter(of_paper).exists() for model in models):
        return []
    if not any(model.History.objects.filter(of_paper).exists() for model in models):
        return []
    text = mark("Các quyết định sau đã thay thế hết nội dung của {paper}; không còn gì để bãi bỏ.")
    return [Reason(text, {"paper": paper}, field="instrument")]


def _not_begun(opened: list[Fact], ended: Iterable[Fact], day: date) -> list[Reason]:
    text = mark("«{fact}» chưa thay đổi trước ngày {day:%d/%m/%Y}; hãy ghi quyết định hủy bỏ.")
    waiting = [fact for fact in opened if fact.effective.start >= day]
    waiting += [fact for fact in ended if fact.effective.until and fact.effective.until >= day]
    return [Reason(text, {"fact": fact, "day": day}, field="from_day") for fact in waiting]


def _ends_otherwise(model: type[Fact], facts: list[Fact], day: date) -> list[Reason]:
    if not model.TOLD_BY_EVENTS:
        return []
    text = mark("«{fact}» không kết thúc do bãi bỏ văn bản; hãy ghi quyết định về chính việc đó.")
    return [
        Reason(text, {"fact": fact}, field="instrument")
        for fact in facts
        if fact.effective.until is None or fact.effective.until > day
    ]


def _decided_after(facts: list[Fact], day: date) -> list[Reason]:
    text = mark("{later} đã định ngày kết thúc của «{fact}» sau ngày bãi bỏ.")
    return [
        Reason(text, {"later": fact.ended_by, "fact": fact})
        for fact in facts
        if fact.ended_by_id and fact.effective.until and fact.effective.until > day
    ]


def _key(fact: Fact) -> tuple[object, ...]:
    return tuple(getattr(fact, column) for column in key_columns(type(fact)))


def _overlapping(model: type[Fact], fact: Fact, wanted: DayRange) -> list[Fact]:
    columns = key_columns(model)
    if not columns:
        return []
    same = {column: getattr(fact, column) for column in columns}
    others = model.objects.filter(**same, effective__overlap=wanted).exclude(pk=fact.pk)
    return list(others.select_related("basis"))
