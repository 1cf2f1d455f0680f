"""Việc làm được — what the search-and-do box offers besides finding: only what the actor may do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from thenchot.doors.access.words import Right as AccessRight
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.figures.indicators.words import Right as IndicatorsRight
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.periods import quarter_of
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.office.documents.words import Right as DocumentsRight
from thenchot.people.dossiers.rules.likeness import Named, Typed
from thenchot.people.members.words import Right as MembersRight


@dataclass(frozen=True, slots=True)
class Command:
    """Việc — its words, the page it opens, and the right it asks for ("": anybody)."""

    label: str
    page: str
    right: str = ""
    args: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return reverse(self.page, args=self.args)


MOST = 8
COMMANDS = (
    Command(mark("Xem việc của tôi"), "my_work"),
    Command(mark("Xem việc đến hạn"), "dues", str(RegisterRight.READ)),
    Command(mark("Báo biến động của chi bộ"), "changes", str(MembersRight.REPORT_CHANGE)),
    Command(mark("Xem cây tổ chức"), "organizations", str(RegisterRight.READ_TREE)),
    Command(mark("Xem bảng tổ chức"), "organization_table", str(RegisterRight.READ_TREE)),
    Command(mark("Xem danh sách người"), "people", str(RegisterRight.READ)),
    Command(mark("Lập danh sách trích ngang"), "digest", str(RegisterRight.READ)),
    Command(mark("Mở báo cáo kỳ"), "periods", str(IndicatorsRight.READ)),
    Command(mark("Tìm văn bản trong sổ"), "instruments", str(BasisRight.READ_INSTRUMENT)),
    Command(mark("Tìm chữ trong văn bản và tệp"), "find_papers", str(DocumentsRight.READ)),
    Command(mark("Đọc nhật ký"), "journal", str(BasisRight.READ_JOURNAL)),
    Command(mark("Mở tài khoản"), "new_account", str(AccessRight.MANAGE)),
    Command(mark("Giao quyền, thu quyền"), "accounts", str(AccessRight.READ)),
    Command(mark("Xem các vai"), "roles", str(AccessRight.READ)),
    Command(mark("Ai xem được hồ sơ này"), "administration", str(AccessRight.READ)),
    Command(mark("Xem các bản sao lưu"), "backups", str(AccessRight.READ)),
    Command(mark("Xem danh mục, mức của quy định"), "lists", str(AccessRight.READ)),
    Command(mark("Đổi mật khẩu"), "account_change_password"),
    Command(mark("Xem trợ giúp và các phím"), "help"),
    Command(mark("Ghi sổ: mọi phiếu"), "recording", str(BasisRight.REGISTER_INSTRUMENT)),
    *(
        Command(sheet.title, "record", str(sheet.act.needs), (sheet.slug,), sheet.also)
        for sheet in SHEETS.values()
    ),
)


def commands_named(
    by: Actor, typed: str, translate: Callable[[str], str] = gettext
) -> list[Command]:
    """Việc có những chữ này — in the reader's language, marks or none; eight at most."""
    asked = Typed.of(typed)
    found = [
        command
        for command in (*COMMANDS, _report_of_the_quarter(by.day))
        if asked.enough
        and all(by.may(right) for right in (command.right, *command.also) if right)
        and Named(translate(command.label)).fits(asked)
    ]
    return found[:MOST]


def _report_of_the_quarter(on: date) -> Command:
    label, right = mark("Mở báo cáo quý này"), str(IndicatorsRight.READ)
    return Command(label, "report", right, (quarter_of(on).code(),))
