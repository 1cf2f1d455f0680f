"""Sắp xếp ngẫu nhiên — an office rebuilt again and again, in the register and in the oracle at once."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from actors import demo_actor
from django.db import transaction
from oracles.reorganisation import CELLS, Impossible, Register, moved, need, scheme
from reorganising_office import day_of, digest, held, number_of
from reorganising_schemes import Choosing, Draft, draft
from world import TODAY, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts import organizations, posts
from thenchot.ground.register.models import Closure, OrganizationSpell, Posting, PostSpell
from thenchot.people.members.acts.members import record_exit, record_transfer
from thenchot.people.members.models import Membership, Movement, Seat
from thenchot.people.members.rules import CellRow, ExitRow
from thenchot.people.members.words import Way
from thenchot.people.reorganisation.models import SchemeStep

STEPS = {
    "scheme": 40, "rename": 5, "move": 6, "merge": 4, "end": 3, "appoint": 6, "leave_post": 4,
    "transfer": 8, "leave_party": 1, "annul": 10, "repeal": 4, "correct": 6,
}  # fmt: skip


class Disagreement(AssertionError):
    pass


def attempted(act: Callable, **words) -> bool:
    """Whether the register took it."""
    try:
        with transaction.atomic():
            act(demo_actor(), TODAY, **words)
    except Refused:
        return False
    return True


class Walk:
    """Both books side by side: every decision is taken in both, then all rows are compared."""

    def __init__(self, seed: int) -> None:
        self.seed, self.issued, self.taken = seed, 0, Counter[str]()
        self.first, self.clock, self.steps = 1, 20, dict(STEPS)
        self.book = Register(held())
        self.choose = Choosing(seed, self.book)
        self.chance = self.choose.chance
        self.root = OrganizationSpell.objects.get(parent=None).organization_id
        self.papers: list[int] = []
        self.last: list[tuple[int, dict[str, str] | None]] = []  # (paper, the mark before it)

    def step(self) -> int:
        """One decision or undoing, now and then back-dated; how many operations it asked for."""
        self.clock += self.chance.randint(0, 6)
        back = self.chance.randint(0, 60) if self.choose.often(0.2) else 0
        kind = self.chance.choices(list(self.steps), self.steps.values())[0]
        asked = getattr(self, kind)(max(self.first, self.clock - back)) or 1
        self.compare()
        return asked

    def leave_the_past(self) -> int:
        """From now on only later days change, and nothing of the past is undone; gives its last day."""
        past, self.clock = self.clock, self.clock + 1
        self.first = self.clock
        del self.steps["correct"]
        self.papers.clear()
        self.last.clear()
        return past

    def paper(self) -> int:
        self.issued += 1
        return paper(f"{self.seed}.{self.issued}-QĐ/TU", date(2020, 12, 31))

    def decision(self, kind, day, act, writes, **words) -> None:
        by = self.paper()
        done = attempted(act, from_day=day_of(day), basis=by, **words)
        self.both(kind, by, done, writes)

    def both(self, kind, by, done, writes, before=None) -> None:
        """Taken or refused: the oracle must find the same, and then holds what it writes."""
        try:
            self.book.record(by, writes())
            why = ""
        except Impossible as impossible:
            why = str(impossible)
        if done != (not why):
            raise Disagreement(f"{self}: {kind} taken {done}, but the oracle: {why or 'possible'}")
        if done:
            self.papers.append(by)
            self.last.append((by, before))
            self.taken[kind] += 1

    # --- single decisions -----------------------------------------------------------------------

    def rename(self, day) -> None:
        unit, name = self.choose.unit(day), self.choose.name("Tên")
        self.decision(
            "rename", day, organizations.rename_organization,
            lambda: [("change", "unit", (unit,), day, {"name": name})],
            organization=unit, name=name,
        )  # fmt: skip

    def move(self, day) -> None:
        unit, parent = self.choose.unit(day), self.choose.unit(day)

        def writes():
            row = self.book.on("unit", unit, day)
            need(row and row.values["parent"] not in {None, parent}, "stays where it is")
            need(self.book.on("unit", parent, day), "no such superior")
            return [("change", "unit", (unit,), day, {"parent": parent})]

        act = organizations.move_organization
        self.decision("move", day, act, writes, organization=unit, parent=parent)

    def merge(self, day) -> None:
        unit, into = self.choose.unit(day), self.choose.unit(day)

        def writes():
            need(unit != into and self.book.on("unit", into, day), "nowhere to go")
            said = {"before": unit, "after": into, "kind": "sap_nhap", "share": None}
            return [*self._ending(unit, day), ("open", "continued", said, day)]

        act = organizations.merge_organization
        self.decision("merge", day, act, writes, organization=unit, into=into)

    def end(self, day) -> None:
        unit, act = self.choose.unit(day), organizations.end_organization
        self.decision("end", day, act, lambda: self._ending(unit, day), organization=unit)

    def _ending(self, unit, day) -> list[tuple]:
        later = [row for row in self.book.book if row.table == "unit" and row.key() == (unit,)]
        need(all(row.start < day for row in later), "states begin later")
        return [("end", "unit", (unit,), day)]

    def appoint(self, day) -> None:
        seats = [row.values["post"] for row in self.book.all_on("post", day)]
        free = [post for post in seats if not self.book.on("held", post, day)]
        said = {"post": self.chance.choice(free or seats), "person": self.choose.person()}
        self.decision("appoint", day, posts.appoint, lambda: [("open", "held", said, day)], **said)

    def leave_post(self, day) -> None:
        posting = self.chance.choice(Posting.objects.order_by("pk"))

        def writes():
            row = self.book.on("held", posting.post_id, day)
            need(row and row.start == number_of(posting.effective.start), "not held then")
            return [("end", "held", (posting.post_id,), day)]

        self.decision("leave_post", day, posts.end_posting, writes, posting=posting.pk)

    def transfer(self, day) -> None:
        person, cell = self.choose.person(), self.choose.cell(day)

        def writes():
            row, unit = self.book.on("member", person, day), self.book.on("unit", cell, day)
            need(row and row.values["cell"] != cell, "stays where he is")
            need(unit and unit.values["kind"] in CELLS, "no cell")
            way = moved(person, row.values["cell"], cell, day)
            return [("change", "member", (person,), day, {"cell": cell}), way]

        self.decision("transfer", day, record_transfer, writes, people=[CellRow(person, cell)])

    def leave_party(self, day) -> None:
        person = self.choose.person()

        def writes():
            row = self.book.on("member", person, day)
            need(row and row.until is None, "a later change is recorded")
            way = moved(person, row.values["cell"], None, day, Way.DEPARTED.value)
            return [("end", "member", (person,), day), way]

        people = [ExitRow(person, Way.DEPARTED)]
        self.decision("leave_party", day, record_exit, writes, people=people)

    # --- schemes --------------------------------------------------------------------------------

    def scheme(self, day) -> int:
        wanted, by, before = draft(self.choose, day), self.paper(), digest()
        done = attempted(
            wanted.decide, title=f"Đề án {by}", kept_by=self.root, basis=by,
            placed_before=self.chance.randint(0, len(wanted.places)),
        )  # fmt: skip
        self.both("scheme", by, done, lambda: self._written(wanted, by, done), before)
        if done:
            self.taken.update(line.verb for line in wanted.lines)
            self.heads_are_conserved(day)
            if self.choose.often(0.3):
                self.take_back()
        return len(wanted.lines) + len(wanted.seats) + len(wanted.places)

    def _written(self, wanted: Draft, by: int, done: bool) -> list[tuple]:
        """What it writes, with the numbers its units and posts got (made-up ones where refused)."""
        made = {line.number: -line.number for line in wanted.lines}
        seats = list(range(-len(wanted.seats), 0))
        if done:
            made = dict(SchemeStep.objects.filter(scheme__paper=by).values_list("number", "made"))
            opened = PostSpell.objects.filter(basis=by).order_by("pk")
            seats = list(opened.values_list("post", flat=True))
        return scheme(self.book, wanted.day, wanted.lines, wanted.seats, wanted.places, made, seats)

    def heads_are_conserved(self, day) -> None:
        """Who was a member on the eve of a scheme is one on its day, but for those who left that day."""
        eve, after = (
            set(Membership.objects.on(day_of(each)).values_list("person", flat=True))
            for each in (day - 1, day)
        )
        left = Movement.objects.filter(to_cell=None, effective__startswith=day_of(day))
        assert eve - set(left.values_list("person", flat=True)) == after, self

    # --- undoing --------------------------------------------------------------------------------

    def take_back(self) -> None:
        """The last decision is annulled; the register is to the bit what it was before it."""
        last, before = self.last.pop()
        done = attempted(annul_instrument, instrument=last, by_paper=self.paper(), reason="thử")
        self.book.annul(last)
        now = digest() if before else None
        if not done or now != before:
            raise Disagreement(f"{self}: annulled {done}, not as before: {before} {now}")
        self.papers.remove(last)
        self.taken["take_back"] += 1
        self.compare()

    def unwind(self) -> None:
        while self.last:
            self.take_back()

    def annul(self, day) -> None:
        """What the register refuses to undo, writing all again may still find a way to tell."""
        if self.papers:
            old = self.chance.choice(self.papers)
            if attempted(annul_instrument, instrument=old, by_paper=self.paper(), reason="sai"):
                self.papers.remove(old)
                self.undone("annul", True, self.book.annul, old)

    def repeal(self, _) -> None:
        if self.papers:
            old, by = self.chance.choice(self.papers), self.paper()
            day = self.clock + self.chance.randint(1, 20)  # mostly what has begun
            words = {"instrument": old, "from_day": day_of(day), "by_paper": by, "reason": "thôi"}
            done = attempted(repeal_instrument, **words)
            self.undone("repeal", done, self.book.repeal, old, day, by)
            if done:
                self.papers.remove(old)

    def correct(self, day) -> None:
        """A typing error in the last state of a unit, or in the first day of a posting."""
        if self.choose.often(0.6):
            row = self.chance.choice(
                OrganizationSpell.objects.filter(effective__endswith=None).order_by("pk")
            )
            said = changes = {"name": self.choose.name("Đúng")}
            what = "unit", (row.organization_id,), said
        else:
            row = self.chance.choice(Posting.objects.order_by("pk"))
            start = number_of(row.effective.start) + self.chance.randint(-3, 5)
            if row.effective.until and row.effective.until <= day_of(start):
                return
            changes = {"effective": DayRange(day_of(start), row.effective.until)}
            what = "held", (row.post_id,), {"start": start}
        words = {"kind": row._meta.label, "fact": row.pk, "changes": changes, "reason": "gõ nhầm"}
        done = attempted(correct_fact, by_paper=self.paper(), **words)
        self.undone("correct", done, self.book.correct, row.basis_id, *what)

    def undone(self, kind, done, record, *words) -> None:
        if not done:
            with suppress(Impossible):
                record(*words)
                raise Disagreement(f"{self}: {kind} {words} refused")
            return
        try:
            record(*words)
        except Impossible as impossible:
            raise Disagreement(f"{self}: {kind} {words} taken, but: {impossible}") from impossible
        self.taken[kind] += 1
        self.last.clear()

    # --- comparing ------------------------------------------------------------------------------

    def compare(self) -> None:
        """All rows; and on a random day the two projections: the tree, and who sits in which cell."""
        if (ours := held()) != (theirs := self.book.rows()):
            more = [row for row in ours if row not in theirs]
            less = [row for row in theirs if row not in ours]
            raise Disagreement(f"{self}: register {more}, oracle {less}")
        number = self.chance.randint(0, self.clock + 20)
        day = day_of(number)
        lines = Closure.objects.filter(effective__contains=day)
        if set(lines.values_list("ancestor", "descendant", "depth")) != self.book.tree(number):
            raise Disagreement(f"{self}: the tree on day {number}")
        seats = Seat.objects.filter(from_day__lte=day, until_day__gt=day)
        found: dict[int, set[int]] = {}
        for cell, person in seats.values_list("cell", "person"):
            found.setdefault(cell, set()).add(person)
        if found != self.book.members(number):
            raise Disagreement(f"{self}: the members on day {number}")

    def __str__(self) -> str:
        events = "\n".join(map(str, self.book.events[-12:]))
        return f"walk {self.seed}, after\n{events}\n"
