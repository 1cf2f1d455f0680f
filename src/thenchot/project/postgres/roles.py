"""Vai trò — the owner and the web role, and a server that keeps its promises."""

import psycopg
from psycopg import sql

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.postgres.binaries import check_version

DATABASE, OWNER, WEB = "thenchot", "thenchot_owner", "thenchot_web"
PLANNING = (
    "jit",
    "enable_memoize",
)  # both cost our joins to the tree more than they give (measured)
SAFE_SETTINGS = ("fsync", "full_page_writes", "synchronous_commit")


def prepare(admin_url: str, database: str = DATABASE) -> None:
    """Chuẩn bị — make both roles and the database on a server; harmless when repeated.

    The owner owns the database and is no superuser; the web role owns nothing.
    """
    with psycopg.connect(admin_url, autocommit=True) as admin:
        check_server(admin)
        for role in (OWNER, WEB):
            if not _exists(admin, "SELECT FROM pg_roles WHERE rolname = %s", role):
                admin.execute(
                    sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS").format(
                        sql.Identifier(role)
                    )
                )
        for setting in PLANNING:
            admin.execute(
                sql.SQL("ALTER ROLE {} SET {} = off").format(sql.Identifier(WEB), sql.SQL(setting))
            )
        if not _exists(admin, "SELECT FROM pg_database WHERE datname = %s", database):
            create(admin, database)


def create(admin: psycopg.Connection, database: str, template: str = "template0") -> None:
    """Tạo cơ sở dữ liệu — owned by the owner; from `template`, which no one else is using."""
    admin.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(database), sql.Identifier(OWNER), sql.Identifier(template)
        )
    )


def empty(owner_url: str) -> None:
    """Làm rỗng — drop all the owner's tables; for a demo whose loading was cut off."""
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("DROP SCHEMA public CASCADE")
        owner.execute("CREATE SCHEMA public")
        owner.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")


def learn_sizes(owner_url: str) -> None:
    """Biết cỡ bảng — after much was written at once the server plans by what is there now."""
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("ANALYZE")


def check_server(connection: psycopg.Connection) -> None:
    """Kiểm tra máy chủ — version 18 or newer, and nothing that loses an acknowledged act."""
    check_version(str(connection.execute("SHOW server_version").fetchone()[0]))  # type: ignore[index]
    off = [
        name
        for name in SAFE_SETTINGS
        if connection.execute(sql.SQL("SHOW {}").format(sql.Identifier(name))).fetchone()
        == ("off",)
    ]
    if off:
        text = mark("Máy chủ đang tắt {names}: mất điện có thể mất việc đã ghi. Hãy bật lại.")
        raise Refused([Reason(text, {"names": ", ".join(off)})])


def _exists(admin: psycopg.Connection, query: str, name: str) -> bool:
    return admin.execute(query.encode(), [name]).fetchone() is not None
