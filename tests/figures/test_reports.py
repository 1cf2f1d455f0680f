"""Báo cáo — one report in every form, frozen ones that never change, and what changed since."""

import io
import json
import re
import zipfile
from datetime import date
from fractions import Fraction
from html import unescape

import psycopg
import pytest
from actors import ASK, demo_actor, signed_in
from django.conf import settings
from docx import Document
from party import admitted, party
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from world import TODAY, paper

from thenchot.doors.exchange.reports.files import FILES
from thenchot.doors.exchange.reports.sheet import sheet_of
from thenchot.figures.indicators.acts.entered import enter_figures
from thenchot.figures.indicators.reads.opened import opened
from thenchot.figures.indicators.rules import INDICATORS
from thenchot.figures.indicators.rules.rows import EnteredRow
from thenchot.figures.indicators.words import EnteredFigure, Right
from thenchot.figures.reports import reads
from thenchot.figures.reports.acts import freeze_report
from thenchot.figures.reports.models import FrozenReport
from thenchot.figures.reports.rules import PERIODIC, TEMPLATES, Row, sums_checked, template_for
from thenchot.figures.reports.words import Column, Difference
from thenchot.figures.reports.words import Right as ReportRight
from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.periods import Period, PeriodKind, parse_period
from thenchot.ground.plain.ratios import format_decimal, format_number
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.members.acts.members import record_exit
from thenchot.people.members.rules import ExitRow
from thenchot.people.members.words import Way
from thenchot.people.oversight.acts.discipline import record_discipline
from thenchot.people.oversight.models import Discipline
from thenchot.people.oversight.rules import DisciplineRow
from thenchot.people.oversight.words import Body, DisciplineForm, Sensitive
from thenchot.project.postgres import roles

pytestmark = pytest.mark.database
QUARTER = Period(PeriodKind.QUARTER, 2023, 1)


def as_is(text: str) -> str:
    return text


def counted(period=QUARTER, unit=None, by=None) -> reads.Report:
    by = by or demo_actor()
    with scoped(by, TODAY, reading=True):
        place = unit or reads.root_unit(by=by, period=period, on=TODAY)
        found = reads.report(
            by=by, template=template_for(period), period=period, unit=place, on=TODAY
        )
    assert found is not None
    return found


def row(code: str, **changed) -> Row:
    values = {
        "code": code, "indicator": code, "label": code, "measured_in": "người", "unit_id": 1, "depth": int("." in code),
        "target": None, "target_basis": "", "actual": 0, "at_least": False, "percent": None, "same_period": None,
        "change": None, "change_percent": None, "change_ratio": None,
    }  # fmt: skip
    return Row(**(values | changed))


def test_every_line_of_every_template_is_declared():
    for template in TEMPLATES:
        for section in template.sections:
            for line in section.lines:
                indicator = INDICATORS[line.indicator]
                assert indicator.owner is section.owner, line.indicator
                assert not line.parts or indicator.by
    assert template_for(Period(PeriodKind.TERM, 2020)) is None


def test_what_is_unknown_is_never_printed_as_zero():
    nothing = row("a", actual=None)
    assert nothing.printed()[Column.ACTUAL] == "chưa có số liệu"
    assert nothing.printed()[Column.SAME_PERIOD] == nothing.printed()[Column.CHANGE] == "–"
    more = row(
        "a", actual=36_208_000_000, at_least=True, change=-2, change_percent=Fraction(-200, 27)
    )
    assert more.printed()[Column.ACTUAL] == "hơn 36.208.000.000"
    assert (more.printed()[Column.CHANGE], more.printed()[Column.CHANGE_PERCENT]) == (
        "−2",
        "−7,41%",
    )


def test_a_whole_that_is_not_the_sum_of_its_parts_is_said():
    rows = [
        row("k", actual=25),
        *(row(f"k.{n}", actual=n) for n in (19, 2, 1, 3)),
        row("m", actual=4),
    ]
    assert list(sums_checked(rows)) == [("19 + 2 + 1 + 3 = 25", True)]
    rows[4] = row("k.3", actual=2)
    assert list(sums_checked(rows)) == [("19 + 2 + 1 + 2 = 25", False)]


