"""Trang dự thảo — written and moved through the sheets; printed by the profile; read through the API."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from actors import questions
from asking import Asking
from django.conf import settings
from drafts import ROW, TEXT, agreed, begun, sign, signed
from office import given, opened
from papers import elsewhere, series
from pypdf import PdfReader
from world import TODAY, small_world

from thenchot.doors.access.models import Draft
from thenchot.office.drafting.models import DraftPaper, DraftVersion
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.words import State

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def recorded(client, slug, key, **form):
    done = client.post(f"/ghi/{slug}", {"key": key} | form)
    assert done.status_code == 302, said(done)[said(done).find('class="faults"') :][:900]
    return done["Location"].partition("?")[0]


HEAD = {
    "kind": "quyet_dinh", "abstract": "về việc thử", "issuer": "Ban Thường vụ", "parent": "Đảng bộ tỉnh Thử",
    "place": "Thử", "recipients": "Như Điều 3; Lưu Văn phòng", "signing": "t_m", "authority": "Ban Thường vụ",
    "position": "Bí thư", "signer": "Nguyễn Văn Thử", "due_on": "30/6/2025",
    "proposal": "Đề nghị thành lập tổ", "grounds": "Quy chế làm việc",
}  # fmt: skip
SIGNED = {
    "signed_on": "16/6/2025", "signing": "k_t", "authority": "Bí thư", "position": "Phó Bí thư",
    "signer": "Trần Thị Ký",
}  # fmt: skip


def test_a_draft_goes_from_the_desk_to_its_number_through_the_sheets(client, here):
    form = HEAD | {
        "unit": f"[{here.commune}]", "organization": f"[{here.root}]", "whole_text": TEXT.replace("\n", "\r\n"),
    }  # fmt: skip
    where = recorded(client, "du-thao", "a", **form)
    it = DraftPaper.objects.get()
    assert where == f"/van-ban/du-thao/{it.pk}"
    assert recorded(client, "du-thao", "a", **form) == where  # sent twice, begun once
    assert DraftVersion.objects.get().text == TEXT  # lines are kept
    chosen = f"[{it.pk}]"
    opened = said(client.get(f"/ghi/du-thao-ban?du-thao={it.pk}"))
    assert "Điều 2. Quyết định có hiệu lực" in opened  # the last version stands in the box
    recorded(
        client, "du-thao-ban", "b", draft=chosen, whole_text=TEXT + "\nThêm.", note="Thêm một đoạn"
    )
    assert 'value="về việc thử"' in said(client.get(f"/ghi/du-thao-sua?du-thao={it.pk}"))
    recorded(client, "du-thao-sua", "c", draft=chosen, **HEAD | {"abstract": "về việc khác"})
    recorded(
        client,
        "du-thao-y-kien",
        "d",
        draft=chosen,
        said_by="Ủy ban Kiểm tra",
        said_on="16/6/2025",
        agrees="1",
    )
    refused = client.post("/ghi/du-thao-noi-dung", {"key": "e", "draft": chosen})
    assert refused.status_code == 422
    assert "phải nêu lý do" in said(refused)
    recorded(client, "du-thao-noi-dung", "f", draft=chosen, good="1")
    recorded(client, "du-thao-the-thuc", "g", draft=chosen, good="1")
    recorded(client, "du-thao-trinh", "h", draft=chosen)
    slip = said(client.get(f"/van-ban/du-thao/{it.pk}/phieu-trinh"))
    assert "Đề nghị thành lập tổ" in slip
    assert f"/ghi/du-thao-duyet?du-thao={it.pk}&amp;viec=dong_y" in slip
    recorded(client, "du-thao-duyet", "i", draft=chosen, verb="dong_y")
    page = said(client.get(where))
    assert "Đã đồng ý, chờ ký" in page
    assert f"/ghi/du-thao-so?du-thao={it.pk}" not in page
    sheet = said(client.get(f"/ghi/du-thao-ky?du-thao={it.pk}"))
    assert f'value="{ROW.signer}"' in sheet  # who is to sign, as the draft says
    assert recorded(client, "du-thao-ky", "j", draft=chosen, **SIGNED) == where
    page = said(client.get(where))
    assert "Đã ký, chờ số" in page
    assert "K/T Bí thư" in page
    assert "Trần Thị Ký" in page
    of = series(here.root)
    recorded(client, "du-thao-so", "k", draft=chosen, series=f"[{of}]", given_on="16/6/2025")
    it.refresh_from_db()
    assert it.state == State.NUMBERED
    page = said(client.get(where))
    assert "Số 01-QĐ/TU" in page
    assert "Thử, ngày 16 tháng 6 năm 2025" in page
    assert "01-QĐ/TU" in said(client.get("/van-ban/du-thao"))
    assert not Draft.objects.exists()


def test_a_draft_numbered_elsewhere_is_joined_by_a_person(client, here):
    (number,) = elsewhere(here.root, here.founding)
    draft = begun(here.commune, here.root)
    where = f"/van-ban/du-thao/{draft}"
    assert "du-thao-noi?" not in said(client.get(where))
    agreed(draft)
    assert "du-thao-noi?" not in said(client.get(where))  # not signed yet
    sign(draft)
    page = said(client.get(where))
    assert f"/ghi/du-thao-noi?du-thao={draft}&amp;so={number}" in page
    assert "Chưa nối với văn bản nào; hãy xem rồi xác nhận." in page
    assert f"/ghi/du-thao-so?du-thao={draft}" not in page  # another system gives the numbers
    assert questions(client, where)[1] <= 15
    sheet = said(client.get(f"/ghi/du-thao-noi?du-thao={draft}"))
    assert f'value="9-QĐ/TU, 16/06/2025 [{number}]"' in sheet  # the nearest, to be looked at
    told = client.get("/ghi/chon/so-noi?q=9-Q%C4%90")
    assert f"[{number}]" in said(told)
    form = {"draft": f"[{draft}]", "number": f"[{number}]"}
    assert recorded(client, "du-thao-noi", "a", **form) == where
    page = said(client.get(where))
    assert "Số 9-QĐ/TU" in page
    assert f"/ghi/du-thao-go-noi?du-thao={draft}" in page
    assert f"/ghi/gan-tep?so={number}" in page
    assert "Hoàn tác" not in page
    assert f"[{number}]" not in said(client.get("/ghi/chon/so-noi?q=9-Q%C4%90"))
    again = client.post("/ghi/du-thao-noi", {"key": "b"} | form)
    assert again.status_code == 422
    assert recorded(client, "du-thao-go-noi", "c", draft=form["draft"], reason="Nhầm") == where
    assert "Đã ký, chờ số" in said(client.get(where))
    assert "Nhầm" in said(client.get(where))


def test_it_is_joined_through_the_api_too(here):
    (number,) = elsewhere(here.root, here.founding)
    draft = begun(here.commune, here.root)
    agreed(draft)
    account = opened("van-thu-tinh")
    given(account, "van_thu", here.root)
    given(account, "chuyen_vien", here.root)
    asking = Asking.of(account)
    assert asking.get(f"/drafts/{draft}/likely-papers").json() == []  # not signed yet
    row = SIGNED | {"signed_on": "2025-06-16", "signer": ROW.signer}
    early = asking.act("record-signing", draft=draft, row=row | {"signed_on": "2025-06-15"})
    assert early.status_code == 422
    assert asking.act("record-signing", draft=draft, row=row).status_code == 200
    assert asking.get(f"/drafts/{draft}").json()["signed_on"] == "2025-06-16"
    (found,) = asking.get(f"/drafts/{draft}/likely-papers").json()
    assert (found["number"], found["signer"]) == (number, "Nguyễn Văn Thử")
    assert asking.get("/drafts/999999/likely-papers").status_code == 404
    assert asking.act("join-draft", draft=draft, number=999_999).status_code == 422
    assert asking.act("join-draft", draft=draft, number=number).json()["answer"] == draft
    assert asking.get(f"/drafts/{draft}").json()["line"]["sign"] == "9-QĐ/TU"
    assert asking.get(f"/drafts/{draft}/likely-papers").json() == []
    assert asking.act("part-draft", draft=draft, reason="Nhầm").status_code == 200
    assert asking.act("withdraw-signing", draft=draft, words=" ").status_code == 422
    assert asking.act("withdraw-signing", draft=draft, words="Nhầm").status_code == 200
    assert asking.get(f"/drafts/{draft}").json()["line"]["state"] == "dong_y"


def test_the_page_tells_departures_and_shows_each_version(client, here):
    draft = begun(here.commune, here.root, text="Căn cứ Điều lệ;\nXong./.")
    page = said(client.get(f"/van-ban/du-thao/{draft}"))
    assert "không viết «./.»" in page
    assert "Chỗ lệch thể thức" in page
    assert client.get(f"/van-ban/du-thao/{draft}?ban=9").status_code == 404
    assert client.get("/van-ban/du-thao/999999").status_code == 404
    assert client.get("/van-ban/du-thao?tinh-trang=gi").status_code == 404


def test_lists_and_pages_ask_few_questions(client, here):
    for number in range(12):
        signed(begun(here.commune, here.root, text=f"Bản {number}."))
    for address in ("/van-ban/du-thao", f"/van-ban/du-thao/{DraftPaper.objects.first().pk}"):
        status, asked = questions(client, address)
        assert status == 200
        assert asked <= 15


def placed(body):
    """Each run of text of the first page: where it begins, in millimetres from the left and the top."""
    page, found = PdfReader(io.BytesIO(body)).pages[0], []

    def visit(text, page_matrix, matrix, _, size):
        if text.strip():
            a, b, c, d, e, f = page_matrix
            x, y = matrix[4] * a + matrix[5] * c + e, matrix[4] * b + matrix[5] * d + f
            found.append(
                (round(x / 72 * 25.4, 1), round(297 - y / 72 * 25.4, 1), text.strip(), size)
            )

    page.extract_text(visitor_text=visit)
    return found


def test_the_printed_draft_stands_where_the_profile_says(client, here):
    draft = begun(here.commune, here.root)
    answer = client.get(f"/van-ban/du-thao/{draft}/ban-in.pdf")
    assert answer["Content-Disposition"].startswith("inline")
    reader = PdfReader(io.BytesIO(answer.content))
    size = reader.pages[0].mediabox
    profile = profile_on(TODAY)
    page, body = profile["page"], profile["body"]
    assert abs(float(size.width) / 72 * 25.4 - page["width"]) < 1
    assert abs(float(size.height) / 72 * 25.4 - page["height"]) < 1
    text = " ".join(reader.pages[0].extract_text().split())
    for part in (
        "DỰ THẢO", "ĐẢNG BỘ TỈNH THỬ", "BAN THƯỜNG VỤ", "Số ......", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Thử, ngày ... tháng ... năm ......", "QUYẾT ĐỊNH", "về việc thành lập tổ giúp việc", "-----",
        "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn Thử", "Nơi nhận",
    ):  # fmt: skip
        assert part in text, part
    found = placed(answer.content)
    begins = {words: (x, y, size) for x, y, words, size in found}

    def at(start):
        return next(place for words, place in begins.items() if words.startswith(start))

    left, indented = page["left"], page["left"] + body["indent"]
    assert abs(at("- Căn cứ")[0] - indented) <= 1
    assert abs(at("Nơi nhận")[0] - left) <= 1
    assert all(x >= left - 1 for x, *_ in found)
    assert {round(size, 1) for *_, size in found} >= {12.0, 14.0, 15.0}
    head = profile["head"]
    for part, within in (("BAN THƯỜNG VỤ", 0), ("Số", 0), ("ĐẢNG CỘNG", 1), ("Thử, ngày", 1)):
        edge = left + within * (head["left"] + head["gap"])
        assert edge <= at(part)[0] <= edge + head["left"] / 2, part
    assert abs(at("Số")[1] - at("Thử, ngày")[1]) <= 1  # the number and the day on one line
    first, second = at("Điều 1")[1], at("Điều 2")[1]
    step = (body["line"] + body["before"]) / 72 * 25.4
    assert abs((second - first) - step) <= 1


def test_who_signs_by_a_written_power_stands_under_tuq_in_both_files(client, here):
    from docx import Document

    form = HEAD | {"signing": "tuq", "authority": "Trưởng Ban", "position": "Chánh Văn phòng"}
    recorded(
        client, "du-thao", "a", unit=f"[{here.commune}]", organization=f"[{here.root}]",
        whole_text=TEXT, **form,
    )  # fmt: skip
    printed = f"/van-ban/du-thao/{DraftPaper.objects.get().pk}/ban-in"
    foot = PdfReader(io.BytesIO(client.get(f"{printed}.pdf").content)).pages[0].extract_text()
    assert "TUQ TRƯỞNG BAN" in " ".join(foot.split())
    cell = Document(io.BytesIO(client.get(f"{printed}.docx").content)).tables[-1].rows[0].cells[1]
    assert [each.text for each in cell.paragraphs[:2]] == ["TUQ TRƯỞNG BAN", "CHÁNH VĂN PHÒNG"]


def test_the_document_to_edit_bears_the_same_words_and_margins(client, here):
    from docx import Document

    draft = begun(here.commune, here.root)
    first, again = (client.get(f"/van-ban/du-thao/{draft}/ban-in.docx").content for _ in range(2))
    assert first == again
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None
    made, page = Document(io.BytesIO(first)), profile_on(TODAY)["page"]
    section = made.sections[0]
    measured = [
        section.page_width,
        section.page_height,
        section.top_margin,
        section.left_margin,
        section.right_margin,
    ]
    assert [round(each.mm) for each in measured] == [
        page["width"],
        page["height"],
        page["top"],
        page["left"],
        page["right"],
    ]
    words = [each.text for each in made.paragraphs]
    assert words[-6:-1] != []
    assert set(TEXT.splitlines()) <= set(words)
    assert {run.font.name for each in made.paragraphs for run in each.runs} == {"Times New Roman"}


def headers(content):
    """What stands above the first page and above the others of a DOCX, and the middle of its tab."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = Document(io.BytesIO(content)).sections[0]
    assert section.different_first_page_header_footer
    told = []
    for part in (section.first_page_header, section.header):
        (paragraph,) = part.paragraphs
        (stop,) = paragraph.paragraph_format.tab_stops
        fields = [each.get(qn("w:instr")) for each in paragraph._p.iter(qn("w:fldSimple"))]
        told.append((paragraph.runs[0].text.strip() if paragraph.runs else "", fields))
        width = section.page_width - section.left_margin - section.right_margin
        assert abs(stop.position - width / 2) < Mm(0.1)
        assert all(run.font.name == "Times New Roman" for run in paragraph.runs)
    return told


