"""Ký — between agreement and number; recorded by the office, taken back, mended; days in their order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from actors import demo_actor
from django.db import IntegrityError, transaction
from drafts import ROW, agreed, begun, sign, signed
from office import as_owner
from papers import elsewhere, received, series
from world import TODAY, answer, small_world

from thenchot.ground.basis.acts.act import Act, OpenAct
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.numbering import cancel_number
from thenchot.office.documents.models import Outgoing, Relation
from thenchot.office.documents.words import Right as Papers
from thenchot.office.drafting.acts.joining import join_draft
from thenchot.office.drafting.acts.moving import (
    check_content,
    check_form,
    decide_draft,
    drop_draft_paper,
    number_draft,
    submit_draft,
)
from thenchot.office.drafting.acts.signing import record_signing, withdraw_signing
from thenchot.office.drafting.acts.writing import begin_draft, write_version
from thenchot.office.drafting.models import DraftPaper, DraftStep
from thenchot.office.drafting.reads.drafts import (
    draft_lines,
    draft_page,
    drafts_waiting,
    open_steps,
)
from thenchot.office.drafting.rules.rows import SigningRow, number_day_faults, signing_faults
from thenchot.office.drafting.words import Right, Signing, State, Verb

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
BY_DEPUTY = SigningRow(TODAY, "Phó Bí thư", "Trần Thị Ký", Signing.FOR_HEAD, "Bí thư")


@pytest.mark.parametrize(
    ("row", "agreed_on", "said"),
    [
        ({}, TODAY, []),
        ({}, None, []),
        ({}, YESTERDAY, []),
        ({}, TOMORROW, ["Ngày ký phải từ 17/06/2025: ngày được đồng ý hoặc tập thể thông qua."]),
        ({"signed_on": TOMORROW}, TODAY, ["Ngày ký 17/06/2025 còn ở phía trước."]),
        ({"signer": " "}, TODAY, ["Thiếu người ký."]),
        ({"position": ""}, TODAY, ["Thiếu chức vụ người ký."]),
        (
            {"authority": ""}, TODAY,
            ["Ghi tên tập thể hoặc chức vụ sau T/M, K/T, T/L, TUQ, và chỉ khi có chúng."],
        ),
    ],
)  # fmt: skip
def test_a_signing_says_who_and_on_a_day_between_agreement_and_today(row, agreed_on, said):
    faults = signing_faults(replace(BY_DEPUTY, **row), agreed_on, TODAY)
    assert [each.sentence() for each in faults] == said


def test_a_number_is_of_the_day_of_signing_or_after_it():
    assert [each.field for each in number_day_faults(YESTERDAY, TODAY, "given_on")] == ["given_on"]
    for given_on in (TODAY, TOMORROW):
        assert number_day_faults(given_on, TODAY, "given_on") == []
    assert number_day_faults(YESTERDAY, None, "given_on") == []


@pytest.fixture
def here(db):
    return small_world()


@pytest.fixture
def draft(here):
    draft = begun(here.commune, here.root)
    agreed(draft)
    return draft


def done(act, **asked):
    return answer(act(demo_actor(), TODAY, **asked))


def refused(act, by=None, **asked) -> list[str]:
    """The sentences, and nothing written."""
    tables = (JournalEntry, DraftPaper, DraftStep, Outgoing, Relation)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    with pytest.raises(Refused) as caught:
        act(by or demo_actor(), TODAY, **asked)
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before
    return [reason.sentence() for reason in caught.value.reasons]


def state(draft: int) -> State:
    return draft_page(by=demo_actor(), on=TODAY, draft=draft).line.state


def waiting(by: Actor) -> list[int]:
    return [each.id for each in drafts_waiting(by=by, most=9)[1]]


@pytest.mark.django_db
@pytest.mark.database
class TestTheSigning:
    def test_is_recorded_as_it_was_and_stands_at_the_foot_of_the_paper(self, here, draft):
        assert state(draft) is State.AGREED
        assert done(record_signing, draft=draft, row=BY_DEPUTY) == draft
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        assert (page.line.state, page.signed_on) == (State.SIGNED, TODAY)
        told = page.printed
        assert (told.authority, told.position, told.signer) == (
            "K/T Bí thư", "Phó Bí thư", "Trần Thị Ký",
        )  # fmt: skip
        assert (page.steps[-1].verb, page.steps[-1].words) == (Verb.SIGN, "16/06/2025")
        line = JournalEntry.objects.latest("seq")
        assert line.sentence == f"Ghi đã ký ngày 16/06/2025: {DraftPaper.objects.get()}"
        done(number_draft, draft=draft, series=series(here.root), given_on=TODAY)
        assert Outgoing.objects.select_related("basis").get().basis.signer == "Trần Thị Ký"
        assert not verify_journal().faults

    def test_comes_before_any_number(self, here, draft):
        (number,) = elsewhere(here.root, here.founding)
        said = "Chỉ cấp số cho dự thảo đã ký; dự thảo này «Đã đồng ý, chờ ký»."
        assert refused(join_draft, draft=draft, number=number) == [said]
        assert said in refused(
            number_draft, draft=draft, series=series(here.root), given_on=TODAY
        )  # fmt: skip

    def test_is_refused_with_every_reason_at_once(self, here, draft):
        wrong = SigningRow(YESTERDAY, " ", "", Signing.ON_BEHALF, "")
        assert len(refused(record_signing, draft=draft, row=wrong)) == 4
        assert refused(record_signing, draft=999_999, row=BY_DEPUTY) == ["Không có dự thảo này."]
        other = begun(here.commune, here.root)
        (said,) = refused(record_signing, draft=other, row=BY_DEPUTY)
        assert said == "Dự thảo đang ở tình trạng «Đang soạn», không thể «Ghi đã ký»."

    def test_takes_the_right_of_the_issuing_organs_office(self, here, draft):
        for rights in (
            {Right.WRITE: EVERYWHERE, Right.DECIDE: EVERYWHERE},
            {Right.CHECK_FORM: frozenset({here.commune})},
        ):
            by = Actor("thu", "Khác", {str(each): where for each, where in rights.items()})
            with pytest.raises(NotAllowed):
                record_signing(by, TODAY, draft=draft, row=BY_DEPUTY)
            with pytest.raises(NotAllowed):
                withdraw_signing(by, TODAY, draft=draft, words="Nhầm")
        assert state(draft) is State.AGREED

    def test_is_taken_back_with_words_and_recorded_anew(self, draft):
        assert "không thể" in refused(withdraw_signing, draft=draft, words="Nhầm")[0]
        done(record_signing, draft=draft, row=BY_DEPUTY)
        assert refused(withdraw_signing, draft=draft, words=" ") == [
            "«Việc ký ghi nhầm, ghi lại» phải nêu lý do."
        ]
        done(withdraw_signing, draft=draft, words="Ghi nhầm người ký")
        found = DraftPaper.objects.get()
        assert (found.state, found.signed_on) == (State.AGREED, None)
        assert (found.signing, found.authority, found.position, found.signer) == (
            ROW.signing, ROW.authority, ROW.position, ROW.signer,
        )  # fmt: skip
        sign(draft)
        assert state(draft) is State.SIGNED

    def test_may_be_of_the_day_the_leader_agreed_though_that_was_recorded_later(self, here):
        draft = begun(here.commune, here.root)
        by = demo_actor()
        check_content(by, YESTERDAY, draft=draft, good=True)
        check_form(by, YESTERDAY, draft=draft, good=True)
        submit_draft(by, YESTERDAY, draft=draft)
        for day in (YESTERDAY - timedelta(days=1), TOMORROW):
            said = refused(decide_draft, draft=draft, verb=Verb.AGREE, said_on=day)
            assert said == ["Ngày cho ý kiến phải từ 15/06/2025, ngày của bước trước, đến hôm nay."]
        done(decide_draft, draft=draft, verb=Verb.AGREE, said_on=YESTERDAY)
        assert draft_page(by=by, on=TODAY, draft=draft).steps[-1].on_day == YESTERDAY
        sign(draft, YESTERDAY)
        assert state(draft) is State.SIGNED

    @pytest.mark.parametrize("once_signed", [False, True])
    def test_goes_back_to_be_mended_and_is_then_signed_anew(self, draft, once_signed):
        if once_signed:
            sign(draft)
        assert "nêu lý do" in refused(decide_draft, draft=draft, verb=Verb.BACK)[0]
        done(decide_draft, draft=draft, verb=Verb.BACK, words="Sai tên cơ quan")
        found = DraftPaper.objects.get()
        assert (found.state, found.signed_on) == (State.WRITING, None)
        done(write_version, draft=draft, whole_text="Viết lại.")
        signed(draft)
        assert state(draft) is State.SIGNED

    def test_is_not_issued_after_all(self, draft):
        sign(draft)
        done(drop_draft_paper, draft=draft, words="Không còn cần")
        found = DraftPaper.objects.get()
        assert (found.state, found.signed_on) == (State.DROPPED, TODAY)

    def test_waits_for_those_who_take_the_next_step(self, here, draft, give):
        whole = frozenset({here.root, here.commune})
        of_clerk, of_register = (
            (Right.READ, Right.CHECK_FORM),
            (Right.READ, Papers.REGISTER, Papers.READ),
        )
        clerk = give(Actor("1", "Văn thư", {str(each): whole for each in of_clerk}))
        register = give(Actor("2", "Sổ", {str(each): whole for each in of_register}))
        assert (waiting(clerk), waiting(register)) == ([draft], [])
        sign(draft)
        assert (waiting(clerk), waiting(register)) == ([], [draft])
        done(number_draft, draft=draft, series=series(here.root), given_on=TODAY)
        assert (waiting(clerk), waiting(register)) == ([], [])


@pytest.mark.django_db
@pytest.mark.database
class TestACancelledNumber:
    def cancelled(self, here, draft) -> None:
        sign(draft)
        done(number_draft, draft=draft, series=series(here.root), given_on=TODAY)
        done(cancel_number, number=DraftPaper.objects.get().number_id, reason="Ghi nhầm")

    def test_leaves_a_signed_draft_that_waits_for_another(self, here, draft):
        self.cancelled(here, draft)
        assert state(draft) is State.SIGNED
        for asked, many in ((State.SIGNED, 1), (State.NUMBERED, 0), (State.AGREED, 0)):
            assert draft_lines(by=demo_actor(), on=TODAY, state=asked)[0] == many
        line = draft_page(by=demo_actor(), on=TODAY, draft=draft).line
        assert line.cancelled
        assert {Verb.UNSIGN, Verb.BACK, Verb.DROP} == set(open_steps(demo_actor(), line))
        assert waiting(demo_actor()) == [draft]

    def test_may_be_mended_signed_and_numbered_anew(self, here, draft):
        self.cancelled(here, draft)
        done(decide_draft, draft=draft, verb=Verb.BACK, words="Sai nội dung")
        found = DraftPaper.objects.get()
        assert (found.state, found.number, found.signed_on) == (State.WRITING, None, None)
        signed(draft)
        of = Outgoing.objects.get().series_id
        done(number_draft, draft=draft, series=of, given_on=TODAY)
        assert DraftPaper.objects.select_related("number").get().number.number == 2
        assert not verify_journal().faults

    def test_of_a_reply_answers_nothing_once_it_is_mended(self, here):
        draft = done(
            begin_draft, unit=here.commune, organization=here.root, row=ROW, whole_text="Một.",
            answers=received(here.root),
        )  # fmt: skip
        agreed(draft)
        self.cancelled(here, draft)
        assert Relation.objects.exists()
        done(withdraw_signing, draft=draft, words="Ký nhầm bản")
        assert not Relation.objects.exists()


@pytest.mark.database
def test_one_numbered_before_signing_was_recorded_waits_for_its_signature(server, committed):
    here = small_world()
    draft, of = begun(here.commune, here.root), series(here.root)
    signed(draft)
    done(number_draft, draft=draft, series=of, given_on=TODAY)
    with as_owner(server, committed) as owner:
        owner.execute("ALTER TABLE drafting_draftpaper DISABLE TRIGGER signed_change")
    by_hand(signed_on=None)
    with as_owner(server, committed) as owner:
        owner.execute("ALTER TABLE drafting_draftpaper ENABLE TRIGGER signed_change")
    assert state(draft) is State.NUMBERED
    done(cancel_number, number=DraftPaper.objects.get().number_id, reason="Ghi nhầm")
    assert state(draft) is State.AGREED
    assert draft_lines(by=demo_actor(), on=TODAY, state=State.AGREED)[0] == 1
    (said,) = refused(number_draft, draft=draft, series=of, given_on=TODAY)
    assert "chờ ký" in said
    sign(draft)
    done(number_draft, draft=draft, series=of, given_on=TODAY)
    assert state(draft) is State.NUMBERED


def by_hand(**told) -> None:
    """The one draft changed past the rules of the acts."""

    def changed(opened: OpenAct) -> None:
        found = DraftPaper.objects.get()
        for name, value in told.items():
            setattr(found, name, value)
        found.entry = opened.entry
        found.save()

    Act(changed, Right.CHECK_FORM, "Sửa dự thảo")(demo_actor(), TODAY)


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"signed_on": None}, "phải có ngày ký"),
        ({"state": State.AGREED}, "phải có ngày ký"),
        ({"carried_on": TOMORROW}, "trước ngày tập thể thông qua"),
        ({"state": State.NUMBERED, "number_id": None, "signed_on": TOMORROW}, "từ ngày ký trở đi"),
        ({"state": State.NUMBERED, "number_id": None, "signed_on": None}, "từ ngày ký trở đi"),
    ],
)  # fmt: skip
def test_the_table_holds_no_draft_signed_or_numbered_out_of_order(here, draft, told, said):
    sign(draft)
    (number,) = elsewhere(here.root, here.founding)
    told = told | ({"number_id": number} if "number_id" in told else {})
    with transaction.atomic(), pytest.raises(Refused, match=said) as refusal:
        by_hand(**told)
    assert isinstance(refusal.value.__cause__, IntegrityError)
    assert state(draft) is State.SIGNED
