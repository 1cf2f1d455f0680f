"""Văn bản đồng ý trong việc đang mở — recorded beside the decision that needed it."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.acts.facts import new_event, open_facts
from thenchot.people.members.models import Consent
from thenchot.people.members.words import Consented


def record_consent(
    act: OpenAct, about: Consented, people: Sequence[int], on_day: date, consent: int
) -> None:
    """Ghi đồng ý — for each of these people; what the same paper already said stands.

    Recorded before the decision, whose paper stays the one of the journal line.
    """
    paper = act.rests_on(consent, field="consent")
    said = Consent.objects.on(on_day).filter(person__in=people, about=about, basis=paper)
    known = set(said.values_list("person", flat=True))
    open_facts(
        act,
        [
            new_event(Consent, on_day, paper, person_id=person, about=about)
            for person in people
            if person not in known
        ],
    )
