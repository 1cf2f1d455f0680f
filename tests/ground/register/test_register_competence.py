"""Phân cấp, đơn vị công tác, xếp vào cây, tổ chức có thời hạn — and no circle, however it comes about."""

from datetime import date

import pytest
from world import TODAY, paper, small_world, unit

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.competence import record_competence
from thenchot.ground.register.acts.organizations import (
    establish_organization,
    move_organization,
    place_organization,
)
from thenchot.ground.register.acts.people import record_employment, record_people
from thenchot.ground.register.models import Employment, OrganizationSpell
from thenchot.ground.register.reads import closure_faults, units_below, who_decides
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Decider, Level, Matter, OrganizationKind, Sex, Tier

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 5, 1)


@pytest.fixture
def world():
    return small_world()


def refused(act, actor, said, **words):
    before = OrganizationSpell.objects.count(), JournalEntry.objects.count()
    with pytest.raises(Refused, match=said):
        act(actor, TODAY, **words)
    assert (OrganizationSpell.objects.count(), JournalEntry.objects.count()) == before


def test_who_decides_is_read_on_a_day(actor, world):
    words = {"matter": Matter.DISCIPLINE, "tier": Tier.STANDING_COMMITTEE, "basis": world.founding}
    assert who_decides(Matter.DISCIPLINE, Tier.STANDING_COMMITTEE, DAY) is None
    record_competence(
        actor, TODAY, decider=Decider.PROVINCIAL_COMMITTEE, from_day=date(2021, 1, 1), **words
    )
    record_competence(actor, TODAY, decider=Decider.STANDING_COMMITTEE, from_day=DAY, **words)
    before = who_decides(Matter.DISCIPLINE, Tier.STANDING_COMMITTEE, date(2024, 4, 30))
    assert before.decider is Decider.PROVINCIAL_COMMITTEE
    now = who_decides(Matter.DISCIPLINE, Tier.STANDING_COMMITTEE, DAY)
    assert (now.decider, now.days.start) == (Decider.STANDING_COMMITTEE, DAY)
    refused(
        record_competence, actor, "từ chính ngày 01/05/2024",
        decider=Decider.CENTRE, from_day=DAY, **words,
    )  # fmt: skip


def test_a_competence_undone_gives_the_former_one_back(actor, world):
    words = {"matter": Matter.SALARY, "tier": Tier.STANDING_BOARD}
    record_competence(
        actor, TODAY, decider=Decider.CENTRE, from_day=date(2021, 1, 1), basis=world.founding, **words
    )  # fmt: skip
    by = paper("70-QĐ/TU")
    record_competence(actor, TODAY, decider=Decider.STANDING_BOARD, from_day=DAY, basis=by, **words)
    annul_instrument(actor, TODAY, instrument=by, by_paper=paper("71-QĐ/TU"), reason="sai")
    found = who_decides(Matter.SALARY, Tier.STANDING_BOARD, TODAY)
    assert (found.decider, found.days.until) == (Decider.CENTRE, None)


def test_a_person_works_in_one_place_a_day(actor, world):
    words = {"person": world.person, "basis": world.founding}
    record_employment(actor, TODAY, organization=world.commune, from_day=DAY, **words)
    record_employment(actor, TODAY, organization=world.root, from_day=date(2024, 6, 1), **words)
    places = Employment.objects.order_by("effective").values_list("organization", flat=True)
    assert list(places) == [world.commune, world.root]
    refused(
        record_employment, actor, "chưa có hồ sơ vào ngày 01/05/2010.; Tổ chức này không tồn tại",
        organization=999999, from_day=date(2010, 5, 1), **words,
    )  # fmt: skip


def test_a_list_of_people_names_every_wrong_row(actor, world):
    rows = [
        PersonRow("Lê Văn Đúng", Sex.MALE, date(1990, 1, 1)),
        PersonRow("Lê 2", Sex.MALE, None),
        PersonRow("Lê Văn Ba", Sex.MALE, date(2030, 1, 1)),
    ]
    words = {"from_day": DAY, "basis": world.founding}
    with pytest.raises(Refused) as no:
        record_people(actor, TODAY, people=rows, **words)
    assert [reason.field for reason in no.value.reasons] == ["2.full_name", "3.birth_on"]
    refused(record_people, actor, "không có ai", people=[], **words)
    record_people(actor, TODAY, people=rows[:1], **words)
    assert JournalEntry.objects.latest("seq").sentence == "Ghi hồ sơ 1 người theo danh sách"


def test_a_unit_that_stood_by_itself_is_placed_once(actor, world):
    alone = unit("Sở Thử", None, world.founding)
    words = {"organization": alone, "from_day": DAY, "basis": paper("72-QĐ/UBND")}
    refused(move_organization, actor, "chưa trực thuộc nơi nào", parent=world.root, **words)
    place_organization(actor, TODAY, parent=world.root, **words)
    assert alone in units_below(by=actor, organization=world.root, on=DAY)
    words["from_day"] = date(2024, 6, 1)
    refused(place_organization, actor, "đã có cấp trên", parent=world.commune, **words)


def test_only_a_body_of_limited_life_gets_its_end_beforehand(actor, world):
    words = {
        "name": "Ban Chỉ đạo thử", "level": Level.PROVINCE, "parent": world.root, "from_day": DAY,
        "basis": world.founding, "until": date(2025, 5, 1),
    }  # fmt: skip
    establish_organization(actor, TODAY, kind=OrganizationKind.STEERING_COMMITTEE, **words)
    made = OrganizationSpell.objects.get(name="Ban Chỉ đạo thử")
    assert (made.effective.until, made.fixed_term, made.ended_by) == (date(2025, 5, 1), True, None)
    refused(
        establish_organization,
        actor,
        "định trước ngày kết thúc",
        kind=OrganizationKind.CELL,
        **words,
    )


def test_annulling_a_move_cannot_close_a_circle(actor, world):
    """The commune left the root; the district came under it; giving the commune back would circle."""
    district = unit("Đảng bộ huyện Thử", world.root, world.founding)
    other = unit("Đảng bộ huyện Khác", district, world.founding)
    leaving, joining = paper("73-QĐ/TU"), paper("74-QĐ/TU")
    words = {"from_day": DAY}
    move_organization(actor, TODAY, organization=other, parent=world.root, basis=leaving, **words)
    move_organization(
        actor, TODAY, organization=district, parent=other, from_day=date(2024, 6, 1), basis=joining
    )
    undoing = paper("75-QĐ/TU")
    before = JournalEntry.objects.count()
    with pytest.raises(Refused, match="Có ngày một tổ chức sẽ trực thuộc chính nó"):
        annul_instrument(actor, TODAY, instrument=leaving, by_paper=undoing, reason="sai")
    assert JournalEntry.objects.count() == before
    assert closure_faults() == []
