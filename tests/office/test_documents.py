"""Sổ văn bản — numbers without gaps, papers received, directed and finished; a refusal changes nothing."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from papers import ARRIVED, DECISION, TERM, came
from world import TODAY, answer, paper, small_world

from thenchot.doors.access.actor import actor_of
from thenchot.doors.access.models import Account
from thenchot.ground.basis.acts.calendar import exchange_days
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.plain.working_days import DayRow
from thenchot.ground.register.models import Organization
from thenchot.office.documents.acts.handling import (
    answer_assignment,
    direct_paper,
    finish_paper,
    receive_and_direct,
    reopen_paper,
    take_paper,
)
from thenchot.office.documents.acts.numbering import (
    cancel_number,
    close_series,
    issue_number,
    open_series,
    reserve_number,
    send_out,
    set_number_source,
)
from thenchot.office.documents.acts.receiving import (
    receive_paper,
    receive_paper_copy,
    receive_papers,
    send_paper_back,
    submit_paper,
)
from thenchot.office.documents.models import (
    Assignment,
    Direction,
    Incoming,
    NumberSource,
    Outgoing,
    Relation,
    Series,
)
from thenchot.office.documents.reads.asked import papers_asked, papers_submitted
from thenchot.office.documents.reads.incoming import incoming_lines, incoming_page
from thenchot.office.documents.reads.outgoing import outgoing_line
from thenchot.office.documents.reads.relations import ties_of
from thenchot.office.documents.rules.moves import MOVES, Verb
from thenchot.office.documents.rules.numbering import OutgoingRow, SeriesRow
from thenchot.office.documents.rules.receiving import (
    Arrival,
    AssignmentRow,
    DirectionRow,
    ReceivedRow,
    WithinDays,
)
from thenchot.office.documents.words import (
    Channel,
    Family,
    NumberState,
    Part,
    RelationKind,
    Right,
    SeriesBook,
    Source,
    State,
    Urgency,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TABLES = (Assignment, Direction, Incoming, NumberSource, Outgoing, Relation, Series, JournalEntry)


@pytest.fixture
def here():
    return small_world()


def standing():
    return [list(model.objects.order_by("pk").values_list()) for model in TABLES]


def refused(act, **words) -> list[str]:
    before = standing()
    with pytest.raises(Refused) as refusal:
        act(demo_actor(), TODAY, **words)
    assert standing() == before
    return [str(reason) for reason in refusal.value.reasons]


def done(act, **words) -> int:
    return answer(act(demo_actor(), TODAY, **words))


def received(here, number="45-CV/BTCTW") -> int:
    return papers.received(here.root, number)


def series(here, row=TERM) -> int:
    return papers.series(here.root, row)


def issued(of: int, row=DECISION, day=date(2025, 6, 3)) -> Outgoing:
    return Outgoing.objects.get(pk=papers.issued(of, row, day))


def test_numbers_run_from_one_without_a_gap_whatever_becomes_of_them(here):
    of = series(here)
    first = issued(of)
    done(reserve_number, series=of, given_on=date(2025, 6, 4))
    third = issued(of)
    done(cancel_number, number=third.pk, reason="Soạn nhầm")
    fourth = issued(of)
    assert [str(each.basis and each.basis.number_sign) for each in Outgoing.objects.order_by("number")] == [
        "01-QĐ/TU", "None", "03-QĐ/TU", "04-QĐ/TU",
    ]  # fmt: skip
    assert [each.state for each in Outgoing.objects.order_by("number")] == [
        NumberState.ISSUED, NumberState.RESERVED, NumberState.CANCELLED, NumberState.ISSUED,
    ]  # fmt: skip
    assert (first.number, fourth.number, Series.objects.get().last) == (1, 4, 4)
    assert not verify_journal().faults


def test_a_number_kept_outside_says_nothing_else(here):
    of = series(here)
    kept = Outgoing.objects.get(pk=done(reserve_number, series=of, given_on=date(2025, 6, 4)))
    assert (kept.basis, kept.drafted_by, kept.recipients, kept.reason, kept.note) == (
        None, None, "", "", "",
    )  # fmt: skip


def test_a_state_series_prints_its_own_way_and_stays_in_its_year(here):
    row = SeriesRow("KH", "UBND", Family.STATE, "2025", date(2025, 1, 1), date(2026, 1, 1))
    made = issued(series(here, row), replace(DECISION, kind=InstrumentKind.PLAN))
    assert made.basis.number_sign == "01/KH-UBND"
    wrong = SeriesRow("KH", "UBND", Family.STATE, "2020-2025", date(2025, 1, 1), date(2025, 1, 1))
    assert len(refused(open_series, organization=here.root, row=wrong)) == 2


def test_one_series_for_every_type_takes_the_letters_of_each_paper(here):
    of = series(here, SeriesRow("", "ĐH", Family.PARTY, "lần thứ XIV", date(2025, 6, 1)))
    minutes = replace(DECISION, kind=InstrumentKind.MINUTES, letters="BB")
    resolution = replace(DECISION, kind=InstrumentKind.RESOLUTION, letters="NQ")
    assert [issued(of, row).basis.number_sign for row in (minutes, resolution)] == [
        "01-BB/ĐH",
        "02-NQ/ĐH",
    ]


def test_numbers_are_refused_with_every_reason(here):
    of = series(
        here,
        SeriesRow("CV", "TU", Family.PARTY, "2020-2025", date(2020, 10, 28), date(2025, 6, 10)),
    )
    letter = replace(DECISION, kind=InstrumentKind.LETTER)
    row = OutgoingRow(InstrumentKind.LETTER, "Tỉnh ủy", "về việc thử", "", copies=-1)
    assert len(refused(issue_number, series=of, row=row, given_on=date(2025, 6, 11))) == 3
    assert refused(reserve_number, series=of, given_on=date(2025, 6, 17))
    assert refused(issue_number, series=999_999, row=DECISION, given_on=date(2025, 6, 3))
    made = issued(of, letter)
    done(send_out, number=made.pk, sent_on=date(2025, 6, 4))
    assert refused(send_out, number=made.pk, sent_on=date(2025, 6, 5))
    early = replace(letter, sent_on=date(2025, 6, 2))
    assert len(refused(issue_number, series=of, row=early, given_on=date(2025, 6, 3))) == 1
    sent = issued(of, replace(letter, sent_on=date(2025, 6, 4)))
    assert sent.sent_on == date(2025, 6, 4)
    assert len(refused(cancel_number, number=made.pk, reason=" ")) == 2
    assert refused(close_series, series=of, until_day=date(2025, 6, 1))
    assert refused(
        open_series,
        organization=here.root,
        row=SeriesRow("CV", "TU", Family.PARTY, "2020-2025", date(2021, 1, 1)),
    )


@pytest.mark.parametrize(
    ("letters", "kind", "fits"),
    [
        ("CV", InstrumentKind.LETTER, True),
        ("CV", InstrumentKind.DECISION, False),
        ("QĐ", InstrumentKind.DECISION, True),
        ("QĐ", InstrumentKind.REGULATION, True),  # both bear it
        ("QĐ", InstrumentKind.NOTICE, False),
        ("KH", InstrumentKind.REPORT, False),
        ("CTPH", InstrumentKind.PROGRAMME, True),  # a type without a kind here
        ("XYZ", InstrumentKind.DECISION, True),
        ("CV", InstrumentKind.OTHER, True),
    ],
)
def test_a_paper_takes_its_number_from_a_series_of_its_type(here, letters, kind, fits):
    of = series(here, replace(TERM, letters=letters))
    row = replace(DECISION, kind=kind)
    if fits:
        assert issued(of, row).number == 1
        return
    (said,) = refused(issue_number, series=of, row=row, given_on=date(2025, 6, 3))
    assert said.startswith(f"«{kind.label}» không lấy số có chữ {letters}")


def test_letters_typed_for_a_series_of_every_type_are_held_to_the_kind_and_a_book_is_not(here):
    of = series(here, SeriesRow("", "ĐH", Family.PARTY, "lần thứ XIV", date(2025, 6, 1)))
    wrong = replace(DECISION, letters="NQ")
    assert refused(issue_number, series=of, row=wrong, given_on=date(2025, 6, 3))
    within = series(here, replace(TERM, letters="CV", book=SeriesBook.INTERNAL))
    assert issued(within).number == 1


def test_where_another_system_gives_the_numbers_none_is_given_here(here):
    of = series(here)
    done_source = {
        "organization": here.root, "source": Source.OTHER, "system": "Hệ thống điều hành",
        "from_day": date(2025, 6, 1), "basis": here.founding,
    }  # fmt: skip
    assert refused(set_number_source, **(done_source | {"system": ""}))
    set_number_source(demo_actor(), TODAY, **done_source)
    assert (
        "hệ thống khác cấp"
        in refused(issue_number, series=of, row=DECISION, given_on=date(2025, 6, 3))[0]
    )
    assert refused(reserve_number, series=of, given_on=date(2025, 6, 3))
    assert issued(of, day=date(2025, 5, 31)).number == 1


def test_papers_received_get_the_next_number_of_their_year(here):
    first = Incoming.objects.get(pk=received(here))
    second = Incoming.objects.get(pk=received(here, "46-CV/BTCTW"))
    last_year = done(
        receive_paper, organization=here.root, basis=paper("7-TB/TW", date(2024, 5, 1)),
        arrival=Arrival(date(2024, 5, 6)),
    )  # fmt: skip
    elsewhere = done(
        receive_paper, organization=here.commune, basis=first.basis_id, arrival=ARRIVED
    )
    numbers = [
        Incoming.objects.get(pk=each).number for each in (first.pk, second.pk, last_year, elsewhere)
    ]
    assert numbers == [1, 2, 1, 1]


def test_a_paper_that_is_annulled_keeps_its_line_in_the_register(here):
    made = issued(series(here))
    by = paper("9-QĐ/TU", date(2025, 6, 10))
    done(annul_instrument, instrument=made.basis_id, by_paper=by, reason="Trái thẩm quyền")
    assert Outgoing.objects.get().basis.annulled_by_id == by
    assert not verify_journal().faults


def test_a_paper_is_not_registered_twice_nor_before_it_was_signed(here):
    first = Incoming.objects.get(pk=received(here))
    again = refused(receive_paper, organization=here.root, basis=first.basis_id, arrival=ARRIVED)
    assert again == ["Văn bản này đã vào sổ ngày 02/06/2025, số đến 1."]
    early = Arrival(date(2025, 5, 1), urgency=Urgency.EXPRESS, due_on=date(2025, 4, 1))
    said = refused(receive_paper, organization=here.root, basis=came("47-CV/TW"), arrival=early)
    assert len(said) == 3
    assert refused(
        receive_paper,
        organization=here.root,
        basis=came("47-CV/TW"),
        arrival=Arrival(date(2025, 6, 17)),
    )


def test_many_papers_get_their_numbers_in_one_act(here):
    received(here)
    held = paper("7-TB/TW", date(2025, 5, 1))
    rows = [
        ReceivedRow(came("50-CV/BTCTW"), ARRIVED),
        ReceivedRow(came("51-CV/BTCTW"), replace(ARRIVED, due_on=None), "Lưu để biết"),
        ReceivedRow(came("52-CV/BTCTW", date(2024, 12, 30)), Arrival(date(2024, 12, 31))),
    ]
    known = Instrument.objects.get(pk=held)
    again = PaperRow(
        InstrumentKind.of(known.kind), "7-TB/TW", known.issuer, known.abstract, known.issued_on
    )
    first = done(receive_papers, organization=here.root, rows=[*rows, ReceivedRow(again, ARRIVED)])
    made = Incoming.objects.filter(pk__gte=first).order_by("pk")
    assert [(each.year, each.number, each.state) for each in made] == [
        (2025, 2, State.REGISTERED), (2025, 3, State.FINISHED), (2024, 1, State.REGISTERED),
        (2025, 4, State.REGISTERED),
    ]  # fmt: skip
    assert made[3].basis_id == held  # a paper held already is not written twice
    assert received(here, "60-CV/BTCTW")
    assert "Vào sổ 4 văn bản đến, từ số 2" in [each.sentence for each in JournalEntry.objects.all()]
    assert not verify_journal().faults


def test_a_number_is_put_right_at_every_door_and_nothing_of_it_is_lost(here):
    """The dash and slash of a Party organ exchanged are one paper; a drafting unit behind a dash stays."""
    received(here, "31/QĐ-TW")
    assert Incoming.objects.get().basis.number_sign == "31-QĐ/TW"
    same = [ReceivedRow(came("31/QĐ - TW"), ARRIVED)]
    (said,) = refused(receive_papers, organization=here.root, rows=same)
    assert "số đến 1" in said
    rows = [
        ReceivedRow(came("425/VTLTNN - NVTW"), ARRIVED),
        ReceivedRow(came("425/VTLTNN-TTLT"), ARRIVED),
    ]
    done(receive_papers, organization=here.root, rows=rows)
    signs = Incoming.objects.order_by("number").values_list("basis__number_sign", flat=True)
    assert list(signs) == ["31-QĐ/TW", "425/VTLTNN-NVTW", "425/VTLTNN-TTLT"]


def test_a_list_of_papers_is_refused_whole_with_every_rows_reasons(here):
    first = Incoming.objects.select_related("basis").get(pk=received(here))
    late = ReceivedRow(came("53-CV/BTCTW"), Arrival(date(2025, 6, 17)))
    said = refused(
        receive_papers, organization=here.root,
        rows=[ReceivedRow(came(), ARRIVED), late, late, ReceivedRow(came(" "), ARRIVED)],
    )  # fmt: skip
    assert len(said) == 5
    assert any(f"số đến {first.number}" in each for each in said)
    assert any("một dòng trên" in each for each in said)
    assert refused(receive_papers, organization=here.root, rows=[]) == [
        "Danh sách chưa có dòng nào."
    ]


def test_a_paper_goes_from_the_clerk_to_the_leader_to_the_desk_and_is_finished(here):
    it = received(here)
    done(submit_paper, incoming=it)
    direction = DirectionRow(
        "Trưởng ban", date(2025, 6, 3), "Xã Thử Một chủ trì.",
        (AssignmentRow(Part.LEAD, unit=here.commune, due_on=date(2025, 6, 10)),
         AssignmentRow(Part.KNOW, person=here.person)),
    )  # fmt: skip
    done(direct_paper, incoming=it, direction=direction)
    lead = Assignment.objects.get(part=Part.LEAD)
    done(take_paper, assignment=lead.pk)
    assert Incoming.objects.get().state == State.HANDLED
    done(answer_assignment, assignment=lead.pk, answer="Đã tổng hợp")
    reply = paper("9-BC/ĐU", date(2025, 6, 9))
    done(finish_paper, incoming=it, finished_on=date(2025, 6, 9), reply=reply)
    assert (Incoming.objects.get().state, Incoming.objects.get().ended_by_id) == (
        State.FINISHED,
        reply,
    )
    done(reopen_paper, incoming=it, reason="Trả lời chưa đủ")
    assert (Incoming.objects.get().state, Incoming.objects.get().finished_on) == (
        State.DIRECTED,
        None,
    )
    assert not verify_journal().faults


def replies():
    return [
        (each.paper_id, each.to_id, each.organization_id, each.own)
        for each in Relation.objects.filter(kind=RelationKind.REPLIES)
    ]


def test_whom_a_direction_asks_sees_takes_and_answers_the_own_part(here):
    """A unit without rights where the paper came: it reads the paper and what was said, takes it and
    answers; the organ's state of the paper is not its to move."""
    it = received(here)
    rows = (
        AssignmentRow(Part.LEAD, unit=here.commune),
        AssignmentRow(Part.HELP, unit=here.root),
    )
    said = DirectionRow("Trưởng ban", date(2025, 6, 3), "Đơn vị chủ trì.", rows)
    rights = {str(each): frozenset({here.commune}) for each in (Right.READ, Right.HANDLE)}
    unit = Actor("thu", "Đơn vị", rights)
    assert incoming_page(by=unit, on=TODAY, incoming=it) is None
    done(direct_paper, incoming=it, direction=said)
    page = incoming_page(by=unit, on=TODAY, incoming=it)
    (direction,) = page.directions
    assert [(each.unit, each.answers) for each in direction.assigned] == [(here.commune, True)]
    assert direction.opinion == "Đơn vị chủ trì."
    (total, (line,)) = papers_asked(by=unit, most=10)
    assert (total, line.incoming, line.handles) == (1, it, True)
    part, other = Assignment.objects.order_by("pk")
    with pytest.raises(NotAllowed):
        take_paper(unit, TODAY, assignment=other.pk)
    take_paper(unit, TODAY, assignment=part.pk)
    assert Incoming.objects.get(pk=it).state == State.DIRECTED
    answer_assignment(unit, TODAY, assignment=part.pk, answer="Đã tham mưu")
    part.refresh_from_db()
    assert (part.received_on, part.done_on, part.answer) == (TODAY, TODAY, "Đã tham mưu")
    with pytest.raises(NotAllowed):
        finish_paper(unit, TODAY, incoming=it, finished_on=TODAY, result="Xong")
    assert papers_asked(by=unit, most=10) == (0, [])
    assert not verify_journal().faults


