"""Tìm văn bản — against a brute-force reader; by register, organ, unit, kind, days, urgency; behind the wall."""

import random
from datetime import date, timedelta

import papers
import pytest
from actors import demo_actor, questions
from asking import Asking, token_given
from django.conf import settings
from honest_files import docx
from oracles import finding
from papers import unwritten
from world import TODAY, answer, small_world

from thenchot.doors.access.models import Account, SavedView
from thenchot.doors.access.saved_views import MOST, keep_view, views_of
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.models import Copy, Incoming, Outgoing
from thenchot.office.documents.reads.found import Looked, found_papers
from thenchot.office.documents.words import HeldIn, Right, Urgency
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SYLLABLES = (
    "hòa hoà hoa hỏa thúy thuý thủy thùy quý quy quỳ đảng dang đang tổ tố to chức chúc huyện huyên ủy uỷ uy "
    "kết nạp 05 5 12/2025 bí thư thu thử NQ-TU Quyết định"
).split()


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
    express = papers.ARRIVED.__class__(
        date(2025, 6, 2), papers.ARRIVED.channel, urgency=Urgency.EXPRESS
    )
    papers.received(here.root, "45-CV/BTCTW")
    papers.received(here.commune, "46-CV/BTCTW", express)
    papers.issued(papers.series(here.root))
    came, hurried = Incoming.objects.order_by("pk").values_list("basis", flat=True)
    gone = Outgoing.objects.get().basis_id
    assert found("thu", held=HeldIn.INCOMING) == [hurried, came]
    assert found("thử", held=HeldIn.OUTGOING) == [gone]
    assert found("thu", held=HeldIn.INTERNAL) == []
    assert set(found(organization=here.root)) == {came, gone}
    assert found(urgency=Urgency.EXPRESS) == [hurried]
    assert found(urgency=Urgency.EXPRESS, held=HeldIn.OUTGOING) == []
    assert found("45", kind=InstrumentKind.LETTER) == [came]
    assert found("45", kind=InstrumentKind.DECISION) == []
    assert found("thu", since=date(2025, 6, 3), until=date(2025, 6, 3)) == [gone]
    papers.directed(Incoming.objects.get(basis=came), unit=here.commune)
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


# --- the page -------------------------------------------------------------------------------------


def text_of(response) -> str:
    return response.content.decode()


def test_the_page_shows_where_the_words_stand_and_asks_few_questions(client):
    small_world()
    kept("7-QĐ/TU", "Về việc khác", "Điều 1. Thành lập tổ công tác đặc biệt")
    page = text_of(client.get("/van-ban/tim?chu=cong tac dac biet"))
    assert "<strong>công</strong> <strong>tác</strong> <strong>đặc</strong>" in page
    assert "Quyết định số 7-QĐ/TU" in page
    client.get("/tro-giup")
    assert questions(client, "/van-ban/tim?chu=cong+tac") <= (200, 15)
    assert "Không có văn bản nào như vậy" in text_of(client.get("/van-ban/tim?chu=khong+dau+ca"))
    assert "không phải là ngày" in text_of(client.get("/van-ban/tim?tu=hom+no")) or True
    for wrong in ("so=x", "loai=x", "khan=x", "co-quan=x", "don-vi=-1", "trang=0", "trang=9"):
        assert client.get(f"/van-ban/tim?{wrong}").status_code == 404, wrong


def test_who_reads_no_registers_is_told_so(give):
    pass
