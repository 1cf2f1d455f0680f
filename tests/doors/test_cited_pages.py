"""Văn bản được nhắc đến trong tệp — found in what was handed in, each led to the sheet that relates it."""

import re
from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor, questions
from django.conf import settings
from typst import compile as typeset
from world import TODAY, answer, paper, small_world

from thenchot.ground.basis.attached import keep_file
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.acts.attaching import attach_signed_file
from thenchot.office.documents.acts.receiving import receive_paper
from thenchot.office.documents.models import Outgoing, Relation
from thenchot.office.documents.reads.cited import cited_in_file
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.citations import citations_in, whole_citations
from thenchot.office.documents.words import Citation, RelationKind, Sign
from thenchot.project.data_folder import DataFolder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TEXT = """
Số 01-QĐ/TU, ngày 03/6/2025. Căn cứ Quyết định số 15-QĐ/TU, ngày 02/01/2024 của Tỉnh ủy; căn cứ Quyết định số
244-QĐ/TW, ngày 09/6/2014 của Ban Chấp hành Trung ương; theo Quyết định 15-QĐ/TU, Kế hoạch số 295.
"""


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))


@pytest.fixture
def here():
    return small_world()


def shown(response):
    return re.sub(r"\s+", " ", response.content.decode())


def kept(text: str = TEXT) -> str:
    return keep_file([typeset(text.encode(), format="pdf")], "ky.pdf")


@pytest.fixture
def number(here):
    """A decision with its signed file, which names a paper held here and one that is not."""
    made = papers.issued(papers.series(here.root))
    attach_signed_file(demo_actor(), TODAY, number=made, file_sha256=kept())
    return made


def cited(number: int, by: Actor | None = None):
    of = Outgoing.objects.get(pk=number).basis_id
    found = cited_in_file(by=by or demo_actor(), of=of)
    return [(each.said, each.paper.id if each.paper else None) for each in found.papers]


def test_a_number_cited_twice_is_told_once_with_its_day():
    sign = Sign("15", type_abbreviation="QĐ", organ="TU")
    bare, dated = Citation("15-QĐ/TU", 0, sign=sign), Citation(
        "15-QĐ/TU, ngày 2/1/2024", 9, sign=sign, issued_on=date(2024, 1, 2)
    )  # fmt: skip
    counted = Citation("Kế hoạch số 295", 40, sign=Sign("295"))
    assert whole_citations([bare, dated, counted, bare]) == [dated]
    long = replace(dated, type="Quyết định", raw="15-QĐ/TU của " + "x" * 100)
    assert long.said == "Quyết định 15-QĐ/TU, 02/01/2024"
    (read,) = citations_in(long.said, shipped_grammar())
    assert (str(read.sign), read.issued_on) == ("15-QĐ/TU", dated.issued_on)


def test_what_the_file_names_is_held_or_told_as_text(here, number):
    central = "Quyết định số 244-QĐ/TW, ngày 09/6/2014"
    assert cited(number) == [
        ("Quyết định số 15-QĐ/TU, ngày 02/01/2024", None), (central, None),
    ]  # fmt: skip
    held = paper("15-QĐ/TU")
    assert cited(number)[0][1] == held
    assert cited(number, Actor("la", "Người lạ")) == []  # nor the text of the file
    papers.related(
        here.root, Outgoing.objects.get(pk=number).basis_id, kind=RelationKind.BASIS, to=held
    )
    assert cited(number) == [(central, None)]
    papers.related(
        here.root, Outgoing.objects.get(pk=number).basis_id, kind=RelationKind.BASIS, cited=central
    )
    assert cited(number) == []


def test_it_leads_to_the_sheet_filled_and_a_person_records_it(client, here, number):
    held, of = paper("15-QĐ/TU"), Outgoing.objects.get(pk=number).basis_id
    where = f"/van-ban/di/{number}"
    page = shown(client.get(where))
    assert "Văn bản được nhắc đến trong tệp" in page
    assert "chưa có trong sổ" in page
    sheets = [
        each.replace("&amp;", "&")
        for each in re.findall(r'href="(/ghi/quan-he-van-ban\?[^"]+)"', page)
    ]
    assert len(sheets) == 2
    first, second = (shown(client.get(each)) for each in sheets)
    assert f"[{held}]" in first
    assert f"[{of}]" in first
    assert re.search(r'name="own"[^>]*checked', first)
    assert 'value="Quyết định số 244-QĐ/TW, ngày 09/6/2014"' in second
    assert questions(client, where)[1] <= 19
    form = {
        "key": "a", "number_sign": f"[{of}]", "organization": f"[{here.root}]", "kind": "can_cu",
        "to": f"[{held}]", "own": "1",
    }  # fmt: skip
    assert client.post("/ghi/quan-he-van-ban", form).status_code == 302
    assert Relation.objects.get().to_id == held
    assert len(re.findall("/ghi/quan-he-van-ban", shown(client.get(where)))) == 1


def test_a_paper_that_came_tells_what_its_file_names(client, here):
    row = replace(papers.came(), file_sha256=kept())
    it = answer(
        receive_paper(
            demo_actor(), TODAY, organization=here.root, basis=row, arrival=papers.ARRIVED
        )
    )
    page = shown(client.get(f"/van-ban/den/{it}"))
    assert "Văn bản được nhắc đến trong tệp" in page
    assert "cua-minh" not in page
    plain = papers.received(here.root, "46-CV/BTCTW")
    assert "được nhắc đến" not in shown(client.get(f"/van-ban/den/{plain}"))
