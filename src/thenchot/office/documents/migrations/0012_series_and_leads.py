from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):
    """A series opened, or let run on, shares no day with another that would give the same numbers;
    whom a direction asked to lead knows that a later one asked another."""

    dependencies = [
        ("documents", "0011_stored_papers"),
    ]

    operations = [
        run_file(__file__, "series_run_alone"),
        run_file(__file__, "led_by_another"),
    ]
