"""Tinh gọn bộ máy — a second, small province (made up) whose streamlining is counted from two schemes.

Eight agencies with their divisions and service units; then three pairs of agencies unite, most of
their divisions and service units are absorbed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from thenchot.doors.exchange.demo.schemes import SchemeWriter
from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021
from thenchot.doors.exchange.demo.steps import Paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Tier
from thenchot.people.reorganisation.rules.rows import PostRow, StepRow, Where
from thenchot.people.reorganisation.words import Verb

TREE, DAY = NEW_YEAR_2021, date(2023, 12, 1)
NAME, ISSUER = "Ủy ban nhân dân tỉnh Tiền Giang (dữ liệu mô phỏng)", "Bản chạy thử"
FOUNDING = Paper(
    InstrumentKind.NOTICE,
    "04-TB/MP",
    ISSUER,
    "Bộ máy mô phỏng của tỉnh Tiền Giang",
    2021,
    date(2021, 1, 4),
)
DECISION = Paper(
    InstrumentKind.DECISION,
    "05-QĐ/MP",
    ISSUER,
    "Sắp xếp, tinh gọn bộ máy mô phỏng",
    2023,
    date(2023, 11, 15),
)
# Agencies with their deputies; each pair becomes one with its deputies; the last two stay.
PAIRS = (
    (("Sở Tài chính", 3), ("Sở Kế hoạch và Đầu tư", 3), ("Sở Tài chính và Đầu tư", 5)),
    (("Sở Xây dựng", 3), ("Sở Giao thông vận tải", 3), ("Sở Xây dựng và Giao thông", 5)),
    (("Sở Nội vụ", 3), ("Sở Lao động", 2), ("Sở Nội vụ và Lao động", 4)),
)
STAYING = (("Sở Y tế", 3), ("Sở Giáo dục và Đào tạo", 3))
DIVISIONS, SERVICE_UNITS = 5, 20  # of each agency
KEPT = {
    OrganizationKind.DIVISION: (2, 2),
    OrganizationKind.SERVICE_UNIT: (5, 4),
}  # of a pair, of one


@dataclass(slots=True)
class Agency:
    """Sở — its number in the scheme that founds it, then its unit; and what stands below it."""

    number: int
    name: str
    below: dict[OrganizationKind, list[int]] = field(default_factory=dict)


class Streamlining:
    """Hai đề án — the apparatus as it was, and how it was streamlined."""

    def __init__(self, by: Actor, on: date, paper: Callable[[Paper], int]) -> None:
        self.by, self.on, self.paper = by, on, paper
        self.agencies: dict[str, Agency] = {}

    def record(self) -> None:
        done = establish_organization(
            self.by, self.on, name=NAME, kind=OrganizationKind.AGENCY, level=Level.PROVINCE, parent=None,
            from_day=TREE, basis=self.paper(FOUNDING),
        )  # fmt: skip
        root = done.answer or 0
        founding = SchemeWriter(self.by, self.on)
        founding.begin(mark("Bộ máy mô phỏng của tỉnh Tiền Giang"), root, TREE)
        founding.add(list(self._founded(founding, root)))
        founding.add_posts(list(self._seats()))
        made = founding.decide(self.paper(FOUNDING))
        for agency in self.agencies.values():
            agency.number = made[agency.number]
            agency.below = {
                kind: [made[each] for each in units] for kind, units in agency.below.items()
            }
        reform = SchemeWriter(self.by, self.on)
        reform.begin(mark("Sắp xếp, tinh gọn bộ máy mô phỏng của tỉnh Tiền Giang"), root, DAY)
        posts: list[PostRow] = []
        reform.add(list(self._reformed(reform, root, posts)))
        reform.add_posts(posts)
        reform.decide(self.paper(DECISION))

    def _founded(self, scheme: SchemeWriter, root: int) -> Iterator[StepRow]:
        for name in (each for *pair, _ in PAIRS for each, _ in pair):
            yield from self._agency(scheme, root, name)
        for name, _ in STAYING:
            yield from self._agency(scheme, root, name)

    def _agency(self, scheme: SchemeWriter, root: int, name: str) -> Iterator[StepRow]:
        agency = self.agencies[name] = Agency(scheme.next_number(), name)
        kind = OrganizationKind.AGENCY
        yield StepRow(agency.number, Verb.FOUND, None, Where(root), name, kind, Level.PROVINCE)
        for kind, many, word in (
            (OrganizationKind.DIVISION, DIVISIONS, mark("Phòng")),
            (OrganizationKind.SERVICE_UNIT, SERVICE_UNITS, mark("Đơn vị sự nghiệp")),
        ):
            agency.below[kind] = [scheme.next_number() for _ in range(many)]
            for place, number in enumerate(agency.below[kind], start=1):
                title = f"{word} {place}, {name}"
                into = Where(step=agency.number)
                yield StepRow(number, Verb.FOUND, None, into, title, kind, Level.PROVINCE)

    def _seats(self) -> Iterator[PostRow]:
        for name, deputies in [each for *pair, _ in PAIRS for each in pair] + list(STAYING):
            yield from _posts(Where(step=self.agencies[name].number), deputies)

    def _reformed(self, scheme: SchemeWriter, root: int, posts: list[PostRow]) -> Iterator[StepRow]:
        for (one, _), (other, _), (name, deputies) in PAIRS:
            number = scheme.next_number()
            kind, into = OrganizationKind.AGENCY, Where(step=number)
            yield StepRow(number, Verb.FOUND, None, Where(root), name, kind, Level.PROVINCE)
            posts += _posts(into, deputies)
            pair = [self.agencies[one], self.agencies[other]]
            for agency in pair:
                yield StepRow(scheme.next_number(), Verb.UNITE, agency.number, into)
            for kind, (of_a_pair, _) in KEPT.items():
                units = [unit for agency in pair for unit in agency.below[kind]]
                for unit in units[:of_a_pair]:
                    yield StepRow(scheme.next_number(), Verb.TRANSFER, unit, into)
                yield from _absorbed(scheme, units, of_a_pair)
        for name, _ in STAYING:
            for kind, (_, of_one) in KEPT.items():
                yield from _absorbed(scheme, self.agencies[name].below[kind], of_one)


def _absorbed(scheme: SchemeWriter, units: list[int], kept: int) -> Iterator[StepRow]:
    """Sáp nhập — all but the first few go into those, in turn."""
    for place, unit in enumerate(units[kept:]):
        yield StepRow(scheme.next_number(), Verb.ABSORB, unit, Where(units[place % kept]))


def _posts(where: Where, deputies: int) -> list[PostRow]:
    tier = Tier.STANDING_COMMITTEE
    head = PostRow(0, where, mark("Giám đốc"), PostKind.HEAD, tier)
    return [head] + [PostRow(0, where, mark("Phó Giám đốc"), PostKind.DEPUTY, tier)] * deputies
