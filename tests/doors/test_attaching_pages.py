"""Gắn tệp đã ký — from the page of the number and of the draft; shown with its signature; through the API."""

import io
import re
from base64 import b64encode

import papers
import pytest
from actors import demo_actor, questions
from asking import Asking, said
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from drafts import begun, signed
from honest_files import docx, pdf
from hostile_files import EICAR
from office import everything, given, opened
from pypdf import PdfWriter
from typst import compile as typeset
from world import TODAY, answer, small_world

from thenchot.doors.access.models import Account
from thenchot.ground.basis.files.signing import KeyFile, make_test_key
from thenchot.ground.basis.words import Integrity
from thenchot.office.documents.acts.receiving import receive_papers
from thenchot.office.documents.models import Incoming, Outgoing
from thenchot.office.documents.rules.receiving import ReceivedRow
from thenchot.office.drafting.acts.moving import number_draft
from thenchot.office.drafting.models import DraftPaper
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SIGNER = "Khóa ký thử, không có giá trị pháp lý"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))


@pytest.fixture
def here():
    return small_world()


@pytest.fixture
def number(here):
    return papers.issued(papers.series(here.root))


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    place = tmp_path_factory.mktemp("khoa") / "thu.p12"
    make_test_key(place)
    return KeyFile(place)


def shown(response):
    return re.sub(r"\s+", " ", response.content.decode())


def attached(client, number, content=None, name="ky.pdf", **more):
    form = {"key": "gan", "number": f"[{number}]", "file_open": "1"} | more
    if content is not None:
        form["file"] = SimpleUploadedFile(name, content)
    return client.post("/ghi/gan-tep", form)


def given_to(name, role, unit):
    account = opened(name)
    given(account, role, unit)
    return account


def digest_of(number):
    return Outgoing.objects.select_related("basis").get(pk=number).basis.file_sha256


def test_from_the_number_to_its_file_with_its_signature(client, number, key):
    where = f"/van-ban/di/{number}"
    page = shown(client.get(where))
    assert f'href="/ghi/gan-tep?so={number}"' in page
    assert "chưa có tệp" in page
    sheet = shown(client.get(f"/ghi/gan-tep?so={number}"))
    assert "PDF đã ký, hoặc ảnh PNG, JPG" in sheet
    assert 'accept=".pdf,.png,.jpg,.jpeg"' in sheet
    assert "không bắt buộc" not in sheet
    done = attached(client, number, key.sign(pdf(), "KySo"))
    assert done.status_code == 302
    assert done["Location"].startswith(f"{where}?da-ghi=")
    page = shown(client.get(done["Location"]))
    assert "Hoàn tác" in page
    assert "Mở tệp" in page
    assert "/ghi/gan-tep" not in page
    paper = Outgoing.objects.get(pk=number).basis_id
    assert f'src="/van-ban/{paper}/trang-1.png"' in page
    signatures = shown(client.get(f"/van-ban/{paper}/chu-ky"))
    assert SIGNER in signatures
    assert Integrity.INTACT.label in signatures
    assert questions(client, where)[1] <= 17  # one of them for what the file names


def test_from_the_draft_once_it_has_its_number(client, here):
    draft = begun(here.commune, here.root)
    signed(draft)
    where = f"/van-ban/du-thao/{draft}"
    assert "/ghi/gan-tep" not in shown(client.get(where))
    of = papers.series(here.root)
    number_draft(demo_actor(), TODAY, draft=draft, series=of, given_on=TODAY)
    number = DraftPaper.objects.get(pk=draft).number_id
    assert f'href="/ghi/gan-tep?so={number}"' in shown(client.get(where))
    attached(client, number, pdf())
    assert "/ghi/gan-tep" not in shown(client.get(where))


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (EICAR, "ky.pdf", ""),
        (docx("MẬT", "Nội dung"), "ky.docx", "dấu độ mật"),
        (docx("Thường"), "ky.docx", "Tệp đã ký phải là PDF"),
        (None, "", "Hãy chọn tệp đã ký."),
    ],
)
def test_what_may_not_come_is_refused_and_nothing_is_written(client, number, content, name, reason):
    before = everything()
    refused = attached(client, number, content, name)
    assert refused.status_code == 422
    assert reason in shown(refused)
    assert ("Hãy chọn tệp đã ký." in shown(refused)) == (
        content is None
    )  # the reason that fits, once
    assert everything() == before
    assert digest_of(number) == ""


