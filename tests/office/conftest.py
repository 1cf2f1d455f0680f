"""Chữ còn lại — for tests of what a removal leaves behind."""

from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from removed import MARK

from thenchot.project.data_folder import DataFolder
from thenchot.project.postgres import roles


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "DATA_FOLDER", DataFolder(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def left(server, folder):
    """Where the mark still stands: rows of every table as a dump writes them, and kept files."""

    def found() -> list[str]:
        name = connection.settings_dict["NAME"]
        places = [str(each) for each in folder.rglob("*") if _holds(each)]
        with psycopg.connect(server.url(roles.OWNER, name)) as owner:
            tables = owner.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            for (table,) in tables:
                with owner.cursor().copy(f"COPY {table} TO STDOUT") as rows:
                    said = b"".join(bytes(row) for row in rows).decode().lower()
                if MARK in said or MARK.encode().hex() in said:
                    places.append(table)
        return sorted(places)

    return found


def _holds(place: Path) -> bool:
    return place.is_file() and (MARK.encode() in place.read_bytes() or place.suffix == ".png")
