"""Trang văn bản đến, văn bản đi — a paper goes its way through the sheets; registers print whole."""

import io
import re
from dataclasses import replace
from datetime import date

import papers
import pytest
import typst
from actors import demo_actor, questions
from django.conf import settings
from office import browser_of
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from world import TODAY, answer, paper, small_world

from thenchot.doors.access.models import Account
from thenchot.doors.web.recording.deadline import parse_deadline
from thenchot.doors.web.recording.reading import Picks
from thenchot.ground.basis import attached
from thenchot.ground.basis.words import InstrumentKind
from thenchot.office.documents.acts.filing import close_dossier
from thenchot.office.documents.acts.handling import direct_paper
from thenchot.office.documents.acts.receiving import receive_paper
from thenchot.office.documents.models import (
    Asked,
    Assignment,
    Cascade,
    Copy,
    Dossier,
    Filed,
    Incoming,
    Loan,
    Outgoing,
    Posted,
    Relation,
    Series,
)
from thenchot.office.documents.reads.books import BookKind
from thenchot.office.documents.rules.numbering import SeriesRow
from thenchot.office.documents.rules.receiving import AssignmentRow, DirectionRow, WithinDays
from thenchot.office.documents.words import (
    Family,
    NumberState,
    Part,
    RelationKind,
    SeriesBook,
    State,
)
from thenchot.people.dossiers.reads.found import Hit
from thenchot.people.dossiers.reads.picked import OF_PAPERS, Pick, written

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def demo_folder(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def here():
    return small_world()


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def sent(client, slug, key, **form):
    return client.post(f"/ghi/{slug}", {"key": key} | form)


def recorded(client, slug, key, **form):
    done = sent(client, slug, key, **form)
    assert done.status_code == 302, said(done)[said(done).find('class="faults"') :][:900]
    return done["Location"].partition("?")[0]


def test_a_list_pasted_from_a_spreadsheet_enters_the_register(client, here):
    pasted = (
        "45-CV/BTCTW\tCông văn\tBan Tổ chức Trung ương\t30/5/2025\trà soát\t2/6/2025\t20/6/2025\t\n"
        "46-TB/BTCTW\tThông báo\tBan Tổ chức Trung ương\t30/5/2025\tkết quả\t2/6/2025\t\tLưu để biết"
    )
    form = {"organization": f"[{here.root}]", "pasted": pasted}
    table = said(sent(client, "van-ban-den-loat", "a", **form))
    typed = dict(re.findall(r'name="(\d\.[a-z_]+)" value="([^"]+)"', table))
    kinds = {"1.kind": "cong_van", "2.kind": "thong_bao"}
    where = recorded(
        client, "van-ban-den-loat", "a", organization=f"[{here.root}]", **typed | kinds
    )
    assert Incoming.objects.count() == 2
    assert where == f"/van-ban/den/{Incoming.objects.order_by('pk').first().pk}"
    again = sent(client, "van-ban-den-loat", "b", organization=f"[{here.root}]", **typed | kinds)
    assert again.status_code == 422
    assert said(again).count("đã vào sổ") >= 2


def test_a_list_takes_whole_citations_and_says_how_each_paper_came(client, here):
    """What a line says itself stays; what the citation says fills the empty cells."""
    lines = {
        "1.number_sign": "Quy định số 31-QĐ/TW, ngày 05/02/2025 của Bộ Chính trị về công tác thử",
        "1.arrived_on": "2/6/2025", "1.channel": "giay", "1.urgency": "hoa_toc",
        "2.number_sign": "46-TB/BTCTW, ngày 30/5/2025 của Ban Tổ chức Trung ương về kết quả",
        "2.issuer": "Ban Tổ chức TW", "2.arrived_on": "2/6/2025",
    }  # fmt: skip
    form = {"organization": f"[{here.root}]"} | lines
    refused = sent(client, "van-ban-den-loat", "a", **form)
    assert refused.status_code == 422
    text = said(refused)
    assert text.count("phải ghi giờ đến") >= 1
    assert 'name="1.number_sign" value="31-QĐ/TW"' in text
    assert 'name="1.abstract" value="công tác thử"' in text
    assert Incoming.objects.count() == 0
    recorded(client, "van-ban-den-loat", "b", **form, **{"1.arrived_at": "8h15"})
    found = Incoming.objects.select_related("basis").order_by("number")
    assert [
        (each.basis.kind, each.basis.number_sign, each.basis.issuer, each.basis.issued_on, each.basis.abstract)
        for each in found
    ] == [
        ("quy_dinh", "31-QĐ/TW", "Bộ Chính trị", date(2025, 2, 5), "công tác thử"),
        ("thong_bao", "46-TB/BTCTW", "Ban Tổ chức TW", date(2025, 5, 30), "kết quả"),
    ]  # fmt: skip
    assert [(each.channel, each.urgency) for each in found] == [
        ("giay", "hoa_toc"),
        ("mang", "thuong"),
    ]
    pasted = "7-CV/BTCTW, ngày 30/5/2025 của Ban Tổ chức Trung ương về việc thử"
    table = said(
        sent(client, "van-ban-den-loat", "c", organization=f"[{here.root}]", pasted=pasted)
    )
    assert 'name="1.issuer" value="Ban Tổ chức Trung ương"' in table
    assert '<option value="cong_van" selected>' in table


LONG = {Pick.RELATION, Pick.CASCADE}  # told by whole sentences: found by a number in them


@pytest.mark.parametrize("kind", sorted(OF_PAPERS.keys() - LONG), ids=str)
def test_whatever_a_list_shows_is_taken_when_it_is_typed_so(here, kind):
    papers.one_of_each_paper(here.root, here.commune, paper("7-QĐ/TU", date(2025, 1, 2)))
    by = demo_actor()
    for each in OF_PAPERS[kind](by=by):
        hit = Hit(each.id, each.text, each.beside)
        for typed in (each.text, written(hit).rpartition(" [")[0], each.text.upper()):
            picks = Picks(by, TODAY, None)
            picks.look_up(kind, {typed})
            found = picks.one(kind, typed)
            assert hit in (found if isinstance(found, list) else [found])


def test_a_series_is_taken_by_its_label_and_several_are_named(client, here):
    form = {
        "kind": "cong_van", "issuer": "Ban Tổ chức", "signer": "Nguyễn Văn Thử", "given_on": "3/6/2025",
        "abstract": "về việc thử", "copies": "1",
    }  # fmt: skip
    row = replace(papers.TERM, letters="CV", organ_code="BTCTU")
    first = papers.series(here.root, row)
    for key, typed in (
        ("a", "CV/BTCTU 2020-2025"),
        ("b", "cv/btctu"),
        ("c", f"CV/BTCTU 2020-2025 [{first}]"),
    ):
        recorded(client, "cap-so", key, series=typed, **form)
    assert Outgoing.objects.filter(series=first).count() == 3
    second = papers.series(here.root, replace(row, organ_code="BTCTUX"))
    recorded(client, "cap-so", "d", series="CV/BTCTU 2020-2025", **form)
    refused = sent(client, "cap-so", "e", series="CV/BTCTU", **form)
    assert refused.status_code == 422
    for said_so in (
        "hãy chọn một",
        f"CV/BTCTU 2020-2025 [{first}]",
        f"CV/BTCTUX 2020-2025 [{second}]",
    ):
        assert said_so in said(refused)
    assert "Không thấy dãy số" in said(sent(client, "cap-so", "f", series="CV/KHAC", **form))
    assert Outgoing.objects.count() == 4


def test_a_paper_that_came_is_taken_by_its_number_of_the_year(client, here):
    its = [papers.received(here.root, f"{number}-CV/BTCTW") for number in range(101, 114)]
    recorded(client, "trinh-van-ban", "a", incoming="1/2025")
    assert [each.pk for each in Incoming.objects.filter(state=State.SUBMITTED)] == its[:1]


def test_whoever_is_only_to_know_is_offered_no_result(client, here):
    it = papers.received(here.root)
    rows = (AssignmentRow(Part.LEAD, unit=here.commune), AssignmentRow(Part.KNOW, unit=here.root))
    direct_paper(
        demo_actor(), TODAY, incoming=it, direction=DirectionRow("Trưởng ban", TODAY, "Làm.", rows)
    )
    lead, know = Assignment.objects.order_by("pk")
    page = said(client.get(f"/van-ban/den/{it}"))
    assert f"/ghi/ket-qua-xu-ly?phan={lead.pk}" in page
    assert f"/ghi/nhan-xu-ly?phan={know.pk}" in page
    assert f"/ghi/ket-qua-xu-ly?phan={know.pk}" not in page
    form = {"assignment": f"[{know.pk}]", "answer": "Đã xem"}
    refused = sent(client, "ket-qua-xu-ly", "a", **form)
    assert refused.status_code == 422
    assert "Phần «Để biết» chỉ ghi đã nhận, không báo kết quả." in said(refused)
    recorded(client, "nhan-xu-ly", "b", assignment=f"[{know.pk}]")
    know.refresh_from_db()
    assert (know.received_on, know.done_on) == (TODAY, None)
    assert Incoming.objects.get().state == State.DIRECTED


def test_a_paper_is_pasted_registered_directed_answered_and_finished(client, here):
    unit = f"[{here.root}]"
    form = {
        "organization": unit, "number_sign": "812-CV/BTCTW", "issued_on": "10/6/2025",
        "paper_kind": "cong_van", "issuer": "Ban Tổ chức Trung ương", "abstract": "rà soát",
        "arrived_on": "12/6/2025", "channel": "mang", "urgency": "khan", "due_on": "20/6/2025",
        "paper_also_required": "on",
    }  # fmt: skip
    where = recorded(client, "van-ban-den", "b", **form)
    it = Incoming.objects.get()
    assert where == f"/van-ban/den/{it.pk}"
    assert recorded(client, "van-ban-den", "b", **form) == where  # sent twice, done once
    assert Incoming.objects.count() == 1
    chosen = f"[{it.pk}]"
    recorded(client, "trinh-van-ban", "c", incoming=chosen)
    recorded(
        client, "but-phe", "d", incoming=chosen, said_by="Trưởng ban", said_on="13/6/2025",
        opinion="Xã chủ trì.",
        **{"1.part": "chu_tri", "1.unit": f"[{here.commune}]", "1.due_on": "18/6/2025"},
    )  # fmt: skip
    page = said(client.get(where))
    assert "Xã chủ trì." in page
    assert "hạn 18/06/2025" in page
    assert "Khẩn" in page
    assert page.count("<h1") == 1
    asked = f"[{Assignment.objects.get().pk}]"
    recorded(client, "nhan-xu-ly", "e", assignment=asked)
    recorded(client, "ket-qua-xu-ly", "f", assignment=asked, answer="Đã rà soát xong")
    recorded(client, "ban-giay", "g", incoming=chosen, paper_on="16/6/2025")
    recorded(
        client, "giai-quyet-xong", "h", incoming=chosen, finished_on="16/6/2025", result="Đã lưu"
    )
    assert Incoming.objects.get().state == State.FINISHED
    page = said(client.get(where))
    assert "Đã rà soát xong" in page
    assert "Giải quyết xong ngày 16/06/2025." in page
    recorded(client, "mo-lai-van-ban", "i", incoming=chosen, reason="Trả lời chưa đủ")
    assert Incoming.objects.get().state == State.DIRECTED


def test_what_is_wrong_is_said_at_once_and_what_was_typed_stays(client, here):
    answer = sent(
        client, "van-ban-den", "a", organization=f"[{here.root}]", number_sign="9-CV/TW",
        issued_on="10/6/2025", paper_kind="cong_van", issuer="", abstract="rà soát",
        arrived_on="1/6/2025", channel="mang", urgency="hoa_toc", due_on="1/5/2025",
        arrived_at="25 giờ",
    )  # fmt: skip
    page = said(answer)
    assert answer.status_code == 422
    for words in (
        "Thiếu cơ quan ban hành",
        "không thể đến trước ngày ấy",
        "trước ngày đến",
        "8:15",
    ):
        assert words in page
    assert 'value="25 giờ"' in page
    assert not Incoming.objects.exists()


def test_numbers_are_given_kept_outside_cancelled_and_sent(client, here):
    unit = f"[{here.root}]"
    where = recorded(
        client, "day-so", "a", organization=unit, letters="QĐ", organ_code="TU", form="dang",
        period="2020-2025", from_day="28/10/2020",
    )  # fmt: skip
    series = f"[{Series.objects.get().pk}]"
    form = {
        "series": series, "kind": "quyet_dinh", "issuer": "Ban Thường vụ", "signer": "Nguyễn Văn Thử",
        "given_on": "13/6/2025", "abstract": "về việc thử", "copies": "3", "recipients": "Như Điều 3",
        "drafted_by": f"[{here.commune}]",
    }  # fmt: skip
    first = recorded(client, "cap-so", "b", **form)
    recorded(client, "cap-so-ngoai", "c", series=series, given_on="14/6/2025")
    recorded(client, "cap-so", "d", **form)
    third = Outgoing.objects.get(number=3)
    recorded(client, "huy-so", "e", number=f"[{third.pk}]", reason="Soạn nhầm")
    recorded(
        client,
        "phat-hanh",
        "f",
        number=f"[{Outgoing.objects.get(number=1).pk}]",
        sent_on="16/6/2025",
    )
    page = said(client.get(where))
    assert "01-QĐ/TU" in page
    assert "Cấp ngoài hệ thống" in page
    assert "Soạn nhầm" in page
    assert "phát hành 16/06/2025" in said(client.get(first))
    assert "Hoàn tác" not in said(client.get(f"{first}?da-ghi=x"))
    listed = said(client.get("/van-ban/di?tinh-trang=da_huy"))
    assert "03-QĐ/TU" in listed
    assert "01-QĐ/TU" not in listed
    kept = Outgoing.objects.get(state=NumberState.RESERVED)
    assert "không ghi gì về văn bản ấy" in said(client.get(f"/van-ban/di/{kept.pk}"))


def test_a_paper_that_goes_late_is_told_with_the_clause_and_recorded_all_the_same(client, here):
    of = papers.series(here.root)
    late, young = papers.issued(of), papers.issued(of, day=TODAY)
    sheet = said(client.get(f"/ghi/phat-hanh?so={late}"))
    assert "01-QĐ/TU phải phát hành chậm nhất ngày 04/06/2025; đã muộn. Vẫn ghi được." in sheet
    assert "Nghị định 30/2020/NĐ-CP, Điều 10–19" in sheet
    assert "đã muộn" not in said(client.get(f"/ghi/phat-hanh?so={young}"))
    assert said(client.get("/van-ban/di")).count("quá hạn phát hành") == 1
    again = sent(client, "phat-hanh", "a", number=f"[{late}]", sent_on="30/6/2025")
    assert again.status_code == 422
    assert "đã muộn. Vẫn ghi được." in said(again)
    where = recorded(client, "phat-hanh", "b", number=f"[{late}]", sent_on="16/6/2025")
    page = said(client.get(where))
    assert "phát hành muộn" in page
    assert "hạn 04/06/2025" in page
    assert "phát hành muộn" in said(client.get("/van-ban/di"))
    assert "đã muộn" not in said(client.get(f"/ghi/phat-hanh?so={late}"))


LIKE_OUTGOING = [
    "Số, ký hiệu", "Ngày tháng văn bản", "Tên loại và trích yếu", "Người ký", "Nơi nhận",
    "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
]  # fmt: skip
# As the decree on clerical work prints each register (Appendices IV and V); that of copies is our own.
COLUMNS = {
    "den": [
        "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu", "Ngày tháng văn bản", "Tên loại và trích yếu",
        "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ],
    "di": LIKE_OUTGOING,
    "noi-bo": LIKE_OUTGOING,
    "theo-doi": [
        "Số đến", "Tên loại, số, ký hiệu, ngày và cơ quan ban hành", "Đơn vị hoặc người nhận",
        "Thời hạn", "Tiến độ", "Số, ký hiệu văn bản trả lời", "Ghi chú",
    ],
    "sao": [
        "Số, ký hiệu bản sao", "Ngày tháng sao", "Hình thức sao",
        "Số, ký hiệu, ngày tháng văn bản được sao", "Tên loại và trích yếu", "Tác giả", "Người ký",
        "Nơi nhận", "Số lượng bản", "Ghi chú",
    ],
    "danh-muc": [
        "Số và ký hiệu hồ sơ", "Đề mục và tiêu đề", "Thời hạn bảo quản", "Người lập", "Ghi chú",
    ],
    "nop-luu": [
        "STT", "Số và ký hiệu hồ sơ", "Tiêu đề hồ sơ", "Thời gian tài liệu", "Thời hạn bảo quản",
        "Số tờ", "Ghi chú",
    ],
    "buu-dien": [
        "Ngày chuyển", "Số, ký hiệu", "Nơi nhận", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú",
    ],
    "ban-luu": [
        "Ngày", "Người sử dụng", "Số, ký hiệu, ngày tháng văn bản", "Tên loại và trích yếu",
        "Số, ký hiệu hồ sơ", "Ký nhận", "Ngày trả", "Người cho phép", "Ghi chú",
    ],
}  # fmt: skip


def test_registers_print_every_column_for_a_range_of_days(client, here):
    papers.received(here.root)
    number = papers.issued(papers.series(here.root), papers.SENT)
    papers.post_out(demo_actor(), TODAY, number=number, row=papers.POSTED)
    papers.lend_kept_copy(demo_actor(), TODAY, number=number, row=papers.LENT)
    inside = SeriesRow("TB", "NB", Family.PARTY, "2025", date(2025, 1, 1), book=SeriesBook.INTERNAL)
    papers.issued(papers.series(here.root, inside))
    papers.copied(here.root, here.founding)
    dossier = papers.opened_dossier(here.root, here.founding)
    papers.filed(dossier, here.founding, 3)
    close_dossier(demo_actor(), TODAY, dossier=dossier, closed_on=TODAY)
    assert {*COLUMNS} == {kind.value for kind in BookKind}
    for book, columns in COLUMNS.items():
        asked = {"don-vi": here.root, "so": book, "tu": "1/1/2025", "den": "16/6/2025"}
        sheet = client.get("/van-ban/so", asked | {"dang": "xlsx"})
        rows = (
            CalamineWorkbook.from_filelike(io.BytesIO(sheet.content))
            .get_sheet_by_index(0)
            .to_python()
        )
        assert rows[0] == columns
        assert [len(row) for row in rows] == [len(columns)] * 2
        printed = client.get("/van-ban/so", asked | {"dang": "pdf"})
        text = PdfReader(io.BytesIO(printed.content)).pages[0].extract_text()
        assert BookKind.of(book).label.upper() in re.sub(r"\s+", " ", text)
        assert "1 dòng" in text
        nothing = client.get(
            "/van-ban/so", asked | {"dang": "xlsx", "tu": "1/1/2020", "den": "2/1/2020"}
        )
        rows = (
            CalamineWorkbook.from_filelike(io.BytesIO(nothing.content))
            .get_sheet_by_index(0)
            .to_python()
        )
        assert len(rows) == 1
    for wrong in ({"so": "la"}, {"dang": "exe"}, {"don-vi": "999999"}):
        assert client.get("/van-ban/so", asked | {"dang": "pdf"} | wrong).status_code == 404


@pytest.mark.parametrize("kind", BookKind, ids=str)
@pytest.mark.parametrize(
    ("days", "told", "box"),
    [
        (("31/02/2024", "30/6/2025"), "Tháng 02/2024 không có ngày 31", "tu"),
        (("1/1/2025", ""), "Chưa điền ngày.", "den"),
        (("30/6/2025", "1/6/2025"), "Ngày cuối 01/06/2025 trước ngày đầu 30/06/2025.", "den"),
    ],
)  # fmt: skip
def test_a_wrong_range_of_days_is_asked_again(client, here, kind, days, told, box):
    asked = {"so": kind.value, "don-vi": here.root, "dang": "xlsx", "tu": days[0], "den": days[1]}
    again = client.get("/van-ban/so", asked)
    assert again.status_code == 422
    page = said(again)
    assert f'id="{box}-fault"' in page
    assert told in page
    for name, typed in zip(("tu", "den"), days, strict=True):
        assert f'<input id="{name}" name="{name}" type="text" value="{typed}"' in page
    assert f'<input type="hidden" name="so" value="{kind.value}">' in page
    assert '<button class="button" name="dang" value="xlsx">' in page


def test_two_wrong_days_are_told_at_once_and_those_of_a_dossier_too(client, here):
    asked = {"so": "den", "don-vi": here.root, "dang": "pdf", "tu": "x1", "den": "x2"}
    page = said(client.get("/van-ban/so", asked))
    assert 'id="tu-fault"' in page
    assert 'id="den-fault"' in page
    dossier = papers.opened_dossier(here.root, here.founding)
    again = client.get(
        f"/van-ban/ho-so/{dossier}/muc-luc.pdf", {"tu": "2/6/2025", "den": "1/6/2025"}
    )
    assert again.status_code == 422
    assert 'value="2/6/2025"' in said(again)


def test_the_contents_of_a_dossier_have_the_prescribed_columns(client, here):
    dossier = papers.opened_dossier(here.root, here.founding)
    papers.filed(dossier, here.founding, 3)
    sheet = client.get(f"/van-ban/ho-so/{dossier}/muc-luc.xlsx")
    read = CalamineWorkbook.from_filelike(io.BytesIO(sheet.content)).get_sheet_by_index(0)
    assert read.to_python()[0] == [
        "STT", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu", "Tác giả",
        "Tờ số", "Ghi chú",
    ]  # fmt: skip


def test_the_slip_of_a_paper_prints(client, here):
    it = papers.received(here.root)
    answer = client.get(f"/van-ban/den/{it}/phieu.pdf")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 1
    assert "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN" in pages[0].extract_text()
    assert client.get("/van-ban/den/999999/phieu.pdf").status_code == 404


def test_whoever_leads_a_unit_stands_in_the_second_part_of_the_slip(client, here):
    it = papers.received(here.root)
    for said_by, asked in (
        ("Bí thư", AssignmentRow(Part.LEAD, unit=here.commune)),
        ("Trưởng ban", AssignmentRow(Part.LEAD, person=here.person)),
    ):
        row = DirectionRow(said_by, date(2025, 6, 3), f"Ý của {said_by}.", (asked,))
        answer(direct_paper(demo_actor(), TODAY, incoming=it, direction=row))
    body = client.get(f"/van-ban/den/{it}/phieu.pdf").content
    text = PdfReader(io.BytesIO(body)).pages[0].extract_text()
    _, leader, unit = re.split("Ý kiến của lãnh đạo", " ".join(text.split()))
    assert ("Ý của Bí thư." in leader, "Ý của Trưởng ban." in leader) == (True, False)
    assert ("Ý của Bí thư." in unit, "Ý của Trưởng ban." in unit) == (False, True)


def test_lists_are_filtered_by_their_address_and_ask_few_questions(client, here):
    papers.received(here.root, "45-CV/BTCTW")
    late = papers.received(
        here.root, "46-CV/BTCTW", papers.Arrival(date(2025, 6, 2), due_on=date(2025, 6, 10))
    )
    assert "46-CV/BTCTW" in said(client.get("/van-ban/den?qua-han=1"))
    assert "45-CV/BTCTW" not in said(client.get("/van-ban/den?qua-han=1"))
    assert "45-CV/BTCTW" not in said(client.get("/van-ban/den?chu=46-CV"))
    assert "45-CV/BTCTW" in said(client.get(f"/van-ban/den?so=1&don-vi={here.root}"))
    assert client.get("/van-ban/den?tinh-trang=la").status_code == 404
    for address in ("/van-ban/den", "/van-ban/di", f"/van-ban/den/{late}"):
        status, asked = questions(client, address)
        assert status == 200
        assert asked <= 15, address


def test_a_paper_found_by_its_number_is_not_doubled(client, here):
    held = paper("99-CV/TW", date(2025, 6, 1))
    recorded(
        client, "van-ban-den", "a", organization=f"[{here.root}]", number_sign="99-CV/TW",
        arrived_on="3/6/2025", channel="giay", urgency="thuong",
    )  # fmt: skip
    assert Incoming.objects.get().basis_id == held


def test_today_stands_in_the_boxes_of_days_in_one_part_and_in_three(client, here):
    assert 'value="16/06/2025"' in said(client.get("/ghi/van-ban-den"))
    client.cookies["size"] = "large"
    page = said(client.get("/ghi/van-ban-den"))
    for name, part in (
        ("arrived_on", "16"),
        ("arrived_on.month", "06"),
        ("arrived_on.year", "2025"),
    ):
        assert f'name="{name}" value="{part}"' in page


# --- copies, dossiers -----------------------------------------------------------------------------


def rows_of(response):
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    return book.get_sheet_by_index(0).to_python()


def test_copies_are_numbered_and_cancelled_from_their_sheets(client, here):
    unit, of = f"[{here.root}]", paper("7-TB/TW", date(2025, 3, 1))
    recorded(
        client, "day-so", "a", organization=unit, letters="BS", organ_code="TU", form="dang",
        period="2020-2025", from_day="28/10/2020", book="sao",
    )  # fmt: skip
    form = {
        "series": f"[{Series.objects.get().pk}]", "paper": f"[{of}]", "kind": "sao_y",
        "given_on": "3/6/2025", "signer": "Nguyễn Văn Thử", "copies": "5",
    }  # fmt: skip
    wrong = sent(client, "ban-sao", "b", **form | {"kind": "trich_sao", "signer": ""})
    assert wrong.status_code == 422
    assert "phần được trích" in said(wrong)
    assert "Thiếu người ký bản sao" in said(wrong)
    where = recorded(client, "ban-sao", "c", **form)
    kept = Copy.objects.get()
    assert where == f"/van-ban/sao/{kept.pk}"
    assert "Hoàn tác" not in said(client.get(f"{where}?da-ghi=x"))
    recorded(client, "huy-ban-sao", "d", copied=f"[{kept.pk}]", reason="Sao nhầm")
    page = said(client.get("/van-ban/sao"))
    for words in ("01-BS/TU", "Sao nhầm", "BS/TU 2020-2025"):
        assert words in page
    assert client.get("/van-ban/sao?hinh-thuc=trich_sao").context["total"] == 0
    for wrong in ("/van-ban/sao/999999", "/van-ban/sao?hinh-thuc=la"):
        assert client.get(wrong).status_code == 404


def test_a_dossier_is_listed_opened_filled_and_closed_from_its_pages(client, here):
    unit, of = f"[{here.root}]", paper("7-TB/TW", date(2025, 3, 1))
    set_by = {
        "paper_kind": "quyet_dinh", "issued_on": "2/1/2025", "issuer": "Ban Tổ chức",
        "abstract": "thời hạn bảo quản",
    }  # fmt: skip
    recorded(
        client, "thoi-han-bao-quan", "a", number_sign="1-QĐ/BTCTU", subject="Công việc chung",
        keep_years="10", clause="Mục 1", from_day="2/1/2025", **set_by,
    )  # fmt: skip
    table = said(client.get("/van-ban/ho-so/thoi-han"))
    assert "Công việc chung" in table
    assert "10 năm" in table
    assert "1-QĐ/BTCTU" in table
    lines = {
        "1.code": "01.TC", "1.title": "Hồ sơ quy hoạch năm 2025", "1.subject": "công việc chung",
        "1.heading": "Tổ chức", "1.keeper": "Văn thư", "2.code": "02.TC", "2.title": "Hồ sơ khác",
        "2.subject": "Nhóm lạ",
    }  # fmt: skip
    form = {"organization": unit, "year": "2025", "number_sign": "2-QĐ/BTCTU", **set_by, **lines}
    wrong = sent(client, "danh-muc-ho-so", "b", **form)
    assert wrong.status_code == 422
    assert "không có nhóm «Nhóm lạ»" in said(wrong)
    assert not Dossier.objects.exists()
    recorded(client, "danh-muc-ho-so", "c", **form | {"2.subject": "Công việc chung"})
    kept = Dossier.objects.get(code="01.TC")
    chosen, where = f"[{kept.pk}]", f"/van-ban/ho-so/{kept.pk}"
    assert "Hồ sơ quy hoạch năm 2025" in said(
        client.get(f"/van-ban/ho-so?nam=2025&don-vi={here.root}")
    )
    assert recorded(client, "mo-ho-so", "d", dossier=chosen, opened_on="3/2/2025") == where
    recorded(client, "vao-ho-so", "e", dossier=chosen, **{"1.paper": f"[{of}]"})
    it = Filed.objects.get().pk
    assert (
        sent(client, "ket-thuc-ho-so", "f", dossier=chosen, closed_on="16/6/2025").status_code
        == 422
    )
    assert recorded(client, "so-to", "g", filed=f"[{it}]", sheets="3") == where
    recorded(client, "ket-thuc-ho-so", "h", dossier=chosen, closed_on="16/6/2025")
    page = said(client.get(where))
    for words in ("Đã kết thúc", "bảo quản đến hết năm 2035", "1–3", "7-TB/TW"):
        assert words in page
    recorded(client, "mo-lai-ho-so", "i", dossier=chosen, reason="Còn văn bản")
    assert recorded(client, "ra-khoi-ho-so", "j", filed=f"[{it}]", reason="Nhầm") == where
    assert not Filed.objects.exists()


def test_the_contents_of_a_dossier_print_for_a_range_of_days(client, here):
    dossier = papers.opened_dossier(here.root, here.founding)
    for number in (1, 2):
        papers.filed(dossier, paper(f"{number}-TB/TW", date(2025, 3, number)), number)
    where = f"/van-ban/ho-so/{dossier}/muc-luc"
    rows = rows_of(client.get(f"{where}.xlsx"))
    assert [len(row) for row in rows] == [7, 7, 7]
    assert [(row[0], row[1], row[5]) for row in rows[1:]] == [
        ("1", "1-TB/TW", "1"),
        ("2", "2-TB/TW", "2–3"),
    ]
    assert len(rows_of(client.get(f"{where}.xlsx?tu=2/3/2025&den=3/3/2025"))) == 2
    printed = PdfReader(io.BytesIO(client.get(f"{where}.pdf").content)).pages[0].extract_text()
    assert "MỤC LỤC VĂN BẢN TRONG HỒ SƠ" in printed
    assert "01.TC" in printed
    for wrong in (
        f"{where}.docx",
        "/van-ban/ho-so/999999/muc-luc.pdf",
    ):
        assert client.get(wrong).status_code == 404


def test_pages_of_copies_and_dossiers_ask_few_questions(client, here):
    papers.copied(here.root, here.founding)
    dossier = papers.opened_dossier(here.root, here.founding)
    papers.filed(dossier, here.founding)
    for address in (
        "/van-ban/sao", "/van-ban/ho-so", "/van-ban/ho-so/thoi-han", f"/van-ban/ho-so/{dossier}",
    ):  # fmt: skip
        status, asked = questions(client, address)
        assert status == 200
        assert asked <= 15, address
    for wrong in ("/van-ban/ho-so/999999", "/van-ban/ho-so?tinh-trang=la"):
        assert client.get(wrong).status_code == 404


def test_a_relation_is_recorded_read_on_both_pages_joined_and_withdrawn(client, here):
    central = paper("18-NQ/TW", date(2017, 10, 25))
    form = {
        "organization": f"[{here.root}]", "number_sign": "316-KH/TU", "issued_on": "4/6/2025",
        "paper_kind": "ke_hoach", "issuer": "Ban Thường vụ", "abstract": "sắp xếp bộ máy",
    }  # fmt: skip
    where = recorded(
        client, "quan-he-van-ban", "a", kind="thuc_hien", to=f"[{central}]", own="on", **form
    )
    plan = Relation.objects.get().paper_id
    assert where == f"/van-ban/{plan}"
    again = form | {"number_sign": f"[{plan}]"}
    recorded(
        client, "quan-he-van-ban", "b", kind="can_cu", cited="Nghị quyết Trung ương 6", **again
    )
    page = said(client.get(where))
    assert "Triển khai, thực hiện" in page
    assert "chưa có trong sổ" in page
    assert "Còn hiệu lực" in page
    assert page.count("<h1") == 1
    assert "Được triển khai bởi" in said(client.get(f"/van-ban/{central}"))
    line = Relation.objects.get(to=None).pk
    assert recorded(
        client, "noi-van-ban-dan", "c", relation=f"[{line}]", to=f"[{central}]"
    ) == where  # fmt: skip
    recorded(client, "rut-quan-he", "d", relation=f"[{line}]", reason="Ghi nhầm")
    assert Relation.objects.count() == 1
    later = form | {"number_sign": "20-KH/TU", "issued_on": "10/6/2025"}
    refused = sent(client, "quan-he-van-ban", "e", kind="thay_the", to=f"[{plan}]", **later)
    assert "Ghi ngày từ đó" in said(refused)
    recorded(
        client,
        "quan-he-van-ban",
        "f",
        kind="thay_the",
        to=f"[{plan}]",
        from_day="12/6/2025",
        **later,
    )
    ended = said(client.get(where))
    assert "Hết hiệu lực" in ended
    assert "Được thay thế bởi" in ended
    assert "Còn hiệu lực" in said(client.get(f"{where}?ngay=2025-06-11"))


def test_what_is_asked_of_lower_units_is_shown_reminded_judged_and_taken_away(client, here):
    central, plan = paper("18-NQ/TW", date(2017, 10, 25)), paper("316-KH/TU", date(2025, 6, 4))
    papers.related(here.root, plan, kind=RelationKind.IMPLEMENTS, to=central)
    form = {
        "organization": f"[{here.root}]", "number_sign": f"[{plan}]", "directive": f"[{plan}]",
        "kind": "de_an", "due_on": "10/6/2025", "all_below": "on",
    }  # fmt: skip
    where = recorded(client, "giao-ban-hanh", "a", **form)
    cascade = Cascade.objects.get().pk
    assert where == f"/van-ban/theo-tang/{cascade}"
    named = {name: value for name, value in form.items() if name != "all_below"}
    recorded(client, "giao-ban-hanh", "b", **named, **{"1.unit": f"[{here.commune}]"})
    assert "Chưa ban hành, quá hạn" in said(client.get(where))
    recorded(client, "nhac-ban-hanh", "c", cascade=f"[{cascade}]")
    assert f"{TODAY:%d/%m/%Y}" in said(client.get(where))
    before = papers.unwritten("01-ĐA/ĐU", date(2025, 5, 2), InstrumentKind.SCHEME)
    early = papers.related(here.commune, before, kind=RelationKind.IMPLEMENTS, to=central, own=True)
    page = said(client.get(where))
    assert "Đã có từ trước; chưa xác định có phải bổ sung" in page
    assert page.count("<h1") == 1
    asked = Asked.objects.get(cascade=cascade, unit=here.commune).pk
    assert f"/ghi/xac-nhan-co-truoc?don-vi-giao={asked}&amp;da-co={early}" in page
    judged = {"unit_asked": f"[{asked}]", "paper": f"[{early}]", "verdict": "khong_phai_bo_sung"}
    refused = sent(client, "xac-nhan-co-truoc", "d", reason="", **judged)
    assert refused.status_code != 302
    recorded(client, "xac-nhan-co-truoc", "e", reason="Đã đủ nội dung", **judged)
    assert "Đã đủ nội dung" in said(client.get(where))
    assert "Không có đơn vị nào như vậy" in said(client.get(f"{where}?tinh-hinh=da_ban_hanh"))
    assert client.get(f"{where}?tinh-hinh=la").status_code == 404
    listed = said(client.get("/van-ban/theo-tang"))
    assert "316-KH/TU" in listed
    assert f"/van-ban/theo-tang/{cascade}" in listed
    file = client.get(f"{where}/bang.xlsx")
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(file.content)).get_sheet_by_index(0).to_python()
    )
    assert any("Đã có từ trước, không phải bổ sung" in row for row in rows)
    assert client.get("/van-ban/theo-tang/999999").status_code == 404
    assert client.get("/van-ban/theo-tang/999999/bang.xlsx").status_code == 404


