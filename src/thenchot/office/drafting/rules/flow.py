"""Đường đi của dự thảo — every step, from which states, to which, by whom: one table.

The acts, the buttons of the page, the tests and the diagram of the architecture page read it.
"""

from dataclasses import dataclass

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.words import Right, State, Verb


@dataclass(frozen=True, slots=True)
class Step:
    """Bước đi — what a verb does to a draft; `issuing`: asked of the issuing organ, not of the writers."""

    verb: Verb
    right: Right
    before: frozenset[State]
    after: State
    issuing: bool = False
    needs_words: bool = False


OPEN = frozenset({State.CONTENT, State.FORM, State.SUBMITTED, State.ASKING, State.CENTRE})
BODIES = frozenset(Decider) - {Decider.CENTRE}  # those that decide by a vote
STEPS = {
    step.verb: step
    for step in (
        Step(Verb.CONTENT, Right.CHECK_CONTENT, frozenset({State.WRITING}), State.CONTENT),
        Step(
            Verb.CONTENT_BACK, Right.CHECK_CONTENT, frozenset({State.WRITING, State.CONTENT}),
            State.WRITING, needs_words=True,
        ),
        Step(Verb.FORM, Right.CHECK_FORM, frozenset({State.CONTENT}), State.FORM, issuing=True),
        Step(
            Verb.FORM_BACK, Right.CHECK_FORM, frozenset({State.CONTENT, State.FORM}),
            State.WRITING, issuing=True, needs_words=True,
        ),
        Step(Verb.SUBMIT, Right.WRITE, frozenset({State.FORM, State.ASKING}), State.SUBMITTED),
        Step(Verb.AGREE, Right.DECIDE, frozenset({State.SUBMITTED}), State.AGREED, issuing=True),
        Step(
            Verb.BACK, Right.DECIDE, frozenset({State.SUBMITTED, State.AGREED, State.SIGNED}),
            State.WRITING, issuing=True, needs_words=True,
        ),
        Step(
            Verb.ASK, Right.DECIDE, frozenset({State.SUBMITTED}), State.ASKING, issuing=True,
            needs_words=True,
        ),
        Step(
            Verb.ASK_CENTRE, Right.DECIDE, frozenset({State.SUBMITTED}), State.CENTRE, issuing=True,
        ),
        Step(
            Verb.CENTRE_SAID, Right.DECIDE, frozenset({State.CENTRE}), State.SUBMITTED, issuing=True,
        ),
        Step(Verb.TABLE, Right.RECORD_SITTING, frozenset({State.SUBMITTED}), State.TABLED, issuing=True),
        Step(
            Verb.POSTPONE, Right.RECORD_SITTING, frozenset({State.TABLED}), State.SUBMITTED, issuing=True,
            needs_words=True,
        ),
        Step(Verb.CARRY, Right.RECORD_SITTING, frozenset({State.TABLED}), State.AGREED, issuing=True),
        Step(Verb.LOSE, Right.RECORD_SITTING, frozenset({State.TABLED}), State.WRITING, issuing=True),
        Step(
            Verb.RECOUNT, Right.RECORD_SITTING, frozenset({State.AGREED, State.WRITING}), State.TABLED,
            issuing=True, needs_words=True,
        ),
        Step(Verb.SIGN, Right.CHECK_FORM, frozenset({State.AGREED}), State.SIGNED, issuing=True),
        Step(
            Verb.UNSIGN, Right.CHECK_FORM, frozenset({State.SIGNED}), State.AGREED, issuing=True,
            needs_words=True,
        ),
        Step(Verb.WITHDRAW, Right.WRITE, OPEN, State.WRITING),
        Step(
            Verb.DROP, Right.WRITE, OPEN | {State.WRITING, State.AGREED, State.SIGNED}, State.DROPPED,
            needs_words=True,
        ),
    )
}  # fmt: skip
NUMBERED_FROM = State.SIGNED


def step_faults(verb: Verb, state: State, words: str) -> list[Reason]:
    """Bước không đi được — from the state it stands in; and where words are owed, without them."""
    step, faults = STEPS[verb], []
    if state not in step.before:
        text = mark("Dự thảo đang ở tình trạng «{state}», không thể «{verb}».")
        faults.append(Reason(text, {"state": state, "verb": verb}))
    if step.needs_words and not words:
        text = mark("«{verb}» phải nêu lý do.")
        faults.append(Reason(text, {"verb": verb}, field="words"))
    return faults


def leader_faults(decider: Decider | None, *, centre_said: bool) -> list[Reason]:
    """Lãnh đạo không đồng ý thay — a body decides by its vote, the Centre by a paper that answers."""
    if decider in BODIES:
        text = mark(
            "Việc này do {decider} quyết định: đưa vào chương trình họp hoặc lấy ý kiến bằng văn bản."
        )
        return [Reason(text, {"decider": decider}, field="verb")]
    if decider is Decider.CENTRE and not centre_said:
        text = mark("Việc này do Trung ương quyết định: ghi văn bản trả lời của Trung ương trước.")
        return [Reason(text, field="verb")]
    return []