class TestFiles:
    @pytest.fixture(autouse=True, params=["quy-1-2023", "nam-2024"])
    def here(self, small, request):
        self.report = counted(parse_period(request.param))
        self.sheet = sheet_of(self.report, as_is, fictional=True)

    def printed(self) -> list[list[str]]:
        return [list(row.printed().values()) for row in self.report.rows]

    def test_the_table_is_the_same_in_every_form(self):
        data = [row.as_data() for row in self.report.rows]
        from_json = json.loads(json.dumps(data, ensure_ascii=False))
        assert [
            [
                row["label"],
                "–" if row["target"] is None else format_number(row["target"]),
                "chưa có số liệu" if row["actual"] is None else format_number(row["actual"]),
                row["percent"] or "–",
            ]
            for row in from_json
        ] == [cells[:4] for cells in self.printed()]
        assert self.from_xlsx() == self.from_docx() == self.printed()
        text = " ".join(PdfReader(io.BytesIO(FILES["pdf"][1](self.sheet))).pages[n].extract_text() for n in range(2))  # fmt: skip
        squeezed = "".join(text.split())
        assert all(
            "".join(cell.split()) in squeezed for cells in self.printed()[:12] for cell in cells
        )

    def from_xlsx(self) -> list[list[str]]:
        made = CalamineWorkbook.from_filelike(io.BytesIO(FILES["xlsx"][1](self.sheet)))
        rows = made.get_sheet_by_index(0).to_python(skip_empty_area=False)
        signed = (Column.CHANGE, Column.CHANGE_PERCENT)
        found = []
        for cells in rows:
            if len(cells) == 7 and cells[1] != "" and cells[1] != "Chỉ tiêu năm":
                found.append([
                    cell if isinstance(cell, str) else said(cell, column, signed=column in signed)
                    for cell, column in zip(cells, Column, strict=True)
                ])  # fmt: skip
        return found

    def from_docx(self) -> list[list[str]]:
        table = Document(io.BytesIO(FILES["docx"][1](self.sheet))).tables[0]
        rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        return [cells for cells in rows if len(set(cells)) > 1]  # a heading is one merged cell

    @pytest.mark.parametrize("shape", FILES)
    def test_the_same_report_gives_the_same_bytes(self, shape):
        write = FILES[shape][1]
        again = sheet_of(counted(self.report.period), as_is, fictional=True)
        assert write(self.sheet) == write(again)
        other = sheet_of(counted(self.report.period.previous()), as_is, fictional=True)
        assert write(other) != write(again)

    def test_office_files_carry_no_clock_and_one_font(self):
        for shape in ("xlsx", "docx"):
            with zipfile.ZipFile(io.BytesIO(FILES[shape][1](self.sheet))) as parts:
                assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        pdf = PdfReader(io.BytesIO(FILES["pdf"][1](self.sheet)))
        fonts = {
            font.get_object()["/BaseFont"].partition("+")[2].lower()
            for page in pdf.pages
            for font in page["/Resources"]["/Font"].values()
        }
        assert all(font.startswith("notoserif") for font in fonts)
        width, height = pdf.pages[0].mediabox.width, pdf.pages[0].mediabox.height
        assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)

    def test_made_up_people_are_said_to_be_so(self):
        assert "Dữ liệu mô phỏng" in self.sheet.notes[-1]
        real = sheet_of(self.report, as_is, fictional=False)
        assert not any("mô phỏng" in note for note in real.notes)


def said(number: float, column: Column, *, signed: bool) -> str:
    percent = column in (Column.PERCENT, Column.CHANGE_PERCENT)
    text = (
        f"{format_decimal(Fraction(str(round(number * 100, 2))))}%"
        if percent
        else format_number(int(number))
    )
    return f"+{text}" if signed and number > 0 else text


