"""Soát tỉnh mô phỏng — every published figure beside what the records give, by the same reads as the pages.

`reference/published-figures.csv` is read here and nowhere else: neither loader nor indicator knows it.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path

from thenchot.doors.exchange.demo.streamlining import NAME as STREAMLINED_PROVINCE
from thenchot.figures.indicators.reads.counting import count, records
from thenchot.figures.indicators.reads.figures import figures
from thenchot.figures.indicators.rules import INDICATORS, Indicator, indicator_of
from thenchot.figures.indicators.words import Measure
from thenchot.figures.reports.reads import root_unit
from thenchot.ground.basis.reads.instruments import papers_numbered
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.periods import Period, parse_period
from thenchot.ground.plain.ratios import rounded
from thenchot.ground.register.reads import organizations_on, units_below
from thenchot.office.documents.reads.cascades import cascade_lines
from thenchot.office.documents.reads.relations import ties_of
from thenchot.office.documents.words import RelationKind
from thenchot.people.positions.reads.catalogue import first_approved
from thenchot.people.reorganisation.reads.behind import units_behind
from thenchot.people.reorganisation.reads.comparing import compare
from thenchot.people.reorganisation.words import Category, Counted, Part

TABLE = Path(__file__).resolve().parent.parent / "reference" / "published-figures.csv"
CHAU_THANH_A, VI_THUY = "Đảng bộ huyện Châu Thành A", "Đảng bộ huyện Vị Thủy"
HAMLET = re.compile(r"Chi bộ (ấp|khu vực) ")
QUARTER, YEAR_2024, YEAR_2023 = "quý I-2023", "năm 2024", "năm 2023"
END_OF_2016 = "năm 2016"
STREAMLINED = date(2023, 1, 1), date(2024, 1, 12)
PLAN_316, ALL = date(2024, 12, 11), 100.0  # percent
AT_LEAST, MORE_THAN = "at least", "more than"


@dataclass(frozen=True, slots=True)
class Check:
    """Một số đã soát — `records`: how many stand behind the number; a ratio names its two parts."""

    id: str
    kind: str  # count, sum, ratio, target, bound, paper, relation
    published: float
    counted: float | None
    records: int
    numerator: int | None = None
    base: int | None = None
    strictly: bool = False  # a bound printed as "more than"

    @property
    def holds(self) -> bool:
        if self.counted is None:
            return False
        if self.kind == "bound":
            return self.published < self.counted + (not self.strictly)
        return self.published == self.counted

    def as_data(self) -> dict[str, object]:
        told = {name: value for name, value in asdict(self).items() if value not in (None, False)}
        return told | {"counted": self.counted, "holds": self.holds}


def checks(by: Actor) -> Iterator[Check]:
    """Soát — in the order of the published table; figures of other provinces and later areas are left out."""
    for row in published():
        for check in CHECKS.get(row["id"], ()):
            yield check(by, row)


def left_out() -> list[str]:
    """Chưa soát — ids of the table that no record of ours can give yet."""
    return [row["id"] for row in published() if row["id"] not in CHECKS]


def published() -> list[dict[str, str]]:
    """Đã công bố — the rows of the table, as printed."""
    with open(TABLE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counted(
    by: Actor, row: dict[str, str], code: str, period: str, unit: str = "", bound: str = ""
) -> Check:
    """Đếm hoặc cộng — the number of the indicator, and how many records its list has."""
    indicator, place, days = _asked(by, code, period, unit)
    found = count(by=by, wanted=[(indicator, place)], days=[days])
    number = found[indicator.code, place, days].value
    held = len(records(by=by, indicator=indicator, unit=place, days=days) or ())
    kind = "sum" if indicator.measure is Measure.SUM else "count"
    return Check(
        row["id"], "bound" if bound else kind, int(row["value"]), number, held,
        strictly=bound == MORE_THAN,
    )  # fmt: skip


def ratio(by: Actor, row: dict[str, str], code: str, period: str, unit: str = "") -> Check:
    """Tỷ lệ — as printed in the note, "… = 111.94 %", beside numerator and base."""
    indicator, place, _ = _asked(by, code, period, unit)
    wanted = [(indicator, place)]
    figure = figures(
        by=by, wanted=wanted, period=parse_period(period), on=parse_period(period).last_day
    )[indicator.code, place]
    printed = re.search(r"([\d.]+) %", row["relation_or_note"])
    assert printed is not None, row["id"]
    percent = figure.percent
    return Check(
        row["id"], "ratio", float(printed[1]), None if percent is None else float(rounded(percent)),
        len(records(by=by, indicator=indicator, unit=place, days=parse_period(period).days) or ()),
        figure.part, figure.whole,
    )  # fmt: skip


def target(by: Actor, row: dict[str, str], code: str, period: str, unit: str = "") -> Check:
    """Chỉ tiêu — what the paper of the year set."""
    indicator, place, _ = _asked(by, code, period, unit)
    wanted = [(indicator, place)]
    figure = figures(
        by=by, wanted=wanted, period=parse_period(period), on=parse_period(period).last_day
    )[indicator.code, place]
    value = figure.target.value if figure.target else None
    return Check(row["id"], "target", int(row["value"]), value, int(value is not None))


def paper(
    by: Actor, row: dict[str, str], number_sign: str, issued_on: date | None, year: int
) -> Check:
    """Văn bản — registered with this number and sign, and the day that was printed, if any."""
    found = papers_numbered(by=by, number_sign=number_sign, issued_year=year)
    held = sum(each.issued_on == issued_on for each in found)
    number = int(number_sign.split("-")[0]) if held else None
    return Check(row["id"], "paper", int(row["value"]), number, held)


def implementing(by: Actor, row: dict[str, str], number_sign: str, day: date, of: str) -> Check:
    """Thực hiện — the paper printed implements the one its note names; counted by its recorded relation."""
    found = _of_day(by, number_sign, day)
    ties = ties_of(by=by, on=day, paper=found) if found else None
    held = [
        each
        for each in (ties.onward if ties else ())
        if each.kind is RelationKind.IMPLEMENTS and each.paper and f" {of}," in each.paper.printed
    ]
    number = int(number_sign.split("-")[0]) if held else None
    return Check(row["id"], "relation", int(row["value"]), number, len(held))


def all_issued(by: Actor, row: dict[str, str], number_sign: str, day: date, until: date) -> Check:
    """Tất cả đã ban hành — printed as a statement without a number: of n units asked, n had issued by the day."""
    found = _of_day(by, number_sign, day)
    _, lines = cascade_lines(by=by, on=until, directive=found) if found else (0, [])
    done, whole = sum(each.done for each in lines), sum(each.of for each in lines)
    percent = 100 * done / whole if whole else None
    return Check(row["id"], "ratio", ALL, percent, done, done, whole)


def _of_day(by: Actor, number_sign: str, day: date) -> int:
    found = papers_numbered(by=by, number_sign=number_sign, issued_year=day.year)
    return next((each.id for each in found if each.issued_on == day), 0)


def described(by: Actor, row: dict[str, str], period: str, unit: str) -> Check:
    """Bản mô tả hoàn thành — positions of the unit whose first approved description begins in the period."""
    asked = parse_period(period)
    number = first_approved(by=by, unit=_unit(by, unit, asked), days=asked.days)
    return Check(row["id"], "count", int(row["value"]), number, number)


def cut(by: Actor, row: dict[str, str], category: Category, what: Counted) -> Check:
    """Giảm mấy đầu mối, cấp trưởng, cấp phó — between two days, by the schemes and posts in force."""
    lines = organizations_on(by=by, on=STREAMLINED[1], levels=0)
    root = next((line.id for line in lines if line.name == STREAMLINED_PROVINCE), NO_UNIT)
    found = compare(by=by, before=STREAMLINED[0], after=STREAMLINED[1], under=root)
    total = next(
        (each for each in found.totals if (each.category, each.what) == (category, what)), None
    )
    listed, _ = units_behind(found=found, category=category, what=what, part=Part.CHANGED, most=0)
    return Check(row["id"], "count", int(row["value"]), total.fewer if total else None, listed)


def smallest_hamlet(by: Actor, row: dict[str, str]) -> Check:
    """Chi bộ ấp nhỏ nhất — official members of the district's hamlet cells, the least of them."""
    period = parse_period(END_OF_2016)
    on, official = period.last_day, INDICATORS["dang-vien-chinh-thuc"]
    district = _unit(by, VI_THUY, period)
    below = frozenset(units_below(by=by, organization=district, on=on))
    lines = organizations_on(by=by, on=on)
    hamlets = [line.id for line in lines if line.id in below and HAMLET.match(line.name)]
    found = count(by=by, wanted=[(official, hamlet) for hamlet in hamlets], days=[period.days])
    if not found:
        return Check(row["id"], "bound", int(row["value"]), None, 0, strictly=True)
    least = min(found, key=lambda asked: found[asked].value or 0)
    held = records(by=by, indicator=official, unit=least[1], days=period.days)
    return Check(
        row["id"], "bound", int(row["value"]), found[least].value, len(held or ()), strictly=True
    )


