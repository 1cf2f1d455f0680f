"""Phiếu — what was typed, read into values; every fault at once, nothing typed is lost."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime

from django.http import QueryDict

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


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

    @classmethod
    def typed(cls, sent: QueryDict) -> "RenameForm":
        names = ("number_sign", "issuer", "issued_on", "abstract", "name", "from_day", "key")
        return cls(**{name: tidy_name(sent.get(name, ""))[:2000] for name in names})  # type: ignore[arg-type]

    def day(self, name: str) -> date | None:
        """A day as `dd/mm/yyyy`; a fault is noted with the words typed."""
        try:
            return datetime.strptime(getattr(self, name), "%d/%m/%Y").date()
        except ValueError:
            text = mark("«{typed}» không phải là ngày. Hãy gõ như 03/02/2025.")
            self.reasons.append(Reason(text, {"typed": getattr(self, name)}, field=name))
            return None

    def fault_of(self) -> dict[str, str]:
        """The sentences beside each box."""
        return {
            reason.field: " ".join(str(each) for each in self.reasons if each.field == reason.field)
            for reason in self.reasons
        }
