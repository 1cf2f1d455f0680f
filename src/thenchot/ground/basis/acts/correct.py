"""Đính chính — one fact set right, with a reason and a paper; the old version stays in history."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import left_without_ground, reasons_for
from thenchot.ground.basis.acts.touching import touches_fact
from thenchot.ground.basis.models import Fact, corrected_columns, fact_models
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
    model = _model(act, kind)
    seen = model.objects.visible_to(act.by)  # what may not be read is not set right either
    found = seen.select_for_update(of=("self",)).filter(pk=fact).first()
    if found is None:
        act.refuse(Reason(mark("Không có sự kiện này trong sổ."), field="fact"))
    act.refuse_if([*rules.reason_faults(reason), *_change_faults(model, found, changes)])
    act.rests_on(by_paper, field="by_paper")
    touches_fact(act, found)
    for name, value in changes.items():
        setattr(found, name, value)
    _check_values(act, found, changes)
    found.follow()
    found.entry = act.entry
    _check_columns(act, found)
    touches_fact(act, found)
    found.save()
    act.refuse_if(reasons_for(left_without_ground(model, [found])))
    act.reason = reason
    act.says(kind=model.__name__, fact=found)
    return int(found.pk)


def _model(act: OpenAct, kind: str) -> type[Fact]:
    found = next((model for model in fact_models() if model._meta.label == kind), None)
    if found is None:
        act.refuse(Reason(mark("Không có loại sự kiện «{kind}»."), {"kind": kind}, field="kind"))
    return found


def _change_faults(model: type[Fact], found: Fact, changes: Mapping[str, Any]) -> list[Reason]:
    faults = [
        Reason(mark("Không đính chính được mục «{name}»."), {"name": name}, field=name)
        for name in changes
        if name not in corrected_columns(model)
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


def _check_values(act: OpenAct, fact: Fact, changes: Mapping[str, Any]) -> None:
    """Each value is one its column takes: no empty one, no word off the list, no number too large."""
    unchanged = {field.name for field in fact._meta.fields} - changes.keys()
    try:
        fact.clean_fields(exclude=unchanged)
    except ValidationError as error:
        text = mark("Mục «{name}» không nhận giá trị này.")
        act.refuse(*(Reason(text, {"name": name}, field=name) for name in error.message_dict))


def _check_columns(act: OpenAct, fact: Fact) -> None:
    """The rules of the corrected fact and the table's own checks, before it is written."""
    act.refuse_if(fact.faults(act.day))
    try:
        fact.validate_constraints()
    except ValidationError:
        text = mark("Nội dung đính chính trùng ngày hoặc trái với sự kiện khác trong sổ.")
        act.refuse(Reason(text, {}, mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")))
