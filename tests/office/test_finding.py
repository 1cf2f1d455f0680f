"""Tìm văn bản — against a brute-force reader; by register, organ, unit, kind, days, urgency; behind the wall."""

import random
from datetime import date

import papers
import pytest
from actors import ACCOUNT, demo_actor, questions
from asking import Asking
from django.conf import settings
from honest_files import docx
from office import given, opened
from oracles import finding
from world import TODAY, answer, paper, small_world

from thenchot.doors.access.models import Account, SavedView
from thenchot.doors.access.saved_views import MOST, keep_view, views_of
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.handling import direct_paper
from thenchot.office.documents.models import Copy, Incoming, Outgoing
from thenchot.office.documents.reads.found import Looked, found_papers
from thenchot.office.documents.rules.receiving import Arrival, AssignmentRow, DirectionRow
from thenchot.office.documents.words import HeldIn, Part, Right, Urgency
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SYLLABLES = [
    "hòa",
    "hoà",
    "hoa",
    "hỏa",
    "thúy",
    "thuý",
    "thủy",
    "thùy",
    "quý",
    "quy",
    "quỳ",
    "đảng",
    "dang",
    "đang",
    "tổ",
    "tố",
    "to",
    "chức",
    "chúc",
    "huyện",
    "huyên",
    "ủy",
    "uỷ",
    "uy",
    "kết",
    "nạp",
    "05",
    "5",
    "12/2025",
    "bí",
    "thư",
    "thu",
    "thử",
    "NQ-TU",
    "Quyết",
    "định",
]


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path))


def kept(number: str, abstract: str, text: str = "", day: date = TODAY) -> int:
    digest = keep_file([docx(text)], "a.docx") if text else ""
    return answer(
        register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.DECISION, number_sign=number, issuer="Tỉnh ủy",
            abstract=abstract, issued_year=day.year, issued_on=day, file_sha256=digest,
        )
    )  # fmt: skip


def found(words: str = "", by: Actor | None = None, **asked) -> list[int]:
    total, lines = found_papers(
        by=by or demo_actor(), on=TODAY, looked=Looked(words, **asked), most=1000
    )
    assert total == len(lines)
    return [line.paper.id for line in lines]


def test_the_search_finds_what_a_brute_force_reader_finds_the_exact_first():
    dice = random.Random(2025)

    def said(most: int) -> str:
        return " ".join(dice.choices(SYLLABLES, k=dice.randrange(1, most)))

    texts = {}
    for number in range(120):
        sign, title, inside = f"{number:02d}-QĐ/TU", said(8), said(30) if number % 4 == 0 else ""
        texts[kept(sign, title, inside)] = f"{sign} Tỉnh ủy {title} {inside}"
    met = 0
    for _ in range(150):
        asked = " ".join(dice.choices(SYLLABLES, k=dice.randrange(1, 4)))
        expected = {paper for paper, text in texts.items() if finding.has(text, asked)}
        got = found(asked)
        assert set(got) == expected, asked
        exact = [finding.has_exactly(texts[paper], asked) for paper in got]
        assert exact == sorted(exact, reverse=True), asked
        met += len(got)
    assert met > 1000


def test_filters_ask_the_registers():
    here = small_world()
    papers.received(here.root, "45-CV/BTCTW")
    papers.received(here.commune, "46-CV/BTCTW", Arrival(date(2025, 6, 2), urgency=Urgency.URGENT))
    papers.issued(papers.series(here.root))
    came, hurried = Incoming.objects.order_by("pk").values_list("basis", flat=True)
    gone = Outgoing.objects.get().basis_id
    assert found("thu", held=HeldIn.INCOMING) == [hurried, came]
    assert found("thử", held=HeldIn.OUTGOING) == [gone]
    assert found("thu", held=HeldIn.INTERNAL) == []
    assert set(found(organization=here.root)) == {came, gone}
    assert found(urgency=Urgency.URGENT) == [hurried]
    assert found(urgency=Urgency.URGENT, held=HeldIn.OUTGOING) == []
    assert found("45", kind=InstrumentKind.LETTER) == [came]
    assert found("45", kind=InstrumentKind.DECISION) == []
    assert found("thu", since=date(2025, 6, 3), until=date(2025, 6, 3)) == [gone]
    asked = (AssignmentRow(Part.LEAD, unit=here.commune),)
    said = DirectionRow("Trưởng ban", date(2025, 6, 3), "Chủ trì.", asked)
    direct_paper(demo_actor(), TODAY, incoming=Incoming.objects.get(basis=came).pk, direction=said)
    assert found(unit=here.commune) == [came]
    assert found(unit=here.commune, held=HeldIn.COPIES) == []
    total, (line,) = found_papers(by=demo_actor(), on=TODAY, looked=Looked("45-cv/btctw"))
    assert total == 1
    assert [(place.held, place.number) for place in line.places] == [(HeldIn.INCOMING, 1)]


