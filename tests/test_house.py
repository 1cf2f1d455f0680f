"""Ngôi nhà — what a newcomer relies on: two commands, pinned packages, files that explain themselves."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = [
    file
    for file in sorted((ROOT / "src" / "thenchot").rglob("*.py"))
    if "migrations" not in file.parts and file.read_text().strip()
]


def test_the_first_screen_of_the_readme_holds_two_commands():
    first = (ROOT / "README.md").read_text().partition("\n---\n")[0]
    assert re.findall(r"^make (\w+)", first, re.MULTILINE) == ["demo", "test"]


def test_the_robot_runs_what_the_readme_says():
    assert (ROOT / ".ci" / "run").read_text().splitlines() == ["#!/bin/sh", "exec make test"]


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_every_package_is_pinned_and_hashed(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text().replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(lines) > 10
    assert all("==" in line and "--hash=sha256:" in line for line in lines)


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(ROOT)))
def test_a_module_explains_itself_and_stays_short(module):
    text = module.read_text()
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(ROOT)))
def test_what_is_public_says_what_it_means(module):
    if module.parent.name == "cli" or module.name == "apps.py":
        return  # a command's help is its meaning; the docstring of the module is the app's
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_oracles_are_strangers_to_the_product():
    for oracle in (ROOT / "tests" / "oracles").glob("*.py"):
        for node in ast.walk(ast.parse(oracle.read_text())):
            names = [alias.name for alias in getattr(node, "names", [])]
            imported = [getattr(node, "module", "") or "", *names]
            assert not any(name.startswith(("thenchot", "django")) for name in imported), oracle


def test_nothing_that_runs_reads_what_lies_beside_the_project():
    kept = [
        *MODULES,
        *(ROOT / "scripts").iterdir(),
        *(ROOT / "bench").glob("*.py"),
        ROOT / "Makefile",
    ]
    for file in kept:
        if file.is_file():
            assert "../shared" not in file.read_text(), file
