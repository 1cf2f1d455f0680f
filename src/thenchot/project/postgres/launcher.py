"""Khởi động máy chủ — start, reuse and stop a private PostgreSQL for one data folder."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.postgres import roles
from thenchot.project.postgres.binaries import SHARED, account, binaries, reachable, run

ADMIN = "thenchot_admin"
RUNTIME = Path("/run/thenchot")  # of the service, whose /tmp is its own; made by systemd
CONFIGURATION = """
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
logging_collector = on
log_filename = 'postgresql.log'
max_connections = 100
shared_buffers = 256MB
random_page_cost = 1.1
jit = off
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Máy chủ đang chạy — its programs, cluster and socket; `users` keeps it alive while held."""

    bin: Path
    cluster: Path
    socket: Path
    users: IO[str]

    def url(self, role: str, database: str = roles.DATABASE) -> str:
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket))}"

    def stop(self, mode: str = "fast") -> bool:
        """Dừng — only the last process that uses the server stops it; tells whether it did."""
        try:
            fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.users.close()
            return False
        with suppress(subprocess.CalledProcessError):
            run(self.bin / "pg_ctl", "-D", self.cluster, "-w", "-s", "-m", mode, "stop")
        with suppress(OSError):
            self.socket.rmdir()
        self.users.close()
        return True


def ensure(data: Path, pg_bin: Path | None = None, *, tries: int = 40) -> Server:
    """Bảo đảm máy chủ chạy — alive means a real connection, never a process id.

    After a crash, orphans of the killed server hold its shared memory for a second or two, so
    the start is tried again.
    """
    programs = binaries(pg_bin)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    data = data.resolve()
    with open(data / "server.lock", "a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        users = _users(data)
        try:
            server = Server(programs, _cluster(data), _socket(data), users)
            _bring_up(server, tries)
        except BaseException:
            users.close()
            raise
    return server


def _bring_up(server: Server, tries: int) -> None:
    if not _alive(server):
        if not (server.cluster / "PG_VERSION").exists():
            _initialise(server)
        _configure(server)
        _start(server, tries)
    roles.prepare(server.url(ADMIN, "postgres"))


def _users(data: Path) -> IO[str]:
    """Held for as long as this process uses the server; waits while another is stopping it."""
    users = open(data / "server.users", "a+")  # noqa: SIM115 — open as long as the server is ours
    fcntl.flock(users, fcntl.LOCK_SH)
    return users


def _alive(server: Server) -> bool:
    try:
        psycopg.connect(server.url(ADMIN, "postgres"), connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def _cluster(data: Path) -> Path:
    """The cluster lies in the data folder; below a private home of root, in a shared place."""
    user = account()
    inside = data / "postgres"
    if user and not _traversable(data.parent):
        key = hashlib.sha256(str(data).encode()).hexdigest()[:10]
        inside = SHARED / f"cluster-{key}"
    inside.mkdir(mode=0o700, parents=True, exist_ok=True)
    if user:
        data.chmod(0o711)  # the account passes through; every file in it stays private
        os.chown(inside, user.pw_uid, user.pw_gid)
    return inside


def _traversable(folder: Path) -> bool:
    try:
        run("/usr/bin/test", "-x", folder)
    except subprocess.CalledProcessError:
        return False
    return True


def _socket(data: Path) -> Path:
    """Short (socket paths end near 107 bytes) and private; never inside the data folder."""
    user = account()
    owner = user.pw_uid if user else os.geteuid()
    key = hashlib.sha256(str(data).encode()).hexdigest()[:10]
    folder = _sockets() / f"tc-{os.geteuid()}-{key}"
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
    if folder.is_symlink() or folder.lstat().st_uid != owner:
        raise Refused(
            [
                Reason(
                    mark("{folder} thuộc người khác; hãy xóa đi rồi chạy lại."), {"folder": folder}
                )
            ]
        )
    return folder


def _sockets() -> Path:
    """Where service and command line meet: the service's own folder, if it is ours."""
    ours = RUNTIME.is_dir() and RUNTIME.lstat().st_uid == os.geteuid()
    return RUNTIME if ours else Path(tempfile.gettempdir())


def _initialise(server: Server) -> None:
    run(
        server.bin / "initdb", "-D", server.cluster, "-U", ADMIN, "-E", "UTF8", "--locale=C",
        "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST", "-A", "trust",
        "--data-checksums",
    )  # fmt: skip


def _configure(server: Server) -> None:
    """Settings of ours live in one included file, rewritten at each start (the folder may move)."""
    ours = server.cluster / "thenchot.conf"
    ours.write_text(CONFIGURATION.format(socket=server.socket))
    user = account()
    if user:
        os.chown(ours, user.pw_uid, user.pw_gid)
    main = server.cluster / "postgresql.conf"
    if "thenchot.conf" not in main.read_text():
        with open(main, "a") as conf:
            conf.write("include 'thenchot.conf'\n")


def _start(server: Server, tries: int) -> None:
    for left in reversed(range(tries)):
        try:
            run(server.bin / "pg_ctl", "-D", server.cluster, "-w", "-t", "120", "-s", "-l",
                server.cluster / "start.log", "start")  # fmt: skip
            return
        except subprocess.CalledProcessError as error:
            if not left:
                text = mark("Máy chủ cơ sở dữ liệu không khởi động được. Xem {log}.")
                raise Refused([Reason(text, {"log": server.cluster / "start.log"})]) from error
            time.sleep(0.5)


def remove(data: Path) -> None:
    """Xóa — a test's data folder with its cluster and socket folder."""
    for folder in (_cluster(data.resolve()), _socket(data.resolve()), data):
        shutil.rmtree(folder, ignore_errors=True)


__all__ = ["ADMIN", "Server", "ensure", "reachable", "remove"]
