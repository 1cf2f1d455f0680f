"""Đo — `make bench`: every number beside a yardstick of the same run, for ratios, not records."""

import json
import os
import sys
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import psycopg
from country import country
from listed import import_members
from measures import alternating, both, load_world
from papers import searched, store_papers, typed_words
from place import (
    TODAY,
    as_owner,
    bare,
    measurer,
    place,
    rate,
    reader_of,
    repeat,
    set_up,
    signed_in,
    timed,
    web,
)
from rich.console import Console
from rich.table import Table

QUICK = "--quick" in sys.argv
SECONDS = 0.5 if QUICK else 4.0
LINES = 5_000 if QUICK else 200_000
ROWS = 2_000 if QUICK else 20_000
TIMES = 5 if QUICK else 40
GOAL = None if QUICK else 1

COLUMNS = (
    "(entry, kind, number_sign, issuer, signer, issued_year, issued_on, abstract, file_sha256)"
)
INSERT = f"INSERT INTO bench_plain {COLUMNS} VALUES (uuidv7(), 'quyet_dinh', %s, 'Tỉnh ủy', '', 2024, '2024-01-02', 'Thử', '')"
BULK = f"INSERT INTO {{table}} {COLUMNS} SELECT %(entry)s, 'quyet_dinh', %(mark)s || n, 'Tỉnh ủy', '', 2024, '2024-01-02', 'Thử', '' FROM generate_series(1, {ROWS}) n"
FILL = f"""DO $$ DECLARE opened uuid; BEGIN FOR n IN 1..{LINES} LOOP
    opened := basis_open_act('bench', 'do', 'Người đo');
    INSERT INTO basis_instrument {COLUMNS} VALUES
        (opened, 'quyet_dinh', 'L-' || n, 'Tỉnh ủy', '', 2024, '2024-01-02', 'Thử', '');
    PERFORM basis_close_act('', '', 'Ghi văn bản căn cứ số ' || n, '');
    COMMIT; END LOOP; END $$"""


@dataclass
class Row:
    """Một số đo — a value, what it stands beside, and their ratio."""

    name: str
    value: float
    unit: str
    beside: str = ""
    ratio: float | None = None
    goal: float | None = None  # the least ratio


def plain(number: int, seconds: float) -> int:
    with web() as connection:
        return repeat(lambda: connection.execute(INSERT, [uuid.uuid4().hex]), seconds)


def lines(number: int, seconds: float) -> int:
    query = "SELECT basis_open_act('bench', 'do', 'Người đo'), basis_close_act('', '', 'Thử', '')"
    with web() as connection:
        return repeat(lambda: connection.execute(query), seconds)


def papers(number: int, seconds: float) -> int:
    from thenchot.ground.basis.acts.instruments import register_instrument
    from thenchot.ground.basis.words import InstrumentKind

    words = {"kind": InstrumentKind.DECISION, "issuer": "Tỉnh ủy", "abstract": "Thử"}
    return repeat(
        lambda: register_instrument(
            measurer(), TODAY, number_sign=uuid.uuid4().hex, issued_year=2024, **words
        ),
        seconds,
    )


def units(number: int, seconds: float) -> int:
    from thenchot.ground.basis.models import Instrument
    from thenchot.ground.register.acts.organizations import establish_organization
    from thenchot.ground.register.words import Level, OrganizationKind

    founding = Instrument.objects.order_by("pk").values_list("pk", flat=True)[number]
    words = {"kind": OrganizationKind.AGENCY, "level": Level.BASE, "parent": None}
    return repeat(
        lambda: establish_organization(
            measurer(), TODAY, name=uuid.uuid4().hex, from_day=TODAY, basis=founding, **words
        ),
        seconds,
    )


def disk(data: Path) -> Iterator[Row]:
    with open(data / "fsync", "wb", buffering=0) as file:

        def once() -> None:
            file.write(b"x" * 8192)
            os.fdatasync(file.fileno())

        seconds = timed(once, 50 if QUICK else 300)
    yield Row("fsync", median(seconds) * 1000, "ms")
    yield Row("fsync, p95", seconds[int(len(seconds) * 0.95)] * 1000, "ms")


