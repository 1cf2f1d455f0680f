"""Nơi nhận — whom a paper names at its foot, to whom it was sent, and who has said that it came."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.names import spelling_key, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.rules.issued import leg_faults
from thenchot.office.documents.rules.letters import NOBODY
from thenchot.office.documents.words import Channel

BULLETS = "-‐‑‒–—−•+* "


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """Một lần chuyển — to whom, which way, on which day; when they said that it came."""

    id: int
    recipient: str
    channel: Channel
    sent_on: date
    received_on: date | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Một nơi nhận — with each time the paper was sent there: none, where it was not."""

    name: str
    deliveries: tuple[DeliveryLine, ...]

    @property
    def received(self) -> bool:
        """Đã nhận — one of the times."""
        return any(each.received_on for each in self.deliveries)


def named_recipients(text: str) -> list[str]:
    """Những nơi phải gửi — as the foot of a paper lists them, without what is kept here."""
    parts = (tidy_name(part).lstrip(BULLETS).rstrip(". ") for part in re.split(r"[;\n]", text))
    named = (part for part in parts if part and not NOBODY.match(part))
    found: dict[str, str] = {}
    for name in named:
        found.setdefault(spelling_key(name), name)
    return list(found.values())


def spread(text: str, deliveries: Iterable[DeliveryLine]) -> list[Recipient]:
    """Từng nơi nhận — those the paper names, in its order, then others it was sent to."""
    names = {spelling_key(name): name for name in named_recipients(text)}
    times: dict[str, list[DeliveryLine]] = {key: [] for key in names}
    for each in deliveries:
        key = spelling_key(each.recipient)
        names.setdefault(key, each.recipient)
        times.setdefault(key, []).append(each)
    return [Recipient(name, tuple(times[key])) for key, name in names.items()]


def delivery_faults(
    recipients: Sequence[str], gone: Iterable[str], sent_on: date, issued_on: date | None, today: date,
) -> list[Reason]:  # fmt: skip
    """Lỗi khi ghi đã chuyển — every reason; once to each, `gone` the same way before."""
    faults = leg_faults(sent_on, issued_on, today, "sent_on")
    if not recipients:
        faults.append(Reason(mark("Chưa ghi nơi nhận nào."), field="recipients"))
    known = {spelling_key(each) for each in gone}
    for number, name in enumerate(recipients, start=1):
        said, key = [], spelling_key(name)
        if not name:
            said.append(Reason(mark("Thiếu nơi nhận."), field="recipient"))
        elif key in known:
            text = mark("Đã ghi chuyển đến {recipient} bằng cách này.")
            said.append(Reason(text, {"recipient": name}, field="recipient"))
        faults += numbered(number, said)
        known.add(key)
    return faults
