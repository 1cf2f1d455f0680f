"""Lời hỏi danh sách — which people are asked for, and how an address says it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import Sayable, Sentence, Translate, as_written, mark
from thenchot.ground.register.words import Sex, Tier
from thenchot.people.dossiers.words import PartyState

MOST_YEARS = 150
BY_CELL = "chi-bo"
YEAR_BOXES = ("tuoi-tu", "tuoi-den", "tuoi-dang-tu", "tuoi-dang-den")
CHOICES: Mapping[str, type[Labelled]] = {"dien": Tier, "tinh-trang": PartyState, "gioi": Sex}
MISREAD_YEARS = mark(
    "«{typed}» không phải số tuổi. Gõ một số, ví dụ 45. Danh sách chưa lọc theo ô này."
)
MISREAD_CHOICE = mark("Không có lựa chọn «{typed}». Danh sách chưa lọc theo chữ này.")
W = TypeVar("W", bound=Labelled)


@dataclass(frozen=True, slots=True)
class Years:
    """Khoảng số năm — of age or party age, both ends included; None leaves an end open."""

    least: int | None = None
    most: int | None = None

    def __bool__(self) -> bool:
        return self.least is not None or self.most is not None

    def sentence(self, translate: Translate = as_written) -> str:
        """Khoảng — "từ 30 đến 45", or one end of it."""
        values = {"least": self.least, "most": self.most}
        if self.least is None:
            return translate(mark("đến {most}")).format(**values)
        if self.most is None:
            return translate(mark("từ {least}")).format(**values)
        return translate(mark("từ {least} đến {most}")).format(**values)

    def counted_from(self, on: date) -> tuple[date | None, date | None]:
        """Những ngày bắt đầu tính — after the first, up to the second, so many full years ago."""
        after = None if self.most is None else add_months(on, -12 * (self.most + 1))
        until = None if self.least is None else add_months(on, -12 * self.least)
        return after, until


@dataclass(frozen=True, slots=True)
class Asked:
    """Lời hỏi danh sách — every part narrows the list; an empty one asks for everybody.

    `unit` means that unit and all below it, by post, by place of work or by cell; `by_cell` by cell
    only; `in_post` whoever holds a post; `chosen` rows ticked by hand.
    """

    named: str = ""
    unit: int | None = None
    by_cell: bool = False
    tier: Tier | None = None
    state: PartyState | None = None
    sex: Sex | None = None
    ages: Years = Years()
    party_ages: Years = Years()
    in_post: bool = False
    chosen: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def asked_in(address: Mapping[str, str], chosen: Collection[str] = ()) -> Asked:
    """Lời hỏi trong địa chỉ — what cannot be read is passed over; `misread_in` tells of it."""
    word = address.get
    return Asked(
        named=word("ten", "").strip()[:100],
        unit=_number(word("don-vi", "")),
        by_cell=word("theo", "") == BY_CELL,
        tier=_listed(Tier, word("dien", "")),
        state=_listed(PartyState, word("tinh-trang", "")),
        sex=_listed(Sex, word("gioi", "")),
        ages=Years(_years(word("tuoi-tu", "")), _years(word("tuoi-den", ""))),
        party_ages=Years(_years(word("tuoi-dang-tu", "")), _years(word("tuoi-dang-den", ""))),
        in_post=bool(word("chuc-vu", "")),
        chosen=frozenset(number for each in chosen if (number := _number(each))),
    )


def misread_in(address: Mapping[str, str]) -> list[Reason]:
    """Chỗ đọc không được — each part of the address that narrows nothing, with what to type instead."""
    typed = {name: address.get(name, "").strip() for name in (*YEAR_BOXES, *CHOICES, "don-vi")}
    years = [name for name in YEAR_BOXES if typed[name] and _years(typed[name]) is None]
    others = [
        name for name in CHOICES if typed[name] and _listed(CHOICES[name], typed[name]) is None
    ]
    if typed["don-vi"] and _number(typed["don-vi"]) is None:
        others.append("don-vi")
    said = [(name, MISREAD_YEARS) for name in years] + [(name, MISREAD_CHOICE) for name in others]
    return [Reason(text, {"typed": typed[name][:40]}, field=name) for name, text in said]


def _listed(words: type[W], typed: str) -> W | None:
    return words.of(typed) if typed in set(words) else None


def _number(typed: str) -> int | None:
    readable = typed.isascii() and typed.isdigit() and len(typed) < 10
    return int(typed) if readable else None


def _years(typed: str) -> int | None:
    """At most so many; a person that old would be an error of the books."""
    number = _number(typed.strip())
    return None if number is None else min(number, MOST_YEARS)


def said_of(asked: Asked, unit: str) -> list[Sayable]:
    """Lời hỏi nói bằng chữ — each part as it heads a list; `unit` is the name of the unit asked for."""
    parts: list[tuple[object, str, dict[str, object]]] = [
        (asked.named, mark("tên có «{named}»"), {"named": asked.named}),
        (asked.unit, mark("từ {unit} xuống"), {"unit": unit or "–"}),
        (asked.by_cell, mark("theo nơi sinh hoạt đảng"), {}),
        (asked.tier, mark("diện {tier}"), {"tier": asked.tier}),
        (asked.state, "{state}", {"state": asked.state}),
        (asked.sex, "{sex}", {"sex": asked.sex}),
        (asked.ages, mark("tuổi {years}"), {"years": asked.ages}),
        (asked.party_ages, mark("tuổi đảng {years}"), {"years": asked.party_ages}),
        (asked.in_post, mark("đang giữ chức vụ"), {}),
        (asked.chosen, mark("{n} người được đánh dấu"), {"n": len(asked.chosen)}),
    ]
    return [Sentence(text, values) for given, text, values in parts if given]
