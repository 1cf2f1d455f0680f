"""Trang gắn tệp của sổ — many files at once, a table of what becomes of each, then those ticked in one act; the API."""

import re
from base64 import b64encode
from datetime import date, timedelta
from hashlib import sha256

import papers
import pytest
from actors import questions
from asking import Asking, said
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from honest_files import docx, pdf
from hostile_files import EICAR
from office import everything, given, opened
from office import office as whole_office
from typst import compile as typeset
from world import TODAY, small_world

from thenchot.doors.access.models import Upload
from thenchot.doors.web.handed_in import signed_files
from thenchot.ground.basis.attached import MOST_BYTES
from thenchot.ground.basis.models import FileText, JournalEntry
from thenchot.office.documents.models import Outgoing
from thenchot.office.documents.rules.exported import ExportedRow
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FIRST = date(2025, 6, 5)
N = 45


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))


@pytest.fixture
def here():
    return small_world()


def registered(here, n: int) -> dict[str, int]:
    """Papers of the register, by sign."""
    kinds = ("QĐ", "KH", "TB", "CTr", "ĐA")
    rows = [
        ExportedRow(
            f"{place + 1:02d}-{kinds[place % 5]}/TU", FIRST + timedelta(days=place % 10),
            "Ban Thường vụ", f"về việc thử {place + 1}", "An",
        )
        for place in range(n)
    ]  # fmt: skip
    lines = papers.elsewhere(here.root, here.founding, *rows)
    return dict(zip((row.number_sign for row in rows), lines, strict=True))


def pages(here):
    first = f"/van-ban/di/nhap-so/{here.root}/tep"
    return first, f"{first}/xem-truoc"


def scanned(mark: str) -> bytes:
    return pdf(lambda writer: writer.add_metadata({"/Title": mark}))


def printed(sign: str, day: date) -> bytes:
    page = f"TỈNH ỦY THỬ #linebreak() Số {sign} #linebreak() Thử, ngày {day:%d} tháng {day:%m} năm {day:%Y}"
    return typeset(page.encode(), format="pdf")


def sent(client, where, *files, **more):
    found = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(where, {"files": found, "file_open": "1"} | more)


def shown(response, status=200):
    assert response.status_code == status
    return re.sub(r"\s+", " ", response.content.decode())


def held() -> dict[int, str]:
    return {
        line: digest
        for line, digest in Outgoing.objects.values_list("pk", "basis__file_sha256")
        if digest
    }


def test_sixty_files_as_an_office_names_them_none_to_a_wrong_paper(client, here):
    take, result = pages(here)
    of = registered(here, N)
    ways = (
        lambda sign, day: f"{sign.replace('/', '_')}.pdf",
        lambda sign, day: f"{sign.replace('/', '_').replace('Đ', 'D')}.pdf",
        lambda sign, day: f"{sign.replace('/', '-')} ngày {day:%d-%m-%Y}.pdf",
        lambda sign, day: f"Số {sign.replace('/', ' ')}_{day:%Y%m%d}.pdf",
        lambda sign, day: f"{sign.replace('-', '_').replace('/', '_').lower()}_signed.pdf",
    )
    files, right = [], {}
    for place, (sign, line) in enumerate(of.items()):
        day = FIRST + timedelta(days=place % 10)
        if place < 36:
            name = ways[place % 5](sign, day)
            files.append((name, scanned(name)))
        elif place < 42:
            name = f"scan{place:04d}.pdf"
            files.append((name, printed(sign, day)))
        else:
            continue
        right[line] = name
    doubtful = [
        (f"{word} {sign.replace('/', '_')}.pdf", scanned(word))
        for word, sign in zip(
            ("Phụ lục", "dự thảo", "Báo cáo triển khai"), list(of)[42:], strict=True
        )
    ]
    strange = [
        (f"{n}-QD_{organ}.pdf", scanned(f"la{n}{organ}"))
        for n in (1, 6, 88)
        for organ in ("HU", "TW", "UBND")
    ]
    wrong_day = [
        ("scan9990.pdf", printed("43-TB/TU", date(2024, 1, 2))),
        ("khong ten.pdf", scanned("không")),
    ]
    odd = [("01-QD_TU.docx", docx("a")), ("virus.pdf", EICAR), ("Tối mật 2-KH_TU.pdf", scanned("kín")),
           ("44-CTr_TU_kin.pdf", typeset("TUYỆT MẬT".encode(), format="pdf"))]  # fmt: skip
    files += [*doubtful, *strange, *wrong_day, *odd]
    assert len(files) >= 60
    answer = sent(client, take, *files)
    assert answer["Location"] == result
    status, asked = questions(client, result)
    assert (status, asked <= 15) == (200, True)
    page = shown(client.get(result))
    for words in (
        "Ghép được: 42",
        "Phải hỏi: 4",
        "Không thấy văn bản: 10",
        "Có 2 tệp mang dấu độ mật",
    ):
        assert words in page
    ticked = dict(re.findall(r'name="(tep-\d+)" value="(\d+)" checked', page))
    assert len(ticked) == 42
    assert "Tối mật" not in page
    assert "44-CTr_TU_kin" not in page  # of a marked file not even the name stays
    assert "Tối mật" not in str(Upload.objects.get().told)
    done = client.post(result, {"key": "a"} | ticked)
    assert done["Location"].startswith(f"/van-ban/di?don-vi={here.root}&da-ghi=")
    assert "Gắn tệp đã ký vào 42 văn bản đi" in shown(client.get(done["Location"]))
    got = held()
    assert got.keys() == right.keys()  # every one of them, and no other
    kept = {name: sha256(content).hexdigest() for name, content in files}
    assert {line: kept[name] for line, name in right.items()} == got
    assert client.get(result)["Location"] == take


