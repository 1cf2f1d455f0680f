"""Đối chứng của sắp xếp — units, posts and people as every decision not annulled leaves them.

Standard library only; days are numbers. A decision is taken into the book as what it writes, worked
out from the book of that moment. Annulling is "write all again without it": not undoing.
"""

from collections import namedtuple
from dataclasses import dataclass, replace
from itertools import pairwise

COLUMNS = {
    "unit": ("unit", "name", "kind", "level", "committee", "parent"),
    "continued": ("before", "after", "kind", "share"),
    "post": ("post", "unit", "title", "kind"),
    "held": ("post", "person"),
    "work": ("person", "unit"),
    "member": ("person", "cell", "status"),
    "moved": ("person", "way", "source", "cell"),
}
KEYS = {name: columns[:1] for name, columns in COLUMNS.items()} | {
    "continued": ("before", "after"), "moved": ("person", "way"),
}  # fmt: skip
GROUNDS = [
    ("unit", "parent", "unit"), ("post", "unit", "unit"), ("held", "post", "post"),
    ("work", "unit", "unit"), ("member", "cell", "unit"), ("moved", "cell", "unit"),
]  # fmt: skip
CELLS = {"chi_bo", "chi_bo_co_so"}
CONTINUED = {"hop_nhat", "sap_nhap", "chia", "tach"}
CHANGING = {"chuyen_giao", "doi_ten", "chuyen_loai"}
ENDING = {"hop_nhat", "sap_nhap", "chia", "giai_the", "ket_thuc"}

# `unit`, `into`: a number, or ("line", n) for what line n founds; `said`: columns of a unit
Line = namedtuple("Line", "number verb unit into said share")


class Impossible(Exception):
    """The decision cannot be recorded on this state."""


@dataclass
class Row:
    table: str
    values: dict
    start: int
    until: int | None
    basis: int
    ended_by: int | None = None

    def key(self):
        return tuple(self.values[name] for name in KEYS[self.table])

    def on(self, day):
        return self.start <= day and (self.until is None or day < self.until)

    def told(self):
        values = tuple(self.values[name] for name in COLUMNS[self.table])
        return (self.table, values, self.start, self.until, self.basis, self.ended_by)


def need(condition, why):
    if not condition:
        raise Impossible(why)


class Register:
    def __init__(self, given):
        self.given, self.events = [], []
        for table, values, *rest in given:
            self.given.append(Row(table, dict(zip(COLUMNS[table], values, strict=True)), *rest))
        self.book, self.repealed = self._replay([])

    def rows(self):
        return sorted((row.told() for row in self.book), key=repr)

    def all_on(self, table, day):
        return [row for row in self.book if row.table == table and row.on(day)]

    def on(self, table, key, day):
        return next((row for row in self.all_on(table, day) if row.key() == (key,)), None)

    def tree(self, day):
        """{(ancestor, unit, depth)}, walked edge by edge."""
        above = {row.values["unit"]: row.values["parent"] for row in self.all_on("unit", day)}
        found = set()
        for unit in above:
            at, depth = unit, 0
            while at is not None:
                need(depth <= len(above), f"{at} stands below itself on day {day}")
                found.add((at, unit, depth))
                at, depth = above.get(at), depth + 1
        return found

    def members(self, day):
        """{cell: its people}."""
        held = [(row.values["cell"], row.values["person"]) for row in self.all_on("member", day)]
        return {cell: {person for at, person in held if at == cell} for cell, _ in held}

    def record(self, paper, writes):
        self._take(("decide", paper, writes))

    def correct(self, paper, table, key, changes):
        """What `paper` wrote of one thing is set right; gone with it when it is annulled."""
        self._take(("correct", paper, table, key, changes))

    def annul(self, paper):
        need(paper not in self._revoked(), "revoked")
        self._take(("annul", paper))

    def repeal(self, paper, day, by):
        need(paper not in self._revoked(), "revoked")
        self._take(("repeal", paper, day, by))

    def _revoked(self):
        return {event[1] for event in self.events if event[0] in {"annul", "repeal"}}

    def _take(self, event):
        events = [*self.events, event]
        book, repealed = self._replay(events)
        check(book)
        self.events, self.book, self.repealed = events, book, repealed

    def _replay(self, events):
        annulled = {event[1] for event in events if event[0] == "annul"}
        book = [replace(row, values=dict(row.values)) for row in self.given]
        repealed: set[int] = set()
        for kind, paper, *rest in events:
            if kind == "repeal":
                _repeal(book, paper, *rest)
                repealed.add(paper)
            elif kind == "correct" and paper not in annulled:
                _correct(book, paper, *rest)
            elif kind == "decide" and paper not in annulled:
                for write, table, *words in rest[0]:
                    WRITES[write](book, repealed, paper, table, *words)
        return book, repealed


