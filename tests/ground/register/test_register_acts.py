"""Việc của sổ tổ chức — retype, merge: success, every refusal, nothing changed on refusal."""

from dataclasses import replace
from datetime import date

import pytest
from world import TODAY, paper, small_world, unit

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.acts.organizations import merge_organization, retype_organization
from thenchot.ground.register.acts.posts import establish_post
from thenchot.ground.register.models import OrganizationSpell, PostSpell, Succession
from thenchot.ground.register.reads import closure_faults, organization_on, units_below
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Tier

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 5, 1)


@pytest.fixture
def world():
    return small_world()


@pytest.fixture
def cells(world):
    return [unit(f"Chi bộ {name}", world.commune, world.founding) for name in ("Một", "Hai")]


def spells():
    return list(OrganizationSpell.objects.order_by("pk").values())


def test_a_unit_is_retyped_from_a_day(actor, world):
    words = {
        "kind": OrganizationKind.GRASSROOTS_CELL,
        "level": Level.COMMUNE,
        "has_committee": True,
    }
    by = paper("30-QĐ/TU")
    retype_organization(actor, TODAY, organization=world.commune, from_day=DAY, basis=by, **words)
    states = OrganizationSpell.objects.filter(organization=world.commune).order_by("effective")
    assert [(state.kind, state.has_committee) for state in states] == [
        (OrganizationKind.GRASSROOTS_PARTY, False),
        (OrganizationKind.GRASSROOTS_CELL, True),
    ]
    with pytest.raises(Refused, match="vẫn như đang ghi"):
        retype_organization(
            actor, TODAY, organization=world.commune, from_day=date(2024, 6, 1), basis=by, **words
        )


def test_a_merged_unit_ends_and_goes_on_in_another(actor, world, cells):
    one, two = cells
    merge_organization(
        actor, TODAY, organization=one, into=two, from_day=DAY, basis=paper("31-QĐ/TU")
    )
    assert one not in units_below(by=actor, organization=world.commune, on=DAY)
    assert two in units_below(by=actor, organization=world.commune, on=DAY)
    said = Succession.objects.get(predecessor=one)
    assert (said.successor_id, said.effective.start) == (two, DAY)
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Ghi quyết định sáp nhập Chi bộ Một vào Chi bộ Hai"
    assert line.scope == f"{one},{two}"
    assert closure_faults() == []
    assert verify_journal().faults == []


def test_a_merger_after_the_day_looked_at_is_said_to_come_later(actor, cells):
    one, two = cells
    merge_organization(
        actor, TODAY, organization=one, into=two, from_day=DAY, basis=paper("31-QĐ/TU")
    )
    for unit_id, day, said in (
        (one, date(2024, 4, 30), True),
        (two, date(2024, 4, 30), True),
        (two, DAY, False),
    ):
        (link,) = organization_on(by=actor, organization=unit_id, on=day).continued
        assert link.later is said


def test_an_annulled_merger_leaves_no_trace_in_the_register(actor, cells):
    before = [(row["id"], row["effective"], row["ended_by_id"]) for row in spells()]
    by = paper("31-QĐ/TU")
    merge_organization(actor, TODAY, organization=cells[0], into=cells[1], from_day=DAY, basis=by)
    annul_instrument(actor, TODAY, instrument=by, by_paper=paper("32-QĐ/TU"), reason="ghi nhầm")
    assert [(row["id"], row["effective"], row["ended_by_id"]) for row in spells()] == before
    assert not Succession.objects.exists()
    assert closure_faults() == []


@pytest.mark.parametrize(
    ("which", "into", "day", "said"),
    [
        ("cell", "itself", DAY, "vào chính nó"),
        ("cell", "nowhere", DAY, "Tổ chức nhận không tồn tại"),
        ("cell", "other", date(2019, 1, 1), "không tồn tại vào ngày 01/01/2019"),
        ("commune", "root", DAY, "Còn sự kiện dựa vào"),
    ],
)
def test_a_merger_that_cannot_be_is_refused_and_changes_nothing(
    actor, world, cells, which, into, day, said
):
    units = {"cell": cells[0], "other": cells[1], "itself": cells[0], "nowhere": 999999,
             "commune": world.commune, "root": world.root}  # fmt: skip
    by = paper("31-QĐ/TU")
    before = spells(), JournalEntry.objects.count()
    with pytest.raises(Refused, match=said):
        merge_organization(
            actor, TODAY, organization=units[which], into=units[into], from_day=day, basis=by
        )
    assert (spells(), JournalEntry.objects.count()) == before


def test_both_units_of_a_merger_must_be_within_reach(actor, cells):
    right = "register.ghi_to_chuc"
    one_only = replace(actor, rights={right: frozenset({cells[0]})})
    with pytest.raises(NotAllowed):
        merge_organization(
            one_only, TODAY, organization=cells[0], into=cells[1], from_day=DAY, basis=1
        )


def test_a_post_carries_the_tier_that_manages_its_holder(actor, world):
    post = establish_post(
        actor, TODAY, organization=world.commune, title="Phó Bí thư", kind=PostKind.DEPUTY,
        from_day=DAY, basis=world.founding, tier=Tier.STANDING_COMMITTEE,
    ).answer  # fmt: skip
    assert PostSpell.objects.get(post=post).tier == Tier.STANDING_COMMITTEE
