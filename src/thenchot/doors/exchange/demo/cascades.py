"""Giao cấp dưới ban hành — the streamlining of 2024, done by all who were asked (F06, F07); and one still running.

Plan 316 implements the Central resolution; every unit directly below the province issues its scheme in
time, one of them had done so before the plan. What runs in June 2025 is made up.
"""

from collections.abc import Callable
from datetime import date, timedelta

from thenchot.doors.exchange.demo.rulings import STREAMLINING
from thenchot.doors.exchange.demo.steps import Paper
from thenchot.doors.exchange.demo.world import World
from thenchot.ground.basis.acts.act import Basis
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.reads import OrganizationLine, organizations_on
from thenchot.ground.register.words import LIMITED_LIFE
from thenchot.office.documents.acts.cascading import hand_down, judge_earlier
from thenchot.office.documents.acts.relating import relate_papers
from thenchot.office.documents.reads.cascades import cascade_page
from thenchot.office.documents.rules.cascading import CascadeRow, UnitRow
from thenchot.office.documents.rules.relating import RelationRow
from thenchot.office.documents.words import Progress, RelationKind, Verdict

CENTRAL = Paper(
    InstrumentKind.RESOLUTION, "18-NQ/TW", "Ban Chấp hành Trung ương",
    "Tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị", 2017, date(2017, 10, 25),
)  # fmt: skip
FINISHED_BY = date(2024, 12, 25)  # F07
RUNNING = Paper(
    InstrumentKind.PLAN, "07-KH/MP", "Bản chạy thử",
    "Lập danh mục hồ sơ bàn giao trước khi sắp xếp, thực hiện Nghị quyết số 18-NQ/TW", 2025, date(2025, 5, 20),
)  # fmt: skip
RUNNING_UNTIL = date(2025, 6, 13)
ABSTRACTS = {
    InstrumentKind.SCHEME: mark("Sắp xếp tổ chức, quy định chức năng, nhiệm vụ, quyền hạn, cơ cấu của đơn vị"),
    InstrumentKind.PLAN: mark("Lập danh mục hồ sơ bàn giao"),
}  # fmt: skip
LETTERS = {InstrumentKind.SCHEME: "ĐA", InstrumentKind.PLAN: "KH"}


class Cascades:
    """Hai việc giao — of every standing unit directly below the province."""

    def __init__(
        self,
        by: Actor,
        on: date,
        world: World,
        units: dict[int, int],
        paper: Callable[[Paper], int],
    ) -> None:
        self.by, self.on, self.paper = by, on, paper
        self.root = units[world.places.root]
        self.signed = {units[body.key]: (body.issuer, body.sign) for body in world.places.bodies}

    def record(self) -> None:
        central, plan, running = map(self.paper, (CENTRAL, STREAMLINING, RUNNING))
        for each in (plan, running):
            self._implements(each, self.root, central)
        done = self._below(FINISHED_BY)
        first = self._handed_down(plan, InstrumentKind.SCHEME, FINISHED_BY, done)
        for place, unit in enumerate(done[1:], start=1):
            day = FINISHED_BY - timedelta(days=place % 9)
            self._issued(unit, InstrumentKind.SCHEME, day, plan)
        before = self._issued(done[0], InstrumentKind.SCHEME, date(2024, 12, 3), central)
        self._judge(first, before)
        asked = self._below(RUNNING_UNTIL)
        self._handed_down(running, InstrumentKind.PLAN, RUNNING_UNTIL, asked)
        for place, unit in enumerate(asked):
            if place % 3 == 0:
                self._issued(unit, InstrumentKind.PLAN, date(2025, 6, 2), running)
            elif place % 7 == 1:
                self._issued(unit, InstrumentKind.PLAN, date(2025, 5, 6), central)

    def _below(self, day: date) -> list[OrganizationLine]:
        with scoped(self.by, self.on, reading=True):
            lines = organizations_on(by=self.by, on=day, levels=1)
        at = next(place for place, line in enumerate(lines) if line.id == self.root)
        found = []
        for line in lines[at + 1 :]:
            if line.depth <= lines[at].depth:
                break
            if line.kind not in LIMITED_LIFE:
                found.append(line)
        return found

    def _handed_down(
        self, plan: int, kind: InstrumentKind, due_on: date, below: list[OrganizationLine]
    ) -> int:
        done = hand_down(
            self.by, self.on, organization=self.root, basis=plan, row=CascadeRow(plan, kind, due_on),
            units=[UnitRow(each.id) for each in below],
        )  # fmt: skip
        return done.answer or 0

    def _issued(
        self, unit: OrganizationLine, kind: InstrumentKind, day: date, directive: int
    ) -> int:
        """A paper of the unit's own, with the relation that makes it the proof."""
        issuer, sign = self.signed.get(unit.id, (unit.name, "CQ"))
        paper = PaperRow(
            kind, f"{day.month:02}-{LETTERS[kind]}/{sign}", issuer, ABSTRACTS[kind], day, kept_by=unit.id
        )  # fmt: skip
        return self._implements(paper, unit.id, directive)

    def _implements(self, paper: Basis, unit: int, directive: int) -> int:
        row = RelationRow(RelationKind.IMPLEMENTS, directive, own=True)
        done = relate_papers(self.by, self.on, organization=unit, basis=paper, row=row)
        return done.answer or 0

    def _judge(self, cascade: int, before: int) -> None:
        with scoped(self.by, self.on, reading=True):
            page = cascade_page(by=self.by, on=FINISHED_BY, cascade=cascade)
        waiting = [each for each in page.units if each.progress is Progress.EARLIER] if page else []
        for each in waiting:
            judge_earlier(
                self.by, self.on, unit_asked=each.id, paper=before, verdict=Verdict.ENOUGH,
                reason=mark("Đề án đã có đủ các nội dung kế hoạch yêu cầu"),
            )  # fmt: skip
