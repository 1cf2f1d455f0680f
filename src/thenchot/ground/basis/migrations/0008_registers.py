from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0007_every_kind_of_paper'),
    ]

    operations = [run_file(__file__, "registers")]
