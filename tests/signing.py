"""Người đăng nhập thử — accounts that are open on the day, a clock that stands still, a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import psycopg
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from thenchot.doors.access.models import Account
from thenchot.doors.access.sign_in.passwords import OfficeHasher
from thenchot.project.postgres import roles

PASSWORD = "bốn từ dễ nhớ 2025"
WRONG = "sai hẳn một mật khẩu"
NOW = datetime(2025, 6, 16, 1, 0, tzinfo=UTC)


class Clock:
    """Đồng hồ — moves only when told to."""

    def __init__(self, monkeypatch):
        self.now = NOW
        monkeypatch.setattr(timezone, "now", lambda: self.now)

    def step(self, **how):
        self.now += timedelta(**how)


class Counted:
    """Máy đếm băm — a cheap stand-in for Argon2 that counts how often it was asked."""

    def __init__(self, monkeypatch):
        self.times = 0
        monkeypatch.setattr(OfficeHasher, "verify", self.verify)
        monkeypatch.setattr(OfficeHasher, "encode", self.encode)

    def verify(self, password, encoded):
        self.times += 1
        return password == PASSWORD

    def encode(self, password, salt):
        self.times += 1
        return "argon2$argon2id$v=19$m=102400,t=2,p=8$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43


HASHED = make_password(PASSWORD)


@contextmanager
def opened(server, *names) -> Iterator[list[Account]]:
    """Tài khoản đang mở — the owner writes their reach, as triggers do; gone afterwards."""
    accounts = [Account.objects.create(username=name, password=HASHED) for name in names]
    url = server.url(roles.OWNER, settings.DATABASES["default"]["NAME"])
    actors = [str(account.pk) for account in accounts]
    with psycopg.connect(url, autocommit=True) as owner:
        owner.cursor().executemany(
            "INSERT INTO basis_scope (actor, role, from_day, until_day)"
            " VALUES (%s, 'dang_vien', '2025-01-01', 'infinity')",
            [(actor,) for actor in actors],
        )
        yield accounts
        owner.execute("DELETE FROM basis_scope WHERE actor = ANY(%s)", [actors])


def browser(address="192.0.2.1", **more) -> Client:
    return Client(REMOTE_ADDR=address, **more)


def sign_in(client, name, password=PASSWORD, **more):
    return client.post("/dang-nhap", {"login": name, "password": password, **more})


def is_in(client) -> bool:
    return client.get("/xac-thuc").status_code == 200


def said(response) -> str:
    return response.content.decode()
