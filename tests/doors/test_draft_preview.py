"""Xem trước dự thảo — printed from what is typed so far; nothing is kept, nobody else's words are shown."""

import io

import pytest
from django.conf import settings
from drafts import begun
from office import browser_of, given, opened
from pypdf import PdfReader
from world import TODAY, small_world

from thenchot.office.drafting.models import DraftPaper, DraftVersion

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ADDRESS = "/van-ban/du-thao/xem-truoc"
HEAD = {
    "kind": "quyet_dinh", "abstract": "về việc thử", "issuer": "Ban Thường vụ", "signing": "t_m",
    "authority": "Ban Thường vụ", "position": "Bí thư", "signer": "Nguyễn Văn Thử",
}  # fmt: skip


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def printed(client, **form) -> str:
    answer = client.post(ADDRESS, form)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return " ".join(
        "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split()
    )


def test_what_is_typed_so_far_is_printed_and_not_kept(client, here):
    page = printed(client, **HEAD, whole_text="- Căn cứ Điều lệ Đảng;\r\nĐiều 1. Thành lập tổ thử.")
    for words in (
        "QUYẾT ĐỊNH",
        "về việc thử",
        "Điều 1.",
        "Thành lập tổ thử",
        "Nguyễn Văn Thử",
        "DỰ THẢO",
    ):
        assert words in page, page
    assert not DraftPaper.objects.exists()


def test_a_form_hardly_begun_prints_too(client, here):
    assert "DỰ THẢO" in printed(client)
    assert "về" in printed(
        client, kind="không có", abstract="về\0 \u202eviệc", signing="?", whole_text="\0"
    )


def test_what_the_form_does_not_ask_stands_as_in_the_draft(client, here):
    draft = begun(here.commune, here.root)
    words = printed(client, draft=f"[{draft}]", whole_text="Chỉ có dòng này.")
    assert "Chỉ có dòng này." in words
    assert DraftPaper.objects.get().abstract in words
    head = printed(client, draft=f"[{draft}]", **HEAD | {"abstract": "về việc khác hẳn"})
    assert "về việc khác hẳn" in head
    assert DraftVersion.objects.get().text.splitlines()[-1].split()[-1] in head


def test_another_unit_s_draft_and_a_reader_without_the_right_get_nothing(client, here):
    draft = begun(here.root, here.root)
    writer, reader = opened("chuyen-vien-xa"), opened("nguoi-doc")
    given(writer, "chuyen_vien_xay_dung_dang", here.commune)
    given(reader, "lanh_dao_cap_uy", here.root)
    assert printed(browser_of(writer), **HEAD)
    assert browser_of(writer).post(ADDRESS, {"draft": f"[{draft}]"}).status_code == 404
    assert browser_of(reader).post(ADDRESS, HEAD).status_code == 404
    for box in (f"[{draft + 1}]", "không ai", ""):
        assert client.post(ADDRESS, {"draft": box}).status_code == 404
    assert client.get(ADDRESS).status_code == 405


def test_the_sheets_offer_it(client, here):
    draft = begun(here.commune, here.root)
    for sheet in ("du-thao", f"du-thao-sua?du-thao={draft}", f"du-thao-ban?du-thao={draft}"):
        assert f'formaction="{ADDRESS}"' in client.get(f"/ghi/{sheet}").content.decode()
    assert ADDRESS not in client.get("/ghi/van-ban").content.decode()
