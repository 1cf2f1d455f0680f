"""Đếm và mở — one declaration rendered as a count per unit, and as the list of its records.

Both come from the same statement: its tables, its days, its tree. Stocks are looked at on the last
day of a period, flows over its days, each record in the tree as it was on the record's own day.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from thenchot.figures.indicators.models import READINGS, Reading
from thenchot.figures.indicators.rules import Histogram, Indicator
from thenchot.figures.indicators.rules.indicator import COLUMNS
from thenchot.figures.indicators.words import Held, Right, Source
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.scoped import counting
from thenchot.ground.basis.reads.sensitive import opened_whole
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.words import Right as RegisterRight

TREE_OF_THE_DAY = (
    "JOIN register_closure line ON line.descendant_id = {unit} AND line.effective @> {day}"
)
Asked = tuple[str, int, DayRange]
Wanted = tuple[Indicator, int]  # for which unit


@dataclass(frozen=True, slots=True)
class Counted:
    """Số đã đếm — None: nothing handed in; `at_least`: handed in as "more than"."""

    value: int | None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Hồ sơ sau con số — who or what, where, since when, because of which paper.

    `said` is the word of the column the indicator is broken down by; `number` what is summed.
    `person_id` and `basis_id` are None where the reader has no such page.
    """

    key: int
    subject: str
    person_id: int | None
    unit_id: int
    unit: str
    said: Labelled | None
    number: int | None
    days: DayRange
    basis: str
    basis_id: int | None

    @property
    def of_unit(self) -> bool:
        """Hồ sơ của tổ chức — the unit itself is the subject."""
        return self.subject == self.unit

    def digest(self) -> str:
        """Dấu của hồ sơ — SHA-256 of what the list prints; the end of a stock's days is left out."""
        said = self.said.value if self.said else ""
        printed = [
            self.subject,
            self.unit,
            said,
            self.number,
            self.days.start.isoformat(),
            self.basis,
        ]
        return hashlib.sha256(json.dumps(printed, ensure_ascii=False).encode()).hexdigest()


def count(*, by: Actor, wanted: Iterable[Wanted], days: Sequence[DayRange]) -> dict[Asked, Counted]:
    """Đếm — each indicator for its unit, where that is within reach, in each range of days.

    Runs one statement, however many indicators, units and days are asked for.
    """
    asked = [(each, unit) for each, unit in wanted if by.may(Right.READ, unit)]
    columns: dict[Source, set[str]] = {}
    units: dict[Source, set[int]] = {}
    for each, unit in asked:
        columns.setdefault(each.source, set()).update(each.columns)
        units.setdefault(each.source, set()).add(unit)
    profiles = {source: tuple(sorted(names)) for source, names in columns.items()}
    histograms = {}
    if asked and days:
        with counting():
            histograms = _histograms(profiles, units, days)
    found: dict[Asked, Counted] = {}
    for each, unit in asked:
        for place, period in enumerate(days):
            histogram = histograms.get((each.source, place, unit)) or Histogram(
                profiles[each.source], period
            )
            counted = Counted(histogram.value(each), histogram.at_least(each))
            found[each.code, unit, period] = counted
    return found


def records(
    *, by: Actor, indicator: Indicator, unit: int, days: DayRange,
    after: int = 0, most: int | None = None,
) -> list[Record] | None:  # fmt: skip
    """Mở danh sách — the records behind the count, people by given name, units by name.

    `after` and `most` ask for one sheet of a long list. None where the unit is out of reach or
    the reader may count but not see these records. Records the reader may not see are left out.
    """
    reading = READINGS[indicator.source]
    if not (by.may(Right.READ, unit) and by.may(reading.needs, unit)):
        return None
    most = most if reading.subject else None
    rows = _rows(indicator, reading, unit, days, by, after, most)
    return _records(indicator, reading, rows, after, most, None if reading.kind else by)


def records_listed(*, by: Actor, indicator: Indicator, unit: int, days: DayRange) -> int:
    """Số hồ sơ được xem — how many of the records behind the count the reader may see."""
    reading = READINGS[indicator.source]
    if not (by.may(Right.READ, unit) and by.may(reading.needs, unit)):
        return 0
    statement, values = _list(indicator, reading, unit, days, by, "1")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({statement}) listed", values)  # noqa: S608
        found: int = cursor.fetchone()[0]
    return found


