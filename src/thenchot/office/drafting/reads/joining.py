"""Văn bản hệ thống khác đã cấp số — those a draft that waits for its number may be; a person says which."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Outgoing
from thenchot.office.documents.words import NumberState
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.rules.flow import NUMBERED_FROM
from thenchot.office.drafting.rules.joining import nearness

NUMBERED_ELSEWHERE = Q(series=None, state=NumberState.ISSUED, basis__isnull=False)
WAITING = NUMBERED_ELSEWHERE & Q(
    drafted_by=None
)  # an export names no drafting unit; a joined draft does
MOST, MOST_LOOKED_AT = 5, 500


@dataclass(frozen=True, slots=True)
class Likely:
    """Văn bản có thể là của dự thảo — its number, as printed, its abstract, who signed it, when."""

    number: int
    paper: Paper
    abstract: str
    signer: str
    given_on: date


def likely_papers(*, by: Actor, on: date, draft: int) -> list[Likely] | None:
    """Văn bản đề nghị nối — of the issuing organ, from the day of signing on, joined with no
    draft, the nearest first; None where the draft is out of reach."""
    seen = DraftPaper.objects.visible_to(by).select_related("number")
    found = seen.filter(pk=draft).first()
    if found is None:
        return None
    if found.standing is not NUMBERED_FROM:
        return []
    ours = Outgoing.objects.visible_to(by).filter(
        WAITING, organization=found.organization_id, given_on__lte=on, given_on__gte=found.signed_on
    )
    near = [
        (
            nearness(
                found.abstract, found.signer,
                to_abstract=each.basis.abstract, to_signer=each.basis.signer,
            ),
            Likely(each.pk, paper(each.basis), each.basis.abstract, each.basis.signer, each.given_on),
        )
        for each in ours.select_related("basis").order_by("-given_on", "-pk")[:MOST_LOOKED_AT]
        if each.basis
    ]  # fmt: skip
    near = [each for each in near if each[0] > 0]
    near.sort(key=lambda pair: (-pair[0], pair[1].given_on, pair[1].number))
    return [each for _, each in near[:MOST]]