def test_only_the_lead_taking_moves_the_paper_and_whoever_is_to_know_answers_nothing(here):
    it = received(here)
    helping = AssignmentRow(Part.HELP, unit=here.root)
    knowing = AssignmentRow(Part.KNOW, person=here.person)
    lead = asked_to_lead(it, here.commune, helping, knowing)
    for part in (Part.KNOW, Part.HELP):
        done(take_paper, assignment=Assignment.objects.get(part=part).pk)
        assert Incoming.objects.get().state == State.DIRECTED
    know = Assignment.objects.get(part=Part.KNOW)
    assert refused(answer_assignment, assignment=know.pk, answer=" ") == [
        "Phần «Để biết» chỉ ghi đã nhận, không báo kết quả.", "Ghi kết quả đã làm.",
    ]  # fmt: skip
    done(take_paper, assignment=lead.pk)
    assert Incoming.objects.get().state == State.HANDLED
    done(answer_assignment, assignment=Assignment.objects.get(part=Part.HELP).pk, answer="Đã góp ý")


def test_a_paper_submitted_waits_for_whoever_may_direct_the_most_urgent_first(here):
    """Then the soonest; one who directs elsewhere, or only handles, finds none."""
    later = replace(ARRIVED, due_on=date(2025, 6, 30))
    urgent = replace(ARRIVED, due_on=None, urgency=Urgency.URGENT)
    many = [
        papers.received(here.root, f"{number}-CV/BTCTW", arrival)
        for number, arrival in ((45, later), (46, ARRIVED), (47, urgent))
    ]
    leader = Actor(
        "thu", "Lãnh đạo", dict.fromkeys((Right.READ, Right.DIRECT), frozenset({here.root}))
    )
    assert papers_submitted(by=leader, most=10) == (0, [])
    for it in many:
        done(submit_paper, incoming=it)
    for by in (leader, demo_actor()):
        total, lines = papers_submitted(by=by, most=2)
        assert (total, [(each.incoming, each.directs) for each in lines]) == (
            3, [(many[2], True), (many[1], True)],
        )  # fmt: skip
    elsewhere = replace(leader, rights=leader.rights | {Right.DIRECT: frozenset({here.commune})})
    handler = replace(
        leader, rights=dict.fromkeys((Right.READ, Right.HANDLE), frozenset({here.root}))
    )
    for by in (elsewhere, handler):
        assert papers_submitted(by=by, most=10) == (0, [])
    asked_to_lead(many[2], here.commune)
    assert papers_submitted(by=leader, most=10)[0] == 2