def writing(fsync: float) -> Iterator[Row]:
    for writers in (1, 8):
        base = rate(plain, writers, SECONDS)
        by = f"{writers} writer{'s' * (writers > 1)}"
        name = f"plain inserts, {by}"
        yield Row(name, base, "/s", "one commit : one fsync", 1000 / base / fsync * writers)
        for what, writer in (
            ("journal lines", lines),
            ("acts: a paper", papers),
            ("acts: a unit", units),
        ):
            found = rate(writer, writers, SECONDS)
            yield Row(f"{what}, {by}", found, "/s", name, found / base)


def bulk() -> Iterator[Row]:
    with web() as connection:

        def unguarded() -> None:
            words = {"mark": uuid.uuid4().hex, "entry": uuid.uuid4()}
            connection.execute(BULK.format(table="bench_plain"), words)

        def guarded() -> None:
            with connection.transaction():
                entry = connection.execute("SELECT basis_open_act('bench', 'do', 'Người đo')")
                words = {"mark": uuid.uuid4().hex, "entry": entry.fetchone()[0]}
                connection.execute(BULK.format(table="basis_instrument"), words)
                connection.execute("SELECT basis_close_act('', '', 'Thử', '')")

        base, found = median(timed(unguarded, 3)), median(timed(guarded, 3))
    yield Row("bulk rows, unprotected", ROWS / base, "/s")
    yield Row("bulk rows in one act", ROWS / found, "/s", "unprotected", base / found)


def verifying() -> Iterator[Row]:
    from thenchot.ground.basis.reads.verify import verify_journal

    with web() as connection:
        connection.execute("SET synchronous_commit = off")
        connection.execute(FILL)
        count = "SELECT count(*), sum(length(sentence)) FROM basis_journalentry"
        yardstick = median(timed(lambda: connection.execute(count).fetchall(), 3))
        held = connection.execute("SELECT count(*) FROM basis_journalentry").fetchone()[0]
    with as_owner():
        found = verify_journal()
    if found.faults or found.lines != held:
        raise SystemExit(f"verify: {found.lines} of {held} lines, {found.faults}")
    chain, rows = found.chain_seconds, found.row_seconds
    yield Row("verify: lines of the chain", held / chain, "/s", "a plain count", yardstick / chain)
    yield Row("verify: rows", found.rows / rows, "/s", "a plain count", yardstick / rows)


def pages() -> Iterator[Row]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from thenchot.ground.register.models import Organization

    client = signed_in()
    key = Organization.objects.order_by("pk").values_list("pk", flat=True)[0]
    look_up = median(timed(lambda: Organization.objects.get(pk=key), TIMES))
    yield Row("one row by its key", look_up * 1000, "ms")
    for address in ("/to-chuc", f"/to-chuc/{key}", "/nhat-ky"):
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} did not answer")
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
            statements = len(asked)
        seconds = timed(partial(client.get, address), TIMES)
        name = "/to-chuc/<id>" if address.endswith(str(key)) else address
        value = median(seconds)
        beside = f"one row by its key; {statements} statements"
        yield Row(f"page {name}", value * 1000, "ms", beside, value / look_up)


def plain_bulk(connection: psycopg.Connection) -> float:
    """Seconds of so many rows written to a plain table, by one statement."""

    def once() -> None:
        words = {"mark": uuid.uuid4().hex, "entry": uuid.uuid4()}
        connection.execute(BULK.format(table="bench_plain"), words)

    return min(timed(once, 3))


def loading() -> Iterator[Row]:
    """The demo, through its acts, beside the same number of plain rows."""
    from thenchot.doors.exchange.demo import schemes
    from thenchot.doors.exchange.demo.load import load_province
    from thenchot.doors.exchange.demo.shape import PROVINCE, world_of

    decide, decisions = schemes.decide_scheme, []

    def timed_decision(*asked: Any, **said: Any) -> Any:
        begun = time.perf_counter()
        done = decide(*asked, **said)
        decisions.append(time.perf_counter() - begun)
        return done

    schemes.decide_scheme = timed_decision
    started = time.perf_counter()
    load_province(TODAY, world_of(300) if QUICK else PROVINCE)
    seconds = time.perf_counter() - started
    schemes.decide_scheme = decide
    with web() as connection:
        changes = connection.execute("SELECT count(*) FROM basis_journalchange").fetchone()[0]
        plain_seconds = plain_bulk(connection)
    with bare() as owner:
        owner.execute("ANALYZE")
    yield Row("demo loaded", seconds, "s")
    slowest = max(decisions)
    name = "largest scheme of the demo executed, of half a minute"
    yield Row(name, slowest, "s", "faster than half a minute", 30 / slowest, GOAL)
    rate_found, rate_plain = changes / seconds, ROWS / plain_seconds
    yield Row("demo: rows written", rate_found, "/s", "plain bulk rows", rate_found / rate_plain)


