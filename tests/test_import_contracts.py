"""Hợp đồng nhập khẩu — each contract turns red on a planted violation, and only then."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = configparser.ConfigParser()
CONTRACTS.read(ROOT / ".importlinter")
NAMES = [name.rpartition(":")[2] for name in CONTRACTS.sections() if ":contract:" in name]

ORGANIZATION = "from thenchot.ground.register.models import Organization\n"
PLANTED = [
    ("wings", {"ground/plain/days.py": "import thenchot.doors.access.actor\n"}),
    ("wings", {"people/members.py": "import thenchot.figures\n"}),
    ("wings", {"office/work.py": "import thenchot.people\n"}),
    ("wings", {"cellar/__init__.py": ""}),
    ("doors", {"doors/exchange/demo/small_world.py": "import thenchot.doors.web.forms\n"}),
    ("doors", {"doors/access/actor.py": "import thenchot.doors.exchange\n"}),
    ("doors", {"doors/chat/__init__.py": ""}),
    ("figures", {"figures/indicators.py": "import thenchot.figures.reports\n", "figures/reports.py": ""}),
    ("figures", {"figures/forecast.py": ""}),
    ("people", {"people/members.py": "import thenchot.people.cadres\n", "people/cadres.py": ""}),
    ("people", {"people/oversight.py": "import thenchot.people.awards\n", "people/awards.py": ""}),
    ("office", {"office/documents.py": "import thenchot.office.work\n", "office/work.py": ""}),
    ("ground", {"ground/basis/rules.py": "import thenchot.ground.register.words\n"}),
    ("ground", {"ground/plain/days.py": "import thenchot.ground.basis.words\n"}),
    ("tables", {"doors/web/views.py": ORGANIZATION}),
    ("tables", {"doors/web/forms.py": "import thenchot.ground.basis.models.journal\n"}),
    ("tables", {"doors/exchange/demo/small_world.py": ORGANIZATION}),
    ("rules", {"ground/register/rules.py": "import django.utils.timezone\n"}),
    ("rules", {"ground/register/words.py": "import thenchot.ground.basis.reads.scoped\n"}),
    ("rules", {"ground/plain/names.py": "from django.db import models\n"}),
    ("rooms", {"ground/register/reads.py": "import thenchot.ground.register.acts.people\n"}),
    ("rooms", {"ground/basis/models/fact.py": "import thenchot.ground.basis.reads.scoped\n"}),
    ("rooms", {"ground/register/words.py": "import thenchot.ground.register.rules\n"}),
    ("circles", {"ground/basis/acts/act.py": "import thenchot.ground.basis.acts.correct\n"}),
    ("circles", {"project/data_folder.py": "import thenchot.project.settings\n"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    place = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / ".importlinter", place)
    skipped = shutil.ignore_patterns("__pycache__", "migrations", "locale", "*.csv")
    shutil.copytree(ROOT / "src" / "thenchot", place / "thenchot", ignore=skipped)
    return place


def lint(house, *contracts):
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    program = "from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", *chosen],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
    )


def test_the_house_as_it_stands_keeps_every_contract(house):
    result = lint(house)
    assert result.returncode == 0, result.stdout
    assert f"Contracts: {len(NAMES)} kept, 0 broken." in result.stdout


@pytest.mark.parametrize(("contract", "files"), PLANTED)
def test_a_planted_violation_turns_its_contract_red(house, contract, files):
    before = {}
    for name, line in files.items():
        file = house / "thenchot" / name
        before[file] = file.read_text() if file.exists() else None
        file.parent.mkdir(exist_ok=True)
        file.write_text((before[file] or "") + line)
    try:
        result = lint(house, contract)
    finally:
        for file, text in before.items():
            if text is None:
                file.unlink()
                if file.parent.name in {"cellar", "chat"}:
                    shutil.rmtree(file.parent)
            else:
                file.write_text(text)
    assert result.returncode != 0, result.stdout
    title = CONTRACTS[f"importlinter:contract:{contract}"]["name"]
    assert f"{title} BROKEN" in result.stdout


def test_every_contract_has_a_planted_violation():
    assert {contract for contract, _ in PLANTED} == set(NAMES)
