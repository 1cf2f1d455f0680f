"""Câu hỏi về quan hệ giữa văn bản — what a paper does to others, what others do to it, what is in force."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, F, Func, Q

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Relation
from thenchot.office.documents.rules.relating import Change, force_on
from thenchot.office.documents.words import DATED, ENDING, INVERSE, Force, RelationKind

MOST = 200  # relations on the page of one paper


@dataclass(frozen=True, slots=True)
class RelationLine:
    """Một quan hệ — as this paper's page says it; `paper` is the other, None where only `cited`."""

    id: int
    organization: int
    kind: RelationKind
    said: str
    paper: Paper | None
    cited: str
    part: str
    from_day: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Hiệu lực — on a day; `ended_on` and `ended_by` where it has ended, the paper where it is in sight."""

    force: Force
    begins: date
    ended_on: date | None = None
    ended_by: Paper | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """Quan hệ của một văn bản — what it does to others, what is done to it, whether it is in force.

    `more`: beyond the first of many, they are not told here.
    """

    onward: list[RelationLine]
    inward: list[RelationLine]
    standing: Standing
    more: bool

    @property
    def both(self) -> tuple[list[RelationLine], list[RelationLine]]:
        return self.onward, self.inward


def ties_of(*, by: Actor, on: date, paper: int) -> Ties | None:
    """Quan hệ của một văn bản — those with papers the reader may see; None where it is out of reach."""
    standing = forces_on(by=by, on=on, papers=[paper]).get(paper)
    if standing is None:
        return None
    seen = Relation.objects.visible_to(by).filter(Q(paper=paper) | Q(to=paper))
    rows = list(seen.order_by("kind", "from_day", "pk")[: MOST + 1])
    others = {each.to_id if each.paper_id == paper else each.paper_id for each in rows}
    known = papers_seen(by, {each for each in others if each})
    onward = [
        _line(each, each.to_id, RelationKind.of(each.kind).label, known)
        for each in rows[:MOST]
        if each.paper_id == paper and (each.to_id is None or each.to_id in known)
    ]
    inward = [
        _line(each, each.paper_id, INVERSE[RelationKind.of(each.kind)], known)
        for each in rows[:MOST]
        if each.to_id == paper and each.paper_id in known
    ]
    return Ties(onward, inward, standing, len(rows) > MOST)


def in_force(*, by: Actor, paper: int, on: date) -> bool | None:
    """Còn hiệu lực vào ngày — None where the paper is out of reach."""
    found = forces_on(by=by, on=on, papers=[paper]).get(paper)
    return found.force.holds if found else None


def forces_on(*, by: Actor, on: date, papers: Collection[int]) -> dict[int, Standing]:
    """Hiệu lực của các văn bản — those in sight; read from the relations, nothing is written down.

    What came with a decision (`PROMULGATES`) ends with it; a paper annulled, or whose number was cancelled, has
    ended nothing. One statement for each level of decisions above, and three more.
    """
    with_what: dict[int, list[int]] = defaultdict(list)
    asked, level = set(papers), set(papers)
    relations = Relation.objects.visible_to(by)
    while level:
        rows = relations.filter(kind=RelationKind.PROMULGATES, to__in=level)
        above = set()
        for paper_id, to_id in rows.values_list("paper", "to"):
            with_what[to_id].append(paper_id)
            above.add(paper_id)
        level = above - asked
        asked |= above
    changed: dict[int, list[Relation]] = defaultdict(list)
    dated: Any = relations.filter(kind__in=DATED, to__in=asked).annotate(void=_cancelled("paper"))
    for each in dated.filter(void=False).order_by("from_day", "pk"):
        changed[each.to_id or 0].append(each)
    acting = {each.paper_id for rows in changed.values() for each in rows}
    known = _instruments(by, asked | acting)
    repealing = {each.repealed_by_id for each in known.values() if each.repealed_by_id}
    known |= _instruments(by, repealing - set(known))
    annulled = {each.pk for each in known.values() if each.annulled_by_id}
    found: dict[int, Standing] = {}

    def standing(paper_id: int) -> Standing | None:
        if paper_id not in found and paper_id in known:
            above = [standing(each) for each in with_what[paper_id]]
            found[paper_id] = _standing(
                known, on, known[paper_id],
                [each for each in changed[paper_id] if each.paper_id not in annulled],
                [each for each in above if each],
            )  # fmt: skip
        return found.get(paper_id)

    told = {each: standing(each) for each in papers}
    return {each: force for each, force in told.items() if force}


def _standing(
    known: dict[int, Any], on: date, printed: Any, live: list[Relation], above: list[Standing],
) -> Standing:  # fmt: skip
    changes = [
        Change(RelationKind.of(each.kind), each.from_day, each.part)
        for each in live
        if each.from_day
    ]
    begins = printed.effect_on or printed.issued_on or date(printed.issued_year, 1, 1)
    ends: list[tuple[date, int | None]] = []
    if printed.repealed_from:
        ends.append((printed.repealed_from, printed.repealed_by_id))
    ends += [
        (each.ended_on, each.ended_by.id if each.ended_by else None)
        for each in above
        if each.ended_on
    ]
    annulled = printed.annulled_by_id is not None or any(
        each.force is Force.ANNULLED for each in above
    )
    cancelled = printed.cancelled or any(each.force is Force.CANCELLED for each in above)
    days = [day for day, _ in ends]
    force = force_on(on, begins, changes, days, annulled=annulled, cancelled=cancelled)
    if force is not Force.ENDED:
        return Standing(force, begins)
    ends += [
        (each.from_day, each.paper_id)
        for each in live
        if each.from_day and RelationKind.of(each.kind) in ENDING and not each.part
    ]
    day, by_paper = min(ends, key=lambda each: each[0])
    ended_by = known.get(by_paper or 0)
    return Standing(force, begins, day, paper(ended_by) if ended_by else None)


CHANGED_BY = (*DATED, RelationKind.CORRECTS)


def changes_to(*, by: Actor, papers: Collection[int]) -> dict[int, list[RelationLine]]:
    """Những gì làm đổi các văn bản — corrected, amended, replaced, recalled; not by a paper annulled, nor by one
    whose number was cancelled."""
    if not papers:
        return {}
    seen = Relation.objects.visible_to(by).filter(to__in=papers, kind__in=CHANGED_BY)
    told: Any = seen.annotate(void=_cancelled("paper")).filter(void=False)
    rows = list(told.order_by("from_day", "pk"))
    acting = _instruments(by, {each.paper_id for each in rows})
    known = {each.pk: paper(each) for each in acting.values()}
    found: dict[int, list[RelationLine]] = defaultdict(list)
    for each in rows:
        acts = acting.get(each.paper_id)
        if acts is None or acts.annulled_by_id is None:
            said = INVERSE[RelationKind.of(each.kind)]
            found[each.to_id or 0].append(_line(each, each.paper_id, said, known))
    return found


def ended_since(paper: int) -> date | None:
    """Hết hiệu lực từ ngày — by a paper that ends the whole of it and stands itself; asked within an act."""
    ends: Any = Relation.objects.filter(to=paper, kind__in=ENDING, part="")
    standing = ends.annotate(void=_cancelled("paper")).filter(void=False, paper__annulled_by=None)
    day: date | None = standing.order_by("from_day").values_list("from_day", flat=True).first()
    return day


def _cancelled(paper: str) -> Any:
    """Số đã hủy — every number of the paper; the database answers alike whoever asks."""
    return Func(F(paper), function="documents_cancelled", output_field=BooleanField())


def papers_seen(by: Actor, papers: Collection[int]) -> dict[int, Paper]:
    """Văn bản thấy được — as printed, by number."""
    return {each.pk: paper(each) for each in _instruments(by, papers).values()}


def _instruments(by: Actor, papers: Collection[int]) -> dict[int, Any]:
    """Those a list may show this reader, each with whether its number was `cancelled`."""
    if not papers:
        return {}
    seen = Instrument.objects.visible_to(by).filter(may_stand_in_lists(by), pk__in=papers)
    return {each.pk: each for each in seen.annotate(cancelled=_cancelled("pk"))}


def _line(each: Relation, other: int | None, said: str, known: dict[int, Paper]) -> RelationLine:
    return RelationLine(
        each.pk, each.organization_id, RelationKind.of(each.kind), said,
        known.get(other) if other else None, each.cited, each.part, each.from_day,
    )  # fmt: skip
