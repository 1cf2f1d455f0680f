"""Bản giấy theo sau — whether what a draft will be has to follow on paper, unless a person says otherwise."""

from datetime import date

from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.words import Matter
from thenchot.office.documents.words import Limits
from thenchot.office.drafting.models import DraftPaper

NOT_NEEDED = (0,)


def follows_on_paper(matter: Matter | None, on: date) -> bool:
    """Phải gửi thêm bản giấy — of every matter about people, until a regulation recorded says it need not."""
    if matter is None:
        return False
    known = limit(Limits.PERSONNEL_ON_PAPER, on)
    return known is None or known.values != NOT_NEEDED


def draft_follows_on_paper(*, by: Actor, on: date, draft: int) -> bool:
    """Dự thảo phải gửi thêm bản giấy — no where it is not there or out of reach."""
    found = DraftPaper.objects.visible_to(by).filter(pk=draft).first()
    return found is not None and follows_on_paper(_matter(found), on)


def _matter(draft: DraftPaper) -> Matter | None:
    return Matter.of(draft.matter) if draft.matter else None
