"""Ngày hoán đổi — recorded with its notice, each day once, only where it changes what the law says."""

from datetime import date

import pytest
from actors import demo_actor
from world import TODAY, paper

from thenchot.ground.basis.acts.calendar import exchange_days, withdraw_exchanged_day
from thenchot.ground.basis.models import ExchangedDay, JournalEntry
from thenchot.ground.basis.reads.calendar import exchanged_days, exchanged_lines
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.plain.working_days import DayRow, Exchanged

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TUESDAY, SATURDAY = date(2025, 6, 3), date(2025, 5, 31)
NOTICE = [DayRow(TUESDAY, works=False), DayRow(SATURDAY, works=True)]


def test_a_notice_exchanges_days_and_the_calendar_tells_them_with_it():
    notice = paper("81-TB/TU")
    exchange_days(demo_actor(), TODAY, days=NOTICE, basis=notice)
    assert exchanged_days() == Exchanged(frozenset({TUESDAY}), frozenset({SATURDAY}))
    assert [(each.day, each.works, each.paper.id) for each in exchanged_lines()] == [
        (TUESDAY, False, notice), (SATURDAY, True, notice),
    ]  # fmt: skip
    assert "03/06/2025, 31/05/2025" in JournalEntry.objects.latest("opened_at").sentence
    withdraw_exchanged_day(demo_actor(), TODAY, day=SATURDAY, reason="Ghi nhầm")
    assert exchanged_days() == Exchanged(frozenset({TUESDAY}))
    assert not verify_journal().faults


def test_every_reason_is_told_at_once_and_nothing_changed():
    notice = paper("81-TB/TU")
    exchange_days(demo_actor(), TODAY, days=NOTICE[:1], basis=notice)
    before = list(ExchangedDay.objects.values_list()), JournalEntry.objects.count()
    rows = [
        NOTICE[0], DayRow(SATURDAY, works=False), DayRow(date(2025, 6, 4), works=True), NOTICE[1],
        NOTICE[1],
    ]  # fmt: skip
    with pytest.raises(Refused) as refusal:
        exchange_days(demo_actor(), TODAY, days=rows, basis=notice)
    assert [(str(each), each.field) for each in refusal.value.reasons] == [
        ("Ngày 03/06/2025 đã ghi là ngày hoán đổi.", "1.day"),
        ("Ngày 31/05/2025 vốn là ngày nghỉ.", "2.day"),
        ("Ngày 04/06/2025 vốn là ngày làm việc.", "3.day"),
        ("Ngày 31/05/2025 đã ghi là ngày hoán đổi.", "4.day"),
        ("Ngày 31/05/2025 đã ghi là ngày hoán đổi.", "5.day"),
    ]
    with pytest.raises(Refused) as refusal:
        withdraw_exchanged_day(demo_actor(), TODAY, day=SATURDAY, reason=" ")
    assert [each.field for each in refusal.value.reasons] == ["reason", "day"]
    assert (list(ExchangedDay.objects.values_list()), JournalEntry.objects.count()) == before


def test_only_the_right_in_the_whole_office_writes_the_calendar():
    notice = paper("81-TB/TU")
    clerk = Actor("thu", "Văn thư", {str(Right.RECORD_PARAMETER): frozenset({1})})
    with pytest.raises(NotAllowed):
        exchange_days(clerk, TODAY, days=NOTICE, basis=notice)
    assert not ExchangedDay.objects.exists()
