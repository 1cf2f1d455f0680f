"""Cấp số cùng lúc — sixty-four writers on connections of their own, some cut off: no gap, no double."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random

import papers
import pytest
from actors import demo_actor
from django.db import connection, transaction
from papers import ARRIVED, DECISION, TERM, came
from world import TODAY, small_world

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.office.documents.acts.numbering import issue_number, reserve_number
from thenchot.office.documents.acts.receiving import receive_paper
from thenchot.office.documents.models import Incoming, Outgoing, Series

pytestmark = pytest.mark.database
WRITERS, ROUNDS, CUT_OFF = 64, 5, 20  # one in twenty is rolled back


class CutOff(Exception):
    """The line fails after the number was given, the journal line closed."""


def race(one) -> Counter:
    """Each writer does its rounds, all beginning together; counts what was kept and what was cut off."""
    rounds = range(WRITERS * ROUNDS)
    cut = set(Random(9).sample(rounds, len(rounds) // CUT_OFF))
    ready = threading.Barrier(WRITERS)

    def writer(first: int) -> Counter:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            ready.wait(60)
            return Counter(_kept(one, each, each in cut) for each in rounds[first::WRITERS])
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return sum(pool.map(writer, range(WRITERS)), Counter())


def _kept(one, each: int, cut: bool) -> bool:
    try:
        with transaction.atomic():
            one(each)
            if cut:
                raise CutOff
    except CutOff:
        return False
    return True


def run_without_gap_or_double(numbers, kept: int) -> None:
    assert sorted(numbers) == list(range(1, kept + 1))


def test_numbers_of_one_series_taken_by_sixty_four_at_once(committed):
    of = papers.series(small_world().root, TERM)
    before = JournalEntry.objects.count()

    def one(each: int) -> None:
        asked = {"series": of, "given_on": TODAY}
        if each % 3:
            issue_number(demo_actor(), TODAY, row=DECISION, **asked)
        else:
            reserve_number(demo_actor(), TODAY, **asked)

    counted = race(one)
    assert counted[False] == WRITERS * ROUNDS // CUT_OFF
    run_without_gap_or_double(Outgoing.objects.values_list("number", flat=True), counted[True])
    assert Series.objects.get().last == counted[True]
    issued = Outgoing.objects.filter(basis__isnull=False)
    assert {(each.number, each.basis.number_sign) for each in issued.select_related("basis")} == {
        (number, f"{number:02d}-QĐ/TU") for number in issued.values_list("number", flat=True)
    }
    assert JournalEntry.objects.count() == before + counted[True]
    assert not verify_journal().faults


def test_numbers_of_papers_received_by_sixty_four_at_once(committed):
    root = small_world().root
    counted = race(
        lambda each: receive_paper(
            demo_actor(), TODAY, organization=root, basis=came(f"{each + 1}-CV/BTCTW"),
            arrival=ARRIVED,
        )
    )  # fmt: skip
    run_without_gap_or_double(Incoming.objects.values_list("number", flat=True), counted[True])
    assert not verify_journal().faults
