"""Đối chiếu người với vị trí — each requirement beside what the file says; nothing is guessed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.text import Sayable, Sentence, mark
from thenchot.people.positions.rules.content import Description
from thenchot.people.positions.words import Degree, Outcome, Theory

L = TypeVar("L", bound=Labelled)
NOTHING = "khong"  # what a description says where it asks for nothing

_DEGREES = {
    "tien si": Degree.DOCTOR,
    "thac si": Degree.MASTER,
    "dai hoc": Degree.BACHELOR,
    "cu nhan": Degree.BACHELOR,
    "ky su": Degree.BACHELOR,
    "bac si": Degree.BACHELOR,
    "cao dang": Degree.COLLEGE,
    "trung cap": Degree.INTERMEDIATE,
    "so cap": Degree.ELEMENTARY,
}
_THEORIES = {
    "cao cap": Theory.ADVANCED,
    "cu nhan": Theory.ADVANCED,
    "trung cap": Theory.INTERMEDIATE,
    "so cap": Theory.ELEMENTARY,
}


@dataclass(frozen=True, slots=True)
class OnFile:
    """Trong hồ sơ — titles as the register states them; None: not recorded.

    `party_member` is None where the reader may not know.
    """

    professional: str | None
    political: str | None
    party_member: bool | None


@dataclass(frozen=True, slots=True)
class FitLine:
    """Một yêu cầu — what is asked, what the file says, and how they stand to one another."""

    what: str
    wanted: Sayable
    held: str
    outcome: Outcome


def degree_of(title: str) -> Degree | None:
    """Bậc đào tạo — read off the first words of a title; None where they do not say it."""
    return _read(title, _DEGREES)


def theory_of(title: str) -> Theory | None:
    """Bậc lý luận chính trị — likewise."""
    return _read(title, _THEORIES)


def _read(title: str, words: dict[str, L]) -> L | None:
    folded = fold(title)
    return next((level for word, level in words.items() if folded.startswith(word)), None)


def fit_lines(content: Description, file: OnFile) -> list[FitLine]:
    """Đối chiếu — in the order of the form; what the description does not ask is left out."""
    lines = []
    if content.degree:
        outcome = _level(content.degree, Degree.NONE, file.professional, degree_of)
        what = mark("Trình độ chuyên môn")
        lines.append(FitLine(what, content.degree, file.professional or "", outcome))
    if content.field:
        outcome = Outcome.BY_HAND if file.professional else Outcome.UNKNOWN
        what = mark("Ngành, chuyên ngành đào tạo")
        lines.append(FitLine(what, _said(content.field), file.professional or "", outcome))
    if content.theory:
        outcome = _level(content.theory, Theory.NONE, file.political, theory_of)
        what = mark("Lý luận chính trị")
        lines.append(FitLine(what, content.theory, file.political or "", outcome))
    if content.party_member:
        wanted = Sentence(mark("là đảng viên"))
        lines.append(FitLine(mark("Đảng viên"), wanted, "", _membership(file.party_member)))
    for what, text in (
        (mark("Kinh nghiệm"), content.experience),
        (mark("Phẩm chất"), content.character),
    ):
        if text and fold(text) != NOTHING:
            lines.append(FitLine(what, _said(text), "", Outcome.UNKNOWN))
    return lines


def level_outcome(wanted: int, reached: int | None) -> Outcome:
    """Năng lực — a level that was assessed reaches the one asked or not; None: not assessed."""
    if reached is None:
        return Outcome.NOT_ASSESSED
    return Outcome.GAP if levels_missing(wanted, reached) else Outcome.MET


def levels_missing(wanted: int, reached: int | None) -> int:
    """Còn thiếu mấy cấp độ — 0 where it was not assessed: nothing is guessed."""
    return 0 if reached is None else max(0, wanted - reached)


def gaps(lines: list[FitLine]) -> int:
    """Còn thiếu — how many requirements the file shows not to be met."""
    return sum(line.outcome is Outcome.GAP for line in lines)


def _level(wanted: L, none: L, title: str | None, read: Callable[[str], L | None]) -> Outcome:
    """A title whose level is not plain is left to the reader."""
    if wanted is none:
        return Outcome.MET
    if title is None:
        return Outcome.UNKNOWN
    found = read(title)
    if found is None:
        return Outcome.BY_HAND
    order = list(type(wanted))
    return Outcome.MET if order.index(found) >= order.index(wanted) else Outcome.GAP


def _membership(known: bool | None) -> Outcome:
    if known is None:
        return Outcome.UNKNOWN
    return Outcome.MET if known else Outcome.GAP


def _said(text: str) -> Sentence:
    return Sentence("{text}", {"text": text})
