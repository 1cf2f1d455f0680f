"""Trông giữ dữ liệu — the journal, every row and every kept file verified; stray files dropped."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from thenchot.ground.plain.text import mark
from thenchot.project.cli.say import say, translate
from thenchot.project.data_folder import HANOI

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thenchot.ground.basis.reads.verify import Verification
    from thenchot.ground.plain.reasons import Reason

STRAY_AFTER = timedelta(31)


def verify(checkpoint: str, *, files: bool) -> None:
    """Kiểm tra nhật ký, cả tệp đã giữ — every fault a line; exit code 1 where there is one."""
    from thenchot.ground.basis.attached import named_files

    rows = _verified(checkpoint)
    wrong = _told(rows.faults)
    if files:
        named = list(named_files())
        click.echo(say(mark("Đã đọc lại {n} tệp của văn bản."), n=len(named)))
        wrong += _told([fault for _, fault in named if fault])
    if wrong:
        raise SystemExit(1)
    click.echo(say(mark("Không thấy sai khác. Điểm mốc: {mark}"), mark=rows.checkpoint))


def _told(faults: "Sequence[Reason]") -> int:
    for fault in faults:
        click.echo(say(mark("Sai: {fault}"), fault=fault.sentence(translate)))
    return len(faults)


def _verified(checkpoint: str) -> "Verification":
    from thenchot.doors.access.reads.verify import access_faults
    from thenchot.ground.basis.reads.verify import verify_journal
    from thenchot.ground.register.reads import closure_faults
    from thenchot.people.members.reads import seat_faults

    found = verify_journal(checkpoint)
    found.faults += [*closure_faults(), *seat_faults(), *access_faults()]
    text = mark(
        "Nhật ký: {lines} dòng trong {chain:.2f} giây; {rows} dòng dữ liệu trong {row:.2f} giây."
    )
    seconds = {"chain": found.chain_seconds, "row": found.row_seconds}
    click.echo(say(text, lines=found.lines, rows=found.rows, **seconds))
    if found.emptied:
        text = mark("{n} dòng cũ đã được làm trống khi gỡ khẩn cấp, theo dòng nhật ký số {lines}.")
        click.echo(say(text, n=found.emptied, lines=", ".join(map(str, found.removals))))
    return found


def tidy() -> None:
    """Dọn kho tệp — the text of files kept before texts were; files no paper names for a month."""
    from thenchot.doors.access.drafts import files_of_drafts
    from thenchot.ground.basis.attached import drop_strays, read_texts

    read, unread = read_texts()
    dropped = drop_strays(before=datetime.now(HANOI) - STRAY_AFTER, besides=files_of_drafts())
    text = mark(
        "Đã đọc chữ của {read} tệp, {unread} tệp không đọc được; đã xóa {dropped} tệp không văn bản nào nêu."
    )
    click.echo(say(text, read=read, unread=unread, dropped=dropped))