def test_whoever_is_away_has_papers_wait_for_the_delegate_too(here):
    papers.delegated(here.root, here.founding)
    it = received(here)
    done(submit_paper, incoming=it)
    delegate = actor_of(Account.objects.get(username="le-thi-thay").pk, None, TODAY)
    (total, (line,)) = papers_submitted(by=delegate, most=10)
    assert (total, line.incoming, line.directs) == (1, it, False)
    assert papers_submitted(by=replace(delegate, day=date(2025, 6, 21)), most=10) == (0, [])


def test_whoever_reaches_the_whole_office_finds_parts_of_the_own_unit(here):
    """By post or work on the day; what other units are asked is not among their own work."""
    it = received(here)
    part = asked_to_lead(it, here.commune, AssignmentRow(Part.HELP, unit=here.root))
    by = replace(demo_actor(), person=here.person)
    (total, (line,)) = papers_asked(by=by, most=10)
    assert (total, line.assignment, line.handles) == (1, part.pk, True)
    assert papers_asked(by=replace(by, day=date(2021, 2, 28)), most=10) == (0, [])
    assert papers_asked(by=demo_actor(), most=10) == (0, [])


def asked_to_lead(it: int, unit: int, *more: AssignmentRow) -> Assignment:
    rows = (AssignmentRow(Part.LEAD, unit=unit), *more)
    said = DirectionRow("Trưởng ban", date(2025, 6, 3), "Chủ trì.", rows)
    made = done(direct_paper, incoming=it, direction=said)
    return Assignment.objects.get(direction=made, part=Part.LEAD)


