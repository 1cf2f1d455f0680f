"""Sắp xếp tháng 7 năm 2025 — the demo province's scheme: districts end, communes unite, cells go with them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from thenchot.doors.exchange.demo.committees import MOST, TERM, rank_at
from thenchot.doors.exchange.demo.opening import COMMUNE_SEATS
from thenchot.doors.exchange.demo.places import Base, Body, Places
from thenchot.doors.exchange.demo.positions import OF_THE_COMMITTEE
from thenchot.doors.exchange.demo.schemes import SchemeWriter
from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021
from thenchot.doors.exchange.demo.steps import Paper
from thenchot.doors.exchange.demo.world import STANDING_COMMITTEE
from thenchot.doors.exchange.territory import Key, Map, Reform, read_map
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.reads import OrganizationLine, organization_on
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.committees.acts.terms import record_committee, record_term
from thenchot.people.committees.rules import CommitteeRow
from thenchot.people.committees.words import Manner
from thenchot.people.members.words import Limits
from thenchot.people.reorganisation.reads.people import Leaving
from thenchot.people.reorganisation.reads.sizes import limits_on, sized
from thenchot.people.reorganisation.rules.rows import PostRow, StepRow, Where
from thenchot.people.reorganisation.words import Consented, Verb

DAY = date(2025, 7, 1)
OURS, ISSUER = "Tỉnh Hậu Giang", "Bản chạy thử"
SHELLS = Paper(
    InstrumentKind.NOTICE, "02-TB/MP", ISSUER, "Tên các tỉnh cùng hợp nhất, không có đảng viên", 2021,
    date(2021, 1, 4),
)  # fmt: skip
DECISION = Paper(
    InstrumentKind.DECISION, "03-QĐ/MP", ISSUER, "Sắp xếp tổ chức đảng theo đơn vị hành chính mới", 2025,
    date(2025, 6, 12),
)  # fmt: skip
CONSENT = Paper(
    InstrumentKind.NOTICE, "08-TB/MP", ISSUER, "Đồng ý giữ chi bộ cơ sở đông đảng viên khi sắp xếp", 2025,
    date(2025, 6, 10),
)  # fmt: skip
DESIGNATION = Paper(
    InstrumentKind.DECISION, "06-QĐ/MP", ISSUER, "Chỉ định cấp ủy các xã, phường mới", 2025,
    date(2025, 6, 13),
)  # fmt: skip
OF_THE_PARTY = (
    "cấp ủy", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ủy ban Kiểm tra", "Trung tâm Chính trị",
    "Mặt trận", "Hội ", "Đoàn Thanh niên", "Liên đoàn",
)  # fmt: skip
PART_OF_CELLS = 5  # of a divided commune every fifth cell goes with each smaller part


class July:
    """Đề án tháng 7 — written line by line as an office would, decided, not yet in effect."""

    def __init__(
        self, by: Actor, on: date, places: Places, units: Mapping[int, int],
        paper: Callable[[Paper], int],
    ) -> None:  # fmt: skip
        self.by, self.on, self.places, self.paper = by, on, places, paper
        self.units = units  # the generator's numbers and what they became
        whole = read_map([OURS])
        self.stand = self._stand(whole)
        self.map = whole.within(self.stand)
        self.reform = Reform(self.map, self.stand)
        self.bases = {units[base.key]: base for body in places.bodies for base in body.bases}

    def decide(self) -> None:
        """Soạn và ghi quyết định — nobody is left without a place."""
        scheme = SchemeWriter(self.by, self.on)
        title = mark("Sắp xếp tổ chức đảng từ ngày 01/07/2025")
        scheme.begin(title, self.units[self.places.root], DAY)
        rows = self.reform.steps()
        rows += [*self._offices(), *self._cells(), *self._agencies(), *self._boards()]
        scheme.add(rows)
        posts = self._posts(scheme.leaving())
        scheme.add_posts(posts)
        scheme.give_staff()
        scheme.consent(Consented.LARGE_CELL, self._large(rows), self.paper(CONSENT))
        self._designate(scheme.decide(self.paper(DECISION)), posts)

    def _large(self, rows: Sequence[StepRow]) -> list[int]:
        """Chi bộ đông — with the members of a party committee once they are grassroots cells."""
        cells = [row.unit for row in rows if row.verb is Verb.RETYPE and row.unit is not None]
        with scoped(self.by, self.on, reading=True):
            party_from = limits_on(DAY)[Limits.GRASSROOTS_PARTY_LEAST].value
            return [cell.id for cell in sized(cells, DAY) if cell.members >= party_from]

    def _designate(self, made: Mapping[int, int], posts: Sequence[PostRow]) -> None:
        """Chỉ định cấp ủy — of each new commune, those who hold its first posts; others follow."""
        people: dict[int, list[int]] = defaultdict(list)
        for post in posts:
            if post.holder is not None and post.where.step is not None:
                people[made[post.where.step]].append(post.holder)
        basis = self.paper(DESIGNATION)
        for unit, holders in people.items():
            asked: dict[str, Any] = {"organization": unit, "from_day": DAY, "basis": basis}
            record_term(
                self.by, self.on, label=TERM, executive=MOST, standing=len(COMMUNE_SEATS), **asked
            )
            rows = [
                CommitteeRow(person, rank_at(place, len(COMMUNE_SEATS)), Manner.DESIGNATED)
                for place, person in enumerate(holders)
            ]
            record_committee(self.by, self.on, people=rows, decider=STANDING_COMMITTEE, **asked)

    def _stand(self, map: Map) -> dict[Key, int]:
        """Which unit each place of the map is; the other old provinces are founded by name only."""
        districts = {place.name: code for code, place in map.districts.items()}
        communes = {(place.above, place.name): code for code, place in map.communes.items()}
        found: dict[Key, int] = {}
        for code, place in map.provinces.items():
            ours = place.name == OURS
            found[Level.PROVINCE, code] = (
                self.units[self.places.root] if ours else self._shell(place.party())
            )
        for body in self.places.bodies:
            if body.level is not Level.DISTRICT:
                continue
            code = districts[body.place]
            found[Level.DISTRICT, code] = self.units[body.key]
            for base in _communes(body):
                name = base.name.removeprefix("Đảng bộ ")
                place_name = name[0].upper() + name[1:]
                found[Level.COMMUNE, communes[code, place_name]] = self.units[base.key]
        return found

    def _shell(self, name: str) -> int:
        done = establish_organization(
            self.by, self.on, name=name, kind=OrganizationKind.PROVINCE_PARTY, level=Level.PROVINCE,
            parent=None, from_day=NEW_YEAR_2021, basis=self.paper(SHELLS), has_committee=True,
        )  # fmt: skip
        return done.answer or 0

    def _offices(self) -> list[StepRow]:
        """Cơ quan, doanh nghiệp của huyện and the province's own blocs — under the new province.

        Police and military cells go to their bloc, those of party bodies and mass organizations
        to one new committee, the others to that of the people's committee.
        """
        city = next(iter(self.reform.provinces.values()))
        parties = [
            StepRow(
                self.reform.next_number(), Verb.FOUND, None, city, name, OrganizationKind.UPPER_PARTY,
                Level.PROVINCE, True,
            )
            for name in (mark("Đảng bộ các cơ quan Đảng thành phố"), mark("Đảng bộ Ủy ban nhân dân thành phố"))
        ]  # fmt: skip
        agencies, administration = (Where(step=row.number) for row in parties)
        blocs = [body for body in self.places.bodies if body.level is not Level.DISTRICT]
        rows = [self._under(city, body.key) for body in blocs]
        for body in self.places.bodies:
            for base in body.bases if body.level is Level.DISTRICT else ():
                if base in _communes(body):
                    continue
                bloc = next((each for each in blocs if each.place.split()[0] in base.name), None)
                home = Where(self.units[bloc.key]) if bloc else administration
                if any(word in base.name for word in OF_THE_PARTY):
                    home = agencies
                rows.append(self._under(home, base.key))
        return [*parties, *rows]

    def _under(self, home: Where, key: int) -> StepRow:
        return StepRow(self.reform.next_number(), Verb.TRANSFER, self.units[key], home)

    def _cells(self) -> list[StepRow]:
        """Chi bộ đi với xã — under an upper-level committee a cell is itself a grassroots organization."""
        rows = []
        for key, unit in self.stand.items():
            if key[0] is not Level.COMMUNE:
                continue
            into = self.map.into[key[1]]
            main, *parts = sorted(into, key=lambda new: self._rank(key[1], new))
            cells = [cell for cell in self.bases[unit].cells if cell.open]
            for number, cell in enumerate(cells):
                to = parts[0] if parts and number % PART_OF_CELLS == PART_OF_CELLS - 1 else main
                home = self.reform.communes[to]
                cell_unit = self.units[cell.key]
                if home.unit != unit:
                    rows.append(StepRow(self.reform.next_number(), Verb.TRANSFER, cell_unit, home))
                rows.append(
                    StepRow(
                        self.reform.next_number(), Verb.RETYPE, cell_unit, None, "", OrganizationKind.GRASSROOTS_CELL,
                        Level.BASE, cell.committee,
                    )
                )  # fmt: skip
        return rows

    def _rank(self, old: str, new: str) -> tuple[bool, str]:
        """The part that keeps the code or the name comes first."""
        kept = new == old or self.map.new_communes[new].name == self.map.communes[old].name
        return not kept, new

    def _agencies(self) -> list[StepRow]:
        """Các ban của Tỉnh ủy — become those of the Thành ủy."""
        city = next(iter(self.reform.provinces.values()))
        rows = []
        bodies = OrganizationKind.STEERING_COMMITTEE, OrganizationKind.WORKING_GROUP
        for line in self._agencies_of(self.places.root, *bodies):
            rows.append(StepRow(self.reform.next_number(), Verb.TRANSFER, line.id, city))
            if "Tỉnh ủy" in line.name:
                name = line.name.replace("Tỉnh ủy", "Thành ủy")
                rows.append(StepRow(self.reform.next_number(), Verb.RENAME, line.id, None, name))
        return rows

    def _boards(self) -> list[StepRow]:
        """Cơ quan của huyện ủy — become two of the commune in which the district had its seat."""
        rows = []
        for body in self.places.bodies:
            lines = self._agencies_of(body.key) if body.level is Level.DISTRICT else []
            if not lines:
                continue
            code = next(
                key[1]
                for key, unit in self.stand.items()
                if unit == self.units[_communes(body)[0].key]
            )
            home = self.map.into[code][0]
            place = self.map.new_communes[home].name
            for word, ours in (
                (mark("Ban Xây dựng Đảng"), True),
                (mark("Cơ quan Mặt trận"), False),
            ):
                made = self.reform.next_number()
                rows.append(
                    StepRow(
                        made, Verb.FOUND, None, self.reform.communes[home],
                        f"{word} {place[0].lower()}{place[1:]}", OrganizationKind.AGENCY, Level.COMMUNE,
                    )
                )  # fmt: skip
                rows += [
                    StepRow(self.reform.next_number(), Verb.UNITE, line.id, Where(step=made))
                    for line in lines
                    if line.name.startswith(OF_THE_COMMITTEE) is ours
                ]
        return rows

    def _agencies_of(self, key: int, *also: OrganizationKind) -> list[OrganizationLine]:
        unit, day = self.units[key], DAY - timedelta(days=1)
        with scoped(self.by, self.on, reading=True):
            page = organization_on(by=self.by, organization=unit, on=day)
        found = page.children if page else []
        return [line for line in found if line.kind in (OrganizationKind.AGENCY, *also)]

    def _posts(self, left: Sequence[Leaving]) -> list[PostRow]:
        """Chức vụ mới — of the new communes, held by those of the communes united, heads first."""
        of_unit: dict[int, list[int]] = defaultdict(list)
        for line in left:
            if line.person not in of_unit[line.unit]:
                of_unit[line.unit].append(line.person)
        heads = {line.person for line in left if line.kind is PostKind.HEAD}
        posts, taken = [], set[int]()
        for code, where in self.reform.communes.items():
            if where.step is None:
                continue
            olds = [self.stand[Level.COMMUNE, old] for old in self.map.of_commune[code]]
            free = [person for unit in olds for person in of_unit[unit] if person not in taken]
            free.sort(key=lambda person: person not in heads)
            for place, seat in enumerate(COMMUNE_SEATS):
                holder = free[place] if place < len(free) else None
                taken |= {holder} if holder else set()
                posts.append(PostRow(0, where, seat.title, seat.kind, seat.tier, holder))
        return posts


def _communes(body: Body) -> list[Base]:
    return [base for base in body.bases if base.level is Level.COMMUNE]
