"""Nạp tỉnh mô phỏng — each step of the generator is recorded by the acts a clerk would use."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import singledispatchmethod

from thenchot.doors.access.actor import founder
from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.accounts import open_accounts
from thenchot.doors.exchange.demo.cards import numbers_of_nobody, open_personnel
from thenchot.doors.exchange.demo.cascades import Cascades
from thenchot.doors.exchange.demo.committees import Committees
from thenchot.doors.exchange.demo.described import record_positions
from thenchot.doors.exchange.demo.desk import Desk
from thenchot.doors.exchange.demo.history import Province
from thenchot.doors.exchange.demo.july import July
from thenchot.doors.exchange.demo.keys import keep_test_key
from thenchot.doors.exchange.demo.schemes import SchemeWriter
from thenchot.doors.exchange.demo.shape import Shape
from thenchot.doors.exchange.demo.shelf import place_on_shelf
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.streamlining import Streamlining
from thenchot.doors.exchange.demo.twins import record_twin
from thenchot.doors.exchange.regulations import load_regulations
from thenchot.figures.indicators.acts.entered import enter_figures
from thenchot.figures.indicators.acts.targets import set_targets
from thenchot.figures.indicators.rules.rows import TargetRow
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.competence import record_competence
from thenchot.ground.register.acts.organizations import (
    establish_organization,
    merge_organization,
    rename_organization,
    retype_organization,
)
from thenchot.ground.register.acts.people import record_employment, record_people
from thenchot.ground.register.acts.posts import (
    abolish_posts,
    appoint,
    end_posting,
    establish_post,
)
from thenchot.ground.register.reads import OpenedByPaper, opened_by_paper
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.people.awards.acts.awards import record_badges, record_commendation
from thenchot.people.awards.rules import BadgeRow
from thenchot.people.cadres.acts.decisions import record_decision
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.identity.acts.numbers import record_person_numbers
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.members.acts.hand_over import record_hand_over
from thenchot.people.members.acts.members import (
    record_admission,
    record_arrival,
    record_ceremony,
    record_exit,
    record_recognition,
    record_transfer,
)
from thenchot.people.members.rules import CellRow, CeremonyRow, ExitRow, HandedSeat
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.acts.plans import record_inspection_plan
from thenchot.people.oversight.rules import DisciplineRow, PlanRow
from thenchot.people.oversight.words import DisciplineForm
from thenchot.people.positions.acts.assessing import assess_competencies
from thenchot.people.reorganisation.rules.rows import StepRow, Where
from thenchot.people.reorganisation.words import Verb

COMPETENCE = {
    Tier.CENTRE: Decider.CENTRE,
    Tier.STANDING_COMMITTEE: Decider.STANDING_COMMITTEE,
    Tier.STANDING_BOARD: Decider.STANDING_BOARD,
    Tier.PARTY_COMMITTEE: Decider.PARTY_COMMITTEE,
    Tier.COMMUNE: Decider.UPPER_STANDING_COMMITTEE,
}


def load_province(
    on: date, shape: Shape, tell: Callable[[int, int], None] = lambda done, of: None
) -> bool:
    """Nạp — True where it was loaded, False where somebody was given something here already.

    Each act commits by itself; `tell` hears how many steps of how many are done.
    """
    by = founder(on)
    if not by.rights:
        return False
    load_regulations(by, on)
    open_personnel(by, on)
    numbers_of_nobody(by, on)
    province = Province(shape)
    planned = list(province.steps())
    loader = Loader(by, on)
    loader.divide_competence(planned[0].paper)
    for number, step in enumerate(planned, start=1):
        loader.record(step)
        tell(number, len(planned))
    lists = [step for step in planned if isinstance(step, steps.HandOver)]
    handed = {key for step in lists for key, _ in step.members}
    Committees(by, on, province.world, handed, loader.units, loader.people, loader.paper).record()
    July(by, on, province.world.places, loader.units, loader.paper).decide()
    Streamlining(by, on, loader.paper).record()
    record_twin(by, on, loader.units[province.world.places.root], loader.paper)
    Cascades(by, on, province.world, loader.units, loader.paper).record()
    place_on_shelf(by, on, loader.units[province.world.places.root])
    Desk(by, on, shape).record()
    keep_test_key()
    open_accounts(by, on)
    return True


class Loader:
    """Người ghi sổ — keeps which id each of the generator's numbers became."""

    def __init__(self, by: Actor, on: date) -> None:
        self.by, self.on = by, on
        self.papers: dict[Paper, int] = {}
        self.units: dict[int, int] = {}
        self.people: dict[int, int] = {}
        self.lives: dict[int, int] = {}  # the fact that says who a person is
        self.held: dict[int, tuple[int, int]] = {}  # posting and post of a person
        self.vacant: set[int] = set()

    def divide_competence(self, paper: Paper) -> None:
        """Who decides for people of which tier, from the day of the first paper's year."""
        for matter in Matter:
            for tier, decider in COMPETENCE.items():
                record_competence(
                    self.by, self.on, matter=matter, tier=tier, decider=decider,
                    from_day=date(paper.year, 1, 1), basis=self.paper(paper),
                )  # fmt: skip

    def paper(self, paper: Paper) -> int:
        if paper not in self.papers:
            done = register_instrument(
                self.by, self.on, kind=paper.kind, number_sign=paper.number_sign, issuer=paper.issuer,
                abstract=paper.abstract, issued_year=paper.year, issued_on=paper.issued_on,
            )  # fmt: skip
            self.papers[paper] = done.answer or 0
        return self.papers[paper]

    @singledispatchmethod
    def record(self, step: Step) -> None:
        raise NotImplementedError(type(step).__name__)

    @record.register
    def _(self, step: steps.Register) -> None:
        self.paper(step.paper)

    @record.register
    def _(self, step: steps.Establish) -> None:
        done = establish_organization(
            self.by, self.on, name=step.row.name, kind=step.row.kind, level=step.row.level,
            parent=None if step.parent is None else self.units[step.parent],
            from_day=step.from_day, basis=self.paper(step.paper), has_committee=step.row.has_committee,
        )  # fmt: skip
        self.units[step.unit] = done.answer or 0

    @record.register
    def _(self, step: steps.HandOver) -> None:
        basis = self.paper(step.paper)
        record_hand_over(
            self.by, self.on, above=self.units[step.above], units=[row for _, row in step.units],
            members=[row for _, row in step.members], from_day=step.from_day, basis=basis,
            seats=[HandedSeat(unit, seat, holder) for unit, seat, holder in step.seats],
        )  # fmt: skip
        opened = self._opened(basis)
        self.units |= zip((key for key, _ in step.units), opened.units, strict=True)
        keys = [key for key, _ in step.members]
        self._know(keys, opened.people)
        holders = [keys[holder] for _, _, holder in step.seats]
        self.held |= {
            who: (posting, post)
            for who, (posting, post, _) in zip(holders, opened.postings, strict=True)
        }

    def _opened(self, basis: int) -> OpenedByPaper:
        with scoped(self.by, self.on, reading=True):
            return opened_by_paper(by=self.by, basis=basis)

    def _know(self, keys: Iterable[int], people: list[tuple[int, int]]) -> None:
        for key, (person, life) in zip(keys, people, strict=True):
            self.people[key], self.lives[key] = person, life

    @record.register
    def _(self, step: steps.Seat) -> None:
        basis = self.paper(step.paper)
        post = establish_post(
            self.by, self.on, organization=self.units[step.unit], title=step.row.title,
            kind=step.row.kind, tier=step.row.tier, from_day=step.from_day, basis=basis,
        ).answer or 0  # fmt: skip
        self._appoint(step.holder, post, step.from_day, basis)

    def _appoint(self, who: int, post: int, day: date, basis: int) -> None:
        done = appoint(
            self.by, self.on, person=self.people[who], post=post, from_day=day, basis=basis
        )
        self.held[who] = done.answer or 0, post

    @record.register
    def _(self, step: steps.Succeed) -> None:
        basis = self.paper(step.paper)
        posting, post = self.held.pop(step.leaving)
        if posting not in self.vacant:
            end_posting(self.by, self.on, posting=posting, from_day=step.from_day, basis=basis)
        self._appoint(step.coming, post, step.from_day, basis)

    @record.register
    def _(self, step: steps.Employ) -> None:
        record_employment(
            self.by, self.on, person=self.people[step.person], organization=self.units[step.unit],
            from_day=step.from_day, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Assess) -> None:
        assess_competencies(
            self.by, self.on, person=self.people[step.person], levels=step.levels,
            assessor=step.assessor, from_day=step.from_day, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Admit) -> None:
        basis = self.paper(step.paper)
        rows = [row for _, row, _, _ in step.people]
        record_people(self.by, self.on, people=rows, from_day=step.on_day, basis=basis)
        self._know((key for key, _, _, _ in step.people), self._opened(basis).people)
        admitted = [CellRow(self.people[key], self.units[cell]) for key, _, cell, _ in step.people]
        record_admission(self.by, self.on, people=admitted, on_day=step.on_day, basis=basis)
        joined = [CeremonyRow(self.people[key], day) for key, _, _, day in step.people]
        record_ceremony(self.by, self.on, people=joined, admission=basis)

    @record.register
    def _(self, step: steps.Recognise) -> None:
        people = [self.people[key] for key in step.people]
        record_recognition(self.by, self.on, people=people, basis=self.paper(step.paper))

    @record.register
    def _(self, step: steps.Transfer) -> None:
        self._transfer(step.people, step.from_day, self.paper(step.paper))

    def _transfer(self, people: Iterable[tuple[int, int]], day: date, basis: int) -> None:
        rows = [CellRow(self.people[key], self.units[cell]) for key, cell in people]
        record_transfer(self.by, self.on, people=rows, from_day=day, basis=basis)

    @record.register
    def _(self, step: steps.Arrive) -> None:
        basis = self.paper(step.paper)
        rows = [row for row, _ in step.people]
        record_people(self.by, self.on, people=rows, from_day=step.from_day, basis=basis)
        keys = [arrival.person for _, arrival in step.people]
        self._know(keys, self._opened(basis).people)
        arrivals = [
            replace(row, person=self.people[row.person], cell=self.units[row.cell])
            for _, row in step.people
        ]
        record_arrival(self.by, self.on, people=arrivals, from_day=step.from_day, basis=basis)

    @record.register
    def _(self, step: steps.Leave) -> None:
        rows = [ExitRow(self.people[key], way) for key, way in step.people]
        basis = self.paper(step.paper)
        record_exit(self.by, self.on, people=rows, from_day=step.from_day, basis=basis)

    @record.register
    def _(self, step: steps.Discipline) -> None:
        removed = step.form is DisciplineForm.REMOVAL
        postings = (self.held[step.person][0],) if removed else ()
        self.vacant |= set(postings)
        record_discipline(
            self.by, self.on, people=[DisciplineRow(self.people[step.person], step.form, postings)],
            body=step.body, on_day=step.on_day, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Plan) -> None:
        rows = [PlanRow(self.units[cell], visits) for cell, visits in step.cells]
        record_inspection_plan(
            self.by, self.on, cells=rows, year=step.year, from_day=step.from_day,
            basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Badges) -> None:
        rows = [BadgeRow(self.people[key], years, timing) for key, years, timing in step.people]
        basis = self.paper(step.paper)
        record_badges(self.by, self.on, people=rows, on_day=step.on_day, basis=basis)

    @record.register
    def _(self, step: steps.Commend) -> None:
        record_commendation(
            self.by, self.on, organizations=[self.units[key] for key in step.organizations],
            people=[self.people[key] for key in step.people], form=step.form, occasion=step.occasion,
            on_day=step.on_day, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Decide) -> None:
        record_decision(
            self.by, self.on, matter=step.matter, decider=step.decider, on_day=step.on_day,
            person=None if step.person is None else self.people[step.person],
            organization=None if step.organization is None else self.units[step.organization],
            basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Study) -> None:
        rows = [QualificationRow(self.people[key], kind, title) for key, kind, title in step.people]
        basis = self.paper(step.paper)
        record_qualifications(self.by, self.on, people=rows, from_day=step.from_day, basis=basis)

    @record.register
    def _(self, step: steps.Numbers) -> None:
        rows = [NumberRow(self.people[key], kind, number) for key, kind, number in step.people]
        basis = self.paper(step.paper)
        record_person_numbers(self.by, self.on, people=rows, from_day=step.from_day, basis=basis)

    @record.register
    def _(self, step: steps.Rename) -> None:
        rename_organization(
            self.by, self.on, organization=self.units[step.unit], name=step.name,
            from_day=step.from_day, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Retype) -> None:
        retype_organization(
            self.by, self.on, organization=self.units[step.unit], kind=step.kind, level=step.level,
            has_committee=step.has_committee, from_day=step.from_day, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Merge) -> None:
        basis = self.paper(step.paper)
        self._transfer(step.people, step.from_day, basis)
        for key in step.units:
            unit, day = self.units[key], step.from_day
            abolish_posts(self.by, self.on, organization=unit, from_day=day, basis=basis)
            merge_organization(
                self.by, self.on, organization=unit, into=self.units[step.into], how=step.how,
                from_day=day, basis=basis,
            )  # fmt: skip

    @record.register
    def _(self, step: steps.Unite) -> None:
        scheme = SchemeWriter(self.by, self.on)
        title = mark("Hợp nhất thành {name}").format(name=step.row.name)
        scheme.begin(title, self.units[step.parent], step.from_day)
        made = scheme.next_number()
        row, into = step.row, Where(step=made)
        scheme.add(
            [
                StepRow(
                    made, Verb.FOUND, None, Where(self.units[step.parent]), row.name, row.kind,
                    row.level, row.has_committee,
                ),
                *(
                    StepRow(scheme.next_number(), Verb.UNITE, self.units[unit], into)
                    for unit in step.units
                ),
            ]
        )  # fmt: skip
        self.units[step.unit] = scheme.decide(self.paper(step.paper))[made]

    @record.register
    def _(self, step: steps.SetTargets) -> None:
        rows = [TargetRow(self.units[unit], code, value) for unit, code, value in step.rows]
        set_targets(self.by, self.on, targets=rows, year=step.year, basis=self.paper(step.paper))

    @record.register
    def _(self, step: steps.Enter) -> None:
        enter_figures(
            self.by, self.on, organization=self.units[step.unit], figures=step.figures,
            period=step.period, basis=self.paper(step.paper),
        )  # fmt: skip

    @record.register
    def _(self, step: steps.CorrectBirth) -> None:
        correct_fact(
            self.by, self.on, kind="register.PersonSpell", fact=self.lives[step.person],
            changes={"birth_on": step.birth_on}, by_paper=self.paper(step.paper), reason=step.reason,
        )  # fmt: skip

    @record.register
    def _(self, step: steps.Annul) -> None:
        annul_instrument(
            self.by, self.on, instrument=self.papers[step.annulled], by_paper=self.paper(step.paper),
            reason=step.reason,
        )  # fmt: skip

    @record.register
    def _(self, step: steps.OfPositions) -> None:
        record_positions(step, self.by, self.on, self.units, self.paper(step.paper))
