"""Nơi công tác, nơi sinh hoạt — of many people at once, with the names of the units."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.models import Employment, OrganizationSpell
from thenchot.people.dossiers.reads.selected import seats_on
from thenchot.people.members.words import Status


@dataclass(frozen=True, slots=True)
class Places:
    """Các nơi của những người này — unit of work and cell by person, names by unit.

    `dated` are those whose party days are recorded, whether or not the reader sees them.
    """

    works: dict[int, int]
    cells: dict[int, int]
    standings: dict[int, Status]
    dated: frozenset[int]
    names: dict[int, str]

    def work(self, person: int) -> str:
        """Nơi công tác — "" where none is recorded or known to the reader."""
        return self.names.get(self.works.get(person, 0), "")

    def cell(self, person: int) -> str:
        """Chi bộ — "" where the person belongs to none, or to none in reach."""
        return self.names.get(self.cells.get(person, 0), "")


def places_of(by: Actor, people: Iterable[int], on: date, unit: int | None) -> Places:
    """Nơi của từng người trong ngày — and the name of `unit`, the one a list asks for."""
    ids = list(people)
    working = Employment.objects.on(on).visible_to(by).filter(person__in=ids)
    works = dict(working.values_list("person", "organization"))
    seats = seats_on(by, on).filter(person__in=ids)
    found = list(seats.values_list("person", "cell", "status", "since_on"))
    cells = {person: cell for person, cell, _, _ in found}
    standings = {person: Status.of(status) for person, _, status, _ in found}
    dated = frozenset(person for person, _, _, since in found if since)
    wanted = {*works.values(), *cells.values(), unit or 0}
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=wanted)
    return Places(works, cells, standings, dated, dict(spells.values_list("organization", "name")))
