"""Ban chỉ đạo, hội đồng, tổ — the standing agency, the number series and the members of one."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.withheld import withheld_papers
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import fold
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.people.committees.models import Body, BodyMember
from thenchot.people.committees.words import Role


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Một thành viên — `name` is empty out of the reader's sight; the paper None where withheld."""

    person_id: int
    name: str
    role: Role
    days: DayRange
    basis: Paper | None


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Một tổ chức có thời hạn."""

    standing_agency_id: int | None
    standing_agency: str
    series: str
    members: list[MemberLine]


def body_on(*, by: Actor, organization: int, on: date) -> BodyPage:
    """Thành viên trong ngày — in the order of their roles, then of their names. Runs five queries."""
    held = Body.objects.on(on).visible_to(by).filter(organization=organization).first()
    members = list(
        BodyMember.objects.on(on).visible_to(by).filter(organization=organization)
        .select_related("basis")
    )  # fmt: skip
    people = PersonSpell.objects.on(on).visible_to(by)
    names = dict(
        people.filter(person__in=[each.person_id for each in members])
        .values_list("person", "full_name")
    )  # fmt: skip
    withheld = withheld_papers(by=by, papers={each.basis_id for each in members}, opened=False)
    roles = list(Role)
    lines = [
        MemberLine(
            each.person_id, names.get(each.person_id, ""), Role.of(each.role), each.effective,
            None if each.basis_id in withheld else paper(each.basis),
        )
        for each in members
    ]  # fmt: skip
    return BodyPage(
        held.standing_agency_id if held else None,
        _name(by, held.standing_agency_id, on) if held else "",
        held.series if held else "",
        sorted(lines, key=lambda line: (roles.index(line.role), fold(line.name), line.person_id)),
    )


def _name(by: Actor, unit: int | None, on: date) -> str:
    found = OrganizationSpell.objects.on(on).visible_to(by).filter(organization=unit).first()
    return str(found.name) if found else ""
