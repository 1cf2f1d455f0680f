"""Thư mục dữ liệu — one folder that can be backed up and moved: database, key, office day."""

import fcntl
import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
A_DAY = 24 * 3600
DEMO_DAYS = date(2025, 6, 16), date(2025, 7, 15)  # before and after the reform of 1 July 2025
BACKUPS, MOST_BACKUPS = "backups.json", 100


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Thư mục dữ liệu — `postgres/`, `files/`, `secret-key`, and `office.json` (demo, office day)."""

    path: Path

    def prepare(self) -> "DataFolder":
        """Make the folder, private to its user; parents are never changed."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.path.stat().st_uid != os.geteuid():
                raise PermissionError
        except OSError as error:
            text = mark(
                "Không dùng được thư mục dữ liệu {path}: hãy chọn thư mục của mình (--data)."
            )
            raise Refused([Reason(text, {"path": self.path})]) from error
        return self

    @property
    def files(self) -> Path:
        """Tệp của văn bản — each under the SHA-256 of its content."""
        return self.path / "files"

    @property
    def trusted(self) -> Path:
        """Chứng thư tin cậy — certificates in PEM or DER that the operator puts there."""
        return self.path / "trusted"

    @property
    def test_key(self) -> Path:
        """Khóa ký thử — a key worth nothing, for trying out the signing of papers; in a demo only."""
        return self.path / "test-key.p12"

    @property
    def pictures(self) -> Path:
        """Ảnh các trang — drawn from the files when first asked for; not backed up."""
        return self.path / "pictures"

    def secret_key(self) -> str:
        """Khóa bí mật — made once, readable by this user only."""
        file = self.path / "secret-key"
        if not file.exists():
            with open(file, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as made:
                made.write(secrets.token_urlsafe(50))
        return file.read_text().strip()

    def open_as_demo(self, office_day: date) -> None:
        """Demo — say in the folder itself that its people are fictional, and which day it is.

        Refused for a folder in which an office has begun to work.
        """
        begun = any((self.path / name).exists() for name in ("postgres", "server.users"))
        if begun and not self.is_demo():
            text = mark("{path} là thư mục dữ liệu của cơ quan; bản chạy thử cần một thư mục khác.")
            raise Refused([Reason(text, {"path": self.path})])
        self._keep_office({"demo": True, "office_day": office_day.isoformat()})

    @contextmanager
    def loading(self) -> Iterator[bool]:
        """Đang nạp — one load at a time; gives whether an earlier one was cut off here.

        The sign `loading` stays behind where a load does not come to its end.
        """
        sign = self.path / "loading"
        with open(self.path / "loading.lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            cut_off = sign.exists()
            sign.touch()
            yield cut_off
            sign.unlink()

    @contextmanager
    def in_use(self) -> Iterator[int]:
        """Đang phục vụ — held as long as pages are served; gives the file, so that the web server
        holds it too and goes on holding it should we be killed.
        """
        text = mark("Dữ liệu này đang được nâng cấp; hãy đợi xong rồi chạy lại.")
        with self._locked("serving.lock", fcntl.LOCK_SH, text) as held:
            yield held

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Đang dừng — no page is served from here, and none will be until this is over."""
        text = mark("Hệ thống đang phục vụ dữ liệu này; hãy dừng dịch vụ rồi chạy lại.")
        with self._locked("serving.lock", fcntl.LOCK_EX, text):
            yield

    @contextmanager
    def _locked(self, name: str, how: int, refusal: str) -> Iterator[int]:
        with open(self.path / name, "a") as lock:
            try:
                fcntl.flock(lock, how | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Refused([Reason(refusal)]) from None
            yield lock.fileno()

    def _office(self) -> dict[str, object]:
        file = self.path / "office.json"
        found: dict[str, object] = json.loads(file.read_text()) if file.exists() else {}
        return found

    def name_office(self, name: str) -> None:
        """Đặt tên cơ quan — kept beside the data; shown at the entrance."""
        self._keep_office(self._office() | {"name": name})

    def office_name(self) -> str:
        return str(self._office().get("name", ""))

    def backups(self) -> list[dict[str, Any]]:
        """Các bản sao lưu — file, size, digest, when made and when a restore of it was tested."""
        file = self.path / BACKUPS
        found: list[dict[str, Any]] = json.loads(file.read_text()) if file.exists() else []
        return found

    def note_backup(self, file: Path, size: int, digest: str) -> None:
        """Ghi lần sao lưu — newest first, the last hundred."""
        made = {"file": str(file), "size": size, "digest": digest, "made_at": _now()}
        self._keep_backups([made, *self.backups()][:MOST_BACKUPS])

    def note_tested(self, digest: str) -> None:
        """Ghi lần thử phục hồi — of the backup with this mark."""
        tested = [
            each | ({"tested_at": _now()} if each["digest"] == digest else {})
            for each in self.backups()
        ]
        self._keep_backups(tested)

    def _keep_backups(self, lines: list[dict[str, Any]]) -> None:
        (self.path / BACKUPS).write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")

    def offer_first_run(self) -> str:
        """Từ khởi tạo — opens the first-run page for a day; only its mark is kept."""
        word = secrets.token_urlsafe(32)
        offered = {"digest": _mark_of(word), "until": time.time() + A_DAY}
        file = self.path / "first-run.json"
        file.unlink(missing_ok=True)
        with open(file, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as made:
            json.dump(offered, made)
        return word

    def offers_first_run(self, word: str) -> bool:
        """Từ còn dùng được — the latest one, within a day."""
        file = self.path / "first-run.json"
        if not file.exists():
            return False
        offered = json.loads(file.read_text())
        same = hmac.compare_digest(offered["digest"], _mark_of(word))
        return same and bool(time.time() < offered["until"])

    def close_first_run(self) -> None:
        (self.path / "first-run.json").unlink(missing_ok=True)

    def is_demo(self) -> bool:
        return bool(self._office().get("demo"))

    def office_day(self) -> Callable[[], date]:
        """Ngày làm việc — the day the folder sets, read anew each time; else the clock of Hà Nội."""
        if isinstance(self._office().get("office_day"), str):
            return lambda: date.fromisoformat(str(self._office()["office_day"]))
        return lambda: datetime.now(HANOI).date()

    def turn_demo_to(self, office_day: date) -> None:
        """Đổi ngày của bản chạy thử — for whoever is served from this folder; never of an office."""
        if self.is_demo():
            self._keep_office(self._office() | {"office_day": office_day.isoformat()})

    def _keep_office(self, office: dict[str, object]) -> None:
        """Written beside and put in place at once: who reads meanwhile sees one or the other."""
        beside = self.path / "office.json.new"
        beside.write_text(json.dumps(office, ensure_ascii=False), encoding="utf-8")
        beside.replace(self.path / "office.json")


def _now() -> str:
    return datetime.now(HANOI).isoformat(timespec="seconds")


def _mark_of(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()


def default_folder() -> Path:
    """Nơi mặc định — /var/lib for root, else the user's data directory."""
    if os.geteuid() == 0:
        return Path("/var/lib/thenchot")
    return Path.home() / ".local" / "share" / "thenchot"
