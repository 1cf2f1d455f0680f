"""Phép lập hồ sơ — lists of a year, papers put in, closing; sheets counted and years kept."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.names import fold, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.words import DossierState

LIST_RULE = mark("Nghị định 30/2020/NĐ-CP, Điều 28, 29: hồ sơ lập theo danh mục của năm")
SHEET_RULE = mark(
    "Nghị định 30/2020/NĐ-CP, Điều 29 khoản 4: hồ sơ bảo quản từ 5 năm trở lên phải đánh số tờ"
)
SHEETS_FROM = 5  # years from which the sheets of a dossier are numbered
FIRST_YEAR, LAST_YEAR, MOST_YEARS, MOST_SHEETS = 1930, 2200, 200, 100_000


@dataclass(frozen=True, slots=True)
class DossierRow:
    """Dòng danh mục hồ sơ — code, title and the group that says how long it is kept."""

    code: str
    title: str
    subject: str
    heading: str = ""
    keeper: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FiledRow:
    """Văn bản đưa vào hồ sơ — with its sheets, if counted."""

    paper: int
    sheets: int | None = None
    note: str = ""


def code_key(code: str) -> str:
    """Số, ký hiệu hồ sơ so với nhau — "01.tccb" is "01.TCCB"."""
    return fold(tidy_name(code))


def retention_faults(subject: str, keep_years: int | None) -> list[Reason]:
    """Lỗi của thời hạn bảo quản — a group is named; years, or for ever."""
    faults = []
    if not tidy_name(subject):
        faults.append(Reason(mark("Thiếu tên nhóm hồ sơ."), field="subject"))
    if keep_years is not None and not 1 <= keep_years <= MOST_YEARS:
        text = mark("Thời hạn bảo quản từ 1 đến {most} năm; bỏ trống là vĩnh viễn.")
        faults.append(Reason(text, {"most": MOST_YEARS}, field="keep_years"))
    return faults


def year_faults(year: int) -> list[Reason]:
    """Lỗi của năm danh mục."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return []
    text = mark("Năm của danh mục phải từ {first} đến {last}.")
    return [Reason(text, {"first": FIRST_YEAR, "last": LAST_YEAR}, field="year")]


def list_faults(
    rows: Sequence[DossierRow], standing: Collection[str], groups: Mapping[str, str]
) -> list[Reason]:
    """Lỗi của danh mục — each code once in the year, each title said, each group in the table of retention.

    `standing`: keys of the codes the year has already; `groups`: names of those of the table by their keys.
    """
    if not rows:
        return [Reason(mark("Danh mục không có hồ sơ nào."), field="rows")]
    counted = Counter(code_key(row.code) for row in rows)
    faults = []
    for number, row in enumerate(rows, start=1):
        faults += _row_faults(number, row, counted[code_key(row.code)], standing, groups)
    return faults


def _row_faults(
    number: int, row: DossierRow, times: int, standing: Collection[str], groups: Mapping[str, str]
) -> list[Reason]:
    faults, key = [], code_key(row.code)
    if not key:
        faults.append(Reason(mark("Thiếu số, ký hiệu hồ sơ."), field=f"{number}.code"))
    elif key in standing:
        text = mark("Năm ấy đã có hồ sơ {code} trong danh mục.")
        faults.append(Reason(text, {"code": tidy_name(row.code)}, LIST_RULE, f"{number}.code"))
    elif times > 1:
        text = mark("Hồ sơ {code} đứng {n} lần trong danh mục này.")
        values = {"code": tidy_name(row.code), "n": times}
        faults.append(Reason(text, values, LIST_RULE, f"{number}.code"))
    if not tidy_name(row.title):
        faults.append(Reason(mark("Thiếu tiêu đề hồ sơ."), field=f"{number}.title"))
    if group_key(row.subject) not in groups:
        faults.append(no_group(row.subject, groups.values(), f"{number}.subject"))
    return faults


def group_key(subject: str) -> str:
    """Tên nhóm so với nhau — whatever its capitals and marks."""
    return fold(tidy_name(subject))


def no_group(subject: str, groups: Iterable[str], field: str) -> Reason:
    """Không có nhóm này trong bảng thời hạn bảo quản — and which there are."""
    held = "; ".join(sorted(groups, key=natural_key))
    if not held:
        text = mark(
            "Bảng thời hạn bảo quản chưa có nhóm nào vào ngày ấy; hãy «Ghi thời hạn bảo quản» trước."
        )
        return Reason(text, {}, LIST_RULE, field)
    text = mark("Bảng thời hạn bảo quản không có nhóm «{subject}» vào ngày ấy; có: {held}.")
    return Reason(text, {"subject": tidy_name(subject), "held": held}, LIST_RULE, field)


def state_faults(state: DossierState, needed: DossierState) -> list[Reason]:
    """Lỗi khi hồ sơ chưa ở, hoặc không còn ở, tình trạng cần có."""
    if state == needed:
        return []
    text = mark("Hồ sơ đang ở tình trạng «{state}»; việc này cần «{needed}».")
    return [Reason(text, {"state": state, "needed": needed}, LIST_RULE, "dossier")]


def opening_faults(opened_on: date, year: int, today: date) -> list[Reason]:
    """Lỗi khi mở hồ sơ — not before its year, not ahead of today."""
    if date(year, 1, 1) <= opened_on <= today:
        return []
    text = mark("Ngày mở hồ sơ phải từ đầu năm {year} đến hôm nay.")
    return [Reason(text, {"year": year}, field="opened_on")]


def sheets_faults(sheets: int | None, field: str = "sheets") -> list[Reason]:
    """Lỗi của số tờ."""
    if sheets is None or 1 <= sheets <= MOST_SHEETS:
        return []
    return [Reason(mark("Số tờ phải từ 1 đến {most}."), {"most": MOST_SHEETS}, field=field)]


def closing_faults(
    closed_on: date, opened_on: date, today: date, keep_years: int | None,
    sheets: Sequence[int | None],
) -> list[Reason]:  # fmt: skip
    """Lỗi khi kết thúc hồ sơ — it holds something; sheets are counted where it is kept five years or more."""
    faults = []
    if not opened_on <= closed_on <= today:
        text = mark("Ngày kết thúc hồ sơ phải từ ngày mở {day:%d/%m/%Y} đến hôm nay.")
        faults.append(Reason(text, {"day": opened_on}, field="closed_on"))
    if not sheets:
        faults.append(Reason(mark("Hồ sơ chưa có văn bản nào."), {}, LIST_RULE, "dossier"))
    uncounted = sheets.count(None)
    if uncounted and (keep_years is None or keep_years >= SHEETS_FROM):
        text = mark("Còn {n} văn bản chưa ghi số tờ.")
        faults.append(Reason(text, {"n": uncounted}, SHEET_RULE, "dossier"))
    return faults


def kept_until(closed_on: date | None, keep_years: int | None) -> int | None:
    """Bảo quản đến hết năm — counted from the year the work ended; None: for ever, or not closed yet."""
    return closed_on.year + keep_years if closed_on and keep_years else None


def sheet_ranges(sheets: Sequence[int | None]) -> list[str]:
    """Tờ số — of each paper, counted through the dossier; "" from the first that was not counted."""
    found, last = [], 0
    for count in sheets:
        if count is None:
            break
        found.append(str(last + 1) if count == 1 else f"{last + 1}–{last + count}")
        last += count
    return found + [""] * (len(sheets) - len(found))
