"""Việc của tôi, đến hạn, thông báo — what each kind of reader finds there, and what is refused."""

from datetime import date

import pytest
from actors import demo_actor
from django.conf import settings
from drafts import begun
from office import WHY, browser_of, given, office, opened, typing_for, who
from papers import one_of_each_paper, received
from party import party
from world import TODAY, answer, paper

from thenchot.doors.access.acts.grants import propose_grant
from thenchot.doors.access.reads.notices import how_many, notices
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.office.documents.acts.handling import answer_assignment, direct_paper
from thenchot.office.documents.acts.receiving import submit_paper
from thenchot.office.documents.models import Assignment
from thenchot.office.documents.rules.receiving import AssignmentRow, DirectionRow
from thenchot.office.documents.words import Part
from thenchot.office.drafting.acts.moving import check_content

COUNTED = '<b aria-hidden="true">1</b><span class="hidden">: 1 thông báo</span>'
pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return party()


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def of_role(role, unit=None):
    account = opened(role.replace("_", "-"))
    given(account, role, unit)
    return browser_of(account)


def test_the_first_page_is_the_day_s_work(client, here):
    assert client.get("/").headers["Location"] == "/viec-cua-toi"


def test_the_day_says_what_is_late_since_when_and_on_which_paper(client, here):
    text = text_of(client.get("/viec-cua-toi"))
    for said in (
        "thứ Hai, 16/06/2025", "1 việc cần làm trong 14 ngày", "1 việc quá hạn",
        "Xét công nhận chính thức: Phạm Dự Bị", "quá hạn 1434 ngày", "thứ Ba, 13/07/2021",
        "Quyết định số 01-DS/ĐU, 30/12/2020", "2 chi bộ chưa ghi kế hoạch kiểm tra",
        "Sổ chưa ghi ai phải đọc văn bản nào",
    ):  # fmt: skip
        assert said in text


@pytest.mark.parametrize(
    ("role", "heading"),
    [("lanh_dao_ban", "Cần quyết định"), ("chuyen_vien", "Chờ tôi trả lời")],
)
def test_leaders_decide_and_specialists_answer(here, role, heading):
    assert heading in text_of(of_role(role).get("/viec-cua-toi"))


def test_the_commune_s_one_person_finds_reports_and_bodies_off_the_rule(here):
    text = text_of(of_role("chuyen_vien_xay_dung_dang", here.commune).get("/viec-cua-toi"))
    assert "lệch quy định" in text
    assert f"/bao-cao/quy-2-2025?don-vi={here.commune}" in text


def test_a_cell_secretary_finds_the_month_of_the_cell(here):
    browser = of_role("bi_thu_chi_bo", here.cells[1])
    text = text_of(browser.get("/viec-cua-toi"))
    for said in ("Việc tháng này", "Chi bộ ấp Hai", "Đảng viên dự bị", "Phạm Dự Bị", "Sổ chi bộ"):
        assert said in text
    assert "Trần Văn An" not in text
    assert "Chi bộ ấp Một" not in text_of(browser.get("/den-han"))


def test_a_secretary_who_reads_the_own_file_still_finds_the_month_of_the_cell(here):
    account = opened("bi-thu", person=here.people[10])
    given(account, "bi_thu_chi_bo", here.cells[1])
    given(account, "dang_vien", here.cells[1])
    assert "Việc tháng này" in text_of(browser_of(account).get("/viec-cua-toi"))


def test_whoever_may_read_nobody_s_file_has_an_empty_day_and_no_list(here):
    clerk = of_role("van_thu")
    text = text_of(clerk.get("/viec-cua-toi"))
    assert "Cần làm" not in text
    assert clerk.get("/den-han").status_code == 403


def test_the_list_stands_by_kind_with_clauses_units_and_papers(client, here):
    text = text_of(client.get("/den-han"))
    for said in (
        "90 ngày kể từ 16/06/2025", "Xét công nhận chính thức 1", "Chưa có kế hoạch kiểm tra năm nay 2",
        "Đảng bộ xã Thử: 3", "Điều 5.1", "mục 4.2.1", "chưa thẩm định", "không có hạn",
        "hết dự bị 01/06/2021, vào Đảng 01/06/2020", "Sổ chưa ghi để tính được: nâng lương",
    ):  # fmt: skip
        assert said in text


def test_the_address_filters_by_kind_and_unit(client, here):
    one, two = here.cells
    text = text_of(client.get(f"/den-han?don-vi={one}"))
    assert "từ Chi bộ ấp Một xuống" in text
    assert "Phạm Dự Bị" not in text
    text = text_of(client.get(f"/den-han?don-vi={two}&loai=cong_nhan"))
    assert "Phạm Dự Bị" in text
    assert "chưa ghi kế hoạch kiểm tra, giám sát năm 2025" not in text


