"""Tên cột đã học — said once by whoever may hand a list in, known to everybody; former meanings are kept."""

import pytest
from actors import demo_actor
from office import refused
from world import TODAY

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.people.members.acts.headings import remember_headings
from thenchot.people.members.models import Heading
from thenchot.people.members.reads.headings import learnt_headings
from thenchot.people.members.words import ListColumn

pytestmark = pytest.mark.django_db


def remember(**headings):
    remember_headings(demo_actor(), TODAY, headings=headings)


def learnt():
    with scoped(demo_actor(), TODAY):
        return learnt_headings(by=demo_actor(), on=TODAY)


def test_a_heading_is_remembered_and_may_be_said_anew():
    remember(noi_o=ListColumn.CELL, que=ListColumn.HOMETOWN)
    remember(noi_o=ListColumn.ABOVE)
    assert learnt() == {"noi_o": ListColumn.ABOVE, "que": ListColumn.HOMETOWN}
    assert Heading.History.objects.get().column == ListColumn.CELL
    said = JournalEntry.objects.filter(act="remember_headings").order_by("seq")
    assert [each.sentence for each in said] == [
        "Nhớ 2 tên cột của danh sách: noi_o, que", "Nhớ 1 tên cột của danh sách: noi_o",
    ]  # fmt: skip


@pytest.mark.parametrize("headings", [{}, {"": ListColumn.CELL}])
def test_nothing_is_remembered_of_no_heading(headings):
    asked = {"headings": headings}
    assert refused(remember_headings, demo_actor(), **asked) == ["Phải có tên cột."]
    assert learnt() == {}
