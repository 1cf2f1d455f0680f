"""Việc và nhật ký — success, refusal, nothing changed on refusal."""

import unicodedata
from datetime import date, timedelta

import pytest
from django.utils import timezone
from world import TODAY, paper, person, seat, small_world, unit

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.instruments import complete_instrument_day, register_instrument
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import Instrument, JournalChange, JournalEntry, OneTimeKey
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import AlreadyAnswered, NotAllowed, Refused
from thenchot.ground.register.acts.organizations import (
    end_organization,
    move_organization,
    rename_organization,
)
from thenchot.ground.register.acts.posts import appoint, end_posting
from thenchot.ground.register.models import OrganizationSpell, Posting, PostSpell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def state() -> tuple[int, int, int]:
    return (
        JournalEntry.objects.count(),
        JournalChange.objects.count(),
        OrganizationSpell.objects.count(),
    )


def ends(model=OrganizationSpell):
    return [
        (fact.pk, fact.effective, fact.basis_id, fact.ended_by_id, fact.fixed_term)
        for fact in model.objects.order_by("pk")
    ]


def test_an_act_writes_facts_and_one_numbered_line(actor):
    small_world()
    last = JournalEntry.objects.order_by("-seq")[0]
    assert last.sentence == "Ghi quyết định bổ nhiệm Nguyễn Thị Mô Phỏng: Bí thư"
    assert last.instrument == "Quyết định số 15-QĐ/TU, 01/03/2021"
    assert last.seq == JournalEntry.objects.count()
    assert not verify_journal().faults


def test_a_refusal_gives_every_reason_and_changes_nothing(actor):
    before = state()
    with pytest.raises(Refused) as refusal:
        register_instrument(
            actor, TODAY, kind=InstrumentKind.PLAN, number_sign=" ", issuer="", abstract="",
            issued_year=1800, issued_on=date(2024, 1, 1),
        )  # fmt: skip
    assert [reason.field for reason in refusal.value.reasons] == [
        "number_sign", "issuer", "abstract", "issued_year", "issued_on",
    ]  # fmt: skip
    assert state() == before


def test_the_same_paper_is_recorded_once(actor):
    paper("07-KH/TU")
    before = state()
    with pytest.raises(Refused, match="đã có trong sổ"):
        paper("07-KH/TU")
    assert state() == before


def test_an_nfd_or_doubled_blank_name_is_stored_in_one_spelling(actor):
    root = unit(unicodedata.normalize("NFD", "Đảng  bộ tỉnh  Thử"), None, paper("1-QĐ/TU"))
    assert OrganizationSpell.objects.get(organization=root).name == "Đảng bộ tỉnh Thử"


def test_a_name_typed_twice_is_refused(actor):
    with pytest.raises(Refused, match="gõ hai lần"):
        person("Nguyễn Văn Thử Nguyễn Văn Thử", paper("1-QĐ/TU"))


def test_without_the_right_nothing_is_written(actor):
    basis, before = paper("1-QĐ/TU"), state()
    with pytest.raises(NotAllowed, match="chưa được giao quyền"):
        rename_organization(
            Actor("x", "Người khác"), TODAY, organization=1, name="A", from_day=TODAY, basis=basis
        )
    assert state()[0] == before[0]


def test_a_right_in_another_unit_does_not_reach_here(actor):
    world = small_world()
    stranger = Actor("x", "Người khác", {"register.ghi_to_chuc": frozenset({world.root + 99})})
    with pytest.raises(NotAllowed):
        rename_organization(
            stranger, TODAY, organization=world.commune, name="A", from_day=TODAY,
            basis=world.founding,
        )  # fmt: skip


def test_a_replayed_key_gives_the_first_answer(actor):
    world = small_world()
    words = {
        "organization": world.commune,
        "name": "Đảng bộ phường Thử",
        "from_day": date(2024, 5, 1),
        "basis": world.founding,
    }
    first = rename_organization.once("phieu-1")(actor, TODAY, **words)
    lines = JournalEntry.objects.count()
    again = rename_organization.once("phieu-1")(actor, TODAY, **words)
    assert (again.entry, again.answer, again.replayed) == (first.entry, first.answer, True)
    assert JournalEntry.objects.count() == lines


