"""Câu hỏi trước khi cấp số cho dự thảo — the series its number may come from."""

from datetime import date

from django.db.models import Q

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Series
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.numbering import kind_faults
from thenchot.office.documents.words import Family
from thenchot.office.drafting.models import DraftPaper


def series_for_draft(*, by: Actor, on: date, draft: int) -> list[int]:
    """Các dãy số của dự thảo — of its issuing organ, in use on the day, whose letters its type may bear."""
    found = DraftPaper.objects.visible_to(by).filter(pk=draft).first()
    if found is None:
        return []
    seen = Series.objects.visible_to(by).filter(organization=found.organization_id, book=None)
    running = seen.filter(Q(until_day=None) | Q(until_day__gt=on), from_day__lte=on)
    kind, grammar = InstrumentKind.of(found.kind), shipped_grammar()
    return [
        each.pk
        for each in running.order_by("pk")
        if not kind_faults(kind, each.letters, Family.of(each.form), on, grammar)
    ]
