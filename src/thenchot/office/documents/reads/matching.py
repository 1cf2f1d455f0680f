"""Tệp đưa cùng sổ — each beside the papers of an organ's register: whose it is, or why it is nobody's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.models import Outgoing
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.naming import (
    Guess,
    Numbered,
    OwnSign,
    guessed,
    numbers_in,
    own_sign,
)
from thenchot.office.documents.rules.signs import read_sign
from thenchot.office.documents.words import FileVerdict, NumberState, Right

TWO_FILES = mark("Có tệp khác trong lượt này cũng của văn bản ấy.")
SAME_IN_BATCH = mark("Tệp này đã có ở một dòng trên.")
SAME_AS = mark("Tệp này đã là tệp của: {papers}.")
KEPT_ELSEWHERE = mark("Văn bản này đứng trong sổ của cơ quan khác; tệp do cơ quan ấy gắn.")


@dataclass(frozen=True, slots=True)
class SignedFile:
    """Tệp đã ký — kept under its SHA-256, with its name and the number its first page prints; `number` is
    the line of the register it was said to belong to."""

    name: str
    file_sha256: str
    own: OwnSign | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class FileLine:
    """Văn bản nhận tệp — its line in the register, as printed."""

    id: int
    paper: Paper
    abstract: str


@dataclass(frozen=True, slots=True)
class Matched:
    """Một tệp đã xét — the line it is of, or those a person chooses from."""

    file: SignedFile
    verdict: FileVerdict
    line: FileLine | None = None
    choices: tuple[FileLine, ...] = ()
    why: Reason | None = None

    @property
    def offered(self) -> tuple[FileLine, ...]:
        """Gắn được vào — the line found, or the choices; nothing where it is not to be attached."""
        found = self.line if self.verdict is FileVerdict.MATCHED else None
        return (found,) if found else self.choices


def own_sign_of(first_page: str) -> OwnSign | None:
    """Số trên trang đầu của tệp — by the shipped tables."""
    return own_sign(first_page, shipped_grammar())


def matched_files(
    *, by: Actor, organization: int, files: Sequence[SignedFile]
) -> Sequence[Matched]:
    """Ghép tệp với sổ — of an organ's papers that have numbers; in the order of the files."""
    held = _held(by, organization, files)
    same = _same_files(by, files)
    numbered = [each for line in held.values() if (each := _numbered(line))]
    found, seen = [], set()
    for file in files:
        if file.file_sha256 in seen:
            why = Reason(SAME_IN_BATCH)
            found.append(Matched(file, FileVerdict.SAME_FILE, why=why))
            continue
        seen.add(file.file_sha256)
        guess = guessed(file.name, file.own, numbered, shipped_grammar())
        found.append(_judged(by, file, guess, held, same))
    return _one_each(found)


def may_bring(by: Actor, keeper: int | None) -> bool:
    """Gắn tệp được — with the right in the register that keeps the paper; in the whole office where none does."""
    return by.reach(Right.REGISTER) == EVERYWHERE or (
        keeper is not None and by.may(Right.REGISTER, keeper)
    )


def _judged(
    by: Actor, file: SignedFile, guess: Guess, held: Mapping[int, Outgoing],
    same: Mapping[str, Sequence[str]],
) -> Matched:  # fmt: skip
    if file.file_sha256 in same:
        why = Reason(SAME_AS, {"papers": "; ".join(same[file.file_sha256])})
        return Matched(file, FileVerdict.SAME_FILE, why=why)
    meant = [held[each] for each in ([guess.line] if guess.line else guess.choices)]
    if not meant:
        return Matched(file, FileVerdict.UNMATCHED, why=guess.why)
    bare = [each for each in meant if each.basis and not each.basis.file_sha256]
    if not bare:
        return Matched(file, FileVerdict.HAS_FILE, _line(meant[0]))
    open_ = [each for each in bare if each.basis and may_bring(by, each.basis.kept_by)]
    if not open_:
        return Matched(file, FileVerdict.REFUSED, _line(bare[0]), why=Reason(KEPT_ELSEWHERE))
    if guess.line:
        return Matched(file, FileVerdict.MATCHED, _line(open_[0]))
    return Matched(file, FileVerdict.ASKED, choices=tuple(map(_line, open_)), why=guess.why)


def _one_each(found: Sequence[Matched]) -> Sequence[Matched]:
    """Một văn bản một tệp — where two files are of one paper, a person says which."""
    taken: dict[int, int] = {}
    for each in found:
        if each.verdict is FileVerdict.MATCHED and each.line:
            taken[each.line.id] = taken.get(each.line.id, 0) + 1
    return [
        replace(
            each, verdict=FileVerdict.ASKED, line=None, choices=each.offered, why=Reason(TWO_FILES)
        )
        if each.verdict is FileVerdict.MATCHED and each.line and taken[each.line.id] > 1
        else each
        for each in found
    ]


def _held(by: Actor, organization: int, files: Iterable[SignedFile]) -> dict[int, Outgoing]:
    """Lines of the register whose numbers stand in a name or on a first page."""
    numbers: set[int] = set()
    for each in files:
        numbers |= numbers_in(each.name)
        if each.own and each.own.sign.number.isdigit():
            numbers.add(int(each.own.sign.number))
    seen = Outgoing.objects.visible_to(by).filter(
        organization=organization, state=NumberState.ISSUED, number__in=numbers
    )
    return {each.pk: each for each in seen.select_related("basis").order_by("pk")}


def _numbered(line: Outgoing) -> Numbered | None:
    sign = read_sign(line.basis.number_sign, shipped_grammar()) if line.basis else None
    if sign is None or line.basis is None or not sign.number.isdigit():
        return None
    return Numbered(line.pk, sign, line.basis.issued_on)


def _same_files(by: Actor, files: Iterable[SignedFile]) -> dict[str, list[str]]:
    """Papers in sight that bear one of these files already."""
    seen = Instrument.objects.visible_to(by).filter(may_stand_in_lists(by))
    found: dict[str, list[str]] = {}
    digests = {file.file_sha256 for file in files} - {""}
    for each in seen.filter(file_sha256__in=digests).order_by("pk"):
        found.setdefault(each.file_sha256, []).append(str(each))
    return found


def _line(line: Outgoing) -> FileLine:
    assert line.basis
    return FileLine(line.pk, paper(line.basis), line.basis.abstract)
