"""Một cách viết — a paper is known by number, issuer and day, however its issuer is spelt; the database agrees."""

from dataclasses import replace
from datetime import date

import papers
import pytest
from actors import demo_actor
from office import as_owner
from world import TODAY, answer, small_world

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.models import Instrument, JournalEntry
from thenchot.ground.basis.reads.instruments import papers_like
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.reasons import Refused
from thenchot.office.documents.acts.receiving import receive_paper, receive_papers
from thenchot.office.documents.models import Incoming
from thenchot.office.documents.rules.numbering import code_key
from thenchot.office.documents.rules.receiving import ReceivedRow
from thenchot.office.documents.rules.relating import issuer_cited, may_mean

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2025, 6, 1)
ONE, *OTHERS = "Huyện ủy Vị Thủy", "Huyện uỷ Vị Thuỷ", "Huyện Uỷ Vị Thủy", "HUYỆN ỦY VỊ THỦY"
LETTER = PaperRow(InstrumentKind.LETTER, "5501-CV/HU", ONE, "về việc thử", DAY)
AGAIN = "Văn bản cùng số, ký hiệu, cơ quan ban hành và ngày này đã có trong sổ."


@pytest.fixture
def here():
    return small_world()


def received(organization: int, issuer: str = ONE) -> int:
    basis = replace(LETTER, issuer=issuer, kept_by=organization)
    done = receive_paper(
        demo_actor(), TODAY, organization=organization, basis=basis, arrival=papers.ARRIVED
    )
    return answer(done)


def refused(act, **words) -> list[str]:
    tables = (Incoming, Instrument, JournalEntry)
    before = [list(each.objects.order_by("pk").values_list()) for each in tables]
    with pytest.raises(Refused) as refusal:
        act(demo_actor(), TODAY, **words)
    assert [list(each.objects.order_by("pk").values_list()) for each in tables] == before
    return [str(each) for each in refusal.value.reasons]


@pytest.mark.parametrize("issuer", OTHERS)
def test_a_paper_gets_one_arrival_number_however_its_issuer_is_spelt(here, issuer):
    received(here.root)
    basis = replace(LETTER, issuer=issuer, kept_by=here.root)
    words = {"organization": here.root}
    said = refused(receive_paper, **words, basis=basis, arrival=papers.ARRIVED)
    assert any("đã vào sổ ngày 02/06/2025, số đến 1" in each for each in said)
    said = refused(receive_papers, **words, rows=[ReceivedRow(basis, papers.ARRIVED)])
    assert any("số đến 1" in each for each in said)
    rows = [
        ReceivedRow(replace(each, number_sign="9-CV/HU"), papers.ARRIVED)
        for each in (LETTER, basis)
    ]
    assert refused(receive_papers, **words, rows=rows) == ["Văn bản này đã có ở một dòng trên."]


def test_another_body_of_that_number_and_day_is_another_paper(here):
    received(here.root)
    received(here.root, "Huyện ủy Vị Thanh")
    assert Incoming.objects.count() == Incoming.objects.values("basis").distinct().count() == 2


@pytest.mark.parametrize("issuer", OTHERS)
def test_a_paper_is_registered_once_and_found(here, issuer):
    words = {
        "kind": LETTER.kind, "number_sign": LETTER.number_sign, "abstract": LETTER.abstract,
        "issued_year": 2025, "issued_on": DAY,
    }  # fmt: skip
    one = answer(register_instrument(demo_actor(), TODAY, **words, issuer=ONE))
    assert refused(register_instrument, **words, issuer=issuer) == [AGAIN]
    found = papers_like(
        by=demo_actor(), number_sign=LETTER.number_sign, issuer=issuer, issued_on=DAY
    )
    assert [each.id for each in found] == [one]
    row = replace(LETTER, issuer=issuer, kept_by=here.commune)
    rows = [ReceivedRow(row, papers.ARRIVED)]
    receive_papers(demo_actor(), TODAY, organization=here.commune, rows=rows)
    assert Incoming.objects.get().basis_id == one
    assert not verify_journal().faults


SPELT = (
    "Huyện ủy Vị Thủy", "Huyện uỷ Vị Thuỷ", "  HUYỆN\u00a0 UỶ\tVị Thuý ", "Hoà Bình, Quý, QUỴ, quỳ", "Hoàn, hoè, hoẻ",
    "Đảng\u200b bộ Đoàn thuỷ-nông", "khoẻ_a", "ƯỚC", "TƯ", "T.Ư", "Q Đ", "QÐ", "c–v", "Uỷ", "", "ﬁ ß İ", "uỷđ", "huỷ2", "BTC／TU", "12∕QĐ⁄TU：",
)  # fmt: skip
CITED = (
    "Kế hoạch số 771-KH/HU, ngày 03/6/2025 của Huyện uỷ Phụng Hiệp", "5-CV/TU của Tỉnh ủy Thử về việc của xã",
    "Công văn CỦA Tỉnh ủy số 5-CV/TU ngày 03/6/2025", "18-NQ/TW của BCH Trung ương (khóa XII).", "Nghị quyết 18",
    "12-QĐ/TU của Ban Thường vụ của Tỉnh ủy", "của của Tỉnh ủy", "của Ban Thường vụ Tỉnh ủy; v/v thử", "Kế hoạch, v/v của ai", "của", "của .", "",
)  # fmt: skip


@pytest.mark.database
def test_the_database_compares_as_the_rules_do(server, committed):
    with as_owner(server, committed) as owner:

        def asked(question: str, *words: str):
            return owner.execute(f"SELECT {question}", words).fetchone()[0]

        for said in SPELT:
            assert asked("documents_spelling(%s)", said) == spelling_key(said), said
            assert asked("documents_code_key(%s)", said) == code_key(said), said
        for cited in CITED:
            assert asked("documents_cited_issuer(%s)", cited) == issuer_cited(cited), cited
            for issuer in ("Tỉnh uỷ", "Ban Thường vụ Tỉnh ủy", "Huyện ủy Phụng Hiệp", "Tỉnh"):
                for sign in ("5-CV/TU", "18-NQ/TW"):
                    means = may_mean(cited, sign, issuer)
                    assert asked("documents_may_mean(%s, %s, %s)", cited, sign, issuer) is means
