"""Gỡ khẩn cấp dự thảo — the words of one that should never have been written here."""

from django.db import connection

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.removing import empty_words
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.words import Right as Papers
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.models import DraftPaper


@act(needs=Papers.REGISTER_INSTRUMENT, phrase=mark("Gỡ khẩn cấp một dự thảo"))
def remove_draft(act: OpenAct, *, draft: int) -> int:
    """Gỡ khẩn cấp — abstract, slip, submission file, versions, opinions and words of steps, live and former; no line says what.

    One that became a paper goes with it (`remove_paper`), even where its number was cancelled since.
    """
    act.touches_office()
    if not DraftPaper.objects.filter(pk=draft).exists():
        act.refuse(Reason(mark("Không có dự thảo này."), field="draft"))
    text = mark("Dự thảo này đã thành văn bản {paper}; hãy gỡ khẩn cấp văn bản ấy.")
    became = Instrument.objects.filter(pk__in=_papers_of(draft)).order_by("pk")
    act.refuse_if([Reason(text, {"paper": str(paper)}, field="draft") for paper in became])
    empty_words(act, draft)
    return draft


def _papers_of(draft: int) -> list[int]:
    """Các văn bản dự thảo đã thành — even where the number was cancelled and the draft sent back since."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT drafting_papers_of(%s)", [draft])
        return [paper for (paper,) in cursor.fetchall()]
