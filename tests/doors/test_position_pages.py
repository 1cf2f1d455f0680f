"""Trang vị trí việc làm — written, approved, compared, printed; every fault at once, nothing typed is lost."""

import html
import io
import re
from datetime import date

import pytest
from actors import demo_actor, questions, signed_in
from django.conf import settings
from docx import Document
from office import browser_of, given, opened
from party import party
from positions import WHOLE, approved, drafted, framework
from pypdf import PdfReader
from world import TODAY, paper

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.register.acts.people import record_employment
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import QualificationKind
from thenchot.people.positions.acts.drafting import draft_description
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.models import (
    Competency,
    DescriptionDraft,
    JobDescription,
    PersonCompetency,
    StaffQuota,
)
from thenchot.people.positions.rules.content import Demand, content_of
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import StaffCategory

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 1)
LIST = "/vi-tri-viec-lam"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    found = party()
    framework(found.list_paper, "C1", "C2")
    return found


@pytest.fixture
def decision(here):
    return paper("55-QĐ/HU", DAY)


@pytest.fixture
def client():
    return signed_in()


def said(answer, status=200):
    text = answer.content.decode()
    assert answer.status_code == status, re.sub(r"<[^>]+>|\s+", " ", text)[:2000]
    assert text.count("<h1") == 1
    return text


def after(answer):
    assert answer.status_code == 302, said(answer)
    return answer["Location"]


TYPED = {
    "kind": "chuyen_nganh", "objectives": "Giúp việc thử", "superior": "Trưởng phòng",
    "outside": "Ban Tổ chức", "authority": "Đề xuất; Dự họp", "conditions": "Phòng làm việc",
    "experience": "không", "character": "Trung thực", "degree": "dai_hoc", "theory": "trung_cap",
    "party_member": "1", "nang_luc_C1": "4", "1.area": "Tham mưu", "1.task": "Soạn đề án",
    "1.criterion": "Đúng hạn", "1.measure": "đề án", "1.weight": "70", "2.area": "Tổng hợp",
    "2.task": "Số liệu", "2.criterion": "Đủ", "2.weight": "30",
}  # fmt: skip


def test_a_position_is_written_in_the_editor_and_approved_with_its_unit(client, here, decision):
    answer = client.post(
        f"{LIST}/moi", {"key": "m", "organization": f"[{here.commune}]", "code": "cv01",
                        "title": "Chuyên viên", **TYPED},
    )  # fmt: skip
    where = after(answer)
    draft = DescriptionDraft.objects.get()
    content = content_of(draft.content)
    assert (draft.job_code, content.weight, len(content.duties)) == ("CV01", 100, 2)
    assert [(each.competency, each.level) for each in content.competencies] == [("C1", 4)]
    page = said(client.get(where))
    assert "Bản thảo đã đủ các mục." in page
    assert "bản thảo, chưa phê duyệt" in page
    offered = said(client.get(f"{LIST}/phe-duyet?don-vi={here.commune}"))
    assert f"CV01 Chuyên viên, Đảng bộ xã Thử [{draft.position_id}]" in offered
    form = {
        "key": "d", "number_sign": "55-QĐ/HU", "from_day": "1/3/2024",
        "1.position": f"[{draft.position_id}]",
    }  # fmt: skip
    checked = said(client.post(f"{LIST}/phe-duyet", form))
    assert "phê duyệt 1 bản mô tả" in checked
    assert not JobDescription.objects.exists()
    after(client.post(f"{LIST}/phe-duyet", form | {"checked": "1"}))
    assert JobDescription.objects.get().effective.start == DAY
    assert not DescriptionDraft.objects.exists()


def test_an_empty_editor_says_all_and_what_was_typed_stays(client, here):
    before = JournalEntry.objects.count()
    typed = {"key": "r", "title": "Văn thư", "1.area": "Văn thư", "1.weight": "một trăm"}
    text = said(client.post(f"{LIST}/moi", typed), 422)
    assert "Hãy tìm và chọn tổ chức." in text
    assert "Hãy chọn một mục trong danh mục." in text
    assert "Hãy gõ một số nguyên" in text
    assert 'value="một trăm"' in text
    assert 'value="Văn thư"' in text
    assert JournalEntry.objects.count() == before


def test_the_editor_begins_with_what_stands_and_refuses_over_anothers_change(
    client, here, decision
):
    position = approved(here.commune, "CV01", decision)
    text = said(client.get(f"{LIST}/{position}/sua"))
    assert "Soạn đề án" in text
    assert 'value="60"' in text
    drafted_by_another = {"organization": here.commune, "code": "CV01", "title": "Khác"}
    stamp = re.search(r'name="stamp" value="([^"]*)"', text)[1]
    draft_description(demo_actor(), TODAY, position=position, content=WHOLE, **drafted_by_another)
    sent = {
        "key": "s", "stamp": stamp, "organization": str(here.commune), "position": str(position),
        "code": "CV01", "title": "Mới", **TYPED,
    }  # fmt: skip
    text = said(client.post(f"{LIST}/{position}/sua", sent), 422)
    assert "đã được ghi thay đổi sau khi phiếu mở" in text
    assert DescriptionDraft.objects.get().job_title == "Khác"


