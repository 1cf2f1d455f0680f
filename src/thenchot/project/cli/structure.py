"""Cấu trúc cơ sở dữ liệu — is it of this program's version, behind it, or ahead of it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

PROGRAM = Path(__file__).resolve().parents[2]
OF_DJANGO = {"auth", "contenttypes"}
Step = tuple[str, str]  # the area and the name of its step


@dataclass(frozen=True, slots=True)
class Structure:
    """Cấu trúc — the steps still to be taken, and those this program does not know."""

    waiting: frozenset[Step]
    unknown: frozenset[Step]

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
    return Structure(frozenset(known - taken), frozenset(taken - known))


def _printed(steps: Iterable[Step]) -> str:
    return ", ".join(f"{area} {name}" for area, name in sorted(steps))
