"""Trang phiên họp — a file put to a body, voted, concluded and numbered through the sheets; agenda and slips printed."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor, questions
from django.conf import settings
from drafts import ROW, begun, sign
from office import browser_of, given, opened
from papers import issued, received, series
from party import party
from pypdf import PdfReader
from sittings import MEETING, OF_BODY, WRITTEN, called, items_of, seated, submitted
from world import TODAY, paper

from thenchot.doors.exchange.demo.sittings import Sittings
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.parameters import limit
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.documents.words import Limits
from thenchot.office.drafting.acts.moving import (
    check_content,
    check_form,
    number_draft,
    submit_draft,
)
from thenchot.office.drafting.acts.writing import list_draft_people
from thenchot.office.drafting.models import DraftPaper
from thenchot.office.drafting.words import State
from thenchot.people.sittings.acts.voting import record_vote
from thenchot.people.sittings.models import Item, Sitting, Slip
from thenchot.people.sittings.words import Outcome

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    made = party()
    made.members = seated(made.root, paper("70-NQ/ĐH", date(2024, 3, 5)))
    return made


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def recorded(client, slug, key, **form):
    done = client.post(f"/ghi/{slug}", {"key": key} | form)
    assert done.status_code == 302, said(done)[said(done).find('class="faults"') :][:900]
    return done["Location"].partition("?")[0]


def printed(response):
    assert response.status_code == 200
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_file_goes_from_its_page_to_the_meeting_the_vote_the_notice_and_its_number(client, here):
    draft = submitted(here.commune, here.root)
    page = said(client.get(f"/van-ban/du-thao/{draft}"))
    put = re.search(r'href="(/ghi/phien-hop\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert "viec=dong_y" not in said(client.get(f"/van-ban/du-thao/{draft}/phieu-trinh"))
    opening = said(client.get(put))
    assert f"[{draft}]" in opening
    assert f"[{here.root}]" in opening
    form = {
        "organization": f"[{here.root}]", "decider": "ban_thuong_vu", "way": "hop", "on_day": "16/6/2025",
        "place": "Phòng họp số 1", "chair": "Bí thư Thử", "1.drafts": "", "1.draft": f"[{draft}]",
    }  # fmt: skip
    where = recorded(client, "phien-hop", "a", **form)
    sitting = Sitting.objects.get()
    assert where == f"/van-ban/phien-hop/{sitting.pk}"
    (item,) = items_of(sitting.pk)
    assert f"/ghi/bieu-quyet?muc={item}" in said(client.get(where))
    votes = {"item": f"[{item}]", "agreed": "3", "against": "1", "silent": "0"}
    before = JournalEntry.objects.count()
    refused = client.post("/ghi/bieu-quyet", {"key": "b"} | votes)
    assert refused.status_code == 422
    assert "nhiều hơn 3 thành viên" in said(refused)
    assert JournalEntry.objects.count() == before
    assert recorded(client, "bieu-quyet", "c", **votes | {"agreed": "2"}) == where
    assert "2/3 tán thành" in said(client.get(where))
    assert "2/3 tán thành" in said(client.get(f"/van-ban/du-thao/{draft}"))
    notice = recorded(
        client, "thong-bao-ket-luan", "d", sitting=f"[{sitting.pk}]", unit=f"[{here.root}]",
        issuer="Ban Thường vụ", authority="Ban Thường vụ", position="Phó Bí thư", signer="Nguyễn Văn Thử",
        place="Thử", recipients="Lưu Văn phòng",
    )  # fmt: skip
    assert "2/3 thành viên tán thành" in said(client.get(notice))
    assert "thong-bao-ket-luan" not in said(client.get(where))
    of = series(here.root)
    sign(draft)
    recorded(client, "du-thao-so", "e", draft=f"[{draft}]", series=f"[{of}]", given_on="16/6/2025")
    assert DraftPaper.objects.get(pk=draft).state == State.NUMBERED
    listed = said(client.get("/van-ban/phien-hop?cach=hop"))
    assert f'href="{where}"' in listed
    assert "Chưa có phiên họp" in said(client.get("/van-ban/phien-hop?cach=van_ban"))
    assert client.get("/van-ban/phien-hop?cach=gi").status_code == 404
    assert client.get("/van-ban/phien-hop/999999").status_code == 404


def test_slips_are_recorded_and_counted_through_the_sheets(client, here):
    sitting = called(here.root, [submitted(here.commune, here.root)], WRITTEN)
    (item,) = items_of(sitting)
    where, of = f"/van-ban/phien-hop/{sitting}", {"item": f"[{item}]"}
    assert "chưa trả phiếu" in said(client.get(where))
    slips = {}
    for number, person in enumerate(here.members[:3], start=1):
        slips |= {
            f"{number}.person": f"[{person}]", f"{number}.said": "tan_thanh",
            f"{number}.returned_on": "16/6/2025",
        }  # fmt: skip
    assert recorded(client, "phieu-y-kien", "a", **of | slips) == where
    assert recorded(client, "kiem-phieu", "b", **of) == where
    assert Item.objects.get().agreed == 3
    page = said(client.get(where))
    assert "3/3 tán thành" in page
    assert "Điều 9.5" in page


def test_the_agenda_and_the_slip_are_printed(client, here):
    draft, second = submitted(here.commune, here.root), submitted(here.root, here.root)
    meeting = called(here.root, [draft], replace(MEETING, place="Phòng <b>số</b> #1"))
    agenda = printed(client.get(f"/van-ban/phien-hop/{meeting}/ban-in.pdf"))
    for part in (
        "CHƯƠNG TRÌNH HỌP",
        "Ban Thường vụ Tỉnh ủy",
        "Phòng <b>số</b> #1",
        "về việc thành lập tổ giúp việc",
    ):
        assert part in agenda, part
    assert "Không tán thành" not in agenda
    slip = printed(
        client.get(f"/van-ban/phien-hop/{called(here.root, [second], WRITTEN)}/ban-in.pdf")
    )
    for part in ("PHIẾU LẤY Ý KIẾN", "Trả phiếu đến hết ngày 20/06/2025", "Không tán thành"):
        assert part in slip, part
    assert client.get("/van-ban/phien-hop/999999/ban-in.pdf").status_code == 404


def test_the_people_of_a_file_are_listed_and_printed(client, here):
    draft = begun(here.commune, here.root, OF_BODY)
    one, two = here.members[:2]
    where = recorded(
        client,
        "du-thao-nguoi",
        "a",
        draft=f"[{draft}]",
        **{"1.person": f"[{one}]", "2.person": f"[{two}]"},
    )
    assert f"[{two}]" in said(client.get(f"/ghi/du-thao-nguoi?du-thao={draft}"))
    page = said(client.get(where))
    assert "Nguyễn Thị Ủy Viên A" in page
    address = re.search(r'href="(/con-nguoi/trich-ngang/tep/pdf\?[^"]+)"', page)[1]
    digest = printed(client.get(address.replace("&amp;", "&")))
    assert "Nguyễn Thị Ủy Viên A" in digest
    assert "Nguyễn Thị Ủy Viên C" not in digest
    sheet = client.get(address.replace("&amp;", "&").replace("/pdf?", "/xlsx?"))
    assert sheet["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_centre_is_asked_and_answers_through_the_sheets(client, here):
    draft = submitted(here.root, here.root, replace(ROW, decider=Decider.CENTRE))
    where = f"/van-ban/du-thao/{draft}"
    assert f"/ghi/du-thao-trung-uong?du-thao={draft}" in said(client.get(where))
    asking = issued(series(here.root), day=date(2025, 5, 20))
    chosen = f"[{draft}]"
    assert recorded(client, "du-thao-trung-uong", "a", draft=chosen, asking=f"[{asking}]") == where
    assert "Đang xin ý kiến Trung ương" in said(client.get(where))
    recorded(
        client, "du-thao-tra-loi", "b", draft=chosen, answering=f"[{received(here.root)}]",
        words="Đồng ý chủ trương",
    )  # fmt: skip
    page = said(client.get(where))
    assert "45-CV/BTCTW" in page
    assert "Đồng ý chủ trương" in page


def test_pages_ask_few_questions(client, here):
    drafts = [submitted(here.commune, here.root) for _ in range(6)]
    one, two = begun(here.commune, here.root, OF_BODY), here.members
    list_draft_people(demo_actor(), TODAY, draft=one, people=two)
    sitting = called(here.root, drafts, WRITTEN)
    for address in (
        "/van-ban/phien-hop", f"/van-ban/phien-hop/{sitting}", f"/van-ban/du-thao/{one}",
        f"/van-ban/du-thao/{drafts[0]}",
    ):  # fmt: skip
        status, asked = questions(client, address)
        assert status == 200
        assert asked <= 15, address


def test_a_leader_below_sees_what_came_of_the_file_and_not_the_sitting(here):
    draft = submitted(here.commune, here.root)
    sitting = called(here.root, [draft])
    account = opened("lanh-dao-xa")
    given(account, "lanh_dao_cap_uy", here.commune)
    below = browser_of(account)
    assert below.get(f"/van-ban/phien-hop/{sitting}").status_code == 404
    assert below.get(f"/van-ban/phien-hop/{sitting}/ban-in.pdf").status_code == 404
    assert "Chưa biểu quyết" in said(below.get(f"/van-ban/du-thao/{draft}"))
    assert "Chưa có phiên họp" in said(below.get("/van-ban/phien-hop"))


def test_the_demo_meets_twice_and_has_slips_out(here):
    def file(what, day):
        draft = begun(here.root, here.root, replace(OF_BODY, abstract=f"về việc {what}"))
        for act in (check_content, check_form):
            act(demo_actor(), day, draft=draft, good=True)
        submit_draft(demo_actor(), day, draft=draft)
        return draft

    Sittings(demo_actor(), TODAY, here.root, here.root).record(file)
    assert Sitting.objects.count() == 3
    assert list(Item.objects.order_by("pk").values_list("outcome", flat=True)) == [
        Outcome.CARRIED, Outcome.LOST, Outcome.CARRIED, Outcome.POSTPONED, Outcome.WAITING,
    ]  # fmt: skip
    assert Sitting.objects.exclude(notice=None).count() == 1
    assert Slip.objects.count() == 3


@pytest.fixture
def carried(here):
    """A draft about a person, carried by the body and signed, waiting for its number."""
    row = replace(OF_BODY, matter=Matter.AWARD, tier=Tier.COMMUNE)
    draft, by = begun(here.commune, here.root, row), demo_actor()
    check_content(by, TODAY, draft=draft, good=True)
    check_form(by, TODAY, draft=draft, good=True)
    submit_draft(by, TODAY, draft=draft)
    (item,) = items_of(called(here.root, [draft]))
    record_vote(by, TODAY, item=item, agreed=3, against=0, silent=0)
    sign(draft)
    return draft


class TestTheLegOnPaper:
    """A paper about people is sent on paper too, unless a person or a regulation says otherwise."""

    def numbered(self, draft, of, **more):
        number_draft(demo_actor(), TODAY, draft=draft, series=of, given_on=TODAY, **more)
        return DraftPaper.objects.get(pk=draft).number

    def test_is_asked_for_by_itself_where_the_draft_is_about_people(self, here, carried):
        assert limit(Limits.PERSONNEL_ON_PAPER, TODAY).clause.endswith("(chưa thẩm định)")
        assert self.numbered(carried, series(here.root)).paper_also_required

    def test_is_left_out_where_a_person_says_so(self, here, carried):
        number = self.numbered(carried, series(here.root), paper_also_required=False)
        assert number.paper_also_required is None

    def test_is_not_asked_for_where_a_regulation_says_no(self, here, carried):
        record_parameter(
            demo_actor(), TODAY, key=Limits.PERSONNEL_ON_PAPER, values=[0], clause="Điều 9",
            verified=True, from_day=date(2025, 6, 1), basis=paper("9-QĐ/TW"),
        )  # fmt: skip
        assert self.numbered(carried, series(here.root)).paper_also_required is None

    def test_stands_ticked_on_the_sheet(self, client, here, carried):
        sheet = said(client.get(f"/ghi/du-thao-so?du-thao={carried}"))
        assert re.search(r'name="paper_also_required"[^>]*checked', sheet)
        form = {
            "draft": f"[{carried}]", "series": f"[{series(here.root)}]", "given_on": "16/6/2025",
            "paper_also_required": "1",
        }  # fmt: skip
        recorded(client, "du-thao-so", "a", **form)
        number = DraftPaper.objects.get(pk=carried).number
        assert number.paper_also_required
        assert "phải gửi thêm, chưa gửi" in said(client.get(f"/van-ban/di/{number.pk}"))

    def test_is_not_ticked_for_other_drafts(self, client, here):
        other = submitted(here.commune, here.root)
        sheet = said(client.get(f"/ghi/du-thao-so?du-thao={other}"))
        assert not re.search(r'name="paper_also_required"[^>]*checked', sheet)


def test_an_issued_decision_leads_to_the_sheet_of_its_fact(client, here):
    row = replace(OF_BODY, matter=Matter.AWARD, tier=Tier.COMMUNE)
    draft, who = begun(here.commune, here.root, row), here.members[4]
    by = demo_actor()
    list_draft_people(by, TODAY, draft=draft, people=[who])
    check_content(by, TODAY, draft=draft, good=True)
    check_form(by, TODAY, draft=draft, good=True)
    submit_draft(by, TODAY, draft=draft)
    (item,) = items_of(called(here.root, [draft]))
    record_vote(by, TODAY, item=item, agreed=3, against=0, silent=0)
    sign(draft)
    assert "/ghi/khen-thuong" not in said(client.get(f"/van-ban/du-thao/{draft}"))
    number_draft(by, TODAY, draft=draft, series=series(here.root), given_on=TODAY)
    paper = DraftPaper.objects.get(pk=draft).number.basis_id
    address = f"/ghi/khen-thuong?can-cu={paper}&nguoi={who}"
    assert f'href="{address.replace("&", "&amp;")}"' in said(
        client.get(f"/van-ban/du-thao/{draft}")
    )
    assert f"[{who}]" in said(client.get(address))