def test_a_description_is_copied_and_a_draft_discarded(client, here, decision):
    position = approved(here.commune, "CV01", decision)
    where = after(
        client.post(f"{LIST}/{position}/chep", {"key": "c", "organization": f"[{here.cells[0]}]"})
    )
    copied = DescriptionDraft.objects.get()
    assert where.startswith(f"{LIST}/{copied.position_id}?")
    assert copied.organization_id == here.cells[0]
    address = f"{LIST}/{copied.position_id}/bo-ban-thao"
    said(client.post(address, {"key": "b"}))
    assert DescriptionDraft.objects.exists()
    after(client.post(address, {"key": "b", "checked": "1"}))
    assert not DescriptionDraft.objects.exists()


def test_all_positions_of_a_unit_are_copied_to_another(client, here, decision):
    approved(here.commune, "CV01", decision)
    assert f"[{here.cells[0]}]" in said(
        client.get(f"{LIST}/chep-don-vi?don-vi={here.cells[0]}&tu-don-vi={here.commune}")
    )
    sent = {"key": "t", "source": f"[{here.commune}]", "organization": f"[{here.cells[0]}]"}
    after(client.post(f"{LIST}/chep-don-vi", sent))
    assert DescriptionDraft.objects.get().organization_id == here.cells[0]
    text = said(client.post(f"{LIST}/chep-don-vi", sent | {"key": "u"}), 422)
    assert "không có vị trí nào" in text


def test_the_catalogue_is_filtered_and_counted_by_unit(client, here, decision):
    approved(here.commune, "CV01", decision)
    drafted(here.cells[0], "CV02", "Văn thư", objectives="", authority="")
    text = said(client.get(LIST))
    assert "2 vị trí" in text
    assert "bản thảo còn thiếu 2 mục" in text
    assert "Văn thư" not in said(client.get(f"{LIST}?tinh-trang=da_duyet"))
    assert "CV01" not in said(client.get(f"{LIST}?ten=van thu"))
    assert "CV01" not in said(client.get(f"{LIST}?don-vi={here.cells[0]}"))
    assert "CV01" not in said(signed_in().get(f"{LIST}?tinh-trang=da_duyet&ngay=2024-02-01"))
    text = said(client.get(f"{LIST}/theo-don-vi"))
    assert "1 vị trí có bản mô tả đã phê duyệt, 1 vị trí chưa có" in text
    for address in (LIST, f"{LIST}/theo-don-vi"):
        assert questions(client, address)[1] <= 15


def test_a_person_is_compared_and_nothing_is_guessed(client, here, decision):
    position = approved(here.commune, "CV01", decision)
    who = here.people[0]
    address = f"{LIST}/{position}/doi-chieu"
    text = said(client.get(f"{address}?nguoi=Trần Văn An [{who}]"))
    assert text.count("chưa có trong hồ sơ") >= 3
    assert "Hồ sơ không cho thấy yêu cầu nào chưa đáp ứng." in text
    rows = [
        QualificationRow(who, QualificationKind.PROFESSIONAL, "Cao đẳng Luật"),
        QualificationRow(who, QualificationKind.POLITICAL, "Cao cấp"),
    ]
    record_qualifications(demo_actor(), TODAY, people=rows, from_day=DAY, basis=decision)
    text = said(client.get(f"{address}?nguoi=Trần Văn An [{who}]"))
    assert "Còn 1 yêu cầu chưa đáp ứng" in text
    assert "Cao đẳng Luật" in text
    assert "55-QĐ/HU" in text
    assert "Không thấy người này" in said(client.get(f"{address}?nguoi=[999999]"))
    assert "Có nhiều người khớp" in said(client.get(f"{address}?nguoi=tran van"))
    said(client.get(address))


def test_what_is_not_assessed_is_assessed_from_the_page_of_the_fit(client, here, decision):
    demands = (Demand("C1", 3), Demand("C2", 2))
    position = approved(here.commune, "CV01", decision, competencies=demands)
    who = here.people[0]
    address = f"{LIST}/{position}/doi-chieu?nguoi=Trần Văn An [{who}]"
    text = said(client.get(address))
    assert "2 năng lực chưa đánh giá." in text
    sheet = html.unescape(re.search(r'href="(/ghi/danh-gia-nang-luc[^"]*)"', text)[1])
    assert sheet == f"/ghi/danh-gia-nang-luc?nguoi={who}&vi-tri={position}"
    opened_ = said(client.get(sheet))
    assert 'value="C1 Năng lực C1"' in opened_
    assert 'value="C2 Năng lực C2"' in opened_
    form = {
        "key": "n", "number_sign": "55-QĐ/HU", "person": f"[{who}]", "assessor": "Chi ủy",
        "position": str(position), "1.competency": "C1 Năng lực C1", "1.level": "1",
    }  # fmt: skip
    wrong = said(
        client.post(sheet, form | {"2.competency": "C8", "2.level": "", "assessor": ""}), 422
    )
    for each in ("Thiếu người hoặc tập thể đánh giá", "«C8» không có trong khung", "từ 0 đến 5"):
        assert each in wrong
    assert not PersonCompetency.objects.exists()
    where = after(client.post(sheet, form))
    assert where.startswith(f"/con-nguoi/{who}?")
    file = said(client.get(where))
    assert "Năng lực C1: cấp độ 1" in file
    assert f"/ghi/danh-gia-nang-luc?nguoi={who}" in file
    text = said(client.get(address))
    assert "1 năng lực chưa đánh giá." in text
    assert "thiếu 2 cấp độ" in text
    again = said(client.get(sheet))
    assert 'value="C2 Năng lực C2"' in again
    assert 'value="C1 Năng lực C1"' in again  # two levels short
    assert questions(client, address)[1] <= 15