def marks(*, by: Actor, indicator: Indicator, unit: int, days: DayRange) -> dict[str, str]:
    """Dấu các hồ sơ — {key: digest} of all records counted, whoever asks; no name leaves here."""
    if not by.may(Right.READ, unit):
        return {}
    reading = READINGS[indicator.source]
    with counting():
        rows = _rows(indicator, reading, unit, days, None, 0, None)
        found = _records(indicator, reading, rows, 0, None, None)
    return {str(each.key): each.digest() for each in found}


def _records(
    indicator: Indicator, reading: Reading, rows: list[dict[str, Any]],
    after: int, most: int | None, opens: Actor | None,
) -> list[Record]:  # fmt: skip
    """`opens` the pages behind a record: whoever sees the row sees its paper, and the person by the unit."""
    papers = Instrument.objects.in_bulk({row["basis"] for row in rows})
    words = COLUMNS[indicator.source].get(indicator.by)
    found = [_record(row, words, str(papers[row["basis"]]), opens) for row in rows]
    if reading.subject:
        return found
    found.sort(key=lambda record: (natural_key(record.subject), record.key))
    return found[after : None if most is None else after + most]


def books_opened(units: Iterable[int]) -> dict[int, date]:
    """Ngày mở sổ — from which day on the records of a unit and all below it are complete.

    The latest day on which a body below handed over its members; units without any are left out.
    """
    with counting(), connection.cursor() as cursor:
        cursor.execute(BOOKS, {"units": sorted(set(units))})
        return dict(cursor.fetchall())


BOOKS = """
    SELECT line.ancestor_id, max(handed.day) FROM (
        SELECT DISTINCT to_cell_id AS cell, lower(effective) AS day
        FROM members_movement WHERE way = 'ban_giao') handed
    JOIN register_closure line ON line.descendant_id = handed.cell AND line.effective @> handed.day
    WHERE line.ancestor_id = ANY(%(units)s) GROUP BY 1
"""


def _histograms(
    profiles: Mapping[Source, tuple[str, ...]],
    units: Mapping[Source, Iterable[int]],
    days: Sequence[DayRange],
) -> dict[tuple[Source, int, int], Histogram]:
    """By source, place of the range of days, and unit: one GROUP BY profile each, in one statement."""
    values: dict[str, Any] = {}
    statements = []
    for source, names in profiles.items():
        reading = READINGS[source]
        values[f"units_{source.value}"] = sorted(units[source])
        profile = "".join(f", {reading.columns[name]} AS c{n}" for n, name in enumerate(names))
        as_text = ", ".join(f"c{n}::text" for n in range(len(names)))
        grouped = ", ".join(str(n + 1) for n in range(len(names) + 1))
        for place, period in enumerate(days):
            text, named = _from(reading, place, period, profile)
            statements.append(
                f"SELECT '{source.value}', {place}, unit, ARRAY[{as_text}]::text[], records FROM ("  # noqa: S608 — our own words
                f"SELECT line.ancestor_id AS unit{_on(reading, place, profile)}, count(*) AS records"
                f" {text} AND line.ancestor_id = ANY(%(units_{source.value})s) GROUP BY {grouped}) held"
            )
            values |= named
    found: dict[tuple[Source, int, int], Histogram] = {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), values)
        for name, place, unit, counted, number in cursor.fetchall():
            source = Source.of(name)
            histogram = found.setdefault(
                (source, place, unit), Histogram(profiles[source], days[place])
            )
            histogram.add(tuple(counted), number)
    return found


def _rows(
    indicator: Indicator, reading: Reading, unit: int, days: DayRange, by: Actor | None,
    after: int, most: int | None,
) -> list[dict[str, Any]]:  # fmt: skip
    said = reading.columns[indicator.by] if indicator.by else "NULL"
    number = reading.columns[indicator.column] if indicator.column else "NULL"
    name, person = ("p.full_name", reading.subject) if reading.subject else ("NULL", "NULL::bigint")
    order = "p.sort_key, key" if reading.subject else "key"
    fact = reading.fact
    selected = (
        f"{fact}.id AS key, {name} AS person, {person} AS person_id, {reading.unit} AS unit_id,"
        f" u.name AS unit, ({said})::text AS said, {number} AS number,"
        f" lower({fact}.effective) AS start, upper({fact}.effective) AS until,"
        f" {fact}.basis_id AS basis"
    )
    statement, values = _list(indicator, reading, unit, days, by, selected)
    statement += f" ORDER BY {order}"
    if most is not None:
        statement += " LIMIT %(most)s OFFSET %(after)s"
    with connection.cursor() as cursor:
        cursor.execute(statement, values | {"most": most, "after": after})
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _list(
    indicator: Indicator, reading: Reading, unit: int, days: DayRange, by: Actor | None,
    selected: str, tree: str = TREE_OF_THE_DAY,
) -> tuple[str, dict[str, Any]]:  # fmt: skip
    """The list of an indicator's records; `by` is who reads it, None where only marks are made."""
    met = "".join(
        f" AND ({reading.columns[column]})::text = ANY(%(where_{column})s)"
        for column, _ in indicator.where
    )
    seen, asked = _seen(reading, by) if by else ("", {})
    text, values = _from(reading, 0, days, selected + met + seen, tree)
    statement = (
        f"SELECT {_on(reading, 0, selected)} {text}{_on(reading, 0, met + seen)}"
        " AND line.ancestor_id = %(unit)s"
    )
    where = {f"where_{column}": sorted(words) for column, words in indicator.where}
    return statement, values | asked | where | {"unit": unit}


