"""Khuôn của API — bounded numbers, days and text; the pieces every answer is made of."""

import re
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from django.conf import settings
from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from thenchot.ground.plain.text import mark

MOST, FURTHEST, LONGEST = 2**62, 100_000, 2000
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
T = TypeVar("T")
NO_NUL = r"^[^\u0000]*$"


def _iso_day(value: Any) -> date:
    """One way of writing a day: what a number or a moment would mean is not guessed."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        day = date.fromisoformat(value)
        if FIRST_DAY <= day <= LAST_DAY:
            return day
    raise PydanticCustomError("day", "not a day")


def _digits(value: Any) -> Any:
    """In an address a number is written in digits; 1.0 and +1 are other ways of writing it."""
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,20}", value, re.ASCII):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


Id = Annotated[int, Field(ge=1, le=MOST, strict=True)]
Number = Annotated[int, BeforeValidator(_digits)]
PathId = Annotated[Number, Field(ge=1, le=MOST)]
Count = Annotated[int, Field(ge=0, le=MOST, strict=True)]
Yes = Annotated[bool, Field(strict=True)]
Day = Annotated[date, BeforeValidator(_iso_day)]
Text = Annotated[str, Field(max_length=LONGEST, pattern=NO_NUL)]
Word = Annotated[str, Field(max_length=100, pattern=NO_NUL)]


class Asked(Schema):
    """Lời hỏi — `on`: the day looked at, the office day where it is not said."""

    on: Day | None = Field(None, description=mark("Ngày đang xem; không ghi là hôm nay"))

    @property
    def day(self) -> date:
        today: date = settings.OFFICE_DAY()
        return self.on or today


class Sheet(Asked):
    """Một tờ của danh sách — `limit` rows after the first `offset`."""

    limit: Number = Field(50, ge=1, le=200)
    offset: Number = Field(0, ge=0, le=FURTHEST)


class Out(Schema):
    """Trả lời — read off what a question gave."""

    model_config = ConfigDict(from_attributes=True)


class DaysOut(Out):
    """Hiệu lực — from a day up to, not including, `until`; null: still in force."""

    start: date
    until: date | None


class PaperOut(Out):
    """Căn cứ — the number of the paper and how it is printed."""

    id: int
    printed: str


class Listed(Out, Generic[T]):
    """Danh sách — one sheet of rows, and how many there are in all."""

    total: int
    items: list[T]
