from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file
from thenchot.ground.basis.migrations.operations.wall import WallAgain

READ = {"right": "documents.xem", "units": ("organization",)}
ASKED = {"right": "documents.xem", "units": ("organization", "unit"), "person": "person"}


class Migration(migrations.Migration):
    """Whom a direction asks sees the paper, what was said of it, and answers for the own part."""

    dependencies = [
        ("basis", "0011_files_stay"),
        ("documents", "0009_after_issue"),
    ]

    operations = [
        WallAgain("assignment", was=ASKED, answered=True, **ASKED),
        WallAgain("incoming", was=READ, named_in=("documents.Assignment", "incoming"), **READ),
        WallAgain("direction", was=READ, named_in=("documents.Assignment", "direction"), **READ),
        run_file(__file__, "asked_units"),
    ]