@pytest.mark.parametrize("address", ["/van-ban/theo-tang", "/van-ban/theo-tang/{}"])
def test_the_board_asks_few_questions(client, here, address):
    plan = paper("316-KH/TU", date(2025, 6, 4))
    of = papers.handed_down(here.root, plan, here.commune)
    client.get(address.format(of))
    status, asked = questions(client, address.format(of))
    assert status == 200
    assert asked <= 15


def test_what_is_in_force_is_placed_read_by_day_and_taken_off(client, here):
    rules = paper("10-QĐ/TU", date(2020, 1, 2))
    form = {"organization": f"[{here.root}]", "number_sign": f"[{rules}]", "subject": "can_bo"}
    assert recorded(client, "xep-ke", "a", **form) == f"/van-ban/{rules}"
    page = said(client.get("/van-ban/con-hieu-luc"))
    assert "10-QĐ/TU" in page
    assert page.count("<h1") == 1
    assert "10-QĐ/TU" not in said(client.get("/van-ban/con-hieu-luc?ngay=2019-12-31"))
    assert "10-QĐ/TU" not in said(
        client.get("/van-ban/con-hieu-luc?ngay=2025-06-16&chu-de=dang_vien")
    )
    assert client.get("/van-ban/con-hieu-luc?chu-de=la").status_code == 404
    status, asked = questions(client, "/van-ban/con-hieu-luc")
    assert status == 200
    assert asked <= 15
    recorded(client, "lay-khoi-ke", "b", paper=f"[{rules}]", reason="Xếp nhầm")
    assert "10-QĐ/TU" not in said(client.get("/van-ban/con-hieu-luc"))


