"""Vị trí việc làm — drafted by degrees, approved by a paper; a refusal leaves nothing behind."""

from dataclasses import replace
from datetime import date

import pytest
from party import party
from positions import LEVELS, WHOLE, approved, drafted, framework
from world import TODAY, answer, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.acts.organizations import end_organization
from thenchot.people.positions.acts.approving import approve_descriptions, end_positions
from thenchot.people.positions.acts.copying import copy_description, copy_descriptions
from thenchot.people.positions.acts.drafting import discard_draft, draft_description
from thenchot.people.positions.acts.framework import set_competency
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.models import (
    Competency,
    DescriptionDraft,
    JobDescription,
    JobPosition,
    StaffQuota,
)
from thenchot.people.positions.rules.content import Demand, Description, Duty, content_of
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import CompetencyGroup, Degree, StaffCategory

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2024, 3, 1), date(2024, 9, 20)
TABLES = (JobPosition, JobDescription, DescriptionDraft, Competency, StaffQuota)


@pytest.fixture
def here():
    found = party()
    framework(found.list_paper)
    return found


@pytest.fixture
def decision(here):
    return paper("55-QĐ/HU", DAY)


def kept():
    return [list(table.objects.order_by("pk").values()) for table in TABLES]


def refused(act, by, *said, **words):
    before = kept(), JournalEntry.objects.count()
    with pytest.raises(Refused) as no:
        act(by, TODAY, **words)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text, text
    assert (kept(), JournalEntry.objects.count()) == before
    return [reason.field for reason in no.value.reasons]


def days_of(position):
    held = JobDescription.objects.filter(position=position).order_by("effective")
    return [(each.job_title, each.effective.start, each.effective.until) for each in held]


def test_a_draft_may_lack_parts_and_is_written_over(actor, here):
    bare = {"organization": here.commune, "code": " cv01", "title": " Chuyên  viên "}
    position = answer(draft_description(actor, TODAY, content=Description(), **bare))
    draft = DescriptionDraft.objects.get()
    assert (draft.position_id, draft.job_code, draft.job_title) == (position, "CV01", "Chuyên viên")
    draft_description(actor, TODAY, position=position, content=WHOLE, **bare)
    draft = DescriptionDraft.objects.get()
    assert content_of(draft.content) == WHOLE
    assert (draft.drafter, draft.drafted_on) == (actor.printed_name, TODAY)
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Soạn bản mô tả «Chuyên viên», Đảng bộ xã Thử"
    assert not JobDescription.objects.exists()


def test_a_draft_hears_all_that_cannot_stand_in_it(actor, here):
    drafted(here.commune, "CV01")
    wrong = replace(
        WHOLE, duties=(Duty("", "", weight=70), Duty("Một", "Hai", weight=31)),
        competencies=(Demand("C1", 6), Demand("LA", 1)),
    )  # fmt: skip
    fields = refused(
        draft_description, actor, "Tổng trọng số là 101%", "không có trong khung năng lực",
        "Cấp độ năng lực từ 1 đến 5", "Thiếu mảng việc", "Đơn vị đang có bản thảo khác cùng mã",
        organization=here.commune, code="CV01", title="x", content=wrong,
    )  # fmt: skip
    assert {"duties", "1.area", "1.task", "competencies", "code"} <= set(fields)
    refused(
        draft_description, actor, "Mã gồm chữ hoa", "Tên không được để trống", "không tồn tại",
        "Không có vị trí việc làm này", organization=999999, code="?", title=" ", content=WHOLE,
        position=999999,
    )  # fmt: skip


def test_many_drafts_are_approved_by_one_paper(actor, here, decision):
    positions = [drafted(here.commune, "CV01"), drafted(here.cells[0], "CV01", "Văn thư")]
    approve_descriptions(actor, TODAY, drafts=positions, from_day=DAY, basis=decision)
    assert [days_of(each) for each in positions] == [
        [("Chuyên viên thử", DAY, None)],
        [("Văn thư", DAY, None)],
    ]
    assert not DescriptionDraft.objects.exists()
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Ghi quyết định phê duyệt 2 bản mô tả vị trí việc làm"
    assert verify_journal().faults == []


def test_an_unfinished_draft_is_not_approved_and_says_what_it_lacks(actor, here, decision):
    done = drafted(here.commune, "CV01")
    bare = drafted(
        here.commune, "CV02", objectives="", degree=None, competencies=(),
        duties=(Duty("Một", "Hai", weight=30),),
    )  # fmt: skip
    fields = refused(
        approve_descriptions, actor, "CV02: Thiếu mục tiêu", "CV02: Tổng trọng số là 30%",
        "Công việc số 1 thiếu tiêu chí", "Thiếu yêu cầu năng lực", "không có bản thảo",
        drafts=[done, bare, 999999], from_day=DAY, basis=decision,
    )  # fmt: skip
    assert set(fields) == {"2.position", "3.position"}
    refused(
        approve_descriptions, actor, "mỗi vị trí một lần", drafts=[], from_day=DAY, basis=decision
    )
    refused(
        approve_descriptions, actor, "mỗi vị trí một lần", drafts=[done, done], from_day=DAY,
        basis=decision,
    )  # fmt: skip
    early = date(2019, 1, 1)
    refused(
        approve_descriptions, actor, "không tồn tại", drafts=[done], from_day=early, basis=decision
    )


