"""Ghi quyết định thực hiện đề án — the whole scheme under one paper, in one act; annulled as one."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import (
    changed_copy,
    end_facts,
    left_without_ground,
    new_fact,
    open_facts,
    reasons_for,
    repealed_faults,
    replace_facts,
)
from thenchot.ground.basis.models import Fact, Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.organizations import lock_tree, retyping_faults
from thenchot.ground.register.acts.posts import later_faults, make_seats
from thenchot.ground.register.models import (
    Organization,
    OrganizationSpell,
    PersonSpell,
    Posting,
    PostSpell,
    Succession,
)
from thenchot.ground.register.rules import SeatRow, change_day_faults
from thenchot.ground.register.words import Right
from thenchot.people.committees.acts.working import close_committees
from thenchot.people.members.acts.standing import Register, move
from thenchot.people.positions.acts.quotas import QuotaBook
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.reorganisation.acts.writing import being_written
from thenchot.people.reorganisation.models import Scheme, SchemeStep
from thenchot.people.reorganisation.reads.people import Standing, destinations, standing_in
from thenchot.people.reorganisation.reads.sizes import limits_on, sized
from thenchot.people.reorganisation.reads.written import (
    consents_of,
    places_of,
    post_ends_of,
    posts_of,
    quotas_of,
    steps_of,
    tree_of,
)
from thenchot.people.reorganisation.rules.checks import (
    given_quota_faults,
    left_below_faults,
    place_faults,
    post_end_faults,
    post_faults,
    step_faults,
)
from thenchot.people.reorganisation.rules.limits import named_size_faults
from thenchot.people.reorganisation.rules.plan import Change, Plan, plan_of
from thenchot.people.reorganisation.rules.rows import (
    GivenQuota,
    PlaceRow,
    PostRow,
    StepRow,
    Tree,
    Where,
)
from thenchot.people.reorganisation.words import State, Stay, Verb


@act(
    needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi quyết định thực hiện đề án «{title}»: {told}")
)
def decide_scheme(
    act: OpenAct, *, scheme: int, basis: Basis, places: Sequence[PlaceRow] = (),
    others_leave: bool = False,
) -> int:  # fmt: skip
    """Ghi quyết định thực hiện — all its lines from its effect day; refused while a unit, a person
    or a post has no place. `places`: people placed by the decision itself; `others_leave`: whoever
    holds a post that ends, and has no other one, leaves it with other work."""
    lock_tree()
    found = being_written(act, scheme)
    steps, posts, quotas = steps_of(found.pk), posts_of(found.pk), quotas_of(found.pk)
    stays, ends = [*places_of(found.pk), *places], post_ends_of(found.pk, found.from_day)
    wheres = [post.where for post in posts] + [stay.where for stay in stays if stay.where]
    wheres += [Where(each.unit) for each in ends.values()] + [each.where for each in quotas]
    plan, tree = plan_of(steps), tree_of(steps, wheres, found.from_day)
    standing = standing_in(plan.ended, found.from_day, stays, post_ends=ends)
    book = QuotaBook(found.from_day, {each.where.unit for each in quotas if each.where.unit})
    going, waiting = destinations(plan, tree, standing, posts, stays)
    if others_leave:
        waiting = [each for each in waiting if each[1] is not Stay.NO_POST]
    act.refuse_if(
        [
            *([] if steps else [Reason(mark("Đề án chưa có dòng nào."), field="scheme")]),
            *step_faults(steps, plan, tree),
            *left_below_faults(plan, tree),
            *post_faults(posts, plan, tree),
            *post_end_faults(ends.values(), plan, tree),
            *given_quota_faults(quotas, plan, tree),
            *_not_given(quotas, book, plan, tree),
            *(fault for stay in stays for fault in place_faults(stay, plan, tree)),
            *_unplaced(waiting, tree),
            *_not_ready(standing, tree),
            *later_faults(standing.posts, tree.day),
            *retyping_faults(plan.retyped(), tree.day),
        ]
    )
    act.touches(*tree.units)
    execution = _Execution(act, found, plan, tree, act.rests_on(basis))
    execution.units()
    execution.people(standing, going)
    execution.posts(posts)
    execution.quotas(quotas, book)
    act.refuse_if(reasons_for(execution.orphans()))
    act.refuse_if(execution.too_small_or_large())
    execution.note(steps)
    act.says(title=found.title, told=_told(steps, len({stay.person for stay in stays})))
    return found.pk


class _Execution:
    """Thực hiện — what is written, each kind of fact by few statements, shrinking before growing."""

    def __init__(
        self, act: OpenAct, scheme: Scheme, plan: Plan, tree: Tree, paper: Instrument
    ) -> None:
        self.act, self.scheme, self.plan, self.tree, self.paper = act, scheme, plan, tree, paper
        self.day = scheme.from_day
        self.made: dict[int, int] = {}
        self.ended: list[OrganizationSpell] = []
        self.ended_posts: list[PostSpell] = []

    def units(self) -> None:
        """Đơn vị — ended and changed states give way, then new ones begin; who continues whom."""
        identities = Organization.objects.bulk_create(
            Organization(entry=self.act.entry) for _ in self.plan.founded
        )
        self.made = {
            number: identity.pk
            for number, identity in zip(self.plan.founded, identities, strict=True)
        }
        self.act.makes(*self.made.values())
        touched = [*self.plan.ended, *self.plan.changed]
        spells = {
            spell.organization_id: spell
            for spell in OrganizationSpell.objects.on(self.day)
            .filter(organization__in=touched)
            .select_related("basis")
            .select_for_update(of=("self",))
            .order_by("organization")
        }
        self.act.refuse_if([reason for each in spells.values() for reason in repealed_faults(each)])
        self.ended = [spells[unit] for unit in self.plan.ended]
        new = [self._founded(step) for step in self.plan.founded.values()]
        new += [
            changed_copy(spells[unit], self.day, self.paper, self._columns(change))
            for unit, change in self.plan.changed.items()
        ]
        end_facts(self.act, [(spell, self.day) for spell in spells.values()], self.paper)
        open_facts(self.act, new)
        open_facts(
            self.act,
            [
                new_fact(
                    Succession, DayRange(self.day), self.paper, predecessor_id=each.unit,
                    successor_id=self._at(each.into), kind=each.kind,
                    share=None if each.share is None else f"{float(each.share):.4f}",
                )
                for each in self.plan.continued
            ],
        )  # fmt: skip

    def _founded(self, step: StepRow) -> OrganizationSpell:
        if step.into is None:
            self.act.touches_office()
        return new_fact(
            OrganizationSpell, DayRange(self.day), self.paper, organization_id=self.made[step.number],
            name=tidy_name(step.name), kind=step.kind, level=step.level,
            has_committee=step.has_committee, parent_id=step.into and self._at(step.into),
        )  # fmt: skip

    def _columns(self, change: Change) -> dict[str, Any]:
        columns = {
            "name": change.name and tidy_name(change.name), "kind": change.kind,
            "level": change.level, "has_committee": change.has_committee,
            "parent_id": change.parent and self._at(change.parent),
        }  # fmt: skip
        return {name: value for name, value in columns.items() if value is not None}

    def _at(self, where: Where) -> int:
        return self.made[where.step] if where.step is not None else where.unit or 0

    def people(self, standing: Standing, going: Any) -> None:
        """Con người — out of posts that end, to the cells and places of work that go on; what described
        the work of an ended unit ends with it."""
        end_facts(self.act, [(each, self.day) for each in standing.postings], self.paper)
        end_facts(self.act, [(each, self.day) for each in standing.posts], self.paper)
        end_facts(self.act, [(each, self.day) for each in standing.descriptions], self.paper)
        self.ended_posts = standing.posts
        ended = [spell.organization_id for spell in self.ended]
        close_committees(self.act, ended, self.day, self.paper)
        move(
            self.act,
            [(each, self._at(going[each.person_id, Stay.CELL])) for each in standing.memberships],
            self.day,
            self.paper,
        )
        replace_facts(
            self.act,
            [
                (each, self.day, {"organization_id": self._at(going[each.person_id, Stay.WORK])})
                for each in standing.employments
            ],
            self.paper,
        )

    def posts(self, posts: Sequence[PostRow]) -> None:
        """Chức vụ mới — and who holds them."""
        seats = [
            (self._at(post.where), SeatRow(post.title, post.kind, post.tier)) for post in posts
        ]
        spells = make_seats(self.act, seats, self.day, self.paper) if seats else []
        open_facts(
            self.act,
            [
                new_fact(
                    Posting, DayRange(self.day), self.paper, person_id=post.holder,
                    post_id=spell.post_id,
                )
                for post, spell in zip(posts, spells, strict=True)
                if post.holder is not None
            ],
        )  # fmt: skip

    def quotas(self, given: Sequence[GivenQuota], book: QuotaBook) -> None:
        """Biên chế — as the scheme gives it; what a unit uses of it stays, as far as it is given."""
        rows = [_quota(each, self._at(each.where), book) for each in given]
        if rows:
            book.give(self.act, rows, self.paper)

    def orphans(self) -> list[Fact]:
        """Còn dựa vào đơn vị thôi — later facts, or kinds a scheme does not carry on."""
        of_posts = left_without_ground(PostSpell, self.ended_posts)
        return [*left_without_ground(OrganizationSpell, self.ended), *of_posts]

    def too_small_or_large(self) -> list[Reason]:
        """Quá ít, quá nhiều người — of units founded, enlarged or made another kind, unless a paper
        consents."""
        known = limits_on(self.day)
        if not known:
            return []
        consents = {
            Where(self._at(where)): about for where, about in consents_of(self.scheme.pk).items()
        }
        measured = {self._at(where) for where in self.plan.measured(self.tree)}
        sizes = {Where(unit.id): unit for unit in sized(measured, self.day)}
        return named_size_faults(sizes, known, consents)

    def note(self, steps: Sequence[StepRow]) -> None:
        """Ghi lại — the paper of the scheme, and which unit each founding line made."""
        founding = SchemeStep.objects.filter(scheme=self.scheme, verb=Verb.FOUND)
        lines = list(founding)
        for line in lines:
            line.made_id, line.entry = self.made[line.number], self.act.entry
        SchemeStep.objects.bulk_update(lines, ["made", "entry"], batch_size=1000)
        self.scheme.paper, self.scheme.state = self.paper, State.DECIDED
        self.scheme.entry = self.act.entry
        self.scheme.save()


def _quota(given: GivenQuota, unit: int, book: QuotaBook) -> QuotaRow:
    used = min(given.assigned, book.used(unit, given.category))
    return QuotaRow(unit, given.category, given.assigned, used)


def _standing(given: GivenQuota) -> QuotaRow | None:
    """The row of a unit that is there already; one the scheme founds has nothing recorded yet."""
    unit = given.where.unit
    return QuotaRow(unit, given.category, given.assigned) if unit else None


def _not_given(
    quotas: Sequence[GivenQuota], book: QuotaBook, plan: Plan, tree: Tree
) -> list[Reason]:
    """Chưa giao được — of units that are there already, each named."""
    text = mark("Biên chế giao cho «{name}»: {why}")
    return [
        Reason(text, {"name": plan.name_at(each.where, tree), "why": fault}, fault.clause, "scheme")
        for each in quotas
        if (row := _standing(each))
        for fault in book.faults(row)
    ]


def _unplaced(waiting: Sequence[tuple[int, Stay]], tree: Tree) -> list[Reason]:
    """Chưa bố trí — a sentence for each person and what they lack."""
    people = {person for person, _ in waiting}
    spells = PersonSpell.objects.on(tree.day).filter(person__in=people)
    names = dict(spells.values_list("person", "full_name"))
    text = mark("{name}: chưa bố trí ({stay}).")
    clause = mark("Nguyên tắc sắp xếp: chưa bố trí phải là 0 người")
    return [
        Reason(text, {"name": names.get(person, person), "stay": stay.lacking}, clause, "places")
        for person, stay in waiting
    ]


def _not_ready(standing: Standing, tree: Tree) -> list[Reason]:
    """Chưa ghi được — what begins on the effect day itself, is settled, or changes after it."""
    facts: list[Fact] = [
        *standing.posts, *standing.postings, *standing.employments, *standing.descriptions,
    ]  # fmt: skip
    faults = [
        reason
        for fact in facts
        for reason in [*change_day_faults(fact.effective, tree.day), *repealed_faults(fact)]
    ]
    members = [each.person_id for each in standing.memberships]
    book = Register(tree.day, members)
    return [*faults, *(reason for person in members for reason in book.member_faults(person))]


def _told(steps: Sequence[StepRow], placed: int) -> str:
    many = Counter(step.verb for step in steps)
    told = [f"{verb.label.lower()} {many[verb]}" for verb in Verb if many[verb]]
    return ", ".join([*told, *([mark("bố trí {n} người").format(n=placed)] if placed else [])])
