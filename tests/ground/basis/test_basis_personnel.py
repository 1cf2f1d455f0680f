"""Nhân sự chưa công bố — no name stands here before its paper is issued, unless a paper says so."""

from datetime import date, timedelta

import pytest
from actors import demo_actor
from django.db import connection
from world import TODAY, answer, paper, person, seat, small_world

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.models import Instrument, JournalEntry, kept_models
from thenchot.ground.basis.reads.parameters import personnel_open, personnel_switches
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind, PersonnelArea
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.organizations import rename_organization
from thenchot.ground.register.acts.posts import appoint

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TOMORROW = TODAY + timedelta(days=1)
NAME = "Bổ nhiệm đồng chí Trần Chưa Công Bố"


def unissued(kind=InstrumentKind.DECISION, issued_on=TOMORROW, year=TODAY.year, **more):
    return register_instrument(
        demo_actor(), TODAY, kind=kind, number_sign="99-QĐ/TU", issuer="Tỉnh ủy", abstract=NAME,
        issued_year=issued_on.year if issued_on else year, issued_on=issued_on, **more,
    )  # fmt: skip


def switch(area: PersonnelArea, value: int, from_day: date, by: int) -> None:
    record_parameter(
        demo_actor(), TODAY, key=area, values=[value], clause="Mục 2", verified=True,
        from_day=from_day, basis=by,
    )  # fmt: skip


def everything_written() -> str:
    """All text of every live and former row and of the journal."""
    tables = [name for model in kept_models() for name in (model._meta.db_table, model.History._meta.db_table)]  # fmt: skip
    with connection.cursor() as cursor:
        found = []
        for table in [*tables, "basis_journalentry", "basis_onetimekey"]:
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")
            found.append(cursor.fetchone()[0] or "")
    return " ".join(found)


def test_a_paper_about_people_waits_until_it_is_issued_and_leaves_no_trace():
    before = JournalEntry.objects.count(), Instrument.objects.count()
    for more in ({}, {"personnel": PersonnelArea.APPOINTMENT}):
        with pytest.raises(Refused, match="chỉ ghi sau khi ban hành"):
            unissued(**more)
    assert (JournalEntry.objects.count(), Instrument.objects.count()) == before
    assert "Chưa Công Bố" not in everything_written()


def test_so_nothing_can_rest_on_it():
    world = small_world()
    with pytest.raises(Refused, match="Không có văn bản căn cứ"):
        appoint(
            demo_actor(), TODAY, person=world.person, post=seat(world.root, world.founding),
            from_day=TOMORROW, basis=999_999,
        )  # fmt: skip


@pytest.mark.parametrize("kind", [InstrumentKind.PLAN, InstrumentKind.REGULATION])
def test_a_paper_that_names_nobody_may_be_recorded_beforehand(kind):
    assert answer(unissued(kind))


def test_a_decision_of_today_or_of_a_year_gone_by_is_recorded():
    assert answer(unissued(issued_on=TODAY))
    assert answer(unissued(issued_on=None, year=TODAY.year - 1))


def test_a_day_left_empty_is_no_way_round_it():
    with pytest.raises(Refused, match="phải có ngày ban hành"):
        unissued(issued_on=None)


def test_a_switch_opens_its_own_area_on_its_own_days():
    by = paper("5-TB/TU", date(2025, 1, 2))
    switch(PersonnelArea.APPOINTMENT, 1, date(2025, 2, 1), by)
    assert answer(unissued(personnel=PersonnelArea.APPOINTMENT))
    with pytest.raises(Refused, match="chỉ ghi sau khi ban hành"):
        unissued(personnel=PersonnelArea.PLANNING)
    assert not personnel_open(PersonnelArea.APPOINTMENT, date(2025, 1, 31))
    switch(PersonnelArea.APPOINTMENT, 0, date(2025, 3, 1), by)
    assert not personnel_open(PersonnelArea.APPOINTMENT, TODAY)
    shown = {each.area: each.open for each in personnel_switches(date(2025, 2, 5))}
    assert shown == dict.fromkeys(PersonnelArea, False) | {PersonnelArea.APPOINTMENT: True}


def test_a_switch_is_on_or_off():
    with pytest.raises(Refused, match=r"0 \(tắt\) hoặc 1"):
        switch(PersonnelArea.CONGRESS, 2, date(2025, 2, 1), paper("5-TB/TU"))


def test_nor_is_a_decision_recorded_together_with_its_effect():
    world = small_world()
    with pytest.raises(Refused, match="chỉ ghi sau khi ban hành"):
        rename_organization(
            demo_actor(), TODAY, organization=world.commune, name="Đảng bộ phường Thử",
            from_day=TOMORROW,
            basis=PaperRow(InstrumentKind.DECISION, "9-QĐ/TU", "Tỉnh ủy", NAME, TOMORROW),
        )  # fmt: skip


def test_a_person_may_be_recorded_on_a_paper_that_is_issued():
    assert person("Lê Đã Công Bố", paper("7-QĐ/TU"))
