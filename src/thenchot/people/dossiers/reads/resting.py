"""Đứng trên văn bản — each fact a paper opened or ended, of which person or unit, within reach."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, Value

from thenchot.ground.basis.models import Fact
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.text import Sayable, Sentence, mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, PostSpell
from thenchot.office.documents.models import NotEntered, Retention
from thenchot.people.dossiers.reads.gathered import Facts, Names, names_for
from thenchot.people.dossiers.reads.telling import TELLING
from thenchot.people.dossiers.words import Rests
from thenchot.people.identity.models import PersonDistinct, PersonMerge
from thenchot.people.oversight.models import InspectionPlan
from thenchot.people.positions.models import Competency, JobDescription, StaffQuota
from thenchot.people.positions.words import StaffCategory

Told = Callable[[Any, Names], Sayable]


@dataclass(frozen=True, slots=True)
class Resting:
    """Dữ kiện đứng trên văn bản — what it says, on which days, and (id, name) of whom or what."""

    what: Sayable
    how: Rests
    days: DayRange
    person: tuple[int, str] | None
    unit: tuple[int, str] | None


def _organization(fact: OrganizationSpell, _: Names) -> Sayable:
    return Sentence(mark("Tổ chức: {name}"), {"name": fact.name})


def _post(fact: PostSpell, names: Names) -> Sayable:
    unit = names.unit(fact.organization_id, fact.effective.start)
    return Sentence(mark("Chức vụ: {title}, {unit}"), {"title": fact.title, "unit": unit})


def _plan(fact: InspectionPlan, _: Names) -> Sayable:
    return Sentence(mark("Kế hoạch kiểm tra, giám sát: {visits} lần"), {"visits": fact.visits})


def _description(fact: JobDescription, _: Names) -> Sayable:
    return Sentence(mark("Vị trí việc làm: {name}"), {"name": str(fact)})


def _competency(fact: Competency, _: Names) -> Sayable:
    return Sentence(mark("Năng lực trong khung: {name}"), {"name": fact.name})


def _quota(fact: StaffQuota, _: Names) -> Sayable:
    text = mark("Biên chế {category}: giao {assigned}, sử dụng {used}")
    category = StaffCategory.of(fact.category)
    return Sentence(text, {"category": category, "assigned": fact.assigned, "used": fact.used})


def _merge(fact: PersonMerge, _: Names) -> Sayable:
    values = {"gone": fact.gone_id, "kept": fact.kept_id}
    return Sentence(mark("Hồ sơ số {gone} gộp vào hồ sơ số {kept}"), values)


def _distinct(fact: PersonDistinct, _: Names) -> Sayable:
    values = {"one": fact.one_id, "other": fact.other_id}
    return Sentence(mark("Hồ sơ số {one} và hồ sơ số {other} là hai người"), values)


def _retention(fact: Retention, _: Names) -> Sayable:
    if fact.keep_years is None:
        return Sentence(mark("Thời hạn bảo quản {subject}: vĩnh viễn"), {"subject": fact.subject})
    values = {"subject": fact.subject, "years": fact.keep_years}
    return Sentence(mark("Thời hạn bảo quản {subject}: {years} năm"), values)


def _not_entered(fact: NotEntered, _: Names) -> Sayable:
    text = mark("Không nhập: {subject}") if fact.kept_out else mark("Lại nhập: {subject}")
    return Sentence(text, {"subject": fact.subject})


OF_UNITS: Mapping[type[Fact], Told] = {
    OrganizationSpell: _organization,
    PostSpell: _post,
    InspectionPlan: _plan,
    JobDescription: _description,
    Competency: _competency,
    StaffQuota: _quota,
    Retention: _retention,
    NotEntered: _not_entered,
}
OF_PEOPLE: Mapping[type[Fact], Told] = {
    model: tell for model, (_, tell) in TELLING.items() if not model.SEEN.kind
} | {PersonMerge: _merge, PersonDistinct: _distinct}


def resting_on(*, by: Actor, paper: int, people: bool, most: int) -> tuple[list[Resting], bool]:
    """Dữ kiện đứng trên một văn bản — by kind and day, and whether there are more than `most`.

    Without `people` only those of organizations and posts. One statement finds the kinds there
    are, one more each reads them, three the names.
    """
    telling = {**OF_UNITS, **(OF_PEOPLE if people else {})}
    found = _found(by, paper, telling, most + 1)
    facts: Facts = {
        model: list(model.objects.visible_to(by).filter(pk__in=keys).order_by("effective", "pk"))
        for model, keys in found.items()
    }
    names = names_for(by, facts)
    called = _people(by, facts)
    lines = [
        _line(fact, telling[model](fact, names), paper, names, called)
        for model, held in facts.items()
        for fact in held
    ]
    return lines[:most], len(lines) > most


def _found(
    by: Actor, paper: int, kinds: Iterable[type[Fact]], most: int
) -> dict[type[Fact], list[int]]:
    resting = Q(basis=paper) | Q(ended_by=paper)
    labels = {model._meta.label: model for model in kinds}
    each = [
        model.objects.visible_to(by).filter(resting).order_by().values_list(Value(label), "pk")
        for label, model in labels.items()
    ]
    first, *others = each
    found: dict[type[Fact], list[int]] = {}
    for label, key in first.union(*others, all=True)[:most]:
        found.setdefault(labels[label], []).append(key)
    return found


def _people(by: Actor, facts: Facts) -> dict[int, str]:
    wanted = {getattr(fact, "person_id", None) for held in facts.values() for fact in held}
    lives = PersonSpell.objects.visible_to(by).filter(person__in=wanted - {None})
    return dict(lives.order_by("effective").values_list("person", "full_name"))


def _line(fact: Any, what: Sayable, paper: int, names: Names, called: Mapping[int, str]) -> Resting:
    person: int = getattr(fact, "person_id", None) or 0
    unit: int = getattr(fact, "organization_id", None) or getattr(fact, "cell_id", None) or 0
    return Resting(
        what,
        Rests.OPENED if fact.basis_id == paper else Rests.ENDED,
        fact.effective,
        (person, called[person]) if person in called else None,
        (unit, str(names.unit(unit, fact.effective.start))) if unit in names.units else None,
    )
