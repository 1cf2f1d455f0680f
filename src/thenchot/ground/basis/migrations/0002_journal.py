from django.db import migrations

from thenchot.ground.basis.migrations.operations import LetAct, LetRead, LetWrite, Protect, run_file


class Migration(migrations.Migration):
    dependencies = [("basis", "0001_initial")]

    operations = [
        run_file(__file__, "journal"),
        Protect("instrument"),
        LetRead("journalentry"),
        LetRead("journalchange"),
        LetRead("chainhead"),
        LetWrite("onetimekey"),
        LetAct(),
    ]
