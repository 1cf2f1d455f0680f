"""Bốn mươi phép đếm — the same measures by plain temporal SQL and by the product's own read."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from place import bare, measurer, web

DAY = date(2025, 6, 16)
AGE = "extract(year FROM age(%(day)s::date, p.birth_on))"
PARTY_AGE = (
    "extract(year FROM age(%(day)s::date,"
    " CASE WHEN d.official_on IS NULL THEN d.joined_on ELSE d.admitted_on END))"
)
AGES = ((0, 30), (31, 35), (36, 40), (41, 50), (51, 60), (61, 999))
PARTY_AGES = ((0, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 999))
FULL = "r.status IN ('chinh_thuc', 'mien')"
# Twenty predicates: plain SQL, and the words of the indicator's columns.
PREDICATES: list[tuple[str, dict[str, frozenset[str]]]] = [
    ("true", {}),
    (FULL, {"status": frozenset({"chinh_thuc", "mien"})}),
    ("r.status = 'du_bi'", {"status": frozenset({"du_bi"})}),
    ("r.status = 'mien'", {"status": frozenset({"mien"})}),
    *((f"{AGE} BETWEEN {low} AND {high}", {"age": frozenset({str(n)})})
      for n, (low, high) in enumerate(AGES)),
    *((f"{PARTY_AGE} BETWEEN {low} AND {high}", {"seniority": frozenset({str(n)})})
      for n, (low, high) in enumerate(PARTY_AGES)),
    (f"r.status = 'du_bi' AND {AGE} <= 30", {"status": frozenset({"du_bi"}), "age": frozenset("0")}),
    (f"{FULL} AND {AGE} <= 30",
     {"status": frozenset({"chinh_thuc", "mien"}), "age": frozenset("0")}),
    (f"{AGE} > 60 AND {PARTY_AGE} >= 40", {"age": frozenset("5"), "seniority": frozenset("45")}),
    (f"{FULL} AND {PARTY_AGE} >= 50",
     {"status": frozenset({"chinh_thuc", "mien"}), "seniority": frozenset("5")}),
]  # fmt: skip
WOMEN = {"sex": frozenset({"nu"})}
NAIVE = """
    SELECT {counts} FROM members_membership r
    JOIN register_personspell p ON p.person_id = r.person_id AND p.effective @> %(day)s::date
    LEFT JOIN members_partydays d ON d.person_id = r.person_id AND d.effective @> %(day)s::date
    JOIN register_closure c ON c.descendant_id = r.cell_id AND c.effective @> %(day)s::date
    WHERE r.effective @> %(day)s::date AND c.ancestor_id = %(unit)s
"""


def load_world(cells: int) -> int:
    """Nạp thế giới để đo — `world.sql`, one act; gives the root of its tree."""
    text = (Path(__file__).parent / "world.sql").read_text().replace("{cells}", str(cells))
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    with web() as connection, connection.transaction():
        connection.execute("SET LOCAL synchronous_commit = off")
        for statement in "\n".join(lines).replace("%%", "%").split(";\n"):
            if statement.strip():
                connection.execute(statement.encode())
        (root,) = connection.execute("SELECT id FROM bench_unit WHERE n = 0").fetchone()
    with bare() as owner:
        owner.execute("VACUUM ANALYZE")
    return root


def both(root: int) -> tuple[Callable[[], list[int]], Callable[[], list[int]]]:
    """Hai cách đếm — plain temporal SQL, and the one statement of the indicators' read."""
    from thenchot.figures.indicators.reads.counting import count
    from thenchot.figures.indicators.rules import Indicator
    from thenchot.figures.indicators.words import Owner, Source
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.ground.plain.days import DayRange

    sexes = [("true", {}), ("p.sex = 'nu'", WOMEN)]
    measures = [
        (f"{sql} AND {also}", words | sex) for also, sex in sexes for sql, words in PREDICATES
    ]
    query = NAIVE.format(counts=", ".join(f"count(*) FILTER (WHERE {sql})" for sql, _ in measures))
    indicators = [
        Indicator(str(n), "", Source.MEMBERS, Owner.ORGANIZATION_DEPARTMENT, tuple(words.items()))
        for n, (_, words) in enumerate(measures)
    ]
    by, days = measurer(), DayRange(DAY, date(2025, 6, 17))
    held = bare()  # behind the wall the planner sees no statistics of day ranges

    def naive() -> list[int]:
        return list(held.execute(query, {"day": DAY, "unit": root}).fetchone())

    def ours() -> list[int]:
        with scoped(by, DAY, reading=True):
            found = count(by=by, wanted=[(each, root) for each in indicators], days=[days])
        return [found[each.code, root, days].value or 0 for each in indicators]

    return naive, ours


def alternating(
    first: Callable[[], object], second: Callable[[], object], times: int
) -> tuple[float, float]:
    """A/B/A/B — the best time of each, in seconds."""
    best = [float("inf"), float("inf")]
    for _ in range(times):
        for place, once in enumerate((first, second)):
            started = time.perf_counter()
            once()
            best[place] = min(best[place], time.perf_counter() - started)
    return best[0], best[1]