def test_it_is_said_that_the_file_holds_no_secret(client, number):
    refused = attached(client, number, pdf(), file_open="")
    assert refused.status_code == 422
    assert "Tệp không chứa bí mật nhà nước" in shown(refused)


def test_a_file_chosen_once_waits_through_a_refusal(client, here, number):
    refused = attached(client, 999_999, pdf())
    assert refused.status_code == 422
    sealed = re.search(r'name="file_sealed" value="([^"]+)"', refused.content.decode())[1]
    done = client.post("/ghi/gan-tep", {"key": "b", "number": f"[{number}]", "file_sealed": sealed})
    assert done.status_code == 302
    assert digest_of(number)
    other = papers.issued(Outgoing.objects.get(pk=number).series_id)
    forged = {
        "key": "c",
        "number": f"[{other}]",
        "file_sealed": f"{'f' * 64}:x",
        "file_sha256": "f" * 64,
    }
    assert client.post("/ghi/gan-tep", forged).status_code == 422
    assert digest_of(other) == ""


class TestThroughTheApi:
    """A registrar of the province, and one of the commune whom its papers do not concern."""

    @pytest.fixture
    def both(self, here):
        found = []
        for name, unit in (("van-thu-tinh", here.root), ("van-thu-xa", here.commune)):
            found.append(Asking.of(given_to(name, "van_thu", unit)))
        return found

    def sent(self, asking, number, content=None, key="", name="ky.pdf", **more):
        file = {
            "name": name, "content": b64encode(pdf() if content is None else content).decode(),
            "not_secret": True,
        } | more  # fmt: skip
        return asking.act("attach-signed-file", key, number=number, file=file)

    def test_a_file_is_attached_once(self, both, number):
        first = self.sent(both[0], number, key="gan-tep-1")
        assert (first.status_code, first.json()["answer"]) == (200, number)
        again = self.sent(both[0], number, key="gan-tep-1")
        assert again.json()["replayed"]
        paper = Outgoing.objects.get(pk=number).basis_id
        assert both[0].get(f"/instruments/{paper}/file").json()["sha256"] == digest_of(number)
        assert said(self.sent(both[0], number)) == [
            "Văn bản này đã có tệp; tệp đã giữ không thay bằng tệp khác."
        ]

    def test_a_scan_larger_than_other_requests_is_taken(self, both, number):
        writer, made = PdfWriter(), io.BytesIO()
        writer.add_blank_page(595, 842)
        writer.add_metadata({"/Keywords": "x" * 3_000_000})
        writer.write(made)
        assert self.sent(both[0], number, made.getvalue()).status_code == 200
        large = both[0].act("attach-signed-file", number=number, file={"content": "x" * 16_000_000})
        assert large.status_code == 413

    def test_every_reason_is_told_and_nothing_written(self, both, number):
        self.sent(both[0], number)
        before = everything()
        wrong = (
            ({"not_secret": False}, "Chỉ gửi tệp không chứa bí mật nhà nước."),
            ({"content": "không phải"}, "Nội dung tệp phải viết bằng base64."),
        )
        for more, sentence in wrong:
            refused = both[0].act(
                "attach-signed-file", number=number,
                file={"name": "a.pdf", "content": "", "not_secret": True} | more,
            )  # fmt: skip
            assert refused.status_code == 422
            assert said(refused)[0] == sentence
            assert len(said(refused)) == 2  # the paper has its file, too
        assert everything() == before

    def test_another_offices_number_is_answered_as_none(self, here, both, number):
        before, files = everything(), settings.DATA_FOLDER.files
        told = [self.sent(both[1], each) for each in (number, 2**40)]
        assert {each.status_code for each in told} == {422}
        assert said(told[0]) == said(told[1]) == ["Không có số văn bản đi này."]
        assert everything() == before
        reader = Asking.of(given_to("nguoi-xem", "van_thu", here.root), rights=["documents.xem"])
        kept = sorted(files.iterdir())
        assert (
            self.sent(reader, number, pdf(lambda writer: writer.add_blank_page(9, 9))).status_code
            == 403
        )
        assert sorted(files.iterdir()) == kept  # nothing of a stranger's file was looked into
        assert digest_of(number) == ""


