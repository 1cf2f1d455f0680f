"""Dữ kiện về một người — every fact the reader may see, and the names of what they speak of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from thenchot.ground.basis.models import Fact
from thenchot.ground.basis.reads.kinds import kinds_found
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import Sayable, Sentence, mark
from thenchot.ground.register.models import (
    Employment,
    OrganizationSpell,
    PersonSpell,
    Posting,
    PostSpell,
)
from thenchot.ground.register.words import Came, Manner
from thenchot.people.awards.models import Badge, Commendation
from thenchot.people.cadres.models import CadreDecision, Qualification
from thenchot.people.committees.models import BodyMember, CommitteeSeat
from thenchot.people.identity.models import PersonNumber
from thenchot.people.members.models import Admission, Consent, Membership, Movement, PartyDays
from thenchot.people.members.words import Way
from thenchot.people.oversight.models import Discipline
from thenchot.people.positions.models import Competency, PersonCompetency

OF_PERSONS: tuple[Any, ...] = (
    PersonSpell, PersonNumber, Posting, Employment, Consent, Admission, Membership, PartyDays, Movement, Badge,
    Commendation, CadreDecision, Qualification, PersonCompetency, CommitteeSeat, BodyMember,
    Discipline,
)  # fmt: skip
UNITS = ("organization_id", "cell_id", "from_cell_id", "to_cell_id")
OUT_OF_SIGHT = Sentence(mark("đơn vị ngoài phạm vi được xem"))
A_POST = Sentence(mark("một chức vụ ngoài phạm vi được xem"))
Facts = dict[type[Fact], list[Any]]


def facts_of(by: Actor, person: int, *, opened: bool) -> Facts:
    """Các dữ kiện — by kind, in the order of their days, behind the wall of each kind.

    Until they are `opened` with a reason, disciplines are behind theirs, and expulsions left out.
    """
    seen = {
        model: model.objects.visible_to(by).filter(_told(model, opened), person=person)
        for model in OF_PERSONS
    }
    held = kinds_found(seen)
    return {
        model: list(found.select_related("basis", "ended_by").order_by("effective", "pk"))
        if model in held
        else []
        for model, found in seen.items()
    }


def _told(model: Any, opened: bool) -> Q:
    return ~Q(way=Way.EXPELLED) if model is Movement and not opened else Q()


def papers_of(facts: Facts) -> set[int]:
    """Các văn bản — that opened or ended these facts."""
    every = [fact for found in facts.values() for fact in found]
    return {fact.basis_id for fact in every} | {each.ended_by_id for each in every} - {None}


@dataclass(frozen=True, slots=True)
class Names:
    """Tên gọi trong ngày — of the units, posts and competencies a person's facts speak of."""

    units: dict[int, list[OrganizationSpell]]
    posts: dict[int, list[PostSpell]]
    competencies: dict[str, list[Competency]]

    def unit(self, unit: int | None, day: date) -> Sayable:
        """Tên tổ chức — as it was called on the day, else as it was called last before or first after."""
        found = _nearest(self.units.get(unit or 0, []), day)
        return said_as(found.name) if found else OUT_OF_SIGHT

    def post(self, post: int, day: date) -> Sayable:
        """Chức vụ — its title and organization on the day."""
        found = _nearest(self.posts.get(post, []), day)
        if found is None:
            return A_POST
        values = {"title": found.title, "unit": self.unit(found.organization_id, day)}
        return Sentence("{title}, {unit}", values)

    def competency(self, code: str, day: date) -> str:
        """Năng lực — as the framework called it on the day; its code alone where it is gone."""
        found = _nearest(self.competencies.get(code, []), day)
        return found.name if found else code


def posting_said(fact: Posting, names: Names, day: date) -> Sayable:
    """Giữ chức vụ gì, cách nào — the post, and in brackets what is not simply held in full."""
    post = names.post(fact.post_id, day)
    manner = Manner.of(fact.manner) if fact.manner else Manner.FULL
    said: list[Sayable] = [] if manner is Manner.FULL else [manner]
    said += [Came.of(fact.came)] if fact.came else []
    if not said:
        return post
    text = "{post} ({first}, {second})" if len(said) > 1 else "{post} ({first})"
    return Sentence(text, {"post": post, "first": said[0], "second": said[-1]})


def names_for(by: Actor, facts: Facts) -> Names:
    """Tên của những gì được nhắc đến — two statements, one more where competencies were assessed."""
    held: list[Any] = facts.get(Posting, [])
    posts: dict[int, list[PostSpell]] = {}
    seen = PostSpell.objects.visible_to(by).filter(post__in={each.post_id for each in held})
    for post in seen.order_by("effective"):
        posts.setdefault(post.post_id, []).append(post)
    wanted = {spell.organization_id for spells in posts.values() for spell in spells}
    for each in (fact for found in facts.values() for fact in found):
        wanted |= {getattr(each, column) for column in UNITS if getattr(each, column, None)}
    units: dict[int, list[OrganizationSpell]] = {}
    named = OrganizationSpell.objects.visible_to(by).filter(organization__in=wanted)
    for unit in named.order_by("effective"):
        units.setdefault(unit.organization_id, []).append(unit)
    return Names(units, posts, _competencies(by, facts.get(PersonCompetency, [])))


def _competencies(by: Actor, held: list[Any]) -> dict[str, list[Competency]]:
    """Asked only where somebody was assessed."""
    found: dict[str, list[Competency]] = {}
    if codes := {each.competency for each in held}:
        for each in Competency.objects.visible_to(by).filter(key__in=codes).order_by("effective"):
            found.setdefault(each.key, []).append(each)
    return found


def competency_said(fact: PersonCompetency, names: Names, day: date) -> Sayable:
    """Năng lực ở cấp độ nào — in the words of the framework of the day."""
    values = {"name": names.competency(fact.competency, day), "level": fact.level}
    return Sentence(mark("{name}: cấp độ {level}"), values)


def said_as(printed: str) -> Sayable:
    """Như đã in — a name is said alike in every language."""
    return Sentence("{printed}", {"printed": printed})


def day_said(day: date) -> Sayable:
    """Ngày — dd/mm/yyyy."""
    return said_as(f"{day:%d/%m/%Y}")


def _nearest(spells: Iterable[Any], day: date) -> Any:
    found = None
    for spell in spells:
        if found is None or spell.effective.start <= day:
            found = spell
    return found


def held_on(facts: Iterable[Any], on: date) -> list[Any]:
    """Đang có trong ngày."""
    return [each for each in facts if each.effective.holds_on(on)]
