"""Đưa vào dùng — Django's own examination finds nothing; the service asks for little."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNIT = Path(__file__).resolve().parents[2] / "deploy" / "thenchot.service"
PLACES = ("/opt/thenchot/", "/etc/thenchot/", "/var/lib/thenchot", "/etc/systemd/system/thenchot.service")  # fmt: skip


def examined(data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "django", "check", "--deploy"]
    return subprocess.run(
        [*command, "--fail-level", "WARNING", "--settings", "thenchot.project.settings"],
        env=os.environ | {"THENCHOT_DATA": str(data)} | variables,
        capture_output=True, text=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "variables", [{"THENCHOT_TLS": "1"}, {"THENCHOT_TLS": "1", "THENCHOT_BEHIND_PROXY": "1"}]
)
def test_django_finds_nothing_to_object_to(tmp_path, variables):
    found = examined(tmp_path, **variables)
    assert found.returncode == 0, found.stderr
    assert found.stdout == "System check identified no issues (0 silenced).\n"


def test_django_objects_to_what_is_served_in_the_open(tmp_path):
    found = examined(tmp_path, THENCHOT_DEBUG="1")
    assert found.returncode == 1
    assert "security.W018" in found.stderr  # DEBUG
    assert "security.W008" in found.stderr  # no redirect to TLS


def unit() -> configparser.RawConfigParser:
    parsed = configparser.RawConfigParser(strict=True)
    parsed.optionxform = str
    parsed.read(UNIT)
    return parsed


def test_the_service_asks_for_little():
    assert unit().sections() == ["Unit", "Service", "Install"]
    asked = unit()["Service"]
    assert asked["User"] == "thenchot"
    assert asked["Restart"] == "on-failure"
    assert asked["CapabilityBoundingSet"] == ""
    assert asked["ProtectSystem"] == "strict"
    assert asked["SystemCallFilter"] == "@system-service"
    for name in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"):
        assert asked[name] == "yes"
    assert asked["StateDirectoryMode"] == asked["RuntimeDirectoryMode"] == "0700"


def test_the_service_names_no_place_but_its_own():
    named = re.findall(r"(?<![\w.])/[\w./-]+", UNIT.read_text())
    assert len(named) > 5
    assert [place for place in named if not place.startswith((*PLACES, "/tmp"))] == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")
def test_systemd_understands_every_line(tmp_path):
    """With a program that is there; what systemd does not know it says and passes over."""
    text = UNIT.read_text()
    (tmp_path / UNIT.name).write_text(text.replace("/opt/thenchot/bin/thenchot", sys.executable))
    found = verified(tmp_path / UNIT.name)
    assert (found.returncode, found.stderr) == (0, "")
    (tmp_path / UNIT.name).write_text(text.replace("ProtectHome=", "ProtectHme="))
    assert "Unknown key" in verified(tmp_path / UNIT.name).stderr


def verified(file: Path) -> subprocess.CompletedProcess[str]:
    command = ["systemd-analyze", "verify", "--man=no", str(file)]
    return subprocess.run(command, capture_output=True, text=True)
