from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0005_sight'),
    ]

    operations = [run_file(__file__, "undo")]