def asking() -> Iterator[Row]:
    """The tree on a day and the search for a name, beside plain SQL for the same rows."""
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.ground.register.reads import organizations_on, people_named

    by = measurer()

    def tree() -> int:
        with scoped(by, TODAY, reading=True):
            return len(organizations_on(by=by, on=TODAY))

    def search() -> int:
        with scoped(by, TODAY, reading=True):
            return len(people_named(by=by, named="ngoc an", on=TODAY))

    units = "SELECT * FROM register_organizationspell WHERE effective @> %s::date"
    names = (
        "SELECT * FROM register_personspell WHERE effective @> %s::date"
        " AND search_key LIKE '%%ngoc%%' AND search_key LIKE '%%an%%' ORDER BY sort_key LIMIT 100"
    )
    for name, asked, query in (
        (f"tree on a day, {tree()} units", tree, units),
        ("person by any part of the name", search, names),
    ):
        with web() as connection:
            yardstick = median(timed(partial(_fetch, connection, query), TIMES))
        value = median(timed(asked, TIMES))
        yield Row(name, value * 1000, "ms", "plain SQL", value / yardstick)


def walls() -> Iterator[Row]:
    """The same statements with and without the second wall: the whole office, and one commune."""
    commune = "SELECT actor FROM basis_scope WHERE role = 'chuyen_vien_xay_dung_dang' LIMIT 1"
    with web() as asked:
        (limited,) = asked.execute(commune).fetchone()
    for name, query in WALLED:
        with bare() as owner:
            without = median(timed(partial(_fetch, owner, query), TIMES))
        for whom, actor in (("whole office", "do"), ("a commune", limited)):
            with web(actor) as held:
                held.prepare_threshold = None  # as the product asks: the wall is planned each time
                value = median(timed(partial(_fetch, held, query), TIMES))
            beside = "without the wall"
            yield Row(f"{name}, wall for {whom}", value * 1000, "ms", beside, value / without)


WALLED = (
    ("all members counted", "SELECT count(*) FROM members_membership WHERE effective @> %s::date"),
    ("a name searched", "SELECT full_name FROM register_personspell WHERE effective @> %s::date"
                        " AND search_key LIKE '%%ngoc%%' ORDER BY sort_key LIMIT 100"),
    ("200 members with papers", "SELECT m.id, p.full_name, i.number_sign FROM members_membership m"
     " JOIN register_personspell p USING (person_id) JOIN basis_instrument i ON i.id = m.basis_id"
     " WHERE m.effective @> %s::date LIMIT 200"),
)  # fmt: skip


def counting() -> Iterator[Row]:
    """Forty measures of 150,000 members and more, beside plain temporal SQL; equal before timed."""
    root = load_world(300 if QUICK else 9_000)
    naive, ours = both(root)
    expected, found = naive(), ours()
    if expected != found:
        raise SystemExit(f"40 measures differ: {expected} {found}")
    if not QUICK and found[0] < 150_000:
        raise SystemExit(f"the world has only {found[0]} members")
    plain_seconds, seconds = alternating(naive, ours, 3 if QUICK else 6)
    yield Row(f"40 measures, {found[0]:,} members, plain SQL", plain_seconds * 1000, "ms")
    yield Row(
        "40 measures, indicators", seconds * 1000, "ms", "faster than plain SQL",
        plain_seconds / seconds, None if QUICK else 12,
    )  # fmt: skip