def test_a_replayed_key_with_another_content_is_refused(actor):
    world = small_world()
    words = {
        "organization": world.commune,
        "name": "Đảng bộ phường Thử",
        "from_day": date(2024, 5, 1),
        "basis": world.founding,
    }
    rename_organization.once("phieu-1")(actor, TODAY, **words)
    with pytest.raises(AlreadyAnswered):
        rename_organization.once("phieu-1")(actor, TODAY, **(words | {"name": "Khác"}))


def test_a_key_is_forgotten_after_thirty_days(actor):
    world = small_world()
    words = {"organization": world.commune, "from_day": date(2024, 5, 1), "basis": world.founding}
    rename_organization.once("phieu-1")(actor, TODAY, name="Tên mới", **words)
    OneTimeKey.objects.update(made_at=timezone.now() - timedelta(days=31))
    later = words | {"from_day": date(2024, 6, 1)}
    done = rename_organization.once("phieu-1")(actor, TODAY, name="Tên mới nữa", **later)
    assert not done.replayed
    assert OneTimeKey.objects.count() == 1


def test_a_refused_act_does_not_use_its_key_up(actor):
    world = small_world()
    words = {"organization": world.commune, "from_day": date(2024, 5, 1), "basis": world.founding}
    with pytest.raises(Refused):
        rename_organization.once("phieu-2")(actor, TODAY, name="", **words)
    assert rename_organization.once("phieu-2")(actor, TODAY, name="Tên mới", **words).answer


def test_annulling_a_rename_restores_the_former_days_and_papers(actor):
    world = small_world()
    before = ends()
    renaming = paper("20-QĐ/TU", date(2024, 4, 1))
    rename_organization(
        actor,
        TODAY,
        organization=world.commune,
        name="Tên mới",
        from_day=date(2024, 5, 1),
        basis=renaming,
    )
    annul_instrument(
        actor, TODAY, instrument=renaming, by_paper=paper("21-QĐ/TU"), reason="Sai thẩm quyền"
    )
    assert ends() == before
    assert not verify_journal().faults
    with pytest.raises(Refused, match="đã bị hủy bỏ"):
        rename_organization(
            actor,
            TODAY,
            organization=world.commune,
            name="Tên nữa",
            from_day=date(2024, 5, 1),
            basis=renaming,
        )


def test_annulling_the_founding_paper_is_refused_with_the_facts_that_stand_on_it(actor):
    world = small_world()
    before = ends()
    with pytest.raises(Refused) as refusal:
        annul_instrument(
            actor, TODAY, instrument=world.founding, by_paper=paper("9-QĐ/TU"), reason="x"
        )
    assert any("15-QĐ/TU" in str(reason) for reason in refusal.value.reasons)
    assert ends() == before


def test_repealing_an_appointment_ends_it_from_the_day(actor):
    world = small_world()
    appointing = Posting.objects.get(pk=world.posting).basis_id
    repeal_instrument(
        actor,
        TODAY,
        instrument=appointing,
        from_day=date(2023, 1, 1),
        by_paper=paper("9-QĐ/TU"),
        reason="Thu hồi",
    )
    assert Posting.objects.get(pk=world.posting).effective == DayRange(
        date(2021, 3, 1), date(2023, 1, 1)
    )


def test_repealing_the_paper_of_a_post_names_who_still_holds_it(actor):
    world = small_world()
    with pytest.raises(Refused, match="Còn sự kiện dựa vào"):
        repeal_instrument(
            actor,
            TODAY,
            instrument=world.founding,
            from_day=date(2023, 1, 1),
            by_paper=paper("9-QĐ/TU"),
            reason="x",
        )


def test_a_correction_keeps_the_old_version_in_history(actor):
    world = small_world()
    correct_fact(
        actor, TODAY, kind="register.Posting", fact=world.posting,
        changes={"effective": DayRange(date(2021, 4, 1))}, by_paper=paper("9-QĐ/TU"), reason="Gõ nhầm ngày",
    )  # fmt: skip
    assert Posting.objects.get(pk=world.posting).effective.start == date(2021, 4, 1)
    assert Posting.History.objects.get(id=world.posting).effective.start == date(2021, 3, 1)