def answering(it: int, by: Actor) -> list[bool]:
    page = incoming_page(by=by, on=TODAY, incoming=it)
    return [each.answers for said in page.directions for each in said.assigned]


def test_a_part_of_a_finished_paper_is_neither_taken_nor_answered(here):
    it, demo = received(here), demo_actor()
    lead = asked_to_lead(it, here.commune, AssignmentRow(Part.HELP, unit=here.root))
    other = Assignment.objects.get(part=Part.HELP)
    assert answering(it, demo) == [True, True]
    done(finish_paper, incoming=it, finished_on=TODAY, result="Xong")
    assert answering(it, demo) == [False, False]
    said = "Văn bản đang ở tình trạng «Đã giải quyết xong»; phần được giao không nhận, không báo kết quả nữa."
    assert refused(take_paper, assignment=lead.pk) == [said]
    assert refused(answer_assignment, assignment=other.pk, answer=" ") == [
        said, "Ghi kết quả đã làm.",
    ]  # fmt: skip
    done(reopen_paper, incoming=it, reason="Trả lời chưa đủ")
    assert answering(it, demo) == [True, True]
    done(take_paper, assignment=lead.pk)


def test_a_lead_that_went_to_another_is_no_longer_taken_by_the_first(here, give):
    """The first sees its own part alone; that another leads it learns all the same."""
    it = received(here)
    helping = AssignmentRow(Part.HELP, unit=here.root)
    first = asked_to_lead(it, here.commune, helping)
    rights = {str(each): frozenset({here.commune}) for each in (Right.READ, Right.HANDLE)}
    unit = give(Actor("don-vi-thu", "Đơn vị", rights))
    with scoped(unit, TODAY):
        assert answering(it, unit) == [True]
    second = asked_to_lead(it, here.root)
    with scoped(unit, TODAY):
        assert answering(it, unit) == [False]
        assert papers_asked(by=unit, most=10) == (0, [])
    assert answering(it, demo_actor()) == [False, True, True]
    said = "Ý kiến chỉ đạo sau đã giao nơi khác chủ trì; phần này không còn chờ xử lý."
    before = list(Assignment.objects.order_by("pk").values_list())
    for by in (unit, demo_actor()):
        with pytest.raises(Refused) as refusal:
            take_paper(by, TODAY, assignment=first.pk)
        assert [str(each) for each in refusal.value.reasons] == [said]
        with pytest.raises(Refused) as refusal:
            answer_assignment(by, TODAY, assignment=first.pk, answer="Đã làm")
        assert [str(each) for each in refusal.value.reasons] == [said]
    assert list(Assignment.objects.order_by("pk").values_list()) == before
    done(take_paper, assignment=second.pk)
    done(answer_assignment, assignment=Assignment.objects.get(part=Part.HELP).pk, answer="Đã góp ý")


