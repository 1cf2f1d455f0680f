"""Câu hỏi về kệ văn bản còn hiệu lực — by subject on a day, with what each replaced, its forms, its parameters."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Instrument, Parameter
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.basis.words import InstrumentKind, PersonnelArea
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.office.documents.models import Relation, Shelved
from thenchot.office.documents.reads.relations import Standing, forces_on, papers_seen
from thenchot.office.documents.words import ENDING, RelationKind, Subject


@dataclass(frozen=True, slots=True)
class Taken:
    """Tham số lấy từ văn bản — the key, its values on the day, the clause, whether the text was read."""

    key: str
    values: tuple[int, ...]
    clause: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """Một văn bản trên kệ — how it holds on the day; `ended` are those it took the place of."""

    paper: Paper
    kind: InstrumentKind
    issuer: str
    abstract: str
    has_file: bool
    standing: Standing
    ended: list[Paper]
    forms: list[Paper]
    parameters: list[Taken]


def shelf_on(
    *, by: Actor, on: date, subject: Subject | None = None, words: str = ""
) -> list[tuple[Subject | None, list[ShelfLine]]]:
    """Kệ vào ngày — (subject, papers in force); None: papers whose limits are applied, placed nowhere yet.

    A paper is there because somebody placed it, or because a limit in force is taken from it.
    """
    placed = dict(Shelved.objects.visible_to(by).values_list("paper", "subject"))
    taken: dict[int, list[Taken]] = defaultdict(list)
    held = Parameter.objects.on(on).visible_to(by).exclude(key__in=PersonnelArea)
    for limit in held.order_by("key"):
        told = Taken(limit.key, tuple(limit.values), limit.clause, limit.verified)
        taken[limit.basis_id].append(told)
    wanted = {each for each in placed.keys() | taken.keys() if _asked(placed.get(each), subject)}
    seen = Instrument.objects.visible_to(by).filter(may_stand_in_lists(by), pk__in=wanted)
    found = {each.pk: each for each in seen}
    forces = forces_on(by=by, on=on, papers=found.keys())
    here = [each for each in found.values() if forces[each.pk].force.holds and _has(each, words)]
    ended, forms = _joined(by, on, [each.pk for each in here])
    known = papers_seen(
        by, {paper for rows in (*ended.values(), *forms.values()) for paper in rows}
    )
    shelves: dict[Subject | None, list[ShelfLine]] = defaultdict(list)
    for each in sorted(here, key=lambda each: (natural_key(each.number_sign), each.pk)):
        where = Subject.of(placed[each.pk]) if each.pk in placed else None
        line = ShelfLine(
            paper(each), InstrumentKind.of(each.kind), each.issuer, each.abstract,
            bool(each.file_sha256), forces[each.pk],
            [known[other] for other in ended[each.pk] if other in known],
            [known[other] for other in forms[each.pk] if other in known], taken[each.pk],
        )  # fmt: skip
        shelves[where].append(line)
    return [(each, shelves[each]) for each in (*Subject, None) if shelves[each]]


Joined = dict[int, list[int]]


def _joined(by: Actor, on: date, papers: list[int]) -> tuple[Joined, Joined]:
    """What each has ended by the day, and what was promulgated with it."""
    ended: Joined = defaultdict(list)
    forms: Joined = defaultdict(list)
    rows = Relation.objects.visible_to(by).filter(
        paper__in=papers, to__isnull=False, kind__in=(*ENDING, RelationKind.PROMULGATES)
    )
    for each in rows.order_by("pk"):
        if each.kind == RelationKind.PROMULGATES:
            forms[each.paper_id].append(each.to_id or 0)
        elif each.from_day and each.from_day <= on:
            ended[each.paper_id].append(each.to_id or 0)
    return ended, forms


def _asked(placed: str | None, subject: Subject | None) -> bool:
    return subject is None or placed == subject.value


def _has(each: Instrument, words: str) -> bool:
    text = f"{each.number_sign} {each.issuer} {each.abstract}".casefold()
    return all(word in text for word in words.casefold().split())
