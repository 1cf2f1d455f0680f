"""Hướng dẫn cài đặt — every command, option and setting it names is there; both languages say the same."""

import re
import shlex
from pathlib import Path

import click
import pytest

from thenchot.project.cli import cli

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "install.md").read_text()
VIETNAMESE, ENGLISH = TEXT.split("\n---\n")
COMMAND = re.compile(r"(?:^|[\s/=])thenchot ((?!/)[^|;&\n]+)")

OTHERS = ("install ", "useradd ", "systemctl ", "journalctl ")  # name the user or the service


def blocks(text: str) -> list[str]:
    return re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """What follows the program's name in the code blocks."""
    lines = [line for block in blocks(text) for line in block.splitlines()]
    lines = [line for line in lines if not line.startswith(OTHERS)]
    asked = [line.replace("sudo -u thenchot ", "") for line in lines]
    return [found[1] for line in asked if (found := COMMAND.search(line))]


def refuse_unknown(words: list[str]) -> None:
    """Walk from group to command, then let click read the options; nothing is run."""
    at: click.Command = cli
    context = click.Context(cli, info_name="thenchot")
    while isinstance(at, click.Group) and words:
        found = at.get_command(context, words[0])
        assert found, words
        at, words = found, words[1:]
        context = click.Context(at, info_name=at.name, parent=context)
    at.make_context(at.name, list(words))


@pytest.mark.parametrize("command", sorted({*commands(VIETNAMESE), *commands(ENGLISH)}))
def test_every_command_exists_with_its_options(command):
    refuse_unknown(shlex.split(command.replace("$(date +\\%F)", "day")))


def test_the_commands_an_office_needs_are_all_told():
    for text in (VIETNAMESE, ENGLISH):
        told = {" ".join(command.split()[:2]).partition(" -")[0] for command in commands(text)}
        assert {"init", "serve", "doctor", "migrate", "upgrade"} <= {
            word.split()[0] for word in told
        }
        assert {"db prepare", "journal verify"} <= told
        assert {"backup", "restore"} <= {word.split()[0] for word in told}


@pytest.mark.parametrize("words", [["nothing"], ["serve", "--tls"], ["upgrade", "--backup"]])
def test_what_does_not_exist_would_be_found(words):
    with pytest.raises((AssertionError, click.UsageError)):
        refuse_unknown(words)


def test_the_service_runs_a_command_that_exists():
    unit = (ROOT / "deploy" / "thenchot.service").read_text()
    (line,) = re.findall(r"^ExecStart=/opt/thenchot/bin/thenchot (.+)$", unit, re.MULTILINE)
    refuse_unknown(shlex.split(line))
    assert line.split()[0] == "serve"


def test_every_setting_it_names_is_read():
    read = (ROOT / "src" / "thenchot" / "project" / "environment.py").read_text()
    named = set(re.findall(r"\b(?:THENCHOT|DATABASE)_[A-Z_]+\b", TEXT))
    assert {"THENCHOT_ALLOWED_HOSTS", "DATABASE_URL", "DATABASE_OWNER_URL"} <= named
    assert [name for name in named if f'"{name}"' not in read] == []


def test_both_languages_tell_the_same_steps():
    chapters = [re.findall(r"^## (\d+)\.", text, re.MULTILINE) for text in (VIETNAMESE, ENGLISH)]
    assert chapters[0] == chapters[1] == [str(n) for n in range(1, 15)]
    shapes = [[len(block.splitlines()) for block in blocks(text)] for text in (VIETNAMESE, ENGLISH)]
    assert shapes[0] == shapes[1]
    told = [[command.split()[0] for command in commands(text)] for text in (VIETNAMESE, ENGLISH)]
    assert told[0] == told[1]


def test_what_make_wheels_copies_is_what_the_page_installs():
    rule = (ROOT / "Makefile").read_text().partition("\nwheels:")[2].partition("\n\n")[0]
    for name in ("requirements/runtime.txt", "deploy/thenchot.service", "docs/install.md"):
        assert name in rule
        assert (ROOT / name).exists()