class TestPages:
    @pytest.fixture(autouse=True)
    def here(self, small, monkeypatch):
        monkeypatch.setattr(settings, "DEMO", True)
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
        self.client = signed_in(headers={"host": "localhost"})

    def links(self, address):
        page = unescape(self.client.get(address).content.decode())
        return list(dict.fromkeys(re.findall(r'href="(/bao-cao/[^"]*[?&]mo=[^"#]*)', page)))

    def test_every_number_of_the_page_opens_its_list_beside_the_table(self):
        links = self.links("/bao-cao/quy-1-2023")
        report = counted()
        numbers = sum(
            (row.actual is not None) + (row.same_period is not None) for row in report.rows
        )
        assert len(links) >= numbers
        for link in links[:12]:
            page = self.client.get(link)
            assert page.status_code == 200, link
            opened = page.content.decode().split('id="mo"')[1]
            assert "/bao-cao/quy-1-202" in opened  # the whole list is one step away
            assert page.content.decode().count('aria-current="true">') >= 1

    def test_the_list_behind_a_number_names_people_units_and_papers(self):
        page = self.client.get("/bao-cao/nam-2023/ket-nap").content.decode()
        assert "QĐ/" in page
        assert "Sổ biến động đảng viên" in page
        assert page.count("<tr>") > 10
        for linked in ("con-nguoi", "to-chuc", "van-ban"):
            assert len(re.findall(f'href="/{linked}/[0-9]+"', page)) > 5

    @pytest.mark.parametrize(
        "address",
        [
            "/bao-cao/quy-9-2023", "/bao-cao/nhiem-ky-2020-2025", "/bao-cao/quy-1-2023/khong-co",
            "/bao-cao/quy-1-2023?don-vi=999999", "/bao-cao/quy-1-2023?don-vi=x", "/bao-cao/quy-1-2023?don-vi=-1",
            "/bao-cao/quy-1-2023/ket-nap?trang=99", "/bao-cao/quy-1-2023/ket-nap?trang=0",
            "/bao-cao/quy-1-2023.exe", "/bao-cao/x.pdf", "/bao-cao/quy-1-2023.pdf?chot=7",
            "/bao-cao/quy-1-2023.pdf?don-vi=99999999999999999999", "/bao-cao/quy-1-1901",
            "/bao-cao/quy-3-2025", "/bao-cao/quy-3-2025.pdf", "/bao-cao/quy-1-2023/ket-nap?den=x",
        ],
    )  # fmt: skip
    def test_what_is_not_there_answers_404(self, address):
        assert self.client.get(address).status_code == 404

    @pytest.mark.parametrize("shape", ["json", *FILES])
    def test_a_file_is_named_after_its_period(self, shape):
        answer = self.client.get(f"/bao-cao/quy-1-2023.{shape}")
        assert answer["Content-Disposition"] == f'attachment; filename="bao-cao-quy-1-2023.{shape}"'
        assert len(answer.content) > 2000

    def test_a_running_period_says_up_to_which_day_and_opens_the_same_days(self):
        page = self.client.get("/bao-cao/quy-2-2025").content.decode()
        assert "số liệu tính đến 16/06/2025" in page
        link = next(
            each for each in self.links("/bao-cao/quy-2-2025")
            if "mo=ket-nap&" in each and "ky=quy-2-2024" in each
        )  # fmt: skip
        assert "den=2024-06-16" in link
        number = re.search(re.escape(link.replace("&", "&amp;")) + r'#mo"[^>]*>([^<]*)', page)[1]
        opened = self.client.get(link).content.decode().split('id="mo"')[1]
        assert f">{number} người</h2>" in opened
        assert "đến hết 16/06/2024" in opened

    def test_the_periods_offered_have_begun(self):
        page = self.client.get("/bao-cao").content.decode()
        assert "/bao-cao/quy-2-2025" in page
        assert "/bao-cao/quy-3-2025" not in page

    def test_the_page_speaks_english_where_asked(self):
        self.client.cookies["language"] = "en"
        page = self.client.get("/bao-cao/quy-1-2023").content.decode()
        assert "Members disciplined" in page
        assert "Reprimand" in page
        assert "Thực hiện" not in page

    def test_periods_are_named_in_english_where_asked(self):
        self.client.cookies["language"] = "en"
        for address in ("/bao-cao", "/bao-cao/quy-1-2023", "/bao-cao/quy-1-2023/ket-nap"):
            page = self.client.get(address).content.decode()
            assert "quarter I-2023" in page
            assert "quý I-2023" not in page


