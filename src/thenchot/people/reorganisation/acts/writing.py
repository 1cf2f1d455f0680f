"""Soạn đề án — begun, its lines, new posts and places of people written and taken off, dropped."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max, Q

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.basis.reads.parameters import personnel_open
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.rules import numbered, title_faults
from thenchot.ground.register.words import Right
from thenchot.people.reorganisation.models import (
    Scheme,
    SchemeConsent,
    SchemePlace,
    SchemePost,
    SchemeQuota,
    SchemeStep,
)
from thenchot.people.reorganisation.reads.written import steps_of, tree_of
from thenchot.people.reorganisation.rules.checks import (
    effect_day_faults,
    left_below,
    one_post_faults,
    one_step_faults,
    place_faults,
)
from thenchot.people.reorganisation.rules.plan import plan_of
from thenchot.people.reorganisation.rules.rows import PlaceRow, PostRow, StepRow, Where
from thenchot.people.reorganisation.words import Consented, State, Stay, Verb

NOWHERE = Where()


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Bắt đầu soạn đề án «{title}»"))
def begin_scheme(act: OpenAct, *, title: str, kept_by: int, from_day: date) -> int:
    """Bắt đầu soạn đề án — kept by a unit that stands today; its effect day may be changed later."""
    reasons = [*title_faults(title, "title"), *effect_day_faults(from_day, act.day)]
    if not OrganizationSpell.objects.on(act.day).filter(organization=kept_by).exists():
        reasons.append(Reason(mark("Đơn vị giữ đề án không tồn tại hôm nay."), field="kept_by"))
    act.refuse_if(reasons)
    act.touches(kept_by)
    scheme = Scheme.objects.create(
        entry=act.entry, title=tidy_name(title), kept_by_id=kept_by, from_day=from_day
    )
    act.says(title=scheme.title)
    return scheme.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Sửa đề án «{title}»"))
def change_scheme(act: OpenAct, *, scheme: int, title: str, from_day: date) -> int:
    """Sửa đề án — its title and effect day, while it is being written."""
    found = being_written(act, scheme)
    act.refuse_if([*title_faults(title, "title"), *effect_day_faults(from_day, act.day)])
    found.title, found.from_day, found.entry = tidy_name(title), from_day, act.entry
    found.save()
    act.says(title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Bỏ đề án «{title}» đang soạn"))
def drop_scheme(act: OpenAct, *, scheme: int) -> int:
    """Bỏ đề án — it stays in the list as dropped; nothing of the register changes."""
    found = being_written(act, scheme)
    found.state, found.entry = State.DROPPED, act.entry
    found.save()
    act.says(title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi {n} dòng vào đề án «{title}»"))
def add_steps(act: OpenAct, *, scheme: int, rows: Sequence[StepRow]) -> int:
    """Thêm dòng — one or thousands; a row numbered 0 gets the next number. Gives the scheme's id."""
    found = being_written(act, scheme)
    standing = steps_of(found.pk)
    wanted = _numbered(rows, max((step.number for step in standing), default=0))
    together = [*standing, *wanted]
    plan, tree = plan_of(together), tree_of(together, (), found.from_day)
    faults = [] if wanted else [Reason(mark("Không có dòng nào để ghi."), field="rows")]
    for row, step in enumerate(wanted, start=1):
        faults += numbered(row, one_step_faults(step, plan, tree))
    act.refuse_if(faults)
    act.touches(*(step.unit for step in wanted), *(_unit(step.into) for step in wanted))
    SchemeStep.objects.bulk_create(_step(act, found, step) for step in wanted)
    act.says(n=len(wanted), title=found.title)
    return found.pk


