"""Sổ vào một ngày — the unit and the people the lines of a paper speak of, and what they lack."""

from collections.abc import Iterable, Sequence
from datetime import date

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.rules import numbered
from thenchot.people.committees.rules import list_faults


class Known:
    """Đã biết — one query for the unit, one for the people."""

    def __init__(self, organization: int, day: date, people: Iterable[int] = ()) -> None:
        self.day = day
        self.unit = OrganizationSpell.objects.on(day).filter(organization=organization).first()
        persons = PersonSpell.objects.on(day).filter(person__in=list(people))
        self.people = {spell.person_id: spell for spell in persons}

    def unit_faults(self) -> list[Reason]:
        if self.unit is not None:
            return []
        text = mark("Tổ chức này không tồn tại vào ngày {day:%d/%m/%Y}.")
        return [Reason(text, {"day": self.day}, field="organization")]

    def people_faults(self, people: Sequence[int]) -> list[Reason]:
        """Every line at once; a list of nobody, or somebody twice, too."""
        text = mark("Người này chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
        unknown = Reason(text, {"day": self.day}, field="person")
        return list_faults(people) + [
            fault
            for row, person in enumerate(people, start=1)
            if person not in self.people
            for fault in numbered(row, [unknown])
        ]
