"""Nâng cấp — back up, then bring the structure up to date, then examine; the first fault stops it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
import psycopg

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli import archive
from thenchot.project.cli.doctor import examine
from thenchot.project.cli.running import Running
from thenchot.project.cli.say import say
from thenchot.project.cli.structure import bring_up_to_date, structure_of
from thenchot.project.data_folder import HANOI

BACKUPS = "backups"


def upgrade(running: Running, pg_bin: Path | None) -> None:
    """Nâng cấp — of a data folder at rest; where it stops, it says which backup to restore."""
    structure_of(running.as_owner()).refuse_newer()
    with running.folder.standing_still():
        file = running.folder.path / BACKUPS / f"{datetime.now(HANOI):%Y-%m-%d-%H%M%S}.thenchot"
        click.echo(say(mark("1/3 Sao lưu vào {file}"), file=file))
        with _or_else(mark("Sao lưu không thành; chưa thay đổi gì trong dữ liệu.")):
            file.parent.mkdir(mode=0o700, exist_ok=True)
            archive.back_up(running, pg_bin, file)
        back = mark(
            "Nâng cấp dừng giữa chừng. Bản sao lưu trước đó: {file}; phục hồi bằng bản Then Chốt cũ: thenchot restore {file} --data <thư mục trống>"
        )
        with _or_else(back, file=file):
            click.echo(say(mark("2/3 Cập nhật cấu trúc cơ sở dữ liệu")))
            bring_up_to_date(running)
            click.echo(say(mark("3/3 Khám máy")))
            if not examine(running):
                raise Refused([Reason(mark("Khám thấy việc cần làm."))])
    click.echo(say(mark("Đã nâng cấp. Bản sao lưu trước khi nâng cấp: {file}"), file=file))


@contextmanager
def _or_else(sentence: str, **values: object) -> Iterator[None]:
    """Whatever stops the step is said first, then what it means for the data."""
    try:
        yield
    except Refused as refusal:
        raise Refused([*refusal.reasons, Reason(sentence, values)]) from refusal
    except (OSError, subprocess.CalledProcessError, psycopg.Error) as error:
        printed = str(getattr(error, "stdout", None) or error).strip().splitlines()
        why = Reason(mark("Không làm được: {why}"), {"why": printed[-1] if printed else "?"})
        raise Refused([why, Reason(sentence, values)]) from error