def test_the_document_to_edit_numbers_its_pages_and_says_it_is_a_draft(client, here):
    draft, of = begun(here.commune, here.root), series(here.root)
    printed = f"/van-ban/du-thao/{draft}/ban-in.docx"
    assert headers(client.get(printed).content) == [("DỰ THẢO", []), ("DỰ THẢO", ["PAGE"])]
    signed(draft)
    form = {"draft": f"[{draft}]", "series": f"[{of}]", "given_on": "16/6/2025"}
    recorded(client, "du-thao-so", "a", **form)
    first, again = (client.get(printed).content for _ in range(2))
    assert headers(first) == [("", []), ("", ["PAGE"])]
    assert first == again


def test_the_slip_prints_on_one_page(client, here):
    draft = begun(here.commune, here.root)
    body = client.get(f"/van-ban/du-thao/{draft}/phieu-trinh.pdf").content
    pages = PdfReader(io.BytesIO(body)).pages
    assert len(pages) == 1
    assert "Đề nghị thành lập tổ giúp việc" in " ".join(pages[0].extract_text().split())
    assert client.get("/van-ban/du-thao/999999/phieu-trinh.pdf").status_code == 404
    assert client.get(f"/van-ban/du-thao/{draft}/ban-in.xlsx").status_code == 404
    assert client.get(f"/van-ban/du-thao/{draft}/ban-in.pdf?ban=x").status_code == 404


def test_markup_is_shown_as_it_was_typed(client, here):

    draft = begun(
        here.commune,
        here.root,
        replace(ROW, abstract="về <b>thử</b> #eval"),
        "Một <script>.\n#import.",
    )
    page = client.get(f"/van-ban/du-thao/{draft}").content.decode()
    assert "<script>." not in page
    text = (
        PdfReader(io.BytesIO(client.get(f"/van-ban/du-thao/{draft}/ban-in.pdf").content))
        .pages[0]
        .extract_text()
    )
    assert "#import." in text
    assert date.fromisoformat(profile_on(TODAY)["from_day"])
