"""Trang cấp ủy — a committee recorded through its sheets and the API, read on its pages."""

import re

import pytest
from django.conf import settings
from party import party
from world import TODAY

from thenchot.people.committees.models import CommitteeSeat, CommitteeTerm, Pilot

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PAPER = {
    "paper_kind": "nghi_quyet", "issuer": "Đại hội", "abstract": "Bầu cấp ủy",
    "issued_on": "1/6/2024", "from_day": "1/6/2024",
}  # fmt: skip


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return party()


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def recorded(client, slug, key, **form):
    sent = PAPER | {"key": key, "number_sign": f"{key}-NQ/ĐU"} | form
    done = client.post(f"/ghi/{slug}", sent)
    assert done.status_code == 302, said(done)[said(done).find('class="faults"') :][:900]
    return done["Location"]


def test_a_committee_is_recorded_and_read(client, here):
    unit = f"[{here.commune}]"
    where = recorded(
        client, "nhiem-ky", "a", organization=unit, label="2020–2025", executive="5", standing="3"
    )
    assert where.startswith(f"/cap-uy/{here.commune}")
    assert CommitteeTerm.objects.get().executive == 5
    form = {
        "organization": unit, "decider": "Đại hội", "1.person": f"[{here.people[0]}]",
        "1.rank": "bi_thu", "1.manner": "bau", "2.person": f"[{here.people[1]}]",
        "2.rank": "cap_uy_vien", "2.manner": "chi_dinh",
    }  # fmt: skip
    recorded(client, "cap-uy", "b", **form)
    assert CommitteeSeat.objects.count() == 2
    page = said(client.get(f"/cap-uy/{here.commune}"))
    for each in ("Trần Văn An", "Bầu 01/06/2024, Đại hội", "chưa ban hành sau đại hội"):
        assert each in page
    assert page.count("<h1") == 1
    listed = said(client.get("/cap-uy?tinh-trang=thieu"))
    assert "2/5" in listed
    assert "Bỏ lọc" in said(client.get("/cap-uy?tinh-trang=vuot"))
    assert client.get("/cap-uy?tinh-trang=la").status_code == 404
    assert "2/5" in said(client.get(f"/to-chuc/{here.commune}"))
    recorded(client, "quy-che", "c", organization=unit, kind="quy_che")
    working = said(client.get("/cap-uy/quy-che"))
    assert "Quy chế làm việc: 1/1" in working
    assert "Chương trình công tác: 0/1" in working


def test_a_pilot_is_recorded_reviewed_and_listed(client, here):
    recorded(client, "diem", "d", organization=f"[{here.cells[0]}]", subject="Chi bộ bốn tốt")
    pilot = Pilot.objects.get().pk
    page = said(client.get("/diem"))
    assert "Chi bộ bốn tốt" in page
    assert "chưa sơ kết" in page
    form = {"pilot": str(pilot), "review": "Đạt", "from_day": "1/9/2024"}
    recorded(client, "diem-so-ket", "e", **form)
    assert "chưa sơ kết" not in said(client.get("/diem"))


@pytest.mark.parametrize("address", ["/cap-uy", "/cap-uy/quy-che", "/diem"])
def test_lists_ask_few_questions(client, here, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(23):  # sign-in, scope and a test's savepoints beside them
        assert client.get(address).status_code == 200
