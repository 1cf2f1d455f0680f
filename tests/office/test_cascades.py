"""Giao cấp dưới ban hành — who has issued, who has not, who acted before; reminded in one act."""

from dataclasses import replace
from datetime import date, timedelta

import papers
import pytest
from actors import demo_actor
from papers import handed_down, received, related, unwritten
from world import TODAY, answer, paper, small_world, unit

from thenchot.doors.access.reads.notices import how_many, notices
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.cascading import hand_down, judge_earlier, remind_units
from thenchot.office.documents.acts.numbering import cancel_number, send_out
from thenchot.office.documents.models import Asked, Cascade, Incoming, Outgoing, Relation
from thenchot.office.documents.reads.cascades import cascade_lines, cascade_page
from thenchot.office.documents.rules.cascading import (
    CascadeRow,
    UnitRow,
    cascade_faults,
    earlier_faults,
    progress,
)
from thenchot.office.documents.words import Progress, RelationKind, Right, Verdict

DUE = date(2025, 6, 12)
TABLES = (Cascade, Asked, Relation, JournalEntry)


@pytest.mark.parametrize(
    ("on", "issued_on", "has_earlier", "verdict", "stands", "where"),
    [
        (DUE, None, False, None, True, Progress.OWING),
        (DUE + timedelta(1), None, False, None, True, Progress.OVERDUE),
        (DUE, DUE, False, None, True, Progress.ISSUED),
        (DUE + timedelta(1), DUE + timedelta(1), False, None, True, Progress.ISSUED_LATE),
        (DUE, DUE + timedelta(1), False, None, True, Progress.OWING),
        (DUE, None, True, None, True, Progress.EARLIER),
        (DUE, None, True, Verdict.ENOUGH, True, Progress.ENOUGH),
        (DUE, None, True, Verdict.SUPPLEMENT, True, Progress.OWING),
        (DUE + timedelta(1), None, True, Verdict.SUPPLEMENT, True, Progress.OVERDUE),
        (DUE, DUE, True, Verdict.SUPPLEMENT, False, Progress.ISSUED),
        (DUE, None, True, None, False, Progress.GONE),
        (DUE, None, True, Verdict.ENOUGH, False, Progress.ENOUGH),
    ],
)
def test_a_unit_stands_where_its_papers_and_the_day_put_it(
    on, issued_on, has_earlier, verdict, stands, where
):
    told = progress(
        on, DUE, issued_on=issued_on, has_earlier=has_earlier, verdict=verdict, stands=stands
    )
    assert told is where
    assert not (told.done and told.owes)


def test_what_is_asked_is_refused_with_every_reason():
    assert len(cascade_faults(DUE, DUE + timedelta(1), [])) == 2
    assert len(cascade_faults(DUE, DUE, [1, 1])) == 1
    assert cascade_faults(DUE, DUE, [1, 2]) == []
    assert len(earlier_faults(None, DUE, " ")) == 2
    assert len(earlier_faults(DUE, DUE, "vì")) == 1
    assert earlier_faults(DUE - timedelta(1), DUE, "vì") == []


@pytest.fixture
def here(db):
    world = small_world()
    second = unit("Xã Thử Hai", world.root, world.founding)
    central = paper("18-NQ/TW", date(2017, 10, 25))
    plan = related(world.root, unwritten("316-KH/TU"), kind=RelationKind.IMPLEMENTS, to=central)
    return world, second, central, plan


def issued(unit, number, to, day=date(2025, 6, 10), kind=InstrumentKind.SCHEME, own=True) -> int:
    asked = unwritten(number, day, kind)
    return related(unit, asked, kind=RelationKind.IMPLEMENTS, to=to, own=own)


def numbered(unit, to) -> Outgoing:
    """A scheme of the unit, of 10/6, that got its number here and was not sent yet."""
    row = replace(papers.TERM, letters="ĐA", organ_code="ĐU", from_day=date(2025, 6, 1))
    scheme = replace(papers.DECISION, kind=InstrumentKind.SCHEME)
    number = papers.issued(papers.series(unit, row), scheme, date(2025, 6, 10))
    made = Outgoing.objects.get(pk=number)
    related(unit, made.basis_id, kind=RelationKind.IMPLEMENTS, to=to, own=True)
    return made


def board(cascade, by=None, on=TODAY):
    page = cascade_page(by=by or demo_actor(), on=on, cascade=cascade)
    return {each.unit: each for each in page.units}


def refused(act, **words) -> list[str]:
    before = [list(model.objects.order_by("pk").values_list()) for model in TABLES]
    with pytest.raises(Refused) as refusal:
        act(demo_actor(), TODAY, **words)
    assert [list(model.objects.order_by("pk").values_list()) for model in TABLES] == before
    return [str(reason) for reason in refusal.value.reasons]