def test_days_of_work_are_typed_read_back_and_shown_where_they_lead(client, here):
    assert said(client.get("/ghi/doc-han?due_on=5+ngày+làm+việc")) == (
        "5 ngày làm việc; tính từ hôm nay là thứ Hai, 23/06/2025"
    )
    assert "không phải là ngày" in said(client.get("/ghi/doc-han?due_on=mai"))
    it = papers.received(here.root)
    form = {
        "incoming": f"[{it}]", "said_by": "Trưởng ban", "said_on": "13/6/2025", "opinion": "Làm",
        "1.part": "chu_tri", "1.unit": f"[{here.commune}]",
    }  # fmt: skip
    wrong = sent(client, "but-phe", "a", **form, **{"1.due_on": "0n"})
    assert wrong.status_code == 422
    assert "Số ngày làm việc phải từ 1 đến 250." in said(wrong)
    where = recorded(client, "but-phe", "b", **form, **{"1.due_on": "2n"})
    assert "hạn 17/06/2025 (2 ngày làm việc)" in said(client.get(where))
    assert "còn 4 ngày làm việc" not in said(client.get("/van-ban/den"))
    assert "Không có văn bản đến nào như vậy." in said(client.get("/van-ban/den?qua-han=sap"))
    monday = {"arrived_on": "10/6/2025", "due_on": "5nlv", "number_sign": "47-CV/BTCTW"}
    form = {
        "organization": f"[{here.root}]", "issued_on": "9/6/2025", "paper_kind": "cong_van",
        "issuer": "Ban Tổ chức Trung ương", "abstract": "rà soát", "channel": "mang",
        "urgency": "thuong",
    }  # fmt: skip
    recorded(client, "van-ban-den", "c", **form, **monday)
    near = said(client.get("/van-ban/den?qua-han=sap"))
    assert '17/06/2025 <span class="small soft">5 ngày làm việc</span>' in near
    assert "còn 1 ngày làm việc" in near


