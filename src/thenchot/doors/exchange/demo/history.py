"""Năm tháng của tỉnh mô phỏng — what each month brings, as steps to be recorded in this order."""

from collections.abc import Iterator
from datetime import date

from thenchot.doors.exchange.demo.cards import Cards
from thenchot.doors.exchange.demo.given import Given
from thenchot.doors.exchange.demo.lives import Lives
from thenchot.doors.exchange.demo.members import month_of
from thenchot.doors.exchange.demo.opening import Opening
from thenchot.doors.exchange.demo.places import Body
from thenchot.doors.exchange.demo.positions import Positions
from thenchot.doors.exchange.demo.reform import Reform
from thenchot.doors.exchange.demo.rulings import Rulings
from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021, Shape
from thenchot.doors.exchange.demo.steps import Step
from thenchot.doors.exchange.demo.study import LISTED_IN, Study
from thenchot.doors.exchange.demo.world import World


class Province:
    """Tỉnh mô phỏng — give its `steps()` to the loader; the same shape gives the same steps."""

    def __init__(self, shape: Shape) -> None:
        self.world = World(shape)
        self.opening, self.reform = Opening(self.world), Reform(self.world)
        self.lives, self.rulings = Lives(self.world), Rulings(self.world)
        self.given, self.study = Given(self.world), Study(self.world)
        self.positions = Positions(self.world)
        self.cards = Cards(self.world)

    def steps(self) -> Iterator[Step]:
        """Các bước — from the opening of the books to the last day, month by month."""
        self.opening.settle()
        yield from self.opening.founding()
        everywhere = self.world.places.bodies
        first = min(body.opens for body in everywhere)
        for month in range(month_of(first), month_of(self.world.shape.until) + 1):
            day = date((month - 1) // 12, (month - 1) % 12 + 1, 1)
            for body in everywhere:
                if body.opens == day:
                    yield from self.opening.hand_over(body)
                    yield from self.study.hand_over(body)
                    yield from self.cards.list_of(day, body)
            if day == NEW_YEAR_2021:
                yield from self.opening.department()
            yield from self._month(day, [body for body in everywhere if body.opens <= day])

    def _month(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        for body in bodies:  # before anyone who is waiting for it moves on
            yield from self.lives.recognitions(day, body)
        yield from self.reform.month(day, bodies)
        for body in bodies:
            cells = list(body.cells())
            yield from self.lives.admissions(day, body, cells)
            if day.month % 3 == 2 and day > body.opens:
                yield from self.lives.movements(day, body, cells)
            if day.month == 2 and day.year >= 2021:
                yield from self.rulings.plans(day, body, cells)
            if day.month == LISTED_IN and day > body.opens:
                yield from self.study.year(day, body)
                yield from self.cards.list_of(day, body)
        yield from self.positions.month(day)
        if day >= NEW_YEAR_2021:
            yield from self.rulings.quarter(day, bodies)
            if day.month == 1:
                yield from self.given.targets(day, bodies)
            if day.month % 3 == 0 and day < self.world.shape.until.replace(day=1):
                yield from self.given.reports(day)
