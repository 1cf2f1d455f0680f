"""Chữ ký số — a signed PDF shows who signed, when, and whether it is as it was; nothing is asked outside."""

import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from drafts import begun
from pypdf import PdfReader, PdfWriter
from world import TODAY, small_world

from thenchot.doors.exchange.demo.keys import keep_test_key
from thenchot.ground.basis.files.checking import signatures_in
from thenchot.ground.basis.files.signing import KeyFile, make_test_key
from thenchot.ground.basis.words import Integrity, Trust
from thenchot.ground.plain.reasons import Misread
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAPER = {
    "number_sign": "60-QĐ/TU", "paper_kind": "quyet_dinh", "issuer": "Tỉnh ủy",
    "issued_on": "02/05/2024", "abstract": "Về tổ chức",
}  # fmt: skip
SIGNER = "Khóa ký thử, không có giá trị pháp lý"


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def world():
    return small_world()


def said(answer):
    return answer.content.decode()


def after(answer):
    assert answer.status_code == 302, said(answer)
    return answer["Location"]


def blank() -> bytes:
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    place = tmp_path_factory.mktemp("khoa") / "thu.p12"
    certificate = make_test_key(place)
    return KeyFile(place), certificate


@pytest.fixture
def seen(tmp_path):
    """What is read of a content; certificates relied on lie in `trusted`."""

    def look(content):
        place = tmp_path / "tep.pdf"
        place.write_bytes(content)
        return signatures_in(place, tmp_path / "trusted")

    return look


def test_an_intact_file_tells_its_signer_and_what_was_not_checked(key, seen):
    (one,) = seen(key[0].sign(blank(), "KySo"))
    assert (one.signer, one.integrity, one.trust) == (SIGNER, Integrity.INTACT, Trust.NOT_CHECKED)
    assert one.at is not None
    assert not one.stamped


def test_a_second_signature_leaves_the_first_one_whole(key, seen):
    twice = key[0].sign(key[0].sign(blank(), "NguoiKy"), "CoQuan")
    assert [one.integrity for one in seen(twice)] == [Integrity.INTACT, Integrity.INTACT]


def test_one_changed_byte_is_seen(key, seen):
    content = bytearray(key[0].sign(blank(), "KySo"))
    content[content.find(b"MediaBox") + 14] ^= 1
    assert [one.integrity for one in seen(bytes(content))] == [Integrity.BROKEN]


def test_what_is_added_after_signing_is_seen(key, seen):
    signed = key[0].sign(blank(), "KySo")
    writer, made = PdfWriter(io.BytesIO(signed), incremental=True), io.BytesIO()
    writer.pages[0].rotate(90)
    writer.write(made)
    assert len(PdfReader(io.BytesIO(made.getvalue())).pages) == 1
    assert [one.integrity for one in seen(made.getvalue())] == [Integrity.ADDED]


def test_a_certificate_is_trusted_only_where_the_operator_says_so(
    key, seen, tmp_path, tmp_path_factory
):
    from cryptography.hazmat.primitives.serialization import Encoding

    folder = tmp_path / "trusted"
    folder.mkdir()
    other = make_test_key(tmp_path_factory.mktemp("khac") / "khac.p12")
    (folder / "rac.crt").write_bytes(b"khong phai chung thu")
    (folder / "khac.pem").write_bytes(other.public_bytes(Encoding.PEM))
    signed = key[0].sign(blank(), "KySo")
    assert [one.trust for one in seen(signed)] == [Trust.UNTRUSTED]
    (folder / "ta.cer").write_bytes(key[1].public_bytes(Encoding.DER))
    assert [one.trust for one in seen(signed)] == [Trust.TRUSTED]


def test_an_unsigned_file_has_none_and_a_torn_one_is_refused(seen):
    assert seen(blank()) == []
    with pytest.raises(Misread):
        seen(b"%PDF-1.7 nothing more")


class TestPages:
    def registered(self, client, content, name="Quyết định.pdf"):
        form = {
            **PAPER, "key": "ky", "file": SimpleUploadedFile(name, content), "file_open": "1",
        }  # fmt: skip
        return after(client.post("/ghi/van-ban", form)).partition("?")[0]

    def test_the_paper_leads_to_its_signatures(self, client, world, key):
        where = self.registered(client, key[0].sign(blank(), "KySo"))
        assert f"{where}/chu-ky" in said(client.get(where))
        page = said(client.get(f"{where}/chu-ky"))
        assert SIGNER in page
        assert Integrity.INTACT.label in page
        assert "không kiểm tra" in page

    def test_a_file_without_signatures_says_so(self, client, world):
        where = self.registered(client, blank())
        assert "không có chữ ký số" in said(client.get(f"{where}/chu-ky"))

    def test_a_paper_without_a_file_has_no_such_page(self, client, world):
        where = after(client.post("/ghi/van-ban", {**PAPER, "key": "khong"})).partition("?")[0]
        assert client.get(f"{where}/chu-ky").status_code == 404

    def test_nothing_of_what_was_seen_is_kept(self, client, world, key):
        where = self.registered(client, key[0].sign(blank(), "KySo"))
        before = sorted(settings.DATA_FOLDER.path.rglob("*"))
        client.get(f"{where}/chu-ky")
        assert sorted(settings.DATA_FOLDER.path.rglob("*")) == before


def test_a_print_signed_for_trying_out_only_where_there_is_a_key(client, tmp_path, monkeypatch):
    here = small_world()
    draft = begun(here.commune, here.root)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))
    monkeypatch.setattr(settings, "DEMO", True)
    address = f"/van-ban/du-thao/{draft}/ky-thu.pdf"
    assert client.get(address).status_code == 404
    keep_test_key()
    keep_test_key()  # kept as it was
    assert address in said(client.get(f"/van-ban/du-thao/{draft}"))
    place = tmp_path / "ban.pdf"
    place.write_bytes(client.get(address).content)
    (one,) = signatures_in(place, settings.DATA_FOLDER.trusted)
    assert (one.signer, one.integrity, one.trust) == (SIGNER, Integrity.INTACT, Trust.TRUSTED)
