"""Đo — the bench does its work and leaves every number; how fast is not a matter of tests."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.database
def test_the_quick_bench_leaves_every_number(tmp_path):
    (tmp_path / "bench").mkdir()
    for file in (ROOT / "bench").iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path / "bench")
    command = [sys.executable, "bench/run.py", "--quick"]
    paths = {"PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run(command, cwd=tmp_path, env=os.environ | paths, capture_output=True)
    assert result.returncode == 0, result.stderr.decode()
    rows = json.loads((tmp_path / "var/bench/latest.json").read_text())
    assert len(rows) == 76
    assert all(row["value"] > 0 for row in rows)
