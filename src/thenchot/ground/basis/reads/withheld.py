"""Văn bản kín — papers that tell what is opened with a reason or withheld in part: of whom, nobody prints."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from thenchot.ground.basis.models import PaperUse, fact_models, privacy_of
from thenchot.ground.basis.words import Privacy, Right
from thenchot.ground.plain.actor import EVERYWHERE, Actor


def closed_rights() -> frozenset[str]:
    """Quyền xem phần kín — of facts one may not even be known to have, and of the rows withheld."""
    models = fact_models()
    sensitive = {
        model.SEEN.right
        for model in models
        if model.SEEN.kind and privacy_of(model)[model.SEEN.person] is Privacy.SENSITIVE
    }
    withheld = {model.SEEN.withheld[2] for model in models if model.SEEN.withheld}
    return frozenset(sensitive | withheld)


def withheld_papers(*, by: Actor, papers: Iterable[int], opened: bool) -> frozenset[int]:
    """Văn bản không in bên cạnh một người — of these papers; runs one statement.

    `opened`: the sensitive facts of that person were opened with a reason; then only what is out
    of the reader's reach stays withheld.
    """
    told = PaperUse.objects.filter(paper__in=set(papers), code__in=closed_rights())
    return frozenset(
        paper
        for paper, code, unit in told.values_list("paper", "code", "unit")
        if not (opened and by.may(code, unit))
    )


def may_stand_by_a_name() -> Q:
    """Được in bên cạnh một tên — the other papers, as a condition; nothing opens it."""
    told = PaperUse.objects.filter(paper=OuterRef("pk"), code__in=closed_rights())
    return ~Q(Exists(told))


def may_stand_in_lists(by: Actor) -> Q:
    """Được đứng trong danh sách — papers the reader meets otherwise than by what a closed fact ended."""
    kept = by.reach(Right.READ_INSTRUMENT)
    if kept == EVERYWHERE:
        return Q()
    own = Q(code=Right.READ_INSTRUMENT, unit__in=kept)
    if by.person is not None:
        own |= Q(person=by.person)
    closed = Q(pk__in=())
    for code in closed_rights():
        reach = by.reach(code)
        if reach != EVERYWHERE:
            closed |= Q(code=code) & ~Q(unit__in=reach)
    uses = PaperUse.objects.filter(paper=OuterRef("pk"))
    return ~Exists(uses.filter(closed)) | Exists(uses.filter(own))
