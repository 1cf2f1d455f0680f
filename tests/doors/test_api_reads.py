"""API đọc — every question answers what the page of the same thing shows, bounded, and refuses alike."""

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import pytest
from actors import demo_actor
from asking import MEDIA_TYPE, Asking, said
from django.conf import settings
from django.test import Client
from honest_files import pdf
from office import Office, standing
from party import QUARTER
from world import TODAY, answer

from thenchot.doors.api.description import api
from thenchot.figures.reports.acts import freeze_report
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.words import InstrumentKind

pytestmark = pytest.mark.database


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("hoi", server, new_database, worker_id, django_db_blocker) as office:
        freeze_report(demo_actor(), TODAY, period=QUARTER, organization=office.here.root)
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock():
        yield built


@pytest.fixture(scope="module")
def tokens(built, django_db_blocker) -> dict[str, Asking]:
    names = ("specialist", "builder", "secretary", "clerk", "keys")
    with django_db_blocker.unblock():
        return {name: Asking.of(built.ids[name]) for name in names}


@pytest.fixture
def specialist(office, tokens) -> Asking:
    return tokens["specialist"]


def data(response: Any) -> Any:
    assert response.status_code == 200, response.content
    assert response["Content-Type"].startswith("application/json")
    return response.json()


class TestOrganizations:
    def test_the_list_is_in_the_order_of_the_tree(self, office, specialist):
        found = data(specialist.get("/organizations"))
        assert [(each["name"], each["depth"]) for each in found["items"]] == [
            ("Đảng bộ tỉnh Thử", 0), ("Đảng bộ xã Thử", 1), ("Chi bộ ấp Hai", 2), ("Chi bộ ấp Một", 2),
        ]  # fmt: skip
        assert found["total"] == 4
        assert found["items"][2]["basis"]["printed"]

    def test_it_is_narrowed_and_cut(self, office, specialist):
        cut = data(specialist.get("/organizations", kind="chi_bo", limit=1, offset=1))
        assert (cut["total"], [each["name"] for each in cut["items"]]) == (2, ["Chi bộ ấp Một"])
        named = data(specialist.get("/organizations", named="ap hai"))
        assert [each["name"] for each in named["items"]] == ["Chi bộ ấp Hai"]

    def test_on_a_day_before_there_is_none(self, office, specialist):
        assert data(specialist.get("/organizations", on="1999-01-01"))["total"] == 0

    def test_one_unit_tells_what_is_above_and_below(self, office, specialist):
        found = data(specialist.get(f"/organizations/{office.here.commune}"))
        assert found["parent"]["id"] == office.here.root
        assert [each["id"] for each in found["children"]] == [*reversed(office.here.cells)]
        assert found["states"][0]["text"] == "Đảng bộ xã Thử"


class TestPeople:
    def test_the_list_holds_everybody_within_reach(self, office, tokens):
        assert data(tokens["specialist"].get("/people"))["total"] == len(office.here.people)
        mine = data(tokens["secretary"].get("/people"))
        assert mine["total"] == 10
        assert {each["cell_id"] for each in mine["items"]} == {office.here.cells[0]}

    def test_it_is_narrowed(self, office, specialist):
        found = data(specialist.get("/people", unit=office.here.cells[1], state="du_bi"))
        assert [each["full_name"] for each in found["items"]] == ["Phạm Dự Bị"]

    def test_a_file_tells_facts_with_their_papers(self, office, specialist):
        found = data(specialist.get(f"/people/{office.here.people[0]}"))
        known = {each["item"]: each["value"] for each in found["known"]}
        assert known["tinh_trang"] == "Đảng viên chính thức"
        assert found["entries"][0]["basis"]["printed"]
        assert found["sealed"] is False


class TestMembershipsAndPostings:
    def test_the_members_of_a_cell(self, office, specialist):
        found = data(specialist.get("/memberships", cell=office.here.cells[0], limit=3))
        assert (found["total"], len(found["items"])) == (10, 3)

    def test_where_somebody_belongs(self, office, specialist):
        found = data(specialist.get(f"/memberships/{office.here.people[0]}"))
        assert (found["cell_id"], found["status"]) == (office.here.cells[0], "chinh_thuc")

    def test_the_posts_of_a_unit(self, office, specialist):
        (seat,) = data(specialist.get("/postings", organization=office.here.cells[0]))["items"]
        assert (seat["title"], seat["holder_id"]) == ("Bí thư", office.here.people[0])
        assert seat["posting_id"] == office.here.posting


class TestInstruments:
    def test_the_register_is_found_by_number(self, office, specialist):
        found = data(specialist.get("/instruments", number="01-DS"))
        assert [each["id"] for each in found["items"]] == [office.here.list_paper]
        page = data(specialist.get(f"/instruments/{office.here.list_paper}"))
        assert page["number_sign"] == "01-DS/ĐU"

    def test_the_file_of_a_paper_is_fetched_and_a_paper_without_one_has_none(
        self, office, specialist
    ):
        digest = keep_file([pdf()], "a.pdf")
        made = answer(
            register_instrument(
                demo_actor(), TODAY, kind=InstrumentKind.LETTER, number_sign="71-CV/TU", issuer="Tỉnh ủy",
                abstract="về việc có tệp", issued_year=2025, issued_on=TODAY, file_sha256=digest,
            )
        )  # fmt: skip
        found = data(specialist.get(f"/instruments/{made}/file"))
        assert (b64decode(found["content"]), found["sha256"]) == (pdf(), digest)
        assert data(specialist.get(f"/instruments/{made}/signatures")) == []
        assert specialist.get(f"/instruments/{office.here.list_paper}/file").status_code == 404


