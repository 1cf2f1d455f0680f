"""Trình độ của người mô phỏng — by a list at the opening of the books, and one of each September.

They have a chance and an issuer of their own, so that neither lives nor numbers of papers depend on
them. All who hold posts are listed, and a part of the others, as offices have them on file.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.members import Member
from thenchot.doors.exchange.demo.places import Body
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import World
from thenchot.ground.basis.words import InstrumentKind
from thenchot.people.cadres.words import QualificationKind

Row = tuple[int, QualificationKind, str]

LISTED_IN = 9
ON_FILE = {QualificationKind.PROFESSIONAL: 0.16, QualificationKind.POLITICAL: 0.1}
SUBJECTS = ("Luật", "Hành chính học", "Kinh tế", "Kế toán", "Sư phạm", "Nông nghiệp", "Quản trị kinh doanh",
            "Công nghệ thông tin", "Quản lý đất đai", "Công tác xã hội")  # fmt: skip
DEGREES = ("Trung cấp", "Cao đẳng", "Đại học", "Thạc sĩ")
POLITICS = ("Sơ cấp", "Trung cấp", "Cao cấp")
COMMON = {DEGREES: (22, 14, 60, 4), POLITICS: (42, 53, 5)}
OF_HOLDERS = {DEGREES: (8, 4, 74, 14), POLITICS: (8, 64, 28)}
STUDIES_ON = 0.02  # of those who have not come to the end of political studies, in a year


class Study:
    """Trình độ — who holds what, so that a later list names what is new."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = Random(f"{world.shape.seed}/study")
        self.held: dict[tuple[int, QualificationKind], str] = {}

    def hand_over(self, body: Body) -> Iterator[Step]:
        """Danh sách khi bàn giao — right after the lists that name the people."""
        rows = [
            self._first(member, kind)
            for member in self._members(body)
            for kind in QualificationKind
            if member.holds or self._on_file(kind)
        ]
        abstract = f"Trình độ của cán bộ, đảng viên bàn giao, {body.name}"
        yield from self._listed(body, rows, body.opens, abstract)

    def year(self, day: date, body: Body) -> Iterator[Step]:
        """Danh sách bổ sung — who came to a post or to the Party since, and who studied on."""
        rows = []
        for member in self._members(body):
            new = member.admitted_on > day - timedelta(days=365)
            for kind in QualificationKind:
                title = self.held.get((member.key, kind))
                if title is None and (member.holds or (new and self._on_file(kind))):
                    rows.append(self._first(member, kind))
                elif title in POLITICS[:-1] and self.chance.random() < STUDIES_ON:
                    rows.append(self._holds(member, kind, POLITICS[POLITICS.index(title) + 1]))
        abstract = f"Bổ sung trình độ của cán bộ, đảng viên năm {day.year}, {body.name}"
        yield from self._listed(body, rows, day + timedelta(days=9), abstract)

    def _members(self, body: Body) -> Iterator[Member]:
        for cell in body.cells():
            for key in cell.members:
                yield self.world.members.all[key - 1]

    def _on_file(self, kind: QualificationKind) -> bool:
        return self.chance.random() < ON_FILE[kind]

    def _first(self, member: Member, kind: QualificationKind) -> Row:
        weights = OF_HOLDERS if member.holds else COMMON
        if kind is QualificationKind.POLITICAL:
            (title,) = self.chance.choices(POLITICS, weights[POLITICS])
        else:
            (degree,) = self.chance.choices(DEGREES, weights[DEGREES])
            title = f"{degree} {self.chance.choice(SUBJECTS)}"
        return self._holds(member, kind, title)

    def _holds(self, member: Member, kind: QualificationKind, title: str) -> Row:
        self.held[member.key, kind] = title
        return member.key, kind, title

    def _listed(self, body: Body, rows: list[Row], day: date, abstract: str) -> Iterator[Step]:
        if not rows:
            return
        issued, issuer = (
            day - timedelta(days=1),
            body.issuer.replace("Ban Thường vụ", "Ban Tổ chức"),
        )
        number = self.world.number(issuer, issued.year)
        paper = Paper(
            InstrumentKind.OTHER, f"{number:02}-DS/BTC{body.sign}", issuer, abstract, issued.year, issued,
        )  # fmt: skip
        yield steps.Study(paper, rows, day)
