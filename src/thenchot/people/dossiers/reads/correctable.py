"""Đính chính được gì — the columns of one fact that a correction may set right, as they stand now."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from django.db import models

from thenchot.ground.basis.models import DayRangeField, corrected_columns, fact_models
from thenchot.ground.plain.actor import Actor
from thenchot.people.dossiers.reads.corrections import LABELS
from thenchot.people.dossiers.reads.gathered import UNITS
from thenchot.people.dossiers.reads.resting import OF_UNITS
from thenchot.people.dossiers.reads.telling import TELLING

Shape = Literal["text", "day", "number", "choice", "check", "days"]


@dataclass(frozen=True, slots=True)
class Correctable:
    """Cột đính chính được — its label and shape, the value now, the words it may take."""

    name: str
    label: str
    shape: Shape
    value: Any
    words: tuple[tuple[str, str], ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class CorrectableFact:
    """Sự kiện để đính chính — as it is said, its columns, the act that wrote it last, whom it is about."""

    said: str
    columns: list[Correctable]
    entry: str
    person: int | None
    units: frozenset[int]


def correctable(*, by: Actor, kind: str, fact: int) -> CorrectableFact | None:
    """Sự kiện này đính chính được gì — None where it is not there or out of sight, alike."""
    model: Any = next((each for each in _told() if each._meta.label == kind), None)
    if model is None:
        return None
    found = model.objects.visible_to(by).filter(pk=fact).first()
    if found is None:
        return None
    columns = [_column(field, getattr(found, field.name)) for field in _fields(model)]
    if not columns:
        return None
    units: set[Any] = {getattr(found, name, None) for name in UNITS}
    return CorrectableFact(
        str(found), columns, str(found.entry), getattr(found, "person_id", None),
        frozenset(units - {None}),
    )  # fmt: skip


def _told() -> list[Any]:
    """The kinds that pages tell, fact by fact."""
    return [model for model in fact_models() if model in TELLING or model in OF_UNITS]


@cache
def kinds_corrected() -> frozenset[str]:
    """Loại sự kiện đính chính được — those with a column of their own that may be set right."""
    return frozenset(model._meta.label for model in _told() if _fields(model))


def _fields(model: Any) -> list[Any]:
    fields = [model._meta.get_field(name) for name in corrected_columns(model)]
    return [field for field in fields if not field.remote_field]


def _column(field: Any, value: Any) -> Correctable:
    return Correctable(
        field.name, LABELS.get(field.name, field.name), _shape(field), value,
        tuple(field.flatchoices), optional=field.null,
    )  # fmt: skip


def _shape(field: Any) -> Shape:
    if isinstance(field, DayRangeField):
        return "days"
    if field.flatchoices:
        return "choice"
    if isinstance(field, models.BooleanField):
        return "check"
    if isinstance(field, models.DateField):
        return "day"
    return "number" if isinstance(field, models.IntegerField) else "text"
