"""`thenchot cite` — a text in, one line a citation out; what is no text is refused."""

import json
import subprocess
import sys

COMMAND = [sys.executable, "-m", "thenchot.project.cli", "cite"]
KEYS = ["raw", "type", "number", "year", "type_abbr", "organ_abbr", "date"]


def cite(*words, text=""):
    given = text if isinstance(text, bytes) else text.encode()
    return subprocess.run([*COMMAND, *words], input=given, capture_output=True)


def test_what_is_piped_in_comes_out_as_one_object_a_line():
    result = cite(
        "-", "--format", "json", text="Theo Kế hoạch 316 ngày 11-12-2024\nvà số 05-NQ/ĐU."
    )
    lines = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert result.returncode == 0
    assert [list(line) for line in lines] == [KEYS, KEYS]
    assert list(lines[0].values()) == [
        "Kế hoạch 316 ngày 11-12-2024", "Kế hoạch", "316", None, None, None, "2024-12-11",
    ]  # fmt: skip
    assert list(lines[1].values()) == ["số 05-NQ/ĐU", "Nghị quyết", "05", None, "NQ", "ĐU", None]


def test_a_file_is_read_and_told_in_words(tmp_path):
    file = tmp_path / "bản thảo.txt"
    file.write_text("Căn cứ Quyết định số 15-QĐ/TU, ngày 03/02/2025", encoding="utf-8")
    result = cite(str(file))
    assert result.stdout.decode().splitlines() == ["Quyết định số 15-QĐ/TU, ngày 03/02/2025"]


def test_what_cannot_be_read_is_refused_in_plain_words(tmp_path):
    missing = cite(str(tmp_path / "không có.txt"))
    binary = cite(text=b"\xff\xfe\x00PDF")
    assert missing.returncode == binary.returncode == 1
    assert "Không có tệp" in missing.stderr.decode()
    assert "UTF-8" in binary.stderr.decode()
    assert missing.stdout == binary.stdout == b""
