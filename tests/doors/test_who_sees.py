"""«Ai xem được hồ sơ này, và vì sao?» — the answer names whom the walls let in, and nobody else."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from actors import demo_actor
from django.conf import settings
from office import WHY, Office, given, opened, standing, typing_for, who
from world import TODAY, answer, paper, seat

from thenchot.doors.access.acts.accounts import close_account
from thenchot.doors.access.acts.grants import end_grant
from thenchot.doors.access.models import Holder
from thenchot.doors.access.reads.who_sees import Sight, who_sees
from thenchot.ground.basis.models import Scope
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.register.acts.organizations import establish_organization, move_organization
from thenchot.ground.register.acts.people import record_employment, record_people
from thenchot.ground.register.acts.posts import appoint
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Level, OrganizationKind, Sex
from thenchot.people.members.acts.members import record_transfer
from thenchot.people.members.rules import CellRow

pytestmark = pytest.mark.database
TOMORROW = TODAY + timedelta(1)
FOUNDED = date(2021, 6, 1)


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("ai_xem", server, new_database, worker_id, django_db_blocker) as office:
        _people_who_moved(office)
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock():
        yield built


def _people_who_moved(office: Office) -> None:
    """A second commune, and people tied to it by work, post, record, now, formerly and tomorrow."""
    here, by, basis = office.here, demo_actor(), paper("7-QĐ/TU", date(2021, 5, 1))

    def unit(name: str, kind: OrganizationKind, level: Level, parent: int) -> int:
        return answer(establish_organization(
            by, TODAY, name=name, kind=kind, level=level, parent=parent, from_day=FOUNDED, basis=basis,
        ))  # fmt: skip

    other = unit("Đảng bộ xã Hai", OrganizationKind.GRASSROOTS_PARTY, Level.COMMUNE, here.root)
    cell = unit("Chi bộ Hai", OrganizationKind.CELL, Level.BASE, other)
    day = date(2024, 2, 1)
    for number, account in enumerate(("second_leader", "second_builder", "second_secretary")):
        role = ("lanh_dao_cap_uy", "chuyen_vien_xay_dung_dang", "bi_thu_chi_bo")[number]
        office.ids[account] = opened(account.replace("_", "-"))
        given(office.ids[account], role, cell if number == 2 else other)
    record_transfer(by, TODAY, people=[CellRow(here.people[1], here.cells[1])], from_day=day, basis=basis)  # fmt: skip
    record_transfer(by, TODAY, people=[CellRow(here.people[2], cell)], from_day=TOMORROW, basis=basis)  # fmt: skip
    for organization, since in ((other, day), (here.commune, date(2025, 1, 1))):
        record_employment(by, TODAY, person=here.people[3], organization=organization, from_day=since, basis=basis)  # fmt: skip
    post = seat(other, basis, FOUNDED)
    appoint(by, TODAY, person=here.people[4], post=post, from_day=day, basis=basis)
    for name, kept_by in (("Ngô Có Nơi Lập", other), ("Ngô Không Nơi", None)):
        row = PersonRow(name, Sex.MALE, date(1990, 1, 1))
        record_people(by, TODAY, people=[row], from_day=FOUNDED, basis=basis, kept_by=kept_by)
        office.here.people.append(PersonSpell.objects.get(full_name=name).person_id)
    move_organization(by, TODAY, organization=here.cells[1], parent=other, from_day=TOMORROW, basis=basis)  # fmt: skip
    gone, idle, deputy = opened("da-dong"), opened("da-thu"), opened("pho-hai")
    given(gone, "chuyen_vien", other)
    close_account(by, TODAY, account=gone, reason=WHY)
    end_grant(by, TODAY, grant=given(idle, "chuyen_vien"), reason=WHY)
    typing_for(deputy, office.ids["second_leader"], from_day=TOMORROW)


def sights(office: Office, person: int, by: str = "keys", on: date = TODAY) -> list[Sight]:
    actor = who(office.ids[by], office.ids["secretary"] if by == "deputy" else None, on)
    with scoped(actor, on, reading=True):
        return who_sees(by=actor, person=person, on=on)


def let_in(person: int, on: date) -> set[str]:
    """The printed names of all actors for whom both walls open the person's name."""
    names = dict(Holder.objects.values_list("account", "printed_name"))
    actors = set(Scope.objects.values_list("actor", flat=True)) | {str(pk) for pk in names}
    found = set()
    for each in sorted(actors):
        account, _, principal = each.partition(">")
        if not account.isdecimal() or int(account) not in names:
            continue
        actor = who(int(account), int(principal) if principal else None, on)
        with scoped(actor, on, reading=True):
            if PersonSpell.objects.visible_to(actor).filter(person=person).exists():
                found.add(actor.printed_name)
    return found


