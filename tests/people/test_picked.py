"""Chọn trong ô — what was chosen is found again by the name it bears on the day, though it changes later."""

from datetime import timedelta

import pytest
from actors import demo_actor
from world import TODAY, paper, small_world

from thenchot.ground.register.acts.organizations import rename_organization
from thenchot.people.dossiers.reads.picked import Pick, known, names, offered, written

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize("kind", [Pick.UNIT, Pick.POST, Pick.POSTING])
def test_what_is_offered_today_is_known_today_though_its_unit_changes_its_name_later(kind):
    here = small_world()
    later = TODAY + timedelta(days=15)
    rename_organization(
        demo_actor(), TODAY, organization=here.commune, name="Đảng bộ phường Thử Một",
        from_day=later, basis=paper("40-QĐ/TU", TODAY),
    )  # fmt: skip
    typed = {Pick.UNIT: "xã Thử Một", Pick.POST: "Bí thư", Pick.POSTING: "Mô Phỏng"}[kind]
    (chosen,) = offered(kind, by=demo_actor(), on=TODAY, typed=typed)
    assert "xã Thử Một" in written(chosen)
    found = known(kind, by=demo_actor(), on=TODAY, numbers=[chosen.id])[chosen.id]
    assert found.text == chosen.text
    assert names(written(chosen), found)
    (after,) = known(kind, by=demo_actor(), on=later, numbers=[chosen.id]).values()
    assert "phường Thử Một" in written(after)