def _open(book, repealed, paper, table, values, day, until=None):
    book.append(Row(table, values, day, until, paper))


def _end(book, repealed, paper, table, key, day):
    row = inside(book, repealed, table, key, day)
    row.until, row.ended_by = day, paper


def _change(book, repealed, paper, table, key, day, changes):
    row = inside(book, repealed, table, key, day)
    need(table != "member" or row.until is None, "a later change of this member is recorded")
    book.append(Row(table, row.values | changes, day, row.until, paper, row.ended_by))
    row.until, row.ended_by = day, paper


WRITES = {"open": _open, "end": _end, "change": _change}


def inside(book, repealed, table, key, day):
    """The row of `key` that began before `day` and holds on it; days under a repealed paper are settled."""
    for row in book:
        if row.table == table and row.key() == key and row.start < day and row.on(day):
            need(row.basis not in repealed, "settled")
            return row
    raise Impossible(f"no {table} {key} to change on day {day}")


def _correct(book, paper, table, key, changes):
    rows = [row for row in book if (row.table, row.key(), row.basis) == (table, key, paper)]
    need(rows, "nothing to correct")
    rows[0].start = changes.get("start", rows[0].start)
    rows[0].values.update((name, said) for name, said in changes.items() if name != "start")


def _repeal(book, paper, day, by):
    opened = [row for row in book if row.basis == paper]
    ended = [row for row in book if row.ended_by == paper and row.basis != paper]
    need(opened or ended, "later papers took over all it did")
    begun = [row.start for row in opened] + [row.until for row in ended]
    need(max(begun) < day, "not begun")
    for row in opened:
        if row.until is None or row.until > day:
            need(row.table != "member" and row.ended_by is None, "ends otherwise")
            row.until, row.ended_by = day, by


def check(book):
    """One state of each thing a day; all stand on something that lasts; nothing below itself."""
    days: dict[tuple, list[Row]] = {}
    for row in book:
        need(row.until is None or row.start < row.until, "ends before it begins")
        days.setdefault((row.table, row.key()), []).append(row)
    for rows in days.values():
        rows.sort(key=lambda row: row.start)
        for one, other in pairwise(rows):
            need(one.until is not None and one.until <= other.start, f"overlap of {other.told()}")
    for table, column, ground in GROUNDS:
        for row in book:
            if row.table == table and row.values[column] is not None:
                rows = days.get((ground, (row.values[column],)), [])
                need(covered(rows, row), f"{row.told()} stands on nothing")
    no_circle([row for row in book if row.table == "unit"])


def covered(grounds, row):
    at = row.start
    for ground in grounds:
        if ground.start > at:
            return False
        if ground.until is None:
            return True
        at = max(at, ground.until)
        if row.until is not None and at >= row.until:
            return True
    return False


def no_circle(units):
    for day in {row.start for row in units}:
        above = {row.values["unit"]: row.values["parent"] for row in units if row.on(day)}
        safe: set = {None}
        for unit in above:
            path, at = set(), unit
            while at not in safe:
                need(at not in path, "a unit below itself")
                path.add(at)
                at = above.get(at)
            safe |= path