def test_a_new_version_takes_the_place_of_the_one_before(actor, here, decision):
    position = approved(here.commune, "CV01", decision, DAY)
    words = {"organization": here.commune, "code": "CV01", "position": position}
    draft_description(actor, TODAY, title="Chuyên viên chính", content=WHOLE, **words)
    refused(
        approve_descriptions, actor, "từ chính ngày 01/03/2024", drafts=[position], from_day=DAY,
        basis=decision,
    )  # fmt: skip
    later = paper("99-QĐ/HU", LATER)
    approve_descriptions(actor, TODAY, drafts=[position], from_day=LATER, basis=later)
    assert days_of(position) == [
        ("Chuyên viên thử", DAY, LATER),
        ("Chuyên viên chính", LATER, None),
    ]
    annul_instrument(actor, TODAY, instrument=later, by_paper=paper("3-KL/UB"), reason="sai")
    assert days_of(position) == [("Chuyên viên thử", DAY, None)]
    repeal_instrument(
        actor, TODAY, instrument=decision, from_day=LATER, by_paper=paper("4-QĐ/HU"), reason="thôi"
    )
    assert days_of(position) == [("Chuyên viên thử", DAY, LATER)]


def test_a_code_is_of_one_position_of_the_unit(actor, here, decision):
    approved(here.commune, "CV01", decision, DAY)
    refused(
        draft_description, actor, "là mã của một vị trí khác", organization=here.commune,
        code="CV01", title="Khác", content=WHOLE,
    )  # fmt: skip
    first = drafted(here.commune, "CV02")
    approve_descriptions(actor, TODAY, drafts=[first], from_day=LATER, basis=decision)
    other = drafted(here.commune, "CV03")
    JobDescription.objects.get(position=first)
    assert answer(
        draft_description(
            actor, TODAY, organization=here.commune, code="CV04", title="Đổi mã", content=WHOLE,
            position=other,
        )
    ) == other  # fmt: skip


def test_a_description_is_copied_to_another_unit_and_adapted(actor, here, decision):
    position = approved(here.commune, "CV01", decision, DAY)
    copied = answer(copy_description(actor, TODAY, position=position, organization=here.cells[0]))
    draft = DescriptionDraft.objects.get(position=copied)
    assert copied != position
    assert (draft.organization_id, draft.job_code) == (here.cells[0], "CV01")
    assert content_of(draft.content) == WHOLE
    refused(
        copy_description, actor, "bản thảo khác cùng mã", position=position,
        organization=here.cells[0],
    )  # fmt: skip
    copy_description(actor, TODAY, position=position, organization=here.cells[0], code="cv02")
    refused(
        draft_description, actor, "thuộc đơn vị khác", position=copied, organization=here.commune,
        code="CV09", title="x", content=WHOLE,
    )  # fmt: skip
    refused(copy_description, actor, "Không có vị trí", position=999999, organization=here.commune)


def test_all_positions_of_a_unit_are_copied_but_codes_that_are_there(actor, here, decision):
    approved(here.commune, "CV01", decision, DAY)
    drafted(here.commune, "CV02", "Văn thư")
    drafted(here.cells[0], "CV01", "Đã có")
    words = {"source": here.commune, "organization": here.cells[0]}
    copy_descriptions(actor, TODAY, **words)
    held = DescriptionDraft.objects.filter(organization=here.cells[0]).order_by("job_code")
    assert [each.job_title for each in held] == ["Đã có", "Văn thư"]
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Chép 1 bản mô tả của Đảng bộ xã Thử sang Chi bộ ấp Một"
    assert refused(copy_descriptions, actor, "không có vị trí nào", **words) == ["source"]
    refused(copy_descriptions, actor, "không tồn tại", source=999999, organization=here.cells[0])


def test_texts_are_kept_in_one_spelling(actor, here):
    content = replace(WHOLE, objectives="  Giúp  việc ", duties=(Duty(" Một ", "Hai", weight=5),))
    drafted_ = {"organization": here.commune, "code": "CV01", "title": "x", "content": content}
    draft_description(actor, TODAY, **drafted_)
    kept_ = content_of(DescriptionDraft.objects.get().content)
    assert (kept_.objectives, kept_.duties[0].area) == ("Giúp việc", "Một")
    assert kept_.degree is Degree.BACHELOR


def test_a_draft_is_discarded_and_the_approved_one_stands(actor, here, decision):
    position = approved(here.commune, "CV01", decision, DAY)
    refused(discard_draft, actor, "không có bản thảo", position=position)
    words = {"organization": here.commune, "code": "CV01", "position": position}
    draft_description(actor, TODAY, title="Khác", content=WHOLE, **words)
    discard_draft(actor, TODAY, position=position)
    assert not DescriptionDraft.objects.exists()
    assert days_of(position) == [("Chuyên viên thử", DAY, None)]


