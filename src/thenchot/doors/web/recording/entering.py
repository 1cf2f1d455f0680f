"""Nhắc loại không nhập — what a form that registers a paper says, and does not refuse; the sheet that sets it."""

from collections.abc import Mapping
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.entering import not_entered_on

SAID = mark("Không nhập vào đây: {subject}, theo {paper}.")
UNREAD = mark("Không nhập vào đây: {subject}, theo {paper} (chưa thẩm định nguyên văn).")


def not_entered(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    """Loại văn bản không nhập — those of the day, each with its source."""
    return [
        Reason(
            SAID if each.verified else UNREAD,
            {"subject": each.subject, "paper": each.paper}, each.clause,
        )
        for each in not_entered_on(by=by, on=on)
    ]  # fmt: skip