def _asked(by: Actor, code: str, period: str, unit: str) -> tuple[Indicator, int, DayRange]:
    indicator, asked = indicator_of(INDICATORS, code), parse_period(period)
    assert indicator is not None, code
    return indicator, _unit(by, unit, asked), asked.days


def _unit(by: Actor, name: str, period: Period) -> int:
    """The unit of that name on the last day of the period; without a name, the root; none: 0."""
    if not name:
        return root_unit(by=by, period=period, on=period.last_day) or NO_UNIT
    lines = organizations_on(by=by, on=period.last_day, levels=1)
    return next((line.id for line in lines if line.name == name), NO_UNIT)


NO_UNIT = 0  # a small world has not every district
Checks = tuple[Callable[[Actor, dict[str, str]], Check], ...]


def _of(code: str, period: str, unit: str = "", bound: str = "") -> Checks:
    return (partial(counted, code=code, period=period, unit=unit, bound=bound),)


def _and_ratio(code: str, period: str, unit: str = "") -> Checks:
    return (*_of(code, period, unit), partial(ratio, code=code, period=period, unit=unit))


def _target(code: str, period: str, unit: str = "") -> Checks:
    return (partial(target, code=code, period=period, unit=unit),)


def _paper(number_sign: str, issued_on: date | None, year: int) -> Checks:
    return (partial(paper, number_sign=number_sign, issued_on=issued_on, year=year),)