def test_a_reader_of_one_commune_finds_its_papers_and_their_number_only(give):
    here = small_world()
    papers.received(here.root, "45-CV/BTCTW")
    papers.received(here.commune, "46-CV/BTCTW")
    mine = Incoming.objects.get(organization=here.commune).basis_id
    clerk = give(Actor("mot-xa", "Văn thư xã", {Right.READ: frozenset({here.commune})}))
    with scoped(clerk, TODAY, reading=True):
        assert found("thu", clerk) == [mine]
        assert found("45", clerk) == []
        assert found(organization=here.root, by=clerk) == []


def test_the_copy_of_a_paper_is_found_in_its_register():
    here = small_world()
    of = kept("7-QĐ/TU", "Về việc sao")
    papers.copied(here.root, of)
    assert found("sao", held=HeldIn.COPIES) == [of]
    _, (line,) = found_papers(by=demo_actor(), on=TODAY, looked=Looked("7-QĐ/TU"))
    assert [place.id for place in line.places] == [Copy.objects.get().pk]


# --- the page and the API -------------------------------------------------------------------------


def text_of(response) -> str:
    return response.content.decode()


def test_the_page_shows_where_the_words_stand_and_asks_few_questions(client):
    small_world()
    kept("7-QĐ/TU", "Về việc khác", "Điều 1. Thành lập tổ công tác đặc biệt")
    page = text_of(client.get("/van-ban/tim?chu=cong tac dac biet"))
    assert "<strong>công</strong> <strong>tác</strong> <strong>đặc</strong>" in page
    assert "Quyết định số 7-QĐ/TU" in page
    client.get("/tro-giup")
    status, asked = questions(client, "/van-ban/tim?chu=cong+tac&don-vi=1&co-quan=1")
    assert status == 200
    assert asked <= 15
    assert "Không có văn bản nào như vậy" in text_of(client.get("/van-ban/tim?chu=khong+dau+ca"))
    assert "không phải là ngày" in text_of(client.get("/van-ban/tim?tu=khong+ro"))
    for wrong in ("so=x", "loai=x", "khan=x", "co-quan=x", "don-vi=-1", "trang=0", "trang=9"):
        assert client.get(f"/van-ban/tim?{wrong}").status_code == 404, wrong


def test_the_places_of_a_paper_lead_to_its_lines(client):
    here = small_world()
    papers.received(here.root)
    came = Incoming.objects.get()
    page = text_of(client.get("/van-ban/tim?chu=45-CV/BTCTW"))
    assert f'href="/van-ban/den/{came.pk}"' in page
    assert f'href="/van-ban/{came.basis_id}"' in page


def test_another_system_asks_the_same(client):
    small_world()
    of = kept("7-QĐ/TU", "Về việc khác", "Điều 1. Tổ công tác")
    account = opened("may")
    given(account, "van_thu")
    asking = Asking.of(account)
    (line,) = asking.get("/papers", words="to cong tac").json()["items"]
    assert line["paper"]["id"] == of
    assert [piece["text"] for piece in line["in_file"] if piece["hit"]] == ["Tổ", "công", "tác"]
    assert asking.get("/papers", held="x").status_code == 422
    assert asking.get("/papers", words="khong co").json() == {"total": 0, "items": []}


# --- ways of looking ------------------------------------------------------------------------------

LOOK = "/van-ban/tim"
KEEP = "/van-ban/tim/cach-xem"


def kept_views() -> list[tuple[str, str]]:
    return list(SavedView.objects.order_by("pk").values_list("name", "query"))


def test_a_way_of_looking_is_kept_renamed_and_dropped(client):
    small_world()
    done = client.post(KEEP, {"loc": "chu=th%E1%BB%AD&loai=&trang=3&la=1", "ten": "  Của  tôi "})
    assert (done.status_code, done["Location"]) == (302, f"{LOOK}?chu=th%E1%BB%AD")
    assert kept_views() == [("Của tôi", "chu=th%E1%BB%AD")]
    assert f'<a href="{LOOK}?chu=th%E1%BB%AD">Của tôi</a>' in text_of(client.get(LOOK))
    of = SavedView.objects.get().pk
    assert client.post(KEEP, {"cach-xem": of, "ten": "Tên khác"}).status_code == 302
    assert [name for name, _ in kept_views()] == ["Tên khác"]
    assert client.post(KEEP, {"cach-xem": of, "xoa": "1"}).status_code == 302
    assert kept_views() == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"loc": "chu=a", "ten": ""}, ["Hãy đặt tên cho cách xem."]),
        ({"loc": "", "ten": ""}, ["Hãy đặt tên cho cách xem.", "Chưa lọc gì để lưu"]),
        ({"loc": "chu=a", "ten": "CỦA TÔI"}, ["Đã có cách xem tên «CỦA TÔI»"]),
        ({"loc": "chu=a", "ten": "x" * 61}, ["Tên cách xem dài quá 60 ký tự."]),
        ({"loc": "chu=" + "a" * 1000, "ten": "x"}, ["Lời tìm quá dài để lưu"]),
        ({"cach-xem": "999999", "ten": "x"}, ["Không còn cách xem này"]),
        ({"cach-xem": "999999", "xoa": "1"}, ["Không còn cách xem này"]),
    ],
)
def test_what_cannot_be_kept_is_refused_with_every_reason(client, sent, said):
    small_world()
    keep_view(ACCOUNT, LOOK, "Của tôi", "chu=b")
    before = kept_views()
    answer = client.post(KEEP, sent)
    assert answer.status_code == 422
    assert all(each in text_of(answer) for each in said)
    assert kept_views() == before