def reporting() -> Iterator[Row]:
    """The report of a quarter on the demo, beside the look-up of one row by its key."""
    from thenchot.ground.register.models import Organization

    client = signed_in()
    key = Organization.objects.order_by("pk").values_list("pk", flat=True)[0]
    look_up = median(timed(lambda: Organization.objects.get(pk=key), TIMES))
    for address in (
        "/bao-cao/quy-1-2023",
        "/bao-cao/nam-2024",
        "/bao-cao/quy-1-2023/dang-vien",
        "/bao-cao/quy-1-2023.pdf",
    ):
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} did not answer")
        value = median(timed(partial(client.get, address), TIMES))
        yield Row(f"page {address}", value * 1000, "ms", "one row by its key", value / look_up)


def importing() -> Iterator[Row]:
    """A list of 35,000 members from the file to the closed line of the journal: within a minute."""
    entered, seconds = import_members(500 if QUICK else 35_000)
    name = f"list of {entered:,} members, read, judged and recorded"
    yield Row(name, seconds, "s", "faster than a minute", 60 / seconds, GOAL)


COMPARED = "/to-chuc/so-sanh?truoc=30/6/2025&sau=1/7/2025"
PAST = "/to-chuc?ngay=2021-12-31"
WITHIN = {"/to-chuc": 300, PAST: 300, COMPARED: 500}  # milliseconds
SCREENS = (
    "/viec-cua-toi", "/den-han", "/to-chuc", "/to-chuc/bang", "/to-chuc/1", "/con-nguoi", "/con-nguoi?ten=hoa",
    "/con-nguoi/9", "/con-nguoi/trich-ngang?ten=ngoc+hoa", "/van-ban", "/nhat-ky", "/tim?q=an", "/tim?q=nguyen+van",
    COMPARED, "/sap-xep", "/cap-uy", "/vi-tri-viec-lam",
    "/van-ban/den", "/van-ban/di", "/van-ban/tim?chu=nghi+quyet", "/van-ban/du-thao",
    PAST,  # the last: the pages after it would be of that day too
)  # fmt: skip


