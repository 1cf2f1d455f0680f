from django.db import migrations, models
from django.db.models.functions import Upper

from thenchot.ground.basis.migrations.operations import run_file


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0012_emptying'),
    ]

    operations = [
        migrations.AddField(
            model_name='paperwords',
            name='placed',
            field=models.IntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name='instrument',
            index=models.Index(Upper('number_sign'), name='instrument_by_number'),
        ),
        run_file(__file__, "found"),
    ]