@pytest.mark.parametrize("on", [TODAY, TOMORROW], ids=["today", "tomorrow"])
def test_it_names_exactly_those_whom_the_walls_let_in(office, on):
    assert len(office.here.people) == 17
    several = set()
    for person in office.here.people:
        named = {each.name for each in sights(office, person, on=on)}
        assert named == let_in(person, on), person
        several.add(frozenset(named))
    assert len(several) > 5  # people of different places are seen by different accounts


def test_the_sentences_say_role_unit_and_how_the_person_belongs_there(office):
    here = office.here
    said = {each.sentence() for each in sights(office, here.people[0])}
    assert (
        "Người giữ secretary: giữ vai «Bí thư chi bộ» có phạm vi tới Chi bộ ấp Một, nơi người này"
        " sinh hoạt đảng; xem lai lịch, trình độ, chức vụ, hồ sơ đảng viên, khen thưởng."
    ) in said
    assert (
        "Người giữ leader: giữ vai «Lãnh đạo ban tổ chức» trong toàn hệ thống; xem lai lịch, trình độ,"
        " chức vụ, hồ sơ đảng viên, khen thưởng, quyết định về cán bộ, số định danh, số thẻ (mỗi lần mở có"
        " ghi lý do)."
    ) in said
    assert any(
        each.startswith("Người giữ deputy (nhập thay Người giữ secretary): ") for each in said
    )
    assert any("kỷ luật (mỗi lần mở có ghi lý do)" in each for each in said if "inspector" in each)


def test_a_former_place_is_said_to_be_former(office):
    (line,) = [each for each in sights(office, office.here.people[1]) if each.name == "Người giữ secretary"]  # fmt: skip
    assert not line.standing
    assert "trước đây là nơi người này sinh hoạt đảng" in line.sentence()
    assert "khen thưởng" not in line.sentence()


@pytest.mark.parametrize(
    ("which", "tie"),
    [(3, "trước đây là nơi người này công tác"), (4, "nơi người này giữ chức vụ"), (15, "nơi lập hồ sơ của người này")],
)  # fmt: skip
def test_work_post_and_record_are_told_apart(office, which, tie):
    found = sights(office, office.here.people[which])
    (line,) = [each for each in found if each.name == "Người giữ second-leader"]
    assert tie in line.sentence()


def test_whose_grant_or_account_has_ended_is_not_named(office):
    for person in office.here.people:
        names = {each.name for each in sights(office, person)}
        assert not names & {"Người giữ da-dong", "Người giữ da-thu", "Người giữ nobody"}


def test_a_member_sees_who_sees_the_own_file_and_no_other(office):
    own = office.here.people[10]
    found = sights(office, own, by="member")
    assert [each.sentence() for each in found[:1]] == [
        "Người giữ member: là chủ của hồ sơ này; xem toàn bộ."
    ]
    assert {each.name for each in found} == {each.name for each in sights(office, own)}
    assert not any(" tới ," in each.sentence() for each in found)  # places that are not named
    for person in {*office.here.people} - {own}:
        assert sights(office, person, by="member") == []


def test_whoever_may_not_see_grants_learns_nothing(office):
    for by in ("specialist", "clerk", "committee", "builder", "secretary", "deputy", "inspector"):
        for person in (office.here.people[0], office.here.people[10]):
            assert sights(office, person, by=by) == [], by


def test_a_leader_of_a_commune_asks_about_its_people_only(office):
    assert sights(office, office.here.people[0], by="commune_leader")
    for person in office.here.people[15:]:  # of another commune, of none
        assert sights(office, person, by="commune_leader") == []
        assert sights(office, person, by="leader")


def test_of_a_person_who_is_not_there_nothing_is_said(office):
    for by in ("keys", "leader", "member"):
        assert sights(office, 999_999, by=by) == []


def test_the_page_says_the_same(office):
    person = office.here.people[0]
    text = office.browser("leader").get(f"/quan-tri/ai-xem/{person}").content.decode()
    for each in sights(office, person):
        assert each.sentence() in text
    own = office.here.people[10]
    assert office.browser("member").get(f"/quan-tri/ai-xem/{own}").status_code == 200
    for name, address in (("member", person), ("clerk", person), ("leader", 999_999)):
        assert office.browser(name).get(f"/quan-tri/ai-xem/{address}").status_code == 404