def test_the_paper_that_answered_is_noted_as_its_reply_once(here):
    it = received(here)
    asked = Incoming.objects.get().basis_id
    reply = paper("9-BC/ĐU", date(2025, 6, 9))
    done(finish_paper, incoming=it, finished_on=date(2025, 6, 9), reply=reply)
    assert replies() == [(reply, asked, here.root, False)]
    done(reopen_paper, incoming=it, reason="Trả lời chưa đủ")
    own = issued(series(here), day=date(2025, 6, 10)).basis_id
    done(finish_paper, incoming=it, finished_on=date(2025, 6, 10), reply=own)
    done(reopen_paper, incoming=it, reason="Ghi nhầm")
    done(finish_paper, incoming=it, finished_on=date(2025, 6, 10), reply=reply)
    assert replies() == [(reply, asked, here.root, False), (own, asked, here.root, True)]
    ties = ties_of(by=demo_actor(), on=TODAY, paper=asked)
    assert [(each.said, each.paper.id) for each in ties.inward] == [
        ("Được trả lời bởi", reply), ("Được trả lời bởi", own),
    ]  # fmt: skip
    assert not verify_journal().faults


def test_a_specialist_who_finishes_a_paper_notes_its_reply(here):
    it = received(here)
    asked, reply = Incoming.objects.get().basis_id, issued(series(here)).basis_id
    _, handles = papers.acting("Lê Thị Xong", here.root, here.founding, "chuyen_vien")
    finish_paper(handles, TODAY, incoming=it, finished_on=date(2025, 6, 9), reply=reply)
    assert replies() == [(reply, asked, here.root, True)]


