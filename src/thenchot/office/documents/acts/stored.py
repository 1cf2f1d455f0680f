"""Văn bản đã có ở sổ khác — found by number, issuer and day, for the organ that registers what came."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import PaperRow
from thenchot.office.documents.reads.grammar import forms_of_sign, sign_as_ruled

Identity = tuple[str, str, date | None]
STORED = "SELECT * FROM documents_stored(%s, %s::text[], %s::text[], %s::date[])"


def identity_of(paper: PaperRow | Instrument) -> Identity:
    """Nhận biết — number as ruled, issuer and day."""
    return sign_as_ruled(paper.number_sign), paper.issuer, paper.issued_on


def stored_papers(organization: int, rows: Sequence[PaperRow]) -> dict[Identity, Instrument]:
    """Những văn bản các sổ đang giữ — in sight or not; `organization` is the organ registering.

    Their abstract and signer are not told: they are read once the line is there. Whoever registers
    one of them in the same moment has done so, or waits.
    """
    asked = [
        (sign, row.issuer, row.issued_on)
        for row in rows
        for sign in sorted(forms_of_sign(row.number_sign))
    ]
    columns = [[each[n] for each in asked] for n in range(3)]
    found = Instrument.objects.raw(STORED, [organization, *columns])
    return {identity_of(each): each for each in found}