@pytest.mark.parametrize("typed", ["3n", "3 ngày", "03 ngày làm việc", "3 Ngày", "3nlv"])
def test_days_of_work_are_typed_in_few_words_or_many(typed):
    assert parse_deadline(typed, TODAY) == WithinDays(3)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("ba ngày", "Hãy gõ như 03/02/2025, «5 ngày» hoặc «5n»."), ("31/2", "Tháng 02/2025 không có ngày 31")],
)  # fmt: skip
def test_what_is_no_deadline_is_told_with_how_to_type_one(client, here, typed, told):
    it = papers.received(here.root)
    form = {
        "incoming": f"[{it}]",
        "said_by": "Trưởng ban",
        "said_on": "16/6/2025",
        "opinion": "Làm.",
    }
    form |= {"1.part": "chu_tri", "1.unit": f"[{here.commune}]", "1.due_on": typed}
    refused = sent(client, "but-phe", "a", **form)
    assert refused.status_code == 422
    assert told in said(refused)
    assert told in client.get("/ghi/doc-han", {"x": typed}).content.decode()
    assert Assignment.objects.count() == 0


def test_the_office_keeps_its_exchanged_days_with_their_notice(client, here):
    notice = paper("81-TB/TU")
    form = {"number_sign": f"[{notice}]"}
    wrong = sent(client, "ngay-hoan-doi", "a", **form, **{"1.day": "31/5/2025"})
    assert "Ngày 31/05/2025 vốn là ngày nghỉ." in said(wrong)
    days = {"1.day": "3/6/2025", "2.day": "31/5/2025", "2.exchange": "lam-bu"}
    recorded(client, "ngay-hoan-doi", "b", **form, **days)
    page = said(client.get("/quan-tri/danh-muc"))
    assert "03/06/2025" in page
    assert "Ngày làm bù" in page
    recorded(client, "rut-ngay-hoan-doi", "c", day="31/5/2025", reason="Ghi nhầm")
    assert "31/05/2025" not in said(client.get("/quan-tri/danh-muc"))


