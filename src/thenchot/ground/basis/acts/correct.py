"""Đính chính — one fact set right, with a reason and a paper; the old version stays in history."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import left_without_ground, reasons_for
from thenchot.ground.basis.acts.touching import touches_fact
from thenchot.ground.basis.models import Fact, corrected_columns, fact_models
from thenchot.ground.basis.rules import CorrectionRow
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


@act(needs=Right.CORRECT_FACT, phrase=mark("Đính chính {kind}: {fact}"))
def correct_fact(
    act: OpenAct, *, kind: str, fact: int, changes: Mapping[str, Any], by_paper: Basis, reason: str
) -> int:
    """Đính chính — `kind` is a label such as "register.Posting"; `changes` maps columns to values.

    Papers and keys are not corrected: a wrong paper is annulled. Whether the fact is open
    does not change either; a day of its beginning or end does.
    """
    row = CorrectionRow(kind, fact, changes)
    found = _found(act, row)
    act.rests_on(by_paper, field="by_paper")
    act.refuse_if([*rules.reason_faults(reason), *_set_right(act, found, changes)])
    act.refuse_if(reasons_for(left_without_ground(type(found), [found])))
    act.reason = reason
    act.says(kind=type(found).__name__, fact=found)
    return int(found.pk)


@act(needs=Right.CORRECT_FACT, phrase=mark("Đính chính {n} sự kiện theo {paper}"))
def correct_facts(
    act: OpenAct, *, facts: Sequence[CorrectionRow], by_paper: Basis, reason: str
) -> int:
    """Đính chính nhiều sự kiện — under one paper and for one reason, each as `correct_fact`; all of
    them, or none. Every fact's reasons come at once, by the number of its row. Gives the paper."""
    if not facts:
        act.refuse(Reason(mark("Chưa có nội dung đính chính."), field="facts"))
    in_order = sorted(enumerate(facts, start=1), key=lambda each: (each[1].kind, each[1].fact))
    locked = {place: _found(act, row, place) for place, row in in_order}
    found = [locked[place] for place in sorted(locked)]
    paper = act.rests_on(by_paper, field="by_paper")
    faults = rules.reason_faults(reason)
    if len({(type(fact), fact.pk) for fact in found}) < len(found):
        faults.append(Reason(mark("Một sự kiện đứng hai lần trong danh sách."), field="facts"))
    rows = list(enumerate(zip(found, facts, strict=True), start=1))
    for place, (fact, row) in sorted(rows, key=lambda each: _grows(*each[1])):
        reasons = _set_right(act, fact, row.changes)
        faults += [replace(each, field=f"{place}.{each.field}") for each in reasons]
    act.refuse_if(faults)
    for model in dict.fromkeys(type(fact) for fact in found):
        touched = [fact for fact in found if type(fact) is model]
        act.refuse_if(reasons_for(left_without_ground(model, touched)))
    act.reason = reason
    act.says(n=len(found), paper=paper)
    return int(paper.pk)


def _found(act: OpenAct, row: CorrectionRow, place: int | None = None) -> Fact:
    """The fact, locked; what may not be read is not set right either."""
    seen = _model(act, row.kind).objects.visible_to(act.by)
    found = seen.select_for_update(of=("self",)).filter(pk=row.fact).first()
    if found is None:
        field = "fact" if place is None else f"{place}.fact"
        act.refuse(Reason(mark("Không có sự kiện này trong sổ."), field=field))
    return found


def _grows(found: Fact, row: CorrectionRow) -> bool:
    """Whether it takes days that another of the list may have to give up first."""
    new, old = row.changes.get("effective"), found.effective
    if not isinstance(new, DayRange):
        return False
    longer = old.until is not None and (new.until is None or new.until > old.until)
    return new.start < old.start or longer


def _set_right(act: OpenAct, found: Fact, changes: Mapping[str, Any]) -> list[Reason]:
    """Sửa — written where nothing is wrong with it; else why not."""
    faults = _change_faults(found, changes)
    if faults:
        return faults
    touches_fact(act, found)
    for name, value in changes.items():
        setattr(found, name, value)
    faults = _value_faults(found, changes)
    if faults:
        return faults
    found.follow()
    found.entry = act.entry
    faults = _column_faults(act, found)
    if not faults:
        touches_fact(act, found)
        found.save()
    return faults


def _model(act: OpenAct, kind: str) -> type[Fact]:
    found = next((model for model in fact_models() if model._meta.label == kind), None)
    if found is None:
        act.refuse(Reason(mark("Không có loại sự kiện «{kind}»."), {"kind": kind}, field="kind"))
    return found


def _change_faults(found: Fact, changes: Mapping[str, Any]) -> list[Reason]:
    faults = [
        Reason(mark("Không đính chính được mục «{name}»."), {"name": name}, field=name)
        for name in changes
        if name not in corrected_columns(type(found))
    ]
    effective = changes.get("effective")
    if isinstance(effective, DayRange) and (effective.until is None) != (
        found.effective.until is None
    ):
        text = mark("Đính chính không mở lại hay chấm dứt sự kiện; chỉ sửa ngày đã ghi.")
        faults.append(Reason(text, field="effective"))
    if not changes:
        faults.append(Reason(mark("Chưa có nội dung đính chính.")))
    return faults


def _value_faults(fact: Fact, changes: Mapping[str, Any]) -> list[Reason]:
    """Each value is one its column takes: no empty one, no word off the list, no number too large."""
    unchanged = {field.name for field in fact._meta.fields} - changes.keys()
    try:
        fact.clean_fields(exclude=unchanged)
    except ValidationError as error:
        text = mark("Mục «{name}» không nhận giá trị này.")
        return [Reason(text, {"name": name}, field=name) for name in error.message_dict]
    return []


def _column_faults(act: OpenAct, fact: Fact) -> list[Reason]:
    """The rules of the corrected fact and the table's own checks, before it is written."""
    faults = fact.faults(act.day)
    if faults:
        return list(faults)
    try:
        fact.validate_constraints()
    except ValidationError:
        text = mark("Nội dung đính chính trùng ngày hoặc trái với sự kiện khác trong sổ.")
        return [Reason(text, {}, mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái"))]
    return []