class TestFiguresAndReports:
    def test_a_figure_opens_to_its_records(self, office, specialist):
        assert data(specialist.get("/figures"))["total"] > 20
        asked = {"unit": office.here.commune, "period": "quy-1-2025"}
        found = data(specialist.get("/figures/dang-vien", **asked))
        assert (found["actual"], len(found["records"])) == (15, 15)

    def test_a_report_counted_now_and_as_it_was_frozen(self, office, specialist):
        period = QUARTER.code()
        now = data(specialist.get(f"/reports/{period}", unit=office.here.root))
        (line,) = data(specialist.get(f"/reports/{period}/frozen"))["items"]
        frozen = data(specialist.get(f"/reports/{period}/frozen/{line['number']}"))
        assert frozen["sections"] == now["sections"]
        assert (frozen["frozen"], now["frozen"]) == (1, None)


QUESTIONS = (
    "/organizations", "/organizations/1", "/people", "/people/1", "/memberships?cell=1",
    "/memberships/1", "/postings?organization=1", "/instruments", "/instruments/1", "/figures",
    "/figures/dang-vien?unit=1&period=quy-1-2025", "/reports/quy-1-2025", "/positions", "/positions/1",
)  # fmt: skip


class TestRefusals:
    @pytest.mark.parametrize("path", QUESTIONS[2:])
    def test_an_administrator_reads_no_books(self, office, tokens, path):
        response = tokens["keys"].get(path)
        assert response.status_code == 403
        assert said(response)[0].startswith("Khóa truy cập này không có quyền «")

    @pytest.mark.parametrize(
        "path",
        ["/organizations/99999", "/people/99999", "/memberships/99999", "/memberships?cell=99999",
         "/postings?organization=99999", "/instruments/99999", f"/people/{2**62}",
         "/figures/khong-co?unit=1&period=quy-1-2025", "/figures/dang-vien?unit=1&period=lau-lam",
         "/figures/dang-vien?unit=99999&period=quy-1-2025", "/reports/quy-9-2025",
         "/reports/nhiem-ky-2020-2025", "/positions/99999", "/reports/quy-1-2025?unit=99999", "/khong-co-gi", "/"],
    )  # fmt: skip
    def test_what_is_not_there(self, office, specialist, path):
        response = specialist.get(path)
        assert response.status_code == 404
        assert response["Content-Type"] == MEDIA_TYPE
        assert response.json()["reasons"] == []

    @pytest.mark.parametrize(
        ("path", "field"),
        [
            ("/organizations?limit=0", "limit"), ("/organizations?limit=201", "limit"),
            ("/organizations?offset=-1", "offset"), ("/organizations?offset=100001", "offset"),
            ("/organizations?on=31/12/2025", "on"), ("/organizations?on=1899-12-31", "on"),
            ("/organizations?on=2201-01-01", "on"), ("/organizations?on=2025-02-30", "on"),
            ("/organizations?named=%00", "named"), ("/organizations?kind=khac", "kind"),
            ("/people/0", "person"), ("/people/x", "person"), (f"/people/{2**62 + 1}", "person"),
            ("/people/99999999999999999999999999", "person"), ("/memberships", "cell"),
            (f"/people?named={'a' * 101}", "named"), ("/figures/A?unit=1&period=quy-1-2025", "code"),
            ("/instruments?year=0", "year"), ("/people?name=An", "name"), ("/figures?on=x", "on"), ("/people?limit=1.0", "limit"), ("/people?limit=1&limit=2", "limit"), ("/reports/QU%C3%9D", "period"),
        ],
    )  # fmt: skip
    def test_what_is_misshapen_is_said_by_its_member(self, office, specialist, path, field):
        response = specialist.get(path)
        assert response.status_code == 422
        assert [each["field"] for each in response.json()["reasons"]] == [field]
        assert said(response)[0]

    @pytest.mark.parametrize("path", [*api.get_openapi_schema()["paths"], "/api/v1/", "/api/v1/x"])
    def test_without_a_token_nothing_is_answered(self, office, path):
        address = re.sub(r"\{\w+\}", "1", path)
        for client in (Client(), office.browser("specialist")):
            for response in (client.get(address), client.post(address, b"{}", "application/json")):
                assert (response.status_code, response["Content-Type"]) == (401, MEDIA_TYPE)

    def test_the_description_is_openapi_3_1(self, office, specialist):
        found = data(specialist.get("/openapi.json"))
        assert found["openapi"] == "3.1.0"
        assert Asking("sai").get("/openapi.json").status_code == 401

    def test_other_methods_are_said_to_be_none(self, office, specialist):
        response = specialist.client.post("/api/v1/organizations")
        assert (response.status_code, response["Allow"]) == (405, "GET")
        assert response["Content-Type"] == MEDIA_TYPE
        assert specialist.client.delete("/api/v1/organizations").status_code == 405

    def test_nothing_is_kept_on_the_way(self, office, specialist):
        response = specialist.get("/people")
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies
