"""Hồ sơ ghi hai lần — one person of the demo recorded again, the name spelt another way, the birth day turned."""

from collections.abc import Callable
from datetime import date

from thenchot.doors.exchange.demo.steps import Paper
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.register.acts.people import record_person
from thenchot.ground.register.reads.people import people_named
from thenchot.ground.register.words import Sex

ONE_WAY, OTHER_WAY = "Thúy", "Thuý"  # a middle name of women
LIST = Paper(
    InstrumentKind.NOTICE, "07-TB/MP", "Bản chạy thử", "Danh sách cộng tác viên tổng kết", 2025,
    date(2025, 3, 10),
)  # fmt: skip


def record_twin(by: Actor, on: date, root: int, paper: Callable[[Paper], int]) -> None:
    """Ghi lại một người — whose day and month of birth a list may have turned round."""
    with scoped(by, on, reading=True):
        found = people_named(by=by, named=ONE_WAY, on=on, most=1000)
    turned = next(
        (
            (each.full_name, born.replace(day=born.month, month=born.day))
            for each in found
            if f" {ONE_WAY} " in each.full_name
            and (born := each.birth_on) and born.month != born.day <= 12
        ),
        None,
    )  # fmt: skip
    if turned is None:
        return
    name, born = turned
    record_person(
        by, on, full_name=name.replace(ONE_WAY, OTHER_WAY), sex=Sex.FEMALE, birth_on=born,
        ethnicity="Kinh", hometown="Hậu Giang", from_day=LIST.issued_on or on, basis=paper(LIST),
        kept_by=root,
    )  # fmt: skip
