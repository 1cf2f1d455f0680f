"""Đường đi của văn bản đến — every move, from which states, to which, with which right: one table.

The acts, the buttons of the page, the tests and the diagram of the architecture page read it.
"""

from dataclasses import dataclass

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.words import Right, State


class Verb(Labelled):
    """Bước — what is done with a paper that came."""

    SUBMIT = "trinh", mark("Trình lãnh đạo")
    DIRECT = "but_phe", mark("Ghi ý kiến chỉ đạo, phân công")
    TAKE = "nhan", mark("Nhận xử lý")
    FINISH = "xong", mark("Ghi đã giải quyết xong")
    REOPEN = "mo_lai", mark("Mở lại")
    SEND_BACK = "tra_lai", mark("Trả lại nơi gửi")


@dataclass(frozen=True, slots=True)
class Move:
    """Bước đi — what a verb does to the state of a paper."""

    verb: Verb
    right: Right
    before: frozenset[State]
    after: State


MOVES = {
    move.verb: move
    for move in (
        Move(Verb.SUBMIT, Right.REGISTER, frozenset({State.REGISTERED}), State.SUBMITTED),
        Move(
            Verb.DIRECT,
            Right.DIRECT,
            frozenset({State.REGISTERED, State.SUBMITTED, State.DIRECTED, State.HANDLED}),
            State.DIRECTED,
        ),
        Move(Verb.TAKE, Right.HANDLE, frozenset({State.DIRECTED}), State.HANDLED),
        Move(
            Verb.FINISH,
            Right.HANDLE,
            frozenset({State.REGISTERED, State.SUBMITTED, State.DIRECTED, State.HANDLED}),
            State.FINISHED,
        ),
        Move(Verb.REOPEN, Right.DIRECT, frozenset({State.FINISHED}), State.DIRECTED),
        Move(
            Verb.SEND_BACK,
            Right.REGISTER,
            frozenset({State.REGISTERED, State.SUBMITTED}),
            State.RETURNED,
        ),
    )
}


def move_faults(verb: Verb, state: State) -> list[Reason]:
    """Bước không đi được — from the state the paper stands in."""
    if state in MOVES[verb].before:
        return []
    text = mark("Văn bản đang ở tình trạng «{state}», không thể «{verb}».")
    return [Reason(text, {"state": state, "verb": verb})]


CLOSED = frozenset({State.FINISHED, State.RETURNED})


def part_faults(state: State, *, led_by_another: bool) -> list[Reason]:
    """Phần không còn chờ — of a paper finished or sent back, or whose lead a later direction gave to another."""
    faults = []
    if state in CLOSED:
        text = mark(
            "Văn bản đang ở tình trạng «{state}»; phần được giao không nhận, không báo kết quả nữa."
        )
        faults.append(Reason(text, {"state": state}))
    if led_by_another:
        text = mark("Ý kiến chỉ đạo sau đã giao nơi khác chủ trì; phần này không còn chờ xử lý.")
        faults.append(Reason(text))
    return faults