class TestFreezing:
    @pytest.fixture(autouse=True)
    def party_of_fifteen(self, committed):
        self.party = party()
        self.by = demo_actor()

    def disciplined(self, person: int, day: date, form=DisciplineForm.WARNING) -> int:
        by = paper(f"{person}-QĐ/KL", day)
        row = DisciplineRow(self.party.people[person], form)
        record_discipline(self.by, TODAY, people=[row], body=Body.COMMITTEE, on_day=day, basis=by)
        return by

    def freeze(self, period=QUARTER, unit=None, by=None):
        return freeze_report(
            by or self.by, TODAY, period=period, organization=unit or self.party.root
        )

    def frozen(self, number=1) -> reads.Report:
        with scoped(self.by, TODAY, reading=True):
            found = reads.frozen_report(
                by=self.by, period=QUARTER, unit=self.party.root, number=number
            )
        assert found is not None
        return found

    def files(self, number=1) -> dict[str, bytes]:
        sheet = sheet_of(self.frozen(number), as_is, fictional=True)
        return {shape: write(sheet) for shape, (_, write) in FILES.items()}

    def changed(self, number=1) -> list[reads.Departure]:
        with scoped(self.by, TODAY, reading=True):
            found = reads.changed_since(
                by=self.by,
                template=PERIODIC,
                period=QUARTER,
                unit=self.party.root,
                number=number,
                on=TODAY,
            )
        assert found is not None
        return found

    def test_what_is_frozen_is_what_was_counted(self):
        self.disciplined(1, date(2023, 2, 2))
        before = counted(unit=self.party.root)
        self.freeze()
        assert self.frozen().sections == before.sections
        assert JournalEntry.objects.order_by("-seq")[0].sentence == (
            "Chốt số liệu báo cáo quý I-2023 của Đảng bộ tỉnh Thử, lần 1"
        )
        assert self.changed() == []

    def test_a_frozen_report_gives_the_same_bytes_after_a_thousand_acts(self):
        wrong = self.disciplined(1, date(2023, 2, 2))
        enter_figures(
            self.by, TODAY, organization=self.party.root, figures=[EnteredRow(EnteredFigure.GIFTS, 9, True)],
            period=QUARTER, basis=paper("9-BC/MTTQ"),
        )  # fmt: skip
        self.freeze()
        before = self.files()
        words = {
            "kind": InstrumentKind.NOTICE,
            "issuer": "Tỉnh ủy",
            "abstract": "Thử",
            "issued_year": 2023,
        }
        for number in range(992):
            register_instrument(self.by, TODAY, number_sign=f"{number}-TB/TU", **words)
        for person in (2, 3, 4):
            self.disciplined(person, date(2023, 1, 9))
        admitted("Lê Văn Mới", self.party.cells[1], date(2023, 3, 1), date(2023, 3, 9))
        annul_instrument(
            self.by, TODAY, instrument=wrong, by_paper=paper("8-QĐ/TU"), reason="sai người"
        )
        assert JournalEntry.objects.count() > 1000
        assert self.files() == before
        assert counted(unit=self.party.root).rows != self.frozen().rows

    def test_what_changed_since_is_told_record_by_record(self):
        gone = self.disciplined(1, date(2023, 2, 2))
        corrected = self.disciplined(2, date(2023, 2, 3))
        self.disciplined(5, date(2023, 2, 4))
        key = Discipline.objects.get(basis=gone).pk
        self.freeze()
        annul_instrument(self.by, TODAY, instrument=gone, by_paper=paper("8-QĐ/TU"), reason="sai")
        fact = Discipline.objects.get(basis=corrected)
        open_sensitive(self.by, TODAY, kind=Sensitive.DISCIPLINE, reason="Đối chiếu quyết định")
        correct_fact(
            self.by, TODAY, kind="oversight.Discipline", fact=fact.pk, reason="ghi nhầm hình thức",
            changes={"form": DisciplineForm.REPRIMAND}, by_paper=paper("7-QĐ/TU"),
        )  # fmt: skip
        new = Discipline.objects.get(basis=self.disciplined(3, date(2023, 3, 3)))
        told = {(each.row.code, each.key, each.difference) for each in self.changed()}
        assert told == {
            ("ky-luat", key, Difference.GONE),
            ("ky-luat", fact.pk, Difference.CHANGED),
            ("ky-luat", new.pk, Difference.ADDED),
        }
        self.freeze()
        assert self.changed(number=2) == []
        with scoped(self.by, TODAY, reading=True):
            lines = reads.frozen_reports(by=self.by, period=QUARTER, unit=self.party.root)
        assert [line.number for line in lines] == [2, 1]

    def test_a_stock_whose_days_end_later_has_not_changed(self):
        self.freeze()
        record_exit(
            self.by, TODAY, people=[ExitRow(self.party.people[4], Way.DIED)],
            from_day=date(2024, 5, 1), basis=paper("5-TB/ĐU", date(2024, 5, 1)),
        )  # fmt: skip
        assert self.changed() == []

    def test_a_report_of_days_before_the_books_were_opened_says_nothing(self):
        """The province stands since 2020, its members were handed over in 2021."""
        period = Period(PeriodKind.QUARTER, 2020, 4)
        before = {row.code: row for row in counted(period, self.party.root).rows}
        assert (before["dang-vien"].actual, before["ky-luat"].actual) == (None, None)
        with scoped(self.by, TODAY, reading=True):
            page = opened(
                by=self.by, code="dang-vien", unit=self.party.root, period=period, on=TODAY
            )
        assert (page.figure.actual, page.records, page.length) == (None, [], 0)

    @pytest.mark.parametrize(
        ("period", "said"),
        [
            (Period(PeriodKind.QUARTER, 2025, 2), "Kỳ chưa kết thúc; chỉ chốt được sau ngày 30/06/2025."),
            (Period(PeriodKind.TERM, 2015), "Chưa có mẫu báo cáo cho nhiệm kỳ 2015-2020."),
            (Period(PeriodKind.QUARTER, 2019, 1), "Đơn vị không tồn tại vào ngày cuối kỳ."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_frozen_is_refused_and_nothing_is_kept(self, period, said):
        with pytest.raises(Refused) as found:
            self.freeze(period)
        assert said in {str(reason) for reason in found.value.reasons}
        assert not FrozenReport.objects.exists()

    def test_another_units_right_does_not_freeze(self, give):
        held = (*Right, *ReportRight, RegisterRight.READ_TREE)
        rights = {right.value: frozenset({self.party.commune}) for right in held}
        stranger = give(Actor("la", "Người lạ", rights))
        with pytest.raises(NotAllowed):
            self.freeze(by=stranger)
        self.freeze(unit=self.party.commune, by=stranger)
        with scoped(stranger, TODAY, reading=True):
            assert reads.frozen_report(by=stranger, period=QUARTER, unit=self.party.root, number=1) is None  # fmt: skip
            assert reads.frozen_reports(by=stranger, period=QUARTER, unit=self.party.root) == []
        assert FrozenReport.objects.count() == 1

    def test_a_frozen_report_cannot_be_altered_by_the_web_role(self, server, committed):
        self.freeze()
        with psycopg.connect(server.url(roles.WEB, committed)) as web:
            web.execute(ASK)
            found = web.execute("UPDATE reports_frozenreport SET content = '{}'")
            assert found.rowcount == 0

    def test_the_frozen_file_is_served(self, monkeypatch):
        monkeypatch.setattr(settings, "DEMO", True)
        monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
        self.freeze()
        client = signed_in(headers={"host": "localhost"})
        answer = client.get("/bao-cao/quy-1-2023.pdf?chot=1")
        assert answer.content == sheet_bytes(self.frozen())
        assert "chot=1" in client.get("/bao-cao/quy-1-2023").content.decode()


def sheet_bytes(report: reads.Report) -> bytes:
    return FILES["pdf"][1](sheet_of(report, as_is, fictional=True))