@act(
    needs=Right.RECORD_ORGANIZATION,
    phrase=mark("Cho {n} đơn vị trực thuộc đi theo nơi kế tục trong đề án «{title}»"),
)
def carry_units_along(act: OpenAct, *, scheme: int) -> int:
    """Đi theo nơi kế tục — units below one that goes on in a single place are transferred there."""
    found = being_written(act, scheme)
    steps = steps_of(found.pk)
    plan, tree = plan_of(steps), tree_of(steps, (), found.from_day)
    heirs, last = plan.only_heir(), max((step.number for step in steps), default=0)
    left = [unit for unit in left_below(plan, tree) if unit.parent in heirs]
    if not left:
        act.refuse(Reason(mark("Không có đơn vị nào chờ đi theo một nơi kế tục duy nhất.")))
    act.touches(*(unit.id for unit in left))
    SchemeStep.objects.bulk_create(
        _step(act, found, StepRow(last + n, Verb.TRANSFER, unit.id, heirs[unit.parent or 0]))
        for n, unit in enumerate(left, start=1)
    )
    act.says(n=len(left), title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Bỏ {n} dòng của đề án «{title}»"))
def remove_steps(act: OpenAct, *, scheme: int, numbers: Sequence[int]) -> int:
    """Bỏ dòng — refused while other lines, posts or people still go to a unit founded there; a
    consent or a number of staff about it goes along."""
    found = being_written(act, scheme)
    gone = SchemeStep.objects.filter(scheme=found, number__in=numbers)
    leaning = Q(scheme=found, into_step__in=numbers)
    act.refuse_if(
        [
            Reason(mark("Dòng {n} còn đi về đơn vị do dòng bị bỏ thành lập."), {"n": each.number})
            for each in SchemeStep.objects.filter(leaning).exclude(number__in=numbers)
        ]
        + [
            Reason(text, {"what": each})
            for model, text in (
                (SchemePost, mark("Chức vụ «{what}» đặt ở đơn vị do dòng bị bỏ thành lập.")),
                (SchemePlace, mark("{what}: bố trí về đơn vị do dòng bị bỏ thành lập.")),
            )
            for each in model.objects.filter(scheme=found, unit_step__in=numbers)
        ]
    )
    n, _ = gone.delete()
    if not n:
        act.refuse(Reason(mark("Đề án không có dòng này."), field="numbers"))
    for model in (SchemeConsent, SchemeQuota):
        model.objects.filter(scheme=found, unit_step__in=numbers).delete()
    act.says(n=n, title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi {n} chức vụ mới vào đề án «{title}»"))
def add_posts(act: OpenAct, *, scheme: int, rows: Sequence[PostRow]) -> int:
    """Thêm chức vụ — in units that stand or are founded; a holder's name before the decision needs
    the switch for appointments (office-practice.md 1)."""
    found = being_written(act, scheme)
    last = SchemePost.objects.filter(scheme=found).aggregate(last=Max("number"))["last"] or 0
    wanted = _numbered(rows, last)
    steps = steps_of(found.pk)
    plan, tree = plan_of(steps), tree_of(steps, _wheres(wanted), found.from_day)
    faults = [] if wanted else [Reason(mark("Không có dòng nào để ghi."), field="rows")]
    for row, post in enumerate(wanted, start=1):
        faults += numbered(row, one_post_faults(post, plan, tree))
    holders = [post.holder for post in wanted if post.holder is not None]
    faults += _unannounced(act, bool(holders)) + _unknown(holders, found.from_day)
    act.refuse_if(faults)
    act.touches(*(post.where.unit for post in wanted))
    touches_people(act, holders)
    SchemePost.objects.bulk_create(
        SchemePost(
            entry=act.entry, scheme=found, kept_by_id=found.kept_by_id, number=post.number,
            unit_id=post.where.unit, unit_step=post.where.step, title=tidy_name(post.title),
            kind=post.kind, tier=post.tier, holder_id=post.holder,
        )
        for post in wanted
    )  # fmt: skip
    act.says(n=len(wanted), title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Bỏ {n} chức vụ của đề án «{title}»"))
def remove_posts(act: OpenAct, *, scheme: int, numbers: Sequence[int]) -> int:
    """Bỏ chức vụ mới — of a scheme that is being written."""
    found = being_written(act, scheme)
    n, _ = SchemePost.objects.filter(scheme=found, number__in=numbers).delete()
    if not n:
        act.refuse(Reason(mark("Đề án không có chức vụ này."), field="numbers"))
    act.says(n=n, title=found.title)
    return found.pk


@act(needs=Right.RECORD_ORGANIZATION, phrase=mark("Bố trí {n} người trong đề án «{title}»"))
def place_people(act: OpenAct, *, scheme: int, rows: Sequence[PlaceRow]) -> int:
    """Bố trí người — a person's cell, place of work, or leaving a post; the last word counts."""
    found = being_written(act, scheme)
    plan = plan_of(steps_of(found.pk))
    tree = tree_of((), _wheres(rows), found.from_day)
    faults = _unannounced(act, bool(rows)) + _unknown([row.person for row in rows], found.from_day)
    for number, row in enumerate(rows, start=1):
        faults += numbered(number, place_faults(row, plan, tree))
    act.refuse_if(faults)
    act.touches(*(_unit(row.where) for row in rows))
    touches_people(act, [row.person for row in rows])
    for row in rows:
        where = row.where or NOWHERE
        SchemePlace.objects.filter(scheme=found, person=row.person, stay=row.stay).delete()
        SchemePlace.objects.create(
            entry=act.entry, scheme=found, kept_by_id=found.kept_by_id, person_id=row.person,
            stay=row.stay, unit_id=where.unit, unit_step=where.step,
        )  # fmt: skip
    act.says(n=len(rows), title=found.title)
    return found.pk


@act(
    needs=Right.RECORD_ORGANIZATION,
    phrase=mark("Bỏ bố trí «{stay}» của {person} trong đề án «{title}»"),
)
def remove_place(act: OpenAct, *, scheme: int, person: int, stay: Stay) -> int:
    """Bỏ bố trí — of one person; they are waiting again, or stay where they are."""
    found = being_written(act, scheme)
    touches_people(act, [person])
    placed = SchemePlace.objects.filter(scheme=found, person=person, stay=stay)
    n, _ = placed.delete()
    if not n:
        act.refuse(Reason(mark("Đề án không có bố trí này."), field="person"))
    lives = PersonSpell.objects.filter(person=person).order_by("-effective")
    act.says(stay=stay, person=lives.first() or "", title=found.title)
    return found.pk


@act(
    needs=Right.RECORD_ORGANIZATION, phrase=mark("Ghi văn bản đồng ý cho đề án «{title}»: {about}")
)
def record_scheme_consent(
    act: OpenAct, *, scheme: int, about: Consented, where: Where, basis: Basis
) -> int:
    """Ghi văn bản đồng ý — of the competent body, for one unit, where the regulation lets it pass."""
    found = being_written(act, scheme)
    plan, tree = plan_of(steps_of(found.pk)), tree_of((), [where], found.from_day)
    text = mark("Đơn vị này không có trong đề án.")
    act.refuse_if([] if plan.stands(where, tree) else [Reason(text, field="into")])
    act.touches(where.unit)
    paper = act.rests_on(basis)
    act.refuse_if(())
    SchemeConsent.objects.create(
        entry=act.entry, scheme=found, kept_by_id=found.kept_by_id, about=about,
        unit_id=where.unit, unit_step=where.step, paper=paper,
    )  # fmt: skip
    act.says(title=found.title, about=about.label)
    return found.pk


@act(
    needs=Right.RECORD_ORGANIZATION, phrase=mark("Bỏ văn bản đồng ý «{about}» của đề án «{title}»")
)
def remove_scheme_consent(act: OpenAct, *, scheme: int, about: Consented, where: Where) -> int:
    """Bỏ văn bản đồng ý — of one unit, from a scheme being written; the paper itself stays."""
    found = being_written(act, scheme)
    given = SchemeConsent.objects.filter(
        scheme=found, about=about, unit=where.unit, unit_step=where.step
    )
    n, _ = given.delete()
    if not n:
        act.refuse(Reason(mark("Đề án không có văn bản đồng ý này."), field="about"))
    act.touches(where.unit)
    act.says(title=found.title, about=about.label)
    return found.pk


def being_written(act: OpenAct, scheme: int) -> Scheme:
    """Đề án đang soạn — locked; refused once it is decided or dropped."""
    found = (
        Scheme.objects.visible_to(act.by).select_for_update(of=("self",)).filter(pk=scheme).first()
    )
    if found is None:
        act.refuse(Reason(mark("Không có đề án này."), field="scheme"))
    if found.state != State.DRAFT:
        text = mark("Đề án «{title}»: {state}; không sửa được nữa.")
        values = {"title": found.title, "state": State.of(found.state)}
        act.refuse(Reason(text, values, field="scheme"))
    act.touches(found.kept_by_id)
    return found


def _numbered(rows: Sequence[Any], last: int) -> list[Any]:
    numbered = []
    for row in rows:
        last = row.number or last + 1
        numbered.append(replace(row, number=last))
    return numbered


def _step(act: OpenAct, scheme: Scheme, step: StepRow) -> SchemeStep:
    into = step.into or NOWHERE
    return SchemeStep(
        entry=act.entry, scheme=scheme, kept_by_id=scheme.kept_by_id, number=step.number,
        verb=step.verb, unit_id=step.unit, into_id=into.unit, into_step=into.step,
        name=tidy_name(step.name), kind=step.kind or "", level=step.level or "",
        has_committee=step.has_committee, charge=step.charge.strip(),
        share=None if step.share is None else Decimal(step.share.numerator) / step.share.denominator,
    )  # fmt: skip


def _unannounced(act: OpenAct, named: bool) -> list[Reason]:
    if not named or personnel_open(PersonnelArea.APPOINTMENT, act.day):
        return []
    text = mark("Nhân sự chưa công bố không ghi vào đây; ghi tên khi đã có quyết định.")
    return [Reason(text, {}, mark("Công tắc nhân sự chưa công bố"), "people")]


def _unknown(people: Iterable[int], day: date) -> list[Reason]:
    wanted = set(people)
    known = PersonSpell.objects.on(day).filter(person__in=wanted).values_list("person", flat=True)
    if wanted <= set(known):
        return []
    text = mark("Có người chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
    return [Reason(text, {"day": day}, field="people")]


def _wheres(rows: Sequence[PostRow] | Sequence[PlaceRow]) -> list[Where]:
    return [row.where for row in rows if row.where]


def _unit(where: Where | None) -> int | None:
    return where.unit if where else None
