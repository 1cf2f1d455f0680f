"""Nhớ tên cột — what the headings of the office's own files mean, said once for everybody."""

from collections.abc import Mapping

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.members.models import Heading
from thenchot.people.members.words import ListColumn, Right


@act(needs=Right.RECORD_HANDOVER, phrase=mark("Nhớ {n} tên cột của danh sách: {names}"))
def remember_headings(act: OpenAct, *, headings: Mapping[str, ListColumn]) -> None:
    """Nhớ tên cột — in place of what was said of the same heading before."""
    if not headings or not all(headings):
        act.refuse(Reason(mark("Phải có tên cột."), field="columns"))
    said = {each.heading: each for each in Heading.objects.filter(heading__in=headings)}
    for heading, column in headings.items():
        known = said.get(heading) or Heading(heading=heading)
        known.column, known.entry = column.value, act.entry
        known.save()
    act.says(n=len(headings), names=", ".join(sorted(headings)))
