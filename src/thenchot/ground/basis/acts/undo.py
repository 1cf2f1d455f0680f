"""Hoàn tác — one's own act of a moment ago taken back by another act, which has its own line."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import ProtectedError, QuerySet
from django.utils import timezone

from thenchot.ground.basis.acts.act import ACTS, Act, Done, OpenAct
from thenchot.ground.basis.acts.facts import left_without_ground, reasons_for
from thenchot.ground.basis.models import Fact, Instrument, JournalEntry, fact_models
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import Operation
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Reason
from thenchot.ground.plain.text import mark

WITHIN = timedelta(minutes=1)  # the page offers it for ten seconds; a slow line may take longer
UNDONE = mark("Hoàn tác: {sentence}")


def undo(by: Actor, on: date, *, entry: UUID, key: str, of: Collection[str]) -> Done:
    """Hoàn tác — the act of this line, one of those named in `of`, with the right that act asked for.

    Refused where it is not one's own, too old, touched by a later act, or something rests on it.
    """
    with scoped(by, on, reading=True):
        line = JournalEntry.objects.filter(pk=entry, actor_id=by.id, seq__isnull=False).first()
    if line is None or line.act not in of:
        raise NotAllowed([Reason(mark("Chỉ hoàn tác được việc chính mình vừa ghi."))])
    once = Act(undo_act, ACTS[line.act].needs, UNDONE).once(key)
    return once(by, on, entry=entry)


def undo_act(act: OpenAct, *, entry: UUID) -> None:
    """Hoàn tác — what the act opened leaves the register, what it changed is as it was before."""
    line = JournalEntry.objects.get(pk=entry)
    if timezone.now() - line.opened_at > WITHIN:
        text = mark("Đã quá lúc hoàn tác; hãy ghi quyết định hủy bỏ hoặc đính chính.")
        act.refuse(Reason(text))
    act.touches(*(int(unit) for unit in (line.scope or "").split(",") if unit))
    touched = [_Touched(model, entry) for model in fact_models()]
    papers = _Touched(Instrument, entry)
    if any(each.gone for each in (*touched, papers)):
        act.refuse(Reason(mark("Việc này không hoàn tác được.")))
    if any(each.later() for each in (*touched, papers)):
        text = mark("Một việc khác đã ghi tiếp lên nội dung này; không hoàn tác được nữa.")
        act.refuse(Reason(text))
    if not any(each.made or each.changed for each in (*touched, papers)):
        act.refuse(Reason(mark("Việc này không hoàn tác được.")))
    try:
        for each in touched:
            each.remove()
        for each in touched:
            each.restore(act.entry)
        for each in touched:
            act.refuse_if(reasons_for(each.left_without_ground()))
        papers.remove()
    except ProtectedError:
        act.refuse(Reason(mark("Nội dung này đã là căn cứ của việc khác.")))
    papers.restore(act.entry)
    act.says(sentence=line.sentence)


class _Touched:
    """Dòng của một việc — of one table: those it made, and those it changed with how they were."""

    def __init__(self, model: Any, entry: UUID) -> None:
        self.model, self.entry = model, entry
        former: dict[int, Any] = {}
        self.gone = self._superseded().filter(superseded_how=Operation.DELETE.value).exists()
        for row in self._superseded().order_by("-history_id"):
            former[row.id] = row  # the earliest of several is how it was before
        live = list(model.objects.filter(entry=entry).select_for_update(of=("self",)))
        self.former = former
        self.made = [row for row in live if row.pk not in former]
        self.changed = [row for row in live if row.pk in former]

    def _superseded(self) -> QuerySet[Any]:
        found: QuerySet[Any] = self.model.History.objects.filter(superseded_by=self.entry)
        return found

    def later(self) -> bool:
        """Bị ghi tiếp — a row it made or changed is gone or was written by another act since."""
        changed = {row.pk for row in self.changed}
        if set(self.former) - changed:
            return True
        superseded = self.model.History.objects.filter(entry=self.entry)
        found: bool = superseded.exclude(superseded_by=self.entry).exists()
        return found

    def remove(self) -> None:
        for row in self.made:
            row.delete()

    def restore(self, entry: UUID) -> None:
        for row in self.changed:
            for name in self._columns():
                setattr(row, name, getattr(self.former[row.pk], name))
            row.entry = entry
            row.save()

    def _columns(self) -> Iterator[str]:
        for field in self.model._meta.concrete_fields:
            if field.name not in {"id", "entry", "recorded_at"} and not field.generated:
                yield field.attname

    def left_without_ground(self) -> list[Fact]:
        return left_without_ground(self.model, [*self.made, *self.changed])