class TestAPaperThatCame:
    """The page of a paper that came, for a registrar of the province, and one of the commune whom it does not concern."""

    @pytest.fixture
    def came(self, here):
        rows = [ReceivedRow(papers.came(), papers.ARRIVED)]
        return answer(receive_papers(demo_actor(), TODAY, organization=here.root, rows=rows))

    @pytest.fixture
    def both(self, here):
        found = []
        for name, unit in (("van-thu-tinh", here.root), ("van-thu-xa", here.commune)):
            found.append(Asking.of(given_to(name, "van_thu", unit)))
        return found

    def scanned(self, client, came, content, name="quet.pdf", **more):
        form = {"key": "quet", "incoming": f"[{came}]", "file_open": "1"} | more
        return client.post("/ghi/gan-tep-den", form | {"file": SimpleUploadedFile(name, content)})

    def sent(self, asking, came, key="", content=None):
        file = {
            "name": "quet.pdf", "content": b64encode(content or pdf()).decode(), "not_secret": True,
        }  # fmt: skip
        return asking.act("attach-received-file", key, incoming=came, file=file)

    def test_from_its_page_to_its_pictures_and_what_it_names(self, client, came):
        where = f"/van-ban/den/{came}"
        page = shown(client.get(where))
        assert f'href="/ghi/gan-tep-den?den={came}"' in page
        assert "chưa có tệp" in page
        sheet = shown(client.get(f"/ghi/gan-tep-den?den={came}"))
        assert "PDF đã ký, hoặc ảnh PNG, JPG" in sheet
        assert "Bản quét của văn bản đã vào sổ" in sheet
        text = "Căn cứ Quyết định số 15-QĐ/TU, ngày 02/01/2024 của Tỉnh ủy"
        done = self.scanned(client, came, typeset(text.encode(), format="pdf"))
        assert done.status_code == 302
        assert done["Location"].startswith(f"{where}?da-ghi=")
        page = shown(client.get(done["Location"]))
        assert "Hoàn tác" in page
        assert "/ghi/gan-tep-den" not in page
        assert f'src="/van-ban/{Incoming.objects.get(pk=came).basis_id}/trang-1.png"' in page
        assert "Văn bản được nhắc đến trong tệp" in page

    def test_a_file_known_already_is_asked_about(self, client, number, came):
        attached(client, number, pdf())
        asked = self.scanned(client, came, pdf())
        assert asked.status_code == 422
        assert "Tệp này đã là tệp của" in shown(asked)
        assert Incoming.objects.get(pk=came).basis.file_sha256 == ""

    @pytest.mark.parametrize(
        ("content", "name", "more"),
        [
            (EICAR, "quet.pdf", {}),
            (docx("MẬT", "Nội dung"), "quet.docx", {}),
            (docx("Thường"), "quet.docx", {}),
            (pdf(), "quet.pdf", {"file_open": ""}),
        ],
    )
    def test_what_may_not_come_is_refused_and_nothing_is_written(
        self, client, came, content, name, more
    ):
        before = everything()
        assert self.scanned(client, came, content, name, **more).status_code == 422
        assert everything() == before

    def test_through_the_api_once_by_whoever_keeps_it(self, both, came):
        before = everything()
        told = [self.sent(both[1], each) for each in (came, 2**40)]
        assert {each.status_code for each in told} == {422}
        assert said(told[0]) == said(told[1]) == ["Không có văn bản đến này."]
        assert everything() == before
        first = self.sent(both[0], came, "quet-ban-1", b"%PDF-1.7 " + b"x" * 2_000_000)
        assert first.status_code == 422  # larger than other requests, judged all the same
        assert everything() == before
        done = self.sent(both[0], came, "quet-ban-2")
        assert (done.status_code, done.json()["answer"]) == (200, came)
        assert said(self.sent(both[0], came)) == [
            "Văn bản này đã có tệp; tệp đã giữ không thay bằng tệp khác."
        ]

    def test_the_page_offers_it_only_to_the_keeper_of_the_paper(self, client, here, came):
        of_office = papers.received(here.root, "46-CV/BTCTW")
        client.force_login(Account.objects.get(pk=given_to("van-thu-tinh", "van_thu", here.root)))
        assert "/ghi/gan-tep-den" in shown(client.get(f"/van-ban/den/{came}"))
        assert "/ghi/gan-tep-den" not in shown(client.get(f"/van-ban/den/{of_office}"))
