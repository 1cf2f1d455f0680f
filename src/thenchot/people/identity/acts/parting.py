"""Tách hồ sơ đã gộp — every row the merge moved or took away is again as it was."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.acts.facts import reasons_for
from thenchot.ground.basis.acts.undoing import goes_with
from thenchot.ground.basis.models import Fact
from thenchot.ground.basis.words import Operation
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.identity.acts.moving import tables_of_people
from thenchot.people.identity.models import PersonMerge

_LATER_FIRST = mark("Nguyên tắc sổ gốc: phải xử lý sự kiện phát sinh sau trước")


def part(act: OpenAct, merge: PersonMerge) -> None:
    """Tách lại — refused, with all reasons, where a later act wrote on what was moved or taken away."""
    act.touches_office()
    tables = list(tables_of_people())
    facts = [(model, name) for model, name in tables if issubclass(model, Fact)]
    act.refuse_if([each for model, name in facts for each in _later(model, name, merge.entry)])
    for model, name in tables:
        changed = {name: merge.gone_id, "entry": act.entry}
        moved = _former(model, merge.entry, Operation.UPDATE).values("id")
        model.objects.filter(pk__in=moved).update(**changed)
        for former in _former(model, merge.entry, Operation.DELETE):
            values = {field: getattr(former, field) for field in _columns(model)}
            model(id=former.id, entry=act.entry, **values).save(force_insert=True)


goes_with(PersonMerge, part)


def _later(model: Any, name: str, entry: UUID) -> list[Reason]:
    """Facts that are no longer as the merge left them; papers of facts taken away that were undone since."""
    moved = {former.id: former for former in _former(model, entry, Operation.UPDATE)}
    columns = _columns(model) - {f"{name}_id"}
    written = [
        fact
        for fact in model.objects.filter(pk__in=moved).select_related("basis")
        if any(getattr(fact, each) != getattr(moved[fact.pk], each) for each in columns)
    ]
    taken = _former(model, entry, Operation.DELETE).select_related("basis")
    undone = {
        each.basis for each in taken if each.basis.annulled_by_id or each.basis.repealed_by_id
    }
    text = mark("{paper} đã bị hủy bỏ hoặc bãi bỏ sau khi gộp hồ sơ.")
    return [
        *reasons_for(written),
        *(Reason(text, {"paper": paper}, _LATER_FIRST) for paper in undone),
    ]


def _former(model: Any, entry: UUID, how: Operation) -> QuerySet[Any]:
    found: QuerySet[Any] = model.History.objects.filter(superseded_by=entry)
    return found.filter(superseded_how=how.value)


def _columns(model: Any) -> set[str]:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    return {field.attname for field in fields} - {"id", "entry", "recorded_at"}