def test_a_hundred_stand_on_a_page_of_one_kind(client, here, monkeypatch):
    monkeypatch.setattr("thenchot.doors.web.duties.ROWS", 4)
    address = "/den-han?loai=huy_hieu&ngay=2022-05-10"
    second = text_of(client.get(f"{address}&trang=3"))
    assert second.count('<th scope="row">') == 2
    assert client.get(f"{address}&trang=4").status_code == 404


def test_of_each_kind_the_first_ten_lead_to_all(client, here, monkeypatch):
    monkeypatch.setattr("thenchot.doors.web.duties.FIRST", 3)
    text = text_of(client.get("/den-han?ngay=2022-05-10"))
    assert "Xem cả 10 việc" in text
    assert "?ngay=2022-05-10&amp;loai=huy_hieu" in text


def test_nothing_due_says_so(client, here):
    assert "không có việc nào đến hạn ở đây" in text_of(client.get("/den-han?loai=le_ket_nap"))


@pytest.mark.parametrize(
    "wrong", ["don-vi=x", "don-vi=987654", "loai=khac", "trang=9&loai=huy_hieu"]
)
def test_what_no_page_has_written_is_not_found(client, here, wrong):
    assert client.get(f"/den-han?{wrong}").status_code == 404


@pytest.mark.parametrize("address", ["/viec-cua-toi", "/den-han", "/den-han?loai=cong_nhan"])
def test_pages_ask_few_questions(client, here, django_assert_max_num_queries, address):
    client.get("/tro-giup")  # the session notes that it is alive, once in a while
    with django_assert_max_num_queries(20):  # sign-in, scope and a test's savepoints beside them
        client.get(address)


def test_the_page_of_a_leader_asks_few_questions_too(here, django_assert_max_num_queries):
    account = opened("truong-ban", person=here.people[10])
    given(account, "lanh_dao_ban")
    given(account, "dang_vien", here.commune)
    leader = browser_of(account)
    submit_paper(demo_actor(), TODAY, incoming=received(here.root))
    leader.get("/tro-giup")
    with django_assert_max_num_queries(21):  # one more than above: what is asked of the person
        assert "Cho ý kiến" in text_of(leader.get("/viec-cua-toi"))


def test_a_proposal_waits_for_the_second_administrator_and_is_sent_by_the_first():
    made = office()
    account = opened("moi")
    asked = {"account": account, "role": "lanh_dao_ban", "unit": None, "from_day": TODAY}
    answer(propose_grant(made.actor("keys"), TODAY, **asked, reason=WHY))
    second = made.browser("second")
    for address in ("/viec-cua-toi", "/thong-bao"):
        assert "Lãnh đạo ban tổ chức" in text_of(second.get(address))
    mine = text_of(made.browser("keys").get("/viec-cua-toi"))
    assert "quản trị thứ hai" in mine
    with scoped(made.actor("second"), TODAY):
        assert notices(by=made.actor("second"), on=TODAY).total == 1
        assert how_many(by=made.actor("second"), on=TODAY) == 1
    with scoped(made.actor("keys"), TODAY):
        found = notices(by=made.actor("keys"), on=TODAY)
        assert how_many(by=made.actor("keys"), on=TODAY) == 0
    assert (found.total, len(found.sent)) == (0, 1)
    assert COUNTED in text_of(second.get("/to-chuc"))
    assert COUNTED in second.get("/to-chuc/999999").content.decode()
    assert " thông báo</span>" not in mine.split("<main")[0]


def test_own_rights_that_begin_or_end_within_a_month_are_told(here):
    account, days = opened("moi"), [date(2025, 6, 12), date(2025, 7, 10), date(2025, 9, 1)]
    given(account, "van_thu", from_day=days[0])
    given(account, "chuyen_vien", until=days[1])
    given(account, "lanh_dao_cap_uy", here.commune, until=days[2])
    with scoped(who(account), TODAY):
        found = notices(by=who(account), on=TODAY).rights
        assert how_many(by=who(account), on=TODAY) == 2
    assert [(each.role.code, each.ends) for each in found] == [
        ("chuyen_vien", True),
        ("van_thu", False),
    ]
    text = text_of(browser_of(account).get("/thong-bao"))
    assert "Vai sắp hết hạn: Chuyên viên ban tổ chức" in text
    assert "Mỗi lần mở thông tin nhạy cảm đều ghi trong nhật ký" in text


def test_no_notice_says_so(client, here):
    assert "Không có thông báo nào" in text_of(client.get("/thong-bao"))


