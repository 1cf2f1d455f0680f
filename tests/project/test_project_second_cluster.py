"""Máy chủ riêng — the same program on another cluster, by DATABASE_URL and DATABASE_OWNER_URL."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from thenchot.project.postgres import launcher, roles

pytestmark = pytest.mark.database


def thenchot(variables: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "thenchot.project.cli", *words]
    return subprocess.run(command, env=os.environ | variables, capture_output=True, text=True)


def test_a_separate_server_is_prepared_migrated_examined_and_verified():
    place = Path(tempfile.mkdtemp(prefix="tc-riêng-"))
    place.chmod(0o755)
    server = launcher.ensure(place / "other")
    try:
        variables = {
            "DATABASE_URL": server.url(roles.WEB),
            "DATABASE_OWNER_URL": server.url(roles.OWNER),
            "THENCHOT_DATA": str(place / "data"),
        }
        admin = server.url(launcher.ADMIN, "postgres")
        for words in (
            ("db", "prepare", "--admin-url", admin),
            ("migrate",),
            ("doctor",),
            ("journal", "verify"),
        ):
            result = thenchot(variables, *words)
            assert result.returncode == 0, (words, result.stdout, result.stderr)
        assert_only_the_owner_verifies_and_saves(variables, place)
        assert_other_versions_are_refused(server, variables)
        assert not (place / "data" / "postgres").exists()
    finally:
        server.stop("immediate")
        shutil.rmtree(place, ignore_errors=True)


def assert_only_the_owner_verifies_and_saves(variables, place):
    """Row security hides rows from the web role: what it found or saved would be a part only."""
    for words in (("journal", "verify"), ("backup", str(place / "b.tar")), ("upgrade",)):
        refused = thenchot(variables | {"DATABASE_OWNER_URL": ""}, *words)
        assert refused.returncode == 1
        assert "cần địa chỉ của chủ cơ sở dữ liệu (DATABASE_OWNER_URL)" in refused.stderr
    assert not (place / "b.tar").exists()


def assert_other_versions_are_refused(server, variables):
    with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
        owner.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '0999_sau', now())"
        )
        newer = thenchot(variables, "serve")
        assert newer.returncode == 1
        assert "bản mới hơn của Then Chốt tạo (register 0999_sau)" in newer.stderr
        owner.execute("DELETE FROM django_migrations WHERE name IN ('0999_sau', '0002_protect')")
    older = thenchot(variables | {"DATABASE_OWNER_URL": ""}, "serve")
    assert older.returncode == 1
    assert "chưa cập nhật (register 0002_protect)" in older.stderr


def test_a_server_that_does_not_answer_is_said_in_one_sentence():
    result = thenchot({"DATABASE_URL": "postgresql://x@127.0.0.1:9/x"}, "migrate")
    assert result.returncode == 1
    assert "Không kết nối được" in result.stderr
    assert "Traceback" not in result.stderr
