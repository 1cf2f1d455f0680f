"""Nhập danh sách — `thenchot import members FILE`: the steps of the page, for a file too long to wait for."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from django.utils import timezone

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli.ask import who_and_when
from thenchot.project.cli.say import say, translate

if TYPE_CHECKING:
    from thenchot.people.dossiers.reads.handed import Handed
    from thenchot.people.dossiers.reads.judged import Judged

PRINTED = 20  # refused rows told on the screen; all of them stand in the result


def members(
    file: Path, said: Sequence[str], typed: str, paper: str, result: Path | None, account: str,
    *, dry_run: bool, partial: bool,
) -> None:  # fmt: skip
    """Nhập danh sách đảng viên — all of it, or nothing; with `partial` the rows that may enter."""
    from thenchot.people.members.acts.listed import record_member_list

    by, today, from_day = who_and_when(account, typed)
    listed, found = _judged(file, said, by, today, from_day)
    _tell(listed, found, result)
    refused = bool(found.refused) and not partial
    if refused or not found.accepted:
        raise Refused([Reason(mark("Chưa ghi gì vào sổ."))])
    if dry_run:
        click.echo(say(mark("Chạy thử: chưa ghi gì vào sổ.")))
        return
    basis = _paper(by, today, paper)
    accepted = list(found.accepted.values())
    record_member_list(by, today, members=accepted, from_day=from_day, basis=basis)
    click.echo(say(mark("Đã ghi {n} đảng viên."), n=len(accepted)))


def _judged(
    file: Path, said: Sequence[str], by: Actor, today: date, from_day: date
) -> "tuple[Handed, Judged]":
    from thenchot.ground.basis.attached import check_table
    from thenchot.ground.basis.reads.scoped import scoped
    from thenchot.people.dossiers.reads.handed import handed
    from thenchot.people.dossiers.reads.judged import judged
    from thenchot.people.dossiers.rules.headings import column_faults

    content = file.read_bytes()
    try:
        check_table(content, file.name)
        with scoped(by, today, reading=True):
            listed = handed(
                by=by, name=file.name, content=content, columns=None, on=today,
                said=_columns(said),
            )  # fmt: skip
            if faults := column_faults(listed.columns):
                raise Refused(faults)
            return listed, judged(by=by, lines=listed.lines(today), on=today, from_day=from_day)
    except Misread as fault:
        raise Refused([fault.reason]) from fault


def _columns(said: Sequence[str]) -> dict[str, str]:
    """Each "heading=column" of the command line."""
    return {heading: word for each in said for heading, _, word in [each.rpartition("=")]}


def _tell(listed: "Handed", found: "Judged", result: Path | None) -> None:
    from thenchot.doors.exchange.people.listed import result_book
    from thenchot.people.dossiers.reads.judged import in_words

    text = mark("{total} dòng: {accepted} dòng ghi được, {refused} dòng không nhận.")
    numbers = {"total": found.total, "accepted": len(found.accepted), "refused": len(found.refused)}
    click.echo(say(text, **numbers))
    words = in_words(found, translate)
    for number, reasons in list(words.items())[:PRINTED]:
        click.echo(say(mark("Dòng {number}: {reasons}"), number=number, reasons=" ".join(reasons)))
    if result:
        result.write_bytes(result_book(listed, words, timezone.now(), translate))


def _paper(by: Actor, today: date, number_sign: str) -> int:
    """The one paper of this number."""
    from thenchot.ground.basis.reads.instruments import papers_like
    from thenchot.ground.basis.reads.scoped import scoped

    with scoped(by, today, reading=True):
        found = papers_like(by=by, number_sign=number_sign)
    if len(found) != 1:
        text = mark("Sổ có {n} văn bản số «{number}»; cần đúng một (--paper).")
        raise Refused([Reason(text, {"n": len(found), "number": number_sign})])
    return found[0].id
