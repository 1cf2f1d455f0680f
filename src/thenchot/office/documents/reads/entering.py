"""Loại văn bản không nhập của một ngày — each with the paper that says so."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.office.documents.models import NotEntered


@dataclass(frozen=True, slots=True)
class NotEnteredLine:
    """Một loại không nhập — since which day, by which paper; not `verified`: its text was not read."""

    subject: str
    clause: str
    verified: bool
    since: date
    paper: Paper


def not_entered_on(*, by: Actor, on: date) -> list[NotEnteredLine]:
    """Các loại không nhập — of a day, by name."""
    held = NotEntered.objects.on(on).visible_to(by).filter(kept_out=True).select_related("basis")
    return [
        NotEnteredLine(
            each.subject, each.clause, each.verified, each.effective.start, paper(each.basis)
        )
        for each in sorted(held, key=lambda each: natural_key(each.subject))
    ]  # fmt: skip
