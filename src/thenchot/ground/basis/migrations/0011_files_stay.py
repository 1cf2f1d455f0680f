from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0010_exchanged_days'),
    ]

    operations = [
        run_file(__file__, "files"),
    ]
