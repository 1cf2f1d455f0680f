"""Phiếu — what was typed, read into values; every fault at once, nothing typed is lost."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.typed_dates import NotADay, parse_day, read_back


@dataclass(slots=True)
class RenameForm:
    """Phiếu ghi quyết định đổi tên — the paper first, then its effect."""

    number_sign: str = ""
    issuer: str = ""
    issued_on: str = ""
    abstract: str = ""
    name: str = ""
    from_day: str = ""
    key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    reasons: list[Reason] = field(default_factory=list)
    read_back: dict[str, str] = field(default_factory=dict)

    @classmethod
    def typed(cls, sent: QueryDict) -> "RenameForm":
        names = ("number_sign", "issuer", "issued_on", "abstract", "name", "from_day", "key")
        return cls(**{name: tidy_name(sent.get(name, ""))[:2000] for name in names})  # type: ignore[arg-type]

    def day(self, name: str, today: date) -> date | None:
        """Ngày đã gõ — None for an empty box, and for a fault, noted beside its box."""
        typed = getattr(self, name)
        if not typed:
            return None
        try:
            day = parse_day(typed, today)
        except NotADay as fault:
            self.reasons.append(replace(fault.reason, field=name))
            return None
        self.read_back[name] = read_back(day, gettext)
        return day

    def refused(self, reasons: Iterable[Reason]) -> None:
        """Bị từ chối — the act's reasons, except for a box whose fault is noted already."""
        noted = {reason.field for reason in self.reasons}
        self.reasons += [reason for reason in reasons if reason.field not in noted]

    def faults(self) -> dict[str, str]:
        """The sentences beside each box."""
        return {
            reason.field: " ".join(
                each.sentence(gettext) for each in self.reasons if each.field == reason.field
            )
            for reason in self.reasons
        }
