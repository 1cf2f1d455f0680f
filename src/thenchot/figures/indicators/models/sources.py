"""Cách đọc các nguồn — where a record's unit, day and profile stand in its tables.

The fragments are SQL of our own tables with three fixed names: `r` is the record, `{day}` the day
it is looked at (the last day of the period for a stock, its own day for a flow), and every alias
of `joins` is joined where a fragment in use names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thenchot.figures.indicators.words import Held, Source
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.register.words import CELLS
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.awards.words import Right as AwardsRight
from thenchot.people.cadres.words import Right as CadresRight
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.members.words import Way
from thenchot.people.oversight.words import Right as OversightRight
from thenchot.people.oversight.words import Sensitive

AGES, SENIORITIES = (31, 36, 41, 51, 61), (10, 20, 30, 40, 50)
_CELLS = ", ".join(f"'{kind.value}'" for kind in sorted(CELLS))
_PERSON = "LEFT JOIN register_personspell p ON p.person_id = r.person_id AND p.effective @> {day}"
_MEMBERSHIP = "JOIN members_membership m ON m.id = r.membership_id"
_LAST_CELL = (
    "LEFT JOIN LATERAL (SELECT m.cell_id FROM members_membership m WHERE m.person_id = r.person_id"
    " AND lower(m.effective) <= {day} ORDER BY lower(m.effective) DESC LIMIT 1) home ON true"
)
_COMMITTEE = "CASE WHEN s.has_committee THEN 'co' ELSE 'khong' END"
_UNITED = (
    "(SELECT min(id) AS id, successor_id, kind, basis_id,"
    " daterange(lower(effective), lower(effective) + 1) AS effective"
    " FROM register_succession GROUP BY successor_id, kind, basis_id, lower(effective))"
)


def _band(day: str, years: tuple[int, ...]) -> str:
    """Nhóm năm — how many of these full years have passed since `day`, by the calendar."""
    steps = " + ".join(f"({day} <= ({{day}} - interval '{n} years')::date)::int" for n in years)
    return f"({steps})"


@dataclass(frozen=True, slots=True)
class Reading:
    """Cách đọc một nguồn — `unit` is the organization a record counts for, `subject` its person.

    `needs` is the right to see the records themselves; `withheld` a condition on records for which
    a further right is needed; `kind` the sensitive kind a list of them is. A projection says itself on which `days`
    a row holds, and under which alias the `fact` behind it stands.
    """

    table: str
    unit: str
    held: Held
    columns: Mapping[str, str]
    needs: Labelled
    subject: str = ""
    joins: Mapping[str, str] = field(default_factory=dict)
    condition: str = ""
    days: str = "r.effective @> {day}"
    fact: str = "r"
    withheld: tuple[str, Labelled] | None = None
    kind: Labelled | None = None


READINGS: Mapping[Source, Reading] = {
    Source.MEMBERS: Reading(
        "members_seat", "r.cell_id", Held.AT_END,
        {"status": "r.status", "sex": "r.sex", "age": _band("r.birth_on", AGES),
         "seniority": _band("r.since_on", SENIORITIES)},
        MembersRight.READ, "r.person_id", {"p": _PERSON, "m": _MEMBERSHIP},
        days="r.from_day <= {day} AND r.until_day > {day}", fact="m",
    ),
    Source.MOVEMENTS: Reading(
        "members_movement", "coalesce(r.to_cell_id, r.from_cell_id)", Held.BEGUN,
        {"way": "r.way", "sex": "p.sex", "age": _band("p.birth_on", AGES)},
        MembersRight.READ, "r.person_id", {"p": _PERSON},
        withheld=(f"r.way = '{Way.EXPELLED.value}'", MembersRight.READ_EXPULSIONS),
    ),
    Source.ORGANIZATIONS: Reading(
        "register_organizationspell", "r.organization_id", Held.AT_END,
        {"kind": "r.kind", "committee": "CASE WHEN r.has_committee THEN 'co' ELSE 'khong' END"},
        RegisterRight.READ,
    ),
    Source.UNIONS: Reading(
        _UNITED, "r.successor_id", Held.BEGUN, {"kind": "r.kind"}, RegisterRight.READ
    ),
    Source.PLANS: Reading(
        "oversight_inspectionplan", "r.cell_id", Held.AT_END,
        {"committee": _COMMITTEE, "visits": "r.visits"}, OversightRight.READ,
        joins={"s": "JOIN register_organizationspell s ON s.organization_id = r.cell_id"
                    " AND s.effective @> {day}"},
        condition=f"s.kind IN ({_CELLS})",
    ),
    Source.DISCIPLINES: Reading(
        "oversight_discipline", "r.cell_id", Held.BEGUN, {"form": "r.form", "body": "r.body"},
        OversightRight.READ_NAMES, "r.person_id", {"p": _PERSON}, kind=Sensitive.DISCIPLINE,
    ),
    Source.BADGES: Reading(
        "awards_badge", "home.cell_id", Held.BEGUN,
        {"round": "to_char(lower(r.effective), 'MM-DD')", "timing": "r.timing", "years": "r.years"},
        AwardsRight.READ, "r.person_id", {"p": _PERSON, "home": _LAST_CELL},
    ),
    Source.COMMENDATIONS: Reading(
        "awards_commendation", "coalesce(r.organization_id, home.cell_id)", Held.BEGUN,
        {"subject": "CASE WHEN r.person_id IS NULL THEN 'tap_the' ELSE 'ca_nhan' END",
         "occasion": "r.occasion"},
        AwardsRight.READ, "r.person_id", {"p": _PERSON, "home": _LAST_CELL},
    ),
    Source.DECISIONS: Reading(
        "cadres_cadredecision", "coalesce(r.organization_id, home.cell_id)", Held.BEGUN,
        {"matter": "r.matter", "decider": "r.decider"}, CadresRight.READ, "r.person_id",
        {"p": _PERSON, "home": _LAST_CELL},
    ),
    Source.ENTERED: Reading(
        "indicators_entered", "r.organization_id", Held.WITHIN,
        {"figure": "r.figure", "value": "r.value", "at_least": "r.at_least::int",
         "length": "upper(r.effective) - lower(r.effective)"},
        RegisterRight.READ,
    ),
}  # fmt: skip
