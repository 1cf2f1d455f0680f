"""Máy đang dùng — a database for a command: our own server, or the one DATABASE_URL names."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.data_folder import DataFolder, default_folder
from thenchot.project.environment import Environment
from thenchot.project.postgres import launcher, roles

NEEDS_OWNER = mark("Việc này cần địa chỉ của chủ cơ sở dữ liệu (DATABASE_OWNER_URL).")


@dataclass(frozen=True, slots=True)
class Running:
    """Đang chạy — the data folder and the addresses of the two roles."""

    folder: DataFolder
    web_url: str
    owner_url: str

    def as_owner(self) -> str:
        """The owner's address: row security hides from the web role what it may not see."""
        if not self.owner_url:
            raise Refused([Reason(NEEDS_OWNER)])
        return self.owner_url

    def variables(self, url: str) -> dict[str, str]:
        """The environment of a process in one role; nobody inherits the owner's address."""
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
        return kept | {
            "DATABASE_URL": url,
            "THENCHOT_DATA": str(self.folder.path),
            "DJANGO_SETTINGS_MODULE": "thenchot.project.settings",
        }

    def django(self, url: str, *arguments: str) -> None:
        command = [sys.executable, "-m", "django", *arguments]
        result = subprocess.run(command, env=self.variables(url), capture_output=True, text=True)
        if result.returncode:
            text = mark("Bước «{step}» không thành: {why}")
            why = (result.stderr.strip() or result.stdout.strip()).splitlines()[-1:]
            raise Refused([Reason(text, {"step": " ".join(arguments), "why": " ".join(why)})])


@contextmanager
def database(environment: Environment, data: Path | None) -> Iterator[Running]:
    """Cơ sở dữ liệu — started if it is ours, left alone if it is not; ours is stopped afterwards."""
    folder = DataFolder((data or environment.data or default_folder()).absolute()).prepare()
    if environment.database_url:
        yield Running(folder, environment.database_url, environment.owner_url)
        return
    server = launcher.ensure(folder.path, environment.pg_bin)
    try:
        yield Running(folder, server.url(roles.WEB), server.url(roles.OWNER))
    finally:
        server.stop()
