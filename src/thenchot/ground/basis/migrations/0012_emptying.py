from django.db import migrations, models

from thenchot.ground.basis.migrations.operations import run_file
from thenchot.ground.basis.migrations.operations.emptying import Empties


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0011_files_stay'),
    ]

    operations = [
        migrations.AddField(
            model_name='filetext',
            name='pages_read',
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='filetext',
            constraint=models.CheckConstraint(condition=models.Q(('pages_read', None), ('pages_read__gte', 0), _connector='OR'), name='file_text_counts_pages_read'),
        ),
        run_file(__file__, "emptying"),
        Empties("remove_paper", "basis.Instrument", ("abstract", "signer"), paths=("",)),
    ]
