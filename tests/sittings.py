"""Phiên họp thử — a committee of five with a standing committee of three, files put to it, through acts."""

from dataclasses import replace
from datetime import date

from actors import demo_actor
from drafts import ROW, begun
from world import TODAY, answer, person

from thenchot.ground.register.words import Decider
from thenchot.office.drafting.acts.moving import check_content, check_form, submit_draft
from thenchot.office.drafting.acts.writing import list_draft_people
from thenchot.people.committees.acts.terms import record_committee, record_term
from thenchot.people.committees.rules import CommitteeRow
from thenchot.people.committees.words import Manner, Rank
from thenchot.people.sittings.acts.calling import call_sitting
from thenchot.people.sittings.acts.voting import record_slips
from thenchot.people.sittings.models import Item
from thenchot.people.sittings.rules import SittingRow, SlipRow
from thenchot.people.sittings.words import Said, Way

RANKS = (Rank.SECRETARY, Rank.DEPUTY, Rank.STANDING, Rank.MEMBER, Rank.MEMBER)
DAY = date(2024, 3, 5)
MEETING = SittingRow(Decider.STANDING_COMMITTEE, Way.MEETING, TODAY, "Phòng họp số 1", "Bí thư Thử")
WRITTEN = replace(MEETING, way=Way.WRITTEN, place="", on_day=date(2025, 6, 20))
OF_BODY = replace(ROW, decider=Decider.STANDING_COMMITTEE)


def seated(organization: int, basis: int) -> list[int]:
    """Five members of a committee, the first three of its standing committee."""
    asked = {"organization": organization, "from_day": DAY, "basis": basis}
    record_term(demo_actor(), TODAY, label="2020–2025", executive=5, standing=3, **asked)
    people = [person(f"Nguyễn Thị Ủy Viên {name}", basis) for name in "ABCDE"]
    rows = [
        CommitteeRow(who, rank, Manner.ELECTED) for who, rank in zip(people, RANKS, strict=True)
    ]
    record_committee(demo_actor(), TODAY, people=rows, decider="Đại hội", **asked)
    return people


def submitted(unit: int, organization: int, row=OF_BODY) -> int:
    """A file before the leader, which a body has to decide."""
    draft, by = begun(unit, organization, row), demo_actor()
    check_content(by, TODAY, draft=draft, good=True)
    check_form(by, TODAY, draft=draft, good=True)
    submit_draft(by, TODAY, draft=draft)
    return draft


def called(organization: int, drafts: list[int], row: SittingRow = MEETING) -> int:
    return answer(
        call_sitting(demo_actor(), TODAY, organization=organization, row=row, drafts=drafts)
    )


def items_of(sitting: int) -> list[int]:
    return list(
        Item.objects.filter(sitting=sitting).order_by("number").values_list("pk", flat=True)
    )


def one_of_each_sitting(
    unit: int, organization: int, basis: int, decider: Decider = Decider.STANDING_COMMITTEE
) -> None:
    """A round of written slips with one returned."""
    people = seated(organization, basis)
    row = replace(OF_BODY, decider=decider)
    about = begun(unit, organization, row)
    list_draft_people(demo_actor(), TODAY, draft=about, people=people[3:])
    round_of_slips = replace(WRITTEN, decider=decider)
    sitting = called(organization, [submitted(unit, organization, row)], round_of_slips)
    slips = [SlipRow(people[0], Said.FOR, TODAY)]
    record_slips(demo_actor(), TODAY, item=items_of(sitting)[0], slips=slips)