def test_after_issue_a_paper_is_recalled_posted_lent_and_its_signed_copy_sent(client, here):
    of = papers.series(here.root)
    sent_out = replace(papers.DECISION, sent_on=date(2025, 6, 4))
    old, new = papers.issued(of, sent_out), papers.issued(of, sent_out, date(2025, 6, 4))
    it = f"[{old}]"
    page = said(client.get(f"/van-ban/di/{old}"))
    assert f"/ghi/thu-hoi-van-ban?so={old}" in page
    wrong = sent(client, "thay-the-van-ban", "a", number=it, by_number=it, from_day="12/6/2025")
    assert "Chọn hai văn bản khác nhau." in said(wrong)
    where = recorded(
        client, "thu-hoi-van-ban", "b", number=it, by_number=f"[{new}]", from_day="12/6/2025"
    )
    assert where == f"/van-ban/di/{old}"
    page = said(client.get(where))
    assert "Hết hiệu lực" in page
    assert "từ 12/06/2025" in page
    assert "Bị thu hồi bởi" in said(client.get("/van-ban/di"))
    new_paper = Outgoing.objects.get(pk=new).basis_id
    assert "Thu hồi" in said(client.get(f"/van-ban/{new_paper}"))
    recorded(client, "phai-gui-ban-giay", "c", number=it)
    assert "Chờ gửi bản giấy" in said(client.get("/van-ban/ban-giay"))
    recorded(client, "gui-ban-giay", "d", number=it, paper_sent_on="13/6/2025")
    assert "chờ nơi nhận báo" in said(client.get(f"/van-ban/ban-giay?don-vi={here.root}"))
    recorded(client, "noi-nhan-ban-giay", "e", number=it, paper_received_on="14/6/2025")
    assert "Không còn bản giấy nào" in said(client.get("/van-ban/ban-giay"))
    recorded(
        client, "gui-buu-dien", "f", number=it, posted_on="5/6/2025", recipients="Huyện ủy Thử",
        envelopes="3",
    )  # fmt: skip
    assert "Huyện ủy Thử" in said(client.get("/van-ban/so-buu-dien"))
    recorded(
        client, "muon-ban-luu", "g", number=it, used_on="9/6/2025", used_by="Trần Thị Mượn",
        allowed_by="Trưởng ban",
    )  # fmt: skip
    assert "Trần Thị Mượn" in said(client.get("/van-ban/so-ban-luu?chua-tra=1"))
    loan = Loan.objects.get().pk
    assert f"/ghi/tra-ban-luu?lan-dung={loan}" in said(client.get(where))
    recorded(client, "tra-ban-luu", "h", loan=f"[{loan}]", returned_on="10/6/2025")
    assert "Chưa có lần sử dụng" in said(client.get("/van-ban/so-ban-luu?chua-tra=1"))
    posted = Posted.objects.get().pk
    recorded(client, "rut-gui-buu-dien", "i", posted=f"[{posted}]", reason="Ghi nhầm")
    assert "Chưa gửi bưu điện lần nào." in said(client.get("/van-ban/so-buu-dien"))


