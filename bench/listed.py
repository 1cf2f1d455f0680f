"""Nhập danh sách — a whole province's list: read, judged row by row, and recorded in one act."""

import io
import random
import time
from datetime import date, timedelta

import xlsxwriter
from place import TODAY, measurer

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Quê quán", "Đảng bộ", "Chi bộ",
        "Ngày vào Đảng", "Ngày chính thức", "Số định danh cá nhân", "Số thẻ đảng viên"]  # fmt: skip
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Hoàng", "Kim")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Hòa", "Lan", "Mai", "Nga", "Phúc", "Thúy", "Yến")


def list_of(members: int) -> bytes:
    """Danh sách thử — so many fictional members, spread over the cells of the register."""
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.people.dossiers.reads.judged import cells_within
    from thenchot.people.members.words import Right

    with scoped(measurer(), TODAY, reading=True):
        places = [
            each
            for each in cells_within(Right.RECORD_HANDOVER, by=measurer(), on=TODAY)
            if each.above
        ]
    dice, made = random.Random(5), io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD)
        for line in range(1, members + 1):
            born, place = date(1950, 1, 1) + timedelta(line // 2), dice.choice(places)
            joined = born + timedelta(9_000)
            name = " ".join((dice.choice(FAMILY), dice.choice(MIDDLE), "Đo", dice.choice(GIVEN)))
            days = [f"{day:%d/%m/%Y}" for day in (born, joined, joined + timedelta(365))]
            sex = dice.choice(["Nam", "Nữ"])
            cells = [name, days[0], sex, "Kinh", "xã Thử, tỉnh Thử"]
            citizen = f"999{2 * (born.year // 100 - 19) + (sex == 'Nữ')}{born:%y}{900_000 - line}"
            numbers = [citizen, f"{90_000_000 + line}"]
            page.write_row(line, 0, [line, *cells, place.above[0], place.name, *days[1:], *numbers])
    return made.getvalue()


def import_members(members: int) -> tuple[int, float]:
    """Nhập — how many entered, and the seconds from the file to the closed journal line."""
    from thenchot.ground.basis.acts.instruments import register_instrument
    from thenchot.ground.basis.attached import check_table
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.ground.basis.words import InstrumentKind
    from thenchot.people.dossiers.reads.handed import handed
    from thenchot.people.dossiers.reads.judged import judged
    from thenchot.people.members.acts.listed import record_member_list

    by, content = measurer(), list_of(members)
    paper = register_instrument(
        by, TODAY, kind=InstrumentKind.REPORT, number_sign="35-DS/ĐO", issuer="Tỉnh ủy",
        abstract="Danh sách đảng viên", issued_year=2025, issued_on=TODAY,
    )  # fmt: skip
    started = time.perf_counter()
    check_table(content, "a.xlsx")
    with scoped(by, TODAY, reading=True):
        listed = handed(by=by, name="a.xlsx", content=content, columns=None, on=TODAY)
        found = judged(by=by, lines=listed.lines(TODAY), on=TODAY, from_day=TODAY)
    print(f"      judged {found.total} rows in {time.perf_counter() - started:.1f} s")
    accepted = list(found.accepted.values())
    record_member_list(by, TODAY, members=accepted, from_day=TODAY, basis=paper.answer or 0)
    return len(accepted), time.perf_counter() - started
