"""Phiên họp, đợt lấy ý kiến — the list, one with its agenda, votes and slips; the votes on a draft."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count as Counted
from django.db.models import Q, Window

from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import fold
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.words import Decider
from thenchot.office.documents.reads.names import unit_names
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.reads.pieces import kinds_put
from thenchot.office.drafting.rules.pieces import PieceRow, Tally, contents, counted
from thenchot.office.drafting.words import PieceKind, State
from thenchot.people.sittings.models import Item, Sitting, Slip
from thenchot.people.sittings.reads.voters import voters_on
from thenchot.people.sittings.rules import Count, needed
from thenchot.people.sittings.words import Limits, Outcome, Said, Way


@dataclass(frozen=True, slots=True)
class SittingLine:
    """Dòng phiên họp — which body, when and where, how many files, how many not voted yet."""

    id: int
    organization_id: int
    organization: str
    decider: Decider
    way: Way
    on_day: date
    place: str
    chair: str
    items: int
    waiting: int
    notice: int | None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """Một mục của chương trình — the file, who prepared it, what came of it."""

    id: int
    number: int
    draft_id: int
    about: str
    proposal: str
    unit: str
    outcome: Outcome
    count: Count | None
    voted_on: date | None
    reason: str
    returned: int
    file: list[Tally]  # what its submission file holds, counted; nothing out of sight


@dataclass(frozen=True, slots=True)
class Voter:
    """Một thành viên — what they said on each item, in the order of the agenda; None: no slip yet.

    Out of the reader's sight neither the person nor the name is told.
    """

    person_id: int | None
    name: str
    said: list[Said | None]


@dataclass(frozen=True, slots=True)
class SittingPage:
    """Một phiên họp — all members of the body that day, how many must agree and by which clause."""

    line: SittingLine
    items: list[ItemLine]
    voters: list[Voter]
    needed: int | None
    clause: str


@dataclass(frozen=True, slots=True)
class Base:
    """Gốc của biểu quyết — all members of the body that day, how many must agree and by which clause."""

    people: list[int]
    needed: int | None
    clause: str


@dataclass(frozen=True, slots=True)
class VoteLine:
    """Biểu quyết về một dự thảo — the sitting is not told out of the reader's sight."""

    item_id: int
    sitting_id: int | None
    way: Way | None
    on_day: date | None
    outcome: Outcome
    count: Count | None
    voted_on: date | None
    reason: str


def sitting_lines(
    *, by: Actor, on: date, way: Way | None = None, unit: int | None = None, after: int = 0,
    most: int = 50,
) -> tuple[int, list[SittingLine]]:  # fmt: skip
    """Danh sách phiên họp, đợt lấy ý kiến — (how many, one sheet of them), the latest day first."""
    found = Sitting.objects.visible_to(by)
    if way:
        found = found.filter(way=way)
    if unit:
        found = found.filter(organization=unit)
    counted: Any = found.annotate(total=Window(Counted("pk")))
    sheet = list(counted.order_by("-on_day", "-pk")[after : after + most])
    total = sheet[0].total if sheet else found.count()
    return total, _lines(by, on, sheet)


def sitting_page(*, by: Actor, on: date, sitting: int) -> SittingPage | None:
    """Một phiên họp — None where it is not there or out of reach."""
    found = Sitting.objects.visible_to(by).filter(pk=sitting).first()
    if found is None:
        return None
    line = _lines(by, on, [found])[0]
    items = list(Item.objects.visible_to(by).filter(sitting=found).order_by("number"))
    seen_drafts = DraftPaper.objects.visible_to(by).annotate(
        listed=Counted("people"), put=ArraySubquery(kinds_put(by))
    )
    drafts: dict[int, Any] = seen_drafts.in_bulk([each.draft_id for each in items])
    names = unit_names(by=by, on=on, units={each.unit_id for each in items})
    said: dict[tuple[int, int], Said] = {}
    slips = Slip.objects.visible_to(by).filter(item__in=[each.pk for each in items])
    for item, person, word in slips.values_list("item", "person", "said"):
        said[item, person] = Said.of(word)
    day = min(on, line.on_day)
    base = _base(line.organization_id, line.decider, day)
    people = base.people
    seen = PersonSpell.objects.on(day).visible_to(by).filter(person__in=people)
    named = dict(seen.values_list("person", "full_name"))
    return SittingPage(
        line,
        [_item(each, drafts.get(each.draft_id), names, said) for each in items],
        sorted(
            (
                Voter(
                    each if each in named else None,
                    named.get(each, ""),
                    [said.get((item.pk, each)) for item in items],
                )
                for each in people
            ),
            key=lambda voter: (fold(voter.name), voter.person_id or 0),
        ),
        base.needed,
        base.clause,
    )