@pytest.mark.parametrize("address", ["/van-ban/ban-giay", "/van-ban/so-buu-dien", "/van-ban/so-ban-luu", "/van-ban/uy-quyen", "/van-ban/di"])  # fmt: skip
def test_the_lists_after_issue_ask_few_questions(client, here, address):
    of = papers.series(here.root)
    for _ in range(3):
        number = papers.issued(of, papers.SENT)
        papers.post_out(demo_actor(), TODAY, number=number, row=papers.POSTED)
        papers.lend_kept_copy(demo_actor(), TODAY, number=number, row=papers.LENT)
    papers.delegated(here.root, paper("71-QĐ/TU"))
    status, asked = questions(client, address)
    assert status == 200
    assert asked <= 15


def test_the_delegate_finds_the_sheet_on_the_page_and_the_page_tells_in_whose_place(client, here):
    basis = paper("71-QĐ/TU")
    lent = papers.delegated(here.root, basis)
    page = said(client.get("/van-ban/uy-quyen"))
    assert "Trần Văn Vắng" in page
    assert "đang làm thay" in page
    assert client.get("/van-ban/uy-quyen/999999").status_code == 200
    it = papers.received(here.root)
    theirs = browser_of(Account.objects.get(username="le-thi-thay").pk)
    offered = said(theirs.get(f"/van-ban/den/{it}"))
    assert "Ghi ý kiến thay Trần Văn Vắng" in offered
    assert "Ghi ý kiến thay" not in said(client.get(f"/van-ban/den/{it}"))
    form = {
        "delegation": f"[{lent}]",
        "incoming": f"[{it}]",
        "said_on": "16/6/2025",
        "opinion": "Làm.",
    }
    refused = sent(client, "but-phe-thay", "a", **form)
    assert "Ủy quyền này không phải cho đồng chí." in said(refused)
    where = recorded(theirs, "but-phe-thay", "b", **form)
    assert "Lê Thị Thay</strong> thay Trần Văn Vắng" in said(client.get(where))
    recorded(client, "ket-thuc-uy-quyen", "c", delegation=f"[{lent}]", reason="Về sớm")
    page = said(client.get("/van-ban/uy-quyen"))
    assert "kết thúc sớm: Về sớm" in page
    assert "đang làm thay" not in page
    again = sent(theirs, "but-phe-thay", "d", **form)
    assert "Ủy quyền này đã kết thúc sớm." in said(again)
    assert "Ghi ý kiến thay" not in said(theirs.get(f"/van-ban/den/{it}"))


