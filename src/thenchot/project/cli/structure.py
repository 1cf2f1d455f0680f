"""Cấu trúc cơ sở dữ liệu — is it of this program's version, behind it, or ahead of it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from rich.console import Console

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli.running import Running
from thenchot.project.cli.say import say
from thenchot.project.postgres import roles

PROGRAM = Path(__file__).resolve().parents[2]
OF_DJANGO = {"auth", "contenttypes", "sessions", "account", "mfa", "socialaccount"}
Step = tuple[str, str]  # the area and the name of its step
console = Console(stderr=True)


@dataclass(frozen=True, slots=True)
class Structure:
    """Cấu trúc — the steps still to be taken, those this program does not know, whether any was."""

    waiting: frozenset[Step]
    unknown: frozenset[Step]
    begun: bool

    def refuse_newer(self) -> None:
        """Từ chối dữ liệu mới hơn — an older program would write what a newer one cannot trust."""
        if self.unknown:
            text = mark("Dữ liệu do bản mới hơn của Then Chốt tạo ({steps}); hãy dùng bản đó.")
            raise Refused([Reason(text, {"steps": _printed(self.unknown)})])

    def refuse_older(self) -> None:
        """Từ chối dữ liệu chưa cập nhật — only the owner's role changes the structure."""
        if self.waiting:
            text = mark(
                "Cơ sở dữ liệu chưa cập nhật ({steps}); hãy đặt DATABASE_OWNER_URL rồi chạy: thenchot migrate."
            )
            raise Refused([Reason(text, {"steps": _printed(self.waiting)})])

    def refuse_unsaved(self) -> None:
        """Từ chối cập nhật khi chưa sao lưu — an office's data is changed by `upgrade` alone."""
        if self.begun and self.waiting:
            text = mark(
                "Dữ liệu thuộc bản cũ của Then Chốt ({steps}); hãy chạy: thenchot upgrade (sao lưu trước, rồi mới cập nhật)."
            )
            raise Refused([Reason(text, {"steps": _printed(self.waiting)})])


def structure_of(url: str) -> Structure:
    """Cấu trúc của một cơ sở dữ liệu — asked without Django, before anything is started."""
    known = {
        (file.parent.parent.name, file.stem) for file in PROGRAM.glob("*/*/migrations/[0-9]*.py")
    }
    with psycopg.connect(url) as connection:
        taken: set[Step] = set()
        row = connection.execute("SELECT to_regclass('django_migrations')").fetchone()
        if row and row[0]:
            taken = {
                (app, name)
                for app, name in connection.execute("SELECT app, name FROM django_migrations")
                if app not in OF_DJANGO
            }
    return Structure(frozenset(known - taken), frozenset(taken - known), bool(taken))


def bring_up_to_date(running: Running) -> None:
    """Cập nhật cấu trúc — by the owner's role; refused where the data is of a newer program."""
    with psycopg.connect(running.web_url) as connection:
        roles.check_server(connection)
    structure = structure_of(running.owner_url or running.web_url)
    structure.refuse_newer()
    if not running.owner_url:
        structure.refuse_older()
    if not structure.waiting:
        return
    with console.status(say(mark("Đang cập nhật cấu trúc cơ sở dữ liệu…"))):
        running.django(running.owner_url, "migrate", "--verbosity", "0")


def _printed(steps: Iterable[Step]) -> str:
    return ", ".join(f"{area} {name}" for area, name in sorted(steps))