def test_a_correction_outside_the_life_of_the_post_is_refused(actor):
    world = small_world()
    before = ends(Posting)
    with pytest.raises(Refused):
        correct_fact(
            actor, TODAY, kind="register.Posting", fact=world.posting,
            changes={"effective": DayRange(date(2019, 4, 1))}, by_paper=paper("9-QĐ/TU"), reason="x",
        )  # fmt: skip
    assert ends(Posting) == before


def test_a_correction_without_reason_of_an_unknown_column_says_both(actor):
    world = small_world()
    with pytest.raises(Refused) as refusal:
        correct_fact(
            actor, TODAY, kind="register.Posting", fact=world.posting, changes={"basis": 1},
            by_paper=world.founding, reason=" ",
        )  # fmt: skip
    assert len(refusal.value.reasons) == 2


def test_a_post_is_held_by_one_person_at_a_time(actor):
    world = small_world()
    other = person("Trần Thị Mô Phỏng", world.founding)
    before = ends(Posting)
    with pytest.raises(Refused, match="đã có người giữ"):
        appoint(
            actor,
            TODAY,
            person=other,
            post=world.post,
            from_day=date(2022, 1, 1),
            basis=world.founding,
        )
    assert ends(Posting) == before


def test_leaving_a_post_frees_it_from_that_day(actor):
    world = small_world()
    end_posting(
        actor, TODAY, posting=world.posting, from_day=date(2022, 1, 1), basis=paper("9-QĐ/TU")
    )
    other = person("Trần Thị Mô Phỏng", world.founding)
    appoint(
        actor, TODAY, person=other, post=world.post, from_day=date(2022, 1, 1), basis=world.founding
    )


def test_an_organization_does_not_end_while_a_post_stands_in_it(actor):
    world = small_world()
    before = ends()
    with pytest.raises(Refused, match="Bí thư"):
        end_organization(
            actor,
            TODAY,
            organization=world.commune,
            from_day=date(2024, 1, 1),
            basis=world.founding,
        )
    assert ends() == before


def test_an_organization_never_moves_below_itself(actor):
    world = small_world()
    below = unit("Chi bộ ấp Thử", world.commune, world.founding)
    with pytest.raises(Refused, match="dưới chính nó"):
        move_organization(
            actor,
            TODAY,
            organization=world.commune,
            parent=below,
            from_day=date(2024, 1, 1),
            basis=world.founding,
        )


def test_an_appointment_outside_the_life_of_post_and_person_says_both(actor):
    world = small_world()
    with pytest.raises(Refused) as refusal:
        appoint(
            actor,
            TODAY,
            person=world.person,
            post=world.post,
            from_day=date(2010, 1, 1),
            until=date(2009, 1, 1),
            basis=world.founding,
        )
    assert {reason.field for reason in refusal.value.reasons} == {"until", "post", "person"}


def test_a_day_in_print_is_completed_once(actor):
    done = register_instrument(
        actor,
        TODAY,
        kind=InstrumentKind.PLAN,
        number_sign="295-KH/TU",
        issuer="Tỉnh ủy",
        abstract="Đại hội",
        issued_year=2024,
    )
    assert str(Instrument.objects.get(pk=done.answer)).endswith("năm 2024")
    with pytest.raises(Refused, match="thuộc năm 2024"):
        complete_instrument_day(actor, TODAY, instrument=done.answer, issued_on=date(2023, 1, 1))
    complete_instrument_day(actor, TODAY, instrument=done.answer, issued_on=date(2024, 8, 1))
    with pytest.raises(Refused, match="đã có ngày"):
        complete_instrument_day(actor, TODAY, instrument=done.answer, issued_on=date(2024, 8, 2))


def test_a_post_needs_a_living_organization(actor):
    world = small_world()
    with pytest.raises(Refused, match="không tồn tại"):
        seat(world.commune, world.founding, date(2001, 1, 1))


