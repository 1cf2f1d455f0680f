"""Nhắc trước khi ghi — what a form that registers or numbers a paper says, and does not refuse."""

from collections.abc import Mapping
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.entering import not_entered_on
from thenchot.office.documents.reads.outgoing import last_numbers
from thenchot.office.documents.rules.numbering import order_warning
from thenchot.office.drafting.reads.numbering import series_for_draft

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


def last_given(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    """Số gần nhất của dãy — with its day, before the next is given; of a draft, of each series it may take."""
    series = [named["series"]] if named["series"] else []
    if not series and named.get("draft"):
        series = series_for_draft(by=by, on=on, draft=named["draft"])
    last = last_numbers(by=by, series=series) if series else []
    return [order_warning(each.series, each.number, each.given_on) for each in last]


def numbered_here(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    """Cấp số cho văn bản — what is not entered here, and where the series stands."""
    return [*not_entered(by, on, named), *last_given(by, on, named)]