def test_the_form_is_printed_alike_each_time(client, here, decision):
    position = approved(here.commune, "CV01", decision)
    word = client.get(f"{LIST}/{position}.docx")
    paper_ = Document(io.BytesIO(word.content))
    cells = [cell.text for table in paper_.tables for row in table.rows for cell in row.cells]
    lines = [line.text for line in paper_.paragraphs]
    assert {"CV01", "Chuyên viên thử", "Soạn đề án", "60%", "Năng lực C1"} <= set(cells)
    assert {"4. Quyền hạn", "- Được đề xuất", "- Được mời họp"} <= set(lines)
    printed = client.get(f"{LIST}/{position}.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed.content)).pages)
    assert "BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM" in text
    assert "Soạn đề án" in text
    for shape, first in (("docx", word), ("pdf", printed)):
        assert client.get(f"{LIST}/{position}.{shape}").content == first.content
    assert client.get(f"{LIST}/{position}.xlsx").status_code == 404
    assert client.get(f"{LIST}/999999.pdf").status_code == 404
    bare = drafted(here.cells[0], "CV09")
    text = " ".join(
        page.extract_text()
        for page in PdfReader(io.BytesIO(client.get(f"{LIST}/{bare}.pdf").content)).pages
    )
    assert "chưa phê duyệt" in text


def test_quotas_stand_beside_the_people_counted(client, here, decision):
    quotas = [
        QuotaRow(here.commune, StaffCategory.CIVIL_SERVANT, 12, 10),
        QuotaRow(here.commune, StaffCategory.CONTRACT, 3, 3),
    ]
    set_staff_quotas(
        demo_actor(), TODAY, quotas=quotas, year=2025, from_day=date(2025, 1, 5), basis=decision
    )
    for who, where in ((here.people[0], here.commune), (here.people[1], here.cells[0])):
        record_employment(
            demo_actor(), TODAY, person=who, organization=where, from_day=DAY, basis=decision
        )
    text = said(client.get("/bien-che"))
    numbers = re.findall(r'<td class="number"[^>]*>(?:<a[^>]*>)?([\d.−]+)', text)
    assert numbers == ["12", "3", "15", "13", "2", "13"]
    assert "12/10" in text
    assert text.count("55-QĐ/HU") == 1
    assert "Chưa ghi giao biên chế" in said(signed_in().get("/bien-che?ngay=2024-12-31"))
    assert questions(client, "/bien-che")[1] <= 15


def test_quotas_and_competencies_are_recorded_by_sheets(client, here, decision):
    after(client.post("/ghi/bien-che", {
        "key": "q", "number_sign": "55-QĐ/HU", "year": "2024", "from_day": "1/3/2024",
        "1.organization": f"[{here.commune}]", "1.assigned": "9", "1.used": "8",
    }))  # fmt: skip
    assert StaffQuota.objects.get().assigned == 9
    levels = {f"level_{n}": f"Làm được {n}" for n in range(1, 6)}
    after(client.post("/ghi/khung-nang-luc", {
        "key": "k", "number_sign": "55-QĐ/HU", "code": "c9", "group": "quan_ly",
        "name": "Ra quyết định", **levels,
    }))  # fmt: skip
    assert Competency.objects.get(key="C9").indicators[4] == "Làm được 5"
    text = said(client.get(f"{LIST}/khung-nang-luc"))
    assert "Ra quyết định" in text
    assert "chưa thẩm định" in text


def test_a_position_out_of_reach_is_not_there(client, here, decision):
    position = approved(here.cells[0], "CV01", decision)
    near, clerk = opened("gan"), opened("van-thu")
    given(near, "chuyen_vien", here.cells[1])
    given(clerk, "van_thu")
    browser = browser_of(near)
    for address in ("", "/sua", "/chep", "/bo-ban-thao", "/doi-chieu", ".pdf"):
        assert browser.get(f"{LIST}/{position}{address}").status_code == 404, address
    assert "CV01" not in said(browser.get(LIST))
    for address in (
        LIST,
        "/bien-che",
        f"{LIST}/khung-nang-luc",
        f"{LIST}/theo-don-vi",
        f"{LIST}/moi",
    ):
        said(browser_of(clerk).get(address), 403)