def test_the_paper_is_read_beside_its_fields_and_its_thread(client, here, tmp_path, monkeypatch):
    two = typst.compile(b"= Trang\n#pagebreak()\nHai", format="pdf")
    monkeypatch.setattr(attached, "_folder", lambda: tmp_path)
    digest = attached.keep_file([two], "cong-van.pdf")
    row = replace(papers.came(), file_sha256=digest)
    it = answer(
        receive_paper(
            demo_actor(), TODAY, organization=here.root, basis=row, arrival=papers.ARRIVED
        )
    )
    page = said(client.get(f"/van-ban/den/{it}"))
    of = Incoming.objects.get(pk=it).basis_id
    assert f'src="/van-ban/{of}/trang-1.png"' in page
    assert "trang 1/2" in page
    assert "?trang=2" in page
    assert "về việc thử" in page
    assert "Chưa có ý kiến nào." in page
    assert f'src="/van-ban/{of}/trang-2.png"' in said(client.get(f"/van-ban/den/{it}?trang=9"))
    drawn = client.get(f"/van-ban/{of}/trang-2.png")
    assert (drawn["Content-Type"], drawn.content[:4]) == ("image/png", b"\x89PNG")
    for nowhere in (
        f"/van-ban/{of}/trang-3.png",
        f"/van-ban/{of}/trang-0.png",
        "/van-ban/999999/trang-1.png",
    ):
        assert client.get(nowhere).status_code == 404
    assert attached.pages_pictured("x" * 64) == 0
    plain = papers.received(here.root, "46-CV/BTCTW")
    assert "pictured" not in said(client.get(f"/van-ban/den/{plain}"))
    damaged = tmp_path / digest
    damaged.write_bytes(two[:300])
    assert client.get(f"/van-ban/{of}/trang-1.png").status_code == 404
    assert client.get(f"/van-ban/den/{it}").status_code == 200