def test_a_paper_finished_with_words_has_no_reply(here):
    done(finish_paper, incoming=received(here), finished_on=date(2025, 6, 9), result="Lưu")
    assert replies() == []


def test_no_paper_answers_itself_or_a_later_one(here):
    it = received(here)
    asked = Incoming.objects.get().basis_id
    early = paper("8-BC/ĐU", date(2025, 5, 29))
    assert refused(finish_paper, incoming=it, finished_on=date(2025, 6, 1), reply=early) == [
        "Ngày giải quyết xong phải từ ngày đến 02/06/2025 đến hôm nay.",
        "Văn bản kia ký ngày 30/05/2025, sau văn bản này.",
    ]
    assert refused(finish_paper, incoming=it, finished_on=TODAY, reply=asked) == [
        "Chọn hai văn bản khác nhau."
    ]
    assert replies() == []


def test_a_direction_is_refused_with_every_reason(here):
    it = received(here)
    rows = (
        AssignmentRow(Part.LEAD, unit=here.commune, due_on=date(2025, 6, 1)),
        AssignmentRow(Part.LEAD, unit=here.commune),
        AssignmentRow(Part.KNOW, person=999_999, due_on=date(2025, 6, 9)),
        AssignmentRow(Part.HELP),
    )
    said = refused(
        direct_paper, incoming=it, direction=DirectionRow(" ", date(2025, 6, 1), "", rows)
    )
    assert len(said) == 8
    lead = refused(finish_paper, incoming=it, finished_on=date(2025, 6, 17), result="")
    assert len(lead) == 2
    assert refused(finish_paper, incoming=it, finished_on=TODAY, reply=999_999)
    assert refused(take_paper, assignment=999_999)


