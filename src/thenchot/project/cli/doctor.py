"""Khám máy — each finding says what was seen and, where something is wrong, what to do."""

import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click
import psycopg

from thenchot.ground.plain.text import mark
from thenchot.project.cli.running import Running
from thenchot.project.cli.say import say, translate
from thenchot.project.postgres import roles

NEEDED = ("btree_gist", "pg_trgm", "unaccent")


@dataclass(frozen=True, slots=True)
class Finding:
    """Kết quả khám — `advice` is said only when it is not well."""

    subject: str
    seen: str
    well: bool
    advice: str


def examine(running: Running) -> bool:
    """Khám và nói — every finding is printed; tells whether all is well."""
    found = list(findings(running))
    for finding in found:
        state = say(mark("đạt")) if finding.well else say(mark("cần làm"))
        click.echo(f"{state:8} {translate(finding.subject)}: {translate(finding.seen)}")
        if not finding.well:
            click.echo(f"         → {translate(finding.advice)}")
    return all(finding.well for finding in found)


def findings(running: Running) -> Iterator[Finding]:
    """Khám — the program, the folder, the server, the roles."""
    found = sys.version.split()[0]
    yield Finding(
        mark("Python"), found, sys.version_info >= (3, 11), mark("Cần Python 3.11 trở lên.")
    )
    yield from _folder(running)
    with psycopg.connect(running.web_url) as connection:
        yield from _server(connection)
        yield from _web_role(connection)
    text = mark("Trang dùng phông chữ của máy người đọc; chưa có phông đóng gói.")
    yield Finding(mark("Phông chữ"), text, True, "")


def _folder(running: Running) -> Iterator[Finding]:
    free = shutil.disk_usage(running.folder.path).free / 2**30
    yield Finding(mark("Đĩa trống"), f"{free:.1f} GiB", free >= 2, mark("Cần ít nhất 2 GiB trống."))
    mode = stat.S_IMODE(running.folder.path.stat().st_mode)
    private = not mode & 0o066
    advice = mark("Chạy: chmod go-rw lên thư mục dữ liệu.")
    yield Finding(mark("Quyền thư mục dữ liệu"), f"{mode:o}", private, advice)


def _server(connection: psycopg.Connection) -> Iterator[Finding]:
    version = _one(connection, "SHOW server_version_num")
    printed = _one(connection, "SHOW server_version")
    advice = mark("Cần PostgreSQL 18 trở lên.")
    yield Finding(mark("Máy chủ PostgreSQL"), printed, int(version) >= 180000, advice)
    for name in roles.SAFE_SETTINGS:
        value = _one(connection, f"SHOW {name}")
        yield Finding(
            name, value, value != "off", mark("Bật lại, kẻo mất điện làm mất việc đã ghi.")
        )
    for name in NEEDED:
        query = (
            "SELECT coalesce(max(default_version), '') FROM pg_available_extensions WHERE name = %s"
        )
        value = _one(connection, query, name)
        yield Finding(name, value or "–", bool(value), mark("Cài phần mở rộng này của PostgreSQL."))


def _web_role(connection: psycopg.Connection) -> Iterator[Finding]:
    query = """
        SELECT current_user || CASE WHEN rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
            OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) THEN ' !' ELSE '' END
        FROM pg_roles r WHERE rolname = current_user
    """
    role = _one(connection, query)
    advice = mark(
        "Vai trò web không được là quản trị và không được sở hữu bảng: chạy thenchot db prepare."
    )
    yield Finding(mark("Vai trò web"), role, not role.endswith("!"), advice)


def _one(connection: psycopg.Connection, query: str, *values: str) -> str:
    row = connection.execute(query.encode(), values or None).fetchone()
    return str(row[0]) if row else ""
