"""Hồ sơ công việc mô phỏng — how long groups are kept, the lists of two years, dossiers opened, filled, closed."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.acts.filing import (
    close_dossier,
    file_papers,
    list_dossiers,
    open_dossier,
    set_retention,
)
from thenchot.office.documents.reads.dossiers import dossier_lines
from thenchot.office.documents.reads.incoming import incoming_lines
from thenchot.office.documents.rules.dossiers import DossierRow, FiledRow

GROUPS = (
    ("Văn bản do Ban ban hành", None), ("Công tác cán bộ", 20), ("Công tác đảng viên", 10),
    ("Văn bản gửi đến để biết", 5),
)  # fmt: skip
TITLES = (
    ("01.TH", "Tổng hợp", "Chương trình, kế hoạch, báo cáo của Ban năm {year}", 0),
    ("02.TH", "Tổng hợp", "Văn bản gửi đến để biết năm {year}", 3),
    ("03.TCĐ", "Tổ chức đảng, đảng viên", "Rà soát hồ sơ đảng viên năm {year}", 2),
    ("04.TCĐ", "Tổ chức đảng, đảng viên", "Số liệu tổ chức cơ sở đảng năm {year}", 2),
    ("05.CB", "Cán bộ", "Vị trí việc làm, biên chế năm {year}", 1),
    ("06.CB", "Cán bộ", "Đăng ký nhu cầu bồi dưỡng năm {year}", 1),
)  # fmt: skip
EACH, LEFT_OPEN = 4, 2


class Dossiers:
    """Hồ sơ của Ban — of the year before and the year of the day; those of the former are closed but the last."""

    def __init__(self, by: Actor, on: date, department: int, rules: int) -> None:
        self.by, self.on, self.department, self.rules = by, on, department, rules

    def record(self) -> None:
        """Ghi — under the rules of the office, all made up."""
        for subject, years in GROUPS:
            set_retention(
                self.by, self.on, subject=subject, keep_years=years, clause="dữ liệu mô phỏng",
                verified=False, from_day=date(2023, 7, 3), basis=self.rules,
            )  # fmt: skip
        for year in (self.on.year - 1, self.on.year):
            rows = [
                DossierRow(code, title.format(year=year), GROUPS[group][0], heading)
                for code, heading, title, group in TITLES
            ]
            list_dossiers(
                self.by,
                self.on,
                organization=self.department,
                year=year,
                rows=rows,
                basis=self.rules,
            )
            self._fill(year)

    def _fill(self, year: int) -> None:
        dossiers, papers = self._held(year)
        for place, dossier in enumerate(dossiers):
            filed = papers[place * EACH : (place + 1) * EACH]
            if not filed:
                return
            open_dossier(self.by, self.on, dossier=dossier, opened_on=date(year, 1, 4))
            rows = [FiledRow(paper, 1 + at) for at, paper in enumerate(filed)]
            file_papers(self.by, self.on, dossier=dossier, papers=rows)
            if year < self.on.year and place < len(dossiers) - LEFT_OPEN:
                close_dossier(self.by, self.on, dossier=dossier, closed_on=date(year, 12, 30))

    def _held(self, year: int) -> tuple[Sequence[int], Sequence[int]]:
        """The dossiers of the list, and papers that came in the year."""
        with scoped(self.by, self.on, reading=True):
            _, lines = dossier_lines(
                by=self.by, on=self.on, organization=self.department, year=year, most=len(TITLES)
            )
            _, came = incoming_lines(
                by=self.by, on=self.on, organization=self.department, since=date(year, 1, 1),
                until=min(self.on, date(year, 12, 31)), most=EACH * len(TITLES),
            )  # fmt: skip
        return sorted(each.id for each in lines), [each.paper.id for each in came]