def test_a_doubtful_file_goes_where_a_person_says_and_nowhere_else(client, here):
    take, result = pages(here)
    of = registered(here, 3)
    first, second, third = of.values()
    assert f'href="{take}"' in shown(client.get(f"/van-ban/di?don-vi={here.root}"))
    assert f'href="{take}"' in shown(client.get(f"/van-ban/di/nhap-so/{here.root}"))
    sent(client, take, ("Phụ lục 01-QĐ_TU.pdf", scanned("a")), ("2-KH_TU.pdf", scanned("b")))
    assert "Đang xem 2 tệp" in shown(client.get(take))
    before = everything()
    for typed in (
        {},
        {"tep-0": f"{third}"},
        {"tep-0": "x", "tep-7": f"{first}"},
        {"tep-1": "999999"},
    ):
        assert "Chưa chọn tệp nào để gắn" in shown(
            client.post(result, {"key": f"{typed}"} | typed), 422
        )
    assert (everything(), held()) == (before, {})
    done = client.post(result, {"key": "b", "tep-0": f"{first}", "tep-1": f"{second}"})
    assert done.status_code == 302
    assert held().keys() == {first, second}
    lines = JournalEntry.objects.count()
    assert client.post(result, {"key": "b", "tep-0": f"{first}"})["Location"] == take
    assert JournalEntry.objects.count() == lines


def test_one_that_got_its_file_meanwhile_refuses_all_and_says_which(client, here):
    take, result = pages(here)
    first, second = registered(here, 2).values()
    sent(client, take, ("1-QĐ_TU.pdf", scanned("a")), ("2-KH_TU.pdf", scanned("b")))
    form = {"key": "gan", "number": f"[{first}]", "file_open": "1"}
    client.post("/ghi/gan-tep", form | {"file": SimpleUploadedFile("khac.pdf", scanned("c"))})
    assert held().keys() == {first}
    page = shown(client.get(result))
    assert "Văn bản đã có tệp" in page
    assert client.post(result, {"key": "x", "tep-0": f"{first}"}).status_code == 422
    assert client.post(result, {"key": "y", "tep-1": f"{second}"}).status_code == 302


@pytest.mark.parametrize(
    ("files", "more", "why"),
    [
        ((), {}, "Hãy chọn tệp."),
        ((("1-QĐ_TU.pdf", b"%PDF-"),), {"file_open": ""}, "Tệp không chứa bí mật nhà nước"),
        ((("1-QĐ_TU.pdf", b"%PDF-"),) * 3, {}, "Mỗi lượt không quá 2 tệp; ở đây có 3."),
    ],
)
def test_what_is_not_sent_as_it_should_be_is_not_looked_at(
    client, here, monkeypatch, files, more, why
):
    monkeypatch.setattr(signed_files, "MOST", 2)
    take, _ = pages(here)
    before = everything()
    assert why in shown(sent(client, take, *files, **more), 422)
    assert everything() == before
    assert not Upload.objects.exists()
    assert not FileText.objects.exists()


def test_files_once_taken_are_dropped_on_request(client, here):
    take, result = pages(here)
    sent(client, take, ("1-QĐ_TU.pdf", scanned("a")))
    assert client.post(take, {"drop": "1"})["Location"] == take
    assert client.get(result)["Location"] == take


def test_more_files_than_any_form_takes_are_answered_in_words(client, here):
    take, _ = pages(here)
    page = shown(sent(client, take, *((f"{n}.pdf", b"%PDF") for n in range(301))), 400)
    assert "quá nhiều tệp" in page
    assert not Upload.objects.exists()