def test_so_many_are_kept_and_no_more():
    for number in range(MOST):
        keep_view(ACCOUNT, LOOK, f"Thứ {number}", "chu=b")
    with pytest.raises(Refused):
        keep_view(ACCOUNT, LOOK, "Một nữa", "chu=b")
    assert len(views_of(ACCOUNT, LOOK)) == MOST


def test_nobody_sees_or_changes_anothers_way_of_looking(client):
    small_world()
    other = Account.objects.create(username="binh.tt").pk
    of = keep_view(other, LOOK, "Riêng", "chu=b")
    assert "Riêng" not in text_of(client.get(LOOK))
    for sent in ({"ten": "Của tôi"}, {"xoa": "1"}):
        assert client.post(KEEP, {"cach-xem": of} | sent).status_code == 422
    assert kept_views() == [("Riêng", "chu=b")]


class TestPointedAt:
    """What is typed as papers are cited leads to that paper first, then to those that hold the words."""

    @pytest.fixture
    def held(self):
        def registered(sign, kind, day, abstract):
            return answer(
                register_instrument(
                    demo_actor(), TODAY, kind=kind, number_sign=sign, abstract=abstract,
                    issuer="Ban Chấp hành Trung ương", issued_year=day.year, issued_on=day,
                )
            )  # fmt: skip

        resolution = registered(
            "18-NQ/TW", InstrumentKind.RESOLUTION, date(2017, 10, 25), "đổi mới, sắp xếp bộ máy"
        )
        plan = registered(
            "05-KH/TU",
            InstrumentKind.PLAN,
            date(2024, 12, 11),
            "thực hiện Nghị quyết 18 của Trung ương",
        )
        return resolution, plan

    @pytest.mark.parametrize(
        ("typed", "wanted"),
        [
            ("Nghị quyết 18", (0, 1)), ("nghi quyet so 18", (0,)), ("nghi quyet 18", (0, 1)), ("ke hoach 05-KH/TU", (1,)), ("Nghị quyết số 18-NQ/TW", (0,)),
            ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017", (0,)), ("25/10/2017", (0,)), ("11/12/2024", (1,)),
            ("Kế hoạch 5", (1,)), ("Kế hoạch số 05-KH/TU", (1,)), ("Quyết định 18", ()),
            ("Nghị quyết số 18-NQ/TW, ngày 26/10/2017", ()),
        ],
    )  # fmt: skip
    def test_by_type_number_sign_or_day(self, held, typed, wanted):
        total, found = found_papers(by=demo_actor(), on=TODAY, looked=Looked(typed))
        assert [each.paper.id for each in found] == [held[each] for each in wanted]
        assert total == len(wanted)

    def test_the_sheets_go_on_from_one_to_the_other(self, held):
        looked = Looked("Nghị quyết 18")
        for after, wanted in ((0, held[:1]), (1, held[1:]), (2, ())):
            total, found = found_papers(
                by=demo_actor(), on=TODAY, looked=looked, after=after, most=1
            )
            assert (total, [each.paper.id for each in found]) == (2, list(wanted))

    def test_all_of_one_day_are_counted_and_shown(self):
        made = [paper(f"{number}-KH/XA", date(2024, 5, 6)) for number in range(1, 61)]
        seen: list[int] = []
        for after in range(0, 80, 20):
            total, found = found_papers(
                by=demo_actor(), on=TODAY, looked=Looked("6/5/2024"), after=after
            )
            assert total == 60
            seen += [each.paper.id for each in found]
        assert seen == made[::-1]

    def test_filters_hold_for_them_too(self, held):
        looked = Looked("Nghị quyết 18", kind=InstrumentKind.PLAN)
        assert [
            each.paper.id for each in found_papers(by=demo_actor(), on=TODAY, looked=looked)[1]
        ] == [held[1]]
