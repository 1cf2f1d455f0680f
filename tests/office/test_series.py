"""Dãy số — one at a time gives the numbers of a type; two never give the same number on one day."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from django.db import IntegrityError, transaction
from office import as_owner
from papers import COPIES, TERM
from world import TODAY, answer, small_world

from thenchot.ground.basis.acts.act import Act, OpenAct
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.numbering import close_series, open_series
from thenchot.office.documents.models import Series
from thenchot.office.documents.rules.numbering import SeriesRow, overlap_faults
from thenchot.office.documents.words import Family, Right, SeriesBook

BEGUN = date(2025, 6, 1)
NEXT = replace(TERM, period="2025-2030", from_day=BEGUN)


class TestTheRule:
    """No database: which two series would give the same number."""

    @pytest.mark.parametrize(
        "other",
        [
            replace(NEXT, period="2025 - 2030"),
            replace(NEXT, letters="Qđ"),
            replace(NEXT, letters="QÐ"),  # another sign that looks alike
            replace(NEXT, letters=" QĐ "),
            replace(NEXT, organ_code="tu"),
            replace(NEXT, organ_code="TƯ"),
            replace(NEXT, organ_code="T U"),
            replace(NEXT, letters="Q.Đ."),
            replace(NEXT, letters=""),
            replace(NEXT, from_day=date(2020, 1, 1), until_day=date(2026, 1, 1)),
        ],
    )
    def test_they_would_give_one_number_twice(self, other):
        for new, held in ((NEXT, other), (other, NEXT)):
            (reason,) = overlap_faults(new, [("QĐ/TU", held)], "from_day")
            assert "QĐ/TU" in str(reason)
            assert reason.field == "from_day"

    @pytest.mark.parametrize(
        "other",
        [
            replace(NEXT, letters="NQ"),
            replace(NEXT, letters="ĐA"),
            replace(NEXT, organ_code="BTCTU"),
            replace(NEXT, book=SeriesBook.INTERNAL),
            replace(TERM, until_day=BEGUN),
        ],
    )
    def test_they_never_meet(self, other):
        of_projects = replace(NEXT, letters="DA")  # dự án, not đề án
        assert overlap_faults(NEXT, [("x", other)], "from_day") == []
        assert overlap_faults(of_projects, [("x", other)], "from_day") == []

    def test_the_reason_says_how_the_other_is_ended(self):
        (open_one,) = overlap_faults(NEXT, [("QĐ/TU 2020-2025", TERM)], "from_day")
        assert str(open_one) == (
            "Dãy số «QĐ/TU 2020-2025» từ 28/10/2020 cấp cùng số với dãy này. "
            "Ghi «Kết thúc dãy số» của dãy ấy trước, hoặc chọn những ngày không trùng."
        )
        ended = replace(TERM, until_day=date(2025, 7, 1))
        (told,) = overlap_faults(NEXT, [("QĐ/TU 2020-2025", ended)], "from_day")
        assert "từ 28/10/2020 đến hết 30/06/2025" in str(told)
        assert "Kết thúc" not in str(told)


@pytest.mark.django_db
@pytest.mark.database
class TestTheRegister:
    @pytest.fixture
    def here(self):
        return small_world()

    def refused(self, act, **words) -> list[str]:
        before = [
            list(each.objects.order_by("pk").values_list()) for each in (Series, JournalEntry)
        ]
        with pytest.raises(Refused) as refusal:
            act(demo_actor(), TODAY, **words)
        after = [list(each.objects.order_by("pk").values_list()) for each in (Series, JournalEntry)]
        assert after == before
        return [str(reason) for reason in refusal.value.reasons]

    def closed(self, series, day):
        return answer(close_series(demo_actor(), TODAY, series=series, until_day=day))

    def test_a_term_begins_when_the_one_before_has_ended(self, here):
        old = papers.series(here.root)
        for row in (NEXT, replace(NEXT, letters="Qđ"), replace(NEXT, letters="")):
            (said,) = self.refused(open_series, organization=here.root, row=row)
            assert "«QĐ/TU 2020-2025» từ 28/10/2020" in said
        self.closed(old, BEGUN)
        papers.series(here.root, NEXT)
        assert Series.objects.count() == 2

    def test_a_series_of_all_types_stands_beside_no_other_of_the_code(self, here):
        papers.series(here.root, replace(TERM, letters=""))
        assert "«/TU 2020-2025»" in self.refused(open_series, organization=here.root, row=TERM)[0]
        papers.series(here.root, replace(TERM, organ_code="ĐH"))
        papers.series(here.root, COPIES)
        papers.series(here.root, replace(TERM, book=SeriesBook.INTERNAL, period="nội bộ"))
        papers.series(here.commune)

    def test_every_reason_is_told_at_once(self, here):
        papers.series(here.root)
        wrong = replace(NEXT, period=" ")
        assert len(self.refused(open_series, organization=here.root, row=wrong)) == 2
        backwards = replace(NEXT, until_day=date(2025, 1, 1))
        assert len(self.refused(open_series, organization=here.root, row=backwards)) == 1

    @pytest.mark.parametrize("code", ["BTCTƯ", "BTC TU", "btctư"])
    def test_an_organ_code_is_written_together_with_u(self, here, code):
        row = replace(NEXT, letters="CV", organ_code=code)
        (said,) = self.refused(open_series, organization=here.root, row=row)
        assert said == "Ký hiệu cơ quan viết liền, không dấu cách, viết U không viết Ư."
        papers.series(here.root, replace(row, organ_code="BTCTU"))
        assert len(self.refused(open_series, organization=here.root, row=row)) == 2
        assert self.refused(
            open_series, organization=here.root, row=replace(row, letters="c.v", organ_code="BTCTU")
        )

    def test_a_year_left_open_is_ended_before_the_next(self, here):
        row = SeriesRow("KH", "UBND", Family.STATE, "2024", date(2024, 1, 1))
        old = papers.series(here.root, row)
        later = SeriesRow("KH", "UBND", Family.STATE, "2025", date(2025, 1, 1))
        assert self.refused(open_series, organization=here.root, row=later)
        self.closed(old, date(2025, 1, 1))
        papers.series(here.root, later)

    def test_one_that_has_ended_does_not_run_on_into_the_next(self, here):
        old = papers.series(here.root)
        self.closed(old, BEGUN)
        self.closed(old, date(2025, 6, 5))
        self.closed(old, BEGUN)
        papers.series(here.root, NEXT)
        (said,) = self.refused(close_series, series=old, until_day=date(2025, 6, 5))
        assert "2025-2030" in said

    def test_the_table_refuses_it_to_every_hand(self, here):
        papers.series(here.root)
        for letters, code in (("qđ", "TU"), ("QÐ", "T.Ư"), ("Q Đ", "tư")):
            with transaction.atomic(), pytest.raises(Refused, match="Một dãy số khác") as refusal:
                beside(here.root, letters, code)
            assert isinstance(refusal.value.__cause__, IntegrityError)
        assert Series.objects.count() == 1


@pytest.mark.database
def test_a_pair_older_than_the_rule_may_be_ended_and_not_grow(server, committed):
    here = small_world()
    papers.series(here.root)
    with as_owner(server, committed) as owner:
        owner.execute("ALTER TABLE documents_series DISABLE TRIGGER alone_new")
    beside(here.root)
    twin = Series.objects.get(period="khác").pk
    close_series(demo_actor(), TODAY, series=twin, until_day=date(2025, 7, 1))
    with pytest.raises(Refused, match="cấp cùng số"):
        close_series(demo_actor(), TODAY, series=twin, until_day=date(2025, 8, 1))
    close_series(demo_actor(), TODAY, series=twin, until_day=date(2025, 6, 15))
    assert Series.objects.get(pk=twin).until_day == date(2025, 6, 15)


def beside(organization: int, letters: str = "qđ", organ_code: str = "TU") -> None:
    """A second series of the same letters, written past the rule of the act."""

    def added(opened: OpenAct) -> None:
        Series.objects.create(
            entry=opened.entry, organization_id=organization, letters=letters, organ_code=organ_code,
            form=Family.PARTY, period="khác", from_day=BEGUN,
        )  # fmt: skip

    Act(added, Right.SET_NUMBERING, "Mở dãy số")(demo_actor(), TODAY)