def test_a_page_of_an_earlier_batch_attaches_nothing_of_the_one_kept_now(client, here):
    take, result = pages(here)
    first, second = registered(here, 2).values()
    sent(client, take, ("1-QĐ_TU.pdf", scanned("a")), ("2-KH_TU.pdf", scanned("b")))
    (stale,) = re.findall(r'name="at" value="([^"]+)"', shown(client.get(result)))
    sent(client, take, ("Phụ lục 01-QĐ_TU.pdf", scanned("c")), ("2-KH_TU.pdf", scanned("d")))
    before = everything()
    page = shown(client.post(result, {"key": "a", "tep-0": f"{first}", "at": stale}), 422)
    assert "của lượt tệp trước" in page
    assert (everything(), held()) == (before, {})
    assert re.findall(r'name="(tep-\d+)" value="(\d+)" checked', page) == [("tep-1", f"{second}")]
    (now,) = re.findall(r'name="at" value="([^"]+)"', page)
    assert now != stale
    form = {"key": "b", "tep-1": f"{second}", "at": now}
    assert client.post(result, form).status_code == 302
    assert held().keys() == {second}


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 hong", b"%PDF-1.7" + bytes(MOST_BYTES), pdf(lambda each: each.encrypt("mo"))],
)
def test_a_name_that_is_marked_stays_nowhere_though_the_file_is_refused_anyway(
    client, here, content
):
    take, result = pages(here)
    sent(client, take, ("TUYỆT MẬT.pdf", content))
    assert not Upload.objects.get().told["refused"]
    assert "TUYỆT MẬT" not in str(Upload.objects.get().told)
    assert "Có 1 tệp mang dấu độ mật" in shown(client.get(result))


def test_whoever_registers_nothing_there_finds_no_page():
    here = whole_office()
    for name in ("inspector", "secretary"):
        browser = here.browser(name)
        for page in ("", "/xem-truoc"):
            where = f"/van-ban/di/nhap-so/{here.here.commune}/tep{page}"
            assert browser.get(where).status_code == 404
            assert browser.post(where).status_code == 404


class TestThroughTheApi:
    @pytest.fixture
    def asking(self, here):
        account = opened("van-thu-tinh")
        given(account, "van_thu", here.root)
        return Asking.of(account)

    def file(self, name: str, content: bytes, number: int | None = None, **more) -> dict:
        sent = {"name": name, "content": b64encode(content).decode(), "not_secret": True} | more
        return {"file": sent} | ({"number": number} if number else {})

    def test_by_name_by_first_page_and_as_it_was_said(self, asking, here):
        first, second, third = registered(here, 3).values()
        files = [
            self.file("1-QĐ/TU.pdf", scanned("a")),
            self.file("quét.pdf", printed("02-KH/TU", FIRST + timedelta(days=1))),
            self.file("quét.pdf", scanned("c"), third),
        ]
        done = asking.act(
            "attach-signed-files", "mot-luot-tep", organization=here.root, files=files
        )
        assert done.status_code == 200
        assert held().keys() == {first, second, third}
        again = asking.act(
            "attach-signed-files", "mot-luot-tep", organization=here.root, files=files
        )
        assert again.json()["replayed"]

    def test_a_doubt_a_hostile_and_a_secret_file_are_told_together(self, asking, here):
        registered(here, 3)
        before = everything()
        files = [
            self.file("1-QĐ_TU.pdf", scanned("a")), self.file("phụ lục 2-KH_TU.pdf", scanned("b")),
            self.file("virus.pdf", EICAR), self.file("MẬT.pdf", scanned("d")),
            self.file("x.pdf", scanned("e"), not_secret=False),
        ]  # fmt: skip
        answer = asking.act("attach-signed-files", organization=here.root, files=files)
        assert answer.status_code == 422
        reasons = answer.json()["reasons"]
        assert [each["field"] for each in reasons] == ["3.file", "4.file", "5.file", "2.file"]
        assert held() == {}
        assert everything() == before

    def test_of_an_organ_out_of_reach_nothing_is_attached(self, here):
        line = next(iter(registered(here, 1).values()))
        account = opened("van-thu-xa")
        given(account, "van_thu", here.commune)
        stranger = Asking.of(account)
        files = [self.file("1-QĐ_TU.pdf", scanned("a"), line)]
        assert (
            stranger.act("attach-signed-files", organization=here.root, files=files).status_code
            == 403
        )
        told = stranger.act("attach-signed-files", organization=here.commune, files=files)
        assert said(told) == ["Không có văn bản này trong sổ văn bản đi của cơ quan."]
        assert held() == {}
