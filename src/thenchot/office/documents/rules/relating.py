"""Phép ghi quan hệ giữa văn bản — what goes with what, every reason at once; what is in force on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import ABOUT, LEVELS, NAME_ENDS, OF
from thenchot.office.documents.rules.signs import read_sign
from thenchot.office.documents.words import (
    CHANGING,
    DATED,
    ENDING,
    IN_PART,
    Family,
    Force,
    RelationKind,
)

_LIFE = mark("Nghị định 30/2020/NĐ-CP, Điều 18: sửa đổi, thay thế, đính chính, thu hồi văn bản")
_COMPETENCE = mark(
    "Quy định 66-QĐ/TW, Điều 3 (chưa đối chiếu): cơ quan ban hành hoặc cấp trên có thẩm quyền sửa đổi, thay thế, bãi bỏ văn bản"
)
_TOUCHING = (*DATED, RelationKind.CORRECTS)  # only by the issuer or a higher body
SAME = mark("Chọn hai văn bản khác nhau.")


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Một quan hệ — with a paper of the register (`to`), or with one only cited.

    `own`: the paper is the organ's own, not one it has received.
    """

    kind: RelationKind
    to: int | None = None
    cited: str = ""
    part: str = ""
    from_day: date | None = None
    own: bool = False


def relation_faults(
    row: RelationRow, issued_on: date | None, to_issued_on: date | None
) -> list[Reason]:
    """Lỗi của quan hệ — one other paper, not a later one; a day and articles only where they say something."""
    faults = []
    if (row.to is None) == (not row.cited.strip()):
        text = mark("Chọn một văn bản trong sổ, hoặc ghi lời dẫn của văn bản chưa có trong sổ.")
        faults.append(Reason(text, field="to"))
    if issued_on and to_issued_on and to_issued_on > issued_on:
        text = mark("Văn bản kia ký ngày {day:%d/%m/%Y}, sau văn bản này.")
        faults.append(Reason(text, {"day": to_issued_on}, field="to"))
    if row.kind in DATED and row.from_day is None:
        text = mark("Ghi ngày từ đó văn bản kia thay đổi hoặc hết hiệu lực.")
        faults.append(Reason(text, {}, _LIFE, "from_day"))
    if row.kind not in DATED and row.from_day:
        text = mark("Quan hệ «{kind}» không có ngày hiệu lực riêng.")
        faults.append(Reason(text, {"kind": row.kind}, field="from_day"))
    if row.from_day and issued_on and row.from_day < issued_on:
        text = mark("Ngày hiệu lực {day:%d/%m/%Y} trước ngày ký văn bản này.")
        faults.append(Reason(text, {"day": row.from_day}, _LIFE, "from_day"))
    if row.part.strip() and row.kind not in IN_PART:
        text = mark("Quan hệ «{kind}» là với cả văn bản, không theo điều, khoản.")
        faults.append(Reason(text, {"kind": row.kind}, field="part"))
    return faults


def competence_faults(
    kind: RelationKind, sign: str, to_sign: str, grammar: Grammar
) -> list[Reason]:
    """Không đủ thẩm quyền — a paper of a lower level of the Party does not change or end one of a higher.

    Levels are read from the organ codes; another code, or none, is not judged.
    """
    mine, theirs = (_level(each, grammar) for each in (sign, to_sign))
    if kind not in _TOUCHING or mine is None or theirs is None or mine >= theirs:
        return []
    text = mark("{sign} là văn bản của cấp dưới, không «{kind}» văn bản {other} của cấp trên.")
    return [Reason(text, {"sign": sign, "kind": kind, "other": to_sign}, _COMPETENCE, "to")]


def _level(number_sign: str, grammar: Grammar) -> int | None:
    sign = read_sign(number_sign, grammar)
    if sign is None or sign.form is not Family.PARTY or "-" in sign.organ:
        return None
    ends = [n for n, codes in enumerate(LEVELS) if sign.organ.endswith(codes)]
    return ends[0] if ends else None


def issuer_cited(cited: str) -> str:
    """Cơ quan trong lời dẫn — behind "của", before the subject, in one spelling; "" where none is named.

    `documents_cited_issuer` of the database reads it alike.
    """
    told = ABOUT.split(spelling_key(cited), maxsplit=1)[0]
    _, *rest = OF.split(told, maxsplit=1)
    return NAME_ENDS.split(rest[0], maxsplit=1)[0].strip(" .") if rest else ""


def may_mean(cited: str, sign: str, issuer: str) -> bool:
    """Lời dẫn có thể là văn bản ấy — unless it names another body; the centre is one, and a standing
    committee bears the name of its committee."""
    named, own = issuer_cited(cited), spelling_key(issuer)
    if sign.endswith("TW") or not named:
        return True
    return f" {named} " in f" {own} " or f" {own} " in f" {named} "


@dataclass(frozen=True, slots=True)
class Change:
    """Một tác động — of a paper that stands, from a day, on some articles or the whole (`part` "")."""

    kind: RelationKind
    from_day: date
    part: str = ""


def force_on(
    on: date, begins: date, changes: Sequence[Change], ends: Sequence[date] = (), *, annulled: bool = False,
    cancelled: bool = False,
) -> Force:  # fmt: skip
    """Hiệu lực vào ngày — `ends`: days on which it ends for another reason, such as the paper it came with.

    What was annulled never held, nor what has no number but cancelled ones; what ended does not come back when
    the paper that ended it ends.
    """
    if annulled:
        return Force.ANNULLED
    if cancelled:
        return Force.CANCELLED
    if on < begins:
        return Force.NOT_YET
    told = [each for each in changes if each.from_day <= on]
    if any(day <= on for day in ends) or any(
        each.kind in ENDING and not each.part for each in told
    ):
        return Force.ENDED
    if any(each.kind in ENDING for each in told):
        return Force.PARTLY
    return Force.CHANGED if any(each.kind in CHANGING for each in told) else Force.IN_FORCE