def test_the_signed_paper_may_follow(here):
    it = done(
        receive_paper, organization=here.root, basis=came(),
        arrival=Arrival(date(2025, 6, 2), Channel.NETWORK, paper_also_required=True),
    )  # fmt: skip
    assert refused(receive_paper_copy, incoming=it, paper_on=date(2025, 6, 1))
    done(receive_paper_copy, incoming=it, paper_on=date(2025, 6, 5))
    assert Incoming.objects.get().paper_on == date(2025, 6, 5)
    assert (
        len(
            refused(
                receive_paper_copy, incoming=received(here, "46-CV/TW"), paper_on=date(2025, 6, 1)
            )
        )
        == 2
    )


def directed(it, *units) -> int:
    parts = (Part.LEAD, Part.HELP)
    asked = tuple(AssignmentRow(*each) for each in zip(parts, units, strict=False))
    said = DirectionRow("Trưởng ban", TODAY, "Lưu.", asked)
    return done(direct_paper, incoming=it, direction=said)


def last_asked(it) -> int:
    found = Assignment.objects.filter(incoming=it).order_by("-pk").first()
    return found.pk if found else 999_999


ACTS = {
    Verb.SUBMIT: lambda it: done(submit_paper, incoming=it),
    Verb.SEND_BACK: lambda it: done(send_paper_back, incoming=it, reason="Gửi nhầm"),
    Verb.DIRECT: lambda it: directed(it, Organization.objects.latest("pk").pk),
    Verb.TAKE: lambda it: done(take_paper, assignment=last_asked(it)),
    Verb.FINISH: lambda it: done(finish_paper, incoming=it, finished_on=TODAY, result="Đã lưu"),
    Verb.REOPEN: lambda it: done(reopen_paper, incoming=it, reason="Chưa đủ"),
}
WAYS = {
    State.REGISTERED: [], State.SUBMITTED: [Verb.SUBMIT], State.DIRECTED: [Verb.DIRECT],
    State.HANDLED: [Verb.DIRECT, Verb.TAKE], State.FINISHED: [Verb.FINISH],
    State.RETURNED: [Verb.SEND_BACK],
}  # fmt: skip
CANNOT = {Verb.TAKE: "Không có phân công này|Nơi này đã nhận"}


def test_every_verb_and_every_state_is_walked():
    assert (set(ACTS), set(WAYS)) == (set(Verb), set(State))
    assert set(MOVES) == set(Verb)


@pytest.mark.parametrize("verb", ACTS)
@pytest.mark.parametrize("state", WAYS)
def test_every_move_is_what_the_table_says(here, state, verb):
    it = received(here)
    for step in WAYS[state]:
        ACTS[step](it)
    if state in MOVES[verb].before:
        ACTS[verb](it)
        assert Incoming.objects.get().state == MOVES[verb].after
    else:
        before = standing()
        with pytest.raises(Refused, match=CANNOT.get(verb, "Văn bản đang ở tình trạng")):
            ACTS[verb](it)
        assert standing() == before


def test_whoever_was_asked_beside_the_first_takes_it_without_a_move(here):
    it = received(here)
    directed(it, here.commune, here.root)
    for asked in Assignment.objects.order_by("pk"):
        done(take_paper, assignment=asked.pk)
        assert Incoming.objects.get().state == State.HANDLED
    assert not Assignment.objects.filter(received_on=None).exists()


def test_nobody_registers_for_a_unit_out_of_reach(here):
    clerk = Actor("thu", "Văn thư xã", {Right.REGISTER.value: frozenset({here.commune})})
    with pytest.raises(NotAllowed):
        receive_paper(clerk, TODAY, organization=here.root, basis=here.founding, arrival=ARRIVED)
    of = series(here)
    with pytest.raises(NotAllowed):
        reserve_number(clerk, TODAY, series=of, given_on=TODAY)
    assert Incoming.objects.count() == Outgoing.objects.count() == 0


@pytest.mark.parametrize(
    ("given_on", "sent_on", "due", "late"),
    [
        (date(2025, 6, 3), date(2025, 6, 3), date(2025, 6, 4), False),
        (date(2025, 6, 3), date(2025, 6, 4), date(2025, 6, 4), False),
        (date(2025, 6, 3), date(2025, 6, 5), date(2025, 6, 4), True),
        (date(2025, 6, 6), date(2025, 6, 9), date(2025, 6, 9), False),  # Friday to Monday
        (date(2025, 6, 6), date(2025, 6, 10), date(2025, 6, 9), True),
        (date(2025, 6, 3), None, date(2025, 6, 4), True),
        (TODAY, None, date(2025, 6, 17), False),
    ],
)
def test_a_paper_goes_by_the_next_day_of_work_or_is_told_late(here, given_on, sent_on, due, late):
    number = issued(series(here), replace(DECISION, sent_on=sent_on), given_on).pk
    line = outgoing_line(by=demo_actor(), on=TODAY, number=number)
    assert (line.issue_due, line.late) == (due, late)


