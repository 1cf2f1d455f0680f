from django.db import migrations

from thenchot.ground.basis.migrations.operations import LetRead


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("basis", "0002_journal")]

    operations = [LetRead("account")]
