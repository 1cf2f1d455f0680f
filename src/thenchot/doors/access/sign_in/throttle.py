"""Nhịp đăng nhập — guesses are slowed by account, by known device and by address, never stopped.

A guess is counted before anything is hashed and given back when it was right, so many at once get
no more than one after another. Five are free; then one waits 1, 2, 4, 8, 16, 30, 60, 60… seconds:
at most 19 guesses of one name reach the hash in ten minutes, from however many addresses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from thenchot.doors.access.models import Throttle
from thenchot.doors.access.sign_in.addresses import client_address, neighbourhood
from thenchot.doors.access.sign_in.devices import known_device

FORGOTTEN_AFTER = timedelta(minutes=10)
KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """Nhịp — how many failures are free, what each one more costs in seconds, what time forgives.

    Every `under` seconds one failure is forgiven below the free number, every `over` seconds above
    it; 0 never. After ten quiet minutes all are.
    """

    free: int
    waits: tuple[int, ...]
    under: int = 0
    over: int = 0

    def left(self, failures: int, quiet: timedelta) -> int:
        """Còn lại — the failures still held against the next guess."""
        if quiet >= FORGOTTEN_AFTER:
            return 0
        each = self.under if failures <= self.free else self.over
        forgiven = int(max(0.0, quiet.total_seconds()) // each) if each else 0
        return max(0, failures - forgiven)

    def wait(self, failures: int) -> timedelta:
        """Phải đợi — since the last failure."""
        if failures < self.free:
            return timedelta()
        return timedelta(seconds=self.waits[min(failures - self.free, len(self.waits) - 1)])

    @property
    def most(self) -> int:
        """Where counting stops: more failures would cost no more."""
        return self.free + len(self.waits)


ONE_NAME = Pace(5, (1, 2, 4, 8, 16, 30, 60))
ONE_ADDRESS = Pace(300, (1, 2, 4, 8, 16, 30), under=2, over=60)  # 300 in ten minutes is an office


class TooSoon(ValidationError):
    """Chưa đến lượt — how many seconds to wait; nothing was hashed."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        text = gettext("Đã nhập sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại.")
        super().__init__(text.format(seconds=seconds), code="too_soon")


@dataclass(frozen=True, slots=True)
class Attempt:
    """Lần thử — counted already; given back when it was right."""

    taken: tuple[tuple[str, datetime], ...]  # the key, and the last failure before this one
    at: datetime

    def give_back(self) -> None:
        """Trả lại — a right guess was no failure."""
        for key, before in self.taken:
            with connection.cursor() as cursor:
                cursor.execute(_GIVE_BACK, [self.at, before, key])


def admit(request: HttpRequest, username: str) -> Attempt:
    """Cho thử — counts one guess of this name from this place, or raises TooSoon."""
    name = username.strip().lower()
    device = known_device(request, name)
    if device:
        return _take([(f"may:{device}", ONE_NAME)])
    place = neighbourhood(client_address(request))
    return _take([(f"noi:{place}"[:200], ONE_ADDRESS), (f"ten:{name}"[:200], ONE_NAME)])


def wrong_key(request: HttpRequest) -> None:
    """Khóa sai — a secret nobody was given, counted by place; TooSoon after very many."""
    place = neighbourhood(client_address(request))
    _take([(f"khoa:{place}"[:200], ONE_ADDRESS)])


_LOCK = """
    INSERT INTO access_throttle (key, failures, last_at) VALUES (%s, 0, %s)
    ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING failures, last_at
"""
_GIVE_BACK = """
    UPDATE access_throttle SET failures = greatest(failures - 1, 0),
           last_at = CASE WHEN last_at = %s THEN %s ELSE last_at END WHERE key = %s
"""


_FORGET = """
    DELETE FROM access_throttle WHERE id IN
           (SELECT id FROM access_throttle WHERE last_at < %s FOR UPDATE SKIP LOCKED)
"""


@transaction.atomic
def _take(buckets: Sequence[tuple[str, Pace]]) -> Attempt:
    """Locks the rows in one order of kinds, so that two guesses never wait for each other."""
    held: list[tuple[str, Pace, int, datetime]] = []
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [timezone.now() - KEPT_FOR])
        for key, pace in buckets:
            cursor.execute(_LOCK, [key, timezone.now()])
            held.append((key, pace, *cursor.fetchone()))
    now = timezone.now()
    longest = timedelta()
    for key, pace, failures, last_at in held:
        counted = pace.left(failures, now - last_at)
        longest = max(longest, last_at + pace.wait(counted) - now)
        counted = min(counted + 1, pace.most)
        Throttle.objects.filter(key=key).update(failures=counted, last_at=now)
    if longest > timedelta():
        raise TooSoon(ceil(longest.total_seconds()))  # and nothing was counted: it is undone
    return Attempt(tuple((key, last_at) for key, _, _, last_at in held), now)
