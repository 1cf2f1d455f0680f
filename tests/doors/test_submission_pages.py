"""Hồ sơ trình trên trang — pieces put in by the sheet, listed, printed, opened, taken out; the API."""

import io
import re
from base64 import b64encode
from dataclasses import replace

import pytest
from actors import questions
from asking import Asking
from asking import said as problems
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from drafts import OPINION, agreed, begun, put_in
from honest_files import docx, pdf
from hostile_files import EICAR
from office import browser_of, given, opened
from pypdf import PdfReader
from sittings import OF_BODY, called, seated, submitted
from world import TODAY, paper, small_world, unit

from thenchot.office.drafting.models import SubmissionPiece
from thenchot.office.drafting.words import PieceKind
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SUBMISSION = replace(OPINION, kind=PieceKind.SUBMISSION, title="Tờ trình về tổ giúp việc")


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))


@pytest.fixture
def here():
    return small_world()


def said(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def printed(response) -> list[str]:
    pages = PdfReader(io.BytesIO(response.content)).pages
    return [" ".join(each.extract_text().split()) for each in pages]


def sent(client, draft, content=None, name="y-kien.pdf", **more):
    form = {
        "key": "a", "draft": f"[{draft}]", "kind": "y_kien", "title": "Ý kiến bằng văn bản",
        "issuer": "Ủy ban Kiểm tra", "dated_on": "10/6/2025", "file_open": "1",
    } | more  # fmt: skip
    if content is not None:
        form["file"] = SimpleUploadedFile(name, content)
    return client.post("/ghi/ho-so-trinh", form)


def test_a_file_is_put_in_listed_opened_and_taken_out(client, here):
    draft = begun(here.commune, here.root)
    where = f"/van-ban/du-thao/{draft}"
    page = said(client.get(where))
    assert f'href="/ghi/ho-so-trinh?du-thao={draft}"' in page
    sheet = said(client.get(f"/ghi/ho-so-trinh?du-thao={draft}"))
    assert "Tệp của tài liệu" in sheet
    assert 'accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv"' in sheet
    assert "không bắt buộc" in sheet
    assert "Vào sổ của" not in sheet
    done = sent(client, draft, pdf())
    assert done.status_code == 302
    assert done["Location"].startswith(f"{where}?da-ghi=")
    page, piece = said(client.get(done["Location"])), SubmissionPiece.objects.get()
    assert "Hoàn tác" not in page
    address = f"/van-ban/du-thao/tai-lieu/{piece.pk}"
    assert f'<a href="{address}">Ý kiến bằng văn bản</a>' in page
    assert f"/ghi/rut-tai-lieu?tai-lieu={piece.pk}" in page
    got = client.get(address)
    assert b"".join(got.streaming_content) == pdf()
    assert got["Content-Disposition"] == f'attachment; filename="y-kien-{piece.pk}.pdf"'
    form = {"key": "b", "piece": f"[{piece.pk}]", "reason": "Nhầm bản"}
    out = client.post("/ghi/rut-tai-lieu", form)
    assert out["Location"].startswith(f"{where}?da-ghi=")
    page = said(client.get(where))
    assert "1 tài liệu đã rút" in page
    assert "Nhầm bản" in page
    assert f"/ghi/rut-tai-lieu?tai-lieu={piece.pk}" not in page
    again = client.get(address)  # of one taken out too
    assert b"".join(again.streaming_content) == pdf()
    assert client.get("/van-ban/du-thao/tai-lieu/999999").status_code == 404


def test_a_paper_is_put_in_by_its_number_and_leads_to_its_page(client, here):
    draft, number = begun(here.commune, here.root), paper("9-CV/UBKT")
    assert sent(client, draft, instrument=f"[{number}]").status_code == 302
    page = said(client.get(f"/van-ban/du-thao/{draft}"))
    assert f'<a class="basis" href="/van-ban/{number}">Ý kiến bằng văn bản</a>' in page


@pytest.mark.parametrize(
    ("content", "name", "more"),
    [
        (EICAR, "y-kien.pdf", {}), (docx("MẬT", "Nội dung"), "y-kien.docx", {}),
        (pdf(), "y-kien.pdf", {"file_open": ""}), (None, "", {}), (pdf(), "y-kien.pdf", {"words": "Nhất trí."}),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_nothing_and_keeps_what_was_typed(client, here, content, name, more):
    answer = sent(client, begun(here.commune, here.root), content, name, **more)
    assert answer.status_code == 422
    page = said(answer)
    assert 'value="Ý kiến bằng văn bản"' in page
    assert page.count("chọn một.</a>") == (content is None or bool(more.get("words")))
    assert not SubmissionPiece.objects.exists()
    kept = settings.DATA_FOLDER.files
    assert not (kept.is_dir() and any(kept.iterdir())) or more.get("words")


def test_a_file_is_kept_through_a_refusal_and_may_be_dropped(client, here):
    draft = begun(here.commune, here.root)
    page = said(sent(client, draft, pdf(), title=""))
    assert "Đã nhận tệp y-kien.pdf" in page
    sealed = re.search(r'name="file_sealed" value="([^"]+)"', page)[1]
    assert sent(client, draft, key="b", file_sealed=sealed).status_code == 302
    again = {"key": "c", "file_sealed": sealed, "file_dropped": "1", "words": "Nhất trí."}
    assert sent(client, draft, **again).status_code == 302
    one, two = SubmissionPiece.objects.order_by("pk")
    assert one.file_sha256
    assert (two.file_sha256, two.words) == ("", "Nhất trí.")


def test_words_keep_their_lines_and_a_mark_on_one_of_its_own_is_seen(client, here):
    draft = begun(here.commune, here.root)
    assert sent(client, draft, words="Nhất trí.\r\n\r\n  Bổ sung  Điều 2.").status_code == 302
    assert SubmissionPiece.objects.get().words == "Nhất trí.\nBổ sung Điều 2."
    assert "Nhất trí.<br>Bổ sung Điều 2." in said(client.get(f"/van-ban/du-thao/{draft}"))
    page = said(sent(client, draft, key="b", words="TỐI MẬT\r\nNhất trí."))
    assert "có dấu độ mật" in page
    assert SubmissionPiece.objects.count() == 1


def test_the_file_is_removed_in_an_emergency_from_the_page(client, here):
    draft = begun(here.commune, here.root)
    sent(client, draft, pdf())
    piece = SubmissionPiece.objects.get().pk
    where = f"/ghi/go-tep-ho-so-trinh?tai-lieu={piece}"
    assert where in said(client.get(f"/van-ban/du-thao/{draft}"))
    form = {"key": "b", "piece": f"[{piece}]"}
    assert "checked" in said(client.post("/ghi/go-tep-ho-so-trinh", form))
    assert client.post("/ghi/go-tep-ho-so-trinh", form | {"checked": "1"}).status_code == 302
    assert "tệp đã gỡ khẩn cấp" in said(client.get(f"/van-ban/du-thao/{draft}"))
    assert client.get(f"/van-ban/du-thao/tai-lieu/{piece}").status_code == 404


def test_the_slip_names_the_file_and_its_contents_are_printed_behind(client, here):
    draft = begun(here.commune, here.root, OF_BODY)
    put_in(draft)
    told = "Việc do Ban Thường vụ Tỉnh ủy quyết định mà hồ sơ trình chưa có tờ trình."
    assert told in said(client.get(f"/ghi/du-thao-trinh?du-thao={draft}"))  # and is not refused
    assert told in said(client.get(f"/van-ban/du-thao/{draft}"))
    put_in(draft, SUBMISSION)
    assert told not in said(client.get(f"/ghi/du-thao-trinh?du-thao={draft}"))
    where = f"/van-ban/du-thao/{draft}/phieu-trinh"
    assert "1 tờ trình, 1 dự thảo, 1 văn bản cho ý kiến" in said(client.get(where))
    slip, contents = printed(client.get(f"{where}.pdf"))
    assert "1 tờ trình, 1 dự thảo, 1 văn bản cho ý kiến" in slip
    assert "MỤC LỤC HỒ SƠ TRÌNH" in contents
    for words in ("Tờ trình về tổ giúp việc", "Ủy ban Kiểm tra", "10/06/2025", "Nhất trí với dự thảo."):  # fmt: skip
        assert words in contents
    assert contents.index("Tờ trình về tổ") < contents.index("Ý kiến về tổ")


def test_the_agenda_names_the_file(client, here):
    seated(here.root, here.founding)
    draft = submitted(here.commune, here.root, OF_BODY)
    put_in(draft, SUBMISSION)
    where = f"/van-ban/phien-hop/{called(here.root, [draft])}"
    assert "Hồ sơ: 1 tờ trình, 1 dự thảo" in said(client.get(where))
    (agenda,) = printed(client.get(f"{where}/ban-in.pdf"))
    assert "Hồ sơ gồm 1 tờ trình, 1 dự thảo" in agenda


def test_pages_ask_few_questions(client, here):
    number = paper("9-CV/UBKT")
    draft = begun(here.commune, here.root)
    for each in (OPINION, SUBMISSION, replace(OPINION, words="", instrument=number)):
        put_in(draft, each)
    for where in ("", "/phieu-trinh"):
        assert questions(client, f"/van-ban/du-thao/{draft}{where}")[1] <= 15


def test_whoever_may_not_see_the_draft_opens_nothing_of_its_file(client, here):
    sent(client, begun(here.commune, here.root), pdf())
    piece = SubmissionPiece.objects.get().pk
    account = opened("thu-ky-khac")
    given(account, "chuyen_vien", here.commune)
    stranger = opened("nguoi-la")
    given(stranger, "van_thu", unit("Đảng bộ xã Thử Hai", here.root, here.founding))
    mine = browser_of(account).get(f"/van-ban/du-thao/tai-lieu/{piece}")
    assert b"".join(mine.streaming_content) == pdf()
    assert browser_of(stranger).get(f"/van-ban/du-thao/tai-lieu/{piece}").status_code == 404
    asking = Asking.of(stranger)
    assert asking.get(f"/submission-pieces/{piece}/file").status_code == 404


def test_the_api_puts_in_reads_and_takes_out(here):
    account = opened("chuyen-vien")
    given(account, "chuyen_vien", here.commune)
    asking, draft = Asking.of(account), begun(here.commune, here.root)
    row = {"kind": "y_kien", "title": "Ý kiến", "issuer": "Ủy ban Kiểm tra"}
    file = {"name": "y-kien.pdf", "content": b64encode(pdf()).decode(), "not_secret": True}
    done = asking.act("add-submission-piece", draft=draft, row=row, file=file)
    assert done.json()["answer"] == draft
    refused = asking.act("add-submission-piece", draft=draft, row=row | {"words": "Một"}, file=file)
    assert [each for each in problems(refused) if "chọn một" in each]
    bad = asking.act("add-submission-piece", draft=draft, row=row, file=file | {"content": "!"})
    assert problems(bad) == ["Nội dung tệp phải viết bằng base64."]
    (piece,) = asking.get(f"/drafts/{draft}").json()["pieces"]
    assert (piece["title"], piece["is_paper"], piece["taken_out_on"]) == ("Ý kiến", False, None)
    got = asking.get(f"/submission-pieces/{piece['id']}/file").json()
    assert (got["sha256"], got["media"]) == (piece["file_sha256"], "application/pdf")
    assert got["content"] == file["content"]
    asking.act("take-out-submission-piece", piece=piece["id"], reason="Nhầm")
    (piece,) = asking.get(f"/drafts/{draft}").json()["pieces"]
    assert (piece["taken_out_on"], piece["reason"]) == (TODAY.isoformat(), "Nhầm")
    assert asking.act("remove-submission-file", piece=piece["id"]).status_code == 403


def test_what_was_agreed_to_takes_nothing_more(client, here):
    draft = begun(here.commune, here.root)
    piece = put_in(draft)
    agreed(draft)
    page = said(client.get(f"/van-ban/du-thao/{draft}"))
    assert "/ghi/ho-so-trinh" not in page
    assert f"/ghi/rut-tai-lieu?tai-lieu={piece}" not in page
    assert sent(client, draft, words="Muộn").status_code == 422
