"""API ghi — each act once under its key, refused with every reason, and then nothing is changed."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from asking import MEDIA_TYPE, Asking, said
from django.conf import settings
from django.db import transaction
from office import Office, everything, last_line, standing
from party import newcomer
from world import TODAY, paper

from thenchot.ground.register.models import OrganizationSpell, Posting
from thenchot.people.awards.models import Badge, Commendation
from thenchot.people.members.models import Membership
from thenchot.people.oversight.models import Discipline

pytestmark = pytest.mark.database
JULY = date(2025, 7, 1)


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("ghi", server, new_database, worker_id, django_db_blocker) as office:
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def specialist(office) -> Asking:
    return Asking.of(office.ids["specialist"])


@pytest.fixture
def basis(office) -> int:
    return paper("77-QĐ/TU", date(2025, 6, 1))


def done(response: Any) -> Any:
    assert response.status_code == 200, response.content
    return response.json()


def no_change(response: Any, before: list[int], status: int = 422) -> list[str]:
    assert response.status_code == status, response.content
    assert everything() == before
    return said(response)


class TestOrganizations:
    def new(self, office, specialist, basis, name="Chi bộ ấp Ba", **more) -> int:
        asked = {
            "name": name, "kind": "chi_bo", "level": "co_so", "parent": office.here.commune,
            "from_day": "2025-06-01", "basis": basis,
        } | more  # fmt: skip
        return done(specialist.act("establish-organization", **asked))["answer"]

    def test_a_unit_through_its_life(self, office, specialist, basis):
        unit = self.new(office, specialist, basis)
        two = self.new(office, specialist, basis, "Chi bộ ấp Tư", parent=None)
        asked = {"organization": unit, "basis": basis}
        done(specialist.act("rename-organization", name="Chi bộ ấp Năm", from_day="2025-06-02", **asked))  # fmt: skip
        done(specialist.act("move-organization", parent=office.here.root, from_day="2025-06-03", **asked))  # fmt: skip
        done(specialist.act("place-organization", organization=two, parent=office.here.commune,
                            from_day="2025-06-03", basis=basis))  # fmt: skip
        done(specialist.act("retype-organization", kind="chi_bo_co_so", level="co_so",
                            has_committee=True, from_day="2025-06-04", **asked))  # fmt: skip
        done(specialist.act("merge-organization", into=two, from_day="2025-06-05", **asked))
        done(specialist.act("end-organization", organization=two, from_day="2025-06-06", basis=basis))  # fmt: skip
        states = OrganizationSpell.objects.filter(organization=unit).order_by("effective")
        assert [each.name for each in states] == ["Chi bộ ấp Ba", *["Chi bộ ấp Năm"] * 3]

    def test_every_reason_is_said_at_once(self, office, specialist, basis):
        before = everything()
        response = specialist.act(
            "establish-organization", name=" ", kind="chi_bo", level="co_so", parent=99999,
            from_day="2025-06-01", basis=basis,
        )  # fmt: skip
        assert len(no_change(response, before)) == 2
        assert {each["field"] for each in response.json()["reasons"]} == {"name", "parent"}

    def test_without_the_right_it_is_forbidden(self, office, basis):
        secretary, before = Asking.of(office.ids["secretary"]), None
        before = everything()
        asked = {
            "organization": office.here.cells[0],
            "name": "X",
            "from_day": JULY,
            "basis": basis,
        }
        response = secretary.act("rename-organization", **asked)
        assert "Ghi quyết định về tổ chức" in no_change(response, before, 403)[0]


class TestPeopleAndPosts:
    def test_a_person_appointed_and_released(self, office, specialist, basis):
        person = done(
            specialist.act(
                "record-person", full_name="Ngô Văn Mới", sex="nam", birth_on="1990-01-02",
                from_day="2025-06-01", basis=basis, kept_by=office.here.commune,
            )
        )["answer"]  # fmt: skip
        post = done(
            specialist.act(
                "establish-post", organization=office.here.commune, title="Bí thư",
                kind="cap_truong", from_day="2025-06-01", basis=basis, tier="dang_uy",
            )
        )["answer"]  # fmt: skip
        working = {"person": person, "organization": office.here.commune}
        done(specialist.act("record-employment", from_day="2025-06-02", basis=basis, **working))
        posting = done(
            specialist.act("appoint", person=person, post=post, from_day="2025-06-02", basis=basis)
        )["answer"]
        done(specialist.act("end-posting", posting=posting, from_day="2025-06-10", basis=basis))
        assert Posting.objects.get(pk=posting).effective.until == date(2025, 6, 10)

    def test_a_post_that_is_held_is_not_filled_twice(self, office, specialist, basis):
        post = Posting.objects.get(pk=office.here.posting).post_id
        asked = {"person": office.here.people[1], "post": post, "from_day": JULY, "basis": basis}
        before = everything()
        assert no_change(specialist.act("appoint", **asked), before) == [
            "Chức vụ này đã có người giữ từ 01/01/2021, theo Quyết định số 01-DS/ĐU, 30/12/2020."
        ]


class TestMembers:
    def test_a_life_in_the_party(self, office, specialist, basis):
        cell, other = office.here.cells
        who = newcomer("Đỗ Văn Tân", date(2024, 1, 2), basis)
        decided = paper("KN-QĐ/HU", date(2024, 3, 1))
        row = {"person": who, "cell": cell}
        done(specialist.act("record-admission", people=[row], on_day="2024-03-01", basis=decided))
        held = {"person": who, "on_day": "2024-03-10"}
        done(specialist.act("record-ceremony", people=[held], admission=decided))
        official = paper("CN-QĐ/HU", date(2025, 3, 12))
        done(specialist.act("record-recognition", people=[who], basis=official))
        moved = {"person": who, "cell": other}
        done(specialist.act("record-transfer", people=[moved], from_day="2025-05-01", basis=basis))
        out = {"person": who, "way": "chuyen_di"}
        done(specialist.act("record-exit", people=[out], from_day="2025-06-01", basis=basis))
        comes = newcomer("Đỗ Văn Đến", date(2024, 1, 2), basis)
        back = {"person": comes, "cell": cell} | {
            "status": "chinh_thuc", "admitted_on": "2024-03-01", "joined_on": "2024-03-10",
            "official_on": "2025-03-10",
        }  # fmt: skip
        response = specialist.act("record-arrival", people=[back], from_day="2025-06-10", basis=basis)  # fmt: skip
        done(response)
        cells = Membership.objects.filter(person=who).order_by("effective")
        assert list(cells.values_list("cell", flat=True)) == [cell, cell, other]
        assert Membership.objects.get(person=comes).cell_id == cell

    def test_a_list_of_members_enters_cells_that_stand_already(self, office, specialist, basis):
        row = {
            "person": {"full_name": "Đỗ Thị Mới", "sex": "nu", "birth_on": "1980-02-03"},
            "cell": office.here.cells[0], "status": "du_bi", "admitted_on": "2024-06-01",
            "joined_on": "2024-06-10",
        }  # fmt: skip
        asked = {"from_day": "2025-01-01", "basis": basis}
        done(specialist.act("record-member-list", members=[row], **asked))
        assert Membership.objects.filter(person__spells__full_name="Đỗ Thị Mới").count() == 1
        before = everything()
        response = specialist.act("record-member-list", members=[row], **asked)
        assert "Sổ đã có" in str(no_change(response, before))

    def test_each_row_says_its_own_reasons(self, office, specialist, basis):
        rows = [{"person": who, "cell": office.here.cells[0]} for who in (office.here.people[0], 99999)]  # fmt: skip
        before = everything()
        response = specialist.act("record-admission", people=rows, on_day="2025-06-01", basis=basis)
        assert len(no_change(response, before)) >= 2


class TestMerits:
    def test_badges_commendations_and_discipline(self, office, basis):
        specialist, inspector = Asking.of(office.ids["specialist"]), Asking.of(office.ids["inspector"])  # fmt: skip
        badge = {"person": office.here.people[0], "years": 30}
        done(specialist.act("record-badges", people=[badge], on_day="2025-06-02", basis=basis))
        done(specialist.act("record-commendation", organizations=office.here.cells, people=[],
                            form="giay_khen", occasion="Thử", on_day="2025-06-02", basis=basis))  # fmt: skip
        removed = {"person": office.here.people[0], "form": "cach_chuc",
                   "postings": [office.here.posting]}  # fmt: skip
        done(inspector.act("record-discipline", people=[removed], body="cap_uy",
                           on_day="2025-06-03", basis=basis))  # fmt: skip
        assert Badge.objects.count() == 1
        assert Commendation.objects.count() == 2
        assert Discipline.objects.count() == 1
        assert Posting.objects.get(pk=office.here.posting).effective.until == date(2025, 6, 3)

    def test_a_specialist_records_no_discipline(self, office, specialist, basis):
        before = everything()
        row = {"person": office.here.people[0], "form": "khien_trach"}
        response = specialist.act("record-discipline", people=[row], body="cap_uy",
                                  on_day="2025-06-03", basis=basis)  # fmt: skip
        assert no_change(response, before, 403)


class TestPositions:
    CONTENT = {
        "objectives": "Giúp việc", "superior": "Trưởng phòng", "outside": "không",
        "authority": "Đề xuất", "conditions": "Phòng làm việc", "experience": "không",
        "character": "Trung thực", "degree": "dai_hoc", "theory": "khong",
        "duties": [{"area": "Một", "task": "Hai", "criterion": "Ba", "weight": 100}],
        "competencies": [{"competency": "C1", "level": 2}],
    }  # fmt: skip

    def framed(self, specialist, basis):
        levels = [f"Cấp {level}" for level in range(1, 6)]
        done(specialist.act("set-competency", code="C1", group="chung", name="Một", verified=True,
                            indicators=levels, from_day="2025-06-01", basis=basis))  # fmt: skip

    def test_a_position_from_draft_to_end(self, office, specialist, basis):
        self.framed(specialist, basis)
        unit = office.here.commune
        asked = {"organization": unit, "code": "CV01", "title": "Chuyên viên"}
        position = done(specialist.act("draft-description", content={}, **asked))["answer"]
        other = done(specialist.act("copy-description", position=position,
                                    organization=office.here.cells[0]))["answer"]  # fmt: skip
        done(specialist.act("discard-draft", position=other))
        done(specialist.act("draft-description", content=self.CONTENT, position=position, **asked))
        done(specialist.act("approve-descriptions", drafts=[position], from_day="2025-06-02",
                            basis=basis))  # fmt: skip
        (line,) = done(specialist.get("/positions", organization=unit))["items"]
        assert (line["code"], line["state"]) == ("CV01", "da_duyet")
        page = done(specialist.get(f"/positions/{position}"))
        assert page["current"]["content"]["duties"][0]["weight"] == 100
        assert page["draft"] is None
        done(specialist.act("end-positions", positions=[position], from_day="2025-06-10", basis=basis))  # fmt: skip
        assert done(specialist.get("/positions", organization=unit))["items"] == []

    def test_what_is_lacking_is_said_at_once(self, office, specialist, basis):
        asked = {"organization": office.here.commune, "code": "CV01", "title": "Chuyên viên"}
        position = done(specialist.act("draft-description", content={}, **asked))["answer"]
        builder, before = Asking.of(office.ids["builder"]), everything()
        response = specialist.act("approve-descriptions", drafts=[position], from_day="2025-06-02",
                                  basis=basis)  # fmt: skip
        assert len(no_change(response, before)) == 10
        response = builder.act("approve-descriptions", drafts=[position], from_day="2025-06-02",
                               basis=basis)  # fmt: skip
        assert no_change(response, before, 403)

    def test_competencies_of_a_person(self, office, specialist, basis):
        self.framed(specialist, basis)
        person = office.here.people[0]
        asked = {"person": person, "assessor": "Chi ủy", "from_day": "2025-06-02", "basis": basis}
        levels = [{"competency": "C1", "level": 3}]
        done(specialist.act("assess-competencies", levels=levels, **asked))
        known = {line["item"]: line["value"] for line in done(specialist.get(f"/people/{person}"))["known"]}  # fmt: skip
        assert known["nang_luc"] == "Một: cấp độ 3"
        secretary, before = Asking.of(office.ids["secretary"]), everything()
        asked |= {"from_day": "2025-06-03", "assessor": " "}
        levels.append({"competency": "C7", "level": 1})
        response = specialist.act("assess-competencies", levels=levels, **asked)
        assert len(no_change(response, before)) == 2
        response = secretary.act("assess-competencies", levels=levels[:1], **asked)
        assert no_change(response, before, 403)

    def test_quotas_of_a_year(self, office, specialist, basis):
        row = {
            "organization": office.here.commune,
            "category": "cong_chuc",
            "assigned": 9,
            "used": 8,
        }
        asked = {"year": 2025, "from_day": "2025-06-02", "basis": basis}
        done(specialist.act("set-staff-quotas", quotas=[row], **asked))
        before = everything()
        response = specialist.act("set-staff-quotas", quotas=[row | {"used": 10}], **asked)
        assert no_change(response, before)


class TestPapers:
    NEW = {
        "kind": "quyet_dinh", "number_sign": "88-QĐ/TU", "issuer": "Tỉnh ủy", "abstract": "Về việc thử",
        "issued_year": 2024,
    }  # fmt: skip

    def test_a_paper_gets_its_day_then_is_annulled_and_another_repealed(self, office):
        leader = Asking.of(office.ids["leader"])
        specialist = Asking.of(office.ids["specialist"])
        number = done(specialist.act("register-instrument", **self.NEW))["answer"]
        done(specialist.act("complete-instrument-day", instrument=number, issued_on="2024-06-01"))
        asked = {
            "organization": office.here.cells[1],
            "name": "Chi bộ Đổi",
            "from_day": "2025-06-05",
        }
        done(specialist.act("rename-organization", basis=number, **asked))
        by = paper("89-QĐ/TU", date(2025, 6, 10))
        done(
            leader.act("annul-instrument", instrument=number, by_paper=by, reason="Sai thẩm quyền")
        )
        assert OrganizationSpell.objects.get(organization=office.here.cells[1]).name == "Chi bộ ấp Hai"  # fmt: skip
        other = paper("90-QĐ/TU", date(2025, 6, 1))
        done(leader.act("repeal-instrument", instrument=other, by_paper=by, from_day="2025-06-12",
                        reason="Hết hiệu lực"))  # fmt: skip

    def test_the_same_paper_is_not_recorded_twice(self, office, specialist):
        asked = self.NEW | {"issued_on": "2024-06-01"}
        done(specialist.act("register-instrument", **asked))
        before = everything()
        response = specialist.act("register-instrument", **asked)
        assert no_change(response, before) == [
            "Văn bản cùng số, ký hiệu, cơ quan ban hành và ngày này đã có trong sổ."
        ]

    def test_a_fact_is_set_right(self, office, specialist, basis):
        spell = OrganizationSpell.objects.get(organization=office.here.cells[0])
        asked = {"kind": "register.OrganizationSpell", "fact": spell.pk, "by_paper": basis,
                 "reason": "Ghi sai tên"}  # fmt: skip
        done(specialist.act("correct-fact", changes={"name": "Chi bộ ấp Nhất"}, **asked))
        spell.refresh_from_db()
        assert spell.name == "Chi bộ ấp Nhất"
        days = {"start": "2021-01-01", "until": "2020-01-01"}
        before = everything()
        wrong = (
            {}, {"title": "x"}, {"effective": days}, {"effective": None}, {"name": None}, {"name": ""},
            {"kind": "la"}, {"name": "a\u0301"}, {"has_committee": None},
        )  # fmt: skip
        for changes in wrong:
            no_change(specialist.act("correct-fact", changes=changes, **asked), before)
        response = specialist.act("correct-fact", changes={"basis": 1}, **asked)
        assert response.json()["reasons"][0]["field"] == "changes.basis"

    def test_several_facts_are_set_right_together_or_not_at_all(self, office, specialist, basis):
        facts = [OrganizationSpell.objects.get(organization=cell) for cell in office.here.cells]
        kind, asked = "register.OrganizationSpell", {"by_paper": basis, "reason": "Ghi sai tên"}
        rows = [
            {"kind": kind, "fact": each.pk, "changes": {"name": f"Chi bộ số {at}"}}
            for at, each in enumerate(facts, start=1)
        ]
        before = everything()
        other = {"kind": kind, "fact": rows[1]["fact"], "changes": {"title": "x"}}
        for wrong in (
            [rows[0], other],
            [rows[0], rows[0]],
            [],
            [rows[0], rows[1] | {"fact": 9**9}],
        ):
            no_change(specialist.act("correct-facts", facts=wrong, **asked), before)
        nameless = {"kind": kind, "fact": facts[0].pk, "changes": {"name": ""}}
        response = specialist.act(
            "correct-facts", facts=[nameless, other], by_paper=basis, reason=""
        )
        no_change(response, before)
        fields = [each["field"] for each in response.json()["reasons"]]
        assert fields == ["reason", "1.name", "2.title"]
        done(specialist.act("correct-facts", facts=rows, **asked))
        for at, each in enumerate(facts, start=1):
            each.refresh_from_db()
            assert each.name == f"Chi bộ số {at}"

    def test_a_report_is_frozen(self, office):
        leader = Asking.of(office.ids["leader"])
        done(leader.act("freeze-report", period="quy-1-2025", organization=office.here.root))
        before = everything()
        for period in ("quy-4-2025", "lau-lam"):
            response = leader.act("freeze-report", period=period, organization=office.here.root)
            no_change(response, before)


class TestOnce:
    ASKED = TestPapers.NEW

    def test_sent_again_it_gives_the_first_answer(self, office, specialist):
        first = done(specialist.act("register-instrument", "mot-khoa-1", **self.ASKED))
        before, line = everything(), last_line()
        again = done(specialist.act("register-instrument", "mot-khoa-1", **self.ASKED))
        assert again == first | {"replayed": True}
        assert (everything(), last_line()) == (before, line)

    def test_another_content_or_act_is_a_conflict(self, office, specialist, basis):
        done(specialist.act("register-instrument", "mot-khoa-2", **self.ASKED))
        before = everything()
        other = specialist.act("register-instrument", "mot-khoa-2", **self.ASKED | {"signer": "X"})
        assert no_change(other, before, 409) == ["Phiếu này đã được ghi với nội dung khác."]
        asked = {"organization": office.here.root, "name": "X", "from_day": JULY, "basis": basis}
        no_change(specialist.act("rename-organization", "mot-khoa-2", **asked), before, 409)

    def test_without_a_key_nothing_is_done(self, office, specialist):
        before = everything()
        address = "/api/v1/acts/register-instrument"
        sent = {"data": json.dumps(self.ASKED), "content_type": "application/json"}
        response = specialist.client.post(address, **sent)
        no_change(response, before)
        assert response.json()["reasons"][0]["field"] == "Idempotency-Key"
        for key in ("ngắn", "a b c d e f g h", "x" * 101):
            assert specialist.act("register-instrument", key, **self.ASKED).status_code == 422


class TestMisshapen:
    ASKED = {"organization": 1, "name": "X", "from_day": "2025-06-01", "basis": 1}

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"organization": "1"}, "organization"), ({"organization": True}, "organization"),
            ({"organization": 1.5}, "organization"), ({"organization": 2**63}, "organization"),
            ({"organization": 0}, "organization"), ({"name": "a\u0000b"}, "name"),
            ({"name": "\ud800"}, "name"), ({"name": "x" * 2001}, "name"), ({"name": 1}, "name"),
            ({"from_day": 5}, "from_day"), ({"from_day": "2025-06-01T00:00:00"}, "from_day"),
            ({"from_day": "1899-01-01"}, "from_day"), ({"thua": 1}, "thua"),
        ],
    )  # fmt: skip
    def test_it_is_said_by_its_member(self, office, specialist, wrong, field):
        before = everything()
        response = specialist.act("rename-organization", **self.ASKED | wrong)
        no_change(response, before)
        assert [each["field"] for each in response.json()["reasons"]] == [field]

    @pytest.mark.parametrize("sent", [b"", b"{", b"\xff", b"[" * 100_000, b"1" * 10_000])
    def test_what_is_no_json_is_said_so(self, office, specialist, sent):
        response = specialist.client.post(
            "/api/v1/acts/rename-organization", sent, content_type="application/json",
            headers={"idempotency-key": "khoa-sai-1"},
        )  # fmt: skip
        assert response.status_code in (400, 422)
        assert response["Content-Type"] == MEDIA_TYPE

    def test_a_very_long_body_is_not_read(self, office, specialist):
        response = specialist.act("rename-organization", **self.ASKED | {"name": "x" * 1_100_000})
        assert response.status_code == 413
        assert response["Content-Type"] == MEDIA_TYPE


class TestSchemes:
    def test_one_is_begun_written_and_decided(self, office, specialist, basis):
        here = office.here
        number = done(
            specialist.act(
                "begin-scheme", title="Qua API", kept_by=here.root, from_day="2025-07-01"
            )
        )["answer"]
        rows = [
            {"verb": "chuyen_giao", "unit": here.cells[0], "into": {"unit": here.root}},
            {"verb": "doi_ten", "unit": here.cells[1], "name": "Chi bộ ấp Hai mới"},
        ]
        done(specialist.act("add-steps", scheme=number, rows=rows))
        done(
            specialist.act(
                "add-posts", scheme=number,
                rows=[{"where": {"unit": here.root}, "title": "Phó Bí thư", "kind": "cap_pho"}],
            )
        )  # fmt: skip
        page = done(specialist.get(f"/schemes/{number}"))
        assert page["posts"][0]["title"] == "Phó Bí thư"
        assert all(gate["faults"] == [] for gate in page["gates"] if gate["reached"])
        assert (page["total"], page["steps"][0]["into"]["id"]) == (2, here.root)
        assert page["line"]["state"] == "dang_soan"
        done(specialist.act("decide-scheme", scheme=number, basis=basis))
        assert (
            OrganizationSpell.objects.on(JULY).get(organization=here.cells[1]).name
            == "Chi bộ ấp Hai mới"
        )
        assert done(specialist.get("/schemes"))["items"][0]["state"] == "da_quyet_dinh"
        sums = done(specialist.get("/comparison?before=2025-06-30&after=2025-07-01"))
        assert {"chi_bo", "dang_bo_xa"} <= {each["category"] for each in sums}
        days = "before=2025-06-30&after=2025-07-01"
        changes = done(specialist.get(f"/comparison/changes?{days}&limit=1"))
        assert (changes["total"], len(changes["items"])) == (2, 1)
        behind = done(
            specialist.get(f"/comparison/units?{days}&category=chi_bo&what=don_vi&limit=200")
        )
        assert {row["unit"]["id"] for row in behind["items"]} == set(here.cells)

    def test_the_posts_behind_a_number_are_listed_with_who_held_them(
        self, office, specialist, basis
    ):
        here = office.here
        number = done(
            specialist.act("begin-scheme", title="Gộp", kept_by=here.root, from_day="2025-07-01")
        )["answer"]
        rows = [{"verb": "sap_nhap", "unit": here.cells[1], "into": {"unit": here.cells[0]}}]
        done(specialist.act("add-steps", scheme=number, rows=rows))
        done(
            specialist.act(
                "decide-scheme", scheme=number, basis=basis, others_leave=True
            )
        )  # fmt: skip
        days = "before=2025-06-30&after=2025-07-01"
        heads = f"/comparison/posts?{days}&category=chi_bo&what=cap_truong"
        listed = done(specialist.get(heads))
        told = [
            (each["unit"]["id"], each["title"], each["kind"], each["before"], each["after"],
             each["held_before"] and each["held_before"]["name"],
             each["held_after"] and each["held_after"]["name"])
            for each in listed["items"]
        ]  # fmt: skip
        assert told == [
            (here.cells[1], "Bí thư", "cap_truong", True, False, "Lê Thị Mai", None),
            (here.cells[0], "Bí thư", "cap_truong", True, True, "Trần Văn An", "Trần Văn An"),
        ]
        second = done(specialist.get(f"{heads}&limit=1&offset=1"))
        assert (second["total"], second["items"]) == (2, listed["items"][1:])
        assert done(specialist.get(f"{heads}&part=thoi"))["items"] == listed["items"][:1]
        units = done(specialist.get(heads.replace("/posts", "/units")))
        assert [post["after"] for row in units["items"] for post in row["posts"]] == [False, True]
        wrong = specialist.get(f"/comparison/posts?{days}&category=chi_bo&what=don_vi")
        assert (wrong.status_code, wrong["Content-Type"]) == (422, MEDIA_TYPE)
        backwards = heads.replace("2025-06-30", "2025-07-02")
        assert done(specialist.get(backwards)) == {"total": 0, "items": []}
        own = done(Asking.of(office.ids["secretary"]).get(heads))
        assert {each["unit"]["id"] for each in own["items"]} == {here.cells[0]}
        assert Asking.of(office.ids["clerk"]).get(heads).status_code == 403

    def test_a_line_without_its_unit_is_refused_and_nothing_is_kept(self, office, specialist):
        number = done(
            specialist.act(
                "begin-scheme", title="Qua API", kept_by=office.here.root, from_day="2025-07-01"
            )
        )["answer"]
        before = everything()
        refused = specialist.act("add-steps", scheme=number, rows=[{"verb": "doi_ten", "name": ""}])
        assert "Hãy chọn đơn vị." in " ".join(no_change(refused, before))
