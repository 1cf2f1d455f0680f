"""Sao lưu và phục hồi — one private file: the database, the office's settings, a mark of each part."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli.running import Running, database
from thenchot.project.cli.structure import bring_up_to_date
from thenchot.project.data_folder import HANOI, DataFolder
from thenchot.project.environment import Environment
from thenchot.project.postgres import launcher, roles
from thenchot.project.postgres.binaries import binaries, run

FORMAT = 1
MANIFEST, DUMP, OFFICE, FILES = "manifest.json", "database.dump", "office.json", "files.tar"
PARTS = frozenset({DUMP, OFFICE})  # an archive from before papers had files is whole without them
MOST_OF_A_MANIFEST = 100_000
HIDDEN = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND row_security_active(c.oid)
      AND (NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
               AND p.polcmd IN ('*', 'r') AND pg_get_expr(p.polqual, c.oid) = 'true'
               AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE r = 0 OR pg_has_role(r, 'USAGE')))
           OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive))
    ORDER BY 1
"""  # tables of which row security might show the owner a part only


@dataclass(frozen=True, slots=True)
class Archive:
    """Tệp sao lưu — bytes and SHA-256 of the whole."""

    size: int
    digest: str


def back_up(running: Running, pg_bin: Path | None, file: Path) -> Archive:
    """Sao lưu — the data of one moment; readable by this user only. The secret key stays behind."""
    _refuse_partial(running.as_owner())
    if not file.absolute().parent.is_dir():
        text = mark("Không có thư mục {folder} để ghi bản sao lưu.")
        raise Refused([Reason(text, {"folder": file.absolute().parent})])
    with tempfile.TemporaryDirectory(dir=file.absolute().parent, prefix=".sao-luu-") as work:
        dump = Path(work) / DUMP
        run(
            binaries(pg_bin) / "pg_dump", "--format=custom", "--no-password", "--enable-row-security",
            "--file", dump, "--dbname", running.owner_url, as_account=False,
        )  # fmt: skip
        office = Path(work) / OFFICE
        held = running.folder.path / OFFICE
        office.write_bytes(held.read_bytes() if held.exists() else b"{}")
        files = Path(work) / FILES
        with tarfile.open(files, mode="w") as held_files:
            if running.folder.files.exists():
                held_files.add(running.folder.files, "files")
        parts = (dump, office, files)
        marks = {part.name: _digest(part) for part in parts}
        made = datetime.now(HANOI).isoformat(timespec="seconds")
        manifest = json.dumps({"format": FORMAT, "made_at": made, "parts": marks}).encode()
        whole = Path(work) / "whole"
        with open(whole, "xb", opener=_private) as out, tarfile.open(fileobj=out, mode="w") as tar:
            member = tarfile.TarInfo(MANIFEST)
            member.size = len(manifest)
            tar.addfile(member, io.BytesIO(manifest))
            for part in parts:
                tar.add(part, part.name)
        archive = Archive(whole.stat().st_size, _digest(whole))
        whole.replace(file)
    running.folder.note_backup(file.absolute(), archive.size, archive.digest)
    return archive


def try_restore(file: Path, archive: Archive, folder: DataFolder, environment: Environment) -> None:
    """Thử phục hồi — into a folder of its own, journal checked, then thrown away; noted when it held."""
    with tempfile.TemporaryDirectory(prefix="thenchot-thu-phuc-hoi-") as work:
        Path(work).chmod(0o755)  # the server's own user passes through
        place = Path(work) / "thu"
        try:
            restore(file, DataFolder(place), environment)
        finally:
            launcher.remove(place)
    folder.note_tested(archive.digest)


def restore(file: Path, folder: DataFolder, environment: Environment) -> None:
    """Phục hồi — into a folder that is empty or not there; every part is checked before and after.

    Nothing is left behind where it is refused.
    """
    with _parts(file) as parts, _new_folder(folder):
        (folder.path / OFFICE).write_bytes((parts / OFFICE).read_bytes())
        if (parts / FILES).exists():
            with tarfile.open(parts / FILES, mode="r:") as files:
                files.extractall(folder.path, filter="data")
        with database(environment, folder.path) as running:
            _refuse_unless_empty(running.as_owner())
            run(
                binaries(environment.pg_bin) / "pg_restore", "--exit-on-error", "--no-password",
                "--single-transaction", "--dbname", running.owner_url, parts / DUMP, as_account=False,
            )  # fmt: skip
            bring_up_to_date(running)  # a backup of an older program is welcome, of a newer one not
            roles.learn_sizes(running.owner_url)
            _refuse_broken_journal(running)


@contextmanager
def _parts(file: Path) -> Iterator[Path]:
    """The parts of an archive, unpacked where only we can read them, once their marks agree."""
    with tempfile.TemporaryDirectory(prefix="thenchot-phuc-hoi-") as work:
        place = Path(work)
        try:
            with tarfile.open(file, mode="r:") as tar:
                tar.extractall(place, filter="data")
            text = (place / MANIFEST).read_text()[:MOST_OF_A_MANIFEST]
            manifest = json.loads(text)
            marks = {str(name): str(mark_of) for name, mark_of in manifest["parts"].items()}
            known = manifest["format"] == FORMAT and PARTS <= marks.keys() <= PARTS | {FILES}
            whole = known and all(_digest(place / name) == marks[name] for name in marks)
        except (OSError, tarfile.TarError, ValueError, KeyError, TypeError, AttributeError):
            whole = False
        if not whole:
            text = mark(
                "{file} không phải bản sao lưu của Then Chốt, hoặc đã hỏng; không dùng được."
            )
            raise Refused([Reason(text, {"file": file})])
        yield place


@contextmanager
def _new_folder(folder: DataFolder) -> Iterator[None]:
    if folder.path.exists() and any(folder.path.iterdir()):
        text = mark("{path} đã có dữ liệu; hãy chọn một thư mục trống để phục hồi.")
        raise Refused([Reason(text, {"path": folder.path})])
    folder.prepare()
    try:
        yield
    except BaseException:
        launcher.remove(folder.path)
        raise


def _refuse_partial(owner_url: str) -> None:
    """Under row security a dump holds what its role may see: that must be every row."""
    with psycopg.connect(owner_url) as owner:
        hidden = [name for (name,) in owner.execute(HIDDEN)]
    if hidden:
        text = mark("Chủ cơ sở dữ liệu không thấy hết các bảng {tables}; bản sao lưu sẽ thiếu.")
        raise Refused([Reason(text, {"tables": ", ".join(hidden)})])


def _refuse_unless_empty(owner_url: str) -> None:
    query = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    with psycopg.connect(owner_url) as owner:
        held = owner.execute(query).fetchone()
    if held != (0,):
        raise Refused([Reason(mark("Cơ sở dữ liệu không trống; không phục hồi đè lên."))])


def _refuse_broken_journal(running: Running) -> None:
    """Asked of the restored data by a process of the owner, who sees every row.

    Not of the files, whose marks agreed: one that was lost before must not keep the rest from coming back.
    """
    command = [sys.executable, "-m", "thenchot.project.cli", "journal", "verify", "--no-files"]
    command += ["--data", str(running.folder.path)]
    variables = running.variables(running.web_url) | {"DATABASE_OWNER_URL": running.owner_url}
    found = subprocess.run(command, env=variables, capture_output=True)
    if found.returncode:
        raise Refused([Reason(mark("Nhật ký trong bản sao lưu không khớp; không dùng được."))])


def _digest(file: Path) -> str:
    with open(file, "rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
