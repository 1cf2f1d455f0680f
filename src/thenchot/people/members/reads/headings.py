"""Tên cột đã nhớ — what this office has said its headings mean."""

from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.people.members.models import Heading
from thenchot.people.members.words import ListColumn


def learnt_headings(*, by: Actor, on: date) -> dict[str, ListColumn]:
    """Tên cột — each without marks and signs; the same on every day."""
    said = Heading.objects.visible_to(by).values_list("heading", "column")
    return {heading: ListColumn.of(column) for heading, column in said}
