"""Văn bản đã có ở sổ khác — found by number, issuer and day, for the organ that registers what came."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.grammar import forms_of_sign, sign_as_ruled

Identity = tuple[str, str, date | None]
STORED = "SELECT * FROM documents_stored(%s, %s::text[], %s::text[], %s::date[])"
TYPED = "SELECT * FROM documents_typed(%s, %s::text[], %s::text[], %s::date[])"
TAKEN = mark(
    "nhận lại văn bản nơi nhận đã gõ"
)  # in the journal, where a number or a register did so
TAKE_OVER = "SELECT documents_take_over(%s, %s, %s, %s, %s, %s, %s)"


def identity_of(paper: PaperRow | Instrument) -> Identity:
    """Nhận biết — number as ruled, issuer in whichever spelling, and day."""
    return sign_as_ruled(paper.number_sign), spelling_key(paper.issuer), paper.issued_on


def stored_papers(organization: int, rows: Sequence[PaperRow]) -> dict[Identity, Instrument]:
    """Những văn bản các sổ đang giữ — in sight or not; `organization` is the organ registering.

    Their abstract and signer are not told: they are read once the line is there. Whoever registers
    one of them in the same moment has done so, or waits.
    """
    return _found(STORED, organization, rows)


def typed_papers(organization: int, rows: Sequence[PaperRow]) -> dict[Identity, Instrument]:
    """Những văn bản nơi nhận gõ trước — in sight or not; `organization` is the organ that issues them, which
    now gives them their number or enters its register: whose name or former papers bear that issuer."""
    return _found(TYPED, organization, rows)


def take_over(organization: int, paper: int, row: PaperRow) -> Instrument:
    """Nhận về sổ của cơ quan ban hành — the paper, typed by whom it came to, in the words of `row`; the open
    act has given it its number. Lines of those who typed it keep their own words."""
    row = row.tidied()
    said = [row.number_sign, row.kind.value, row.abstract, row.signer, row.file_sha256]
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OVER, [organization, paper, *said])
    return Instrument.objects.get(pk=paper)


def _found(
    question: str, organization: int, rows: Sequence[PaperRow]
) -> dict[Identity, Instrument]:
    asked = [
        (sign, row.issuer, row.issued_on)
        for row in rows
        for sign in sorted(forms_of_sign(row.number_sign))
    ]
    columns = [[each[n] for each in asked] for n in range(3)]
    found = list(Instrument.objects.raw(question, [organization, *columns]))
    return {identity_of(each): each for each in reversed(found)}  # the one entered first
