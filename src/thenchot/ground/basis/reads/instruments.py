"""Câu hỏi về văn bản căn cứ — which papers are registered under a number and sign."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.actor import Actor


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Văn bản như đã in — its day is None where only the year is known."""

    id: int
    printed: str
    issued_on: date | None


def papers_numbered(*, by: Actor, number_sign: str, issued_year: int) -> list[PaperLine]:
    """Văn bản mang số ký hiệu — of a year; numbers repeat from one issuer to another."""
    seen = Instrument.objects.visible_to(by)
    found = seen.filter(number_sign=number_sign, issued_year=issued_year)
    return [PaperLine(each.pk, str(each), each.issued_on) for each in found.order_by("pk")]