def test_papers_asked_of_a_unit_and_drafts_that_wait_stand_among_the_work(client, here):
    basis = paper("7-QĐ/TU", date(2025, 1, 2))
    one_of_each_paper(here.root, here.commune, basis)
    draft = begun(here.root, here.root)
    by = demo_actor()
    check_content(by, TODAY, draft=draft, good=True)
    asked = Assignment.objects.get(unit=here.commune)
    clerk = of_role("chuyen_vien", here.root)
    text = text_of(clerk.get("/viec-cua-toi"))
    assert "Văn bản được giao" in text
    assert f'href="/van-ban/den/{asked.incoming_id}"' in text
    assert f'href="/ghi/nhan-xu-ly?phan={asked.pk}"' in text
    assert "Dự thảo chờ xử lý" not in text  # the form is for the clerk of the registers to check
    reader = of_role("van_thu", here.root)
    assert f'href="/van-ban/du-thao/{draft}"' in text_of(reader.get("/viec-cua-toi"))
    assert f"/ghi/nhan-xu-ly?phan={asked.pk}" not in text_of(reader.get("/viec-cua-toi"))
    answer_assignment(by, TODAY, assignment=asked.pk, answer="Đã làm")
    assert "Văn bản được giao" not in text_of(clerk.get("/viec-cua-toi"))


def test_a_paper_submitted_stands_before_the_leader_who_directs_it_at_once(here):
    it, clerk = received(here.root), of_role("van_thu", here.root)
    account = opened("truong-ban", "Nguyễn Văn Trưởng")
    given(account, "lanh_dao_ban", here.root)
    leader = browser_of(account)
    directs = f'href="/ghi/but-phe?den={it}"'
    assert directs not in text_of(leader.get("/viec-cua-toi"))
    assert clerk.post("/ghi/trinh-van-ban", {"key": "a", "incoming": f"[{it}]"}).status_code == 302
    text = text_of(leader.get("/viec-cua-toi"))
    assert '<h2 id="answer">Cần quyết định</h2><span class="count">1</span>' in text
    assert directs in text
    assert directs not in text_of(clerk.get("/viec-cua-toi"))
    assert directs not in text_of(of_role("lanh_dao_cap_uy", here.cells[0]).get("/viec-cua-toi"))
    assert 'name="said_by" value="Nguyễn Văn Trưởng"' in text_of(
        leader.get(f"/ghi/but-phe?den={it}")
    )
    form = {
        "incoming": f"[{it}]",
        "said_by": "Nguyễn Văn Trưởng",
        "said_on": "16/6/2025",
        "opinion": "Làm.",
    }
    refused = leader.post("/ghi/but-phe", {"key": "b"} | form | {"opinion": ""})
    assert refused.status_code == 422
    assert directs in text_of(leader.get("/viec-cua-toi"))
    assert leader.post("/ghi/but-phe", {"key": "c"} | form).status_code == 302
    assert directs not in text_of(leader.get("/viec-cua-toi"))


def test_whoever_types_for_the_leader_types_the_name_of_who_spoke(here):
    leader, deputy = opened("bi-thu"), opened("giup-viec", "Người Giúp Việc")
    given(leader, "lanh_dao_cap_uy", here.root)
    typing_for(deputy, leader)
    browser = browser_of(deputy)
    browser.post("/nhap-thay", {"principal": leader})
    it = received(here.root)
    text = text_of(browser.get(f"/ghi/but-phe?den={it}"))
    assert 'name="said_by" value=""' in text


def test_a_cell_asked_takes_and_answers_from_the_month_of_the_cell(here):
    cell, other = here.cells
    it = received(here.root)
    rows = (AssignmentRow(Part.LEAD, unit=cell), AssignmentRow(Part.HELP, unit=other))
    said = DirectionRow("Trưởng ban", date(2025, 6, 3), "Các chi bộ báo cáo.", rows)
    direct_paper(demo_actor(), TODAY, incoming=it, direction=said)
    mine, theirs = (Assignment.objects.get(unit=each).pk for each in (cell, other))
    secretary = of_role("bi_thu_chi_bo", cell)
    assert f'href="/ghi/nhan-xu-ly?phan={mine}"' in text_of(secretary.get("/viec-cua-toi"))
    for slug, key, boxes in (
        ("nhan-xu-ly", "a", {}),
        ("ket-qua-xu-ly", "b", {"answer": "Đã báo cáo"}),
    ):
        refused = secretary.post(
            f"/ghi/{slug}", {"key": f"x{key}", "assignment": f"[{theirs}]", **boxes}
        )
        assert refused.status_code in (403, 422)
        done = secretary.post(f"/ghi/{slug}", {"key": key, "assignment": f"[{mine}]", **boxes})
        assert done.status_code == 302, done.content.decode()
    part = Assignment.objects.get(pk=mine)
    assert (part.received_on, part.done_on, part.answer) == (TODAY, TODAY, "Đã báo cáo")
    assert Assignment.objects.get(pk=theirs).received_on is None
    assert "Văn bản được giao" not in text_of(secretary.get("/viec-cua-toi"))
    assert secretary.get("/ghi/but-phe").status_code == 403