def _cut(category: Category, what: Counted = Counted.UNITS) -> Checks:
    return (partial(cut, category=category, what=what),)


CHECKS: Mapping[str, Checks] = {
    "F01": (partial(described, period=YEAR_2024, unit=CHAU_THANH_A),),
    "F02": _and_ratio("ket-nap", YEAR_2024, CHAU_THANH_A),
    "F03": _target("ket-nap", YEAR_2024, CHAU_THANH_A),
    "F04": _and_ratio("ket-nap", YEAR_2024),
    "F05": _paper("295-KH/TU", None, 2024),
    "F06": (
        *_paper("316-KH/TU", PLAN_316, 2024),
        partial(implementing, number_sign="316-KH/TU", day=PLAN_316, of="18-NQ/TW"),
    ),
    "F07": (partial(all_issued, number_sign="316-KH/TU", day=PLAN_316, until=date(2024, 12, 25)),),
    "F08": _paper("06-ĐA/TU", date(2023, 5, 1), 2023),
    "F09": _paper("20-NQ/TU", None, 2024),
    "F10": _cut(Category.PROVINCE_AGENCY),
    "F11": _cut(Category.PROVINCE_AGENCY, Counted.HEADS),
    "F12": _cut(Category.PROVINCE_AGENCY, Counted.DEPUTIES),
    "F13": _cut(Category.DIVISION),
    "F14": _cut(Category.SERVICE_UNIT),
    "F23": _of("quyet-dinh-can-bo", QUARTER),
    "F24": _of("quyet-dinh-luong", QUARTER),
    "F25": _of("kham-chua-benh", QUARTER),
    "F26": _of("kham-chua-benh.kham_tai_chuc", QUARTER),
    "F27": _of("kham-chua-benh.kham_nghi_huu", QUARTER),
    "F28": _of("kham-chua-benh.kham_me_anh_hung", QUARTER),
    "F29": _of("huy-hieu-dot-3-2", QUARTER),
    "F30": _of("huy-hieu-truoc-han", QUARTER),
    "F31": _of("khen-thuong-nghi-quyet-8.tap_the", QUARTER),
    "F32": _of("khen-thuong-nghi-quyet-8.ca_nhan", QUARTER),
    "F33": _of("nha-dai-doan-ket", QUARTER),
    "F34": _of("phan-qua", QUARTER),
    "F35": _of("gia-tri-cham-lo", QUARTER, bound=AT_LEAST),
    "F36": _and_ratio("chi-bo-co-ke-hoach-kiem-tra", QUARTER),
    "F37": _of("chi-bo.co", QUARTER),
    "F38": _of("chi-bo.khong", QUARTER),
    "F39": _target("kiem-tra-chi-bo-co-chi-uy", YEAR_2023),
    "F40": _target("kiem-tra-chi-bo-khong-chi-uy", YEAR_2023),
    "F41": _of("ky-luat", QUARTER),
    "F42": _of("ky-luat.khien_trach", QUARTER),
    "F43": _of("ky-luat.canh_cao", QUARTER),
    "F44": _of("ky-luat.cach_chuc", QUARTER),
    "F45": _of("ky-luat.khai_tru", QUARTER),
    "F46": _of("to-chuc-co-so-dang", END_OF_2016, VI_THUY),
    "F47": _of("sap-nhap-hop-nhat.hop_nhat", "tháng 5-2016", VI_THUY),
    "F48": (smallest_hamlet,),
    "F50": _target("ket-nap", YEAR_2024),
    "F52": _of("ky-luat", "quý I-2022"),
    "F53": _of("dang-vien", END_OF_2016, VI_THUY, bound=MORE_THAN),
}