def test_numbers_without_a_paper_here_are_never_late(here):
    of = series(here)
    kept = done(reserve_number, series=of, given_on=date(2025, 6, 3))
    gone = issued(of).pk
    done(cancel_number, number=gone, reason="Soạn nhầm")
    for number in (kept, gone):
        line = outgoing_line(by=demo_actor(), on=TODAY, number=number)
        assert (line.issue_due, line.late) == (None, False)


def test_a_deadline_may_be_told_in_days_of_work(here):
    """Tuesday 03/06 is taken off and Saturday 31/05 worked instead, by a notice."""
    notice = paper("81-TB/TU")
    days = [DayRow(date(2025, 6, 3), works=False), DayRow(date(2025, 5, 31), works=True)]
    done(exchange_days, days=days, basis=notice)
    arrival = Arrival(date(2025, 4, 25), Channel.NETWORK, due_on=WithinDays(4))
    it = papers.received(here.root, "46-CV/BTCTW", replace(arrival, arrived_on=date(2025, 5, 30)))
    asked = (AssignmentRow(Part.LEAD, unit=here.commune, due_on=WithinDays(5)),)
    done(
        direct_paper,
        incoming=it,
        direction=DirectionRow("Trưởng ban", date(2025, 6, 5), "Làm", asked),
    )
    found, part = Incoming.objects.get(pk=it), Assignment.objects.get(incoming=it)
    assert (found.due_on, found.due_days) == (date(2025, 6, 5), 4)
    assert (part.due_on, part.due_days) == (date(2025, 6, 12), 5)
    rows = [
        ReceivedRow(
            PaperRow(InstrumentKind.LETTER, "9-CV/TW", "Trung ương", "về việc", date(2025, 4, 24)),
            arrival,
        )
    ]
    done(receive_papers, organization=here.root, rows=rows)
    listed = Incoming.objects.get(basis__number_sign="9-CV/TW")
    assert (listed.due_on, listed.due_days) == (date(2025, 5, 6), 4)  # 28, 29/4, 5, 6/5
    late = incoming_page(by=demo_actor(), on=TODAY, incoming=it)
    assert (late.line.late, late.line.days_late) == (True, 7)
    assert incoming_lines(by=demo_actor(), on=TODAY, late=True)[0] == 2
    assert incoming_lines(by=demo_actor(), on=date(2025, 6, 2), near=True)[0] == 1
    assert incoming_lines(by=demo_actor(), on=date(2025, 5, 30), near=True)[0] == 0
    wrong = replace(arrival, due_on=WithinDays(0))
    said = refused(
        receive_paper,
        organization=here.root,
        basis=came("7-CV/BTCTW", date(2025, 4, 24)),
        arrival=wrong,
    )
    assert said == ["Số ngày làm việc phải từ 1 đến 250."]


def test_a_paper_is_registered_and_directed_at_once_or_not_at_all(here):
    asked = (AssignmentRow(Part.LEAD, unit=here.commune, due_on=WithinDays(5)),)
    said = DirectionRow("Trưởng ban", TODAY, "Xã chủ trì.", asked)
    words = {"organization": here.root, "basis": came(), "arrival": ARRIVED}
    wrong = replace(ARRIVED, urgency=Urgency.EXPRESS)
    assert refused(
        receive_and_direct, **words | {"arrival": wrong}, direction=replace(said, opinion=" ")
    ) == ["Thiếu nội dung ý kiến.", "Văn bản Hỏa tốc phải ghi giờ đến."]
    found = Incoming.objects.get(pk=done(receive_and_direct, **words, direction=said))
    assert (found.state, found.number) == (State.DIRECTED, 1)
    assert Assignment.objects.get().due_on == date(2025, 6, 23)
    line = JournalEntry.objects.latest("opened_at").sentence
    assert line.startswith("Vào sổ văn bản đến số 1: Công văn số 45-CV/BTCTW")
    assert line.endswith("; ghi ý kiến chỉ đạo của Trưởng ban")
    clerk = replace(demo_actor(), rights=demo_actor().rights | {str(Right.DIRECT): frozenset()})
    before = standing()
    with pytest.raises(NotAllowed):
        receive_and_direct(clerk, TODAY, **words | {"basis": came("46-CV/BTCTW")}, direction=said)
    assert standing() == before
