"""Cả nước — every province, district and commune before July 2025, the reform as one scheme, annulled."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from typing import Any

from place import TODAY, bare, measurer

SHEET = 5_000  # lines written by one act
BEFORE, REFORM = date(2021, 1, 1), date(2025, 7, 1)


def country() -> Iterator[tuple[str, float]]:
    """(what, seconds) of each stage; stops where a count is not the one printed."""
    from thenchot.doors.exchange.territory import Reform, read_map
    from thenchot.ground.basis.acts.revoke import annul_instrument
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.people.reorganisation.acts.deciding import decide_scheme
    from thenchot.people.reorganisation.acts.writing import add_steps, begin_scheme
    from thenchot.people.reorganisation.reads.comparing import compare
    from thenchot.people.reorganisation.reads.schemes import units_made

    by, map = measurer(), read_map()
    root = _root(by)

    def scheme(title: str, day: date, rows: list[Any]) -> int:
        made: int = begin_scheme(by, TODAY, title=title, kept_by=root, from_day=day).answer or 0
        for at in range(0, len(rows), SHEET):
            add_steps(by, TODAY, scheme=made, rows=rows[at : at + SHEET])
        return made

    lines, keys = _founding(map, root)
    founding = scheme("Cây cả nước trước sắp xếp", BEFORE, lines)
    decide_scheme(by, TODAY, scheme=founding, basis=_paper(by, "1-QĐ/DO"))
    with bare() as owner:
        owner.execute("ANALYZE")
    with scoped(by, TODAY, reading=True):
        made = units_made(by=by, scheme=founding)
    units = {keys[number]: unit for number, unit in made.items()}
    basis = _paper(by, "2-QĐ/DO")
    seconds, reform = _timed(
        lambda: scheme("Sắp xếp cả nước", REFORM, Reform(map, units, root).steps())
    )
    yield "country: the scheme written", seconds
    seconds, _ = _timed(lambda: decide_scheme(by, TODAY, scheme=reform, basis=basis))
    yield "country: the scheme executed", seconds

    def compared() -> Any:
        with scoped(by, TODAY, reading=True):
            return compare(by=by, before=date(2025, 6, 30), after=REFORM, under=root).totals

    seconds, sums = _timed(compared)
    yield "country: two days compared", seconds
    told = {(each.category.value, each.what.value): (each.before, each.after) for each in sums}
    if told["dang_bo_xa", "don_vi"] != (10_035, 3_321) or told["dang_bo_huyen", "don_vi"] != (
        696,
        0,
    ):
        raise SystemExit(f"country: {told}")
    seconds, _ = _timed(
        lambda: annul_instrument(
            by, TODAY, instrument=basis, by_paper=_paper(by, "3-QĐ/DO"), reason="Đo"
        )
    )
    yield "country: annulled", seconds
    if any(each.change for each in compared()):
        raise SystemExit("country: something is left of the annulled scheme")


def _timed(once: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    found = once()
    return time.perf_counter() - started, found


def _root(by: Any) -> int:
    from thenchot.ground.register.acts.organizations import establish_organization
    from thenchot.ground.register.words import Level, OrganizationKind

    done = establish_organization(
        by, TODAY, name="Cả nước (để đo)", kind=OrganizationKind.AGENCY, level=Level.PROVINCE,
        parent=None, from_day=date(2020, 1, 1), basis=_paper(by, "0-QĐ/DO"),
    )  # fmt: skip
    return done.answer or 0


def _paper(by: Any, number_sign: str) -> int:
    from thenchot.ground.basis.acts.instruments import register_instrument
    from thenchot.ground.basis.words import InstrumentKind

    done = register_instrument(
        by, TODAY, kind=InstrumentKind.DECISION, number_sign=number_sign, issuer="Người đo",
        abstract="Đo sắp xếp", issued_year=2025, issued_on=date(2025, 6, 2),
    )  # fmt: skip
    return done.answer or 0


def _founding(map: Any, above: int) -> tuple[list[Any], dict[int, Any]]:
    """Lines that found every old unit, and which line makes which; no members, so none is a base."""
    from thenchot.ground.register.words import Level, OrganizationKind
    from thenchot.people.reorganisation.rules.rows import StepRow, Where
    from thenchot.people.reorganisation.words import Verb

    numbers, lines, rows = count(1), {}, []
    over = {Level.DISTRICT: Level.PROVINCE, Level.COMMUNE: Level.DISTRICT}
    for place in map.before():
        number = lines[place.key] = next(numbers)
        into = Where(step=lines[over[place.level], place.above]) if place.above else Where(above)
        kind = OrganizationKind.UPPER_PARTY if place.above else OrganizationKind.PROVINCE_PARTY
        rows.append(StepRow(number, Verb.FOUND, None, into, place.party(), kind, place.level, True))
    return rows, {number: key for key, number in lines.items()}
