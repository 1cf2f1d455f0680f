"""Dự thảo — written in versions, checked twice, submitted, decided, numbered; a refusal changes nothing."""

from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor
from drafts import ROW, TEXT, begun, signed
from hypothesis import given
from hypothesis import strategies as st
from papers import TERM, received, series
from world import TODAY, answer, small_world

from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.handling import finish_paper
from thenchot.office.documents.acts.numbering import cancel_number
from thenchot.office.documents.models import Incoming, Outgoing, Relation
from thenchot.office.drafting.acts.moving import (
    check_content,
    check_form,
    decide_draft,
    drop_draft_paper,
    number_draft,
    submit_draft,
    withdraw_draft,
)
from thenchot.office.drafting.acts.writing import (
    begin_draft,
    change_draft,
    record_draft_opinion,
    write_version,
)
from thenchot.office.drafting.models import DraftOpinion, DraftPaper, DraftStep, DraftVersion
from thenchot.office.drafting.reads.drafts import draft_page
from thenchot.office.drafting.rules.flow import STEPS, step_faults
from thenchot.office.drafting.rules.layout import Line, form_faults, paragraphs, printed
from thenchot.office.drafting.rules.rows import draft_faults
from thenchot.office.drafting.words import Right, Signing, State, Verb

needs_database = [pytest.mark.django_db, pytest.mark.database]


def done(act, **asked):
    return answer(act(demo_actor(), TODAY, **asked))


def refused(act, by=None, **asked):
    """The sentences, and nothing written."""
    tables = (
        JournalEntry, DraftPaper, DraftVersion, DraftOpinion, DraftStep, Outgoing, Instrument, Relation,
    )  # fmt: skip
    before = [table.objects.count() for table in tables]
    with pytest.raises(Refused) as caught:
        act(by or demo_actor(), TODAY, **asked)
    assert [table.objects.count() for table in tables] == before
    return [reason.sentence() for reason in caught.value.reasons]


@pytest.fixture
def here(db):
    return small_world()


