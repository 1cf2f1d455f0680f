"""`thenchot journal verify` — rows and files of papers; one file altered or gone ends it with 1."""

from datetime import date

import pytest
from actors import demo_actor
from conftest import point_at
from django.conf import settings
from django.db import connection
from honest_files import docx
from world import TODAY, answer, small_world

from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.words import InstrumentKind
from thenchot.project.cli.keeping import verify
from thenchot.project.data_folder import DataFolder
from thenchot.project.postgres import roles

pytestmark = pytest.mark.database


@pytest.fixture
def kept(monkeypatch, tmp_path, server, committed):
    """The file of a paper, where it lies; asked from now on as the command asks, by the owner."""
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "dữ liệu"))
    small_world()
    digest = keep_file([docx("Kính gửi")], "a.docx")
    answer(
        register_instrument(
            demo_actor(), TODAY, kind=InstrumentKind.LETTER, number_sign="7-CV/TU", issuer="Tỉnh ủy",
            abstract="về việc có tệp", issued_year=2025, issued_on=date(2025, 6, 2), file_sha256=digest,
        )
    )  # fmt: skip
    point_at(server, committed, roles.OWNER)
    with connection.cursor() as cursor:  # a real office has no actors of the tests
        cursor.execute("DELETE FROM basis_scope WHERE actor IN ('thu', '900000')")
    yield settings.DATA_FOLDER.files / digest
    point_at(server, committed)


def test_files_as_they_were_kept_are_counted(kept, capsys):
    verify("", files=True)
    said = capsys.readouterr().out
    assert "Đã đọc lại 1 tệp của văn bản." in said
    assert "Không thấy sai khác." in said


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda place: place.write_bytes(place.read_bytes() + b" "), "không còn đúng như khi giữ"),
        (lambda place: place.write_bytes(place.read_bytes()[:40]), "không còn đúng như khi giữ"),
        (lambda place: place.unlink(), "Mất tệp"),
    ],
)
def test_a_file_altered_or_gone_is_named_and_ends_it_with_1(kept, capsys, harm, told):
    harm(kept)
    with pytest.raises(SystemExit) as ended:
        verify("", files=True)
    said = capsys.readouterr().out
    assert ended.value.code == 1
    assert f"{kept.name[:16]}…" in said
    assert told in said
    assert "Công văn số 7-CV/TU" in said
    assert "Không thấy sai khác" not in said
    verify("", files=False)
    assert "Không thấy sai khác" in capsys.readouterr().out
