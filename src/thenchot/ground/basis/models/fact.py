"""Sự kiện — a row that holds on days, because of a paper."""

from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from django.apps import apps
from django.db import models

from thenchot.ground.basis.models.fields import DayRangeField, OneDayField, TermField
from thenchot.ground.basis.models.instrument import Instrument
from thenchot.ground.basis.models.kept import Kept, no_privacy
from thenchot.ground.basis.models.seen import Seen, SeenQuerySet
from thenchot.ground.plain.reasons import Reason

F = TypeVar("F", bound="Fact")


class FactQuerySet(SeenQuerySet[F]):
    """Tập sự kiện — asked by the day."""

    def on(self, day: date) -> Self:
        """Vào ngày — the facts that hold on `day`."""
        return self.filter(effective__contains=day)


class Fact(Kept):
    """Sự kiện — holds on `effective` [from, until); `basis` opened it, `ended_by` ended it.

    `ended_by` is empty while the fact is open, or when the opening paper itself set the end
    (`fixed_term`). A live row is what we now hold true; former versions are in `History`.

    `TOLD_BY_EVENTS`: each beginning and end is told by an event of its own, so that repealing the
    opening paper does not end the fact, and annulling it is refused where later papers went on.
    `NOT_CORRECTED`: columns that must agree with those of another fact; the paper is annulled and
    recorded anew instead.
    """

    PRIVACY = no_privacy("effective", "basis", "ended_by", "fixed_term")
    SEEN: ClassVar[Seen]
    TOLD_BY_EVENTS = False
    NOT_CORRECTED: ClassVar[frozenset[str]] = frozenset()

    effective = DayRangeField()
    basis = models.ForeignKey(Instrument, models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+"
    )
    fixed_term = TermField(default=False)

    objects: Any = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    def faults(self, on: date) -> list[Reason]:
        """Lỗi của chính dòng này — by the rules of its columns, on the office day `on`."""
        return []

    def follow(self) -> None:
        """Cột đi theo — those computed of others, set anew before a corrected fact is written."""


class Event(Fact):
    """Sự việc — a fact of a single day, such as a ceremony or an award."""

    PRIVACY = no_privacy("effective")

    effective = OneDayField()

    class Meta:
        abstract = True


def fact_models() -> list[type[Fact]]:
    """Các loại sự kiện — every concrete kind of fact, in a stable order."""
    found = [model for model in apps.get_models() if issubclass(model, Fact)]
    return sorted(found, key=lambda model: model._meta.label)
