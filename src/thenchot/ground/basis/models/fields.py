"""Kiểu cột — days a fact holds, and Vietnamese text in one spelling."""

from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from psycopg.types.range import Range

from thenchot.ground.plain.days import DayRange


class DayRangeField(DateRangeField):
    """Hiệu lực — a half-open range of days [from, until); `None` as end means still in force.

    Python sees `DayRange`. The table refuses an empty range and an unknown first day: the
    check belongs to the column, since a child's own `Meta` drops an abstract base's constraints.
    """

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        return f"NOT isempty({column}) AND NOT lower_inf({column})"

    def from_db_value(self, value: Any, *_: Any) -> DayRange | None:
        return None if value is None else DayRange(value.lower, value.upper)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, DayRange):
            return Range(value.start, value.until, "[)")
        return super().get_prep_value(value)

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, DayRange) else super().to_python(value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))


class OneDayField(DayRangeField):
    """Ngày của sự việc — exactly one day: something happened, it does not go on."""

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        return f"{super().db_check(connection)} AND upper({column}) = lower({column}) + 1"


class TermField(models.BooleanField):  # type: ignore[type-arg]
    """Có thời hạn — the opening paper itself set the end.

    The check behind it: a fact that ends has a paper which ended it, or a term of its own.
    """

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        return f"upper_inf(effective) OR {column} OR ended_by_id IS NOT NULL"


class VietnameseField(models.TextField):  # type: ignore[type-arg]
    """Chữ Việt — text stored in one spelling (NFC), without blanks at its ends."""

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        return f"{column} IS NFC NORMALIZED AND {column} = btrim({column})"
