from django.db import migrations

from thenchot.ground.basis.migrations.operations import run_file
from thenchot.ground.basis.migrations.operations.emptying import Empties


class Migration(migrations.Migration):

    dependencies = [
        ('basis', '0011_files_stay'),
    ]

    operations = [
        run_file(__file__, "emptying"),
        Empties("remove_paper", "basis.Instrument", ("abstract", "signer"), paths=("",)),
    ]