@pytest.mark.django_db
@pytest.mark.database
class TestADraft:
    @pytest.mark.parametrize("signing", list(Signing))
    def test_is_begun_with_any_way_of_signing(self, here, signing):
        authority = "" if signing is Signing.HEAD else "Trưởng Ban"
        draft = begun(here.commune, here.root, replace(ROW, signing=signing, authority=authority))
        found = DraftPaper.objects.get(pk=draft)
        assert (found.signing, found.authority) == (signing, authority)

    def test_goes_through_both_checks_and_the_leader_to_a_number(self, here):
        draft = begun(here.commune, here.root)
        of = series(here.root)
        signed(draft)
        assert done(number_draft, draft=draft, series=of, given_on=date(2025, 6, 16)) == draft
        found = DraftPaper.objects.select_related("number__basis").get()
        assert found.state == State.NUMBERED
        paper = found.number.basis
        assert (paper.number_sign, paper.issuer, paper.abstract, paper.signer) == (
            "01-QĐ/TU", "Ban Thường vụ", "về việc thành lập tổ giúp việc", "Nguyễn Văn Thử",
        )  # fmt: skip
        assert (found.number.drafted_by_id, found.number.recipients) == (
            here.commune,
            ROW.recipients,
        )
        assert list(DraftStep.objects.order_by("pk").values_list("verb", flat=True)) == [
            "duyet_noi_dung", "kiem_the_thuc", "trinh", "dong_y", "ky", "cap_so",
        ]  # fmt: skip
        assert "Cấp số 01-QĐ/TU cho dự thảo" in JournalEntry.objects.latest("seq").sentence
        assert not verify_journal().faults

    def test_is_refused_with_every_reason_at_once(self, here):
        row = replace(ROW, abstract=" ", issuer="", position="", signer="", authority="")
        said = refused(
            begin_draft, unit=here.root, organization=here.commune, row=row,
            whole_text="Đoạn một.\nMẬT\nĐoạn hai.", answers=999_999,
        )  # fmt: skip
        assert len(said) == 8
        assert any("dấu độ mật" in each for each in said)
        assert any("cấp trên của nó" in each for each in said)

    def test_keeps_its_versions_and_takes_no_same_one(self, here):
        draft = begun(here.commune, here.root)
        assert refused(write_version, draft=draft, whole_text=TEXT + "\n\n") == [
            "Nội dung giống hệt bản trước."
        ]
        done(write_version, draft=draft, whole_text=TEXT + "\nĐiều 4. Thêm.", note="Thêm điều 4")
        assert list(DraftVersion.objects.order_by("number").values_list("number", "note")) == [
            (1, ""), (2, "Thêm điều 4"),
        ]  # fmt: skip
        assert refused(write_version, draft=draft, whole_text=" \n ") == [
            "Dự thảo chưa có nội dung."
        ]

    def test_is_not_changed_after_it_went_on_but_withdrawn(self, here):
        draft = begun(here.commune, here.root)
        done(check_content, draft=draft, good=True)
        assert "rút lại để sửa" in refused(write_version, draft=draft, whole_text="Khác.")[0]
        assert "rút lại để sửa" in refused(change_draft, draft=draft, row=ROW)[0]
        done(withdraw_draft, draft=draft)
        done(change_draft, draft=draft, row=replace(ROW, abstract="về việc khác"))
        assert DraftPaper.objects.get().abstract == "về việc khác"

    def test_is_sent_back_only_with_a_reason(self, here):
        draft = begun(here.commune, here.root)
        assert refused(check_content, draft=draft, good=False) == [
            "«Chuyển lại về nội dung» phải nêu lý do."
        ]
        done(check_content, draft=draft, good=False, words="Thiếu căn cứ")
        done(check_content, draft=draft, good=True)
        done(check_form, draft=draft, good=False, words="Sai lề")
        assert DraftPaper.objects.get().state == State.WRITING
        assert "Trình lãnh đạo" in refused(submit_draft, draft=draft)[0]

    def test_is_submitted_with_the_leaders_page_only(self, here):
        draft = begun(here.commune, here.root, replace(ROW, proposal="", grounds=""))
        done(check_content, draft=draft, good=True)
        done(check_form, draft=draft, good=True)
        assert len(refused(submit_draft, draft=draft)) == 2

    def test_the_level_above_is_asked_and_it_is_submitted_again(self, here):
        draft = begun(here.commune, here.root)
        done(check_content, draft=draft, good=True)
        done(check_form, draft=draft, good=True)
        done(submit_draft, draft=draft)
        assert refused(decide_draft, draft=draft, verb=Verb.SUBMIT)
        assert "phải nêu lý do" in refused(decide_draft, draft=draft, verb=Verb.ASK)[0]
        done(decide_draft, draft=draft, verb=Verb.ASK, words="Xin ý kiến Trung ương")
        assert DraftPaper.objects.get().state == State.ASKING
        said = {"said_by": "Ban Tổ chức Trung ương", "said_on": TODAY}
        assert (
            len(
                refused(
                    record_draft_opinion,
                    draft=draft,
                    agrees=False,
                    said_by="",
                    said_on=date(2025, 6, 17),
                )
            )
            == 3
        )
        done(record_draft_opinion, draft=draft, agrees=True, **said)
        done(submit_draft, draft=draft)
        done(decide_draft, draft=draft, verb=Verb.BACK, words="Chưa đủ điều kiện")
        done(drop_draft_paper, draft=draft, words="Không còn cần")
        assert "đã xong" in refused(record_draft_opinion, draft=draft, agrees=True, **said)[0]

    def test_gets_a_number_only_once_signed_and_of_the_issuing_organ(self, here):
        draft = begun(here.commune, here.root)
        other = series(here.commune, replace(TERM, organ_code="ĐU"))
        said = refused(number_draft, draft=draft, series=other, given_on=date(2025, 6, 17))
        assert len(said) == 4  # not signed, another organ's series, a day ahead (twice)
        signed(draft)
        of = series(here.root)
        done(number_draft, draft=draft, series=of, given_on=TODAY)
        assert refused(number_draft, draft=draft, series=of, given_on=TODAY)
        assert Outgoing.objects.count() == 1

    def test_gets_another_number_once_the_first_was_cancelled(self, here):
        draft, of = begun(here.commune, here.root), series(here.root)
        signed(draft)
        done(number_draft, draft=draft, series=of, given_on=TODAY)
        first = Outgoing.objects.get()
        done(cancel_number, number=first.pk, reason="Ghi nhầm dãy")
        assert draft_page(by=demo_actor(), on=TODAY, draft=draft).line.cancelled
        done(number_draft, draft=draft, series=of, given_on=TODAY)
        line = draft_page(by=demo_actor(), on=TODAY, draft=draft).line
        assert (line.cancelled, line.number) == (False, Outgoing.objects.get(number=2).pk)
        assert Outgoing.objects.get(pk=first.pk).reason == "Ghi nhầm dãy"

    def test_answers_a_paper_that_came(self, here):
        it = received(here.root)
        draft = done(
            begin_draft,
            unit=here.commune,
            organization=here.root,
            row=ROW,
            whole_text=TEXT,
            answers=it,
        )
        assert DraftPaper.objects.get(pk=draft).answers_id == it
        signed(draft)
        of = series(here.root)
        early = refused(number_draft, draft=draft, series=of, given_on=date(2025, 5, 29))
        assert early == [
            "Ngày của số phải từ ngày ký 16/06/2025.",
            "Văn bản được trả lời ký ngày 30/05/2025, sau ngày này.",
        ]
        done(number_draft, draft=draft, series=of, given_on=TODAY)
        made, reply = Relation.objects.get(), Outgoing.objects.get().basis_id
        assert (made.paper_id, made.kind, made.to_id, made.organization_id, made.own) == (
            reply, "tra_loi", Incoming.objects.get().basis_id, here.root, True,
        )  # fmt: skip
        done(finish_paper, incoming=it, finished_on=TODAY, reply=reply)
        assert Relation.objects.count() == 1
        assert not verify_journal().faults

    def test_is_another_units_for_whoever_has_no_right_there(self, here, give):
        draft = begun(here.root, here.root)
        own = {right: frozenset({here.commune}) for right in (Right.READ, Right.WRITE)}
        stranger = give(Actor("9", "Người lạ", own))
        with pytest.raises((NotAllowed, Refused)):
            write_version(stranger, TODAY, draft=draft, whole_text="Khác.")
        assert DraftVersion.objects.count() == 1


