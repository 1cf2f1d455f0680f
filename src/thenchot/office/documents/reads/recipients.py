"""Câu hỏi về nơi nhận — each time papers were sent to somebody, and whether it came."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Delivery
from thenchot.office.documents.rules.recipients import DeliveryLine
from thenchot.office.documents.words import Channel

COLUMNS = ("id", "recipient", "channel", "sent_on", "received_on")


def times_sent(*, by: Actor, on: date) -> ArraySubquery:
    """Các lần chuyển — of each number asked for, in its own statement; the first sent first."""
    seen = Delivery.objects.visible_to(by).filter(number=OuterRef("pk"), sent_on__lte=on)
    columns: Any = {name: name for name in COLUMNS}
    return ArraySubquery(seen.order_by("sent_on", "pk").values(told=JSONObject(**columns)))


def delivery_lines(times: Iterable[Mapping[str, Any]], on: date) -> list[DeliveryLine]:
    """Các lần chuyển như đã biết trong ngày — from what `times_sent` gives."""
    return [
        DeliveryLine(
            each["id"], each["recipient"], Channel.of(each["channel"]),
            date.fromisoformat(each["sent_on"]), _by(each["received_on"], on),
        )
        for each in times
    ]  # fmt: skip


def _by(told: str | None, on: date) -> date | None:
    day = date.fromisoformat(told) if told else None
    return day if day and day <= on else None