@pytest.mark.django_db
@pytest.mark.database
class TestCascades:
    def test_the_board_tells_who_has_issued_with_the_proof_and_who_has_not(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        assert {each.progress for each in board(cascade, on=DUE).values()} == {Progress.OWING}
        proof = issued(world.commune, "01-ĐA/ĐU", plan)
        told = board(cascade)
        assert (told[world.commune].progress, told[world.commune].proof.id) == (
            Progress.ISSUED,
            proof,
        )
        assert told[second].progress is Progress.OVERDUE
        assert board(cascade, on=date(2025, 6, 9))[world.commune].progress is Progress.OWING
        total, (line,) = cascade_lines(by=demo_actor(), on=TODAY)
        assert (total, line.done, line.of, line.late, line.directive.id) == (1, 1, 2, 1, plan)
        assert not verify_journal().faults

    @pytest.mark.parametrize(
        "changed", [{"own": False}, {"kind": InstrumentKind.PLAN}, {"of": "another"}]
    )
    def test_only_an_own_paper_of_the_kind_asked_is_proof(self, here, changed):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        of = second if changed.pop("of", "") else world.commune
        issued(of, "01-ĐA/ĐU", plan, **changed)
        assert board(cascade)[world.commune].progress is Progress.OVERDUE

    def test_an_annulled_paper_is_no_proof(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        proof = issued(world.commune, "01-ĐA/ĐU", plan)
        by_paper = paper("02-QĐ/ĐU", date(2025, 6, 11))
        annul_instrument(demo_actor(), TODAY, instrument=proof, by_paper=by_paper, reason="Sai")
        assert board(cascade)[world.commune].progress is Progress.OVERDUE

    def test_a_paper_numbered_here_is_proof_once_it_was_sent(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        number = numbered(world.commune, plan)
        assert board(cascade)[world.commune].progress is Progress.OVERDUE
        send_out(demo_actor(), TODAY, number=number.pk, sent_on=date(2025, 6, 11))
        told = board(cascade)[world.commune]
        assert (told.progress, told.proof.id) == (Progress.ISSUED, number.basis_id)
        assert board(cascade, on=date(2025, 6, 10))[world.commune].progress is Progress.OWING

    def test_a_number_cancelled_is_no_proof_nor_an_earlier_paper(self, here):
        world, second, central, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        number = numbered(world.commune, plan)
        cancel_number(demo_actor(), TODAY, number=number.pk, reason="Ghi nhầm")
        assert board(cascade)[world.commune].progress is Progress.OVERDUE
        before = issued(second, "01-ĐA/ĐU", central, day=date(2025, 5, 2))
        assert board(cascade)[second].proof.id == before

    @pytest.mark.parametrize("kind", [RelationKind.REPLACES, RelationKind.RECALLS])
    def test_a_paper_ended_by_the_day_is_no_proof_from_then_on(self, here, kind):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        proof = issued(world.commune, "01-ĐA/ĐU", plan)
        end = {"kind": kind, "to": proof, "from_day": date(2025, 6, 14)}
        related(world.commune, unwritten("02-ĐA/ĐU", date(2025, 6, 13)), **end)
        assert board(cascade, on=date(2025, 6, 13))[world.commune].progress is Progress.ISSUED
        assert board(cascade)[world.commune].progress is Progress.OVERDUE

    def test_what_was_cancelled_or_annulled_ends_no_proof(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        proof = issued(world.commune, "07-ĐA/ĐU", plan)
        number = numbered(second, plan)
        end = {"kind": RelationKind.RECALLS, "to": proof, "from_day": TODAY}
        related(world.commune, number.basis_id, **end)
        assert board(cascade)[world.commune].progress is Progress.OVERDUE
        cancel_number(demo_actor(), TODAY, number=number.pk, reason="Ghi nhầm")
        assert board(cascade)[world.commune].progress is Progress.ISSUED

    def test_whoever_does_not_read_the_units_register_is_told_alike(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        numbered(world.commune, plan)
        at_unit = Actor("thu", "Văn thư", {Right.READ.value: frozenset({world.root})})
        assert board(cascade, by=at_unit)[world.commune].progress is Progress.OVERDUE

    def test_one_who_acted_before_is_a_third_class_until_a_person_says_with_a_reason(self, here):
        world, second, central, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        before = issued(world.commune, "01-ĐA/ĐU", central, day=date(2025, 5, 2))
        told = board(cascade)[world.commune]
        assert (told.progress, told.proof.id) == (Progress.EARLIER, before)
        row = Asked.objects.get(unit=world.commune).pk
        words = {"unit_asked": row, "paper": before, "verdict": Verdict.ENOUGH}
        assert refused(judge_earlier, **words, reason=" ")
        assert (
            len(
                refused(
                    judge_earlier, unit_asked=row, paper=plan, verdict=Verdict.ENOUGH, reason=""
                )
            )
            == 2
        )
        assert refused(
            judge_earlier, unit_asked=999_999, paper=before, verdict=Verdict.ENOUGH, reason="vì"
        )
        assert refused(
            judge_earlier, unit_asked=row, paper=999_999, verdict=Verdict.ENOUGH, reason="vì"
        )
        judge_earlier(demo_actor(), TODAY, **words, reason="Đã đủ nội dung")
        told = board(cascade)[world.commune]
        assert (told.progress, told.proof.id, told.reason) == (
            Progress.ENOUGH,
            before,
            "Đã đủ nội dung",
        )
        judge_earlier(
            demo_actor(),
            TODAY,
            unit_asked=row,
            paper=before,
            verdict=Verdict.SUPPLEMENT,
            reason="Thiếu lộ trình",
        )
        assert board(cascade)[world.commune].progress is Progress.OVERDUE
        assert JournalEntry.objects.latest("seq").reason == "Thiếu lộ trình"
        assert not verify_journal().faults

    def test_those_who_owe_are_reminded_in_one_act_and_read_it_in_their_notices(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        issued(world.commune, "01-ĐA/ĐU", plan)
        rights = (Right.READ.value, "register.xem_to_chuc")
        clerk = Actor("xa", "Cán bộ xã", dict.fromkeys(rights, frozenset({second})))
        above = Actor("tinh", "Chuyên viên", dict.fromkeys(rights, frozenset({world.root, second})))
        assert how_many(by=clerk, on=TODAY) == 0
        answer(remind_units(demo_actor(), TODAY, cascade=cascade))
        assert dict(Asked.objects.values_list("unit", "reminded_on")) == {
            world.commune: None, second: TODAY,
        }  # fmt: skip
        (told,) = notices(by=clerk, on=TODAY).reminders
        assert (told.cascade, told.unit, told.due_on) == (cascade, "Xã Thử Hai", DUE)
        assert (how_many(by=clerk, on=TODAY), how_many(by=above, on=TODAY)) == (1, 0)
        assert refused(remind_units, cascade=cascade)
        assert refused(remind_units, cascade=999_999)
        issued(second, "02-ĐA/ĐU", plan)
        assert how_many(by=clerk, on=TODAY) == 0
        assert not verify_journal().faults

    def test_it_may_be_asked_of_every_unit_directly_below(self, here):
        world, second, _, plan = here
        row = CascadeRow(plan, InstrumentKind.PLAN, DUE, all_below=True)
        cascade = answer(
            hand_down(demo_actor(), TODAY, organization=world.root, basis=plan, row=row)
        )
        assert set(board(cascade)) >= {world.commune, second}
        both = refused(
            hand_down, organization=world.root, basis=plan, row=row, units=[UnitRow(second)]
        )
        assert both == ["Chọn từng đơn vị hoặc mọi đơn vị trực thuộc, không cả hai."]

    def test_handing_down_is_refused_with_every_reason(self, here):
        world, second, _, plan = here
        row = CascadeRow(999_999, InstrumentKind.PLAN, date(2025, 6, 1))
        said = refused(
            hand_down, organization=world.commune, basis=plan, row=row, units=[UnitRow(second)]
        )
        assert len(said) == 3
        later = CascadeRow(paper("9-KH/TU", date(2025, 6, 5)), InstrumentKind.PLAN, DUE)
        assert refused(
            hand_down, organization=world.root, basis=plan, row=later, units=[UnitRow(second)]
        )

    def test_a_lower_unit_sees_its_own_line_only_and_nobody_acts_beyond_their_reach(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, world.commune, second)
        rights = (Right.READ.value, Right.FOLLOW.value)
        clerk = Actor("thu", "Văn thư xã", dict.fromkeys(rights, frozenset({second})))
        assert set(board(cascade, clerk)) == {second}
        stranger = Actor("la", "Người khác", dict.fromkeys(rights, frozenset({999_999})))
        assert cascade_page(by=stranger, on=TODAY, cascade=cascade) is None
        assert cascade_lines(by=stranger, on=TODAY) == (0, [])
        with pytest.raises(NotAllowed):
            remind_units(clerk, TODAY, cascade=cascade)
        row = CascadeRow(plan, InstrumentKind.PLAN, DUE)
        with pytest.raises(NotAllowed):
            hand_down(
                clerk, TODAY, organization=world.root, basis=plan, row=row, units=[UnitRow(second)]
            )
        assert Cascade.objects.count() == 1

    def test_a_paper_of_the_registers_is_annulled_and_its_lines_stay(self, here):
        world, second, _, plan = here
        cascade = handed_down(world.root, plan, second)
        received(world.root)
        came = Incoming.objects.get().basis_id
        by_paper = paper("02-QĐ/TU", date(2025, 6, 11))
        for each in (plan, came):
            annul_instrument(demo_actor(), TODAY, instrument=each, by_paper=by_paper, reason="Sai")
        assert set(board(cascade)) == {second}
        assert Incoming.objects.count() == 1
        assert not verify_journal().faults