def test_every_step_is_refused_from_every_other_state():
    for verb, step in STEPS.items():
        for state in State:
            faults = step_faults(verb, state, "có lý do")
            assert bool(faults) == (state not in step.before), (verb, state)
        assert bool(step_faults(verb, next(iter(step.before)), "")) == step.needs_words
    assert {Verb.NUMBER, Verb.JOIN, Verb.PART} == set(Verb) - STEPS.keys()


# --- how it is printed and what departs from it ----------------------------------------------------


def test_paragraphs_are_told_by_how_they_begin():
    lines = [
        "- Căn cứ Điều lệ;",
        "I- MỤC LỚN",
        "1. Mục",
        "1.2. Mục",
        "Điều 2. Hiệu lực.",
        "QUYẾT ĐỊNH",
        "Đoạn.",
    ]
    assert [each.line for each in paragraphs("\n\n".join(lines))] == [
        Line.GROUND, Line.PART, Line.HEADING, Line.HEADING, Line.ARTICLE, Line.CENTRED, Line.PLAIN,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 2, 5), "Thử, ngày 05 tháng 02 năm 2026"),
        (date(2026, 5, 27), "Thử, ngày 27 tháng 5 năm 2026"),
        (date(2026, 12, 9), "Thử, ngày 09 tháng 12 năm 2026"),
        (None, "Thử, ngày ... tháng ... năm ......"),
    ],
)
def test_days_below_ten_and_the_first_two_months_bear_a_zero(day, said):
    assert printed(ROW, TEXT, number_sign="", on=day).placed == said


