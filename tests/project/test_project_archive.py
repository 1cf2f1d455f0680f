"""Sao lưu, phục hồi, báo cáo trên dòng lệnh — what was saved comes back to the byte; damage is refused."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import psycopg
import pytest
from demo_office import own_copy

from thenchot.project.postgres import launcher, roles

pytestmark = pytest.mark.database
PAPER = b"%PDF-1.7 mot van ban"
DIGEST = hashlib.sha256(PAPER).hexdigest()
SHAPES = ("json", "xlsx", "docx", "pdf")
UNNAMED = re.compile(r"(::\w+) AS \w+")  # a view read anew names the columns of its later arms
WALLS = """
    SELECT 'table', c.relname, c.relkind::text, pg_get_userbyid(c.relowner)::text,
           concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity, c.reloptions),
           ARRAY(SELECT each::text FROM unnest(c.relacl) each ORDER BY 1)::text
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL SELECT 'policy', tablename, policyname, permissive, concat_ws(' ', roles, cmd), concat_ws(' / ', qual, with_check)
      FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT 'view', viewname, viewowner, '', '', definition FROM pg_views WHERE schemaname = 'public'
    UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, tgenabled::text, '', pg_get_triggerdef(oid)
      FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function', p.oid::regprocedure::text, pg_get_userbyid(p.proowner), p.prosecdef::text, p.proconfig::text,
           ARRAY(SELECT each::text FROM unnest(p.proacl) each ORDER BY 1)::text || p.prosrc
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prolang <> 13
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1, 2, 3, 4
"""


def thenchot(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "thenchot.project.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def place(loaded):
    """A demo of 300 members with one frozen report, and its backup."""
    with own_copy(loaded, "tc-sao lưu-") as found:
        assert thenchot("freeze", "quy-1-2023", "--data", found / "dữ liệu").stdout == (
            "Đã chốt quý I-2023, lần 1.\n"
        )
        (found / "dữ liệu" / "files").mkdir(mode=0o700)
        (found / "dữ liệu" / "files" / DIGEST).write_bytes(PAPER)
        saved = thenchot("backup", found / "bản lưu.tar", "--data", found / "dữ liệu")
        assert saved.returncode == 0, saved.stderr
        yield found


@pytest.fixture(scope="module")
def restored(place):
    done = thenchot("restore", place / "bản lưu.tar", "--data", place / "phục hồi")
    assert (done.returncode, done.stderr) == (0, "")
    return place / "phục hồi"


def test_files_named_by_no_paper_for_a_month_are_tidied_away(restored):
    old = restored / "files" / ("0" * 64)
    old.write_bytes(PAPER)
    os.utime(old, (0, 0))
    done = thenchot("tidy", "--data", restored)
    assert (done.returncode, done.stderr) == (0, "")
    assert "đã xóa 1 tệp" in done.stdout
    assert not old.exists()
    assert (restored / "files" / DIGEST).exists()


def walls(data: Path) -> list[tuple]:
    server = launcher.ensure(data)
    try:
        with psycopg.connect(server.url(roles.OWNER)) as owner:
            found = owner.execute(WALLS).fetchall()
            return [(*row[:5], UNNAMED.sub(r"\1", row[5])) for row in found]
    finally:
        server.stop()


def reports(data: Path, work: Path) -> dict[str, bytes]:
    """Every report of two periods in every form, and the frozen one."""
    found = {}
    for period, *more in (("quy-1-2023",), ("nam-2024",), ("quy-1-2023", "--frozen", "1")):
        for shape in SHAPES:
            file = work / f"tep.{shape}"
            done = thenchot(
                "report", period, "--data", data, "--format", shape, "--to", file, *more
            )
            assert done.returncode == 0, done.stderr
            found[f"{period} {shape} {more}"] = file.read_bytes()
    return found


def test_the_walls_come_back_as_they_stood(place, restored):
    """Tables with their owners and grants, row security, policies, views, triggers, functions."""
    before = walls(place / "dữ liệu")
    assert walls(restored) == before
    forced = [row for row in before if row[0] == "table" and row[4].startswith("t t")]
    policies = [row for row in before if row[0] == "policy"]
    assert len(forced) > 40
    assert len([row for row in policies if row[2] == "keeper"]) >= len(forced)


def test_what_was_saved_comes_back_to_the_byte(place, restored, tmp_path):
    assert reports(restored, tmp_path) == reports(place / "dữ liệu", tmp_path)
    both = [thenchot("journal", "verify", "--data", data) for data in (place / "dữ liệu", restored)]
    assert both[0].stdout.splitlines()[-1] == both[1].stdout.splitlines()[-1]  # one chain head
    again = thenchot("restore", place / "bản lưu.tar", "--data", restored)
    assert again.returncode == 1
    assert "đã có dữ liệu" in again.stderr


def test_the_files_of_papers_come_back(restored):
    assert (restored / "files" / DIGEST).read_bytes() == PAPER


def test_a_backup_is_readable_by_its_owner_only_and_holds_no_secret(place):
    assert (place / "bản lưu.tar").stat().st_mode & 0o777 == 0o600
    with tarfile.open(place / "bản lưu.tar") as tar:
        parts = ["database.dump", "files.tar", "manifest.json", "office.json"]
        assert sorted(tar.getnames()) == parts
    secret = (place / "dữ liệu" / "secret-key").read_bytes().strip()
    assert secret not in (place / "bản lưu.tar").read_bytes()


def cut_short(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def one_bit_off(whole: bytes) -> bytes:
    place = len(whole) * 2 // 3
    return whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


def another_file(_: bytes) -> bytes:
    return b"khong phai ban luu" * 1000


def altered(whole: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(whole)) as before, tarfile.open(fileobj=made, mode="w") as after:  # fmt: skip
        for member in before.getmembers():
            held = content if member.name == name else before.extractfile(member).read()
            told = tarfile.TarInfo(member.name)
            told.size = len(held)
            after.addfile(told, io.BytesIO(held))
    return made.getvalue()


def a_part_exchanged(whole: bytes) -> bytes:
    return altered(whole, "office.json", b'{"demo": false}')


def a_newer_format(whole: bytes) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(whole)) as tar:
        manifest = json.loads(tar.extractfile("manifest.json").read())
    return altered(whole, "manifest.json", json.dumps(manifest | {"format": 99}).encode())


def a_path_that_leaves(whole: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as tar:
        member = tarfile.TarInfo("../ra-ngoai")
        tar.addfile(member, io.BytesIO())
    return made.getvalue()


@pytest.mark.parametrize(
    "damage",
    [cut_short, one_bit_off, another_file, a_part_exchanged, a_newer_format, a_path_that_leaves],
)
def test_a_damaged_backup_is_refused_and_leaves_nothing(place, tmp_path, damage):
    file = tmp_path / "hong.tar"
    file.write_bytes(damage((place / "bản lưu.tar").read_bytes()))
    done = thenchot("restore", file, "--data", tmp_path / "moi")
    assert done.returncode == 1
    assert "không phải bản sao lưu của Then Chốt, hoặc đã hỏng" in done.stderr
    assert "Traceback" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["hong.tar"]


def test_a_journal_rewritten_inside_a_backup_is_found_after_restoring(place, tmp_path):
    """The marks of the file are made anew, so only the chain itself can tell."""
    data = tmp_path / "du-lieu"
    assert thenchot("restore", place / "bản lưu.tar", "--data", data).returncode == 0
    server = launcher.ensure(data)
    try:
        with psycopg.connect(server.url(launcher.ADMIN, roles.DATABASE)) as admin:
            admin.execute("SET session_replication_role = replica")
            admin.execute("UPDATE members_movement SET effective = daterange('2023-01-01', '2023-01-02') WHERE id = (SELECT min(id) FROM members_movement)")  # fmt: skip
    finally:
        server.stop()
    assert thenchot("backup", tmp_path / "sua.tar", "--data", data).returncode == 0
    done = thenchot("restore", tmp_path / "sua.tar", "--data", tmp_path / "lai")
    assert (done.returncode, done.stderr) == (
        1,
        "Nhật ký trong bản sao lưu không khớp; không dùng được.\n",
    )
    assert not (tmp_path / "lai").exists()


def test_a_report_is_printed_as_rows(place):
    done = thenchot("report", "quy-1-2023", "--data", place / "dữ liệu", "--format", "json")
    rows = {row["code"]: row for row in json.loads(done.stdout)}
    asked = {"code", "label", "target", "actual", "percent", "same_period", "change"}
    assert all(asked <= row.keys() for row in rows.values())
    assert rows["chi-bo"]["actual"] == rows["chi-bo.co"]["actual"] + rows["chi-bo.khong"]["actual"]
    assert rows["chi-bo-co-ke-hoach-kiem-tra"]["percent"] == "100,00%"
    text = thenchot("--lang", "en", "report", "nam-2024", "--data", place / "dữ liệu").stdout
    assert "Members admitted" in text


def test_a_small_world_does_not_pass_for_the_province(place):
    done = thenchot("demo", "--data", place / "dữ liệu", "verify", "--format", "json")
    assert done.returncode == 1
    checks = json.loads(done.stdout)
    assert {check["kind"] for check in checks} == {
        "count",
        "sum",
        "ratio",
        "target",
        "bound",
        "relation",
        "paper",
    }
    assert any(not check["holds"] for check in checks)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["report", "quy-5-2023"], "không phải là kỳ"),
        (["report", "nhiem-ky-2020-2025"], "Chưa có mẫu báo cáo"),
        (["report", "quy-1-2023", "--unit", "999999"], "Không có báo cáo này"),
        (["report", "quy-1-2023", "--frozen", "9"], "Không có báo cáo này"),
        (["report", "quy-1-2023", "--format", "pdf"], "cần nơi ghi ra"),
        (["freeze", "quy-2-2025"], "Kỳ chưa kết thúc"),
        (["freeze", "quy-1-1990"], "Chưa có tổ chức nào"),
        (["backup", "/khong/co/thu-muc.tar"], "Không có thư mục"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_with_a_code(place, words, said):
    done = thenchot(*words, "--data", place / "dữ liệu")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_backup_to_an_existing_file_replaces_it_whole(place, tmp_path):
    file = tmp_path / "cu.tar"
    file.write_text("cũ")
    assert thenchot("backup", file, "--data", place / "dữ liệu").returncode == 0
    assert tarfile.is_tarfile(file)
    assert os.listdir(tmp_path) == ["cu.tar"]


def test_a_tested_restore_is_noted_beside_the_data(place, tmp_path):
    """The page of backups shows it; the folder restored into for the test is thrown away."""
    data = place / "dữ liệu"
    done = thenchot("backup", tmp_path / "thu.tar", "--data", data, "--test")
    assert done.returncode == 0, done.stderr
    assert "Đã thử phục hồi" in done.stdout
    newest, *older = json.loads((data / "backups.json").read_text())
    assert (newest["file"], newest["size"]) == (
        str(tmp_path / "thu.tar"),
        (tmp_path / "thu.tar").stat().st_size,
    )
    assert newest["made_at"] <= newest["tested_at"]
    assert all("tested_at" not in each for each in older)
