from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0001_initial'),
    ]

    operations = [run_file(__file__, "uncounted")]
