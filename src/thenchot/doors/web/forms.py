"""Phiếu — what was typed, read into values; every fault at once, nothing typed is lost."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any, Self

from django.http import QueryDict
from django.utils.translation import gettext

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.typed_dates import NotADay, parse_day, read_back

NOT_TYPED = frozenset({"reasons", "read_back", "status", "kept_at", "rights"})


def new_key() -> str:
    """Khóa một lần — of one filling of a form."""
    return secrets.token_urlsafe(16)


@dataclass(slots=True, kw_only=True)
class Form:
    """Phiếu — a one-time key, the boxes of a subclass as typed, the faults beside them."""

    key: str = field(default_factory=new_key)
    reasons: list[Reason] = field(default_factory=list)
    read_back: dict[str, str] = field(default_factory=dict)
    status: int = 0  # how a refusal is answered
    kept_at: datetime | None = None  # when the draft it was filled from was kept

    @classmethod
    def typed(cls, sent: QueryDict) -> Self:
        names = [each.name for each in fields(cls) if each.name not in NOT_TYPED]
        boxes: dict[str, Any] = {name: tidy_name(sent.get(name, ""))[:2000] for name in names}
        return cls(**boxes)

    def fill(self, boxes: Mapping[str, str], kept_at: datetime) -> None:
        """Điền bản nháp — the boxes this form has, as they were typed."""
        for each in fields(self):
            if each.name in boxes and each.name not in {*NOT_TYPED, "key"}:
                setattr(self, each.name, str(boxes[each.name]))
        self.kept_at = kept_at

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


@dataclass(slots=True, kw_only=True)
class AccountForm(Form):
    """Phiếu mở tài khoản."""

    username: str = ""
    printed_name: str = ""
    person: str = ""
    from_day: str = ""
    until: str = ""
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class GrantForm(Form):
    """Phiếu giao quyền — or the proposal of it, where the role takes two."""

    role: str = ""
    unit: str = ""
    from_day: str = ""
    until: str = ""
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class ReasonForm(Form):
    """Phiếu có lý do — for closing, ending, opening what is masked; `which` names what it is about."""

    which: str = ""
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class TypingForm(Form):
    """Phiếu giao nhập thay."""

    principal: str = ""
    from_day: str = ""
    until: str = ""
    reason: str = ""


@dataclass(slots=True, kw_only=True)
class TokenForm(Form):
    """Phiếu cấp khóa truy cập — the rights are ticked, not typed."""

    name: str = ""
    from_day: str = ""
    until: str = ""
    reason: str = ""
    rights: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class ChangeForm(Form):
    """Phiếu báo biến động — `person` is the number of the file, empty for somebody not in the cell."""

    what: str = ""
    person: str = ""
    on_day: str = ""
    words: str = ""


@dataclass(slots=True, kw_only=True)
class AnswerForm(Form):
    """Phiếu trả lời báo biến động."""

    answer: str = ""


@dataclass(slots=True, kw_only=True)
class FirstRunForm(Form):
    """Phiếu khởi tạo — the office, its root organization with the founding paper, the first administrator."""

    office: str = ""
    name: str = ""
    kind: str = ""
    number_sign: str = ""
    issuer: str = ""
    issued_on: str = ""
    abstract: str = ""
    from_day: str = ""
    username: str = ""
    printed_name: str = ""


def number_typed(typed: str) -> int:
    """Số đã gõ hay đã chọn — 0, which nothing bears, for what is no number."""
    return int(typed) if typed.isdecimal() and len(typed) < 19 else 0
