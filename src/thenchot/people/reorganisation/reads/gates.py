"""Các khâu của bản nháp — what a scheme being written counts, and what still stands in its way."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.people.committees.models import CommitteeTerm, WorkingPaper
from thenchot.people.committees.words import WorkingKind
from thenchot.people.positions.models import StaffQuota
from thenchot.people.positions.reads.quotas import assigned_on
from thenchot.people.positions.words import ESTABLISHED, StaffCategory
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.reorganisation.models import Scheme
from thenchot.people.reorganisation.reads.expected import expected_sizes
from thenchot.people.reorganisation.reads.people import destinations, standing_in
from thenchot.people.reorganisation.reads.sizes import limits_on
from thenchot.people.reorganisation.reads.written import (
    consents_of,
    places_of,
    post_ends_of,
    quotas_of,
    steps_of,
    tree_of,
)
from thenchot.people.reorganisation.rules.checks import (
    given_quota_faults,
    left_below,
    left_below_faults,
    post_end_faults,
    post_faults,
    step_faults,
)
from thenchot.people.reorganisation.rules.limits import (
    Sized,
    Surplus,
    named_size_faults,
    surplus_of,
)
from thenchot.people.reorganisation.rules.plan import plan_of
from thenchot.people.reorganisation.rules.rows import NamedUnit, PostRow, UnitNow, Where
from thenchot.people.reorganisation.rules.staffing import (
    StaffLine,
    not_given_faults,
    quota_faults,
    staff_lines,
)
from thenchot.people.reorganisation.rules.warnings import (
    missing_paper_faults,
    naming_places,
    same_name_faults,
)
from thenchot.people.reorganisation.words import Gate, Held, Stay

MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """Chưa bố trí — a person and what of theirs has no place."""

    person_id: int
    name: str
    stay: Stay


@dataclass(frozen=True, slots=True)
class GateLine:
    """Một khâu — what it counts and what is still to be seen to."""

    gate: Gate
    told: list[Reason]
    faults: list[Reason]

    @property
    def listed(self) -> list[tuple[str, Reason]]:
        """Từng điều — with the number of the line it is about, where it is about one."""
        lines = [(fault.field.partition(".")[0], fault) for fault in self.faults]
        return [(line if line.isdecimal() else "", fault) for line, fault in lines]

    @property
    def reached(self) -> bool:
        """Đạt — nothing is left to be seen to."""
        return not self.faults

    @property
    def binding(self) -> bool:
        """Bắt buộc — the decision is refused until it is reached; else it only warns."""
        return self.gate.binding


class Draft:
    """Bản nháp — of one scheme, as `by` may see it on its effect day."""

    def __init__(self, by: Actor, scheme: Scheme, posts: list[PostRow]) -> None:
        self.by, self.day, self.posts = by, scheme.from_day, posts
        self.steps, places = steps_of(scheme.pk), places_of(scheme.pk)
        self.ends, self.quotas = post_ends_of(scheme.pk, self.day), quotas_of(scheme.pk)
        wheres = [post.where for post in posts] + [stay.where for stay in places if stay.where]
        wheres += [Where(each.unit) for each in self.ends.values()]
        wheres += [each.where for each in self.quotas]
        self.plan, self.tree = plan_of(self.steps), tree_of(self.steps, wheres, self.day, by)
        self.standing = standing_in(self.plan.ended, self.day, places, by, self.ends)
        going, self.unplaced = destinations(self.plan, self.tree, self.standing, posts, places)
        assigned: Counter[Where] = Counter()
        for line in self.staff:
            if line.category in ESTABLISHED:
                assigned[line.where] += line.after
        self.sizes = expected_sizes(self.plan, self.tree, self.standing, going, posts, assigned)
        self.known, self.consents = limits_on(self.day), consents_of(scheme.pk)
        self.people = len({who for who, _ in self.unplaced})

    def gates(self) -> list[GateLine]:
        """Năm khâu — in the order they are gone through."""
        return [self._units(), self._people(), self._posts(), self._quotas(), self._papers()]

    def waiting(self) -> list[Waiting]:
        """Người chưa bố trí — the first of them, within the reader's sight."""
        waiting = self.unplaced[:MOST_WAITING]
        people = PersonSpell.objects.on(self.day).visible_to(self.by)
        found = people.filter(person__in={who for who, _ in waiting})
        names = dict(found.values_list("person", "full_name"))
        return [Waiting(who, names[who], stay) for who, stay in waiting if who in names]

    def left(self) -> list[UnitNow]:
        """Đơn vị chưa có nơi về."""
        return left_below(self.plan, self.tree)

    def surplus(self) -> list[Surplus]:
        """Cấp phó dôi dư dự kiến — of the divisions founded or enlarged."""
        found = [surplus_of(unit, self.known, self.day) for unit in self.sizes.values()]
        return [each for each in found if each]

    def _units(self) -> GateLine:
        text = mark("Thành lập {new}, thôi {gone}, thay đổi {changed} đơn vị.")
        many = {
            "new": len(self.plan.founded), "gone": len(self.plan.ended),
            "changed": len(self.plan.changed),
        }  # fmt: skip
        nothing = [] if self.steps else [Reason(mark("Đề án chưa có dòng nào."))]
        faults = [
            *nothing,
            *step_faults(self.steps, self.plan, self.tree),
            *left_below_faults(self.plan, self.tree),
            *named_size_faults(self._measured(), self.known, self.consents),
            *given_quota_faults(self.quotas, self.plan, self.tree),
        ]
        sizes = mark("Số đảng viên của đảng bộ soát khi so sánh bản nháp và khi quyết định.")
        return GateLine(Gate.UNITS, [Reason(text, many), Reason(sizes)], faults)

    def _measured(self) -> dict[Where, Sized]:
        """Those whose numbers the decision is refused for."""
        return {at: self.sizes[at] for at in self.plan.measured(self.tree) if at in self.sizes}

    def _people(self) -> GateLine:
        text = mark("{n} đảng viên, {staff} người công tác ở các đơn vị thôi.")
        going = len({each.person_id for each in self.standing.memberships})
        told = Reason(text, {"n": going, "staff": len(self.standing.employments)})
        unplaced = Reason(mark("Chưa bố trí: {n} người."), {"n": self.people})
        return GateLine(Gate.PEOPLE, [told], [unplaced] if self.people else [])

    def _posts(self) -> GateLine:
        text = mark("Kết thúc {old} chức vụ, lập {new} chức vụ mới.")
        told = [Reason(text, {"old": len(self.standing.posts), "new": len(self.posts)})]
        over = self.surplus()
        if over:
            n = sum(each.unit.deputies - each.most for each in over)
            told.append(Reason(mark("Dự kiến dôi dư {n} cấp phó."), {"n": n}))
        faults = [
            *post_faults(self.posts, self.plan, self.tree),
            *post_end_faults(self.ends.values(), self.plan, self.tree),
        ]
        return GateLine(Gate.POSTS, told, faults)

    def _quotas(self) -> GateLine:
        if not self.by.may(PositionsRight.READ):
            return GateLine(Gate.QUOTAS, [Reason(mark("Biên chế ngoài phạm vi được xem."))], [])
        lines = self.staff
        before, after = sum(each.before for each in lines), sum(each.after for each in lines)
        told = [
            Reason(
                mark("{n} người công tác ở các đơn vị thôi chuyển theo nơi kế tục."),
                {"n": len(self.standing.employments)},
            ),
            Reason(
                mark("Biên chế giao của các đơn vị trong đề án: trước {before}, sau {after}."),
                {"before": before, "after": after},
            ),
        ]
        faults = [*quota_faults(before, after), *not_given_faults(self.plan, self.tree, lines)]
        return GateLine(Gate.QUOTAS, told, faults)

    @cached_property
    def staff(self) -> list[StaffLine]:
        """Biên chế trước và sau — of the units the scheme founds, ends or enlarges, or gives staff, by
        unit and category; superiors that others only move under are left out."""
        day_before, now = self._assigned(self.day - timedelta(days=1)), self._assigned(self.day)
        return staff_lines(self.plan, self.tree, day_before, now, self.quotas)

    def _assigned(self, day: date) -> dict[tuple[int, StaffCategory], int]:
        held = StaffQuota.objects.visible_to(self.by)
        return assigned_on(held.filter(organization__in=self.tree.units), day)

    def _papers(self) -> GateLine:
        text = mark("Có hiệu lực từ {day:%d/%m/%Y}; ghi số, ngày quyết định khi ghi thực hiện.")
        faults = [
            *missing_paper_faults(self.plan, self.tree, self._held()),
            *same_name_faults(self.steps, self.plan, self.tree, self._beside()),
        ]
        return GateLine(Gate.PAPERS, [Reason(text, {"day": self.day})], faults)

    def _beside(self) -> list[NamedUnit]:
        """Đơn vị đang đứng cạnh — below the superiors of those founded or renamed."""
        places = naming_places(self.steps, self.plan, self.tree).values()
        parents = {place.unit for place in places if place.unit is not None}
        spells = OrganizationSpell.objects.on(self.day).visible_to(self.by)
        rows = spells.filter(parent__in=parents).order_by()
        return [
            NamedUnit(unit, parent, name)
            for unit, parent, name in rows.values_list("organization", "parent", "name")
        ]

    def _held(self) -> Mapping[int, set[Labelled]]:
        """Cấp ủy đang có gì — the term and the working papers of the units named."""
        held: dict[int, set[Labelled]] = defaultdict(set)

        def here(model: Any) -> Any:
            seen = model.objects.on(self.day).visible_to(self.by)
            return seen.filter(organization__in=self.tree.units).order_by()

        for unit in here(CommitteeTerm).values_list("organization", flat=True):
            held[unit].add(Held.TERM)
        for unit, kind in here(WorkingPaper).values_list("organization", "kind"):
            held[unit].add(WorkingKind.of(kind))
        return held
