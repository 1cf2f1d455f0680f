"""Quan hệ giữa văn bản — recorded, joined when the cited paper comes, never in a circle; what is in force."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from papers import received, related, unwritten
from world import TODAY, answer, paper, small_world

from thenchot.ground.basis.acts.instruments import complete_instrument_day, register_instrument
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.acts.undo import undo
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.numbering import cancel_number
from thenchot.office.documents.acts.relating import join_cited, relate_papers, withdraw_relation
from thenchot.office.documents.models import Incoming, Outgoing, Relation
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.reads.relations import changes_to, forces_on, in_force, ties_of
from thenchot.office.documents.rules.relating import (
    Change,
    RelationRow,
    competence_faults,
    force_on,
    issuer_cited,
    relation_faults,
)
from thenchot.office.documents.words import DATED, INVERSE, Force, RelationKind, Right

DAY = date(2025, 3, 1)
Kind = RelationKind


@pytest.mark.parametrize(
    ("changes", "ends", "annulled", "force"),
    [
        ((), (), False, Force.IN_FORCE),
        ((), (), True, Force.ANNULLED),
        ((Change(Kind.AMENDS, DAY),), (), False, Force.CHANGED),
        ((Change(Kind.REPEALS, DAY, "Điều 3"), Change(Kind.AMENDS, DAY)), (), False, Force.PARTLY),
        ((Change(Kind.REPLACES, DAY),), (), False, Force.ENDED),
        ((Change(Kind.RECALLS, DAY),), (), False, Force.ENDED),
        ((Change(Kind.REPLACES, date(2025, 3, 2)),), (), False, Force.IN_FORCE),
        ((), (DAY,), False, Force.ENDED),
        ((), (date(2025, 3, 2),), False, Force.IN_FORCE),
    ],
)
def test_what_is_in_force_is_read_from_what_others_did_by_that_day(changes, ends, annulled, force):
    assert force_on(DAY, date(2024, 1, 1), changes, ends, annulled=annulled) is force


def test_what_has_only_cancelled_numbers_never_holds():
    assert force_on(DAY, date(2024, 1, 1), (), cancelled=True) is Force.CANCELLED
    assert force_on(DAY, date(2024, 1, 1), (), annulled=True, cancelled=True) is Force.ANNULLED
    assert not Force.CANCELLED.holds


def test_nothing_holds_before_its_day():
    assert force_on(DAY, date(2025, 3, 2), (), ()) is Force.NOT_YET


@pytest.mark.parametrize("kind", RelationKind)
def test_each_kind_asks_for_a_day_of_effect_just_where_it_changes_the_other(kind):
    without = relation_faults(RelationRow(kind, 1), DAY, DAY)
    with_day = relation_faults(RelationRow(kind, 1, from_day=DAY), DAY, DAY)
    assert (bool(without), bool(with_day)) == ((True, False) if kind in DATED else (False, True))
    assert INVERSE[kind] != kind.label or kind is Kind.PROMULGATES


def test_a_relation_is_refused_with_every_reason():
    row = RelationRow(Kind.IMPLEMENTS, None, " ", "Điều 1", date(2025, 2, 1))
    assert {fault.field for fault in relation_faults(row, DAY, date(2025, 4, 1))} == {
        "to", "from_day", "part",
    }  # fmt: skip
    assert len(relation_faults(row, DAY, date(2025, 4, 1))) == 5


@pytest.mark.parametrize("kind", [*DATED, Kind.CORRECTS])
@pytest.mark.parametrize(
    ("sign", "other", "may"),
    [
        ("5502-CV/HU", "329-QĐ/TW", False),
        ("10-QĐ/TU", "329-QĐ/TW", False),
        ("12-CV/BTCTU", "40-HD/BTCTW", False),
        ("02-QĐ/ĐU", "10-QĐ/TU", False),
        ("02-NQ/CB", "01-QĐ/ĐU", False),
        ("329-QĐ/TW", "10-QĐ/TU", True),
        ("10-QĐ/TU", "5502-CV/HU", True),
        ("20-CV/BTCTU", "19-CV/VPTU", True),  # another body of the same level
        ("02-QĐ/ĐU", "5-QĐ/HU", True),
        ("5-QĐ/HU", "445-KL/TƯ", True),  # either of two levels
        ("15/QĐ-UBND", "329-QĐ/TW", True),  # not of the Party
        ("367-QĐ/TWĐTN-VP", "329-QĐ/TW", True),
        ("5-QĐ/HU", "Điều lệ Đảng", True),
    ],
)
def test_no_lower_level_changes_or_ends_a_paper_of_a_higher(kind, sign, other, may):
    faults = competence_faults(kind, sign, other, shipped_grammar())
    assert (not faults) is may
    assert all("chưa đối chiếu" in each.clause and each.field == "to" for each in faults)
    assert competence_faults(Kind.IMPLEMENTS, sign, other, shipped_grammar()) == []


@pytest.mark.parametrize(
    ("cited", "named"),
    [
        ("Kế hoạch số 771-KH/HU, ngày 03/6/2025 của Huyện ủy Phụng Hiệp", "huyện ủy phụng hiệp"),
        ("771-KH/HU, ngày 03/6/2025 của Huyện uỷ Phụng Hiệp về công tác của năm", "huyện ủy phụng hiệp"),
        ("Công văn của Tỉnh ủy số 5-CV/TU ngày 03/6/2025", "tỉnh ủy"),
        ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương (khóa XII).", "ban chấp hành trung ương"),
        ("Kế hoạch số 295-KH/TU, ngày 05/02/2025 về việc của cơ quan", ""),
        ("Kế hoạch số 295-KH/TU, ngày 05/02/2025", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_issuer_is_read_of_a_citation(cited, named):
    assert issuer_cited(cited) == named


@pytest.fixture
def here(db):
    return small_world()


def refused(done, **words) -> list[str]:
    before = [list(model.objects.order_by("pk").values_list()) for model in STANDING]
    with pytest.raises(Refused) as refusal:
        done(demo_actor(), TODAY, **words)
    assert [list(model.objects.order_by("pk").values_list()) for model in STANDING] == before
    return [str(reason) for reason in refusal.value.reasons]


STANDING = (Relation, Instrument, JournalEntry)


def ties(paper_id, on=TODAY):
    return ties_of(by=demo_actor(), on=on, paper=paper_id)


@pytest.mark.django_db
@pytest.mark.database
class TestRelations:
    def test_it_is_told_on_both_papers(self, here):
        central = paper("18-NQ/TW", date(2017, 10, 25))
        plan = related(here.root, unwritten("316-KH/TU"), kind=Kind.IMPLEMENTS, to=central)
        (onward,), (inward,) = ties(plan).onward, ties(central).inward
        assert (onward.said, onward.paper.id) == (Kind.IMPLEMENTS.label, central)
        assert (inward.said, inward.paper.id) == ("Được triển khai bởi", plan)
        assert not verify_journal().faults

    def test_a_cited_paper_is_joined_when_it_is_registered_and_holds_it_then(self, here):
        plan = related(
            here.root, unwritten("316-KH/TU"), kind=Kind.IMPLEMENTS,
            cited="Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
        )  # fmt: skip
        line = Relation.objects.get()
        assert (line.to, line.cited_sign, line.cited_on) == (None, "18-NQ/TW", date(2017, 10, 25))
        assert ties(plan).onward[0].paper is None
        elsewhere = paper("18-NQ/TW", date(2017, 10, 26))
        assert Relation.objects.get().to_id is None
        done = register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.RESOLUTION, number_sign="18-NQ/TW",
            issuer="Ban Chấp hành Trung ương", abstract="bộ máy", issued_year=2017,
            issued_on=date(2017, 10, 25),
        )  # fmt: skip
        assert Relation.objects.get().to_id == answer(done) != elsewhere
        assert ties(plan).onward[0].paper.id == answer(done)
        with pytest.raises(Refused, match="đã là căn cứ của việc khác"):
            undo(
                demo_actor(), TODAY, entry=done.entry, key="k", of=frozenset({register_instrument.name})
            )  # fmt: skip
        assert Relation.objects.get().to_id == answer(done)
        assert not verify_journal().faults

    def test_a_cited_paper_is_joined_when_its_day_becomes_known(self, here):
        related(
            here.root,
            unwritten("316-KH/TU"),
            kind=Kind.BASIS,
            cited="Kế hoạch số 295-KH/TU, ngày 05/02/2025",
        )
        done = register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.PLAN, number_sign="295-KH/TU", issuer="Tỉnh ủy",
            abstract="đại hội", issued_year=2025,
        )  # fmt: skip
        assert Relation.objects.get().to_id is None
        complete_instrument_day(
            demo_actor(), TODAY, instrument=answer(done), issued_on=date(2025, 2, 5)
        )
        assert Relation.objects.get().to_id == answer(done)

    def test_a_citation_already_held_is_joined_at_once(self, here):
        central = paper("18-NQ/TW", date(2017, 10, 25))
        related(
            here.root, unwritten("316-KH/TU"), kind=Kind.BASIS,
            cited="Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
        )  # fmt: skip
        assert Relation.objects.get().to_id == central

    @pytest.mark.parametrize(
        ("issuer", "joined"),
        [
            ("Huyện ủy Long Mỹ", False),
            ("Huyện uỷ Phụng Hiệp", True),
            ("Ban Thường vụ Huyện ủy Phụng Hiệp", True),
            ("Huyện ủy", True),
        ],
    )
    @pytest.mark.parametrize("held_first", [True, False])
    def test_a_citation_that_names_its_issuer_is_joined_with_no_other_bodys_paper(
        self, here, issuer, joined, held_first
    ):
        def registered(of: str) -> int:
            return answer(
                register_instrument(
                    demo_actor(), TODAY, kind=InstrumentKind.PLAN, number_sign="771-KH/HU",
                    issuer=of, abstract="thử", issued_year=2025, issued_on=date(2025, 6, 3),
                )
            )  # fmt: skip

        held = registered(issuer) if held_first else 0
        related(
            here.root, unwritten("316-KH/TU"), kind=Kind.BASIS,
            cited="Kế hoạch số 771-KH/HU, ngày 03/6/2025 của Huyện ủy Phụng Hiệp về việc thử",
        )  # fmt: skip
        held = held or registered(issuer)
        assert Relation.objects.get().to_id == (held if joined else None)
        if not joined:
            meant = registered("Huyện ủy Phụng Hiệp")
            assert Relation.objects.get().to_id == meant
        assert not verify_journal().faults

    def test_a_lower_body_does_not_end_a_paper_held_cited_or_joined(self, here):
        central = paper("329-QĐ/TW", date(2025, 6, 1))
        letter = paper("5502-CV/HU", date(2025, 6, 3))
        words = {"organization": here.root, "basis": letter}
        held = RelationRow(Kind.REPLACES, central, from_day=TODAY)
        said = refused(relate_papers, **words, row=held)
        assert said == [
            "5502-CV/HU là văn bản của cấp dưới, không «Thay thế» văn bản 329-QĐ/TW của cấp trên."
        ]
        cited = RelationRow(
            Kind.REPEALS, cited="Quy định số 330-QĐ/TW, ngày 02/6/2025", from_day=TODAY
        )
        assert refused(relate_papers, **words, row=cited)
        vague = replace(cited, cited="Quy định về tổ chức cơ quan")
        relate_papers(demo_actor(), TODAY, **words, row=vague)
        line = Relation.objects.get().pk
        assert refused(join_cited, relation=line, to=central)
        assert refused(join_cited, relation=line, to=letter) == ["Chọn hai văn bản khác nhau."]
        join_cited(demo_actor(), TODAY, relation=line, to=paper("5501-CV/HU", date(2025, 6, 2)))

    def test_words_that_say_no_number_are_joined_by_a_person(self, here):
        central = paper("18-NQ/TW", date(2017, 10, 25))
        related(
            here.root,
            unwritten("316-KH/TU"),
            kind=Kind.BASIS,
            cited="Nghị quyết Trung ương 6 khóa XII",
        )
        line = Relation.objects.get().pk
        assert refused(join_cited, relation=line, to=999_999)
        late = paper("1-NQ/TW", date(2025, 6, 5))
        assert "sau văn bản này" in refused(join_cited, relation=line, to=late)[0]
        join_cited(demo_actor(), TODAY, relation=line, to=central)
        assert Relation.objects.get().to_id == central
        assert refused(join_cited, relation=line, to=central)

    def test_circles_are_refused_by_the_table(self, here):
        day = date(2025, 6, 4)
        one = related(here.root, unwritten("1-KH/TU"), kind=Kind.BASIS, to=paper("2-KH/TU", day))
        two = Relation.objects.get().to_id
        related(here.root, two, kind=Kind.BASIS, to=(three := paper("3-KH/TU", day)))
        row = RelationRow(Kind.REPLIES, one)
        said = refused(relate_papers, organization=here.root, basis=three, row=row)
        assert said == ["Văn bản kia đã dẫn về văn bản này; các quan hệ không đi thành vòng."]  # fmt: skip
        itself = RelationRow(Kind.BASIS, three)
        said = refused(relate_papers, organization=here.root, basis=three, row=itself)
        assert said == ["Chọn hai văn bản khác nhau."]

    def test_a_cited_paper_that_would_make_a_circle_stays_cited(self, here):
        """The paper cited gets the day it was cited with only after it has itself named the citing one."""
        one = related(
            here.root,
            unwritten("1-KH/TU"),
            kind=Kind.BASIS,
            cited="Kế hoạch số 2-KH/TU, ngày 04/06/2025",
        )
        done = register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.PLAN, number_sign="2-KH/TU", issuer="Tỉnh ủy",
            abstract="đại hội", issued_year=2025,
        )  # fmt: skip
        related(here.root, answer(done), kind=Kind.BASIS, to=one)
        complete_instrument_day(
            demo_actor(), TODAY, instrument=answer(done), issued_on=date(2025, 6, 4)
        )
        assert Relation.objects.get(paper=one).to_id is None
        assert not verify_journal().faults

    def test_relations_are_refused_with_every_reason(self, here):
        central = paper("18-NQ/TW", date(2017, 10, 25))
        row = RelationRow(Kind.IMPLEMENTS, central)
        related(here.root, unwritten("316-KH/TU"), kind=Kind.IMPLEMENTS, to=central)
        plan = Relation.objects.get().paper_id
        assert refused(relate_papers, organization=here.root, basis=plan, row=row) == [
            "Quan hệ này đã ghi giữa hai văn bản."
        ]
        wrong = RelationRow(Kind.REPLACES, 999_999, "", "", None)
        assert len(refused(relate_papers, organization=here.root, basis=plan, row=wrong)) == 2
        assert refused(relate_papers, organization=here.root, basis=999_999, row=row)
        both = RelationRow(Kind.BASIS, central, "Nghị quyết số 18-NQ/TW")
        assert refused(relate_papers, organization=here.root, basis=plan, row=both)

    def test_a_received_paper_is_not_ones_own(self, here):
        received(here.root)
        came = Incoming.objects.get().basis_id
        row = RelationRow(Kind.BASIS, cited="Nghị quyết số 18-NQ/TW", own=True)
        said = refused(relate_papers, organization=here.root, basis=came, row=row)
        assert said == ["Cơ quan đã nhận văn bản này từ nơi khác; đó không phải văn bản của cơ quan."]  # fmt: skip

    def test_what_was_recorded_by_mistake_is_withdrawn_with_a_reason(self, here):
        related(here.root, unwritten("316-KH/TU"), kind=Kind.BASIS, cited="Nghị quyết 18")
        line = Relation.objects.get().pk
        assert refused(withdraw_relation, relation=line, reason=" ")
        withdraw_relation(demo_actor(), TODAY, relation=line, reason="Ghi nhầm")
        assert not Relation.objects.exists()
        assert Relation.History.objects.get().id == line
        assert refused(withdraw_relation, relation=line, reason="Ghi nhầm")

    def test_nobody_records_for_an_organ_out_of_reach(self, here):
        clerk = Actor("thu", "Văn thư xã", {Right.FOLLOW.value: frozenset({here.commune})})
        row = RelationRow(Kind.BASIS, cited="Nghị quyết 18")
        with pytest.raises(NotAllowed):
            relate_papers(clerk, TODAY, organization=here.root, basis=here.founding, row=row)
        related(here.root, unwritten("316-KH/TU"), kind=Kind.BASIS, cited="Nghị quyết 18")
        with pytest.raises(NotAllowed):
            withdraw_relation(clerk, TODAY, relation=Relation.objects.get().pk, reason="Ghi nhầm")
        assert Relation.objects.count() == 1

    def test_a_paper_whose_number_is_cancelled_does_not_hold_and_ends_nothing(self, here):
        old = paper("10-QĐ/TU", date(2020, 1, 2))
        rules = paper("10-QC/TU", date(2020, 1, 2))
        number = papers.issued(papers.series(here.root))
        new = Outgoing.objects.get(pk=number).basis_id
        related(here.root, new, kind=Kind.REPLACES, to=old, from_day=TODAY)
        related(here.root, new, kind=Kind.PROMULGATES, to=rules)

        def held(by=None):
            found = forces_on(by=by or demo_actor(), on=TODAY, papers=[old, new, rules])
            return [found[each].force for each in (old, new, rules) if each in found]

        assert held() == [Force.ENDED, Force.IN_FORCE, Force.IN_FORCE]
        assert changes_to(by=demo_actor(), papers=[old])
        cancel_number(demo_actor(), TODAY, number=number, reason="Ghi nhầm")
        assert held() == [Force.IN_FORCE, Force.CANCELLED, Force.CANCELLED]
        assert in_force(by=demo_actor(), paper=new, on=TODAY) is False
        assert ties(new).standing.force is Force.CANCELLED
        assert changes_to(by=demo_actor(), papers=[old]) == {}
        reader = Actor("doc", "Người đọc", {"basis.xem_van_ban": EVERYWHERE})
        assert held(reader) == [Force.IN_FORCE, Force.CANCELLED, Force.CANCELLED]

    def test_force_follows_replacing_annulling_and_the_decision_it_came_with(self, here):
        old = paper("10-QĐ/TU", date(2020, 1, 2))
        rules = paper("10-QC/TU", date(2020, 1, 2))
        related(here.root, old, kind=Kind.PROMULGATES, to=rules)
        new = related(
            here.root, unwritten("20-QĐ/TU", date(2025, 5, 1)), kind=Kind.REPLACES, to=old,
            from_day=date(2025, 6, 1),
        )  # fmt: skip

        def held(on):
            found = forces_on(by=demo_actor(), on=on, papers=[old, rules, new])
            return [found[each].force for each in (old, rules, new)]

        assert held(date(2025, 4, 30)) == [Force.IN_FORCE, Force.IN_FORCE, Force.NOT_YET]
        assert held(date(2025, 5, 31)) == [Force.IN_FORCE] * 3
        assert held(date(2025, 6, 1)) == [Force.ENDED, Force.ENDED, Force.IN_FORCE]
        told = ties(rules).standing
        assert (told.ended_on, told.ended_by.id) == (date(2025, 6, 1), new)
        assert in_force(by=demo_actor(), paper=old, on=date(2025, 5, 31)) is True
        assert in_force(by=demo_actor(), paper=old, on=TODAY) is False
        assert in_force(by=demo_actor(), paper=999_999, on=TODAY) is None
        by_paper = paper("30-QĐ/TU", date(2025, 6, 10))
        annul_instrument(
            demo_actor(), TODAY, instrument=new, by_paper=by_paper, reason="Sai thẩm quyền"
        )
        assert held(TODAY) == [Force.IN_FORCE, Force.IN_FORCE, Force.ANNULLED]