def test_a_paper_issued_is_read_beside_its_fields(client, here, tmp_path, monkeypatch):
    monkeypatch.setattr(attached, "_folder", lambda: tmp_path)
    digest = attached.keep_file([typst.compile(b"Trang", format="pdf")], "quyet-dinh.pdf")
    of = papers.series(here.root)
    shown = papers.issued(of, replace(papers.DECISION, file_sha256=digest))
    page = said(client.get(f"/van-ban/di/{shown}"))
    assert f'src="/van-ban/{Outgoing.objects.get(pk=shown).basis_id}/trang-1.png"' in page
    assert "pictured" not in said(client.get(f"/van-ban/di/{papers.issued(of)}"))


def test_a_number_that_is_read_tells_the_term_of_its_series(client, here):
    papers.series(here.root)
    line = {"number_sign": "Quyết định số 15-QĐ/TU, ngày 3/2/2025 của Ban Thường vụ về thử"}
    assert "Dãy số của kỳ 2020-2025" in said(client.post("/ghi/doc-van-ban", line))
    before = line | {"number_sign": line["number_sign"].replace("2025", "2019")}
    for other in (before, {"number_sign": "15-NQ/TU"}, {"number_sign": "15-QĐ/HU"}):
        assert "Dãy số của kỳ" not in said(client.post("/ghi/doc-van-ban", other))
