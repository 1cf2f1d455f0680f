"""Quy ước theo ngày — types and organ codes are rows with days: a paper is read by those of its day, numbered by today's."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from papers import TERM
from world import TODAY, answer, small_world

from thenchot.doors.web.recording.citation import kind_of_sign
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.headings import Head
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.numbering import issue_number, open_series, reserve_number
from thenchot.office.documents.models import Outgoing, Series
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.citations import citations_in
from thenchot.office.documents.rules.exported import exported_lines
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.numbering import organ_faults
from thenchot.office.documents.rules.signs import issuer_said
from thenchot.office.documents.words import DocumentType, Family, OrganCode, RegisterColumn

SHIPPED = shipped_grammar()
CHANGE = date(2026, 1, 9)
GRAMMAR = Grammar(
    (
        DocumentType(Family.PARTY, "Quy định", "QyĐ", (), ("quy định",), None, CHANGE),
        DocumentType(Family.PARTY, "Quy định", "QĐ", ("QyĐ",), ("quy định",), CHANGE),
        DocumentType(Family.PARTY, "Quy chế", "QC", (), ("quy chế",), None, CHANGE, "cũ"),
        DocumentType(Family.PARTY, "Quy ước", "QC", (), ("quy ước",), CHANGE, None, "mới"),
        DocumentType(Family.STATE, "Quy định", "QyĐ", (), ("quy định",), date(2020, 3, 5)),
    ),
    (
        OrganCode("HU", Family.PARTY, "Huyện ủy", True, None, date(2025, 7, 1), "hết cấp huyện"),
        OrganCode("BTG", Family.PARTY, "Ban tuyên giáo", True, None, date(2025, 6, 13)),
        OrganCode("BTG", Family.PARTY, "Ban tên mới", True, date(2025, 6, 13)),
        OrganCode("TU", Family.PARTY, "Tỉnh ủy"),
    ),
)  # fmt: skip
BEFORE, AFTER = date(2025, 3, 1), date(2026, 6, 1)


def names(found) -> list[tuple[str, str]]:
    return [(each.name, each.abbreviation) for each in found]


class TestLookUp:
    def test_each_family_answers_with_the_rows_of_the_day(self):
        assert names(GRAMMAR.called("quy định", BEFORE)) == [
            ("Quy định", "QyĐ"),
            ("Quy định", "QyĐ"),
        ]
        assert names(GRAMMAR.called("quy định", AFTER)) == [("Quy định", "QĐ"), ("Quy định", "QyĐ")]
        assert names(GRAMMAR.abbreviated("QC", Family.PARTY, BEFORE)) == [("Quy chế", "QC")]
        assert names(GRAMMAR.abbreviated("QC", Family.PARTY, AFTER)) == [("Quy ước", "QC")]

    def test_without_a_day_every_row_is_read_the_newest_of_a_type_alone(self):
        assert names(GRAMMAR.called("quy định")) == [("Quy định", "QĐ"), ("Quy định", "QyĐ")]
        assert {name for name, _ in names(GRAMMAR.abbreviated("QC"))} == {"Quy chế", "Quy ước"}

    def test_a_family_without_rows_of_the_day_is_read_all_the_same(self):
        assert names(GRAMMAR.called("quy ước", BEFORE)) == [("Quy ước", "QC")]
        assert names(SHIPPED.abbreviated("NQ", Family.PARTY, date(1999, 1, 1))) == [
            ("Nghị quyết", "NQ")
        ]

    def test_a_code_borne_by_two_is_of_the_one_of_the_day(self):
        assert issuer_said("5-QC/BTG", GRAMMAR, BEFORE) == "Ban tuyên giáo"
        assert issuer_said("5-QC/BTG", GRAMMAR, AFTER) == "Ban tên mới"
        assert issuer_said("5-QC/HU", GRAMMAR, AFTER) == "Huyện ủy"  # read though it is former


class TestReading:
    def test_a_citation_is_read_by_the_day_it_says(self):
        for day, kind in (("01/3/2025", "Quy chế"), ("01/6/2026", "Quy ước")):
            (found,) = citations_in(f"số 12-QC/TU, ngày {day}", GRAMMAR)
            assert found.type == kind

    def test_former_organs_are_still_read(self):
        for said in ("311-QĐ/HU, ngày 25/03/2021", "311-QĐ/HU", "311-QĐ/HU, ngày 25/03/2026"):
            (found,) = citations_in(f"Quyết định số {said}", SHIPPED)
            assert (found.type, found.sign.organ) == ("Quyết định", "HU")

    def test_a_line_of_another_systems_register_by_its_day(self):
        columns = {0: RegisterColumn.SIGN, 1: RegisterColumn.ISSUED, 2: RegisterColumn.ABSTRACT}
        head = Head(["Số", "Ngày", "Trích yếu"], 1)
        rows = [["a", "b", "c"], ["12-QĐ/TU", "01/03/2025", "về việc thử"]]
        (line,) = exported_lines(rows, head, columns, "Tỉnh ủy", TODAY, SHIPPED)
        assert line.row.kind is InstrumentKind.DECISION
        assert kind_of_sign("12-QĐ/TU", BEFORE) is InstrumentKind.DECISION


class TestTheTables:
    def test_no_type_of_a_family_stands_in_two_rows_on_one_day(self):
        for one in SHIPPED.types:
            others = [
                each for each in SHIPPED.types
                if (each.family, each.name) == (one.family, one.name) and each is not one
            ]  # fmt: skip
            assert not any(one.days.overlaps(each.days) for each in others), one

    def test_every_row_says_where_it_is_from(self):
        assert all(each.source for each in (*SHIPPED.types, *SHIPPED.organs))

    @pytest.mark.parametrize(("day", "source"), [(BEFORE, "66-QĐ/TW"), (AFTER, "399-QĐ/TW")])
    def test_a_type_of_the_party_rests_on_the_regulation_of_its_day(self, day, source):
        (found,) = (each for each in SHIPPED.called("chỉ thị", day) if each.family is Family.PARTY)
        assert found.source.startswith(source)

    def test_the_codes_of_districts_end_with_them(self):
        for code in ("HU", "QU", "ThU", "TXU"):
            found = SHIPPED.listed(code)
            assert found.days.holds_on(date(2025, 6, 30))
            assert not found.days.holds_on(date(2025, 7, 1))

    @pytest.mark.parametrize("code", ["BTGTU", "BDVTU", "BTGDVTU"])
    def test_a_code_whose_last_day_differs_from_place_to_place_refuses_nothing(self, code):
        assert SHIPPED.listed(code)
        assert not organ_faults(code, AFTER, SHIPPED, "organ_code")


@pytest.mark.parametrize(
    ("code", "day", "told"),
    [
        ("HU", date(2025, 6, 30), False), ("HU", date(2025, 7, 1), True), ("TU", AFTER, False),
        ("HU-VP", AFTER, False), ("KHAC", AFTER, False),
    ],
)  # fmt: skip
def test_a_code_out_of_use_is_told_with_its_source(code, day, told):
    found = [str(each) for each in organ_faults(code, day, GRAMMAR, "organ_code")]
    assert found == ["Ngày 01/07/2025 không dùng ký hiệu «HU» (Huyện ủy): hết cấp huyện."] * told


@pytest.mark.database
@pytest.mark.django_db
class TestNumbering:
    JULY = date(2025, 7, 1)

    @pytest.fixture
    def here(self):
        return small_world()

    def refused(self, act, **words) -> list[str]:
        tables = (Series, Outgoing, JournalEntry)
        before = [list(each.objects.order_by("pk").values_list()) for each in tables]
        with pytest.raises(Refused) as refusal:
            act(demo_actor(), self.JULY, **words)
        assert [list(each.objects.order_by("pk").values_list()) for each in tables] == before
        return [str(each) for each in refusal.value.reasons]

    def test_no_series_begins_under_a_code_out_of_use(self, here):
        row = replace(TERM, organ_code="HU", from_day=self.JULY)
        (reason,) = self.refused(open_series, organization=here.commune, row=row)
        assert "không dùng ký hiệu «HU» (Huyện ủy)" in reason

    def test_one_of_before_gives_its_last_number_the_day_before(self, here):
        of = answer(
            open_series(
                demo_actor(), TODAY, organization=here.commune, row=replace(TERM, organ_code="HU")
            )
        )
        papers.issued(of, day=date(2025, 6, 3))
        for act, words in ((issue_number, {"row": papers.DECISION}), (reserve_number, {})):
            (reason,) = self.refused(act, series=of, given_on=self.JULY, **words)
            assert "không dùng ký hiệu «HU»" in reason
        reserve_number(demo_actor(), self.JULY, series=of, given_on=date(2025, 6, 30))
