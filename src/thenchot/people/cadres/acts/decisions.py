"""Ghi quyết định về tổ chức, cán bộ, lương — matter, decider, person or organization."""

from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_event, open_facts
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.words import Decider
from thenchot.people.cadres.models import CadreDecision
from thenchot.people.cadres.words import DecisionMatter, Right


@act(needs=Right.RECORD_DECISION, phrase=mark("Ghi quyết định về {matter}: {about}"))
def record_decision(
    act: OpenAct,
    *,
    matter: DecisionMatter,
    decider: Decider,
    on_day: date,
    basis: Basis,
    person: int | None = None,
    organization: int | None = None,
) -> int:
    """Ghi quyết định — one paper, one matter; its effects on posts are recorded beside it."""
    who = PersonSpell.objects.on(on_day).filter(person=person).first()
    where = OrganizationSpell.objects.on(on_day).filter(organization=organization).first()
    faults = []
    if person is None and organization is None:
        faults.append(spoken("cadre_decision_is_about_something"))
    if person is not None and who is None:
        text = mark("Người này chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": on_day}, field="person"))
    if organization is not None and where is None:
        text = mark("Tổ chức này không tồn tại vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": on_day}, field="organization"))
    if isinstance(basis, int) and CadreDecision.objects.filter(basis=basis).exists():
        faults.append(spoken("cadre_decision_one_a_paper"))
    act.refuse_if(faults)
    act.touches(organization)
    touches_people(act, [] if person is None else [person])
    paper = act.rests_on(basis)
    (made,) = open_facts(
        act,
        [
            new_event(
                CadreDecision,
                on_day,
                paper,
                person_id=person,
                organization_id=organization,
                matter=matter,
                decider=decider,
            )
        ],
    )
    act.says(matter=matter.label.lower(), about=who or where)
    return int(made.pk)
