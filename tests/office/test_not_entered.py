"""Loại văn bản không nhập — set by a paper from a day on; the forms that register a paper remind, and refuse nothing."""

from datetime import date

import papers
import pytest
from actors import demo_actor
from asking import Asking
from django.conf import settings
from office import given, opened, who
from world import TODAY, paper, small_world

from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.entering import set_not_entered
from thenchot.office.documents.models import Incoming, NotEntered
from thenchot.office.documents.reads.entering import not_entered_on

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SUBJECT = "Phiếu lấy ý kiến nhân sự"
FORMS = (
    "van-ban-den", "vao-so-phan-cong", "van-ban-den-loat", "cap-so", "van-ban", "du-thao", "du-thao-so",
)  # fmt: skip
ASKED = {"kept_out": True, "clause": "", "verified": False, "from_day": date(2025, 3, 1)}


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def subjects(day: date) -> list[str]:
    return [each.subject for each in not_entered_on(by=demo_actor(), on=day)]


def test_a_kind_is_kept_out_from_a_day_until_it_is_entered_again(here):
    one, two = paper("7-QĐ/TU", date(2025, 2, 1)), paper("8-QĐ/TU", date(2025, 5, 1))
    papers.kept_out(one, SUBJECT, date(2025, 3, 1), clause="Điều 2")
    papers.kept_out(two, SUBJECT.upper(), date(2025, 6, 1), kept_out=False)
    assert (
        NotEntered.objects.values("subject").distinct().count() == 1
    )  # one name, however it is typed
    days = (date(2025, 2, 28), date(2025, 3, 1), date(2025, 5, 31), date(2025, 6, 1))
    assert [subjects(day) for day in days] == [[], [SUBJECT], [SUBJECT], []]
    [line] = not_entered_on(by=demo_actor(), on=days[1])
    assert (line.clause, line.since, line.paper.id) == ("Điều 2", days[1], one)
    annul_instrument(demo_actor(), TODAY, instrument=two, by_paper=paper("9-QĐ/TU"), reason="Thử")
    assert subjects(TODAY) == [SUBJECT]
    assert not verify_journal().faults


@pytest.mark.parametrize("subject", ["", " ", "a" * 201])
def test_without_a_name_nothing_is_written(here, subject):
    before = JournalEntry.objects.count()
    with pytest.raises(Refused):
        set_not_entered(demo_actor(), TODAY, subject=subject, basis=here.founding, **ASKED)
    assert (JournalEntry.objects.count(), NotEntered.objects.count()) == (before, 0)


def test_it_is_the_whole_office_s(here):
    account = opened("chanh-van-phong")
    given(account, "van_thu", here.root)
    with pytest.raises(NotAllowed):
        set_not_entered(who(account), TODAY, subject=SUBJECT, basis=here.founding, **ASKED)
    assert not NotEntered.objects.exists()


def test_every_form_that_registers_a_paper_reminds_and_names_the_source(client, here):
    of = papers.series(here.root)
    addresses = [f"/ghi/{slug}" for slug in FORMS]
    assert not any("Không nhập vào đây" in client.get(each).content.decode() for each in addresses)
    papers.kept_out(paper("7-QĐ/TU", date(2025, 2, 1)), SUBJECT, date(2025, 3, 1), clause="Điều 2")
    papers.kept_out(here.founding, "Loại khác", date(2025, 3, 1), verified=True)
    for each in addresses:
        page = client.get(each).content.decode()
        said = f"Không nhập vào đây: {SUBJECT}, theo Quyết định số 7-QĐ/TU, 01/02/2025 (chưa thẩm định nguyên văn)."
        assert said in page
        assert "Điều 2" in page
        assert "Không nhập vào đây: Loại khác, theo Quyết định số 01-QĐ/TU, 20/12/2019." in page
    papers.received(here.root)  # reminded, not refused
    papers.issued(of)
    assert Incoming.objects.count() == 1


def test_from_the_sheet_to_the_page_of_the_day(client, here):
    form = {
        "key": "a", "number_sign": "01-QĐ/TU", "subject": SUBJECT, "kept_out": "1", "clause": "Điều 3",
        "from_day": "1/6/2025",
    }  # fmt: skip
    done = client.post("/ghi/khong-nhap", form)
    assert done.status_code == 302, done.content.decode()[:3000]
    page = client.get("/van-ban/khong-nhap").content.decode()
    for words in (SUBJECT, "Điều 3", "chưa thẩm định", "/ghi/khong-nhap"):
        assert words in page
    assert f"Không nhập: {SUBJECT}" in client.get(f"/van-ban/{here.founding}").content.decode()
    assert client.post("/ghi/khong-nhap", {"key": "b"}).status_code == 422
    assert "Chưa ghi loại" in client.get("/van-ban/khong-nhap?ngay=2025-05-31").content.decode()


def test_through_the_api(here):
    papers.kept_out(here.founding, SUBJECT)
    account = opened("van-thu-tinh")
    given(account, "van_thu", here.root)
    asking = Asking.of(account)
    assert [each["subject"] for each in asking.get("/not-entered").json()] == [SUBJECT]
    told = asking.act("set-not-entered", subject="Khác", from_day="2025-06-01", basis=here.founding)
    assert told.status_code == 403
    assert NotEntered.objects.count() == 1
