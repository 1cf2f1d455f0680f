"""Số của người mô phỏng — of those who hold posts, by a list of each body; no such number can exist.

A citizen's number begins with a code no place of birth has; the same is refused for other people as
long as the parameter stands that says who lives here (`numbers_of_nobody`).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.members import Member
from thenchot.doors.exchange.demo.places import Body
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import World
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.words import InstrumentKind, PersonnelArea
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Sex
from thenchot.people.identity.words import Limits, NumberKind

NOWHERE = 999
LONG_AGO = date(1990, 1, 1)


def numbers_of_nobody(by: Actor, on: date) -> None:
    """Số không có thật — the only ones taken here, by a paper that says so."""
    paper = register_instrument(
        by, on, kind=InstrumentKind.NOTICE, number_sign="02-TB/MP", issuer="Bản chạy thử",
        abstract=mark("Chỉ nhận số định danh không có thật vì người không có thật"),
        issued_year=LONG_AGO.year, issued_on=LONG_AGO,
    )  # fmt: skip
    record_parameter(
        by, on, key=Limits.FICTION, values=[NOWHERE], clause=mark("Điều 1"), verified=True,
        from_day=LONG_AGO, basis=paper.answer or 0,
    )  # fmt: skip


def open_personnel(by: Actor, on: date) -> None:
    """Nhân sự chưa công bố — switched on for people who do not exist, by a paper that says so."""
    paper = register_instrument(
        by, on, kind=InstrumentKind.NOTICE, number_sign="01-TB/MP", issuer="Bản chạy thử",
        abstract=mark("Cho phép ghi nhân sự chưa công bố vì người không có thật"),
        issued_year=on.year, issued_on=date(on.year, 1, 1),
    )  # fmt: skip
    for area in PersonnelArea:
        record_parameter(
            by, on, key=area, values=[1], clause=mark("Điều 1"), verified=True,
            from_day=date(on.year, 1, 1), basis=paper.answer or 0,
        )  # fmt: skip


class Cards:
    """Danh sách số — each holder of a post once; its numbers of papers are of an issuer of its own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.listed: set[int] = set()

    def list_of(self, day: date, body: Body) -> Iterator[Step]:
        """Danh sách của một đảng bộ — who came to a post since the list before."""
        members = [self.world.members.all[key - 1] for cell in body.cells() for key in cell.members]
        new = [each for each in members if each.holds and each.key not in self.listed]
        if not new:
            return
        self.listed |= {each.key for each in new}
        issuer = body.issuer.replace("Ban Thường vụ", "Tổ quản lý thẻ")
        issued = day - timedelta(days=1)
        number = self.world.number(issuer, issued.year)
        paper = Paper(
            InstrumentKind.OTHER, f"{number:02}-DS/TT{body.sign}", issuer,
            f"Số định danh, số thẻ đảng viên của cán bộ, {body.name}", issued.year, issued,
        )  # fmt: skip
        yield steps.Numbers(paper, [row for each in new for row in _numbers(each)], day)


def _numbers(member: Member) -> list[tuple[int, NumberKind, str]]:
    century = 2 * (member.birth_on.year // 100 - 19) + (member.sex is Sex.FEMALE)
    citizen = f"{NOWHERE}{century}{member.birth_on:%y}{member.key:06}"
    return [
        (member.key, NumberKind.CITIZEN, citizen),
        (member.key, NumberKind.CARD, f"99{member.key:06}"),
    ]
