"""Mở thông tin nhạy cảm — with a reason, which the journal keeps; for half an hour."""

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.basis.models import Disclosure
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

speak_for(
    {"disclosure_has_a_reason": Reason(mark("Phải nêu lý do mở."), field="reason")},
)


@act(needs=Right.OPEN_SENSITIVE, phrase=mark("Mở thông tin nhạy cảm: {kind}"))
def open_sensitive(act: OpenAct, *, kind: Labelled, reason: str, person: int | None = None) -> int:
    """Mở thông tin nhạy cảm — one person's, or the list within the actor's reach.

    The right to see it is asked by the walls all the same; this says when and why.
    """
    act.says(kind=kind.label)
    return disclose(act, kind, reason, person)


def disclose(act: OpenAct, kind: Labelled, reason: str, person: int | None) -> int:
    """Ghi lần mở — with its reason; an area may have an act of its own for what is its own."""
    reason = tidy_name(reason)
    act.refuse_if(rules.reason_faults(reason))
    made = Disclosure.objects.create(
        entry=act.entry, actor=act.by.id, kind=kind.value, person=person, reason=reason
    )
    act.reason = reason
    return made.pk
