"""Thẩm quyền ban hành — the types a body of the Party may not issue, by tables of the day; told, never refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import OrganizationKind
from thenchot.office.drafting.rules.letters import STANDING_BODY
from thenchot.office.drafting.rules.rows import DraftRow
from thenchot.office.drafting.words import Signing

MAY_NOT = mark("Theo {source}, «{body}» không ban hành {kind}. Hãy xem lại trước khi trình.")
MAY_NOT_UNVERIFIED = mark(
    "Theo {source} (chưa đối chiếu với bản gốc), «{body}» không ban hành {kind}. "
    "Hãy xem lại trước khi trình."
)


@dataclass(frozen=True, slots=True)
class Authority:
    """Thẩm quyền của một tập thể — of organizations of these kinds; `standing`: of its standing committee."""

    kinds: frozenset[OrganizationKind]
    standing: bool
    body: str
    may_not: frozenset[InstrumentKind]
    source: str
    verified: bool


def authority_faults(
    row: DraftRow, kind: OrganizationKind | None, table: Iterable[Authority]
) -> list[Reason]:
    """Không thuộc thẩm quyền — of a paper signed T/M a body; a head's own paper is in no table read."""
    if row.signing is not Signing.ON_BEHALF:
        return []
    standing = STANDING_BODY in fold(row.authority)
    return [
        Reason(
            MAY_NOT if each.verified else MAY_NOT_UNVERIFIED,
            {"source": each.source, "body": each.body, "kind": row.kind}, field="kind",
        )
        for each in table
        if kind in each.kinds and each.standing is standing and row.kind in each.may_not
    ]  # fmt: skip