def screens() -> Iterator[Row]:
    """The reading screens on the demo province: p95 beside the look-up of one row by its key."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from thenchot.ground.register.models import Organization

    client = signed_in()
    key = Organization.objects.order_by("pk").values_list("pk", flat=True)[0]
    look_up = median(timed(lambda: Organization.objects.get(pk=key), TIMES))
    for address in SCREENS:
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} did not answer")
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
            statements = len(asked)
        seconds = sorted(timed(partial(client.get, address), TIMES))
        slow = seconds[min(len(seconds) - 1, round(0.95 * len(seconds)))]
        beside = f"one row by its key; {statements} statements"
        yield Row(f"screen {address}, p95", slow * 1000, "ms", beside, slow / look_up)
        if address in WITHIN:
            yield _within(f"screen {address}", slow, WITHIN[address])


def _within(name: str, seconds: float, limit: int) -> Row:
    """A time beside its own limit in milliseconds, which a whole run must keep."""
    told = f"{name}, of {limit} ms"
    return Row(told, seconds * 1000, "ms", "faster than its limit", limit / (seconds * 1000), GOAL)


def reorganising() -> Iterator[Row]:
    """The reform of 2025 over the whole country, beside plain inserts of as many rows; annulled again."""
    if QUICK:
        return
    with web() as connection:
        plain_seconds = plain_bulk(connection)
    for what, seconds in country():
        yield Row(what, seconds, "s", "plain bulk rows", seconds / plain_seconds)
        if what.endswith("executed"):
            yield Row(f"{what}, of a minute", seconds, "s", "faster than a minute", 60 / seconds, 1)


def registering() -> Iterator[Row]:
    """Papers that came, a list of 300 in one act, beside plain inserts; the printed draft and the tree."""
    from thenchot.ground.basis.rules import PaperRow
    from thenchot.ground.basis.words import InstrumentKind
    from thenchot.ground.register.models import Organization
    from thenchot.office.documents.acts.receiving import receive_papers
    from thenchot.office.documents.rules.receiving import Arrival, ReceivedRow

    many, organ = 300, Organization.objects.order_by("pk").values_list("pk", flat=True)[0]
    rows = [
        ReceivedRow(
            PaperRow(InstrumentKind.LETTER, f"{number}-CV/ĐO", "Nơi đo", "về việc đo", TODAY),
            Arrival(TODAY),
        )
        for number in range(1, many + 1)
    ]
    started = time.perf_counter()
    receive_papers(measurer(), TODAY, organization=organ, rows=rows)
    seconds = time.perf_counter() - started
    with web() as connection:
        plainly = repeat(lambda: connection.execute(INSERT, [uuid.uuid4().hex]), 1.0)
    yield Row(
        "papers registered by list", many / seconds, "/s", "plain rows", many / seconds / plainly
    )
    client = signed_in()
    for name, address in (
        ("tree on A4", "/to-chuc/cay.pdf"),
        ("draft as printed", "/van-ban/du-thao/1/ban-in.pdf"),
    ):
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} did not answer")
        value = median(timed(partial(client.get, address), TIMES))
        yield Row(f"PDF: {name}", 1 / value, "/s")


def finding() -> Iterator[Row]:
    """A store of papers with texts: how fast it is written and searched, beside the look-up of one row by its key.

    By whoever reads all, also with a filter; and by a commune, to whom none of these papers is shown.
    """
    from thenchot.ground.basis.words import InstrumentKind
    from thenchot.ground.register.models import Organization

    papers = 500 if QUICK else 100_000
    store = store_papers(papers)
    yield Row("papers with texts stored", papers / store.seconds, "/s")
    key = Organization.objects.order_by("pk").values_list("pk", flat=True)[0]
    look_up = median(timed(lambda: Organization.objects.get(pk=key), TIMES))
    typed = list(typed_words(store.titles, 20 if QUICK else 200))
    only = {"kind": InstrumentKind.TELEGRAM}  # which no paper of the demo is
    for who, how in (
        ("", {}),
        (", with a filter", only),
        (", by a commune", {"by": reader_of("xay-dung-dang")}),
    ):
        found = sorted(searched(each, **how)[0] for each in typed)
        name = f"search of {papers:,} papers{who}"
        for what, at in (("median", 0.5), ("p95", 0.95)):
            value = found[round(at * (len(found) - 1))]
            beside = "one row by its key"
            yield Row(f"{name}, {what}", value * 1000, "ms", beside, value / look_up)
        yield _within(name, value, 200)
    asked = typed[:: max(1, len(typed) // 20)]
    told = sum(searched(each, **only)[1] for each in asked)
    held = sum(map(store.holding, asked))
    if told != held:
        raise SystemExit(f"search: {told} papers found, {held} hold the words")
    yield Row("search: papers found of those that hold the words", told / held, "")
    common = Counter(word for title in store.titles for word in title.split()).most_common(1)[0][0]
    value, total = searched(common)
    beside = "one row by its key"
    yield Row(f"search for a word of {total:,} papers", value * 1000, "ms", beside, value / look_up)


def _fetch(connection: psycopg.Connection, query: str) -> None:
    connection.execute(query, [TODAY]).fetchall()


def measured(data: Path) -> Iterator[Row]:
    yield from loading()
    yield from asking()
    yield from pages()
    yield from reporting()
    yield from screens()
    yield from walls()
    yield from registering()
    disk_rows = list(disk(data))
    yield from disk_rows
    yield from writing(disk_rows[0].value)
    yield from bulk()
    yield from verifying()
    yield from importing()
    yield from counting()
    yield from reorganising()
    yield from finding()


def _shown(value: float) -> str:
    return f"{value:,.2f}" if value < 100 else f"{value:,.0f}"


def main() -> None:
    table = Table("", "", "", "")
    rows = []
    with place() as data:
        set_up()
        started = time.perf_counter()
        for row in measured(data):
            rows.append(row)
            told = f"{row.name}: {_shown(row.value)} {row.unit}"
            print(f"{time.perf_counter() - started:5.0f} s  {told}", file=sys.stderr)
    for row in rows:
        ratio = f"{row.ratio:.2f} × {row.beside}" if row.ratio is not None else ""
        table.add_row(
            row.name,
            _shown(row.value),
            row.unit,
            ratio,
        )
    Console().print(table)
    latest = Path("var/bench/latest.json")
    latest.parent.mkdir(parents=True, exist_ok=True)
    latest.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    missed = [row.name for row in rows if row.goal and (row.ratio or 0) < row.goal]
    if missed:
        raise SystemExit(f"below the goal: {', '.join(missed)}")


if __name__ == "__main__":
    main()
