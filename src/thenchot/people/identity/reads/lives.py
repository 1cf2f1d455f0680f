"""Lai lịch để so — one state of a life as the rules compare it."""

from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.words import Sex
from thenchot.people.identity.rules.lives import LifeRow


def life_row(life: PersonSpell) -> LifeRow:
    """Lai lịch — as it is said in this state."""
    return LifeRow(life.full_name, Sex.of(life.sex), life.birth_on, life.ethnicity, life.hometown)
