"""Hồ sơ trùng đặt cạnh nhau — each item of one file beside that of the other, and what stands on each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Value

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import Sayable, mark
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.reads import posts_held
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.gathered import OF_PERSONS, day_said, said_as
from thenchot.people.dossiers.reads.places import Places, places_of
from thenchot.people.dossiers.reads.telling import TELLING
from thenchot.people.dossiers.words import EntryKind
from thenchot.people.identity.reads.doubles import pairs_of, pairs_on
from thenchot.people.identity.words import Sign

Counts = dict[int, dict[EntryKind, int]]


@dataclass(frozen=True, slots=True)
class Beside:
    """Một mục — as each file says it (None: not recorded); `alike` where both say the same."""

    label: str
    one: Sayable | None
    other: Sayable | None

    @property
    def alike(self) -> bool:
        return self.one == self.other


@dataclass(frozen=True, slots=True)
class File:
    """Một hồ sơ trong cặp — its number, name, paper, and how many facts of each kind stand in it."""

    id: int
    full_name: str
    basis_id: int
    basis: str
    counts: list[tuple[EntryKind, int]]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Cặp hồ sơ — why they look like one person's, and their items beside each other."""

    one: File
    other: File
    signs: list[Sign]
    items: list[Beside]


def doubles_on(
    *, by: Actor, on: date, person: int | None = None, after: int = 0, most: int = 10
) -> tuple[int, list[SideBySide]]:
    """Các cặp hồ sơ — how many there are, and a sheet of them. Runs ten statements."""
    pairs = pairs_of(by=by, on=on, person=person) if person else pairs_on(by=by, on=on)
    shown = pairs[after : after + most]
    ids = [each for pair in shown for each in (pair.one.person_id, pair.other.person_id)]
    posts, places = posts_held(by=by, people=ids, on=on), places_of(by, ids, on, None)
    counts = _counts(by, ids)
    return len(pairs), [
        SideBySide(
            _file(pair.one, counts),
            _file(pair.other, counts),
            pair.signs,
            [
                Beside(label, one, other)
                for (label, one), (_, other) in zip(
                    _items(pair.one, posts, places), _items(pair.other, posts, places), strict=True
                )
            ],
        )
        for pair in shown
    ]


def _file(life: PersonSpell, counts: Counts) -> File:
    known = counts.get(life.person_id, {})
    in_order = [(kind, known[kind]) for kind in EntryKind if kind in known]
    return File(life.person_id, life.full_name, life.basis_id, str(life.basis), in_order)


def _items(
    life: PersonSpell, posts: dict[int, list[str]], places: Places
) -> list[tuple[str, Sayable | None]]:
    who = life.person_id
    return [
        (mark("Họ và tên"), said_as(life.full_name)),
        (mark("Ngày sinh"), day_said(life.birth_on) if life.birth_on else None),
        (mark("Giới tính"), Sex.of(life.sex)),
        (mark("Dân tộc"), _said(life.ethnicity)),
        (mark("Quê quán"), _said(life.hometown)),
        (mark("Có hồ sơ từ ngày"), day_said(life.effective.start)),
        (mark("Chức vụ"), _said("; ".join(posts.get(who, [])))),
        (mark("Đơn vị công tác"), _said(places.work(who))),
        (mark("Chi bộ"), _said(places.cell(who))),
        (mark("Tình trạng đảng"), places.standings.get(who)),
    ]


def _said(text: str | None) -> Sayable | None:
    return said_as(text) if text else None


def _counts(by: Actor, people: Iterable[int]) -> Counts:
    """How many facts of each kind the reader sees in these files; one statement."""
    wanted = list(people)
    first, *others = [
        model.objects.visible_to(by)
        .filter(person__in=wanted)
        .order_by()
        .values_list(Value(TELLING[model][0].value), "person")
        .annotate(n=Count("pk"))
        for model in OF_PERSONS
        if not model.SEEN.kind  # what is opened with a reason is not counted here
    ]
    found: Counts = {}
    for kind, person, n in first.union(*others, all=True):
        of_person = found.setdefault(person, {})
        of_person[EntryKind.of(kind)] = of_person.get(EntryKind.of(kind), 0) + n
    return found
