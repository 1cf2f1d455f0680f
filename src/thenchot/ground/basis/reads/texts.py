"""Câu hỏi về chữ trong văn bản — papers by the words of their titles and files, and the passage found."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.expressions import RawSQL

from thenchot.ground.basis.models import FileText, Instrument
from thenchot.ground.basis.reads.instruments import issued_by
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.wording import Piece, Sought, passage


def papers_with(*, by: Actor, on: date, typed: str) -> QuerySet[Instrument]:
    """Văn bản có những từ này — every one of them, in its title or its file; nothing typed: all papers.

    First the paper of just this number, then those with the very marks typed, then those that have
    the words in the title, then the newest.
    """
    typed = tidy_name(typed)
    sought, papers = Sought.read(typed), issued_by(by, on)
    newest = ("-issued_year", F("issued_on").desc(nulls_last=True), "-pk")
    if not sought.folded:
        return papers.none() if typed else papers.order_by(*newest)
    ranks = [Q(number_sign__iexact=typed), Q(pk__in=_with(sought.folded, titled=True))]
    if sought.exact:
        ranks.insert(1, Q(pk__in=_with(sought.exact)))
    first = [Case(When(each, then=0), default=1) for each in ranks]
    return papers.filter(pk__in=_with(sought.folded)).order_by(*first, *newest)


def passages(*, digests: Iterable[str], typed: str) -> dict[str, list[Piece]]:
    """Đoạn tìm thấy — in each of these files the reader may see; the wall of the table says which."""
    sought = Sought.read(typed)
    kept = FileText.objects.filter(sha256__in=set(digests)).values_list("sha256", "text")
    return {digest: passage(text, sought) for digest, text in kept}


def _with(words: Collection[str], *, titled: bool = False) -> RawSQL:
    return RawSQL("SELECT basis_papers_with(%s, %s)", [list(words), titled])
