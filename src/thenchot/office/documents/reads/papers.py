"""Câu hỏi về văn bản chung — whether a paper of the register is within someone's reach."""

from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.actor import Actor


def paper_within_reach(by: Actor, paper: int) -> bool:
    """Xem được — a paper that may be named as a reply."""
    return Instrument.objects.visible_to(by).filter(pk=paper).exists()
