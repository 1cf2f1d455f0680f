"""Đã có trong sổ — people of the register whose name and birth day a list brings again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.people.members.models import Membership

Key = tuple[str, date | None]


@dataclass(frozen=True, slots=True)
class Known:
    """Người đã có — the number of his file, and his cell on the day ("" where he belongs to none)."""

    person: int
    full_name: str
    cell: str

    def reason(self) -> Reason:
        """Lý do — why he is not entered once more."""
        if self.cell:
            text = mark("Sổ đã có {name}, cùng ngày sinh, đang sinh hoạt ở {cell}.")
        else:
            text = mark("Sổ đã có hồ sơ {name}, cùng ngày sinh; hãy ghi bằng phiếu của người ấy.")
        return Reason(text, {"name": self.full_name, "cell": self.cell}, field="full_name")


def known_people(*, by: Actor, keys: Collection[Key], on: date) -> dict[Key, Known]:
    """Ai đã có — by the key of each; those born on another day or not recorded are left out."""
    born = {day for _, day in keys if day}
    spells = PersonSpell.objects.on(on).visible_to(by).filter(birth_on__in=born)
    wanted = set(keys)
    found = {
        key: (person, name)
        for person, name, day in spells.values_list("person", "full_name", "birth_on")
        if (key := (spelling_key(name), day)) in wanted
    }
    people = [person for person, _ in found.values()]
    held = Membership.objects.on(on).visible_to(by).filter(person__in=people)
    cells = dict(held.values_list("person", "cell"))
    units = OrganizationSpell.objects.on(on).filter(organization__in=set(cells.values()))
    names = dict(units.visible_to(by).values_list("organization", "name"))
    return {
        key: Known(person, name, names.get(cells.get(person, 0), ""))
        for key, (person, name) in found.items()
    }
