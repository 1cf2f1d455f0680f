"""Gỡ khẩn cấp dự thảo — the words of one that should never have been written here."""

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.removing import empty_words
from thenchot.ground.basis.words import Right as Papers
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.models import DraftPaper


@act(needs=Papers.REGISTER_INSTRUMENT, phrase=mark("Gỡ khẩn cấp một dự thảo"))
def remove_draft(act: OpenAct, *, draft: int) -> int:
    """Gỡ khẩn cấp — abstract, slip, submission file, versions, opinions and words of steps, live and former; no line says what.

    One that has become a paper goes with it (`remove_paper`).
    """
    act.touches_office()
    found = DraftPaper.objects.select_related("number").filter(pk=draft).first()
    if found is None:
        act.refuse(Reason(mark("Không có dự thảo này."), field="draft"))
    if found.number and found.number.basis_id:
        text = mark("Dự thảo này đã thành văn bản; hãy gỡ khẩn cấp văn bản ấy.")
        act.refuse(Reason(text, field="draft"))
    empty_words(act, draft)
    return draft
