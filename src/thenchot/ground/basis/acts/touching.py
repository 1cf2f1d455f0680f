"""Chạm tới — where people, facts and papers belong, so that an act asks its right there."""

from collections.abc import Iterable

from django.db import connection

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.models import Fact, Instrument, PaperUse, Tie
from thenchot.ground.basis.reads.kinds import kinds_resting_on
from thenchot.ground.plain.actor import EVERYWHERE


def touches_people(act: OpenAct, people: Iterable[int]) -> None:
    """Chạm tới người — the right is asked in a unit each of them still belongs to.

    Where several answer for a person, one within reach is enough; a person nobody answers for is
    touched with the right in the whole office only. Runs one query.
    """
    reach = act.by.reach(act.act.needs)
    if reach == EVERYWHERE:
        return
    standing = Tie.objects.filter(
        person__in=(wanted := set(people)), from_day__lte=act.day, sight_until__gt=act.day
    )
    units: dict[int, list[int]] = {person: [] for person in wanted}
    for person, unit in standing.order_by("pk").values_list("person", "unit"):
        units[person].append(unit)
    for known in units.values():
        if not known:
            act.touches_office()
        act.touches(next((unit for unit in known if unit in reach), known[0]))


def touches_fact(act: OpenAct, fact: Fact) -> None:
    """Chạm tới sự kiện — every unit it names; a fact about a person alone, the person."""
    seen = type(fact).SEEN
    units = [getattr(fact, f"{name}_id") for name in seen.units]
    if not seen.right:
        act.touches_office()
    elif any(unit is not None for unit in units):
        act.touches(*units)
    else:
        touches_people(act, [getattr(fact, f"{seen.person}_id")])


def touches_paper(act: OpenAct, paper: Instrument) -> list[type[Fact]]:
    """Chạm tới văn bản — everywhere it is used, and its register; refused where a fact is unseen.

    Gives the kinds of facts it opened or ended.
    """
    uses = list(PaperUse.objects.filter(paper=paper.pk))
    if any(use.unit is None and use.person is None for use in uses):
        act.touches_office()
    act.touches(*(use.unit for use in uses))
    touches_people(act, {use.person for use in uses if use.person is not None})
    kinds = kinds_resting_on(paper)
    with connection.cursor() as cursor:
        cursor.execute("SELECT basis_facts_of(%s)", [paper.pk])
        if cursor.fetchone()[0] != sum(kinds.values()):
            act.refuse_unseen()
    return list(kinds)
