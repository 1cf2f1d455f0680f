"""Phép về báo cáo — templates by sections, rows as they are printed, what differs since freezing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thenchot.figures.indicators.words import Owner
from thenchot.figures.reports.words import Column, Difference
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.plain.ratios import UNKNOWN, format_decimal, format_number
from thenchot.ground.plain.text import Translate, as_written, mark

NOT_HANDED_IN = mark("chưa có số liệu")
MORE_THAN = mark("hơn {number}")


@dataclass(frozen=True, slots=True)
class Line:
    """Dòng của mẫu — an indicator by its code; its parts, and the units below, where asked for."""

    indicator: str
    parts: bool = False
    units: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Mục của mẫu — handed in by the body that answers for it."""

    title: str
    owner: Owner
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """Mẫu báo cáo — which sections a report of these kinds of period has."""

    code: str
    title: str
    kinds: frozenset[PeriodKind]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Dòng của báo cáo — whole numbers as counted; None: nothing to say in this cell.

    `percent` is exact, `change` the difference from the same period. `unit_id` is the unit the
    row counts; `depth` 1 stands for a part of the row above it.
    """

    code: str
    indicator: str
    label: str
    measured_in: str
    unit_id: int
    depth: int
    target: int | None
    target_basis: str
    actual: int | None
    at_least: bool
    percent: Fraction | None
    same_period: int | None
    change: int | None
    change_percent: Fraction | None
    change_ratio: Fraction | None

    def printed(self, translate: Translate = as_written) -> dict[Column, str]:
        """Như in ra — the same words on the page and in every file."""
        return {
            Column.LABEL: translate(self.label),
            Column.TARGET: _number(self.target),
            Column.ACTUAL: self.printed_actual(translate),
            Column.PERCENT: _percent(self.percent),
            Column.SAME_PERIOD: _number(self.same_period),
            Column.CHANGE: _signed(self.change),
            Column.CHANGE_PERCENT: _percent(self.change_percent, signed=True),
        }

    def printed_actual(self, translate: Translate = as_written) -> str:
        """Thực hiện — never zero where nothing was handed in."""
        if self.actual is None:
            return translate(NOT_HANDED_IN)
        number = format_number(self.actual)
        return translate(MORE_THAN).format(number=number) if self.at_least else number

    def as_data(self, translate: Translate = as_written) -> dict[str, object]:
        """Dòng dữ liệu — for JSON: percents as printed, the rest as whole numbers or null."""
        return {
            "code": self.code,
            "label": translate(self.label),
            "target": self.target,
            "actual": self.actual,
            "percent": _percent(self.percent) if self.percent is not None else None,
            "same_period": self.same_period,
            "change": self.change,
            "change_percent": _percent(self.change_percent, signed=True)
            if self.change_percent is not None
            else None,
            "change_ratio": format_decimal(self.change_ratio)
            if self.change_ratio is not None
            else None,
            "at_least": self.at_least,
            "unit": translate(self.measured_in) if self.measured_in else "",
            "unit_id": self.unit_id,
        }


def sums_checked(rows: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    """Phép cộng đã soát — "19 + 2 + 1 + 3 = 25", and whether it is so; only where parts follow."""
    place = 0
    while place < len(rows):
        end = place + 1
        while end < len(rows) and rows[end].depth > rows[place].depth:
            end += 1
        parts = [
            row for row in rows[place + 1 : end] if row.code.startswith(rows[place].code + ".")
        ]
        numbers = [row.actual for row in parts if row.actual is not None]
        whole = rows[place].actual
        if numbers and len(numbers) == len(parts) and whole is not None:
            said = " + ".join(format_number(number) for number in numbers)
            yield f"{said} = {format_number(whole)}", sum(numbers) == whole
        place = end


def differences(
    frozen: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]
) -> list[tuple[str, str, Difference]]:
    """Khác với khi chốt — row by row, record by record: (row, key of the record, what became of it)."""
    found = []
    for row in sorted(frozen.keys() | now.keys()):
        then, today = frozen.get(row, {}), now.get(row, {})
        for key in sorted(then.keys() | today.keys(), key=int):
            if key not in then:
                found.append((row, key, Difference.ADDED))
            elif key not in today:
                found.append((row, key, Difference.GONE))
            elif then[key] != today[key]:
                found.append((row, key, Difference.CHANGED))
    return found


def _number(value: int | None) -> str:
    return UNKNOWN if value is None else format_number(value)


def _signed(value: int | None) -> str:
    if value is None:
        return UNKNOWN
    return f"+{format_number(value)}" if value > 0 else format_number(value)


def _percent(value: Fraction | None, *, signed: bool = False) -> str:
    if value is None:
        return UNKNOWN
    return f"{'+' if signed and value > 0 else ''}{format_decimal(value)}%"


_OWN, _INSPECTS = Owner.ORGANIZATION_DEPARTMENT, Owner.INSPECTION_COMMISSION
_CELLS = Section(mark("Tổ chức cơ sở đảng"), _OWN, (
    Line("to-chuc-co-so-dang", parts=True), Line("chi-bo", parts=True),
    Line("sap-nhap-hop-nhat", parts=True),
))  # fmt: skip
_MEMBERS = Section(mark("Đảng viên"), _OWN, (
    Line("dang-vien", parts=True), Line("dang-vien-nu"), Line("ket-nap"), Line("ket-nap-nu"),
    Line("cong-nhan-chinh-thuc"), Line("ra-khoi-dang", parts=True),
))  # fmt: skip
_DISCIPLINE = Section(mark("Kiểm tra, kỷ luật đảng"), _INSPECTS, (
    Line("chi-bo-co-ke-hoach-kiem-tra"), Line("ky-luat", parts=True),
))  # fmt: skip
_INSPECTION = Section(mark("Kiểm tra của chi bộ"), _INSPECTS, (
    Line("kiem-tra-chi-bo-co-chi-uy"), Line("kiem-tra-chi-bo-khong-chi-uy"),
    Line("cuoc-kiem-tra", parts=True),
))  # fmt: skip
_DECISIONS = Section(mark("Tổ chức, cán bộ, chính sách"), _OWN, (
    Line("quyet-dinh-can-bo"), Line("quyet-dinh-luong"),
))  # fmt: skip
_AWARDS = Section(mark("Huy hiệu Đảng, khen thưởng"), _OWN, (
    Line("huy-hieu", parts=True), Line("huy-hieu-dot-3-2"), Line("huy-hieu-truoc-han"),
    Line("khen-thuong-nghi-quyet-8", parts=True), Line("khen-thuong", parts=True),
))  # fmt: skip
_CARE = (
    Section(mark("Chăm sóc sức khỏe cán bộ"), Owner.HEALTH_BOARD, (Line("kham-chua-benh", parts=True),)),
    Section(mark("Chăm lo, an sinh xã hội"), Owner.FATHERLAND_FRONT, (
        Line("nha-dai-doan-ket"), Line("phan-qua"), Line("gia-tri-cham-lo"),
    )),
)  # fmt: skip
PERIODIC = Template(
    "ky", mark("Báo cáo công tác xây dựng Đảng"),
    frozenset({PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.NINE_MONTHS}),
    (_DECISIONS, *_CARE, _AWARDS, _CELLS, _MEMBERS, _INSPECTION, _DISCIPLINE),
)  # fmt: skip
YEARLY = Template(
    "nam", mark("Bảng số liệu"), frozenset({PeriodKind.YEAR}),
    (
        Section(mark("Phát triển đảng viên, theo đơn vị"), _OWN, (Line("ket-nap", units=True),)),
        _INSPECTION, _DECISIONS, *_CARE, _AWARDS, _CELLS,
        Section(_MEMBERS.title, _OWN, (
            *_MEMBERS.lines, Line("dang-vien-theo-tuoi", parts=True),
            Line("dang-vien-theo-tuoi-dang", parts=True),
        )),
        _DISCIPLINE,
    ),
)  # fmt: skip
TEMPLATES = (PERIODIC, YEARLY)


def template_for(period: Period) -> Template | None:
    """Mẫu của kỳ — None for a kind of period no template is made for."""
    return next((each for each in TEMPLATES if period.kind in each.kinds), None)
