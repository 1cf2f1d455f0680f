"""Chuyển sự kiện sang hồ sơ khác — which rows name a person, and where two files collide."""

from collections.abc import Iterator
from typing import Any

from django.db.models import UniqueConstraint

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.models import Fact, Kept, TemporalKey, kept_models
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import Person, PersonSpell
from thenchot.people.identity.models import PersonDistinct, PersonMerge

STAY = {PersonMerge, PersonDistinct}  # they speak of files, not of the person
NOT_COMPARED = {"id", "entry", "recorded_at", "effective", "basis_id", "ended_by_id", "fixed_term"}


def tables_of_people() -> Iterator[tuple[Any, str]]:
    """Các bảng nói về người — each kept model that names a person, with the column."""
    for model in kept_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Person and model not in STAY:
                yield model, field.name


class Moving:
    """Chuyển hồ sơ — what moves as it is, what the kept file says already, and what contradicts it.

    Two statements a kind of row. The life of the file that goes never moves.
    """

    def __init__(self, act: OpenAct, kept: int, gone: int) -> None:
        self.act, self.kept = act, kept
        self.moved: dict[tuple[Any, str], list[int]] = {}
        self.said_already: list[Kept] = []
        self.contradicting: list[Any] = []
        for model, name in tables_of_people():
            rows = _naming(model, name, gone)
            theirs = _naming(model, name, kept) if rows and issubclass(model, Fact) else []
            for row in rows:
                self._place(model, name, row, theirs)

    def _place(self, model: type[Kept], name: str, row: Any, theirs: list[Any]) -> None:
        rival = next((each for each in theirs if _collide(each, row, name)), None)
        if model is PersonSpell or any(_says_as_much(each, row, name) for each in theirs):
            self.said_already.append(row)
        elif rival:
            self.contradicting.append(rival)
        else:
            self.moved.setdefault((model, name), []).append(row.pk)

    def faults(self) -> list[Reason]:
        """Trái nhau — each fact of the kept file that leaves no room for one of the other."""
        text = mark("Hai hồ sơ trái nhau: hồ sơ giữ lại đã ghi «{fact}» {days}, theo {paper}.")
        return [
            Reason(text, {"fact": fact, "days": fact.effective, "paper": fact.basis}, "", "gone")
            for fact in self.contradicting
        ]

    def carry_out(self) -> None:
        """Chuyển — rows are changed in place, so that their papers and days stay."""
        for row in self.said_already:
            row.delete()
        for (model, name), keys in self.moved.items():
            changed = {name: self.kept, "entry": self.act.entry}
            if model.objects.filter(pk__in=keys).update(**changed) != len(keys):
                self.act.refuse_unseen()


def _naming(model: Any, name: str, person: int) -> list[Any]:
    rows = model.objects.filter(**{name: person}).order_by("pk").select_for_update(of=("self",))
    return list(rows.select_related("basis") if issubclass(model, Fact) else rows)


def _collide(one: Any, other: Any, name: str) -> bool:
    """Both cannot stand in one file: a key of the table holds the person and is the same."""
    for each in one._meta.constraints:
        overlap = isinstance(each, TemporalKey) and one.effective.overlaps(other.effective)
        once = isinstance(each, UniqueConstraint) and not each.condition
        if (overlap or once) and name in each.fields and _same(one, other, {*each.fields} - {name}):
            return True
    return False


def _says_as_much(one: Any, other: Any, name: str) -> bool:
    """The same on all the days the other one says it."""
    fields = {field.attname for field in one._meta.concrete_fields if field.name != name}
    return one.effective.covers(other.effective) and _same(one, other, fields - NOT_COMPARED)


def _same(one: Any, other: Any, fields: set[str]) -> bool:
    return all(getattr(one, field) == getattr(other, field) for field in fields)
