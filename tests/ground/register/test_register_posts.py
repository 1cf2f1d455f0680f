"""Chức vụ qua thời gian — changed from a day, ended one by one; a refusal changes nothing."""

from datetime import date

import pytest
from world import TODAY, facts_alone, paper, small_world

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.posts import change_post, end_post
from thenchot.ground.register.models import Posting, PostSpell
from thenchot.ground.register.reads.post import post_on
from thenchot.ground.register.words import PostKind, Tier

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2025, 3, 1), date(2025, 5, 1)


@pytest.fixture
def here():
    return small_world()


def changed(
    actor, here, day=DAY, title="Bí thư Đảng ủy", tier=Tier.STANDING_COMMITTEE, number="21-QĐ/TU"
):
    return change_post(
        actor, TODAY, post=here.post, title=title, kind=PostKind.HEAD, tier=tier, from_day=day,
        basis=paper(number, date(2025, 2, 20)),
    )  # fmt: skip


def refused(act, *asked, **said):
    before = facts_alone()
    with pytest.raises(Refused) as no:
        act(*asked, **said)
    assert facts_alone() == before
    return [str(reason) for reason in no.value.reasons]


def test_the_tier_of_a_seat_changes_from_a_day_and_its_holder_goes_on(actor, here):
    before = facts_alone()
    changed(actor, here)
    page = post_on(by=actor, post=here.post, on=TODAY)
    assert [each.tier for each in page.states][-1] is Tier.STANDING_COMMITTEE
    assert page.now.title == "Bí thư Đảng ủy"
    assert (
        post_on(by=actor, post=here.post, on=date(2025, 2, 28)).now.tier
        is not Tier.STANDING_COMMITTEE
    )
    assert Posting.objects.on(TODAY).filter(post=here.post).exists()
    undo = paper("22-QĐ/TU", date(2025, 2, 21))
    basis = PostSpell.objects.on(TODAY).get(post=here.post).basis_id
    annul_instrument(actor, TODAY, instrument=basis, by_paper=undo, reason="Sai căn cứ")
    assert facts_alone() == before


def test_nothing_new_no_name_and_a_day_without_the_seat_are_refused(actor, here):
    changed(actor, here)
    assert "vẫn như đang ghi" in refused(changed, actor, here, day=LATER, number="23-QĐ/TU")[0]
    assert refused(changed, actor, here, title="  ", day=LATER, number="24-QĐ/TU")
    assert refused(changed, actor, here, day=date(1990, 1, 1), number="25-QĐ/TU")


def test_one_seat_ends_with_its_holder_and_comes_back_when_the_paper_is_annulled(actor, here):
    before, basis = facts_alone(), paper("26-QĐ/TU", date(2025, 2, 20))
    end_post(actor, TODAY, post=here.post, from_day=DAY, basis=basis)
    assert not PostSpell.objects.on(DAY).filter(post=here.post).exists()
    assert not Posting.objects.on(DAY).filter(post=here.post).exists()
    undo = paper("27-QĐ/TU", date(2025, 2, 21))
    annul_instrument(actor, TODAY, instrument=basis, by_paper=undo, reason="Sai căn cứ")
    assert facts_alone() == before


def test_a_seat_that_changes_later_does_not_end_before(actor, here):
    changed(actor, here, day=LATER)
    asked = {"post": here.post, "from_day": DAY, "basis": paper("28-QĐ/TU", date(2025, 2, 20))}
    assert any("thay đổi ghi sau" in said for said in refused(end_post, actor, TODAY, **asked))
    assert "không tồn tại" in refused(end_post, actor, TODAY, **asked | {"post": 987654})[0]
