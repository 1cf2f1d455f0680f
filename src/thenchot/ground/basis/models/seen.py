"""Ai xem được — declared once on each table: the right, and the columns that say where a row belongs.

Wall one (`visible_to`) reads the declaration here; wall two is the row policy which the migration
makes from the same words (`migrations/operations/wall.py`). The two share no code.
"""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Literal, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from thenchot.ground.basis.models.sight import Disclosure, PaperUse, Tie
from thenchot.ground.plain.actor import EVERYWHERE, Actor, Reach

OPEN_FOR = timedelta(minutes=30)
M = TypeVar("M", bound=models.Model)


class SeenQuerySet(models.QuerySet[M]):
    """Tập dòng có tường — asked in the name of a reader."""

    def visible_to(self, by: Actor) -> Self:
        """Xem được — wall one: the rows `by` may see on the actor's office day."""
        return self.filter(self.model.SEEN.condition(by))  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Seen:
    """Ai xem được một dòng — whoever holds `right` where the row belongs, and the person themselves.

    `right`: "" for rows any working account may read. `units`: columns naming organizations, one
    of which is in reach. `person`: the column naming a person; `by` says whether a tie of that
    person with a unit in reach opens the row: "name" any tie, "file" a standing one, "" none.
    `through`: a column and the declaration-bearing table whose visible rows open this one.
    `withheld`: a column, a word, and the further right rows with that word ask for. `kind`: the
    sensitive kind that must have been opened with a reason. `accounts`: columns naming accounts,
    whose holders see the row. `named_in`: a table and its column naming this row, whose visible rows
    open it.
    """

    right: str = ""
    units: tuple[str, ...] = ()
    person: str = ""
    by: Literal["", "name", "file"] = ""
    through: tuple[str, str] | None = None
    withheld: tuple[str, str, str] | None = None
    kind: str = ""
    accounts: tuple[str, ...] = ()
    named_in: tuple[str, str] | None = None

    def words(self) -> dict[str, Any]:
        """Lời khai — what the migration's wall must say too; unsaid parts are left out."""
        return {name: value for name, value in asdict(self).items() if value}

    def condition(self, by: Actor) -> Q:
        """Điều kiện — the rows `by` may see."""
        found = self._reached(by, self.right)
        if self.withheld:
            column, word, right = self.withheld
            found &= ~Q(**{column: word}) | self._reached(by, right)
        if self.kind:
            found &= _opened(by, self.kind, self.person)
        if self.person and by.person is not None:
            found |= Q(**{self.person: by.person})
        for column in self.accounts:
            if by.account is not None:
                found |= Q(**{column: by.account})
        if self.named_in and by.reach(self.right) != EVERYWHERE:
            model, column = self.named_in
            found |= Q(pk__in=_of(model).objects.visible_to(by).values(column))
        return found

    def _reached(self, by: Actor, right: str) -> Q:
        if not right:
            return ALL if by.rights else NONE
        reach = by.reach(right)
        if reach == EVERYWHERE:
            return ALL
        found = NONE
        for column in self.units:
            found |= Q(**{f"{column}__in": reach})
        if self.by:
            found |= Q(**{f"{self.person}__in": _tied(by, right, standing=self.by == "file")})
        if self.through:
            column, model = self.through
            found |= Q(**{f"{column}__in": _of(model).objects.visible_to(by).values(column)})
        return found


ALL, NONE = ~Q(pk__in=()), Q(pk__in=())


@dataclass(frozen=True, slots=True)
class PapersSeen(Seen):
    """Văn bản xem được — of a public kind, or used where the reader may see what rests on it."""

    public: tuple[str, ...] = ()

    def condition(self, by: Actor) -> Q:
        if by.reach("basis.xem_van_ban") == EVERYWHERE:
            return ALL
        open_to_all = Q(kind__in=self.public) if by.rights else NONE
        used = PaperUse.objects.filter(_uses(by), paper=OuterRef("pk"))
        return open_to_all | Q(Exists(used))


def _uses(by: Actor) -> Q:
    used = Q(person=by.person) if by.person is not None else NONE
    if by.rights:
        used |= Q(code="moi_nguoi")
    alike: dict[Reach, list[str]] = {}  # most rights reach the same units
    for right, reach in by.rights.items():
        alike.setdefault(reach, []).append(right)
    for reach, rights in alike.items():
        used |= Q(code__in=rights) if reach == EVERYWHERE else Q(code__in=rights, unit__in=reach)
    return used | Q(code="register.xem", person__in=_tied(by, "register.xem", standing=False))


def _tied(by: Actor, right: str, *, standing: bool) -> Any:
    reach = by.reach(right)
    found = Tie.objects.all() if reach == EVERYWHERE else Tie.objects.filter(unit__in=reach)
    if standing:
        found = found.filter(from_day__lte=by.day, sight_until__gt=by.day)
    return found.values("person")


def _opened(by: Actor, kind: str, person: str) -> Q:
    since = timezone.now() - OPEN_FOR
    live = Disclosure.objects.filter(actor=by.id, kind=kind, opened_at__gt=since)
    whom = list(live.values_list("person", flat=True))
    return ALL if None in whom else Q(**{f"{person}__in": whom})


def _of(label: str) -> Any:
    return apps.get_model(label)