def _seen(reading: Reading, by: Actor) -> tuple[str, dict[str, Any]]:
    """Wall one of a list: units within reach of the right, and what a further right is asked for."""
    text, values = "", {}
    reach = by.reach(reading.needs)
    if reach != EVERYWHERE:
        text, values = f" AND {reading.unit} = ANY(%(reach)s)", {"reach": sorted(reach)}
    if reading.withheld:
        condition, right = reading.withheld
        further = by.reach(right)
        if further != EVERYWHERE:
            text += f" AND (NOT ({condition}) OR {reading.unit} = ANY(%(further)s))"
            values["further"] = sorted(further)
    if reading.kind and not opened_whole(by=by, kind=reading.kind):
        text += " AND false"
    return text, values


def by_unit(
    *, by: Actor, indicator: Indicator, unit: int, days: DayRange, tree: str
) -> dict[int, int]:
    """Theo nơi có hồ sơ — what each unit below `unit` in a tree holds of the indicator; counts only."""
    if not by.may(Right.READ, unit):
        return {}
    reading = READINGS[indicator.source]
    number = f"sum({reading.columns[indicator.column]})" if indicator.column else "count(*)"
    statement, values = _list(
        indicator, reading, unit, days, None, f"{reading.unit}, {number}", tree
    )
    with counting(), connection.cursor() as cursor:
        cursor.execute(f"{statement} GROUP BY 1", values)
        return {place: int(held or 0) for place, held in cursor.fetchall() if place is not None}


def _from(
    reading: Reading, place: int, days: DayRange, used: str, tree: str = TREE_OF_THE_DAY
) -> tuple[str, dict[str, Any]]:
    """The tables of a source on these days, joined to a tree, and their values."""
    assert days.until is not None, "a period has an end"
    conditions = " AND ".join(filter(None, (_held(reading, place), reading.condition)))
    fragments = f"{used} {reading.unit} {conditions}"
    joins = {
        **reading.joins,
        "line": tree.replace("{unit}", reading.unit),
        "u": "LEFT JOIN register_organizationspell u ON u.organization_id = "
        f"{reading.unit} AND u.effective @> {{day}}",
    }
    joined = " ".join(
        sql
        for alias, sql in joins.items()
        if alias == "line" or re.search(rf"\b{alias}\.", fragments)
    )
    text = f"FROM {reading.table} r {joined} WHERE {conditions}"
    values = {
        f"from_{place}": days.start,
        f"until_{place}": days.until,
        f"on_{place}": days.until - timedelta(days=1),
    }
    return _on(reading, place, text), values


def _held(reading: Reading, place: int) -> str:
    if reading.held is Held.AT_END:
        return reading.days
    if reading.held is Held.BEGUN:
        return f"lower(r.effective) >= %(from_{place})s AND lower(r.effective) < %(until_{place})s"
    return f"r.effective <@ daterange(%(from_{place})s::date, %(until_{place})s::date)"


def _on(reading: Reading, place: int, text: str) -> str:
    """The day a record is looked at: the end of the period, or the record's own day."""
    day = f"%(on_{place})s::date" if reading.held is Held.AT_END else "lower(r.effective)"
    return text.replace("{day}", day)


def _record(
    row: Mapping[str, Any], words: type[Labelled] | None, basis: str, opens: Actor | None
) -> Record:
    said = words.of(row["said"]) if words and row["said"] in words._value2member_map_ else None
    unit = row["unit"] or ""
    named = row["person"] and opens and opens.may(RegisterRight.READ, row["unit_id"])
    return Record(
        row["key"], row["person"] or unit, row["person_id"] if named else None, row["unit_id"], unit, said, row["number"],
        DayRange(row["start"], row["until"]), basis,
        row["basis"] if opens else None,
    )  # fmt: skip
