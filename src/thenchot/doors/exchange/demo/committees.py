"""Cấp ủy mô phỏng — of the province, its districts and some communes; two steering bodies, pilots, posts held beside others."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, islice
from typing import Any

from thenchot.doors.exchange.demo.places import Base, Body
from thenchot.doors.exchange.demo.steps import Paper
from thenchot.doors.exchange.demo.world import PROVINCE, World
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.acts.posts import appoint, establish_post
from thenchot.ground.register.words import Came, Level, Manner, OrganizationKind, PostKind
from thenchot.people.committees.acts.bodies import record_body, record_body_members
from thenchot.people.committees.acts.pilots import record_pilot
from thenchot.people.committees.acts.terms import record_committee, record_term
from thenchot.people.committees.acts.working import record_working_paper
from thenchot.people.committees.rules import BodyRow, CommitteeRow
from thenchot.people.committees.words import Manner as Chosen
from thenchot.people.committees.words import Rank, Role, WorkingKind

TERM, DAY = "2020–2025", date(2021, 2, 1)
LATER = date(2024, 3, 4)
PAPERS = {
    WorkingKind.REGULATION: (InstrumentKind.RULES, "01-QC/CU"),
    WorkingKind.PROGRAMME: (InstrumentKind.PROGRAMME, "01-CTr/CU"),
    WorkingKind.DIVISION: (InstrumentKind.NOTICE, "01-TB/CU"),
}
DEPUTIES, OF_EACH_BODY, MOST, COMMUNES = 2, 3, 15, 3  # the last: of each district
STEERING = (
    (OrganizationKind.STEERING_COMMITTEE, "Ban Chỉ đạo xây dựng nông thôn mới", "BCĐNTM"),
    (OrganizationKind.WORKING_GROUP, "Tổ giúp việc tổng kết nghị quyết", "TGV"),
)
BESIDE = (("Trưởng ban", Manner.CONCURRENT), ("Phó Trưởng ban", Manner.ACTING))


class Committees:
    """Cấp ủy — sits of those who hold posts in its cells since the register was opened."""

    def __init__(
        self, by: Actor, on: date, world: World, handed: Collection[int],
        units: Mapping[int, int], people: Mapping[int, int], paper: Callable[[Paper], int],
    ) -> None:  # fmt: skip
        self.by, self.on, self.world, self.handed = by, on, world, handed
        self.units, self.people, self.paper = units, people, paper

    def record(self) -> None:
        """Ghi — from the top down; every third committee has not issued what it works by."""
        bodies = [body for body in self.world.places.bodies if body.opens <= DAY]
        first = chain.from_iterable(islice(self._holders(body), OF_EACH_BODY) for body in bodies)
        self._committee(self.world.places.root, PROVINCE, list(first), 0)
        for turn, body in enumerate(bodies):
            seat = body.issuer.removeprefix("Ban Thường vụ ")
            self._committee(body.key, seat, list(self._holders(body)), turn)
            for number, base in enumerate(islice(_towns(body), COMMUNES), start=turn):
                self._committee(base.key, base.issuer, list(self._holders(base)), number)
        self._bodies(bodies)

    def _holders(self, of: Body | Base) -> Iterator[int]:
        """Whoever holds a post in the cells, by the numbers of the generator; never moved since."""
        cells = of.cells() if isinstance(of, Body) else of.cells
        for cell in cells:
            for key in cell.members:
                if key in self.handed and self.world.members.all[key - 1].holds:
                    yield self.people[key]

    def _committee(self, unit: int, issuer: str, holders: list[int], turn: int) -> None:
        """Allowed one more than sit in every second committee."""
        seats = holders[:MOST]
        if len(seats) <= DEPUTIES:
            return
        standing = max(DEPUTIES + 1, len(seats) // 3)
        congress = f"Đại hội {issuer}"
        basis = self.paper(_resolution(congress, "Kết quả bầu cấp ủy", DAY))
        asked: dict[str, Any] = {"organization": self.units[unit], "from_day": DAY, "basis": basis}
        record_term(
            self.by,
            self.on,
            label=TERM,
            executive=len(seats) + turn % 2,
            standing=standing,
            **asked,
        )
        rows = [
            CommitteeRow(person, rank_at(place, standing), Chosen.ELECTED)
            for place, person in enumerate(seats)
        ]
        record_committee(self.by, self.on, people=rows, decider=congress, **asked)
        for kind in list(WorkingKind)[: turn % 3]:
            issued = _working(issuer, kind, DAY + timedelta(days=45))
            record_working_paper(
                self.by, self.on, organization=self.units[unit], kind=kind,
                from_day=issued.issued_on or DAY, basis=self.paper(issued),
            )  # fmt: skip

    def _bodies(self, bodies: list[Body]) -> None:
        root = self.units[self.world.places.root]
        basis = self.paper(
            _resolution(PROVINCE, "Lập ban chỉ đạo, tổ giúp việc, chọn nơi làm điểm", LATER)
        )
        asked: dict[str, Any] = {"from_day": LATER, "basis": basis}
        for kind, name, series in STEERING:
            made = (
                establish_organization(
                    self.by,
                    self.on,
                    name=name,
                    kind=kind,
                    level=Level.PROVINCE,
                    parent=root,
                    **asked,
                ).answer
                or 0
            )
            record_body(
                self.by, self.on, organization=made, standing_agency=root, series=series, **asked
            )
            whom = list(chain.from_iterable(islice(self._holders(body), 1) for body in bodies))
            rows = [
                BodyRow(person, Role.MEMBER if place else Role.HEAD)
                for place, person in enumerate(whom)
            ]
            record_body_members(self.by, self.on, organization=made, people=rows, **asked)
            self._beside(made, whom, asked)
        for body in bodies[:2]:
            record_pilot(
                self.by, self.on, organization=self.units[body.key], directed_by=None, equipment=None,
                subject="Sinh hoạt chi bộ theo chuyên đề", **asked,
            )  # fmt: skip

    def _beside(self, body: int, people: list[int], asked: dict[str, Any]) -> None:
        """Posts of a body, held beside one's own, or acting."""
        for (title, manner), person in zip(BESIDE, people, strict=False):
            post = establish_post(
                self.by, self.on, organization=body, title=title, kind=PostKind.OTHER, **asked
            )
            appoint(
                self.by, self.on, person=person, post=post.answer or 0, manner=manner,
                came=Came.ASSIGNED, **asked,
            )  # fmt: skip


def rank_at(place: int, standing: int) -> Rank:
    """Chức danh theo thứ tự — the secretary, the deputies, the standing board, the others."""
    if place == 0:
        return Rank.SECRETARY
    if place <= DEPUTIES:
        return Rank.DEPUTY
    return Rank.STANDING if place < standing else Rank.MEMBER


def _towns(body: Body) -> Iterator[Base]:
    return (base for base in body.bases if base.level is Level.COMMUNE and not base.alone())


def _resolution(issuer: str, abstract: str, issued: date) -> Paper:
    """As the congress or the committee numbers its first papers of the term."""
    return Paper(InstrumentKind.RESOLUTION, "01-NQ/ĐH", issuer, abstract, issued.year, issued)


def _working(issuer: str, kind: WorkingKind, issued: date) -> Paper:
    paper, sign = PAPERS[kind]
    return Paper(paper, sign, issuer, kind.label, issued.year, issued)