def scheme(register, day, lines, posts, places, made, seats):
    """What a decided scheme writes; `made` and `seats` are the units and posts that come of it.

    `posts`: (where, title, kind, holder); `places`: {(person, stay): where}.
    """
    ended = list(dict.fromkeys(line.unit for line in lines if line.verb in ENDING))
    for unit in {line.unit for line in lines if line.unit is not None}:
        inside(register.book, register.repealed, "unit", (unit,), day)
        later = [row for row in register.book if row.table == "unit" and row.key() == (unit,)]
        need(all(row.start <= day for row in later), "changes later")

    def at(where):
        if isinstance(where, tuple):
            return made[where[1]]
        need(register.on("unit", where, day) and where not in ended, f"{where} is no place to go")
        return where

    changes: dict[int, dict] = {}
    writes, heirs = [("end", "unit", (unit,), day) for unit in ended], {}
    for line in lines:
        into = None if line.into is None else at(line.into)
        if line.verb == "thanh_lap":
            unit = {"unit": made[line.number], "parent": into} | line.said
            writes.append(("open", "unit", unit, day))
        elif line.verb in CHANGING:
            changes.setdefault(line.unit, {}).update(line.said or {"parent": into})
        elif line.verb in CONTINUED:
            said = {"before": line.unit, "after": into, "kind": line.verb, "share": line.share}
            writes.append(("open", "continued", said, day))
            heirs.setdefault(line.unit, []).append(into)
    writes += [("change", "unit", (unit,), day, said) for unit, said in changes.items()]
    for (where, title, kind, holder), post in zip(posts, seats, strict=True):
        seat = {"post": post, "unit": at(where), "title": title, "kind": kind}
        writes.append(("open", "post", seat, day))
        if holder is not None:
            writes.append(("open", "held", {"post": post, "person": holder}, day))
    kinds = {row.values["unit"]: row.values["kind"] for row in register.all_on("unit", day)}
    kinds |= {made[line.number]: line.said["kind"] for line in lines if line.verb == "thanh_lap"}
    kinds |= {unit: said["kind"] for unit, said in changes.items() if "kind" in said}
    parties = {unit for unit, kind in kinds.items() if kind.startswith(("dang_bo", "chi_bo"))}
    going_on = [(line.unit, at(line.into)) for line in lines if line.verb in CONTINUED & ENDING]
    need(all((a in parties) == (b in parties) for a, b in going_on), "goes on in another kind")
    going = {stay: at(where) for stay, where in places.items() if where is not None}
    need(all(s != "cell" or kinds[to] in CELLS for (_, s), to in going.items()), "not a cell")
    writes += _posts_that_end(register, day, ended, {post[3] for post in posts}, places)
    for table, stay, column in (("member", "cell", "cell"), ("work", "work", "unit")):
        for row in register.all_on(table, day):
            person, source = row.values["person"], row.values[column]
            into = going.get((person, stay))
            if source in ended and into is None:
                only = heirs.get(source, [])
                fits = len(only) == 1 and (stay != "cell" or kinds[only[0]] in CELLS)
                need(fits, f"{person} is not placed")
                into = only[0]
            if into is not None and into != source:
                writes.append(("change", table, (person,), day, {column: into}))
                if table == "member":
                    writes.append(moved(person, source, into, day))
    return writes


def _posts_that_end(register, day, ended, holders, places):
    posts = [row for row in register.all_on("post", day) if row.values["unit"] in ended]
    held = [row for row in register.all_on("held", day) if row.key() in {p.key() for p in posts}]
    placed = holders | {person for person, stay in places if stay == "no_post"}
    need({row.values["person"] for row in held} <= placed, "somebody is not placed")
    return [("end", row.table, row.key(), day) for row in [*held, *posts]]


def moved(person, source, cell, day, way="chuyen_trong_tinh"):
    said = {"person": person, "way": way, "source": source, "cell": cell}
    return ("open", "moved", said, day, day + 1)
