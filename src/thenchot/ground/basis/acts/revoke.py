"""Hủy bỏ, bãi bỏ — a paper undone from the beginning, or ended from a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    end_facts,
    left_without_ground,
    reasons_for,
)
from thenchot.ground.basis.acts.touching import touches_paper
from thenchot.ground.basis.acts.undoing import Undoing
from thenchot.ground.basis.models import Fact, Instrument, fact_models
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@act(needs=Right.REVOKE_INSTRUMENT, phrase=mark("Ghi quyết định hủy bỏ {paper}"))
def annul_instrument(act: OpenAct, *, instrument: int, by_paper: Basis, reason: str) -> int:
    """Hủy bỏ — from the beginning: what the paper opened leaves the register, what it ended reopens."""
    act.refuse_if(rules.reason_faults(reason))
    paper, kinds = _revocable(act, instrument, by_paper)
    undone = [Undoing(act, model, paper) for model in kinds]
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
    paper, kinds = _revocable(act, instrument, by_paper)
    if not kinds:
        act.refuse_if(_overtaken(paper))
    assert act.instrument is not None
    opened = {
        model: list(model.objects.filter(basis=paper).select_for_update(of=("self",)))
        for model in kinds
    }
    act.refuse_if(
        [fault for model in opened for fault in _not_ending(model, paper, opened[model], from_day)]
    )
    for facts in opened.values():
        end_facts(
            act, [(fact, from_day) for fact in facts if _lasts(fact, from_day)], act.instrument
        )
    act.refuse_if(
        reasons_for(fact for model in opened for fact in left_without_ground(model, opened[model]))
    )
    paper.repealed_by, paper.repealed_from, paper.entry = act.instrument, from_day, act.entry
    paper.save()
    act.reason = reason
    act.says(paper=paper, day=from_day)
    return paper.pk


def _revocable(
    act: OpenAct, instrument: int, by_paper: Basis
) -> tuple[Instrument, list[type[Fact]]]:
    """The paper to undo, and the kinds of facts it opened or ended."""
    paper = act.rests_on(instrument, field="instrument")
    revoking = act.rests_on(by_paper, field="by_paper")
    kinds = touches_paper(act, paper)
    if revoking.pk == paper.pk:
        act.refuse(
            Reason(mark("Một văn bản không thể tự hủy bỏ, bãi bỏ chính nó."), field="by_paper")
        )
    return paper, kinds


def _overtaken(paper: Instrument) -> list[Reason]:
    """A paper whose every effect later papers took over has nothing left to end."""
    of_paper = Q(basis=paper) | Q(ended_by=paper)
    if not any(model.History.objects.filter(of_paper).exists() for model in fact_models()):
        return []
    text = mark("Các quyết định sau đã thay thế hết nội dung của {paper}; không còn gì để bãi bỏ.")
    return [Reason(text, {"paper": paper}, field="instrument")]


def _not_ending(
    model: type[Fact], paper: Instrument, opened: list[Fact], day: date
) -> list[Reason]:
    """Why what the paper opened does not end on the day."""
    ended = model.objects.filter(ended_by=paper).exclude(basis=paper)
    return [
        *_not_begun(opened, ended, day),
        *_decided_after(opened, day),
        *_ends_otherwise(model, opened, day),
    ]


def _lasts(fact: Fact, day: date) -> bool:
    return fact.effective.until is None or fact.effective.until > day


def _not_begun(opened: list[Fact], ended: Iterable[Fact], day: date) -> list[Reason]:
    text = mark("«{fact}» chưa thay đổi trước ngày {day:%d/%m/%Y}; hãy ghi quyết định hủy bỏ.")
    waiting = [fact for fact in opened if fact.effective.start >= day]
    waiting += [fact for fact in ended if fact.effective.until and fact.effective.until >= day]
    return [Reason(text, {"fact": fact, "day": day}, field="from_day") for fact in waiting]


def _ends_otherwise(model: type[Fact], facts: list[Fact], day: date) -> list[Reason]:
    if not model.TOLD_BY_EVENTS:
        return []
    text = mark("«{fact}» không kết thúc do bãi bỏ văn bản; hãy ghi quyết định về chính việc đó.")
    return [Reason(text, {"fact": fact}, field="instrument") for fact in facts if _lasts(fact, day)]


def _decided_after(facts: list[Fact], day: date) -> list[Reason]:
    text = mark("{later} đã định ngày kết thúc của «{fact}» sau ngày bãi bỏ.")
    return [
        Reason(text, {"later": fact.ended_by, "fact": fact})
        for fact in facts
        if fact.ended_by_id and fact.effective.until and fact.effective.until > day
    ]
