from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):
    """A list of members brings their numbers; the wall asks the right to record numbers itself."""

    dependencies = [
        ('identity', '0002_numbers_are_no_figure'),
    ]

    operations = [
        run_file(__file__, "of_lists"),
    ]
