"""Bảng thẩm quyền ban hành — as shipped, the one in force on a day, and what it says of a draft."""

from collections.abc import Iterator
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register.words import OrganizationKind
from thenchot.office.drafting.reads.profiles import shipped_on
from thenchot.office.drafting.rules.authority import Authority, authority_faults
from thenchot.office.drafting.rules.rows import DraftRow


def authority_on(day: date) -> Iterator[Authority]:
    """Bảng của ngày — as `reference/authority-*.json` says."""
    for each in shipped_on("authority", day)["bodies"]:
        yield Authority(
            frozenset(OrganizationKind.of(kind) for kind in each["kinds"]), each["standing"], each["body"],
            frozenset(InstrumentKind.of(kind) for kind in each["may_not"]), each["source"],
            each["verified"],
        )  # fmt: skip


def unauthorised(row: DraftRow, kind: str | None, on: date) -> list[Reason]:
    """Thể loại ngoài thẩm quyền — of a draft an organization of this kind is to issue."""
    return authority_faults(row, OrganizationKind.of(kind) if kind else None, authority_on(on))
