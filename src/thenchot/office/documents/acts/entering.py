"""Loại văn bản không nhập — said by a paper, from a day on; whoever registers papers is reminded, not refused."""

from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import set_state
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.models import NotEntered
from thenchot.office.documents.rules.dossiers import group_key
from thenchot.office.documents.words import Right

LONGEST = 200


@act(needs=Right.SET_NUMBERING, phrase=mark("Ghi loại văn bản không nhập: {subject}"))
def set_not_entered(
    act: OpenAct, *, subject: str, kept_out: bool, clause: str, verified: bool, from_day: date,
    basis: Basis,
) -> int:  # fmt: skip
    """Ghi loại văn bản không nhập — of the whole office, from a day on, as its paper says; `kept_out` False:
    entered again. `verified` is False where the text of the source was not read."""
    act.touches_office()
    said = tidy_name(subject)
    faults = [] if said else [Reason(mark("Thiếu tên loại văn bản."), field="subject")]
    if len(said) > LONGEST:
        text = mark("Tên loại văn bản dài quá {most} ký tự.")
        faults.append(Reason(text, {"most": LONGEST}, field="subject"))
    known = {group_key(each): each for each in NotEntered.objects.values_list("subject", flat=True)}
    made = set_state(
        act, NotEntered, {"subject": known.get(group_key(said), said)}, from_day, basis,
        faults=faults, kept_out=kept_out, clause=tidy_name(clause), verified=verified,
    )  # fmt: skip
    act.says(subject=made.subject)
    return int(made.pk)
