"""Cách giữ chức vụ, chức vụ trống — as the paper says it; who held the post last, and since when nobody."""

from datetime import date

import pytest
from actors import questions
from asking import Asking
from django.conf import settings
from django.db.transaction import atomic
from office import given, opened, refused, who
from world import TODAY, answer, paper, person, seat, small_world

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.posts import appoint, end_posting
from thenchot.ground.register.models import Posting
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.reads.vacant import vacancies_on
from thenchot.ground.register.words import Came, Decider, Manner, PostKind
from thenchot.people.dossiers.reads.file import file_of
from thenchot.people.dossiers.rules.asked import Asked

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 1)
HOW = {"manner": Manner.ACTING, "came": Came.ASSIGNED, "decider": Decider.STANDING_COMMITTEE}


@pytest.fixture
def world():
    return small_world()


@pytest.fixture
def post(world):
    return seat(world.root, world.founding)


def acting(actor, world, post, **how):
    basis = paper("20-QĐ/TU", DAY)
    return answer(
        appoint(actor, TODAY, person=world.person, post=post, from_day=DAY, basis=basis, **how)
    )


def vacant(by, on=TODAY, **asked):
    with scoped(by, on, reading=True):
        total, lines = vacancies_on(by=by, on=on, **asked)
    assert total == len(lines)
    return [(line.post, line.since, line.last) for line in lines]


def test_a_post_is_held_as_the_paper_says(actor, world, post):
    made = acting(actor, world, post, **HOW)
    found = Posting.objects.get(pk=made)
    assert (found.manner, found.came, found.decider) == ("quyen", "chi_dinh", "ban_thuong_vu")
    page = organization_on(by=actor, organization=world.root, on=TODAY)
    assert [each.manner for each in page.seats] == [Manner.ACTING]
    file = file_of(by=actor, person=world.person, on=TODAY, came_from=Asked())
    said = {str(each.what) for each in file.posts}
    assert "Bí thư, Đảng bộ tỉnh Thử (quyền, chỉ định)" in said
    assert "Bí thư, Đảng bộ xã Thử Một" in said  # of which no paper was read for it
    correct_fact(
        actor, TODAY, kind="register.Posting", fact=made, changes={"manner": Manner.IN_CHARGE},
        by_paper=found.basis_id, reason="ghi nhầm",
    )  # fmt: skip
    assert Posting.objects.get(pk=made).manner == "phu_trach"
    with pytest.raises(Refused):
        correct_fact(
            actor, TODAY, kind="register.Posting", fact=made, changes={"came": "khac"},
            by_paper=found.basis_id, reason="thử",
        )  # fmt: skip


def test_the_table_knows_the_words(actor, world, post):
    with pytest.raises(Refused, match="không có trong danh mục"), atomic():
        acting(actor, world, post, manner="khac")


def test_a_vacant_post_says_since_when_and_after_whom(actor, world, post):
    later = date(2025, 1, 1)
    assert vacant(actor) == [(post, date(2020, 1, 1), "")]
    made = acting(actor, world, post)
    assert vacant(actor) == []
    assert vacant(actor, date(2023, 1, 1)) == [(post, date(2020, 1, 1), "")]
    ending = paper("21-QĐ/TU", later)
    end_posting(actor, TODAY, posting=made, from_day=later, basis=ending)
    assert vacant(actor) == [(post, later, "Nguyễn Thị Mô Phỏng")]
    assert vacant(actor, kind=PostKind.DEPUTY) == []
    annul_instrument(actor, TODAY, instrument=ending, by_paper=paper("22-QĐ/TU"), reason="thử")
    assert vacant(actor) == []


def test_a_refused_appointment_leaves_nothing(actor, world, post):
    asked = {"person": world.person, "from_day": DAY, "basis": paper("20-QĐ/TU", DAY)}
    assert refused(appoint, actor, post=world.post, **asked, **HOW)
    assert vacant(actor) == [(post, date(2020, 1, 1), "")]


def test_the_list_is_of_the_readers_own_reach(world, post):
    near, far = opened("cua-xa"), opened("cua-tinh")
    given(near, "chuyen_vien", world.commune)
    given(far, "chuyen_vien")
    assert vacant(who(near)) == []
    assert [each[0] for each in vacant(who(far))] == [post]


def test_page_sheet_and_api(world, post, client, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    status, asked = questions(client, "/chuc-vu/trong")
    assert (status, asked <= 15) == (200, True), asked
    page = client.get("/chuc-vu/trong?loai=cap_truong").content.decode()
    assert f"/chuc-vu/{post}" in page
    assert "1 chức vụ chưa có người giữ" in page
    assert (
        "Không có chức vụ nào trống" in client.get("/chuc-vu/trong?loai=cap_pho").content.decode()
    )
    who_else = person("Lê Thị Quyền", world.founding)
    sent = {
        "key": "bn-1", "number_sign": f"[{paper('23-QĐ/TU', DAY)}]", "person": f"[{who_else}]",
        "post": f"[{post}]", "manner": "quyen", "came": "chuan_y",
    }  # fmt: skip
    assert client.post("/ghi/bo-nhiem", sent).status_code == 302
    assert "Lê Thị Quyền</a> (quyền)" in client.get(f"/to-chuc/{world.root}").content.decode()
    account = opened("may")
    given(account, "chuyen_vien")
    items = Asking.of(account).get("/postings", organization=world.root).json()["items"]
    assert [each["manner"] for each in items] == ["quyen"]
