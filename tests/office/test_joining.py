"""Nối dự thảo — with the paper another system numbered, by a person; nothing is numbered here."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from actors import demo_actor
from drafts import ROW, TEXT, begun, signed
from papers import ELSEWHERE, elsewhere, issued, received, series
from world import TODAY, answer, small_world

from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.models import Outgoing, Relation, Series
from thenchot.office.documents.words import RelationKind
from thenchot.office.documents.words import Right as Papers
from thenchot.office.drafting.acts.joining import join_draft, part_draft
from thenchot.office.drafting.acts.moving import number_draft
from thenchot.office.drafting.acts.writing import begin_draft
from thenchot.office.drafting.models import DraftPaper, DraftStep
from thenchot.office.drafting.reads.drafts import draft_page
from thenchot.office.drafting.reads.joining import likely_papers
from thenchot.office.drafting.rules.joining import nearness
from thenchot.office.drafting.words import Right, State, Verb

OURS = replace(ELSEWHERE, abstract="Về việc thành lập Tổ giúp việc Ban Chỉ đạo", signer=ROW.signer)


@pytest.mark.parametrize(
    ("abstract", "signer", "near"),
    [
        ("về việc thành lập tổ giúp việc", "Nguyễn Văn Thử", 1),
        ("VỀ VIỆC THÀNH LẬP TỔ GIÚP VIỆC", "nguyễn văn thử", 1),
        ("về việc thành lập tổ giúp việc", "Người khác", 0.75),
        ("thành lập hội đồng", "Nguyễn Văn Thử", 0.55),
        ("khen thưởng", "Người khác", 0),
        ("", "", 0),
    ],
)
def test_papers_come_near_by_words_and_signer(abstract, signer, near):
    found = nearness(
        "về việc thành lập tổ giúp việc", "Nguyễn Văn Thử", to_abstract=abstract, to_signer=signer
    )
    assert found == pytest.approx(near, abs=0.01)


@pytest.fixture
def here(db):
    return small_world()


def ready(here) -> int:
    draft = begun(here.commune, here.root)
    signed(draft)
    return draft


def done(act, **asked):
    return act(demo_actor(), TODAY, **asked).answer


def refused(act, by=None, **asked) -> list[str]:
    tables = (JournalEntry, DraftPaper, DraftStep, Outgoing, Instrument, Series)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    with pytest.raises(Refused) as caught:
        act(by or demo_actor(), TODAY, **asked)
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before
    return [each.sentence() for each in caught.value.reasons]


def likely(draft: int) -> list[int]:
    found = likely_papers(by=demo_actor(), on=TODAY, draft=draft)
    return [each.number for each in found]


@pytest.mark.django_db
@pytest.mark.database
class TestADraftNumberedElsewhere:
    def test_is_finished_by_its_paper_and_no_number_is_given(self, here):
        of, draft = series(here.root), ready(here)
        (number,) = elsewhere(here.root, here.founding, OURS)
        assert refused(number_draft, draft=draft, series=of, given_on=TODAY)  # not numbered here
        assert done(join_draft, draft=draft, number=number) == draft
        found = DraftPaper.objects.select_related("number__basis").get()
        assert (found.state, found.number_id) == (State.NUMBERED, number)
        assert (found.number.drafted_by_id, found.number.basis.number_sign) == (
            here.commune, "9-QĐ/TU",
        )  # fmt: skip
        assert Series.objects.get(pk=of).last == 0
        assert DraftStep.objects.latest("pk").verb == Verb.JOIN
        line = JournalEntry.objects.latest("seq")
        assert line.sentence == f"Nối với {found.number.basis}: {found}"
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        assert (page.line.sign, page.given_on, page.joined) == ("9-QĐ/TU", TODAY, True)
        assert not verify_journal().faults

    def test_nothing_is_joined_by_itself_and_the_nearest_is_proposed_first(self, here):
        draft, other = ready(here), begun(here.root, here.root)
        rows = [
            replace(OURS, number_sign=f"{n}-QĐ/TU", abstract=abstract, signer=signer)
            for n, (abstract, signer) in enumerate(
                [
                    ("kiện toàn hội đồng", "Người Khác"), ("Thành lập tổ giúp việc", ROW.signer),
                    ("về việc thành lập đoàn kiểm tra", ROW.signer),
                ],
                start=3,
            )
        ]  # fmt: skip
        early = replace(OURS, number_sign="2-QĐ/TU", issued_on=TODAY - timedelta(days=1))
        _, far, near, middle = elsewhere(here.root, here.founding, early, *rows)
        assert likely(draft) == [near, middle]
        assert far not in likely(draft)
        assert DraftPaper.objects.get(pk=draft).number is None
        assert likely(other) == []  # still being written
        assert likely_papers(by=Actor("thu", "Lạ"), on=TODAY, draft=draft) is None
        done(join_draft, draft=draft, number=near)
        second = ready(here)
        assert likely(second) == [middle]  # joined already: not offered

    def test_is_refused_with_every_reason(self, here):
        draft, writing = ready(here), begun(here.commune, here.root)
        own = issued(series(here.root))
        (number,) = elsewhere(here.root, here.founding, OURS)
        (theirs,) = elsewhere(here.commune, here.founding, replace(OURS, issuer="Đảng ủy"))
        not_ours = "Cơ quan ban hành không có văn bản này trong sổ nhập từ hệ thống khác."
        for each in (own, theirs, 999_999):
            assert refused(join_draft, draft=draft, number=each) == [not_ours]
        assert refused(join_draft, draft=999_999, number=number) == ["Không có dự thảo này."]
        state = "Chỉ cấp số cho dự thảo đã ký; dự thảo này «Đang soạn»."
        assert refused(join_draft, draft=writing, number=own) == [state, not_ours]
        done(join_draft, draft=draft, number=number)
        again = "Số này đã cấp cho một dự thảo khác."
        assert refused(join_draft, draft=ready(here), number=number) == [again]
        assert len(refused(join_draft, draft=draft, number=number)) == 2

    def test_it_takes_the_right_of_the_register_in_the_issuing_organ(self, here):
        draft = ready(here)
        (number,) = elsewhere(here.root, here.founding, OURS)
        for rights in (
            {Right.WRITE: EVERYWHERE}, {Papers.REGISTER: frozenset({here.commune})},
        ):  # fmt: skip
            by = Actor("thu", "Khác", {str(each): where for each, where in rights.items()})
            for act, asked in (
                (join_draft, {"number": number}), (part_draft, {"reason": "nhầm"}),
            ):  # fmt: skip
                with pytest.raises(NotAllowed):
                    act(by, TODAY, draft=draft, **asked)
        assert DraftPaper.objects.get().state == State.SIGNED

    def test_a_paper_of_another_kind_is_not_the_draft(self, here):
        notice = replace(OURS, number_sign="9-TB/TU", kind=InstrumentKind.NOTICE)
        (number,) = elsewhere(here.root, here.founding, notice)
        assert refused(join_draft, draft=ready(here), number=number) == [
            "Dự thảo là Quyết định, văn bản này là Thông báo."
        ]

    def test_one_written_in_answer_becomes_the_reply_until_it_is_parted(self, here):
        came_in = received(here.root)
        draft = answer(
            begin_draft(
                demo_actor(), TODAY, unit=here.commune, organization=here.root, row=ROW,
                whole_text=TEXT, answers=came_in,
            )
        )  # fmt: skip
        signed(draft)
        (number,) = elsewhere(here.root, here.founding, OURS)
        done(join_draft, draft=draft, number=number)
        replies = Relation.objects.filter(kind=RelationKind.REPLIES)
        assert replies.get().paper_id == Outgoing.objects.get(pk=number).basis_id
        done(part_draft, draft=draft, reason="Nhầm")
        assert not replies.exists()


@pytest.mark.django_db
@pytest.mark.database
class TestJoinedByMistake:
    def test_two_drafts_change_their_papers(self, here):
        one, two = ready(here), ready(here)
        first, second = elsewhere(
            here.root, here.founding, OURS, replace(OURS, number_sign="10-QĐ/TU")
        )
        done(join_draft, draft=one, number=second)
        done(join_draft, draft=two, number=first)
        for draft in (one, two):
            done(part_draft, draft=draft, reason="Nối nhầm hai văn bản")
        found = DraftPaper.objects.get(pk=one)
        assert (found.state, found.number) == (State.SIGNED, None)
        step = DraftStep.objects.latest("pk")
        assert (step.verb, step.words) == (Verb.PART, "Nối nhầm hai văn bản")
        assert likely(one) == [first, second]
        done(join_draft, draft=one, number=first)
        done(join_draft, draft=two, number=second)
        assert not verify_journal().faults

    def test_takes_a_reason_and_a_draft_that_was_joined(self, here):
        draft = ready(here)
        said = "Dự thảo này không nối với văn bản nào của hệ thống khác."
        assert refused(part_draft, draft=draft, reason=" ") == [said, "Phải nêu lý do gỡ."]
        done(number_draft, draft=draft, series=series(here.root), given_on=date(2025, 6, 16))
        assert refused(part_draft, draft=draft, reason="Nhầm") == [said]
        assert refused(part_draft, draft=999_999, reason="Nhầm") == ["Không có dự thảo này."]