def test_annulling_an_end_brings_back_the_earlier_paper_that_had_set_one(actor):
    world = small_world()
    later, sooner, name = paper("70-QĐ/TU"), paper("71-QĐ/TU"), paper("72-QĐ/TU")
    alone = unit("Đơn vị Thử", None, world.founding)
    end_organization(actor, TODAY, organization=alone, from_day=date(2024, 6, 1), basis=later)
    end_organization(actor, TODAY, organization=alone, from_day=date(2024, 2, 1), basis=sooner)
    rename_organization(
        actor, TODAY, organization=alone, name="Tên giữa", from_day=date(2024, 1, 1), basis=name
    )
    annul_instrument(
        actor, TODAY, instrument=sooner, by_paper=paper("73-QĐ/TU"), reason="ghi nhầm ngày"
    )
    last = OrganizationSpell.objects.filter(organization=alone).order_by("effective").last()
    assert (last.effective.until, last.ended_by_id) == (date(2024, 6, 1), later)


def repeal(actor, instrument, day, number="80-QĐ/TU"):
    repeal_instrument(
        actor, TODAY, instrument=instrument, from_day=day, by_paper=paper(number), reason="thay thế"
    )


def test_nothing_back_dated_enters_the_days_of_a_repealed_paper(actor):
    world = small_world()
    own = paper("70-QĐ/TU")
    alone = unit("Đơn vị Thử", None, own)
    repeal(actor, own, date(2024, 6, 1))
    before = state()
    with pytest.raises(Refused, match="đã bị bãi bỏ từ 01/06/2024"):
        rename_organization(
            actor, TODAY, organization=alone, name="Khác", from_day=date(2023, 1, 1), basis=world.founding
        )  # fmt: skip
    assert state() == before


def test_a_unit_its_post_and_who_holds_it_end_with_the_one_paper_that_opened_them(actor):
    world, own = small_world(), paper("70-QĐ/TU")
    alone = unit("Đơn vị Thử", None, own)
    post = seat(alone, own)
    held = {"person": world.person, "post": post, "from_day": date(2024, 2, 1), "basis": own}
    appoint(actor, TODAY, **held)
    repeal(actor, own, date(2024, 6, 1))
    found = [*ends(OrganizationSpell), *ends(PostSpell), *ends(Posting)]
    until = [effective.until for _, effective, basis, *_ in found if basis == own]
    assert until == [date(2024, 6, 1)] * 3


def test_a_repeal_says_of_every_kind_of_fact_that_it_has_not_begun(actor):
    own = paper("70-QĐ/TU")
    small_world()
    seat(unit("Đơn vị Thử", None, own), own)
    before = [*ends(OrganizationSpell), *ends(PostSpell)]
    with pytest.raises(Refused) as refusal:
        repeal(actor, own, date(2019, 6, 1))
    assert len(refusal.value.reasons) == 2
    assert [*ends(OrganizationSpell), *ends(PostSpell)] == before


def test_an_annulment_does_not_bring_back_what_a_repealed_paper_founded(actor):
    small_world()
    own, name = paper("70-QĐ/TU"), paper("71-QĐ/TU")
    alone = unit("Đơn vị Thử", None, own)
    rename_organization(
        actor, TODAY, organization=alone, name="Khác", from_day=date(2023, 1, 1), basis=name
    )
    repeal(actor, own, date(2024, 6, 1))
    by = paper("81-QĐ/TU")
    before = state()
    with pytest.raises(Refused, match="hãy ghi quyết định mới"):
        annul_instrument(actor, TODAY, instrument=name, by_paper=by, reason="sai")
    assert state() == before


def test_a_paper_overtaken_by_later_ones_has_nothing_left_to_repeal(actor):
    world = small_world()
    later, sooner = paper("70-QĐ/TU"), paper("71-QĐ/TU")
    alone = unit("Đơn vị Thử", None, world.founding)
    end_organization(actor, TODAY, organization=alone, from_day=date(2024, 6, 1), basis=later)
    end_organization(actor, TODAY, organization=alone, from_day=date(2024, 2, 1), basis=sooner)
    with pytest.raises(Refused, match="không còn gì để bãi bỏ"):
        repeal(actor, later, date(2024, 7, 1))