@pytest.mark.parametrize(
    ("signing", "authority", "said"),
    [
        (Signing.HEAD, "", ""),
        (Signing.ON_BEHALF, "Ban Thường vụ", "T/M Ban Thường vụ"),
        (Signing.FOR_HEAD, "Trưởng Ban", "K/T Trưởng Ban"),
        (Signing.BY_ORDER, "Ban Thường vụ", "T/L Ban Thường vụ"),
        (Signing.EMPOWERED, "Trưởng Ban", "TUQ Trưởng Ban"),
    ],
)
def test_each_way_of_signing_is_printed_before_whom_the_signer_stands_for(signing, authority, said):
    row = replace(ROW, signing=signing, authority=authority)
    assert printed(row, TEXT, number_sign="", on=None).authority == said
    assert draft_faults(row) == []
    other = replace(row, authority="" if authority else "Trưởng Ban")
    assert [each.field for each in draft_faults(other)] == ["authority"]


def test_every_way_of_signing_is_printed_some_way():
    assert {each.printed for each in Signing} == {"", "T/M", "K/T", "T/L", "TUQ"}


def test_a_letter_bears_no_name_of_its_type_and_a_submission_is_to_whom_it_submits():
    letter = printed(
        replace(ROW, kind=InstrumentKind.LETTER, addressee="Tỉnh ủy"),
        TEXT,
        number_sign="8-CV/TU",
        on=None,
    )
    assert (letter.type, letter.addressee, letter.number) == ("", "Kính gửi: Tỉnh ủy", "Số 8-CV/TU")
    asked = printed(
        replace(ROW, kind=InstrumentKind.SUBMISSION, addressee="Tỉnh ủy"),
        TEXT,
        number_sign="",
        on=None,
    )
    assert (asked.type, asked.addressee) == ("Tờ trình", "Kính trình: Tỉnh ủy")
    assert (asked.authority, asked.number) == ("T/M Ban Thường vụ", "Số ......")


def test_a_paper_by_the_rules_departs_nowhere():
    assert form_faults(ROW, TEXT) == []


@pytest.mark.parametrize(
    ("row", "text", "said"),
    [
        ({"abstract": "Về việc thử"}, TEXT, "chữ thường"),
        ({"abstract": "v/v thử"}, TEXT, "V/v"),
        ({"abstract": "V/v thử"}, TEXT, "V/v"),
        ({"abstract": "về việc thử."}, TEXT, "dấu chấm cuối"),
        ({"place": ""}, TEXT, "địa danh"),
        ({"kind": InstrumentKind.LETTER}, TEXT, "kính gửi"),
        ({"signing": Signing.FOR_HEAD, "authority": "Bí thư", "position": "Phó Bí thư"}, TEXT, "T/M tập thể"),
        ({"signer": "TS. Nguyễn Văn Thử"}, TEXT, "học hàm"),
        ({"recipients": ""}, TEXT, "Thiếu nơi nhận"),
        ({"recipients": "Như trên"}, TEXT, "Lưu"),
        ({"recipients": "Như trên; Lưu VT"}, TEXT, "VT"),
        ({"recipients": "Như trên; Lưu: Văn phòng"}, TEXT, "dấu hai chấm"),
        ({}, "Căn cứ Điều lệ;\nXong.", "gạch đầu dòng"),
        ({}, "- Căn cứ Điều lệ\n- Căn cứ quy chế.\nXong.", "dấu chấm phẩy"),
        ({}, "Xong./.", "./."),
        ({}, "Chưa xong", "dấu chấm"),
        ({}, "I. MỤC\nXong.", "I- "),
        ({}, "1) mục\nXong.", "1. "),
        ({}, "1/ mục\nXong.", "1. "),
        ({}, "a. ý\nXong.", "a) "),
    ],
)  # fmt: skip
def test_each_departure_is_told(row, text, said):
    told = [each.sentence() for each in form_faults(replace(ROW, **row), text)]
    assert len(told) == 1
    assert said in told[0]


@given(st.text(max_size=300))
def test_any_text_is_laid_out_whole(text):
    found = paragraphs(text)
    assert [each.text for each in found] == [each for each in text.splitlines() if each.strip()]
    form_faults(ROW, text)