def vote_base(*, by: Actor, on: date, item: int) -> Base | None:
    """Gốc của biểu quyết về một mục — None where it is not there or out of reach."""
    found = Item.objects.visible_to(by).filter(pk=item).select_related("sitting").first()
    if found is None:
        return None
    of = found.sitting
    return _base(of.organization_id, Decider.of(of.decider), min(on, of.on_day))


def votes_on(*, by: Actor, draft: int) -> list[VoteLine]:
    """Các lần đưa ra tập thể của một dự thảo — in the order they were put."""
    items = list(Item.objects.visible_to(by).filter(draft=draft).order_by("pk"))
    if not items:
        return []
    sittings = Sitting.objects.visible_to(by).in_bulk([each.sitting_id for each in items])
    return [_vote(each, sittings.get(each.sitting_id)) for each in items]


def _base(organization: int, decider: Decider, day: date) -> Base:
    people, known = voters_on(organization, decider, day), limit(Limits.MORE_THAN, day)
    least = needed(len(people), known) if known and people else None
    return Base(people, least, known.clause if known else "")


def _vote(item: Item, sitting: Sitting | None) -> VoteLine:
    return VoteLine(
        item.pk, sitting.pk if sitting else None, Way.of(sitting.way) if sitting else None,
        sitting.on_day if sitting else None, Outcome.of(item.outcome), item.count, item.voted_on,
        item.reason,
    )  # fmt: skip


def _lines(by: Actor, on: date, sheet: list[Sitting]) -> list[SittingLine]:
    items = Item.objects.visible_to(by).filter(sitting__in=[each.pk for each in sheet])
    numbers: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    waiting = Counted("pk", filter=Q(outcome=Outcome.WAITING))
    for row in items.values("sitting").annotate(every=Counted("pk"), waiting=waiting):
        numbers[row["sitting"]] = row["every"], row["waiting"]
    names = unit_names(by=by, on=on, units={each.organization_id for each in sheet})
    notices = DraftPaper.objects.filter(pk__in=[each.notice_id for each in sheet])
    dropped = set(notices.visible_to(by).filter(state=State.DROPPED).values_list("pk", flat=True))
    return [
        SittingLine(
            each.pk, each.organization_id, names.get(each.organization_id, ""),
            Decider.of(each.decider), Way.of(each.way), each.on_day, each.place, each.chair,
            *numbers[each.pk], None if each.notice_id in dropped else each.notice_id,
        )
        for each in sheet
    ]  # fmt: skip


def _item(
    item: Item,
    draft: Any,
    names: dict[int | None, str],
    said: dict[tuple[int, int], Said],
) -> ItemLine:
    holds = []
    if draft:
        kind, put = InstrumentKind.of(draft.kind), [PieceKind.of(each) for each in draft.put]
        rows = [PieceRow(each, "", "") for each in put]
        holds = contents(kind, draft.abstract, "", draft.listed, rows)
    return ItemLine(
        item.pk, item.number, item.draft_id, str(draft or ""), draft.proposal if draft else "",
        names.get(item.unit_id, ""), Outcome.of(item.outcome), item.count, item.voted_on, item.reason,
        sum(of == item.pk for of, _ in said), counted(holds),
    )  # fmt: skip