def test_positions_end_before_their_unit_does(actor, here, decision):
    position = approved(here.cells[1], "CV01", decision, DAY)
    refused(
        end_organization, actor, "«CV01 Chuyên viên thử»", organization=here.cells[1],
        from_day=LATER, basis=decision,
    )  # fmt: skip
    refused(
        end_positions, actor, "CV01: Ngày 01/03/2024 phải sau", "không có bản mô tả",
        positions=[position, 999999], from_day=DAY, basis=decision,
    )  # fmt: skip
    end_positions(actor, TODAY, positions=[position], from_day=LATER, basis=decision)
    assert days_of(position) == [("Chuyên viên thử", DAY, LATER)]


def test_code_and_title_are_corrected_and_the_content_is_not(actor, here, decision):
    approved(here.commune, "CV01", decision, DAY)
    words = {
        "kind": "positions.JobDescription", "fact": JobDescription.objects.get().pk,
        "by_paper": decision, "reason": "gõ nhầm",
    }  # fmt: skip
    correct_fact(actor, TODAY, changes={"job_title": "Chuyên viên"}, **words)
    assert JobDescription.objects.get().job_title == "Chuyên viên"
    correct_fact(actor, TODAY, changes={"job_code": "CV07"}, **words)
    assert JobDescription.objects.get().job_code == "CV07"
    for changes in (
        {"job_title": ""}, {"content": {}}, {"job_code": "x y"}, {"organization_id": here.cells[0]},
    ):  # fmt: skip
        refused(correct_fact, actor, changes=changes, **words)


def test_a_competency_needs_five_indicators_and_changes_from_a_day(actor, here, decision):
    words = {
        "group": CompetencyGroup.COMMON,
        "verified": True,
        "from_day": LATER,
        "basis": decision,
    }
    fields = refused(
        set_competency, actor, "Mã gồm", "Thiếu chỉ báo của cấp độ 2", code="", name="",
        indicators=["Một", ""], **words,
    )  # fmt: skip
    assert fields == ["code", "name", "level_2", "level_3", "level_4", "level_5"]
    set_competency(actor, TODAY, code="C1", name="Tên mới", indicators=LEVELS, **words)
    assert Competency.objects.filter(key="C1").count() == 2
    assert Competency.objects.on(TODAY).get(key="C1").name == "Tên mới"
    near = replace(actor, rights=dict.fromkeys(actor.rights, frozenset({here.commune})))
    with pytest.raises(NotAllowed):
        set_competency(near, TODAY, code="C2", name="x", indicators=LEVELS, **words)


def test_a_quota_is_of_a_year_and_a_later_paper_changes_the_rest_of_it(actor, here, decision):
    staff = StaffCategory.CIVIL_SERVANT
    words = {"year": 2024, "basis": decision}
    set_staff_quotas(
        actor, TODAY, quotas=[QuotaRow(here.commune, staff, 20, 18)], from_day=DAY, **words
    )
    set_staff_quotas(
        actor, TODAY, quotas=[QuotaRow(here.commune, staff, 19, 19)], from_day=LATER, **words
    )
    held = StaffQuota.objects.order_by("effective")
    end = date(2025, 1, 1)
    assert [(q.assigned, q.used, q.effective.start, q.effective.until) for q in held] == [
        (20, 18, DAY, LATER),
        (19, 19, LATER, end),
    ]
    assert not StaffQuota.objects.on(TODAY).exists()
    rows = [
        QuotaRow(here.commune, staff, 5, 6),
        QuotaRow(here.commune, staff, 5, 5),
        QuotaRow(999999, staff, 5, 5),
    ]
    fields = refused(
        set_staff_quotas, actor, "không được quá số giao (5)", "ghi hai lần", "không tồn tại",
        "phải trong năm 2024", quotas=rows, from_day=date(2025, 3, 1), **words,
    )  # fmt: skip
    assert {"from_day", "quotas", "1.used", "3.organization"} <= set(fields)
    refused(set_staff_quotas, actor, "không có đơn vị nào", quotas=[], from_day=DAY, **words)


def test_nobody_writes_for_a_unit_out_of_reach(actor, here, decision):
    position = drafted(here.commune, "CV01")
    near = replace(actor, rights=dict.fromkeys(actor.rights, frozenset({here.cells[1]})))
    before = kept()
    for act, words in (
        (draft_description, {"organization": here.commune, "code": "X", "title": "x", "content": WHOLE}),
        (approve_descriptions, {"drafts": [position], "from_day": DAY, "basis": decision}),
        (discard_draft, {"position": position}),
        (copy_description, {"position": position, "organization": here.commune}),
        (copy_descriptions, {"source": here.cells[1], "organization": here.commune}),
        (set_staff_quotas, {"quotas": [QuotaRow(here.commune, StaffCategory.CONTRACT, 1)],
                            "year": 2024, "from_day": DAY, "basis": decision}),
    ):  # fmt: skip
        with pytest.raises(Refused):
            act(near, TODAY, **words)
    assert kept() == before


def test_what_was_kept_as_data_reads_back_alike():
    for content in (WHOLE, Description(), replace(WHOLE, degree=Degree.NONE, theory=None)):
        assert content_of(content.as_data()) == content
