"""Trạng thái ghi tiếp — a later decision carried what an annulled one had changed."""

from datetime import date

import pytest
from world import TODAY, paper, small_world, unit

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.organizations import move_organization, rename_organization
from thenchot.ground.register.models import OrganizationSpell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def renamed_then_moved(actor):
    """(unit, the paper that renamed it, the paper that moved it later)"""
    world = small_world()
    other = unit("Đảng bộ huyện Thử", world.root, world.founding)
    named, moved = paper("1-QĐ/TU"), paper("2-QĐ/TU")
    which = {"organization": world.commune}
    rename_organization(
        actor, TODAY, name="Đảng bộ xã Mới", from_day=date(2022, 1, 1), basis=named, **which
    )
    move_organization(actor, TODAY, parent=other, from_day=date(2023, 1, 1), basis=moved, **which)
    return world.commune, named, moved


def annul(actor, instrument, by="3-QĐ/TU"):
    annul_instrument(actor, TODAY, instrument=instrument, by_paper=paper(by), reason="sai")


def test_a_rename_that_a_later_state_carries_is_not_annulled_alone(actor, renamed_then_moved):
    commune, named, moved = renamed_then_moved
    before = list(OrganizationSpell.objects.order_by("pk").values_list("name", "effective"))
    with pytest.raises(Refused, match="còn mang nội dung"):
        annul(actor, named)
    assert before == list(OrganizationSpell.objects.order_by("pk").values_list("name", "effective"))
    annul(actor, moved, "4-QĐ/TU")
    annul(actor, named, "5-QĐ/TU")
    (state,) = OrganizationSpell.objects.filter(organization=commune)
    assert (state.name, state.effective.until) == ("Đảng bộ xã Thử Một", None)


def test_a_later_state_set_right_carries_nothing(actor, renamed_then_moved):
    commune, named, moved = renamed_then_moved
    later = OrganizationSpell.objects.get(basis=moved)
    correct_fact(
        actor, TODAY, kind="register.OrganizationSpell", fact=later.pk,
        changes={"name": "Đảng bộ xã Thử Một"}, by_paper=paper("5-QĐ/TU"), reason="tên cũ",
    )  # fmt: skip
    annul(actor, named)
    states = OrganizationSpell.objects.filter(organization=commune)
    assert set(states.values_list("name", flat=True)) == {"Đảng bộ xã Thử Một"}
    assert states.count() == 2
