from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):
    """An organ registers a paper that another organ holds, without seeing the other's register."""

    dependencies = [
        ("documents", "0010_asked_units"),
    ]

    operations = [
        run_file(__file__, "stored_papers"),
    ]
